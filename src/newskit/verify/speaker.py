"""Whom a source gives words to, by newskit's own reading of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from newskit.document import Document
from newskit.kinds import Entity, Quote
from newskit.spans import Span
from newskit.text import closed_class
from newskit.verify.fold import Folded
from newskit.verify.verdict import Attribution

_COVERED = 0.5
"""The least share of a span that the content of its quote takes in."""
_SIGNS = 2
"""Characters of a span that may be in another quote: the signs at its ends."""
_UNSAID = frozenset(("denied", "not said"))
_words = regex.compile(r"[\p{L}\p{N}\p{M}]++(?:['-][\p{L}\p{N}\p{M}]++)*+")


def attribution(document: Document, spans: Sequence[Span], claimed: str) -> Attribution:
    """Return whom a document gives the words at these spans to, and whether that is the speaker who is claimed."""
    found = [_quotes_of(document.quotes, span) for span in spans]
    answers = [_answer(document, quote, claimed) for quotes in found for quote in quotes]
    if not all(found):
        answers.append(Attribution("not attributed", claimed))
    # One part that is another's makes the whole another's; one of which it is not told leaves the whole so.
    order = ("to another", "not attributed", "not told", "attributed")
    return min(answers, key=lambda each: order.index(each.answer))


def _quotes_of(quotes: Sequence[Quote], span: Span) -> list[Quote]:
    """Return the quote that takes in most of a span, of several the innermost, and those of the rest of its words."""
    best: tuple[int, int] = (0, 0)
    found: list[Quote] = []
    for quote in quotes:
        size = sum(piece.end - piece.start for piece in quote.content)
        within = _within(quote, span)
        covered = len(within)
        if covered >= _COVERED * (span.end - span.start) and (covered, -size) > best:
            best, found = (covered, -size), [quote]
    if not found:
        return []
    taken = _within(found[0], span)
    others = [quote for quote in quotes if quote is not found[0]]
    return [*found, *(quote for quote in others if len(_within(quote, span) - taken) > _SIGNS)]


def _within(quote: Quote, span: Span) -> set[int]:
    """Return the places of a span that a quote's content takes in."""
    places: set[int] = set()
    for piece in quote.content:
        places.update(range(max(piece.start, span.start), min(piece.end, span.end)))
    return places


def _answer(document: Document, quote: Quote, claimed: str) -> Attribution:
    name = quote.speaker.name if quote.speaker else quote.source.text if quote.source else None
    if quote.status in _UNSAID:
        return Attribution("not attributed", claimed, name, quote)
    if quote.speaker is None:
        fits = quote.source is not None and _same(_parts(claimed), _parts(quote.source.text))
        return Attribution("attributed" if fits else "not told", claimed, name, quote)
    if not _fits(claimed, quote.speaker):
        return Attribution("to another", claimed, name, quote)
    others = (each for each in document.entities if each.kind == quote.speaker.kind and each is not quote.speaker)
    if any(_fits(claimed, each) for each in others):  # a surname that two people have
        return Attribution("not told", claimed, name, quote)
    return Attribution("attributed", claimed, name, quote)


def _fits(claimed: str, entity: Entity) -> bool:
    parts = _parts(claimed)
    if entity.kind == "person":
        titles = {word for title in entity.titles for word in _parts(title.span.text)} | _addresses()
        return is_name_of([*(word for word in parts[:-1] if word not in titles), *parts[-1:]], _parts(entity.name))
    return any(_same(parts, _parts(name)) for name in (entity.name, *(each.span.text for each in entity.mentions)))


@cache
def _addresses() -> frozenset[str]:
    """Return what people are addressed by before their names."""
    return closed_class("male") | closed_class("female") | {"dr", "prof", "professor", "rev"}


def is_name_of(claimed: Sequence[str], name: Sequence[str]) -> bool:
    """Tell whether a name as it is claimed can be a person's: the surname is, and no first name contradicts it.

    Words before the whole name, as of an office, contradict nothing.
    """
    if not claimed or not name or claimed[-1] != name[-1]:
        return False
    if len(claimed) == 1 or len(name) == 1:
        return True
    given, first = claimed[:-1], name[:-1]
    return first[0] in given or any(_initial(one, first[0]) for one in given) or set(given) <= set(first)


def _initial(one: str, other: str) -> bool:
    return (len(one) == 1 or len(other) == 1) and one[0] == other[0]


def _same(claimed: Sequence[str], name: Sequence[str]) -> bool:
    return bool(claimed) and tuple(claimed) == tuple(name)


def _parts(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case, without article, form of address behind it and possessive mark."""
    folded = Folded.of(name).text.casefold().removesuffix("'s")
    words = [word for word in _words.findall(folded) if word not in closed_class("article")]
    while len(words) > 1 and words[-1] in closed_class("suffix"):
        words.pop()
    return tuple(words)
