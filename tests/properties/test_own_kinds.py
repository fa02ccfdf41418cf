"""Kinds of any fields through every writer: none raises, and what the fields hold stands in what is written."""

from __future__ import annotations

import csv
import datetime as dt
import html
import io
import json
import warnings
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum
from pathlib import PurePosixPath
from typing import Any, Literal
from uuid import UUID

import attrs
from hypothesis import given
from hypothesis import strategies as st

from newskit import Document, Entity, Quote, Span
from newskit.formats import from_json, to_brat, to_csv, to_html, to_json, to_json_ld, to_web_annotation
from newskit.formats.arrow import document_schema, to_batch
from newskit.formats.columns import told
from newskit.formats.text import to_text
from newskit.layers import layer_of
from newskit.testing.strategies import documents, spans


class Mood(Enum):
    GRIM = "grim"
    GAY = "gay"


@attrs.frozen
class Price:
    amount: float
    currency: str
    at: Span | None = None


@attrs.frozen
class Held:
    """A sort of field: what it declares, what it holds, and what of that people read."""

    declared: Any
    values: Callable[[Document], st.SearchStrategy[Any]]
    words: Callable[[Any], list[str]] = lambda value: [str(value)]


WORD = st.text("abcÄß&<'語-", min_size=1, max_size=8)
NUMBER = st.floats(-1e9, 1e9)


def one_of(layer: str) -> Callable[[Document], st.SearchStrategy[Any]]:
    return lambda document: st.sampled_from(document[layer] or (None,))


def name_of(value: Any) -> list[str]:
    if value is None:
        return []
    name = value.name if isinstance(value, Entity) else value.text
    return [name] if name.isprintable() and name == in_one(name) else []


def price(document: Document) -> st.SearchStrategy[Price]:
    return st.builds(Price, NUMBER, WORD, st.none() | spans(document.text))


def told_price(value: Price) -> list[str]:
    return [str(value.amount), value.currency]


FIELDS: Mapping[str, Held] = {
    "text": Held(str, lambda _: WORD),
    "choice": Held(Literal["left", "right"], lambda _: st.sampled_from(("left", "right"))),
    "mood": Held(Mood, lambda _: st.sampled_from(Mood), lambda value: [value.value]),
    "whole": Held(int, lambda _: st.integers(-(2**63), 2**63 - 1)),
    "number": Held(float, lambda _: NUMBER),
    "flag": Held(bool, lambda _: st.booleans(), lambda value: [] if value else ["no"]),
    "exact": Held(Decimal, lambda _: st.decimals(allow_nan=False, allow_infinity=False, places=2)),
    "day": Held(dt.date, lambda _: st.dates()),
    "moment": Held(dt.datetime, lambda _: st.datetimes(), lambda value: [value.isoformat()]),
    "hour": Held(dt.time, lambda _: st.times(), lambda value: [value.isoformat()]),
    "key": Held(UUID, lambda _: st.uuids()),
    "path": Held(PurePosixPath, lambda _: WORD.map(PurePosixPath)),
    "person": Held(Entity | None, one_of("entities"), name_of),
    "quote": Held(Quote | None, one_of("quotes"), lambda _: []),
    "either": Held(Entity | Quote | None, one_of("entities"), name_of),
    "words": Held(tuple[str, ...], lambda _: st.lists(WORD, max_size=3).map(tuple), list),
    "set": Held(frozenset[str], lambda _: st.frozensets(WORD, max_size=3), sorted),
    "rates": Held(
        Mapping[str, float],
        lambda _: st.dictionaries(WORD, NUMBER, max_size=3),
        lambda value: [*value, *map(str, value.values())],
    ),
    "price": Held(Price, price, told_price),
    "prices": Held(
        list[Price],
        lambda document: st.lists(price(document), max_size=2),
        lambda value: [word for each in value for word in told_price(each)],
    ),
    "anything": Held(Any, lambda _: WORD | NUMBER | st.lists(WORD, min_size=1, max_size=2), lambda _: []),
}
Drawn = tuple[Document, type, tuple[Any, ...]]


@st.composite
def own_kinds(draw: st.DrawFn) -> Drawn:
    """Draw a document with a kind of its own, placed in the text or not."""
    document = draw(documents().filter(lambda each: bool(each.text.strip())))
    names = draw(st.lists(st.sampled_from(sorted(FIELDS)), min_size=1, max_size=6, unique=True))
    held = {name: FIELDS[name] for name in names}
    if draw(st.booleans()):
        held["span"] = Held(Span, lambda document: spans(document.text), lambda _: [])
    space = {"__annotations__": {name: each.declared for name, each in held.items()}, "layer": "own"}
    kind = attrs.frozen(type("Own", (), space))
    values = {name: each.values(document) for name, each in held.items()}
    made = tuple(draw(st.lists(st.builds(kind, **values), min_size=1, max_size=2)))
    return attrs.evolve(document, layers={**document.layers, kind: made}), kind, made


def said(made: tuple[Any, ...]) -> list[str]:
    """Return what people have to read of annotations."""
    held = (
        (FIELDS[name], getattr(each, name)) for each in made for name in attrs.fields_dict(type(each)) if name != "span"
    )
    return [word for each, value in held for word in each.words(value)]


def in_one(text: str) -> str:
    return " ".join(text.split())


@given(own_kinds())
def test_what_people_read_has_every_field(drawn: Drawn) -> None:
    document, _, made = drawn
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        listing = in_one(to_text(document, width=100_000))
        page = in_one(html.unescape(to_html(document).replace("<bdi>", "").replace("</bdi>", "")))
    for word in said(made):
        assert word in listing
        assert word in page


@given(own_kinds())
def test_what_programs_read_has_every_field(drawn: Drawn) -> None:
    document, _, made = drawn
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for item in json.loads(to_web_annotation(document))["items"][-len(made) :]:
            assert item["id"].startswith("#own-")
        nodes = json.loads(to_json_ld(document))["mentions"][-len(made) :]
        standoff = to_brat(document)
    read = json.dumps(nodes, ensure_ascii=False)
    for word in said(made):
        if word not in ("no", ""):
            assert json.dumps(word, ensure_ascii=False)[1:-1] in read
    assert all(each["additionalType"] == "Own" for each in nodes)
    if any(line.split("\t")[1].startswith("Own ") for line in standoff.splitlines()):
        for name in attrs.fields_dict(type(made[0])):
            if name in ("number", "day", "exact"):
                assert f"{name}: " in standoff


@given(own_kinds())
def test_a_column_holds_what_its_field_declares(drawn: Drawn) -> None:
    document, kind, made = drawn
    assert told(document, [kind]) is document
    batch = to_batch([document], (kind,))
    assert batch.schema == document_schema((kind,))
    (row,) = batch.to_pylist()
    assert row["other_layers"] is None
    for written, each in zip(row["own"], made, strict=True):
        for name in ("text", "whole", "number", "flag", "day", "choice"):
            if name in written and hasattr(each, name):
                assert written[name] == getattr(each, name)
        if hasattr(each, "person"):
            place = written["person"]
            assert (None if place is None else document.entities[place]) == each.person
        if hasattr(each, "price"):
            assert written["price"]["amount"] == each.price.amount
        if hasattr(each, "rates"):
            assert {pair["key"]: pair["value"] for pair in written["rates"]} == each.rates


@given(own_kinds())
def test_a_table_has_a_cell_for_every_column(drawn: Drawn) -> None:
    document, kind, made = drawn
    rows = list(csv.reader(io.StringIO(to_csv(document, kind), newline="")))
    assert len(rows) == len(made) + 1
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(set(rows[0])) == len(rows[0])
    for row, each in zip(rows[1:], made, strict=True):
        cells = dict(zip(rows[0], row, strict=True))
        for name in ("whole", "number", "day", "exact", "choice"):
            if hasattr(each, name):
                assert cells[name] == str(getattr(each, name))
        if getattr(each, "person", None):
            assert document.entities[int(cells["person"])] == each.person


@given(own_kinds())
def test_json_gives_it_back(drawn: Drawn) -> None:
    document, kind, _ = drawn
    if "anything" not in attrs.fields_dict(kind):
        assert from_json(to_json(document), kinds=[kind]).layers.keys() == document.layers.keys()


@given(own_kinds(), st.text())
def test_any_text_in_a_field_is_no_trouble(drawn: Drawn, text: str) -> None:
    document, _, made = drawn
    kind = attrs.frozen(type("Hostile", (), {"__annotations__": {"what": str, "of": Any}, "layer": text or "x"}))
    layers = {**document.layers, kind: (kind(text + "\ud800\x07", made[0]),)}
    hostile = attrs.evolve(document, layers=layers)
    if layer_of(kind) in ("own", *map(layer_of, document.layers)):
        return
    for write in (to_text, to_html, to_brat, to_web_annotation, to_json_ld, to_json):
        assert write(hostile) or write is to_brat
    assert to_csv(hostile, kind).count("\ufffd")
    assert to_batch([hostile], (kind,)).num_rows == 1
