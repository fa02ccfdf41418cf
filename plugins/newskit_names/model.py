"""The model: a chain over the tokens of a stretch decides where names begin and end, and of what kind they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from operator import add

from attrs import frozen

from newskit.text import rows
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
NOTHING: Row = (0,) * len(TAGS)
_NUMBERS = {tag: number for number, tag in enumerate(TAGS)}


@frozen(eq=False)
class Weights:
    """The weights of the features by ``TAGS``, in hundredths, and the lists that the features look in."""

    rows: Mapping[str, Row]
    lexicon: Lexicon
    follow: tuple[Row, ...] = (NOTHING,) * len(TAGS)
    """The weights of a tag behind each tag: ``follow[behind][before]``."""

    def sum(self, features: Iterable[str]) -> Row:
        """Return the summed weights of features."""
        known = tuple(filter(None, map(self.rows.get, features)))
        return tuple(map(sum, zip(*known, strict=True))) if known else NOTHING


@cache
def weights(name: str, lexicon: Lexicon) -> Weights:
    """Return the weights of a file with the lists that their features look in."""
    known = weight_rows(name)
    after = [known.get(FOLLOWING + tag, NOTHING) for tag in TAGS]
    return Weights(known, lexicon, tuple(zip(*after, strict=True)))


@cache
def weight_rows(name: str) -> dict[str, Row]:
    """Return the weights of each feature; written by the training script."""
    return dict(rows("newskit_names", name, "TAGWEIGHT …, a tab and a feature", _weights))


def _weights(line: str) -> tuple[str, Row]:
    numbers, feature = line.split("\t")
    row = [0] * len(TAGS)
    for each in numbers.split():
        row[_NUMBERS[each[0]]] = int(each[1:])
    return feature, tuple(row)


@lru_cache(_KEPT)
def word_sum(word: str, lower: str, table: Weights) -> Row:
    """Return the summed weights of the features of a token's own word."""
    return table.sum(of_word(word, lower, table.lexicon))


@lru_cache(_KEPT)
def beside_sum(word: str, lower: str, offset: int, table: Weights) -> Row:
    """Return the summed weights of a word that stands right before or behind a token."""
    return table.sum(beside(word, lower, offset, table.lexicon))


@lru_cache(_KEPT)
def pair_sum(first: str, second: str, offset: int, table: Weights) -> Row:
    """Return the summed weights of a token with the word before or behind it."""
    return table.sum(pair(first, second, offset, table.lexicon))


@lru_cache(_KEPT)
def found_sum(place: str, kind: str, previous: str, following: str, known: str, table: Weights) -> Row:
    """Return the summed weights of what the rules found at a token."""
    return table.sum(found(place, kind, previous, following, known))


@lru_cache(_KEPT)
def name_sum(text: str, words: tuple[str, ...], place: str, table: Weights) -> Row:
    """Return the summed weights of the features of a name's own words, at its first token or at a later one."""
    return table.sum(f"{place} {feature}" for feature in of_words(text, words, table.lexicon))


@lru_cache(_KEPT)
def before_sum(near: Beside, table: Weights) -> Row:
    """Return the summed weights of the words before a name."""
    return table.sum(before(near, table.lexicon))


@lru_cache(_KEPT)
def behind_sum(near: Beside, table: Weights) -> Row:
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
