"""How well an office that a title alone names fits one that somebody holds."""

from __future__ import annotations

from newskit.linking.offices import COUNTRIES, NARROWER, WIDER, Office, family, same_body
from newskit.linking.people import LATEST, PARTY_NAMES, Person
from newskit.linking.words import WORDS

_OF_STATE = frozenset(map(family, WORDS["of_state"]))
NARROWER_ROLE = "narrower role"
"""The rule of a narrower noun, which tells nobody apart: "the artist" of a painter."""


def fit(text: str, wanted: Office, held: Office, person: Person) -> tuple[int, str]:
    """Return how well a held office fits a wanted one, 0 for not at all, and the rule."""
    same = wanted.noun == held.noun
    wider = held.noun in WIDER.get(wanted.noun, ())
    narrower = not (same or wider) and held.noun in NARROWER and wanted.noun in WIDER[held.noun]
    others = same and wanted.words and held.words and wanted.words.isdisjoint(held.words)
    if not (same or wider or narrower) or others:
        return 0, ""
    said = wanted.bodies | {wanted.place} - {""}
    known = held.bodies | ({held.place} - {""}) | person.origins(text)
    if wanted.bodies and not (held.bodies or held.place):  # "Rep. Ann Poe, Farm Party leader, … | the Farm MP"
        known = known.union(*(other.bodies for _, other in person.offices[:LATEST]))
    shared = said & known or any(same_body(one, other) for one in said for other in known)
    if not shared and (clash(text, wanted, held, person) or (not same and _needs_more(wanted, held))):
        return 0, ""
    if wanted.past and not held.past:
        return 1, "same role"
    degree = _degree(wanted, held, shared=bool(shared))
    if shared:
        return degree, "same role and organisation"
    return (1, NARROWER_ROLE) if narrower else (degree, "same role" if same else "wider role")


def _degree(wanted: Office, held: Office, *, shared: bool) -> int:
    same = wanted.noun == held.noun
    degree = (4 if same else 3) if shared else 2 if same else 1
    told = bool(wanted.words & held.words) - (wanted.place != "" and not shared and bool(held.bodies))
    less = same and bool(held.words) and not wanted.words  # "the coach" is rather one than "the strength coach"
    return degree * 4 - 2 * (held.past and not wanted.past) + told - less


def _needs_more(wanted: Office, held: Office) -> bool:
    """Tell whether a wider noun says too little: "the police chief" of a bank's director."""
    others = wanted.words.isdisjoint(held.words)
    if others and (wanted.noun in WORDS["led"] or (wanted.noun == "official" and wanted.words)):
        return True
    return wanted.past and not held.past and wanted.noun not in WORDS["relative"]


def clash(text: str, wanted: Office, held: Office, person: Person) -> bool:
    """Tell whether what a title says cannot be true of somebody who holds an office."""
    if of_another_party(text, wanted, person):
        return True
    if wanted.bodies and held.bodies and not (wanted.bodies | held.bodies) & (PARTY_NAMES | COUNTRIES):
        return True  # who plays for a country plays for a club too
    if wanted.noun == held.noun and held.noun in WORDS["portfolio"] and wanted.words and not held.words:
        return bool(held.bodies)  # "the defence minister" is not "the minister of the Royal Court"
    of_state = wanted.noun == held.noun and wanted.noun in _OF_STATE
    if of_state and (_of_country(wanted, held) or _of_country(held, wanted)):
        return True  # "the president of Peru" is not the president of the Zorvo Club
    return bool(wanted.place and held.place and "u.s." not in (wanted.place, held.place))


def of_another_party(text: str, wanted: Office, person: Person) -> bool:
    """Tell whether an office is that of a party, and somebody is of another one."""
    party = wanted.bodies & PARTY_NAMES
    theirs = person.parties(text) if party else party
    return bool(theirs) and party.isdisjoint(theirs)


def _of_country(one: Office, other: Office) -> bool:
    """Tell whether an office is of a place, and another of a body that is neither a party nor a country."""
    return bool(one.place and not one.bodies and not other.place and other.bodies - PARTY_NAMES - COUNTRIES)


def says_other(wanted: Office, held: Office) -> bool:
    """Tell whether a wider noun has words of its own: "the party leader" of whom the article calls a premier."""
    told = bool(wanted.words) and wanted.words.isdisjoint(held.words) and not held.bodies
    return told and wanted.noun != held.noun and wanted.noun in WIDER["politician"]


def contradicts(text: str, wanted: Office, person: Person) -> bool:
    """Tell whether a person holds an office of the same noun that clashes with the one wanted."""
    return any(held.noun == wanted.noun and clash(text, wanted, held, person) for _, held in person.offices[:LATEST])
