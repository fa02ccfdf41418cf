"""Spans: stretches of an article's text."""

from __future__ import annotations

from attrs import frozen

from newskit.errors import InputError
from newskit.fields import TEXT, WHOLE, Fields


@frozen(order=True)
class Span:
    """A stretch of the article's text.

    ``start`` and ``end`` are half-open Unicode code point offsets into ``Article.text``, and ``text`` is
    ``Article.text[start:end]``. A span is never empty; spans sort by their place. Raises ``InputError`` where the
    three do not fit together.
    """

    start: int
    end: int
    text: str

    def __attrs_post_init__(self) -> None:
        start, end, text = self.start, self.end, self.text
        if type(start) is not int or type(end) is not int or type(text) is not str:
            _SPAN.check(self)
            start, end, text = self.start, self.end, self.text
        if not 0 <= start < end or end - start != len(text):
            msg = f"span {start}:{end} does not fit {text!r}: expected 0 <= start < end = start + length"
            raise InputError(msg, field="span")

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end


_SPAN = Fields(start=WHOLE, end=WHOLE, text=TEXT)
