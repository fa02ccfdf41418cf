"""Sources that are one person whom nothing names."""

from __future__ import annotations

from newskit_quotes.chunks import base_of, phrases
from newskit_quotes.columns import Columns
from newskit_quotes.lexicon import word_class, word_set
from newskit_quotes.records import Range

EPITHETS = word_class("epithet")
_INDEFINITE = word_class("indefinite") | {"one"}
_ASKING = frozenset({"asked", "asks", "questioned", "wondered", "suggested", "suggests"})
_BEHIND = frozenset({"of", "to", "by", "from", "with", "for"})


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


def is_put(columns: Columns, first: int, last: int) -> bool:
    """Tell whether a sentence puts something to who speaks next: "a reporter | asked | whether it was late"."""
    return not _ASKING.isdisjoint(columns.lower[first:last])


def is_other_told(columns: Columns, name: int, pronoun: int) -> bool:
    """Tell whether a pronoun may mean another: "the killer | of | Poe. She", "Poe fell. The | officer | ran. She"."""
    since = range(columns.bounds[name][1], pronoun)
    others = word_set("strangers")
    return columns.lowered(name - 1) in _BEHIND or any(
        columns.lower[at] in others or at in columns.offices for at in since
    )
