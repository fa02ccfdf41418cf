"""Titles: offices, ranks, jobs and honorifics, before a name, after it or alone."""

from collections.abc import Iterable, Iterator

import newskit
from newskit_titles import options
from newskit_titles.finder import Finder
from newskit_titles.records import RULES


@newskit.hookimpl
def newskit_extractors(config: newskit.Config) -> Iterable[newskit.Extractor]:
    """Register the extractor; option: ``roles`` are more nouns by class, as ``{"office": ["ombudsperson"]}``."""
    roles = options.roles(config)

    @newskit.extractor(newskit.Title, rules=RULES, languages=("en",))
    def titles(doc: newskit.Doc) -> Iterator[newskit.Title]:
        """Find the titles of an article: each role noun grown to its phrase, in the order of the text."""
        return Finder(doc, roles).titles()

    return [titles]
