"""Layers: what makes a class a kind, the name under which a document lists it, and the names that are taken."""

from __future__ import annotations

from typing import cast

import attrs

ARTICLE_FIELDS = ("id", "text", "published", "url", "publisher", "language")
"""The fields of an article that stand at the top of a written document."""
DOCUMENT_FIELDS = frozenset(
    (
        "schema",
        *ARTICLE_FIELDS,
        "publication_day",
        "meta",
        "given_parts",
        "other_layers",
        "failures",
        "dropped",
        "revised",
    )
)
"""What a written document has besides its layers; no layer can be named so."""


def layer_of(kind: type) -> str:
    """Return the name under which a document lists a kind."""
    return cast("str", kind.layer)  # type: ignore[attr-defined]  # every kind has one


def is_kind(cls: object) -> bool:
    """Tell whether a class can be made by an extractor: an attrs class that names its ``layer``."""
    return isinstance(cls, type) and attrs.has(cls) and isinstance(getattr(cls, "layer", None), str)
