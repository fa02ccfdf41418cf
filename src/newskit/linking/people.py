"""The people of an article, as titles that stand alone are compared with them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from attrs import Factory, define

from newskit.kinds import Title
from newskit.linking.named import gendered
from newskit.linking.offices import IMPLIED, PARTIES, Office, body
from newskit.linking.words import one_of
from newskit.text import female_share, lazy_pattern

LATEST = 40
"""Most offices and mentions of a person that are compared."""
PARTY_NAMES = frozenset(PARTIES.values())
"""Parties in the form in which they are compared."""
_ORIGIN = lazy_pattern(r"\s++of\s++(\p{Lu}[\w.]*+(?:\s\p{Lu}[\w.]*+)?+)")
_PARTY = lazy_pattern(r"\s?+\((\p{Lu}[\p{L}.]*+)[-–]\p{Lu}")
_IMPLIED = frozenset(IMPLIED.values())
_OWNED = lazy_pattern(rf"(?:['’]s?)?+\s++(?:{one_of('owned')}\s++)?+(\p{{Ll}}++)")
_HARDLY = 0.03
"""Share of a gender among the bearers of a given name below which nobody of it is meant."""


def start_of(held: tuple[Title, Office]) -> int:
    """Return where a title begins."""
    return held[0].span.start


def gender_of(role: str) -> str:
    """Return the gender of those who have a role, "" where it may be either: "spokeswoman", not "chairman"."""
    noun = role.lower().rpartition(" ")[2]
    return "" if noun.endswith("man") and not noun.endswith("woman") else gendered().get(noun, "")


@define
class Person:
    """A person of the article: the offices held, the mentions, and what the text says of origin and party.

    ``said`` and ``implied`` are None until they are asked for.
    """

    number: int
    name: str = ""
    gender: str = ""
    """What the words beside the name say, "female" or "male"."""
    starts: list[int] = Factory(list)
    ends: list[int] = Factory(list)
    offices: list[tuple[Title, Office]] = Factory(list)
    said: set[str] | None = None
    implied: set[str] | None = None

    def may_be(self, gender: str) -> bool:
        """Tell whether a word of a gender can stand for the person, by the words beside the name, then by the name."""
        if self.gender or not gender:
            return self.gender == gender or not gender
        share = female_share(self.name.partition(" ")[0]) if " " in self.name else None
        return share is None or (share if gender == "female" else 1 - share) > _HARDLY

    def last(self, offset: int) -> int:
        """Return the end of the last mention before an offset, -1 where there is none."""
        place = bisect_right(self.ends, offset)
        return self.ends[place - 1] if place else -1

    def before(self, offset: int) -> list[Office]:
        """Return the offices held whose titles stand before an offset, the latest."""
        place = bisect_left(self.offices, offset, key=start_of)
        return [held for _, held in self.offices[max(0, place - LATEST) : place]]

    def after(self, offset: int) -> list[tuple[Title, Office]]:
        """Return the first titles from an offset on and what they say."""
        place = bisect_left(self.offices, offset, key=start_of)
        return self.offices[place : place + LATEST]

    def origins(self, text: str) -> set[str]:
        """Return what stands behind the mentions of origin and party: "of Ohio", "(R-Ohio)"."""
        if self.said is None:
            self.said = set()
            for end in self.ends[:LATEST]:
                head = _head(text, end)
                origin = _ORIGIN.match(text, end) if head in ("o", "") else None
                if origin:
                    self.said.add(body(origin[1]))
                party = _PARTY.match(text, end) if head in ("(", "") else None
                if party:
                    self.said.add(PARTIES.get(party[1].lower(), party[1].lower()))
        return self.said

    def parties(self, text: str) -> frozenset[str]:
        """Return the parties of all offices, and those behind the mentions."""
        bodies = self.origins(text).union(*(held.bodies for _, held in self.offices[:LATEST]))
        return PARTY_NAMES & bodies

    def implies(self, noun: str, text: str) -> bool:
        """Tell whether what stands behind the mentions says that somebody is something: "campaign" of a candidate."""
        if noun not in _IMPLIED:
            return False
        if self.implied is None:
            self.implied = set()
            for end in self.ends[:LATEST]:
                head = _head(text, end)
                owned = _OWNED.match(text, end) if head in ("'", "’", "") or head.islower() else None
                if owned and owned[1] in IMPLIED:
                    self.implied.add(IMPLIED[owned[1]])
        return noun in self.implied


def _head(text: str, end: int) -> str:
    """Return the first sign behind a mention but for one space, "" where several stand there."""
    return text[end : end + 2].lstrip()[:1]
