"""The seed document against its answer key, layer by layer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import newskit
from newskit import Document, Entity, Quote, Span, TimeExpression

Edges = tuple[int, int]

KEY: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "seeds" / "000_9b9daa9efa5b48ea.gold.json").read_text("utf-8")
)
WITH_TITLES = [entity for entity in KEY["entities"] if entity.get("titles")]


def by_id(wanted: dict[str, Any]) -> str:
    return str(wanted["id"])


def by_text(wanted: dict[str, Any]) -> str:
    return str(wanted["text"])[:40]


def by_content(wanted: dict[str, Any]) -> str:
    return str(wanted["content"][0]["text"])[:40]


def with_field(field: str) -> list[dict[str, Any]]:
    return [quote for quote in KEY["quotes"] if quote.get(field)]


@pytest.fixture(scope="module")
def doc(kit: newskit.Kit, seed_text: str) -> Document:
    return kit.extract(seed_text, id="seed", published=KEY["published"])


@pytest.fixture(scope="module")
def undated(kit: newskit.Kit, seed_text: str) -> Document:
    return kit.extract(seed_text, id="seed")


def edges(given: dict[str, Any] | Span) -> Edges:
    return (given.start, given.end) if isinstance(given, Span) else (given["start"], given["end"])


def all_edges(spans: Any) -> list[Edges]:
    return sorted(edges(span) for span in spans)


def entity_of(doc: Document, wanted: dict[str, Any]) -> Entity:
    """The one entity that has the key's first mention."""
    first = edges(wanted["mentions"][0])
    found = [each for each in doc.entities if first in [edges(mention.span) for mention in each.mentions]]
    assert len(found) == 1, f"{wanted['id']}: {len(found)} entities have the mention {first}"
    return found[0]


def quote_of(doc: Document, wanted: dict[str, Any]) -> Quote:
    """The one quote that has the key's content."""
    content = all_edges(wanted["content"])
    found = [each for each in doc.quotes if all_edges(each.content) == content]
    if len(found) != 1:
        listing = "\n".join(f"  {quote.kind} {all_edges(quote.content)} {quote.text!r}" for quote in doc.quotes)
        pytest.fail(f"{len(found)} quotes are {wanted['content'][0]['text']!r}; there are\n{listing}")
    return found[0]


def date_of(doc: Document, wanted: dict[str, Any]) -> TimeExpression:
    found = [each for each in doc.dates if edges(each.span) == edges(wanted)]
    assert len(found) == 1, f"{len(found)} dates are {wanted['text']!r}; there are {[d.span for d in doc.dates]}"
    return found[0]


def test_nothing_fails(doc: Document, undated: Document) -> None:
    assert doc.failures == ()
    assert undated.failures == ()


def test_the_parts_are_the_key_s(doc: Document) -> None:
    wanted = {(part["kind"], *edges(part)) for part in KEY["structure"]}
    assert {(part.kind, *edges(part.span)) for part in doc.parts} == wanted
    assert all(part.rule for part in doc.parts)


@pytest.mark.parametrize("wanted", KEY["entities"], ids=by_id)
def test_the_entity_has_its_kind_name_and_mentions(doc: Document, wanted: dict[str, Any]) -> None:
    entity = entity_of(doc, wanted)
    mentions = [edges(mention.span) for mention in entity.mentions]
    assert (entity.kind, entity.name) == (wanted["kind"], wanted["name"])
    assert {edges(mention) for mention in wanted["mentions"]} <= set(mentions)
    assert mentions == sorted(set(mentions))


@pytest.mark.parametrize("wanted", [each for each in KEY["entities"] if each["kind"] == "person"], ids=by_id)
def test_the_person_has_no_other_mentions(doc: Document, wanted: dict[str, Any]) -> None:
    entity = entity_of(doc, wanted)
    assert all_edges(mention.span for mention in entity.mentions) == all_edges(wanted["mentions"])


def test_there_are_no_other_people(doc: Document) -> None:
    wanted = {entity["name"] for entity in KEY["entities"] if entity["kind"] == "person"}
    assert {entity.name for entity in doc.entities if entity.kind == "person"} == wanted


@pytest.mark.parametrize("wanted", WITH_TITLES, ids=by_id)
def test_the_entity_has_its_titles(doc: Document, wanted: dict[str, Any]) -> None:
    titles = {edges(title.span): title for title in entity_of(doc, wanted).titles}
    for title in wanted["titles"]:
        assert edges(title) in titles, f"there are {list(titles.values())}"
        found = titles[edges(title)]
        assert found.role == title["role"]
        assert title["of"] in (found.organization, found.place)
        assert found.within == title.get("within")


@pytest.mark.parametrize("wanted", [e for e in KEY["entities"] if e.get("nominal_mentions")], ids=by_id)
def test_the_entity_has_its_nominal_mentions(doc: Document, wanted: dict[str, Any]) -> None:
    found = all_edges(mention.span for mention in entity_of(doc, wanted).nominal_mentions)
    assert set(all_edges(wanted["nominal_mentions"])) <= set(found)


def test_the_role_shown_is_the_office(doc: Document) -> None:
    roles = {entity["id"]: entity_of(doc, entity).role for entity in WITH_TITLES}
    assert roles["hayashi"] == "Chief Cabinet Secretary"
    assert roles["balkhi"] == "spokesman"


@pytest.mark.parametrize("wanted", KEY["dates"], ids=by_text)
def test_the_date_has_its_value(doc: Document, wanted: dict[str, Any]) -> None:
    date = date_of(doc, wanted)
    assert (date.type, date.value, date.mod) == (wanted["type"], wanted["value"], wanted.get("mod"))
    assert date.rule


@pytest.mark.parametrize("wanted", KEY["dates"], ids=by_text)
def test_the_date_without_a_day_of_publication_stays_unresolved(undated: Document, wanted: dict[str, Any]) -> None:
    date = date_of(undated, wanted)
    assert (date.type, date.value) == (wanted["type"], wanted.get("value_without_publication_date", wanted["value"]))
    if "value_without_publication_date" in wanted:
        assert (date.first, date.last) == (None, None)


def test_there_are_no_other_dates(doc: Document, undated: Document) -> None:
    assert all_edges(date.span for date in doc.dates) == all_edges(KEY["dates"])
    assert all_edges(date.span for date in undated.dates) == all_edges(KEY["dates"])


@pytest.mark.parametrize("unwanted", KEY["not_dates"], ids=by_text)
def test_what_is_no_date_is_none(doc: Document, unwanted: dict[str, Any]) -> None:
    assert not [date for date in doc.dates if date.span.start < unwanted["end"] and unwanted["start"] < date.span.end]


@pytest.mark.parametrize("wanted", KEY["quotes"], ids=by_content)
def test_the_quote_has_its_kind_and_content(doc: Document, wanted: dict[str, Any]) -> None:
    quote = quote_of(doc, wanted)
    assert quote.kind == wanted["kind"]
    assert quote.rule


@pytest.mark.parametrize("wanted", KEY["quotes"], ids=by_content)
def test_the_quote_has_its_cue_and_source(doc: Document, wanted: dict[str, Any]) -> None:
    quote = quote_of(doc, wanted)
    assert quote.cue is not None
    assert quote.source is not None
    assert edges(quote.cue) == edges(wanted["cue"])
    assert edges(quote.source) == edges(wanted["source"])


@pytest.mark.parametrize("wanted", KEY["quotes"], ids=by_content)
def test_the_quote_has_its_speaker(doc: Document, wanted: dict[str, Any]) -> None:
    quote = quote_of(doc, wanted)
    if wanted["speaker"] is None:
        assert quote.speaker is None
    else:
        speaker = next(entity for entity in KEY["entities"] if entity["id"] == wanted["speaker"])
        assert quote.speaker is entity_of(doc, speaker)


@pytest.mark.parametrize("wanted", with_field("said_on"), ids=by_content)
def test_the_quote_has_its_day(doc: Document, wanted: dict[str, Any]) -> None:
    said_on = quote_of(doc, wanted).said_on
    assert said_on is not None
    assert said_on.value == wanted["said_on"]
    assert any(said_on is date for date in doc.dates)


@pytest.mark.parametrize("wanted", with_field("addressee"), ids=by_content)
def test_the_quote_has_its_addressee(doc: Document, wanted: dict[str, Any]) -> None:
    addressee = quote_of(doc, wanted).addressee
    assert addressee is not None
    assert addressee.text == wanted["addressee"]


@pytest.mark.parametrize("wanted", with_field("venue"), ids=by_content)
def test_the_quote_has_its_venue(doc: Document, wanted: dict[str, Any]) -> None:
    assert quote_of(doc, wanted).venue == wanted["venue"]


@pytest.mark.parametrize("unwanted", KEY["not_quotes"], ids=by_text)
def test_the_writer_s_own_voice_is_no_quote(doc: Document, unwanted: dict[str, Any]) -> None:
    quoted = [span for quote in doc.quotes for span in quote.content]
    assert not [span for span in quoted if span.start < unwanted["end"] and unwanted["start"] < span.end]


def test_there_are_no_other_quotes_but_the_optional_ones(doc: Document) -> None:
    wanted = {tuple(all_edges(quote["content"])) for quote in KEY["quotes"]}
    optional = {quote["cue"].lower() for quote in KEY["optional"]["quotes"]}
    others = [quote for quote in doc.quotes if tuple(all_edges(quote.content)) not in wanted]
    assert {quote.cue.text.lower() if quote.cue else "" for quote in others} <= optional
