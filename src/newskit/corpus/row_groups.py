"""Rows of one row group of a Parquet file, which is unpacked once by each process and not again for each shard."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import define, frozen

from newskit.formats.arrow import parquet

if TYPE_CHECKING:
    import pyarrow as pa

_ROWS_AT_ONCE = 256


@frozen
class _Key:
    """A row group, and the file as it is: one that was written anew is opened anew."""

    path: Path
    group: int
    size: int
    mtime_ns: int


@define
class _Cursor:
    """A place in a row group, before which all rows are dealt with; ``_rows`` are those in hand from there on."""

    key: _Key
    _file: Any
    _batches: Iterator[pa.RecordBatch]
    place: int = 0
    _rows: pa.RecordBatch | None = None

    @classmethod
    def open(cls, key: _Key) -> _Cursor:
        file = parquet().ParquetFile(key.path)
        return cls(key, file, file.iter_batches(_ROWS_AT_ONCE, row_groups=[key.group]))

    def rows(self, start: int, stop: int) -> Iterator[pa.RecordBatch]:
        """Go forward to ``start`` and yield the rows up to ``stop``."""
        while self.place < stop:
            if self._rows is None:
                self._rows = next(self._batches, None)
            if self._rows is None:
                return
            rows, first = self._rows, max(start - self.place, 0)
            last = min(stop - self.place, rows.num_rows)
            if first < last:
                yield rows.slice(first, last - first)
            if last < rows.num_rows:
                return
            self.place, self._rows = self.place + rows.num_rows, None

    def close(self) -> None:
        self._file.close()


class _Held(threading.local):
    """The cursor of each thread: shards come one after the other, so the next one mostly begins where it stands."""

    cursor: _Cursor | None = None


_held = _Held()


def rows_of(path: Path, group: int, start: int, stop: int) -> Iterator[pa.RecordBatch]:
    """Yield rows ``start:stop`` of a row group in batches; raises pyarrow's errors, and ``OSError`` as opening does."""
    found = path.stat()
    key, cursor = _Key(path, group, found.st_size, found.st_mtime_ns), _held.cursor
    if not cursor or cursor.key != key or cursor.place > start:
        forget()
        cursor = _held.cursor = _Cursor.open(key)
    try:
        yield from cursor.rows(start, stop)
    except Exception:
        forget()
        raise


def forget() -> None:
    """Close the file that this thread holds open."""
    if _held.cursor:
        _held.cursor.close()
        _held.cursor = None
