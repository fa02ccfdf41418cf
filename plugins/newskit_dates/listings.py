"""Weekdays to come in listings, which have no verb: "BBC One, Sunday, 9pm", "In cinemas from Friday"."""

from __future__ import annotations

from newskit.rules import line_start, sentence_start
from newskit.text import Tokens
from newskit_dates.word_lists import listed

_APART = frozenset({"", ",", "–", "—", "|", "•", "·"})
_ENDS = frozenset({"", ".", ",", ";", ")", "!", "(", ":"}) | _APART
_VERSUS = frozenset({"v", "vs", "vs."})
_STOPS = frozenset(".?!")
_SHORT = frozenset({"Mon", "Tue", "Tues", "Wed", "Weds", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun"})
_WHERE = frozenset({"in", "on", "at"})
_MERIDIEMS = ("am", "pm")
_HALVES = ("am", "pm", "a.m", "p.m")
_CLOCK = 4
"""Words of a clock time or a range of them: "7", ":", "30-9", ":", "30 p.m."."""
_FIXTURE_REACH = 12
_PHRASE = 4
"""Words before "from" in a phrase without a verb: "On sale in shops from Friday"."""


def is_in_listing(tokens: Tokens, start: int, stop: int) -> bool:
    """Tell whether a weekday is one of a listing, where no verb tells the time: what is listed is to come."""
    if not (tokens.lowered(start).endswith("day") or tokens.word(start) in _SHORT):
        return False
    apart = tokens.lowered(start - 1) in _APART or line_start(tokens, start)
    within = stop - start > len(("Sunday", ",")) and tokens.lowered(start + 1) == ","
    timed = within or (tokens.lowered(stop) == "," and _is_clock(tokens, stop + 1))
    if apart and ((timed and _ends_line(tokens, stop)) or _of_fixture(tokens, start, stop)):
        return True
    return _shown_from(tokens, start, stop) or _called_to(tokens, start, stop)


def _is_clock(tokens: Tokens, at: int) -> bool:
    """Tell whether a clock time begins at a place: "4-7 p.m.", "9am-1pm"."""
    if not tokens.lowered(at)[:1].isdigit():
        return False
    return any(tokens.lowered(place).rstrip(".").endswith(_HALVES) for place in range(at, at + _CLOCK))


def _ends_line(tokens: Tokens, stop: int) -> bool:
    """Tell whether no sentence goes on behind a day and its clock time: "BBC One, Sunday, 9pm"."""
    behind = stop
    while behind < min(len(tokens.words), stop + 2 * _CLOCK) and not tokens.lower[behind].isalpha():
        if behind > stop and line_start(tokens, behind):
            return True
        behind += 1
    return tokens.lowered(behind) in ("", *_MERIDIEMS) or line_start(tokens, behind) or sentence_start(tokens, behind)


def _of_fixture(tokens: Tokens, start: int, stop: int) -> bool:
    """Tell whether two teams stand before a day that is set off, or behind it: "Sunday: Lima v Quito"."""
    scored = tokens.lowered(stop) == "," and tokens.lowered(stop + 1)[:1].isdigit()  # "Hale v Tarn, Saturday, 2-2"
    if tokens.lowered(stop) not in _ENDS or (scored and not _is_clock(tokens, stop + 1)):
        return False
    for place in range(max(0, start - _FIXTURE_REACH), min(len(tokens.lower), stop + _FIXTURE_REACH)):
        if tokens.words[place] in _VERSUS and tokens.word(place - 1)[:1].isupper():
            return _STOPS.isdisjoint(tokens.lower[min(place, start) : max(place, start)])
    return False


def _called_to(tokens: Tokens, start: int, stop: int) -> bool:
    """Tell whether a command begins the sentence of a day: "Meet at the pier on Friday"."""
    if tokens.lowered(stop) == "'s" or tokens.lowered(start - 1) == "from":
        return False
    for place in range(start - 1, max(-1, start - 1 - _FIXTURE_REACH), -1):
        if sentence_start(tokens, place):
            named = tokens.word(place + 1)[:1].isupper() or tokens.word(place + 1) in _APART
            done = tokens.lowered(place + 1).endswith(("ed", "en"))  # "Watch stolen on Friday"
            return tokens.lower[place] in listed("COMMAND") and not named and not done
    return False


def _shown_from(tokens: Tokens, start: int, stop: int) -> bool:
    """Tell whether a phrase that begins its sentence tells from when something is to be had: "On sale from Friday"."""
    if tokens.lowered(start - 1) != "from" or tokens.lowered(stop) not in _ENDS:
        return False
    for place in range(start - 2, max(-1, start - 2 - _PHRASE), -1):
        if sentence_start(tokens, place):
            where = tokens.lower[place] not in _WHERE or tokens.lower[place + 1] in listed("HAD_IN")
            return where and tokens.lower[place] in listed("TO_BE_HAD")
    return False
