"""Identities of a whole corpus: rows of people sorted into buckets by surname, then told apart bucket by bucket.

Only one bucket is in memory at a time. A file has its name when all of it is there, so a run that was stopped goes on
where it was, and its bytes are the same.
"""

from __future__ import annotations

import os
import shutil
import uuid
import zlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from hashlib import blake2b, file_digest
from importlib.metadata import version
from pathlib import Path
from typing import IO, Any, Literal

import orjson
from attrs import define, field, frozen

from newskit.corpus.manifest import claim, writing
from newskit.errors import InputError
from newskit.formats.arrow import arrow_type, parquet, pyarrow
from newskit.formats.cells import cell, line
from newskit.formats.columns import Scalar, without_surrogates
from newskit.formats.files import need
from newskit.paths import is_file, is_folder, is_there, several_paths
from newskit.people.identify import identify
from newskit.people.names import block_of
from newskit.people.row import COLUMNS, NEEDED, read_row
from newskit.people.tables import MENTIONS, PEOPLE, mentions_of, person_row
from newskit.tables.reading import check_columns, files_of, read_rows
from newskit.whole_files import written_whole

_BYTES_OF_A_BUCKET = 8 * 1024 * 1024
_BUCKETS = 256
"""The most buckets: as many files are open at once."""
_SORTED = "_rows"


@define
class PeopleSummary:
    """What a run did: rows read, rows that could not be read, and people found in the files that it wrote.

    Of the ``files`` of people ``before`` were there from an earlier start.
    """

    rows: int = 0
    failed: int = 0
    people: int = 0
    files: int = 0
    before: int = 0


def _paths(values: Iterable[str | os.PathLike[str]]) -> tuple[Path, ...]:
    return tuple(map(Path, several_paths(values, "tables")))


@frozen(kw_only=True)
class People:
    """A run that brings together the people of ``tables``, which can be stopped and started again.

    ``tables`` are files of the table ``people`` in CSV or Parquet, folders of them, or folders of ``newskit run``.
    ``out`` gets a folder ``people``, a row a person, and a folder ``mentions``, a row for each row that was read, in
    the ``format`` ``csv`` or ``parquet``. Memory is bounded by the rows of the most frequent surnames.
    """

    tables: tuple[Path, ...] = field(converter=_paths)
    out: Path = field(converter=Path)
    format: Literal["csv", "parquet"] = "csv"

    def run(self, *, on_error: Callable[[InputError], None] | None = None) -> PeopleSummary:
        """Sort what is not yet sorted, tell apart what is not yet told apart; ``on_error`` is told of rows left out.

        Raises ``InputError`` for wrong arguments and, without ``on_error``, for a row that is none; ``CorpusError``
        where ``out`` belongs to another run or takes no more.
        """
        if self.format not in ("csv", "parquet"):
            raise InputError(f"expected one of csv, parquet, got {self.format!r}", field="format")
        files = [file for path in self.tables for file in _files(path)]
        if self.format == "parquet" or any(file.suffix == ".parquet" for file in files):
            need("parquet")
        for file in files:
            check_columns(file, "people", NEEDED)
        size = sum(file.stat().st_size for file in files)
        buckets = max(1, min(_BUCKETS, size // _BYTES_OF_A_BUCKET))
        claim(self.out, self._manifest(files, buckets))
        summary = PeopleSummary(files=buckets)
        with writing(self.out):
            todo = [number for number in range(buckets) if not self._file("people", number).exists()]
            summary.before = buckets - len(todo)
            if todo:
                self._sort(files, buckets, summary, on_error)
            for number in todo:
                try:
                    self._tell_apart(number, summary)
                except FileNotFoundError:
                    # A second run in the same folder has written the same bytes meanwhile, and tidied up.
                    if not self._file("people", number).exists():
                        raise
            for sorted_rows in self.out.glob(f"{_SORTED}*"):
                shutil.rmtree(sorted_rows, ignore_errors=True)
        return summary

    def _manifest(self, files: Iterable[Path], buckets: int) -> dict[str, object]:
        return {
            "newskit": version("newskit"),
            "tables": [{"path": str(file), "digest": _digest(file)} for file in files],
            "format": self.format,
            "buckets": buckets,
        }

    def _file(self, table: str, number: int) -> Path:
        return self.out / table / f"part-{number:06}.{self.format}"

    def _sort(
        self,
        files: Iterable[Path],
        buckets: int,
        summary: PeopleSummary,
        on_error: Callable[[InputError], None] | None,
    ) -> None:
        """Write the rows to the files of their buckets; what an earlier start sorted to its end stays."""
        done, begun = self.out / _SORTED, self.out / f"{_SORTED}.{uuid.uuid4().hex}.tmp"
        if done.exists():
            return
        begun.mkdir()

        def tell(error: InputError) -> None:
            if on_error is None:
                raise error
            on_error(error)
            summary.failed += 1

        with ExitStack() as stack:
            opened = [stack.enter_context((begun / f"{number:06}").open("wb")) for number in range(buckets)]
            for file in files:
                for _, record in read_rows(file, "people", COLUMNS, on_error=tell):
                    summary.rows += 1
                    key = block_of(record["name"]).encode("utf-8", "surrogatepass")
                    opened[zlib.crc32(key) % buckets].write(_line(record))
        try:
            begun.rename(done)
        except OSError:  # a second run in the same folder has sorted the same rows, and may be done with them
            shutil.rmtree(begun, ignore_errors=True)

    def _tell_apart(self, number: int, summary: PeopleSummary) -> None:
        with (self.out / _SORTED / f"{number:06}").open("rb") as file:
            people = identify(read_row(orjson.loads(line)) for line in file)
        summary.people += len(people)
        self._write("mentions", number, MENTIONS, (row for person in people for row in mentions_of(person)))
        self._write("people", number, PEOPLE, map(person_row, people))

    def _write(self, table: str, number: int, columns: Mapping[str, Scalar], rows: Iterable[dict[str, Any]]) -> None:
        path = self._file(table, number)
        path.parent.mkdir(exist_ok=True)
        with written_whole(path) as file:
            (_write_parquet if self.format == "parquet" else _write_csv)(file, columns, rows)


def _files(path: Path) -> list[Path]:
    """Return the files of a table, in the order of their names; raises ``InputError`` where there is none."""
    if is_file(path):
        return [path]
    if not is_there(path):
        raise InputError("no such file or folder", path=str(path))
    folder = path / "people" if is_folder(path / "people") else path
    found = files_of(folder)
    if not found:
        raise InputError("no table is in it: newskit run --tables people writes one", path=str(path))
    return found


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return file_digest(opened, lambda: blake2b(digest_size=16)).hexdigest()


def _line(record: Mapping[str, Any]) -> bytes:
    try:
        return orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE)
    except orjson.JSONEncodeError:
        return orjson.dumps(without_surrogates(record), option=orjson.OPT_APPEND_NEWLINE)


def _write_csv(file: IO[bytes], columns: Mapping[str, Scalar], rows: Iterable[dict[str, Any]]) -> None:
    file.write(line(columns).encode())
    file.writelines(line(cell(row[name], kind) for name, kind in columns.items()).encode() for row in rows)


def _write_parquet(file: IO[bytes], columns: Mapping[str, Scalar], rows: Iterable[dict[str, Any]]) -> None:
    pa = pyarrow()
    schema = pa.schema([(name, arrow_type(kind)) for name, kind in columns.items()])
    with parquet().ParquetWriter(file, schema, compression="zstd") as writer:
        writer.write_table(pa.Table.from_pylist([without_surrogates(row) for row in rows], schema=schema))
