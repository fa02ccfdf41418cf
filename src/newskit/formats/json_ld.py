"""A document as JSON-LD with the schema.org vocabulary: a news article, who it mentions, and what they said."""

from __future__ import annotations

from collections.abc import Mapping

from newskit.document import Document
from newskit.fields import Value
from newskit.formats.json import dumps
from newskit.formats.records import Record
from newskit.formats.web_annotation import address_of
from newskit.kinds import Entity, Quote
from newskit.terms import PartKind

CONTEXT = "https://schema.org"
_TYPES = {"person": "Person", "organization": "Organization", "place": "Place", "group": "Thing"}
_SCHEMES = {"wikidata": "http://www.wikidata.org/entity/"}
"""Where the identifiers of a scheme are addresses; Wikidata's is the IRI of its concepts."""
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""What ends or opens something in HTML and in old JavaScript; in JSON these stand nowhere but in strings."""


def to_json_ld(document: Document) -> str:
    """Write a document as a schema.org ``NewsArticle``, indented JSON.

    People have their ``jobTitle`` and, where a title names one, the organisation that they are affiliated with. Direct
    and mixed quotes are a ``Quotation`` each, spoken by whom the article says; what is told in other words is the
    ``Claim`` of its author. schema.org knows no offsets: for those there are JSON and Web Annotations.

    Strings are escaped as JSON allows, so that no text ends a ``script`` element that it is put into.
    """
    return dumps(_Writer(document).article(), indent=True).translate(_ESCAPES)


def _known(**fields: object) -> Record:
    """Return a node without the fields that hold nothing; ``type`` and ``id`` are JSON-LD's own."""
    own = {"type": "@type", "id": "@id"}
    return {own.get(name, name): value for name, value in fields.items() if value not in (None, "", [])}


def _properties(facts: Mapping[str, Value]) -> list[Record]:
    return [{"@type": "PropertyValue", "propertyID": name, "value": value} for name, value in facts.items()]


def _same_as(ids: Mapping[str, str]) -> list[str]:
    """Return the addresses among identifiers: those that are one, and those of schemes whose addresses are known."""
    known = [_SCHEMES.get(scheme.lower(), "") + identifier for scheme, identifier in ids.items()]
    return [address for address in known if address.startswith(("http://", "https://"))]


class _Writer:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._numbers = {id(entity): place for place, entity in enumerate(document.entities)}

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
                mentions=[self._entity(entity) for entity in self._document.entities],
                hasPart=[self._quote(quote) for quote in self._document.quotes],
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
            organization = entity.title.organization if entity.title else None
            honorific = next((title.role for title in entity.titles if title.honorific), None)
            affiliation = _known(type="Organization", name=organization) if organization else None
            node |= _known(honorificPrefix=honorific, jobTitle=entity.role, affiliation=affiliation)
        return node

    def _quote(self, quote: Quote) -> Record:
        """Return a quotation or claim; a day on which it was said is when it was made."""
        said_on = quote.said_on
        day = str(said_on.first) if said_on and said_on.first and said_on.first == said_on.last else None
        speaker = self._speaker(quote)
        extra = _properties(quote.extra)
        if quote.kind == "indirect":
            return _known(type="Claim", text=quote.text, author=speaker, dateCreated=day, additionalProperty=extra)
        return _known(
            type="Quotation", text=quote.text, spokenByCharacter=speaker, dateCreated=day, additionalProperty=extra
        )

    def _speaker(self, quote: Quote) -> Record | str | None:
        """Return a reference to the speaker, or who it is as written."""
        if quote.speaker is not None and id(quote.speaker) in self._numbers:
            return {"@id": self._id(quote.speaker)}
        if quote.speaker is not None:
            return quote.speaker.name
        return quote.source.text if quote.source else None
