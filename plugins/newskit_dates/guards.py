"""The words that look like times and are none: each needs a reason to be one."""

from __future__ import annotations

from newskit.text import Tokens, words

from newskit_dates.reading import Found

_CURRENCY = frozenset("$£€¥#№")
_NUMBER_MARKS = _CURRENCY | {"no", "no.", "nos", "page", "pages", "p", "section", "article", "chapter", "room", "channel", "flight", "route", "highway", "version", "model", "windows", "number", "phone", "tel", "fax", "rs", "us$", "dlrs"}  # fmt: skip  # noqa: E501
_AFTER_ADVERBS = frozenset("and or but to by in on at for from since until through with as after before between".split())
_TIME_PREPOSITIONS = frozenset(
    "in since by from until till before after during through of for on between and to early late mid last next this "
    "every each around about throughout between or within past".split()
)


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


def now_word(found: Found) -> bool:
    """Tell whether "now" is a time; "Now, …" at the head of a sentence only goes on with the talk."""
    tokens = found.tokens
    filler = tokens.words[found.start] == "Now" and _after(tokens, found.stop) == ","
    return not filler and reading_word(found)


def unit_named(found: Found) -> bool:
    """Tell whether units are no part of a name, as they are in "This Week" and "60 Minutes"."""
    words = found.tokens.words[found.start : found.stop]
    return not any(
        written[0].isupper() and not written.isupper() and word.label in {"UNIT", "UNITS", "WEEKEND", "NOON"}
        for written, word in list(zip(words, found.words, strict=True))[1:]
    )


def today_named(found: Found) -> bool:
    """Tell whether "today" is no part of a name, as it is in "USA Today"."""
    written = found.tokens.words[found.start]
    if written != "Today" or not found.start:
        return True
    return not found.tokens.words[found.start - 1][0].isupper()


def decade_told(found: Found) -> bool:
    """Tell whether tens of years are a decade and not an age ("in his 30s")."""
    return _before(found.tokens, found.start) not in {"his", "her", "their", "my", "your", "our", "its", "s"}


def set_adverb(found: Found) -> bool:
    """Tell whether "quarterly" and the like tell when; before a noun they tell what ("quarterly dividend")."""
    if found.words[0].value == "P1D":
        return True
    after = _after(found.tokens, found.stop)
    return not after[:1].isalpha() or after.lower() in _AFTER_ADVERBS


def fiscal_year_told(found: Found) -> bool:
    """Tell whether a fiscal year is a certain one."""
    return _before(found.tokens, found.start) not in {"a", "an"}


def season_told(found: Found) -> bool:
    """Tell whether "the fall" and "the spring" are seasons; "the fall of the city" is none."""
    after = _after(found.tokens, found.stop)
    return not (found.has("SEASONWORD") and after == "of")


def length_told(found: Found) -> bool:
    """Tell whether units are a length: "three quarters of the troops" is a share, "60 Minutes" a name."""
    share = found.has("QUARTER", "QUARTERS") and _after(found.tokens, found.stop) == "of"
    return not share and unit_named(found)


def noon_named(found: Found) -> bool:
    """Tell whether "noon" is no part of a name."""
    return not (found.has("NOON") and len(found.words) == 1 and found.tokens.words[found.start][0].isupper())


GUARDS = {
    "month": month_alone,
    "year": year_alone,
    "bare_units": unit_alone,
    "now": now_word,
    "this_unit": unit_named,
    "duration": length_told,
    "season": season_told,
    "today": today_named,
    "decade": decade_told,
    "adverb_set": set_adverb,
    "fiscal_year": fiscal_year_told,
    "clock": noon_named,
    "current": reading_word,
    "recent": reading_word,
    "future": reading_word,
}
