"""Periods of the calendar and their TIMEX3 values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import lru_cache

from attrs import frozen

_KEPT = 1 << 10
"""Periods whose last days are kept in memory between articles."""
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SEASON_OF = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
_DAYS_IN = {"day": 1, "week": 7, "weekend": 7}
GRAIN_OF_UNIT = {
    "D": "day", "W": "week", "WE": "weekend", "M": "month", "Q": "quarter", "H": "half", "Y": "year",
    "E": "decade", "C": "century", "L": "millennium",
}  # fmt: skip
UNKNOWN = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "half": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX", "millennium": "X",
    "season": "XXXX",
}  # fmt: skip


def months_after(day: dt.date, months: int) -> dt.date:
    """Return the day some months later, or the last of a shorter month; ``OverflowError`` outside years 1 to 9999."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return day_of(year, month + 1, min(day.day, days_in_month(year, month + 1)))


def day_of(year: int, month: int, day: int) -> dt.date:
    """Return a day whose year was counted; ``OverflowError`` outside the years 1 to 9999."""
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise OverflowError(f"year {year} is out of range")
    return dt.date(year, month, day)


def days_in_month(year: int, month: int) -> int:
    """Return the number of days of a month."""
    if month == 2:  # noqa: PLR2004 - February
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31


def easter(year: int) -> dt.date:
    """Return Easter Sunday by the calendar of today, as Meeus, Jones and Butcher compute it."""
    century, rest = divmod(year, 100)
    golden = year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def _first_of(grain: str, day: dt.date) -> dt.date:
    if grain == "day":
        return day
    if grain == "week":
        return day - dt.timedelta(days=day.weekday())
    if grain == "weekend":
        return day - dt.timedelta(days=day.weekday() - 5)
    if grain == "season":
        return months_after(day.replace(day=1), -(day.month % 3))
    months = _MONTHS_IN[grain]
    if months > 12:  # noqa: PLR2004 - longer than a year
        years = months // 12
        return dt.date(max(day.year // years * years, dt.MINYEAR), 1, 1)
    return dt.date(day.year, (day.month - 1) // months * months + 1, 1)


@frozen
class Period:
    """A day, week, weekend, month, quarter, half, season, year, decade, century or millennium of the calendar."""

    grain: str
    first: dt.date

    @classmethod
    def of(cls, grain: str, day: dt.date) -> Period:
        """Return the period of a grain that a day lies in; of a weekend, that of the day's week."""
        return cls(grain, _first_of(grain, day))

    @classmethod
    def nth(cls, grain: str, year: int, number: int = 1) -> Period:
        """Return the period of a grain by its number in a year; ``OverflowError`` outside the years 1 to 9999."""
        return cls(grain, day_of(year, (number - 1) * _MONTHS_IN[grain] + 1, 1))

    def shifted(self, steps: int) -> Period:
        """Return the period some steps later, earlier where negative; ``OverflowError`` outside the years 1 to 9999."""
        if self.grain in _DAYS_IN:
            return Period(self.grain, self.first + dt.timedelta(days=steps * _DAYS_IN[self.grain]))
        if self.grain == "season":
            return Period(self.grain, months_after(self.first, 3 * steps))
        return Period.of(self.grain, months_after(self.first, steps * _MONTHS_IN[self.grain]))

    @property
    def last(self) -> dt.date:
        """The last day of the period."""
        return self.first if self.grain == "day" else _last_of(self.grain, self.first)

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        return _VALUES[self.grain](self.first)


@lru_cache(_KEPT)
def _last_of(grain: str, first: dt.date) -> dt.date:
    if grain == "weekend":
        return first + dt.timedelta(days=1)
    try:
        return Period(grain, first).shifted(1).first - dt.timedelta(days=1)
    except OverflowError:
        return dt.date.max


def _week(day: dt.date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


_VALUES: dict[str, Callable[[dt.date], str]] = {
    "day": dt.date.isoformat,
    "week": _week,
    "weekend": lambda day: f"{_week(day)}-WE",
    "month": lambda day: f"{day.year:04}-{day.month:02}",
    "quarter": lambda day: f"{day.year:04}-Q{(day.month + 2) // 3}",
    "half": lambda day: f"{day.year:04}-H{1 if day.month < 7 else 2}",  # noqa: PLR2004 - July
    "season": lambda day: f"{day.year:04}-{_SEASON_OF.get(day.month, 'XX')}",
    "year": lambda day: f"{day.year:04}",
    "decade": lambda day: f"{day.year // 10:03}",
    "century": lambda day: f"{day.year // 100:02}",
    "millennium": lambda day: f"{day.year // 1000}",
}
