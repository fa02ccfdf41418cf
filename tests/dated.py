"""What the tests of dates share: the plugin alone, with all that it finds, and a day of publication."""

from __future__ import annotations

from newskit import Document, Kit

PUBLISHED = "2025-02-18"  # a Tuesday
KIT = Kit(plugins=["newskit_dates"], options={"newskit_dates": {"ages": True}})


def read(text: str, published: str | None = PUBLISHED) -> Document:
    """Extract the dates of a text, with nothing that failed."""
    document = KIT.extract(text, published=published)
    assert document.failures == ()
    return document


def values(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str]]:
    """Return the words and the value of each time expression."""
    return [(found.span.text, found.value) for found in read(text, published).dates]
