"""The pieces of shards: what of which file is read together, and how."""

from __future__ import annotations

import datetime as dt
import gzip
import io
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, cast

from attrs import frozen

from newskit.corpus.row_groups import rows_of
from newskit.corpus.sources import COST_OF_A_FILE, LeftError, Source, left
from newskit.errors import InputError, describe
from newskit.formats.arrow import parquet, read_rows
from newskit.formats.decode import can_be_cut
from newskit.formats.files import Form, lacks_text
from newskit.formats.page import read_page
from newskit.formats.read import BROKEN, read_lines, read_text, unreadable
from newskit.kinds import Article

_ROWS_AT_ONCE = 256

Outcome = tuple[int | None, Article | InputError]
"""The line or row of an article, from 1, where it has one; and the article, or why it cannot be read.

A ``Doubt`` is told besides, before its article.
"""


@frozen
class Reading:
    """How articles are read: which column holds which field, their day where they say none, and their encoding.

    ``folder`` is where paths begin, since a worker on another machine has a working directory of its own.
    """

    columns: Mapping[str, str]
    published: dt.date | None
    encoding: str
    folder: Path


@frozen
class Whole:
    """A file that is read as a whole, whatever it holds."""

    source: Source

    @property
    def path(self) -> str:
        """The file."""
        return self.source.path

    @property
    def size(self) -> int:
        """About how many bytes there are to read."""
        return self.source.weight

    @property
    def weight(self) -> int:
        """The bytes of the input that it stands for."""
        return self.source.size

    def read(self, reading: Reading) -> Iterator[Outcome]:
        """Read the articles; a file that is away or that has changed is a ``LeftError``."""
        try:
            raw = self.source.read(reading.folder)
        except LeftError as exc:
            yield None, exc
        else:
            yield from _READERS[self.source.form](raw, self.path, reading)


def _read_text(raw: bytes, path: str, reading: Reading) -> Iterator[Outcome]:
    for outcome in read_text(raw, path=path, encoding=reading.encoding):
        yield None, outcome


def _read_page(raw: bytes, path: str, reading: Reading) -> Iterator[Outcome]:
    yield None, read_page(raw, path=path, encoding=reading.encoding)


def _read_lines(raw: bytes, path: str, reading: Reading) -> Iterator[Outcome]:
    number = 0
    try:
        file = io.BytesIO(raw)
        lines = unpacked(file, path) if can_be_cut(reading.encoding) else [unpacked(file, path).read()]
        for number, outcome in read_lines(lines, path=path, encoding=reading.encoding, columns=reading.columns):
            yield number, outcome
    except BROKEN as exc:
        error = unreadable(exc, path, line=number + 1)
        yield error.line, error


def unpacked(file: IO[bytes], path: str) -> IO[bytes]:
    """Return what a file holds, unpacked where its name says that it is packed."""
    return cast("IO[bytes]", gzip.GzipFile(fileobj=file)) if path.lower().endswith(".gz") else file


def _read_table(raw: bytes, path: str, reading: Reading) -> Iterator[Outcome]:
    number = 0
    try:
        with parquet().ParquetFile(io.BytesIO(raw)) as file:
            lacking = lacks_text(file.schema_arrow.names, path, reading.columns.get("text", "text"))
            if lacking:
                yield None, lacking
                return
            for batch in file.iter_batches(_ROWS_AT_ONCE):
                yield from read_rows(batch, path=path, columns=reading.columns, number=number)
                number += batch.num_rows
    except Exception as exc:
        error = no_parquet(exc, path, line=number + 1 if number else None)
        yield error.line, error


def no_parquet(exc: Exception, path: str, *, line: int | None = None) -> InputError:
    """Return the error for a file, or the rest of one, that cannot be read as Parquet."""
    return InputError(f"cannot be read as Parquet: {describe(exc)}", path=path, line=line)


_READERS: Mapping[Form, Callable[[bytes, str, Reading], Iterator[Outcome]]] = {
    "text": _read_text,
    "html": _read_page,
    "jsonl": _read_lines,
    "parquet": _read_table,
}


@frozen
class Lines:
    """Whole lines of a JSON Lines file; ``number`` and ``offset`` count lines and bytes before them."""

    path: str
    number: int
    offset: int
    data: bytes
    weight: int

    @property
    def size(self) -> int:
        """The bytes of the lines."""
        return len(self.data)

    def read(self, reading: Reading) -> Iterator[Outcome]:
        """Read the articles."""
        return read_lines(
            io.BytesIO(self.data),
            path=self.path,
            encoding=reading.encoding,
            columns=reading.columns,
            number=self.number,
            offset=self.offset,
        )


@frozen
class Rows:
    """Rows ``start:stop`` of one row group of a Parquet file; ``number`` counts the rows of the file before them."""

    source: Source
    group: int
    start: int
    stop: int
    number: int
    size: int
    weight: int

    @property
    def path(self) -> str:
        """The file."""
        return self.source.path

    def read(self, reading: Reading) -> Iterator[Outcome]:
        """Read the articles; a file that is away or that has changed is a ``LeftError``."""
        number = self.number
        try:
            self.source.check(reading.folder)
            path = Path(reading.folder, self.path)
            for batch in rows_of(path, self.group, self.start, self.stop):
                yield from read_rows(batch, path=self.path, columns=reading.columns, number=number)
                number += batch.num_rows
        except LeftError as exc:
            yield None, exc
        except Exception as exc:
            if isinstance(exc, OSError) and exc.errno:
                yield None, left(exc, self.path)
            else:
                yield number + 1, no_parquet(exc, self.path, line=number + 1)


@frozen
class Unreadable:
    """What stands for a file, or the rest of one, that cannot be read."""

    error: InputError
    size: int = COST_OF_A_FILE
    weight: int = 0

    @property
    def path(self) -> str:
        """The file."""
        return self.error.path or ""

    def read(self, reading: Reading) -> Iterator[Outcome]:  # noqa: ARG002 - as the other pieces are read
        """Give the error."""
        yield self.error.line, self.error


Piece = Whole | Lines | Rows | Unreadable
