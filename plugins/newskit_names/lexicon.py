"""The word lists of the names, read at the first article."""

from __future__ import annotations

from functools import cache

from attrs import frozen

from newskit.text import classes, words

_HERE = "newskit_names"


@frozen
class Lexicon:
    """Names and the words around them; all in lower case but ``organizations``."""

    given: frozenset[str]
    surnames: frozenset[str]
    names: frozenset[str]
    """Given names and surnames."""
    cities: frozenset[str]
    common: frozenset[str]
    organizations: frozenset[str]
    places: dict[str, str]
    """The kind of a place by its name: country, state, abbreviation, region or city."""
    demonyms: frozenset[str]
    place_starts: frozenset[str]
    """First words of places of several words."""
    kinds: dict[str, frozenset[str]]


def _demonyms(singular: frozenset[str]) -> frozenset[str]:
    found = {word.lower() for word in singular}
    return frozenset(
        found | {word + "s" for word in found} | {f"{word}-{end}" for word in found for end in ("born", "american")}
    )


@cache
def lexicon() -> Lexicon:
    """Return the lists, read once."""
    places = classes("newskit.text", "places.txt")
    by_name = {name.lower(): kind for kind in sorted(places) if kind != "demonym" for name in sorted(places[kind])}
    cities = frozenset(name.lower() for name in words(_HERE, "cities.txt"))
    given, surnames = words(_HERE, "given.txt"), words(_HERE, "surnames.txt")
    return Lexicon(
        given=given,
        surnames=surnames,
        names=given | surnames,
        cities=cities,
        common=words(_HERE, "common.txt"),
        organizations=words(_HERE, "organizations.txt"),
        places=by_name,
        demonyms=_demonyms(places["demonym"]),
        place_starts=frozenset(name.split()[0] for name in by_name if " " in name),
        kinds=classes(_HERE, "words.txt"),
    )
