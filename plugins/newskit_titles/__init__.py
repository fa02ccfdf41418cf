"""Titles: offices, ranks, jobs and honorifics, before a name, after it or alone."""

from collections.abc import Iterable, Iterator

import newskit
from newskit_titles.finder import Finder


@newskit.extractor(newskit.Title)
def titles(doc: newskit.Doc) -> Iterator[newskit.Title]:
    """Find the titles of an article: each role noun grown to its phrase, in the order of the text."""
    yield from Finder(doc).titles()


@newskit.hookimpl
def newskit_extractors(config: newskit.Config) -> Iterable[newskit.Extractor]:
    """Register the extractor ``titles``; there are no options."""
    config.for_plugin("newskit_titles", known=())
    return [titles]
