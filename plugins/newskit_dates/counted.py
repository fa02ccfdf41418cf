"""Readers of days and periods by their place in a longer one, and of steps from a named day."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from newskit_dates.absolute import calendar
from newskit_dates.amounts import length_of
from newskit_dates.anchor import Anchor
from newskit_dates.calendar import GRAIN_OF_UNIT, UNKNOWN, Period, months_after
from newskit_dates.reading import Found, Reading, dated
from newskit_dates.relative import deictic_period, nearest_weekday, weekday, weekday_on
from newskit_dates.vocabulary import ordinal

_LONGEST_MONTH = 31
_MOST_OF_A_WEEK = 3
"""Days from an end of a month by which a week lies more inside than outside it."""


def nth_weekday(found: Found, anchor: Anchor) -> Reading | None:
    """Read "the first Monday of March" and "the last Friday of this month"."""
    at = next(i for i, word in enumerate(found.words) if word.label == "WEEKDAY")
    rest = evolve(found, words=found.words[at + 1 :])
    month = deictic_period(rest, anchor) if rest.has("UNIT") else calendar(rest, anchor)
    if month is None or (rest.has("UNIT") and rest.value("UNIT") != "M"):
        return None
    if month.first is None or month.last is None:
        return Reading("DATE", f"{month.value}-XX")
    number = int(found.words[at].value)
    if found.has("LAST"):
        return dated(Period("day", nearest_weekday(month.last, number, -1)))
    weeks = int(ordinal(found.words[at - 1])) - 1
    day = nearest_weekday(month.first, number, 1) + dt.timedelta(weeks=weeks)
    return dated(Period("day", day)) if day <= month.last else None


def week_of(found: Found, anchor: Anchor) -> Reading | None:
    """Read "the week of March 6" and "the weekend of 8 March" as that week or weekend."""
    grain = found.grain()
    if grain not in {"week", "weekend"} or found.has("TODAY"):
        return None
    day = weekday(found, anchor) if found.has("WEEKDAY") and not found.has("DAY") else calendar(found, anchor)
    if day is None or day.first is None:
        return Reading("DATE", UNKNOWN[grain]) if day else None
    return dated(Period.of(grain, day.first))


def _whole(found: Found, anchor: Anchor) -> Reading | None:
    """Return the reading of the longer period that the words behind "of" name."""
    at = next(i for i, word in enumerate(found.words) if word.label == "of")
    rest = evolve(found, words=found.words[at + 1 :])
    if not rest.has("UNIT"):
        return calendar(rest, anchor)
    if rest.words[0].label != "the" or rest.has("LAST", "NEXT", "FOLLOWING", "PREVIOUS", "same"):
        return deictic_period(rest, anchor)
    grain, base = rest.grain(), anchor.last_mentioned
    if grain is None:
        return None
    return dated(Period.of(grain, base)) if base else Reading("DATE", UNKNOWN[grain])


def unit_of(found: Found, anchor: Anchor) -> Reading | None:
    """Read "the first week of May", "the last day of the month", "the second month of 2024".

    A week of a month is the one that lies mostly in it.
    """
    at = next(i for i, word in enumerate(found.words) if word.label == "of")
    grain = evolve(found, words=found.words[:at]).grain()
    whole = _whole(found, anchor)
    if grain is None or whole is None or whole.first is None or whole.last is None:
        return Reading("DATE", UNKNOWN[grain]) if grain and whole else None
    inside = dt.timedelta(days=_MOST_OF_A_WEEK if grain in {"week", "weekend"} else 0)
    if found.has("LAST", "final"):
        period = Period.of(grain, whole.last - inside)
    else:
        place = next(word for word in found.words[:at] if word.label in {"ORDINAL", "SECOND"})
        period = Period.of(grain, whole.first + inside).shifted(int(ordinal(place)) - 1)
    return dated(period) if period.first <= whole.last and period.last >= whole.first else None


def before_last(found: Found, anchor: Anchor) -> Reading | None:
    """Read "the week before last", "the month after next", "the Friday before last"."""
    step = 2 if found.has("NEXT") else -2
    if (step > 0) is not found.has("AFTER") or anchor.governs(found.stop):
        return None
    base = anchor.day
    if found.has("WEEKDAY"):
        number = int(found.value("WEEKDAY") or 0)
        if base is None:
            return Reading("DATE", f"XXXX-WXX-{number}")
        week = dt.timedelta(weeks=1)
        near = nearest_weekday(base + dt.timedelta(days=step // 2), number, step)
        return dated(Period("day", near + week if step > 0 else near - week))
    grain = found.grain()
    if grain is None:
        return None
    return dated(Period.of(grain, base).shifted(step)) if base else Reading("DATE", UNKNOWN[grain])


def step_from_day(found: Found, anchor: Anchor) -> Reading | None:
    """Read "three weeks ago Tuesday", "a week ago today", "a week from Thursday": a day, whatever the unit."""
    length = length_of(found)
    grain = GRAIN_OF_UNIT.get(length.unit) if length else None
    if length is None or not length.number.isdigit() or grain not in {"day", "week", "month", "year"}:
        return None
    back = found.has("AGO", "BEFORE")
    day = _named_day(found, anchor, back=back)
    if day is None:
        return Reading("DATE", UNKNOWN["day"])
    steps = -int(length.number) if back else int(length.number)
    if grain in {"day", "week"}:
        return dated(Period("day", Period(grain, day).shifted(steps).first))
    return dated(Period.of(grain, day).shifted(steps)) if found.has("WEEKDAY") else _same_day(day, grain, steps)


def _named_day(found: Found, anchor: Anchor, *, back: bool) -> dt.date | None:
    if found.has("WEEKDAY"):
        if anchor.day and not found.step():
            return nearest_weekday(anchor.day, int(found.value("WEEKDAY") or 0), -1 if back else 1)
        return weekday_on(found, anchor, int(found.value("WEEKDAY") or 0))
    return anchor.published + dt.timedelta(days=int(found.value("TODAY") or 0)) if anchor.published else None


def _same_day(day: dt.date, grain: str, steps: int) -> Reading:
    return dated(Period("day", months_after(day, steps * (12 if grain == "year" else 1))))


def day_of_this_month(found: Found, anchor: Anchor) -> Reading | None:
    """Read "the 7th of this month"."""
    at = next(i for i, word in enumerate(found.words) if word.label == "of")
    month = deictic_period(evolve(found, words=found.words[at + 1 :]), anchor)
    if found.value("UNIT") != "M" or month is None:
        return None
    number = next(int(ordinal(word)) for word in found.words[:at] if word.label in {"DAY", "ORDINAL", "SECOND"})
    if month.first is None or month.last is None:
        return Reading("DATE", f"XXXX-XX-{number:02}") if 1 <= number <= _LONGEST_MONTH else None
    return dated(Period("day", month.first.replace(day=number))) if 1 <= number <= month.last.day else None


READERS = {
    "nth_weekday": nth_weekday,
    "week_of": week_of,
    "unit_of": unit_of,
    "before_last": before_last,
    "step_from_day": step_from_day,
    "day_of_this_month": day_of_this_month,
}
