"""Paragraphs: lines as pasted, or indented blocks where the lines were broken by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

from attrs import frozen

_INDENTS = frozenset(" \t\u00a0\u3000")
_WIRE_WIDTH = 90
"""Hand-broken lines are at most this long; the wires set 60 to 80 characters."""
_NARROWEST = 45
"""Lines that are all shorter than this were not broken for want of room."""
_RAGGED = 3
"""A line is full where it could hold its next word only with so many characters more."""
_SENTENCE_END = frozenset(".?!:;\"'”’)_")


@frozen
class Paragraph:
    """A paragraph: half-open code point offsets without the white space around it."""

    start: int
    end: int


_Line = tuple[int, int, bool]
"""A line without the white space around it: its start, its end, and whether it is indented."""


def _blocks(text: str) -> Iterator[list[_Line]]:
    """Yield the lines between blank lines."""
    block: list[_Line] = []
    end = behind = 0
    for line in text.splitlines(keepends=True):
        first, behind = behind, behind + len(line)
        bare = line.strip()
        if not bare:
            continue
        if block and first - end > 1 and text.count("\n", end, first) > 1:
            yield block
            block = []
        start = first + len(line) - len(line.lstrip())
        end = start + len(bare)
        block.append((start, end, line[0] in _INDENTS))
    if block:
        yield block


def _broken_by_hand(text: str, block: list[_Line], width: Callable[[], int]) -> bool:
    """Tell whether most lines of a block end in mid-sentence, as they do in raw wire text.

    Indented lines begin paragraphs, so that only the others count. Where few of those begin in small letters, as among
    names, it tells that most lines are as full as they can be. A figure behind the end of a sentence may head an entry.
    """
    inner = open_ended = runs_on = 0
    last = -1
    rows = text.count("\t", block[0][0], block[-1][1]) >= len(block)
    if rows or _numbered(text, block):
        return False
    for start, end, indented in block:
        if end - start > _WIRE_WIDTH:
            return False
        if not indented and last >= 0:
            inner += 1
            unended, head = text[last] not in _SENTENCE_END, text[start]
            open_ended += unended
            runs_on += head.islower() or (unended and head.isdigit())  # no clock times that head entries
        last = end - 1
    if open_ended * 2 <= inner:
        return False
    return runs_on * 4 >= inner or _filled(text, block, width()) * 4 >= inner * 3


def _numbered(text: str, block: list[_Line]) -> bool:
    """Tell whether each line of a block but the first begins with its number: "2. Stay at home"."""
    heads = (text[start:end].split(None, 1)[0] for start, end, _ in block[1:])
    return all(head[-1] in ".)" and head[:-1].isdigit() and len(head) <= len("99.") for head in heads)


def _headed(text: str, block: list[_Line]) -> bool:
    """Tell whether the first line of a block is in capitals and the second is not."""
    (start, end, _), (below, stop, _) = block[:2]
    return text[start:end].isupper() and not text[below:stop].isupper()


def _stands_alone(text: str, block: list[_Line], width: int) -> bool:
    """Tell whether the first line of a block was not broken for want of room: a headline, a byline, a date.

    It leaves two fifths of the width free and more than the next word needs, which begins in a capital.
    """
    (start, end, _), (below, stop, _) = block[:2]
    room = width - (end - start)
    first = text[below:stop].split(None, 1)[0]
    return (
        _NARROWEST <= width <= _WIRE_WIDTH
        and 5 * room > 2 * width
        and room > len(first) + _RAGGED
        and first[0].isupper()
        and text[end - 1] not in _SENTENCE_END
        and text[start].isupper()
    )


def _filled(text: str, block: list[_Line], width: int) -> int:
    """Return how many lines had no room for the first word of the next one, in a text that is so wide."""
    if not _NARROWEST <= width <= _WIRE_WIDTH:
        return 0
    return sum(
        before_end - before + 1 + len(text[start:end].split(None, 1)[0]) > width - _RAGGED
        for (before, before_end, _), (start, end, indented) in pairwise(block)
        if not indented
    )


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Cut a text into paragraphs, in order and without overlap; every character but white space is in one.

    A line is a paragraph. Only in a block of short lines that mostly break in mid-sentence do lines run on until a
    blank or an indented line; a first line in capitals stands alone, as do first lines that leave much room.
    """
    found: list[Paragraph] = []
    width = cache(lambda: max(map(len, text.splitlines())))
    for block in _blocks(text):
        if not _broken_by_hand(text, block, width):
            found += [Paragraph(start, end) for start, end, _ in block]
            continue
        while len(block) > 1 and (_headed(text, block) or _stands_alone(text, block, width())):
            found.append(Paragraph(*block.pop(0)[:2]))
        begin = block[0][0]
        for (_, end, _), (start, _, indented) in pairwise(block):
            if indented:
                found.append(Paragraph(begin, end))
                begin = start
        found.append(Paragraph(begin, block[-1][1]))
    return tuple(found)
