"""What tells speech between quotation marks from scare quotes, titles and terms."""

from __future__ import annotations

from bisect import bisect_right
from typing import TypeVar

from newskit_quotes.codes import EDGE, NO, NUMBERS, YES
from newskit_quotes.columns import Columns, Quoted
from newskit_quotes.features import Reads, Seen
from newskit_quotes.lexicon import word_class

T = TypeVar("T")
SPEECH = Seen(
    "speech",
    "",
    "length stops begins verbs titled before tag_before after tag_after first tag_first last tag_last"
    " own finite body around",
)
_LENGTHS = (2, 3, 4, 6, 9, 14, 25)
_SELF = word_class("self")
_AROUND = 12


def features(columns: Columns, quotation: Quoted, reads: Reads[T]) -> T:
    """Return what is read of the features of a quotation, marks not counted."""
    lower, words, tags, fine = columns.lower, columns.codes, columns.kinds, columns.fine
    begin, end = quotation.first + 1, max(quotation.last - 1, quotation.first + 1)
    low, high = columns.bounds[quotation.first][0], columns.bounds[quotation.last - 1][1]
    length = NUMBERS[bisect_right(_LENGTHS, quotation.words)]
    before, tag_before = (
        (words[quotation.first - 1], tags[quotation.first - 1]) if quotation.first > low else (EDGE, EDGE)
    )
    after, tag_after = (words[quotation.last], tags[quotation.last]) if quotation.last < high else (EDGE, EDGE)
    first, tag_first = (words[begin], tags[begin]) if begin < end else (EDGE, EDGE)
    last, tag_last = (words[end - 1], tags[end - 1]) if begin < end else (EDGE, EDGE)
    verbs = NUMBERS[min(columns.count_verbs(begin, end), 3)]
    finite = YES if any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in fine[begin:end]) else NO
    own = NO if _SELF.isdisjoint(lower[begin:end]) else YES
    capitals = sum(word[0].isupper() for word in columns.words[begin + 1 : end])
    titled = YES if capitals > (end - begin) // 2 else NO
    stops = YES if quotation.stops else NO
    begins = YES if quotation.first == low else NO
    body = YES if quotation.paragraph else NO
    around = NUMBERS[min(columns.count_verbs(max(low, quotation.first - _AROUND), quotation.first), 3)]
    # fmt: off
    return reads(SPEECH)()(
        length, stops, begins, verbs, titled, before, tag_before, after, tag_after, first, tag_first, last, tag_last,
        own, finite, body, around,
    )
    # fmt: on
