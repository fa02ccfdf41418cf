"""Articles from CSV and TSV."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit import Article, InputError
from newskit.formats import read_articles
from newskit.formats.tables import read_table


def read(
    data: str | bytes,
    *,
    encoding: str = "utf-8",
    columns: Mapping[str, str] | None = None,
    separator: str | None = None,
) -> tuple[list[Article], list[InputError]]:
    raw = data.encode(encoding) if isinstance(data, str) else data
    reading = read_table(io.BytesIO(raw), path="a.csv", encoding=encoding, columns=columns or {}, separator=separator)
    found = [each for _, each in reading]
    return [each for each in found if isinstance(each, Article)], [
        each for each in found if isinstance(each, InputError)
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_rows_are_articles(encoding: str, end: str) -> None:
    lines = ["id,text,published,desk", 'a,"He said ""no"",', 'and left.",2025-02-18,coast', "", "b,Café,,"]
    assert read(end.join(lines) + end, encoding=encoding) == (
        [
            Article(f'He said "no",{end}and left.', id="a", published="2025-02-18", meta={"desk": "coast"}),
            Article("Café", id="b"),
        ],
        [],
    )


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_that_of_the_first_line(separator: str) -> None:
    text = separator.join(("body", "guid")) + "\n" + separator.join(('"a,b;c\td"', "1")) + "\n"
    assert read(text, columns={"text": "body", "id": "guid"}) == ([Article("a,b;c\td", id="1")], [])


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.csv.gz", "A.TSV"])
def test_files_by_their_names(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    data = ("body,n\nx,1\n" if "csv" in name else "body\tn\nx\t1\n").encode()
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    assert list(read_articles(path, columns={"text": "body"})) == [Article("x", id=f"{path}:2", meta={"n": "1"})]


def test_a_column_named_twice_is_kept_by_its_number() -> None:
    assert read("text,tag,tag,\nx,a,b,c\n") == (
        [Article("x", id="a.csv:2", meta={"tag": "a", "tag.1": "b", "": "c"})],
        [],
    )


def test_an_empty_text_is_an_article_and_another_empty_cell_is_nothing() -> None:
    assert read("text,url,published\n,,\n") == ([Article("", id="a.csv:2")], [])


def test_a_long_cell_is_read() -> None:
    text = "word " * 100_000
    assert read(f"text\n{text}\n")[0][0].text == text


def test_bad_rows_cost_themselves_and_are_named_by_their_line() -> None:
    rows = [
        b"text,id,published",
        b'"one\ntwo",a,',
        b"too,few",
        b"too,many,of,them",
        b'"quo"ted,b,',
        b"caf\xe9,c,",
        b"dated,d,soon",
        b'"not closed,e,',
        b"f,g,h",
    ]
    articles, errors = read(b"\n".join(rows))
    assert [article.text for article in articles] == ["one\ntwo", "dated"]
    assert articles[1].meta == {"published": "soon"}
    assert [(error.line, error.field) for error in errors] == [
        (4, None),
        (5, None),
        (6, None),
        (7, None),
        (8, "published"),
        (9, None),
    ]
    told = [error.message for error in errors]
    assert told[0] == "expected 3 cells, as there are names of columns, got 2"
    assert told[1].endswith("got 4")
    assert told[2] == "no row of a table: ',' expected after '\"'"
    assert told[3].startswith("not UTF-8: byte 0xe9")
    assert told[5] == "no row of a table: a quote is opened that does not end"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("", "a.csv:1: nothing is in it: a row with the names of the columns is expected"),
        ("\n\n", "a.csv:1: nothing is in it"),
        ("body,id\nx,1\n", "no column is named 'text'; there are body, id; --columns text=NAME"),
        ('"text', "a.csv:1: no row of a table: a quote is opened that does not end"),
    ],
    ids=["empty", "blank", "no text", "no header"],
)
def test_a_table_that_has_no_names_is_refused(data: str, message: str) -> None:
    articles, errors = read(data)
    assert articles == []
    assert [message in str(error) for error in errors] == [True]


def test_a_table_in_another_encoding_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("text,id\none,1\ntwo,2\n".encode("utf-16-le"))
    errors: list[InputError] = []
    assert list(read_articles(path, on_error=errors.append)) == []
    assert ["--encoding utf-16-le" in str(error) for error in errors] == [True]


_CELLS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from('",;\n\r\t'), max_size=6)


@given(
    st.lists(st.tuples(_CELLS, _CELLS), max_size=5), st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from([",", "\t"])
)
def test_what_the_standard_library_writes_is_read(rows: list[tuple[str, str]], end: str, separator: str) -> None:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator=end, delimiter=separator, quoting=csv.QUOTE_ALL)
    writer.writerows([("text", "id"), *rows])
    articles, errors = read(file.getvalue(), separator=separator)
    assert errors == []
    assert [article.text for article in articles] == [text for text, _ in rows]
    assert [article.id for article in articles if not article.id.startswith("a.csv:")] == [
        id_ for _, id_ in rows if id_ and not id_.startswith("a.csv:")
    ]


def test_a_bare_carriage_return_ends_a_line(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b'text,id\rone,1\rtwo\r"three\r3",3\rfour,4\r')
    errors: list[InputError] = []
    found = [(article.text, article.id) for article in read_articles(path, on_error=errors.append)]
    assert found == [("one", "1"), ("three\r3", "3"), ("four", "4")]
    assert [(error.line, "expected 2 cells" in str(error)) for error in errors] == [(3, True)]


def test_a_column_that_comes_again_is_kept_under_a_number(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("text,desk,desk,desk.1\nx,a,b,c\n")
    assert [article.meta for article in read_articles(path)] == [{"desk": "a", "desk.2": "b", "desk.1": "c"}]


def test_a_packed_file_without_anything_in_it_is_told(tmp_path: Path) -> None:
    for name in ("a.jsonl.gz", "a.csv.gz"):
        (tmp_path / name).touch()
        errors: list[InputError] = []
        assert list(read_articles(tmp_path / name, on_error=errors.append)) == []
        assert [error.message for error in errors] == [
            "cannot be unpacked: the file is empty, as one that was not written to its end"
        ]
