"""Readers of clock times, and of the words for now, the past and the future."""

from __future__ import annotations

import datetime as dt
import re

from attrs import evolve

from newskit_dates.absolute import calendar
from newskit_dates.amounts import Length, period_value
from newskit_dates.anchor import Anchor
from newskit_dates.calendar import Period
from newskit_dates.reading import Found, Reading
from newskit_dates.relative import nearest_weekday, weekday_on
from newskit_dates.vocabulary import DAYS, MONTHS, VOCABULARY
from newskit_dates.word_lists import is_listed

_MINUTE, _HOURS = 60, 12
_TOLD = range(5, 35, 5)
"""Minutes that are told by words before and after the hour."""
_SMALL_HOURS = range(1, 6)
_QUARTERS = ("00", "15", "30", "45")
_LEVEL = frozenset({"was", "were", "is", "are", "level", "opened", "closed", "odds", "traded"})
"""What stands before "at" and a price, a rate or a score."""
"""Hours that a night has behind midnight."""
_ALONE = frozenset({"WEEKDAY", "WEEKDAYABBR", "TODAY", "ISODATE"})
_BETWEEN = frozenset({"COMMA", "DOT", "YEAR"})
_DAY_LABELS = ("WEEKDAY", "TODAY", *MONTHS, "ISODATE")


def _hour(found: Found) -> tuple[str, bool] | None:
    """Return the clock time as ISO text and whether the words make sure that it is one."""
    labels = [word.label for word in found.words]
    meridiem = found.value("MERIDIEM")
    part = "pm" if found.value("DAYPART") in {"AF", "EV", "NI"} else "am" if found.value("DAYPART") else None
    if found.has("NOON") and not _is_minutes_to(labels):
        figures = [word.value for word in found.words[: labels.index("NOON")] if word.label in {"DAY", "INTEGER"}]
        return (found.value("NOON") or "", True) if figures in ([], ["12"], ["12", "00"]) else None
    if found.has("CLOCK", "CLOCKH"):
        return _in_one_word(found, labels)
    mark = next((i for i, label in enumerate(labels) if label in {"COLON", "DOT"} and 0 < i < len(labels) - 1), None)
    if mark is not None and labels[mark - 1] in {"DAY", "INTEGER"} and labels[mark + 1] in {"DAY", "INTEGER"}:
        minutes = found.words[mark + 1].value
        if len(minutes) != 2 or not _joined(found, mark):  # noqa: PLR2004 - minutes have two figures
            return None
        sure = bool(meridiem or part or found.has("UNITS", "ZONE", *_DAY_LABELS))
        hour = _time(found.words[mark - 1].value, minutes, meridiem or part)
        return hour and f"{hour}{_seconds(found, mark + 2)}", sure
    return _without_colon(found, meridiem or part), True


def _is_minutes_to(labels: list[str]) -> bool:
    """Tell of "ten to six" and "five minutes to midnight"; "close to midnight" counts nothing."""
    at = labels.index("to") if "to" in labels else 0
    return at > 0 and labels[at - 1] in {"NUMBER", "UNITS"}


def _in_one_word(found: Found, labels: list[str]) -> tuple[str, bool]:
    """Return "6.30am", the end of "6:30am", and "14h30", which may be a length."""
    written = found.value("CLOCK") or ""
    if not written:
        hour, _, minutes = (found.value("CLOCKH") or "").partition("h")
        return _time(hour, minutes, None), True
    if "COLON" in labels:
        return _time(found.words[labels.index("COLON") - 1].value, written[:-2], written[-2:]), True
    return _time(*written[:-2].partition(".")[::2], written[-2:]), True


def _seconds(found: Found, mark: int) -> str:
    """Return the seconds behind a second colon: "08:15:42"."""
    labels = [word.label for word in found.words[mark : mark + 2]]
    seconds = found.words[mark + 1].value if len(labels) > 1 else ""
    told = labels[:1] == ["COLON"] and labels[1:] in (["DAY"], ["INTEGER"]) and len(seconds) == 2  # noqa: PLR2004
    return f":{seconds}" if told and int(seconds) < _MINUTE and _joined(found, mark) else ""


def _zone(found: Found) -> str:
    """Return the offset of a zone: "Z", "-05", "+03" for "UTC+3"."""
    zone = (found.value("ZONE") or "").strip()
    plus = found.at("PLUS")
    return f"+{int(found.words[plus + 1].value):02}" if plus > 0 and zone == "Z" else zone


def _without_colon(found: Found, half: str | None) -> str:
    """Return "7 p.m.", "half past seven" and "18.30 hrs" as clock time, nothing where it is none."""
    if found.has("PAST", "QUARTER", "HALF") or _is_minutes_to([word.label for word in found.words]):
        return _spoken(found, half)
    written = found.value("DECIMAL") or ""
    if written:
        hour, _, minutes = written.partition(".")
        return _time(hour, minutes, half) if len(minutes) == 2 and len(hour) <= 2 else ""  # noqa: PLR2004 - figures
    return _time(found.value("DAY", "NUMBER") or "99", "", half)


def _spoken(found: Found, half: str | None) -> str:
    """Return "half past seven" and "ten to nine" as clock time, in the ``half`` of the day that is told."""
    at = found.at("PAST", "to")
    said = (int(word.value) for word in found.words[max(0, at) :] if word.label in {"DAY", "NUMBER"})
    counted = (int(word.value) for word in found.words[:at] if word.label in {"DAY", "NUMBER"})
    point = int((found.value("NOON") or "0").partition(":")[0])
    hour, minutes = next(said, point), next(counted, 30 if found.has("HALF") else 15)
    if not 1 <= hour <= max(point, _HOURS) or minutes not in _TOLD:
        return ""
    past = at < 0 or found.words[at].label == "PAST"  # "half seven"
    return _time(str(hour - (not past)), f"{minutes if past else _MINUTE - minutes:02}", half)


def _joined(found: Found, mark: int) -> bool:
    tokens, at = found.tokens, found.start + mark
    return tokens.ends[at - 1] == tokens.starts[at] and tokens.ends[at] == tokens.starts[at + 1]


def _time(hour: str, minutes: str, meridiem: str | None) -> str:
    value = int(hour)
    if value > (12 if meridiem else 24) or int(minutes or 0) > 59:  # noqa: PLR2004 - the clock
        return ""
    if meridiem:
        value = value % 12 + (12 if meridiem == "pm" else 0)
    return f"{value:02}:{minutes or '00'}"


_AROUND = frozenset(
    {"kick-off", "kickoff", "ko", "at", "by", "until", "before", "after", "from", "since", "around", "about"}
)
_SURELY = frozenset({"at", "by", "until", "till", "from", "since", "between"})
"""What stands before a time and hardly before a length: "from 1700 hours", but "about 1700 hours"."""


def figures_clock(found: Found, anchor: Anchor) -> Reading | None:
    """Read "1830 GMT" and "at 0630 local time"; the zone must have a known offset: "2019 PT" may be anything."""
    zone = (found.value("ZONE") or "").strip()
    known = bool(zone) or (found.has("local") and found.tokens.lowered(found.start - 1) in _AROUND)
    return _figures_before(found, anchor, found.at("ZONE", "time"), zone) if known else None


def _figures_before(found: Found, anchor: Anchor, place: int, zone: str = "") -> Reading | None:
    """Return the reading of four figures before a place; what names the day stands behind it, for they are no year."""
    figures = found.value("YEAR", "INTEGER") or ""
    hour = _time(figures[:2], figures[2:], None) if len(figures) == 4 else ""  # noqa: PLR2004 - figures
    return _on_day(found.since(place), anchor, f"{hour}{zone}") if hour else None


def figures_hours(found: Found, anchor: Anchor) -> Reading | None:
    """Read "0530 hours", and "at 1700 hours" behind a word that a time follows."""
    figures, tokens = found.value("YEAR", "INTEGER") or "", found.tokens
    began = tokens.word(found.start - 2)  # "between 0900 and 1700 hours"
    told = tokens.lowered(found.start - 1) in _SURELY and not is_listed(tokens.lowered(found.stop), "HOURS_COUNTED")
    sure = told or figures[:1] == "0" or (len(began) == 4 and began[0] == "0")  # noqa: PLR2004 - figures
    return _figures_before(found, anchor, found.at("UNITS")) if sure else None


def clock(found: Found, anchor: Anchor) -> Reading | None:
    """Read "7:15 p.m.", "noon", "10 p.m. Wednesday", "5 p.m. EST, Nov. 6"; a bare "7:15" needs "at" before it."""
    read = _hour(found)
    if read is None or not read[0]:
        return None
    hour, sure = read
    before = anchor.tokens.lowered(found.start - 1)
    if (not sure and before not in _AROUND) or not _is_told(found):
        return None
    return _on_day(found, anchor, f"{hour}{_zone(found)}")


def hour_of_part(found: Found, anchor: Anchor) -> Reading | None:
    """Read "9 last night", "7.30 this morning" and "8 tonight"."""
    if anchor.published is None:
        return None
    part = "NI" if found.has("TONIGHT") else found.value("DAYPART") or ""
    hour, _, minutes = (found.value("DECIMAL") or f"{found.value('DAY', 'NUMBER')}.00").partition(".")
    if not 1 <= int(hour) <= _HOURS or minutes not in _QUARTERS or _is_level(found):
        return None
    small = part == "NI" and int(hour) in _SMALL_HOURS
    days = int(found.value("TODAY") or (-1 if found.has("LAST") else 0)) + small
    read = _time(hour, minutes, "am" if small or part == "MO" else "pm")
    day = anchor.published + dt.timedelta(days=days)
    return dated_time(f"{day.isoformat()}T{read}", day, found.mod) if read else None


def _is_level(found: Found) -> bool:
    """Tell whether figures behind "at" are a price or a score: "the pound was at 1.15 this morning"."""
    before = found.tokens.lowered(found.start - 2)
    stands = before in _LEVEL or is_listed(before, "STANDS")
    return found.tokens.lowered(found.start - 1) == "at" and stands


def day_clock(found: Found, anchor: Anchor) -> Reading | None:
    """Read "Tuesday noon", "Oct. 9, 6 p.m." and "9 October 6 p.m.": what stands behind the day is the clock time."""
    at = _behind_day([word.label for word in found.words])
    read = _hour(found.since(at)) if at else None
    if read is None or not read[0]:
        return None
    return _on_day(evolve(found, words=found.words[:at]), anchor, f"{read[0]}{_zone(found)}")


def _behind_day(labels: list[str]) -> int:
    """Return the first place behind a whole day: a month and its day, else a weekday and the like."""
    months, told = any(label in MONTHS for label in labels), set[str]()
    for at, label in enumerate(labels):
        whole = not (told.isdisjoint(MONTHS) or told.isdisjoint(DAYS)) if months else bool(told & _ALONE)
        if whole and label not in _BETWEEN:
            return at
        told.add(label)
    return 0


def _is_told(found: Found) -> bool:
    """Tell whether "14h30" and "3.17 in the morning" are times by what stands before: no length, price or level."""
    tokens, before = found.tokens, found.tokens.lowered(found.start - 1)
    if found.has("CLOCKH"):
        began = VOCABULARY.word(tokens.word(found.start - 2)).label if before in {"to", "and", "or", "-", "–"} else ""
        return before in _SURELY or began == "CLOCKH" or found.has("ZONE", *_DAY_LABELS)
    if not (found.has("DECIMAL") and found.has("DAYPART")):
        return True
    said = before == "was" and tokens.lowered(found.start - 2) == "it"  # "it was 3.17 in the morning"
    return said or (before in _SURELY and not is_listed(tokens.lowered(found.start - 2), "STANDS"))


def _on_day(found: Found, anchor: Anchor, hour: str) -> Reading:
    day, unknown = _day(found, anchor)
    reading = dated_time(f"{day.isoformat() if day else unknown}T{hour}", day, found.mod)
    named = day is not None and found.has("WEEKDAY", "TODAY")  # what follows counts from "9 p.m. Saturday" too
    return evolve(reading, period=Period("day", day)) if day and named else reading


def dated_time(value: str, day: dt.date | None, mod: str | None) -> Reading:
    """Return the reading of a time on a day."""
    return Reading("TIME", value, mod, first=day, last=day)


def _day(found: Found, anchor: Anchor) -> tuple[dt.date | None, str]:
    number = found.value("WEEKDAY")
    if found.has("ISODATE"):
        iso = calendar(found, anchor)
        return (iso.first, iso.value) if iso else (None, "XXXX-XX-XX")
    if found.has(*MONTHS):
        reading = calendar(_without_clock(found), anchor)
        return (reading.first, reading.value) if reading else (None, "XXXX-XX-XX")
    if number:
        return weekday_on(found, anchor, int(number)), f"XXXX-WXX-{number}"
    offset = int(found.value("TODAY") or 0)
    base = anchor.day if anchor.narrative else anchor.published
    if not found.has("TODAY"):
        base = anchor.day_of_sentence(found.start, found.stop) or base
    return (base + dt.timedelta(days=offset) if base else None), "XXXX-XX-XX"


def _without_clock(found: Found) -> Found:
    """Return the found words from the month on, or from the day before it."""
    at = found.at(*MONTHS)
    following = [word for word in found.words[at + 1 :] if word.label != "DOT"]
    clock_behind = len(following) > 1 and following[1].label == "COLON" and found.words[max(0, at - 1)].label == "DAY"
    behind = bool(following) and following[0].label in DAYS and not clock_behind
    first = at if behind else at - 1  # "5 May 12:00" is of the 5th
    last = ("YEAR",) if found.has("YEAR") else DAYS if first == at else MONTHS
    stop = next((i for i in range(at, len(found.words)) if found.words[i].label in last), at) + 1
    return Found(found.rule, found.tokens, found.start, found.stop, found.words[max(0, first) : stop])


def reference(found: Found, _anchor: Anchor) -> Reading | None:
    """Read "now", "currently" and "recently"."""
    value = found.value("REFERENCE", "NOW", "RECENT")
    return Reading("DATE", value) if value else None


def reference_units(found: Found, _anchor: Anchor) -> Reading | None:
    """Read "recent years" and "coming months" as lengths that nobody counted, "these days" as now."""
    if found.has("these"):
        return Reading("DATE", "PRESENT_REF") if found.value("UNITS") == "D" else None
    return Reading("DURATION", period_value(Length("X", found.value("UNITS", "QUARTERS") or "Y")))


def vague_units(found: Found, _anchor: Anchor) -> Reading | None:
    """Read "past years" and "future quarters" as times that nobody counted; "the past years" are a length."""
    return Reading("DATE", "PAST_REF" if found.has("PAST") else "FUTURE_REF")


def listed_clock(found: Found, anchor: Anchor) -> Reading | None:
    """Read "Sat., 8 p.m." as of the next one, or of the last where the tense says so."""
    read = _hour(found.since(found.at("DAY", "INTEGER", "NUMBER", "NOON", "CLOCK")))
    number = int(found.value("WEEKDAYABBR") or 0)
    if read is None or not all(read):
        return None
    hour = f"{read[0]}{(found.value('ZONE') or '').strip()}"
    if anchor.day is None:
        return Reading("TIME", f"XXXX-WXX-{number}T{hour}")
    day = nearest_weekday(anchor.day, number, anchor.tense(found.start, found.stop) or 1)
    return dated_time(f"{day.isoformat()}T{hour}", day, None)


_ISO = re.compile(
    r"(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d(?::?\d\d)?)?", re.IGNORECASE
)


def iso_time(found: Found, _anchor: Anchor) -> Reading | None:
    """Read "2024-05-06T09:14:00Z" whole; nothing stands between its parts."""
    written = "".join(found.tokens.words[found.start : found.stop]).upper()
    match = _ISO.fullmatch(written) if found.touching() else None
    if match is None:
        return None
    try:
        day = dt.date.fromisoformat(match[1])
    except ValueError:
        return None
    return dated_time(written, day, None)


READERS = (
    clock, day_clock, hour_of_part, iso_time, listed_clock, figures_clock, figures_hours, reference, reference_units,
    vague_units,
)  # fmt: skip
