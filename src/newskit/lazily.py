"""Packages whose modules are imported when a name of theirs is asked for, and not by whoever needs another one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from importlib import import_module


def lazily(package: str, **modules: Iterable[str]) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Return the ``__getattr__`` and the ``__dir__`` of a package: its public names by the modules that hold them."""
    where = {name: module for module, names in modules.items() for name in names}

    def attribute(name: str) -> object:
        if name not in where:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{where[name]}"), name)

    return attribute, lambda: sorted({*vars(sys.modules[package]), *where})
