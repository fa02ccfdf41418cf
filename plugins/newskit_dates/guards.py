"""The words that look like times and are none: each needs a reason to be one."""

from __future__ import annotations

from newskit.text import Tokens, classes, words
from newskit_dates.reading import Found

_PACKAGE = "newskit_dates"
_AT_ABOUT = (["at", "about"], ["at", "around"])
"""What stands before figures that are a clock time."""

_QUOTES = frozenset({'"', "“", "”", "‘", "’", "'", "''", "``"})
_ACRONYM = range(2, 6)
_SUDDEN_REACH = 6
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
    firm = found.has("MONTHABBR") and tokens.words[found.stop - 1 - found.has("DOT")].isupper()  # "DEC"
    if firm or f"{before} {tokens.lower[found.start]}" in words(_PACKAGE, "names.txt"):
        return False
    if len(found.words) > 1 and not found.has("DOT"):
        return not (found.has("MONTHWORD") and after[:1].isupper() and found.words[0].label in {"that", "the"})
    if found.has("MONTHABBR"):
        return before != "and" and _is(before, "time")
    return not found.has("MONTHWORD") or _month_meant(found, before, after)


def _month_meant(found: Found, before: str, after: str) -> bool:
    """Tell whether a month that is another word too, as "May" is, stands where a month does."""
    tokens = found.tokens
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
    if after.lower() in words(_PACKAGE, "not_years.txt") or _in_name_before(tokens, found.start):
        return False
    return _plain_year(found, before, after)


def _in_name_before(tokens: Tokens, start: int) -> bool:
    """Tell whether figures end a name of capitals that stands inside a sentence ("the Terrorism Act 2000")."""
    if start < 2 or _apart(tokens, start):  # noqa: PLR2004 - the name, and a word before it
        return False
    name = tokens.words[start - 1]
    if name == "," and len(tokens.words[start - 2]) == 2 and tokens.words[start - 2].isdigit():  # noqa: PLR2004
        return True  # "Windows 95, 98, 2000"
    short = name.isupper() and name.isalpha() and len(name) in _ACRONYM and not tokens.words[start - 2].isupper()
    if not (name[:1].isupper() and (short or name[-1:].islower())) or _is(name.lower(), "time", "starts"):
        return False
    return not _opens(tokens, start - 1)


def _apart(tokens: Tokens, at: int) -> bool:
    """Tell whether a line ends before a token."""
    return tokens.starts[at] - tokens.ends[at - 1] > 1


def _opens(tokens: Tokens, at: int) -> bool:
    """Tell whether a token opens a sentence or a line."""
    return not at or _is(tokens.words[at - 1], "opener") or _apart(tokens, at)


def _plain_year(found: Found, before: str, after: str) -> bool:
    if int(found.value("YEAR") or 0) in _PLAIN_YEARS:
        return not (before[:1].isdigit() or after[:1].isdigit())
    return _is(before, "time") and not after[:1].islower()


def _in_longer_number(tokens: Tokens, start: int, stop: int) -> bool:
    if start and _is(tokens.words[start - 1], "joint") and _touches(tokens, start - 1):
        return True
    after = _after(tokens, stop)
    if after == ".":  # a full stop, unless a word touches it too: "1999.5", "1999.com"
        return _touches(tokens, stop - 1) and _touches(tokens, stop) and tokens.words[stop + 1][0].isalnum()
    return after != "," and _is(after, "joint") and _touches(tokens, stop - 1)


def unit_alone(found: Found) -> bool:
    """Tell whether bare units are a length of time and no part of a name, no minutes of a meeting, no opening hours."""
    tokens = found.tokens
    capital = tokens.words[found.start][0].isupper()
    if capital and found.start and not _is(tokens.words[found.start - 1], "opener"):
        return False
    after = _after(tokens, found.stop)
    wise = tokens.lower[max(0, found.start - 2)] == "beyond"  # "wise beyond her years"
    if wise or _before(tokens, found.start) in {"million", "billion"} or after == "off" or after[:4].isdigit():
        return False  # "a million years", "days off", "the years 1955-57"
    if len(found.words) > 1 or found.words[0].value not in {"TM", "TH"}:
        return True
    return _is(_before(tokens, found.start), "lasting") or _is(_after(tokens, found.stop).lower(), "lasted")


def no_name(found: Found) -> bool:
    """Tell whether "current" and the like stand in running text, and not in a name of capitals."""
    tokens = found.tokens
    return not (tokens.words[found.stop - 1][0].isupper() and _after(tokens, found.stop)[:1].isupper())


def future_told(found: Found) -> bool:
    """Tell whether "the future" is a time: no part of a name, and no adjective ("the future chairman")."""
    tokens = found.tokens
    after = _after(tokens, found.stop)
    if tokens.words[found.stop - 1][0].isupper():
        return False
    noun = _before(tokens, found.start) in {"in", "into"} or not after[:1].isalpha()
    return noun or _is(after.lower(), "follows", "goes")


def past_told(found: Found) -> bool:
    """Tell whether "the past" is a time, and not the head of a length ("the past six") or of a tense."""
    tokens = found.tokens
    after = tokens.lower[found.stop] if found.stop < len(tokens) else ""
    return not (after[:1].isdigit() or _is(after, "counts")) and no_name(found)


def now_word(found: Found) -> bool:
    """Tell whether "now" is a time; "Now, …" at the head of a sentence only goes on with the talk."""
    tokens = found.tokens
    if tokens.words[found.stop - 1] != "Now":
        return no_name(found)
    return _opens(tokens, found.start) and _after(tokens, found.stop) != "," and len(found.words) == 1


def unit_named(found: Found) -> bool:
    """Tell whether units are no part of a name, as they are in "This Week" and "60 Minutes"."""
    written = found.tokens.words[found.start : found.stop]
    return not any(
        token[0].isupper() and not token.isupper() and word.label in {"UNIT", "UNITS", "WEEKEND", "CENTURY", "QUARTER"}
        for token, word in list(zip(written, found.words, strict=True))[1:]
    )


def length_told(found: Found) -> bool:
    """Tell whether units are a length: "three quarters of the troops" is a share, "60 Minutes" a name."""
    many = found.tokens.lower[found.start] == "many"  # "in many quarters": circles of people
    before, after = _before(found.tokens, found.start), _after(found.tokens, found.stop)
    share = found.has("QUARTER", "QUARTERS") and (many or after == "of")
    year = found.has("YEAR") and found.has("UNIT", "UNITS")  # "the 2018 day of action", "the first two 1987 months"
    talk = before == "wait" and found.words[0].label == "a"  # "wait a minute"
    idiom = found.value("BIG") == "1000000" and {found.words[0].label, before} & {"a"}  # "not in a million years"
    repeated = after == "on" and _after(found.tokens, found.stop + 1) == found.tokens.words[found.stop - 1]
    return not (share or year or talk or idiom or repeated) and unit_named(found)


def _quoted(found: Found) -> bool:
    """Tell whether a match is all that stands between quotation marks."""
    tokens = found.tokens
    closing = found.stop + (_after(tokens, found.stop) in {",", "."})
    return _before(tokens, found.start) in _QUOTES and _after(tokens, closing) in _QUOTES


def today_named(found: Found) -> bool:
    """Tell whether "today" is no part of a name, as it is in "USA Today"."""
    tokens, start = found.tokens, found.start
    before = _before(tokens, start)
    if found.words[0].value in {"1", "-1"} and before == "of" and len(found.words) == 1:
        return tokens.lower[start - 2] in {"events", "morning", "afternoon", "evening"}  # not "leaders of tomorrow"
    if before in {"better", "brighter"} or (before == "a" and found.words[0].value == "1"):  # "a better tomorrow"
        return False
    if not (start and tokens.words[start][0].isupper()):
        return True
    if _quoted(found):  # NBC's "Today"
        return False
    return _opens(tokens, start)


def weekday_told(found: Found) -> bool:
    """Tell whether a weekday is a day and no part of a name ("the Sunday Chronicle", "Sky's Sunday Forum")."""
    tokens = found.tokens
    before = _before(tokens, found.start)
    name = len(found.words) == 1 and _after(tokens, found.stop)[:1].isupper()
    named = f"{before} {tokens.lower[found.start]}" in words(_PACKAGE, "names.txt")
    if named and tokens.words[found.start - 1][0].isupper():
        return False
    return not (name and before in {"the", "'s", "’s"}) and daypart_named(found)


def daypart_named(found: Found) -> bool:
    """Tell whether a part of a day is no part of a name: "Saturday Night Live", CBS's "This Morning"."""
    tokens = found.tokens
    part, after = tokens.words[found.stop - 1], _after(tokens, found.stop)
    if part[0].islower() or part.isupper() or found.words[-1].label != "DAYPART" or len(found.words) == 1:
        return True
    programme = tokens.words[found.start] == "This" and (_quoted(found) or not _opens(tokens, found.start))
    return not (programme or after[:1].isupper())


def holiday_told(found: Found) -> bool:
    """Tell whether a named day of one word is a day: "at Christmas", "by Easter", but not "Christmas tree"."""
    tokens = found.tokens
    turned = found.words[0].label in {"LAST", "NEXT", "this"}
    name = found.start and tokens.words[found.start - 1][0].isupper() and not _is(tokens.lower[found.start - 1], "time")
    if name and not _opens(tokens, found.start - 1) and not _day_word(tokens, found.start - 1):
        return False  # "Holocaust Memorial Day", the song "Last Christmas"
    if len(found.words) > 1:
        return not (turned and tokens.words[found.start][0].isupper()) or _opens(tokens, found.start)
    if tokens.words[found.start - 1] in {"Last", "Next", "This"}:
        return False
    after = _after(tokens, found.stop)
    ends = after != ":" and (not after[:1].isalpha() or _is(after.lower(), "follows"))
    return ends and _is(_before(tokens, found.start), "time", "feast")


def _day_word(tokens: Tokens, at: int) -> bool:
    """Tell whether a word ends in "day" as weekdays do."""
    return tokens.lower[at].endswith("day")


def season_told(found: Found) -> bool:
    """Tell whether "the fall" and "the spring" are seasons; "the fall in prices" and "Winter Olympics" are none."""
    tokens = found.tokens
    after = _after(tokens, found.stop)
    written = tokens.words[found.stop - 1]
    if found.has("YEAR", "UNIT", "NUMBER") or found.portion():
        return True
    if written[0].isupper() and after == "of" and _after(tokens, found.stop + 1)[:1].isupper():
        return False  # "the Winter of Discontent"
    if written[0].isupper() and not written.isupper() and not _opens(tokens, found.start):
        turned = found.words[0].label in {"this", "that", "the"}
        named = tokens.words[found.start][0].isupper() or after[:1].isupper() or after == "of"
        return not named or (turned and not (after[:1].isupper() or after == "of"))
    if not found.has("SEASONWORD") or found.has("LAST", "NEXT", "COMING", "PAST"):
        return True
    somewhere = after == "in" and _after(tokens, found.stop + 1)[:1].isupper()  # "this fall in Ohio"
    falls = _is(after, "falls") and not somewhere
    return not falls and (found.has("this", "that", "same") or _is(_before(tokens, found.start), "falling"))


def current_told(found: Found) -> bool:
    """Tell whether "current" tells when; a current account is a kind of account, whenever it is."""
    after = _after(found.tokens, found.stop).lower()
    adjective = after[:1].isalnum() or after[:1] in _QUOTES or after in {"$", "£", "€", ","}
    return adjective and no_name(found) and not _is(after, "running", "flowing")


def the_unit_told(found: Found) -> bool:
    """Tell whether "the end of the day" is a time and not a turn of speech ("at the end of the day, …")."""
    idiom = found.value("UNIT") == "D" and found.value("PORTION") == "END"
    return not (idiom and "at" in found.tokens.lower[max(0, found.start - 2) : found.start])


def the_year_told(found: Found) -> bool:
    """Tell whether "the year" stands for a year: "most of the year" does, "album of the year" is a prize."""
    lower, start = found.tokens.lower, found.start
    return _before(found.tokens, start) != "of" or (start > 1 and _is(lower[start - 2], "parts"))


def decade_told(found: Found) -> bool:
    """Tell whether tens of years are a decade and not an age ("in his 30s") or a share ("in the low 50s").

    Low tens without an apostrophe are mostly ages and shares ("into the mid-20s", "voters in the 30s and 40s").
    """
    figures = (found.value("DECADE", "PARTDECADE") or "").split()[-1:]
    low = bool(figures) and len(figures[0]) == len("20s") and figures[0] < "50s"
    if low and not found.has("APOSTROPHE"):
        return False
    lower, at = found.tokens.lower, found.start - 1
    if at > 0 and lower[at] in {"early", "mid", "late"}:  # "in his late thirties"
        at -= 1
    return at < 0 or not (_is(lower[at], "owner") or lower[at] in {"'s", "’s"})


def part_date_told(found: Found) -> bool:
    """Tell whether "mid-30s" and the like are a decade, and no age."""
    return not found.has("PARTDECADE") or decade_told(found)


def compound_told(found: Found) -> bool:
    """Tell whether "40-year-old" and the like are no part of a title ("The 40-Year-Old Virgin"), and no fraction."""
    tokens = found.tokens
    if found.words[0].value in {"1 Q", "3 Q"}:  # "one-quarter of the voters"
        return False
    written = tokens.words[found.start]
    capitals = any(piece[:1].isupper() for piece in written.split("-")[1:])
    return not (capitals and not written.isupper() and _after(tokens, found.stop)[:1].isupper())


def seasons_told(found: Found) -> bool:
    """Tell whether "summers" are seasons, and no surname."""
    return found.tokens.words[found.start][0].islower() or _opens(found.tokens, found.start)


def set_adverb(found: Found) -> bool:
    """Tell whether "quarterly" and the like tell when; before a noun they tell what ("quarterly dividend")."""
    if found.tokens.words[found.start][0].isupper() and not unit_alone(found):
        return False
    after = _after(found.tokens, found.stop)
    paper = after[:1].isupper() or not after[:1].isalpha()  # "the daily Le Matin", "said the weekly."
    if paper and (after[:1].isupper() or _before(found.tokens, found.start) in {"the", "a"}):
        return False
    if found.words[0].value == "P1D":
        return True
    return not after[:1].isalpha() or _is(after.lower(), "follows")


def fiscal_year_told(found: Found) -> bool:
    """Tell whether a fiscal year is a certain one."""
    before = _before(found.tokens, found.start)
    return before not in {"a", "an"} and (found.has("YEAR") or not before[:1].isdigit())


def weekdays_told(found: Found) -> bool:
    """Tell whether a weekday in the plural is no part of a name ("the Happy Mondays"), and weekends are when."""
    tokens, start = found.tokens, found.start
    if found.has("WEEKENDS"):
        return _before(tokens, start) in {"at", "on", "and"}
    if f"{_before(tokens, start)} {tokens.lower[start]}" in words(_PACKAGE, "names.txt"):
        return False
    name = start and tokens.words[start - 1][0].isupper() and not _opens(tokens, start - 1)
    return not (name and not _day_word(tokens, start - 1))


def tonight_told(found: Found) -> bool:
    """Tell whether "tonight" is no part of a name ("The Tonight Show"), and "overnight" is not "at once"."""
    tokens, start = found.tokens, found.start
    if found.has("OVERNIGHT"):
        at_once = any(_is(word, "sudden") for word in tokens.lower[max(0, start - _SUDDEN_REACH) : start])
        return not at_once and not _is(_after(tokens, found.stop), "success")
    capital = found.tokens.words[found.stop - 1][0].isupper()
    return not capital or len(found.words) > 1 or _opens(found.tokens, found.start)


def noon_named(found: Found) -> bool:
    """Tell whether "noon" and "10 o'clock" are no part of a name ("the Ten O'Clock News")."""
    if found.has("OCLOCK") and _after(found.tokens, found.stop)[:1].isupper():
        return False
    return not (found.has("NOON") and len(found.words) == 1 and found.tokens.words[found.start][0].isupper())


GUARDS = {
    "adverb_set": set_adverb,
    "age_word": compound_told,
    "length_word": compound_told,
    "winters": seasons_told,
    "bare_units": unit_alone,
    "first_units": unit_named,
    "tonight": tonight_told,
    "weekdays": weekdays_told,
    "century": no_name,
    "clock": noon_named,
    "current": current_told,
    "part_date": part_date_told,
    "past": past_told,
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
    "this_daypart": daypart_named,
    "this_unit": unit_named,
    "today": today_named,
    "weekday": weekday_told,
    "year": year_alone,
}
"""The guard of each rule that has one: it sees the words around a match and may refuse it."""
