"""The words that look like times and are none: each needs a reason to be one."""

from __future__ import annotations

from newskit.text import Tokens, words
from newskit_dates import name_guards
from newskit_dates.around import PACKAGE, POSSESSIVES, QUOTES, begins_line, is_listed, opens, touches
from newskit_dates.reading import Found

_AT_ABOUT = (["at", "about"], ["at", "around"])
"""What stands before figures that are a clock time."""

_NOW_AND_THEN = (["and", "then"], ["and", "again"])
"""What makes "now" mean sometimes."""

_ACRONYM = range(2, 6)
_LISTING = frozenset({"early", "mid", "late", ",", "and", "or", "to"})
_LIST_REACH = 12
_PLAIN_YEARS = range(1700, 2036)
"""Years that news speaks of without a sign; others need a preposition."""

_AHEAD_YEARS = range(2036, 2102)
"""Years far ahead need one that tells when: "by 2050", but not "a prize for 2046"."""

_WHEN = frozenset(
    {"in", "by", "until", "till", "before", "after", "through", "to", "and", "or", "from", "between", "-", "–", "—"}
)


def month_alone(found: Found) -> bool:
    """Tell whether a month without day or year is one, and not a verb or somebody's name."""
    tokens = found.tokens
    before, after = tokens.lowered(found.start - 1), tokens.word(found.stop)
    firm = found.has("MONTHABBR") and tokens.words[found.stop - 1 - found.has("DOT")].isupper()  # "DEC"
    if firm or f"{before} {tokens.lower[found.start]}" in words(PACKAGE, "names.txt"):
        return False
    if len(found.words) > 1 and not found.has("DOT"):
        return not (found.has("MONTHWORD") and after[:1].isupper() and found.words[0].label in {"that", "the"})
    if found.has("MONTHABBR"):
        return before != "and" and is_listed(before, "time")
    return not found.has("MONTHWORD") or _month_meant(found, before, after)


def _month_meant(found: Found, before: str, after: str) -> bool:
    """Tell whether a month that is another word too, as "May" is, stands where a month does."""
    tokens = found.tokens
    capital = tokens.words[found.start][0].isupper()
    if is_listed(before, "time"):
        name = after[:1].isupper() and after.isalpha() and before in {"and", "of", "by", "for", "from", "to"}
        return capital and not name
    if before in {"a", "the"} and after.islower():  # "a June agreement", but not "the March on Rome"
        return capital and not is_listed(after, "time", "follows")
    return capital and after == "'s"


def days_told(found: Found) -> bool:
    """Tell whether the second figure is a day too: "April 24 and 25", but not "on April 24 and 25 people"."""
    after = found.tokens.word(found.stop)
    if found.has("YEAR") or not found.has("and", "to", "through"):
        return True
    return not (after in {"%", "$", "/"} or after[:1].isdigit()) and (
        not after.islower() or is_listed(after, "follows")
    )


def day_of_month_told(found: Found) -> bool:
    """Tell whether figures behind a month are a day: "on January 25", but not "in January 25 people"."""
    after = found.tokens.word(found.stop)
    return not (found.tokens.lowered(found.start - 1) == "in" and after in words(PACKAGE, "not_years.txt"))


def year_alone(found: Found) -> bool:
    """Tell whether a four-figure number is a year: not a price, not a count, not part of a longer number."""
    tokens = found.tokens
    before, after = tokens.lowered(found.start - 1), tokens.word(found.stop)
    if found.has("APOSTROPHE"):
        return touches(tokens, found.stop - 2) and is_listed(before, "time")
    counted = found.mod not in {None, "APPROX"}  # "over 2000"
    if counted or before == "#" or is_listed(before, "number") or _in_longer_number(tokens, found.start, found.stop):
        return False
    if found.has("UNIT", "PORTION", "EARLY"):
        return True
    clock = before == "at" or after in {"GMT", "UTC"}
    if clock or tokens.lower[max(0, found.start - 2) : found.start] in _AT_ABOUT:
        return False
    other = (before == "." and tokens.lowered(found.start - 2) == "no") or _counts_some(tokens, found.stop)
    named = _in_name_before(tokens, found.start) or name_guards.in_address(found) or _version(tokens, found.start)
    if other or named or after.lower() in words(PACKAGE, "not_years.txt"):
        return False
    return _plain_year(found, before, after)


def _counts_some(tokens: Tokens, stop: int) -> bool:
    """Tell whether figures count some of those told before, or who was asked: "2000 of them", "of 2012 voters"."""
    polled = tokens.lowered(stop - 2) == "of" and is_listed(tokens.word(stop), "polled")
    return polled or tokens.lower[stop : stop + 2] in (["of", "them"], ["of", "these"], ["of", "those"], ["of", "whom"])


def _version(tokens: Tokens, start: int) -> bool:
    """Tell whether figures are one of the versions that a list names ("Windows 98, ME, 2000 and XP")."""
    for at in range(start - 1, max(-1, start - _LIST_REACH), -1):
        word = tokens.words[at]
        if is_listed(word, "product"):
            return True
        if not (word in {",", "and", "or", "/"} or word.isdigit() or (word.isupper() and len(word) in _ACRONYM)):
            return False
    return False


def _in_name_before(tokens: Tokens, start: int) -> bool:
    """Tell whether figures end a name of capitals that stands inside a sentence ("the Terrorism Act 2000")."""
    if start < 2 or begins_line(tokens, start):  # noqa: PLR2004 - the name, and a word before it
        return False
    name = tokens.words[start - 1]
    figures = tokens.words[start - 2]
    if name == "," and len(figures) == 2 and figures.isdigit():  # noqa: PLR2004 - "Windows 95, 98, 2000"
        return True
    short = name.isupper() and name.isalpha() and len(name) in _ACRONYM and not tokens.words[start - 2].isupper()
    if not (name[:1].isupper() and (short or name[-1:].islower())) or is_listed(name.lower(), "time", "starts"):
        return False
    return not opens(tokens, start - 1)


def _plain_year(found: Found, before: str, after: str) -> bool:
    if int(found.value("YEAR") or 0) in _PLAIN_YEARS:
        return not (before[:1].isdigit() or after[:1].isdigit())
    if int(found.value("YEAR") or 0) in _AHEAD_YEARS:
        return before in _WHEN and not after[:1].isdigit()
    return is_listed(before, "time") and not after[:1].islower()


def _in_longer_number(tokens: Tokens, start: int, stop: int) -> bool:
    if is_listed(tokens.word(start - 1), "joint") and touches(tokens, start - 1):
        return True
    after = tokens.word(stop)
    if after == ":" and not touches(tokens, stop):  # "1998: a year of change", but not the film "2016: A Life"
        return not (not start or begins_line(tokens, start) or is_listed(tokens.lowered(start - 1), "time"))
    if after == ".":  # a full stop, unless a word touches it too: "1999.5", "1999.com"
        return touches(tokens, stop - 1) and touches(tokens, stop) and tokens.word(stop + 1)[:1].isalnum()
    return after != "," and is_listed(after, "joint") and touches(tokens, stop - 1)


def unit_alone(found: Found) -> bool:
    """Tell whether bare units are a length of time and no part of a name, no minutes of a meeting, no opening hours."""
    tokens = found.tokens
    if tokens.words[found.start][0].isupper() and not opens(tokens, found.start):
        return False
    after = tokens.word(found.stop)
    wise = tokens.lowered(found.start - 2) == "beyond" or tokens.lower[found.stop : found.stop + 2] == [
        "of",
        "age",
    ]
    if wise or is_listed(tokens.lowered(found.start - 1), "leave") or after == "off" or after[:4].isdigit():
        return False  # "wise beyond her years", "sick days", "days off", "the years 1955-57"
    if len(found.words) > 1 or found.words[0].value not in {"TM", "TH"}:
        return True
    return is_listed(tokens.lowered(found.start - 1), "lasting") or is_listed(tokens.word(found.stop).lower(), "lasted")


def future_told(found: Found) -> bool:
    """Tell whether "the future" is a time: no part of a name, and no adjective ("the future chairman")."""
    tokens = found.tokens
    after = tokens.word(found.stop)
    if tokens.words[found.stop - 1][0].isupper():
        return False
    noun = tokens.lowered(found.start - 1) in {"in", "into"} or not after[:1].isalpha()
    return noun or is_listed(after.lower(), "follows", "goes")


def past_told(found: Found) -> bool:
    """Tell whether "the past" is a time, and not the head of a length ("the past six") or of a tense."""
    tokens = found.tokens
    after = tokens.lowered(found.stop)
    return not (after[:1].isdigit() or is_listed(after, "counts")) and name_guards.no_name(found)


def past_units_told(found: Found) -> bool:
    """Tell whether "past years" are a time; to "move past days of turmoil" is to leave them behind."""
    tokens, start = found.tokens, found.start
    return not found.has("PAST") or opens(tokens, start) or is_listed(tokens.lowered(start - 1), "time", "compared")


def now_word(found: Found) -> bool:
    """Tell whether "now" is a time; "Now, …" at the head of a sentence only goes on with the talk."""
    tokens = found.tokens
    if tokens.lower[found.stop : found.stop + 2] in _NOW_AND_THEN and tokens.lowered(found.start - 1) != "between":
        return False
    if tokens.words[found.stop - 1] != "Now":
        return name_guards.no_name(found)
    return opens(tokens, found.start) and tokens.word(found.stop) != "," and len(found.words) == 1


def length_told(found: Found) -> bool:
    """Tell whether units are a length: "three quarters of the troops" is a share, "60 Minutes" a name."""
    many = found.tokens.lower[found.start] == "many"  # "in many quarters": circles of people
    before, after = found.tokens.lowered(found.start - 1), found.tokens.word(found.stop)
    share = found.has("QUARTER", "QUARTERS") and (many or after == "of")
    year = found.has("YEAR") and found.has("UNIT", "UNITS")  # "the 2018 day of action", "the first two 1987 months"
    talk = found.words[0].label == "a" and (before == "wait" or _not_for_a_minute(found))  # "wait a minute"
    idiom = found.value("BIG") == "1000000" and {found.words[0].label, before} & {"a"}  # "not in a million years"
    scored = (
        found.has("CENTURY", "UNITS")
        and is_listed(before, "scoring")
        and "centur" in found.tokens.lower[found.stop - 1]
    )
    repeated = after == "on" and found.tokens.word(found.stop + 1) == found.tokens.words[found.stop - 1]
    return not (share or year or talk or idiom or scored or repeated) and name_guards.unit_named(found)


def _not_for_a_minute(found: Found) -> bool:
    """Tell whether a length only stresses a verb of belief: "nobody thinks for a minute that …"."""
    tokens, start = found.tokens, found.start
    return tokens.lowered(start - 1) == "for" and is_listed(tokens.lowered(start - 2), "belief")


def while_told(found: Found) -> bool:
    """Tell whether "a while" is a length of time; "once in a while" is how often."""
    return found.tokens.lower[max(0, found.start - 2) : found.start] != ["once", "in"]


def season_told(found: Found) -> bool:
    """Tell whether "the fall" and "the spring" are seasons; "the fall in prices" and "Winter Olympics" are none."""
    tokens = found.tokens
    after = tokens.word(found.stop)
    written = tokens.words[found.stop - 1]
    if found.has("YEAR", "UNIT", "NUMBER"):
        return True
    if found.portion():  # "the end of summer", but not "the start of the Summer Olympics"
        return not (written[0].isupper() and after[:1].isupper())
    if written[0].isupper() and after == "of" and tokens.word(found.stop + 1)[:1].isupper():
        return False  # "the Winter of Discontent"
    if written[0].isupper() and not written.isupper() and not opens(tokens, found.start):
        turned = found.words[0].label in {"this", "that", "the"}
        named = tokens.words[found.start][0].isupper() or after[:1].isupper() or after == "of"
        return not named or (turned and not (after[:1].isupper() or after == "of"))
    if not found.has("SEASONWORD") or found.has("LAST", "NEXT", "COMING", "PAST") or _with_season(tokens, found.stop):
        return True
    somewhere = after == "in" and tokens.word(found.stop + 1)[:1].isupper()  # "this fall in Ohio"
    falls = is_listed(after, "falls") and not somewhere
    return not falls and (found.has("this", "that", "same") or is_listed(tokens.lowered(found.start - 1), "falling"))


def _with_season(tokens: Tokens, stop: int) -> bool:
    """Tell whether another season follows: "most of the fall and winter"."""
    return tokens.word(stop) in {"and", "or"} and is_listed(tokens.word(stop + 1).lower(), "season")


def current_told(found: Found) -> bool:
    """Tell whether "current" tells when; a current account is a kind of account, whenever it is."""
    after = found.tokens.word(found.stop).lower()
    adjective = after[:1].isalnum() or after[:1] in QUOTES or after in {"$", "£", "€", ","}
    return adjective and name_guards.no_name(found) and not is_listed(after, "running", "flowing")


def the_unit_told(found: Found) -> bool:
    """Tell whether "the end of the day" is a time and not a turn of speech ("at the end of the day", "a bit late")."""
    day, lower = found.value("UNIT") == "D", found.tokens.lower
    idiom = day and found.value("PORTION") == "END" and "at" in lower[max(0, found.start - 2) : found.start]
    too_late = day and found.has("EARLY") and is_listed(found.tokens.lowered(found.start - 1), "degree")
    return not (idiom or too_late)


def the_quarter_told(found: Found) -> bool:
    """Tell whether "the quarter" is one of a year; "the quarter final" is a match, "the quarter of voters" a share."""
    after = found.tokens.word(found.stop).lower()
    return not (after.startswith("final") or (after == "of" and not found.tokens.word(found.stop + 1).isdigit()))


def the_year_told(found: Found) -> bool:
    """Tell whether "the year" stands for a year: "most of the year" does, "album of the year" is a prize."""
    tokens, start = found.tokens, found.start
    if tokens.lowered(found.stop) in POSSESSIVES:  # "a result of the week's storm"
        return True
    return tokens.lowered(start - 1) != "of" or is_listed(tokens.lowered(start - 2), "parts")


def decade_told(found: Found) -> bool:
    """Tell whether tens of years are a decade and not an age ("in his 30s") or a share ("in the low 50s").

    Low tens without an apostrophe are mostly ages and shares ("into the mid-20s", "voters in the 30s and 40s").
    """
    figures = (found.value("DECADE", "PARTDECADE") or "").split()[-1:]
    if figures and len(figures[0]) > len("20s"):
        return True  # "its 1960s hits"
    low = bool(figures) and figures[0] < "50s"
    if low and not found.has("APOSTROPHE"):
        return False
    lower, at = found.tokens.lower, found.start - 1
    first = max(0, at - _LIST_REACH)
    while at > first and (lower[at] in _LISTING or (len(lower[at]) == len("20s") and lower[at].endswith("0s"))):
        at -= 1  # "in his late thirties", "in their 30s, 40s and 50s"
    return at < 0 or not (is_listed(lower[at], "owner") or lower[at] in {"'s", "’s"})


def part_date_told(found: Found) -> bool:
    """Tell whether "mid-30s" and the like are a decade, and no age."""
    return not found.has("PARTDECADE") or decade_told(found)


def set_adverb(found: Found) -> bool:
    """Tell whether "quarterly" and the like tell when; before a noun they tell what ("quarterly dividend")."""
    if found.tokens.words[found.start][0].isupper() and not unit_alone(found):
        return False
    after = found.tokens.word(found.stop)
    paper = after[:1].isupper() or not after[:1].isalpha()  # "the daily Le Matin", "said the weekly."
    before = found.tokens.lowered(found.start - 1)
    if paper and (after[:1].isupper() or before in {"the", "a"} or is_listed(before, "press")):
        return False
    if found.words[0].value == "P1D":
        return True
    return not after[:1].isalpha() or is_listed(after.lower(), "follows")


def fiscal_year_told(found: Found) -> bool:
    """Tell whether a fiscal year is a certain one."""
    before = found.tokens.lowered(found.start - 1)
    return before not in {"a", "an"} and (found.has("YEAR") or not before[:1].isdigit())


GUARDS = {
    "adverb_set": set_adverb,
    "age_word": name_guards.compound_told,
    "length_word": name_guards.compound_told,
    "winters": name_guards.seasons_told,
    "bare_units": unit_alone,
    "first_units": name_guards.unit_named,
    "tonight": name_guards.tonight_told,
    "weekdays": name_guards.weekdays_told,
    "century": name_guards.no_name,
    "clock": name_guards.noon_named,
    "current": current_told,
    "part_date": part_date_told,
    "part_daypart": name_guards.part_named,
    "past": past_told,
    "decade": decade_told,
    "duration": length_told,
    "fiscal_year": fiscal_year_told,
    "future": future_told,
    "holiday": name_guards.holiday_told,
    "month": month_alone,
    "month_day": day_of_month_told,
    "month_days": days_told,
    "now": now_word,
    "recent": name_guards.no_name,
    "season": season_told,
    "some_time": while_told,
    "the_unit": the_unit_told,
    "ago": name_guards.unit_named,
    "day_month": name_guards.in_no_address,
    "day_next_today": name_guards.unit_named,
    "the_quarter": the_quarter_told,
    "vague_units": past_units_told,
    "vague_ago": name_guards.steps_told,
    "the_year": the_year_told,
    "this_daypart": name_guards.daypart_named,
    "this_unit": name_guards.unit_named,
    "today": name_guards.today_named,
    "weekday": name_guards.weekday_told,
    "year": year_alone,
}
"""The guard of each rule that has one: it sees the words around a match and may refuse it."""
