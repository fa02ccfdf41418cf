"""Clock times and the day that stands beside them, once both are known: "8 p.m. on Monday, June 3"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

import regex
from attrs import evolve

from newskit import TimeExpression
from newskit.text import lazy_pattern
from newskit_dates.vocabulary import CALENDAR, RANGE, VOCABULARY

_REACH = 60
"""Characters between a clock time and its day, where the time of another zone stands between them in brackets."""

_bracketed = lazy_pattern(r"\([^()]*+\)|\([^()]*+$|^[^()]*+\)")
_clock = lazy_pattern(r"T(\d\d):(\d\d)")
_day = lazy_pattern(r"([\dX]{4}-(?:[\dX]{2}-[\dX]{2}|WXX-\d))(?:T[A-Z]{2})?")
_meridiem = lazy_pattern(r"[ap]\.?m", regex.IGNORECASE)
_words = regex.compile(r"\p{L}++").findall
_ON = frozenset({"", "on", ", on", "on the", "early on", "late on"})
_TILL = (" until", " till")
"""What ends a range that words part: "starts at 8 p.m. and lasts until 3 a.m."."""
_BETWEEN = ("between ", "Between ")
_WITH = RANGE | {"and", "or", "/", ""}
_HALF_A_DAY = 12
_EARLY, _MORNING, _EVENING = 5, 9, 17
"""Hours between which a range that seems to end before it begins goes over midnight."""


def with_days(text: str, found: Iterable[TimeExpression]) -> Iterator[TimeExpression]:
    """Yield time expressions; clock times are of the date that follows with "on", or right behind them.

    The hours of a range share it ("from 6 to 8 p.m. on May 3"). A time of another zone in brackets is of the day before
    or after where it has to be ("8 p.m. (0000 GMT) on May 3"), and a range that ends earlier in the day than it begins
    ends on the next day.
    """
    held, last, date = list[TimeExpression](), None, None
    for expression in found:
        between = _between(text, held[-1], expression) if held else None
        if expression.type == "TIME" and _clock.search(expression.value):
            if last and date and _between(text, date, expression) in _ends(text, last):
                expression = _after(last, expression)  # noqa: PLW2901 - "between 11pm on Friday and 3am"
            if between in RANGE and _names_day(expression) and not _names_day(held[-1]):
                held[-1] = _begins(held[-1], expression)  # "from 9 a.m. to noon Saturday"
            elif between in RANGE or (between or "").endswith(_TILL):
                expression = _after(held[-1], _ending(held[-1], expression))  # noqa: PLW2901 - of the next day
            if between not in _WITH:
                yield from held
                held = []
            elif held and expression.first:
                expression = _of_zone(text, held[-1], expression, expression.first)  # noqa: PLW2901 - "(0200 GMT)"
            held.append(expression)
            continue
        last = date = None
        if held:
            day = _day.fullmatch(expression.value) if between in _ON else None
            moved = list(_on_day(text, held, expression, day[1])) if day else held
            last, date = (moved[-1], expression) if day else (None, None)
            yield from moved
            held = []
        yield expression
    yield from held


def _between(text: str, one: TimeExpression, other: TimeExpression) -> str | None:
    """Return the words between two expressions without those in brackets, None where they are far apart."""
    between = text[one.span.end : other.span.start]
    return None if len(between) > _REACH else " ".join(_bracketed.sub("", between).split()).strip(" ()").lower()


def _hour(expression: TimeExpression) -> tuple[int, int]:
    match = _clock.search(expression.value)
    return (int(match[1]), int(match[2])) if match else (0, 0)


def _ends(text: str, first: TimeExpression) -> frozenset[str]:
    """Return what joins the end of a range of hours to its beginning: "and" only behind "between"."""
    return RANGE | {"and"} if text.endswith(_BETWEEN, 0, first.span.start) else RANGE


def _after(one: TimeExpression, other: TimeExpression) -> TimeExpression:
    """Return the end of a range of hours, of the next day where it would be before the first."""
    (begins, _), (ends, _) = _hour(one), _hour(other)
    over_midnight = ends <= _MORNING and ends < begins and (begins >= _EVENING or ends <= _EARLY)
    if other.first is None or one.first != other.first or not over_midnight:  # "moved from 9 p.m. to 8 p.m."
        return other
    return _moved(other, other.first + dt.timedelta(days=1))


def _names_day(expression: TimeExpression) -> bool:
    """Tell whether a clock time has a day of its own: "noon Saturday"."""
    return any(VOCABULARY.word(word).label in CALENDAR for word in _words(expression.span.text))


def _begins(one: TimeExpression, other: TimeExpression) -> TimeExpression:
    """Return the beginning of a range of hours of whose end alone the day is told."""
    if other.first is None:
        return one
    return _moved(one, other.first - dt.timedelta(days=_hour(one) > _hour(other)))


def _ending(one: TimeExpression, other: TimeExpression) -> TimeExpression:
    """Return the end of a range of hours of whose beginning alone the day is told: "May 3, 10 a.m. - 4 p.m."."""
    if one.first is None or not _names_day(one) or _names_day(other):
        return other
    return _moved(other, one.first)


def _moved(expression: TimeExpression, day: dt.date) -> TimeExpression:
    hour = expression.value.partition("T")[2]
    return evolve(expression, value=f"{day.isoformat()}T{hour}", first=day, last=day)


def _in_part(expression: TimeExpression, part: str) -> str:
    """Return the clock time, of the second half of the day where the part says so: "10 o'clock on Monday night"."""
    hour, clock = _hour(expression)[0], expression.value.partition("T")[2]
    late = part in {"AF", "EV"} or (part == "NI" and hour > _EARLY)
    if not late or not 0 < hour < _HALF_A_DAY or _meridiem.search(expression.span.text):
        return clock
    return f"{hour + _HALF_A_DAY:02}{clock[2:]}"


def _on_day(text: str, held: list[TimeExpression], date: TimeExpression, day: str) -> Iterator[TimeExpression]:
    """Yield the clock times before a date as of that date.

    A date in the brackets of another zone is of the clock time there: "05:46 (20:46 GMT on Monday)".
    """
    opened = len(held) > 1 and "(" in text[held[-2].span.end : held[-1].span.start]
    if opened and date.first and ")" not in text[held[-1].span.end : date.span.start]:
        yield from _in_brackets(held, date.first)
        return
    for at, each in enumerate(held):
        hour = _in_part(each, date.value.rpartition("T")[2])
        moved = evolve(each, value=f"{day}T{hour}", first=date.first, last=date.last)
        if at > 0 and date.first and text[: each.span.start].endswith("("):
            moved = _of_zone(text, held[at - 1], moved, date.first)
        elif at > 0 and date.first and each.first != held[at - 1].first:  # "from 9 p.m. to 2 a.m. on May 3"
            moved = _moved(moved, date.first + dt.timedelta(days=1))
        yield moved


def _in_brackets(held: list[TimeExpression], day: dt.date) -> Iterator[TimeExpression]:
    """Yield the clock times before a day that is one of the last alone, the others of the day that it makes theirs."""
    for each in held:
        yield _moved(each, day + dt.timedelta(days=_days_apart(held[-1], each)))


def _days_apart(one: TimeExpression, other: TimeExpression) -> int:
    """Return 1 where a clock time has to be of the day after the other, -1 where of the one before."""
    gap = _hour(other)[0] - _hour(one)[0]
    return 0 if abs(gap) <= _HALF_A_DAY else 1 if gap < 0 else -1


def _of_zone(text: str, one: TimeExpression, other: TimeExpression, day: dt.date) -> TimeExpression:
    """Return a clock time, of the day before or after where one of another zone in brackets has to be.

    "9 p.m. (0200 GMT)".
    """
    apart = _days_apart(one, other)
    named = "day" in other.span.text.lower()  # "(0430 GMT Tuesday)"
    if named or not apart or not text[: other.span.start].endswith("("):
        return other
    return _moved(other, day + dt.timedelta(days=apart))
