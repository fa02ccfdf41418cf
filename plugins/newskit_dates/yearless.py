"""The year of months and days that a text tells without one."""

from __future__ import annotations

import datetime as dt

from newskit.text import Tokens
from newskit_dates.anchor import Anchor
from newskit_dates.calendar import SEASONS, day_of, days_in_month
from newskit_dates.holiday_names import famous_days
from newskit_dates.reading import Found
from newskit_dates.vocabulary import DAYS, MONTHS, RANGE, VOCABULARY
from newskit_dates.word_lists import is_listed, listed

_HALF_YEAR = 6
_LONG_AGO = 9
"""Where nothing tells the tense, a month longer ago than this is the coming one: news mostly tells the past."""
_JOINTS = RANGE | {"and", "or"}
YEARS_OFF = {"last": -1, "this": 0, "next": 1}
_PARTS_OF_A_MONTH = frozenset({"day", "morning", "afternoon", "evening", "night", "week", "weekend"})
_LEADS = frozenset({"and", "or", "the"})
_PARTS = frozenset({"early", "mid", "late"})
"""What stands before a month of a list or range, or begins it with a hyphen: "from late May to mid-June 2023"."""
_GOES_ON = _JOINTS | _PARTS_OF_A_MONTH | {","}
_MOST_SHARING = 8
"""Months or days of the longest list that is looked through for the year of all."""
_VOTING_MONTH = 11
_FIGURES_REACH = 3
_FIGURE_WORDS = 5
"""Words of the longest figure: "$ 4.2 billion"."""
_BOUNDS = frozenset({"by", "through", "until", "till"})
_FALLS = frozenset({"falls", "fell", "is", "was", "begins", "began", "starts", "started", "ends", "ended", "will"})
_MOVED = 5
"""Words between what was put off and "from"."""
_NIGHTS = 9
"""Days of the longest feast, which may begin on the eve."""
_SOON = 2
"""A month this near is the nearest even against the tense ("it set a deadline of March", "June may beat May")."""


def complete(anchor: Anchor, month: int, day: int, tense: int, *, over: bool = False) -> int | None:
    """Return the year of a month and day without one: the nearest, the tense's, or the last where it surely is over."""
    base = anchor.day
    if base is None:
        return None
    wanted = base.month * 31 + base.day
    distance = month * 31 + day - wanted
    half_year = 6 * 31
    if anchor.narrative and anchor.reference:
        return base.year + (anchor.reference.grain != "year" and distance < -half_year)
    if over:
        return base.year - (distance > 0)
    if (distance >= half_year and tense <= 0) or (tense < 0 and distance > 3 * 31):
        return base.year - 1
    if (distance < -half_year and tense >= 0) or (tense > 0 and distance < -3 * 31):
        return base.year + 1
    return base.year


def _year_shared(found: Found, anchor: Anchor, month: int) -> int | None:
    """Return the year that stands behind the last of several months or days and is of all of them.

    "January, February and March 2023", "from May 3 to June 4, 2023", "between May and July of last year"; a month that
    would come after the last is of the year before.
    """
    tokens, at, other = found.tokens, found.stop, 0
    following = tokens.lowered(at)
    if following not in _GOES_ON:
        return None
    if following in _PARTS_OF_A_MONTH:
        return _year_of_its_day(tokens, at)
    for _ in range(_MOST_SHARING):
        behind = _behind_joint(tokens, at)
        dated = _month_at(tokens, behind) if behind > at else None
        if dated is None:
            break
        at, other = dated
    year = _year_at(found, anchor, at) if other else None
    return None if year is None else year - (month > other)


def _year_of_its_day(tokens: Tokens, at: int) -> int | None:
    """Return the year of "that January day in 2011"."""
    if tokens.lowered(at + 1) not in {"in", "of"}:
        return None
    year = VOCABULARY.word(tokens.word(at + 2))
    return int(year.value) if year.label == "YEAR" else None


def _behind_joint(tokens: Tokens, at: int) -> int:
    """Return where a list or range of months or days goes on behind a comma, "and" or "to", at itself where not."""
    following = tokens.word(at + 1)
    if not (following[:1].isupper() or following[:1].isdigit() or following.partition("-")[0] in _LEADS | _PARTS):
        return at  # as mostly
    behind = at + (tokens.lowered(at) == "," and following in {"and", "or"})
    return behind + 1 if tokens.lowered(behind) in _JOINTS or tokens.lowered(behind) == "," else at


def _month_at(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Return where a month, with its day or without, ends, and its number; None where none stands there."""
    at += tokens.lowered(at) == "the" or tokens.lowered(at) in _PARTS
    first = VOCABULARY.word(tokens.word(at)).label
    day_first = first in DAYS
    if day_first:
        at += 1 + (tokens.lowered(at + 1) == "of")
    month = VOCABULARY.word(tokens.word(at))
    if month.label not in {*MONTHS, "PARTMONTH"}:
        return None
    stop = at + 1
    stop += tokens.lowered(stop) == "." and month.label == "MONTHABBR"
    day = not day_first and VOCABULARY.word(tokens.word(stop)).label in DAYS
    return stop + day, int(month.value.split()[-1])


def year_of_seasons(found: Found, anchor: Anchor, month: int) -> int | None:
    """Return the year behind the second of two seasons, for the first: "the autumn and winter of 2022".

    A winter before the spring is of the year before.
    """
    tokens, at = found.tokens, found.stop
    if tokens.lowered(at) not in _JOINTS | {"/"}:
        return None
    at += 1 + (tokens.lowered(at + 1) == "the")
    other = VOCABULARY.word(tokens.word(at))
    year = _year_at(found, anchor, at + 1) if other.label in {"SEASON", "SEASONWORD"} else None
    return year - (month > SEASONS[other.value]) if year else None


def _year_at(found: Found, anchor: Anchor, at: int) -> int | None:
    """Return the year that stands at a token: "2023", ", 2023", "of last year"."""
    tokens = found.tokens
    at += tokens.lowered(at) in {",", "of"}
    word = VOCABULARY.word(tokens.word(at))
    if word.label == "YEAR":
        return int(word.value)
    if tokens.lowered(at + 1) != "year":
        return None
    if tokens.lowered(at) == "that" and anchor.reference:  # "from September to November that year"
        return anchor.reference.first.year
    off = YEARS_OFF.get(tokens.lowered(at))
    return None if anchor.published is None or off is None else anchor.published.year + off


def year_of_month(found: Found, anchor: Anchor, month: int) -> int | None:
    """Return the year of a month, None without a day to count from."""
    base, shared = anchor.day, _year_shared(found, anchor, month)
    if shared is not None or base is None:
        return shared
    past = found.has("PAST")
    step = -1 if past else found.step()
    if step < 0 and not past and base.month - month in {0, 1}:  # nearer, it would be "last month"
        return base.year - 1
    pointed = _year_pointed_to(found, anchor, base, month, step)
    return _year_by_tense(found, anchor, base, month, step) if pointed is None else pointed


def _year_pointed_to(found: Found, anchor: Anchor, base: dt.date, month: int, step: int) -> int | None:
    """Return the year of a month that ends a range, is one of a narrative, or stands behind "this" or "that"."""
    # "it cut on Friday to December's figures" is no range
    weekday = anchor.tokens.lowered(found.start - 2).endswith("day")
    begun = None if weekday else anchor.range_begun(found.start)
    if begun:
        return begun.first.year + (month < begun.first.month)
    if anchor.narrative and anchor.reference is not None and not step:
        return complete(anchor, month, 1, 0) or base.year
    if found.has("that") and anchor.last_mentioned:
        return min(anchor.last_mentioned.year, base.year)
    return base.year if found.has("this") else None


def _year_by_tense(found: Found, anchor: Anchor, base: dt.date, month: int, step: int) -> int:
    tense = step or (0 if _is_measured(found) else anchor.tense(found.start, found.stop))
    mentioned = None if step else _year_of_sentence(found, anchor, base, month, tense)
    if mentioned is not None:
        return mentioned
    over = anchor.is_over(found.start) or (tense <= 0 and _is_compared(found)) or _is_past_range(found, anchor)
    bound = tense >= 0 and not step and anchor.tokens.lowered(found.start - 1) in _BOUNDS
    bound = bound or anchor.tokens.lowered(found.start - 2) == "now"  # "between now and March"
    tense = -1 if over else 1 if bound else tense
    return base.year + _years_off(base, month, tense, certain=bool(step or over or bound))


def _is_past_range(found: Found, anchor: Anchor) -> bool:
    """Tell whether a month or day begins a range that is over: "prices fell between December and February".

    What was moved "from December to February" lies in none.
    """
    tokens, stop, before = found.tokens, found.stop, found.start - 1
    told = tokens.lowered(before - 1).isalpha() or _is_soon(found, anchor)
    if told and any(map(str.isdigit, tokens.lower[found.start : stop])):  # planned days: "held from May 3 to May 5"
        return False
    if tokens.lowered(before) not in {"between", "from"} or not listed("PUT_OFF").isdisjoint(
        tokens.lower[max(0, before - _MOVED) : before]
    ):
        return False
    behind = _behind_joint(tokens, stop)
    return behind > stop and _month_at(tokens, behind) is not None and anchor.range_over(found.start)


def _is_soon(found: Found, anchor: Anchor) -> bool:
    """Tell whether a month is that of publication or the next one."""
    return anchor.published is not None and (found.month() - anchor.published.month) % 12 <= 1


def _is_compared(found: Found) -> bool:
    """Tell whether a month has the figure that another is set against: "up from 5 percent in August"."""
    lower, at = found.tokens.lower, found.start - 2
    if found.tokens.lowered(found.start - 1) != "in":
        return False
    first = at
    while at > 0 and first - at < _FIGURE_WORDS and (lower[at][0].isdigit() or is_listed(lower[at], "FIGURED")):
        at -= 1
    return at < first and lower[at] == "from"


def _is_measured(found: Found) -> bool:
    """Tell whether a month has figures, which come later: "the April-June data are due in August"."""
    for word in found.tokens.lower[found.stop : found.stop + _FIGURES_REACH]:
        if is_listed(word, "MEASURED"):
            return True
        if not word[0].isalnum():
            break
    return False


def _year_of_sentence(found: Found, anchor: Anchor, base: dt.date, month: int, tense: int) -> int | None:
    """Return the year of a month by what its sentence mentioned: a year, a month to come, one that bounds it."""
    mentioned = anchor.of_sentence(found.start, "month")
    if mentioned and mentioned.first > base and (not tense or anchor.lists(found.start)):
        same = mentioned.first.year == base.year
        year = mentioned.first.year + (
            month < (min(mentioned.first.month, base.month) if same else mentioned.first.month)
        )
        if (year, month) <= (base.year + 1, base.month):
            return year
    if mentioned and mentioned.first <= base and anchor.lists(found.start):  # "in December 2022 and January"
        following = (mentioned.first.year + (month < mentioned.first.month), month)
        if following <= (base.year, base.month):
            return following[0]
    # "last May a court told it to end by January"
    if mentioned and tense <= 0 and anchor.tokens.lowered(found.start - 1) in _BOUNDS:
        return mentioned.first.year + (month < mentioned.first.month)
    if tense:
        return anchor.year_of_sentence(found.start) if tense < 0 else anchor.year_just_told(found.start)
    return base.year if _votes(found, anchor, month, base) else None


def _votes(found: Found, anchor: Anchor, month: int, base: dt.date) -> bool:
    """Tell whether a month is the November in which Americans vote, as they do in even years ("a November ballot")."""
    lower, lowered, start = anchor.tokens.lower, anchor.tokens.lowered, found.start
    before = lowered(start - 2) if lowered(start - 1) in {"in", "this"} else ""
    voting = any(is_listed(word, "VOTES") for word in (before, *lower[found.stop : found.stop + 2]))
    return voting and month == _VOTING_MONTH and not base.year % 2


def _years_off(base: dt.date, month: int, tense: int, *, certain: bool) -> int:
    """Return how many years a month is off from that of the day to count from."""
    if tense < 0:
        return -(month > base.month + (0 if certain else _SOON))
    if tense > 0:
        return int(month < base.month - (0 if certain else _SOON))
    return (month - base.month < -_LONG_AGO) - (month - base.month > _HALF_YEAR)


def year_of_day(found: Found, anchor: Anchor, month: int, day: int) -> int | None:
    """Return the year of a day of a month, None without a day to count from."""
    certain = (
        _year_of_event(found, anchor, month, day)
        or _year_shared(found, anchor, month)
        or _year_of_feast(found, anchor, month, day)
    )
    if certain:
        anchor.years_of_days[month, day] = certain
        return certain
    turned = found.words[0].label
    if turned == "this" and anchor.day:
        return anchor.day.year
    tense = (found.step() if turned in {"LAST", "NEXT"} else 0) or anchor.tense(found.start, found.stop)
    mentioned = _year_of_range(found, anchor, month, day) or anchor.year_just_told(found.start)
    if not mentioned and anchor.years_of_days and tense <= 0 and not anchor.narrative:
        mentioned = _year_mentioned(anchor, month, day)
    over = anchor.is_over(found.start) or _is_past_range(found, anchor)
    return mentioned or complete(anchor, month, day, tense, over=over)


def _year_mentioned(anchor: Anchor, month: int, day: int) -> int:
    """Return the year with which the text has mentioned a day that is over, 0 where it has mentioned it with none."""
    year = anchor.years_of_days.get((month, day), 0)
    known = bool(year and anchor.published) and 1 <= day <= days_in_month(year, month)
    return year if known and anchor.published and day_of(year, month, day) < anchor.published else 0


def _year_of_range(found: Found, anchor: Anchor, month: int, day: int) -> int:
    """Return the year of a day that ends a range, which follows its first day; 0 where it ends none."""
    mentioned = anchor.range_begun(found.start)
    if mentioned is None or mentioned.grain != "day":
        return 0
    over_new_year = (month, day) < (mentioned.first.month, mentioned.first.day)
    through = anchor.tokens.lowered(found.start - 1) == "through"
    # "they moved it from May 29 to May 8", a dateline before "Jan 31"
    if over_new_year and not (through or anchor.announced()):
        return 0
    return mentioned.first.year + over_new_year


def _year_of_feast(found: Found, anchor: Anchor, month: int, day: int) -> int:
    """Return the year of a named day that falls on the day: "Diwali falls on October 20"; 0 where none does."""
    named = anchor.day_leading(found.start, _FALLS, "on")
    if named is None or not 1 <= day <= days_in_month(named.first.year, month):
        return 0
    apart = abs((day_of(named.first.year, month, day) - named.first).days)
    return named.first.year if apart <= _NIGHTS else 0


def _year_of_event(found: Found, anchor: Anchor, month: int, day: int) -> int:
    """Return the year of a day that what happened on it goes by ("the Sept. 11 attacks"), 0 where it is none."""
    happened = famous_days().get((month, day, anchor.tokens.lowered(found.stop)))
    return 0 if happened is None or (anchor.day and anchor.day < happened) else happened.year
