"""One shard's work: the rows, the failures, and files that are whole or not there."""

import datetime as dt
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import newskit
from newskit import CorpusError, InputError
from newskit.corpus import extract_batch, schema
from newskit.corpus.kits import KitSpec
from newskit.corpus.manifest import claim
from newskit.corpus.pieces import Reading, Whole
from newskit.corpus.shards import Shard
from newskit.corpus.sources import Source
from newskit.corpus.work import Order, work
from newskit.formats import to_dict, to_json
from newskit.formats.arrow import read_rows, to_batch
from newskit.whole_files import written_whole

FIRST_PARTY = ("newskit_structure", "newskit_dates", "newskit_titles", "newskit_names", "newskit_quotes")
STORY = 'Harbour Master Ida Brandt said on Monday: "The pier is safe." She spoke to reporters at Port Vell.'

BAD = """
from typing import Any
import attrs, newskit

@attrs.frozen
class Options:
    x: Any = None

@newskit.hookimpl
def newskit_options():
    return Options

@newskit.extractor(newskit.TimeExpression)
def dates(doc):
    if "boom" in doc.text:
        raise RuntimeError("no luck")
    if "odd" in doc.text:
        odd = newskit.TimeExpression(doc.span(0, 1), "DATE", "2025")
        object.__setattr__(odd, "value", 2025j)  # past what is checked when it is made
        yield odd

@newskit.hookimpl
def newskit_extractors(config):
    return [dates]
"""


def written(tmp_path: Path, *articles: dict[str, Any] | str) -> Path:
    path = tmp_path / "in.jsonl"
    lines = [article if isinstance(article, str) else json.dumps(article) for article in articles]
    path.write_text("\n".join(lines) + "\n")
    return path


def done(tmp_path: Path, path: Path, form: str = "jsonl", plugins: tuple[str, ...] = FIRST_PARTY) -> Path:
    out = tmp_path / "out"
    out.mkdir(exist_ok=True)
    reading = Reading({}, None, "utf-8", tmp_path)
    order = Order(out, form, KitSpec.choose(plugins=plugins, block=()), reading)
    work(order, Shard((0,), (Whole(Source.listed(str(path), "jsonl")),)))
    return out


def rows(path: Path) -> list[dict[str, Any]]:
    if path.suffix == ".parquet":
        return list(pq.read_table(path).to_pylist())
    return [json.loads(line) for line in path.read_text().splitlines()]


def failures(out: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for path in (out / "_failures").glob("*") for line in path.read_text().splitlines()]


def test_a_row_is_what_extract_writes(tmp_path: Path, kit: newskit.Kit) -> None:
    path = written(tmp_path, {"id": "a", "text": STORY, "published": "2025-02-18"}, {"text": "Löwe \ud800"})
    rows = (done(tmp_path, path) / "part-000000.jsonl").read_text("utf-8").splitlines()
    expected = [newskit.Article(STORY, id="a", published="2025-02-18"), newskit.Article("Löwe \ud800", id=f"{path}:2")]
    assert rows == [to_json(document) for document in kit.pipe(expected)]
    assert failures(tmp_path / "out") == []


def test_parquet_rows_say_what_json_says(tmp_path: Path, kit: newskit.Kit) -> None:
    path = written(tmp_path, {"id": "a", "text": STORY, "published": "2025-02-18", "tags": ["x"]})
    table = pq.read_table(done(tmp_path, path, "parquet"))
    assert table.schema.equals(schema())
    record = to_dict(kit.extract(newskit.Article(STORY, id="a", published="2025-02-18", meta={"tags": ["x"]})))
    assert record["quotes"]
    row = json.loads(json.dumps(table.to_pylist()[0], default=str))
    assert json.loads(row.pop("meta")) == record.pop("meta")
    assert [row.pop(name) for name in ("given_parts", "other_layers", "dropped", "revised")] == [None] * 4
    for annotation in (*row["entities"], *row["quotes"]):
        assert (annotation.pop("ids", None), annotation.pop("extra")) == (None, None)
    assert row == record


def test_the_schema_has_every_field_of_the_json_form(kit: newskit.Kit, seed_text: str) -> None:
    document = kit.extract(seed_text, published="2025-02-18")
    record = to_dict(document)
    assert set(record) <= set(schema().names)
    for layer in ("parts", "titles", "entities", "dates", "quotes"):
        struct = schema().field(layer).type.value_type
        columns = {struct.field(place).name for place in range(struct.num_fields)}
        assert columns - {"ids", "extra"} <= set(record[layer][0]) <= columns


def test_what_arrow_cannot_hold(kit: newskit.Kit) -> None:
    row = to_batch([kit.extract("Ida \ud800 said no", id="a")]).to_pylist()[0]
    assert row["text"] == "Ida \ufffd said no"
    assert (
        extract_batch(pa.RecordBatch.from_pylist([{"text": "x", "n": None, "raw": b"\x01"}])).to_pylist()[0]["meta"]
        == r'{"raw":"\u0001"}'
    )
    nested = pa.RecordBatch.from_pylist([{"text": "x", "desk": {"by": ["a"], "on": dt.date(2025, 2, 18)}}])
    assert extract_batch(nested).to_pylist()[0]["meta"] == '{"desk":{"by":["a"],"on":"2025-02-18"}}'


def test_rows_of_ours_are_read_as_their_articles(kit: newskit.Kit) -> None:
    article = newskit.Article(
        STORY, id="a", published="2025-02-18", url="u", meta={"n": 1}, parts=kit.extract(STORY).parts
    )
    assert [found for _, found in read_rows(to_batch([kit.extract(article)]))] == [article]


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_one_bad_article_costs_no_other(tmp_path: Path, demo: Callable[[str], None], form: str) -> None:
    demo(BAD)
    path = written(
        tmp_path, {"text": "fine"}, {"id": "b", "text": "boom"}, "no", {"id": "d", "text": "odd"}, {"text": "too"}
    )
    out = done(tmp_path, path, form, ("demo",))
    table = out / f"part-000000.{form}"
    rows = (
        pq.read_table(table).to_pylist() if form == "parquet" else list(map(json.loads, table.read_text().splitlines()))
    )
    assert [row["text"] for row in rows] == ["fine", "boom", "too"]
    told = failures(out)
    assert [(each["article_id"], each["path"], each["line"], each["extractor"]) for each in told] == [
        ("b", str(path), 2, "demo.dates"),
        (None, str(path), 3, None),
        ("d", str(path), 4, None),
    ]
    assert "RuntimeError: no luck" in told[0]["traceback"]
    assert told[1]["error"] == f"InputError: {path}:3: no JSON: expecting value at character 0"
    assert "Traceback" in told[2]["traceback"]


def test_a_file_is_whole_or_not_there(tmp_path: Path) -> None:
    path = tmp_path / "part-000000.jsonl"
    left = tmp_path / ".part-000000.jsonl.0123.tmp"
    left.touch()
    with pytest.raises(TypeError), written_whole(path) as file:
        file.writelines([b"half", "no bytes"])
    assert list(tmp_path.iterdir()) == [left]
    with written_whole(path) as file:
        file.write(b"whole")
        assert not path.exists()
    assert [each.name for each in tmp_path.iterdir()] == ["part-000000.jsonl"]


def test_what_the_system_refuses_is_told_of_the_file_and_not_of_the_hidden_one(tmp_path: Path) -> None:
    path = tmp_path / f"{'x' * 240}.html"  # with more to it the name is too long
    with pytest.raises(OSError, match="too long") as caught, written_whole(path):
        pass
    assert caught.value.filename == str(path)


def test_two_that_finish_the_same_file(tmp_path: Path) -> None:
    path = tmp_path / "part-000000.jsonl"
    with written_whole(path) as slow:
        slow.write(b"same")
        with written_whole(path) as quick:
            quick.write(b"same")
    assert path.read_bytes() == b"same"
    assert len(os.listdir(tmp_path)) == 1  # noqa: PTH208 - hidden files count too


def test_a_folder_belongs_to_one_run(tmp_path: Path) -> None:
    claim(tmp_path / "a", {"newskit": "1.0", "format": "jsonl"})
    claim(tmp_path / "a", {"newskit": "1.0", "format": "jsonl"})
    with pytest.raises(
        CorpusError, match=r'a belongs to another run: newskit was "1.0", is "1.1"\. Choose a new folder'
    ):
        claim(tmp_path / "a", {"newskit": "1.1", "format": "jsonl"})
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "mine.txt").touch()
    with pytest.raises(CorpusError, match="b holds files that no run of newskit made"):
        claim(tmp_path / "b", {})
    with pytest.raises(CorpusError, match="cannot be written: not a directory"):
        claim(tmp_path / "b" / "mine.txt" / "c", {})


def test_a_kit_is_built_from_names_and_refuses_other_versions(demo: Callable[[str], None]) -> None:
    demo(BAD)
    spec = KitSpec.choose(plugins=["demo"], options={"demo": {"x": 1}})
    assert spec.plugins == (("demo", "demo 2.1"),)
    assert spec.build() is spec.build()
    other = KitSpec((("demo", "demo 2.2"),), spec.prefer, spec.options)
    with pytest.raises(CorpusError, match=r"other plugins .*: demo \(demo 2.1\); expected demo \(demo 2.2\)"):
        other.build()
    with pytest.raises(InputError, match="must be JSON"):
        KitSpec.choose(plugins=["demo"], options={"demo": {"x": object()}})


def test_extract_batch_keeps_every_row(demo: Callable[[str], None]) -> None:
    demo(BAD)
    rows = [
        {"body": "fine", "id": "a"},
        {"body": None, "id": "b"},
        {"body": "odd", "id": "c"},
        {"body": "boom", "id": "d"},
    ]
    batch = pa.RecordBatch.from_pylist(rows)
    with pytest.warns(newskit.FailureWarning, match=r"^demo\.dates failed on article 'd': RuntimeError: no luck$"):
        made = extract_batch(batch, plugins=["demo"], columns={"text": "body"}, published="2025-02-18")
    assert isinstance(made, pa.RecordBatch)
    assert made.schema.equals(schema())
    assert made["text"].to_pylist() == ["fine", "", "", "boom"]
    assert [[each["extractor"] for each in failed] for failed in made["failures"].to_pylist()] == [
        [],
        [""],
        [""],
        ["demo.dates"],
    ]
    assert str(made["published"][0]) == "2025-02-18"
    assert extract_batch(batch.slice(0, 0), plugins=["demo"]).num_rows == 0


def test_extract_batch_gives_what_extract_gives(kit: newskit.Kit) -> None:
    batch = pa.RecordBatch.from_pylist([{"text": STORY, "published": None}, {"text": "No one spoke."}])
    expected = to_batch(kit.pipe([STORY, "No one spoke."]))
    assert extract_batch(batch, plugins=FIRST_PARTY, block=()).equals(expected)


def test_a_row_whose_date_cannot_be_read_is_a_row_and_told() -> None:
    given = pa.RecordBatch.from_pylist(
        [
            {"text": "one", "published": "Tue, 18 Feb 2025 10:00:00 GMT"},
            {"text": "two", "published": "03/04/2025"},
            {"text": None, "published": "03/04/2025"},
            {"text": "four", "published": None},
        ]
    )
    rows = extract_batch(given).to_pylist()
    assert [(row["text"], row["published"]) for row in rows] == [
        ("one", dt.date(2025, 2, 18)),
        ("two", None),
        ("", None),
        ("four", None),
    ]
    assert [[failure["error"] for failure in row["failures"]] for row in rows] == [
        [],
        ["Doubt: field 'published': expected a date as YYYY-MM-DD, got '03/04/2025'; the article is read without it"],
        ["InputError: field 'text': missing"],
        [],
    ]


def test_a_shard_that_two_starts_of_a_run_are_at_keeps_its_rows(tmp_path: Path) -> None:
    path = written(tmp_path, {"text": STORY})
    out = tmp_path / "out"
    out.mkdir()
    order = Order(out, "jsonl", KitSpec.choose(plugins=FIRST_PARTY, block=()), Reading({}, None, "utf-8", tmp_path))
    shard = Shard((0,), (Whole(Source.listed(str(path), "jsonl")),))

    def other_start(_: int) -> None:
        work(order, shard)  # ends first, and tidies up what the other has begun

    work(order, shard, other_start)
    assert len((out / "part-000000.jsonl").read_text().splitlines()) == 1
