"""Sentences: cut at full stops, but not after abbreviations, initials, decimals or inside names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from newskit.text.lexicon import classes, words
from newskit.text.paragraphs import Paragraph
from newskit.text.tokens import Tokens

_STOPS = frozenset(".?!…")
_CLOSERS = frozenset("\"”’'»)]}") | {"''"}
_OPENERS = frozenset("\"“‘'«([{") | {"``"}


@frozen
class Sentence:
    """A sentence: half-open code point offsets, the indices of its tokens, and that of its paragraph."""

    start: int
    end: int
    tokens: range
    paragraph: int


class _Splitter:
    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        abbreviations = classes("newskit.text", "abbreviations.txt")
        self.before_name = abbreviations["name"]
        self.before_number = abbreviations["number"]
        self.may_end = abbreviations["may"]
        self.starters = words("newskit.text", "sentence_starters.txt")

    def ends(self, stop: int, following: int, first: int) -> bool:
        """Tell whether the stop at one token ends a sentence, given the first token after its closing marks."""
        written, lower = self.tokens.words, self.tokens.lower
        if self.tokens.ends[following - 1] == self.tokens.starts[following]:
            return False
        opener = following
        while opener + 1 < len(written) and written[opener] in _OPENERS:
            opener += 1
        beginning = written[opener]
        if beginning[0].islower():
            return False
        mark = written[stop]
        if mark in "?!":
            return True
        word, starts = lower[stop - 1], lower[opener] in self.starters
        if len(mark) > 1 and mark[0] not in ".…":  # an abbreviation with its own stops: U.S.
            return starts
        if mark[0] != "." or len(mark) > 1 or stop == first or self.tokens.ends[stop - 1] != self.tokens.starts[stop]:
            return True
        if word in self.before_name:
            return False
        if word in self.before_number:
            return not beginning[0].isdigit() and (starts or word in ("no", "mar", "dec", "may", "art"))
        if word in self.may_end or (len(word) == 1 and word.isalpha() and word != "i"):
            return starts
        return True

    def cut(self, first: int, last: int) -> Iterator[range]:
        """Yield the token ranges of the sentences of the paragraph with the tokens ``first:last``."""
        begin = index = first
        written = self.tokens.words
        while index < last:
            mark = written[index]
            index += 1
            if mark[-1] not in _STOPS:
                continue
            stop = index - 1
            while index < last and written[index][-1] in _STOPS and self._touches(index):
                stop = index
                index += 1
            while index < last and written[index] in _CLOSERS and self._touches(index):
                index += 1
            if index < last and self.ends(stop, index, begin):
                yield range(begin, index)
                begin = index
        if begin < last:
            yield range(begin, last)

    def _touches(self, index: int) -> bool:
        return self.tokens.ends[index - 1] == self.tokens.starts[index]


def sentences(tokens: Tokens, paragraphs: Sequence[Paragraph]) -> tuple[Sentence, ...]:
    """Cut each paragraph into sentences, in order and without overlap; every token is in one.

    A closing mark after the stop belongs to the sentence that it ends.
    """
    splitter = _Splitter(tokens)
    return tuple(
        Sentence(tokens.starts[found[0]], tokens.ends[found[-1]], found, number)
        for number, paragraph in enumerate(paragraphs)
        for found in _in_paragraph(splitter, tokens.within(paragraph.start, paragraph.end))
    )


def _in_paragraph(splitter: _Splitter, inside: range) -> Iterator[range]:
    return splitter.cut(inside.start, inside.stop)
