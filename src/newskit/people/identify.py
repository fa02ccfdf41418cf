"""Rows of people brought together: who of the articles is one person, by name, office and company.

Rows are compared only with those of their surname. Full names come first, each to the person of an agreeing name for
whom the evidence speaks most, or to a new one where it speaks against all; then names with less, so that a surname
alone goes to the person that fits its article.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from attrs import Factory, define, field, frozen

from newskit.people.evidence import NAME, Evidence, Profile, weights
from newskit.people.names import agreement, letters_of
from newskit.people.row import PersonRow

_MOST = 200
"""Candidates of which the evidence is weighed for a row, those with most articles: time stays bounded."""
_ALL = "*"
"""Where the people of all letters are; no name begins with it."""
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
    place: int = field(default=0, kw_only=True)
    """How many of the surname came before."""

    @property
    def id(self) -> str:
        """What programs call the person by, the first row's name and a digest of its place; the same in every run."""
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
class _Most:
    """Those of some people who have most articles, in that order, of equals the first to come."""

    people: list[Person] = Factory(list)

    def take(self, person: Person) -> None:
        """Take in a person who is new, or has an article more."""
        if person not in self.people:
            if len(self.people) >= _MOST:
                if _rank(person) >= _rank(self.people[-1]):
                    return
                self.people.pop()
            self.people.append(person)
        self.people.sort(key=_rank)


def _rank(person: Person) -> tuple[int, int]:
    return -person.profile.articles, person.place


@define(eq=False)
class _Block:
    """The people of one surname so far; of all, and of each first letter of the given name, those most written of."""

    _weights: dict[str, float]
    people: list[Person] = Factory(list)
    _most: defaultdict[str, _Most] = Factory(lambda: defaultdict(_Most))

    def place(self, row: PersonRow) -> None:
        """Give a row to its person."""
        weighed = sorted(self._candidates(row), key=lambda each: -each[1].odds)
        best = weighed[0] if weighed else None
        if best is None or best[1].odds <= 0:
            against = best[1].odds if best else -NAME["same"]
            self._begin(row, _probability(-against) if not row.parsed.alone else _ALONE)
            return
        person, evidence = best
        second = weighed[1][1].odds if len(weighed) > 1 else -math.inf
        self._add(person, row, _probability(min(evidence.odds, evidence.odds - second)), evidence.told)

    def _begin(self, row: PersonRow, confidence: float) -> None:
        person = Person(row, place=len(self.people))
        self.people.append(person)
        self._add(person, row, confidence, ("first of the name",))

    def _add(self, person: Person, row: PersonRow, confidence: float, evidence: tuple[str, ...]) -> None:
        person.add(row, confidence, evidence)
        for key in (_ALL, person.first.parsed.first[:1]):
            self._most[key].take(person)

    def _candidates(self, row: PersonRow) -> Iterator[tuple[Person, Evidence]]:
        letters = (_ALL,) if row.parsed.alone else (*letters_of(row.parsed.first), "")
        known = [person for letter in letters for person in self._most[letter].people]
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
