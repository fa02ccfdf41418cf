"""Names: people, organisations and places, one entity for all that an article says of each."""

from collections.abc import Iterable

import newskit
from newskit import linking
from newskit_names.lexicon import lexicon
from newskit_names.model import WEIGHTS, weights
from newskit_names.options import OwnNames
from newskit_names.recognizer import Recognizer
from newskit_names.records import GROUP_RULES, RULES, SPAN_RULES


@newskit.hookimpl
def newskit_options() -> type[OwnNames]:
    """Return the class of the options."""
    return OwnNames


@newskit.hookimpl
def newskit_extractors(options: OwnNames) -> Iterable[newskit.Extractor]:
    """Register the extractor ``names``."""

    @newskit.extractor(
        newskit.Entity,
        reads=(newskit.Title,),
        rules=(SPAN_RULES, RULES, GROUP_RULES, *linking.RULES),
        languages=("en",),
    )
    def names(doc: newskit.Doc) -> Iterable[newskit.Entity]:
        """Find the entities of an article with their mentions and titles, in the order of their first mentions."""
        known = lexicon(options)
        return Recognizer(doc, known, weights(WEIGHTS[options.worldwide], known)).entities()

    return [names]
