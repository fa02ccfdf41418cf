"""Lists of people, as of a team: what is in one is a person's too, whatever else its word may be."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newskit.text import Tokens
from newskit_names.candidates import Candidate
from newskit_names.lexicon import Lexicon

_PARTING = frozenset((",", ";", "and"))
_WITHIN = _PARTING | frozenset("():/.&")
"""What stands in a list beside capitals and figures."""
_FEWEST = 4
"""Names of a list."""
_ALONE = 2
"""Tokens from one comma to the next, with one name between."""
_FARTHEST = 60
"""Tokens of a list to either side of a name, most: every name of an endless one looks at its list."""


class Enumerations:
    """The lists of people of one article."""

    def __init__(self, lexicon: Lexicon, tokens: Tokens) -> None:
        self.lexicon, self.words, self.lower = lexicon, tokens.words, tokens.lower

    def among_people(self, candidate: Candidate) -> bool:
        """Tell whether one word stands in a list of mostly people's names: "Carroll, Harding, | Page |, Poe".

        It is a listed name, or a word of no list.
        """
        if not self._may_be_one(candidate):
            return False
        first, last = candidate.first, candidate.last
        start, stop = max(0, first - _FARTHEST), min(len(self.words), last + _FARTHEST)
        while first > start and self._goes_on(first - 1):
            first -= 1
        while last < stop and self._goes_on(last):
            last += 1
        names = [index for index in range(first, last) if self.words[index][0].isupper()]
        parts = [index for index in range(first, last) if self.lower[index] in _PARTING]
        if candidate.before == "," and self._in_pairs(parts):
            return False
        alone = sum(behind - before == _ALONE for before, behind in pairwise((first - 1, *parts, last)))
        known, others = sum(map(self._known, names)), sum(map(self._other, names))
        fewest = _FEWEST - (candidate.words[0] in self.lexicon.names)
        people = known >= fewest and known * 3 >= len(names) and others * 4 <= known
        return people and alone >= fewest and alone * 2 > len(parts)

    def _in_pairs(self, parts: Sequence[int]) -> bool:
        """Tell whether people and where they are from take turns: "Ann Roe, Ohio; Bill Poe, Iowa"."""
        marks = [self.lower[index] for index in parts if self.lower[index] != "and"]
        return ";" in marks and len(marks) > _ALONE and all(one != other for one, other in pairwise(marks))

    def _may_be_one(self, candidate: Candidate) -> bool:
        word, lexicon = candidate.words[0], self.lexicon
        unlisted = word not in lexicon.common and not self._other(candidate.first)
        if len(candidate.words) > 1 or candidate.text.isupper() or not (word in lexicon.names or unlisted):
            return False
        beside = (candidate.before, candidate.behind)
        if _PARTING.isdisjoint(beside) or any(each in lexicon.kinds["in"] for each in beside):
            return False
        return not (candidate.behind == "," and self._other(candidate.last + 1))  # "Ann Roe, | Clinton |, Ohio"

    def _goes_on(self, index: int) -> bool:
        word = self.words[index]
        return word[0].isupper() or self.lower[index] in _WITHIN or word[0].isdigit()

    def _known(self, index: int) -> bool:
        """Tell whether a word is a listed name, and neither a listed place nor body nor common word."""
        lower, lexicon = self.lower[index], self.lexicon
        otherwise = any(lower in each for each in (lexicon.common, lexicon.places, lexicon.cities, lexicon.demonyms))
        return lower in lexicon.names and not otherwise and self.words[index] not in lexicon.organizations

    def _other(self, index: int) -> bool:
        """Tell whether a word is a listed place, people or body, and no listed name."""
        if index == len(self.words):
            return False
        lower, lexicon = self.lower[index], self.lexicon
        otherwise = any(lower in each for each in (lexicon.places, lexicon.cities, lexicon.demonyms))
        return lower not in lexicon.names and (otherwise or self.words[index] in lexicon.organizations)
