"""What the rows of a run are: JSON Lines, Parquet, a table of one kind, or what the format of a plugin makes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import IO, TYPE_CHECKING, Protocol

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


class _Parquet:
    def __init__(self, file: IO[bytes], kinds: tuple[type, ...]) -> None:
        self._kinds, self._schema = kinds, document_schema(kinds)
        self._writer = parquet().ParquetWriter(file, self._schema, compression="zstd")
        self._batches: list[pa.RecordBatch] = []

    def fitting(self, document: Document) -> Document:
        return told(document, self._kinds)

    def write(self, documents: Sequence[Document]) -> None:
        self._batches.append(to_batch(documents, self._kinds))
        if len(self._batches) >= _BATCHES_IN_A_GROUP:
            self._flush()

    def _flush(self) -> None:
        self._writer.write_table(pyarrow().Table.from_batches(self._batches, self._schema).combine_chunks())
        self._batches.clear()

    def close(self) -> None:
        if self._batches:
            self._flush()
        self._writer.close()


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
