"""Evidence: what the spelling of a candidate and its neighbours say of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newskit.text import Tokens
from newskit_names.candidates import Candidate
from newskit_names.lexicon import Lexicon

_ACRONYM = 6
_OF = frozenset(("of", "for", "on"))


class Evidence:
    """Names the features of candidates of one article."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        self.tokens, self.lexicon, self.kinds = tokens, lexicon, lexicon.kinds

    def of(self, occurrences: Sequence[Candidate]) -> list[str]:
        """Return the features of a name over all the places where it stands, each once, in a fixed order."""
        found = dict.fromkeys(self.spelling(occurrences[0]))
        for candidate in occurrences[:8]:
            found.update(dict.fromkeys(self.around(candidate)))
        return list(found)

    def spelling(self, candidate: Candidate) -> Iterator[str]:
        """Yield what the name's own words say."""
        words = candidate.words
        whole, count = " ".join(words), len(words)
        yield "bias"
        yield f"words {min(count, 4)}"
        yield from self._listed(candidate, whole)
        first, last = words[0], words[-1]
        if count > 1:
            yield from self._several(words, first, last)
        else:
            yield from self._single(candidate, first)
        yield from self._inside(words)
        for kind in ("body", "company", "feature", "work"):
            if last in self.kinds[kind]:
                yield f"ends in {kind}"
                yield f"ends in {kind} {min(count, 2)}"
            elif not self.kinds[kind].isdisjoint(words):
                yield f"has {kind}"

    def _inside(self, words: tuple[str, ...]) -> Iterator[str]:
        if not _OF.isdisjoint(words):
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

    def _listed(self, candidate: Candidate, whole: str) -> Iterator[str]:
        lexicon = self.lexicon
        if candidate.text in lexicon.organizations:
            yield "known organization"
        place = lexicon.places.get(candidate.text.lower()) or lexicon.places.get(whole)
        if place:
            yield f"known {place}"
        elif whole in lexicon.cities:
            yield f"listed city {min(len(candidate.words), 2)}"
        if whole in lexicon.demonyms:
            yield "demonym"
        if whole in self.kinds["never"] or whole in self.kinds["calendar"]:
            yield "never"

    def _several(self, words: tuple[str, ...], first: str, last: str) -> Iterator[str]:
        lexicon = self.lexicon
        given, surname = first in lexicon.given, last in lexicon.surnames
        yield f"given {given:d} surname {surname:d} {'2' if len(words) == 2 else '3+'}"  # noqa: PLR2004
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

    def _single(self, candidate: Candidate, word: str) -> Iterator[str]:
        lexicon = self.lexicon
        letters = candidate.text.replace(".", "")
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

    def around(self, candidate: Candidate) -> Iterator[str]:
        """Yield what stands before and behind one occurrence."""
        lower, first, last = self.tokens.lower, candidate.first, candidate.last
        if candidate.title:
            yield "title before"
        known = "common" if candidate.words[0] in self.lexicon.common else "uncommon"
        yield f"{'initial' if candidate.initial else 'headline' if candidate.headline else 'mid'} {known}"
        before = "" if candidate.initial or first == 0 else lower[first - 1]
        if candidate.initial:
            yield "initial"
        if before:
            yield from self._before(before, first)
        if last < len(lower):
            yield from self._behind(lower[last], last)

    def _before(self, before: str, first: int) -> Iterator[str]:
        lower = self.tokens.lower
        if before in self.kinds["in"]:
            yield "after in"
            yield f"after {before}"
        elif before == ",":
            placed = first > 1 and (lower[first - 2] in self.lexicon.places or lower[first - 2] in self.lexicon.cities)
            yield "after comma after place" if placed else "after comma"
        elif before in self.kinds["close"]:
            yield f"after {before}"
            if before == "the" and first > 1 and lower[first - 2] in ("in", "at", "by"):
                yield f"after {lower[first - 2]} the"
        elif before in self.kinds["kin"]:
            yield "after kin"
        elif before in self.kinds["speech"]:
            yield "after speech"
        elif before.isalpha():
            yield "after word"

    def _behind(self, behind: str, last: int) -> Iterator[str]:
        lower, words = self.tokens.lower, self.tokens.words
        if behind in self.kinds["speech"]:
            yield "before speech"
        elif behind in ("who", "whose"):
            yield "before who"
        elif behind == ",":
            yield self._behind_comma(lower[last + 1] if last + 1 < len(lower) else "")
        elif behind == "'s":
            yield "before possessive"
        elif behind == "(":
            yield "before bracket"
        elif behind.isalpha():
            yield "before capital" if words[last][0].isupper() else "before word"
            if behind in self.kinds["telling"]:
                yield f"before {behind}"

    def _behind_comma(self, following: str) -> str:
        if following.isdigit() and len(following) < 3:  # noqa: PLR2004 - an age
            return "before age"
        if following == "who":
            return "before who"
        placed = following in self.lexicon.places or f"{following}." in self.lexicon.places
        return "before comma place" if placed else "before comma"
