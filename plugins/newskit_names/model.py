"""The linear model: summed weights of the features decide between person, organisation, place, facility and no name."""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from attrs import frozen

from newskit.text import SortedTable, Tokens, rows
from newskit_names.candidates import Candidate
from newskit_names.features import is_acronym, of_words
from newskit_names.lexicon import Lexicon
from newskit_names.people import People
from newskit_names.surroundings import MOST, Beside, Relations, before, behind, contexts, here

KINDS = ("person", "organization", "place", "facility", "none")
WEIGHTS = {True: "weights.txt", False: "weights_open.txt"}
"""The files of weights: learned from the worldwide newswire too, or from GUM alone."""
_KEPT = 1 << 11
"""Names and words beside them, of each side, whose weights are kept in memory between articles."""
_PERSON = KINDS.index("person")
_LEAD = 45
"""By how much what is named once, by one word, must rather be a person: below it most are works, firms and towns."""

Row = tuple[int, int, int, int, int]
_FORM = "a feature, a tab and five weights"
_BITS = 32
_PLACES = tuple(range(0, _BITS * len(KINDS), _BITS))
_MIDDLE = 1 << (_BITS - 1)
_DIGITS = f"<{len(KINDS)}I"
_MIDDLES = sum(_MIDDLE << place for place in _PLACES)


def packed(row: Row) -> int:
    """Return the weights of a feature as the digits of one whole number, so that one addition adds all.

    A digit has room for a sum of 20 million, in the weights' own units, where an article's largest are some hundreds.
    """
    return sum(weight << place for weight, place in zip(row, _PLACES, strict=True))


def unpacked(summed: int) -> list[int]:
    """Return the weights in a sum of packed ones, in the order of ``KINDS``."""
    digits = struct.unpack(_DIGITS, (summed + _MIDDLES).to_bytes(_BITS // 8 * len(KINDS), "little"))
    return [digit - _MIDDLE for digit in digits]


class Scores(dict[str, int]):
    """The packed weights of the features of a file, each read when first asked for; 0 for those it does not have.

    Raises ``InputError`` with file and line for a row that cannot be read, where its weights are none when it is met.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._rows = SortedTable("newskit_names", name, _FORM)

    def __missing__(self, feature: str) -> int:
        row = self._rows.get(feature)
        if row is None:
            return 0
        try:
            self[feature] = found = packed(_numbers(row))
        except ValueError:
            weight_rows(self._name)  # which tells the line
            raise
        return found


@frozen(eq=False)
class Weights:
    """The packed weights of the features, and the lists that the features look in."""

    scores: Scores | Counter[str]
    lexicon: Lexicon

    def sum(self, features: Iterable[str]) -> int:
        """Return the summed weights of features, packed."""
        return sum(map(self.scores.__getitem__, features))


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
    person, organization, place, facility, none = map(int, written.split())
    return person, organization, place, facility, none


@lru_cache(_KEPT)
def of_words_sum(text: str, words: tuple[str, ...], table: Weights) -> int:
    """Return the summed weights of the features of a name's own words, packed."""
    return table.sum(of_words(text, words, table.lexicon))


@lru_cache(_KEPT)
def _of_before(beside: Beside, table: Weights) -> int:
    return table.sum(before(beside, table.lexicon))


@lru_cache(_KEPT)
def _of_behind(beside: Beside, table: Weights) -> int:
    return table.sum(behind(beside, table.lexicon))


class Decider:
    """Decides the kinds of the names of one article."""

    def __init__(self, candidates: Sequence[Candidate], tokens: Tokens, table: Weights) -> None:
        self.tokens, self.table, self.lexicon = tokens, table, table.lexicon
        self.people = People(tokens, table.lexicon)
        self.relations = Relations(candidates)

    def kind(self, group: Sequence[Candidate], kinds: Mapping[str, str]) -> str:
        """Return the kind of a name from all its occurrences, given those known; the first of ``KINDS`` at a tie."""
        table = self.table
        befores, behinds = self._contexts(group)
        summed = of_words_sum(group[0].text, group[0].words, table)
        summed += table.sum((*here(group, self.lexicon), *self.relations.features(group, kinds)))
        for beside in befores:
            summed += _of_before(beside, table)
        for beside in behinds:
            summed += _of_behind(beside, table)
        sums = unpacked(summed)
        if len(group[0].words) == 1 and (is_acronym(group[0].text) or self._joined(group[0])):
            sums[_PERSON] = min(sums)  # those known as people are in the lists
        kind = KINDS[sums.index(max(sums))]
        if kind == "organization" and (group[0].text == "May" or any(map(self.people.counted, group))):
            return "none"
        if kind == "none" and self.people.bears(group) and not self.people.nobody(group):
            return "person"
        if kind != "person":
            return kind
        if sums[_PERSON] - max(sums[1:]) < _LEAD and self._once(group, kinds):
            return KINDS[sums.index(max(sums[1:]), 1)]
        if not self.people.nobody(group):
            return kind
        sums[_PERSON] = min(sums)
        return "none" if len(group[0].words) == 1 else KINDS[sums.index(max(sums))]

    def _joined(self, candidate: Candidate) -> bool:
        """Tell whether acronyms that are nobody's name are joined by a hyphen: "ZKPD-ABW"."""
        parts = candidate.words[0].split("-")
        return len(parts) > 1 and candidate.text.isupper() and not any(map(self.lexicon.names.__contains__, parts))

    def _once(self, group: Sequence[Candidate], kinds: Mapping[str, str]) -> bool:
        """Tell whether it is one word that is named once, and neither a surname alone nor part of somebody's name."""
        word, lexicon = group[0].words[0], self.lexicon
        if len(group) > 1 or len(group[0].words) > 1 or (word in lexicon.surnames and word not in lexicon.common):
            return False
        return not any(kind == "person" and word in name.lower().split() for name, kind in kinds.items())

    def features(self, group: Sequence[Candidate], kinds: Mapping[str, str]) -> Iterator[str]:
        """Yield the features of a name whose weights ``kind`` sums; one may come twice."""
        yield from of_words(group[0].text, group[0].words, self.lexicon)
        yield from sorted(here(group, self.lexicon))
        yield from self.relations.features(group, kinds)
        befores, behinds = self._contexts(group)
        for beside in befores:
            yield from before(beside, self.lexicon)
        for beside in behinds:
            yield from behind(beside, self.lexicon)

    def _contexts(self, group: Sequence[Candidate]) -> tuple[Iterable[Beside], Iterable[Beside]]:
        pairs = [contexts(candidate, self.tokens) for candidate in group[:MOST]]
        befores = dict.fromkeys(each[0] for each in pairs if each[0] is not None)
        return befores, dict.fromkeys(each[1] for each in pairs)
