"""How a corpus is cut: every article once, alike in every run, and what cannot be read said."""

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit import Article, InputError
from newskit.corpus.listing import find, grouped, groups
from newskit.corpus.pieces import Lines, Reading, Rows
from newskit.corpus.shards import Shard, cut, is_cut

Read = list[tuple[str, int | None, Article | InputError]]


def reading(columns: dict[str, str] | None = None, encoding: str = "utf-8") -> Reading:
    return Reading(columns or {}, None, encoding, Path.cwd())


def shards(path: Path, shard_bytes: int, how: Reading | None = None) -> list[Shard]:
    how = how or reading()
    with find((str(path),)) as found:
        listed = groups(list(grouped(found, shard_bytes, lambda source: is_cut(source, how.encoding))))
    cuts = [each for group in listed for each in cut(group, size=shard_bytes, reading=how)]
    made = [each for each in cuts if isinstance(each, Shard)]
    assert made == cuts  # nothing is away
    return made


def digest(path: Path) -> object:
    with find((str(path),)) as found:
        return found.prints[0].as_record()["digest"]


def read(path: Path, shard_bytes: int = 50, how: Reading | None = None) -> Read:
    return [each for shard in shards(path, shard_bytes, how) for each in shard.read(how or reading())]


def texts(found: Read) -> list[str]:
    return [outcome.text if isinstance(outcome, Article) else str(outcome) for _, _, outcome in found]


@given(st.lists(st.text(max_size=40), max_size=20), st.integers(1, 200), st.sampled_from(["a.jsonl", "a.jsonl.gz"]))
def test_every_line_is_in_one_shard_and_keeps_its_number(
    tmp_path_factory: pytest.TempPathFactory, written: list[str], shard_bytes: int, name: str
) -> None:
    data = "".join(json.dumps({"text": text}) + "\n" for text in written).encode()
    path = tmp_path_factory.mktemp("cut") / name
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    found = read(path, shard_bytes)
    assert texts(found) == written
    assert [line for _, line, _ in found] == list(range(1, len(written) + 1))
    assert [outcome.id for _, _, outcome in found] == [f"{path}:{line}" for _, line, _ in found]


def test_the_cut_goes_by_bytes_and_ignores_how_the_file_is_packed(tmp_path: Path) -> None:
    lines = (hashlib.sha512(b"%d" % number).hexdigest() for number in range(50))
    data = "".join(json.dumps({"text": line}) + "\n" for line in lines).encode()
    (tmp_path / "a.jsonl").write_bytes(data)
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(data))
    plain, packed = shards(tmp_path / "a.jsonl", 400), shards(tmp_path / "b.jsonl.gz", 400)
    assert [shard.index for shard in plain] == [(0, number) for number in range(len(plain))]
    assert len(plain) > 3
    assert [shard.pieces[0].data for shard in plain] == [shard.pieces[0].data for shard in packed]
    assert sum(shard.weight for shard in packed) == (tmp_path / "b.jsonl.gz").stat().st_size


def test_a_folder_is_read_by_name_and_what_is_none_of_ours_is_passed_over(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", "notes.log", ".hidden.txt", "_failures/d.jsonl", "a/z.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    assert texts(read(tmp_path)) == ["a.txt", "b.txt", "a/z.txt", "sub/c.txt"]
    assert texts(read(tmp_path / "notes.log")) == ["notes.log"]


def test_small_files_share_a_shard(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"{number:02}.txt").write_text("The pier is safe.")
    assert [len(shard.pieces) for shard in shards(tmp_path, 10_000)] == [10, 10]


def test_a_file_that_is_cut_off_gives_what_stands_before(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"text": f"{number} " + "x" * (number * 7919 % 613)}) + "\n" for number in range(3000))
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(lines.encode())[:-400])
    *before, (_, line, error) = read(path, 10_000)
    assert len(before) > 1000
    assert [outcome.text.split()[0] for _, _, outcome in before if isinstance(outcome, Article)] == [
        str(number) for number in range(len(before))
    ]
    assert isinstance(error, InputError)
    assert (error.path, line) == (str(path), len(before) + 1)
    assert "cannot be unpacked" in error.message


def test_a_file_that_is_not_packed_at_all(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(b'{"text": "plain"}\n')
    assert "a.jsonl.gz:1: cannot be unpacked" in texts(read(tmp_path))[0]


def test_the_columns_of_the_user(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"body": "one", "guid": 7, "text": "teaser", "n": 1}\n{"guid": 8}\n{"body": 3}\n')
    (_, _, article), (_, _, missing), (_, _, wrong) = read(path, how=reading({"text": "body", "id": "guid"}))
    assert article == Article("one", id="7", meta={"text": "teaser", "n": 1})
    assert (missing.field, missing.line, missing.message) == ("body", 2, "missing")
    assert (wrong.field, wrong.line) == ("body", 3)


def test_another_encoding(tmp_path: Path) -> None:
    for encoding in ("windows-1252", "utf-16"):
        (tmp_path / "a.jsonl").write_bytes('{"text": "Löwe"}\n{"text": "Bär"}\n'.encode(encoding))
        assert texts(read(tmp_path, 5, reading(encoding=encoding))) == ["Löwe", "Bär"]


def test_fingerprints_see_names_sizes_and_contents(tmp_path: Path) -> None:
    path = tmp_path / "in" / "a.txt"
    path.parent.mkdir()
    seen = set()
    for data in (b"one", b"two", b"three", b"x" * 10**6, b"y" + b"x" * (10**6 - 1), b"x" * (10**6 - 1) + b"y"):
        path.write_bytes(data)
        seen.add(digest(path.parent))
    path.rename(path.with_name("b.txt"))
    seen.add(digest(path.parent))
    assert len(seen) == 7
    moved = path.parent.rename(tmp_path / "moved")
    assert digest(moved) in seen


class TestParquet:
    def write(self, path: Path, rows: list[dict[str, object]], group: int = 7) -> Path:
        pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=group)
        return path

    def test_every_row_is_in_one_shard_and_keeps_its_number(self, tmp_path: Path) -> None:
        path = self.write(tmp_path / "a.parquet", [{"text": f"article {n}"} for n in range(40)])
        for shard_bytes in (1, 40, 10_000):
            found = read(path, shard_bytes)
            assert texts(found) == [f"article {n}" for n in range(40)]
            assert [line for _, line, _ in found] == list(range(1, 41))
        assert len(shards(path, 1)) == 40
        assert found[3][2].id == f"{path}:4"
        pieces = [piece for shard in shards(path, 40) for piece in shard.pieces]
        assert all(isinstance(piece, Rows) for piece in pieces)

    def test_a_column_that_is_not_there_is_told_once(self, tmp_path: Path) -> None:
        path = self.write(tmp_path / "a.parquet", [{"body": "one"}, {"body": "two"}])
        assert texts(read(path)) == [
            (f"{path}, field 'text': no column is named 'text'; there are body; --columns text=NAME takes one of them")
        ]
        assert texts(read(path, how=reading({"text": "body"}))) == ["one", "two"]

    def test_a_row_group_is_unpacked_once(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = self.write(tmp_path / "a.parquet", [{"text": f"article {n}"} for n in range(4000)], group=4000)
        unpacked, iterate = [0], pq.ParquetFile.iter_batches

        def counted(file: pq.ParquetFile, *given: Any, **options: Any) -> Iterator[pa.RecordBatch]:
            for batch in iterate(file, *given, **options):
                unpacked[0] += batch.num_rows
                yield batch

        monkeypatch.setattr(pq.ParquetFile, "iter_batches", counted)
        made = shards(path, 500)
        assert len(made) > 50
        found = [each for shard in made for each in shard.read(reading())]
        assert texts(found) == [f"article {n}" for n in range(4000)]
        assert unpacked[0] == 4000
        # A shard that is tried again, or given to another worker, is read all the same.
        _, line, _ = next(made[3].read(reading()))
        assert line == made[3].pieces[0].number + 1

    def test_rows_of_a_file_that_was_written_anew_are_not_those_of_before(self, tmp_path: Path) -> None:
        path = self.write(tmp_path / "a.parquet", [{"text": f"article {n}"} for n in range(400)], group=400)
        first, second, *_ = shards(path, 500)
        list(first.read(reading()))
        self.write(path, [{"text": f"story {n}"} for n in range(400)], group=400)
        assert set(texts(list(second.read(reading())))) == {f"{path}: it has changed since the run began"}
        path.unlink()
        assert set(texts(list(second.read(reading())))) == {f"{path}: cannot be read: no such file or directory"}

    def test_no_parquet(self, tmp_path: Path) -> None:
        (tmp_path / "a.parquet").write_bytes(b"no")
        (tmp_path / "b.jsonl").write_bytes(b'{"text": "one"}\n')
        error, article = texts(read(tmp_path))
        assert "a.parquet: cannot be read as Parquet: ArrowInvalid" in error
        assert article == "one"


def test_pieces_of_lines_are_never_longer_than_asked_but_for_the_last_line(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"".join(b"x" * n + b"\n" for n in range(200)))
    pieces = [piece for shard in shards(tmp_path, 1000) for piece in shard.pieces]
    assert all(isinstance(piece, Lines) and piece.size < 1000 + 200 for piece in pieces)
    assert sum(piece.size for piece in pieces) == sum(range(200)) + 200


def test_a_packed_file_that_is_not_named_so_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(gzip.compress(b"".join(b'{"text": "%d"}\n' % number for number in range(1000))))
    found = texts(read(path, 500))
    assert found == [
        f"{path}: no text: the file is packed with gzip; newskit unpacks what is named .jsonl.gz, all else gunzip does"
    ]


def test_a_page_is_an_article(tmp_path: Path) -> None:
    story = "".join(f"<p>The pier is safe, said the harbour master on day {day} of the storm.</p>" for day in range(9))
    (tmp_path / "a.html").write_text(f"<title>Pier</title><article><h1>The pier is safe</h1>{story}</article>")
    (tmp_path / "b.htm").write_text("<title>Nothing</title>")
    article, error = (outcome for _, _, outcome in read(tmp_path))
    assert [part.kind for part in article.parts] == ["headline", *["paragraph"] * 9]
    assert article.id == str(tmp_path / "a.html")
    assert str(error) == f"{tmp_path / 'b.htm'}: no article's text was found in the page"
