"""Shards: a corpus cut into pieces, by the bytes of the inputs alone, so that every run cuts alike.

The cut reads ahead of the work by no more than what is at work: nothing but the shards in hand is in memory.
"""

from __future__ import annotations

import datetime as dt
import gzip
import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, cast

from attrs import frozen

from newskit.corpus.sources import Source
from newskit.errors import InputError, describe
from newskit.formats.arrow import parquet, read_rows
from newskit.formats.decode import NoTextError, can_be_cut, check_head
from newskit.formats.files import Form, read_file
from newskit.formats.page import read_page
from newskit.formats.read import BROKEN, dated, lacks_text, read_lines, read_text, unreadable
from newskit.kinds import Article

_ROWS_AT_ONCE = 256
_COST_OF_A_FILE = 1024
"""What a file weighs beside its bytes, so that a million empty files are no single shard."""

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
class ArticleFile:
    """A file that is one article, as text or as a page."""

    path: str
    size: int
    page: bool = False

    @property
    def weight(self) -> int:
        """The bytes of the input that it stands for."""
        return self.size

    def read(self, reading: Reading) -> Iterator[Outcome]:
        """Read the article."""
        try:
            raw = Path(reading.folder, self.path).read_bytes()
        except OSError as exc:
            yield None, unreadable(exc, self.path)
            return
        if self.page:
            yield None, read_page(raw, path=self.path, encoding=reading.encoding)
        else:
            for outcome in read_text(raw, path=self.path, encoding=reading.encoding):
                yield None, outcome


@frozen
class WholeFile:
    """A file of many articles that is read as one: JSON that is no JSON Lines, CSV, TSV."""

    path: str
    size: int
    form: Form

    @property
    def weight(self) -> int:
        """The bytes of the input that it stands for."""
        return self.size

    def read(self, reading: Reading) -> Iterator[Outcome]:
        """Read the articles, as a stream."""
        path = str(Path(reading.folder, self.path))
        return read_file(path, self.form, name=self.path, encoding=reading.encoding, columns=reading.columns)


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
            io.BytesIO(self.data) if can_be_cut(reading.encoding) else [self.data],
            path=self.path,
            encoding=reading.encoding,
            columns=reading.columns,
            number=self.number,
            offset=self.offset,
        )


@frozen
class Rows:
    """Rows ``start:stop`` of one row group of a Parquet file; ``number`` counts the rows of the file before them."""

    path: str
    group: int
    start: int
    stop: int
    number: int
    size: int
    weight: int

    def read(self, reading: Reading) -> Iterator[Outcome]:
        """Read the articles."""
        number, place, pq = self.number, 0, parquet()
        try:
            with pq.ParquetFile(Path(reading.folder, self.path)) as file:
                for batch in file.iter_batches(_ROWS_AT_ONCE, row_groups=[self.group]):
                    first, last = max(self.start - place, 0), min(self.stop - place, batch.num_rows)
                    if first < last:
                        rows = batch.slice(first, last - first)
                        yield from read_rows(rows, path=self.path, columns=reading.columns, number=number)
                        number += last - first
                    place += batch.num_rows
                    if place >= self.stop:
                        return
        except Exception as exc:
            error = InputError(f"cannot be read as Parquet: {describe(exc)}", path=self.path, line=number + 1)
            yield error.line, error


@frozen
class Unreadable:
    """What stands for a file, or the rest of one, that cannot be read."""

    error: InputError
    size: int = _COST_OF_A_FILE
    weight: int = 0

    @property
    def path(self) -> str:
        """The file."""
        return self.error.path or ""

    def read(self, reading: Reading) -> Iterator[Outcome]:  # noqa: ARG002 - as the other pieces are read
        """Give the error."""
        yield self.error.line, self.error


Piece = ArticleFile | WholeFile | Lines | Rows | Unreadable


@frozen
class Shard:
    """Pieces that are read, extracted and written together, and their place in the corpus."""

    index: int
    pieces: tuple[Piece, ...]

    @property
    def weight(self) -> int:
        """The bytes of the inputs that it stands for."""
        return sum(piece.weight for piece in self.pieces)

    @property
    def place(self) -> str:
        """Where it begins, for people."""
        piece = self.pieces[0]
        number = piece.number + 1 if isinstance(piece, (Lines, Rows)) else None
        return f"{piece.path}:{number}" if number else piece.path

    def read(self, reading: Reading) -> Iterator[tuple[str, int | None, Article | InputError]]:
        """Yield the path, the line or row, and the article or why it cannot be read."""
        for piece in self.pieces:
            for line, outcome in piece.read(reading):
                article = dated(outcome, reading.published) if isinstance(outcome, Article) else outcome
                yield piece.path, line, article


def cut(files: Iterable[Source | InputError], *, shard_bytes: int, reading: Reading) -> Iterator[Shard]:
    """Cut files into shards of about ``shard_bytes``, uncompressed, never over twice that but for a longer line."""
    index, size = 0, 0
    pieces: list[Piece] = []
    for file in files:
        for piece in _pieces(file, shard_bytes, reading):
            pieces.append(piece)
            size += piece.size + (_COST_OF_A_FILE if isinstance(piece, ArticleFile) else 0)
            if size >= shard_bytes:
                yield Shard(index, tuple(pieces))
                index, size, pieces = index + 1, 0, []
    if pieces:
        yield Shard(index, tuple(pieces))


def _pieces(file: Source | InputError, limit: int, reading: Reading) -> Iterator[Piece]:
    if isinstance(file, InputError):
        yield Unreadable(file)
    elif file.form in ("text", "html"):
        yield ArticleFile(file.path, file.size, page=file.form == "html")
    elif file.form == "jsonl":
        yield from _line_pieces(file, limit, reading.encoding)
    elif file.form in ("json", "csv", "tsv"):
        yield WholeFile(file.path, file.size, file.form)
    else:
        yield from _row_pieces(file, limit, reading.columns.get("text", "text"))


def _line_pieces(file: Source, limit: int, encoding: str) -> Iterator[Piece]:
    number = offset = place = 0
    try:
        with Path(file.path).open("rb") as raw:
            packed = file.path.lower().endswith(".gz")
            opened = cast("IO[bytes]", gzip.GzipFile(fileobj=raw)) if packed else raw
            for data in _whole_lines(opened, limit, encoding):
                if offset == 0:
                    check_head(data, encoding)
                # Of a compressed file the weight is what was read of it, which runs ahead by a buffer at most.
                yield Lines(file.path, number, offset, data, raw.tell() - place)
                number, offset, place = number + data.count(b"\n"), offset + len(data), raw.tell()
    except NoTextError as exc:
        yield Unreadable(exc.located(path=file.path))
    except BROKEN as exc:
        yield Unreadable(unreadable(exc, file.path, line=number + 1))


def _whole_lines(file: IO[bytes], limit: int, encoding: str) -> Iterator[bytes]:
    if not can_be_cut(encoding):
        yield file.read()
        return
    lines: list[bytes] = []
    size = 0
    broken: Exception | None = None
    try:
        for line in file:
            lines.append(line)
            size += len(line)
            if size >= limit:
                yield b"".join(lines)
                lines, size = [], 0
    except BROKEN as exc:  # what stands before the place where a file is broken is still good
        broken = exc
    if lines:
        yield b"".join(lines)
    if broken:
        raise broken


def _row_pieces(file: Source, limit: int, text: str) -> Iterator[Piece]:
    pq = parquet()
    try:
        with pq.ParquetFile(file.path) as opened:
            metadata, names = opened.metadata, opened.schema_arrow.names
    except Exception as exc:
        yield Unreadable(InputError(f"cannot be read as Parquet: {describe(exc)}", path=file.path))
        return
    lacking = lacks_text(names, file.path, text)
    if lacking:
        yield Unreadable(lacking)
        return
    number = 0
    for group in range(metadata.num_row_groups):
        rows, size = metadata.row_group(group).num_rows, metadata.row_group(group).total_byte_size
        step = max(1, rows * limit // max(size, 1))
        for start in range(0, rows, step):
            stop = min(start + step, rows)
            share = (stop - start) / rows
            weight = round(file.size * (stop - start) / metadata.num_rows)
            yield Rows(file.path, group, start, stop, number, round(size * share), weight)
            number += stop - start
