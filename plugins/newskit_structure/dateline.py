"""Datelines: "WASHINGTON (AP) —", "BUENOS AIRES, Feb 26 -", and lines that are nothing but a date."""

from __future__ import annotations

import re
from functools import cache

import regex

from newskit.text import classes
from newskit_structure.line import PACKAGE, Line

REACH = 110
"""A dateline ends within this many characters of its paragraph."""


def _any(label: str) -> str:
    return "|".join(sorted(map(re.escape, classes(PACKAGE, "datelines.txt")[label]), reverse=True))


@cache
def _patterns() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    month = rf"(?:{_any('month')})\.?+"
    day = r"(?:\d{1,2}+(?:st|nd|rd|th)?+)"
    weekday = rf"(?:(?:{_any('weekday')})\.?+,?+\ ++)"
    date = rf"{weekday}?+(?:{month}\ ++{day}(?:,?+\ ++\d{{4}}+)?+|{day}\ ++{month}(?:,?+\ ++\d{{4}}+)?+)"
    capitals = r"(?:\p{Lu}[\p{Lu}\p{M}.'’‑-]*+|Mc\p{Lu}++|d['’]\p{Lu}++)"
    name = r"\p{Lu}[\p{L}\p{M}.'’‑-]*+"
    dateline = regex.compile(
        rf"""
        (?P<place> (?P<capitals> {capitals} (?: (?:\ (?:and\ )?+|/) {capitals} ){{0,5}}+ (?![\p{{L}}\p{{N}}]) )
                 | {name} (?: [\ /] {name} ){{0,3}}+ )
        (?P<region> (?: ,\ ++ (?!{date}) {name} (?: \ {name} ){{0,3}}+ ){{0,2}}+ )
        (?: ,?+ \s++ (?P<date> {date} ) )?+
        (?: \s*+ (?P<agency> \( [^()\n]{{2,60}}+ \) ) )?+
        (?: (?P<dash> \s*+ (?: [—–―_] | --++ ) | \s++ - (?=\s|\p{{Lu}}|$) ) | (?P<colon> : (?=\s) ) )
        """,
        regex.VERBOSE,
    )
    stamp = "|".join(sorted(map(re.escape, classes(PACKAGE, "datelines.txt")["stamp"]), reverse=True))
    clock = r"\d{1,2}+[:.]\d{2}(?:[:.]\d{2})?+(?:\ ?+[AaPp]\.?+[Mm]\.?+)?+(?:\ ?+\(?+[A-Z]{2,5}+\)?+)?+"
    whole = regex.compile(
        rf"(?:(?i:{stamp})\s*+:?+\s*+)?+(?:{date}|\d{{4}}-\d{{2}}-\d{{2}}(?:T[\d:.+Z-]*+)?+|\d{{1,2}}+/\d{{1,2}}+/\d{{4}})"
        rf"(?:(?:,|\ at|\ @|\ [|-])?+\s++{clock})?+\.?+"
    )
    return dateline, whole


def dateline_end(line: Line, *, lead: bool) -> int | None:
    """Return where in a line its dateline ends, after the dash, None where it has none.

    In the ``lead`` capitals or a well-known city are enough; in later paragraphs a date or an agency must be there.
    """
    first = line.text[0]
    if not (first.isupper() or first == "d"):
        return None
    dateline, _ = _patterns()
    head = line.text[:REACH]
    match = dateline.match(head)
    if match is None:
        return None
    place = match["place"]
    lists = classes(PACKAGE, "datelines.txt")
    if place.upper() in lists["not"] or place in lists["month"] or place in lists["weekday"]:
        return None
    if match["date"] or match["agency"]:
        return match.end()
    capitals = match["capitals"] is not None and len(place) > 1
    if not lead or not (capitals or place in lists["city"]):
        return None
    if match["colon"] and not (capitals and len(line) > REACH):
        return None
    return match.end()


def is_date_line(line: Line) -> bool:
    """Tell whether a line is nothing but a date, with or without "Published" and a clock time."""
    if len(line) > 60 or not any(map(str.isdigit, line.text)):
        return False
    _, whole = _patterns()
    return whole.fullmatch(line.text) is not None
