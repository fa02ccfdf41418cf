"""Titles: offices, ranks, jobs and honorifics, before a name, after it or alone."""

from collections.abc import Iterable, Iterator
from functools import cache

import newskit
from newskit_titles.finder import Finder
from newskit_titles.options import Options
from newskit_titles.records import RULES
from newskit_titles.roles import Roles


@cache
def _shipped() -> Roles:
    return Roles({})


@newskit.hookimpl
def newskit_options() -> type[Options]:
    """Return the class of the options."""
    return Options


@newskit.hookimpl
def newskit_extractors(options: Options) -> Iterable[newskit.Extractor]:
    """Register the extractor."""
    roles = Roles(options.roles) if options.roles else _shipped()

    @newskit.extractor(newskit.Title, rules=RULES, languages=("en",))
    def titles(doc: newskit.Doc) -> Iterator[newskit.Title]:
        """Find the titles of an article: each role noun grown to its phrase, in the order of the text."""
        return Finder(doc, roles).titles()

    return [titles]
