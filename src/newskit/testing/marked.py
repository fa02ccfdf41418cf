"""Texts with their spans marked by square brackets, so that tests need no offsets."""

from __future__ import annotations

from typing import NamedTuple

from newskit.errors import InputError
from newskit.spans import Span


class Marked(NamedTuple):
    """A text without its brackets, and the spans that they marked, in the order of their opening brackets."""

    text: str
    spans: tuple[Span, ...]


def marked(written: str) -> Marked:
    r"""Turn a text with ``[…]`` around its spans into the bare text and the spans.

    Brackets may nest; ``\[`` and ``\]`` are brackets of the text. Raises ``InputError`` for brackets without their
    partner and for empty spans.
    """
    bare: list[str] = []
    opened: list[int] = []
    edges: list[tuple[int, int]] = []
    position = 0
    while position < len(written):
        sign = written[position]
        if sign == "\\" and written[position + 1 : position + 2] in ("[", "]"):
            position += 1
            bare.append(written[position])
        elif sign == "[":
            opened.append(len(edges))
            edges.append((len(bare), -1))
        elif sign == "]":
            if not opened:
                msg = f"']' at {position} closes nothing"
                raise InputError(msg, field="written")
            place = opened.pop()
            edges[place] = edges[place][0], len(bare)
        else:
            bare.append(sign)
        position += 1
    if opened:
        msg = f"{len(opened)} '[' without ']'"
        raise InputError(msg, field="written")
    text = "".join(bare)
    return Marked(text, tuple(Span(start, end, text[start:end]) for start, end in edges))
