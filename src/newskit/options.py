"""The options of a plugin: declared as an attrs class, read from what the user of a kit gives."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import attrs
from attrs import frozen

from newskit.errors import OptionError, PluginError, describe
from newskit.hints import there

_PLAIN: dict[object, tuple[type, ...]] = {bool: (bool,), int: (int,), float: (float, int), str: (str,)}
"""What a default may be, by the type of its option."""


@frozen
class Option:
    """An option as its user sees it: its name, what it takes in words, its default as JSON holds it, what it is for."""

    name: str
    takes: str
    default: object
    help: str


def check_options(cls: object, plugin: str) -> type:
    """Return the class of a plugin's options, the types of its fields resolved.

    Raises ``PluginError`` for what is no such class, an option without a default or with a wrong one, and a type
    that is not there.
    """
    if not (inspect.isclass(cls) and attrs.has(cls)):
        msg = f"newskit_options: expected an attrs class, got {cls!r}"
        raise PluginError(msg, plugin=plugin)
    try:
        resolved: type = attrs.resolve_types(cls)
    except NameError as exc:
        msg = f"the types of its options cannot be resolved: {exc}"
        raise PluginError(msg, plugin=plugin) from exc
    for each in attrs.fields(resolved):
        if each.init:
            _check_default(each, plugin)
    return resolved


def _check_default(option: attrs.Attribute[Any], plugin: str) -> None:
    """Refuse an option without a default, with one that all kits would share, or with one against its type.

    Of the types only plain ones are looked at here, as every start pays for it.
    """
    default, wrong = option.default, ""
    if default is attrs.NOTHING:
        wrong = "has no default: whoever only installs the plugin gives it none"
    elif isinstance(default, (list, dict, set, bytearray)):
        of = type(default).__name__
        wrong = f"has a {of} for its default, which every kit would share: write attrs.field(factory={of}) or freeze it"
    elif not (isinstance(default, attrs.Factory) or option.converter):  # type: ignore[arg-type] # a class to mypy
        declared: Any = option.type
        if type(default) not in _PLAIN.get(declared, (type(default),)):
            wrong = f"is of the type {declared.__name__}, and its default is {default!r}"
    if wrong:
        raise PluginError(f"option {option.name!r} {wrong}", plugin=plugin)


def read_options(cls: type | None, given: Mapping[str, Any] | None, plugin: str) -> object | None:
    """Make the object of a plugin's options; None where it declares none.

    Raises ``OptionError`` for an option that there is not, and for what is no value of one.
    """
    known = [] if cls is None else names_of(cls)
    for name in sorted(set(given or ()) - set(known), key=str):
        msg = f"plugin {plugin}: unknown option {name!r}{there(name, sorted(known))}"
        raise OptionError(msg, plugin=plugin, option=name)
    if cls is None:
        return None
    if not given:
        return _defaults(cls, plugin)
    from newskit.structuring import WrongValueError, structured  # noqa: PLC0415 - cattrs, for who gives options

    try:
        made: object = structured(given, cls)
    except WrongValueError as exc:
        option = f", option {exc.place!r}" if exc.place else ""
        raise OptionError(f"plugin {plugin}{option}: {exc.message}", plugin=plugin, option=exc.place) from None
    except TypeError as exc:
        raise PluginError(f"its options cannot be read: {exc}", plugin=plugin) from exc
    return made


def options_of(cls: type) -> tuple[Option, ...]:
    """Return the options that a class declares, each with the docstring behind its field.

    Where the source of the class is not there, as in an interactive session, there is none.
    """
    from newskit.structuring import in_words, plain  # noqa: PLC0415 - cattrs, for who lists options

    defaults: Any = cls()
    docstrings = _docstrings(cls)
    fields = attrs.fields_dict(attrs.resolve_types(cls))
    return tuple(
        Option(name, in_words(fields[name].type), plain(getattr(defaults, name)), docstrings.get(name, ""))
        for name in names_of(cls)
    )


def names_of(cls: type) -> list[str]:
    """Return the names of the options that a class declares."""
    return [each.name for each in attrs.fields(cls) if each.init]


def _defaults(cls: type, plugin: str) -> object:
    try:
        made: object = cls()
    except Exception as exc:
        raise PluginError(f"the defaults of its options are refused: {describe(exc)}", plugin=plugin) from exc
    return made


def _docstrings(cls: type) -> dict[str, str]:
    """Return the string behind each field of a class and of those that it is derived from, on one line."""
    found: dict[str, str] = {}
    for each in reversed(cls.__mro__):
        if attrs.has(each):
            found.update(_own_docstrings(each))
    return found


def _own_docstrings(cls: type) -> dict[str, str]:
    from textwrap import dedent  # noqa: PLC0415 - import time, for who asks what options are for

    try:
        (tree,) = ast.parse(dedent(inspect.getsource(cls))).body
    except (OSError, TypeError, SyntaxError, ValueError):
        return {}
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    return {
        field.target.id: " ".join(behind.value.value.split())
        for field, behind in pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(behind, ast.Expr)
        and isinstance(behind.value, ast.Constant)
        and isinstance(behind.value.value, str)
    }
