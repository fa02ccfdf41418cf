"""The options of the plugin: the pipeline, and what its labels stand for."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

import newskit

_LABELS: Mapping[str, newskit.EntityKind] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}
"""The labels of OntoNotes and CoNLL, which most pipelines have."""


@frozen
class Options:
    """Which pipeline is loaded, and what of it is taken."""

    model: str = "en_core_web_sm"
    """What ``spacy.load`` takes: the name of a pipeline or the path of one."""
    labels: Mapping[str, newskit.EntityKind] = field(factory=dict)
    """More labels of the pipeline, each with the kind of entity that it stands for."""

    @property
    def kinds(self) -> Mapping[str, newskit.EntityKind]:
        """The kinds of entity by label, the usual labels among them."""
        return {**_LABELS, **self.labels}
