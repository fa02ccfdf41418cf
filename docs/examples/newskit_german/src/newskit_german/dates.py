"""Dates of German news, normalised against the day of publication."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable

import newskit
from newskit.rules import Found, Rules, Vocabulary, Word

_STOPPED = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})", re.ASCII)
_YEARS = range(1000, 2200)
Read = tuple[str, str | None]
"""The value of a TIMEX3, and its mod."""


def _figure(word: str) -> Word | None:
    """Return the class of a word in figures: a year, a day with stops, or any other number."""
    if _STOPPED.fullmatch(word):
        return Word("STOPPED", word)
    if not (word.isascii() and word.isdigit()):
        return None
    return Word("YEAR" if len(word) == 4 and int(word) in _YEARS else "FIGURE", word[:9])  # noqa: PLR2004 - its figures


def _numbers(found: Found, *labels: str) -> list[int]:
    return [int(word.value) for word in found.words if word.label in labels]


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def calendar(found: Found, today: dt.date | None) -> Read | None:
    """Read "3. März 2024"; without a year the last such day, or that of the next days."""
    (day,), month = _numbers(found, "FIGURE"), int(found.value("MONTH") or 0)
    year = found.value("YEAR")
    if year:
        value = _day(int(year), month, day)
        return (value, None) if value else None
    if today is None:
        value = _day(2000, month, day)  # a leap year: is there such a day at all?
        return (f"XXXX{value[4:]}", None) if value else None
    value = _day(today.year - ((month, day) > (today.month + 2, today.day)), month, day)
    return (value, None) if value else None


def figures(found: Found, today: dt.date | None) -> Read | None:
    """Read "07.02.2025", day before month."""
    del today
    written = (found.value("STOPPED") or "").split(".")
    day, month, year = map(int, written) if len(written) > 1 else _numbers(found, "FIGURE", "YEAR")
    value = _day(year if year in _YEARS else 2000 + year, month, day)
    return (value, None) if value else None


def month(found: Found, today: dt.date | None) -> Read | None:
    """Read "März 2024"; without a year the last such month, this one included."""
    number, year = int(found.value("MONTH") or 0), found.value("YEAR")
    if year is None and today:
        year = str(today.year - (number > today.month))
    return f"{year or 'XXXX'}-{number:02}", found.value("PART")


def season(found: Found, today: dt.date | None) -> Read | None:
    """Read "Sommer 2023"; without a year the last one that has begun."""
    name, year = found.value("SEASON") or "", found.value("YEAR")
    begins = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[name]
    if year is None and today:
        year = str(today.year - (begins > today.month))
    return f"{year or 'XXXX'}-{name}", None


def year(found: Found, today: dt.date | None) -> Read | None:
    """Read a year."""
    del today
    return found.value("YEAR") or "", found.value("PART")


def weekday(found: Found, today: dt.date | None) -> Read | None:
    """Read "am Montag" as the last one, today included; "kommenden Montag" as the next."""
    if today is None:
        return None
    shift = int(found.value("SHIFT") or 0)
    back = (today.weekday() - int(found.value("WEEKDAY") or 0)) % 7
    days = 7 - back if shift > 0 else -(back or 7) if shift < 0 else -back
    return (today + dt.timedelta(days)).isoformat(), None


def today(found: Found, day: dt.date | None) -> Read | None:
    """Read "gestern"."""
    return ((day + dt.timedelta(int(found.value("TODAY") or 0))).isoformat(), None) if day else None


def shifted(found: Found, today: dt.date | None) -> Read | None:
    """Read "voriges Jahr", "nächste Woche"."""
    unit = found.value("UNIT") or ""
    plural = found.tokens.lower[found.stop - 1] in ("jahre", "jahren", "monate", "monaten", "wochen", "tage", "tagen")
    if today is None or unit == "D" or plural:
        return None
    return _counted(today, unit, int(found.value("SHIFT") or 0)), None


def ago(found: Found, today: dt.date | None) -> Read | None:
    """Read "vor zwei Jahren"."""
    count = int(found.value("NUMBER") or found.value("FIGURE") or 0)
    return (_counted(today, found.value("UNIT") or "", -count), None) if today else None


def _counted(today: dt.date, unit: str, count: int) -> str:
    """Return the day, week, month or year so many units from today."""
    if unit == "Y":
        return str(today.year + count)
    if unit == "M":
        months = today.year * 12 + today.month - 1 + count
        return f"{months // 12}-{months % 12 + 1:02}"
    there = today + dt.timedelta(days=count * (7 if unit == "W" else 1))
    year_, week, _ = there.isocalendar()
    return f"{year_}-W{week:02}" if unit == "W" else there.isoformat()


READERS: dict[str, Callable[[Found, dt.date | None], Read | None]] = {
    "ago": ago,
    "calendar": calendar,
    "figures": figures,
    "month": month,
    "season": season,
    "shifted": shifted,
    "today": today,
    "weekday": weekday,
    "year": year,
}


def answer(expression: newskit.TimeExpression) -> str:
    """Tell a time expression as the records write it."""
    return f"{expression.type} {expression.value}" + (f", mod {expression.mod}" if expression.mod else "")


RULES = Rules(
    "newskit_german",
    "dates.txt",
    vocabulary=Vocabulary("newskit_german", "date_words.txt", made=_figure, made_classes=("FIGURE", "STOPPED", "YEAR")),
    readers=READERS,
    answer=answer,
    published="2025-02-18",
)


@newskit.extractor(newskit.TimeExpression, rules=RULES, languages=("de",))
def dates(doc: newskit.Doc) -> Iterable[newskit.TimeExpression]:
    """Find dates and give each its TIMEX3 value; what hangs on an unknown day of publication is left out."""

    def take(found: Found, read: Callable[[Found, dt.date | None], Read | None]) -> newskit.TimeExpression | None:
        value = read(found, doc.article.published)
        if value is None:
            return None
        span = doc.span(doc.tokens.starts[found.start], doc.tokens.ends[found.stop - 1])
        return newskit.TimeExpression(span, "DATE", value[0], mod=value[1], rule=found.rule.name)

    return RULES.find(doc.text, doc.tokens, take=take)
