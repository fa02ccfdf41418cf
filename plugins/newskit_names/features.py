"""The features of the model: the spelling of a candidate and the words beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from newskit.text import Tokens
from newskit_names.candidates import Candidate
from newskit_names.lexicon import POSSESSIVE, Lexicon

_ACRONYM = 6
_MOST = 8
"""Occurrences of one name from which features are taken."""
_KEPT = 1 << 14
"""Neighbours kept in memory between articles."""
_WITH_SECOND = frozenset((",", "the"))
"""Words before a name that are features together with the one before them."""
_MARKS = {"who": "before who", "whose": "before who", "(": "before bracket"}
_MARKS |= dict.fromkeys(POSSESSIVE, "before possessive")


class Features:
    """The features of the places where the candidates of one article stand."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        self.lexicon, self.tokens = lexicon, tokens

    def around(self, occurrences: Sequence[Candidate]) -> set[str]:
        """Return the features of a name over the first places where it stands."""
        known = "common" if occurrences[0].words[0] in self.lexicon.common else "uncommon"
        found: set[str] = set()
        for candidate in occurrences[:_MOST]:
            if candidate.title:
                found.add("title before")
            found.add(f"{'initial' if candidate.initial else 'headline' if candidate.headline else 'mid'} {known}")
            if candidate.initial:
                found.add("initial")
            else:
                found.update(self._before(candidate.first))
            found.update(self._behind(candidate.last))
        return found

    def _before(self, first: int) -> tuple[str, ...]:
        word = self.tokens.lowered(first - 1)
        return before(word, self.tokens.lowered(first - 2) if word in _WITH_SECOND else "", self.lexicon)

    def _behind(self, last: int) -> tuple[str, ...]:
        word = self.tokens.lowered(last)
        if word == ",":
            return behind(word, self.tokens.lowered(last + 1), self.lexicon, capital=False)
        return behind(word, "", self.lexicon, capital=self.tokens.word(last)[:1].isupper())


@lru_cache(_KEPT)
def before(word: str, second: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the features of the word before a name; ``second`` is the one before a comma or an article."""
    kinds = lexicon.kinds
    if word in kinds["in"]:
        return "after in", f"after {word}"
    if word == ",":
        return ("after comma after place" if second in lexicon.places or second in lexicon.cities else "after comma",)
    if word in kinds["close"]:
        twice = word == "the" and second in ("in", "at", "by")
        return (f"after {word}", f"after {second} the") if twice else (f"after {word}",)
    for kind in ("kin", "speech"):
        if word in kinds[kind]:
            return (f"after {kind}",)
    return ("after word",) if word.isalpha() else ()


@lru_cache(_KEPT)
def behind(word: str, second: str, lexicon: Lexicon, *, capital: bool) -> tuple[str, ...]:
    """Return the features of the word behind a name, and of the one behind a comma."""
    if word in lexicon.kinds["speech"]:
        return ("before speech",)
    if word in _MARKS:
        return (_MARKS[word],)
    if word == ",":
        return (_behind_comma(second, lexicon),)
    if not word.isalpha():
        return ()
    plain = "before capital" if capital else "before word"
    return (plain, f"before {word}") if word in lexicon.kinds["telling"] else (plain,)


def _behind_comma(following: str, lexicon: Lexicon) -> str:
    if following.isdigit() and len(following) < 3:  # noqa: PLR2004 - an age
        return "before age"
    if following == "who":
        return "before who"
    placed = following in lexicon.places or f"{following}." in lexicon.places
    return "before comma place" if placed else "before comma"


def of_words(text: str, words: tuple[str, ...], lexicon: Lexicon) -> Iterator[str]:
    """Yield the features of a name's own words, given its text on one line."""
    yield from _OfWords(text, words, lexicon).features()


class _OfWords:
    def __init__(self, text: str, words: tuple[str, ...], lexicon: Lexicon) -> None:
        self.text, self.words, self.lexicon = text.replace("’", "'"), words, lexicon
        self.kinds = self.lexicon.kinds

    def features(self) -> Iterator[str]:
        """Yield the features."""
        words = self.words
        whole, count = " ".join(words), len(words)
        yield "bias"
        yield f"words {min(count, 4)}"
        yield from self._listed(whole)
        first, last = words[0], words[-1]
        if count > 1:
            yield from self._several(words, first, last)
        else:
            yield from self._single(first)
        yield from self._inside(words)
        for kind in ("body", "company", "feature", "work"):
            if last in self.kinds[kind]:
                yield f"ends in {kind}"
                yield f"ends in {kind} {min(count, 2)}"
            elif not self.kinds[kind].isdisjoint(words):
                yield f"has {kind}"

    def _inside(self, words: tuple[str, ...]) -> Iterator[str]:
        if not self.kinds["inside"].isdisjoint(words):
            yield "has of"
        if "and" in words or "&" in words:
            yield "has and"
        if any(len(word) == 1 and word.isalpha() for word in words[1:]):
            yield "inner initial"
        if not self.kinds["particle"].isdisjoint(words[1:-1]):
            yield "particle"
        if words[-1] in self.kinds["suffix"]:
            yield "suffix"
        if not self.lexicon.demonyms.isdisjoint(words):
            yield "has demonym"

    def _listed(self, whole: str) -> Iterator[str]:
        lexicon = self.lexicon
        if self.text in lexicon.organizations:
            yield "known organization"
        place = lexicon.places.get(self.text.lower()) or lexicon.places.get(whole)
        if place:
            yield f"known {place}"
        elif whole in lexicon.cities:
            yield f"listed city {min(len(self.words), 2)}"
        if whole in lexicon.demonyms:
            yield "demonym"
        if whole in self.kinds["never"] or whole in self.kinds["calendar"]:
            yield "never"

    def _several(self, words: tuple[str, ...], first: str, last: str) -> Iterator[str]:
        lexicon = self.lexicon
        given, surname = first in lexicon.given, last in lexicon.surnames
        yield f"given {given:d} surname {surname:d} {'2' if len(words) == 2 else '3+'}"  # noqa: PLR2004 - a name and a surname
        if len(first) == 1:
            yield "first initial"
        if first in self.kinds["before"]:
            yield "begins place"
        if first in lexicon.places or " ".join(words[:2]) in lexicon.places:
            yield "place first"
        if first in lexicon.common:
            yield "common first"
        if last in lexicon.common:
            yield "common last"
        if last in lexicon.places:
            yield "place last"
        if first in self.kinds["of"] or first in self.kinds["body"]:
            yield "body first"

    def _single(self, word: str) -> Iterator[str]:
        lexicon = self.lexicon
        letters = self.text.replace(".", "")
        if letters.isupper() and 1 < len(letters) <= _ACRONYM:
            yield "acronym"
        elif letters.isupper():
            yield "capitals"
        elif any(letter.isupper() for letter in letters[1:]) and "-" not in letters and "'" not in letters:
            yield "camel"
        yield f"single given {word in lexicon.given:d} surname {word in lexicon.surnames:d}"
        if word in lexicon.common:
            yield "common"
        if "-" in word:
            yield "hyphen"
        yield f"ending {word[-2:]}"
