"""The check of linear time: steps of the program are counted, so that no clock and no busy machine has a say."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from types import CodeType, FrameType
from typing import TYPE_CHECKING

from newskit.testing.hostile import hostile_text

if TYPE_CHECKING:
    from _typeshed import TraceFunction

_SIZE = 500
_STEEP = 2.6
"""What grows by more is not linear; a square grows by 4."""
_DOUBLINGS = 4
_FEW = 50
"""Lines that run less often say nothing yet: what they need may just not have been there."""


def count_steps(call: Callable[[], object]) -> Counter[str]:
    """Return how often each line of Python ran in a call, as ``file:line function``; each turn of a loop is one.

    What runs in C is one step, however long it takes: a pattern that looks for its match, a slice, ``in`` on a list.
    The tracer of a debugger or of a coverage tool is put back behind the call.
    """
    counts: Counter[tuple[CodeType, int]] = Counter()

    def trace(frame: FrameType, event: str, _: object) -> TraceFunction:
        if event == "line":
            counts[frame.f_code, frame.f_lineno] += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    named: Counter[str] = Counter()
    for (code, line), count in counts.items():
        named[f"{code.co_filename}:{line} {code.co_qualname}"] += count
    return named


def steep_lines(extract: Callable[[str], object], kind: str, size: int = _SIZE) -> list[str]:
    """Return the lines that run out of proportion to the length of a text of a kind that ``HOSTILE`` names.

    ``extract`` is called with texts of ``size`` code points, twice and four times as many. Steep is a line, or all
    lines together, that runs more than 2.6 times as often at both doublings; where there are any, two more doublings
    tell a square from a window that is not yet full. Each line comes with its counts.
    """
    runs = [_run(extract, hostile_text(kind, size << doubling)) for doubling in range(3)]
    steep = _steep(runs)
    while steep and len(runs) <= _DOUBLINGS:
        runs.append(_run(extract, hostile_text(kind, size << len(runs))))
        steep = _steep(runs)
    return [f"{line}: {', '.join(str(run[line]) for run in runs)}" for line in steep]


def _run(extract: Callable[[str], object], text: str) -> Counter[str]:
    extract(text)  # what is kept for the next text, as the shapes of words are, is no part of the growth
    counts = count_steps(lambda: extract(text))
    counts["all lines"] = counts.total()
    return counts


def _steep(runs: list[Counter[str]]) -> list[str]:
    short, middle, long = runs[-3:]
    return [
        line
        for line in long
        if short[line] >= _FEW and middle[line] > _STEEP * short[line] and long[line] > _STEEP * middle[line]
    ]
