"""Metadata that nobody asked for: what JSON and Arrow hold and Python does not costs no article."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit import Article, Document, InputError
from newskit.formats import from_json, read_articles, to_json
from newskit.formats.arrow import read_rows, to_batch
from newskit.formats.objects import read_object
from newskit.formats.read import Doubt

BIG, NINES, DEEP = "1" * 30, "9" * 20, "[" * 5000 + "]" * 5000
ODD = {
    "NaN": ("NaN", "NaN", "NaN is no JSON number"),
    "infinity": ("-Infinity", "-Infinity", "-Infinity is no JSON number"),
    "too large": ("1e400", "1e400", "a number beyond double precision"),
    "over 64 bits": (BIG, BIG, "a whole number of more than 64 bits"),
    "just over 64 bits": (str(2**64), str(2**64), "a whole number of more than 64 bits"),
    "just under -64 bits": (str(-(2**63) - 1), str(-(2**63) - 1), "a whole number of more than 64 bits"),
    "thousands of digits": ("7" * 5000, "7" * 5000, "a whole number of more than 64 bits"),
    "deep": (DEEP, DEEP, "nested deeper than 100 levels"),
    "deep objects": ('{"a":' * 300 + "1" + "}" * 300, '{"a":' * 300 + "1" + "}" * 300, "nested deeper than 100"),
    "within": (f'{{"a": [1, {BIG}, NaN]}}', {"a": [1, BIG, "NaN"]}, "more than 64 bits, NaN is no JSON number"),
}


def read(tmp_path: Path, line: str) -> tuple[list[Article], list[InputError]]:
    path = tmp_path / "a.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    errors: list[InputError] = []
    return list(read_articles(path, on_error=errors.append)), errors


@pytest.mark.parametrize(("written", "kept", "message"), ODD.values(), ids=ODD)
def test_a_field_that_cannot_be_held_is_told_and_costs_nothing(
    tmp_path: Path, written: str, kept: object, message: str
) -> None:
    articles, errors = read(tmp_path, f'{{"id": "a", "odd" : {written} , "text": "He said \\"no\\".", "n": 5}}')
    assert articles == [Article('He said "no".', id="a", meta={"odd": kept, "n": 5})]
    (error,) = errors
    assert isinstance(error, Doubt)
    assert (error.line, error.field) == (1, "odd")
    assert f"{message}" in str(error)
    assert str(error).endswith("it is kept as text")
    document = Document(articles[0])
    assert from_json(to_json(document)) == document
    assert json.loads(to_batch([document]).to_pylist()[0]["meta"]) == articles[0].meta


@pytest.mark.parametrize("number", [2**64 - 1, -(2**63), 0, 1.5, 1e19, -1e300])
def test_a_number_that_can_be_held_is_one(tmp_path: Path, number: float) -> None:
    articles, errors = read(tmp_path, json.dumps({"text": "x", "n": number}))
    assert errors == []
    assert articles[0].meta == {"n": number}
    assert type(articles[0].meta["n"]) is type(number)


def test_a_level_less_than_the_limit_is_held(tmp_path: Path) -> None:
    nested: Any = 1
    for _ in range(100):
        nested = [nested]
    articles, errors = read(tmp_path, json.dumps({"text": "x", "n": nested}))
    assert (articles[0].meta, errors) == ({"n": nested}, [])
    articles, errors = read(tmp_path, json.dumps({"text": "x", "n": [nested]}))
    assert (articles[0].meta, len(errors)) == ({"n": json.dumps([nested])}, 1)


def test_a_field_of_the_article_that_cannot_be_held_is_no_string(tmp_path: Path) -> None:
    articles, errors = read(tmp_path, f'{{"text": "x", "id": {BIG}, "url": NaN, "published": {NINES}, "meta": 1e999}}')
    meta = {"url": "NaN", "published": NINES, "meta": "1e999"}
    assert articles == [Article("x", id=BIG, meta=meta)]
    assert {error.field for error in errors} == {"url", "published", "meta"}
    articles, errors = read(tmp_path, '{"text": NaN}')
    assert articles == []
    assert [(error.field, error.message) for error in errors] == [("text", "expected a string, got a number")]


@pytest.mark.parametrize(
    "line",
    [
        *('{"a": NaN', '{"a": NaN}}', '{"a": NaN,}', '{"a": [NaN}', '{"a" NaN}', '{"a": NaN} x', "{a: NaN}", "[NaN]"),
        *('{"a": Nan}', '{"a": 1e400 2}', '{"a": [1e400,]}', '{"a": "\\ud800}', "NaN", "{", "", '{"a":'),
        '{"a": [[}]}' + DEEP,
    ],
)
def test_what_is_no_object_stays_none(line: str) -> None:
    with pytest.raises(InputError, match=r"no JSON|expected an object"):
        read_object(line)


_PLAIN = st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats(allow_nan=False, allow_infinity=False)
_VALUES = st.recursive(
    _PLAIN | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8
)


@given(st.dictionaries(st.text(), _VALUES), st.sampled_from([{}, {"indent": 1}, {"ensure_ascii": False}]))
def test_an_object_is_read_as_the_standard_library_reads_it(record: dict[str, object], style: dict[str, Any]) -> None:
    written = json.dumps(record, **style)
    assert read_object(written) == (json.loads(written), {})
    odd = json.dumps({**record, "odd": float("nan")}, **style)
    assert read_object(odd)[0] == {**json.loads(written), "odd": "NaN"}


def rows(**columns: pa.Array) -> list[Article | InputError]:
    return [outcome for _, outcome in read_rows(pa.RecordBatch.from_pydict(columns), path="a.parquet")]


def test_a_column_of_binary_text_is_decoded() -> None:
    found = rows(text=pa.array(["Café".encode(), b"tea"]), id=pa.array([b"a", b"b"]), desk=pa.array([b"coast", None]))
    assert found == [Article("Café", id="a", meta={"desk": "coast"}), Article("tea", id="b")]


def test_a_column_that_comes_again_is_kept_under_a_number() -> None:
    columns = [pa.array(["x"]), pa.array(["a"]), pa.array(["y"]), pa.array(["b"])]
    batch = pa.RecordBatch.from_arrays(columns, names=["text", "desk", "text", "desk"])
    assert [found for _, found in read_rows(batch)] == [Article("x", meta={"desk": "a", "text.1": "y", "desk.1": "b"})]


def test_binary_that_is_no_text_is_refused_by_name() -> None:
    found = rows(text=pa.array([b"caf\xe9", b"tea"]), url=pa.array([b"u", b"\xff"]), seal=pa.array([b"\xfe", b"s"]))
    told = [(type(each), each.line, each.field) for each in found if isinstance(each, InputError)]
    assert told == [(InputError, 1, "text"), (Doubt, 2, "url")]
    assert "binary that is no text in UTF-8: byte 0xe9 at byte offset 3" in str(found[0])
    assert found[-1] == Article("tea", id="a.parquet:2", meta={"seal": "s"})


def test_a_cell_that_python_cannot_hold_costs_itself() -> None:
    broken = pa.Array.from_buffers(pa.string(), 2, pa.array([b"\xff", b"ok"]).buffers())
    found = rows(
        text=pa.array(["one", "two"]),
        note=broken,
        at=pa.array([1739872800123456789, None], pa.timestamp("ns")),
        far=pa.array([2**40, 0], pa.timestamp("s")),
        score=pa.array([float("nan"), float("inf")]),
        day=pa.array([dt.date(2025, 2, 18), None]),
    )
    articles = [each for each in found if isinstance(each, Article)]
    assert [article.text for article in articles] == ["one", "two"]
    assert articles[0].meta["day"] == "2025-02-18"
    assert articles[0].meta["at"].startswith("2025-02-18")
    assert articles[1].meta == {"note": "ok", "far": "1970-01-01T00:00:00"}
    told = [(each.line, each.field) for each in found if isinstance(each, InputError)]
    assert told == [(1, "note"), (2, "score")]
