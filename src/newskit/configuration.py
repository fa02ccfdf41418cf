"""A kit's arguments from a file: TOML."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen

from newskit.errors import InputError
from newskit.kit import Kit

_NAMES = ("plugins", "block", "prefer")
_Names = tuple[str, ...]


@frozen
class Configuration:
    """What a kit is made of; the same names as the arguments of ``Kit``."""

    plugins: _Names | None = None
    block: _Names | None = None
    prefer: _Names = ()
    options: Mapping[str, Mapping[str, Any]] = field(factory=dict)

    def kit(self, *, strict: bool = False) -> Kit:
        """Make the kit. Raises what ``Kit`` raises."""
        return Kit(
            plugins=self.plugins, block=self.block, prefer=self.prefer, options=dict(self.options), strict=strict
        )


def read_configuration(path: Path) -> Configuration:
    """Read a TOML file with ``plugins``, ``block``, ``prefer`` and tables ``[options.PLUGIN]``.

    Raises ``InputError`` that names the file and the field.
    """
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as exc:
        raise InputError(f"cannot be read: {(exc.strerror or str(exc)).lower()}", path=str(path)) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        raise InputError(f"no TOML: {exc}", path=str(path)) from None
    for name, value in given.items():
        if name in _NAMES:
            if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
                raise InputError("expected a list of strings", path=str(path), field=name)
            given[name] = tuple(value)
        elif name != "options":
            known = ", ".join((*_NAMES, "options"))
            raise InputError(f"no argument of a kit; there are {known}", path=str(path), field=name)
        elif not isinstance(value, dict) or not all(isinstance(each, dict) for each in value.values()):
            raise InputError("expected a table for each plugin", path=str(path), field=name)
    return Configuration(**given)
