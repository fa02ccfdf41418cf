"""A source made ready: its folded text, its words by place, and where a stretch of a claim stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from newskit.spans import Span
from newskit.verify.fold import Folded
from newskit.verify.verdict import Stretch
from newskit.verify.words import is_cut, tokens

Token = tuple[int, int]
_word = re.compile(r"\w+")
_FEWEST_TRIES, _MOST_READ = 64, 16
"""Places that are tried, and how often the text may be read for them: in one that repeats itself a long needle is found
everywhere, and cut everywhere."""


class Text:
    """A text, folded; its tokens are found when they are first asked for."""

    def __init__(self, original: str) -> None:
        self.folded = Folded.of(original)
        self.original, self.text = self.folded.original, self.folded.text

    @cached_property
    def tokens(self) -> list[Token]:
        """Where each token begins and ends in the folded text."""
        return [found.span() for found in tokens().finditer(self.text)]

    @cached_property
    def words(self) -> list[str]:
        """The tokens in lower case."""
        return [self.text[start:end].lower() for start, end in self.tokens]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The places of each word among the tokens."""
        places: dict[str, list[int]] = {}
        for place, word in enumerate(self.words):
            places.setdefault(word, []).append(place)
        return places

    def stretch(self, start: int, end: int) -> Stretch:
        """Return a stretch of the folded text as one of the original."""
        first, last = self.folded.span(start, end)
        return Stretch(first, last, self.original[first:last])

    def span(self, start: int, end: int) -> Span:
        """Return the same where it is not empty."""
        first, last = self.folded.span(start, end)
        return Span(first, last, self.original[first:last])

    def occurrences(
        self, needle: str, start: int = 0, end: int | None = None, *, head: bool = True, tail: bool = True
    ) -> Iterator[int]:
        """Yield where words stand in the folded text, from left to right; none overlaps the word that began another.

        A word of the source is not cut, unless ``head`` or ``tail`` says that one may be there.
        """
        text = self.text
        place = text.find(needle, start, end)
        tries = _FEWEST_TRIES + _MOST_READ * len(text) // len(needle)
        while place >= 0 and tries:
            tries -= 1
            behind = place + len(needle)
            # Three of these are hardly ever asked: most needles stand between spaces.
            if not (head and is_cut(text, place)) and not (tail and is_cut(text, behind)):
                yield place
            found = _word.match(text, place) if head else None
            place = text.find(needle, found.end() if found else place + 1, end)
