"""Readers of steps from a named day: "three days before Christmas", "the Friday after Easter", "a week tomorrow"."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from newskit_dates.absolute import calendar
from newskit_dates.amounts import length_of
from newskit_dates.anchor import Anchor
from newskit_dates.calendar import GRAIN_OF_UNIT, SEASONS, UNKNOWN, Period, day_of, months_after
from newskit_dates.feasts import holiday
from newskit_dates.reading import Found, Reading, dated, period_at
from newskit_dates.relative import nearest_weekday, part_of, weekday_on
from newskit_dates.vocabulary import MONTHS, amount

_WEEK = dt.timedelta(weeks=1)
_DAY = dt.timedelta(days=1)


def _joint(found: Found) -> int:
    """Return where "before", "after", "from" or "ago" stands among the words."""
    return found.at("BEFORE", "AFTER", "AGO", "from", "of")


def _named(found: Found, anchor: Anchor, joint: int) -> dt.date | None:
    """Return the day that the words behind the joint name, None where it cannot be known."""
    rest = found.since(joint + 1)
    if rest.has(*MONTHS, "ISODATE") and not rest.has("bank"):  # no "August bank holiday"
        reading = calendar(rest, anchor)
    elif rest.has("TODAY"):
        return anchor.published + dt.timedelta(days=int(rest.value("TODAY") or 0)) if anchor.published else None
    elif rest.has("WEEKDAY") and all(word.label in {"WEEKDAY", "LAST", "NEXT", "this", "on"} for word in rest.words):
        return _weekday(rest, anchor, found.words[joint].label)
    else:
        reading = holiday(rest, anchor)
    return reading.first if reading else None


def _weekday(found: Found, anchor: Anchor, joint: str) -> dt.date | None:
    number = int(found.value("WEEKDAY") or 0)
    if anchor.day and not found.step() and joint in {"AGO", "from"}:
        return nearest_weekday(anchor.day, number, -1 if joint == "AGO" else 1)
    return weekday_on(found, anchor, number)


def offset(found: Found, anchor: Anchor) -> Reading | None:
    """Read "three days before Christmas", "a week from Thursday", "three weeks ago Tuesday": a day, mostly."""
    joint = _joint(found)
    length = length_of(evolve(found, words=found.words[:joint]))
    grain = GRAIN_OF_UNIT.get(length.unit) if length else None
    weeks = 2 if length and length.unit == "2W" else 1
    if length is None or not length.number.isdigit() or (grain not in {"day", "week", "month", "year"} and weeks == 1):
        return None
    if found.words[-1].label in {"UNIT", "WEEKEND"}:
        return _years_before(found, anchor, length.number) if grain == "year" else None
    day = _named(found, anchor, joint)
    steps = int(length.number) * (-1 if found.words[joint].label in {"BEFORE", "AGO"} else 1)
    return _stepped(found, day, grain, steps) if day else Reading("DATE", UNKNOWN["day"], found.mod)


def _stepped(found: Found, day: dt.date, grain: str | None, steps: int) -> Reading:
    """Return the day so many steps from a day; the month or year where only a weekday is told."""
    if grain == "day":
        return dated(Period("day", day + steps * _DAY), found.mod)
    if grain in {"month", "year"}:
        if found.has("AGO") and found.has("WEEKDAY"):
            return dated(Period.of(grain, day).shifted(steps), found.mod)
        return dated(Period("day", months_after(day, steps * (12 if grain == "year" else 1))), found.mod)
    return dated(Period("day", day + (2 if grain is None else 1) * steps * _WEEK), found.mod)


def _years_before(found: Found, anchor: Anchor, years: str) -> Reading | None:
    """Read "10 years ago this month": the month of today in another year."""
    last = found.since(len(found.words) - 1).grain()
    if last is None or not anchor.published:
        return None
    return dated(Period.of(last, months_after(anchor.published, -12 * int(years))), found.mod)


def unit_beside(found: Found, anchor: Anchor) -> Reading | None:
    """Read "the day after tomorrow", "the week before Christmas", "the night before Thanksgiving", "the eve of Eid"."""
    joint = _joint(found)
    day, step = _named(found, anchor, joint), 1 if found.words[joint].label == "AFTER" else -1
    part, grain = found.value("DAYPART"), evolve(found, words=found.words[:joint]).grain()
    if found.words[joint].label == "of":
        grain = "day"
    if part:
        return part_of(day + step * _DAY if day else None, part)
    if grain is None or grain in {"decade", "century", "millennium"}:
        return None
    if grain == "weekend" and day:
        near = Period.of("weekend", day)
        inside = near.last < day if step < 0 else near.first > day
        return dated(near if inside else near.shifted(step))
    return period_at(grain, day, shift=step)


def feast_eve(found: Found, anchor: Anchor) -> Reading | None:
    """Read "Yom Kippur eve"; named days that are eves have a name of their own."""
    day = holiday(evolve(found, stop=found.stop - 1, words=found.words[:-1]), anchor)
    return period_at("day", day.first - _DAY) if day and day.first else None


def weekday_beside(found: Found, anchor: Anchor) -> Reading | None:
    """Read "the Friday before Christmas": the nearest one that is not the day itself."""
    joint = _joint(found)
    day, step = _named(found, anchor, joint), 1 if found.words[joint].label == "AFTER" else -1
    number, part = int(found.value("WEEKDAY") or 0), evolve(found, words=found.words[:joint]).value("DAYPART")
    if day is None:
        return Reading("DATE", f"XXXX-WXX-{number}")
    near = nearest_weekday(day + step * _DAY, number, step)
    return part_of(near, part) if part else dated(Period("day", near))


def weeks_on(found: Found, anchor: Anchor) -> Reading | None:
    """Read "a week on Monday", "a week tomorrow" and "Friday week": so many weeks after the day to come."""
    length = length_of(found)
    weeks = {"W": 1, "2W": 2}.get(length.unit if length else found.value("UNIT") or "")
    number = length.number if length else "1"
    if weeks is None or not number.isdigit() or anchor.tense(found.start, found.stop) < 0:
        return None
    if anchor.published is None:
        return Reading("DATE", UNKNOWN["day"])
    if found.has("TODAY"):
        ahead = int(found.value("TODAY") or 0)
        if ahead < 0:
            return None
        near = anchor.published + ahead * _DAY
    else:
        near = nearest_weekday(anchor.published + _DAY, int(found.value("WEEKDAY") or 0), 1)
    return dated(Period("day", near + weeks * int(number) * _WEEK))


def weekdays_on(found: Found, anchor: Anchor) -> Reading | None:
    """Read "three Fridays ago", "two Fridays from now" and "three nights ago"."""
    number = amount(found.words[0])
    if anchor.day is None or number is None or not number.isdigit() or int(number) < 1:
        return None
    step, part = -1 if found.has("AGO") else 1, found.value("DAYPARTS")
    if found.has("SEASONS"):
        return _season_on(anchor.day, found.value("SEASONS") or "", step * int(number))
    if part:
        return part_of(anchor.day + step * int(number) * _DAY, part)
    near = nearest_weekday(anchor.day + step * _DAY, int(found.value("WEEKDAYS") or 0), step)
    return dated(Period("day", near + step * (int(number) - 1) * _WEEK))


def _season_on(day: dt.date, season: str, steps: int) -> Reading:
    """Return the season of its kind so many years before or after; in January the winter is that of the year before."""
    year = day.year - (season == "WI" and day.month < SEASONS[season])
    return dated(Period("season", day_of(year + steps, SEASONS[season], 1)))


READERS = (weekdays_on, offset, unit_beside, feast_eve, weekday_beside, weeks_on)
