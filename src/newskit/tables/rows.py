"""The rows of a table."""

from __future__ import annotations

from collections.abc import Iterator

from newskit.document import Document
from newskit.errors import InputError
from newskit.formats.records import Record
from newskit.hints import there
from newskit.tables.table import TABLES, At, Context, Table


def table_named(name: str) -> Table:
    """Return the table of a name; raises ``InputError`` that lists them."""
    if name not in TABLES:
        raise InputError(f"no table is named {name!r}{there(name, TABLES)}", field="tables")
    return TABLES[name]


def rows(document: Document, table: str) -> Iterator[Record]:
    """Yield the rows of a table, in the order of the text: values by the name of the column, days as dates.

    ``table`` is the name of one of ``TABLES``. Raises ``InputError`` for a name of none.
    """
    chosen = table_named(table)
    context = Context.of(document)
    for position, it in chosen.of(document):
        at = At(context, position, it)
        yield {column.name: column.value(at) for column in chosen.columns}
