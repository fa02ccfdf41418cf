"""What plugins add to entities and quotes, and what became of annotations: kept, checked, and in every format."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable
from typing import Any

import attrs
import pytest

import newskit
from newskit import Document, Dropped, Entity, InputError, Mention, Quote, Revised
from newskit.formats import from_json, to_brat, to_dict, to_html, to_json, to_json_ld, to_web_annotation
from newskit.formats.arrow import document_schema, to_batch
from newskit.formats.text import to_text
from newskit.leaves import leaves
from newskit.testing import marked

TEXT, (ROE, SAID, CONTENT, PARTY) = marked("[Ann Roe] [said] [that it is safe], says the [Harbour Party].")
IDS = {"wikidata": "Q42", "viaf": "http://viaf.org/viaf/1"}
EXTRA: dict[str, str | int | float | bool] = {"party line": True, "score": 0.5, "seats": 12, "camp": "left"}
ENTITY = Entity("person", "Ann Roe", (Mention(ROE),), ids=IDS, extra={"member": False})
GROUP = Entity("organization", "Harbour Party", (Mention(PARTY),), ids={"wikidata": "Q7"})
QUOTE = Quote("indirect", (CONTENT,), SAID, ROE, ENTITY, extra=EXTRA)
DOCUMENT = Document(
    newskit.Article(TEXT),
    {Entity: (ENTITY, GROUP), Quote: (QUOTE,)},
    dropped=(Dropped("quotes", "zeit.turns", "house.quotes", (CONTENT,)),),
    revised=(Revised("entities", "acme.linker", "changed", (ROE,)),) * 2,
)
PLAIN = Document(newskit.Article(TEXT), {Entity: (attrs.evolve(GROUP, ids={}),)})


def test_what_is_added_cannot_be_changed_has_a_hash_and_equals_what_was_given() -> None:
    assert ENTITY.ids == IDS
    assert QUOTE.extra == EXTRA
    assert list(QUOTE.extra) == sorted(EXTRA)
    assert len(QUOTE.extra) == 4
    turned = attrs.evolve(QUOTE, extra=dict(reversed(EXTRA.items())))
    assert turned == QUOTE
    assert hash(turned) == hash(QUOTE)
    assert attrs.evolve(QUOTE, extra={}) != QUOTE
    with pytest.raises(TypeError):
        ENTITY.ids["viaf"] = "2"  # type: ignore[index]
    for same in (pickle.loads(pickle.dumps(QUOTE)), copy.deepcopy(QUOTE)):
        assert same == QUOTE
        assert hash(same.extra) == hash(QUOTE.extra)


def test_what_is_given_may_change_afterwards() -> None:
    given = {"wikidata": "Q1"}
    entity = attrs.evolve(ENTITY, ids=given)
    given["wikidata"] = "Q2"
    assert entity.ids == {"wikidata": "Q1"}


def test_what_is_added_holds_no_spans_to_look_for() -> None:
    assert set(leaves(ENTITY)) == {ROE}


class Word(str):
    __slots__ = ()


def test_what_means_the_same_is_turned() -> None:
    entity = attrs.evolve(ENTITY, ids={Word("a"): Word("b")}, extra={"n": Word("c")})
    assert {type(each) for each in (*entity.ids, *entity.ids.values(), *entity.extra.values())} == {str}


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("ids", {"wikidata": 42}),
        ("ids", {"wikidata": ""}),
        ("ids", {"": "Q42"}),
        ("ids", {1: "Q42"}),
        ("ids", [("wikidata", "Q42")]),
        ("ids", None),
        ("ids", QUOTE.extra),
        ("extra", {"a": None}),
        ("extra", {"a": [1]}),
        ("extra", {"a": float("nan")}),
        ("extra", {"a": float("inf")}),
        ("extra", {"a": 2**64}),
        ("extra", {"a": -(2**63) - 1}),
        ("extra", {"": 1}),
        ("extra", "a"),
    ],
)
def test_what_cannot_be_added_is_refused_with_the_field(field: str, wrong: Any) -> None:
    with pytest.raises(InputError, match=r"expected strings.* by .*names.*, got .*, in Entity") as refused:
        attrs.evolve(ENTITY, **{field: wrong})
    assert refused.value.field == field


def test_json_holds_all_and_gives_it_back() -> None:
    assert from_json(to_json(DOCUMENT)) == DOCUMENT
    record = json.loads(to_json(DOCUMENT))
    assert record["entities"][0]["ids"] == IDS
    assert record["entities"][0]["extra"] == {"member": False}
    assert record["quotes"][0]["extra"] == EXTRA
    span = {"start": CONTENT.start, "end": CONTENT.end, "text": CONTENT.text}
    lost = {"layer": "quotes", "extractor": "zeit.turns", "lost_to": "house.quotes", "spans": [span], "whole": True}
    assert record["dropped"] == [lost]
    assert [each["change"] for each in record["revised"]] == ["changed", "changed"]


def test_json_says_nothing_where_there_is_nothing() -> None:
    record = to_dict(PLAIN)
    assert not {"dropped", "revised"} & record.keys()
    assert not {"ids", "extra"} & record["entities"][0].keys()


@pytest.mark.parametrize(
    ("layer", "field", "wrong", "error"),
    [
        ("entities", "ids", 3, r"entities\[0\]\.ids': expected an object, got a number"),
        ("entities", "ids", {"a": 1}, r"entities\[0\]\.ids': expected an object of strings, got a number"),
        ("quotes", "extra", [], r"quotes\[0\]\.extra': expected an object, got an array"),
        ("quotes", "extra", {"a": None}, r"quotes\[0\]\.extra': expected strings"),
        ("dropped", "spans", [3], r"dropped\[0\]\.spans\[0\]': expected an object"),
        ("revised", "change", "moved", r"revised\[0\]\.change': expected one of dropped, changed, added"),
    ],
)
def test_json_that_holds_something_else_is_refused_with_its_place(
    layer: str, field: str, wrong: Any, error: str
) -> None:
    record = json.loads(to_json(DOCUMENT))
    record[layer][0][field] = wrong
    with pytest.raises(InputError, match=error):
        from_json(json.dumps(record))


def test_what_newskit_wrote_is_read_as_an_article_without_what_was_said_of_it(tmp_path: Any) -> None:
    file = tmp_path / "facts.jsonl"
    file.write_text(to_json(DOCUMENT) + "\n", "utf-8")
    (article,) = newskit.formats.read_articles(str(file))
    assert article.meta == {}


def test_no_layer_can_be_named_as_what_is_said_of_a_document() -> None:
    for name in ("dropped", "revised"):
        kind = attrs.make_class("Kind", ["span"], class_body={"layer": name}, frozen=True)
        wrong = attrs.evolve(newskit.extractor(kind)(lambda _: ()), plugin="acme")
        with pytest.raises(newskit.PlanError, match="a field of every document"):
            newskit.plan.make_plan([wrong])


def test_parquet_has_ids_in_columns_and_extra_as_json() -> None:
    (row,) = to_batch([DOCUMENT]).to_pylist()
    entity, group = row["entities"]
    assert entity["ids"] == [{"scheme": scheme, "id": IDS[scheme]} for scheme in sorted(IDS)]
    assert json.loads(entity["extra"]) == {"member": False}
    assert group["extra"] is None
    assert json.loads(row["quotes"][0]["extra"]) == EXTRA
    assert row["dropped"][0]["lost_to"] == "house.quotes"
    assert [each["change"] for each in row["revised"]] == ["changed", "changed"]
    (plain,) = to_batch([PLAIN]).to_pylist()
    assert (plain["entities"][0]["ids"], plain["dropped"], plain["revised"]) == (None, None, None)
    assert document_schema().names[-3:] == ["failures", "dropped", "revised"]


def test_the_listing_shows_what_was_added_dropped_and_revised() -> None:
    listing = to_text(DOCUMENT)
    assert "1 mention  1 quote  viaf: http://viaf.org/viaf/1, wikidata: Q42, member: no" in listing
    assert "Harbour\u00a0Party (wikidata: Q7)" in listing
    assert "camp: left, party line: yes, score: 0.5, seats: 12 · 100%" in listing
    assert "DROPPED 1\n  zeit.turns: 1 of its quotes, to house.quotes\n" in listing
    assert "REVISED 2\n  acme.linker: 2 of the entities changed\n" in listing
    assert not any(word in to_text(PLAIN) for word in ("DROPPED", "REVISED", "("))


def test_the_page_shows_the_same() -> None:
    page = to_html(DOCUMENT, fragment=True)
    for shown in (
        "<dt>wikidata</dt><dd>Q42</dd>",
        "<dt>party line</dt><dd>yes</dd>",
        "zeit.turns: 1 of its quotes, to house.quotes",
        "acme.linker: 2 of the entities changed",
    ):
        assert shown in page


def test_brat_has_references_and_notes() -> None:
    lines = to_brat(DOCUMENT).splitlines()
    assert "N2\tReference T1 wikidata:Q42\tAnn Roe" in lines
    assert "#1\tAnnotatorNotes T1\tname: Ann Roe; member: no" in lines
    assert any("camp: left; party line: yes; score: 0.5; seats: 12" in line for line in lines)


def test_a_name_of_several_lines_spoils_no_line_of_brat() -> None:
    odd = attrs.evolve(ENTITY, ids={"a\tb": "c\nd"}, extra={"e\nf": "g\th"})
    lines = to_brat(Document(newskit.Article(TEXT), {Entity: (odd,)})).splitlines()
    assert [line.split("\t")[0] for line in lines] == ["T1", "N1", "#1"]
    assert lines[1:] == ["N1\tReference T1 a_b:c_d\tAnn Roe", "#1\tAnnotatorNotes T1\tname: Ann Roe; e f: g h"]


def test_web_annotations_have_it_under_their_own_names() -> None:
    items = json.loads(to_web_annotation(DOCUMENT))["items"]
    assert items[0]["newskit:ids"] == {f"newskit:{scheme}": value for scheme, value in IDS.items()}
    assert items[2]["newskit:extra"] == {f"newskit:{name}": value for name, value in EXTRA.items()}
    assert "newskit:extra" not in items[1]


def test_json_ld_says_what_else_has_the_same_name() -> None:
    article = json.loads(to_json_ld(DOCUMENT))
    person, organization = article["mentions"]
    assert person["sameAs"] == ["http://viaf.org/viaf/1", "http://www.wikidata.org/entity/Q42"]
    assert organization["sameAs"] == ["http://www.wikidata.org/entity/Q7"]
    assert person["identifier"][1] == {"@type": "PropertyValue", "propertyID": "wikidata", "value": "Q42"}
    assert person["additionalProperty"] == [{"@type": "PropertyValue", "propertyID": "member", "value": False}]
    said = {each["propertyID"]: each["value"] for each in article["hasPart"][0]["additionalProperty"]}
    assert said == {"reports": "speech", "status": "asserted", **EXTRA}


@pytest.mark.parametrize("write", [to_text, to_html, to_brat, to_web_annotation, to_json_ld, to_json])
def test_lone_surrogates_in_what_is_added_are_no_trouble(write: Callable[[Document], str]) -> None:
    odd = attrs.evolve(ENTITY, ids={"\ud800": "\udfff"}, extra={"x": "\ud800"})
    document = Document(newskit.Article(TEXT), {Entity: (odd,)})
    assert write(document)
    assert to_batch([document]).num_rows == 1
