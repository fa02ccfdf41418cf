"""Beside: the body, the seat or the place that stands beside the name or the title of somebody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import regex

from newskit.kinds import Entity, Title
from newskit.linking.belonging import OF_KIND, TO_BODY
from newskit.linking.seats import in_brackets, is_field, partisan, party_and_seat
from newskit.linking.wholes import words_of
from newskit.linking.words import OWNING, WORDS, one_of, table
from newskit.office import is_placed, noun, singular
from newskit.text import lazy_pattern

_BEHIND_NAME = lazy_pattern(rf"(?:\s++at|,?+\s++(?:of|from|with))\s++{TO_BODY}|\s++\(")
_BEHIND_TITLE = lazy_pattern(r"(?:\s\([^()\n]{1,40}+\))?+,\s++(?:the\s++)?+")
"""What stands between an office and what it is of: "Ann Poe, managing director, | Tidewell Ltd"."""
_COMMON = lazy_pattern(
    r",?+\s++(?:of|from|with)\s++(?:(?=the\s)|(?=\p{Lu}))(?:the\s++)?+"
    rf"((?:\p{{Lu}}[\p{{L}}.'’-]*+\s++){{0,4}}+"
    rf"(?:(?!(?:{one_of('governing')}|{one_of('clause')}|an?|in|on|the)\b)\p{{Ll}}++(?:['’]s)?+\s++){{0,3}}?{one_of('common_body')})"
    rf"(?=\s*+(?:[,.;:)]|\Z)|\s++(?:who|in|on|{one_of('governing')}|{one_of('clause')}|{one_of('auxiliary')}"
    rf"|{one_of('subject_verb')}|\p{{Ll}}++(?<=ed))\b)"
)
"""What stands behind a name where a body is told by its noun: "Capt. Ann Poe | of the state police"."""
_WARD = lazy_pattern(
    r",?+\s++(?:of|from|in)\s++(?:the\s++)?+"
    r"((?:\d++(?:st|nd|rd|th)\s(?:Congressional\s)?+(?:District|Ward|Precinct)|(?:District|Ward|Precinct|Zone)\s\d++))\b"
)
"""The seat of one on a council behind the name: "Councilman Al Roe | of the 4th District"."""
_OF = lazy_pattern(r"\s++of\s++(?:the\s++)?+")
_UNKNOWN = lazy_pattern(r"\s++of\s++(\p{Lu}\p{L}++(?:\s\p{Lu}\p{L}++){0,2}+)(?=[,.;:)]|\s(?!and\b|or\b|of\b)\p{Ll}|\Z)")
"""The place behind the name of who rules it, where nothing more is known of it: "Mayor Ann Poe | of Zorvel"."""
_LEADING = (", ", " of ", " from ", " at ", " (")
_ENDED = lazy_pattern(
    rf"{OF_KIND}(?:\s*+(?:[,.;:)]|\Z)|\n|\s\(\p{{Lu}}|"
    r"\s(?:has|had|is|was|who|will|would|in|on|\p{Ll}{2,}+(?<=ed|s|id|ld|ing))\b)"
)
"""What ends a body in such a place, which is no item of a list."""
_FIRM = frozenset(table("of_body")["ceo"].split())
FIRMS = frozenset(("company", "firm", "group"))
"""What an article calls a firm of whatever kind."""
_MOST = 20


class Beside:
    """Finds what stands beside the names and titles of one article."""

    def __init__(
        self,
        text: str,
        bodies: Sequence[Entity],
        starting: Mapping[int, tuple[str, int]],
        ending: Mapping[int, str],
        places: Mapping[int, str],
    ) -> None:
        self.text, self._bodies = text, bodies
        self.starting, self.ending, self.places = starting, ending, places

    def body(self, entity: Entity, title: Title) -> str | None:
        """Return the body behind the name, "analyst Ann Poe, of | Acme", or behind the title and a comma."""
        ends = {title.span.end: _BEHIND_TITLE} if title.kind != "alone" else {}
        if title.kind == "before":
            ends |= {mention.span.end: _BEHIND_NAME for mention in entity.mentions[:_MOST]}
        for mention in entity.mentions[:_MOST]:
            start = mention.span.start
            if self.text.endswith(OWNING, 0, start):
                owner = self.ending.get(start - 3) or self.ending.get(start - 2)
                if owner:
                    return owner
        for end, between in sorted(ends.items()):
            gap = between.match(self.text, end) if self.text.startswith(_LEADING, end) else None
            body = self.starting.get(gap.end()) if gap else None
            if gap is None or body is None:
                continue
            own = body[0] == "".join(word[0] for word in entity.name.split())  # "Ana Maria Lopez (AML)"
            if _ENDED.match(self.text, body[1]) and not (own or _in_party(title, gap, body[0])):
                return body[0]
        return self._common(entity, title) if title.kind == "before" else None

    def _common(self, entity: Entity, title: Title) -> str | None:
        """Return the body behind the name that only its noun tells, by its name where one alone is known."""
        for mention in entity.mentions[:_MOST]:
            end = mention.span.end
            found = _COMMON.match(self.text, end) if self.text.startswith((" ", ", "), end) else None
            if found:
                told = " ".join(found[1].split())
                return told if " " in told else self.owner(told, title)
        return None

    def place(self, entity: Entity, title: Title) -> str | None:
        """Return the place behind the name: "Sen. Ann Poe of | Ohio", or the seat: "of | the 4th District"."""
        for mention in entity.mentions[:_MOST]:
            gap = _OF.match(self.text, mention.span.end)
            if gap and gap.end() in self.places:
                return self.places[gap.end()]
            ward = _WARD.match(self.text, mention.span.end)
            if ward:
                return ward[1]
            unknown = _UNKNOWN.match(self.text, mention.span.end) if title.kind == "before" else None
            if unknown and unknown.start(1) not in self.starting:
                return unknown[1]
        return None

    def seat(self, entity: Entity) -> str | None:
        """Return the party and seat behind a mention: "Rep. Ann Poe, | D-Hartford"."""
        return next(filter(None, (party_and_seat(self.text, each.span.end) for each in entity.mentions[:_MOST])), None)

    def charge(self, entity: Entity, title: Title) -> str | None:
        """Return the seat or the field in brackets behind a mention: "Senator Ann Poe | (Lima North)"."""
        role = singular(title)
        field = role.lower() in WORDS["charged"]
        if not (field or is_placed(role)):
            return None
        told = filter(None, (in_brackets(self.text, each.span.end) for each in entity.mentions[:_MOST]))
        return next((each for each in told if is_field(each) is field), None)

    def partisan(self, entity: Entity) -> str | None:
        """Return the party that a noun beside a mention tells: "Rep. Ann Poe, a | Georgia Democrat"."""
        spans = (each.span for each in entity.mentions[:_MOST])
        return next(filter(None, (partisan(self.text, each) for each in spans)), None)

    def owner(self, owned_by: str, title: Title) -> str | None:
        """Return the body named last before a title whose name has the noun that owns it."""
        kinds = _FIRM if owned_by in FIRMS else frozenset({owned_by})
        named = [
            (mention.span.start, body.name)
            for body in self._bodies
            if not kinds.isdisjoint(words_of(body.name))
            for mention in body.mentions
            if mention.span.start < title.span.start
        ]
        return max(named)[1] if named else None


def _in_party(title: Title, gap: regex.Match[str], body: str) -> bool:
    """Tell whether a body is the party of who rules something else: "President Ann Poe …, said Poe, of the | Front"."""
    party = words_of(body)[-1] in WORDS["party_noun"]
    return party and gap[0].startswith(",") and noun(title.role) in WORDS["ruling"]
