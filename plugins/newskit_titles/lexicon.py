"""The word lists of the titles, read once."""

from __future__ import annotations

from collections.abc import Iterable

from newskit.text import classes, words

_HERE = "newskit_titles"

ROLES = classes(_HERE, "roles.txt")
OFFICES = ROLES["office"]
JOBS = ROLES["job"]
RANKS = ROLES["rank"]
HONORIFICS = ROLES["honorific"]
SHORT = ROLES["short"]
NOUNS = OFFICES | JOBS | RANKS
SHORT_PLURALS = frozenset(("sens", "reps", "govs", "gens"))
PLURALS = frozenset(f"{noun}s" for noun in NOUNS) | SHORT_PLURALS
HEADS = frozenset(("lady", "mate")).union(PLURALS, *ROLES.values())

_MODIFIERS = classes(_HERE, "modifiers.txt")
LEADS = _MODIFIERS["lead"]
FIELDS = _MODIFIERS["field"]
INNER = _MODIFIERS["part"] | FIELDS
ORGANISATION_NOUNS = words(_HERE, "organisation_nouns.txt")

BODY_NOUNS = words(_HERE, "body_nouns.txt")

_GOVERNING = classes(_HERE, "governing.txt")
OF_PLACE = _GOVERNING["place"]
TAKES_TO = _GOVERNING["to"]

PLACES = frozenset(
    place
    for label, places in sorted(classes("newskit.text", "places.txt").items())
    if label != "abbreviation"
    for place in places
)
_PLACES_FOLDED = frozenset(place.casefold() for place in PLACES)
LONGEST_PLACE = max(place.count(" ") + 1 for place in PLACES)

PHRASE_ENDS = {
    "general": frozenset(
        ("attorney", "secretary", "solicitor", "surgeon", "director", "auditor", "consul", "inspector", "governor")
    ),
    "executive": frozenset(("chief",)),
    "minister": frozenset(("prime",)),
    "lady": frozenset(("first",)),
    "mate": frozenset(("running",)),
}
"""Second words of a fixed title and the words that they follow."""
AFTER_OF = {
    ("chief", "staff"),
    ("director", "communications"),
    ("secretary", "state"),
    ("president", "board"),
}
DETERMINERS = frozenset(("the", "a", "an", "his", "her", "their", "its", "our", "my", "your", "this", "that", "one"))
ARTICLES = frozenset(("the", "a", "an", "this", "that", "one"))
DEFINITE = DETERMINERS - {"a", "an", "one"}
SUFFIXES = frozenset(("jr", "sr", "ii", "iii"))
CALENDAR = _GOVERNING["calendar"]
FUNCTION_WORDS = _GOVERNING["function"]
COPULAS = _GOVERNING["copula"]


def is_place(written: Iterable[str]) -> bool:
    """Tell whether the words, as written, name a country, its people, a state or a well-known city."""
    return " ".join(written).casefold() in _PLACES_FOLDED
