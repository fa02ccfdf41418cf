"""The edges of a run of capitals: particles and numbers in front, what is said twice, an office behind a body."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from newskit.text import closed_class
from newskit_names.joins import Joins

_ARTICLES = frozenset(map(str.capitalize, closed_class("article")))


class Edges:
    """Moves the edges of the candidates of one article, between the tokens that ``joins`` knows.

    ``bodies`` are nouns that end the names of bodies; ``start`` is the first token of a sentence.
    """

    def __init__(self, joins: Joins, bodies: AbstractSet[str]) -> None:
        self.joins, self.lexicon, self.bodies = joins, joins.lexicon, bodies
        self.words, self.lower, self.leading = joins.words, joins.lower, joins.lexicon.kinds["leading"]

    def end(self, first: int, last: int) -> int:
        """Return the end of the tokens that are one name, from the end of the capitals."""
        last = self._before_former(first, self._once(first, last))
        return self._before_office(first, last)

    def begin(self, first: int, last: int, start: int) -> int:
        """Return the first token of a name: what stands before its first capital may belong to it."""
        return self._particles(self._ordinal(first, last, start), start)

    def _before_former(self, first: int, last: int) -> int:
        """Return the end before what somebody was: "Ann Roe | Former Peruvian" ("envoy"), but for a body's name."""
        if self.lower[last - 1] in self.bodies:
            return last
        return next(
            (
                index
                for index in range(first + 1, last)
                if self.words[index] == "Former" and self.words[index - 1][0].isupper()
            ),
            last,
        )

    def _particles(self, first: int, start: int) -> int:
        """Take in the particles in front that only names of people have: "the | von Zorvel family"."""
        particles, before = self.joins.particles, first - 1
        while before >= start and self.words[before] in particles and self.joins.next_to(before, before + 1):
            before -= 1
        begins = before + 1
        if begins == first or self.lower[first] in self.lexicon.places:
            return first
        return begins if self.words[begins] in self.leading or begins in self.joins.after_title else first

    def _once(self, first: int, last: int) -> int:
        """Return the end of a name of several words that is said again at once, as on pages: "Ann Roe | Ann Roe"."""
        for length in range(2, (last - first) // 2 + 1):
            behind = first + length
            once = self.lower[first:behind]
            if once == self.lower[behind : behind + length] and max(map(len, once)) > 1:  # but "J. J. Roe"
                return behind
        return last

    def _before_office(self, first: int, last: int) -> int:
        """Return the end without the office behind the place or body that has it: "UK | Prime Minister"."""
        end = self._office(first, last)
        if end in (first, last):
            return last
        text, lexicon = self.joins.text(first, end), self.lexicon
        holder = text in lexicon.organizations or text.lower() in lexicon.places or self.lower[end - 1] in self.bodies
        acronym = len(self.words[end - 1]) > 1 and self.words[end - 1].isupper()
        if acronym and end > first + 2 and self.lower[first] in lexicon.given:  # "Ann Roe | ILO Director-General"
            return end - 1
        if not (holder or text.lower() in lexicon.demonyms or (acronym and end == first + 1)):
            return last
        self.joins.passed_over = last - 1
        return end

    def _office(self, first: int, last: int) -> int:
        """Return where the office begins that ends a name: not of "Ottawa Senators", "Association of Fire Officers"."""
        offices, parts = self.lexicon.kinds["office"], self.lexicon.kinds["office_part"]
        if self.lower[last - 1] not in offices or self.joins.text(first, last) in self.lexicon.organizations:
            return last
        if self.lower[last - 1][-1] == "s" and "of" in self.lower[first:last]:
            return last
        while last > first and (self.lower[last - 1] in offices or self.lower[last - 1] in parts):
            last -= 1
        return last

    def _ordinal(self, first: int, last: int, start: int) -> int:
        """Take in a number in front: "8th Circuit", "20th Century Fox"."""
        before = first - 1
        listed = before >= start and self.joins.text(before, last) in self.lexicon.organizations
        if listed and self.words[before] not in _ARTICLES:  # "Twentieth Century Fox"
            return before
        if before < start or self.lower[before][-2:] not in ("st", "nd", "rd", "th"):
            return first
        if not self.words[before][0].isdigit() or not self.joins.next_to(before, first):
            return first
        inside, kinds = self.lower[first:last], self.lexicon.kinds
        named = not (self.lexicon.ends_names.isdisjoint(inside) and kinds["street"].isdisjoint(inside))
        return before if named or self.joins.text(before, last) in self.lexicon.organizations else first
