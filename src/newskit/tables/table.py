"""What a table is, and the columns of each: declared once, for CSV, Parquet and the documentation alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from attrs import field, frozen

from newskit.article import Article
from newskit.document import Document
from newskit.formats.columns import Scalar
from newskit.formats.records import Positions
from newskit.kinds import Entity, Mention, Quote, TimeExpression, Title
from newskit.spans import Span
from newskit.text import closed_class

T = TypeVar("T")
Value = str | int | float | bool | dt.date | None
_COMPANY = 20
_PRONOUNS = {"he": closed_class("male_pronoun"), "she": closed_class("female_pronoun")}


@frozen(eq=False)
class Context:
    """A document with what its rows ask for again and again, found once."""

    document: Document
    positions: Positions
    day: dt.date | None
    headline: str | None
    spoken: Mapping[int, Sequence[Quote]]
    """The quotes of each speaker, by the speaker's position."""
    company: Sequence[Entity]
    """People named in full and organisations, those that are named most first."""

    @classmethod
    def of(cls, document: Document) -> Context:
        """Find what there is."""
        day = document.publication_day
        headline = next((" ".join(part.span.text.split()) for part in document.parts if part.kind == "headline"), None)
        positions = Positions(document.layers)
        spoken: dict[int, list[Quote]] = {}
        for quote in document.quotes:
            if quote.speaker:
                spoken.setdefault(positions[quote.speaker], []).append(quote)
        company = [each for each in document.entities if each.kind == "organization" or _in_full(each)]
        company.sort(key=lambda each: -len(each.mentions))
        return cls(document, positions, day.day if day else None, headline, spoken, company)


def _in_full(entity: Entity) -> bool:
    return entity.kind == "person" and " " in entity.name


@frozen(eq=False)
class At(Generic[T]):
    """An annotation of a document, at a position of its layer, from 0."""

    context: Context
    position: int
    it: T

    @property
    def article(self) -> Article:
        """The article."""
        return self.context.document.article


@frozen
class TableColumn:
    """A column: its name, the type of its values, and what it says in a line."""

    name: str
    type: Scalar
    says: str
    value: Callable[[At[Any]], Value] = field(repr=False, eq=False)


@frozen
class Table:
    """A table: its name, which is that of the layer or ``people``, what has a row in it, and its columns."""

    name: str
    of: Callable[[Document], Iterable[tuple[int, object]]] = field(repr=False, eq=False)
    columns: tuple[TableColumn, ...]


_ARTICLE = (
    TableColumn("article", "text", "id of the article", lambda at: at.article.id),
    TableColumn("url", "text", "its address", lambda at: at.article.url),
    TableColumn("publisher", "text", "its publisher", lambda at: at.article.publisher),
    TableColumn("day", "day", "day of publication, given or found in the text", lambda at: at.context.day),
    TableColumn(
        "month",
        "text",
        "month of that day, as in 2025-02",
        lambda at: at.context.day and at.context.day.isoformat()[:7],
    ),
    TableColumn("headline", "text", "the headline", lambda at: at.context.headline),
)


def organization_of(entity: Entity) -> str | None:
    """Return what a person, or the office, is of: what the title names, else what the article ties it to."""
    title = entity.title
    if entity.affiliation_rule == "person whose it is" or (
        title is None and entity.affiliation_rule == "part in a work"
    ):
        return title.organization if title else None  # no body: "spokesman of Ann Roe", "director"
    return (title.organization if title else None) or entity.affiliation


def pronouns_of(entity: Entity) -> str | None:
    """Return "he", "she" or "he, she", as the article uses them of a person; None where it uses none."""
    used = {mention.span.text.lower() for mention in entity.pronouns}
    return ", ".join(name for name, forms in _PRONOUNS.items() if used & forms) or None


def _words(quote: Quote) -> int:
    return sum(len(span.text.split()) for span in quote.content)


def _spoken(take: Callable[[Entity], Value]) -> Callable[[At[Quote]], Value]:
    """Return the value of a column that says something of the speaker."""
    return lambda at: take(at.it.speaker) if at.it.speaker else None


def _in_office(take: Callable[[Title], Value]) -> Callable[[Entity], Value]:
    return lambda entity: take(entity.title) if entity.title else None


def _at(take: Callable[[Quote], Span | None]) -> tuple[Callable[[At[Quote]], Value], ...]:
    """Return the words, the start and the end of a span that a quote may have."""

    def of(part: str) -> Callable[[At[Quote]], Value]:
        return lambda at: getattr(take(at.it), part, None)

    return of("text"), of("start"), of("end")


_CUE, _SOURCE, _ADDRESSEE, _REASON = (
    _at(lambda quote: quote.cue),
    _at(lambda quote: quote.source),
    _at(lambda quote: quote.addressee),
    _at(lambda quote: quote.anonymity_reason),
)
_QUOTES = (
    *_ARTICLE,
    TableColumn("quote", "place", "position among the article's quotes, from 0", lambda at: at.position),
    TableColumn("kind", "text", "direct, mixed or indirect", lambda at: at.it.kind),
    TableColumn("reports", "text", "speech, writing, thought or act", lambda at: at.it.reports),
    TableColumn("status", "text", "asserted, denied, asked and so on", lambda at: at.it.status),
    TableColumn("speaker", "text", "name of the speaker", _spoken(lambda entity: entity.name)),
    TableColumn(
        "speaker_entity",
        "place",
        "position among the article's entities, `entity` in people",
        lambda at: at.it.speaker and at.context.positions[at.it.speaker],
    ),
    TableColumn("speaker_kind", "text", "person, organization, place or group", _spoken(lambda entity: entity.kind)),
    TableColumn("office", "text", "the speaker's office, in a line", _spoken(lambda entity: entity.office)),
    TableColumn("role", "text", "the role in it", _spoken(lambda entity: entity.role)),
    TableColumn("organization", "text", "what the office is of", _spoken(organization_of)),
    TableColumn(
        "former", "flag", "whether the office is held no more", _spoken(_in_office(lambda title: title.former))
    ),
    TableColumn("pronouns", "text", "he, she, as the article uses them of the speaker", _spoken(pronouns_of)),
    TableColumn("source_type", "text", "named person, document, anonymous source …", lambda at: at.it.source_type),
    TableColumn("anonymous", "flag", "whether the source is left unnamed", lambda at: at.it.anonymous),
    TableColumn("anonymity_reason", "text", "the phrase that says why", _REASON[0]),
    TableColumn("source", "text", "the source as written", _SOURCE[0]),
    TableColumn("cue", "text", "the cue as written", _CUE[0]),
    TableColumn("content", "text", "the content, its pieces joined by …", lambda at: at.it.text),
    TableColumn("words", "whole", "words in the content", lambda at: _words(at.it)),
    TableColumn("addressee", "text", "who was told", _ADDRESSEE[0]),
    TableColumn(
        "said_on", "text", "TIMEX3 value of when it was said", lambda at: at.it.said_on and at.it.said_on.value
    ),
    TableColumn("said_first", "day", "first day of that", lambda at: at.it.said_on and at.it.said_on.first),
    TableColumn("said_last", "day", "last day of that", lambda at: at.it.said_on and at.it.said_on.last),
    TableColumn("venue", "text", "where it was said: statement, interview …", lambda at: at.it.venue),
    TableColumn(
        "reported_by", "text", "the outlet that reported it", lambda at: at.it.reported_by and at.it.reported_by.text
    ),
    TableColumn("confidence", "number", "that content and source are right, 0 to 1", lambda at: at.it.confidence),
    TableColumn(
        "speaker_confidence", "number", "that the speaker is right, 0 to 1", lambda at: at.it.speaker_confidence
    ),
    TableColumn("rule", "text", "the rule that found the quote", lambda at: at.it.rule),
    TableColumn("start", "place", "offset of the content's first character", lambda at: at.it.content[0].start),
    TableColumn("end", "place", "offset behind its last character", lambda at: at.it.content[-1].end),
    TableColumn(
        "pieces",
        "text",
        "the offsets of each piece, as in 12:40 55:61",
        lambda at: " ".join(f"{span.start}:{span.end}" for span in at.it.content),
    ),
    TableColumn("source_start", "place", "offset of the source", _SOURCE[1]),
    TableColumn("source_end", "place", "offset behind it", _SOURCE[2]),
    TableColumn("cue_start", "place", "offset of the cue", _CUE[1]),
    TableColumn("cue_end", "place", "offset behind it", _CUE[2]),
)


def _by(at: At[Entity]) -> Sequence[Quote]:
    return at.context.spoken.get(at.position, ())


def _first(at: At[Entity]) -> Mention:
    return min((*at.it.mentions, *at.it.nominal_mentions), key=lambda mention: mention.span)


def _company(at: At[Entity]) -> str | None:
    """Return the others of the article who are named in full or are bodies, those that are named most first."""
    others = [each for each in at.context.company if each is not at.it][:_COMPANY]
    return "; ".join(dict.fromkeys(each.name for each in others)) or None


_PEOPLE = (
    *_ARTICLE,
    TableColumn("entity", "place", "position among the article's entities, from 0", lambda at: at.position),
    TableColumn("name", "text", "the fullest name in the article", lambda at: at.it.name),
    TableColumn("office", "text", "the office, in a line", lambda at: at.it.office),
    TableColumn("role", "text", "the role in it", lambda at: at.it.role),
    TableColumn("organization", "text", "what the office is of", lambda at: organization_of(at.it)),
    TableColumn(
        "former", "flag", "whether the office is held no more", lambda at: _in_office(lambda title: title.former)(at.it)
    ),
    TableColumn(
        "offices",
        "text",
        "all offices as written, the aptest first, with ;",
        lambda at: "; ".join(title.span.text for title in at.it.titles if not title.honorific) or None,
    ),
    TableColumn("pronouns", "text", "he, she, as the article uses them of the person", lambda at: pronouns_of(at.it)),
    TableColumn("mentions", "whole", "places where the person is named", lambda at: len(at.it.mentions)),
    TableColumn("quotes", "whole", "quotes of which the person is the speaker", lambda at: len(_by(at))),
    TableColumn(
        "direct", "whole", "those that are direct or mixed", lambda at: sum(each.kind != "indirect" for each in _by(at))
    ),
    TableColumn("quoted_words", "whole", "words in them all", lambda at: sum(map(_words, _by(at)))),
    TableColumn("company", "text", f"up to {_COMPANY} other people and organisations of the article, with ;", _company),
    TableColumn("rule", "text", "the rule of the first mention", lambda at: _first(at).rule),
    TableColumn("start", "place", "offset of the first mention", lambda at: _first(at).span.start),
    TableColumn("end", "place", "offset behind it", lambda at: _first(at).span.end),
)
_DATES = (
    *_ARTICLE,
    TableColumn("date", "place", "position among the article's time expressions, from 0", lambda at: at.position),
    TableColumn("text", "text", "the words", lambda at: at.it.span.text),
    TableColumn("type", "text", "DATE, TIME, DURATION or SET", lambda at: at.it.type),
    TableColumn("value", "text", "TIMEX3 value", lambda at: at.it.value),
    TableColumn("mod", "text", "TIMEX3 modifier", lambda at: at.it.mod),
    TableColumn("quant", "text", "TIMEX3 quantifier of a SET", lambda at: at.it.quant),
    TableColumn("freq", "text", "TIMEX3 frequency of a SET", lambda at: at.it.freq),
    TableColumn("first", "day", "first day of what it covers", lambda at: at.it.first),
    TableColumn("last", "day", "last day of it", lambda at: at.it.last),
    TableColumn("publication", "text", "what makes it the day of publication", lambda at: at.it.publication),
    TableColumn("rule", "text", "the rule that found it", lambda at: at.it.rule),
    TableColumn("start", "place", "offset of the first character", lambda at: at.it.span.start),
    TableColumn("end", "place", "offset behind the last", lambda at: at.it.span.end),
)


def _people(document: Document) -> Iterable[tuple[int, Entity]]:
    return ((place, each) for place, each in enumerate(document.entities) if each.kind == "person")


def _all(kind: type) -> Callable[[Document], Iterable[tuple[int, object]]]:
    return lambda document: enumerate(document[kind])


TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        Table("quotes", _all(Quote), _QUOTES),
        Table("people", _people, _PEOPLE),
        Table("dates", _all(TimeExpression), _DATES),
    )
}
"""The tables by name."""
