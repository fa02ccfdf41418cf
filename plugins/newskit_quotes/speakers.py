"""Which entity a source is: by a name in it, by a phrase that stands for one, or by a pronoun's antecedent."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

import newskit
from newskit.text import classes
from newskit_quotes.chunks import phrases
from newskit_quotes.page import Page
from newskit_quotes.speech import Range

_GENDER = {"he": "male", "she": "female", "him": "male", "his": "male", "her": "female"}
_RELATIVES = frozenset({"who", "which", "that"})
_REACH = 1500
"""A pronoun's antecedent is looked for within so many characters."""


@cache
def _gendered() -> dict[str, str]:
    return {word: gender for gender, group in classes("newskit_quotes", "gendered.txt").items() for word in group}


class Speakers:
    """The entities of an article by where they are mentioned, and who spoke last."""

    def __init__(self, page: Page, entities: Sequence[newskit.Entity]) -> None:
        self.page = page
        found = [
            (mention.span.start, mention.span.end, number, named)
            for number, entity in enumerate(entities)
            for mentions, named in ((entity.mentions, True), (entity.nominal_mentions, False))
            for mention in mentions
        ]
        self.mentions = sorted(found)
        self.starts = [each[0] for each in self.mentions]
        self.entities = entities
        self.genders = [_gender(entity) for entity in entities]
        self.last: newskit.Entity | None = None

    def resolve(self, source: Range) -> newskit.Entity | None:
        """Return the entity that a source stands for, None where it cannot be known."""
        found = self._resolve(source)
        if found is not None and found.kind == "person":
            self.last = found
        return found

    def _resolve(self, source: Range) -> newskit.Entity | None:
        page = self.page
        if page.lower[source[0]] in _RELATIVES:
            source = self._head_of_relative(source[0]) or source
        start, end = page.starts[source[0]], page.ends[source[1] - 1]
        if source[1] - source[0] == 1 and page.lower[source[0]] in _GENDER:
            return self._antecedent(start, _GENDER[page.lower[source[0]]])
        inside = [
            each for each in self.mentions[bisect_left(self.starts, start) :][:8] if each[0] < end and each[1] <= end
        ]
        heads = [each for each in inside if self._is_head(each, source)]
        for wanted in ("person", "organization", "group", "place"):
            for each in heads:
                if self.entities[each[2]].kind == wanted:
                    return self.entities[each[2]]
        return None

    def _head_of_relative(self, pronoun: int) -> Range | None:
        """Return the phrase before a relative pronoun, which it stands for."""
        first, _ = self.page.bounds(pronoun)
        return next(reversed(phrases(self.page, first, pronoun)), None)

    def _is_head(self, mention: tuple[int, int, int, bool], source: Range) -> bool:
        """Tell whether a mention is what the source is called, not a part of it such as a possessor or a place."""
        start, end, number, _ = mention
        page = self.page
        after = page.text[end : end + 2]
        if after in ("'s", "’s"):
            return False
        base = next(iter(phrases(page, *source)), source)
        low, high = page.starts[base[0]], page.ends[base[1] - 1]
        ends_base = end == high or (end > high and start <= low)
        if self.entities[number].kind == "person":
            before = page.text[:start].rsplit(None, 1)[-1:] if start > page.starts[source[0]] else []
            return ends_base or before not in (["of"], ["for"], ["with"], ["by"])
        if self.entities[number].kind == "place":
            return ends_base and start - low <= len("the ")
        return ends_base

    def _antecedent(self, start: int, gender: str) -> newskit.Entity | None:
        """Return the person named last before a pronoun that its gender allows; who spoke last goes first."""
        if self.last is not None and self._fits(self.last, gender):
            position = bisect_left(self.starts, start) - 1
            recent = [each for each in self.mentions[max(0, position - 3) : position + 1] if start - each[0] < _REACH]
            people = {each[2] for each in recent if self.entities[each[2]].kind == "person" and each[3]}
            others = [self.entities[n] for n in sorted(people) if self._fits(self.entities[n], gender)]
            if self.last in others or not others:
                return self.last
        for each in reversed(self.mentions[: bisect_left(self.starts, start)]):
            if start - each[0] > _REACH:
                break
            entity = self.entities[each[2]]
            if entity.kind == "person" and self._fits(entity, gender):
                return entity
        return None

    def _fits(self, entity: newskit.Entity, gender: str) -> bool:
        number = next((n for n, each in enumerate(self.entities) if each is entity), None)
        return number is None or self.genders[number] in (None, gender)


def _gender(entity: newskit.Entity) -> str | None:
    """Return the gender that a person's titles tell, None where they tell none."""
    table = _gendered()
    for title in entity.titles:
        for word in title.span.text.lower().replace(".", " ").split():
            if word in table:
                return table[word]
    return None
