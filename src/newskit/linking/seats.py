"""Seats: the party, and the place that somebody sits for, beside a name: "D-Hartford", "a Georgia Democrat"."""

from __future__ import annotations

from functools import cache

from newskit.linking.words import WORDS, one_of
from newskit.office import is_seat
from newskit.spans import Span
from newskit.text import cities, classes, closed_class, given_names, lazy_pattern

_SEAT_WORD = r"\p{Lu}[\p{L}’'-]*+(?:\.\p{Lu}\p{L}*+)*+(?:(?<=\b\p{Lu}\p{L}{0,2})\.(?=\s\p{Lu}))?+"
"""A word of a seat; only a short one has a stop before the next: "St. Mary", "W.Va"."""
_SEAT = lazy_pattern(
    rf"\s?+[,(]\s?+((?i:{one_of('ballot')})\.?+[-–—]\s?+{_SEAT_WORD}(?:\s(?:{_SEAT_WORD}|\d{{1,3}}+)){{0,2}}+"
    rf"(?:(?<=\b\p{{Lu}}\p{{L}}{{0,4}}|\.\p{{Lu}}|\.\p{{Lu}}\p{{Ll}})\.)?+)(?=[,;.)\s])"
)
_BENCH = lazy_pattern(r"\s\((\p{Lu}\p{L}++(?:\s\p{Lu}\p{L}++)?+(?:,\s\p{Lu}[\p{L}.,'’ &-]{1,40}+)?+)\)")
"""A party and a ward behind the name of who sits on a council: "Cllr Ann Poe | (Lab, Eastfield)"."""
_CHARGE = lazy_pattern(r"\s\((\p{Lu}\p{Ll}[\p{L}.'’-]*+(?:(?:,|\s(?:and|&|of))?+\s\p{Lu}[\p{L}.'’-]*+){0,4}+)\)")
"""What somebody sits for or is in charge of: "Senator Ann Poe | (Lima North)", "Ministers Ann Poe | (Health) and"."""
_SEATED = frozenset(",(")
"""What a party and seat begin with."""
_PARTISAN = lazy_pattern(
    rf",\s++(?:an?|the)\s++((?:\p{{Lu}}[\p{{L}}.]++\s){{0,3}}?)((?=\p{{Lu}})(?i:{one_of('partisan')}))"
    r"(?:\s++(?:from|of)\s++(\p{Lu}[\p{L}.]++(?:\s\p{Lu}\p{L}++)*+))?+"
    r"(?=\s*+[,.;:)]|\s++(?:and|in|on|representing|serving|who(?:se)?)\b|\s*+\Z)"
)
"""What stands behind a name where a noun tells the party: "Ann Poe|, a Georgia Democrat who", "a Tory from Kent"."""
_PARTISAN_BEFORE = lazy_pattern(
    rf"(?:\b((?:\p{{Lu}}\p{{L}}++|(?:\p{{Lu}}\p{{L}}{{0,3}}+\.){{1,2}}+)(?:\s\p{{Lu}}\p{{L}}++)??)\s)??\b((?=\p{{Lu}})(?i:{one_of('partisan')}))\s\Z"
)
"""The same before it: "Ohio Republican | Ann Poe"."""
_LONGEST = 50
"""Characters that it takes up at most."""


@cache
def known_places() -> frozenset[str]:
    """Return the names of countries, peoples, states and well-known cities, in lower case."""
    return frozenset(name.lower() for names in classes("newskit.text", "places.txt").values() for name in names)


def party_and_seat(text: str, end: int) -> str | None:
    """Return the party and seat behind the name that ends at an offset: "Rep. Ann Poe, | D-Hartford"."""
    if text[end : end + 2].lstrip()[:1] not in _SEATED:
        return None
    found = _SEAT.match(text, end) or _BENCH.match(text, end)
    return " ".join(found[1].split()) if found and is_seat(found[1]) else None


def in_brackets(text: str, end: int) -> str | None:
    """Return the seat or the field in brackets behind the name that ends at an offset."""
    found = _CHARGE.match(text, end) if text.startswith(" (", end) else None
    told = " ".join(found[1].split()) if found else ""
    if not told or told.lower() in WORDS["aside"] or told.lower() in closed_class("weekday"):
        return None
    first = told.partition(" ")[0].lower()
    played = " " in told and first in given_names() and first not in cities()  # "President Ann Poe (Lena Brix)"
    return None if played else told


def is_field(told: str) -> bool:
    """Tell whether words are what a minister is in charge of: "Health", "Trade and Industry"."""
    return not WORDS["ministry"].isdisjoint(told.lower().replace(",", "").split())


def partisan(text: str, name: Span) -> str | None:
    """Return the party that a noun beside a name tells, with the place where that is known to be one."""
    found = _PARTISAN.match(text, name.end) if text.startswith(", ", name.end) else None
    if found:
        place = next(
            (each.strip() for each in (found[1], found[3] or "") if each.strip().lower() in known_places()), ""
        )
        return f"{place} {found[2]}".strip()
    found = _PARTISAN_BEFORE.search(text, max(0, name.start - _LONGEST), name.start)
    if found is None:
        return None
    before = found[1] or ""
    place = next((each for each in (before, before.rpartition(" ")[2]) if each.lower() in known_places()), "")
    return f"{place} {found[2]}".strip()
