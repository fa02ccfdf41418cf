"""Owners: the person whose an office is, and no body's: "his spokesman", "Roe spokesman Al Poe"."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from newskit.kinds import Entity, Title
from newskit.linking.words import WORDS
from newskit.office import noun
from newskit.text import lazy_pattern, once

_HIS = lazy_pattern(r"\b(?:his|her|my)\s++\Z", regex.IGNORECASE)
_HIS_OWN = lazy_pattern(r"(?:his|her|my)\s", regex.IGNORECASE)
_OF_SOMEBODY = lazy_pattern(r"\p{Lu}\p{L}++(?:['’]s|s['’])\s")
"""A name that owns an office and is no body's: "Roe's coach"."""
_OWNS = 3
"""Characters of a possessive mark and a space."""
_SEVERAL = 2
_BEFORE = 5
"""Characters of such a pronoun and what parts it from the title, most."""


class Owners:
    """Tells whose the offices of one article are."""

    def __init__(self, text: str, people: Sequence[Entity]) -> None:
        self.text, self._people = text, people

    @once
    def _named(self) -> dict[int, tuple[Entity, int]]:
        """Who is named at an offset or right before it, and where the name ends."""
        return {
            at: (person, each.span.end)
            for person in self._people
            for each in person.mentions
            for at in (each.span.start, each.span.end + 1)
        }

    @once
    def _meant(self) -> dict[int, Entity]:
        """Whom a pronoun at an offset stands for."""
        return {each.span.start: person for person in self._people for each in person.pronouns}

    def has(self, title: Title) -> bool:
        """Tell whether an office is somebody's, whoever that is."""
        owned = _OF_SOMEBODY.search(title.span.text) is not None
        return owned or title.span.start in self._named or self._pronoun(title) is not None

    def of(self, title: Title) -> str | None:
        """Return the name of whose an office is, where people have others for it: a spokesman, a lawyer."""
        last = " ".join(title.role.lower().split()[-2:])  # "press secretary", unlike "Treasury secretary"
        bare = title.role.lower() in WORDS["somebodys_bare"]  # "his secretary", unlike "his foreign secretary"
        if not bare and WORDS["somebodys"].isdisjoint((noun(title.role), last, title.role.lower())):
            return None
        pronoun = self._pronoun(title)
        owner = self._before(title) if pronoun is None else self._meant.get(pronoun)
        return owner.name if owner else None

    def _before(self, title: Title) -> Entity | None:
        """Return who is named right before the role: "| Roe | spokesman", but not "| Roe family spokesman".

        The article names that person before, and nobody else of the surname: no "Roe" of a firm that is called so too.
        """
        person, end = self._named.get(title.span.start, (None, 0))
        gap = self.text.find(title.role, end) - end
        if person is None or not 0 <= gap <= _OWNS or person.mentions[0].span.start >= title.span.start:
            return None
        surname = person.name.rpartition(" ")[2]
        return person if sum(each.name.endswith(f" {surname}") for each in self._people) < _SEVERAL else None

    def _pronoun(self, title: Title) -> int | None:
        """Return the offset of the possessive pronoun that a title begins with or stands behind."""
        start = title.span.start
        if _HIS_OWN.match(title.span.text):
            return start
        before = _HIS.search(self.text, max(0, start - _BEFORE), start)
        return before.start() if before else None
