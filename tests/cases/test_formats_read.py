"""Reading articles from files, and what is said of those that cannot be read."""

import datetime as dt
import gzip
import io
import json
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from newskit import Article, Document, InputError
from newskit.formats import read_articles, to_json
from newskit.formats.files import Form


def written(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"one\r\ntwo\rthree\n", "one\r\ntwo\rthree\n"),
        ("\ufeffBOM".encode(), "BOM"),
        (b"a\0b", "a\0b"),
        ("שלום «x»".encode(), "שלום «x»"),
    ],
    ids=["empty", "line ends", "byte order mark", "NUL", "right to left"],
)
def test_a_text_file_is_read_as_it_is(tmp_path: Path, data: bytes, text: str) -> None:
    path = written(tmp_path, data)
    assert list(read_articles(path)) == [Article(text, id=str(path))]


@pytest.mark.parametrize("encoding", ["utf-16", "windows-1252", "utf-8-sig"])
@pytest.mark.parametrize("input_format", ["text", "jsonl"])
def test_another_encoding(tmp_path: Path, encoding: str, input_format: str) -> None:
    text = "café" if input_format == "text" else '{"text": "tea"}\n{"text": "café"}\n'
    path = written(tmp_path, text.encode(encoding))
    assert list(read_articles(path, encoding=encoding, input_format=input_format))[-1].text == "café"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"caf\xe9", "not UTF-8: byte 0xe9 at byte offset 3; .* --encoding windows-1252"),
        (b"\xef\xbb\xbfcaf\xe9", "byte 0xe9 at byte offset 6"),
        ("hi".encode("utf-16"), "byte 0xff at byte offset 0; .* --encoding utf-16"),
    ],
    ids=["latin", "after a byte order mark", "utf-16"],
)
def test_a_file_that_is_not_utf_8(tmp_path: Path, data: bytes, message: str) -> None:
    path = written(tmp_path, data)
    with pytest.raises(InputError, match=message) as caught:
        list(read_articles(path))
    assert caught.value.path == str(path)


@pytest.mark.parametrize("encoding", ["martian", "hex", "a\0b"])
def test_an_unknown_encoding(tmp_path: Path, encoding: str) -> None:
    with pytest.raises(InputError, match="no text encoding is named"):
        list(read_articles(written(tmp_path, b""), encoding=encoding))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read: no such file"):
        list(read_articles(tmp_path / "none.txt"))


def test_a_wrong_date(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="expected a date as YYYY-MM-DD"):
        list(read_articles(written(tmp_path, b""), published="Tuesday"))


def test_bad_lines_cost_themselves_only(tmp_path: Path) -> None:
    lines = [
        b'{"text": "one", "id": 5, "desk": "coast", "meta": {"page": 2}}',
        b"",
        b'{"text": 3}',
        b"no",
        b'{"text": "caf\xe9"}',
        b'{"text": "two", "published": "soon"}',
        b'{"id": "x"}',
        b"[1]",
        b'{"text": "lone \\ud800", "url": null, "published": "2025-02-18"}',
    ]
    path = written(tmp_path, b"\n".join(lines))
    errors = []
    articles = list(read_articles(path, input_format="jsonl", published="2020-01-01", on_error=errors.append))
    assert articles == [
        Article("one", id="5", published="2020-01-01", meta={"page": 2, "desk": "coast"}),
        Article("two", id=f"{path}:6", published="2020-01-01", meta={"published": "soon"}),
        Article("lone \ud800", id=f"{path}:9", published=dt.date(2025, 2, 18)),
    ]
    assert [(error.path, error.line, error.field) for error in errors] == [
        (str(path), line, field)
        for line, field in [(3, "text"), (4, None), (5, None), (6, "published"), (7, "text"), (8, None)]
    ]
    assert "byte 0xe9 at byte offset 92" in str(errors[2])


def test_without_a_place_for_errors_the_first_is_raised(tmp_path: Path) -> None:
    reading = read_articles(written(tmp_path, b'{"text": "a"}\nno\n'), input_format="jsonl")
    assert next(reading).text == "a"
    with pytest.raises(InputError, match=r"a\.txt:2: no JSON"):
        next(reading)


def test_a_line_that_newskit_wrote_is_read_as_its_article(tmp_path: Path) -> None:
    article = Article("a", id="i", published="2025-02-18", meta={"desk": "coast"})
    path = written(tmp_path, to_json(Document(article)).encode())
    assert list(read_articles(path, input_format="jsonl")) == [article]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"piped")))
    assert list(read_articles("-")) == [Article("piped", id="<stdin>")]


def test_a_field_of_the_wrong_form_costs_itself_only(tmp_path: Path) -> None:
    path = written(tmp_path, b'{"text": "one", "id": [1], "url": 5, "published": 1739872800, "language": "de"}\n')
    errors: list[InputError] = []
    assert list(read_articles(path, input_format="jsonl", on_error=errors.append)) == [
        Article("one", id=f"{path}:1", language="de", meta={"id": [1], "url": 5, "published": 1739872800})
    ]
    assert {(error.line, error.field) for error in errors} == {(1, "id"), (1, "url"), (1, "published")}
    with pytest.raises(InputError, match=r"a\.txt:1, field 'published': .*; the article is read without it"):
        list(read_articles(path, input_format="jsonl"))


def test_a_line_without_an_article_is_told_once(tmp_path: Path) -> None:
    errors: list[InputError] = []
    path = written(tmp_path, b'{"published": "soon", "url": 5}\n')
    assert list(read_articles(path, input_format="jsonl", on_error=errors.append)) == []
    assert [error.field for error in errors] == ["text"]


@pytest.mark.parametrize("name", ["a.jsonl.gz", "A.NDJSON.GZ"])
def test_packed_lines(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    data = gzip.compress(b'{"text": "one"}\n{"text": "two"}\n')
    path.write_bytes(data)
    assert [article.text for article in read_articles(path)] == ["one", "two"]
    path.write_bytes(data[:-8])
    errors: list[InputError] = []
    assert [article.text for article in read_articles(path, on_error=errors.append)] == ["one", "two"]
    assert "cannot be unpacked: Compressed file ended" in str(errors[0])


def test_a_table(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.Table.from_pylist([{"text": "one", "published": "18 Feb 2025"}, {"text": "two"}]), path)
    assert list(read_articles(path)) == [
        Article("one", id=f"{path}:1", published="2025-02-18"),
        Article("two", id=f"{path}:2"),
    ]
    pq.write_table(pa.table({"body": ["one"]}), path)
    with pytest.raises(
        InputError, match="no column is named 'text'; there are body; --columns text=NAME takes one of them"
    ):
        list(read_articles(path))
    path.write_bytes(b"no")
    with pytest.raises(InputError, match=r"a\.parquet: cannot be read as Parquet: ArrowInvalid"):
        list(read_articles(path))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (gzip.compress(b"one"), "no text: the file is packed with gzip; newskit unpacks what is named .jsonl.gz"),
        (b"PAR1\x15\x04\xff\0", "no text: the file is Parquet; name it .parquet, or say --input-format parquet"),
        (b"%PDF-1.7\n\xe2\xe3", "no text: the file is a PDF"),
        (b"PK\x03\x04\x14\0\xff", "no text: the file is a zip archive"),
        (b"\x7fELF\x02\0\0\xff\n\xff\n", "no text: the file holds NUL bytes"),
    ],
    ids=["gzip", "Parquet", "PDF", "zip", "program"],
)
@pytest.mark.parametrize("form", ["text", "jsonl"])
def test_a_file_that_is_no_text_is_told_as_what_it_is(tmp_path: Path, data: bytes, message: str, form: Form) -> None:
    path = written(tmp_path, data)
    errors: list[InputError] = []
    assert list(read_articles(path, input_format=form, on_error=errors.append)) == []
    assert message in str(errors[0])
    assert len(errors) == 1


def test_an_unknown_form_is_told_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="expected one of text, html, jsonl, json, csv, tsv, parquet, got 'jsonlines'"):
        list(read_articles(written(tmp_path, b"{}"), input_format="jsonlines"))


@pytest.mark.parametrize("head", ["<!DOCTYPE html>\n", " \n<html lang='en'>"])
def test_html_that_is_read_as_text_is_told(tmp_path: Path, head: str) -> None:
    errors: list[InputError] = []
    path = written(tmp_path, f"{head}<p>The pier is safe.".encode())
    assert [article.text for article in read_articles(path, on_error=errors.append)] == [path.read_text()]
    assert "begins like HTML and is read as text; --input-format html" in str(errors[0])
    path.write_text(json.dumps({"text": head}))
    assert [article.text for article in read_articles(path, input_format="jsonl", on_error=errors.append)] == [head]
    assert (errors[1].line, errors[1].field) == (1, "text")


def test_json_and_xml_that_are_read_as_text_are_told(tmp_path: Path) -> None:
    errors: list[InputError] = []
    for text in ('{"text": "The pier is safe."}\n', ' [\n {"id": 1,'):
        path = written(tmp_path, text.encode())
        assert [article.text for article in read_articles(path, on_error=errors.append)] == [text]
    assert ["begins like JSON and is read as text; --input-format json" in str(error) for error in errors] == [True] * 2
    path = written(tmp_path, b'<?xml version="1.0"?><nitf/>')
    assert list(read_articles(path, on_error=errors.append)) == []
    assert "no text: it begins like XML" in str(errors[-1])
    path = written(tmp_path, b'{"Quoted," he said: [x] {y}}')
    assert len(list(read_articles(path))) == 1
