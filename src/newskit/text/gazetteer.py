"""Lists of names: given names, surnames, cities and other places, read when first asked for."""

from __future__ import annotations

import unicodedata
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache

from newskit.text.lexicon import SortedTable, SortedWords, classes, rows, words

_HERE = "newskit.text"
_KEPT = 1 << 10
"""Given names kept in memory between articles."""
_SHARES, _SHARE = "given_shares.txt", "NAME PERCENT"
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})
"""Letters that Unicode does not take apart."""


@cache
def given_names() -> AbstractSet[str]:
    """Return given names in lower case."""
    return SortedWords(_HERE, "given.txt", words(_HERE, "given_added.txt"))


@cache
def widely_given() -> AbstractSet[str]:
    """Return given names that are borne all over the world, in lower case and without accents.

    They are those that nearly all sources of nomquamgender have, and so rather given names than surnames.
    """
    return words(_HERE, "given_widely.txt")


@lru_cache(_KEPT)
def female_share(name: str) -> float | None:
    """Return the share of women among the bearers of a given name, 0 to 1, None where it is not known.

    Case and accents do not count; of a name with a hyphen that is not listed whole the first part counts. The table is
    made from nomquamgender (Van Buskirk, Clauset and Larremore, ICWSM 2023).
    """
    plain = without_accents(name)
    shares = _shares()
    share = shares.get(plain) or shares.get(plain.partition("-")[0])
    if share is None:
        return None
    try:
        return int(share) / 100
    except ValueError:
        check_shares()
        raise


def check_shares() -> None:
    """Read the whole table of shares; raises ``InputError`` with file and line for an entry that is none."""
    rows(_HERE, _SHARES, _SHARE, _share)


def without_accents(name: str) -> str:
    """Return a name in lower case and without accents, as the tables have names that are written both ways."""
    lowered = name.lower()
    if lowered.isascii():
        return lowered
    letters = unicodedata.normalize("NFKD", lowered.translate(_PLAIN))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@cache
def _shares() -> SortedTable:
    return SortedTable(_HERE, _SHARES, _SHARE, " ")


def _share(line: str) -> tuple[str, int]:
    name, percent = line.split()
    return name, int(percent)


@cache
def surnames() -> AbstractSet[str]:
    """Return common surnames in lower case."""
    return SortedWords(_HERE, "surnames.txt")


@cache
def cities() -> AbstractSet[str]:
    """Return the names of cities in lower case, the well-known ones of ``places`` not among them."""
    return SortedWords(_HERE, "cities.txt")


@cache
def places() -> dict[str, str]:
    """Return what each place is by its name in lower case: country, state, abbreviation, region or city.

    ``abbreviation`` is that of a state ("n.y."); ``city`` one that is known without its country.
    """
    named = classes(_HERE, "places.txt")
    return {name.lower(): kind for kind in sorted(named) if kind != "demonym" for name in sorted(named[kind])}
