"""Readers of dates that name a day, month, year, quarter, season, decade or century."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from newskit_dates.anchor import Anchor
from newskit_dates.calendar import GRAIN_OF_UNIT, SEASONS, Period, day_of, days_in_month
from newskit_dates.reading import Found, Reading, dated, period_at
from newskit_dates.vocabulary import DAYS, figures_in, ordinal
from newskit_dates.yearless import year_of_day, year_of_month, year_of_seasons

_CENTURY_PIVOT = 50
"""Two-figure years below this are taken for this century, those from it on for the last."""

_SOON = 15
"""A year of two figures behind an apostrophe is at most so many years ahead."""

_LEAP_DAY = (2, 29)
_CENTURIES = range(1000, 2000)
_DECADES = range(1000, 2100)


def whole_year(figures: str) -> int:
    """Return the year of figures, that which they stand for where they are two."""
    year = int(figures)
    if len(figures) != 2:  # noqa: PLR2004 - figures
        return year
    return year + (2000 if year < _CENTURY_PIVOT else 1900)


def year_of(found: Found, anchor: Anchor) -> int | None:
    """Return the year that the words give, by number or by "last year"; 0 where they give none that can be known."""
    written, code = found.value("YEAR"), found.value("FISCALYEAR", "YEARS")
    if written or code:
        return int(written) if written else _fiscal_year(code or "")
    if found.has("APOSTROPHE"):
        figures = found.words[-1].value
        if len(figures) != 2 or not figures.isdigit():  # noqa: PLR2004 - figures
            return None
        year, day = whole_year(figures), anchor.published
        return year - 100 if day and year > day.year + _SOON else year  # "the winter of '47"
    if found.has("NUMBER"):
        return _year_in_words(found)
    if found.value("UNIT") != "Y":
        return 0
    base = anchor.last_mentioned if found.has("that", "same", "FOLLOWING", "PREVIOUS") else anchor.published
    return base.year + found.step() if base else 0


def _fiscal_year(code: str) -> int | None:
    """Return the year of "FY24", "CY2024", "FY2024-25" and "2024-25", None for years that do not follow each other."""
    figures, _, behind = code.lower().lstrip("cfy'").partition("-")
    year = whole_year(figures)
    return year if not behind or (year + 1 - int(behind)) % 100 == 0 else None


def _day_month(found: Found) -> tuple[int, int | None]:
    day = found.at(*DAYS)
    return found.month(), None if day < 0 else int(ordinal(found.words[day]))


def _month(found: Found, anchor: Anchor, month: int, mod: str | None) -> Reading:
    year = year_of_month(found, anchor, month)
    return dated(Period.nth("month", year, month), mod) if year else Reading("DATE", f"XXXX-{month:02}", mod)


def calendar(found: Found, anchor: Anchor) -> Reading | None:
    """Read a date of year, month and day, or as many of them as there are."""
    iso = found.value("ISODATE")
    if iso:
        return exact(int(iso[:4]), int(iso[5:7]), int(iso[8:10]), None)
    year = year_of(found, anchor)
    if year is None or (year and not dt.MINYEAR <= year <= dt.MAXYEAR):
        return None
    month, day = _day_month(found)
    mod = found.portion() or found.mod
    if not month:
        return _year(found, anchor, year, mod) if year else None
    if day is not None:
        return _day(found, anchor, year, month, day)
    if found.has("UNIT") and found.value("UNIT") != "Y":
        return None
    return dated(Period.nth("month", year, month), mod) if year else _month(found, anchor, month, mod)


def _year(found: Found, anchor: Anchor, year: int, mod: str | None) -> Reading | None:
    """Return the reading of a year; nothing else in the text is of the year that an index has for its base."""
    if found.value("ERA") == "BC":
        return era(found, anchor)
    reading = dated(Period.nth("year", year), mod)
    return evolve(reading, period=None) if anchor.tokens.lowered(found.start - 1) == "base" else reading


def _day(found: Found, anchor: Anchor, year: int, month: int, day: int) -> Reading | None:
    mod = found.portion() or found.mod
    if year:
        anchor.years_of_days[month, day] = year
    completed = year or year_of_day(found, anchor, month, day)
    if completed and not year and (month, day) == _LEAP_DAY:
        return dated(Period("day", _leap_day(completed, anchor.tense(found.start, found.stop))), mod)
    if completed is not None:
        return exact(completed, month, day, mod)
    known = 1 <= day <= days_in_month(2000, month)
    return Reading("DATE", f"XXXX-{month:02}-{day:02}", mod) if known else None


def _leap_day(year: int, tense: int) -> dt.date:
    """Return the 29th of February of a year, else of the next that has one where the tense is ahead, or of the last."""
    while days_in_month(year, 2) < _LEAP_DAY[1]:
        year += 1 if tense > 0 else -1
    return day_of(year, *_LEAP_DAY)


def exact(year: int, month: int, day: int, mod: str | None) -> Reading | None:
    """Return the reading of a day by its numbers, None for one that no calendar has."""
    if not (1 <= month <= 12 and 1 <= day <= days_in_month(year, month)):  # noqa: PLR2004 - months
        return None
    return dated(Period("day", day_of(year, month, day)), mod)


def slashed(found: Found, anchor: Anchor) -> Reading | None:
    """Read "02/07/25" in the order that the option gives; in the other where the figures fit only that."""
    if not found.touching():
        return None
    first, second = (int(word.value.replace(",", "")) for word in found.words[:-1] if word.label != "SLASH")
    figures = found.words[-1].value
    if len(figures) not in {2, 4}:
        return None
    year = whole_year(figures)
    day, month = (first, second) if anchor.day_first else (second, first)
    return exact(year, month, day, None) or exact(year, day, month, None)


def _year_in_words(found: Found) -> int | None:
    head, tail = (int(word.value) for word in found.words if word.label in {"NUMBER", "BIG"})
    if tail == 1000:  # noqa: PLR2004 - "two thousand"
        return head * 1000 if head in {1, 2} else None
    if head not in {17, 18, 19, 20} or not 10 <= tail <= 99:  # noqa: PLR2004 - a year in two halves
        return None
    return head * 100 + tail


def spoken_year(found: Found, _anchor: Anchor) -> Reading | None:
    """Read "nineteen ninety-seven" and "the year two thousand"."""
    year = _year_in_words(found)
    return dated(Period.nth("year", year)) if year else None


def era(found: Found, _anchor: Anchor) -> Reading | None:
    """Read "480 BC" and "79 AD"."""
    year = next(int(word.value.replace(",", "")) for word in found.words if word.label in {"DAY", "INTEGER", "YEAR"})
    if not 0 < year <= dt.MAXYEAR:
        return None
    mod, month = found.portion() or found.mod, found.month()
    if found.value("ERA") == "BC":
        value = f"BC{year:04}-{month:02}" if month else f"BC{year:04}"
        return Reading("DATE", value, mod) if found.words[-1].label == "ERA" else None
    return dated(Period("month" if month else "year", day_of(year, month or 1, 1)), mod)


def part_date(found: Found, anchor: Anchor) -> Reading | None:
    """Read "mid-March", "late-2024", "mid-summer" and "post-1990"."""
    for word in found.words:
        if word.label.startswith("PART"):
            mod, _, value = word.value.partition(" ")
            if word.label == "PARTYEAR":
                return dated(Period.nth("year", int(value)), mod)
            if word.label == "PARTDECADE":
                return _decade(value, mod)
            if word.label == "PARTSEASON":
                return _season(found, anchor, value, mod)
            year = year_of(found, anchor)
            if year:
                return dated(Period.nth("month", year, int(value)), mod)
            return _month(found, anchor, int(value), mod)
    return None


def _decade(figures: str, mod: str | None) -> Reading | None:
    digits = figures_in(figures)
    if digits.endswith("00") and int(digits) in _CENTURIES:  # "the 1800s"
        return dated(Period.nth("century", int(digits)), mod)
    if len(digits) == 2:  # noqa: PLR2004 - two figures: of the last century
        digits = f"19{digits}"
    return dated(Period.nth("decade", int(digits)), mod)


def decade(found: Found, _anchor: Anchor) -> Reading | None:
    """Read "the 1990s", "the '80s", "the 1980's" and "the eighties"."""
    figures = found.value("DECADE", "DECADENAME")
    if figures is None:
        figures = found.value("YEAR", "INTEGER") or ""
        if not (figures.endswith("0") and (len(figures) == 2 or int(figures) in _DECADES)):  # noqa: PLR2004 - figures
            return None
    return _decade(figures, found.portion())


def century(found: Found, _anchor: Anchor) -> Reading | None:
    """Read "the 19th century" and "the mid-19th century": the years 1800 to 1899, as TIMEX3 counts."""
    at = found.at("ORDINAL", "SECOND", "NTHCENTURY", "PARTORDINAL")
    if at < 0:
        return None
    word = found.words[at]
    number = int(ordinal(word))
    mod = word.value.split()[0] if " " in word.value else found.portion()
    if not 1 <= number <= 99:  # noqa: PLR2004 - centuries of four-figure years
        return None
    if found.value("ERA") == "BC":
        return Reading("DATE", f"BC{number - 1:02}", mod)
    return dated(Period.of("century", day_of(max(1, number * 100 - 100), 1, 1)), mod)


def quarter(found: Found, anchor: Anchor) -> Reading | None:
    """Read "the third quarter", "Q3 2024" and "last year's first quarter"; without a year the nearest not later."""
    code = found.value("QUARTERCODE", "HALFCODE", "NTHQUARTER") or found.value("ORDINAL", "SECOND")
    number = int(figures_in(code or "") or 0)
    if not number and found.has("LAST"):  # "the last quarter of this year"
        number, found = 4, found.since(found.at("QUARTER"))
    number = number or (1 if found.has("opening") else 4 if found.has("final", "closing") else 0)
    grain, months = ("half", 6) if found.has("HALFCODE") else ("quarter", 3)
    if not 1 <= number <= 12 // months:
        return None
    if found.has("EVERY"):
        return Reading("SET", f"XXXX-Q{number}", quant="EACH")
    year = year_of(found, anchor)
    mod = found.portion()
    if year is None:
        return None
    if not year:
        base = anchor.day
        if base is None:
            return Reading("DATE", f"XXXX-{grain[0].upper()}{number}", mod)
        year = base.year
        if number * months - months + 1 > base.month + months and anchor.tense(found.start, found.stop) <= 0:
            year -= 1
    return dated(Period.nth(grain, year, number), mod)


def month_quarter(found: Found, anchor: Anchor) -> Reading | None:
    """Read "the September quarter", by the last month of a quarter of the calendar."""
    words = tuple(word for word in found.words if word.label != "QUARTER")
    reading = calendar(evolve(found, words=words), anchor)
    if reading is None or reading.first is None or reading.first.month % 3:
        return None
    return dated(Period.of("quarter", reading.first))


def half(found: Found, anchor: Anchor) -> Reading | None:
    """Read "the first half of 2024"."""
    code = found.value("ORDINAL", "SECOND", "NTHHALF")
    told = 2 if found.has("latter", "back", "LAST") else 1 if found.has("front") else 0
    number = int(figures_in(code or "") or 0) or told  # "the first half of last year"
    if number not in {1, 2} or not found.has("HALF", "NTHHALF"):
        return None
    year = year_of(found, anchor)
    if year is None:
        return None
    if not year:
        if found.value("UNIT") != "Y":
            return None
        base = None if found.has("this", "LAST", "NEXT") else anchor.last_mentioned
        if base is None:
            return Reading("DATE", f"XXXX-H{number}")
        year = base.year
    return dated(Period.nth("half", year, number), found.portion())


def _season(found: Found, anchor: Anchor, code: str, mod: str | None) -> Reading | None:
    year = year_of(found, anchor)
    if year is None:
        return None
    month = SEASONS[code]
    year = year or year_of_seasons(found, anchor, month) or 0
    base = anchor.last_mentioned if found.has("that", "same") else anchor.day
    if not year:
        if base is None:
            return Reading("DATE", f"XXXX-{code}", mod)
        year = base.year
        step = -1 if found.has("PAST") else found.step()
        if step < 0 and month + 2 >= base.month:
            year -= 1
        elif step > 0 and month <= base.month:
            year += 1
        elif not step and not found.has("this", "that") and anchor.tense(found.start, found.stop) < 0:
            year -= month > base.month
        elif not step and month + 2 < base.month and anchor.tense(found.start, found.stop) > 0:
            year += 1  # "will be ready in the spring", in October
    return dated(Period("season", day_of(year, month, 1)), mod)


def part_period(found: Found, anchor: Anchor) -> Reading | None:
    """Read "mid-year", "mid-week" and "mid-century"."""
    unit = (found.value("PARTUNIT", "PARTCENTURY") or "").split()[-1]
    grain = GRAIN_OF_UNIT.get(unit)
    if grain is None or grain == "day":
        return None
    return period_at(grain, anchor.day, "MID")


def bare_half(found: Found, anchor: Anchor) -> Reading | None:
    """Read "the first half" of which results are told: of this year, or of the last where it has not begun."""
    number = int(figures_in(found.value("ORDINAL", "SECOND", "NTHHALF") or ""))
    if number not in {1, 2}:
        return None
    if anchor.day is None:
        return Reading("DATE", f"XXXX-H{number}")
    begun = anchor.day.month >= number * 6 - 5 or anchor.tense(found.start, found.stop) > 0
    return dated(Period.nth("half", anchor.day.year - (not begun), number))


def season(found: Found, anchor: Anchor) -> Reading | None:
    """Read "the summer of 2024" and "last spring"."""
    code, years = found.value("SEASON", "SEASONWORD"), found.value("YEARS")
    if code and years:  # "the winter of 2022-23"
        return dated(Period("season", day_of(int(years[:4]), SEASONS[code], 1)), found.portion())
    return _season(found, anchor, code, found.portion()) if code else None


def fiscal(found: Found, anchor: Anchor) -> Reading | None:
    """Read "fiscal 2025", "FY25" and "the fiscal year"; the year keeps its number."""
    code, years = found.value("FISCALYEAR"), found.value("YEARS")
    mod = found.portion()
    if code or years:
        year = int(years[:4]) if years else year_of(found, anchor)
    else:
        if not found.has("YEAR", "UNIT", "APOSTROPHE"):
            return None
        year = year_of(found, anchor)
    if anchor.tokens.lowered(found.stop) in {"ended", "ending"} and not found.has("YEAR"):
        return Reading("DURATION", "P1Y")
    if year is None or (found.has("UNIT") and found.value("UNIT") != "Y"):
        return None
    return dated(Period.nth("year", year), mod) if year else Reading("DATE", "XXXX", mod)


READERS = (
    calendar, slashed, spoken_year, era, part_date, decade, century, quarter, month_quarter, half, season,
    part_period, bare_half, fiscal,
)  # fmt: skip
