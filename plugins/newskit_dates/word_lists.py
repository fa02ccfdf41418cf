"""The words beside a match or in its clause, by the lists of the data files."""

from __future__ import annotations

from newskit.text import classes, words

PACKAGE = "newskit_dates"


def is_listed(word: str, *lists: str) -> bool:
    """Tell whether a word is in one of the lists of ``guard_words.txt``."""
    table = classes(PACKAGE, "guard_words.txt")
    return any(word in table[name] for name in lists)


def listed(name: str) -> frozenset[str]:
    """Return one of the lists of ``clause_words.txt``."""
    return classes(PACKAGE, "clause_words.txt")[name]


def planned() -> frozenset[str]:
    """Return the events that are planned long before."""
    return words(PACKAGE, "planned.txt")


def unplanned() -> frozenset[str]:
    """Return the events that nobody plans."""
    return words(PACKAGE, "unplanned.txt")
