"""The annotations of one kind as a table in CSV: a row each, with the columns that the kind declares."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from newskit.document import Document
from newskit.formats.cells import cell, line, text_cell
from newskit.formats.columns import (
    REFERENCE,
    SPAN,
    Column,
    Several,
    Struct,
    columns_of,
    distinct,
    fitted_record,
)
from newskit.formats.plain import to_write
from newskit.formats.records import Positions, Record
from newskit.formats.said import Fields, Reference, Said
from newskit.formats.walk import Place, Walk
from newskit.layers import layer_of

_NAMED: Collection[Column] = ("reference", REFERENCE, Several("reference"), Several(REFERENCE))
_SPANS = Several(SPAN)


def to_csv(document: Document, kind: type, *, header: bool = True) -> str:
    """Write a document's annotations of one kind as CSV, a row each; with ``header`` a row of names before them.

    The columns are ``article`` (its id), ``position`` (in the layer, from 0) and those of the fields, an object's as
    ``price.amount``; a reference has its position and, as ``quote.name``, the name or words of what it is to. A name
    that comes again gets a number (``position.1``). Lists and mappings are JSON, those of references and spans with
    names and words beside them (``titles.name``, ``content.text``). Text that a spreadsheet would take for
    a formula has an apostrophe before it. Raises ``InputError`` that names the field for a value that is not what its
    kind declares.
    """
    document = to_write(document)
    walk, fields = Walk(Positions(document.layers)), Fields(document)
    rows = [line(_names(kind))] if header else []
    for place, annotation in enumerate(document.layers.get(kind, ())):
        path = f"{layer_of(kind)}[{place}]"
        record = walk.record(annotation, Place(path))
        fitted_record(record, columns_of(kind), path)
        names = {each.name: _names_of(each) for each in fields.of(annotation)}
        cells = _cells(record, columns_of(kind), names)
        rows.append(line([text_cell(document.article.id), str(place), *cells]))
    return "".join(rows)


def header(kind: type) -> str:
    """Return the first line of a kind's table."""
    return line(_names(kind))


def _names(kind: type) -> list[str]:
    return distinct(["article", "position", *_of_columns(columns_of(kind))])


def _names_of(said: Said) -> str:
    return ", ".join(value.name for value in said.values if isinstance(value, Reference))


def _of_columns(columns: Mapping[str, Column], within: str = "") -> Iterator[str]:
    for name, column in columns.items():
        path = f"{within}{name}"
        if isinstance(column, Struct):
            yield from _of_columns(column.fields, f"{path}.")
        else:
            yield path
        if column in _NAMED:
            yield f"{path}.name"
        if column == _SPANS:
            yield f"{path}.text"


def _cells(record: Record, columns: Mapping[str, Column], names: Mapping[str, str], within: str = "") -> Iterator[str]:
    for name, column in columns.items():
        path, value = f"{within}{name}", record.get(name)
        if isinstance(column, Struct):
            yield from _cells(value or {}, column.fields, names, f"{path}.")
        else:
            yield cell(value, column)
        if column in _NAMED:
            yield text_cell(names.get(path, ""))
        if column == _SPANS:
            yield text_cell(" … ".join(span["text"] for span in value or ()))
