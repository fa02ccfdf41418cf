"""Sentences of German, as frames: what a full stop ends outside of quotation marks, with the quotations in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from attrs import frozen

import newskit
from newskit.text import Quotation, Tokens, classes

_STOPS = frozenset((".", "!", "?", "…", "..", "..."))
_ORDINAL = 2
"""Figures of an ordinal that a stop marks as one: "3. März"."""
_LONGEST = 400
"""Tokens of a frame: what is longer is no sentence, and is cut, so that looking at all of one takes linear time."""


@cache
def word_class(name: str) -> frozenset[str]:
    """Return a closed class of ``words.txt``."""
    return frozenset(classes("newskit_german", "words.txt")[name])


@frozen(eq=False)
class Quoted:
    """A quotation of a frame: the half-open range of its tokens, marks included."""

    quotation: Quotation
    start: int
    stop: int


@frozen(eq=False)
class Frame:
    """A sentence outside of quotation marks: the half-open range of its tokens, its quotations, its paragraph.

    ``people`` has the person that each token of the article names, where it names one.
    """

    doc: newskit.Doc
    start: int
    stop: int
    quoted: tuple[Quoted, ...]
    paragraph: int
    people: Mapping[int, newskit.Entity]

    @property
    def tokens(self) -> Tokens:
        """The tokens of the article."""
        return self.doc.tokens

    @property
    def indices(self) -> range:
        """The tokens of the frame."""
        return range(self.start, self.stop)

    def span(self, tokens: range) -> newskit.Span:
        """Return the stretch of text that tokens take."""
        return self.doc.span(self.tokens.starts[tokens[0]], self.tokens.ends[tokens[-1]])

    def names_person(self, phrase: range) -> bool:
        """Tell whether a person is named in a phrase."""
        return any(index in self.people for index in phrase)

    def is_in(self, index: int, *names: str) -> bool:
        """Tell whether a token, in lower case, is a word of one of the closed classes."""
        return any(self.tokens.lower[index] in word_class(name) for name in names)

    def quoted_at(self, index: int) -> Quoted | None:
        """Return the quotation that holds a token."""
        return next((each for each in self.quoted if each.start <= index < each.stop), None)


def frames(doc: newskit.Doc) -> Iterator[Frame]:
    """Cut an article into frames; ``doc.sentences`` would cut at ``3. März`` and within quotations."""
    people = {
        index: person
        for person in doc[newskit.Entity]
        for mention in person.mentions
        for index in doc.tokens.within(mention.span.start, mention.span.end)
    }
    outer = [each for each in doc.quotations if each.depth == 0]
    at = 0
    for number, paragraph in enumerate(doc.paragraphs):
        inside = doc.tokens.within(paragraph.start, paragraph.end)
        held: list[Quoted] = []
        while at < len(outer) and outer[at].start < paragraph.end:
            tokens = doc.tokens.within(outer[at].start, outer[at].end)
            if tokens:
                held.append(Quoted(outer[at], tokens.start, tokens.stop))
            at += 1
        for start, stop, quoted in _cut(doc, inside, held):
            yield Frame(doc, start, stop, quoted, number, people)


def _cut(doc: newskit.Doc, inside: range, held: list[Quoted]) -> Iterator[tuple[int, int, tuple[Quoted, ...]]]:
    """Yield the tokens of each frame of a paragraph, and its quotations."""
    begin, index = inside.start, inside.start
    waiting, taken = iter([*held, None]), list[Quoted]()
    following = next(waiting)
    while index < inside.stop:
        if following and index >= following.start:
            taken.append(following)
            index = max(following.stop, index + 1)
            ended = doc.text[following.quotation.inner_end - 1] in ".!?…" and _begins(doc, index, inside.stop)
            following = next(waiting)
        else:
            index += 1
            ended = _ends(doc, index - 1, inside.stop)
        if ended or index - begin >= _LONGEST:
            yield begin, index, tuple(taken)
            begin, taken = index, []
    if begin < inside.stop:
        yield begin, inside.stop, tuple(taken)


def _begins(doc: newskit.Doc, index: int, last: int) -> bool:
    """Tell whether a token may begin a sentence."""
    word = doc.tokens.word(index) if index < last else ""
    return bool(word) and (word[0].isupper() or word[0].isdigit() or word in '„“»«"‚(–-' or word == "''")


def _ends(doc: newskit.Doc, index: int, last: int) -> bool:
    """Tell whether a token ends a sentence: a stop that is none of an abbreviation or an ordinal."""
    tokens = doc.tokens
    if tokens.words[index] not in _STOPS or not _begins(doc, index + 1, last):
        return False
    before = tokens.lowered(index - 1)
    if tokens.words[index] != "." or not before or tokens.ends[index - 1] != tokens.starts[index]:
        return True
    if before.isdigit() and len(before) <= _ORDINAL:
        return tokens.lowered(index + 1) in word_class("STARTER")
    return not (len(before) == 1 and before.isalpha()) and before not in word_class("ABBREVIATION")
