"""Flat tables read again: as newskit wrote them, and as spreadsheets and data frames save them."""

from __future__ import annotations

import csv
import errno
from pathlib import Path
from typing import NoReturn

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from typer.testing import CliRunner

import newskit
from newskit import Article, InputError
from newskit.cli import app
from newskit.formats.cells import text_cell, text_of_cell
from newskit.people import People
from newskit.report import Facts, Report, read_facts
from newskit.report.facts import Row
from newskit.tables import TABLES, rows, to_csv
from newskit.tables.reading import check_columns, read_rows

DOCUMENT = newskit.extract(
    Article(
        'Mayor Ida Brandt said on Monday: "It is, so; open." She said =1+1 was 2.\n"No," said Olaf Lind.',
        id="'=a1",
        published="0999-02-18",
        publisher="\uff1dThe Echo",
    )
)
EVERY = {name: [column.name for column in table.columns] for name, table in TABLES.items()}


def expected(table: str) -> list[Row]:
    return [
        {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in row.items()}
        for row in rows(DOCUMENT, table)
    ]


def found(path: Path, table: str) -> tuple[list[Row], list[str]]:
    told: list[str] = []
    read = [row for _, row in read_rows(path, table, EVERY[table], on_error=lambda error: told.append(str(error)))]
    return read, told


@given(st.text(alphabet="'=+-@\t\n\uff1d15. a", max_size=6))
@example("'-5")
@example("''=x")
def test_a_cell_is_safe_and_has_a_way_back(text: str) -> None:
    cell = text_cell(text)
    assert text_of_cell(cell) == text
    assert not cell.startswith(("=", "@", "\t", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"))


@pytest.mark.parametrize("table", list(TABLES))
@pytest.mark.parametrize(("mark", "separator"), [("", ","), ("\ufeff", ","), ("", ";"), ("\ufeff", "\t")])
def test_what_was_written_is_read(tmp_path: Path, table: str, mark: str, separator: str) -> None:
    path = tmp_path / "t.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(mark)
        csv.writer(file, delimiter=separator).writerows(csv.reader(to_csv(DOCUMENT, table).splitlines()))
    assert found(path, table) == (expected(table), [])


def test_what_a_data_frame_saves_is_read(tmp_path: Path) -> None:
    written = to_csv(DOCUMENT, "people").splitlines()
    path = tmp_path / "t.csv"
    record = dict(zip(EVERY["people"], next(csv.reader(written[1:])), strict=True))
    record.update(entity="0.0", quotes="2.0", former="FALSE", day="18 February 0999")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*record, "own"])
        writer.writeheader()
        writer.writerow(record)
    (row,), told = found(path, "people")
    assert (row["entity"], row["quotes"], row["former"], row["day"], told) == (0, 2, False, "0999-02-18", [])


def test_parquet_of_a_data_frame_has_nothing_where_it_has_no_number(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    pq.write_table(pa.table({"speaker_entity": [1.0, float("nan")], "speaker": ["Ida", None]}), path)
    read, told = found(path, "quotes")
    assert (read, told) == (
        [{"speaker_entity": 1, "speaker": "Ida"}, {"speaker_entity": None, "speaker": None}],
        [],
    )


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("a,x,Ida,", "field 'entity': expected a whole number, got 'x'"),
        ("a,0.5,Ida,", "field 'entity': expected a whole number, got '0.5'"),
        ("a,,Ida,", "field 'entity': a row of the table people has it"),
        ("a,0,,", "field 'name': a row of the table people has it"),
        ("a,0,Ida", "expected 4 cells, as there are names of columns, got 3"),
        ("a,0,Ida,,", "expected 4 cells, as there are names of columns, got 5"),
        ("a,0,Ida,18/02/2025", "field 'day': "),
        ('a,0,"Ida,', "no row of a table: a quote is opened that does not end"),
    ],
)
def test_a_row_that_is_none_is_told_and_costs_itself(tmp_path: Path, lines: str, message: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"article,entity,name,day\nb,1,Olaf,2025-02-18\n{lines}\n", "utf-8")
    read, (told,) = found(path, "people")
    assert [row["article"] for row in read] == ["b"]
    assert told.startswith(f"{path}:3{', ' if message.startswith('field') else ': '}{message}")


def test_bytes_that_are_no_text_cost_their_row(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(b"article,entity,name\na,0,Ida\nb,0,\xff\n")
    read, (told,) = found(path, "people")
    assert len(read) == 1
    assert told == f"{path}:3, field 'name': not UTF-8: byte 0xff"


@pytest.mark.parametrize(
    ("name", "written", "place"),
    [
        ("t.csv", b"", ":1: nothing is in it"),
        ("t.csv", b"article,name\na,Ida\n", ":1, field 'entity': no column has this name; newskit run --tables people"),
        ("t.csv", b"name\nIda\n", ":1, field 'article': no column has this name, nor entity; "),
        ("t.csv", b"PK\x03\x04", ": no text"),
        ("t.parquet", b"nope", ": no Parquet: "),
    ],
)
def test_a_file_that_is_none_is_refused_before_anything_is_written(
    tmp_path: Path, name: str, written: bytes, place: str
) -> None:
    path = tmp_path / name
    path.write_bytes(written)
    with pytest.raises(InputError) as caught:
        check_columns(path, "people", ["article", "entity", "name"])
    assert str(caught.value).startswith(f"{path}{place}")
    result = CliRunner().invoke(app, ["people", str(path), "-o", str(tmp_path / "out")])
    assert (result.exit_code, (tmp_path / "out").exists()) == (2, False)


def test_a_table_that_lacks_a_column_costs_the_report_itself_alone(tmp_path: Path) -> None:
    for table in ("quotes", "people"):
        (tmp_path / table).mkdir()
        (tmp_path / table / "a.csv").write_text(to_csv(DOCUMENT, table), "utf-8")
    old = tmp_path / "quotes" / "b.csv"
    old.write_text("article,publisher\na,b\n", "utf-8")
    told: list[str] = []
    facts = read_facts(tmp_path, on_error=lambda error: told.append(str(error)))
    assert len(facts.quotes) == len(expected("quotes"))
    assert told[0].startswith(f"{old}:1, field 'day': no column has this name, nor month, ")
    assert len(told) == 1


def test_articles_without_an_id_are_read_of_tables_too(tmp_path: Path) -> None:
    facts = Facts()
    document = newskit.extract('Ida Brandt said: "It is open."')
    facts.add(document)
    for table in ("quotes", "people"):
        (tmp_path / table).mkdir()
        (tmp_path / table / "a.csv").write_text(to_csv(document, table), "utf-8")
    assert Report.read(tmp_path).to_dict() == Report.of(facts).to_dict()
    assert People(tables=[tmp_path], out=tmp_path / "out").run().rows == 1


def test_articles_of_one_id_keep_their_speakers_and_publishers() -> None:
    facts = Facts()
    facts.add(newskit.extract(Article('Ida Brandt said: "It is open."', id="x", publisher="The Echo")))
    facts.add(newskit.extract(Article('Olaf Lind said: "It is shut."', id="x", publisher="The Star")))
    report = Report.of(facts)
    assert {each.name: report.quotes[each.quoted[0]]["content"] for each in report.speakers} == {
        "Ida Brandt": '"It is open."',
        "Olaf Lind": '"It is shut."',
    }
    assert {each.name: each.quotes for each in report.publishers} == {"The Echo": 1, "The Star": 1}


def test_a_folder_that_cannot_be_listed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> NoReturn:
        raise PermissionError(errno.EACCES, "Permission denied")

    for name in ("quotes", "people"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(Path, "iterdir", refuse)
    for read in (read_facts, lambda path: People(tables=[path], out=tmp_path / "out").run()):
        with pytest.raises(InputError, match=r"(quotes|people): cannot be read: permission denied"):
            read(tmp_path)
