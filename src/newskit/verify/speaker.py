"""Whom a source gives words to, by newskit's own reading of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from newskit.document import Document
from newskit.kinds import Entity, Quote
from newskit.spans import Span
from newskit.text import closed_class, without_accents
from newskit.verify.fold import Folded
from newskit.verify.verdict import Attribution

_COVERED = 0.5
"""The least share of a span that the content of its quote takes in."""
_SIGNS = 2
"""Characters of a span that may be in another quote: the signs at its ends."""
_UNSAID = frozenset(("denied", "not said"))
_ends = regex.compile(r"[.!?…][\"'”’)]*+\s++|\n\s*+")
_words = regex.compile(r"[\p{L}\p{N}\p{M}]++(?:['-][\p{L}\p{N}\p{M}]++)*+")


def attribution(document: Document, spans: Sequence[Span], claimed: str) -> Attribution:
    """Return whom a document gives the words at these spans to, and whether that is the speaker who is claimed."""
    found = [_quotes_of(document.quotes, span) for span in spans]
    answers = [_answer(document, quote, claimed) for quotes in found for quote in quotes]
    if not all(found):
        answers.append(Attribution("not attributed", claimed))
    for quotes, span in zip(found, spans, strict=True):
        if quotes and _narrates(document.text, quotes, span):
            answers.append(Attribution("not attributed", claimed, _name(quotes[0]), quotes[0]))
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


def _narrates(text: str, quotes: Sequence[Quote], span: Span) -> bool:
    """Tell whether a span has words of the article's own beside those of its quotes and of who is said to speak."""
    said: set[int] = set()
    for quote in quotes:
        start, end = quote.content[0].start, quote.content[-1].end
        if quote.kind != "direct":  # without marks, where content ends is newskit's judgment: its sentence may go on
            start, end = _sentence(text, start, end, span)
        spoken = ((each.start, each.end) for each in (quote.cue, quote.source) if each)
        for first, last in ((start, end), *spoken):
            said.update(range(max(first, span.start), min(last, span.end)))
    words = ((found.start() + span.start, found.end() + span.start) for found in _words.finditer(span.text))
    return any(not said.issuperset(range(*word)) for word in words)


def _sentence(text: str, start: int, end: int, span: Span) -> tuple[int, int]:
    """Return a stretch with the rest of its sentence, as far as a span goes."""
    if span.start < start:
        start = max((found.end() for found in _ends.finditer(text, span.start, start)), default=span.start)
    if end < span.end:
        behind = _ends.search(text, end, span.end)
        end = behind.start() if behind else span.end
    return start, end


def _name(quote: Quote) -> str | None:
    return quote.speaker.name if quote.speaker else quote.source.text if quote.source else None


def _answer(document: Document, quote: Quote, claimed: str) -> Attribution:
    name = _name(quote)
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
    if entity.kind == "person":
        return any(_is_person(parts, entity) for parts in _readings(claimed, entity))
    parts = _parts(claimed)
    return any(_same(parts, _parts(name)) for name in (entity.name, *(each.span.text for each in entity.mentions)))


def _readings(claimed: str, entity: Entity) -> Iterator[tuple[str, ...]]:
    """Yield the words of a claimed speaker; of "Ana Ruiz, mayor" those of the name, of "Ruiz, Ana" turned round."""
    before, comma, behind = claimed.partition(",")
    name, rest = _parts(before), _parts(behind)
    if not (comma and name and rest):
        yield _parts(claimed)
    elif len(name) > 1 or set(rest) <= _titles(entity):
        yield name
    else:
        yield (*rest, *name)


def _is_person(parts: Sequence[str], entity: Entity) -> bool:
    if _is_office(parts, entity):
        return True
    titles = _titles(entity) | _addresses()
    name = [*(word for word in parts[:-1] if word not in titles), *parts[-1:]]
    return is_name_of(name, _parts(entity.name)) or _is_called(name, entity)


def _is_called(name: Sequence[str], entity: Entity) -> bool:
    """Tell whether the source itself calls a person by these words of the name alone, as by a given name."""
    if not set(name) <= set(_parts(entity.name)):
        return False
    return any(_same(name, _parts(each.span.text)) for each in entity.mentions)


def _titles(entity: Entity) -> set[str]:
    return {word for title in entity.titles for word in _parts(title.span.text)}


def _is_office(parts: Sequence[str], entity: Entity) -> bool:
    """Tell whether words are an office that the source gives a person, in full or its role alone: "the mayor"."""
    held = (title for title in entity.titles if not (title.honorific or title.former or title.claimed))
    return any(_same(parts, _parts(words)) for title in held for words in (title.span.text, title.role))


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
    """Return the words of a name in lower case and without accents, article, what stands behind it and possessive mark.

    Names are written with and without their accents where the words of a quote are not.
    """
    folded = without_accents(Folded.of(name).text.casefold()).removesuffix("'s")
    words = [word for word in _words.findall(folded) if word not in closed_class("article")]
    while len(words) > 1 and words[-1] in closed_class("suffix"):
        words.pop()
    return tuple(words)
