"""Weekdays to come that only what stands right beside them tells: the present tense of a timetable, a command."""

from __future__ import annotations

from collections.abc import Sequence

from newskit.rules import line_start, sentence_start
from newskit.text import Tokens, words
from newskit_dates.word_lists import listed, planned, unplanned

_BE = frozenset({"is", "are"})
_HAVE = frozenset({"has", "have"})
_OPENERS = frozenset({"", ".", ";", "?", "!", '"', "“", "”", "'", "‘", ":", "–", "—"})
_ON = frozenset({"on", "from"})
_BETWEEN = 3
"""Words between "is" or "has" and its day: "is announced on Friday", "has a game Friday"."""
_PLACED = frozenset({"in", "at", "on", "off", "out"})
_LAST_DAY = frozenset({"by", "before", "until", "till"})
_ORDER_REACH = 8
"""Words within which an infinitive stands before its last day: "told them to hand over the keys by Friday"."""
_HEADLINE_REACH, _SUBJECT = 10, 4
_SAYING_REACH = 6
_STARTING = frozenset({"starting", "beginning", "commencing", "effective"})
"""What stands before a day from which something holds: "Starting Monday, drivers must pay"."""
_SUBJECT_OF = frozenset({"is", "marks", "brings", "sees"})
_NOT_ITS_OWN = frozenset({"when", "where", "why", "how"})


def is_set(tokens: Tokens, start: int, stop: int) -> bool:
    """Tell whether a weekday is told to be one to come by what stands beside it, whatever stands further off."""
    if not tokens.lowered(stop - 1).endswith("day") or tokens.lowered(stop) == "'s":
        return False
    past = words("newskit_dates", "past_cues.txt")
    return (
        _is_scheduled(tokens, start, stop)
        or _is_last_day(tokens, start, past)
        or _is_called_for(tokens, start, stop)
        or _is_next(tokens, start)
    )


def happened(tokens: Tokens, start: int) -> bool:
    """Tell whether something that nobody plans stands right before its day: "a shooting on Saturday could delay it"."""
    event = tokens.lowered(start - 2) if tokens.lowered(start - 1) == "on" else ""
    return event in unplanned() and event not in listed("HOPED_FOR")


def is_reported(tokens: Tokens, start: int, stop: int) -> bool:
    """Tell whether only who said it stands behind a clause and its day: "a parade on May 3, the mayor said"."""
    if tokens.lowered(stop) != "," or tokens.lowered(start - 2) in _OPENERS:
        return False
    lower = tokens.lower
    for place in range(stop + 1, min(len(lower), stop + 1 + _SAYING_REACH)):
        if lower[place] in listed("SAYING"):
            return not {".", ""}.isdisjoint((tokens.lowered(place + 1), tokens.lowered(place + 2)))
        if not lower[place][0].isalnum() and lower[place] != "'s":
            return False
    return False


def starts(tokens: Tokens, start: int) -> bool:
    """Tell whether something holds from the day on: not "the three days beginning Monday"."""
    at = start - 1 - (tokens.lowered(start - 1) == "on")
    return tokens.lowered(at) in _STARTING and tokens.lowered(at - 1) not in listed("LENGTH")


def is_announced(tokens: Tokens, start: int, stop: int) -> bool:
    """Tell whether an infinitive behind the first words of a line tells what is to come: "Council to vote Friday"."""
    following = tokens.word(stop)
    ends = not following[:1].isalnum() or line_start(tokens, stop) or following in listed("BEHIND_A_DAY")
    if not ends or tokens.lowered(start - 1) in {"of", "from"}:  # "to appeal Monday ruling"
        return False
    for at in range(start - 2, max(0, start - 2 - _HEADLINE_REACH), -1):
        if tokens.lower[at] == "to":
            verb, before = tokens.words[at + 1], tokens.lower[at - 1]
            bare = (
                verb.islower()
                and (verb == "be" or verb not in listed("NO_VERB"))
                and (verb[-1] != "s" or verb.endswith("ss"))
            )
            opens = any(sentence_start(tokens, place) for place in range(max(0, at - _SUBJECT), at))
            told = bare and opens and before.isalpha() and before not in listed("LEADS_TO")
            return told and not of_event(tokens, at + 2 + (verb == "be"), start)
        if not tokens.words[at][0].isalnum():
            return False
    return False


def of_event(tokens: Tokens, first: int, start: int) -> bool:
    """Tell whether what stands between a verb and a day makes it the day of something else: "a man seen on Monday"."""
    between = tokens.lower[first + (tokens.lowered(first)[-2:] == "ed") : start]
    if not (listed("OF_EVENT").isdisjoint(between) and unplanned().isdisjoint(between)):
        return True
    past = words("newskit_dates", "past_cues.txt")
    return any(word in past or word in listed("MARRED") or word.endswith("ed") for word in between)


def _is_scheduled(tokens: Tokens, start: int, stop: int) -> bool:
    """Tell of "the winner is announced on Friday", "she has surgery Friday", "Friday is the deadline"."""
    lower, before = tokens.lower, tokens.lowered(start - 1)
    if before in _OPENERS or before == "come":
        opened = before in _OPENERS or tokens.lowered(start - 2) in _OPENERS
        named = tokens.lowered(stop) in _SUBJECT_OF and tokens.lowered(stop + 1) not in _NOT_ITS_OWN
        return opened and (before == "come" or named)
    at = start - 1 - (before in _ON or before == "by")
    if " ".join(lower[max(0, at - 1) : at + 1]) in listed("ASKED"):
        return True
    usual = before == "from" and tokens.lowered(at) == "open"  # "it is open from Monday to Friday"
    return not usual and before != "by" and _is_told_now(tokens, at)


def _is_told_now(tokens: Tokens, at: int) -> bool:
    """Tell whether "is" or "has" and a word or two are the whole of the clause before a place."""
    lower = tokens.lower
    for place in range(at, max(-1, at - _BETWEEN - 1), -1):
        word = lower[place]
        between = lower[place + 1 : at + 1]
        if word in _BE:
            return bool(between) and _may_be(tokens, place, between)
        if word in _HAVE:
            return bool(between) and (between[0] in listed("ONE") or between[0] in listed("KEPT"))
        going = word.endswith("ing") and word not in planned() and word not in listed("KEPT")
        if going or word in listed("BREAKS") or not word[0].isalnum():
            return False
    return False


def _may_be(tokens: Tokens, place: int, between: Sequence[str]) -> bool:
    """Tell whether a state or a passive of the present is one of a day: not "is shot", what nobody plans."""
    if not unplanned().isdisjoint(between) or (len(between) > 1 and not _PLACED.isdisjoint(between[1:])):
        return False
    if len(between) == 1:
        return not tokens.word(place + 1)[:1].isupper()
    return between[0] in _PLACED or between[0] in listed("ONE") or tokens.lowered(place - 1) == "there"


def _is_last_day(tokens: Tokens, start: int, past: frozenset[str]) -> bool:
    """Tell whether an infinitive has the day for its end: "was told to leave by Friday", not "managed to"."""
    if tokens.lowered(start - 1) not in _LAST_DAY:
        return False
    lower = tokens.lower
    for place in range(start - 2, max(0, start - 2 - _ORDER_REACH), -1):
        word = lower[place]
        if word == "to":
            following = lower[place + 1]
            return following.isalpha() and following not in listed("NO_VERB") and lower[place - 1] not in listed("DONE")
        if word in past or word.endswith("ed") or not word[0].isalnum():
            return False
    return False


def _is_next(tokens: Tokens, start: int) -> bool:
    """Tell whether "is" stands behind the next event: "their next game is at home to Lima on Sunday"."""
    lower = tokens.lower
    for place in range(start - 1, max(0, start - 1 - _ORDER_REACH), -1):
        if lower[place] in _BE:
            return "next" in lower[max(0, place - _BETWEEN) : place] and not planned().isdisjoint(
                lower[max(0, place - _BETWEEN) : place]
            )
        if lower[place] in _OPENERS:
            return False
    return False


def _is_called_for(tokens: Tokens, start: int, stop: int) -> bool:
    """Tell whether something was set for the day: "the union called a strike for Friday"."""
    if tokens.lowered(start - 1) != "for" or tokens.word(stop)[:1].islower():
        return False
    return not listed("CALLED").isdisjoint(tokens.lower[max(0, start - 1 - _ORDER_REACH) : start - 1])
