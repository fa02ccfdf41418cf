"""Lists of names: given names, surnames, cities and other places, read when first asked for."""

from __future__ import annotations

from functools import cache

from newskit.text.lexicon import classes, words

_HERE = "newskit.text"


@cache
def given_names() -> frozenset[str]:
    """Return given names in lower case."""
    return words(_HERE, "given.txt") | words(_HERE, "given_added.txt")


@cache
def surnames() -> frozenset[str]:
    """Return common surnames in lower case."""
    return words(_HERE, "surnames.txt")


@cache
def cities() -> frozenset[str]:
    """Return the names of cities in lower case, the well-known ones of ``places`` not among them."""
    return frozenset(name.lower() for name in words(_HERE, "cities.txt"))


@cache
def places() -> dict[str, str]:
    """Return what each place is by its name in lower case: country, state, abbreviation, region or city.

    ``abbreviation`` is that of a state ("n.y."); ``city`` one that is known without its country.
    """
    named = classes(_HERE, "places.txt")
    return {name.lower(): kind for kind in sorted(named) if kind != "demonym" for name in sorted(named[kind])}
