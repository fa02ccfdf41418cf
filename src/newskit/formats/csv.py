"""The annotations of one kind as a table in CSV: a row each, with the columns that the kind declares.

Cells are quoted as RFC 4180 says, lines end with a line feed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

import regex

from newskit.document import Document
from newskit.formats.columns import (
    REFERENCE,
    SPAN,
    Column,
    Several,
    Struct,
    as_json,
    columns_of,
    distinct,
    fitted_record,
    without_surrogates,
)
from newskit.formats.plain import to_write
from newskit.formats.records import Positions, Record
from newskit.formats.said import Fields, Reference, Said
from newskit.formats.walk import Place, Walk
from newskit.layers import layer_of

_QUOTED = regex.compile(r'[",\r\n]')
_FORMULA = tuple("=+-@\t\r")
"""How a cell begins that a spreadsheet takes for a formula, where it is no number."""
_NUMBER = regex.compile(r"[+-]?+\d++(?:\.\d++)?+(?:[eE][+-]?+\d++)?+")
_NAMED: Collection[Column] = ("reference", REFERENCE, Several("reference"), Several(REFERENCE))
_SPANS = Several(SPAN)
_WORDS: Mapping[object, str] = {None: "", True: "true", False: "false"}


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
    rows = [_line(_names(kind))] if header else []
    for place, annotation in enumerate(document.layers.get(kind, ())):
        path = f"{layer_of(kind)}[{place}]"
        record = walk.record(annotation, Place(path))
        fitted_record(record, columns_of(kind), path)
        names = {each.name: _names_of(each) for each in fields.of(annotation)}
        cells = _cells(record, columns_of(kind), names)
        rows.append(_line([_text(document.article.id), str(place), *cells]))
    return "".join(rows)


def header(kind: type) -> str:
    """Return the first line of a kind's table."""
    return _line(_names(kind))


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
            yield _cell(value, column)
        if column in _NAMED:
            yield _text(names.get(path, ""))
        if column == _SPANS:
            yield _text(" … ".join(span["text"] for span in value or ()))


def _cell(value: Any, column: Column) -> str:  # noqa: ANN401 - what JSON holds
    if isinstance(value, str) and column != "json":
        return _text(value)
    if value is None or isinstance(value, bool):
        return _WORDS[value]
    return str(value) if isinstance(column, str) and column != "json" else as_json(value, field="")


def _text(text: str) -> str:
    """Return a text as a cell that no spreadsheet runs."""
    return f"'{text}" if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text) else text


def _line(cells: Iterable[str]) -> str:
    return ",".join(map(_quoted, cells)) + "\n"


def _quoted(cell: str) -> str:
    cell = without_surrogates(cell)
    return f'"{cell.replace(chr(34), chr(34) * 2)}"' if _QUOTED.search(cell) else cell
