"""Readers of steps in time: "two years ago", "three days later"."""

from __future__ import annotations

from attrs import evolve

from newskit_dates.amounts import Length, duration, length_of, period_value, quarters_of
from newskit_dates.anchor import Anchor
from newskit_dates.calendar import GRAIN_OF_UNIT, UNKNOWN, Period
from newskit_dates.compared import year_earlier
from newskit_dates.reading import Found, Reading, dated
from newskit_dates.relative import coarser

_YEARS_IN = {"E": 10, "C": 100, "L": 1000}


def step(found: Found, anchor: Anchor) -> Reading | None:
    """Read "two years ago" and "three days later", in the grain of the unit."""
    length = _length(found)
    if length is None or _compares(found, anchor):
        return None
    backward = found.has("AGO", "EARLIER", "BEFORE", "back")
    mentioned = found.has("EARLIER", "LATER", "BEFORE", "AFTER")
    length = _whole(length)
    grain = GRAIN_OF_UNIT.get(length.unit)
    if length.number == "X":
        return Reading("DATE", "PAST_REF" if backward else "FUTURE_REF", found.mod)
    if grain is None or not length.number.isdigit():
        return Reading("DURATION", period_value(length), found.mod)
    try:
        return _stepped(found, anchor, grain, int(length.number) * (-1 if backward else 1), mentioned=mentioned)
    except OverflowError:  # before the year 1
        deep = backward and found.has("UNITS") and grain == "year"
        return Reading("DATE", _deep(int(length.number)), found.mod) if deep else None


def _length(found: Found) -> Length | None:
    if found.has("LASTING"):  # "half-century"
        number, unit = (found.value("LASTING") or "").split()
        return Length(number, unit)
    return Length("0.5", found.value("UNIT", "CENTURY") or "Y") if _is_half(found) else length_of(found)


def _is_half(found: Found) -> bool:
    return found.has("HALF") and not found.has("and")


def _compares(found: Found, anchor: Anchor) -> bool:
    """Tell whether the words go on with what is compared: "a month earlier than usual", "a day before the vote"."""
    following = anchor.tokens.lowered(found.stop)
    if found.words[-1].label == "that":
        return False
    if found.has("BEFORE", "AFTER", "back"):
        return anchor.governs(found.stop) or following == "to"
    return found.has("EARLIER", "LATER") and following == "than"


def _deep(years: int) -> str:
    """Return the value of so many years ago as TIDES writes it: thousands (KA), millions (MA) and billions (GA)."""
    for size, unit in ((10**9, "GA"), (10**6, "MA"), (10**3, "KA")):
        if years >= size:
            return f"{unit}{years / size:g}"
    return "PAST_REF"


def part_of_unit(found: Found, anchor: Anchor) -> Reading | None:
    """Read "three quarters of an hour" and "a quarter of a century ago"."""
    length = quarters_of(found)
    if length is None or not found.has("AGO"):
        return Reading("DURATION", period_value(length), found.mod) if length else None
    grain = GRAIN_OF_UNIT.get(length.unit)
    if grain is None:
        return Reading("DURATION", period_value(length), found.mod)
    return _stepped(found, anchor, grain, -int(length.number), mentioned=False)


def length_and_half(found: Found, anchor: Anchor) -> Reading | None:
    """Read "two years and a half" and "two years and a half ago"."""
    return (step if found.has("AGO") else duration)(found, anchor)


def _whole(length: Length) -> Length:
    """Return a fortnight as two weeks, a decade and a half as fifteen years, a year and a half as 18 months."""
    if length.unit == "2W" and length.number.isdigit():
        return Length(str(2 * int(length.number)), "W")
    if length.unit == "W" and length.number.endswith(".5"):
        return Length(str(int(float(length.number) * 7)), "D")
    if length.unit == "M" and length.number.endswith(".5"):
        return Length(length.number[:-2], length.unit)
    if length.unit == "Y" and length.number.endswith(".5"):
        return Length(str(int(float(length.number) * 12)), "M")
    if length.unit in _YEARS_IN and length.number.endswith(".5"):
        return Length(str(int(float(length.number) * _YEARS_IN[length.unit])), "Y")
    return length


def _stepped(found: Found, anchor: Anchor, grain: str, count: int, *, mentioned: bool) -> Reading:
    if grain == "year" and count == -1 and anchor.quarter_near(found.start):
        return year_earlier(found, anchor).with_mod(found.mod)
    reading = _counted_from(found, anchor, grain, count, mentioned=mentioned)
    compared = grain == "year" and count == -1 and not anchor.narrative  # the text goes on about the other year
    return evolve(reading, period=None) if compared else reading


def _counted_from(found: Found, anchor: Anchor, grain: str, count: int, *, mentioned: bool) -> Reading:
    reference = anchor.reference
    if found.has("LATER", "AFTER") and not anchor.narrative:
        known = reference is not None and not coarser(reference.grain, grain)
        if reference is not None and anchor.published and reference.first >= anchor.published:
            known = False  # "today, 200 years later"
        base = anchor.last_mentioned if known or anchor.tense(found.start, found.stop) > 0 else None
    else:
        near = reference is not None and reference.grain in ({"day", "month"} if grain == "month" else {"day"})
        near = near or (grain in {"year", "decade"} and found.has("EARLIER") and anchor.year_told(found.start))
        from_mentioned = anchor.narrative or (mentioned and near)
        base = anchor.last_mentioned if from_mentioned else anchor.published
    if base is None:
        return Reading("DATE", UNKNOWN[grain], found.mod)
    period = Period.of(grain, base).shifted(count)
    ahead = anchor.published is not None and period.first > anchor.published
    if ahead and found.has("LATER", "AFTER") and anchor.tense(found.start, found.stop) <= 0:
        return Reading("DATE", UNKNOWN[grain], found.mod)  # what is over was not counted from there
    return dated(period, found.mod)


def vague_step(found: Found, _anchor: Anchor) -> Reading | None:
    """Read "years ago" and "weeks later"."""
    return Reading("DATE", "PAST_REF" if found.has("AGO", "EARLIER") else "FUTURE_REF")


READERS = (step, part_of_unit, length_and_half, vague_step)
