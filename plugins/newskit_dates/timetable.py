"""Forms of the present that tell of what is planned: "tickets go on sale Friday", "they are flying home on Sunday"."""

from __future__ import annotations

from newskit.text import Tokens, classes
from newskit_dates.cues import CLAUSE_ENDS
from newskit_dates.word_lists import listed

_OPENERS = CLAUSE_ENDS | {""}
_NAME_REACH = 4
_RELATIVE = frozenset({"who", "which", "whose"})
_CLAUSE = 14
"""Words of a relative clause between a team and its verb."""
_IS = frozenset({"is", "are", "am"}) | {"'s", "’s"}
_ARE = ("'re", "’re", "'m", "’m")


def is_planned(tokens: Tokens, place: int, form: str) -> bool:
    """Tell whether a verb form of ``timetabled.txt`` tells of a time to come."""
    return _is_going(tokens, place) if form == "going" else _is_timetabled(tokens, place, form)


def _is_going(tokens: Tokens, place: int) -> bool:
    """Tell whether a form in -ing is a present one: "they are flying home on Sunday", "he is being buried"."""
    before = tokens.lowered(place - 1)
    done = tokens.lowered(place) != "being" or tokens.lowered(place + 1) in listed("SOLEMN")
    return done and (before in _IS or before.endswith(_ARE))


def _is_timetabled(tokens: Tokens, place: int, form: str) -> bool:
    """Tell whether a form of the present is a verb that timetables have, and no noun: "goes to the Senate"."""
    before, following = tokens.lowered(place - 1), tokens.lowered(place + 1)
    if form == "third" and before in listed("HE"):
        return True
    named = tokens.word(place + 1)[:1].isupper()
    if not (named or following in classes("newskit_dates", "timetabled.txt")["COMPLEMENT"] or following[:1].isdigit()):
        return False
    if tokens.lowered(place) == "close" and following == "to":  # "sources close to the talks"
        return False
    return _is_third(before) if form == "third" else _is_bare(tokens, place, before, named=named)


def _is_third(before: str) -> bool:
    """Tell whether a form in -s is no noun by the word before it."""
    nouns = classes("newskit_dates", "timetabled.txt")["NOUN"]
    return before not in nouns and (before == "," or before[:1].isalnum()) and not before.isdigit()


def _is_bare(tokens: Tokens, place: int, before: str, *, named: bool) -> bool:
    """Tell whether a bare form has a subject: a plural, a team, the one of the verb before "and"."""
    if tokens.lowered(place) == "go" and tokens.word(place - 1)[:1].isupper():
        return True  # "voters in Ohio go to the polls"
    if named and before == "and":  # "they beat Lima on Sunday and play Quito on Friday"
        return True
    if named and before == "," and not _RELATIVE.isdisjoint(tokens.lower[max(0, place - _CLAUSE) : place]):
        return True  # "Lima, who lost on Tuesday, host Quito on Friday"
    lists = classes("newskit_dates", "timetabled.txt")
    plural = before.endswith("s") and len(before) > len("his") and before not in lists["SINGULAR"]
    return plural or before in lists["SUBJECT"] or _is_team(tokens, place)


def _is_team(tokens: Tokens, place: int) -> bool:
    """Tell whether a name that begins its clause stands before a verb, as teams do: "when Lima face Quito"."""
    words_, at = tokens.words, place - 1
    while at >= 0 and words_[at][0].isupper() and place - at <= _NAME_REACH:
        at -= 1
    begun = tokens.lowered(at) in _OPENERS | listed("BEGINS_CLAUSE")
    return at < place - 1 and words_[place].islower() and begun
