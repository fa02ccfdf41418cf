"""The names that the model found, put among those that the rules found."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from newskit.text import Sentence
from newskit_names.candidates import OPENING, Candidate, Segmenter
from newskit_names.tagging import Found

_SURE = frozenset(("person", "organization", "place"))
"""Kinds that the rules decide for good."""


def _begin(sentence: Sentence) -> int:
    return sentence.tokens.start


class United:
    """The candidates of one article with the names of the model; ``found`` are the kinds that rules decide, by text."""

    def __init__(self, segmenter: Segmenter, candidates: Sequence[Candidate], found: dict[str, str]) -> None:
        self.segmenter, self.rules, self.found = segmenter, candidates, found
        self.known = {(each.first, each.last): each for each in candidates}
        self.votes: dict[str, list[str]] = {}

    def candidates(self, names: Iterable[Found]) -> list[Candidate]:
        """Return the candidates in the order of the text; what a sure name of the rules has goes on with it.

        The kind of each text that the rules leave open, or take for no name, is then that of most of its places.
        """
        sure = self._sure()
        placed: dict[int, Candidate] = {}
        taken: set[int] = set()
        for name in names:
            candidate = sure.get(name.first)
            if candidate is None or name.last > candidate.last:
                candidate = self.known.get(name[:2]) or self.between(name.first, name.last)
                self.votes.setdefault(candidate.text, []).append(name.kind)
            if candidate.first not in taken:
                placed[candidate.first] = candidate
                taken.update(range(candidate.first, candidate.last))
        for candidate in self.rules:
            if taken.isdisjoint(range(candidate.first, candidate.last)):
                placed[candidate.first] = candidate
                self.votes.setdefault(candidate.text, []).append("none")
        self._vote()
        return [placed[first] for first in sorted(placed)]

    def _sure(self) -> dict[int, Candidate]:
        """Return the names of which the rules are sure, by their tokens."""
        found: dict[int, Candidate] = {}
        for each in self.rules:
            if self.found.get(each.text) in _SURE:
                found.update(dict.fromkeys(range(each.first, each.last), each))
        return found

    def _vote(self) -> None:
        for text, kinds in self.votes.items():
            if self.found.get(text, "none") == "none":
                self.found[text] = max(dict.fromkeys(kinds), key=kinds.count)

    def between(self, first: int, last: int) -> Candidate:
        """Return the candidate of a range of tokens, whatever the rules say of it."""
        cut, sentences = self.segmenter, self.segmenter.doc.sentences
        start, end, tail = cut.starts[first], cut.ends[last - 1], cut.joins.tail(last - 1)
        text = cut.joins.text(first, last)
        words = [word for word in cut.lower[first:last] if word != "."] or [text.lower()]
        if tail:
            end, text, words[-1] = end - tail, text[:-tail], words[-1][:-tail]
        sentence = sentences[bisect_right(sentences, first, key=_begin) - 1].tokens
        initial = first == sentence.start or cut.words[first - 1] in OPENING
        return Candidate(first, last, start, end, text, initial, cut.after_title.get(first), tuple(words))
