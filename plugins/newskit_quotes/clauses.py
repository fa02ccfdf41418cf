"""The clauses of a sentence, as far as tags show them: what stands behind a boundary, which verbs are still to come.

A sentence has one finite verb for its main clause, and one for each word that opens another clause. So where content
has as many finite verbs as it needs, the next one is the writer's; and until then the main clause waits for its own.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from newskit_quotes.codes import CODES, Steps
from newskit_quotes.columns import COMMAS, DASHES, Columns
from newskit_quotes.lexicon import word_class

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
VERBS = FINITE | {"VB", "VBN", "VBG"}
_CONNECTED, _MARKED = map(word_class, ("coordinating", "subordinating"))
_ASKING = frozenset({"WDT", "WP", "WP$", "WRB"})
_OPENING = {"IN": _MARKED, **dict.fromkeys(_ASKING, word_class("clause_pronoun"))}
"""The words that open a clause, by their tag."""
_COUNTED = FINITE.union(_OPENING)
_NAMING, _REDUCED = frozenset({"IN", "DT"}), frozenset({"VBN", "VBG"})
_UP_TO_2 = Steps(1, 2, codes=range(3))
_SHORT, _KEPT = 2, 1024
"""Tokens of a pronoun as subject, with an adverb; what stands behind boundaries that is kept as codes."""

Behind = tuple[str, str, int, str]
"""What joins a boundary to what follows, a mark or a conjunction or both; what follows; its verb; its subject.

What follows is a clause with its subject ("S" and the verb's tag), a verb alone ("v" and its tag), a noun phrase ("N",
a participle in it, what ends it), a preposition ("p:" and the word), a relative or another clause ("r:", "c:" and the
word), speech ("q"), nothing ("end"). The verb is a token, the end of the sentence where there is none.
"""


class Clauses:
    """The clauses of an article; each is worked out when it is asked for."""

    def __init__(self, columns: Columns) -> None:
        self.columns, self._closes = columns, columns.closes
        self._counted: dict[int, tuple[list[int], list[int]]] = {}
        self._read: dict[int, Behind] = {}
        self._codes: dict[int, tuple[int, int, int, int, int]] = {}

    def counted(self, token: int) -> tuple[list[int], list[int]]:
        """Return where in the sentence of a token its finite verbs stand, and the words that open a clause."""
        sentence = self.columns.sentence_of[token]
        found = self._counted.get(sentence)
        if found is None:
            first, last = self.columns.sentences[sentence]
            lower, finite, opened = self.columns.lower, list[int](), list[int]()
            for index, tag in enumerate(self.columns.fine[first:last], first):
                if tag in _COUNTED:
                    if tag in FINITE:
                        finite.append(index)
                    elif lower[index] in _OPENING[tag]:
                        opened.append(index)
            found = self._counted[sentence] = finite, opened
        return found

    def verbs(self, start: int, end: int) -> int:
        """Count the finite verbs among the tokens ``start:end`` that are of the sentence of the last one."""
        if start >= end:
            return 0
        finite, _ = self.counted(end - 1)
        return bisect_left(finite, end) - bisect_left(finite, start)

    def pending(self, head: int, start: int) -> int:
        """Tell whether the clauses up to the beginning of a cue's content still wait for a finite verb: 0, 1 or 2.

        "People who said that …" and "When they said that …" do.
        """
        finite, opened = self.counted(head)
        verbs = bisect_left(finite, start)
        return _UP_TO_2[1 + bisect_left(opened, start) - verbs] if verbs else 2

    def behind(self, boundary: int, last: int) -> tuple[int, int, int, int, int]:
        """Return the codes of what stands behind a boundary of a sentence that ends at ``last``, and the verb's token.

        The codes are of the joint with what follows, of the joint with its sort, of the joint alone, of the subject.
        """
        found = self._codes.get(boundary)
        if found is None:
            joint, follows, verb, subject = self.read(boundary, last)
            found = self._codes[boundary] = *_coded(joint, follows, subject), verb
        return found

    def read(self, boundary: int, last: int) -> Behind:
        """Return what stands behind a boundary of a sentence that ends at ``last``."""
        found = self._read.get(boundary)
        if found is None:
            found = self._read[boundary] = self._find(boundary, last)
        return found

    def _find(self, boundary: int, last: int) -> Behind:
        joint, index = self._joint(boundary, last)
        if index >= last:
            return joint, "end", last, ""
        opening = self._opening(index)
        return (joint, opening, index, "") if opening else (joint, *self._phrase(index, last))

    def _joint(self, boundary: int, last: int) -> tuple[str, int]:
        """Return the mark and the conjunction at a boundary, and the token behind them and behind adverbs.

        A comma that stands within closing marks parts what is behind them.
        """
        lower, tags = self.columns.lower, self.columns.tags
        index, joint = boundary, ""
        if boundary in self._closes and lower[boundary - 2] == ",":  # "“a farce,” | but paid"
            joint = ","
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


@lru_cache(_KEPT)
def _coded(joint: str, follows: str, subject: str) -> tuple[int, int, int, int]:
    """Return the codes of the joint with what follows, of the joint with its sort, of the joint, of the subject."""
    code = CODES[joint]
    return code + 3 * CODES[follows], code + 3 * CODES[follows.partition(":")[0]], code, CODES[subject]
