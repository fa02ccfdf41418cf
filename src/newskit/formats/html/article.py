"""The article's text as HTML: its parts as blocks, and in them the quotes, names, titles and dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import regex
from attrs import frozen

from newskit.document import Document
from newskit.formats.date_words import in_words
from newskit.formats.facts import interval, office, value
from newskit.formats.html.marks import Mark, element, marked
from newskit.formats.said import Fields, others, short
from newskit.kinds import Entity, Mention, Part, Quote, TimeExpression
from newskit.layers import layer_of
from newskit.leaves import anchor
from newskit.spans import Span

_BLOCKS = {"headline": "h1", "subhead": "h2"}
_INLINE = 1
_TITLE, _SOURCE, _NAME, _DATE = 2, 3, 4, 5
"""What is outside of what where two things stand in the same place."""
_STEPS = ((0.9, "sure"), (0.75, "likely"), (0.5, "doubtful"), (float("-inf"), "unsure"))
_DOUBTED = ("doubtful", "unsure")
"""Steps of confidence of which the text shows the number as well."""
_NO_WORD = regex.compile(r"\W")
_DATETIME = regex.compile(
    r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?)?)?|-W\d\d)?|P(?!$)(?:\d++D)?(?:T(?=\d)(?:\d++H)?(?:\d++M)?(?:\d++S)?)?"
)
"""What `datetime` may hold in HTML: TIMEX3 has more."""


@frozen
class Names:
    """The ids of the page: a prefix, what it is, and its number."""

    prefix: str = ""

    def entry(self, layer: str, place: int) -> str:
        """Return the id of an annotation's entry in the lists."""
        return f"{self.prefix}{_NO_WORD.sub('-', layer)}-{place + 1}"

    def mark(self, layer: str, place: int, number: int = 0) -> str:
        """Return the id of an annotation's place in the text, or of one of several."""
        return f"{self.entry(layer, place)}-{number + 1}"


def who(entity: Entity) -> str:
    """Say who somebody is: the name, and the office that says most."""
    return f"{entity.name}, {entity.office}" if entity.office else entity.name


def said_by(quote: Quote) -> str:
    """Say who is quoted: the speaker, else the source as written."""
    if quote.speaker:
        return who(quote.speaker)
    return quote.source.text if quote.source else "no source named"


def more(layer: str) -> str:
    """Return what the layer of a plugin is called in ids, with a word before it that sets it apart from ours."""
    return f"more {layer}"


def to_article(document: Document, names: Names) -> str:
    """Return the text with everything in it that was found."""
    marks = [
        *_blocks(document),
        *_quotes(document, names),
        *_titles(document),
        *_entities(document, names),
        *_dates(document, names),
        *_others(document, names),
    ]
    return marked(document.text, marks)


def _blocks(document: Document) -> Iterator[Mark]:
    """Yield the parts: those that stand for themselves as blocks, those inside of others or across them in the line."""
    done, text = 0, document.text
    for part in sorted(document.parts, key=lambda part: (part.span.start, -part.span.end)):
        start, end = part.span.start, part.span.end
        if start < done:
            yield Mark(start, end, element("span", class_=f"part {part.kind}"), rank=_INLINE)
            continue
        yield from _plain(text, done, start)
        yield _block(part)
        done = end
    yield from _plain(text, done, len(text))


def _block(part: Part) -> Mark:
    opening = element(_BLOCKS.get(part.kind, "p"), class_=f"part {part.kind}", dir="auto")
    return Mark(part.span.start, part.span.end, opening, block=True)


def _plain(text: str, start: int, end: int) -> Iterator[Mark]:
    """Yield a block for text that is in no part."""
    if text[start:end].strip():
        yield Mark(start, end, element("div", class_="part plain", dir="auto"), block=True)


def _quotes(document: Document, names: Names) -> Iterator[Mark]:
    cues: dict[Span, list[str]] = {}
    sources: dict[Span, list[str]] = {}
    for place, quote in enumerate(document.quotes):
        number, sure = str(place + 1), step(quote.confidence)
        card = " · ".join(filter(None, (f"{number} {said_by(quote)}", *facts(quote))))
        label = f"quote {number}, {quote.kind}, {quote.confidence:.0%}: {said_by(quote)}"
        shown = f"{number} · {quote.confidence:.0%}" if sure in _DOUBTED else number
        for piece, span in enumerate(quote.content):
            yield Mark(
                span.start,
                span.end,
                element(
                    "mark" if quote.kind == "indirect" else "q", class_=f"quote {quote.kind} {sure}", data_card=card
                ),
                id=names.mark("quote", place, piece),
                href=f"#{names.entry('quote', place)}",
                badge=element("span", data_number=shown, data_card=card, role="img", aria_label=label),
            )
        if quote.cue:
            cues.setdefault(quote.cue, []).append(number)
        if quote.source:
            sources.setdefault(quote.source, []).append(f"{number}: {said_by(quote)}")
    yield from _said("cue", cues)
    yield from _said("source", sources)


def step(confidence: float) -> str:
    """Say in a word how sure newskit is, as the page shows it: each step has a line of its own."""
    return next(name for least, name in _STEPS if confidence >= least)


def facts(quote: Quote) -> tuple[str, ...]:
    """Say in short how somebody is quoted."""
    return (
        quote.kind,
        f"said: {in_words(quote.said_on)}" if quote.said_on else "",
        f"{quote.confidence:.0%}",
        f"rule: {quote.rule}" if quote.rule else "",
    )


def _said(role: str, spans: Mapping[Span, Iterable[str]]) -> Iterator[Mark]:
    for span, of in spans.items():
        opening = element("span", class_=role, data_card=f"{role} of {'; '.join(of)}")
        yield Mark(span.start, span.end, opening, rank=_SOURCE)


def _titles(document: Document) -> Iterator[Mark]:
    for title in document.titles:
        facts = (
            office(title),
            "honorific" if title.honorific else "title",
            f"rule: {title.rule}" if title.rule else "",
        )
        opening = element("span", class_="title", data_card=" · ".join(filter(None, facts)))
        yield Mark(title.span.start, title.span.end, opening, rank=_TITLE)


def mentions(entity: Entity) -> tuple[Mention, ...]:
    """Return all mentions, by name or not, in the order of the text."""
    return tuple(sorted((*entity.mentions, *entity.nominal_mentions), key=lambda each: each.span.start))


def _entities(document: Document, names: Names) -> Iterator[Mark]:
    for place, entity in enumerate(document.entities):
        for number, mention in enumerate(mentions(entity)):
            facts = (who(entity), entity.kind, f"rule: {mention.rule}" if mention.rule else "")
            yield Mark(
                mention.span.start,
                mention.span.end,
                element("span", class_=f"name {entity.kind}", data_card=" · ".join(filter(None, facts))),
                id=names.mark("entity", place, number),
                href=f"#{names.entry('entity', place)}",
                rank=_NAME,
            )


def _dates(document: Document, names: Names) -> Iterator[Mark]:
    for place, date in enumerate(document.dates):
        said = " · ".join(filter(None, (value(date), interval(date))))
        rule = f"rule: {date.rule}" if date.rule else ""
        card = " · ".join(filter(None, (*dict.fromkeys((in_words(date), value(date), interval(date))), rule)))
        machine = datetime(date)
        yield Mark(
            date.span.start,
            date.span.end,
            element("time" if machine else "span", datetime=machine, class_="date", title=said, data_card=card),
            id=names.mark("date", place),
            href=f"#{names.entry('date', place)}",
            rank=_DATE,
        )


def datetime(date: TimeExpression) -> str | None:
    """Return what the attribute ``datetime`` may hold: the value, the day where the value is no such, or nothing."""
    if _DATETIME.fullmatch(date.value):
        return date.value
    return str(date.first) if date.first and date.first == date.last else None


def _others(document: Document, names: Names) -> Iterator[Mark]:
    fields = Fields(document)
    for kind, found in others(document).items():
        layer = more(layer_of(kind))
        for place, annotation in enumerate(found):
            said = (f"{each.name}: {short(each.words)}" for each in fields.of(annotation))
            card = " · ".join((layer_of(kind), *said))
            for number, span in enumerate(anchor(annotation)):
                yield Mark(
                    span.start,
                    span.end,
                    element("span", class_="other", data_card=card),
                    id=names.mark(layer, place, number),
                    href=f"#{names.entry(layer, place)}",
                    rank=_DATE,
                )
