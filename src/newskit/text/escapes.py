r"""Quotation marks that a step before left escaped: &quot;, &#8220;, \", \u201c, and UTF-8 read as Windows-1252.

The text is read as it is, and its offsets hold; only that these signs are marks is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_MARKS = frozenset("\"“”„«»‘’‚‹›'")
_MISREAD = {"â€œ": "“", "â€\x9d": "”", "â€": "”", "â€˜": "‘", "â€™": "’", "â€ž": "„", "Â«": "«", "Â»": "»"}
"""Marks in UTF-8 read as Windows-1252; of a closing one the last byte is often lost."""
_BEGINNINGS = ("&", "\\", "â€", "Â")
"""What a text without escaped marks seldom has; to look for these costs little."""


@cache
def _escape() -> re.Pattern[str]:
    misread = "|".join(sorted(_MISREAD, key=len, reverse=True))
    entity = r"&(?:[a-z]{2,5}|\#\d{2,4}|\#x[\da-f]{2,4});"
    return re.compile(rf"{entity}|\\u20[01][\da-f]|\\[\"'“”‘’]|{misread}", re.IGNORECASE)


def _sign(written: str) -> str:
    """Return the sign that an escape stands for."""
    if written[0] == "&":
        import html  # noqa: PLC0415 - import time, for the rare text with entities

        return html.unescape(written)
    if written[0] == "\\":
        return written[1] if len(written) == len('\\"') else chr(int(f"0x{written[2:]}", base=0))
    return _MISREAD.get(written, "")


def is_mark(written: str) -> bool:
    """Tell whether an escape stands for a quotation mark."""
    return _sign(written) in _MARKS


def escapes(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each escaped quotation mark begins and ends, and the sign that it stands for."""
    if not any(each in text for each in _BEGINNINGS):
        return
    for found in _escape().finditer(text):
        sign = _sign(found[0])
        if sign in _MARKS:
            yield found.start(), found.end(), sign
