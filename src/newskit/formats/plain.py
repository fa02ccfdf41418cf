"""The layers of plugins' kinds as what JSON holds: by the values that are there, whatever their fields declare.

What Python's types plainly mean is written: a ``Decimal``, a ``UUID`` and a path as a string, days and times in ISO
8601, an ``Enum`` as its value, an attrs or data class as an object, a set as a sorted array. A layer that holds
anything else, or that cannot be read, is left out with a ``Failure``, and everything else is written.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import PurePath
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

import attrs
from attrs import evolve, frozen

from newskit.document import Document
from newskit.errors import Failure, FailureWarning, InputError
from newskit.formats.records import Positions, Record, is_flat, may_be_several
from newskit.guard import Guard
from newskit.kinds import KINDS, Span, is_kind, layer_of

_DEEPEST = 100
_WHOLE = range(-(2**63), 2**64)
"""The whole numbers that every JSON reader of ours takes."""
_Records = dict[type, list[Record]]


def writable(document: Document) -> Document:
    """Return a document without the layers of plugins' kinds that JSON cannot hold, each a failure in their place."""
    _, left_out = plugin_layers(document)
    if not left_out:
        return document
    layers = {kind: layer for kind, layer in document.layers.items() if kind not in left_out}
    return evolve(document, layers=layers, failures=(*document.failures, *left_out.values()))


def to_write(document: Document) -> Document:
    """Return what of a document is ``writable``; each layer that is not is a ``FailureWarning`` too."""
    kept = writable(document)
    tell(kept.failures[len(document.failures) :])
    return kept


def tell(failures: Sequence[Failure]) -> None:
    """Warn of layers that are left out."""
    for failure in failures:
        warnings.warn(failure.error, FailureWarning, stacklevel=4)


def plugin_layers(document: Document) -> tuple[_Records, dict[type, Failure]]:
    """Return the records of each kind that a plugin brought, and why a kind has none."""
    kinds = sorted((kind for kind in document.layers if kind not in KINDS), key=layer_of)
    left_out: dict[type, Failure] = {}
    records: _Records = {}
    while kinds:
        before = len(left_out)
        records = _written(document, kinds, left_out)
        if len(left_out) == before:
            break
    return records, left_out


def _written(document: Document, kinds: Sequence[type], left_out: dict[type, Failure]) -> _Records:
    """Write all kinds but those left out; adds those that cannot be written without them."""
    positions = Positions({kind: layer for kind, layer in document.layers.items() if kind not in left_out})
    records: _Records = {}
    with Guard() as guard:
        for kind in kinds:
            if kind in left_out:
                continue
            written, raised = guard.call(_layer, document.layers[kind], kind, positions)
            if raised is not None:
                left_out[kind] = _failure(raised, kind, document)
            else:
                records[kind] = written or []
    return records


def _failure(raised: BaseException, kind: type, document: Document) -> Failure:
    failure = Failure.of(raised, extractor="", plugin="", article_id=document.article.id)
    name = f"{kind.__module__}.{kind.__qualname__}"
    return evolve(failure, error=f"layer {layer_of(kind)!r} of {name} cannot be written: {failure.error}")


def _layer(layer: Sequence[object], kind: type, positions: Positions) -> list[Record]:
    name = layer_of(kind)
    return [record_of(each, positions, f"{name}[{place}]") for place, each in enumerate(layer)]


def record_of(annotation: object, positions: Positions, path: str = "") -> Record:
    """Return the record of one annotation; raises ``InputError`` that names the field for what JSON cannot hold."""
    return _Plain(positions).record(annotation, _Place(path))


def rule_of(annotation: object) -> str:
    """Return the rule that a plugin's annotation names in a field, as text."""
    cls: Any = type(annotation)
    rule = getattr(annotation, "rule", None) if "rule" in _fields(cls) else None
    return "" if rule is None else str(_Plain(Positions({})).value(rule, _Place("rule")))


@frozen
class _Place:
    """Where a value is: its path, what is declared there, and how many things it is in."""

    path: str
    declared: object = None
    depth: int = 0

    def within(self, step: str, declared: object) -> _Place:
        return _Place(f"{self.path}{step}", declared, self.depth + 1)

    def refused(self, value: object, why: str = "") -> InputError:
        return InputError(f"JSON cannot hold {why or f'a {type(value).__qualname__}'}", field=self.path)


@cache
def _fields(cls: type) -> Mapping[str, object]:
    """Return the fields of an attrs or data class that its maker gives, with what they declare where that is known."""
    described: Any = attrs.fields(cls) if attrs.has(cls) else dataclasses.fields(cls)
    try:
        hints = get_type_hints(cls)
    except Exception:  # a hint may name what only a type checker imports
        hints = {}
    return {each.name: hints.get(each.name) for each in described if each.init}


def _no_none(declared: object) -> object:
    if get_origin(declared) in (Union, UnionType):
        some = [each for each in get_args(declared) if each is not type(None)]
        return some[0] if len(some) == 1 else declared
    return declared


def _of_items(declared: object) -> Iterator[object]:
    """Yield what is declared of each item of an array, without end."""
    args = get_args(_no_none(declared))
    if Ellipsis not in args and get_origin(_no_none(declared)) is tuple:
        yield from args
    while True:
        yield args[0] if args else None


class _Plain:
    """Turns values into what JSON holds."""

    def __init__(self, positions: Positions) -> None:
        self._positions = positions

    def record(self, value: object, place: _Place) -> Record:
        cls: Any = type(value)
        fields = {name: getattr(value, name) for name in _fields(cls)}
        record: Record = {}
        if is_flat(cls):
            record = self._span(fields.pop("span"), place.within(".span", Span))
        for name, inner in fields.items():
            record[name] = self.value(inner, place.within(f".{name}", _fields(cls)[name]))
        return record

    def _span(self, span: object, place: _Place) -> Record:
        if type(span) is not Span:
            raise place.refused(span)
        return {"start": span.start, "end": span.end, "text": span.text}

    def value(self, value: Any, place: _Place) -> Any:  # noqa: ANN401 - whatever a plugin puts there
        if value is None or type(value) in (str, bool):
            return value
        if place.depth > _DEEPEST:
            raise place.refused(value, f"more than {_DEEPEST} things in each other")
        cls = type(value)
        if issubclass(cls, Span):
            return self._span(value, place)
        if is_kind(cls):
            position = self._positions[value]
            return {"layer": layer_of(cls), "position": position} if may_be_several(place.declared) else position
        for types, write in _SCALARS:
            if issubclass(cls, types):
                return write(value, place) if not issubclass(cls, Enum) else self.value(value.value, place)
        return self._container(value, place)

    def _container(self, value: Any, place: _Place) -> Any:  # noqa: ANN401 - the same
        if isinstance(value, Mapping):
            return self._object(value, place)
        if isinstance(value, (list, tuple, AbstractSet)):
            items = zip(value, _of_items(place.declared), strict=False)
            plain = [self.value(each, place.within(f"[{at}]", of)) for at, (each, of) in enumerate(items)]
            # Sorted, since the order of a set of strings changes from run to run.
            return sorted(plain, key=repr) if isinstance(value, AbstractSet) else plain
        cls = type(value)
        if attrs.has(cls) or dataclasses.is_dataclass(cls):
            return self.record(value, place)
        raise place.refused(value)

    def _object(self, value: Mapping[object, object], place: _Place) -> Record:
        *_, declared = get_args(_no_none(place.declared)) or (None,)
        record: Record = {}
        for key, item in value.items():
            name = self.value(key, place.within("{}", None))
            if type(name) is int:
                name = str(name)
            if type(name) is not str or name in record:
                raise place.refused(value, f"the key {name!r}")
            record[name] = self.value(item, place.within(f".{name}", declared))
        return record


def _whole(value: int, place: _Place) -> int:
    number = int(value)  # in a range an object of a derived class is looked for item by item
    if number not in _WHOLE:
        raise place.refused(value, "a whole number beyond 64 bits")
    return number


def _number(value: float, place: _Place) -> float:
    if not math.isfinite(value):
        raise place.refused(value, str(float(value)))
    return float(value)


def _decimal(value: Decimal, place: _Place) -> str:
    if not value.is_finite():
        raise place.refused(value, str(value))
    return str(value)


def _iso(value: dt.date | dt.time, _: _Place) -> str:
    return value.isoformat()


_SCALARS: tuple[tuple[tuple[type, ...], Callable[[Any, _Place], Any]], ...] = (
    ((Enum,), lambda value, _: value),
    ((int,), _whole),
    ((float,), _number),
    ((str,), lambda value, _: str.__str__(value)),
    ((Decimal,), _decimal),
    ((dt.date, dt.time), _iso),
    ((UUID,), lambda value, _: str(value)),
    ((PurePath,), lambda value, _: value.as_posix()),
)
"""What is one value in JSON, and how it is written; the first that fits, so that an ``IntEnum`` is an ``Enum``."""
