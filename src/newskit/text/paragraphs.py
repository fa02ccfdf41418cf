"""Paragraphs: lines as pasted, or indented blocks where the lines were broken by hand."""

from __future__ import annotations

from collections.abc import Iterator

import regex
from attrs import frozen

_LINE = regex.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]++")
_WIRE_WIDTH = 90
"""Hand-broken lines are at most this long; the wires set 60 to 80 characters."""
_SENTENCE_END = frozenset(".?!:;\"'”’)_")


@frozen
class Paragraph:
    """A paragraph: half-open code point offsets without the white space around it."""

    start: int
    end: int


@frozen
class _Line:
    start: int
    end: int
    indented: bool
    gap_before: bool


def _lines(text: str) -> Iterator[_Line]:
    last_end = 0
    for match in _LINE.finditer(text):
        raw = match.group()
        bare = raw.strip()
        if not bare:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        breaks = text.count("\n", last_end, match.start()) or 1
        yield _Line(start, start + len(bare), raw[0] in " \t\u00a0\u3000", breaks > 1)
        last_end = match.end()


def _blocks(lines: Iterator[_Line]) -> Iterator[list[_Line]]:
    block: list[_Line] = []
    for line in lines:
        if line.gap_before and block:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _broken_by_hand(text: str, block: list[_Line]) -> bool:
    """Tell whether most lines of a block end in mid-sentence, as they do in raw wire text."""
    inner = block[:-1]
    if not inner or max(line.end - line.start for line in block) > _WIRE_WIDTH:
        return False
    open_ended = sum(
        text[line.end - 1] not in _SENTENCE_END and not following.indented
        for line, following in zip(inner, block[1:], strict=True)
    )
    runs_on = sum(text[line.start].islower() or text[line.start].isdigit() for line in block[1:])
    return open_ended * 2 > len(inner) and runs_on * 4 >= len(inner)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Cut a text into paragraphs, in order and without overlap; every character but white space is in one.

    A line is a paragraph. Only in a block of short lines that mostly break in mid-sentence do lines run on until a
    blank or an indented line.
    """
    found: list[Paragraph] = []
    for block in _blocks(_lines(text)):
        wire = _broken_by_hand(text, block)
        for position, line in enumerate(block):
            if wire and position and not line.indented:
                found[-1] = Paragraph(found[-1].start, line.end)
            else:
                found.append(Paragraph(line.start, line.end))
    return tuple(found)
