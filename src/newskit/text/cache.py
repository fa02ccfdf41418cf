"""What was worked out of a word before, kept in bounded memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

V = TypeVar("V")
_KEPT = 21_000
"""Words kept at most: as many as a dict of half the size holds; with 32,000 the tables take twice the memory."""
_LONGEST = 40
"""Longer words are worked out each time, so that the words kept take a few megabytes at most."""


class Kept(dict[str, V]):
    """A function of a word that remembers its values, ``most`` of them; forgets the half met first when there are more.

    ``map(kept.__getitem__, words)`` costs one look-up a word. What is remembered never shows in the values.
    """

    __slots__ = ("_function", "_most")

    def __init__(self, function: Callable[[str], V], most: int = _KEPT) -> None:
        super().__init__()
        self._function, self._most = function, most

    def __missing__(self, word: str) -> V:
        value = self._function(word)
        if len(word) <= _LONGEST:
            if len(self) >= self._most:
                # Other threads may do the same now: the words are listed in one step, and some may be gone.
                for old in list(self)[: max(1, self._most // 2)]:
                    self.pop(old, None)
            self[_shared(word)] = value
        return value


_words: dict[str, str] = {}


def _shared(word: str) -> str:
    """Return the same object for the same word: tables that met it in different articles would hold one each."""
    if len(_words) >= _KEPT:
        _words.clear()
    return _words.setdefault(word, word)


class WordTest(Kept[bool]):
    """The words that a function tells to be meant, as what ``word in`` is asked of; it remembers as ``Kept`` does.

    For a class made of several large ones, which as a set of its own would take time and memory.
    """

    __slots__ = ()
    __contains__ = dict.__getitem__  # type: ignore[assignment]  # the look-up of `Kept`, at no call of Python's
