"""Names that are given as examples of a noun: "towns such as Zorvel and Mizra", "films like Zorvel"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newskit.text import Tokens
from newskit_names.lexicon import Lexicon

_MARKERS = frozenset(("as", "including", "like"))
_MARKS = frozenset(("--", "—", "–", ":"))
"""What stands between a plural and a list of all that it means: "two towns: Zorvel and Mizra"."""
_NUMBERS = frozenset(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several"))
_BETWEEN = frozenset((",", "and", "or", "the"))
_ENDING = frozenset(("and", "or"))
_TELLING = frozenset(("are", "were", "include", "included"))
_GOVERNING = frozenset(("of", "in", "at", "for", "by", "from", "with", "to", "on"))
"""What makes a plural no subject: "directors of such companies include"."""
_SUBJECT = 5
"""Tokens from a plural to its verb, most, and before it without a preposition."""
_PAIR = 2
_MOST = 40
"""Tokens of a list of examples."""


class Examples:
    """The examples of one article: the kind of each by the token with which it begins."""

    def __init__(self, lexicon: Lexicon, tokens: Tokens) -> None:
        self.words, self.lower, self.exemplary = tokens.words, tokens.lower, lexicon.exemplary
        self.inside = lexicon.kinds["inside"] | lexicon.kinds["particle"]
        self.kinds = dict(self._read())

    def _read(self) -> Iterator[tuple[int, str]]:
        for index in self._places(_MARKERS):
            kind = self._kind(index)
            if kind:
                yield from ((first, kind) for first in self._listed(index + 1))
        yield from self.named()
        yield from self.called()
        yield from self.told()

    def _places(self, wanted: Iterable[str]) -> Iterator[int]:
        lower = self.lower
        for word in wanted:
            index = -1
            for _ in range(lower.count(word)):
                index = lower.index(word, index + 1)
                yield index

    def named(self) -> Iterator[tuple[int, str]]:
        """Yield what is listed, two or more, behind a number, a plural and a mark."""
        for index in self._places(_MARKS):
            kind = self.exemplary.get(self.lower[index - 1]) if index > 0 else None
            if kind and self._counted(index - 1):
                listed = list(self._listed(index + 1))
                yield from ((first, kind) for first in listed if len(listed) > 1)

    def called(self) -> Iterator[tuple[int, str]]:
        """Yield the places of a list behind their plural and "of": "the districts of | Zorvel | and | Roe |"."""
        for index in self._places(("of",)):
            articled = self.lower[index + 1 : index + 2] == ["the"]  # "countries of the Zorvel and Mizra Agreement"
            if index and self.exemplary.get(self.lower[index - 1]) == "place" and not articled:
                yield from ((first, "place") for first in self._closed(index + 1))

    def told(self) -> Iterator[tuple[int, str]]:
        """Yield what a closed list tells of a plural that is subject: "Towns hit are | Roe |, | Poe | and | Ur |"."""
        for index in self._places(_TELLING):
            noun = next((at for at in range(index - 1, max(-1, index - _SUBJECT), -1) if self._plural(at)), None)
            if noun is not None and _GOVERNING.isdisjoint(self.lower[max(0, noun - _SUBJECT) : noun]):
                listed = self._closed(index + 1)
                yield from ((first, self.exemplary[self.lower[noun]]) for first in listed if len(listed) > _PAIR)

    def _plural(self, index: int) -> bool:
        return self.lower[index] in self.exemplary

    def _closed(self, index: int) -> list[int]:
        """Return the tokens with which the names of a list begin that ends in "and" and a name, none of another."""
        listed = list(self._listed(index))
        last = next((place for place, first in enumerate(listed) if place and self.lower[first - 1] in _ENDING), None)
        return listed[: last + 1] if last else []

    def _counted(self, noun: int) -> bool:
        """Tell whether a number stands before a noun, or with one word between."""
        return any(word.isdigit() or word in _NUMBERS for word in self.lower[max(0, noun - 2) : noun])

    def _kind(self, index: int) -> str | None:
        """Return the kind of what the noun before "such as" and the like tells, None where it tells none."""
        before = index - 1
        if self.lower[index] == "as":
            if before < 1 or "such" not in self.lower[before - 1 : before + 1]:
                return None
            before -= self.lower[before] == "such"  # "such films as Zorvel"
        if before > 0 and self.lower[before] == ",":
            before -= 1
        return self.exemplary.get(self.lower[before]) if before >= 0 else None

    def _listed(self, index: int) -> Iterator[int]:
        """Yield the tokens with which the names of a list begin, up to what is no name."""
        stop = min(len(self.words), index + _MOST)
        while index < stop:
            while index < stop and self.lower[index] in _BETWEEN:
                index += 1
            if index >= stop or not self.words[index][0].isupper():
                return
            yield index
            while index < stop and (self.words[index][0].isupper() or self.lower[index] in self.inside):
                index += 1
            if index < stop and self.lower[index] not in _BETWEEN:
                return
