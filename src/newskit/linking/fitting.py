"""How well an office that a title alone names fits one that somebody holds."""

from __future__ import annotations

from newskit.linking.offices import COUNTRIES, WIDER, Office, same_body
from newskit.linking.people import LATEST, PARTY_NAMES, Person
from newskit.linking.words import WORDS


class Fitting:
    """Compares offices with those that the people of an article hold."""

    text: str
    """The text of the article."""

    def fit(self, wanted: Office, held: Office, person: Person) -> tuple[int, str]:
        """Return how well a held office fits a wanted one, 0 for not at all, and the rule."""
        same = wanted.noun == held.noun
        if not same and held.noun not in WIDER.get(wanted.noun, ()):
            return 0, ""
        if wanted.words and held.words and wanted.words.isdisjoint(held.words) and same:
            return 0, ""
        said = wanted.bodies | {wanted.place} - {""}
        known = held.bodies | ({held.place} - {""}) | person.origins(self.text)
        shared = said & known or any(same_body(one, other) for one in said for other in known)
        if not shared and self.clash(wanted, held, person):
            return 0, ""
        if wanted.past and not held.past:
            return 1, "same role"
        degree = (4 if same else 3) if shared else 2 if same else 1
        told = bool(wanted.words & held.words) - (wanted.place != "" and not shared and bool(held.bodies))
        narrower = same and bool(held.words) and not wanted.words  # "the coach" is rather one than "the strength coach"
        degree = degree * 4 - 2 * (held.past and not wanted.past) + told - narrower
        if shared:
            return degree, "same role and organisation"
        return degree, "same role" if same else "wider role"

    def clash(self, wanted: Office, held: Office, person: Person) -> bool:
        """Tell whether what a title says cannot be true of somebody who holds an office."""
        if self.of_another_party(wanted, person):
            return True
        if wanted.bodies and held.bodies and not (wanted.bodies | held.bodies) & (PARTY_NAMES | COUNTRIES):
            return True  # who plays for a country plays for a club too
        if wanted.noun == held.noun and held.noun in WORDS["portfolio"] and wanted.words and not held.words:
            return bool(held.bodies)  # "the defence minister" is not "the minister of the Royal Court"
        return bool(wanted.place and held.place and "u.s." not in (wanted.place, held.place))

    def of_another_party(self, wanted: Office, person: Person) -> bool:
        """Tell whether an office is that of a party, and somebody is of another one."""
        party = wanted.bodies & PARTY_NAMES
        theirs = person.parties(self.text) if party else party
        return bool(theirs) and party.isdisjoint(theirs)

    def contradicts(self, wanted: Office, person: Person) -> bool:
        """Tell whether a person holds an office of the same noun that clashes with the one wanted."""
        return any(held.noun == wanted.noun and self.clash(wanted, held, person) for _, held in person.offices[:LATEST])
