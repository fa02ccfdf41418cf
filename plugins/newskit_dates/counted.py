"""Readers of days and periods by their place in a longer one."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from newskit.rules import Word
from newskit_dates.absolute import calendar
from newskit_dates.anchor import Anchor
from newskit_dates.calendar import UNKNOWN, Period
from newskit_dates.reading import Found, Reading, dated, period_at
from newskit_dates.relative import deictic_period, nearest_weekday, part_of, weekday
from newskit_dates.vocabulary import DAYS, ordinal

_LONGEST_MONTH = 31
_MOST_OF_A_WEEK = 3
"""Days from an end of a month by which a week lies more inside than outside it."""
_VERBS = frozenset({"is", "was", "were", "will", "would", "had", "has"})
"""What may follow "the Friday before last" as the subject of a clause."""


def nth_weekday(found: Found, anchor: Anchor) -> Reading | None:
    """Read "the first Monday of March" and "the last Friday of this month"."""
    at = found.at("WEEKDAY")
    rest = evolve(found, words=found.words[at + 1 :])
    month = _month_of(rest, anchor) if rest.has("UNIT") else calendar(rest, anchor)
    if month is None or (rest.has("UNIT") and rest.value("UNIT") != "M"):
        return None
    if month.first is None or month.last is None:
        return Reading("DATE", f"{month.value}-XX")
    number = int(found.words[at].value)
    if found.words[at - 1].label == "LAST":
        return dated(Period("day", nearest_weekday(month.last, number, -1)))
    weeks = int(ordinal(found.words[at - 1])) - 1
    day = nearest_weekday(month.first, number, 1) + dt.timedelta(weeks=weeks)
    return dated(Period("day", day)) if day <= month.last else None


def _month_of(found: Found, anchor: Anchor) -> Reading | None:
    """Return the month of "of last month", and of "of the month", which is that of publication."""
    if found.has("the") and not found.has("LAST", "NEXT", "FOLLOWING", "PREVIOUS", "same"):
        return period_at("month", anchor.day)
    return deictic_period(found, anchor)


def week_of(found: Found, anchor: Anchor) -> Reading | None:
    """Read "the week of March 6" and "the weekend of 8 March" as that week or weekend."""
    grain = found.grain()
    if grain not in {"week", "weekend"} or found.has("TODAY"):
        return None
    day = weekday(found, anchor) if found.has("WEEKDAY") and not found.has("DAY") else calendar(found, anchor)
    return period_at(grain, day.first) if day else None


def _whole(found: Found, anchor: Anchor) -> Reading | None:
    """Return the reading of the longer period that the words behind "of" name."""
    at = found.at("of")
    rest = evolve(found, words=found.words[at + 1 :])
    if not rest.has("UNIT"):
        return calendar(rest, anchor)
    if rest.words[0].label != "the" or rest.has("LAST", "NEXT", "FOLLOWING", "PREVIOUS", "same"):
        return deictic_period(rest, anchor)
    grain = rest.grain()
    return period_at(grain, anchor.last_mentioned) if grain else None


def unit_of(found: Found, anchor: Anchor) -> Reading | None:
    """Read "the first week of May", "the last day of the month", "the second month of 2024".

    A week of a month is the one that lies mostly in it.
    """
    at = found.at("of")
    grain = evolve(found, words=found.words[:at]).grain()
    whole = _whole(found, anchor)
    if grain is None or whole is None or whole.first is None or whole.last is None:
        return Reading("DATE", UNKNOWN[grain]) if grain and whole else None
    inside = dt.timedelta(days=_MOST_OF_A_WEEK if grain in {"week", "weekend"} else 0)
    if found.has("LAST", "final"):
        period = Period.of(grain, whole.last - inside)
    else:
        place = found.words[found.at("ORDINAL", "SECOND")]
        period = Period.of(grain, whole.first + inside).shifted(int(ordinal(place)) - 1)
    return dated(period) if period.first <= whole.last and period.last >= whole.first else None


def before_last(found: Found, anchor: Anchor) -> Reading | None:
    """Read "the week before last", "the month after next", "the Friday before last"."""
    step = 2 if found.has("NEXT") else -2
    goes_on = anchor.governs(found.stop) and anchor.tokens.lowered(found.stop) not in _VERBS
    if (step > 0) is not found.has("AFTER") or goes_on:
        return None
    base = anchor.day
    if found.has("WEEKDAY"):
        number = int(found.value("WEEKDAY") or 0)
        if base is None:
            return Reading("DATE", f"XXXX-WXX-{number}")
        week = dt.timedelta(weeks=1)
        near = nearest_weekday(base + dt.timedelta(days=step // 2), number, step)
        return dated(Period("day", near + week if step > 0 else near - week))
    part = found.value("DAYPART")
    if part:
        return part_of(base + dt.timedelta(days=step) if base else None, part)
    grain = found.grain()
    return period_at(grain, base, shift=step) if grain else None


def nth_of_every(found: Found, _anchor: Anchor) -> Reading | None:
    """Read "the first Sunday of every month" and "the 15th of each month" as one set."""
    at = found.at("EVERY")
    before = evolve(found, words=found.words[:at] or found.words[1:-2])  # "every first Saturday of the month"
    quant, unit = found.words[at].value, found.words[-1].value
    number = before.value("WEEKDAY", "WEEKDAYS")
    if unit not in {"M", "Y"} or (unit == "Y" and number is None):
        return None
    if number:
        return Reading("SET", f"XXXX-XX-WXX-{number}" if unit == "M" else f"XXXX-WXX-{number}", quant=quant)
    day = before.value("ORDINAL", "SECOND", "DAY")
    if before.value("UNIT") in {None, "D"} and day and 1 <= int(ordinal(Word("DAY", day))) <= _LONGEST_MONTH:
        return Reading("SET", f"XXXX-XX-{int(ordinal(Word('DAY', day))):02}", quant=quant)
    return Reading("SET", "P1M", quant=quant) if before.has("UNIT") else None


def day_of_this_month(found: Found, anchor: Anchor) -> Reading | None:
    """Read "the 7th of this month"."""
    at = found.at("of")
    month = deictic_period(evolve(found, words=found.words[at + 1 :]), anchor)
    if found.value("UNIT") != "M" or month is None:
        return None
    number = int(ordinal(found.words[found.at(*DAYS)]))
    if month.first is None or month.last is None:
        return Reading("DATE", f"XXXX-XX-{number:02}") if 1 <= number <= _LONGEST_MONTH else None
    return dated(Period("day", month.first.replace(day=number))) if 1 <= number <= month.last.day else None


READERS = (nth_weekday, week_of, unit_of, before_last, nth_of_every, day_of_this_month)
