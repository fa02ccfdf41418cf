"""The words beside a match, by the lists of ``guard_words.txt``."""

from __future__ import annotations

from newskit.text import classes

PACKAGE = "newskit_dates"


def is_listed(word: str, *lists: str) -> bool:
    """Tell whether a word is in one of the lists of ``guard_words.txt``."""
    table = classes(PACKAGE, "guard_words.txt")
    return any(word in table[name] for name in lists)
