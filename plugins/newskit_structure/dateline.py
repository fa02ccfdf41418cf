"""Datelines: "WASHINGTON (AP) —", "BUENOS AIRES, Feb 26 -", and lines that are nothing but a date."""

from __future__ import annotations

import re
from functools import cache

import regex

from newskit.text import cities, classes, given_names, lazy_pattern, places
from newskit_structure.line import PACKAGE, Line, phrases

REACH = 110
"""A dateline ends within this many characters of its paragraph."""
_LEAD = 30
"""What a dateline without a date or an agency stands before is at least this long."""
_PLACE = 40
"""A line that is nothing but a place, with its day or without, is at most this long."""
_DATE_LINE = 100
"""A line that is nothing but a date is at most this long."""


def _any(label: str) -> str:
    return "|".join(sorted(map(re.escape, classes(PACKAGE, "datelines.txt")[label]), reverse=True))


@cache
def _date() -> str:
    month = rf"(?:(?i:{_any('month')})\b\.?+)"
    day = r"(?:\d{1,2}+(?:st|nd|rd|th)?+)"
    weekday = rf"(?:(?i:{_any('weekday')})\.?+,?+\s++)"
    return rf"{weekday}?+(?:{month}\s++{day}(?:,?+\s++\d{{4}}+)?+|{day}\s++{month}(?:,?+\s++\d{{4}}+)?+)"


@cache
def _dateline() -> regex.Pattern[str]:
    date = _date()
    capitals = r"(?:\p{Lu}[\p{Lu}\p{M}.'’‑-]*+|Mc\p{Lu}++|d['’]\p{Lu}++)"
    name = r"\p{Lu}[\p{L}\p{M}.'’‑-]*+"
    return regex.compile(
        rf"""
        (?P<place> (?P<capitals> {capitals} (?: (?:\s(?:and\s|&\s)?+|/) (?!{date}) {capitals} ){{0,5}}+
                     (?![\p{{L}}\p{{N}}]) )
                 | {name} (?: (?:\s(?:&\s)?+|/) (?!{date}) {name} ){{0,3}}+ )
        (?P<region> (?: (?:\s,|,)\s++ (?!{date}) {name} (?: \s (?!{date}) {name} ){{0,3}}+ ){{0,2}}+ )
        (?: (?:\s,|,|\s[–—-])?+ \s++ (?P<date> {date} ) (?: ,\ \p{{Lu}}\p{{L}}++ )?+ )?+
        (?: (?: \s[–—-](?=\s\([^()\n]{{2,60}}+\)\s[–—-]) | \.(?=\s/) )?+ \s*+
            (?P<agency> \( [^()\n]{{2,60}}+ \) \.?+ | /[\w\ -]{{2,40}}+/ ) )?+
        (?: (?P<dash> \s*+ (?: [—–―_] | --++ ) | (?<=/) \.? (?=\s) | \s++ - (?=\s|\p{{Lu}}|$) | (?<=[\d.]) - (?=\s) )
          | (?P<colon> : (?=\s) ) | (?P<bare> (?<=\)) (?=\ \p{{Lu}}) ) )
        """,
        regex.VERBOSE,
    )


@cache
def _date_line() -> regex.Pattern[str]:
    date = _date()
    stamp = rf"(?:(?i:{_any('stamp')})\s*+:?+\s*+)"
    half, zone = r"\ ?+[AaPp]\.?+[Mm](?![a-z])\.?+", r"\ ?+\(?+[A-Z]{2,5}+(?:\ ?+[+-]\d{1,2}+(?::\d\d)?+)?+\)?+"
    clock = rf"(?:\d{{1,2}}+(?:[:.]\d{{2}}(?:[:.]\d{{2}})?+(?:{half})?+(?:{zone})?+|{half}(?:{zone})?+))"
    parted = r"(?:(?:,|\ at|\ @|\ [|•·–—/-]|\ on)?+\s++|(?<=\d{4})(?=\d{1,2}:\d))"
    numbers = r"\d{4}-\d{2}-\d{2}(?:T[\d:.+Z-]*+)?+|\d{1,2}+(?:/\d{1,2}+/|\.\d{1,2}+\.|-\d{1,2}+-)\d{4}"
    weekday_behind = rf"(?:,?+\ (?i:{_any('weekday')})\b)?+"
    day_of_year = rf"(?:{date}{weekday_behind}|{numbers}(?:{date})?+)"
    unit = r"(?:sec(?:ond)?s?+|min(?:ute)?s?+|hours?+|hrs?+|days?+|weeks?+|[mhd])"
    place = r"(?:,?+\ [-–—/|]?+\ ?+\p{Lu}[\p{L} .]{1,30}+)?+"
    reading = r"(?:(?:\ ?+[|•·-]\ ?+|\ )\d{1,2}+[\ -]min(?:ute)?+s?+\ read)?+"
    ago = rf"(?:about\  )?+(?:\d{{1,3}}+|an?+|one)\ ?+{unit}\ ago"
    return regex.compile(
        rf"""
        (?: (?: (?P<placed> \p{{Lu}}[\p{{L}}.,]*+ (?:\ \p{{Lu}}[\p{{L}}.,]*+){{0,3}}+) (?:\ [|–—-]|,)\ (?={stamp}) )?+
            (?P<stamp> {stamp} (?:[-–—/|]\ )?+ )?+
            (?: {day_of_year} (?: {parted} {clock} )?+ (?:(?<=m)(?=\p{{Lu}}){date}\ at\ {clock})?+
              | {clock} (?: {parted} {day_of_year} | (?P<alone>) ) )
            (?: \s*+ [|•·;,/–-]?+ \s*+ {stamp}
                (?: {day_of_year} (?: {parted} {clock} )?+ | {clock} {parted} {day_of_year} | {clock} | {ago} ) )?+
            {place} {reading}
          | (?P<ago> {stamp}?+ {ago} )
        ) \.?+""",
        regex.VERBOSE,
    )


_AGENCY = lazy_pattern(r"(\([^()\n]{2,40}+\))\s*+(?:[—–―_]|--++|-(?=\s))")
"""An agency without a place: "(Reuters) -"."""
_dated = re.compile(r"[(\d]").search
"""Without these a dateline has neither a date nor an agency."""
_ends = re.compile("[—–―_:/-]").search
"""Without these there is none."""


def dateline_end(line: Line, *, lead: bool) -> int | None:
    """Return where in a line its dateline ends, after the dash, None where it has none.

    In the ``lead`` capitals or a well-known city are enough; in later paragraphs a date or an agency must be there.
    """
    first, head = line.text[0], line.text[:REACH]
    alone = _AGENCY.match(head) if first == "(" else None
    if alone:
        return alone.end() if _known_agency(alone[1]) else None
    if (
        not (first.isupper() or first == "d")
        or not (lead or _dated(head))
        or not (_ends(head) or (lead and ")" in head))
    ):
        return None
    match = _dateline().match(head)
    if match is None or not _is_place(match["place"]):
        return None
    if match["bare"] is not None:  # "New Delhi, Oct 9 (PTI) The council …"
        return match.end() if lead and match["date"] and _known_agency(match["agency"]) else None
    if match["date"] or _known_agency(match["agency"]) or (lead and _stands_alone(match, line)):
        return match.end()
    return None


def is_place_line(line: Line) -> bool:
    """Tell whether a line is a place in capitals or a city, with its day or without: "LIMA", "Lima, March 4".

    Below a byline that is the dateline.
    """
    if line.stopped or len(line) > _PLACE:
        return False
    return (
        _dateline().fullmatch(f"{line.text} -") is not None
        and dateline_end(Line(line.start, line.end + 2, f"{line.text} -", f"{line.lower} -", line.breaks), lead=True)
        == len(line) + 2
    )


def _is_place(written: str) -> bool:
    lists = classes(PACKAGE, "datelines.txt")
    name = written.capitalize()
    first = written.partition(" ")[0]
    return not (
        written.upper() in lists["not"] or first in lists["first"] or name in lists["month"] or name in lists["weekday"]
    )


def _known_agency(bracketed: str | None) -> bool:
    return bracketed is not None and bracketed.strip("(). ").lower() in classes(PACKAGE, "credits.txt")["source"]


def _stands_alone(match: regex.Match[str], line: Line) -> bool:
    rest = line.text[match.end() :].strip()
    if rest and (len(rest) < _LEAD or rest.isupper()):  # a headline: "FERRY TO STOP - MAYOR"
        return False
    if rest and rest[0].islower():  # an aside: "NATO — an alliance — met"
        return False
    capitals = match["capitals"] is not None and len(match["place"]) > 1
    if match["colon"]:
        return len(line) > REACH and (capitals or (rest[:1].isupper() and _is_city(match["place"])))
    return capitals or match["place"] in classes(PACKAGE, "datelines.txt")["city"] or _is_city(match["place"])


def _is_city(written: str) -> bool:
    """Tell whether a text is the name of a city, and nobody's first name: "Lima", but not "Sydney"."""
    name = written.lower()
    return name not in given_names() and (places().get(name) == "city" or name in cities())


def _may_place(written: str) -> bool:
    """Tell whether a text before a stamp is a place, and not who signs: "Lima | Updated: March 5, 2024"."""
    one = " " not in written and written.lower() not in given_names()
    return (one and len(written) > len("By")) or _is_city(written) or written.lower() in places()


def is_date_line(line: Line) -> bool:
    """Tell whether a line is nothing but a date with its year or weekday, a clock, or a stamp of publication."""
    if len(line.text) > _DATE_LINE or not (any(map(str.isdigit, line.text)) or line.lower.endswith(" ago")):
        return False
    match = _date_line().fullmatch(line.text.strip("*_|•· "))
    if match is None or not (match["placed"] is None or _may_place(match["placed"])):
        return False
    return (
        match["stamp"] is not None
        or match["ago"] is not None
        or (match["alone"] is not None and _is_clock(line.lower))
        or _names_day(line.text)
    )


def _is_clock(lower: str) -> bool:
    """Tell a time of day from a number: "10:15", "10.15am"."""
    return ":" in lower or lower.rstrip(". ").endswith(("am", "pm", "a.m", "p.m", "gmt", "bst", "est", "edt"))


def _names_day(text: str) -> bool:
    return text.startswith(phrases("datelines.txt", "weekday")) or regex.search(r"\d{4}", text) is not None
