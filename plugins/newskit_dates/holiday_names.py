"""The words of named days, and where the `holidays` library has them."""

from __future__ import annotations

import datetime as dt
from functools import cache

from newskit.text import classes, entries


@cache
def named_days() -> dict[str, tuple[str, str]]:
    """Return the words of each named day with its country and its name in the library."""
    rows = (entry.split("|") for entry in entries("newskit_dates", "holidays.txt"))
    return {words: (country, name) for country, name, words in rows}


@cache
def famous_days() -> dict[tuple[int, int, str], dt.date]:
    """Return the days that what happened on them goes by, by month, day and the word that follows."""
    rows = classes("newskit_dates", "events.txt").items()
    days = ((dt.date.fromisoformat(day), word) for day, words in rows for word in sorted(words))
    return {(day.month, day.day, word): day for day, word in days}


@cache
def days_in_figures() -> dict[str, tuple[dt.date, frozenset[str]]]:
    """Return the days that go by their figures: month and day, or day and month, with the words that must follow."""
    rows = (entry.split("|") for entry in entries("newskit_dates", "event_figures.txt"))
    return {written: (dt.date.fromisoformat(day), frozenset(words.split())) for written, day, words in rows}
