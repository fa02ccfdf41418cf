"""What was worked out of a word before, kept in bounded memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

V = TypeVar("V")
_KEPT = 21_844
"""Words kept at most: two dicts of as many as there is room for before they grow; the next size is twice the memory."""
_LONGEST = 40
"""Longer words are worked out each time, so that the words kept take a few megabytes at most."""


class Kept(dict[str, V]):
    """A function of a word that remembers its values, ``most`` of them; forgets what was not asked for of late.

    ``map(kept.__getitem__, words)`` costs one look-up a word. What is remembered never shows in the values.
    """

    __slots__ = ("_before", "_function", "_half")

    def __init__(self, function: Callable[[str], V], most: int = _KEPT) -> None:
        super().__init__()
        self._function, self._half = function, max(1, most // 2)
        self._before: dict[str, V] = {}
        """What was remembered when there was half of ``most`` the last time; what is asked for again comes over."""

    def __missing__(self, word: str) -> V:
        if len(word) > _LONGEST:
            return self._function(word)
        word, before = shared(word), self._before
        value = before[word] if word in before else self._function(word)
        if len(self) >= self._half:  # other threads may do the same now, and then more is forgotten
            self._before = dict(self)
            self.clear()
        self[word] = value
        return value


_words: dict[str, str] = {}
_words_before: dict[str, str] = {}


def shared(word: str) -> str:
    """Return the same object for the same word: tables that met it in different articles would hold one each."""
    global _words, _words_before  # replaced as a whole, which threads may do at once
    found = _words.get(word)
    if found is None:
        found = _words_before.get(word, word)
        if len(_words) >= _KEPT // 2:
            _words_before, _words = _words, {}
        found = _words.setdefault(found, found)
    return found


class WordTest(Kept[bool]):
    """The words that a function tells to be meant, as what ``word in`` is asked of; it remembers as ``Kept`` does.

    For a class made of several large ones, which as a set of its own would take time and memory.
    """

    __slots__ = ()
    __contains__ = dict.__getitem__  # type: ignore[assignment]  # the look-up of `Kept`, at no call of Python's
