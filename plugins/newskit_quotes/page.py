"""One article as the rules read it: token columns, sentences by token, and what stands between quotation marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import frozen

import newskit
from newskit.text import Quotation

AUXILIARIES = frozenset(
    [
        "am",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "'s",
        "'re",
        "'m",
        "has",
        "have",
        "had",
        "having",
        "do",
        "does",
        "did",
        "will",
        "would",
        "shall",
        "should",
        "can",
        "could",
        "may",
        "might",
        "must",
        "'ll",
        "'d",
        "'ve",
        "isn't",
        "aren't",
        "wasn't",
        "weren't",
        "hasn't",
        "haven't",
        "hadn't",
        "don't",
        "doesn't",
        "didn't",
        "won't",
        "wouldn't",
        "shouldn't",
        "can't",
        "cannot",
        "couldn't",
        "isn’t",
        "aren’t",
        "wasn’t",
        "weren’t",
        "hasn’t",
        "haven’t",
        "hadn’t",
        "don’t",
        "doesn’t",
        "didn’t",
        "won’t",
        "wouldn’t",
        "shouldn’t",
        "can’t",
        "couldn’t",
        "’s",
        "’re",
        "’m",
        "’ll",
        "’d",
        "’ve",
        "ought",
    ]
)
NEGATIONS = frozenset(["not", "never", "n't", "hardly", "nor", "neither", "without"]) | {
    word for word in AUXILIARIES if word.endswith(("n't", "n’t"))
}
COMMAS = frozenset({",", "—", "–", "-", "--", ";", "(", ")"})
MARKS = frozenset({'"', "“", "”", "''", "``", "„", "«", "»", "'", "‘", "’"})


_COARSE = {
    "NN": "NOUN",
    "NNS": "NOUN",
    "NNP": "PROPN",
    "NNPS": "PROPN",
    "PRP": "PRON",
    "PRP$": "PRON",
    "WP": "PRON",
    "WP$": "PRON",
    "EX": "PRON",
    "WDT": "PRON",
    "DT": "DET",
    "PDT": "DET",
    "JJ": "ADJ",
    "JJR": "ADJ",
    "JJS": "ADJ",
    "RB": "ADV",
    "RBR": "ADV",
    "RBS": "ADV",
    "WRB": "ADV",
    "IN": "ADP",
    "RP": "ADP",
    "TO": "PART",
    "POS": "PART",
    "CC": "CCONJ",
    "CD": "NUM",
    "MD": "AUX",
    "VB": "VERB",
    "VBD": "VERB",
    "VBG": "VERB",
    "VBN": "VERB",
    "VBP": "VERB",
    "VBZ": "VERB",
    "UH": "INTJ",
    "FW": "X",
    "LS": "X",
    "$": "SYM",
    "#": "SYM",
}
"""Universal tags for Penn's; what is not here is punctuation."""


def _coarse(tags: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Return Universal tags, where auxiliaries are told from other verbs by the word."""
    found = [_COARSE.get(tag) or _COARSE.get(tag.partition("+")[0], "PUNCT") for tag in tags]
    for index, tag in enumerate(found):
        if tag == "VERB" and lower[index] in AUXILIARIES:
            found[index] = "AUX"
    return found


@frozen
class Stretch:
    """A stretch between outermost marks, by token: half-open, marks included; ``first == inner`` where none opens."""

    first: int
    last: int
    words: int
    closed: bool
    continues: bool
    paragraph: int
    stops: bool
    """The last token before the closing mark ends a sentence or a clause."""


class Page:
    """The columns of an article that every rule of this plugin looks at."""

    __slots__ = (
        "closes",
        "ends",
        "fine",
        "inside",
        "judged",
        "lower",
        "opens",
        "paragraph_of",
        "sentence_of",
        "sentences",
        "starts",
        "stretch_starts",
        "stretches",
        "tags",
        "text",
        "words",
    )

    def __init__(self, doc: newskit.Doc) -> None:
        tokens = doc.tokens
        self.text = doc.text
        self.judged: dict[int, tuple[float, int]] = {}
        self.words, self.lower = tokens.words, tokens.lower
        self.starts, self.ends = tokens.starts, tokens.ends
        self.fine = doc.tags
        self.tags = _coarse(self.fine, self.lower)
        self.sentences, self.paragraph_of = _sentences(doc)
        self.sentence_of = [n for n, (first, last) in enumerate(self.sentences) for _ in range(first, last)]
        self.stretches = self._stretches(doc)
        self.stretch_starts = [stretch.first for stretch in self.stretches]
        self.opens = {stretch.first: number for number, stretch in enumerate(self.stretches)}
        self.closes = {stretch.last: number for number, stretch in enumerate(self.stretches)}
        self.inside = bytearray(len(self.words))
        for stretch in self.stretches:
            self.inside[stretch.first : stretch.last] = b"\x01" * (stretch.last - stretch.first)

    def _stretches(self, doc: newskit.Doc) -> list[Stretch]:
        found: list[Stretch] = []
        at = doc.tokens.at_or_after
        for each in _outermost(doc.quotations):
            first, last = at(each.start), at(each.end)
            inner_last = at(each.inner_end)
            if last <= first or (found and first < found[-1].last):
                continue
            final = self.words[inner_last - 1] if inner_last > first else ""
            found.append(
                Stretch(
                    first,
                    last,
                    inner_last - at(each.inner_start),
                    each.closed,
                    each.continues,
                    self.paragraph_of[self.sentence_at(first)],
                    final[-1:] in ",.?!…—-;'’",
                )
            )
        return found

    def sentence_at(self, token: int) -> int:
        """Return the number of the sentence that holds a token."""
        return self.sentence_of[token]

    def bounds(self, token: int) -> tuple[int, int]:
        """Return the token range of the sentence that holds a token."""
        return self.sentences[self.sentence_of[token]]


def _sentences(doc: newskit.Doc) -> tuple[list[tuple[int, int]], list[int]]:
    """Return the token range and the paragraph of each sentence; a dateline is none of the sentence behind it."""
    cuts = [doc.tokens.at_or_after(part.span.end) for part in doc[newskit.Part] if part.kind == "dateline"]
    ranges, paragraphs = [], []
    for each in doc.sentences:
        first, last = each.tokens.start, each.tokens.stop
        inside = cuts[bisect_right(cuts, first) : bisect_left(cuts, last)]
        for start, end in pairwise((first, *inside, last)):
            ranges.append((start, end))
            paragraphs.append(each.paragraph)
    return ranges, paragraphs


def _outermost(quotations: tuple[Quotation, ...]) -> Iterator[Quotation]:
    """Yield the quotations of the first depth, or, where one was never closed and others lie in it, those others."""
    until = -1
    for position, each in enumerate(quotations):
        if each.depth == 0:
            following = quotations[position + 1] if position + 1 < len(quotations) else None
            if each.closed or following is None or following.depth == 0:
                yield each
            else:
                until = each.end
        elif each.depth == 1 and each.end <= until:
            yield each
