"""What is said now and then, and not each time that something is done."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from attrs import define, field


@define
class Pace:
    """Says yes when some seconds have gone by since it was made, or last said so, by a clock that can be given."""

    _seconds: float
    _clock: Callable[[], float] = monotonic
    _last: float = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._last = self._clock()

    def __call__(self) -> bool:
        """Tell whether it is time again."""
        now = self._clock()
        if now - self._last < self._seconds:
            return False
        self._last = now
        return True
