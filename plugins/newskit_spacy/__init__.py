"""The bridge to spaCy: the names that a spaCy pipeline finds, as entities with their mentions and titles. Opt-in."""

from __future__ import annotations

from collections.abc import Iterable

import newskit
from newskit import linking
from newskit_spacy.options import Options

_NAME = "newskit_spacy"


@newskit.hookimpl
def newskit_options() -> type[Options]:
    """Return the class of the options."""
    return Options


@newskit.hookimpl
def newskit_extractors(config: newskit.Config, options: Options) -> Iterable[newskit.Extractor]:
    """Register the extractor and load the pipeline, where the user asks for this plugin.

    Raises ``NotAskedForError`` where the plugin is only
    installed, ``MissingExtraError`` without spaCy, and ``PluginError`` for a model that cannot be loaded.
    """
    if not config.asks_for(_NAME):
        raise newskit.NotAskedForError("off: choose it by name or give it the option 'model'", plugin=_NAME)
    # Only here, so that a kit without this plugin does not pay for it.
    from newskit_spacy.entities import entities  # noqa: PLC0415 - spaCy, only where it is asked for
    from newskit_spacy.pipeline import Pipeline  # noqa: PLC0415 - likewise

    pipeline = Pipeline(options.model, options.kinds)

    @newskit.extractor(newskit.Entity, reads=(newskit.Title,), rules=linking.RULES, languages=pipeline.languages)
    def names(doc: newskit.Doc) -> Iterable[newskit.Entity]:
        """Find the entities that the pipeline names, in the order of their first mentions."""
        return entities(doc, pipeline.names(doc.text))

    return [names]
