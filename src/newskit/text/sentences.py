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


_LONGEST = 256
"""In 100,000 sentences of news none had as many tokens; lists of names come near."""


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
        self.words_too = abbreviations["word"]
        self.starters = words("newskit.text", "sentence_starters.txt")

    def ends(self, stop: int, following: int, first: int) -> bool:
        """Tell whether the stop at one token ends a sentence, given the first token after its closing marks."""
        written, tokens = self.tokens.words, self.tokens
        if tokens.ends[following - 1] == tokens.starts[following]:
            return False
        while following + 1 < len(written) and written[following] in _OPENERS:
            following += 1
        if written[following][0].islower():
            return False
        mark = written[stop]
        if len(mark) > 1 and mark[0] not in _STOPS:  # an abbreviation with its own stops: U.S.
            return tokens.lower[following] in self.starters
        if mark != "." or stop == first or tokens.ends[stop - 1] != tokens.starts[stop]:
            return True
        return self._ends_after(tokens.lower[stop - 1], following)

    def _ends_after(self, word: str, following: int) -> bool:
        """Tell whether a full stop between a word and the token with a given index ends a sentence."""
        starts = self.tokens.lower[following] in self.starters
        if word in self.before_name:
            return False
        if word in self.before_number:
            return not self.tokens.words[following][0].isdigit() and (starts or word in self.words_too)
        initial = len(word) == 1 and word.isalpha() and word != "i"
        return starts or not (initial or word in self.may_end)

    def cut(self, first: int, last: int) -> Iterator[range]:
        """Yield the token ranges of the sentences of the paragraph with the tokens ``first:last``."""
        begin = index = first
        written = self.tokens.words
        while index < last:
            if index - begin >= _LONGEST:
                yield range(begin, index)
                begin = index
            mark = written[index]
            index += 1
            if mark[-1] not in _STOPS:
                continue
            bound = min(last, begin + _LONGEST)
            stop = index - 1
            while index < bound and written[index][-1] in _STOPS and self._touches(index):
                stop = index
                index += 1
            while index < bound and written[index] in _CLOSERS and self._touches(index):
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

    A closing mark after the stop belongs to the sentence that it ends. A sentence has at most 256 tokens, so that what
    looks at whole sentences takes linear time on any text.
    """
    splitter = _Splitter(tokens)
    return tuple(
        Sentence(tokens.starts[found[0]], tokens.ends[found[-1]], found, number)
        for number, paragraph in enumerate(paragraphs)
        for found in _in_paragraph(splitter, tokens.within(paragraph.start, paragraph.end))
    )


def _in_paragraph(splitter: _Splitter, inside: range) -> Iterator[range]:
    return splitter.cut(inside.start, inside.stop)
