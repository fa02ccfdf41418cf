"""Feature values as whole numbers: words and tags have codes, and a feature adds up the codes of what it looks at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from zlib import crc32

from newskit.text import UNIVERSAL_TAGS, Kept

PLACES = 1 << 17
MASK = PLACES - 1


def _code(text: str) -> int:
    return crc32(text.encode("utf-8", "surrogatepass")) & MASK  # small, so that sums are of one machine word


CODES = Kept(_code)
"""The code of a word, a tag or a name; the same on every machine."""
_WRONG_AT_TIMES = ("VERB", "ADV")
_TAGS = Kept(lambda tag: (UNIVERSAL_TAGS[tag], _code(tag), UNIVERSAL_TAGS[tag] in _WRONG_AT_TIMES))
NUMBERS = tuple(_code(str(number)) for number in range(64))
"""The codes of small numbers."""
_ROOM = 64


class Steps(dict[int, int]):
    """The codes of how many of some bounds a number from 0 on reaches, by the number: ``Steps(1, 2)[9]`` is that of 2.

    A look-up costs a third of what ``min`` or a bisection would.
    """

    def __init__(self, *bounds: int) -> None:
        super().__init__((number, NUMBERS[bisect_right(bounds, number)]) for number in range(_ROOM))
        self._bounds = bounds

    def __missing__(self, number: int) -> int:
        return NUMBERS[bisect_right(self._bounds, number)]


UP_TO_2, UP_TO_3, UP_TO_8 = Steps(1, 2), Steps(1, 2, 3), Steps(*range(1, 9))
"""The codes of numbers, those of greater ones that of the last."""
YES, NO, NOTHING, EDGE = _code("yes"), _code("no"), _code("-"), _code("</s>")


def read_tags(tags: Sequence[str]) -> tuple[list[str], list[int], list[bool]]:
    """Return of Penn's tags the Universal ones, their codes, and whether the words beside may tell of another tag."""
    if not tags:
        return [], [], []
    universal, codes, doubted = zip(*map(_TAGS.__getitem__, tags), strict=True)
    return list(universal), list(codes), list(doubted)
