"""Foremost: the body that an article is about, which it names first and most often."""

from __future__ import annotations

from collections.abc import Sequence

from newskit.kinds import Entity, Title
from newskit.linking.words import WORDS
from newskit.office import noun

_LEAST = 2
"""Mentions of the body that an article is about, and how many times as often as another a team is named."""


class Foremost:
    """The organisation that one article names first and more often than any other, if there is one."""

    def __init__(self, organizations: Sequence[Entity]) -> None:
        first = min(organizations, key=_place, default=None)
        others = max((len(body.mentions) for body in organizations if body is not first), default=0)
        times = len(first.mentions) if first else 0
        self._body = first if times >= _LEAST and times > others else None
        self._far = times >= _LEAST * others

    def before(self, title: Title) -> str | None:
        """Return the body where it is named before a title.

        Of a match an article names two teams: what a coach is of is told only where one is named twice as often.
        """
        body = self._body
        if body is None or (not self._far and leads_team(title)):
            return None
        return body.name if _place(body) < title.span.start else None


def leads_team(title: Title) -> bool:
    """Tell whether an office may be that of a team, as that of a bare manager or boss may."""
    return noun(title.role) in WORDS["of_team"] or title.role.lower() in WORDS["of_team_alone"]


def _place(body: Entity) -> int:
    return body.mentions[0].span.start
