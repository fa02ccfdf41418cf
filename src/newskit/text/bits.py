"""Bits of words: how a word is written and which classes it is in, as one whole number that all plugins share."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import partial
from threading import Lock

from newskit.text.cache import Kept

CAPITAL, CAPITALS, LETTER, FIGURE = 1, 2, 4, 8
"""How a word is written: its first character is a capital; all its letters are; its first character is a letter of any
script, or a figure."""
_SHAPES = 4


def shape(word: str) -> int:
    """Return the bits that a word has by the way it is written."""
    first = word[:1]
    found = LETTER if first.isalpha() else FIGURE if first.isdigit() else 0
    if first.isupper():
        found |= CAPITAL
    return found | CAPITALS if word.isupper() else found


def lower_case(word: str) -> str:
    """Return a word in lower case with plain apostrophes: "don't" of "Don’t"; a mark alone stays as it is."""
    lower = word.lower()
    return lower.replace("’", "'") if "’" in lower and len(lower) > 1 else lower


class Bits:
    """The bits of each word as written, worked out once and kept, and the classes that have a bit.

    ``table`` has the bits by word. A class that is asked for later makes another table, so that none lacks a class.
    """

    def __init__(self) -> None:
        self.table = Kept(shape)
        self._bits: dict[tuple[frozenset[str], bool], int] = {}
        self._lock = Lock()

    def of(self, words: Collection[str], *, cased: bool = False) -> int:
        """Return the bit of a class of words, as ``word_bit`` does."""
        known = frozenset(words)
        wrong = None if cased else next((word for word in sorted(known) if word != lower_case(word)), None)
        if wrong is not None:
            raise ValueError(f"a class of words in any case has them as lower_case gives them, got {wrong!r}")
        with self._lock:
            found = self._bits.get((known, cased))
            if found is None:
                found = self._bits[known, cased] = 1 << (_SHAPES + len(self._bits))
                listed = [(members, case, bit) for (members, case), bit in self._bits.items()]
                self.table = Kept(partial(_worked_out, listed))
            return found


def _worked_out(listed: Iterable[tuple[frozenset[str], bool, int]], word: str) -> int:
    found, lower = shape(word), lower_case(word)
    for members, cased, bit in listed:
        if (word if cased else lower) in members:
            found |= bit
    return found


BITS = Bits()
"""Those of the process, which ``Tokens.bits`` reads."""


def word_bit(words: Collection[str], *, cased: bool = False) -> int:
    """Return the bit that a class of words has in ``Tokens.bits``: a power of two, the same for the same words.

    ``words`` are in lower case and stand for words in any case; ``cased`` ones stand for words written as they are.
    Ask where a plugin is imported or made, not in each article: a new class empties the table of the words met, and a
    bit is kept as long as the process, so that what is a user's own, of which there may be many, has none. Raises
    ``ValueError`` for a word with a capital that is not ``cased``.
    """
    return BITS.of(words, cased=cased)
