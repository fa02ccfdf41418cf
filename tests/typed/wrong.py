"""A program that is wrong in each line that says so: a line that mypy or pyright lets pass fails the check."""

from __future__ import annotations

from collections.abc import Iterator

import newskit

quote = newskit.extract("").quotes[0]

name = quote.speaker.name  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
quote.kind = "direct"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
newskit.Article(text=1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
newskit.Entity("persn", "Ann", [])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
newskit.Kit(plugin=[])  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
newskit.Kit().extract("", published=3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
newskit.extract("")[newskit.Quote].append(quote)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
newskit.extract("").quotes[0].confidence.upper()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]


@newskit.extractor(newskit.Quote)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
def entities(doc: newskit.Doc) -> Iterator[newskit.Entity]:
    """Make another kind than is declared."""
    yield from doc[newskit.Entity]
