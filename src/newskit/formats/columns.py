"""The columns of a kind: what each field is in a table with types, by what the kind declares.

A value is written as JSON has it and then held against its column. What is declared as anything, as one of several
unlike things, or as an object within itself has a column of JSON in a string.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from enum import Enum
from functools import cache
from itertools import count
from pathlib import PurePath
from types import UnionType
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin
from uuid import UUID

import attrs
import orjson
import regex
from attrs import evolve, field, frozen

from newskit.document import Document
from newskit.errors import Failure, InputError, PluginError
from newskit.extractor import Extractor
from newskit.formats.plain import failure, plugin_layers
from newskit.formats.records import Record, is_flat
from newskit.formats.walk import declared_fields, without_none
from newskit.kinds import KINDS
from newskit.layers import is_kind, layer_of
from newskit.spans import Span

Scalar = Literal["text", "whole", "number", "flag", "day", "place", "reference", "json"]
"""A string, a whole number of 64 bits, a number, a boolean, a day, an offset or position, an annotation's position,
anything as JSON."""
_SURROGATE = regex.compile(r"[\ud800-\udfff]")
_INT64, _INT32 = range(-(2**63), 2**63), range(2**31)


@frozen
class Several:
    """A list."""

    of: Column


@frozen
class Mapped:
    """A mapping: its keys are strings."""

    of: Column


@frozen
class Struct:
    """An object with fields."""

    fields: Mapping[str, Column] = field(hash=False)


Column = Scalar | Several | Mapped | Struct
SPAN = Struct({"start": "place", "end": "place", "text": "text"})
REFERENCE = Struct({"layer": "text", "position": "place"})
_PLAIN: tuple[tuple[tuple[type, ...], Scalar], ...] = (
    ((bool,), "flag"),
    ((int,), "whole"),
    ((float,), "number"),
    ((str, Decimal, UUID, PurePath, dt.datetime, dt.time), "text"),
    ((dt.date,), "day"),
)
"""What a class is as a column; the first that fits, as a ``datetime`` is a ``date`` too."""


def own_kinds(extractors: Iterable[Extractor]) -> tuple[type, ...]:
    """Return the kinds that plugins bring, in the order of their layers' names."""
    return tuple(sorted({each.makes for each in extractors}.difference(KINDS), key=layer_of))


@cache
def columns_of(kind: type) -> Mapping[str, Column]:
    """Return the columns of a kind by name, in the order of its fields; ``span`` is ``start``, ``end`` and ``text``."""
    return _columns(kind, ())


def _columns(cls: type, within: tuple[type, ...]) -> dict[str, Column]:
    flat = _is_flat(cls)
    columns: dict[str, Column] = dict(SPAN.fields) if flat else {}
    for name, declared in declared_fields(cls).items():
        if not (name == "span" and flat):
            columns[name] = _column(declared, (*within, cls))
    return columns


def _is_flat(cls: type) -> bool:
    try:
        return is_flat(cls)
    except PluginError:  # types that cannot be resolved, which is told where an annotation is written
        return False


def _column(declared: Any, within: tuple[type, ...]) -> Column:  # noqa: ANN401 - a type, of any form
    declared = _bare(declared)
    origin = get_origin(declared)
    if origin is Literal:
        return _same({_of_class(type(word)) for word in get_args(declared) if word is not None})
    if origin in (Union, UnionType):
        return _one_of(get_args(declared), within)
    if origin is not None:
        return _container(origin, get_args(declared), within)
    return _of_declared_class(declared, within) if isinstance(declared, type) else "json"


def _of_declared_class(cls: type, within: tuple[type, ...]) -> Column:
    if is_kind(cls):
        return "reference"
    if issubclass(cls, Span):
        return SPAN
    if issubclass(cls, Enum):
        return _same({_of_class(type(word.value)) for word in cls})
    if (attrs.has(cls) or dataclasses.is_dataclass(cls)) and cls not in within:
        columns = _columns(cls, within)
        return Struct(columns) if columns else "json"
    return _of_class(cls)


def _bare(declared: Any) -> Any:  # noqa: ANN401 - the same
    """Return a type without ``None``, without what annotates it, and by its own name."""
    declared = without_none(declared)
    if get_origin(declared) is Annotated:
        return _bare(get_args(declared)[0])
    behind = getattr(declared, "__supertype__", None) or getattr(declared, "__value__", None)
    return declared if behind is None or isinstance(declared, type) else _bare(behind)


def _of_class(cls: type) -> Scalar:
    return next((column for classes, column in _PLAIN if issubclass(cls, classes)), "json")


def _same(columns: Collection[Column]) -> Column:
    return next(iter(columns)) if len(columns) == 1 else "json"


def _one_of(options: Iterable[Any], within: tuple[type, ...]) -> Column:
    some = [_bare(each) for each in options if each is not type(None)]
    if all(map(is_kind, some)):
        return REFERENCE
    if any(map(is_kind, some)):
        return "json"
    columns = [_column(each, within) for each in some]
    numbers: list[Column] = ["whole", "number"]
    if all(each in numbers for each in columns):
        return "number" if "number" in columns else "whole"
    return columns[0] if isinstance(columns[0], str) and columns.count(columns[0]) == len(columns) else "json"


def _container(origin: Any, args: tuple[Any, ...], within: tuple[type, ...]) -> Column:  # noqa: ANN401 - the same
    if not isinstance(origin, type) or not args:
        return "json"
    if issubclass(origin, Mapping):
        return Mapped(_column(args[-1], within))
    if origin is tuple and Ellipsis not in args:
        items = [_column(each, within) for each in args]
        return Several(items[0]) if all(each == items[0] for each in items) else "json"
    if issubclass(origin, (Sequence, AbstractSet)) or origin in (Iterable, Collection):
        return Several(_column(args[0], within))
    return "json"


def fitted(value: Any, column: Column, path: str) -> Any:  # noqa: ANN401 - what JSON holds, what the column does
    """Return a value as its column holds it; raises ``InputError`` that names the field for one that it cannot."""
    if column == "json":
        return None if value is None else as_json(value, field=path)
    if value is None:
        return None
    if isinstance(column, Several):
        items = _given(value, list, "a list", path)
        return [fitted(item, column.of, f"{path}[{place}]") for place, item in enumerate(items)]
    if isinstance(column, Mapped):
        pairs = _given(value, dict, "an object", path).items()
        return [{"key": name, "value": fitted(item, column.of, f"{path}.{name}")} for name, item in pairs]
    if isinstance(column, Struct):
        return fitted_record(value, column.fields, path)
    what, fit = _FITTING[column]
    try:
        return fit(value)
    except (TypeError, ValueError):
        raise InputError(f"expected {what}, as its kind declares, got {value!r}", field=path) from None


def _given(value: object, cls: type, what: str, path: str) -> Any:  # noqa: ANN401 - an object of the class
    if not isinstance(value, cls):
        raise InputError(f"expected {what}, as its kind declares, got {value!r}", field=path)
    return value


def fitted_record(value: object, columns: Mapping[str, Column], path: str) -> Record:
    """Return an object as its columns hold it; raises as ``fitted`` does."""
    record = cast("Record", _given(value, dict, "an object", path))
    for name in record:
        if name not in columns:
            raise InputError("a field that its kind does not declare", field=f"{path}.{name}")
    return {name: fitted(record.get(name), column, f"{path}.{name}") for name, column in columns.items()}


def _of(*types: type, within: range | None = None) -> Any:  # noqa: ANN401 - a function of anything
    def check(value: Any) -> Any:  # noqa: ANN401 - any value in, the same out
        if type(value) not in types or (within is not None and value not in within):
            raise TypeError
        return value

    return check


_FITTING: Mapping[str, tuple[str, Any]] = {
    "text": ("a string", _of(str)),
    "whole": ("a whole number of 64 bits", _of(int, within=_INT64)),
    "number": ("a number", lambda value: float(_of(float, int)(value))),
    "flag": ("a boolean", _of(bool)),
    "day": ("a day", dt.date.fromisoformat),
    "place": ("an offset or a position", _of(int, within=_INT32)),
    "reference": ("an annotation", _of(int, within=_INT32)),
}


def as_json(value: object, *, field: str) -> str:
    """Return a value as JSON, a lone surrogate as U+FFFD; raises ``InputError`` for what JSON cannot hold."""
    try:
        return orjson.dumps(value).decode()
    except orjson.JSONEncodeError as exc:
        if "surrogates" in str(exc):
            return as_json(without_surrogates(value), field=field)
        raise InputError(f"what JSON cannot hold: {exc}", field=field) from None


def without_surrogates(value: Any) -> Any:  # noqa: ANN401 - what JSON holds
    """Return a value with U+FFFD in the place of each lone surrogate."""
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {without_surrogates(name): without_surrogates(item) for name, item in value.items()}
    if isinstance(value, list):
        return [without_surrogates(item) for item in value]
    return value


def distinct(names: Iterable[str]) -> list[str]:
    """Return names of which none is there twice: one that comes again gets the first number that is free."""
    names = list(names)
    taken = set(names)
    found: dict[str, None] = {}
    for name in names:
        fresh = name
        if name in found:
            fresh = next(new for new in (f"{name}.{number}" for number in count(1)) if new not in taken)
            taken.add(fresh)
        found[fresh] = None
    return list(found)


def rows_of(records: Sequence[Record], kind: type) -> list[Record]:
    """Return the records of a kind's annotations as rows of its columns; raises ``InputError`` that names the field."""
    columns, layer = columns_of(kind), layer_of(kind)
    return [fitted_record(each, columns, f"{layer}[{place}]") for place, each in enumerate(records)]


def told(document: Document, kinds: Collection[type]) -> Document:
    """Return a document with a failure for each layer that does not fit its columns, and is written as JSON."""
    misfits = tuple(_misfits(document, kinds)) if kinds else ()
    return evolve(document, failures=(*document.failures, *misfits)) if misfits else document


def _misfits(document: Document, kinds: Iterable[type]) -> Iterator[Failure]:
    written, _ = plugin_layers(document)
    for kind in kinds:
        try:
            rows_of(written.get(kind, ()), kind)
        except InputError as exc:
            yield failure(exc, kind, document, "does not fit its columns, and is in other_layers")
