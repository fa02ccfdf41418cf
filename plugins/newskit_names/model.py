"""The linear model: summed weights of the features decide between person, organisation, place, facility and no name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import cast

from attrs import frozen

from newskit.text import Tokens, rows
from newskit_names.candidates import Candidate
from newskit_names.features import is_acronym, of_words
from newskit_names.lexicon import Lexicon
from newskit_names.surroundings import MOST, Beside, Relations, before, behind, contexts, here

KINDS = ("person", "organization", "place", "facility", "none")
WEIGHTS = {True: "weights.txt", False: "weights_open.txt"}
"""The files of weights: learned from the worldwide newswire too, or from GUM alone."""
_KEPT = 1 << 14
"""Names and words beside them kept in memory between articles."""
_PERSON = KINDS.index("person")

Row = tuple[int, int, int, int, int]
NOTHING: Row = (0, 0, 0, 0, 0)


@frozen(eq=False)
class Weights:
    """The weights of the features in the order of ``KINDS``, in hundredths, and the lists that the features look in."""

    rows: Mapping[str, Row]
    lexicon: Lexicon

    def sum(self, features: Iterable[str]) -> Row:
        """Return the summed weights of features."""
        known = tuple(filter(None, map(self.rows.get, features)))
        return cast("Row", tuple(map(sum, zip(*known, strict=True)))) if known else NOTHING


@cache
def weights(name: str, lexicon: Lexicon) -> Weights:
    """Return the weights of a file with the lists that their features look in."""
    return Weights(weight_rows(name), lexicon)


@cache
def weight_rows(name: str) -> dict[str, Row]:
    """Return the weights of each feature; written by the training script."""
    return dict(rows("newskit_names", name, "five weights, a tab and a feature", _weights))


def _weights(line: str) -> tuple[str, Row]:
    numbers, feature = line.split("\t")
    person, organization, place, facility, none = map(int, numbers.split())
    return feature, (person, organization, place, facility, none)


@lru_cache(_KEPT)
def of_words_sum(text: str, words: tuple[str, ...], table: Weights) -> Row:
    """Return the summed weights of the features of a name's own words."""
    return table.sum(of_words(text, words, table.lexicon))


@lru_cache(_KEPT)
def _of_before(beside: Beside, table: Weights) -> Row:
    return table.sum(before(beside, table.lexicon))


@lru_cache(_KEPT)
def _of_behind(beside: Beside, table: Weights) -> Row:
    return table.sum(behind(beside, table.lexicon))


class Decider:
    """Decides the kinds of the names of one article."""

    def __init__(self, candidates: Sequence[Candidate], tokens: Tokens, table: Weights) -> None:
        self.tokens, self.table, self.lexicon = tokens, table, table.lexicon
        self.relations = Relations(candidates, tokens, table.lexicon)

    def kind(self, group: Sequence[Candidate], kinds: Mapping[str, str]) -> str:
        """Return the kind of a name from all its occurrences, given those known; the first of ``KINDS`` at a tie."""
        table = self.table
        befores, behinds = self._contexts(group)
        summed = [of_words_sum(group[0].text, group[0].words, table)]
        summed.append(table.sum((*here(group, self.lexicon), *self.relations.features(group, kinds))))
        summed += [_of_before(beside, table) for beside in befores]
        summed += [_of_behind(beside, table) for beside in behinds]
        sums = list(map(sum, zip(*summed, strict=True)))
        if len(group[0].words) == 1 and is_acronym(group[0].text):
            sums[_PERSON] = min(sums)  # those known as people are in the lists
        return KINDS[sums.index(max(sums))]

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
