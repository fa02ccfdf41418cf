"""What is inside annotations: their spans, and the other annotations that they refer to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs

from newskit.kinds import KINDS, Mention
from newskit.layers import is_kind
from newskit.spans import Span

T = TypeVar("T")
_OWN = frozenset((*KINDS, Mention))
"""The classes whose fields hold what they declare, as they see to themselves."""
_PLAIN = frozenset((str, int, float, bool, type(None), dt.date, dt.datetime))


def _is_plain(hint: object) -> bool:
    """Tell whether what is declared so can hold neither a span nor an annotation."""
    if get_origin(hint) in (Union, UnionType, Mapping):
        return all(map(_is_plain, get_args(hint)))
    return hint in _PLAIN or get_origin(hint) is Literal


class _ByClass(dict[type, T]):
    """What a function makes of each class: a look-up where ``functools.cache`` would make a tuple of the class."""

    def __init__(self, function: Callable[[type], T]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, cls: type) -> T:
        self[cls] = made = self._function(cls)
        return made


def _inner_fields(cls: type) -> tuple[str, ...]:
    """Return the fields that can hold a span or an annotation: of a plugin's class all, whatever it declares."""
    if cls in _OWN:
        hints = get_type_hints(cls)
        return tuple(name for name in attrs.fields_dict(cls) if not _is_plain(hints[name]))
    if attrs.has(cls):
        return tuple(attrs.fields_dict(cls))
    import dataclasses  # noqa: PLC0415 - import time, for a plugin's classes

    return tuple(each.name for each in dataclasses.fields(cls)) if dataclasses.is_dataclass(cls) else ()


_INNER_FIELDS = _ByClass(_inner_fields)
_IS_LEAF = _ByClass(lambda cls: issubclass(cls, Span) or is_kind(cls))


def _collect(value: object, found: list[object]) -> None:
    _collect_items(value if type(value) is tuple else (value,), found)


def _collect_items(items: Any, found: list[object]) -> None:  # noqa: ANN401 - a tuple of whatever a plugin puts there
    for item in items:
        cls: Any = type(item)
        if cls is Mention:
            found.append(item.span)
        elif cls is Span or _IS_LEAF[cls]:
            found.append(item)
        elif cls is tuple:
            _collect_items(item, found)
        elif cls not in _PLAIN:
            _collect_other(item, found)


def _collect_other(value: object, found: list[object]) -> None:
    """Collect what is in a plugin's collection or object."""
    if isinstance(value, (tuple, list)):
        for item in value:
            _collect(item, found)
    elif isinstance(value, Mapping):
        for each in value.items():
            _collect(each, found)
    elif isinstance(value, AbstractSet):
        _collect_set(value, found)
    else:
        _collect_inner(value, found)


def _collect_set(values: Iterable[object], found: list[object]) -> None:
    """Collect what a set holds in the order of the text, since its own order is another in each process."""
    inside: list[object] = []
    for item in values:
        _collect(item, inside)
    found += sorted(inside, key=_place)


def _place(leaf: object) -> tuple[int, int]:
    spans = (leaf,) if isinstance(leaf, Span) else anchor(leaf)
    return (spans[0].start, spans[-1].end) if spans else (-1, -1)


def _collect_inner(value: object, found: list[object]) -> None:
    cls: Any = type(value)
    for name in _INNER_FIELDS[cls]:
        inner = getattr(value, name)
        held = type(inner)
        if held is Span:
            found.append(inner)
        elif held is tuple:
            if inner:
                _collect_items(inner, found)
        elif inner is not None:
            _collect_items((inner,), found)


def leaves(annotation: object) -> list[object]:
    """Return each span of an annotation and each other annotation that it refers to, in the order of its fields."""
    found: list[object] = []
    _collect_inner(annotation, found)
    return found


def anchor(annotation: object) -> tuple[Span, ...]:
    """Return the spans that place an annotation: those of its first field that has any."""
    cls: Any = type(annotation)
    for name in _INNER_FIELDS[cls]:
        value = getattr(annotation, name)
        if type(value) is Span:
            return (value,)
        spans = spans_of(value)
        if spans:
            return spans
    return ()


def spans_of(value: object) -> tuple[Span, ...]:
    """Return the spans of a field's value or of one of its items, in order."""
    found: list[object] = []
    _collect(value, found)
    return tuple([leaf for leaf in found if isinstance(leaf, Span)])
