"""The options of the plugin: a newsroom's own nouns of offices, jobs, ranks and honorifics."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs
from attrs import field, frozen

from newskit.text import classes
from newskit_titles.lexicon import PACKAGE

_APART = ("office", "job", "short")
"""The classes of which a noun has one; they are apart in ``roles.txt`` too."""


def _lowered(roles: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    return {label: tuple(map(str.lower, nouns)) for label, nouns in roles.items()}


def _are_nouns(_: object, __: attrs.Attribute[Any], roles: Mapping[str, Iterable[str]]) -> None:
    for noun in (noun for nouns in roles.values() for noun in nouns):
        if not noun.replace("-", "").isalpha():
            raise ValueError(f"expected nouns of one word, in the singular, got {noun!r}")


def _are_apart(_: object, __: attrs.Attribute[Any], roles: Mapping[str, Iterable[str]]) -> None:
    known = classes(PACKAGE, "roles.txt") if roles else {}
    for label in roles:
        if label not in known:
            raise ValueError(f"expected classes of {', '.join(known)}, got {label!r}")
    for label in _APART if roles else ():
        others = frozenset().union(*(known[each].union(roles.get(each, ())) for each in _APART if each != label))
        both = sorted(others.intersection(roles.get(label, ())))
        if both:
            raise ValueError(f"expected a noun in one class of {', '.join(_APART)}, got {both[0]!r}")


@frozen
class Options:
    """Nouns besides those of ``roles.txt``, all in lower case."""

    roles: Mapping[str, tuple[str, ...]] = field(factory=dict, converter=_lowered, validator=[_are_nouns, _are_apart])
    """More nouns of offices, jobs, ranks and honorifics by class ("office", "job", "rank", "honorific", "short")."""
