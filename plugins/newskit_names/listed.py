"""Names of the lists that stand in a text as they are listed: "Lloyd's of London", "Port Said"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

_LAST = "\U0010ffff"


class Listed:
    """Names, each on one line with plain apostrophes, to be found by how they begin."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = sorted(names)

    def any_beginning(self, beginning: str) -> bool:
        """Tell whether one of the names begins so."""
        first = bisect_left(self._names, beginning)
        return first < len(self._names) and self._names[first].startswith(beginning)

    def longest(self, beginning: str, text: str) -> str:
        """Return the longest of the names that begin so with which a text begins, and "" where none does."""
        first = bisect_left(self._names, beginning)
        names = self._names[first : bisect_right(self._names, beginning + _LAST, first)]
        return max(filter(text.startswith, names), key=len, default="")
