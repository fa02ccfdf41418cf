"""Names: people, organisations and places, one entity for all that an article says of each."""

from collections.abc import Iterable

import newskit
from newskit import linking
from newskit_names.recognizer import Recognizer


@newskit.extractor(newskit.Entity, reads=(newskit.Title,), rules=linking.RULES)
def names(doc: newskit.Doc) -> Iterable[newskit.Entity]:
    """Find the named entities of an article with their mentions and titles, in the order of their first mentions."""
    return Recognizer(doc).entities()


@newskit.hookimpl
def newskit_extractors(config: newskit.Config) -> Iterable[newskit.Extractor]:
    """Register the extractor ``names``; there are no options."""
    config.for_plugin("newskit_names", known=())
    return [names]
