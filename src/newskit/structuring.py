"""Values of TOML and JSON turned into the types that a class declares, strictly: nothing is guessed or cut up.

Through cattrs, which knows what attrs classes hold and where in them something is wrong. Its own ways with what is no
container are for data that is trusted (``bool("no")`` is true, a string is a list of letters): those are replaced here.
"""

from __future__ import annotations

import reprlib
from collections.abc import Callable, Mapping, MutableMapping, MutableSequence, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    StructureHandlerNotFoundError,
)

from newskit.hints import there

T = TypeVar("T")
_SCALARS: dict[object, tuple[str, str, tuple[type, ...]]] = {
    bool: ("true or false", "true or false", (bool,)),
    int: ("a whole number", "whole numbers", (int,)),
    float: ("a number", "numbers", (int, float)),
    str: ("a string", "strings", (str,)),
    Path: ("a path", "paths", (str, Path)),
    NoneType: ("nothing", "nothing", (NoneType,)),
}
_MAKERS: dict[object, Callable[[Any], object]] = {
    tuple: tuple,
    Sequence: tuple,
    list: list,
    frozenset: frozenset,
    AbstractSet: frozenset,
    set: set,
}
_MAPPINGS = (Mapping, dict)


class WrongValueError(ValueError):
    """A value that is none of the declared type: where it is, as ``roles.office[2]``, and what was expected."""

    def __init__(self, message: str, *, place: str = "") -> None:
        self.message, self.place = message, place
        super().__init__(message)


def structured(given: Mapping[str, Any], cls: type[T]) -> T:
    """Make an object of an attrs class from values of TOML or JSON; raises ``WrongValueError`` for the first wrong one.

    Raises ``TypeError`` for a class with a field of a type that no such value has.
    """
    try:
        return _converter.structure(given, cls)
    except Exception as exc:
        raise _first(exc, cls, given) from None


def in_words(declared: Any, *, several: bool = False) -> str:  # noqa: ANN401 - whatever stands for a type
    """Return what a declared type takes, as "a list of strings"."""
    origin, arguments = get_origin(declared), get_args(declared)
    if declared in _SCALARS:
        one, more, _ = _SCALARS[declared]
        return more if several else one
    if origin is Literal:
        return f"{'any' if several else 'one'} of {', '.join(map(str, arguments))}"
    if origin in (Union, UnionType):
        return " or ".join(in_words(each, several=several) for each in arguments if each is not NoneType)
    if origin in _MAKERS:
        return f"{'lists' if several else 'a list'} of {in_words(arguments[0], several=True)}"
    if origin in _MAPPINGS or attrs.has(declared):
        inner = in_words(arguments[1], several=True) if arguments else ", ".join(attrs.fields_dict(declared))
        return f"{'tables' if several else 'a table'} of {inner}"
    return getattr(declared, "__name__", str(declared))


def plain(value: object) -> object:
    """Return a value as JSON holds it."""
    return _converter.unstructure(value)


def _first(exc: Exception, cls: type, given: Mapping[str, Any]) -> Exception:
    place = ""
    while isinstance(exc, BaseValidationError):
        noted, bare = cast("ClassValidationError | IterableValidationError", exc).group_exceptions()
        if not noted:
            exc = bare[0]
            continue
        exc, note = noted[0]
        step = note.name if isinstance(note, AttributeValidationNote) else note.index
        place += f"[{step}]" if isinstance(step, int) else f"{'.' if place else ''}{step}"
    if isinstance(exc, StructureHandlerNotFoundError):
        told = getattr(exc.type_, "__name__", exc.type_)
        return TypeError(f"{place or _of_type(cls, exc.type_)} is a {told}, which no value can be turned into")
    if isinstance(exc, ForbiddenExtraKeysError):
        known = [each.name for each in attrs.fields(exc.cl)]
        name = min(exc.extra_fields)
        return WrongValueError(f"unknown name {name!r}{there(name, known)}", place=place)
    return WrongValueError(_message(exc), place=place or _refused(cls, given, exc))


def _of_type(cls: type, declared: object) -> str:
    return next((each.name for each in attrs.fields(cls) if each.type is declared), "an option")


def _message(exc: Exception) -> str:
    told = getattr(exc, "message", None) or (exc.args[0] if exc.args else type(exc).__name__)
    return str(told)


def _refused(cls: type, given: Mapping[str, Any], error: Exception) -> str:
    """Return the field that a validator refuses: with it alone the class says the same."""
    for name in given:
        try:
            _converter.structure({name: given[name]}, cls)
        except BaseValidationError as exc:
            _, bare = cast("ClassValidationError", exc).group_exceptions()
            if bare and _message(bare[0]) == _message(error):
                return name
    return ""


def _expected(declared: object, value: object) -> ValueError:
    return ValueError(f"expected {in_words(declared)}, got {reprlib.repr(value)}")


def _scalar(value: object, declared: Any) -> object:  # noqa: ANN401 - a type
    if type(value) not in _SCALARS[declared][2]:
        raise _expected(declared, value)
    return declared(value) if declared in (float, Path) else value


def _is_literal(declared: object) -> bool:
    return get_origin(declared) is Literal


def _literal(value: object, declared: object) -> object:
    if value not in get_args(declared):
        raise _expected(declared, value)
    return value


def _is_list(declared: object) -> bool:
    arguments = get_args(declared)
    return get_origin(declared) in _MAKERS and (get_origin(declared) is not tuple or arguments[-1] is Ellipsis)


def _list(declared: Any, converter: Converter) -> Callable[[Any, Any], object]:  # noqa: ANN401 - whatever stands for a type
    inner: Any = MutableSequence[get_args(declared)[0]]  # type: ignore[misc] # a list to cattrs, and none of those here
    read, make = converter.get_structure_hook(inner), _MAKERS[get_origin(declared)]

    def structure(value: Any, _: object) -> object:  # noqa: ANN401 - what was given
        if not isinstance(value, (list, tuple, set, frozenset)):
            raise _expected(declared, value)
        return make(read(value, inner))

    return structure


def _is_table(declared: object) -> bool:
    return get_origin(declared) in _MAPPINGS


def _table(declared: Any, converter: Converter) -> Callable[[Any, Any], object]:  # noqa: ANN401 - whatever stands for a type
    inner: Any = MutableMapping[get_args(declared)]  # type: ignore[misc] # likewise
    read = converter.get_structure_hook(inner)

    def structure(value: Any, _: object) -> object:  # noqa: ANN401 - what was given
        if not isinstance(value, Mapping):
            raise _expected(declared, value)
        return read(value, inner)

    return structure


def _made() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    for scalar in _SCALARS:
        converter.register_structure_hook(cast("Any", scalar), _scalar)
    converter.register_structure_hook_func(_is_literal, _literal)
    converter.register_structure_hook_factory(_is_list, lambda declared: _list(declared, converter))
    converter.register_structure_hook_factory(_is_table, lambda declared: _table(declared, converter))
    return converter


_converter = _made()
