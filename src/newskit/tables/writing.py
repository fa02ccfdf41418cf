"""Tables as CSV and as Arrow, whose record batches are the rows of Parquet files and of data frames."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from newskit.document import Document
from newskit.formats.arrow import arrow_type, pyarrow
from newskit.formats.cells import cell, line
from newskit.formats.columns import without_surrogates
from newskit.tables.rows import rows, table_named

if TYPE_CHECKING:
    import pyarrow as pa


def header(table: str) -> str:
    """Return the first line of a table in CSV; raises ``InputError`` for a name of none."""
    return line(column.name for column in table_named(table).columns)


def to_csv(document: Document, table: str, *, with_header: bool = True) -> str:
    """Write a document's rows of a table as CSV (RFC 4180, UTF-8, lines ending in a line feed).

    Text that a spreadsheet would take for a formula has an apostrophe before it. Raises ``InputError`` for a name of
    no table.
    """
    columns = table_named(table).columns
    lines = [header(table)] if with_header else []
    lines.extend(line(cell(row[column.name], column.type) for column in columns) for row in rows(document, table))
    return "".join(lines)


@cache
def schema(table: str) -> pa.Schema:
    """Return the Arrow schema of a table; raises ``MissingExtraError`` without pyarrow."""
    return pyarrow().schema([(column.name, arrow_type(column.type)) for column in table_named(table).columns])


def to_batch(documents: Iterable[Document], table: str) -> pa.RecordBatch:
    """Return documents' rows of a table as one Arrow record batch; raises ``MissingExtraError`` without pyarrow.

    A lone surrogate becomes U+FFFD.
    """
    found = [row for document in documents for row in rows(document, table)]
    try:
        return pyarrow().RecordBatch.from_pylist(found, schema=schema(table))
    except UnicodeEncodeError:
        return pyarrow().RecordBatch.from_pylist([without_surrogates(row) for row in found], schema=schema(table))
