"""The word lists of the titles but for their nouns, read once."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from newskit.text import classes, closed_class, words

PACKAGE = "newskit_titles"
_WORD = regex.compile(r"^\w+")

_MODIFIERS = classes(PACKAGE, "modifiers.txt")
LEADS = _MODIFIERS["lead"]
FIELDS = _MODIFIERS["field"]
INNER = _MODIFIERS["part"] | FIELDS
ORGANISATION_NOUNS = words(PACKAGE, "organisation_nouns.txt")
BODY_NOUNS = words(PACKAGE, "body_nouns.txt")

GOVERNING = classes(PACKAGE, "governing.txt")
"""The words around a role noun by class; the head of the file says what each class is."""
TAKES: dict[str, frozenset[str] | None] = {
    **dict.fromkeys(("of", "for", "at", "from")),
    **{preposition: GOVERNING[preposition] for preposition in ("to", "in", "on", "with", "representing")},
}
"""The prepositions that a title takes, and the nouns that take them; None where all do."""
PREPOSITIONS = TAKES.keys() - {"representing"}
PARTY_NOUNS, PARTISANS, TOP = GOVERNING["party"], GOVERNING["partisan"], GOVERNING["top"]
POSTNOMINALS, NUMBERS = GOVERNING["postnominal"], GOVERNING["number"]
FUNCTION_WORDS = GOVERNING["function"]
COPULAS, SPEECH, ADVERBS = GOVERNING["copula"], GOVERNING["speech"], GOVERNING["adverb"]
CLOSERS, SAID = GOVERNING["closer"], GOVERNING["said"]
COUNTS = GOVERNING["count"]
KINDS, COMPANIES = GOVERNING["kind"], GOVERNING["company"]
HELD = dict(entry.split() for entry in GOVERNING["held"])
HOLDS = dict(entry.split() for entry in GOVERNING["holds"]) | HELD
PREFIXES, ENDINGS = GOVERNING["prefix"], GOVERNING["ending"]
SECOND_IN_COMMAND = GOVERNING["second"]
CALENDAR = closed_class("weekday") | closed_class("month")
PARTICLES = closed_class("particle")
SUFFIXES = closed_class("suffix")
POSSESSIVES = closed_class("possessive")
ARTICLES = closed_class("article") | {"this", "that", "one"}
DETERMINERS = ARTICLES | POSSESSIVES | {"another"}
DEFINITE = DETERMINERS - {"a", "an", "one", "another"}


def _fixed(label: str, *, noun_first: bool) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the words beside the noun of fixed titles, the longest first, by the noun."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(GOVERNING[label], key=lambda each: (-len(each), each)):
        first, *rest = phrase.split() if noun_first else reversed(phrase.split())
        found.setdefault(first, []).append(tuple(rest))
    return {noun: tuple(rests) for noun, rests in found.items()}


TAILS = _fixed("tail", noun_first=True)
"""What ends a fixed title behind its noun, the longest first: "secretary | general", "editor | in chief"."""
FIXED = {noun: frozenset(before for (before,) in leads) for noun, leads in _fixed("fixed", noun_first=False).items()}
"""Nouns that are a title only behind some words."""

_PLACES = classes("newskit.text", "places.txt")
_NAMES = frozenset(name.casefold() for label, names in _PLACES.items() if label != "abbreviation" for name in names)
PLACE_STARTS = frozenset(
    start
    for word in {place.partition(" ")[0] for place in _NAMES}
    for start in (word, word.rstrip("."), *_WORD.findall(word))
)
"""What the first token of a place name can be."""
COUNTRIES = frozenset(name.casefold() for name in _PLACES["country"])
DEMONYMS = frozenset(name.casefold() for name in _PLACES["demonym"])
ABBREVIATED_PLACES = frozenset(name.casefold() for name in _PLACES["abbreviation"])
DOTTED = frozenset(name for name in ABBREVIATED_PLACES if "." in name[:-1])
"""Abbreviations of states with a stop inside: "n.j."."""
STATES = frozenset(name.removesuffix(".") for name in ABBREVIATED_PLACES - DOTTED)
LONGEST_PLACE = max(place.count(" ") + 1 for place in _NAMES)


def is_place(written: Iterable[str]) -> bool:
    """Tell whether the words, as written, name a country, its people, a state or a well-known city."""
    return " ".join(written).casefold() in _NAMES
