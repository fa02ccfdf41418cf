"""The options of the plugin: a newsroom's own organisations, places and people, and what was learned from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs
from attrs import field, frozen


def _on_one_line(names: Iterable[str]) -> tuple[str, ...]:
    """Return names on one line each, without an article before them."""
    return tuple(" ".join(name.replace("’", "'").split()).removeprefix("The ") for name in names)


def _with_capitals(_: object, __: attrs.Attribute[Any], names: tuple[str, ...]) -> None:
    for name in names:
        if not any(map(str.isupper, name)):
            raise ValueError(f"expected names with their capitals, got {name!r}")


@frozen
class OwnNames:
    """The names that a user adds to the lists, each as an article writes it."""

    organizations: tuple[str, ...] = field(default=(), converter=_on_one_line, validator=_with_capitals)
    """More names of organisations ("Zorville Gazette")."""
    places: tuple[str, ...] = field(default=(), converter=_on_one_line, validator=_with_capitals)
    """More names of places; a place counts as a city."""
    people: tuple[str, ...] = field(default=(), converter=_on_one_line, validator=_with_capitals)
    """More names of people, in full or alone."""
    worldwide: bool = True
    """``False`` takes weights that are learned from GUM alone and not from the worldwide newswire."""

    def first_words(self, *, lone: bool) -> set[str]:
        """Return the first words in lower case, of the names of one word or of those of several."""
        names = (name.lower().split() for name in (*self.organizations, *self.places, *self.people))
        return {words[0].removesuffix("'s") for words in names if (len(words) == 1) is lone}
