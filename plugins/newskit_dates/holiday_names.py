"""The words of named days, and where the `holidays` library has them."""

from __future__ import annotations

import datetime as dt
from functools import cache

from newskit.text import rows


@cache
def named_days() -> dict[str, tuple[str, str]]:
    """Return the words of each named day with its country and its name in the library."""
    return dict(rows("newskit_dates", "holidays.txt", "COUNTRY|NAME|WORDS", _named))


def _named(entry: str) -> tuple[str, tuple[str, str]]:
    country, name, words = entry.split("|")
    return words, (country, name)


@cache
def famous_days() -> dict[tuple[int, int, str], dt.date]:
    """Return the days that what happened on them goes by, by month, day and the word that follows."""
    days = rows("newskit_dates", "events.txt", "YYYY-MM-DD WORD", _famous)
    return {(day.month, day.day, word): day for day, word in days}


def _famous(entry: str) -> tuple[dt.date, str]:
    day, word = entry.split()
    return dt.date.fromisoformat(day), word


@cache
def days_in_figures() -> dict[str, tuple[dt.date, frozenset[str]]]:
    """Return the days that go by their figures: month and day, or day and month, with the words that must follow."""
    return dict(rows("newskit_dates", "event_figures.txt", "FIGURES|YYYY-MM-DD|WORDS", _in_figures))


def _in_figures(entry: str) -> tuple[str, tuple[dt.date, frozenset[str]]]:
    written, day, words = entry.split("|")
    return written, (dt.date.fromisoformat(day), frozenset(words.split()))
