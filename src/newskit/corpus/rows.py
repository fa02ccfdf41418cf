"""What the rows of a run are: JSON Lines, Parquet, a table of one kind, or what the format of a plugin makes.

Beside them flat tables are written, whole or not at all as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import IO, TYPE_CHECKING, Any, Protocol

import regex

from newskit.corpus.manifest import FORMATS
from newskit.document import Document
from newskit.errors import InputError
from newskit.formats.arrow import document_schema, parquet, pyarrow, to_batch
from newskit.formats.columns import own_kinds, told
from newskit.formats.files import need
from newskit.formats.json import to_json
from newskit.formats.registry import ended, find_format, rows, written
from newskit.hookspecs import Format
from newskit.kit import Kit
from newskit.tables.writing import header, schema, to_csv
from newskit.tables.writing import to_batch as table_batch

if TYPE_CHECKING:
    import pyarrow as pa

_BATCHES_IN_A_GROUP = 64
_SUFFIX = regex.compile(r"[\w-][\w.-]*+")
"""What can end the name of a file."""


class Rows(Protocol):
    """Writes documents; of those given together all are written, or none and an error is raised."""

    def fitting(self, document: Document) -> Document:
        """Return a document with a failure more for what of it is written otherwise than it should be."""

    def write(self, documents: Sequence[Document]) -> None:
        """Write documents."""

    def close(self) -> None:
        """Write what is left to write."""


class _JsonLines:
    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def fitting(self, document: Document) -> Document:
        return document

    def write(self, documents: Sequence[Document]) -> None:
        self._file.write(b"".join(to_json(document).encode() + b"\n" for document in documents))

    def close(self) -> None:
        pass


class _Texts:
    """What a format makes of each document, one after the other."""

    def __init__(self, file: IO[bytes], chosen: Format) -> None:
        self._file, self._format = file, chosen
        file.write(_encoded(chosen.head))

    def fitting(self, document: Document) -> Document:
        return document

    def write(self, documents: Sequence[Document]) -> None:
        self._file.write(b"".join(_encoded(ended(written(document, self._format))) for document in documents))

    def close(self) -> None:
        pass


def _encoded(text: str) -> bytes:
    """Return a text in UTF-8, a lone surrogate as U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()


class _Groups:
    """Writes record batches as the row groups of a Parquet file."""

    def __init__(self, file: IO[bytes], schema: pa.Schema) -> None:
        self._schema = schema
        self._writer = parquet().ParquetWriter(file, schema, compression="zstd")
        self._batches: list[pa.RecordBatch] = []

    def add(self, batch: pa.RecordBatch) -> None:
        self._batches.append(batch)
        if len(self._batches) >= _BATCHES_IN_A_GROUP:
            self._flush()

    def _flush(self) -> None:
        self._writer.write_table(pyarrow().Table.from_batches(self._batches, self._schema).combine_chunks())
        self._batches.clear()

    def close(self) -> None:
        if self._batches:
            self._flush()
        self._writer.close()


class _Parquet:
    def __init__(self, file: IO[bytes], kinds: tuple[type, ...]) -> None:
        self._kinds = kinds
        self._groups = _Groups(file, document_schema(kinds))

    def fitting(self, document: Document) -> Document:
        return told(document, self._kinds)

    def write(self, documents: Sequence[Document]) -> None:
        self._groups.add(to_batch(documents, self._kinds))

    def close(self) -> None:
        self._groups.close()


class TableRows(Protocol):
    """Writes the rows of a table: what is made of documents, which may fail, is added later."""

    def made(self, documents: Sequence[Document]) -> Any:  # noqa: ANN401 - what its own `add` takes
        """Return the rows of documents as they are written."""

    def add(self, made: Any) -> None:  # noqa: ANN401 - what `made` returned
        """Write rows that were made."""

    def close(self) -> None:
        """Write what is left to write."""


class _CsvTable:
    def __init__(self, file: IO[bytes], table: str) -> None:
        self._file, self._table = file, table
        file.write(header(table).encode())

    def made(self, documents: Sequence[Document]) -> bytes:
        return "".join(to_csv(each, self._table, with_header=False) for each in documents).encode()

    def add(self, made: bytes) -> None:
        self._file.write(made)

    def close(self) -> None:
        pass


class _ParquetTable:
    def __init__(self, file: IO[bytes], table: str) -> None:
        self._table = table
        self._groups = _Groups(file, schema(table))

    def made(self, documents: Sequence[Document]) -> pa.RecordBatch:
        return table_batch(documents, self._table)

    def add(self, made: pa.RecordBatch) -> None:
        self._groups.add(made)

    def close(self) -> None:
        self._groups.close()


class _WithTables:
    """Writes rows and the tables beside them: of documents given together all of it, or nothing."""

    def __init__(self, rows: Rows, tables: Sequence[TableRows]) -> None:
        self._rows, self._tables = rows, tables

    def fitting(self, document: Document) -> Document:
        return self._rows.fitting(document)

    def write(self, documents: Sequence[Document]) -> None:
        made = [table.made(documents) for table in self._tables]
        self._rows.write(documents)
        for table, its in zip(self._tables, made, strict=True):
            table.add(its)

    def close(self) -> None:
        self._rows.close()
        for table in self._tables:
            table.close()


def table_rows(files: Mapping[str, IO[bytes]], form: str) -> Sequence[TableRows]:
    """Return what writes the rows of tables, by name, to files, as ``csv`` or ``parquet``."""
    made = _ParquetTable if form == "parquet" else _CsvTable
    return [made(file, table) for table, file in files.items()]


def with_tables(rows: Rows, files: Mapping[str, IO[bytes]], form: str) -> Rows:
    """Return what writes rows, and the tables beside them."""
    return _WithTables(rows, table_rows(files, form)) if files else rows


def writer(form: str, kit: Kit) -> Callable[[IO[bytes]], Rows]:
    """Return what writes the rows of a format to a file; raises ``InputError`` for one that makes none."""
    if form == "jsonl":
        return _JsonLines
    if form == "parquet":
        need("parquet")
        return partial(_Parquet, kinds=own_kinds(kit.registry.extractors))
    known = rows(kit.registry)
    if form not in known:
        raise InputError(f"expected one of {', '.join((*FORMATS, *known))}, got {form!r}", field="format")
    if not _SUFFIX.fullmatch(form):
        raise InputError(f"{form!r} cannot end the name of a file", field="format")
    return partial(_Texts, chosen=find_format(known, form))
