"""Is this quote in that source, word for word, and whose is it there?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newskit.article import Article
from newskit.document import Document
from newskit.kit import Kit
from newskit.lazily import lazily

if TYPE_CHECKING:
    from newskit.verify.check import Source
    from newskit.verify.index import SourceIndex
    from newskit.verify.verdict import (
        Attributed,
        Attribution,
        Change,
        Difference,
        EditMark,
        Match,
        Matter,
        Stretch,
        Verdict,
    )

__all__ = [
    "Attributed",
    "Attribution",
    "Change",
    "Difference",
    "EditMark",
    "Match",
    "Matter",
    "Source",
    "SourceIndex",
    "Stretch",
    "Verdict",
    "verify",
]

if not TYPE_CHECKING:  # import time, for whoever checks no quotes
    __getattr__, __dir__ = lazily(
        __name__,
        check=("Source",),
        index=("SourceIndex",),
        verdict={*__all__} - {"Source", "SourceIndex", "verify"},
    )


def verify(
    quote: str, source: str | Article | Document, speaker: str | None = None, *, kit: Kit | None = None
) -> Verdict:
    """Return whether a quote stands in a source, and with ``speaker`` whether the source gives it to them.

    ``source`` is a text, an article, or a document, whose quotes are then those that it has; else ``kit`` reads them
    (default: all installed plugins), where a speaker is asked for. To check many quotes against one source, index it
    once as ``newskit.verify.Source``. Raises as ``Source.check`` does.
    """
    from newskit.verify.check import Source  # noqa: PLC0415 - likewise

    return Source(source, kit=kit).check(quote, speaker)
