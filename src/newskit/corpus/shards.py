"""Shards: the groups of the listing cut into pieces of work, by bytes alone, so that every run cuts alike.

The cut reads ahead of the work by no more than what is at work: nothing but the shards in hand is in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from attrs import frozen

from newskit.article import Article
from newskit.corpus.listing import Entry
from newskit.corpus.manifest import Index, name_of
from newskit.corpus.pieces import Lines, Piece, Reading, Rows, Unreadable, Whole, no_parquet
from newskit.corpus.sources import LeftError, Source, left, opened
from newskit.errors import InputError
from newskit.formats.arrow import parquet
from newskit.formats.decode import NoTextError, can_be_cut, check_head
from newskit.formats.files import unpacked
from newskit.formats.read import BROKEN, dated, lacks_text, unreadable


@frozen
class Shard:
    """Pieces that are read, extracted and written together, and their place in the corpus."""

    index: Index
    pieces: tuple[Piece, ...]

    @property
    def name(self) -> str:
        """What its files are called."""
        return name_of(self.index)

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
                if isinstance(outcome, InputError):
                    yield piece.path, line, outcome
                    continue
                for each in reading.beside.completed(outcome, piece.path, language=reading.language):
                    article = dated(each, reading.published) if isinstance(each, Article) else each
                    yield piece.path, line, article


def is_cut(source: Source, encoding: str) -> bool:
    """Tell whether a file that is large enough is cut: where lines or rows can be told apart without reading them."""
    return source.form == "parquet" or (source.form == "jsonl" and can_be_cut(encoding))


def cut(group: list[Entry], *, size: int, reading: Reading) -> Iterator[Shard | LeftError]:
    """Cut a group into shards of about ``size`` bytes, unpacked, never over twice that but for a longer line.

    A file to be cut that is away or that has changed ends with an error; what was cut off before stays good.
    """
    entry = group[0]
    if not entry.cut or not isinstance(entry.source, Source):
        yield Shard((entry.group,), tuple(map(_whole, group)))
        return
    pieces = _row_pieces if entry.source.form == "parquet" else _line_pieces
    try:
        for number, filled in enumerate(_filled(pieces(entry.source, size, reading), size)):
            yield Shard((entry.group, number), filled)
    except LeftError as exc:
        yield exc


def _whole(entry: Entry) -> Piece:
    return Whole(entry.source) if isinstance(entry.source, Source) else Unreadable(entry.source)


def _filled(pieces: Iterable[Piece], size: int) -> Iterator[tuple[Piece, ...]]:
    """Gather pieces until there is enough for a shard."""
    held: list[Piece] = []
    filled = 0
    for piece in pieces:
        held.append(piece)
        filled += piece.size
        if filled >= size:
            yield tuple(held)
            held, filled = [], 0
    if held:
        yield tuple(held)


def _line_pieces(source: Source, limit: int, reading: Reading) -> Iterator[Piece]:
    """Cut whole lines off a file; raises ``LeftError`` where it cannot be read, or changes while it is read."""
    path = source.path
    try:
        with opened(Path(reading.folder, path)) as raw:
            source = source.check_opened(raw)
            number = offset = place = 0
            try:
                for data in _whole_lines(unpacked(raw, path), limit):
                    source.check_opened(raw)
                    if offset == 0:
                        check_head(data, reading.encoding)
                    # Of a packed file the weight is what was read of it, which runs ahead by a buffer at most.
                    yield Lines(path, number, offset, data, raw.tell() - place)
                    number, offset, place = number + data.count(b"\n"), offset + len(data), raw.tell()
            except NoTextError as exc:
                yield Unreadable(exc.located(path=path))
            except BROKEN as exc:
                if isinstance(exc, OSError) and exc.errno:
                    raise
                source.check_opened(raw)
                yield Unreadable(unreadable(exc, path, line=number + 1))
    except OSError as exc:
        raise left(exc, path) from None


def _whole_lines(file: IO[bytes], limit: int) -> Iterator[bytes]:
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


def _row_pieces(source: Source, limit: int, reading: Reading) -> Iterator[Piece]:
    """Cut rows off a file by what it says of itself; raises ``LeftError`` where it cannot be read."""
    path = source.path
    try:
        with opened(Path(reading.folder, path)) as raw:
            source = source.check_opened(raw)
            with parquet().ParquetFile(raw) as file:
                metadata, names = file.metadata, file.schema_arrow.names
    except LeftError:
        raise
    except Exception as exc:
        if isinstance(exc, OSError) and exc.errno:
            raise left(exc, path) from None
        yield Unreadable(no_parquet(exc, path))
        return
    lacking = lacks_text(names, path, reading.columns.get("text", "text"))
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
            weight = round(source.size * (stop - start) / metadata.num_rows)
            yield Rows(source, group, start, stop, number, round(size * share), weight)
            number += stop - start
