"""The words of named days, and where the `holidays` library has them."""

from __future__ import annotations

from functools import cache

from newskit.text import entries


@cache
def named_days() -> dict[str, tuple[str, str]]:
    """Return the words of each named day with its country and its name in the library."""
    rows = (entry.split("|") for entry in entries("newskit_dates", "holidays.txt"))
    return {words: (country, name) for country, name, words in rows}
