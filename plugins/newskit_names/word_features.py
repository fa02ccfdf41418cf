"""The features of one token for the model: the word itself, the words beside it, and what the rules found there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from newskit.text import female_share, without_accents
from newskit_names.features import shape
from newskit_names.lexicon import Lexicon

_AFFIXES = (2, 3, 4)
"""Letters of the beginnings and ends of words that are features."""
_ACRONYM = 6
_LONG = 4
"""Letters of the words beside a token whose ends are features."""
_LISTS = frozenset(
    (
        "body",
        "company",
        "feature",
        "facility",
        "work",
        "strong",
        "firm",
        "of",
        "foreign_body",
        "office",
        "before",
        "inside",
        "particle",
        "suffix",
        "senior",
        "family_first",
        "never",
        "known_person",
        "rank",
        "town",
        "maker",
        "institution",
        "person_noun",
        "part",
        "shared",
        "both",
        "ambiguous",
    )
)
"""Classes of words that a token's own word is looked up in."""
_BESIDE_LISTS = frozenset(
    (
        "speech",
        "kin",
        "employed",
        "maker",
        "town",
        "body",
        "person_noun",
        "in",
        "company",
        "feature",
        "facility",
        "of",
        "auxiliary",
        "household",
        "institution",
    )
)
"""Classes of words that the words beside a token are looked up in."""
_KEPT = 1 << 14


@lru_cache(_KEPT)
def sort(lower: str, lexicon: Lexicon) -> str:
    """Return the sort of a word by the lists: of a body, a given name, a place, a common word, unknown."""
    kinds = lexicon.kinds
    if lower in lexicon.ends_names:
        return "body"
    if lower in kinds["inside"] or lower in kinds["particle"]:
        return "small"
    given, family = lower in lexicon.given or female_share(lower) is not None, lower in lexicon.surnames
    if lower in lexicon.common:
        return "name or word" if given or family else "word"
    return _sort_of_name(lower, lexicon, given=given, family=family)


def _sort_of_name(lower: str, lexicon: Lexicon, *, given: bool, family: bool) -> str:
    if lower in lexicon.demonyms or lower in lexicon.places:
        return "people" if lower in lexicon.demonyms else "land"
    if given or family:
        return "both" if given and family else "given" if given else "family"
    if lower in lexicon.cities:
        return "city"
    return "letter" if len(lower) == 1 else "unknown" if lower.isalpha() else "mark"


@lru_cache(8)
def _of_lists(lexicon: Lexicon) -> dict[str, list[str]]:
    """Return the classes of each word, of those that features look in."""
    found: dict[str, list[str]] = {}
    for kind in sorted(_LISTS | _BESIDE_LISTS):
        for word in lexicon.kinds[kind]:
            found.setdefault(word, []).append(kind)
    return found


def of_word(word: str, lower: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield the features of a token's own word."""
    yield "bias"
    yield f"is {lower}"
    yield f"form {shape(word)}"
    if len(word) > 1 and word.isupper():
        yield f"letters {min(len(word), _ACRONYM)}"
    for length in _AFFIXES:
        if len(lower) > length:
            yield f"-{lower[-length:]}"
            yield f"{lower[:length]}-"
    yield f"sort {sort(lower, lexicon)}"
    yield from _listed(word, lower, lexicon)


def _listed(word: str, lower: str, lexicon: Lexicon) -> Iterator[str]:
    lists = (
        ("given", lexicon.given),
        ("surname", lexicon.surnames),
        ("city", lexicon.cities),
        ("common", lexicon.common),
    )
    for name, known in lists:
        if lower in known:
            yield f"in {name}"
    if female_share(lower) is not None:
        yield "in borne"
    if lower in lexicon.places:
        yield f"in {lexicon.places[lower]}"
    bare = lower if lower.isascii() else without_accents(lower)
    if bare in lexicon.divisions or bare in lexicon.towns:
        yield "in divisions" if bare in lexicon.divisions else "in towns"
    if word in lexicon.organizations:
        yield "in organizations"
    for kind in _of_lists(lexicon).get(lower, ()):
        if kind in _LISTS:
            yield f"of {kind}"


def beside(word: str, lower: str, offset: int, lexicon: Lexicon) -> Iterator[str]:
    """Yield the features of a word that stands right before or behind a token."""
    yield f"{offset:+d} {lower}"
    yield f"{offset:+d} form {shape(word)[:2]}"
    yield f"{offset:+d} sort {sort(lower, lexicon)}"
    if len(lower) > _LONG:
        yield f"{offset:+d} -{lower[-3:]}"
    for kind in _of_lists(lexicon).get(lower, ()):
        if kind in _BESIDE_LISTS:
            yield f"{offset:+d} of {kind}"


def pair(first: str, second: str, offset: int, lexicon: Lexicon) -> Iterator[str]:
    """Yield the features of a token with the word before it, ``offset`` -1, or behind it, +1."""
    yield f"{offset:+d} {first} {second}"
    yield f"{offset:+d} sorts {sort(first, lexicon)}, {sort(second, lexicon)}"


def found(place: str, kind: str, before: str, behind: str, known: str) -> Iterator[str]:
    """Yield the features of what the rules found at a token: where in a name it stands, of what kind, what is beside.

    ``place`` is "first", "inner", "last", "lone", "role" or "outside"; the kinds are
    "no" outside of names. ``known`` is the sort of the token's word.
    """
    yield f"rule {place}"
    yield f"rule {place} {kind}"
    yield f"rule {place} {kind}, {known}"
    yield f"rule before {before}"
    yield f"rule behind {behind}"
