"""Named days, whose dates the `holidays` library knows."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from newskit.text import Tokens
from newskit_dates.anchor import Anchor
from newskit_dates.calendar import UNKNOWN, Period
from newskit_dates.holiday_names import named_days
from newskit_dates.reading import Found, Reading, dated
from newskit_dates.relative import part_of
from newskit_dates.vocabulary import VOCABULARY

_FIRST_YEAR, _LAST_YEAR = 1950, 2100
"""Years for which the library is asked; before, the days were others."""
_AT_HAND = 14
"""Days within which a named day is the nearest one even against the tense: "they met before Christmas"."""
_LONG = 3
"""Words of a named day up to so long may be small: "of the"."""


@lru_cache(maxsize=256)
def _names(country: str, year: int) -> dict[dt.date, list[str]]:
    """Return the names of the days of a year."""
    import holidays  # noqa: PLC0415 - it costs some 70 ms, for the first named day of a process only

    code, _, category = country.partition("/")
    subdivision = "ENG" if code == "GB" else None
    found = holidays.country_holidays(
        code, subdiv=subdivision, years=year, categories=category or "public", observed=False, language="en_US"
    )
    return {day: names.split("; ") for day, names in sorted(found.items()) if day.year == year}


@lru_cache(maxsize=256)
def _days(country: str, year: int) -> dict[str, dt.date]:
    """Return the named days of a year; a feast of several days is known by its first, maybe of the year before."""
    days: dict[str, dt.date] = {}
    for day, names in _names(country, year).items():
        for name in names:
            days.setdefault(name, day)
    new_year = dt.date(year, 1, 1)
    for name in [name for name, day in days.items() if day == new_year]:
        if name in _names(country, year - 1).get(dt.date(year - 1, 12, 31), ()):
            del days[name]
    return days


def days_of(country: str, names: str, year: int) -> list[dt.date]:
    """Return the dates of a named day in a year, none where they are not known; two where two feasts have one name."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return []
    if country[0].isdigit():  # month and day
        return [dt.date(year, *map(int, country.split("-")))]
    where, _, later = country.partition("+")
    found = _days(where, year)
    return [found[name] + dt.timedelta(days=int(later or 0)) for name in names.split(";") if name in found]


def _named(found: Found) -> tuple[tuple[str, str] | None, str | None]:
    """Return the country and name of the named day in the words, and the part of the day that stands behind them.

    The words all begin with capitals.
    """
    tokens: Tokens = found.tokens
    skip = {"LAST", "NEXT", "COMING", "this", "the", "YEAR", "APOSTROPHE", "EVERY"}
    kept = [
        i for i, word in enumerate(found.words, found.start) if word.label not in skip or word.label == "APOSTROPHE"
    ]
    if not kept or any(tokens.words[i].islower() and len(tokens.words[i]) > _LONG for i in kept[:-1]):
        return None, None
    named, part = _known(tokens, kept), found.words[-1].value if found.words[-1].label == "DAYPART" else None
    if named is None and part:
        return _known(tokens, kept[:-1]), part
    return named, None


def _known(tokens: Tokens, places: list[int]) -> tuple[str, str] | None:
    if not places or (tokens.words[places[-1]].islower() and len(tokens.words[places[-1]]) > _LONG):
        return None
    phrase = ""
    for i in places:
        apart = phrase and tokens.ends[i - 1] < tokens.starts[i] and tokens.lower[i][0].isalnum()
        phrase += (" " if apart else "") + tokens.lower[i]
    return named_days().get(phrase.replace("’", "'"))


def holiday(found: Found, anchor: Anchor) -> Reading | None:
    """Read "Thanksgiving", "New Year's Eve", "last Christmas" and "Christmas 2024"."""
    named, part = _named(found)
    if named is None:
        return None
    if found.has("EVERY"):
        return Reading("SET", "P1Y", quant=found.value("EVERY"))
    written = found.value("YEAR") or _year_behind(found)
    base = anchor.day
    if written:
        day = next(iter(days_of(*named, int(written))), None)
    elif base is None:
        fixed = {day.strftime("%m-%d") for year in (2023, 2024, 2025) for day in days_of(*named, year)}
        return Reading("DATE", f"XXXX-{fixed.pop()}" if len(fixed) == 1 else "XXXX-XX-XX")
    else:
        days = sorted(day for year in (-1, 0, 1) for day in days_of(*named, base.year + year))
        day = _nearest(days, base, 0)
        if day and (found.step() or abs((day - base).days) > _AT_HAND):
            day = _nearest(days, base, found.step() or anchor.tense(found.start, found.stop))
    if part:
        return part_of(day, part)
    return dated(Period("day", day)) if day else Reading("DATE", UNKNOWN["day"])


def _year_behind(found: Found) -> str | None:
    """Return the year that follows a named day ("Christmas Day in 1968"), which is another expression."""
    tokens, stop = found.tokens, found.stop
    if found.has("DAYPART") or tokens.lowered(stop) not in {"in", "of", ","} or stop + 1 >= len(tokens):
        return None
    following = VOCABULARY.word(tokens.words[stop + 1])
    return following.value if following.label == "YEAR" else None


def _nearest(days: list[dt.date], base: dt.date, step: int) -> dt.date | None:
    """Return the day that a step or a tense asks for, where the years around have it; else the nearest."""
    if step > 0:
        days = [day for day in days if day >= base][:1] or days
    elif step < 0:
        days = [day for day in days if day <= base][-1:] or days
    return min(days, key=lambda day: abs((day - base).days), default=None)


READERS = {"holiday": holiday}
