"""Marked text as HTML: what overlaps is cut where it must be, so that elements nest; letters stay as they are."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise
from typing import TypeVar

import regex
from attrs import frozen

T = TypeVar("T")
_UNWRITABLE = regex.compile(r"[\0\ud800-\udfff]")
_FORCED = regex.compile(r"[\u202a-\u202e\u2066-\u2069]")


def letters(text: str) -> str:
    """Return a text as HTML that shows it letter for letter.

    A carriage return, which a browser would turn into a line feed, is written by its number; NUL and lone surrogates,
    which HTML cannot hold, become U+FFFD. A text with signs that force a direction is isolated from what is around it.
    """
    escaped = _escaped(text)
    return f"<bdi>{escaped}</bdi>" if _FORCED.search(text) else escaped


def value(text: str) -> str:
    """Return a text for where no element can be, in an attribute or a title: what forces a direction becomes U+FFFD."""
    return _escaped(_FORCED.sub("\ufffd", text))


def _escaped(text: str) -> str:
    return escape(_UNWRITABLE.sub("\ufffd", text)).replace("\r", "&#13;")


def element(tag: str, **attributes: str | None) -> str:
    """Return an opening tag; what is None is left out, and names are turned: ``class_``, ``data_card``."""
    given = ((name.rstrip("_").replace("_", "-"), value) for name, value in attributes.items() if value is not None)
    return f"<{tag}{''.join(_attribute(*each) for each in given)}>"


def _attribute(name: str, text: str) -> str:
    return f' {name}="{value(text)}"'


def pieces(ranges: Sequence[tuple[int, int, T]], end: int) -> Iterator[tuple[int, int, list[T]]]:
    """Cut a text from 0 to ``end`` wherever a range begins or ends; yield each piece with the ranges that cover it.

    A range is a start, an end and what it stands for; they cover a piece in the order in which they were given.
    """
    ends = {min(place, end) for each in ranges for place in each[:2]}
    waiting = sorted(range(len(ranges)), key=lambda each: ranges[each][0], reverse=True)
    covering: list[int] = []
    for low, high in pairwise(sorted({0, end} | ends)):
        covering = [each for each in covering if ranges[each][1] > low]
        while waiting and ranges[waiting[-1]][0] <= low:
            each = waiting.pop()
            if ranges[each][1] > low:
                insort(covering, each)
        yield low, high, [ranges[each][2] for each in covering]


@frozen
class Mark:
    """An element around a stretch of the text.

    ``opening`` is its tag; ``id`` is that of the first piece where it is cut. ``href`` makes a link of it, or of its
    ``badge``, the opening tag of an empty element before the first piece. Blocks are outside of all other marks, then
    what begins earlier, what is longer, what has the lower ``rank``.
    """

    start: int
    end: int
    opening: str
    id: str | None = None
    href: str | None = None
    badge: str = ""
    rank: int = 0
    block: bool = False

    @property
    def order(self) -> tuple[bool, int, int, int]:
        """What sorts a mark before those inside of it."""
        return not self.block, self.start, -self.end, self.rank


def marked(text: str, marks: Sequence[Mark]) -> str:
    """Return a text with its marks as HTML. A mark inside a link has none of its own, as links cannot nest."""
    inside_out = sorted(marks, key=lambda mark: mark.order)
    written: list[str] = []
    opened: list[_Open] = []
    for start, end, covering in pieces([(mark.start, mark.end, mark) for mark in inside_out], len(text)):
        kept = 0
        while kept < min(len(opened), len(covering)) and opened[kept].mark is covering[kept]:
            kept += 1
        written += (each.closing for each in reversed(opened[kept:]))
        del opened[kept:]
        for mark in covering[kept:]:
            linked = any(each.linked for each in opened)
            opened.append(_Open(mark, linked=bool(mark.href) and not mark.badge and not linked))
            written.append(opened[-1].opening(first=start == mark.start, in_link=linked))
        written.append(letters(text[start:end]))
    written += (each.closing for each in reversed(opened))
    return "".join(written)


@frozen
class _Open:
    """A mark whose element is open."""

    mark: Mark
    linked: bool

    def opening(self, *, first: bool, in_link: bool) -> str:
        mark = self.mark
        opening = mark.opening
        if first and mark.id:
            opening = f"{opening[:-1]} {element('', id=mark.id)[2:]}"
        if self.linked:
            opening = f"{element('a', href=mark.href)}{opening}"
        if first and mark.badge:
            badge = mark.badge if in_link else f"{element('a', href=mark.href, class_='ref')}{mark.badge}"
            opening = f"{badge}</span>{'' if in_link else '</a>'}{opening}"
        return opening

    @property
    def closing(self) -> str:
        tag = self.mark.opening[1:-1].partition(" ")[0]
        return f"</{tag}></a>" if self.linked else f"</{tag}>"
