"""Annotations with other offsets: each is moved once, so that what refers to it refers to what became of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from operator import is_
from typing import Any

import attrs

from newskit.spans import Span


class Moved:
    """Moves spans and all that holds any: annotations, collections, a plugin's own objects of attrs or dataclasses."""

    def __init__(self, place: Callable[[Span], Span]) -> None:
        self._place = place
        self._done: dict[int, tuple[object, Any]] = {}  # with what was moved, so that its id stays its own

    def __call__(self, value: Any) -> Any:  # noqa: ANN401 - whatever an annotation holds
        """Return a value with its spans moved, itself where it has none."""
        if id(value) not in self._done:
            self._done[id(value)] = value, self._moved(value)
        return self._done[id(value)][1]

    def _moved(self, value: Any) -> Any:  # noqa: ANN401 - as above
        if type(value) is Span:
            return self._place(value)
        if isinstance(value, (str, bytes, type)):
            return value
        if isinstance(value, Mapping):
            items = tuple(value.items())
            moved = tuple(map(self, items))
            return value if all(map(is_, moved, items)) else type(value)(dict(moved))  # type: ignore[call-arg]
        if isinstance(value, (tuple, list, AbstractSet)):
            items = tuple(value)
            moved = tuple(map(self, items))
            made: Any = getattr(value, "_make", type(value))  # that of a named tuple
            return value if all(map(is_, moved, items)) else made(moved)
        return self._with_fields(value)

    def _with_fields(self, value: Any) -> Any:  # noqa: ANN401 - as above
        replace: Callable[..., Any]
        if attrs.has(type(value)):
            replace, fields = attrs.evolve, {each.name: each.alias for each in attrs.fields(type(value)) if each.init}
        elif dataclasses.is_dataclass(value):
            replace, fields = (
                dataclasses.replace,
                {each.name: each.name for each in dataclasses.fields(value) if each.init},
            )
        else:
            return value
        held = {name: getattr(value, name) for name in fields}
        changed = {fields[name]: moved for name, each in held.items() if (moved := self(each)) is not each}
        return replace(value, **changed) if changed else value
