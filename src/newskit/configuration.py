"""A kit's arguments from a file: TOML."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from attrs import field, frozen

from newskit.added import Added
from newskit.errors import InputError, OptionError, reason
from newskit.hints import there
from newskit.kit import Kit

_NAMES = ("plugins", "block", "prefer")
_Names = tuple[str, ...]
_LARGEST, _MOST_DOTS, _DEEPEST = 256 * 1024, 500, 100
"""Bytes of a file, dots on a line of it, and levels of its tables and lists.

Python's reader of TOML takes time that grows with the square of the parts of a dotted key, which stands on one line.
"""
_LARGEST_NUMBER = 2**63
_LONGEST_FIELD = 80


@frozen
class Configuration:
    """What a kit is made of, in the names of the arguments of ``Kit``; ``path`` is the file that says it.

    ``add`` are the modules that a command adds.
    """

    plugins: _Names | None = None
    block: _Names | None = None
    prefer: _Names = ()
    options: Mapping[str, Mapping[str, Any]] = field(factory=dict)
    add: tuple[Added, ...] = ()
    path: Path | None = None

    @property
    def modules(self) -> list[object]:
        """The modules that are added."""
        return [each.module for each in self.add]

    def kit(self, *, strict: bool = False) -> Kit:
        """Make the kit. Raises what ``Kit`` raises; errors of options name the file."""
        with self.named():
            return Kit(
                plugins=self.plugins,
                block=self.block,
                add=self.modules,
                prefer=self.prefer,
                options=dict(self.options),
                strict=strict,
            )

    @contextmanager
    def named(self) -> Iterator[None]:
        """Name the file in an ``OptionError`` that is raised meanwhile."""
        try:
            yield
        except OptionError as exc:
            if self.path is None or exc.path is not None:
                raise
            raise exc.located(str(self.path)) from None


def read_configuration(path: Path) -> Configuration:
    """Read a TOML file with ``plugins``, ``block``, ``prefer`` and tables ``[options.PLUGIN]``.

    Values are those that JSON has too, since a run hands them on to its workers as JSON: strings, booleans, finite
    numbers, whole ones of 64 bits, lists and tables. Raises ``InputError`` that names the file and the field.
    """
    try:
        given = _read(path)
        for name, value in given.items():
            _check(name, value)
    except OSError as exc:
        raise InputError(f"cannot be read: {reason(exc)}", path=str(path)) from None
    except InputError as exc:
        raise InputError(exc.message, path=str(path), field=exc.field) from None
    given.update((name, tuple(given[name])) for name in _NAMES if name in given)
    return Configuration(**given, path=path)


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        raw = file.read(_LARGEST + 1)
    if len(raw) > _LARGEST:
        raise InputError(f"larger than {_LARGEST // 1024} KiB, the most that a configuration can be")
    for number, line in enumerate(raw.split(b"\n"), 1):
        if line.count(b".") > _MOST_DOTS:
            raise InputError(f"line {number} has more than {_MOST_DOTS} dots: a key of that many parts is none")
    try:
        # TOML has line ends of its own, and those of Windows pass.
        return tomllib.loads(raw.decode().replace("\r\n", "\n"))
    except RecursionError:
        raise InputError("no TOML: nested too deep") from None
    except ValueError as exc:  # a TOMLDecodeError, bytes that are no UTF-8, or what Python says of a number too long
        message = str(exc) if isinstance(exc, (tomllib.TOMLDecodeError, UnicodeError)) else "a number is too long"
        raise InputError(f"no TOML: {message}") from None


def _check(name: str, value: object) -> None:
    if name in _NAMES:
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise InputError("expected a list of strings", field=name)
    elif name != "options":
        raise InputError(f"no argument of a kit{there(name, (*_NAMES, 'options'))}", field=_short(name))
    elif not isinstance(value, dict) or not all(isinstance(each, dict) for each in value.values()):
        raise InputError("expected a table for each plugin", field=name)
    for place, wrong in _no_json(name, value):
        raise InputError(f"{wrong}, which a run could not hand on to its workers", field=_short(place))


def _no_json(name: str, value: object) -> Iterator[tuple[str, str]]:
    """Yield the place of each value that JSON does not have, and what it is."""
    waiting = [(name, value, 0)]
    while waiting:
        place, each, depth = waiting.pop()
        if depth > _DEEPEST:
            yield place, f"nested deeper than {_DEEPEST} levels"
        elif isinstance(each, dict):
            waiting += ((f"{place}.{_short(key)}", inner, depth + 1) for key, inner in each.items())
        elif isinstance(each, list):
            waiting += ((f"{place}[{number}]", inner, depth + 1) for number, inner in enumerate(each))
        elif isinstance(each, float) and not math.isfinite(each):
            yield place, f"the number {each}"
        elif isinstance(each, int) and not -_LARGEST_NUMBER <= each < _LARGEST_NUMBER:
            yield place, "a whole number of more than 64 bits"
        elif not isinstance(each, (str, bool, int, float)):
            yield place, f"a {type(each).__name__}"


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_FIELD else f"{name[:_LONGEST_FIELD]}…"
