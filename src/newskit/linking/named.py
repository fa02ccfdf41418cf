"""Named mentions: the places where an article names somebody or something, and what the words before them say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from operator import attrgetter
from typing import Protocol

from attrs import field, frozen

from newskit.kinds import Title
from newskit.spans import Span
from newskit.terms import EntityKind, EntitySubtype
from newskit.text import Quotation, Sentence, Tokens, closed_class


class Text(Protocol):
    """What linking looks at in an article: a ``Doc`` has it, and so has ``newskit.text.Ground``."""

    @property
    def text(self) -> str:
        """The text that all offsets count."""

    @property
    def tokens(self) -> Tokens:
        """The tokens of the text."""

    @property
    def sentences(self) -> Sequence[Sentence]:
        """The sentences of the text."""

    @property
    def tags(self) -> Sequence[str]:
        """The part of speech of each token, Penn's."""

    @property
    def quotations(self) -> Sequence[Quotation]:
        """What stands between quotation marks."""


def _words(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


@frozen(slots=False)  # which are made in half the time
class NamedMention:
    """One place where an entity is named, before it is known which entity.

    ``span`` has neither title, article nor possessive mark in it. ``name`` is the name on one line, ``words`` its words
    in lower case, both taken from the span unless given; ``gender`` is "female" or "male" where the words before a
    person say so ("Mrs.", "her husband"), and is looked for unless given.
    """

    span: Span
    kind: EntityKind
    name: str = ""
    words: tuple[str, ...] = field(default=(), converter=_words)
    gender: str = ""
    subtype: EntitySubtype | None = None


def completed(text: Text, mentions: Iterable[NamedMention], titles: Iterable[Title]) -> Iterator[NamedMention]:
    """Yield the mentions in the order of the text, with their names, words and genders."""
    tokens = text.tokens
    titled = {tokens.at_or_after(title.span.end): title for title in titles if title.kind == "before"}
    for mention in sorted(mentions, key=_place):  # a span itself is compared field by field, in Python
        span, gender = mention.span, mention.gender
        if not gender and mention.kind == "person":
            gender = _gender(tokens, tokens.at_or_after(span.start), titled)
        if mention.name and mention.words and gender == mention.gender:
            yield mention
            continue
        name = mention.name or " ".join(span.text.split())
        words = mention.words or _words_of(tokens, span) or (name.lower(),)
        yield NamedMention(span, mention.kind, name, words, gender, mention.subtype)


_place = attrgetter("span.start", "span.end")


def _words_of(tokens: Tokens, span: Span) -> tuple[str, ...]:
    """Return the words of a span, a token that lies partly in it cut: "yeung" of "Wong Yeung|-tat"."""
    first, last = tokens.at_or_after(span.start), tokens.at_or_after(span.end)
    first -= first > 0 and tokens.ends[first - 1] > span.start
    places = ((tokens.starts[index] - span.start, tokens.ends[index] - span.start) for index in range(first, last))
    words = (span.text[max(0, start) : end].lower() for start, end in places)
    return tuple(word for word in words if word == "&" or any(map(str.isalnum, word)))


def _gender(tokens: Tokens, first: int, titled: dict[int, Title]) -> str:
    """Return what the title or the relative before a name says of the person: "Mrs. Roe", "her husband, Al"."""
    title = titled.get(first)
    if title:
        words = title.role.lower().replace(".", " ").split()
    else:
        before = tokens.lowered(first - 1)
        words = [tokens.lowered(first - 2) if before == "," else before]
    for word in words:
        if word in gendered():
            return gendered()[word]
    return ""


@cache
def gendered() -> dict[str, str]:
    """Return the gender that a word tells: "Mrs.", "husband"."""
    return {word: gender for gender in ("male", "female") for word in closed_class(gender)}
