"""A kit from a file: TOML with the arguments of ``Kit``."""

from __future__ import annotations

import tomllib
from pathlib import Path

from newskit.errors import InputError
from newskit.kit import Kit

_NAMES = ("plugins", "block", "prefer")


def read_kit(path: Path) -> Kit:
    """Make a kit of a TOML file with ``plugins``, ``block``, ``prefer`` and tables ``[options.PLUGIN]``.

    Raises ``InputError`` that names the file and the field; ``PluginError`` as ``Kit`` does.
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
        elif name != "options":
            known = ", ".join((*_NAMES, "options"))
            raise InputError(f"no argument of a kit; there are {known}", path=str(path), field=name)
        elif not isinstance(value, dict) or not all(isinstance(each, dict) for each in value.values()):
            raise InputError("expected a table for each plugin", path=str(path), field=name)
    return Kit(**given)
