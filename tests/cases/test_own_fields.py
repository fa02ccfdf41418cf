"""The fields of a plugin's kind in every format: money with its amount and currency, and a verdict without a place."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, ClassVar, Literal, NewType

import attrs
import pyarrow as pa
import pytest

import newskit
from newskit import Article, Document, Entity, FailureWarning, Mention, PluginError, Quote, Span
from newskit.formats import to_brat, to_csv, to_html, to_json_ld, to_web_annotation
from newskit.formats.arrow import document_schema, to_batch
from newskit.formats.columns import Mapped, Several, Struct, columns_of, distinct, told
from newskit.formats.registry import find_format, written
from newskit.formats.text import to_text

TEXT = "Ana Ruiz said: “The pier costs €3 million.” She paid €5."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


class Sure(Enum):
    HIGH = "high"
    LOW = "low"


@attrs.frozen
class Rate:
    to: str
    value: float


@attrs.frozen
class Money:
    layer: ClassVar[str] = "money"

    span: Span
    amount: Decimal
    currency: Literal["EUR", "USD"]
    quote: Quote | None = None
    payer: Entity | None = None
    due: dt.date | None = None
    sure: Sure = Sure.HIGH
    rough: bool = False
    rates: tuple[Rate, ...] = ()
    limits: Mapping[str, int] = attrs.field(factory=dict, hash=False)


@attrs.frozen
class Verdict:
    layer: ClassVar[str] = "verdicts"

    rating: str
    about: Money | Quote | None = None


ANA = Entity("person", "Ana Ruiz", (Mention(at("Ana Ruiz")),))
SAID = Quote("direct", (at("“The pier costs €3 million.”"),), speaker=ANA)
LARGE = Money(
    at("€3 million"),
    Decimal("3000000.00"),
    "EUR",
    SAID,
    ANA,
    dt.date(2025, 3, 1),
    Sure.LOW,
    rough=True,
    rates=(Rate("USD", 1.1), Rate("GBP", 0.8)),
    limits={"low": 2, "high": 4},
)
NOON = dt.datetime(2025, 3, 1, 12, tzinfo=dt.UTC)
SMALL = Money(at("€5"), Decimal(5), "EUR")
LAYERS: dict[type, tuple[object, ...]] = {
    Entity: (ANA,),
    Quote: (SAID,),
    Money: (LARGE, SMALL),
    Verdict: (Verdict("half true", LARGE), Verdict("open")),
}
DOCUMENT = Document(Article(TEXT, id="a1"), LAYERS)


def test_the_listing_has_a_section_for_each_kind_that_says_something() -> None:
    listing = to_text(DOCUMENT, width=300)
    assert (
        "MONEY 2\n"
        "  €3 million  amount: 3000000.00 · currency: EUR · quote: “The pier costs €3 million.” (quotes-0) · "
        "payer: Ana Ruiz (entities-0) · due: 2025-03-01 · sure: low · rough: yes · rates[0].to: USD · "
        "rates[0].value: 1.1 · rates[1].to: GBP · rates[1].value: 0.8 · limits.low: 2 · limits.high: 4\n"
        "  €5          amount: 5 · currency: EUR · sure: high · rough: no\n"
    ) in listing
    assert (
        "VERDICTS 2\n"
        "  verdicts-0  rating: half true · about: €3 million (money-0)\n"
        "  verdicts-1  rating: open\n" in listing
    )
    assert "MORE" not in listing
    assert "amount: 3000000.00" in to_text(DOCUMENT, width=40)


def test_the_page_has_them_with_links() -> None:
    page = to_html(DOCUMENT, fragment=True)
    for shown in (
        "<dt>amount</dt><dd>3000000.00</dd>",
        '<dt>quote</dt><dd><a href="#quote-1">“The pier costs €3 million.” (quotes-0)</a></dd>',
        '<dt>payer</dt><dd><a href="#entity-1">Ana Ruiz (entities-0)</a></dd>',
        '<dt>about</dt><dd><a href="#more-money-1">€3 million (money-0)</a></dd>',
        "<b>verdicts-1</b><details><summary>rating: open</summary>",
        'data-card="money · amount: 5 · currency: EUR · sure: high · rough: no"',
    ):
        assert shown in page


def test_brat_has_attributes_relations_and_notes() -> None:
    lines = to_brat(DOCUMENT).splitlines()
    bound = {line.split("\t")[2]: line.split("\t")[0] for line in lines if "\tMoney " in line}
    large, small = bound["€3 million"], bound["€5"]
    said = [line.split("\t", 1)[1] for line in lines]
    for shown in (f"Currency {large} EUR", f"Sure {large} low", f"Rough {large}", f"Sure {small} high"):
        assert shown in said
    assert f"Rough {small}" not in said
    assert f"Quote Arg1:{large} Arg2:E1" in said
    assert f"Payer Arg1:{large} Arg2:T1" in said
    note, _ = (each for each in said if each.startswith(f"AnnotatorNotes {large}\t"))
    assert note.split("\t")[1].startswith("amount: 3000000.00; quote: “The pier costs €3 million.” (quotes-0); payer: ")
    assert f"AnnotatorNotes {small}\tamount: 5; rough: no" in said
    assert f"AnnotatorNotes {large}\tVerdict: verdicts-0; rating: half true; about: €3 million (money-0)" in said, (
        "what stands nowhere is told where it refers to"
    )


def test_web_annotations_have_them_under_their_own_names() -> None:
    items = {item["id"]: item for item in json.loads(to_web_annotation(DOCUMENT))["items"]}
    large = items["#money-0"]
    assert {name: value for name, value in large.items() if name.startswith("newskit:")} == {
        "newskit:amount": "3000000.00",
        "newskit:currency": "EUR",
        "newskit:quote": {"id": "#quotes-0"},
        "newskit:payer": {"id": "#entities-0"},
        "newskit:due": "2025-03-01",
        "newskit:sure": "low",
        "newskit:rough": True,
        "newskit:rates": [
            {"newskit:to": "USD", "newskit:value": 1.1},
            {"newskit:to": "GBP", "newskit:value": 0.8},
        ],
        "newskit:limits": {"newskit:low": 2, "newskit:high": 4},
    }
    assert items["#verdicts-0"]["newskit:about"] == {"id": "#money-0"}
    assert "newskit:quote" not in items["#money-1"]


def test_a_field_may_be_called_as_a_part_of_an_annotation() -> None:
    @attrs.frozen
    class Odd:
        layer: ClassVar[str] = "odd"
        annotation: int
        tagging: int
        spans: int
        target: Span

    document = Document(Article(TEXT), {Odd: (Odd(1, 2, 3, at("€5")),)})
    (item,) = json.loads(to_web_annotation(document))["items"]
    assert (item["newskit:annotation"], item["newskit:tagging"], item["newskit:spans"]) == (1, 2, 3)
    assert "newskit:target" not in item
    assert item["target"][0]["selector"][1]["exact"] == "€5"


def test_json_ld_has_additional_properties() -> None:
    article = json.loads(to_json_ld(DOCUMENT))
    ana, large, _, verdict, _ = article["mentions"]
    said = {each["propertyID"]: each for each in large["additionalProperty"]}
    assert (large["@type"], large["additionalType"], large["name"]) == ("Thing", "Money", "€3 million")
    assert said["amount"] == {"@type": "PropertyValue", "propertyID": "amount", "value": "3000000.00"}
    assert said["rough"]["value"] is True
    assert said["quote"]["valueReference"] == {"@id": article["hasPart"][0]["@id"]}
    assert (said["payer"]["value"], said["payer"]["valueReference"]) == ("Ana Ruiz", {"@id": ana["@id"]})
    assert verdict["additionalProperty"][1]["valueReference"] == {"@id": large["@id"]}
    assert "name" not in verdict


def test_a_table_has_a_row_for_each() -> None:
    large, small = csv.DictReader(io.StringIO(to_csv(DOCUMENT, Money)))
    assert large == {
        "article": "a1",
        "position": "0",
        "start": "31",
        "end": "41",
        "text": "€3 million",
        "amount": "3000000.00",
        "currency": "EUR",
        "quote": "0",
        "quote.name": "“The pier costs €3 million.”",
        "payer": "0",
        "payer.name": "Ana Ruiz",
        "due": "2025-03-01",
        "sure": "low",
        "rough": "true",
        "rates": '[{"to":"USD","value":1.1},{"to":"GBP","value":0.8}]',
        "limits": '{"low":2,"high":4}',
    }
    assert (small["quote"], small["quote.name"], small["due"], small["rough"]) == ("", "", "", "false")
    verdict, _ = csv.DictReader(io.StringIO(to_csv(DOCUMENT, Verdict)))
    assert (verdict["about.layer"], verdict["about.position"], verdict["about.name"]) == ("money", "0", "€3 million")


def test_newskits_own_kinds_are_tables_too() -> None:
    (quote,) = csv.DictReader(io.StringIO(to_csv(DOCUMENT, Quote)))
    assert (quote["kind"], quote["speaker"], quote["speaker.name"]) == ("direct", "0", "Ana Ruiz")
    assert quote["content.text"] == "“The pier costs €3 million.”"


def test_a_list_of_references_has_their_names_beside_it() -> None:
    title = newskit.Title(at("Ana"), "mayor")
    entity = attrs.evolve(ANA, titles=(title, newskit.Title(at("Ruiz"), "mayor")))
    layers: dict[type, tuple[object, ...]] = {newskit.Title: entity.titles, Entity: (entity,)}
    (person,) = csv.DictReader(io.StringIO(to_csv(Document(Article(TEXT), layers), Entity)))
    assert (person["titles"], person["titles.name"]) == ("[0,1]", "Ana, Ruiz")


@attrs.frozen
class Cell:
    layer: ClassVar[str] = "cells"
    article: str
    position: int = -7


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("@cmd", "'@cmd"),
        ("-a", "'-a"),
        ("+44 20", "'+44 20"),
        ("-5.00", "-5.00"),
        ("+5e3", "+5e3"),
        ("a\rb", "a\rb"),
        ('say "no"', 'say "no"'),
        ("\ud800", "\ufffd"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula_and_no_two_columns_have_one_name(text: str, cell: str) -> None:
    written = to_csv(Document(Article("", id="=x"), {Cell: (Cell(text),)}), Cell)
    assert list(csv.reader(io.StringIO(written, newline=""))) == [
        ["article", "position", "article.1", "position.1"],
        ["'=x", "0", cell, "-7"],
    ]


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["a", "b"], ["a", "b"]),
        (["a", "a", "a"], ["a", "a.1", "a.2"]),
        (["a", "a", "a.1"], ["a", "a.2", "a.1"]),
        (["a.1", "a", "a", "a.1"], ["a.1", "a", "a.2", "a.1.1"]),
    ],
)
def test_a_name_that_comes_again_gets_a_number_that_is_free(names: list[str], found: list[str]) -> None:
    assert distinct(names) == found


def test_parquet_has_columns_of_the_declared_types() -> None:
    kinds = (Money, Verdict)
    batch = to_batch([DOCUMENT], kinds)
    assert batch.schema.names[-7:] == ["quotes", "money", "verdicts", "other_layers", "failures", "dropped", "revised"]
    (row,) = batch.to_pylist()
    assert row["money"][0] == {
        "start": 31,
        "end": 41,
        "text": "€3 million",
        "amount": "3000000.00",
        "currency": "EUR",
        "quote": 0,
        "payer": 0,
        "due": dt.date(2025, 3, 1),
        "sure": "low",
        "rough": True,
        "rates": [{"to": "USD", "value": 1.1}, {"to": "GBP", "value": 0.8}],
        "limits": [{"key": "low", "value": 2}, {"key": "high", "value": 4}],
    }
    assert row["verdicts"][0] == {"rating": "half true", "about": {"layer": "money", "position": 0}}
    assert row["other_layers"] is None
    assert batch.schema.field("money").type.value_type.field("due").type == pa.date32()
    (bare,) = to_batch([DOCUMENT]).to_pylist()
    assert json.loads(bare["other_layers"])["money"][1]["amount"] == "5"


Cents = NewType("Cents", int)


class Level(Enum):
    LOW = 1
    HIGH = 2


@attrs.frozen
class Node:
    inner: Node | None = None


@pytest.mark.parametrize(
    ("declared", "column"),
    [
        (int | None, "whole"),
        (int | float, "number"),
        (Cents, "whole"),
        (Annotated[str, "ISO 4217"], "text"),
        (Literal["a"] | None, "text"),
        (Literal[1, "a"], "json"),
        (Level, "whole"),
        (dt.datetime, "text"),
        (dt.date, "day"),
        (Entity, "reference"),
        (list[Entity], Several("reference")),
        (Entity | str, "json"),
        (tuple[int, int], Several("whole")),
        (tuple[int, str], "json"),
        (frozenset[str], Several("text")),
        (list, "json"),
        (dict[str, float], Mapped("number")),
        (dict, "json"),
        (Any, "json"),
        (object, "json"),
        (bytes, "json"),
        (int | str, "json"),
        (Span, Struct({"start": "place", "end": "place", "text": "text"})),
        (Rate, Struct({"to": "text", "value": "number"})),
        (Node, Struct({"inner": "json"})),
        ("Nowhere", "json"),
    ],
    ids=str,
)
def test_what_is_declared_decides_the_column(declared: Any, column: Any) -> None:
    kind = attrs.frozen(type("Kind", (), {"__annotations__": {"field": declared}, "layer": "kinds"}))
    assert columns_of(kind) == {"field": column}
    assert document_schema((kind,)).field("kinds")


@pytest.mark.parametrize(
    ("layer", "message"),
    [
        ((Verdict(3),), r"'verdicts\[0\].rating': expected a string, as its kind declares, got 3"),  # type: ignore[arg-type]  # wrong on purpose
        ((Money(at("€5"), Decimal(5), "EUR", limits={"a": 2**63}),), r"'money\[0\].limits.a': expected a whole number"),
        (
            (Money(at("€5"), Decimal(5), "EUR", due=dt.datetime(2025, 1, 1, tzinfo=dt.UTC)),),
            r"'money\[0\].due': expected a day",
        ),
        ((Money(at("€5"), Decimal(5), "EUR", rates=3),), r"'money\[0\].rates': expected a list"),  # type: ignore[arg-type]  # wrong on purpose
    ],
)
def test_what_is_not_as_declared_stays_json_and_is_told(layer: tuple[Any, ...], message: str) -> None:
    kind = type(layer[0])
    document = Document(Article(TEXT), {kind: layer})
    (failure,) = told(document, [kind]).failures
    assert failure.error.startswith(f"layer {kind.layer!r} of {__name__}.{kind.__name__} does not fit its columns")
    with pytest.raises(AssertionError, match=message):
        raise AssertionError(failure.error)
    (row,) = to_batch([document], (kind,)).to_pylist()
    assert row[kind.layer] is None
    assert len(json.loads(row["other_layers"])[kind.layer]) == 1
    csv_of = find_format({"csv": newskit.Format("csv", lambda document: to_csv(document, kind))}, "csv")
    with pytest.raises(PluginError, match=message):
        written(document, csv_of)


@pytest.mark.parametrize(
    "write", [to_text, to_html, to_brat, to_web_annotation, to_json_ld, lambda d: to_csv(d, Verdict)]
)
def test_what_nobody_can_write_is_told_with_its_layer_and_field(write: Callable[[Document], str]) -> None:
    document = Document(Article(TEXT), {**LAYERS, Verdict: (Verdict("x", object()),)})  # type: ignore[arg-type]  # wrong on purpose
    with pytest.warns(FailureWarning, match=r"layer 'verdicts' of .*Verdict cannot be written: .*verdicts\[0\]\.about"):
        assert write(document)
