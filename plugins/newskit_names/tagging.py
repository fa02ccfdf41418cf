"""What the model sees of an article, and the names that it finds there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from newskit import Doc
from newskit_names import model
from newskit_names.candidates import Candidate, occurrences
from newskit_names.features import of_words
from newskit_names.lexicon import POSSESSIVE
from newskit_names.model import KINDS, Weights
from newskit_names.stretches import stretches
from newskit_names.surroundings import MOST, Beside, Relations, before, behind, contexts, here
from newskit_names.word_features import beside, found, of_word, pair, sort

SETTLED = frozenset(("person", "organization", "place", "group"))
"""Kinds that the rules decide for good."""


_APART = frozenset(("person", "place"))
"""Kinds of names that are in no longer one together."""
_PARTING = POSSESSIVE | {"and"}


class Found(NamedTuple):
    """A name of the tokens ``first:last``."""

    first: int
    last: int
    kind: str


class Tagging:
    """Finds the names of one article by weight; ``kinds`` are those that the rules decide, by the name's text."""

    def __init__(
        self,
        doc: Doc,
        candidates: Sequence[Candidate],
        kinds: Mapping[str, str],
        roles: Collection[int],
        table: Weights,
    ) -> None:
        self.doc, self.tokens, self.table, self.lexicon = doc, doc.tokens, table, table.lexicon
        self.words, self.lower = doc.tokens.words, doc.tokens.lower
        self.candidates, self.kinds, self.roles = candidates, kinds, roles
        self.at = {index: each for each in candidates for index in range(each.first, each.last)}
        self.groups = occurrences(candidates)
        self.written = frozenset(self.words)
        self.relations = Relations(candidates, doc.tokens, table.lexicon)
        self.of_groups: dict[str, int] = {}

    def stretches(self) -> Iterator[range]:
        """Yield the stretches that may hold a name."""
        return stretches(self.doc, self.lexicon, self.candidates, self.at)

    def names(self) -> list[Found]:
        """Return the names by weight, in the order of the text; none overlaps another."""
        names: list[Found] = []
        for stretch in self.stretches():
            if not self._settled(stretch):
                names += spans(model.best(list(map(self.score, stretch)), self.table.follow), stretch)
        return list(self.parted(names))

    def _settled(self, stretch: range) -> bool:
        """Tell whether rules settle all of a stretch: one name of a sure kind, or people and places in a row."""
        at, kinds = self.at, self.kinds
        first = at.get(stretch[0])
        if first is not None and first.last == stretch.stop:
            return kinds.get(first.text) in SETTLED
        found = {each.text for each in map(at.get, stretch) if each is not None}
        if all(kinds.get(text) in _APART for text in found):
            return True
        joined = any(index not in at and self.lower[index] not in POSSESSIVE for index in stretch[:-1])
        return not joined and all(kinds.get(text) in SETTLED for text in found)

    def parted(self, names: Iterable[Found]) -> Iterator[Found]:
        """Yield names with the stop of an abbreviation that ends them; places are parted at commas."""
        words = self.words
        for first, last, kind in names:
            ends = self.at.get(last)
            if ends is not None and ends.last == last + 1 and words[last] == ".":
                last += 1  # noqa: PLW2901 - the end of the name
            if kind != "place" or "," not in words[first:last]:
                yield from self._parts(first, last, kind)
                continue
            begin = first
            for index in range(first, last + 1):
                if index == last or words[index] == ",":
                    while begin < index and words[begin].islower():
                        begin += 1
                    if begin < index:
                        yield Found(begin, index, kind)
                    begin = index + 1

    def _parts(self, first: int, last: int, kind: str) -> Iterator[Found]:
        """Yield a name without article, parted where the rules part an owner, two bodies or a listed one from it."""
        if self.lower[first] == "the" and last > first + 1:
            first += 1
        for index in range(first + 1, last - 1):
            if self.lower[index] in _PARTING and self._parts_at(index, last):
                yield Found(first, index, kind)
                first = index + 1
        listed = self.at.get(last - 1)
        known = listed is not None and listed.text in self.lexicon.organizations
        if listed is not None and known and first < listed.first and listed.first - 1 in self.at:
            first = listed.first
        yield Found(first, last, kind)

    def _parts_at(self, index: int, last: int) -> bool:
        """Tell whether a mark or "and" parts two names; it does not in "Zorville Magistrate's Court"."""
        before, behind, ends = self.at.get(index - 1), self.at.get(index + 1), self.lexicon.ends_names
        if before is None or before.last != index:
            return False
        if self.lower[index] in POSSESSIVE:
            return self.lower[last - 1] not in self.lexicon.kinds["body"]
        both = behind is not None and behind.first == index + 1 and len(behind.words) > 1 and behind.words[-1] in ends
        return both and before.words[-1] in ends

    def score(self, index: int) -> list[int]:
        """Return the scores of the tags at a token."""
        words, lower, table, size = self.words, self.lower, self.table, len(self.words)
        word = lower[index]
        summed = model.word_sum(words[index], word, table) + model.found_sum(*self._rules(index), table)
        for offset in (-1, 1):
            other = index + offset
            if 0 <= other < size:
                summed += model.beside_sum(words[other], lower[other], offset, table)
        if index:
            summed += model.pair_sum(lower[index - 1], word, -1, table)
        if index + 1 < size:
            summed += model.pair_sum(word, lower[index + 1], 1, table)
        candidate = self.at.get(index)
        if candidate is not None:
            summed += model.name_sum(candidate.text, candidate.words, _place(candidate, index), table)
            if self.kinds.get(candidate.text) not in SETTLED:
                summed += self._of_group(candidate)
        return model.unpacked(summed)

    def features(self, index: int) -> Iterator[str]:
        """Yield the features of a token whose weights ``score`` sums; one may come twice."""
        words, lower, lexicon, size = self.words, self.lower, self.lexicon, len(self.words)
        word = lower[index]
        yield from of_word(words[index], word, lexicon)
        yield from found(*self._rules(index))
        for offset in (-1, 1):
            other = index + offset
            if 0 <= other < size:
                yield from beside(words[other], lower[other], offset, lexicon)
        if index:
            yield from pair(lower[index - 1], word, -1, lexicon)
        if index + 1 < size:
            yield from pair(word, lower[index + 1], 1, lexicon)
        candidate = self.at.get(index)
        if candidate is not None:
            group = self.groups[candidate.text]
            for feature in of_words(candidate.text, candidate.words, lexicon):
                yield f"{_place(candidate, index)} {feature}"
            if self.kinds.get(candidate.text) in SETTLED:
                return
            yield from sorted(here(group, lexicon, self.written))
            yield from self.relations.features(group, self.kinds)
            befores, behinds = self._contexts(group)
            for near in befores:
                yield from before(near, lexicon)
            for near in behinds:
                yield from behind(near, lexicon)

    def _rules(self, index: int) -> tuple[str, str, str, str, str]:
        """Return what the rules found at a token: where in a name, its kind, what is beside, the sort of its word."""
        known = sort(self.lower[index], self.lexicon)
        candidate = self.at.get(index)
        if candidate is None:
            place = "role" if index in self.roles else "outside"
            return place, "no", self._kind(index - 1), self._kind(index + 1), known
        first, last = index == candidate.first, index + 1 == candidate.last
        place = "lone" if first and last else "first" if first else "last" if last else "inner"
        previous = self._kind(index - 1) if first else "same"
        return place, self._kind(index), previous, self._kind(index + 1) if last else "same", known

    def _kind(self, index: int) -> str:
        candidate = self.at.get(index)
        if candidate is None:
            return "role" if index in self.roles else "no"
        return self.kinds.get(candidate.text) or "unsure"

    def _of_group(self, candidate: Candidate) -> int:
        """Return the packed weights of the places where a name stands and of the article's other names."""
        summed, table = self.of_groups.get(candidate.text), self.table
        if summed is None:
            group = self.groups[candidate.text]
            befores, behinds = self._contexts(group)
            features = (*here(group, self.lexicon, self.written), *self.relations.features(group, self.kinds))
            summed = table.sum(features)
            summed += sum(model.before_sum(near, table) for near in befores)
            summed += sum(model.behind_sum(near, table) for near in behinds)
            self.of_groups[candidate.text] = summed
        return summed

    def _contexts(self, group: Sequence[Candidate]) -> tuple[Iterable[Beside], Iterable[Beside]]:
        pairs = [contexts(candidate, self.tokens) for candidate in group[:MOST]]
        befores = dict.fromkeys(each[0] for each in pairs if each[0] is not None)
        return befores, dict.fromkeys(each[1] for each in pairs)


def _place(candidate: Candidate, index: int) -> str:
    return "first" if index == candidate.first else "later"


def spans(tags: Iterable[int], stretch: range) -> Iterator[Found]:
    """Yield the names that the numbers of a stretch's tags say; what goes on with another kind begins a name."""
    first, known = 0, 0
    for index, tag in zip(stretch, tags, strict=True):
        goes_on = known and tag == 2 * known
        if goes_on:
            continue
        if known:
            yield Found(first, index, KINDS[known - 1])
        first, known = index, (tag + 1) // 2
    if known:
        yield Found(first, stretch.stop, KINDS[known - 1])
