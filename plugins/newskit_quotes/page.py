"""One article as the rules read it: token columns, sentences by token, and what stands between quotation marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from attrs import frozen

import newskit
from newskit.text import Quotation
from newskit_quotes.codes import CODES
from newskit_quotes.forms import function_words

AUXILIARIES = function_words("auxiliary")
NEGATIONS = function_words("negation") | {word for word in AUXILIARIES if word.endswith(("n't", "n’t"))}
_NAMES = function_words("name")
_STOPPING = frozenset(",.?!…—-;'’")
COMMAS = frozenset({",", "—", "–", "-", "--", ";", "(", ")"})


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


class _Universal(dict[str, str]):
    """Universal tags by Penn's, those of compounds ("PRP+MD") worked out when met."""

    def __missing__(self, tag: str) -> str:
        self[tag] = found = _COARSE.get(tag) or _COARSE.get(tag.partition("+")[0], "PUNCT")
        return found


_UNIVERSAL = _Universal()
_VERBAL = frozenset({"VERB", "AUX"})


def _coarse(tags: Sequence[str], words: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Return Universal tags, where auxiliaries are told from other verbs, and a country from a pronoun, by the word."""
    found = list(map(_UNIVERSAL.__getitem__, tags))
    for index, tag in enumerate(found):
        if tag == "VERB" and lower[index] in AUXILIARIES:
            found[index] = "AUX"
    country = -1
    for _ in range(words.count("US")):
        country = words.index("US", country + 1)
        if found[country] == "PRON":
            found[country] = "PROPN"
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
    """The columns of an article that every rule of this plugin looks at.

    ``fine`` are Penn's tags, ``tags`` Universal ones; ``codes`` and ``kinds`` are the codes of ``lower`` and ``fine``;
    ``verbs`` counts the verbs before each token; ``noun_phrases`` keeps the base noun phrases of sentences looked at,
    ``groups`` where the verb groups of tokens looked at begin.
    """

    __slots__ = (
        "closes",
        "codes",
        "ends",
        "fine",
        "groups",
        "inside",
        "kinds",
        "lower",
        "lowered",
        "noun_phrases",
        "opens",
        "paragraph_of",
        "sentence_of",
        "sentences",
        "starts",
        "stretch_starts",
        "stretches",
        "tags",
        "text",
        "verbs",
        "word",
        "words",
    )

    def __init__(self, doc: newskit.Doc) -> None:
        tokens = doc.tokens
        self.text = doc.text
        self.words, self.lower = tokens.words, tokens.lower
        self.word, self.lowered = tokens.word, tokens.lowered
        self.starts, self.ends = tokens.starts, tokens.ends
        self.fine = doc.tags
        self.tags = _coarse(self.fine, self.words, self.lower)
        for entity in doc[newskit.Entity]:
            if entity.kind == "person" and entity.name.partition(" ")[0].lower() in _NAMES:
                for mention in entity.mentions:
                    for first in tokens.within(mention.span.start, mention.span.end)[:1]:
                        self.tags[first] = "PROPN"
        self.codes = list(map(CODES.__getitem__, self.lower))
        self.kinds = list(map(CODES.__getitem__, self.fine))
        self.verbs = [0, *accumulate(map(_VERBAL.__contains__, self.tags))]
        self.groups: dict[int, int] = {}
        self.noun_phrases: dict[int, list[tuple[int, int]]] = {}
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
                    final[-1:] in _STOPPING,
                )
            )
        return found

    def tag(self, index: int) -> str:
        """Return the Universal tag at an index, "" outside the text."""
        return self.tags[index] if 0 <= index < len(self.tags) else ""

    def fine_tag(self, index: int) -> str:
        """Return the Penn tag at an index, "" outside the text."""
        return self.fine[index] if 0 <= index < len(self.fine) else ""

    def sentence_at(self, token: int) -> int:
        """Return the number of the sentence that holds a token."""
        return self.sentence_of[token]

    def count_verbs(self, first: int, last: int) -> int:
        """Count the verbs and auxiliaries among the tokens ``first:last``."""
        return self.verbs[last] - self.verbs[first] if first < last else 0

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
