"""The tests of a match that the records name because words beside it do not say it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from newskit.rules import joined, line_start, sentence_start
from newskit.text import Tokens, cities, classes, given_names, places
from newskit_dates.cues import cues
from newskit_dates.reading import Found
from newskit_dates.vocabulary import MONTHS, VOCABULARY
from newskit_dates.word_lists import PACKAGE, is_listed

_ACRONYM = range(2, 6)
_LISTING = frozenset({"early", "mid", "late", ",", "and", "or", "to"})
_LIST_REACH = 12
_RESULTS_REACH = 8
_CALENDAR_REACH = 5
_BEFORE_A_CALENDAR = frozenset({"of", "on", "in", "by", "under", "according", "("})
_APART = range(570, 630)
"""By how many years the calendars of Islam are behind ours."""
_JOINING = frozenset({",", "and", "or", "to", "through"})
_PLAIN_YEARS = range(1700, 2036)
"""Years that news speaks of without a sign; others need a preposition."""

_AHEAD_YEARS = range(2036, 2102)
"""Years far ahead need one that tells when: "by 2050", but not "a prize for 2046"."""

_TITLES = frozenset({"Mr", "Mrs", "Ms", "Mr.", "Mrs.", "Ms."})
_GAMES_REACH, _PAST_REACH = 30, 10
_GAME_REACH, _STORY_REACH, _PLAYS = 25, 200, 3
"""Words around a quarter in which one tells of play, and in which so many different ones do."""

_MATCHES = frozenset({"game", "match", "season", "contest"})
"""What has quarters that are none of the year."""

_LOST = frozenset({"loss", "losses", "turnover"})
"""Words for results that games have too."""

_score = re.compile(r"\d{1,3}[-–]\d{1,3}").fullmatch
_UNITS = frozenset({"UNIT", "UNITS", "WEEKEND", "CENTURY", "QUARTER"})


def counted(found: Found) -> bool:
    """Tell whether a figure is more or less than something, and so no year: "over 2000"."""
    return found.mod not in {None, "APPROX"}


def version(found: Found) -> bool:
    """Tell whether figures are one of the versions that a list names ("Windows 98, ME, 2000 and XP")."""
    tokens, start = found.tokens, found.start
    for at in range(start - 1, max(-1, start - _LIST_REACH), -1):
        word = tokens.words[at]
        if is_listed(word, "PRODUCT"):
            return True
        if not (word in {",", "and", "or", "/"} or word.isdigit() or (word.isupper() and len(word) in _ACRONYM)):
            return False
    return False


def ends_name(found: Found) -> bool:
    """Tell whether figures end a name of capitals that stands inside a sentence ("the Terrorism Act 2000")."""
    tokens, start = found.tokens, found.start
    if start < 2 or line_start(tokens, start):  # noqa: PLR2004 - the name, and a word before it
        return False
    name, figures = tokens.words[start - 1], tokens.words[start - 2]
    place = name.lower() in places() or name.lower() in cities()
    if place and _tells_of_games(tokens, start):  # "the Olympics of London 2012"
        return False
    if name == "," and len(figures) == 2 and figures.isdigit():  # noqa: PLR2004 - "Windows 95, 98, 2000"
        return True
    short = name.isupper() and name.isalpha() and len(name) in _ACRONYM and not figures.isupper()
    if not (name[:1].isupper() and (short or name[-1:].islower())) or is_listed(name.lower(), "TIME", "STARTS"):
        return False
    return not sentence_start(tokens, start - 1)


def _tells_of_games(tokens: Tokens, place: int) -> bool:
    return any(is_listed(word, "GAMES") for word in tokens.lower[max(0, place - _GAMES_REACH) : place + _GAMES_REACH])


def past_far(found: Found) -> bool:
    """Tell whether no past form stands near the words: "he rests the other day", not "we met the other day"."""
    lower, start, stop = found.tokens.lower, found.start, found.stop
    words = (*lower[max(0, start - _PAST_REACH) : start], *lower[stop : stop + _PAST_REACH])
    return all(cues()[word] != "past" for word in words)


def no_plain_year(found: Found) -> bool:
    """Tell whether a figure is too far from the years that news speaks of, for the words beside it."""
    year = int(found.value("YEAR") or 0)
    before, after = found.tokens.lowered(found.start - 1), found.tokens.word(found.stop)
    if before == "." and found.tokens.lowered(found.start - 2) in {"c", "ca"}:
        return False
    if year in _PLAIN_YEARS:
        gathered = before == "of" and is_listed(found.tokens.lowered(found.start - 2), "GATHERED")
        some = gathered and found.tokens.lowered(found.start - 3) in {"a", "an"}  # "a crowd of 2000"
        return some or before[:1].isdigit() or after[:1].isdigit()
    if year in _AHEAD_YEARS:
        return not is_listed(before, "WHEN") or after[:1].isdigit() or _is_plural(after)
    return not is_listed(before, "TIME") or _is_count(found.tokens, found.start, found.stop)


def _is_count(tokens: Tokens, start: int, stop: int) -> bool:
    """Tell whether figures count what follows: "the loss of 1500 jobs", but not "the fire of 1666 destroyed it"."""
    after, following = tokens.word(stop), tokens.word(stop + 1)
    if not after[:1].islower():
        return False
    if following.isdigit():  # "between 1261 and 1265 in the north", "from 1130 to 1215 GMT"
        last = tokens.word(stop + 2)
        return last[:1].isalpha() and not is_listed(last, "FOLLOWS")
    begins = after in {"is", "are"} and tokens.lowered(start - 1) == "in"
    goes_on = begins or is_listed(after, "FOLLOWS") or (cues()[after] == "past" and not _is_plural(following))
    return not goes_on or (tokens.lowered(start - 1) == "of" and is_listed(tokens.lowered(start - 2), "GATHERED"))


def in_longer_number(found: Found) -> bool:
    """Tell whether figures are part of a longer number or of an address: "1999.5", "1999.com", "555-1999"."""
    tokens, start, stop = found.tokens, found.start, found.stop
    if is_listed(tokens.word(start - 1), "JOINT") and joined(tokens, start):
        return True
    after, touches = tokens.word(stop), joined(tokens, stop)
    told = tokens.word(start - 1) == "(" or (tokens.word(stop + 1)[:1].isdigit() and not joined(tokens, stop + 1))
    if after == ":" and told:  # "(2011: 3%)"
        return False
    if after == ":" and not joined(tokens, stop + 1):  # "1998: a year of change", but not the film "2016: A Life"
        return start > 0 and not (line_start(tokens, start) or is_listed(tokens.lower[start - 1], "TIME"))
    if after == ".":  # a full stop, unless a word touches it too
        return touches and joined(tokens, stop + 1) and tokens.words[stop + 1][0].isalnum()
    return after != "," and is_listed(after, "JOINT") and touches


def unit_in_name(found: Found) -> bool:
    """Tell whether units are part of a name, as they are in "This Week" and "60 Minutes"."""
    joint = found.at("BEFORE", "AFTER", "eve")  # "the day after Labor Day" is no name
    stop = len(found.words) if joint < 0 else joint
    written = found.tokens.words[found.start + 1 : found.start + stop]
    return any(
        token[0].isupper() and not token.isupper() and word.label in _UNITS
        for token, word in zip(written, found.words[1:stop], strict=True)
    )


def repeated(found: Found) -> bool:
    """Tell whether the last word comes again behind "on": "year on year"."""
    tokens, stop = found.tokens, found.stop
    return tokens.word(stop) == "on" and tokens.word(stop + 1) == tokens.words[stop - 1]


def of_age(found: Found) -> bool:
    """Tell whether tens of years are an age ("in his 30s") or a share ("in the low 50s"), and no decade.

    Low tens without an apostrophe are mostly ages and shares ("into the mid-20s", "voters in the 30s and 40s").
    """
    figures = (found.value("DECADE", "PARTDECADE") or "").split()[-1:]
    if figures and len(figures[0]) > len("20s"):
        return False  # "its 1960s hits"
    if figures and figures[0] < "50s" and not found.has("APOSTROPHE"):
        return True
    return _owned(found.tokens, found.start - 1)


def _owned(tokens: Tokens, at: int) -> bool:
    """Tell whether an owner stands before a list of ages: "in his late thirties", "in their 30s, 40s and 50s"."""
    lower, first = tokens.lower, max(0, at + 1 - _LIST_REACH)
    while at > first and (lower[at] in _LISTING or (len(lower[at]) == len("20s") and lower[at].endswith("0s"))):
        at -= 1
    return is_listed(tokens.lowered(at), "OWNER") or tokens.lowered(at) == "'s"


def no_year_of_ours(found: Found) -> bool:
    """Tell whether a figure is a year of another calendar, or counts what follows."""
    before, after = found.tokens.lowered(found.start - 1), found.tokens.lowered(found.stop)
    if is_listed(after, "HARMED") and len(found.words) == 1:  # "left 2016 dead"
        return True
    if before in _counting():
        return _counts_things(found)
    if after in _BEFORE_A_CALENDAR and _of_other_calendar(found):
        return True
    counted_so = len(found.words) > 1 or before in {"year", "new"}
    if before in {"year", "new"}:  # "the Nepali New Year 2080"
        at = found.start - 2 - (before == "year" and found.tokens.lowered(found.start - 2) == "new")
        before = found.tokens.lowered(at)
    named = counted_so and before in _calendars() and not found.has("the")
    return named or is_listed(before, "RECKONINGS")


@cache
def _counting() -> frozenset[str]:
    return classes(PACKAGE, "guard_words.txt")["COUNTING"] | {"and"}


@cache
def _calendars() -> frozenset[str]:
    return classes(PACKAGE, "guard_words.txt")["CALENDARS"]


def _counts_things(found: Found) -> bool:
    """Tell whether a figure counts what follows: "recorded 2007 complaints and 2021 infections", "holds 2018 fans"."""
    tokens, at = found.tokens, found.start - 1
    stop = found.stop + _is_attribute(tokens, found.stop)
    if len(found.words) > 1 or not _is_plural(tokens.word(stop)):
        return False
    if tokens.lowered(at) == "and" and _is_plural(tokens.word(at - 1)) and tokens.word(at - 2).isdigit():
        at -= 3
    return is_listed(tokens.lowered(at), "COUNTING") and not is_listed(tokens.lowered(stop), "YEARLY")


def _is_attribute(tokens: Tokens, place: int) -> bool:
    """Tell whether a word may belong to a plural behind it: "holds 2018 loyal fans"."""
    word = tokens.word(place)
    return word.islower() and not is_listed(word, "FOLLOWS") and _is_plural(tokens.word(place + 1))


def _is_plural(word: str) -> bool:
    return word.islower() and word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > len("has")


def falls(found: Found) -> bool:
    """Tell whether the second of two figures is lower, and the word before tells of votes or points."""
    first, second = (int(word.value) for word in found.words if word.label == "YEAR")
    return second < first and is_listed(found.tokens.lowered(found.start - 1), "SCORED")


def of_game(found: Found) -> bool:
    """Tell whether a quarter is one of a game: "a touchdown in the first quarter", "led 24-20 after the third"."""
    lower = found.tokens.lower
    if lower[found.stop : found.stop + 1] == ["of"] and not _MATCHES.isdisjoint(lower[found.stop + 1 : found.stop + 5]):
        return True
    words = found.tokens.words
    beside = {*words[max(0, found.start - _GAME_REACH) : found.start], *words[found.stop : found.stop + _GAME_REACH]}
    near = {word.lower() for word in beside}
    if any(is_listed(word, "BUSINESS") or (is_listed(word, "RESULTS") and word not in _LOST) for word in near):
        return False
    played = sum(is_listed(word, "PLAYED") or word.endswith("-yard") for word in beside)
    if played > 1 or any(is_listed(word, "PLAY") for word in beside):
        return True
    if any(map(_score, near)) and any(is_listed(word, "LEADING", "PLAYED") for word in near):
        return True
    story = set(lower[max(0, found.start - _STORY_REACH) : found.stop + _STORY_REACH])
    return sum(is_listed(word, "PLAY") for word in story) >= _PLAYS


def of_results(found: Found) -> bool:
    """Tell whether the words before tell of results: "Profit rose in the first half"."""
    before = found.tokens.lower[max(0, found.start - _RESULTS_REACH) : found.start]
    return any(is_listed(word, "RESULTS") for word in before)


def _of_other_calendar(found: Found) -> bool:
    """Tell whether a figure is a year of another calendar: "1350 on the Persian calendar", "in 1391 (2012)"."""
    tokens, stop = found.tokens, found.stop
    behind = tokens.lower[stop : stop + _CALENDAR_REACH]
    if "calendar" in behind and any(is_listed(word, "CALENDARS") for word in behind[: behind.index("calendar")]):
        return True
    year = tokens.word(stop + 1)[:4]
    bracketed = tokens.word(stop) == "(" and tokens.word(stop + 2) == ")" and len(year) == 4 and year.isdigit()  # noqa: PLR2004
    return bracketed and int(year) - int(tokens.word(stop - 1)) in _APART


def month_listed(found: Found) -> bool:
    """Tell whether a month is one of a list that begins behind a preposition or ends with a year.

    "In May, June and July", "April, May and June 2023".
    """
    tokens = found.tokens
    before, listed = _over_months(tokens, found.start - 1, -1)
    if listed and is_listed(tokens.lowered(before), "TIME"):
        return True
    behind, listed = _over_months(tokens, found.stop, 1)
    return bool(listed) and VOCABULARY.word(tokens.word(behind)).label == "YEAR"


def _over_months(tokens: Tokens, at: int, step: int) -> tuple[int, int]:
    """Return the first place that is none of a list of months, from a place on, and how many months were passed."""
    passed = 0
    for _ in range(_LIST_REACH):
        month = VOCABULARY.word(tokens.word(at)).label in MONTHS
        if not (month or tokens.lowered(at) in _JOINING):
            break
        passed += month
        at += step
    return at, passed


def behind_title(found: Found) -> bool:
    """Tell whether a title makes the words a name: "Mr. Friday", "Justice Monday Roe"."""
    at = found.start - 1 - (found.tokens.word(found.start - 1) == ".")
    title = found.tokens.word(at)
    return title in _TITLES or (is_listed(title, "BEARER") and found.tokens.word(found.stop)[:1].isupper())


def behind_given_name(found: Found) -> bool:
    """Tell whether a person's first name makes the words a surname: "Jane Friday's side", but not "Paris Friday's"."""
    before = found.tokens.lowered(found.start - 1)
    return before in given_names() and before not in places()


TESTS: dict[str, Callable[[Found], bool]] = {
    test.__name__: test
    for test in (
        counted,
        past_far,
        version,
        ends_name,
        no_plain_year,
        in_longer_number,
        unit_in_name,
        repeated,
        of_age,
        month_listed,
        falls,
        of_game,
        of_results,
        no_year_of_ours,
        behind_title,
        behind_given_name,
    )
}
"""The tests that records may name."""
