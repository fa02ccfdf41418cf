"""Where content left of its cue begins and ends: candidate boundaries, and what is seen at each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from newskit_quotes.chunks import phrase_before
from newskit_quotes.codes import EDGE, MASK, NO, NUMBERS, UP_TO_2, UP_TO_8, YES, Steps
from newskit_quotes.columns import COMMAS, Columns
from newskit_quotes.features import Reads, Seen
from newskit_quotes.lexicon import WHO, word_class

T = TypeVar("T")
END = Seen("left_end", "side lemma grade tag_cue", "word before tag tag_before distance shape mark verbs")
START = Seen("left_start", "gap side lemma grade", "word before tag edge mark verbs length nearest")
_LEFT = word_class("left_opening")
_LEFT_REACH, _SHAPE, _LEFT_MOST, _MOST_LEFT = 40, 6, 8, 14
_FAR = NUMBERS[63]
_UP_TO_6, _UP_TO_9 = Steps(*range(1, 7)), Steps(*range(1, 10))
_SUBJECTS = frozenset({"PRON", "DET", "PROPN"})
_BEFORE_SUBJECTS = _SUBJECTS | {"AUX"}


def left_end_candidates(columns: Columns, head: int, first: int) -> list[int]:
    """Return the token boundaries before a cue at which content to its left may end, nearest first."""
    lower, tags, closes = columns.lower, columns.tags, columns.closes
    found = [head]
    for index in range(head - 1, max(first, head - _LEFT_REACH), -1):
        if lower[index] in COMMAS or index in closes or tags[index] in _BEFORE_SUBJECTS:
            found.append(index)
            if len(found) > _LEFT_MOST:
                break
    return found


def left_ends(columns: Columns, head: int, first: int, layout: int, reads: Reads[T]) -> tuple[list[int], list[T]]:
    """Return the boundaries left of a cue at which its content may end, with what is read of each one's features."""
    words, tags, verbs_before = columns.codes, columns.kinds, columns.verbs
    candidates = [index for index in left_end_candidates(columns, head, first) if index > first]
    read = reads(END)(NUMBERS[layout], *columns.cue_codes(head), tags[head])
    found: list[T] = []
    for index in candidates:
        word, before, tag, tag_before = words[index], words[index - 1], tags[index], tags[index - 1]
        distance = UP_TO_8[head - index]
        shape = _mixed(tags, index, head) if head - index <= _SHAPE else _FAR
        mark = YES if index in columns.closes else NO
        verbs = _UP_TO_9[verbs_before[head] - verbs_before[index]]
        found.append(read(word, before, tag, tag_before, distance, shape, mark, verbs))
    return candidates, found


def left_start_candidates(columns: Columns, end: int, first: int) -> list[int]:
    """Return the tokens at which content that ends left of the cue may begin, the sentence's first token first."""
    if end in columns.closes:
        quotation = columns.closes[end]
        if quotation.first <= first or first >= end:
            return [quotation.first]
    inside, opens, tags = columns.inside, columns.opens, columns.tags
    found = []
    before = columns.lower[first]
    for index, word in enumerate(columns.lower[first + 1 : end], first + 1):
        opened = opens and index in opens
        if (opened or not inside[index]) and (
            opened or tags[index] in _SUBJECTS or before in COMMAS or before in _LEFT or word in WHO
        ):
            found.append(index)
        before = word
    return [first, *found[-_MOST_LEFT:]]


def left_starts(
    columns: Columns, head: int, end: int, first: int, layout: int, reads: Reads[T]
) -> tuple[list[int], list[T]]:
    """Return the tokens where content left of a cue may begin, given its end, with what is read of their features."""
    lower, words, tags = columns.lower, columns.codes, columns.kinds
    closing = YES if end in columns.closes else NO
    comma = end < len(lower) and lower[end] in COMMAS
    side = NUMBERS[layout]
    gap = NUMBERS[1 if comma else 2 if end in columns.closes else 3] + 7 * side
    candidates = left_start_candidates(columns, end, first)
    read = reads(START)(gap, side, *columns.cue_codes(head))
    found: list[T] = []
    for index in candidates:
        edge = YES if index == first else NO
        word, tag = words[index], tags[index]
        before = words[index - 1] if index > first else EDGE
        mark = (YES if index in columns.opens else NO) + 11 * closing
        verbs = UP_TO_2[columns.count_verbs(index, end)]
        length = _UP_TO_6[end - index]
        nearest = index == end - 1
        found.append(read(word, before, tag, edge, mark, verbs, length, nearest))
    return candidates, found


def _mixed(codes: Sequence[int], first: int, last: int) -> int:
    """Return one code for the tokens ``first:last``, in their order."""
    found = last - first
    for index in range(first, last):
        found = (31 * found + codes[index]) & MASK
    return found


def before_subject(columns: Columns, head: int, end: int) -> int:
    """Return an end of content that lies within who says it as the comma before: "That|, adviser Ann Roe explained"."""
    subject = phrase_before(columns, columns.group_starts[head])
    if subject is None or columns.lowered(head + 1) != "," or not subject[0] < end < subject[1]:
        return end
    return subject[0] - 1 if columns.lowered(subject[0] - 1) == "," else end
