"""What was worked out of a word before, kept in bounded memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

V = TypeVar("V")
_KEPT = 1 << 16
"""Words kept: 6,000 articles of news have as many different ones, and of the next article's all but one in forty."""
_LONGEST = 40
"""Longer words are worked out each time, so that the words kept take a few megabytes at most."""


class Kept(dict[str, V]):
    """A function of a word that remembers its values; forgets them all when there are too many.

    ``map(kept.__getitem__, words)`` costs one look-up a word. What is remembered never shows in the values.
    """

    def __init__(self, function: Callable[[str], V]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, word: str) -> V:
        value = self._function(word)
        if len(word) <= _LONGEST:
            if len(self) >= _KEPT:
                self.clear()
            self[word] = value
        return value
