"""The linear model: summed weights of the features decide between person, organisation, place and no name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from newskit.text import rows
from newskit_names.features import of_words
from newskit_names.lexicon import Lexicon

KINDS = ("person", "organization", "place", "none")
_KEPT = 1 << 14
"""Names kept in memory between articles."""
_HUNDREDTHS = 100

Row = tuple[int, int, int, int]


@cache
def weights() -> dict[str, Row]:
    """Return the weights of each feature in the order of ``KINDS``, in hundredths; written by the training script."""
    return dict(rows("newskit_names", "weights.txt", "four weights, a tab and a feature", _weights))


def _weights(line: str) -> tuple[str, Row]:
    numbers, feature = line.split("\t")
    person, organization, place, none = (round(float(number) * _HUNDREDTHS) for number in numbers.split())
    return feature, (person, organization, place, none)


@lru_cache(_KEPT)
def sum_of_words(text: str, words: tuple[str, ...], lexicon: Lexicon) -> Row:
    """Return the summed weights of the features of a name's own words."""
    return _sum(dict.fromkeys(of_words(text, words, lexicon)), (0, 0, 0, 0))


def decide(text: str, words: tuple[str, ...], around: Iterable[str], lexicon: Lexicon) -> str:
    """Return the kind with the highest sum, the first of ``KINDS`` at a tie."""
    sums = _sum(around, sum_of_words(text, words, lexicon))
    return KINDS[sums.index(max(sums))]


def _sum(features: Iterable[str], start: Row) -> Row:
    table = weights()
    person, organization, place, none = start
    for feature in features:
        row = table.get(feature)
        if row is not None:
            person += row[0]
            organization += row[1]
            place += row[2]
            none += row[3]
    return person, organization, place, none
