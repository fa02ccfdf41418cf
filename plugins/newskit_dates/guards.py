"""The words that look like times and are none: each needs a reason to be one."""

from __future__ import annotations

from newskit.text import Tokens, words

from newskit_dates.reading import Found

_CURRENCY = frozenset("$£€¥#№")
_NUMBER_MARKS = _CURRENCY | {"no", "no.", "nos", "page", "pages", "p", "section", "article", "chapter", "room", "channel", "flight", "route", "highway", "version", "model", "windows", "number", "phone", "tel", "fax", "rs", "us$", "dlrs"}  # fmt: skip  # noqa: E501
_TIME_PREPOSITIONS = frozenset(
    "in since by from until till before after during through of for on between and to early late mid last next this "
    "every each around about throughout between or within past".split()
)
_NAME_VERBS = frozenset({"and", "said", "says", "told", "of"})


def _before(tokens: Tokens, start: int) -> str:
    return tokens.lower[start - 1] if start else ""


def _after(tokens: Tokens, stop: int) -> str:
    return tokens.words[stop] if stop < len(tokens) else ""


def month_alone(found: Found) -> bool:
    """Tell whether a month without day or year is one, and not a verb or somebody's name."""
    tokens = found.tokens
    before, after = _before(tokens, found.start), _after(tokens, found.stop)
    if len(found.words) > 1 and not found.has("DOT"):
        return not (found.has("MONTHWORD") and after[:1].isupper() and found.words[0].label in {"that", "the"})
    if found.has("MONTHABBR"):
        return before in _TIME_PREPOSITIONS
    if not found.has("MONTHWORD"):
        return True
    if not (tokens.words[found.start][0].isupper()):
        return False
    if before in _TIME_PREPOSITIONS:
        return not (after[:1].isupper() and after.isalpha() and before in {"and", "of", "by", "for", "from", "to"})
    previous = tokens.words[found.start - 1] if found.start else "."
    begins = previous in {".", "\"", "“", "?", "!", ":"}
    return not (begins or previous[0].isupper() or after[:1].isupper() or found.has("MONTHWORD")) or after == "'s"


def year_alone(found: Found) -> bool:
    """Tell whether a four-figure number is a year: not a price, not a count, not part of a longer number."""
    tokens = found.tokens
    before, after = _before(tokens, found.start), _after(tokens, found.stop)
    if before in _CURRENCY or before in _NUMBER_MARKS:
        return False
    if found.has("APOSTROPHE"):
        return _short_year(found, before)
    if found.start and before in {"/", "-", ":", ".", "+", "@", "x", "*", ",", "&"} and _touches(tokens, found.start - 1):
        return False
    if after in {"/", "-", ":", "%", "+", "x", "*"} and _touches(tokens, found.stop - 1):
        return False
    if after == "." and _touches(tokens, found.stop) and _touches(tokens, found.stop - 1):
        return False
    year = int(found.value("YEAR") or 0)
    if found.has("UNIT", "PORTION", "EARLY"):
        return True
    if after.lower() in words("newskit_dates", "not_years.txt"):
        return False
    if 1700 <= year <= 2060:  # noqa: PLR2004 - years that news speaks of without a sign
        return not (before[:1].isdigit() or after[:1].isdigit())
    return before in _TIME_PREPOSITIONS and not after[:1].islower()


def _touches(tokens: Tokens, index: int) -> bool:
    return index + 1 < len(tokens) and tokens.ends[index] == tokens.starts[index + 1]


def _short_year(found: Found, before: str) -> bool:
    tokens = found.tokens
    return _touches(tokens, found.stop - 2) and (before in _TIME_PREPOSITIONS) and len(tokens.words[found.stop - 1]) == 2  # noqa: PLR2004


def weekday_named(found: Found) -> bool:
    """Tell whether a weekday is a day, and not part of a name."""
    return tuple(found.tokens.lower[found.start - 2 : found.start]) not in {("black", "good"), ("bloody", "black")}


def unit_alone(found: Found) -> bool:
    """Tell whether bare units are a length of time: not in "light years", "Days of Thunder"."""
    tokens = found.tokens
    written = tokens.words[found.start]
    return not (written[0].isupper() and found.start and tokens.words[found.start - 1] not in {".", "\"", "“"})


def reading_word(found: Found) -> bool:
    """Tell whether "now" and "current" stand for the present, and not in a name."""
    tokens = found.tokens
    written = tokens.words[found.stop - 1]
    return not (written[0].isupper() and _after(tokens, found.stop)[:1].isupper())


GUARDS = {
    "month": month_alone,
    "year": year_alone,
    "bare_units": unit_alone,
    "now": reading_word,
    "current": reading_word,
    "recent": reading_word,
    "future": reading_word,
}
