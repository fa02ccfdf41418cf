"""What is written as a name and is none, by its form alone: terms, abbreviations, awards, contractions."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from newskit.text import lazy_pattern
from newskit_names.lexicon import Lexicon

_PLURAL = lazy_pattern(r"\p{Lu}\p{Ll}?\p{Lu}++s")
"""The plural of an abbreviation: many of a sort, where a body is one of its own."""
_MODEL = lazy_pattern(r"(?!U-?\d|F1\b|G\d)\p{Lu}++-?\d++\p{Lu}*+|\d++\p{Lu}++\d*+")
"""What tells the models of a product apart: "S001", "130AZ", "F-150"; "U-20" is a team's."""
_CONTRACTED = ("'ll", "'re", "'ve", "n't", "'d", "'m")
_SCIENCE = ("ism", "phobia", "idae", "inae", "aceae")
"""Endings of doctrines and of the families of animals and plants."""
_ACRONYM = 6
_SHORTEST = 6
"""Letters of the shortest word with such an ending: "Chrism" is none."""


def is_term(text: str, words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Tell whether a name that no list has is a term, given its text with plain apostrophes and its words."""
    first, last = words[0], words[-1]
    if is_storm(words, lexicon):
        return True
    if len(words) == 1:
        return text.lower().endswith(_CONTRACTED) or _doctrine(last, lexicon) or _lettered(last, lexicon)
    if is_plural_acronym(text.rpartition(" ")[2]) or last in lexicon.kinds["law"] or _coded(text):
        return True
    if any(map(_MODEL.fullmatch, text.split()[1:])) and last not in lexicon.ends_names:
        return True
    if first in lexicon.kinds["superlative"]:
        return last not in lexicon.kinds["strong"] and last not in lexicon.kinds["company"]
    described = first in lexicon.common or first in lexicon.demonyms or first in lexicon.adjectives
    return len(words) == 2 and described and _doctrine(last, lexicon)  # noqa: PLR2004 - "Orthodox Judaism"


def _lettered(word: str, lexicon: Lexicon) -> bool:
    """Tell whether letters with stops are short for what is no name: "A.I.", "G.D.P."."""
    letters, kinds = word.replace(".", ""), lexicon.kinds
    if "." not in word[1:-1] or word in lexicon.places:
        return False
    if len(letters) == 2:  # noqa: PLR2004 - of somebody whom a court protects: "named in court as A.B."
        return letters not in lexicon.places and word.upper() not in lexicon.organizations
    return letters in lexicon.common or letters in kinds["never"] or letters in kinds["thing"]


def is_firms(text: str, words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Tell whether several words begin with a well-known body that is nobody's name: "Samsung Galaxy"."""
    known = len(words) > 1 and text.partition(" ")[0] in lexicon.organizations
    return known and words[0] not in lexicon.names and words[0] not in lexicon.kinds["ambiguous"]


def _coded(text: str) -> bool:
    """Tell whether a code begins the name of a weapon or machine: "AQ-40 Zorvel"."""
    letters, hyphen, figures = text.partition(" ")[0].partition("-")
    return bool(hyphen) and letters.isupper() and figures.isdigit()


def is_storm(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Tell whether it is a storm with its name: "Hurricane Zorva", but not somebody who is called Storm."""
    if len(words) != 2 or words[0] not in lexicon.kinds["storm"]:  # noqa: PLR2004 - noun and name
        return False
    return words[0] not in lexicon.names or words[1] not in lexicon.surnames or words[1] in lexicon.given


def is_hall(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Tell whether a common noun and the noun of a building end several words: "Zorvel Beer Hall"."""
    inner = words[-2]
    return words[-1] in lexicon.kinds["facility"] and inner in lexicon.common and inner not in lexicon.names


def is_acronym(text: str) -> bool:
    """Tell whether a word is two to six capitals, stops between them or not, or the plural of an abbreviation."""
    letters = len(text) - text.count(".")
    return 1 < letters <= _ACRONYM and (text.isupper() or is_plural_acronym(text))


def is_plural_acronym(text: str) -> bool:
    """Tell whether a word is the plural of an abbreviation: "FAQs", "PhDs"."""
    return text[-1] == "s" and bool(_PLURAL.fullmatch(text))


def abbreviated(lower: Sequence[str], stop: int, letters: str, skipped: AbstractSet[str]) -> list[int]:
    """Return the tokens right before one that begin with some letters, the last first; none where they do not."""
    found, index = [], stop
    for letter in reversed(letters):
        index -= 1
        while index >= 0 and lower[index] in skipped and lower[index][0] != letter:
            index -= 1
        if index < 0 or lower[index][0] != letter:
            return []
        found.append(index)
    return found


def _doctrine(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a word names a doctrine or a family of living things, and is nobody's name and no place."""
    if len(word) <= _SHORTEST or not word.endswith(_SCIENCE):
        return False
    return word not in lexicon.names and word not in lexicon.cities
