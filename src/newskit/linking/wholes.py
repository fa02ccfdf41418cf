"""Wholes: offices of which a body has but one, and those of a team."""

from __future__ import annotations

from newskit.kinds import Title
from newskit.linking.words import WORDS, one_of
from newskit.office import noun
from newskit.text import lazy_pattern

_WHOLE = lazy_pattern(
    rf"{one_of('of_main')}(?:\s(?:and|&)\s{one_of('of_main')})?|"
    rf"(?:{one_of('of_main')}\s(?:and|&)\s)?+(?:{one_of('of_main_field')}\s(?:and\s)?+){{1,3}}+{one_of('of_main_head')}|"
    rf"{one_of('of_main_led')}\s(?:of|for)\s\p{{Ll}}++(?:\s\p{{Ll}}++){{0,3}}+"
)
"""Roles of which the body that an article is about has one."""
_KIND = lazy_pattern(rf"\A{one_of('club')}\s++")
_TEAMS = WORDS["of_team"]
"""Roles of a team, which is seldom known by letters alone, unlike the body that governs a sport: "IAAF"."""
_GOVERNING = frozenset(("association", "federation", "confederation", "union", "board", "committee", "council"))
"""Nouns of bodies that govern a sport and have no team."""


def played_by(body: str, title: Title) -> str | None:
    """Return a body unless the office is of a team, and it is known by letters alone or governs a sport."""
    governs = body.isupper() or not _GOVERNING.isdisjoint(words_of(body))
    return None if governs and noun(title.role) in _TEAMS else body


def is_of_whole(role: str) -> bool:
    """Tell whether a body has but one who holds an office."""
    plain = f"{role[:1].lower()}{role[1:]}".removeprefix("former ").removeprefix("acting ").removeprefix("new ")
    plain = _KIND.sub("", plain)  # "charity boss"
    return _WHOLE.fullmatch(plain if " of " in plain or " for " in plain else plain.lower()) is not None


def words_of(name: str) -> list[str]:
    """Return the words of a body's name, in lower case and without stops."""
    return name.lower().replace(".", "").split()
