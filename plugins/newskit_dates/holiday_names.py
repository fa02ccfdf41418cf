"""The words of named days, and where the `holidays` library has them."""

from __future__ import annotations

import datetime as dt
from functools import cache

from newskit.text import rows


@cache
def named_days() -> dict[str, tuple[str, str]]:
    """Return the words of each named day with its country and its name in the library."""
    return {words: (country, name) for words, country, name, _ in _days()}


@cache
def days_elsewhere() -> dict[str, dict[str, str]]:
    """Return the words of the days that several countries have on other dates, with the date in each country."""
    return {words: _by_land(others) for words, _, _, others in _days() if others}


def _by_land(others: str) -> dict[str, str]:
    return {land: day for land, _, day in (each.partition(":") for each in others.split(";"))}


def _days() -> tuple[tuple[str, str, str, str], ...]:
    return tuple(rows("newskit_dates", "holidays.txt", "COUNTRY|NAME|WORDS[|COUNTRY:DAY;…]", _named))


def _named(entry: str) -> tuple[str, str, str, str]:
    row, country = entry.split("|"), entry.partition("|")[0]
    name, words, others = row[1:] if len(row) == len(("country", "name", "words", "days")) else (*row[1:], "")
    return words, country, name, others


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
