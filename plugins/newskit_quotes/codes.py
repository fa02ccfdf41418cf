"""Feature values as whole numbers: words and tags have codes, and a feature adds up the codes of what it looks at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import TypeVar
from zlib import crc32

from newskit.text import UNIVERSAL_TAGS, Kept

V = TypeVar("V")
PLACES = 1 << 17
MASK = PLACES - 1
NOUGHT = 128
"""What the byte of a weight of nought is, in a table of so many places."""


def _code(text: str) -> int:
    return crc32(text.encode("utf-8", "surrogatepass")) & MASK  # small, so that sums are of one machine word


CODES = Kept(_code)
"""The code of a word, a tag or a name; the same on every machine."""
_words: dict[str, int] = {}
"""The codes of words that were met, for columns."""
_MOST, _LONGEST = 21_000, 40
"""Words that are kept at most, before all are forgotten; letters of the longest that is."""
_WRONG_AT_TIMES = ("VERB", "ADV")
NUMBERS = tuple(_code(str(number)) for number in range(64))
"""The codes of small numbers."""
_ROOM = 64


class Steps(dict[int, int]):
    """How many of some bounds a number from 0 on reaches, as a code, by the number: ``Steps(1, 2)[9]`` is that of 2.

    A look-up costs a third of what ``min`` or a bisection would. ``codes`` are those of the numbers.
    """

    def __init__(self, *bounds: int, codes: Sequence[int] = NUMBERS) -> None:
        super().__init__((number, codes[bisect_right(bounds, number)]) for number in range(_ROOM))
        self._bounds, self._of = bounds, codes

    def __missing__(self, number: int) -> int:
        return self._of[bisect_right(self._bounds, number)]


UP_TO_2, UP_TO_3, UP_TO_8 = Steps(1, 2), Steps(1, 2, 3), Steps(*range(1, 9))
"""The codes of numbers, those of greater ones that of the last."""
YES, NO, NOTHING, EDGE = _code("yes"), _code("no"), _code("-"), _code("</s>")


_universal: dict[str, str] = {}
_codes: dict[str, int] = {}
_doubted: dict[str, bool] = {}
"""Of each of Penn's tags that was met; there are few."""


def read_tags(tags: Sequence[str]) -> tuple[list[str], Sequence[int], Sequence[bool]]:
    """Return of Penn's tags the Universal ones, their codes, and whether the words beside may tell of another tag."""
    look_up = getter(tags)
    try:
        return list(look_up(_universal)), look_up(_codes), look_up(_doubted)
    except KeyError:
        for tag in set(tags):
            _universal[tag], _codes[tag] = UNIVERSAL_TAGS[tag], _code(tag)
            _doubted[tag] = UNIVERSAL_TAGS[tag] in _WRONG_AT_TIMES
        return read_tags(tags)


def codes_of(words: Sequence[str]) -> Sequence[int]:
    """Return the code of each word of an article."""
    look_up = getter(words)
    try:
        return look_up(_words)
    except KeyError:
        found = {word: _words.get(word) or _code(word) for word in set(words)}
        if len(_words) > _MOST:
            _words.clear()
        _words.update((word, code) for word, code in found.items() if len(word) <= _LONGEST)
        return look_up(found)


def getter(values: Sequence[str]) -> Callable[[Mapping[str, V]], tuple[V, ...]]:
    """Return what looks all values up in a mapping, which raises ``KeyError`` for one that it does not have.

    A plain dictionary is read so in two thirds of the time that ``map`` takes; one with a ``__missing__`` is not.
    """
    if len(values) > 1:
        return itemgetter(*values)
    return lambda known: tuple(known[value] for value in values)
