"""Flat tables: a row a quote, a person, a date, alike in CSV and Parquet, from Python, ``extract`` and ``run``."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
import pytest
from attrs import evolve
from typer.testing import CliRunner

import newskit
from newskit import Article, Document, InputError, Mention, Quote, Span
from newskit.cli import app
from newskit.corpus import Job
from newskit.tables import TABLES, rows, schema, to_batch, to_csv

TEXT = """Old bridge to close

Ida Brandt, harbour master of the Port Vell Authority, said on Monday: "Pier 4 is safe." She denied that it was closed.

"The bridge," said Olaf Lind, "is not."
"""
ARTICLE = Article(TEXT, id="a1", published="2025-02-18", publisher="The Echo", url="https://echo.example/1")


@pytest.fixture(scope="module")
def document() -> Document:
    return newskit.extract(ARTICLE)


def test_a_row_of_a_quote_has_what_people_join_by_hand(document: Document) -> None:
    first, denied, last = rows(document, "quotes")
    assert first["article"] == "a1"
    assert (first["publisher"], first["day"], first["month"]) == ("The Echo", dt.date(2025, 2, 18), "2025-02")
    assert first["headline"] == "Old bridge to close"
    assert (first["speaker"], first["role"]) == ("Ida Brandt", "harbour master")
    assert (first["organization"], first["pronouns"]) == ("Port Vell Authority", "she")
    assert (first["kind"], first["cue"], first["content"]) == ("direct", "said", '"Pier 4 is safe."')
    assert (first["words"], first["said_first"]) == (4, dt.date(2025, 2, 17))
    assert TEXT[first["start"] : first["end"]] == first["content"]
    assert TEXT[first["source_start"] : first["source_end"]] == first["source"]
    assert denied["status"] == "denied"
    assert last["pieces"] == "{}:{} {}:{}".format(
        *(at for span in document.quotes[2].content for at in (span.start, span.end))
    )
    assert document.entities[last["speaker_entity"]].name == last["speaker"] == "Olaf Lind"
    assert last["pronouns"] is None


def test_a_person_has_one_row(document: Document) -> None:
    found = {row["name"]: row for row in rows(document, "people")}
    assert list(found) == ["Ida Brandt", "Olaf Lind"]
    brandt = found["Ida Brandt"]
    assert (brandt["quotes"], brandt["direct"], brandt["mentions"]) == (2, 1, 1)
    assert brandt["quoted_words"] == 4 + 4
    assert TEXT[brandt["start"] : brandt["end"]] == "Ida Brandt"
    assert document.entities[brandt["entity"]].name == "Ida Brandt"


def test_a_date_has_its_days(document: Document) -> None:
    (monday,) = rows(document, "dates")
    assert (monday["value"], monday["first"], monday["rule"]) == (
        "2025-02-17",
        dt.date(2025, 2, 17),
        document.dates[0].rule,
    )


def test_without_a_day_there_is_no_month() -> None:
    (row,) = rows(newskit.extract('"It rains," said Olaf Lind.'), "quotes")
    assert (row["day"], row["month"], row["publisher"]) == (None, None, None)


@pytest.mark.parametrize("table", TABLES)
def test_csv_and_parquet_say_the_same(document: Document, table: str) -> None:
    typed = to_batch([document], table)
    assert typed.schema == schema(table)
    read = pa.csv.read_csv(
        io.BytesIO(to_csv(document, table).encode()),
        convert_options=pa.csv.ConvertOptions(column_types=schema(table), strings_can_be_null=True),
    )
    assert read.to_pylist() == typed.to_pylist()
    assert [column.name for column in TABLES[table].columns] == typed.schema.names


def test_no_cell_is_a_formula_to_a_spreadsheet() -> None:
    text = '"=1+1," said Ida Brandt.'
    document = newskit.extract(Article(text, id="@SUM(A1)", publisher="+cmd|x"))
    (row,) = csv.DictReader(io.StringIO(to_csv(document, "quotes")))
    assert (row["article"], row["publisher"]) == ("'@SUM(A1)", "'+cmd|x")
    assert row["content"] == '"=1+1,"'


def test_a_name_of_no_table_is_refused(document: Document) -> None:
    with pytest.raises(InputError, match=r"no table is named 'quote'; did you mean 'quotes'\?"):
        list(rows(document, "quote"))


def test_a_lone_surrogate_is_replaced() -> None:
    text = "Ida \ud800 said no."
    document = Document(Article(text), {Quote: (Quote("indirect", (Span(0, 5, text[:5]),)),)})
    assert to_batch([document], "quotes").to_pylist()[0]["content"] == "Ida \ufffd"
    assert "Ida \ufffd" in to_csv(document, "quotes")


def test_a_speaker_that_is_not_in_the_document_is_an_error(document: Document) -> None:
    stranger = newskit.Entity("person", "Nobody", (Mention(Span(0, 3, "Old")),))
    broken = evolve(document, layers={**document.layers, Quote: (evolve(document.quotes[0], speaker=stranger),)})
    with pytest.raises(InputError, match="not in the document"):
        list(rows(broken, "quotes"))


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    lines = (json.dumps({"id": f"a{number}", "text": TEXT, "published": "2025-02-18"}) for number in range(40))
    (tmp_path / "articles.jsonl").write_text("\n".join(lines), "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def tables_of(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.glob("[!._]*/*"))}


def test_a_run_writes_tables_beside_its_rows(articles: Path) -> None:
    job = Job(inputs=["articles.jsonl"], out="facts", tables=["quotes", "people", "quotes"], shard_bytes=4096)
    assert job.run(workers=2).tally.articles == 40
    there = tables_of(articles / "facts")
    assert {Path(name).parent.name for name in there} == {"quotes", "people"}
    shards = {path.stem for path in (articles / "facts").glob("part-*.jsonl")}
    assert {Path(name).stem for name in there} == shards
    found = [
        row for name, data in there.items() if "quotes" in name for row in csv.DictReader(io.StringIO(data.decode()))
    ]
    assert [row["article"] for row in found] == [f"a{number}" for number in range(40) for _ in range(3)]


def test_tables_are_whole_after_a_stop(articles: Path) -> None:
    job = Job(inputs=["articles.jsonl"], out="facts", tables=["quotes"], shard_bytes=4096)
    job.run(workers=1)
    whole = tables_of(articles / "facts")
    second = sorted((articles / "facts").glob("part-*.jsonl"))[1]
    second.unlink()
    (articles / "facts" / "quotes" / f"{second.stem}.csv").write_text("half a")
    job.run(workers=1)
    assert tables_of(articles / "facts") == whole


def test_what_has_changed_leaves_no_table_of_what_it_was(articles: Path) -> None:
    job = Job(inputs=["articles.jsonl"], out="facts", tables=["quotes"], shard_bytes=4096)
    job.run(workers=1)
    for rows_file in (articles / "facts").glob("part-*.jsonl"):
        rows_file.unlink()
    (articles / "articles.jsonl").write_text(json.dumps({"id": "b", "text": TEXT}), "utf-8")
    job.run(workers=1)
    assert list(tables_of(articles / "facts")) == ["quotes/part-000000-000000.csv"]


def test_tables_are_parquet_beside_parquet(articles: Path) -> None:
    Job(inputs=["articles.jsonl"], out="facts", format="parquet", tables=["people"]).run(workers=1)
    table = pq.read_table(articles / "facts" / "people")
    assert table.schema.equals(schema("people"))
    assert table.num_rows == 80


@pytest.mark.usefixtures("articles")
def test_other_tables_are_another_run() -> None:
    Job(inputs=["articles.jsonl"], out="facts", tables=["people"]).run(workers=1)
    with pytest.raises(newskit.CorpusError, match='tables was "people", is "quotes"'):
        Job(inputs=["articles.jsonl"], out="facts", tables=["quotes"]).run(workers=1)


def command(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(arguments))
    return result.exit_code, result.stdout, result.stderr


def test_extract_prints_one_table(articles: Path) -> None:
    (articles / "a1.txt").write_text(TEXT, "utf-8")
    document = newskit.extract(Article(TEXT, id="a1.txt", published="2025-02-18"))
    asked = ("extract", "a1.txt", "--published", "2025-02-18", "--tables", "quotes")
    assert command(*asked) == (0, to_csv(document, "quotes"), "")


def test_extract_writes_tables_to_a_folder(articles: Path) -> None:
    asked = ("extract", "articles.jsonl", "--tables", "quotes,dates", "-o", "out", "--table-format", "parquet")
    assert command(*asked) == (0, "", "")
    assert {path.name: pq.read_table(path).num_rows for path in (articles / "out").iterdir()} == {
        "quotes.parquet": 120,
        "dates.parquet": 40,
    }


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (["--tables", "qotes"], "--tables: no table is named 'qotes'; did you mean 'quotes'?"),
        (["--tables", ""], "--tables: expected the names of tables, got nothing"),
        (["--tables", " ,"], "--tables: expected the names of tables, got nothing"),
        (["--tables", "quotes,people"], "--tables: standard output takes one table, as CSV; --out names a folder"),
        (["--tables", "quotes", "--table-format", "parquet"], "--tables: standard output takes one table, as CSV"),
        (["--tables", "quotes", "--table-format", "xls"], "--table-format: expected one of csv, parquet, got 'xls'"),
        (["--out", "out"], "--tables: expected the names of tables beside --out or --table-format"),
        (["--tables", "quotes", "--out", "articles.jsonl"], "articles.jsonl: cannot be written: a file is there"),
    ],
)
def test_wrong_use_is_told(articles: Path, asked: list[str], message: str) -> None:
    status, written, told = command("extract", "articles.jsonl", *asked)
    assert (status, written) == (2, "")
    assert told.startswith(f"newskit: {message}")
    assert not (articles / "out").exists()
