"""Readers of lists and ranges that say once what all share: "May 3, 10 and 17, 2023", "the 18th and 19th centuries"."""

from __future__ import annotations

from itertools import pairwise

from attrs import evolve

from newskit.rules import Word
from newskit_dates.absolute import century, quarter, year_of
from newskit_dates.amounts import Length, period_value
from newskit_dates.anchor import Anchor
from newskit_dates.calendar import Period, day_of, days_in_month
from newskit_dates.reading import NO_DATE, Found, Piece, Reading, dated
from newskit_dates.vocabulary import DAYS, amount, ordinal
from newskit_dates.yearless import year_of_day

_LEAP_YEAR = 2000
_LEADS = frozenset({"the", "WEEKDAY", "WEEKDAYABBR"})


def day_list(found: Found, anchor: Anchor) -> list[Piece] | Reading:
    """Read "Sept. 11-13", "May 3, 10 and 17, 2023" and "the 3rd and 10th of May"; the days must rise.

    The month is part of the day that it stands beside, the year of the last. Days that no calendar has are none.
    """
    month = found.month()
    places = _day_places(found)
    days = [day for _, _, day in places]
    written = found.has("YEAR", "UNIT", "APOSTROPHE")
    year = year_of(found, anchor) if written else year_of_day(found, anchor, month, days[0])
    rising = all(one < other for one, other in pairwise(days))
    if rising and days[-1] > days_in_month(year or _LEAP_YEAR, month):
        return NO_DATE
    if not rising or days[0] < 1:
        return []
    readings = [
        dated(Period("day", day_of(year, month, day))) if year else Reading("DATE", f"XXXX-{month:02}-{day:02}")
        for day in days
    ]
    starts, ends = [start for start, _, _ in places], [end for _, end, _ in places]
    starts[0] = min(starts[0], found.tokens.starts[found.start])
    ends[-1] = max(ends[-1], found.tokens.ends[found.stop - 1])
    return list(zip(starts, ends, readings, strict=True))


def _day_places(found: Found) -> list[tuple[int, int, int]]:
    """Return where each day of a list stands, with an article and a weekday before it, and its number."""
    places, tokens = list[tuple[int, int, int]](), found.tokens
    for at, word in enumerate(found.words, found.start):
        start, end = tokens.starts[at], tokens.ends[at]
        if word.label == "DAYS":  # "11-13"
            head, _, tail = tokens.words[at].partition("-")
            places += [(start, start + len(head), int(head)), (end - len(tail), end, int(tail))]
        elif word.label in DAYS:
            led = at
            while led > found.start and found.words[led - found.start - 1].label in _LEADS:
                led -= 1
            places.append((tokens.starts[led], end, int(ordinal(word))))
    return places


def ordinal_list(found: Found, anchor: Anchor) -> list[Piece]:
    """Read "the 18th and 19th centuries" and "the first and second quarters of 2024", each with what ends both."""
    at = [i for i, word in enumerate(found.words) if word.label in {"ORDINAL", "SECOND"}]
    read = century if found.rule.arguments == ("century",) else quarter
    tokens, year = found.tokens, [word for word in found.words[: at[0]] if word.label == "YEAR"]
    shared = (*found.words[at[-1] + 1 :], *year)
    pieces = list[Piece]()
    for before, place in zip((-1, *at), at, strict=False):
        led = [i for i in range(before + 1, place) if found.words[i].label in {"the", "EARLY", "YEAR"}]
        words = (*(found.words[i] for i in led), found.words[place], *shared)
        reading = read(evolve(found, words=words), anchor)
        if not isinstance(reading, Reading):
            return []
        start = found.start + min((*led, place))
        stop = found.stop if place == at[-1] else found.start + place + 1
        pieces.append((tokens.starts[start], tokens.ends[stop - 1], reading))
    return pieces


def both_amounts(found: Found, _anchor: Anchor) -> list[Piece]:
    """Read "between 12 and 18 months" as both lengths."""
    unit = found.value("UNITS", "SECONDS", "QUARTERS")
    joint = found.at("and")
    numbers = [_sum(found.words[:joint]), _sum(found.words[joint + 1 : -1])]
    if unit is None or None in numbers:
        return []
    tokens = found.tokens
    ends = tokens.ends[found.start + joint - 1], tokens.ends[found.stop - 1]
    starts = tokens.starts[found.start], tokens.starts[found.start + joint + 1]
    values = [Reading("DURATION", period_value(Length(number or "", unit))) for number in numbers]
    return list(zip(starts, ends, values, strict=True))


def _sum(words: tuple[Word, ...]) -> str | None:
    """Return the number that one word, or a number and a multiple of it, stand for."""
    numbers = [amount(word) for word in words]
    if None in numbers or not numbers:
        return None
    if len(words) == 1:
        return numbers[0]
    big = words[1].label == "BIG" and (numbers[0] or "").isdigit()
    return str(int(numbers[0] or 0) * int(numbers[1] or 0)) if big else None


READERS = (day_list, ordinal_list, both_amounts)
