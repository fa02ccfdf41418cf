"""Universal parts of speech for those of Penn."""

from __future__ import annotations

from functools import cache

from newskit.text.cache import Kept
from newskit.text.lexicon import classes


@cache
def _listed() -> dict[str, str]:
    by_name = classes("newskit.text", "universal_tags.txt")
    # No list can hold "#", which begins a comment there.
    return {"#": "SYM", **{tag: name for name, tags in by_name.items() for tag in tags}}


def _universal(tag: str) -> str:
    return _listed().get(tag) or _listed().get(tag.partition("+")[0], "PUNCT")


UNIVERSAL_TAGS = Kept(_universal)
"""The Universal tag of each of Penn's, of one of two ("PRP+MD") that of the first; ``PUNCT`` for what is no word."""
