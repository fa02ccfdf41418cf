"""Annotations to and from plain records, through cattrs.

A field named ``span`` is written as ``start``, ``end`` and ``text`` beside the other fields, and an annotation inside
another as its position in the array of its kind. Both hold for kinds that plugins bring; a field that may hold one of
several kinds is written as ``{"layer": …, "position": …}``, so that it can be read again. Newskit's own kinds are
written here; those of plugins, whose values may be anything, in ``plain``.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import PurePath
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Union, cast, get_args, get_origin
from uuid import UUID

import attrs

from newskit.errors import InputError, PluginError
from newskit.fields import Facts, Value
from newskit.layers import is_kind, layer_of
from newskit.spans import Span

if TYPE_CHECKING:
    from cattrs import Converter
    from cattrs.errors import ClassValidationError, IterableValidationError

T = TypeVar("T")
Record = dict[str, Any]
_JSON_NAMES = {dict: "an object", list: "an array", str: "a string", bool: "a boolean", type(None): "null"}


def expected(what: str, value: object, *, field: str | None = None) -> InputError:
    """Return the error for a value of the wrong type."""
    return InputError(f"expected {what}, got {_JSON_NAMES.get(type(value), 'a number')}", field=field)


class _State(threading.local):
    """The document that this thread is writing or reading, for the hooks, which cattrs gives the value alone."""

    writing: Positions
    reading: Reader


_state = _State()


class Positions:
    """Where each annotation of a document stands in the array of its kind."""

    def __init__(self, layers: Mapping[type, Sequence[object]]) -> None:
        self._layers = layers
        self._by_id = {id(each): place for layer in layers.values() for place, each in enumerate(layer)}

    def __getitem__(self, annotation: object) -> int:
        place = self._by_id.get(id(annotation))
        if place is not None:
            return place
        kind = type(annotation)
        for place, other in enumerate(self._layers.get(kind, ())):
            if other == annotation:
                return place
        msg = f"an annotation refers to {kind.__name__} {annotation!r}, which is not in the document"
        raise InputError(msg, field=layer_of(kind))


def write(layer: Iterable[object], kind: type, positions: Positions) -> list[Record]:
    """Return the records of one kind's annotations; raises ``InputError`` for a reference out of the document."""
    _state.writing = positions
    to_record = _record_writer(kind)
    return [to_record(each) for each in layer]


class Reader:
    """One document's arrays on the way to annotations, each record read when it is first asked for."""

    def __init__(self, arrays: Mapping[str, list[object]], kinds: Iterable[type], text: str) -> None:
        self.text = text
        self._kinds = frozenset(kinds)
        self._arrays = arrays
        self._made: dict[tuple[str, int], object] = {}

    def read(self, array: str, cls: type[T]) -> tuple[T, ...]:
        """Read the records of one array as objects of a class; raises ``InputError`` that names the field."""
        return tuple(self._record(array, place, cls) for place in range(len(self._arrays[array])))

    def reference(self, value: object, kind: type) -> object:
        """Return the annotation at a position of a kind's array."""
        layer = layer_of(kind)
        if kind not in self._kinds:
            raise InputError(f"it refers to {kind.__name__}, which is not among the kinds to read")
        if type(value) is not int:
            raise expected(f"a position in {layer!r}", value)
        length = len(self._arrays.get(layer, ()))
        if not 0 <= value < length:
            raise InputError(f"{value} is no position in {layer!r}, which holds {length}")
        return self._record(layer, value, kind)

    def _record(self, array: str, place: int, cls: type[T]) -> T:
        key = array, place
        if key not in self._made:
            self._made[key] = _Unfinished
            _state.reading = self
            try:
                self._made[key] = _record_reader(cast("type", cls))(self._arrays[array][place], cls)
            except Exception as exc:
                raise _placed(exc, f"{array}[{place}]") from None
        if self._made[key] is _Unfinished:
            raise InputError(f"{array}[{place}] refers back to itself")
        return cast("T", self._made[key])


class _Unfinished:
    """Stands for an annotation that is being read."""


class _PlacedError(InputError):
    """An error whose field is a path from the top of the document."""


def _placed(exc: Exception, path: str) -> InputError:
    """Turn what cattrs or a kind raised into an error that names the field by its path."""
    from cattrs.errors import AttributeValidationNote, BaseValidationError  # noqa: PLC0415 - as in `_converter`

    while isinstance(exc, BaseValidationError):
        noted, bare = cast("ClassValidationError | IterableValidationError", exc).group_exceptions()
        if noted:
            exc, note = noted[0]
            path += f".{note.name}" if isinstance(note, AttributeValidationNote) else f"[{note.index}]"
        else:
            exc = bare[0]
    if isinstance(exc, _PlacedError):
        return exc
    if isinstance(exc, InputError):
        return _PlacedError(exc.message, field=f"{path}.{exc.field}" if exc.field else path)
    if isinstance(exc, KeyError):
        return _PlacedError("missing", field=path)
    return _PlacedError(str(exc.args[0]) if exc.args else type(exc).__name__, field=path)


@cache
def is_flat(cls: type) -> bool:
    """Tell whether a class has a span that is written as start, end and text without meeting other fields' names."""
    if not attrs.has(cls) or cls is Span:
        return False
    try:
        fields = attrs.fields_dict(attrs.resolve_types(cls))
    except NameError as exc:
        msg = f"the field types of {cls.__module__}.{cls.__qualname__} cannot be resolved: {exc}"
        raise PluginError(msg) from None
    return "span" in fields and fields["span"].type is Span and not {"start", "end", "text"} & fields.keys()


@cache
def _record_writer(cls: type) -> Callable[[Any], Record]:
    from cattrs.gen import make_dict_unstructure_fn, override  # noqa: PLC0415 - as in `_converter`

    if not is_flat(cls):
        sparse: Any = {
            each.name: override(omit_if_default=True) for each in attrs.fields(cls) if isinstance(each.default, Facts)
        }
        return make_dict_unstructure_fn(cls, _converter(), **sparse)
    others: Callable[[Any], Record] = make_dict_unstructure_fn(cls, _converter(), span=override(omit=True))

    def flat(value: Any) -> Record:  # noqa: ANN401 - an object of cls
        span = value.span
        return {"start": span.start, "end": span.end, "text": span.text, **others(value)}

    return flat


@cache
def _record_reader(cls: type) -> Callable[[Any, Any], Any]:
    from cattrs.gen import make_dict_structure_fn, override  # noqa: PLC0415 - as in `_converter`

    flat = is_flat(cls)
    made: Callable[[Any, Any], Any] = (
        make_dict_structure_fn(cls, _converter(), span=override(struct_hook=lambda span, _: span))
        if flat
        else make_dict_structure_fn(cls, _converter())
    )

    def read(value: Any, _: Any) -> Any:  # noqa: ANN401 - JSON in, an object of cls out
        if not isinstance(value, dict):
            raise expected("an object", value)
        return made({**value, "span": _read_span(value, Span)} if flat else value, cls)

    return read


def _read_span(value: object, _: object) -> Span:
    if not isinstance(value, dict):
        raise expected("an object with start, end and text", value)
    for name, wanted in (("start", int), ("end", int), ("text", str)):
        if name not in value:
            raise InputError("missing", field=name)
        if type(value[name]) is not wanted:
            raise expected("a whole number" if wanted is int else "a string", value[name], field=name)
    try:
        span = Span(value["start"], value["end"], value["text"])
    except InputError as exc:
        raise InputError(exc.message) from None
    found = _state.reading.text[span.start : span.end]
    if found != span.text:
        msg = f"it says {span.text!r}, but the article has {found!r} at {span.start}:{span.end}"
        raise InputError(msg, field="text")
    return span


def _reference(annotation: object) -> int:
    return _state.writing[annotation]


def _read_reference(value: object, kind: type) -> object:
    return _state.reading.reference(value, kind)


def may_be_several(declared: object) -> bool:
    """Tell whether a declared type admits more than one kind, so that a bare position would not say which."""
    return get_origin(declared) in (Union, UnionType) and sum(map(is_kind, get_args(declared))) > 1


def _read_one_of(declared: object) -> Callable[[Any, Any], object]:
    kinds = {layer_of(each): each for each in get_args(declared) if is_kind(each)}

    def read_one_of(value: Any, _: Any) -> object:  # noqa: ANN401 - JSON
        if value is None and type(None) in get_args(declared):
            return None
        if not isinstance(value, dict) or value.get("layer") not in kinds:
            raise InputError(f"expected an object whose layer is one of {', '.join(kinds)}")
        return _state.reading.reference(value.get("position"), kinds[value["layer"]])

    return read_one_of


def _of_type(what: str, *types: type) -> Callable[[object, object], object]:
    def check(value: object, _: object) -> object:
        if type(value) not in types:
            raise expected(what, value)
        return value

    return check


def _is_literal(declared: object) -> bool:
    return get_origin(declared) is Literal


def _read_literal(value: object, declared: object) -> object:
    allowed = get_args(declared)
    if value not in allowed:
        raise InputError(f"expected one of {', '.join(map(str, allowed))}, got {value!r}")
    return value


def _read_date(value: object, cls: type[dt.date | dt.time]) -> dt.date | dt.time:
    try:
        return cls.fromisoformat(cast("str", value))
    except (TypeError, ValueError):
        raise InputError(f"expected a {cls.__name__} in ISO 8601, got {value!r}") from None


def _is_a(cls: type) -> Callable[[object], bool]:
    return lambda declared: isinstance(declared, type) and issubclass(declared, cls)


def _read_text_as(cls: type) -> Callable[[object, object], object]:
    """Return how a value is read that is written as a string."""

    def read(value: object, wanted: Any) -> object:  # noqa: ANN401 - the class that a field declares
        try:
            if type(value) is str:
                return wanted(value)
        except (ValueError, ArithmeticError):
            pass
        raise expected(f"a {cls.__name__} as a string", value)

    return read


def _has_whole_keys(declared: object) -> bool:
    return get_origin(declared) in (dict, Mapping, MutableMapping) and get_args(declared)[0] is int


def _read_whole_keys(declared: object) -> Callable[[object, object], object]:
    """Return how an object is read whose names are whole numbers."""
    of_values = get_args(declared)[1]

    def read(value: object, _: object) -> object:
        if not isinstance(value, dict):
            raise expected("an object", value)
        try:
            return {int(name): _converter().structure(item, of_values) for name, item in value.items()}
        except ValueError:
            raise expected("an object whose names are whole numbers", value) from None

    return read


def _read_object(value: object, _: object) -> object:
    if not isinstance(value, dict):
        raise expected("an object", value)
    return value


def _read_strings(value: object, _: object) -> object:
    for each in cast("dict[str, object]", _read_object(value, _)).values():
        if type(each) is not str:
            raise expected("an object of strings", each)
    return value


@cache
def _converter() -> Converter:
    from cattrs import Converter  # noqa: PLC0415 - import time, for who writes or reads records

    converter = Converter(unstruct_collection_overrides={tuple: list})
    # cattrs asks what was registered last first: a kind is a reference before it is a record.
    converter.register_unstructure_hook_factory(is_flat, _record_writer)
    converter.register_unstructure_hook_factory(is_kind, lambda _: _reference)
    converter.register_unstructure_hook(dt.date, lambda day: day.isoformat())
    converter.register_structure_hook_factory(attrs.has, _record_reader)
    converter.register_structure_hook_factory(is_kind, lambda _: _read_reference)
    converter.register_structure_hook_factory(may_be_several, _read_one_of)
    converter.register_structure_hook_func(_is_literal, _read_literal)
    converter.register_structure_hook(Span, _read_span)
    converter.register_structure_hook(dt.date, _read_date)
    converter.register_structure_hook(dt.datetime, _read_date)
    converter.register_structure_hook(dt.time, _read_date)
    for cls in (Decimal, UUID, PurePath):
        converter.register_structure_hook_func(_is_a(cls), _read_text_as(cls))
    converter.register_structure_hook_factory(_has_whole_keys, _read_whole_keys)
    converter.register_structure_hook_func(lambda declared: declared == Mapping[str, str], _read_strings)
    converter.register_structure_hook_func(lambda declared: declared == Mapping[str, Value], _read_object)
    converter.register_structure_hook(str, _of_type("a string", str))
    converter.register_structure_hook(int, _of_type("a whole number", int))
    converter.register_structure_hook(float, _of_type("a number", float, int))
    converter.register_structure_hook(bool, _of_type("true or false", bool))
    return converter
