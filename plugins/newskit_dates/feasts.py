"""Named days, whose dates were looked up in the `holidays` library, or follow from those of other years."""

from __future__ import annotations

import datetime as dt
from functools import cache, lru_cache
from itertools import pairwise

from newskit.text import SortedTable, Tokens
from newskit_dates.anchor import Anchor
from newskit_dates.calendar import UNKNOWN, easter
from newskit_dates.holiday_names import days_elsewhere, named_days
from newskit_dates.reading import Found, Reading, period_at
from newskit_dates.relative import nearest_weekday, part_of
from newskit_dates.vocabulary import VOCABULARY
from newskit_dates.word_lists import is_listed
from newskit_dates.yearless import YEARS_OFF

FIRST_YEAR, LAST_YEAR = 1950, 2100
"""Years for which they were looked up."""
_FIRST_EASTER = 1583
"""The first year whose Easter is that of today's calendar."""
_APART = 385
"""Days between two of a feast of each year at most: Easter is late and early by turns."""
_AT_HAND = 14
"""Days within which a named day is the nearest one even against the tense: "they met before Christmas"."""
_EASTER = "easter"
_TOLD = "told"
"""The name of a day that is none where no country is told."""
_LONG = 3
_SMALL = frozenset({"bank", "holiday", "spring", "summer", "early", "late"})
"""Words of a named day up to so long may be small, "of the", and these: "the August bank holiday"."""


@cache
def feast_days() -> SortedTable:
    """Return the dates of the named days in the years from ``FIRST_YEAR`` on, by country and name."""
    return SortedTable("newskit_dates", "feast_days.txt", "COUNTRY|NAME=MMDD MMDD …", "=")


@lru_cache(maxsize=256)
def _day(country: str, name: str, year: int) -> dt.date | None:
    """Return the date of a named day in a year; of a feast of several days the first."""
    written = feast_days().get(f"{country}|{name}")
    if written is None:
        return None
    days, place = written.split(" "), year - FIRST_YEAR
    day = days[place] if 0 <= place < len(days) else "-"
    return _worked_out(days, year) if day == "-" else _date(year, day)


def _worked_out(days: list[str], year: int) -> dt.date | None:
    """Return the date in a year for which none was found: that of all other years, or as far from Easter as in those.

    Where days follow another calendar, or a law that may have been another one, it is not known.
    """
    known = [(each, day) for each, day in enumerate(days, FIRST_YEAR) if day != "-"]
    if len({day for _, day in known}) == 1:
        return _date(year, known[0][1])
    behind = {_date(each, day) - easter(each) for each, day in known}
    return easter(year) + behind.pop() if len(behind) == 1 and year >= _FIRST_EASTER else None


def _date(year: int, written: str) -> dt.date:
    return dt.date(year, int(written[:2]), int(written[2:]))


def days_of(country: str, names: str, year: int) -> list[dt.date]:
    """Return the dates of a named day in a year, none where they are not known; two where two feasts have one name."""
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return []
    if country[0].isdigit() or country.startswith(_EASTER):  # month and day
        return [_by_month(year, each) for each in country.split(";")]
    where, _, later = country.partition("+")
    found = (_day(where, name, year) for name in names.split(";"))
    return [day + dt.timedelta(days=int(later or 0)) for day in found if day]


def _by_month(year: int, written: str) -> dt.date:
    """Return the day of "12-25", of "11-08=7", the Sunday on or after that day, or of "easter-21"."""
    if written.startswith(_EASTER):
        return easter(year) + dt.timedelta(days=int(written.removeprefix(_EASTER)))
    month_and_day, _, weekday = written.partition("=")
    day = dt.date(year, *map(int, month_and_day.split("-")))
    return nearest_weekday(day, int(weekday), 1) if weekday else day


def _named(found: Found) -> tuple[str | None, str | None]:
    """Return the named day in the words, as holidays.txt has it, and the part of the day that stands behind them.

    The words all begin with capitals.
    """
    tokens: Tokens = found.tokens
    skip = {"LAST", "NEXT", "COMING", "this", "the", "YEAR", "APOSTROPHE", "EVERY"}
    words = ("", *(word.label for word in found.words))
    of_name = {at for at, (before, label) in enumerate(pairwise(words)) if label == "the" and before == "of"}
    kept = [
        found.start + at
        for at, word in enumerate(found.words)
        if word.label not in skip or word.label == "APOSTROPHE" or at in of_name
    ]
    if not kept or any(_is_small(tokens.words[i]) for i in kept[:-1]):
        return None, None
    named, part = _known(tokens, kept), found.words[-1].value if found.words[-1].label == "DAYPART" else None
    if named is None and part:
        return _known(tokens, kept[:-1]), part
    return named, None


def _is_small(word: str) -> bool:
    return word.islower() and len(word) > _LONG and word not in _SMALL


def _known(tokens: Tokens, places: list[int]) -> str | None:
    if not places or _is_small(tokens.words[places[-1]]):
        return None
    phrase = ""
    for i in places:
        apart = phrase and tokens.ends[i - 1] < tokens.starts[i] and tokens.lower[i][0].isalnum()
        phrase += (" " if apart else "") + tokens.lower[i]
    phrase = phrase.replace("’", "'")
    return phrase if phrase in named_days() else None


def holiday(found: Found, anchor: Anchor) -> Reading | None:
    """Read "Thanksgiving", "New Year's Eve", "last Christmas" and "Christmas 2024"."""
    phrase, part = _named(found)
    if phrase is None:
        return None
    there = _of_country(phrase, found, anchor)
    named = (there, "") if there else named_days()[phrase]
    if named[1] == _TOLD:
        return None
    if found.has("EVERY"):
        return Reading("SET", "P1Y", quant=found.value("EVERY"))
    written = found.value("YEAR") or _year_behind(found, anchor)
    base = anchor.day
    if written:
        day = next(iter(days_of(*named, int(written))), None)
    elif base is None:
        fixed = {day.strftime("%m-%d") for year in (2023, 2024, 2025) for day in days_of(*named, year)}
        known = len(fixed) == 1 and (bool(there) or not named[0][0].isdigit() or phrase not in days_elsewhere())
        return Reading("DATE", f"XXXX-{fixed.pop()}" if known else UNKNOWN["day"])
    else:
        days = sorted(day for year in (-1, 0, 1) for day in days_of(*named, base.year + year))
        day = _nearest(days, base, 0)
        over = day is not None and bool(there) and day > base and anchor.is_over(found.start)
        if day and (over or found.step() or abs((day - base).days) > _AT_HAND):
            ahead = _falls(anchor.tokens, found.stop)
            day = _nearest(days, base, found.step() or ahead or anchor.tense(found.start, found.stop))
    if part:
        return part_of(day, part)
    return period_at("day", day)


def _falls(tokens: Tokens, stop: int) -> bool:
    """Tell whether a present form behind a named day tells when it will be: "Easter falls on", "Eid is expected"."""
    verb, following = tokens.lowered(stop), tokens.lowered(stop + 1)
    return verb in {"falls", "begins", "starts"} or (verb == "is" and is_listed(following, "KEPT_THEN"))


def _year_behind(found: Found, anchor: Anchor) -> str | None:
    """Return the year that follows a named day ("Christmas Day in 1968", "Eid last year"): another expression."""
    tokens, stop = found.tokens, found.stop
    if anchor.published and tokens.lowered(stop + 1) == "year" and tokens.lowered(stop) in YEARS_OFF:
        return str(anchor.published.year + YEARS_OFF[tokens.lowered(stop)])
    if found.has("DAYPART") or tokens.lowered(stop) not in {"in", "of", ","} or stop + 1 >= len(tokens):
        return None
    following = VOCABULARY.word(tokens.words[stop + 1])
    return following.value if following.label == "YEAR" else None


def _of_country(phrase: str, found: Found, anchor: Anchor) -> str | None:
    """Return the day that the words name in the country that the sentence tells of most, or else the article."""
    days = days_elsewhere().get(phrase)
    told = anchor.lands.told(days, found.start) if days else None
    return days[told] if days and told else None


def _nearest(days: list[dt.date], base: dt.date, step: int) -> dt.date | None:
    """Return the day that a step or a tense asks for, else the nearest; None where one not known may be nearer."""
    if step > 0:
        days = [day for day in days if day >= base]
    elif step < 0:
        days = [day for day in days if day <= base]
    day = min(days, key=lambda day: abs((day - base).days), default=None)
    return day if day and abs((day - base).days) <= (_APART if step else _APART // 2) else None


READERS = (holiday,)
