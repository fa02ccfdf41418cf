"""Affiliations: what an office is of where the title does not say it, from elsewhere in the article."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import regex

from newskit.kinds import Entity, Title
from newskit.linking.words import one_of, table
from newskit.office import noun

_SEAT = regex.compile(
    rf"\s?+[,(]\s?+((?:{one_of('ballot')})\.?+[-–—]\s?+\p{{Lu}}[\p{{L}}.’'-]*+(?:\s\p{{Lu}}[\p{{L}}.’'-]*+){{0,2}}+)(?=[,;.)\s])",
    regex.IGNORECASE,
)
_OWNER = regex.compile(r"\b(?:the|its|their|our)\s++(?:\p{Ll}++\s++){0,2}?(\p{Ll}{3,}+)['’]s?+\s")
"""What owns an office in small letters: "the | company's chief executive"."""
_BODIES = ("organization", "place")
"""A school district or a county may be either."""
_MOST = 20
_HEADS = {role: frozenset(nouns.split()) for role, nouns in table("of_body").items()}
"""The words of which a body's name has one, by the role that is of it."""
_FIRM = frozenset(_HEADS["ceo"])


class Affiliations:
    """Ties the offices of one article's people to what they are of."""

    def __init__(self, text: str, entities: Sequence[Entity]) -> None:
        self.text = text
        self.bodies = [entity for entity in entities if entity.kind in _BODIES and entity.mentions]

    def tied(self, entity: Entity) -> Entity:
        """Return a person with the seat or the body of the office shown, as given where there is none."""
        title = entity.title
        if title is None or entity.kind != "person":
            return entity
        said = self.seat(entity), "party and seat"
        if not said[0] and not (title.organization or title.place or title.within):
            owner = _OWNER.search(f"{title.span.text} ")
            if owner:
                said = self.owner(owner[1], title), "owner named before"
            else:
                said = self.of_article(title), "body of the article"
        return attrs.evolve(entity, affiliation=said[0], affiliation_rule=said[1]) if said[0] else entity

    def seat(self, entity: Entity) -> str | None:
        """Return the party and seat behind a mention: "Rep. Ann Poe, | D-Hartford"."""
        for mention in entity.mentions[:_MOST]:
            found = _SEAT.match(self.text, mention.span.end)
            if found:
                return " ".join(found[1].split())
        return None

    def owner(self, owned_by: str, title: Title) -> str | None:
        """Return the body named last before a title whose name has the noun that owns it."""
        kinds = _FIRM if owned_by in ("company", "firm", "group") else frozenset({owned_by})
        named = [
            (mention.span.start, body.name)
            for body in self.bodies
            if not kinds.isdisjoint(_words(body.name))
            for mention in body.mentions
            if mention.span.start < title.span.start
        ]
        return max(named)[1] if named else None

    def of_article(self, title: Title) -> str | None:
        """Return the only body of the article that has such an office: "the superintendent" of the school district."""
        words = title.role.lower().split()
        role = noun(title.role)
        place = words.index(role) if role in words else 0
        kinds = _HEADS.get(" ".join(words[max(0, place - 1) : place + 1])) or _HEADS.get(role)
        if kinds is None:
            return None
        fit = [body.name for body in self.bodies if not kinds.isdisjoint(_words(body.name))]
        return fit[0] if len(fit) == 1 else None


def _words(name: str) -> list[str]:
    return name.lower().replace(".", "").split()
