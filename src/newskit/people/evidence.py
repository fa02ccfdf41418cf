"""What is known of a person from the rows so far, and what speaks for one more row being of the same person."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from attrs import Factory, define, frozen

from newskit.people.names import PersonName, company_key
from newskit.people.row import PersonRow

_KEPT = 60
"""Roles, organisations and company that are kept of a person, those of most rows: memory is bounded."""
NAME: Mapping[str, float] = {
    "same": 3.0,
    "fuller": 2.0,
    "short form": 1.5,
    "initial": -0.5,
    "surname": -1.5,
    "lone name": 0.5,
    "given name": -2.5,
}
"""How much a name speaks for one person, in log odds, by how it agrees with the names so far."""
_ONLY = 2.5
"""How much it says of a surname alone or an initial that nobody else can be meant, by the share of the rows."""
_ROLE, _ORGANIZATION, _OTHER_OFFICE = 1.0, 2.5, -1.5
_COMPANY, _OTHER_COMPANY, _ACQUAINTED = 3.0, -1.0, 5
"""The most that company speaks for one person; what it says where none is shared with who has had so much of it."""
_OTHER_PRONOUN = -4.0


@frozen
class Evidence:
    """What speaks for a row being of a person: in log odds, and in words."""

    odds: float
    told: tuple[str, ...]


@define(eq=False)
class Profile:
    """What is known of a person."""

    names: Counter[PersonName] = Factory(Counter)
    roles: Counter[str] = Factory(Counter)
    organizations: Counter[str] = Factory(Counter)
    company: Counter[str] = Factory(Counter)
    pronouns: Counter[str] = Factory(Counter)
    articles: int = 0

    def add(self, row: PersonRow) -> None:
        """Take in a row that is of the person."""
        self.articles += 1
        self.names[row.parsed] += 1
        self.roles.update(row.role_nouns)
        self.organizations.update(row.bodies)
        self.company.update(row.known_with)
        if row.pronouns in ("he", "she"):
            self.pronouns[row.pronouns] += 1
        for counts in (self.roles, self.organizations, self.company):
            if len(counts) > 2 * _KEPT:
                # Ties by the name, so that what is kept does not depend on the order of a set.
                kept = sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:_KEPT]
                counts.clear()
                counts.update(dict(kept))

    def evidence(self, row: PersonRow, name: str, weight: Mapping[str, float], share: float) -> Evidence:
        """Weigh a row whose name agrees as ``name`` says.

        ``weight`` is how rare each of the company is, ``share`` the person's of the rows of all who can be meant.
        """
        by_name = NAME[name] + (_ONLY * share if name in ("surname", "initial") else 0.0)
        parts = [(by_name, "same name" if name == "same" else name), self._office(row), self._with(row, weight)]
        if row.pronouns in ("he", "she") and self.pronouns and row.pronouns not in self.pronouns:
            parts.append((_OTHER_PRONOUN, "but another pronoun"))
        return Evidence(sum(odds for odds, _ in parts), tuple(told for _, told in parts if told))

    def _office(self, row: PersonRow) -> tuple[float, str]:
        roles = sorted(row.role_nouns & self.roles.keys())
        bodies = sorted(row.bodies & self.organizations.keys())
        odds = _ROLE * bool(roles) + _ORGANIZATION * bool(bodies)
        if odds:
            return odds, f"office: {', '.join((*roles, *bodies))}"
        if row.role_nouns and self.roles and not (row.bodies and not self.organizations):
            return _OTHER_OFFICE, "but another office"
        return 0.0, ""

    def _with(self, row: PersonRow, weight: Mapping[str, float]) -> tuple[float, str]:
        shared = row.known_with & self.company.keys()
        if shared:
            names = sorted(row.company, key=lambda each: (-weight.get(company_key(each), 0.0), each))
            told = ", ".join(name for name in names if company_key(name) in shared)
            # Added up in one order: sums of fractions depend on it.
            return min(_COMPANY, sum(weight.get(each, 0.0) for each in sorted(shared))), f"with: {told}"
        acquainted = self.articles > 1 and len(self.company) >= _ACQUAINTED and row.known_with
        return (_OTHER_COMPANY, "but other company") if acquainted else (0.0, "")


def weights(company: Iterable[frozenset[str]]) -> dict[str, float]:
    """Return how much it says to share each of the company, by how few of a block's rows have it."""
    counts: Counter[str] = Counter()
    total = 0
    for each in company:
        counts.update(each)
        total += 1
    return {name: math.log(1 + total / count) / math.log(2 + total) * 2 for name, count in counts.items()}
