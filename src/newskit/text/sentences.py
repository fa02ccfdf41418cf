"""Sentences: cut at full stops, but not after abbreviations, initials, decimals or inside names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from newskit.text.escapes import is_mark
from newskit.text.gazetteer import given_names
from newskit.text.lexicon import classes, words
from newskit.text.paragraphs import Paragraph
from newskit.text.tokens import Tokens

_STOPS = frozenset(".?!…")
_DOTS = frozenset(".…")
_NEVER_FIRST = _STOPS | frozenset(")]},;")
_CLOSERS = frozenset("\"”’'»)]}\\") | {"''"}
_QUOTING = frozenset("\"“‘'«\\") | {"``"}
_ON = frozenset({"on", "via"})
_REIGN = frozenset({"emperor", "king", "of", "pope", "queen", "tsar", "under"})
_OPENERS = _QUOTING | frozenset("([{")


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
    """The rules for full stops, on the columns of one text's tokens."""

    __slots__ = ("_abbreviations", "_starters", "ends", "lower", "starts", "words")

    def __init__(self, tokens: Tokens) -> None:
        self.starts, self.ends, self.words, self.lower = tokens.starts, tokens.ends, tokens.words, tokens.lower
        self._abbreviations = classes("newskit.text", "abbreviations.txt")
        self._starters = words("newskit.text", "sentence_starters.txt")

    def _ends_sentence(self, stop: int, following: int, first: int, last: int) -> bool:
        """Tell whether the stop at one token ends a sentence, given the first token after its closing marks.

        The sentence begins at ``first``, its paragraph ends before ``last``.
        """
        written = self.words
        if self.ends[following - 1] == self.starts[following] or written[following][0] in _NEVER_FIRST:
            return False
        while written[following] in _OPENERS:
            following += 1
            if following == last:
                return False
        if written[following][0].islower():
            return False
        mark = written[stop]
        if len(mark) > 1 and mark[0] not in _STOPS:  # an abbreviation with its own stops: U.S.
            return self.lower[following] in self._starters
        if mark != "." or stop == first or self.ends[stop - 1] != self.starts[stop]:
            return mark[0] not in _DOTS or not self._leads(stop, first)
        return self._ends_after(stop - 1, following)

    def _leads(self, stop: int, first: int) -> bool:
        """Tell whether an ellipsis is the first thing in its sentence, but for a mark that opens a quotation."""
        starts, ends, written = self.starts, self.ends, self.words
        while stop > first and written[stop - 1][0] in _DOTS:
            stop -= 1
        before = stop - 1
        return stop == first or (
            written[before] in _QUOTING
            and ends[before] == starts[stop]
            and (before == first or ends[before - 1] != starts[before])
        )

    def _ends_after(self, index: int, following: int) -> bool:
        """Tell whether a full stop between the tokens with two indices ends a sentence."""
        kinds = self._abbreviations
        word = self.lower[index].removeprefix("ex-").removeprefix("then-")  # "then-Gov."
        starts = self.lower[following] in self._starters
        if word in kinds["name"]:  # in capitals it may be no title, but a body: the SEC, the FT
            return starts and self.words[index].isupper() and not self.words[following].isupper()
        if word in kinds["number"]:
            return not self.words[following][0].isdigit() and (starts or word in kinds["word"])
        initial = len(word) == 1 and word.isalpha() and not self._is_network(index)
        initial = initial and (word != "i" or self._is_middle(index, following))
        return starts or not (initial or word in kinds["may"])

    def _is_middle(self, index: int, following: int) -> bool:
        """Tell whether "I." is an initial: "Ann I. Roe", "I. J. Roe", but neither "Nor do I. Roe" nor "King Ann I."."""
        if len(self.words[following]) == 1:
            return True
        ruler = index > 1 and self.lower[index - 2] in _REIGN
        return index > 0 and self.words[index - 1].istitle() and self.lower[index - 1] in given_names() and not ruler

    def _is_network(self, index: int) -> bool:
        """Tell whether a letter is the network X, "wrote on X.", and no initial."""
        return self.lower[index] == "x" and index > 0 and self.lower[index - 1] in _ON

    def cut(self, stops: Iterable[int], first: int, last: int) -> Iterator[tuple[int, int]]:
        """Yield the first and last token, half open, of each sentence of the paragraph with the tokens ``first:last``.

        ``stops`` are the tokens in it that end in a stop, in order.
        """
        begin = index = first
        for stop in stops:
            if stop < index:  # one of several stops, or of a sentence's closing marks
                continue
            while stop - begin >= _LONGEST:
                yield begin, begin + _LONGEST
                begin += _LONGEST
            if stop + 1 == last:
                break
            index, final = stop + 1, stop
            if self.ends[stop] == self.starts[index]:
                index, final = self._over_marks(index, min(last, begin + _LONGEST))
            if index < last and self._ends_sentence(final, index, begin, last):
                yield begin, index
                begin = index
        while last - begin > _LONGEST:
            yield begin, begin + _LONGEST
            begin += _LONGEST
        if begin < last:
            yield begin, last

    def _over_marks(self, index: int, bound: int) -> tuple[int, int]:
        """Return the first token after the stops and closing marks that touch a stop, and the last of those stops."""
        starts, ends, written = self.starts, self.ends, self.words
        stop = index - 1
        while index < bound and ends[index - 1] == starts[index] and written[index][-1] in _STOPS:
            stop = index
            index += 1
        while index < bound and ends[index - 1] == starts[index]:
            if written[index] == "&":
                index += self._entity(index, bound)
                break
            if written[index] not in _CLOSERS:
                break
            index += 1
        return index, stop

    def _entity(self, index: int, bound: int) -> int:
        """Return how many tokens an escaped mark has: "&", "quot", ";"; 0 where there is none."""
        for end in range(index + 3, min(index + 5, bound + 1)):
            if self.words[end - 1] == ";":
                return end - index if is_mark("".join(self.words[index:end])) else 0
        return 0


def _stops(text: str, tokens: Tokens) -> Iterator[int]:
    """Yield the tokens that end in a stop: to search the text for stops takes a fifth of looking at each token."""
    ends = tokens.ends
    for place in sorted(found.end() for sign in _STOPS if sign in text for found in re.finditer(re.escape(sign), text)):
        index = bisect_left(ends, place)
        if index < len(ends) and ends[index] == place:
            yield index


def sentences(text: str, tokens: Tokens, paragraphs: Sequence[Paragraph]) -> tuple[Sentence, ...]:
    """Cut each paragraph into sentences, in order and without overlap; every token is in one.

    A closing mark after the stop belongs to the sentence that it ends. A sentence has at most 256 tokens, so that what
    looks at whole sentences takes linear time on any text.
    """
    splitter = _Splitter(tokens)
    starts, ends = tokens.starts, tokens.ends
    stops = list(_stops(text, tokens))
    found = []
    first = used = 0
    for number, paragraph in enumerate(paragraphs):
        last = bisect_right(ends, paragraph.end, first)
        until = bisect_left(stops, last, used)
        for begin, end in splitter.cut(stops[used:until], first, last):
            found.append(Sentence(starts[begin], ends[end - 1], range(begin, end), number))
        first, used = last, until
    return tuple(found)
