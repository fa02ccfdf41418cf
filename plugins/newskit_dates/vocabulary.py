"""The words that time expressions are made of: those of ``lexicon.txt``, figures, and compounds."""

from __future__ import annotations

import re
from functools import cache

from newskit.rules import Vocabulary, Word

_SHAPES = {
    "DAY": r"0?[1-9]|[12]\d|3[01]",
    "YEAR": r"1\d{3}|20\d\d|21\d\d",
    "INTEGER": r"\d{1,4}|\d{1,3}(?:,\d{3}){1,3}",
    "DECIMAL": r"\d{1,4}\.\d{1,2}",
    "ISODATE": r"(?:1[5-9]|20|21)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:t\d\d)?",
    "ZULU": r"\d\d(?:\.\d{1,6})?z",
    "YEARS": r"(?:1[5-9]|20|21)\d\d-(?:(?:1[5-9]|20|21)\d\d|\d\d)",
    "DAYS": r"(?:0?[1-9]|[12]\d|3[01])-(?:0?[1-9]|[12]\d|3[01])",
    "FIGURES": r"\d{1,4}-\d{1,4}",
    "ORDINAL": r"\d{1,2}(?:st|nd|rd|th)",
    "DECADE": r"(?:1\d|20)?[1-9]0s|(?:1\d|20)00s",
    "CLOCK": r"\d{1,2}(?:\.[0-5]\d)?(?:am|pm)",
    "FISCALYEAR": r"[cf]y'?(?:\d\d)?\d\d(?:-\d\d)?",
    "QUARTERCODE": r"q[1-4]|[1-4]q",
    "HALFCODE": r"h[12]|[12]h",
    "CODEYEAR": r"(?:[qh][1-4]|[1-4][qh])[-']?(?:fy)?(?:20)?\d\d|(?:19|20)\d\d-?[qh][1-4]",
    "DOTDATE": r"\d{1,2}\.\d{1,2}\.(?:1[5-9]|20|21)\d\d",
    "DASHDATE": r"\d{1,2}-\d{1,2}-(?:1[5-9]|20|21)\d\d",
    "YEARFIRST": r"(?:1[5-9]|20|21)\d\d(?:\.\d{1,2}\.|-\d{1,2}-)\d{1,2}",
    "COMPACTDATE": r"(?:0?[1-9]|[12]\d|3[01])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:19|20)\d\d",
    "CLOCKH": r"(?:[01]?\d|2[0-4])h[0-5]\d",
}
_UPPER_ONLY = frozenset({"ZULU", "FISCALYEAR", "QUARTERCODE", "HALFCODE", "CODEYEAR"})
MONTHS = ("MONTH", "MONTHWORD", "MONTHABBR")
DAYS = ("DAY", "ORDINAL", "SECOND")
"""Classes of the number of a day of a month."""
RANGE = frozenset({"to", "through", "until", "till", "-", "–", "—"})
"""What joins the two ends of a range."""
CALENDAR = frozenset({"MONTH", "MONTHWORD", "WEEKDAY", "TODAY"})
"""Classes of words that name a day."""
_UNIT_LABELS = frozenset({"UNIT", "UNITS", "SECONDS", "SECOND", "CENTURY", "QUARTER"})
_DATE_LABELS = frozenset({*MONTHS, "YEAR", "DECADE", "SEASON", "SEASONWORD", "DAYPART"})
_TENS = 20
_LONGEST_COMPOUND = 40


@cache
def _shapes(capital: bool) -> re.Pattern[str]:  # noqa: FBT001 - of a word that has one
    """Return the pattern of all shapes, of which the first that fits gives its name."""
    labels = (label for label in _SHAPES if capital or label not in _UPPER_ONLY)
    return re.compile("|".join(f"(?P<{label}>{_SHAPES[label]})" for label in labels))


def _family(label: str) -> str:
    """Return the class that short forms and words which are other ones too are of: months, weekdays, seasons."""
    return label.removesuffix("WORD").removesuffix("ABBR")


def _shape(word: str, lower: str) -> Word | None:
    plain = lower.replace("’", "'")
    found = _shapes(word != lower).fullmatch(plain) if plain.isascii() else None
    return Word(found.lastgroup, plain) if found and found.lastgroup else None


def amount(word: Word | None) -> str | None:
    """Return the number that a word stands for as decimal text, ``X`` for a vague one, None for no number."""
    if word is None:
        return None
    if word.label in {"NUMBER", "VAGUE", "COUPLE", "BIG", "ROUNDED"}:
        return word.value.partition(" ")[0]
    if word.label in {"DAY", "YEAR", "INTEGER", "DECIMAL"}:
        return word.value.replace(",", "").lstrip("0") or "0"
    return None


_FISCAL_QUARTER = ("fiscal", "third", "quarter")
_COMPOUND_MODS = {"mid": "MID", "early": "START", "late": "END", "end": "END", "post": "AFTER", "pre": "BEFORE"}


_SUFFIXES = {"old": "AGE", "olds": "AGE", "long": "LASTING", "plus": "LASTING"}
"""What a hyphen joins to a number and its unit: "18-year-old", "90-minute-plus"."""


def _compound(word: str) -> Word | None:
    """Read words joined by hyphens: "twenty-five", "18-year-old", "mid-March", "third-quarter"."""
    pieces = word.split("-")
    last = pieces[-1].lower()
    first = pieces[0][:1].isdigit()
    if last.isdigit() and (first or (len(pieces) > 2 and pieces[1].isdigit())):  # noqa: PLR2004 - a date
        return _date_code(pieces if first else [pieces[1], pieces[0], *pieces[2:]])
    if len(pieces) == 2 and last.endswith(("am", "pm")):  # noqa: PLR2004 - two hours
        return _clock_pair(pieces)
    if len(pieces) > 2 and last in _SUFFIXES:  # noqa: PLR2004 - number, unit, suffix
        return _compound_amount(pieces[:-1], _SUFFIXES[last])
    head, tail = _part(pieces[0]), _part("-".join(pieces[1:]))
    found = (
        _fiscal(pieces, head, tail)
        or _and_a_half(pieces, head)
        or _rounded(pieces, head)
        or _joined_number(head, tail)
        or _ordinal_period(head, tail)
    )
    found = found or _joint_date(word, head, tail)
    if found:
        return found
    if len(pieces) == 2 and last in {"long", "old"}:  # noqa: PLR2004 - unit and suffix
        return _bare_unit(head, "AGE" if last == "old" else "LASTING")
    if last == "century" and len(pieces) > 2:  # noqa: PLR2004 - "mid-18th-century"
        tail = _ordinal_period(_part("-".join(pieces[1:-1])), _part(last))
    return _part_of(pieces[0], tail) or _compound_amount(pieces, "LASTING")


def _fiscal(pieces: list[str], head: Word | None, tail: Word | None) -> Word | None:
    """Read "fiscal-first", "fiscal-third-quarter" and "fiscal-2024"."""
    if head is None or head.label != "FISCAL":
        return None
    if tail is None:
        return _ordinal_period(_part(pieces[1]), _part(pieces[-1])) if len(pieces) == len(_FISCAL_QUARTER) else None
    known = {"ORDINAL": tail, "SECOND": tail, "YEAR": Word("FISCALYEAR", f"fy{tail.value}")}
    return known.get(tail.label)


def _part_of(before: str, tail: Word | None) -> Word | None:
    """Read a part of a period: "mid-March", "late-1990s", "mid-19th" and "mid-year"."""
    mod = _COMPOUND_MODS.get(before.lower())
    if mod is None or tail is None:
        return None
    if tail.label == "NTHCENTURY":
        return Word(tail.label, f"{mod} {tail.value}")
    if tail.label == "DECADENAME":  # "mid-nineties"
        return Word("PARTDECADE", f"{mod} {tail.value}s")
    known = tail.label in _DATE_LABELS | {"ORDINAL", "DAY"} or (mod == "MID" and tail.label in {"CENTURY", "UNIT"})
    return Word(f"PART{_family(tail.label)}", f"{mod} {tail.value}") if known else None


def _date_code(pieces: list[str]) -> Word | None:
    """Read "19-Nov-2012", "5-March-12" and, with the first two set in order, "Nov-19-2012"."""
    month = VOCABULARY.listed(pieces[1].capitalize())
    known = month is not None and month.label.startswith("MONTH") and len(pieces) == len(("day", "month", "year"))
    day = pieces[0].lower().removesuffix("th").removesuffix("st").removesuffix("nd").removesuffix("rd")
    whole = len(day) <= len("31") and len(pieces[-1]) in {len("12"), len("2012")}
    return Word("DATECODE", f"{day} {month.value} {pieces[-1]}") if month and known and whole else None


def _clock_pair(pieces: list[str]) -> Word | None:
    """Read "8-10pm" and "9am-5pm"."""
    labels = [word.label if word else "" for word in map(_figures, pieces)]
    return Word("CLOCKPAIR", "-".join(pieces)) if labels in (["DAY", "CLOCK"], ["CLOCK", "CLOCK"]) else None


_JOINT_DATES = {
    ("MONTH", "DAY"): "MONTHDAY",
    ("DAY", "MONTH"): "DAYMONTH",
    ("MONTH", "MONTH"): "MONTHPAIR",
    ("WEEKDAY", "WEEKDAY"): "WEEKDAYPAIR",
}
"""Ends of a range that a hyphen makes one token: "5 September-12 September", "Sept. 11-Oct. 3", "May-July"."""
JOINT_LABELS = frozenset(_JOINT_DATES.values())


def _joint_date(word: str, head: Word | None, tail: Word | None) -> Word | None:
    if head is None or tail is None:
        return None
    label = _JOINT_DATES.get((_family(head.label), _family(tail.label)))
    return Word(label, word) if label else None


def _joined_number(head: Word | None, tail: Word | None) -> Word | None:
    if head and tail and head.label == "NUMBER" and tail.label == "DECADENAME":  # "nineteen-fifties"
        return Word("DECADENAME", f"{head.value}{tail.value[-3:]}") if head.value in {"18", "19"} else None
    if head and tail and head.label == "NUMBER" and head.value == "3" and tail.label in {"QUARTER", "QUARTERS"}:
        return Word("NQUARTERS", head.value)  # "three-quarters"
    if not (head and tail and head.label == "NUMBER" and int(head.value) >= _TENS):
        return None
    if tail.label == "NUMBER":
        return Word("NUMBER", str(int(head.value) + int(tail.value)))
    if tail.label in {"ORDINAL", "SECOND"} and tail.value.isdigit():
        return Word("ORDINAL", str(int(head.value) + int(tail.value)))
    return None


_PARTS_OF_ONE = {
    "and-a-half": "5",
    "and-one-half": "5",
    "and-a-quarter": "25",
    "and-three-quarter": "75",
    "and-three-quarters": "75",
}


def _and_a_half(pieces: list[str], head: Word | None) -> Word | None:
    """Read "hour-and-a-half", "four-and-a-half" and "one-and-three-quarters"."""
    behind = "-".join(pieces[1:]).lower()
    if head and head.label in {"UNIT", "CENTURY"} and f"{behind}-".startswith("and-a-half-"):
        return Word("LASTING", f"1.5 {head.value}")
    part = _PARTS_OF_ONE.get(behind) if head and head.label in {"NUMBER", "DAY"} else None
    return Word("DECIMAL", f"{head.value}.{part}") if head and part else None


_ROUNDED = {"odd": "APPROX", "some": "APPROX", "plus": "MORE_THAN"}
"""What a hyphen joins to a number to make it a round one, and its TIMEX3 mod."""


def _rounded(pieces: list[str], head: Word | None) -> Word | None:
    """Read "30-odd", "twenty-some" and "25-plus"."""
    mod = _ROUNDED.get(pieces[1].lower()) if len(pieces) == 2 else None  # noqa: PLR2004 - a number, one of them
    number = amount(head) if mod else None
    return Word("ROUNDED", f"{number} {mod}") if number else None


def _ordinal_period(head: Word | None, tail: Word | None) -> Word | None:
    if not (head and tail and head.label in {"ORDINAL", "SECOND"}):
        return None
    if tail.label in {"QUARTER", "HALF"}:
        return Word(f"NTH{tail.label}", ordinal(head))
    return Word("NTHCENTURY", ordinal(head)) if tail.label == "CENTURY" else None


def ordinal(word: Word) -> str:
    """Return the number of an ordinal word as decimal text."""
    return figures_in(word.value)


def figures_in(text: str) -> str:
    """Return the figures of a text, which may be none."""
    return "".join(filter(str.isdigit, text))


def _bare_unit(head: Word | None, label: str) -> Word | None:
    if head is None or head.label not in _UNIT_LABELS or head.label == "SECOND":
        return None
    return Word(label, f"{'X' if head.label == 'UNITS' else '1'} {head.value}")


def _compound_amount(pieces: list[str], label: str) -> Word | None:
    unit, lower = _part(pieces[-1]), [piece.lower() for piece in pieces]
    number = amount(_part("-".join(pieces[:-1])) or _compound_number(pieces[:-1]))
    if lower == ["quarter", "century"]:
        return Word(label, "25 Y")
    if lower[:-1] == ["half"]:
        number = "0.5"
    if unit is None or number is None or unit.label not in _UNIT_LABELS:
        return None
    return Word(label, f"{number} {'TS' if unit.label == 'SECOND' else unit.value}")


def _compound_number(pieces: list[str]) -> Word | None:
    head = _part(pieces[0])
    if len(pieces) != 2:  # noqa: PLR2004 - tens and ones
        return _and_a_half(pieces, head)
    return _rounded(pieces, head) or _joined_number(head, _part(pieces[1]))


def _one_word(word: str) -> Word | None:
    """Read a length in one word: "yearlong", "weekslong", "multiyear"."""
    lower = word.lower()
    if lower.endswith("long"):
        return _bare_unit(_part(lower[: -len("long")].rstrip("-")), "LASTING")
    if lower.startswith("multi"):
        unit = _bare_unit(_part(lower[len("multi") :].lstrip("-")), "LASTING")
        return Word("LASTING", f"X {unit.value.split()[-1]}") if unit else None
    return None


def _part(word: str) -> Word | None:
    return VOCABULARY.listed(word) or _figures(word)


def _figures(word: str) -> Word | None:
    return _shape(word, word.lower()) if any(c.isdigit() for c in word) else None


AS_SEEN = dict(zip("ᵗʰˢⁿᵈʳ\u2012\u2212", "thsndr––", strict=True))
"""What is seen of raised letters, of the dash of figures and of the minus."""


def _made(word: str) -> Word | None:
    """Return the class of figures and compounds, and of the plus sign, which patterns have as a sign of their own."""
    if word == "+":
        return Word("PLUS")
    if not (word.isascii() or AS_SEEN.keys().isdisjoint(word)):
        return Word("ODD")
    found = _figures(word) or _small(word) or _one_word(word)
    if found is None and word[-1:].isdigit():
        return _short_month(word) or _joined_by_hyphens(word)
    return found or _joined_by_hyphens(word)


def _small(word: str) -> Word | None:
    """Read months in small letters that are other words too, or short, and short weekdays: dates only side by side."""
    known = VOCABULARY.listed(word.capitalize()) if word.islower() and word.isalpha() else None
    label = "SMALLMONTH" if known and known.label in MONTHS else "SMALLDAY"
    return Word(label, known.value) if known and known.label in {*MONTHS, "WEEKDAYABBR"} else None


def _short_month(word: str) -> Word | None:
    """Read "Apr'23" as a month and its two figures."""
    name, _, figures = word.replace("’", "'").partition("'")
    month = VOCABULARY.listed(name) if len(figures) == len("23") and figures.isdigit() else None
    return Word("SHORTMONTH", f"{month.value} {figures}") if month and month.label.startswith("MONTH") else None


def _joined_by_hyphens(word: str) -> Word | None:
    return _compound(word) if len(word) < _LONGEST_COMPOUND and "-" in word else None


_COMPOUNDS = (
    "ODD", "PLUS", "SMALLMONTH", "SMALLDAY", "SHORTMONTH", "DATECODE", "CLOCKPAIR", "AGE", "LASTING", "NQUARTERS",
    "ROUNDED", "PARTORDINAL", "PARTDAY", "PARTCENTURY", "PARTUNIT", "NTHQUARTER", "NTHHALF", "NTHCENTURY",
    *JOINT_LABELS,
)  # fmt: skip
VOCABULARY = Vocabulary(
    "newskit_dates",
    "lexicon.txt",
    made=_made,
    made_classes=(*_SHAPES, *(f"PART{_family(label)}" for label in _DATE_LABELS), *_COMPOUNDS),
)
"""The classes and values of the words that rules and readers see."""
