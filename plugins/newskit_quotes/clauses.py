"""The clauses of a sentence, as far as tags show them: what stands behind a boundary, which verbs are still to come.

A sentence has one finite verb for its main clause, and one for each word that opens another clause. So where content
has as many finite verbs as it needs, the next one is the writer's; and until then the main clause waits for its own.
"""

from __future__ import annotations

from functools import cached_property
from itertools import accumulate

from newskit_quotes.columns import COMMAS, DASHES, Columns
from newskit_quotes.lexicon import word_class

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
VERBS = FINITE | {"VB", "VBN", "VBG"}
_CONNECTED, _MARKED = map(word_class, ("coordinating", "subordinating"))
_ASKING = frozenset({"WDT", "WP", "WP$", "WRB"})
_NAMING, _REDUCED = frozenset({"IN", "DT"}), frozenset({"VBN", "VBG"})
_SHORT = 2
"""Tokens of a pronoun as subject, with an adverb."""

Behind = tuple[str, str, int, str]
"""What joins a boundary to what follows, a mark or a conjunction or both; what follows; its verb; its subject.

What follows is a clause with its subject ("S" and the verb's tag), a verb alone ("v" and its tag), a noun phrase ("N",
a participle in it, what ends it), a preposition ("p:" and the word), a relative or another clause ("r:", "c:" and the
word), speech ("q"), nothing ("end"). The verb is a token, the end of the sentence where there is none.
"""


class Clauses:
    """The clauses of an article; each is worked out when it is asked for."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self._behind: dict[int, Behind] = {}

    @cached_property
    def finite(self) -> list[int]:
        """How many finite verbs stand before each token."""
        return [0, *accumulate(map(FINITE.__contains__, self.columns.fine))]

    @cached_property
    def opened(self) -> list[int]:
        """How many words that open a clause stand before each token."""
        pairs = zip(self.columns.fine, self.columns.lower, strict=True)
        return [0, *accumulate(tag in _ASKING or (tag == "IN" and word in _MARKED) for tag, word in pairs)]

    def verbs(self, first: int, last: int) -> int:
        """Count the finite verbs among the tokens ``first:last``."""
        return self.finite[last] - self.finite[first]

    def openings(self, first: int, last: int) -> int:
        """Count the words that open a clause among the tokens ``first:last``."""
        return self.opened[last] - self.opened[first]

    def pending(self, head: int, start: int) -> int:
        """Tell whether the clauses up to the beginning of a cue's content still wait for a finite verb: 0, 1 or 2.

        "People who said that …" and "When they said that …" do.
        """
        first = self.columns.bounds(head)[0]
        verbs = self.verbs(first, start)
        return min(2, max(0, 1 + self.openings(first, start) - verbs)) if verbs else 2

    def behind(self, boundary: int, last: int) -> Behind:
        """Return what stands behind a boundary in a sentence that ends at ``last``."""
        found = self._behind.get(boundary)
        if found is None:
            found = self._behind[boundary] = self._find_behind(boundary, last)
        return found

    def _find_behind(self, boundary: int, last: int) -> Behind:
        joint, index = self._joint(boundary, last)
        if index >= last:
            return joint, "end", last, ""
        opening = self._opening(index)
        return (joint, opening, index, "") if opening else (joint, *self._phrase(index, last))

    def _joint(self, boundary: int, last: int) -> tuple[str, int]:
        """Return the mark and the conjunction at a boundary, and the token behind them and behind adverbs."""
        lower, tags = self.columns.lower, self.columns.tags
        index, joint = boundary, ""
        mark = lower[index]
        if mark in COMMAS or mark == ":":
            joint = "-" if mark in DASHES else mark
            index += 1
        if index < last and lower[index] in _CONNECTED:
            joint += lower[index]
            index += 1
        while index < last - 1 and tags[index] == "ADV":
            index += 1
        return joint, index

    def _opening(self, index: int) -> str:
        """Name what a token opens, "" for a noun phrase."""
        columns = self.columns
        word, tag = columns.lower[index], columns.fine[index]
        if index in columns.opens:
            return "q"
        if tag in _ASKING:
            return "r:" + word
        if tag in _NAMING and word in _MARKED:
            return "c:" + word
        if tag in VERBS or tag == "TO":
            return "v" + tag
        return "p:" + word if columns.tags[index] == "ADP" else ""

    def _phrase(self, first: int, last: int) -> tuple[str, int, str]:
        """Return what a noun phrase is followed by, the verb that is then met, and its subject where it has it."""
        columns = self.columns
        reduced = ""
        for index in range(first, last):
            tag = columns.fine[index]
            if tag in FINITE:
                pronoun = index - first <= _SHORT and columns.tags[first] == "PRON"
                return "S" + tag, index, columns.lower[first] if pronoun else columns.tags[first]
            if tag in _REDUCED:
                reduced = reduced or tag
                continue
            stop = self._stop(index, first)
            if stop:
                return f"N{reduced if stop != 'VB' else ''}{stop}", index, ""
        return "N" + reduced, last, ""

    def _stop(self, index: int, first: int) -> str:
        """Name what ends a noun phrase at a token, "" for nothing."""
        columns = self.columns
        word, tag = columns.lower[index], columns.fine[index]
        if tag == "VB":
            return tag
        if word in COMMAS:
            return ","
        if tag in _ASKING or (tag == "IN" and word in _MARKED):
            return "r"
        if word in _CONNECTED and index > first:
            return "&"
        return "q" if index in columns.opens else ""
