"""A document as W3C Web Annotations: a page of annotations whose targets are stretches of the article.

Each target has a ``TextPositionSelector``, in code points as the recommendation says, and a ``TextQuoteSelector`` with
the words around it, by which it is found again in a copy that has other offsets.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote as percent_encoded

from newskit.article import Article
from newskit.document import Document
from newskit.formats.facts import office
from newskit.formats.json import dumps
from newskit.formats.plain import to_write
from newskit.formats.records import Positions, Record
from newskit.formats.said import others, place_of
from newskit.formats.walk import Place, Walk
from newskit.kinds import Entity, Quote, TimeExpression, Title
from newskit.layers import layer_of
from newskit.leaves import anchor
from newskit.spans import Span

CONTEXT = ("http://www.w3.org/ns/anno.jsonld", {"newskit": "urn:newskit:"})
_AROUND = 32
"""Code points before and after a quoted stretch."""
_KEPT = "/:?#[]@!$&'()*+,;=%~"
"""What an address may hold besides letters and digits."""


def to_web_annotation(document: Document) -> str:
    """Write a document's annotations as an annotation page, indented JSON.

    Its source is the article's URL, else its ``id`` as a relative address, else a name made of the text's digest
    (RFC 6920). What newskit knows beyond the vocabulary stands under ``newskit:``, as ``newskit:rule``.
    """
    writer = _Writer(to_write(document))
    page = {"@context": CONTEXT, "type": "AnnotationPage", "items": list(writer.annotations())}
    return dumps(page, indent=True)


def address_of(article: Article) -> str:
    """Return an address for an article: its URL, its id, or a name made of its text."""
    if article.url or article.id:
        return percent_encoded(article.url or article.id, safe=_KEPT, errors="replace")
    digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).digest()
    return f"ni:///sha-256;{base64.urlsafe_b64encode(digest).decode().rstrip('=')}"


def _name(field: str) -> str:
    return f"newskit:{field}"


def _own(facts: Mapping[str, object]) -> Record:
    return {_name(name): value for name, value in facts.items()}


def _is_empty(value: object) -> bool:
    return value in (None, "", [], {})


class _Fields(Walk):
    """Writes spans as targets, references as links, and every name under ``newskit:``."""

    flat = False

    def __init__(self, positions: Positions, target: Callable[[Span], Record]) -> None:
        super().__init__(positions)
        self._target = target

    def span(self, span: Span) -> Record:
        return self._target(span)

    def reference(self, annotation: object, position: int, _: Place) -> Record:
        return _link(annotation, position)

    def name(self, name: str) -> str:
        return _name(name)


def _link(annotation: object, position: int) -> Record:
    return {"id": f"#{layer_of(type(annotation))}-{position}"}


class _Writer:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._source = address_of(document.article)
        self._positions = Positions(document.layers)
        self._fields = _Fields(self._positions, self._target)

    def annotations(self) -> Iterator[Record]:
        document = self._document
        for part in document.parts:
            yield self._annotation(part, "classifying", [(part.span,)], classifying=part.kind, rule=part.rule)
        for title in document.titles:
            yield self._title(title)
        for entity in document.entities:
            yield self._entity(entity)
        for date in document.dates:
            yield self._date(date)
        for quote in document.quotes:
            yield self._quote(quote)
        for made in others(document).values():
            for other in made:
                yield self._other(other)

    def _other(self, annotation: object) -> Record:
        """Return an annotation of a plugin's kind with its fields, but for the one that its targets are."""
        written = self._annotation(annotation, "tagging", zip(anchor(annotation)), tagging=type(annotation).__name__)
        fields = self._fields.record(annotation, Place())
        fields.pop(_name(place_of(annotation)), None)
        return written | {name: value for name, value in fields.items() if not _is_empty(value)}

    def _title(self, title: Title) -> Record:
        return self._annotation(
            title,
            "describing",
            [(title.span,)],
            describing=office(title),
            role=title.role,
            organization=title.organization,
            place=title.place,
            within=title.within,
            kind=title.kind,
            honorific=title.honorific,
            claimed=title.claimed,
            former=title.former,
            tie=title.tie,
            rule=title.rule,
        )

    def _entity(self, entity: Entity) -> Record:
        mentions = sorted((*entity.mentions, *entity.nominal_mentions), key=lambda each: each.span.start)
        return self._annotation(
            entity,
            "identifying",
            [(mention.span, mention.rule) for mention in mentions],
            identifying=entity.name,
            classifying=entity.kind,
            role=entity.role,
            office=entity.office,
            affiliation=entity.affiliation,
            subtype=entity.subtype,
            titles=[self._link(title) for title in entity.titles],
            ids=_own(entity.ids),
            extra=_own(entity.extra),
        )

    def _date(self, date: TimeExpression) -> Record:
        return self._annotation(
            date,
            "identifying",
            [(date.span,)],
            identifying=date.value,
            classifying=date.type,
            mod=date.mod,
            quant=date.quant,
            freq=date.freq,
            first=str(date.first) if date.first else None,
            last=str(date.last) if date.last else None,
            rule=date.rule,
            publication=date.publication,
        )

    def _quote(self, quote: Quote) -> Record:
        return self._annotation(
            quote,
            "identifying",
            zip(quote.content),
            classifying=f"{quote.kind} quote",
            identifying=quote.speaker.name if quote.speaker else None,
            kind=quote.kind,
            cue=self._maybe(quote.cue),
            source=self._maybe(quote.source),
            speaker=self._link(quote.speaker),
            addressee=self._maybe(quote.addressee),
            said_on=self._link(quote.said_on),
            venue=quote.venue,
            reported_by=self._maybe(quote.reported_by),
            source_type=quote.source_type,
            anonymous=quote.anonymous,
            anonymity_reason=self._maybe(quote.anonymity_reason),
            confidence=quote.confidence,
            rule=quote.rule,
            extra=_own(quote.extra),
            reports=quote.reports,
            status=quote.status,
            reports_rule=quote.reports_rule,
            status_rule=quote.status_rule,
            speaker_confidence=quote.speaker_confidence,
        )

    def _annotation(
        self,
        annotation: object,
        motivation: str,
        spans: Iterable[tuple[Span] | tuple[Span, str]],
        *,
        classifying: str | None = None,
        identifying: str | None = None,
        describing: str | None = None,
        tagging: str | None = None,
        **facts: Any,  # noqa: ANN401 - what JSON holds
    ) -> Record:
        """Return an annotation with a body for each purpose; facts that are None or empty are left out."""
        said = {
            "classifying": classifying,
            "identifying": identifying,
            "describing": describing,
            "tagging": tagging,
        }
        bodies = [
            {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}
            for purpose, value in said.items()
            if value
        ]
        known = {_name(name): fact for name, fact in facts.items() if not _is_empty(fact)}
        targets = [self._target(*span) for span in spans]
        return {
            **self._link(annotation),
            "type": "Annotation",
            "motivation": motivation,
            "body": bodies,
            "target": targets or self._source,
            **known,
        }

    def _link(self, annotation: object) -> Record:
        if annotation is None:
            return {}
        return _link(annotation, self._positions[annotation])

    def _maybe(self, span: Span | None) -> Record | None:
        return self._target(span) if span else None

    def _target(self, span: Span, rule: str = "") -> Record:
        text = self._document.text
        quoted = {"type": "TextQuoteSelector", "exact": span.text}
        quoted["prefix"] = text[max(0, span.start - _AROUND) : span.start]
        quoted["suffix"] = text[span.end : span.end + _AROUND]
        position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
        resource = {"type": "SpecificResource", "source": self._source, "selector": [position, quoted]}
        return {**resource, "newskit:rule": rule} if rule else resource
