"""Any document, written as JSON and read back, is the same document."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from decimal import Decimal
from enum import Enum, IntEnum
from pathlib import PurePosixPath
from typing import Any, ClassVar
from uuid import UUID

import attrs
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from newskit import Article, Document, Entity, Failure, Kit, Mention, Part, Quote, Span, TimeExpression, Title
from newskit.formats import from_json, to_dict, to_json


class Mood(Enum):
    CALM = "calm"
    LOUD = "loud"


class Level(IntEnum):
    LOW = 1
    HIGH = 2


@attrs.frozen
class Inner:
    """No kind, but what a kind may have inside."""

    spans: tuple[Span, ...]
    share: Decimal
    more: tuple[Inner, ...] = ()


@attrs.frozen
class Claim:
    """A kind that a plugin might bring: a span, references of one kind and of several, and what Python's types mean."""

    layer: ClassVar[str] = "claims"

    span: Span
    quote: Quote | None = None
    about: tuple[Entity | TimeExpression, ...] = ()
    tags: frozenset[str] = frozenset()
    scores: dict[str, float] = attrs.field(factory=dict, hash=False)
    counts: dict[int, Decimal] = attrs.field(factory=dict, hash=False)
    weight: Decimal = Decimal(0)
    day: dt.date | None = None
    at: dt.datetime | None = None
    clock: dt.time | None = None
    mood: Mood = Mood.CALM
    level: Level = Level.LOW
    id: UUID | None = None
    file: PurePosixPath | None = None
    inner: Inner | None = None


TEXTS = st.text(alphabet=st.characters(), min_size=1, max_size=40)
WORDS = st.text(max_size=8)
DAYS = st.dates()
EXACT = st.decimals(allow_nan=False, allow_infinity=False)
META = st.dictionaries(
    WORDS,
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers(-(2**53), 2**53)
        | st.floats(allow_nan=False, allow_infinity=False)
        | WORDS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
        max_leaves=5,
    ),
    max_size=3,
)


def maybe(strategy: SearchStrategy[Any]) -> SearchStrategy[Any]:
    return st.none() | strategy


def some_of(annotations: Sequence[object]) -> SearchStrategy[Any]:
    return st.lists(st.sampled_from(annotations), max_size=2).map(tuple) if annotations else st.just(())


def one_of(annotations: Sequence[object]) -> SearchStrategy[Any]:
    return maybe(st.sampled_from(annotations)) if annotations else st.none()


def apart(found: list[Span]) -> tuple[Span, ...]:
    """Those spans that stand in order and do not overlap the one before."""
    kept: list[Span] = []
    for span in sorted(found):
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return tuple(kept)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(TEXTS)

    @st.composite
    def a_span(draw: st.DrawFn) -> Span:
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        return Span(start, end, text[start:end])

    span = a_span()
    mentions = st.lists(st.builds(Mention, span, WORDS), min_size=1, max_size=3)

    def layer(strategy: SearchStrategy[Any]) -> tuple[Any, ...]:
        return tuple(draw(st.lists(strategy, max_size=3)))

    parts = layer(st.builds(Part, st.sampled_from(["headline", "paragraph"]), span, WORDS))
    titles = layer(st.builds(Title, span, WORDS, maybe(WORDS), maybe(WORDS), maybe(WORDS), st.just("before"), WORDS))
    entities = layer(st.builds(Entity, st.just("person"), WORDS, mentions, mentions, some_of(titles)))
    dates = layer(st.builds(TimeExpression, span, st.just("DATE"), WORDS, maybe(WORDS), first=maybe(DAYS)))
    quotes = layer(
        st.builds(
            Quote,
            st.sampled_from(["direct", "mixed", "indirect"]),
            st.lists(span, min_size=1, max_size=3).map(apart),
            cue=maybe(span),
            source=maybe(span),
            speaker=one_of(entities),
            addressee=maybe(span),
            said_on=one_of(dates),
            venue=maybe(WORDS),
            source_type=maybe(st.just("named person")),
            anonymous=st.booleans(),
            confidence=st.floats(0, 1),
            rule=WORDS,
        )
    )
    claims = layer(
        st.builds(
            Claim,
            span,
            one_of(quotes),
            some_of((*entities, *dates)),
            st.frozensets(WORDS, max_size=3),
            st.dictionaries(WORDS, st.floats(0, 1), max_size=2),
            st.dictionaries(st.integers(-5, 5), EXACT, max_size=2),
            EXACT,
            maybe(DAYS),
            maybe(st.datetimes(timezones=maybe(st.just(dt.UTC)))),
            maybe(st.times()),
            st.sampled_from(Mood),
            st.sampled_from(Level),
            st.uuids(),
            st.lists(st.sampled_from(("a", "b c", "..")), min_size=1).map(lambda names: PurePosixPath(*names)),
            maybe(st.builds(Inner, st.lists(span, max_size=2).map(tuple), EXACT)),
        )
    )
    article = Article(
        text,
        id=draw(WORDS),
        published=draw(maybe(DAYS)),
        url=draw(maybe(WORDS)),
        language=draw(st.sampled_from(["en", "de"])),
        parts=parts if draw(st.booleans()) else (),
        meta=draw(META),
    )
    layers = {Part: parts, Title: titles, Entity: entities, TimeExpression: dates, Quote: quotes, Claim: claims}
    return Document(article, layers, layer(st.builds(Failure, WORDS, WORDS, WORDS, WORDS, WORDS)))


@given(documents())
def test_a_document_comes_back_equal(document: Document) -> None:
    assert from_json(to_json(document), kinds=[Claim]) == document
    assert from_json(to_json(document, indent=True), kinds=[Claim]) == document


@given(documents())
def test_the_dictionary_holds_what_the_json_says(document: Document) -> None:
    assert json.loads(to_json(document)) == to_dict(document)


@given(documents())
def test_one_line_is_one_line_and_can_be_written_as_utf_8(document: Document) -> None:
    written = to_json(document)
    assert "\n" not in written
    assert written.encode()


@given(documents())
def test_every_written_span_is_the_slice_of_the_written_text(document: Document) -> None:
    record = to_dict(document)
    text = record["text"]

    def check(value: Any) -> None:
        if isinstance(value, dict):
            if {"start", "end", "text"} <= value.keys():
                assert text[value["start"] : value["end"]] == value["text"]
            for inner in value.values():
                check(inner)
        elif isinstance(value, list):
            for inner in value:
                check(inner)

    check({name: value for name, value in record.items() if name != "meta"})


@given(documents())
def test_positions_lead_back_to_what_was_meant(document: Document) -> None:
    record = to_dict(document)
    for quote, written in zip(document.quotes, record["quotes"], strict=True):
        speaker = written["speaker"]
        assert (None if speaker is None else document.entities[speaker]) == quote.speaker
    for place, title in enumerate(record["titles"]):
        holder = None if title["entity"] is None else record["entities"][title["entity"]]
        stands_for = [] if holder is None else [(each["start"], each["end"]) for each in holder["nominal_mentions"]]
        listed = any(place in entity["titles"] for entity in record["entities"])
        assert (
            holder is None or place in holder["titles"] or (not listed and (title["start"], title["end"]) in stands_for)
        )


@given(DAYS)
def test_dates_are_written_in_iso_form(day: dt.date) -> None:
    record = to_dict(Document(Article("a", published=day)))
    assert dt.date.fromisoformat(record["published"]) == day


@given(text=st.text(alphabet=st.sampled_from('Ann Lee said, "told" \'Monday\n“”. \ud800\0'), max_size=60))
def test_what_the_plugins_find_comes_back_equal(kit: Kit, text: str) -> None:
    document = kit.extract(text, published="2025-02-18")
    assert from_json(to_json(document)) == document


def test_what_is_found_in_the_seed_comes_back_equal(kit: Kit, seed_text: str) -> None:
    document = kit.extract(seed_text, published="2025-02-18")
    assert document.quotes
    assert from_json(to_json(document)) == document
