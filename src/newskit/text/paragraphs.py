"""Paragraphs: lines as pasted, or indented blocks where the lines were broken by hand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from attrs import frozen

_INDENTS = frozenset(" \t\u00a0\u3000")
_WIRE_WIDTH = 90
"""Hand-broken lines are at most this long; the wires set 60 to 80 characters."""
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


def _broken_by_hand(text: str, block: list[_Line]) -> bool:
    """Tell whether most lines of a block end in mid-sentence, as they do in raw wire text."""
    if len(block) == 1 or any(end - start > _WIRE_WIDTH for start, end, _ in block):
        return False
    open_ended = runs_on = 0
    last = "."
    for start, end, indented in block:
        open_ended += last not in _SENTENCE_END and not indented
        head = text[start]
        runs_on += head.islower() or head.isdigit()
        last = text[end - 1]
    first = text[block[0][0]]
    runs_on -= first.islower() or first.isdigit()
    inner = len(block) - 1
    return open_ended * 2 > inner and runs_on * 4 >= inner


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Cut a text into paragraphs, in order and without overlap; every character but white space is in one.

    A line is a paragraph. Only in a block of short lines that mostly break in mid-sentence do lines run on until a
    blank or an indented line.
    """
    found: list[Paragraph] = []
    for block in _blocks(text):
        if not _broken_by_hand(text, block):
            found += [Paragraph(start, end) for start, end, _ in block]
            continue
        begin = block[0][0]
        for (_, end, _), (start, _, indented) in pairwise(block):
            if indented:
                found.append(Paragraph(begin, end))
                begin = start
        found.append(Paragraph(begin, block[-1][1]))
    return tuple(found)
