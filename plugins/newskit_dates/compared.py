"""Readers of quarters that results are reported for, and of the periods that they are compared with."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from newskit_dates.anchor import Anchor
from newskit_dates.calendar import UNKNOWN, Period, day_of, days_in_month, months_after
from newskit_dates.reading import Found, Reading, dated, period_at
from newskit_dates.vocabulary import MONTHS, VOCABULARY, figures_in
from newskit_dates.yearless import complete


def the_quarter(found: Found, anchor: Anchor) -> Reading:
    """Read "the quarter" and "the latest period": the one mentioned or the last complete; "the quarter ended May 3"."""
    ended = _ends_on(found, anchor)
    if ended is not None:
        return dated(Period.of("quarter", ended))
    mentioned, day = anchor.quarter_near(found.start), anchor.day
    if mentioned is None:
        return period_at("quarter", day, shift=-1)
    running = found.has("latest") and day is not None and mentioned.last >= day
    return dated(mentioned.shifted(-1) if running else mentioned)


def year_earlier(found: Found, anchor: Anchor, number: int | None = None) -> Reading:
    """Return the period a year before the one last mentioned, in its grain where that is a quarter, else the year."""
    reference = anchor.reference
    quarter = anchor.quarter_near(found.start)
    base = anchor.published if reference is None or not anchor.narrative else reference.first
    if base is None:
        return Reading("DATE", UNKNOWN["quarter" if number else "year"])
    if number:
        return _compared(Period.nth("quarter", base.year - 1, number))
    if quarter is not None:
        return _compared(Period.of("quarter", months_after(_this_year(quarter, base), -12)))
    if found.has("QUARTER"):
        return _compared(Period.of("quarter", base).shifted(-5))
    return _compared(Period.of("year", base).shifted(-1))


def _compared(period: Period) -> Reading:
    """Return the reading of a period that another is compared with: the text goes on about the other."""
    return evolve(dated(period), period=None)


def _this_year(reference: Period, base: dt.date) -> dt.date:
    """Return the first day of a quarter that results are of, of the day's year.

    A quarter of last year stands for its like this year, for both are mentioned side by side; one that is forecast
    for its like that is over.
    """
    day = reference.first
    while day > base:
        day = months_after(day, -12)
    return months_after(day, 12) if day.year == base.year - 1 and base.month >= day.month + 3 else day


def year_ago(found: Found, anchor: Anchor) -> Reading | None:
    """Read "year-ago", "the year-earlier quarter" and "the quarter a year ago"."""
    number = figures_in(found.value("ORDINAL", "SECOND") or "")
    if found.has("UNIT") and found.value("UNIT") != "Y":
        return None
    return year_earlier(found, anchor, int(number) if number else None)


def year_period(found: Found, anchor: Anchor) -> Reading | None:
    """Read "the 1988 period": the quarter last mentioned, in that year; else the year."""
    year = int(found.value("YEAR") or 0)
    if not year:
        return None
    if anchor.quarter:
        return _compared(Period("quarter", anchor.quarter.first.replace(year=year)))
    return _compared(Period.nth("year", year))


def same_period(found: Found, anchor: Anchor) -> Reading | None:
    """Read "the same period last year", "the same quarter of 2023" and "last year's quarter"."""
    if found.has("YEAR"):
        return year_period(found, anchor)
    return year_earlier(found, anchor) if found.value("UNIT") == "Y" else None


def same_unit(found: Found, anchor: Anchor) -> Reading | None:
    """Read "the same month last year" as that of the month mentioned, or else of now, in another year."""
    grain, year = found.grain(), found.value("YEAR")
    base = anchor.reference.first if anchor.reference and anchor.reference.grain == grain else anchor.day
    steps = found.step() if found.has("LAST", "NEXT", "PREVIOUS") else -1
    of_year = found.words[-1].value in {"Y", "-1", year}
    if base is None or grain not in {"day", "week", "weekend", "month"} or not of_year:
        return None
    then = months_after(base, 12 * (int(year) - base.year if year else steps))
    if grain in {"week", "weekend"}:
        then = dt.date.fromisocalendar(then.year, min(base.isocalendar().week, 52), 1)
    return dated(Period.of(grain, then))


def _ends_on(found: Found, anchor: Anchor) -> dt.date | None:
    """Return a day of the month that "the quarter ended Sept. 29" names, of the nearest year."""
    verb = anchor.tokens.lowered(found.stop)
    if verb not in {"ended", "ending"} or anchor.day is None:
        return None
    at = found.stop + 1 + (anchor.tokens.lowered(found.stop + 1) == "in")
    month = VOCABULARY.word(anchor.tokens.word(at))
    if month.label not in MONTHS:
        return None
    tense = -1 if verb == "ended" else anchor.tense(found.start, found.stop)
    number = int(month.value)
    year = complete(anchor, number, days_in_month(anchor.day.year, number), tense, over=verb == "ended")
    return day_of(year, number, 1) if year else None


READERS = (the_quarter, year_ago, year_period, same_period, same_unit)
