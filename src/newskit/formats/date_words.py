"""TIMEX3 values in the words of people: "a week", "summer 2004", "in the past"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

import regex

from newskit.kinds import TimeExpression

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905 - as a list it takes a page
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ORDINALS = {"1": "first", "2": "second", "3": "third", "4": "fourth"}
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_HOURS = {
    "MO": "morning",
    "MI": "midday",
    "AF": "afternoon",
    "EV": "evening",
    "NI": "night",
    "DT": "daytime",
    "PM": "afternoon",
}
_REFERENCES = {"PAST_REF": "in the past", "PRESENT_REF": "now", "FUTURE_REF": "in the future"}
_UNITS = {
    "D": "day",
    "W": "week",
    "M": "month",
    "Y": "year",
    "Q": "quarter",
    "H": "hour",
    "S": "second",
    "DE": "decade",
    "CE": "century",
    "C": "century",
    "ML": "millennium",
    "WE": "weekend",
    **_SEASONS,
    **_HOURS,
}
_PLURALS = {"century": "centuries", "millennium": "millennia", "daytime": "days"}
_MODS = {
    "START": "the start of {}",
    "MID": "the middle of {}",
    "END": "the end of {}",
    "APPROX": "about {}",
    "BEFORE": "before {}",
    "AFTER": "after {}",
    "ON_OR_BEFORE": "{} or before",
    "ON_OR_AFTER": "{} or after",
    "MORE_THAN": "more than {}",
    "LESS_THAN": "less than {}",
    "EQUAL_OR_MORE": "at least {}",
    "EQUAL_OR_LESS": "at most {}",
}
_DURATION = regex.compile(
    r"P(?:(\d++(?:\.\d++)?+|X)(DE|CE|C|ML|WE|SP|SU|FA|WI|[YMWDQ]))*+(?:T((?:(?:\d++|X)[A-Z]++)++))?+"
)
_AMOUNT = regex.compile(r"(\d++(?:\.\d++)?+|X)(DE|CE|C|ML|WE|SP|SU|FA|WI|MO|MI|AF|EV|NI|DT|[YMWDQHS])")
_TIMED = regex.compile(r"([^T]*+)T(?:(\d\d(?::\d\d)?+)(?::\d\d(?:\.\d++)?+)?+(Z|[+-]\d\d:?\d\d)?+|([A-Z]{2}))")


def in_words(date: TimeExpression) -> str:
    """Say an expression's value, with what modifies it, as people do; the value where there are no words for it."""
    said = _value(date)
    return _MODS.get(date.mod or "", "{}").format(said)


def _value(date: TimeExpression) -> str:
    value = date.value
    if value in _REFERENCES:
        return _REFERENCES[value]
    amount = _duration(value)
    if amount:
        return _every(date, amount) if date.type == "SET" else amount
    point = _point(value)
    if not point:
        return " ".join(filter(None, (value, date.quant, date.freq)))
    return _every(date, point) if date.type == "SET" else point


def _every(date: TimeExpression, said: str) -> str:
    """Say what comes again: how often, and each time of what."""
    often = "" if not date.freq else f"{_times(date.freq)} "
    each = said.partition(" ")[2] if said.startswith(("a ", "an ")) else said
    return f"{often}{(date.quant or 'every').lower()} {each}"


def _times(freq: str) -> str:
    number = freq.rstrip("X")
    if number == "1":
        return "once"
    return f"{number} times" if number.isdecimal() else freq


def _duration(value: str) -> str:
    if not value.startswith("P") or len(value) == 1 or not _DURATION.fullmatch(value):
        return ""
    days, _, hours = value[1:].partition("T")
    amounts = [_amount(*each.groups()) for each in _AMOUNT.finditer(days)]
    minutes = ((each[1], "minute" if each[2] == "M" else _UNITS[each[2]]) for each in _AMOUNT.finditer(hours))
    return " ".join([*amounts, *(_counted(*each) for each in minutes)])


def _amount(number: str, unit: str) -> str:
    return _counted(number, _UNITS[unit])


def _counted(number: str, unit: str) -> str:
    if number == "1":
        return f"an {unit}" if unit in ("hour", "afternoon", "evening", "autumn") else f"a {unit}"
    many = _PLURALS.get(unit, f"{unit}s")
    return f"some {many}" if number == "X" else f"{number} {many}"


def _point(value: str) -> str:
    timed = _TIMED.fullmatch(value)
    if timed is None:
        return _day(value)
    day = _day(timed[1]) if timed[1] and not timed[1].startswith("X") else ""
    if timed[4]:
        part = _HOURS.get(timed[4], "")
        return f"{day}, {part}" if day and part else part or day
    clock = f"{timed[2]}{':00' if len(timed[2]) == len('15') else ''}{_zone(timed[3])}"
    return f"{day}, {clock}" if day else clock


def _zone(zone: str | None) -> str:
    return f" {'UTC' if zone == 'Z' else zone}" if zone else ""


def _day(value: str) -> str:
    for shape, say in _SHAPES.items():
        found = shape.fullmatch(value)
        if found:
            return say(*found.groups())
    return ""


def _full(year: str, month: str, day: str) -> str:
    return f"{int(day)} {_month(year, month)}" if day != "XX" else _month(year, month)


def _month(year: str, month: str) -> str:
    name = "a month" if month == "XX" else _MONTHS[int(month) - 1] if 1 <= int(month) <= len(_MONTHS) else month
    return f"{name} {year}" if year.isdecimal() else name


def _week(year: str, week: str, what: str | None) -> str:
    """Say a week by its Monday, and its weekend or one of its days."""
    if not (year.isdecimal() and week.isdecimal()):
        return "weekend" if what == "WE" else _WEEKDAYS[int(what) - 1] if what else "a week"
    try:
        monday = dt.date.fromisocalendar(int(year), int(week), 1)
        if what == "WE":
            return f"the weekend of {_said(monday + dt.timedelta(days=5))}"
        return _said(monday + dt.timedelta(days=int(what) - 1)) if what else f"the week of {_said(monday)}"
    except (ValueError, OverflowError):  # no such week, or one beyond the calendar
        return ""


def _said(day: dt.date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _season(year: str, season: str) -> str:
    return f"{_SEASONS[season]} {year}" if year.isdecimal() else _SEASONS[season]


def _portion(year: str, kind: str, number: str) -> str:
    what = "quarter" if kind == "Q" else "half"
    which = f"the {_ORDINALS[number]} {what}" if number in _ORDINALS else f"a {what}"
    return f"{which} of {year}" if year.isdecimal() else which


def _century(number: str) -> str:
    ordinal = int(number) + 1
    teen = ordinal % 100 in (11, 12, 13)
    ending = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(ordinal % 10, "th")
    return f"the {ordinal}{ending} century"


_SHAPES: Mapping[regex.Pattern[str], Callable[..., str]] = {
    regex.compile(r"(\d{4})"): str,
    regex.compile(r"(\d{3})X?+"): "the {}0s".format,
    regex.compile(r"(\d{2})(?:XX)?+"): _century,
    regex.compile(r"(\d{4}|XXXX)-(\d\d|XX)-(\d\d|XX)"): _full,
    regex.compile(r"(\d{4}|XXXX)-(\d\d|XX)"): _month,
    regex.compile(r"(\d{4}|XXXX)-W(\d\d|XX)(?:-(WE|[1-7]))?+"): _week,
    regex.compile(r"(\d{4}|XXXX)-(SP|SU|FA|WI)"): _season,
    regex.compile(r"(\d{4}|XXXX)-([QH])(\d|X)"): _portion,
}
"""The shapes of points in time, and how each is said."""
