"""Rows of people brought together: who of the articles is one person, by name, office and company.

Rows are compared only with those of their surname. Full names come first, each to the person of an agreeing name for
whom the evidence speaks most, or to a new one where it speaks against all; then names with less, so that a surname
alone goes to the person that fits its article.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from attrs import Factory, define, field, frozen

from newskit.people.evidence import NAME, Evidence, Profile, weights
from newskit.people.names import agreement, letters_of
from newskit.people.row import PersonRow

_MOST = 200
"""Candidates of which the evidence is weighed for a row, those with most articles: time stays bounded."""
_UNKNOWN = 3
"""Articles that people of a name are taken to be in of whom nothing is known yet."""
_ALONE = 0.5
"""The confidence of a surname alone for whom nobody else is there."""


@frozen
class Identified:
    """A row, the ``person`` that it is of, and why: ``confidence`` (0 to 1) is that it is no other's."""

    row: PersonRow
    person: str
    confidence: float
    evidence: tuple[str, ...]


@define(eq=False)
class Person:
    """A person across articles."""

    first: PersonRow
    profile: Profile = Factory(Profile)
    rows: list[Identified] = field(factory=list)

    @property
    def id(self) -> str:
        """A name for programs: the first row's name and a digest of where that row is, the same in every run."""
        words = [*self.first.parsed.given, *self.first.parsed.surname.split()]
        digest = blake2b(f"{self.first.article}\0{self.first.entity}".encode("utf-8", "surrogatepass"), digest_size=5)
        return "-".join((*words, digest.hexdigest()))

    def add(self, row: PersonRow, confidence: float, evidence: tuple[str, ...]) -> None:
        """Take in a row."""
        self.profile.add(row)
        self.rows.append(Identified(row, self.id, confidence, evidence))


def identify(rows: Iterable[PersonRow]) -> list[Person]:
    """Return the people of rows, in the order of their first; rows of other surnames than each other never meet.

    The answer does not depend on the order of the rows.
    """
    blocks: dict[str, list[PersonRow]] = {}
    for row in rows:
        blocks.setdefault(row.parsed.block, []).append(row)
    return [person for key in sorted(blocks) for person in _block(blocks[key])]


def _block(rows: list[PersonRow]) -> list[Person]:
    found = _Block(weights(row.known_with for row in rows))
    for row in sorted(rows, key=lambda row: row.order):
        found.place(row)
    return found.people


@define(eq=False)
class _Block:
    """The people of one surname so far, by the first letter of the given name and without."""

    _weights: dict[str, float]
    people: list[Person] = Factory(list)
    _by_letter: dict[str, list[Person]] = Factory(dict)

    def place(self, row: PersonRow) -> None:
        """Give a row to its person."""
        weighed = sorted(self._candidates(row), key=lambda each: -each[1].odds)
        best = weighed[0] if weighed else None
        if best is None or best[1].odds <= 0:
            against = best[1].odds if best else -NAME["same"]
            self._begin(row, _probability(-against) if row.parsed.given else _ALONE)
            return
        person, evidence = best
        second = weighed[1][1].odds if len(weighed) > 1 else -math.inf
        person.add(row, _probability(min(evidence.odds, evidence.odds - second)), evidence.told)

    def _begin(self, row: PersonRow, confidence: float) -> None:
        person = Person(row)
        person.add(row, confidence, ("first of the name",))
        self.people.append(person)
        self._by_letter.setdefault(row.parsed.first[:1], []).append(person)

    def _candidates(self, row: PersonRow) -> Iterator[tuple[Person, Evidence]]:
        known = self.people
        if row.parsed.given:
            letters = (*letters_of(row.parsed.first), "")
            known = [person for letter in letters for person in self._by_letter.get(letter, ())]
        meant: list[tuple[Person, str]] = []
        for person in sorted(known, key=lambda each: -each.profile.articles)[:_MOST]:
            levels = [agreement(row.parsed, name) for name in person.profile.names]
            # A name that one form contradicts is another's, however well a shorter form agrees with both.
            if levels and None not in levels:
                meant.append((person, max((level for level in levels if level), key=NAME.__getitem__)))
        total = _UNKNOWN + sum(person.profile.articles for person, _ in meant)
        for person, name in meant:
            share = person.profile.articles / total
            yield person, person.profile.evidence(row, name, self._weights, share)


def _probability(odds: float) -> float:
    return round(1 / (1 + math.exp(-min(odds, 20.0))), 3)
