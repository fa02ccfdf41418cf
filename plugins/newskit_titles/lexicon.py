"""The word lists of the titles, read once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

import regex

from newskit.text import classes, closed_class, surnames, words

_HERE = "newskit_titles"
_WORD = regex.compile(r"^\w+")

ROLES = classes(_HERE, "roles.txt")
OFFICES = ROLES["office"]
JOBS = ROLES["job"]
RANKS = ROLES["rank"]
HONORIFICS = ROLES["honorific"]
SHORT = ROLES["short"]
VERBLIKE = ROLES["verblike"]
NOUNS = OFFICES | JOBS | RANKS
OFFICES_AND_JOBS = OFFICES | JOBS
OFFICES_AND_RANKS = OFFICES | RANKS
PLAIN_JOBS = JOBS - OFFICES_AND_RANKS - HONORIFICS
FORMS = HONORIFICS - OFFICES_AND_JOBS
"""Honorifics that are no job."""
BEFORE_NAMES = HONORIFICS | SHORT
ADDRESS = ROLES["address"]
ADJECTIVAL = ROLES["adjectival"]
ATTRIBUTIVE = ROLES["attributive"]
GIVEN = ROLES["given"]
LED = ROLES["led"]
OPINIONS = ROLES["opinion"]
NAMED = ROLES["named"]
SHORT_PLURALS = frozenset(("sens", "reps", "govs", "gens", "profs", "drs"))

_MODIFIERS = classes(_HERE, "modifiers.txt")
LEADS = _MODIFIERS["lead"]
FIELDS = _MODIFIERS["field"]
INNER = _MODIFIERS["part"] | FIELDS
ORGANISATION_NOUNS = words(_HERE, "organisation_nouns.txt")
BODY_NOUNS = words(_HERE, "body_nouns.txt")

_GOVERNING = classes(_HERE, "governing.txt")
OF_PLACE = _GOVERNING["place"]
TAKES = {
    "of": None,
    "for": None,
    "at": None,
    "from": None,
    **{preposition: _GOVERNING[preposition] for preposition in ("to", "in", "on", "with")},
}
"""The prepositions that a title takes, and the nouns that take them; None where all do."""
DIRECTED = _GOVERNING["directed"]
WORKS = _GOVERNING["work"]
PARTY_NOUNS = _GOVERNING["party"]
PARTISANS = _GOVERNING["partisan"]
TOP = _GOVERNING["top"]
SERVICES = _GOVERNING["service"]
POSTNOMINALS = _GOVERNING["postnominal"]
NUMBERS = _GOVERNING["number"]
CALENDAR = closed_class("weekday") | closed_class("month")
TURNS, UNITS = _GOVERNING["turn"], _GOVERNING["unit"]
FUNCTION_WORDS = _GOVERNING["function"]
COPULAS = _GOVERNING["copula"]
BEFORE_AS = _GOVERNING["as"]
SPEECH = _GOVERNING["speech"]
PEOPLES = _GOVERNING["people"]
PARTICLES = closed_class("particle")
IDLE = _GOVERNING["idle"]
PORTRAY = _GOVERNING["portray"]
PAIRS = _GOVERNING["pair"]
KINDS, SUBJECT = _GOVERNING["kind"], _GOVERNING["subject"]
APPOINT = _GOVERNING["appoint"]
VERBS = _GOVERNING["verb"] | COPULAS | SPEECH


def _tails() -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(_GOVERNING["tail"], key=lambda each: (-len(each), each)):
        noun, *rest = phrase.split()
        found.setdefault(noun, []).append(tuple(rest))
    return {noun: tuple(rests) for noun, rests in found.items()}


TAILS = _tails()
"""What ends a fixed title behind its noun, the longest first: "secretary | general", "editor | in chief"."""
FIXED = {"lady": frozenset(("first", "second")), "mate": frozenset(("running",))}
"""Nouns that are a title only behind some words."""
PLURALS = (
    frozenset(f"{noun}s" for noun in NOUNS - NAMED)
    | SHORT_PLURALS
    | {f"{noun[:-3]}men" for noun in NOUNS if noun.endswith("man")}
)
POSTNOMINALS_FOLDED = frozenset(letters.lower() for letters in POSTNOMINALS) - NOUNS
HEADS = frozenset(FIXED).union(PLURALS, PARTY_NOUNS, POSTNOMINALS_FOLDED, *ROLES.values())

PLACES = frozenset(
    place
    for label, places in sorted(classes("newskit.text", "places.txt").items())
    if label != "abbreviation"
    for place in places
)
_PLACES_FOLDED = frozenset(place.casefold() for place in PLACES)
PLACE_STARTS = frozenset(
    start
    for word in {place.partition(" ")[0] for place in _PLACES_FOLDED}
    for start in (word, word.rstrip("."), *_WORD.findall(word))
)
"""What the first token of a place name can be."""
DEMONYMS = frozenset(name.casefold() for name in classes("newskit.text", "places.txt")["demonym"])
ABBREVIATED_PLACES = frozenset(name.casefold() for name in classes("newskit.text", "places.txt")["abbreviation"])
DOTTED = frozenset(name for name in ABBREVIATED_PLACES if "." in name[:-1])
"""Abbreviations of states with a stop inside: "n.j."."""
STATES = frozenset(name.removesuffix(".") for name in ABBREVIATED_PLACES - DOTTED)
LONGEST_PLACE = max(place.count(" ") + 1 for place in PLACES)

POSSESSIVES = closed_class("possessive")
ARTICLES = closed_class("article") | {"this", "that", "one"}
DETERMINERS = ARTICLES | POSSESSIVES | {"another"}
INDEFINITE = frozenset(("a", "an", "one", "another"))
DEFINITE = DETERMINERS - INDEFINITE
SUFFIXES = closed_class("suffix")
_PREFIXES = frozenset(("co", "ex", "then", "vice", "sub", "under", "deputy", "self", "arch"))
_ENDINGS = frozenset(("elect", "designate", "nominate", "emeritus"))


def base(word: str) -> str:
    """Return the noun inside a hyphened title: "director" of "co-director", "mayor" of "mayor-elect"."""
    return _inner(word) if "-" in word else word


@lru_cache(maxsize=4096)
def _inner(word: str) -> str:
    if word in NOUNS:
        return word
    first, _, rest = word.partition("-")
    if first in _PREFIXES and base(rest) in NOUNS:
        return base(rest)
    start, _, last = word.rpartition("-")
    return base(start) if last in _ENDINGS and base(start) in NOUNS else word


def is_head(word: str) -> bool:
    """Tell whether a word in lower case can be the noun of a title."""
    return word in HEADS or ("-" in word and _inner(word) in NOUNS)


def is_place(written: Iterable[str]) -> bool:
    """Tell whether the words, as written, name a country, its people, a state or a well-known city."""
    return " ".join(written).casefold() in _PLACES_FOLDED


@cache
def leading_nouns() -> frozenset[str]:
    """Return the nouns behind which a capital shows a name: all but jobs that are surnames too ("Cook")."""
    return NOUNS - (PLAIN_JOBS & surnames())
