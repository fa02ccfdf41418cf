"""The features of the places where a name stands: the words beside it, and the article's other names.

Classes of words stand between angle brackets, so that "after <town>" is no "after town".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from newskit.text import Tokens
from newskit_names.candidates import Candidate
from newskit_names.lexicon import POSSESSIVE, Lexicon

MOST = 8
"""Occurrences of one name from which features are taken."""
_LISTING = frozenset((",", "and", "or", "&", ";"))
"""What stands between the names of a list."""
_LONG = 4
"""Letters of the words beside a name whose ends are features."""

Beside = tuple[str, str, str]
"""The word beside a name, the one beyond it, and "C" where the first has a capital, "A" where it is in capitals."""


def contexts(candidate: Candidate, tokens: Tokens) -> tuple[Beside | None, Beside]:
    """Return the words before a name, None where it begins a sentence, and those behind it."""
    lowered, word, first, last = tokens.lowered, tokens.word, candidate.first, candidate.last
    before = None
    if not candidate.initial:
        before = (candidate.before, lowered(first - 2), _case(word(first - 1)))
    return before, (candidate.behind, lowered(last + 1), _case(word(last)))


def _case(word: str) -> str:
    if len(word) > 1 and word.isupper():
        return "A"
    return "C" if word[:1].isupper() else ""


def here(group: Sequence[Candidate], lexicon: Lexicon) -> set[str]:
    """Return the features of how a name stands in its sentences."""
    known = "common" if group[0].words[0] in lexicon.common else "uncommon"
    found = {"title before"} if any(candidate.title for candidate in group) else set()
    found.add(f"times {min(len(group), 4)}")
    for candidate in group[:MOST]:
        found.add(f"{'initial' if candidate.initial else 'headline' if candidate.headline else 'mid'} {known}")
    return found


def before(beside: Beside, lexicon: Lexicon) -> Iterator[str]:
    """Yield the features of the words before a name."""
    word, second, capital = beside
    kinds = lexicon.kinds
    yield f"after {word}"
    yield f"after {second}|{word}"
    if word == ",":
        placed = second in lexicon.places or second in lexicon.cities
        yield "after <comma after place>" if placed else "after <comma>"
    for kind in ("in", "kin", "speech", "employed", "maker", "town", "body", "person_noun"):
        if word in kinds[kind]:
            yield f"after <{kind}>"
    if word.isalpha():
        yield f"after <word{capital}>"
        if len(word) > _LONG:
            yield f"after -{word[-3:]}"


def behind(beside: Beside, lexicon: Lexicon) -> Iterator[str]:
    """Yield the features of the words behind a name."""
    word, second, capital = beside
    kinds = lexicon.kinds
    yield f"before {word}" if word else "before <end>"
    yield f"before {word}|{second}"
    for kind in ("speech", "town", "body", "auxiliary", "household"):
        if word in kinds[kind]:
            yield f"before <{kind}>"
    if word in POSSESSIVE:
        yield "before <possessive>"
    if word == ",":
        yield _behind_comma(second, lexicon)
    elif word.isalpha():
        yield f"before <word{capital}>"
        if len(word) > _LONG:
            yield f"before -{word[-3:]}"


def _behind_comma(following: str, lexicon: Lexicon) -> str:
    if following.isdigit() and len(following) < 3:  # noqa: PLR2004 - an age
        return "before <age>"
    if following in ("who", "whose"):
        return "before <who>"
    placed = following in lexicon.places or f"{following}." in lexicon.places
    return "before <comma place>" if placed else "before <comma>"


class Relations:
    """What the other names of an article say of one, by the kinds that are known so far."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self.by_first = {candidate.first: candidate for candidate in candidates}
        self.by_last = {candidate.last: candidate for candidate in candidates}
        self.fuller: dict[str, list[Candidate]] = defaultdict(list)
        for candidate in candidates:
            words = candidate.words
            if len(words) > 1:
                for word in words:
                    self.fuller[word].append(candidate)

    def features(self, group: Sequence[Candidate], kinds: Mapping[str, str]) -> Iterator[str]:
        """Yield the features of one name, none twice."""
        found = dict.fromkeys(self._parts(group[0], kinds)) if len(group[0].words) == 1 else {}
        for candidate in group[:MOST]:
            found.update(dict.fromkeys(self._near(candidate, kinds)))
        yield from found

    def _parts(self, candidate: Candidate, kinds: Mapping[str, str]) -> Iterator[str]:
        word = candidate.words[0]
        for longer in self.fuller.get(word, ()):
            where = "first" if longer.words[0] == word else "last" if longer.words[-1] == word else "inside"
            yield f"{where} of {kinds.get(longer.text, 'unknown')}"

    def _near(self, candidate: Candidate, kinds: Mapping[str, str]) -> Iterator[str]:
        first, last, mark, following = candidate.first, candidate.last, candidate.before, candidate.behind
        previous = self.by_last.get(first - 1)
        if previous and mark == "(":
            yield f"bracket behind {kinds.get(previous.text, 'unknown')}"
        elif previous and mark in _LISTING:
            yield f"listed behind {kinds.get(previous.text, 'unknown')}"
        behind = self.by_first.get(last + 1)
        if behind and following == "(" and behind.text.isupper():
            yield f"bracket before {kinds.get(behind.text, 'unknown')}"
        elif behind and following in _LISTING:
            yield f"listed before {kinds.get(behind.text, 'unknown')}"
        adjacent = self.by_last.get(first)
        if adjacent:
            yield f"beside {kinds.get(adjacent.text, 'unknown')}"
        next_to = self.by_first.get(last)
        if next_to:
            yield f"next {kinds.get(next_to.text, 'unknown')}"
