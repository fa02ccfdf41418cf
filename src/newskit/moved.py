"""Annotations with other offsets: each is moved once, so that what refers to it refers to what became of it."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping, MutableMapping, MutableSequence
from collections.abc import Set as AbstractSet
from operator import is_
from typing import Any

import attrs

from newskit.spans import Span

_PLAIN = (str, bytes, int, float, type)


class Moved:
    """Moves spans and all that holds any: annotations, collections, a plugin's own objects."""

    def __init__(self, place: Callable[[Span], Span]) -> None:
        self._place = place
        self._done: dict[int, tuple[object, Any]] = {}  # with what was moved, so that its id stays its own

    def __call__(self, value: Any) -> Any:  # noqa: ANN401 - whatever an annotation holds
        """Return a value with its spans moved, itself where it has none; raises what a plugin's object raises."""
        if id(value) not in self._done:
            self._done[id(value)] = value, self._moved(value)
        return self._done[id(value)][1]

    def _moved(self, value: Any) -> Any:  # noqa: ANN401 - as above
        if type(value) is Span:
            return self._place(value)
        if value is None or isinstance(value, _PLAIN):
            return value
        if isinstance(value, Mapping):
            return self._with_items(value, tuple(value.items()))
        if isinstance(value, (tuple, AbstractSet, MutableSequence)):
            return self._with_items(value, tuple(value))
        return self._with_fields(value)

    def _with_items(self, value: Any, items: tuple[Any, ...]) -> Any:  # noqa: ANN401 - a collection
        moved = tuple(map(self, items))
        if all(map(is_, moved, items)):
            return value
        if isinstance(value, (MutableMapping, MutableSequence)):  # as it is made, whatever its class asks for
            made: Any = copy.copy(value)
            made.clear()
            (made.update if isinstance(made, MutableMapping) else made.extend)(moved)
            return made
        if isinstance(value, Mapping):
            return type(value)(dict(moved))  # type: ignore[call-arg]
        return getattr(value, "_make", type(value))(moved)  # that of a named tuple

    def _with_fields(self, value: Any) -> Any:  # noqa: ANN401 - an object
        """Copy an object and set its fields: what made it would check them, and may ask for others."""
        names = _fields(type(value))
        held = {name: getattr(value, name) for name in names if hasattr(value, name)}
        changed = {name: moved for name, each in held.items() if (moved := self(each)) is not each}
        if not changed:
            return value
        made = copy.copy(value)
        for name, moved in changed.items():
            object.__setattr__(made, name, moved)
        return made


def _fields(cls: Any) -> tuple[str, ...]:  # noqa: ANN401 - attrs and dataclasses type their own classes
    """Return the names of the fields of a class of attrs or of a dataclass."""
    if attrs.has(cls):
        return tuple(each.name for each in attrs.fields(cls))
    return tuple(getattr(cls, "__dataclass_fields__", ()))
