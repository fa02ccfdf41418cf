"""An article as its reader sees it, and where what is found in that lies in the text as it came."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from attrs import evolve

from newskit.article import Article
from newskit.characters import changes_as_seen
from newskit.kinds import Part
from newskit.spans import Span


class AsSeen:
    """An article as it is seen, whose offsets count the characters that are seen; ``same`` where nothing is changed."""

    def __init__(self, article: Article) -> None:
        self._text, changes = article.text, list(changes_as_seen(article.text))
        self.same, self.article = not changes, article
        if changes:
            pieces, self._starts, self._ends, last = list[str](), list[int](), list[int](), 0
            for start, end, seen in (*changes, (len(self._text), len(self._text), "")):
                pieces += (self._text[last:start], seen)
                self._starts += (*range(last, start), *[start] * len(seen))
                self._ends += (*range(last + 1, start + 1), *[end] * len(seen))
                last = end
            text = "".join(pieces)
            self.article = evolve(article, text=text, parts=self._seen_parts(article.parts, text))

    def there(self, span: Span) -> Span:
        """Return where a span of what is seen lies in the text as it came."""
        start, end = self._starts[span.start], self._ends[span.end - 1]
        return Span(start, end, self._text[start:end])

    def _seen_parts(self, parts: Iterable[Part], text: str) -> Iterator[Part]:
        """Yield the parts as they are seen, without those that show nothing."""
        for part in parts:
            start, end = bisect_left(self._starts, part.span.start), bisect_left(self._starts, part.span.end)
            if start < end:
                yield evolve(part, span=Span(start, end, text[start:end]))
