"""Nicknames: the short forms and spellings of given names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from newskit.text.lexicon import rows


@cache
def formal_names() -> Mapping[str, frozenset[str]]:
    """Return what each short form or spelling of a given name stands for: "robert" of "bob"."""
    found: dict[str, set[str]] = {}
    for formal, *short in rows("newskit.text", "short_forms.txt", "NAME SHORT SHORT …", str.split):
        for each in short:
            found.setdefault(each, set()).add(formal)
    return {name: frozenset(formal) for name, formal in found.items()}


def is_short_for(one: str, other: str) -> bool:
    """Tell whether one given name is a short form of another, or both are of a third."""
    formal = formal_names()
    mine, theirs = formal.get(one, frozenset()) | {one}, formal.get(other, frozenset()) | {other}
    return bool(mine & theirs)
