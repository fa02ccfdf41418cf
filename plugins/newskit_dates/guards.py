"""The words that look like times and are none: each needs a reason to be one."""

from __future__ import annotations

from newskit.text import Tokens, classes, words
from newskit_dates.reading import Found

_PACKAGE = "newskit_dates"
_AT_ABOUT = (["at", "about"], ["at", "around"])
"""What stands before figures that are a clock time."""

_PLAIN_YEARS = range(1700, 2061)
"""Years that news speaks of without a sign; others need a preposition."""


def _is(word: str, *labels: str) -> bool:
    """Tell whether a word is in one of the classes of ``guard_words.txt``."""
    table = classes(_PACKAGE, "guard_words.txt")
    return any(word in table[label] for label in labels)


def _before(tokens: Tokens, start: int) -> str:
    return tokens.lower[start - 1] if start else ""


def _after(tokens: Tokens, stop: int) -> str:
    return tokens.words[stop] if stop < len(tokens) else ""


def _touches(tokens: Tokens, index: int) -> bool:
    """Tell whether no white space stands between a token and the next."""
    return index + 1 < len(tokens) and tokens.ends[index] == tokens.starts[index + 1]


def month_alone(found: Found) -> bool:
    """Tell whether a month without day or year is one, and not a verb or somebody's name."""
    tokens = found.tokens
    before, after = _before(tokens, found.start), _after(tokens, found.stop)
    if len(found.words) > 1 and not found.has("DOT"):
        return not (found.has("MONTHWORD") and after[:1].isupper() and found.words[0].label in {"that", "the"})
    if found.has("MONTHABBR"):
        return before != "and" and _is(before, "time") and tokens.words[found.start][1].islower()
    if not found.has("MONTHWORD"):
        return True
    capital = tokens.words[found.start][0].isupper()
    if _is(before, "time"):
        name = after[:1].isupper() and after.isalpha() and before in {"and", "of", "by", "for", "from", "to"}
        return capital and not name
    if before in {"a", "the"} and after.islower():  # "a June agreement", but not "the March on Rome"
        return capital and not _is(after, "time", "follows")
    return capital and after == "'s"


def days_told(found: Found) -> bool:
    """Tell whether the second figure is a day too: "April 24 and 25", but not "on April 24 and 25 people"."""
    after = _after(found.tokens, found.stop)
    if found.has("YEAR") or not found.has("and", "to", "through"):
        return True
    return not (after in {"%", "$", "/"} or after[:1].isdigit()) and (not after.islower() or _is(after, "follows"))


def year_alone(found: Found) -> bool:
    """Tell whether a four-figure number is a year: not a price, not a count, not part of a longer number."""
    tokens = found.tokens
    before, after = _before(tokens, found.start), _after(tokens, found.stop)
    if found.has("APOSTROPHE"):
        return _touches(tokens, found.stop - 2) and _is(before, "time")
    counted = found.mod not in {None, "APPROX"}  # "over 2000"
    if counted or before == "#" or _is(before, "number") or _in_longer_number(tokens, found.start, found.stop):
        return False
    if found.has("UNIT", "PORTION", "EARLY"):
        return True
    clock = before == "at" or after in {"GMT", "UTC"}
    if clock or tokens.lower[max(0, found.start - 2) : found.start] in _AT_ABOUT:
        return False
    return after.lower() not in words(_PACKAGE, "not_years.txt") and _plain_year(found, before, after)


def _plain_year(found: Found, before: str, after: str) -> bool:
    if int(found.value("YEAR") or 0) in _PLAIN_YEARS:
        return not (before[:1].isdigit() or after[:1].isdigit())
    return _is(before, "time") and not after[:1].islower()


def _in_longer_number(tokens: Tokens, start: int, stop: int) -> bool:
    if start and _is(tokens.words[start - 1], "joint") and _touches(tokens, start - 1):
        return True
    after = _after(tokens, stop)
    if after == ".":  # a full stop, unless something touches it on both sides: "1999.5", "1999.com"
        return _touches(tokens, stop - 1) and _touches(tokens, stop)
    return after != "," and _is(after, "joint") and _touches(tokens, stop - 1)


def unit_alone(found: Found) -> bool:
    """Tell whether bare units are a length of time and no part of a name."""
    tokens = found.tokens
    capital = tokens.words[found.start][0].isupper()
    return not (capital and found.start and not _is(tokens.words[found.start - 1], "opener"))


def no_name(found: Found) -> bool:
    """Tell whether "current" and the like stand in running text, and not in a name of capitals."""
    tokens = found.tokens
    return not (tokens.words[found.stop - 1][0].isupper() and _after(tokens, found.stop)[:1].isupper())


def future_told(found: Found) -> bool:
    """Tell whether "the future" is a time and no part of a name."""
    return found.tokens.words[found.stop - 1][0].islower()


def now_word(found: Found) -> bool:
    """Tell whether "now" is a time; "Now, …" at the head of a sentence only goes on with the talk."""
    tokens = found.tokens
    filler = tokens.words[found.start] == "Now" and _after(tokens, found.stop) == ","
    return not filler and no_name(found)


def unit_named(found: Found) -> bool:
    """Tell whether units are no part of a name, as they are in "This Week" and "60 Minutes"."""
    written = found.tokens.words[found.start : found.stop]
    return not any(
        token[0].isupper() and not token.isupper() and word.label in {"UNIT", "UNITS", "WEEKEND"}
        for token, word in list(zip(written, found.words, strict=True))[1:]
    )


def length_told(found: Found) -> bool:
    """Tell whether units are a length: "three quarters of the troops" is a share, "60 Minutes" a name."""
    many = found.tokens.lower[found.start] == "many"  # "in many quarters": circles of people
    share = found.has("QUARTER", "QUARTERS") and (many or _after(found.tokens, found.stop) == "of")
    year = found.has("YEAR") and found.has("UNIT")  # "the 2018 day of action"
    talk = found.words[0].label == "a" and _before(found.tokens, found.start) == "wait"  # "wait a minute"
    return not (share or year or talk) and unit_named(found)


def today_named(found: Found) -> bool:
    """Tell whether "today" is no part of a name, as it is in "USA Today"."""
    tokens, start = found.tokens, found.start
    if not (start and tokens.words[start][0].isupper()):
        return True
    new_line = tokens.starts[start] - tokens.ends[start - 1] > 1
    return new_line or _is(tokens.words[start - 1], "opener")


def weekday_told(found: Found) -> bool:
    """Tell whether a weekday is a day and no part of a name ("the Sunday Chronicle", "Sky's Sunday Forum")."""
    tokens = found.tokens
    name = len(found.words) == 1 and _after(tokens, found.stop)[:1].isupper()
    return not (name and _before(tokens, found.start) in {"the", "'s", "’s"})


def holiday_told(found: Found) -> bool:
    """Tell whether a named day of one word is a day: "at Christmas", "by Easter", but not "Christmas tree"."""
    tokens = found.tokens
    if len(found.words) > 1:
        title = found.words[0].label in {"LAST", "NEXT"} and tokens.words[found.start][0].isupper()
        return not title or not found.start or _is(tokens.words[found.start - 1], "opener")
    after = _after(tokens, found.stop)
    ends = after != ":" and (not after[:1].isalpha() or _is(after.lower(), "follows"))
    return ends and _is(_before(tokens, found.start), "time", "feast")


def season_told(found: Found) -> bool:
    """Tell whether "the fall" and "the spring" are seasons; "the fall of the city" is none."""
    return not (found.has("SEASONWORD") and _after(found.tokens, found.stop) == "of")


def current_told(found: Found) -> bool:
    """Tell whether "current" tells when; a current account is a kind of account, whenever it is."""
    return no_name(found) and _after(found.tokens, found.stop).lower() not in {"account", "accounts"}


def the_unit_told(found: Found) -> bool:
    """Tell whether "the end of the day" is a time and not a turn of speech ("at the end of the day, …")."""
    idiom = found.value("UNIT") == "D" and found.value("PORTION") == "END"
    return not (idiom and "at" in found.tokens.lower[max(0, found.start - 2) : found.start])


def the_year_told(found: Found) -> bool:
    """Tell whether "the year" stands for a year; "album of the year" is a prize."""
    return _before(found.tokens, found.start) != "of"


def decade_told(found: Found) -> bool:
    """Tell whether tens of years are a decade and not an age ("in his 30s") or a share ("in the low 50s")."""
    lower, at = found.tokens.lower, found.start - 1
    if at > 0 and lower[at] in {"early", "mid", "late"}:  # "in his late thirties"
        at -= 1
    return at < 0 or not (_is(lower[at], "owner") or lower[at] in {"'s", "’s"})


def set_adverb(found: Found) -> bool:
    """Tell whether "quarterly" and the like tell when; before a noun they tell what ("quarterly dividend")."""
    if found.tokens.words[found.start][0].isupper() and not unit_alone(found):
        return False
    if found.words[0].value == "P1D":
        return True
    after = _after(found.tokens, found.stop)
    return not after[:1].isalpha() or _is(after.lower(), "follows")


def fiscal_year_told(found: Found) -> bool:
    """Tell whether a fiscal year is a certain one."""
    return _before(found.tokens, found.start) not in {"a", "an"}


def noon_named(found: Found) -> bool:
    """Tell whether "noon" is no part of a name."""
    return not (found.has("NOON") and len(found.words) == 1 and found.tokens.words[found.start][0].isupper())


GUARDS = {
    "adverb_set": set_adverb,
    "bare_units": unit_alone,
    "century": no_name,
    "clock": noon_named,
    "current": current_told,
    "decade": decade_told,
    "duration": length_told,
    "fiscal_year": fiscal_year_told,
    "future": future_told,
    "holiday": holiday_told,
    "month": month_alone,
    "month_days": days_told,
    "now": now_word,
    "recent": no_name,
    "season": season_told,
    "the_unit": the_unit_told,
    "the_year": the_year_told,
    "this_unit": unit_named,
    "today": today_named,
    "weekday": weekday_told,
    "year": year_alone,
}
"""The guard of each rule that has one: it sees the words around a match and may refuse it."""
