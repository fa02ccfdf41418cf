"""The day of publication in the forms in which callers, feeds, dumps and pages give it."""

from __future__ import annotations

import datetime as dt
import reprlib

import regex

from newskit.errors import InputError

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?[.,]?\s++)?"
_DAY, _YEAR = r"(?<day>\d{1,2})(?:st|nd|rd|th)?", r"(?<year>\d{4})"
_CLOCK = r"\d{1,2}:\d{2}\b.*"
# All are compiled when first asked for, since the import of newskit should cost little.
_ISO_8601 = r"(?ia)(?<day>\d{4}-\d\d-\d\d|\d{8}|\d{4}-?W\d\d(?:-?\d)?)(?:(?<time>[T ].++)|Z|[+-]\d\d:?\d\d)?"
"""A day, and a time or a zone. Python takes any sign between day and time, a digit too, and so numbers of 20 digits."""
_FORMS = tuple(
    f"(?i){form}"
    for form in (
        # ISO 8601 with a time that Python does not read: "2025-02-18 10:00:00 UTC"
        rf"(?<year>\d{{4}})-(?<month>\d{{2}})-(?<day>\d{{2}})[T ]\s*+{_CLOCK}",
        # RFC 2822 and plain English: "Tue, 18 Feb 2025 10:00:00 GMT", "18 February 2025"
        rf"{_WEEKDAY}{_DAY}[ -]{_MONTH}[.,]?[ -]{_YEAR}(?:[ ,T]++(?:at )?{_CLOCK})?",
        # American: "February 18, 2025", "Feb. 18, 2025 at 10:00 am"
        rf"{_WEEKDAY}{_MONTH}\.? {_DAY},? {_YEAR}(?:[ ,T]++(?:at )?{_CLOCK})?",
        # asctime: "Tue Feb 18 10:00:00 2025", with a zone as some interfaces give it
        rf"{_WEEKDAY}{_MONTH} ++{_DAY} [\d:]{{5,8}}(?: [+-]\d{{4}}| [A-Z]{{3,4}})? {_YEAR}",
    )
)

_LONGEST_NUMBER = 64


def day_of(value: object) -> dt.date | None:
    """Return the day of a date, or of one as a feed, a dump or a page writes it; None for an empty one.

    Read are ISO 8601 with or without a time, RFC 2822, and an English month by name with a day and a year. The day is
    the one written, whatever its time zone. Raises ``InputError`` for what can be read in two ways or none, as
    "03/04/2025" and a number are.
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if value is None or value == "":
        return None
    day = _written(" ".join(value.split())) if isinstance(value, str) else None
    if day:
        return day
    raise no_day(value)


def given_day(value: dt.date | str | None) -> dt.date | None:
    """Return the day that is given by name, where an empty string is a mistake and does not mean "not told"."""
    if value == "":
        raise no_day(value)
    return day_of(value)


def no_day(value: object) -> InputError:
    """Return the error for what is no day."""
    # Python writes no whole number of more than some thousands of digits.
    short = isinstance(value, (str, float)) or (isinstance(value, int) and value.bit_length() <= _LONGEST_NUMBER)
    got = reprlib.repr(value) if short else type(value).__name__
    return InputError(f"expected a date as YYYY-MM-DD, got {got}", field="published")


def _written(text: str) -> dt.date | None:
    try:
        return _iso_8601(text) or _by_its_parts(text)
    except ValueError:
        return None


def _iso_8601(text: str) -> dt.date | None:
    found = regex.fullmatch(_ISO_8601, text)
    if not found:
        return None
    try:
        return dt.datetime.fromisoformat(text if found["time"] else found["day"]).date()
    except ValueError:  # "2025-02-18 10:00:00 UTC" has a time that Python does not read
        return None


def _by_its_parts(text: str) -> dt.date | None:
    for form in _FORMS:
        found = regex.fullmatch(form, text)
        if found:
            month = found["month"].lower()
            number = int(month) if month.isdecimal() else _MONTHS.index(month[:3]) + 1
            return dt.date(int(found["year"]), number, int(found["day"]))
    return None
