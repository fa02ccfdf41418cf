"""Readers that say themselves where each expression is: two dates written as one, units with an adjective before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from newskit import TimeExpression
from newskit.rules import OTHER, Word
from newskit.text import words
from newskit_dates.absolute import calendar
from newskit_dates.amounts import Length, period_value
from newskit_dates.anchor import Anchor
from newskit_dates.calendar import Period
from newskit_dates.clocks import clock
from newskit_dates.reading import Found, Piece, Reading, dated
from newskit_dates.relative import nearest_weekday, weekday
from newskit_dates.vocabulary import JOINT_LABELS, VOCABULARY, amount

_HOURS = 12
_COUNTED = frozenset({"NUMBER", "DAY", "INTEGER", "COUPLE", "VAGUE", "BIG"})
_LONGEST = 4
"""Figures of a number that counts units with an adjective between; longer ones count something else."""

_WIDEST = len(" through ")


def _pieces(found: Found) -> tuple[int, int, int, int, str, str] | None:
    """Return the offsets of both ends and their figures."""
    tokens = found.tokens
    for at in range(found.start, found.stop):
        label = found.words[at - found.start].label
        if label in {"YEARS", "DAYS", "FIGURES"}:
            head, _, tail = tokens.words[at].partition("-")
            start, end = tokens.starts[at], tokens.ends[at]
            return start, start + len(head), end - len(tail), end, head, tail
        if label in {"SLASH", "DASH", "to", "through", "and"} and found.start < at < found.stop - 1:
            ends = tokens.starts[at - 1], tokens.ends[at - 1], tokens.starts[at + 1], tokens.ends[at + 1]
            return *ends, tokens.words[at - 1], tokens.words[at + 1]
    return None


def year_range(found: Found, _anchor: Anchor) -> list[Piece]:
    """Read "2019-21" and "1914–1918"; the second year must follow the first."""
    pieces = _pieces(found)
    if pieces is None or not found.touching():
        return []
    start, middle, second, end, head, tail = pieces
    if len(tail) not in {2, 4} or not tail.isdigit():
        return []
    first_year = int(head)
    last_year = int(head[: 4 - len(tail)] + tail)
    if len(tail) == 2 and last_year < first_year:  # noqa: PLR2004 - figures
        last_year += 100
    if not first_year < last_year <= first_year + 100:
        return []
    one, other = (dated(Period.nth("year", year)) for year in (first_year, last_year))
    return [(start, middle, one), (second, end, other)]


def era_range(found: Found, _anchor: Anchor) -> list[Piece]:
    """Read "499-493 BC" and "264 to 241 BC"; years before our era count down."""
    pieces = _pieces(found)
    if pieces is None or found.value("ERA") != "BC":
        return []
    start, middle, second, _, head, tail = pieces
    if not (head.isdigit() and tail.isdigit() and int(head) > int(tail) > 0):
        return []
    years = [Reading("DATE", f"BC{int(year):04}") for year in (head, tail)]
    return [(start, middle, years[0]), (second, found.tokens.ends[found.stop - 1], years[1])]


_TO = frozenset({"to", "through", "until", "till"})
_DASHES = frozenset({"-", "–", "—", "/"})


def with_intervals(text: str, found: Iterable[TimeExpression]) -> Iterator[TimeExpression]:
    """Yield time expressions, the two ends of each range with the interval from the first end to the last.

    A range is "X to Y", "X through Y", "X-Y" and "between X and Y".
    """
    held: TimeExpression | None = None
    for expression in found:
        current = expression
        if held is not None:
            if _is_range(text, held, current):
                first, last = held.first, current.last
                held, current = evolve(held, first=first, last=last), evolve(current, first=first, last=last)
            yield held
        held = current
    if held is not None:
        yield held


def _is_range(text: str, one: TimeExpression, other: TimeExpression) -> bool:
    if other.span.start - one.span.end > _WIDEST or not one.type == other.type == "DATE":
        return False
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    if not (one.first <= other.first and one.last < other.last):
        return False
    between = text[one.span.end : other.span.start]
    if between in _DASHES or between.strip().lower() in _TO:
        return True
    before = text[max(0, one.span.start - len("between ")) : one.span.start]
    return between.strip() == "and" and before.strip().lower() == "between"


def _ends(found: Found) -> tuple[Found, Found, int, int]:
    """Return both ends of a range whose inner words are one token, and where the first stops and the other starts."""
    tokens = found.tokens
    parted = found.at("DASH")
    if parted > 0:  # "Mon.-Fri."
        first, second = (evolve(found, words=words) for words in (found.words[:parted], found.words[parted + 1 :]))
        return first, second, tokens.ends[found.start + parted - 1], tokens.starts[found.start + parted + 1]
    at = found.at(*JOINT_LABELS)
    written = tokens.words[found.start + at]
    head = written.partition("-")[0]
    inner = [VOCABULARY.word(piece) for piece in (head, written[len(head) + 1 :])]
    one = evolve(found, words=(*found.words[:at], inner[0]))
    other = evolve(found, words=(inner[1], *found.words[at + 1 :]))
    middle = tokens.starts[found.start + at] + len(head)
    return one, other, middle, middle + 1


def joint_range(found: Found, anchor: Anchor) -> list[Piece]:
    """Read "5 September-12 September 2024" and "May-July"; a year behind is of both, the other end is the later."""
    one, other, middle, second = _ends(found)
    year = next((word for word in other.words if word.label == "YEAR"), None)
    begin = calendar(evolve(one, words=(*one.words, year)) if year else one, anchor)
    if begin is None:
        return []
    known = begin.first.year if begin.first else None
    end = calendar(_in_year(other, known), anchor)
    if end and begin.first and end.first and end.first < begin.first and known:
        if year:
            begin = calendar(_in_year(one, known - 1), anchor)
        else:
            end = calendar(_in_year(other, known + 1), anchor)
    return _both(found, middle, second, begin, end)


def _both(found: Found, middle: int, second: int, begin: Reading | None, end: Reading | None) -> list[Piece]:
    """Return both ends of a range that takes all the words, nothing where one of them is no time."""
    if begin is None or end is None:
        return []
    tokens = found.tokens
    return [(tokens.starts[found.start], middle, begin), (second, tokens.ends[found.stop - 1], end)]


def _in_year(found: Found, year: int | None) -> Found:
    if year is None or found.has("YEAR"):
        return found
    return evolve(found, words=(*found.words, Word("YEAR", str(year))))


def weekday_pair(found: Found, anchor: Anchor) -> list[Piece]:
    """Read "Monday-Friday"."""
    one, other, middle, second = _ends(found)
    begin = weekday(one, anchor)
    number = int(other.value("WEEKDAY", "WEEKDAYABBR") or 0)
    if begin is None:
        return []
    end = Reading(begin.type, f"XXXX-WXX-{number}")
    if begin.first is not None:
        end = dated(Period("day", nearest_weekday(begin.first, number, 1)))
    return _both(found, middle, second, begin, end)


_OVER = frozenset({"over", "through", "throughout", "down"})
"""What tells that "the years" are all of them."""


def bare_units(found: Found, _anchor: Anchor) -> list[Piece]:
    """Read "years", "weeks or months" and "the days ahead" as lengths that nobody counted.

    Where a number stands before the word before, that is an adjective and they are counted: "two bloody weeks".
    """
    tokens, start = found.tokens, found.start
    length = Length("X", found.value("UNITS") or "Y")
    if tokens.lowered(start - 1) == "the" and tokens.lowered(start - 2) in _OVER:
        start -= 1
    elif len(found.words) == 1 and start > 1 and _is_adjective(tokens.words[start - 1]):
        counted = VOCABULARY.word(tokens.words[start - 2])
        number = amount(counted) if counted.label in _COUNTED else None
        if number is not None and len(number) <= _LONGEST:
            start, length = start - 2, Length(number, length.unit)
            start -= counted.label == "VAGUE" and tokens.lowered(start - 1) == "a"
    return [(tokens.starts[start], tokens.ends[found.stop - 1], Reading("DURATION", period_value(length)))]


def _is_adjective(word: str) -> bool:
    plain = word.isalpha() and word.islower() and VOCABULARY.word(word).label == OTHER
    return plain and not word.endswith("ed") and word not in words("newskit_dates", "no_adjectives.txt")


def clock_range(found: Found, anchor: Anchor) -> list[Piece]:
    """Read "3-5 p.m." and "10 to 2 p.m."; an hour that would not come first is of the other half of the day."""
    pieces = _pieces(found)
    at = found.at("MERIDIEM")
    if pieces is None:
        return []
    start, middle, second, _, head, tail = pieces
    half, other = found.words[at], "am" if found.words[at].value == "pm" else "pm"
    end = clock(evolve(found, words=(Word("DAY", tail), *found.words[at:])), anchor)
    early = int(head) % _HOURS < int(tail) % _HOURS
    hour = (Word("DAY", head), half if early else Word("MERIDIEM", other), *found.words[at + 1 :])
    begin = clock(evolve(found, words=hour), anchor)
    if begin is None or end is None:
        return []
    return [(start, middle, begin), (second, found.tokens.ends[found.stop - 1], end)]


def clock_pair(found: Found, anchor: Anchor) -> list[Piece]:
    """Read "8-10pm", "9am-5pm" and "7:30-9:30 p.m.", whose inner figures are one token."""
    tokens = found.tokens
    at = found.at("CLOCKPAIR", "DAYS", "FIGURES")
    head, tail = tokens.words[found.start + at].lower().split("-")
    middle = tokens.starts[found.start + at] + len(head)
    figures = [word.value for word in found.words]
    if at:  # "7", ":", "30-9", ":", "30", "pm"
        head, tail = f"{figures[0]}.{head}", f"{tail}.{figures[4]}{figures[-1]}"
    half = "" if head.endswith(("am", "pm")) else tail[-2:]
    if half and int(head.partition(".")[0]) % _HOURS > int(tail[:-2].partition(".")[0]) % _HOURS:
        half = "am" if half == "pm" else "pm"
    begin, end = (clock(evolve(found, words=(Word("CLOCK", each),)), anchor) for each in (f"{head}{half}", tail))
    return _both(found, middle, middle + 1, begin, end)


READERS = (clock_pair, clock_range, bare_units, year_range, era_range, joint_range, weekday_pair)
