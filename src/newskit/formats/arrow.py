"""Articles from Arrow record batches, and documents as Arrow record batches: the rows of Parquet files.

The columns of a document are those of its JSON object, typed. pyarrow (extra ``arrow``) is imported when it is needed.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from attrs import frozen

from newskit.article import Article
from newskit.document import Document
from newskit.errors import InputError, MissingExtraError, describe
from newskit.formats.columns import (
    Column,
    Mapped,
    Several,
    Struct,
    as_json,
    columns_of,
    distinct,
    rows_of,
    without_surrogates,
)
from newskit.formats.json import SCHEMA, loads, to_dict
from newskit.formats.read import NO_COLUMNS, read_record
from newskit.formats.records import Record
from newskit.kinds import KINDS
from newskit.languages import ENGLISH
from newskit.layers import ARTICLE_FIELDS, layer_of

if TYPE_CHECKING:
    from types import ModuleType

    import pyarrow as pa
    from pyarrow import DataType

_DAYS = ("first", "last")


def pyarrow() -> ModuleType:
    """Import pyarrow; raises ``MissingExtraError`` where it is not installed."""
    return _extra("pyarrow")


def parquet() -> ModuleType:
    """Import pyarrow's Parquet module; raises ``MissingExtraError`` where it is not installed."""
    return _extra("pyarrow.parquet")


def _extra(module: str) -> ModuleType:
    try:
        return import_module(module)
    except ImportError:
        raise MissingExtraError("pyarrow", extra="arrow") from None


@cache
def document_schema(kinds: tuple[type, ...] = ()) -> pa.Schema:
    """Return the Arrow schema of documents: the names of the JSON form, its arrays as lists of structs.

    Days are ``date32``, offsets and positions ``int32``; offsets count Unicode code points of ``text``. Of the
    ``kinds`` that plugins brought each has a column by the name of its layer, of the types that it declares.
    ``other_layers`` has the arrays of all other kinds, and those that do not hold what their kind declares. It and
    ``meta`` are JSON in a string, null where there is nothing, and so is ``extra``; ``ids`` are structs of ``scheme``
    and ``id``.
    Raises ``MissingExtraError`` where pyarrow is not installed.
    """
    pa = pyarrow()
    text, whole, yes = pa.string(), pa.int32(), pa.bool_()
    span = pa.struct([("start", whole), ("end", whole), ("text", text)])

    def rows(**fields: DataType) -> DataType:
        return pa.list_(pa.struct(list(fields.items())))

    def spanned(**fields: DataType) -> DataType:
        return rows(start=whole, end=whole, text=text, **fields)

    parts, mentions = spanned(kind=text, rule=text), spanned(rule=text)
    titles = spanned(
        role=text,
        organization=text,
        place=text,
        within=text,
        kind=text,
        rule=text,
        honorific=yes,
        claimed=yes,
        former=yes,
        tie=text,
        entity=whole,
    )
    entities = rows(
        kind=text,
        name=text,
        role=text,
        mentions=mentions,
        nominal_mentions=mentions,
        titles=pa.list_(whole),
        ids=rows(scheme=text, id=text),
        extra=text,
        pronouns=mentions,
        office=text,
        affiliation=text,
        affiliation_rule=text,
        subtype=text,
    )
    dates = spanned(
        type=text,
        value=text,
        mod=text,
        quant=text,
        freq=text,
        first=pa.date32(),
        last=pa.date32(),
        rule=text,
        publication=text,
    )
    quotes = rows(
        kind=text,
        content=pa.list_(span),
        cue=span,
        source=span,
        speaker=whole,
        addressee=span,
        said_on=whole,
        venue=text,
        reported_by=span,
        source_type=text,
        anonymous=yes,
        anonymity_reason=span,
        confidence=pa.float64(),
        rule=text,
        extra=text,
        reports=text,
        status=text,
        reports_rule=text,
        status_rule=text,
        speaker_confidence=pa.float64(),
    )
    failures = rows(extractor=text, plugin=text, article_id=text, error=text, traceback=text)
    dropped = rows(layer=text, extractor=text, lost_to=text, spans=pa.list_(span), whole=yes)
    revised = rows(layer=text, extractor=text, change=text, spans=pa.list_(span))
    return pa.schema(
        [
            ("schema", whole),
            *((name, pa.date32() if name == "published" else text) for name in ARTICLE_FIELDS),
            ("publication_day", pa.struct({"day": pa.date32(), "source": text, "date": whole})),
            ("meta", text),
            ("given_parts", parts),
            ("parts", parts),
            ("titles", titles),
            ("entities", entities),
            ("dates", dates),
            ("quotes", quotes),
            *((layer_of(kind), arrow_type(Several(Struct(columns_of(kind))))) for kind in kinds),
            ("other_layers", text),
            ("failures", failures),
            ("dropped", dropped),
            ("revised", revised),
        ]
    )


def arrow_type(column: Column) -> DataType:
    """Return the type of a column."""
    pa = pyarrow()
    if isinstance(column, Several):
        return pa.list_(arrow_type(column.of))
    if isinstance(column, Mapped):
        return pa.list_(pa.struct([("key", pa.string()), ("value", arrow_type(column.of))]))
    if isinstance(column, Struct):
        return pa.struct([(name, arrow_type(each)) for name, each in column.fields.items()])
    types = {
        "text": pa.string(),
        "json": pa.string(),
        "whole": pa.int64(),
        "number": pa.float64(),
        "flag": pa.bool_(),
        "day": pa.date32(),
        "place": pa.int32(),
        "reference": pa.int32(),
    }
    return types[column]


def to_row(document: Document, kinds: Collection[type] = ()) -> Record:
    """Return a document as a row of ``document_schema`` of the same ``kinds``.

    A lone surrogate, which Arrow cannot hold, becomes U+FFFD, so that offsets stay true. Raises ``InputError`` where
    ``meta`` holds what JSON cannot.
    """
    row = to_dict(document)
    row["published"] = document.article.published
    if document.publication_day:
        row["publication_day"] = {**row["publication_day"], "day": document.publication_day.day}
    for written, date in zip(row["dates"], document.dates, strict=True):
        written.update((name, getattr(date, name)) for name in _DAYS)
    for written in (*row["entities"], *row["quotes"]):
        if "ids" in written:
            written["ids"] = [{"scheme": scheme, "id": identifier} for scheme, identifier in written["ids"].items()]
        if "extra" in written:
            written["extra"] = as_json(written["extra"], field="extra")
    if "meta" in row:
        row["meta"] = as_json(row["meta"], field="meta")
    layers = [layer_of(kind) for kind in document.layers if kind not in KINDS]
    others = {layer: row.pop(layer) for layer in layers if layer in row}
    for kind in kinds:
        layer = layer_of(kind)
        try:
            row[layer] = rows_of(others[layer], kind) if layer in others else None
        except InputError:  # which columns.told tells
            continue
        others.pop(layer, None)
    if others:
        row["other_layers"] = as_json(others, field="other_layers")
    return row


def to_batch(documents: Iterable[Document], kinds: tuple[type, ...] = ()) -> pa.RecordBatch:
    """Return documents as a record batch of ``document_schema`` of the same ``kinds``, a row for each.

    Raises ``InputError`` as ``to_row`` does, and pyarrow's own errors for a value that is not of its column's type.
    """
    pa, schema = pyarrow(), document_schema(kinds)
    rows = [to_row(document, kinds) for document in documents]
    try:
        return pa.RecordBatch.from_pylist(rows, schema=schema)
    except UnicodeEncodeError:
        return pa.RecordBatch.from_pylist([without_surrogates(row) for row in rows], schema=schema)


def read_rows(
    batch: pa.RecordBatch,
    *,
    path: str | None = None,
    columns: Mapping[str, str] = NO_COLUMNS,
    language: str = ENGLISH,
    number: int = 0,
) -> Iterator[tuple[int, Article | InputError]]:
    """Read articles from the rows of a record batch; yields the number of each row, from 1, and the article or why not.

    A ``Doubt`` about an article comes before it, with the same number. ``columns`` says which column holds which field
    of the article; all other columns go into ``meta``, nulls and NaN left out. A name of a column that comes again gets
    a number ("desk.1"). Binary is read as UTF-8; days, times and
    what else JSON cannot hold become text. What cannot is told, and costs its own column of the row. ``number`` counts
    the rows of the file before the batch. ``language`` is that of articles that do not say it. With a ``path`` an
    article without ``id`` gets the path and its number.
    """
    names = distinct(batch.schema.names)
    text = columns.get("text", "text")
    for row in zip(*map(_cells, batch.columns), strict=True):
        number += 1
        record, told = _plain(dict(zip(names, row, strict=True)))
        line = number if path else None
        if text in told:
            yield number, InputError(told[text], path=path, line=line, field=text)
            continue
        without = {name: f"{what}; the article is read without it" for name, what in told.items()}
        for outcome in read_record(record, path=path, line=line, columns=columns, language=language, told=without):
            yield number, outcome


@frozen
class _Unheld:
    """A cell that Python cannot hold, and why."""

    why: str


def _cells(column: pa.Array) -> list[object]:
    """Return the values of a column; what Python cannot hold costs its own cell."""
    try:
        return cast("list[object]", column.to_pylist())
    except Exception:
        return [_cell(each) for each in column]


def _cell(scalar: pa.Scalar) -> object:
    try:
        return scalar.as_py()
    except Exception:
        try:
            return scalar.cast(pyarrow().string()).as_py()  # a time in nanoseconds, or beyond the year 9999
        except Exception as exc:
            return _Unheld(f"cannot be read: {describe(exc)}")


def _plain(row: Record) -> tuple[Record, dict[str, str]]:
    """Turn a row into what a JSON record would hold; returns it, and why columns are left out of it."""
    plain: Record = {}
    told: dict[str, str] = {}
    for name, value in row.items():
        try:
            kept = _plain_value(value)
        except InputError as exc:
            told[name] = exc.message
        else:
            if kept is not None:
                plain[name] = kept
    if plain.get("schema") == SCHEMA and isinstance(plain.get("meta"), str):
        try:
            plain["meta"] = loads(plain["meta"])
        except InputError as exc:
            del plain["meta"]
            told["meta"] = exc.message
    return plain, told


def _plain_value(value: Any) -> Any:  # noqa: ANN401 - whatever Arrow holds
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, dict):
        return {str(name): _plain_value(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain_value(item) for item in value]
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    if isinstance(value, (float, bytes, _Unheld)):
        return _plain_scalar(value)
    return str(value)


def _plain_scalar(value: float | bytes | _Unheld) -> float | str | None:
    if isinstance(value, _Unheld):
        raise InputError(value.why)
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeDecodeError as exc:
            msg = f"binary that is no text in UTF-8: byte 0x{value[exc.start]:02x} at byte offset {exc.start}"
            raise InputError(msg) from None
    if math.isnan(value):  # null, as data frames write it
        return None
    if math.isinf(value):
        raise InputError("an infinite number, which JSON cannot hold")
    return value
