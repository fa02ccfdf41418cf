"""The bridge to spaCy: the names that a spaCy pipeline finds, as entities with their mentions and titles. Opt-in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast, get_args

import newskit
from newskit import linking

_NAME = "newskit_spacy"
_MODEL = "en_core_web_sm"
_LABELS: Mapping[str, newskit.EntityKind] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "facility",
    "NORP": "group",
}
"""The labels of OntoNotes and CoNLL, which most pipelines have."""


def _options(given: Mapping[str, Any]) -> tuple[str, dict[str, newskit.EntityKind]]:
    """Return the model and the labels; raises ``PluginError`` for what is no value of them."""
    model, labels = given.get("model", _MODEL), given.get("labels", {})
    if not isinstance(model, str):
        raise newskit.PluginError(f"option 'model': expected a name or a path, got {model!r}", plugin=_NAME)
    kinds = get_args(newskit.EntityKind)
    if not isinstance(labels, Mapping) or not all(kind in kinds for kind in labels.values()):
        known = ", ".join(kinds)
        raise newskit.PluginError(f"option 'labels': expected labels with {known}, got {labels!r}", plugin=_NAME)
    return model, {**_LABELS, **cast("Mapping[str, newskit.EntityKind]", labels)}


@newskit.hookimpl
def newskit_extractors(config: newskit.Config) -> Iterable[newskit.Extractor]:
    """Register the extractor and load the pipeline, where the user asks for this plugin.

    The option ``model`` is what ``spacy.load`` takes (``en_core_web_sm`` unless given); ``labels`` adds labels of the
    pipeline with the kinds of entity that they stand for. Raises ``NotAskedForError`` where the plugin is only
    installed, ``MissingExtraError`` without spaCy, and ``PluginError`` for a model that cannot be loaded.
    """
    if not config.asks_for(_NAME):
        raise newskit.NotAskedForError("off: choose it by name or give it the option 'model'", plugin=_NAME)
    # Only here, so that a kit without this plugin does not pay for it.
    from newskit_spacy.entities import entities  # noqa: PLC0415 - spaCy, only where it is asked for
    from newskit_spacy.pipeline import Pipeline  # noqa: PLC0415 - likewise

    pipeline = Pipeline(*_options(config.for_plugin(_NAME, known=("labels", "model"))))

    @newskit.extractor(newskit.Entity, reads=(newskit.Title,), rules=linking.RULES)
    def names(doc: newskit.Doc) -> Iterable[newskit.Entity]:
        """Find the entities that the pipeline names, in the order of their first mentions."""
        return entities(doc, pipeline.names(doc.text))

    return [names]
