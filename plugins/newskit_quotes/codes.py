"""Feature values as whole numbers: words and tags have codes, and a feature adds up the codes of what it looks at."""

from __future__ import annotations

from zlib import crc32

from newskit.text import Kept

PLACES = 1 << 17
MASK = PLACES - 1


def _code(text: str) -> int:
    return crc32(text.encode("utf-8", "surrogatepass")) & MASK  # small, so that sums are of one machine word


CODES = Kept(_code)
"""The code of a word, a tag or a name; the same on every machine."""
NUMBERS = tuple(_code(str(number)) for number in range(64))
"""The codes of small numbers."""
YES, NO, NOTHING, EDGE = _code("yes"), _code("no"), _code("-"), _code("</s>")
