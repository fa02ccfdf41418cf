"""The model: a chain over the tokens of a stretch decides where names begin and end, and of what kind they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, cached_property, lru_cache
from operator import add

from attrs import frozen

from newskit.text import pairs, rows
from newskit_names.features import of_words
from newskit_names.lexicon import Lexicon
from newskit_names.surroundings import Beside, before, behind
from newskit_names.word_features import beside, found, of_word, pair

KINDS = ("person", "organization", "place", "facility")
TAGS = ("n", "P", "p", "O", "o", "L", "l", "F", "f")
"""No name; then the first token of a name of each of ``KINDS``, and another of it."""
WEIGHTS = {True: "weights.txt", False: "weights_open.txt"}
"""The files of weights: learned from the worldwide newswire too, or from GUM alone."""
FOLLOWING = "then "
"""What begins the rows of what follows a tag, in place of a feature."""
_KEPT = 1 << 14
"""Words, pairs of words and names kept in memory between articles."""

Row = tuple[int, ...]
"""Weights in the order of ``TAGS``."""
NOTHING: Row = (0,) * len(TAGS)
_FORM = "a feature, a tab and TAGWEIGHT …"
_NUMBERS = {tag: number for number, tag in enumerate(TAGS)}
_BITS = 24
_PLACES = tuple(range(0, _BITS * len(TAGS), _BITS))
_MIDDLE = 1 << (_BITS - 1)
_MIDDLES = sum(_MIDDLE << place for place in _PLACES)


def packed(row: Row) -> int:
    """Return the weights of a feature as the digits of one whole number, so that one addition adds all.

    A digit has room for a sum of 80,000, in the weights' own units, where the largest of an article are some hundreds.
    """
    return sum(weight << place for weight, place in zip(row, _PLACES, strict=True))


def unpacked(summed: int) -> list[int]:
    """Return the weights in a sum of packed ones, in the order of ``TAGS``."""
    digits = summed + _MIDDLES
    return [(digits >> place & (1 << _BITS) - 1) - _MIDDLE for place in _PLACES]


class Scores(dict[str, int]):
    """The packed weights of the features of a file, each read when first asked for; 0 for those it does not have.

    Raises ``InputError`` with file and line for a row that cannot be read, where its weights are none when it is met.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._rows = pairs("newskit_names", name, _FORM, "\t")

    def __missing__(self, feature: str) -> int:
        row = self._rows.get(feature)
        if row is None:
            return 0
        try:
            self[feature] = found = packed(_numbers(row))
        except (KeyError, ValueError):
            weight_rows(self._name)  # which tells the line
            raise
        return found


@frozen(eq=False, slots=False)
class Weights:
    """The packed weights of the features, and the lists that the features look in."""

    scores: Scores | Counter[str]
    lexicon: Lexicon

    def sum(self, features: Iterable[str]) -> int:
        """Return the summed weights of features, packed."""
        return sum(map(self.scores.__getitem__, features))

    @cached_property
    def follow(self) -> tuple[Row, ...]:
        """The weights of a tag behind each tag: ``follow[behind][before]``."""
        after = (unpacked(self.scores[FOLLOWING + tag]) for tag in TAGS)
        return tuple(zip(*after, strict=True))


@cache
def weights(name: str, lexicon: Lexicon) -> Weights:
    """Return the weights of a file with the lists that their features look in."""
    return Weights(Scores(name), lexicon)


def weight_rows(name: str) -> dict[str, Row]:
    """Return the weights of each feature of a file; raises ``InputError`` for the first row that is none."""
    return dict(rows("newskit_names", name, _FORM, _weights))


def _weights(line: str) -> tuple[str, Row]:
    feature, numbers = line.split("\t")
    return feature, _numbers(numbers)


def _numbers(written: str) -> Row:
    row = [0] * len(TAGS)
    for each in written.split():
        row[_NUMBERS[each[0]]] = int(each[1:])
    return tuple(row)


@lru_cache(_KEPT)
def word_sum(word: str, lower: str, table: Weights) -> int:
    """Return the summed weights of the features of a token's own word."""
    return table.sum(of_word(word, lower, table.lexicon))


@lru_cache(_KEPT)
def beside_sum(word: str, lower: str, offset: int, table: Weights) -> int:
    """Return the summed weights of a word that stands right before or behind a token."""
    return table.sum(beside(word, lower, offset, table.lexicon))


@lru_cache(_KEPT)
def pair_sum(first: str, second: str, offset: int, table: Weights) -> int:
    """Return the summed weights of a token with the word before or behind it."""
    return table.sum(pair(first, second, offset, table.lexicon))


@lru_cache(_KEPT)
def found_sum(place: str, kind: str, previous: str, following: str, known: str, table: Weights) -> int:
    """Return the summed weights of what the rules found at a token."""
    return table.sum(found(place, kind, previous, following, known))


@lru_cache(_KEPT)
def name_sum(text: str, words: tuple[str, ...], place: str, table: Weights) -> int:
    """Return the summed weights of the features of a name's own words, at its first token or at a later one."""
    return table.sum(f"{place} {feature}" for feature in of_words(text, words, table.lexicon))


@lru_cache(_KEPT)
def before_sum(near: Beside, table: Weights) -> int:
    """Return the summed weights of the words before a name."""
    return table.sum(before(near, table.lexicon))


@lru_cache(_KEPT)
def behind_sum(near: Beside, table: Weights) -> int:
    """Return the summed weights of the words behind a name."""
    return table.sum(behind(near, table.lexicon))


def best(scores: Sequence[Sequence[int]], follow: Sequence[Row]) -> list[int]:
    """Return the likeliest tags of the tokens of a stretch, by number, given the scores of the tags at each."""
    first = scores[0]
    if len(scores) == 1:
        return [first.index(max(first))]
    reached, ways = first, []
    for here in scores[1:]:
        options = [list(map(add, reached, row)) for row in follow]
        most = list(map(max, options))
        ways.append([each.index(top) for each, top in zip(options, most, strict=True)])
        reached = list(map(add, most, here))
    tag = reached.index(max(reached))
    path = [tag]
    for way in reversed(ways):
        tag = way[tag]
        path.append(tag)
    return path[::-1]
