"""Where a corpus is cut to the byte, what each piece weighs, and what is told where a file cannot be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from attrs import evolve

from newskit import Article, InputError
from newskit.corpus.listing import Entry, find, grouped, groups
from newskit.corpus.pieces import Lines, Reading, Rows, Unreadable, Whole
from newskit.corpus.shards import Shard, cut, is_cut
from newskit.corpus.sources import LeftError

LINE = b'{"text":"The pier."}\n'


def how(folder: Path, published: dt.date | None = None) -> Reading:
    return Reading({}, published, "utf-8", folder)


def listed(path: Path, size: int) -> list[list[Entry]]:
    with find((str(path),)) as found:
        return list(groups(list(grouped(found, size, lambda source: is_cut(source, "utf-8")))))


def shards(path: Path, size: int, reading: Reading | None = None) -> list[Shard]:
    reading = reading or how(path.parent)
    found = [each for group in listed(path, size) for each in cut(group, size=size, reading=reading)]
    assert not [each for each in found if isinstance(each, LeftError)]
    return [each for each in found if isinstance(each, Shard)]


def lines(folder: Path, count: int) -> Path:
    path = folder / "a.jsonl"
    path.write_bytes(LINE * count)
    return path


def table(folder: Path, rows: int, group: int) -> Path:
    path = folder / "a.parquet"
    texts = [f"The pier of {number}. " + "x" * 40 for number in range(rows)]
    pq.write_table(pa.table({"text": texts}), path, row_group_size=group, use_dictionary=False, compression="none")
    return path


@pytest.mark.parametrize(("beyond", "together"), [(-1, 3), (0, 3), (1, 4)])
def test_a_shard_is_full_with_the_line_that_reaches_its_size(tmp_path: Path, beyond: int, together: int) -> None:
    found = shards(lines(tmp_path, 3 * together), 3 * len(LINE) + beyond)
    pieces = [[piece for piece in shard.pieces if isinstance(piece, Lines)] for shard in found]
    assert [[piece.data for piece in held] for held in pieces] == [[LINE * together]] * 3
    assert [(held[0].number, held[0].offset) for held in pieces] == [
        (number * together, number * together * len(LINE)) for number in range(3)
    ]


def test_a_shard_holds_groups_of_rows_until_it_is_full(tmp_path: Path) -> None:
    path = table(tmp_path, 60, 10)
    size = pq.ParquetFile(path).metadata.row_group(0).total_byte_size
    for times, groups_together in ((1, 1), (2, 2), (3, 3)):
        found = shards(path, times * size - 40)
        starts = [piece.number for shard in found for piece in shard.pieces if isinstance(piece, Rows)]
        assert starts == sorted(set(starts))
        assert len(found) <= 60 / (10 * groups_together) + 1
        assert all(sum(piece.size for piece in shard.pieces) < 2 * times * size for shard in found)


def test_rows_weigh_together_what_their_file_weighs_and_hold_what_it_holds(tmp_path: Path) -> None:
    path = table(tmp_path, 90, 30)
    metadata = pq.ParquetFile(path).metadata
    pieces = [piece for shard in shards(path, 700) for piece in shard.pieces]
    assert all(isinstance(piece, Rows) for piece in pieces)
    assert 6 < len(pieces) < 30  # several rows each
    assert abs(sum(piece.weight for piece in pieces) - path.stat().st_size) <= len(pieces)
    held = sum(metadata.row_group(number).total_byte_size for number in range(metadata.num_row_groups))
    assert abs(sum(piece.size for piece in pieces) - held) <= len(pieces)
    assert all(0 < piece.weight < 1500 and 0 < piece.size < 1500 for piece in pieces)


def text(folder: Path) -> Path:
    path = folder / "a.txt"
    path.write_text("The pier.")
    return path


@pytest.mark.parametrize("make", [text, lambda folder: lines(folder, 5), lambda folder: table(folder, 5, 5)])
def test_a_path_is_read_from_the_folder_of_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], Path]
) -> None:
    path = make(tmp_path)
    monkeypatch.chdir(tmp_path)
    (group,) = listed(Path(path.name), 60)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    found = list(cut(group, size=60, reading=how(tmp_path)))
    outcomes = [each for shard in found if isinstance(shard, Shard) for each in shard.read(how(tmp_path))]
    assert outcomes
    assert all(isinstance(outcome, Article) for _, _, outcome in outcomes)
    assert {name for name, _, _ in outcomes} == {path.name}


def test_articles_without_a_day_are_of_the_day_that_was_given(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "One."}\n{"text": "Two.", "published": "2024-03-05"}\n{"text": 3}\n')
    reading = how(tmp_path, dt.date(2025, 2, 18))
    one, two, three = [outcome for shard in shards(path, 1000, reading) for _, _, outcome in shard.read(reading)]
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert isinstance(three, InputError)
    assert [one.published, two.published] == [dt.date(2025, 2, 18), dt.date(2024, 3, 5)]


@pytest.mark.parametrize("name", ["a.jsonl", "a.parquet"])
def test_a_file_that_went_away_is_left_by_its_name(tmp_path: Path, name: str) -> None:
    path = lines(tmp_path, 5) if name == "a.jsonl" else table(tmp_path, 5, 5)
    (group,) = listed(path, 60)
    assert group[0].cut
    path.unlink()
    (error,) = cut(group, size=60, reading=how(tmp_path))
    assert isinstance(error, LeftError)
    assert not error.changed
    assert error.path == str(path)
    assert "no such file" in error.message


def test_what_is_no_parquet_is_told_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(b"PAR1" + b"x" * 200)
    (shard,) = shards(path, 60)
    ((name, _, error),) = shard.read(how(tmp_path))
    assert isinstance(error, InputError)
    assert (name, error.path) == (str(path), str(path))
    assert error.message.startswith("cannot be read as Parquet: ")
    assert not error.message.endswith("None")


def test_what_stands_for_a_folder_that_could_not_be_listed_is_told(tmp_path: Path) -> None:
    ((entry,),) = listed(text(tmp_path), 60)
    error = InputError("cannot be listed", path="locked")
    (shard,) = cut([entry, evolve(entry, source=error)], size=60, reading=how(tmp_path))
    assert isinstance(shard, Shard)
    assert [type(piece) for piece in shard.pieces] == [Whole, Unreadable]
    assert shard.index == (entry.group,)
    assert [outcome for _, _, outcome in shard.read(how(tmp_path))][1] is error
