"""Sources that are one person whom nothing names."""

from __future__ import annotations

from newskit_quotes.chunks import base_of, phrases
from newskit_quotes.columns import Columns
from newskit_quotes.lexicon import word_class, word_set
from newskit_quotes.records import Range

EPITHETS = word_class("epithet")
_INDEFINITE = word_class("indefinite") | {"one"}


def is_stranger(columns: Columns, source: Range) -> bool:
    """Tell whether a source is somebody without a name: "a spokesman for the port"."""
    lower = columns.lower
    if lower[source[0]] not in _INDEFINITE:
        return False
    base = base_of(columns, source)
    known = any(lower[base[1] - 1] in word_set(name) for name in ("strangers", "persons"))
    return lower[base[0]] in _INDEFINITE and (known or base[1] - 1 in columns.offices)


def is_unknown(columns: Columns, source: Range) -> bool:
    """Tell whether a source is one person whom its words alone do not tell: "the billionaire", a name of nobody."""
    lower, words = columns.lower, columns.words
    if lower[source[0]] != "the" and not words[source[0]][0].isupper():
        return False
    base = next(iter(phrases(columns, *source)), source)
    if lower[base[0]] == "the":
        return lower[base[1] - 1] in word_set("strangers") or lower[base[1] - 1] in EPITHETS
    named = base[1] - base[0] > 1 or columns.tags[base[0]] == "PROPN"
    return named and all(words[at][0].isupper() for at in range(*base))
