"""Readers of dates in figures and codes: "14.03.2024", "/2024/03/05/", "19-Nov-2012", "2Q24", "3rd Feb 82", "9/11"."""

from __future__ import annotations

import re

from attrs import evolve

from newskit.rules import Word
from newskit_dates.absolute import calendar, exact, whole_year
from newskit_dates.anchor import Anchor
from newskit_dates.calendar import Period
from newskit_dates.holiday_names import days_in_figures
from newskit_dates.reading import NO_DATE, Found, Piece, Reading, dated
from newskit_dates.vocabulary import VOCABULARY

_code = re.compile(r"(?P<half>[QH])?(?P<number>[1-4])(?P<behind>[QH])?[-']?(?:FY)?(?P<year>\d{4}|\d\d)").fullmatch
_year_code = re.compile(r"(?P<year>\d{4})-?(?P<half>[QH])(?P<number>[1-4])").fullmatch
_HALVES, _QUARTERS = 2, 4
_TWO_FIGURES = range(50, 100)
"""Years of the last century that two figures stand for without an apostrophe; lower ones may be anything."""


def _read(year: str, month: str, day: str) -> Reading | None:
    return exact(whole_year(year), int(month), int(day), None)


def figures(found: Found, anchor: Anchor) -> Reading:
    """Read "14.03.2024", "3-14-2024", "2024.03.14", "19-Nov-12" and "19NOV2012"; what no calendar has is no date.

    With points the day stands first, with hyphens in the order of the option; in the other where only that fits.
    """
    written = found.words[0].value
    if found.has("DATECODE"):
        day, month, year = written.split()
        return _read(year, month, day) or NO_DATE
    if found.has("COMPACTDATE"):
        day, name, year = written[:-7], written[-7:-4], written[-4:]
        return _read(year, VOCABULARY.word(name.capitalize()).value, day) or NO_DATE
    first, second, third = re.split("[-.]", written)
    if found.has("YEARFIRST"):
        return _read(first, second, third) or NO_DATE
    day_first = found.has("DOTDATE") or anchor.day_first
    day, month = (first, second) if day_first else (second, first)
    return _read(third, month, day) or _read(third, day, month) or NO_DATE


def year_first(found: Found, _anchor: Anchor) -> Reading | None:
    """Read "2024/03/05", as in the addresses of pages; what no calendar has is no date."""
    if not found.touching():
        return None
    year, month, day = (word.value for word in found.words if word.label != "SLASH")
    return _read(year, month, day) or NO_DATE


def slashed_month(found: Found, _anchor: Anchor) -> Reading | None:
    """Read "8/Oct/2012" and "04/2016"."""
    if not found.touching():
        return None
    parts = [word.value for word in found.words if word.label != "SLASH"]
    if len(parts) == 2:  # noqa: PLR2004 - month and year
        month, year = map(int, parts)
        return dated(Period.nth("month", year, month)) if 1 <= month <= 12 else None  # noqa: PLR2004 - months
    return _read(parts[2], parts[1], parts[0]) if len(parts[2]) in {2, 4} else None


def whole_date(found: Found, anchor: Anchor) -> Reading | None:
    """Read a date of month and day; one that no calendar has ("February 29, 2014") gives neither part nor neighbour."""
    reading = calendar(found, anchor)
    if reading is None and (found.has("YEAR", "ORDINAL") or anchor.tokens.lowered(found.start - 1) == "on"):
        return NO_DATE
    return reading


def no_date(_found: Found, _anchor: Anchor) -> Reading:
    """Read what only looks like a date as none."""
    return NO_DATE


def small_month(found: Found, anchor: Anchor) -> Reading | None:
    """Read "march 5, 2024" and "5 april 2024" in small letters."""
    words = (Word("MONTH", word.value) if word.label == "SMALLMONTH" else word for word in found.words)
    return calendar(evolve(found, words=tuple(words)), anchor)


def short_month(found: Found, anchor: Anchor) -> Reading | None:
    """Read "Apr'23" and "15 Apr'23"."""
    month, year = (found.value("SHORTMONTH") or "").split()
    words = (*found.words[:-1], Word("MONTH", month), Word("YEAR", str(whole_year(year))))
    return calendar(evolve(found, words=words), anchor)


def short_date(found: Found, anchor: Anchor) -> Reading | None:
    """Read "3rd Feb 82", "Aug 9, 96" and "19 January 19 83"."""
    figures_ = [word.value for word in found.words if word.label in {"DAY", "INTEGER"}]
    century, year = figures_[-2:] if found.words[-2].label == "DAY" else ("", figures_[-1])
    whole = int(century + year) if century in {"19", "20"} and len(year) == 2 else 0  # noqa: PLR2004 - figures
    if not whole and len(year) == 2 and int(year) in _TWO_FIGURES:  # noqa: PLR2004 - figures
        whole = whole_year(year)
    if not whole:
        return None
    stop = -2 if whole and found.words[-2].label == "DAY" and century + year == str(whole) else -1
    words = [word for word in found.words[:stop] if word.label != "COMMA"]
    return calendar(evolve(found, words=(*words, Word("YEAR", str(whole)))), anchor)


def period_code(found: Found, _anchor: Anchor) -> Reading | None:
    """Read "2Q24", "Q2'24", "2024Q2", "1H24", and "Q2 24", "Q2 FY24", "H2 FY2023-24", "Quarter 1 2018"."""
    written = found.value("CODEYEAR")
    if written is None:
        written = (found.value("QUARTERCODE", "HALFCODE") or "q" + (found.value("DAY") or "")) + found.words[-1].value
    written = written.partition("-")[0] if found.has("FISCALYEAR") else written  # "Q2 FY2023-24"
    match = _code(written.upper()) or _year_code(written.upper())
    if match is None:
        return None
    known = match.groupdict()
    kind, number, year = known["half"] or known.get("behind"), int(known["number"]), known["year"]
    if number > (_HALVES if kind == "H" else _QUARTERS):
        return None
    grain = "half" if kind == "H" else "quarter"
    return dated(Period.nth(grain, whole_year(year), number))


def event_figures(found: Found, anchor: Anchor) -> Reading | list[Piece] | None:
    """Read "9/11", "post-9/11" and "the 7/7 bombings", days that name what happened on them."""
    written = "/".join(word.value.split()[-1] for word in found.words if word.label != "SLASH")
    if not found.touching() or written not in days_in_figures():
        return None
    day, words = days_in_figures()[written]
    named = not words or anchor.tokens.lowered(found.stop) in words
    later = anchor.published is None or day <= anchor.published
    if not (named and later):
        return None
    reading, end = evolve(dated(Period("day", day)), period=None), found.tokens.ends[found.stop - 1]
    return [(end - len(written), end, reading)] if found.has("PARTDAY") else reading


READERS = (
    figures, year_first, slashed_month, whole_date, no_date, small_month, short_month, short_date, period_code,
    event_figures,
)  # fmt: skip
