"""The pieces of shards: what of which file is read together, and how."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import frozen

from newskit.article import Article
from newskit.corpus.row_groups import rows_of
from newskit.corpus.sources import COST_OF_A_FILE, LeftError, Source, left
from newskit.errors import InputError, describe
from newskit.formats.arrow import read_rows
from newskit.formats.beside import NOTHING_BESIDE, Beside
from newskit.formats.files import read_opened
from newskit.formats.read import read_lines
from newskit.languages import ENGLISH

Outcome = tuple[int | None, Article | InputError]
"""The line or row of an article, from 1, where it has one; and the article, or why it cannot be read.

A ``Doubt`` is told besides, before its article.
"""


@frozen
class Reading:
    """How articles are read: which column holds which field, their encoding, day and language where they say none.

    ``folder`` is where paths begin, since a worker on another machine has a working directory of its own.
    """

    columns: Mapping[str, str]
    published: dt.date | None
    encoding: str
    folder: Path
    language: str = ENGLISH
    beside: Beside = NOTHING_BESIDE


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
            file, form = io.BytesIO(raw), self.source.form
            yield from read_opened(
                file,
                form,
                name=self.path,
                encoding=reading.encoding,
                columns=reading.columns,
                language=reading.language,
            )


def no_parquet(exc: Exception, path: str, *, line: int | None = None) -> InputError:
    """Return the error for a file, or the rest of one, that cannot be read as Parquet."""
    return InputError(f"cannot be read as Parquet: {describe(exc)}", path=path, line=line)


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
            language=reading.language,
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
                yield from read_rows(
                    batch, path=self.path, columns=reading.columns, language=reading.language, number=number
                )
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
