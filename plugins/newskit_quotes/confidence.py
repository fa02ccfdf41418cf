"""What tells whether a whole attribution is right: its sort, its form, and how clear each decision on it was."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import TypeVar

from newskit_quotes.codes import CODES, NO, NOTHING, NUMBERS, UP_TO_2, UP_TO_3, YES, Steps
from newskit_quotes.columns import Columns
from newskit_quotes.features import Reads, Seen
from newskit_quotes.records import Attribution, Range

T = TypeVar("T")
RIGHT = Seen(
    "right",
    "",
    "form kind cue_score lemma grade source tag first tag_first length pieces within holds same_within same_holds"
    " sure_start sure_end sure_left_end sure_left_start sure_source",
)
_ODDS = (0.5, 0.6, 0.7, 0.8, 0.87, 0.92, 0.95, 0.97, 0.98, 0.99)
_MARGINS = Steps(4, 8, 16, 24, 32, 48, 64, 96)
"""In units of the weights."""
_LENGTHS, _UP_TO_4 = Steps(2, 4, 7, 11, 17, 27), Steps(*range(1, 5))
_DECISIONS = ("start", "end", "left_end", "left_start", "source")


def features(columns: Columns, attribution: Attribution, margins: Mapping[str, int], reads: Reads[T]) -> T:
    """Return what is read of the features; ``margins`` say by how much the best candidate of a decision won."""
    head, content, within, holds = attribution.head, attribution.content, attribution.within, attribution.holds
    lemma, grade = columns.cue_codes(head)
    token = content[0][0]
    tag, first, tag_first = columns.kinds[head], columns.codes[token], columns.kinds[token]
    form, kind = CODES[attribution.form], CODES[attribution.kind]
    cue_score = NUMBERS[bisect_right(_ODDS, attribution.cue_score)]
    sure = [_MARGINS[margins[each]] if each in margins else NOTHING for each in _DECISIONS]
    source = _source_sort(columns, attribution)
    length = _LENGTHS[sum([end - start for start, end in content])]
    # fmt: off
    return reads(RIGHT)()(
        form, kind, cue_score, lemma, grade, source, tag, first, tag_first,
        length, _UP_TO_4[len(content)], UP_TO_2[len(within)], UP_TO_2[len(holds)],
        _shared(attribution.source, within[-1]) if within else NOTHING,
        _shared(attribution.source, holds[0]) if holds else NOTHING,
        *sure,
    )
    # fmt: on


def _shared(source: Range | None, other: Range | None) -> int:
    """Return the code of whether another report has the same source."""
    return YES if other == source else NO


def _source_sort(columns: Columns, attribution: Attribution) -> int:
    """Return the code of what a source is: its tag, whether several words, on which side of the cue, how far."""
    if attribution.source is None:
        return NOTHING
    start, end = attribution.source
    head = attribution.head
    left = end <= head
    gap = head - end if left else start - head - 1
    sort = columns.kinds[end - 1] + 3 * _UP_TO_4[gap] + 5 * UP_TO_3[end - start]
    return sort + 7 * NUMBERS[left]
