"""The names that the model found, put among those that the rules found."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property

from newskit.text import Sentence, closed_class
from newskit_names.candidates import OPENING, Candidate, Segmenter
from newskit_names.spelling import spelling
from newskit_names.tagging import SETTLED, Found

_ARTICLES = closed_class("article")


def _alphabetic(word: str) -> bool:
    return any(map(str.isalpha, word))


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
                candidate = self.known.get(name[:2]) or self._uncut(name) or self.between(name.first, name.last)
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
            if self.found.get(each.text) in SETTLED:
                found.update(dict.fromkeys(range(each.first, each.last), each))
        return found

    def _vote(self) -> None:
        explained = {text for text in self.votes if text in self.found} - self._unexplained()
        for text, kinds in self.votes.items():
            if self.found.get(text, "none") == "none" and text not in explained:
                kind = max(dict.fromkeys(kinds), key=kinds.count)
                if kind == "person" and text in self.articled:
                    kind = "none"
                elif kind == "none" and self._personal(text):
                    kind = "person"
                self.found[text] = kind

    def _unexplained(self) -> set[str]:
        """Return the names whose capital somewhere is not that of a sentence's or headline's words."""
        return {each.text for each in self.rules if not (each.initial or each.headline)}

    def _uncut(self, name: Found) -> Candidate | None:
        """Return the rules' name of which the model found a part that is a person's, where the rest is in no list."""
        whole = self.at.get(name.first)
        if name.kind != "person" or whole is None or not name.last <= whole.last:
            return None
        lexicon, lower = self.segmenter.lexicon, self.segmenter.lower
        lists = (lexicon.common, lexicon.places, lexicon.demonyms, lexicon.ends_names, lexicon.special)
        rest = [*lower[whole.first : name.first], *lower[name.last : whole.last]]
        return (
            None if any(word in each for word in rest for each in lists) or not all(map(_alphabetic, rest)) else whole
        )

    @cached_property
    def at(self) -> dict[int, Candidate]:
        """The names of the rules by their tokens."""
        return {index: each for each in self.rules for index in range(each.first, each.last)}

    def _personal(self, text: str) -> bool:
        """Tell whether the lists take a name of several words for a person's."""
        name = self.by_text.get(text)
        if name is None or len(name.words) == 1:
            return False
        spelt = spelling(name.text, name.words, self.segmenter.lexicon)
        return spelt.personal and spelt.short

    @cached_property
    def by_text(self) -> dict[str, Candidate]:
        """The names of the rules by their texts."""
        return {each.text: each for each in self.rules}

    @cached_property
    def articled(self) -> frozenset[str]:
        """The names of one word that stand behind an article somewhere, as no person's does: "the Polaroid"."""
        lower = self.segmenter.lower
        lone = (each for each in self.rules if len(each.words) == 1 and each.first > 0 and each.title is None)
        return frozenset(each.text for each in lone if lower[each.first - 1] in _ARTICLES)

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
