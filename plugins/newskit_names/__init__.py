"""Names: people, organisations and places, one entity for all that an article says of each."""

from collections.abc import Iterable

import newskit
from newskit import linking
from newskit_names import options
from newskit_names.lexicon import lexicon
from newskit_names.model import weights
from newskit_names.recognizer import Recognizer
from newskit_names.records import GROUP_RULES, RULES, SPAN_RULES


@newskit.hookimpl
def newskit_extractors(config: newskit.Config) -> Iterable[newskit.Extractor]:
    """Register the extractor ``names``.

    The options ``organizations``, ``places`` and ``people`` are lists of names to be known besides those of the plugin.
    Raises ``PluginError`` for what is no such list.
    """
    own = options.read(config)

    @newskit.extractor(
        newskit.Entity,
        reads=(newskit.Title,),
        rules=(SPAN_RULES, RULES, GROUP_RULES, *linking.RULES),
        languages=("en",),
    )
    def names(doc: newskit.Doc) -> Iterable[newskit.Entity]:
        """Find the entities of an article with their mentions and titles, in the order of their first mentions."""
        known = lexicon(own)
        return Recognizer(doc, known, weights("weights.txt", known)).entities()

    return [names]
