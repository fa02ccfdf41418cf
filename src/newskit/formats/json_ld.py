"""A document as JSON-LD with the schema.org vocabulary: a news article, who it mentions, and what they said."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote as percent_encoded

from newskit import fields
from newskit.document import Document
from newskit.formats.json import dumps
from newskit.formats.plain import to_write
from newskit.formats.records import Record
from newskit.formats.said import Fields, Reference, Said, Value, others, words_at
from newskit.formats.web_annotation import address_of
from newskit.kinds import KINDS, Entity, Quote
from newskit.layers import layer_of
from newskit.spans import Span
from newskit.terms import PartKind

CONTEXT = "https://schema.org"
_TYPES = {"person": "Person", "organization": "Organization", "place": "Place", "group": "Thing"}
_SCHEMES = {"wikidata": "http://www.wikidata.org/entity/"}
"""Where the identifiers of a scheme are addresses; Wikidata's is the IRI of its concepts."""
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""What ends or opens something in HTML and in old JavaScript; in JSON these stand nowhere but in strings."""


def to_json_ld(document: Document) -> str:
    """Write a document as a schema.org ``NewsArticle``, indented JSON.

    People have their ``jobTitle`` and, where the article says it, the organisation that they are of. Direct
    and mixed quotes are a ``Quotation`` each, spoken by whom the article says; what is told in other words is the
    ``Claim`` of its author. schema.org knows no offsets: for those there are JSON and Web Annotations.

    Strings are escaped as JSON allows, so that no text ends a ``script`` element that it is put into.
    """
    return dumps(_Writer(to_write(document)).article(), indent=True).translate(_ESCAPES)


_NO_BODY = frozenset(
    (
        "party and seat",
        "brackets of a list",
        "partisan",
        "part in a work",
        "nation of the article",
        "place beside",
        "person whose it is",
    )
)
"""Rules by which an office or a person is of something that is no organisation, or may be none."""


def _body(entity: Entity) -> str | None:
    """Return the body that a person or the office was tied to; a party, a land and a part in a work are none."""
    return None if entity.affiliation_rule in _NO_BODY else entity.affiliation


def _known(**fields: object) -> Record:
    """Return a node without the fields that hold nothing; ``type`` and ``id`` are JSON-LD's own."""
    own = {"type": "@type", "id": "@id"}
    return {own.get(name, name): value for name, value in fields.items() if value not in (None, "", [])}


def _properties(facts: Mapping[str, fields.Value]) -> list[Record]:
    return [_property(name, value) for name, value in facts.items()]


def _property(name: str, value: object) -> Record:
    return {"@type": "PropertyValue", "propertyID": name, "value": value}


def _same_as(ids: Mapping[str, str]) -> list[str]:
    """Return the addresses among identifiers: those that are one, and those of schemes whose addresses are known."""
    known = [_SCHEMES.get(scheme.lower(), "") + identifier for scheme, identifier in ids.items()]
    return [address for address in known if address.startswith(("http://", "https://"))]


def _more(kind: type) -> str:
    """Return what the layer of a plugin is called in ids, apart from ours."""
    return f"more-{percent_encoded(layer_of(kind), safe='', errors='replace')}"


def _said(said: Said) -> Record:
    """Return what a field says; a reference has the name of what it is to, and leads to it where it is a node."""
    links = [{"@id": link} for value in said.values if isinstance(value, Reference) and (link := _node(value))]
    values = [_plain(value) for value in said.values]
    written = _property(said.name, values[0] if len(values) == 1 else values)
    return {**written, "valueReference": links[0] if len(links) == 1 else links} if links else written


def _plain(value: Value) -> str | int | float | bool:
    if isinstance(value, Reference):
        return value.name or value.id
    return value.text if isinstance(value, Span) else value


def _node(reference: Reference) -> str | None:
    """Return the id of what is referred to, where it is a node: an entity, a quote, or of a plugin's kind."""
    kind = type(reference.to)
    own = {Entity: "entity", Quote: "quote"}.get(kind) if kind in KINDS else _more(kind)
    return own and f"#{own}-{reference.position}"


class _Writer:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._numbers = {id(entity): place for place, entity in enumerate(document.entities)}
        fields = Fields(document)
        self._others = [
            (annotation, f"#{_more(kind)}-{place}", fields.of(annotation))
            for kind, made in others(document).items()
            for place, annotation in enumerate(made)
        ]
        said = (value for *_, fields in self._others for each in fields for value in each.values)
        self._quoted = {each.position for each in said if isinstance(each, Reference) and isinstance(each.to, Quote)}

    def article(self) -> Record:
        article = self._document.article
        return {
            "@context": CONTEXT,
            **_known(
                type="NewsArticle",
                id=address_of(article),
                url=article.url,
                headline=self._part("headline"),
                abstract=self._part("standfirst"),
                author=self._authors() or self._part("byline"),
                dateline=self._part("dateline"),
                datePublished=str(article.published) if article.published else None,
                publisher=_known(type="Organization", name=article.publisher) if article.publisher else None,
                inLanguage=article.language,
                articleBody=article.text,
                mentions=[
                    *(self._entity(entity) for entity in self._document.entities),
                    *(self._other(*each) for each in self._others),
                ],
                hasPart=[self._quote(place, quote) for place, quote in enumerate(self._document.quotes)],
            ),
        }

    def _authors(self) -> list[Record]:
        """Return who signed the article, where its reader knew: a byline has other words around the names."""
        names = self._document.article.meta.get("authors")
        names = names if isinstance(names, list) else []
        return [{"@type": "Person", "name": name} for name in names if isinstance(name, str) and name]

    def _part(self, kind: PartKind) -> str | None:
        return next((" ".join(part.span.text.split()) for part in self._document.parts if part.kind == kind), None)

    def _id(self, entity: Entity) -> str:
        return f"#entity-{self._numbers[id(entity)]}"

    def _entity(self, entity: Entity) -> Record:
        node = _known(
            type=_TYPES[entity.kind],
            id=self._id(entity),
            name=entity.name,
            sameAs=_same_as(entity.ids),
            identifier=_properties(entity.ids),
            additionalProperty=_properties(entity.extra),
        )
        if entity.kind == "person":
            organization = (entity.title.organization if entity.title else None) or _body(entity)
            honorific = next((title.role for title in entity.titles if title.honorific), None)
            affiliation = _known(type="Organization", name=organization) if organization else None
            node |= _known(honorificPrefix=honorific, jobTitle=entity.role, affiliation=affiliation)
        return node

    def _other(self, annotation: object, name: str, said: list[Said]) -> Record:
        """Return an annotation of a plugin's kind, of which schema.org knows what its fields are called."""
        return _known(
            type="Thing",
            id=name,
            additionalType=type(annotation).__name__,
            name=" ".join(words_at(annotation).split()),
            additionalProperty=[_said(each) for each in said],
        )

    def _quote(self, place: int, quote: Quote) -> Record:
        """Return a quotation or claim; a day on which it was said is when it was made.

        It has an id where something leads to it.
        """
        said_on = quote.said_on
        day = str(said_on.first) if said_on and said_on.first and said_on.first == said_on.last else None
        speaker = self._speaker(quote)
        role = "author" if quote.kind == "indirect" else "spokenByCharacter"
        return _known(
            type="Claim" if quote.kind == "indirect" else "Quotation",
            id=f"#quote-{place}" if place in self._quoted else None,
            text=quote.text,
            **{role: speaker},
            dateCreated=day,
            additionalProperty=[
                *_properties({"reports": quote.reports, "status": quote.status}),
                *_properties(quote.extra),
            ],
        )

    def _speaker(self, quote: Quote) -> Record | str | None:
        """Return a reference to the speaker, or who it is as written."""
        if quote.speaker is not None and id(quote.speaker) in self._numbers:
            return {"@id": self._id(quote.speaker)}
        if quote.speaker is not None:
            return quote.speaker.name
        return quote.source.text if quote.source else None
