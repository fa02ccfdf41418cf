"""The walk over the fields of an annotation, whoever brought its kind; what a writer does with a leaf is its own.

What Python's types plainly mean is written: a ``Decimal``, a ``UUID`` and a path as a string, days and times in ISO
8601, an ``Enum`` as its value, an attrs or data class as an object, a set as a sorted array. The walk goes by the
values that are there, whatever their fields declare.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import PurePath
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints
from uuid import UUID

import attrs
from attrs import frozen

from newskit.errors import InputError
from newskit.fields import WHOLE_NUMBERS
from newskit.formats.records import Positions, Record, is_flat, may_be_several
from newskit.layers import is_kind, layer_of
from newskit.spans import Span

_DEEPEST = 100


@frozen
class Place:
    """Where a value is: its path, what is declared there, and how many things it is in."""

    path: str = ""
    declared: object = None
    depth: int = 0

    def within(self, step: str, declared: object) -> Place:
        """Return the place of something in the value."""
        return Place(f"{self.path}{step}", declared, self.depth + 1)

    def refused(self, value: object, why: str = "") -> InputError:
        """Return the error for a value that no writer can write, which names the field."""
        return InputError(f"JSON cannot hold {why or f'a {type(value).__qualname__}'}", field=self.path)


@cache
def declared_fields(cls: type) -> Mapping[str, object]:
    """Return the fields of an attrs or data class that its maker gives, with what they declare where that is known."""
    described: Any = attrs.fields(cls) if attrs.has(cls) else dataclasses.fields(cls)
    try:
        hints = get_type_hints(cls)
    except Exception:  # a hint may name what only a type checker imports
        hints = {}
    return {each.name: hints.get(each.name) for each in described if each.init}


def without_none(declared: object) -> object:
    """Return what is declared beside ``None``, where that is one type."""
    if get_origin(declared) in (Union, UnionType):
        some = [each for each in get_args(declared) if each is not type(None)]
        return some[0] if len(some) == 1 else declared
    return declared


def _of_items(declared: object) -> Iterator[object]:
    """Yield what is declared of each item of an array, without end."""
    args = get_args(without_none(declared))
    if Ellipsis not in args and get_origin(without_none(declared)) is tuple:
        yield from args
    while True:
        yield args[0] if args else None


class Walk:
    """Turns values into what JSON holds: dictionaries, lists, strings, numbers, booleans and ``None``.

    A writer derives its own where a span, a reference to another annotation, a word of a closed list (an ``Enum``, a
    ``Literal``) or the name of a field is something else to it. Raises ``InputError`` that names the field for what
    cannot be written.
    """

    flat = True
    """Whether the field ``span`` of an annotation is written beside the others rather than as a field of its own."""

    def __init__(self, positions: Positions) -> None:
        self._positions = positions

    def span(self, span: Span) -> Any:  # noqa: ANN401 - what the writer makes of it
        """Write a span."""
        return {"start": span.start, "end": span.end, "text": span.text}

    def reference(self, annotation: object, position: int, place: Place) -> Any:  # noqa: ANN401 - the same
        """Write a reference to another annotation."""
        if may_be_several(place.declared):
            return {"layer": layer_of(type(annotation)), "position": position}
        return position

    def word(self, word: Any) -> Any:  # noqa: ANN401 - the same
        """Write a word of a closed list, or a number of one."""
        return word

    def name(self, name: str) -> str:
        """Write the name of a field or a key."""
        return name

    def key(self, key: object, place: Place) -> object:
        """Write a key of a mapping, which has to come out as a string or a whole number."""
        return Walk(self._positions).value(key, place)

    def record(self, value: object, place: Place) -> Record:
        """Write an annotation or another object with fields."""
        cls: Any = type(value)
        fields = {name: getattr(value, name) for name in declared_fields(cls)}
        record: Record = {}
        if self.flat and is_flat(cls):
            record = self._checked_span(fields.pop("span"), place.within(".span", Span))
        for name, inner in fields.items():
            record[self.name(name)] = self.value(inner, place.within(f".{name}", declared_fields(cls)[name]))
        return record

    def _checked_span(self, span: object, place: Place) -> Any:  # noqa: ANN401 - what the writer makes of it
        if type(span) is not Span:
            raise place.refused(span)
        return self.span(span)

    def value(self, value: Any, place: Place) -> Any:  # noqa: ANN401 - whatever a plugin puts there
        """Write any value."""
        if value is None or type(value) in (str, bool):
            is_word = value is not None and get_origin(without_none(place.declared)) is Literal
            return self.word(value) if is_word else value
        if place.depth > _DEEPEST:
            raise place.refused(value, f"more than {_DEEPEST} things in each other")
        cls = type(value)
        if issubclass(cls, Span):
            return self._checked_span(value, place)
        if is_kind(cls):
            return self.reference(value, self._positions[value], place)
        if issubclass(cls, Enum):
            return self.word(self.value(value.value, place))
        for types, write in _SCALARS:
            if issubclass(cls, types):
                return write(value, place)
        return self._container(value, place)

    def _container(self, value: Any, place: Place) -> Any:  # noqa: ANN401 - the same
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

    def _object(self, value: Mapping[object, object], place: Place) -> Record:
        *_, declared = get_args(without_none(place.declared)) or (None,)
        record: Record = {}
        for key, item in value.items():
            name = self.key(key, place.within("{}", None))
            if type(name) is int:
                name = str(name)
            if type(name) is not str or self.name(name) in record:
                raise place.refused(value, f"the key {name!r}")
            record[self.name(name)] = self.value(item, place.within(f".{name}", declared))
        return record


def _whole(value: int, place: Place) -> int:
    number = int(value)  # in a range an object of a derived class is looked for item by item
    if number not in WHOLE_NUMBERS:
        raise place.refused(value, "a whole number beyond 64 bits")
    return number


def _number(value: float, place: Place) -> float:
    if not math.isfinite(value):
        raise place.refused(value, str(float(value)))
    return float(value)


def _decimal(value: Decimal, place: Place) -> str:
    if not value.is_finite():
        raise place.refused(value, str(value))
    return str(value)


def _iso(value: dt.date | dt.time, _: Place) -> str:
    return value.isoformat()


_SCALARS: tuple[tuple[tuple[type, ...], Callable[[Any, Place], Any]], ...] = (
    ((int,), _whole),
    ((float,), _number),
    ((str,), lambda value, _: str.__str__(value)),
    ((Decimal,), _decimal),
    ((dt.date, dt.time), _iso),
    ((UUID,), lambda value, _: str(value)),
    ((PurePath,), lambda value, _: value.as_posix()),
)
"""What is one value in JSON, and how it is written; the first that fits."""
