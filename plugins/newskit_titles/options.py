"""The options of the plugin, checked: a newsroom's own nouns of offices, jobs, ranks and honorifics."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NoReturn

import newskit
from newskit.text import classes
from newskit_titles.lexicon import PACKAGE
from newskit_titles.roles import Roles

_APART = ("office", "job", "short")
"""The classes of which a noun has one; they are apart in ``roles.txt`` too."""


def roles(config: newskit.Config) -> Roles:
    """Return the nouns of titles with those that the configuration adds.

    Raises ``PluginError`` for an option that is not there and for what is no noun or no class of them.
    """
    given = config.for_plugin(PACKAGE, known=("roles",)).get("roles", {})
    known = classes(PACKAGE, "roles.txt")
    named = ", ".join(known)
    if not isinstance(given, Mapping):
        _refuse(f"lists of nouns by class ({named})", given)
    for label in given:
        if label not in known:
            _refuse(f"classes of {named}", label)
    added = {label: _nouns(given[label]) for label in given}
    for label in _APART:
        others = frozenset().union(*(known[each] | added.get(each, set()) for each in _APART if each != label))
        both = sorted(others & added.get(label, set()))
        if both:
            _refuse(f"a noun in one class of {', '.join(_APART)}", both[0])
    return Roles(added) if added else _shipped()


@cache
def _shipped() -> Roles:
    return Roles({})


def _nouns(value: object) -> set[str]:
    if not isinstance(value, (list, tuple)):
        _refuse("a list of nouns", value)
    for noun in value:
        if not isinstance(noun, str) or not noun.replace("-", "").isalpha():
            _refuse("nouns of one word, in the singular", noun)
    return {noun.lower() for noun in value}


def _refuse(wanted: str, value: object) -> NoReturn:
    raise newskit.PluginError(f"option 'roles': expected {wanted}, got {value!r}", plugin=PACKAGE)
