"""Readers of lengths of time, ages and sets."""

from __future__ import annotations

from itertools import pairwise

from attrs import evolve, frozen

from newskit.rules import Word
from newskit_dates.anchor import Anchor
from newskit_dates.reading import Found, Reading
from newskit_dates.vocabulary import DAYS, VOCABULARY, amount, figures_in, ordinal

_UNIT_LABELS = ("UNIT", "UNITS", "SECONDS", "SECOND", "QUARTER", "QUARTERS", "CENTURY", "WEEKEND", "WEEKENDS")
_FINER = frozenset(
    {("Y", "M"), ("Y", "D"), ("M", "D"), ("M", "W"), ("W", "D"), ("D", "TH"), ("TH", "TM"), ("TM", "TS")}
)
"""What may follow a unit in a sum of lengths: two years and a month, but not two hours and a year."""
_COUNTS = frozenset({"DAY", "INTEGER", "YEAR", "DECIMAL", "NUMBER", "COUPLE", "ROUNDED"})
_SCALE = {"E": ("Y", 10), "C": ("Y", 100), "L": ("Y", 1000), "2W": ("W", 2), "WE": ("WE", 1)}
_TIMES = frozenset({"million", "billion", "times", "once", "twice", "%"})
_SEVERAL = frozenset({"people", "men", "women", "children", "percent"})
_MANY = frozenset({"hundreds", "thousands", "dozens", "millions", "billions", "tens"})
_UNCOUNTED = _MANY | {"VAGUE", "number"}
_COUNT_REACH = 4
_NO_RATE = frozenset({"after", "before", "apart", "ago", "later", "earlier", "from", "away"})
"""What makes "a day" behind something counted a length: "four men a day after the crash"."""

_LONGEST = 10
"""Figures of the longest amount that is read; longer numbers are not lengths of time that a text tells."""


@frozen
class Length:
    """A number of units; the number is decimal text, ``X`` where it is vague."""

    number: str
    unit: str


def length_of(found: Found) -> Length | None:
    """Return the length that the words give, None where they give none."""
    unit = found.value(*_UNIT_LABELS)
    number = _number(found)
    if unit is None or number is None or len(number) > _LONGEST:
        return None
    return Length(number, unit)


def _number(found: Found) -> str | None:
    unit_at = next(
        (i for i, word in enumerate(found.words) if word.label in _UNIT_LABELS and word.label != "SECOND"), 0
    )
    words = found.words[:unit_at]
    labels = [word.label for word in words]
    if not _UNCOUNTED.isdisjoint(labels) or ("BIG" in labels and "of" in labels):
        return "X"
    total: str | None = None
    before: Word | None = None
    for word in words:
        if word.label == "BIG":
            half = total is None and "HALF" in labels
            total = str(int(word.value) // 2 if half else round(float(total or "1") * int(word.value)))
        elif word.label in _COUNTS:
            if total is None:
                total = amount(word)
            elif before is not None and before.label == word.label == "NUMBER" and int(total) % 10 == 0:
                total = str(int(total) + int(word.value))
        before = word
    if total is None and found.has("HALF") and found.has("and"):
        return "1.5"
    if total is None:
        ones = {"a", "an", "another", "A"}
        return "1" if ones & set(labels) or not labels else None
    return _with_fraction(total, found.words)


def _with_fraction(total: str, words: tuple[Word, ...]) -> str:
    labels = [word.label for word in words]
    if "FRACTION" in labels:
        return total + words[labels.index("FRACTION")].value[1:]
    if "SLASH" in labels:
        at = labels.index("SLASH")
        half = (words[at - 1].value, words[at + 1].value) == ("1", "2")
        whole = total if at > 1 and labels[at - 2] in {"DAY", "NUMBER"} else "0"
        return f"{whole}.5" if half else total
    return f"{total}.5" if "HALF" in labels and "and" in labels else total


def period_value(length: Length) -> str:
    """Return the TIMEX3 value of a length: ``P2D``, ``PT5H30M``, ``PXY``; decades and centuries count years."""
    number, unit = length.number, length.unit
    if unit in _SCALE and number != "X":
        unit, factor = _SCALE[unit]
        if number.isdigit():
            number = str(int(number) * factor)
        elif number.endswith(".5") and factor > 2:  # noqa: PLR2004 - a decade and more
            number = str(int(float(number) * factor))
    if number.endswith(".5") and unit in {"Y", "TH", "TM"}:
        whole, finer = number[:-2], {"Y": "6M", "TH": "30M", "TM": "30S"}[unit]
        head = f"{whole}{unit[-1]}" if whole != "0" else ""
        return f"P{'T' if unit[0] == 'T' else ''}{head}{finer}"
    if unit[0] != "T":
        return f"P{number}{unit}"
    return f"P{unit[:-1]}{number}{unit[-1]}"


def duration(found: Found, anchor: Anchor) -> Reading | None:
    """Read "two weeks", "a few days", "more than four hours"; "a year" after a price or a count is a set.

    In "will one day be" the day is one to come, and no length.
    """
    if found.has("HALF") and not found.has("and", "BIG"):
        unit = found.value("UNIT", "CENTURY")
        return Reading("DURATION", period_value(Length("0.5", unit)), found.mod) if unit else None
    length = length_of(found)
    if length is None or _no_length(found):
        return None
    value = period_value(length)
    if value == "P1D" and found.words[0].label == "NUMBER" and anchor.hoped(found.start, found.stop):
        return Reading("DATE", "FUTURE_REF")
    if found.words[0].label in {"a", "an"} and length.number == "1" and _rate(found, anchor):
        return Reading("SET", value, found.mod)
    return Reading("DURATION", value, found.mod)


def duration_sum(found: Found, _anchor: Anchor) -> Reading | None:
    """Read "two hours and 15 minutes", "three years, two months and a day": each unit finer than the one before."""
    ends = [i + 1 for i, word in enumerate(found.words) if word.label in _UNIT_LABELS]
    pieces = [found.words[start:stop] for start, stop in zip((0, *ends), ends, strict=False)]
    lengths = [length_of(evolve(found, words=piece)) for piece in pieces]
    units = [length.unit for length in lengths if length]
    steps = set(pairwise(units))
    if len(units) < len(pieces) or not steps <= _FINER:
        return None
    days = "".join(f"{length.number}{length.unit}" for length in lengths if length and length.unit[0] != "T")
    clock = "".join(f"{length.number}{length.unit[1]}" for length in lengths if length and length.unit[0] == "T")
    return Reading("DURATION", f"P{days}{'T' if clock else ''}{clock}", found.mod)


_QUARTERS_OF = {"TH": ("TM", 15), "D": ("TH", 6), "Y": ("M", 3), "C": ("Y", 25)}
"""A quarter of a unit, in a finer one."""


def quarters_of(found: Found) -> Length | None:
    """Return the length of "three quarters of an hour" and "a quarter of a century"."""
    unit, number = found.value("UNIT", "CENTURY") or "", found.words
    known = next((word.value for word in number if word.label in {"NUMBER", "NQUARTERS"}), "1")
    if unit not in _QUARTERS_OF or known is None:
        return None
    finer, size = _QUARTERS_OF[unit]
    return Length(str(int(known) * size), finer)


def with_quarters(found: Found, _anchor: Anchor) -> Reading | None:
    """Read "an hour and a quarter" and "two and three quarters hours"."""
    joint = found.at("and")
    unit = {"TH": "TH", "Y": "Y"}.get(found.value("UNIT", "UNITS") or "")
    before = next((amount(word) for word in found.words[:joint] if word.label in {"DAY", "NUMBER"}), "1")
    quarters = next((word.value for word in found.words[joint:] if word.label in {"NUMBER", "NQUARTERS"}), "1")
    if unit is None or before is None or quarters is None:
        return None
    finer, size = _QUARTERS_OF[unit]
    head, tail = f"{before}{unit[-1]}", f"{int(quarters) * size}{finer[-1]}"
    return Reading("DURATION", f"P{'T' if unit == 'TH' else ''}{head}{tail}", found.mod)


def fraction_length(found: Found, _anchor: Anchor) -> Reading | None:
    """Read "6½-hour"."""
    unit = found.value("UNIT", "QUARTER")
    if unit is None or not found.touching():
        return None
    number = found.words[0].value + found.words[1].value[1:]
    return Reading("DURATION", period_value(Length(number, unit)))


def working_days(found: Found, _anchor: Anchor) -> Reading | None:
    """Read "weekdays" and "weekday mornings"."""
    part = found.value("DAYPARTS")
    return Reading("SET", f"XXXX-WXX-WD{f'T{part}' if part else ''}")


def _no_length(found: Found) -> bool:
    """Tell what looks like a length but is none: "a quarter" (a fourth), "a second" (another)."""
    return found.words[0].label in {"a", "an"} and found.has("QUARTER", "SECOND")


def _rate(found: Found, anchor: Anchor) -> bool:
    before = anchor.tokens.lowered(found.start - 1)
    if before[:1].isdigit() or before in _TIMES:
        return True
    several = before.endswith("s") or before in _SEVERAL
    return (
        several
        and anchor.tokens.lowered(found.stop) not in _NO_RATE
        and any(
            amount(VOCABULARY.word(anchor.tokens.words[at])) or anchor.tokens.lower[at] in _MANY
            for at in range(max(0, found.start - 1 - _COUNT_REACH), found.start - 1)
        )
    )


def span(found: Found, _anchor: Anchor) -> Reading | None:
    """Read "the past two years", "the first nine months" and "the past decade"."""
    length = length_of(found)
    return Reading("DURATION", period_value(length), found.mod) if length else None


def past_unit(found: Found, _anchor: Anchor) -> Reading | None:
    """Read "the past year", "the past year and a half" and "the past months"."""
    unit = found.value(*_UNIT_LABELS)
    number = "X" if found.has("UNITS") else "1.5" if found.has("HALF") else "1"
    return Reading("DURATION", period_value(Length(number, unit)), found.mod) if unit else None


def vague_span(found: Found, anchor: Anchor) -> Reading | None:
    """Read "the first hours" and "the early years"; "late hours" are no length, "it is early days" tells of no days."""
    unit = found.value("UNITS")
    if found.words[0].label == "EARLY" and (unit == "TH" or (unit == "D" and not anchor.owned(found.start))):
        return None
    return Reading("DURATION", period_value(Length("X", found.value("UNITS") or "Y")))


def each_span(found: Found, _anchor: Anchor) -> Reading | None:
    """Read "each of the past three years"."""
    length = length_of(found)
    return Reading("DURATION", period_value(length), quant=found.value("EVERY")) if length else None


def age(found: Found, _anchor: Anchor) -> Reading | None:
    """Read "18 years old"."""
    joined = found.value("AGE")  # "25 year-old"
    if joined:
        number = amount(found.words[0])
        return Reading("DURATION", period_value(Length(number, joined.split()[-1])), age=True) if number else None
    length = length_of(found)
    return Reading("DURATION", period_value(length), found.mod, age=True) if length else None


def compound(found: Found, _anchor: Anchor) -> Reading | None:
    """Read "18-year-old", "two-week", "decades-long"."""
    number, _, unit = found.words[0].value.partition(" ")
    if len(number) > _LONGEST:
        return None
    return Reading("DURATION", period_value(Length(number, unit)), age=found.has("AGE"))


def every(found: Found, _anchor: Anchor) -> Reading | None:
    """Read "every Tuesday", "each year", "every two weeks", "every other day"."""
    value = _every_named(found) or _every_unit(found)
    return Reading("SET", value, quant=found.value("EVERY")) if value else None


def _every_named(found: Found) -> str | None:
    day, part, month = found.value("WEEKDAY"), found.value("DAYPART"), found.month()
    season = found.value("SEASON", "SEASONWORD")
    day = day or found.value("WEEKDAYWORD")
    if day or part:
        return (f"XXXX-WXX-{day}" if day else "XXXX-XX-XX") + (f"T{part}" if part else "")
    if month:
        days = (ordinal(word) for word in found.words if word.label in DAYS)
        return "-".join([f"XXXX-{month:02}", *(f"{int(day):02}" for day in days)])
    return f"XXXX-{season}" if season else None


def _every_unit(found: Found) -> str | None:
    unit = found.value(*(label for label in _UNIT_LABELS if label != "SECOND"))
    if unit is None:
        return None
    if unit in {"WE", "Q"}:
        return "XXXX-WXX-WE" if unit == "WE" else "P1Q"
    counted = _number(found) if len(found.words) > 2 else None  # noqa: PLR2004 - "every", "day"
    number = (
        "2" if found.has("other", "SECOND", "COUPLE") else figures_in(found.value("ORDINAL") or "") or counted or "1"
    )
    number = "0.5" if found.has("HALF") else number
    return period_value(Length(number, unit)) if len(number) <= _LONGEST else None


def times(found: Found, _anchor: Anchor) -> Reading | None:
    """Read "twice a month", "three times a week" and "six days a week"; ``freq`` is how often, or how long."""
    unit = found.value("UNIT", "QUARTER", "CENTURY")
    count = {"once": "1", "twice": "2"}.get(found.words[0].label) or amount(found.words[0])
    adverb = found.value("HOURLY")
    if adverb and count:
        return Reading("SET", adverb, freq=f"{count}X")
    if unit and found.has("VAGUE", "COUPLE", "dozens"):
        return Reading("SET", period_value(Length("1", unit)))
    if unit is None or count is None:
        return None
    counted = (found.value("UNITS") or "X").removeprefix("T")
    return Reading("SET", period_value(Length("1", unit)), freq=f"{count}{counted}")


def per_unit(found: Found, _anchor: Anchor) -> Reading | None:
    """Read "per day" and "per year"; "60 miles per hour" is a speed."""
    unit = found.value("UNIT") or "TH"
    return None if unit[0] == "T" else Reading("SET", period_value(Length("1", unit)))


def weekday_set(found: Found, _anchor: Anchor) -> Reading | None:
    """Read "Tuesdays" and "Tuesday nights"."""
    if found.has("WEEKENDS"):
        return Reading("SET", "XXXX-WXX-WE")
    day, part = found.value("WEEKDAYS", "WEEKDAY"), found.value("DAYPARTS")
    return Reading("SET", f"XXXX-WXX-{day}{f'T{part}' if part else ''}")


def adverb_set(found: Found, _anchor: Anchor) -> Reading | None:
    """Read "daily" and "annually"."""
    return Reading("SET", found.words[0].value)


def season_set(found: Found, _anchor: Anchor) -> Reading | None:
    """Read "winters"."""
    return Reading("SET", f"XXXX-{found.words[0].value}")


READERS = (
    duration, duration_sum, span, past_unit, vague_span, each_span, age, compound, fraction_length, with_quarters,
    working_days, every, times, per_unit, weekday_set, adverb_set, season_set,
)  # fmt: skip
