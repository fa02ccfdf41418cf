"""The arguments of a kit, as another process is given them to make the same kit."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from importlib import import_module
from types import ModuleType
from typing import Any

from attrs import frozen

from newskit.errors import WorkerError, describe


@frozen
class _Module:
    """A plugin that is a module, which pickle does not take."""

    name: str


def packed(arguments: Mapping[str, Any] | None) -> bytes:
    """Return the arguments of ``Kit`` for another process, None of one that no arguments make.

    Raises ``WorkerError`` for what cannot be given to one.
    """
    if arguments is None:
        raise WorkerError("a kit with a plan of its own cannot be made anew in other processes")
    add = tuple(_Module(each.__name__) if isinstance(each, ModuleType) else each for each in arguments["add"])
    try:
        return pickle.dumps({**arguments, "add": add})
    except Exception as exc:  # whatever a plugin's object raises
        msg = f"other processes cannot be given the plugins in add, or the options: {describe(exc)}"
        raise WorkerError(msg) from exc


def unpacked(given: bytes) -> dict[str, Any]:
    """Return the arguments that were packed, their modules imported."""
    arguments: dict[str, Any] = pickle.loads(given)  # noqa: S301 - of the process that began this one
    add = (import_module(each.name) if isinstance(each, _Module) else each for each in arguments["add"])
    return {**arguments, "add": tuple(add)}
