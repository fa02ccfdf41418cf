"""A plugin from a file that is not installed, to be tried: a module, or a package by its folder."""

from __future__ import annotations

import hashlib
import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from attrs import frozen

from newskit.errors import PluginError, describe
from newskit.guard import Guard
from newskit.paths import is_file, is_folder, is_there, real

if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec

_DIGITS = 16


@frozen
class Added:
    """A module from a file, where that lies, and the beginning of the SHA-256 of what is in it."""

    module: ModuleType
    path: Path
    digest: str


def load(path: Path | str) -> Added:
    """Import a module from its file, or a package from its folder or its ``__init__.py``; a second time it is the same.

    It gets its name from the file or folder, and the folder that holds it becomes the last of those in which modules
    are found, for the others beside it. Raises ``PluginError`` for what is no such file, for a module that cannot be
    imported, and for a name that another module has.
    """
    file = Path(path).absolute()
    if is_folder(file):
        file /= "__init__.py"
    is_package = file.name == "__init__.py"
    home = file.parent if is_package else file
    name = home.stem
    if not is_there(path):
        raise PluginError(f"{path}: no such file or folder", plugin=name)
    if file.suffix != ".py" or not is_file(file):
        raise PluginError(f"{path}: no module: expected a .py file, or a folder with __init__.py", plugin=name)
    if not name.isidentifier():
        raise PluginError(f"{path}: {name!r} cannot be the name of a module", plugin=name)
    digest = _digest(home)
    there = sys.modules.get(name) or _installed(name)
    if there is not None and not _is_from(there, file):
        raise PluginError(f"{path}: another module is named {name!r}; name the file otherwise", plugin=name)
    with Guard() as guard:
        module, raised = guard.call(_imported, name, file)
    if raised is not None or module is None:
        sys.modules.pop(name, None)
        told = describe(raised) if raised is not None else "nothing came of it"
        raise PluginError(f"{path}: cannot be imported: {told}", plugin=name) from raised
    return Added(module, home, digest)


def _installed(name: str) -> ModuleSpec | None:
    """Return where a module of the name is found; a mere folder is none."""
    spec = importlib.util.find_spec(name)
    return spec if spec is not None and spec.origin is not None else None


def _is_from(there: ModuleType | ModuleSpec, file: Path) -> bool:
    where = there.__file__ if isinstance(there, ModuleType) else there.origin
    return where is not None and real(where) == real(file)


def _imported(name: str, file: Path) -> ModuleType:
    if name in sys.modules:
        return sys.modules[name]
    beside = str(file.parent.parent if file.name == "__init__.py" else file.parent)
    if beside not in sys.path:
        sys.path.append(beside)
    spec = importlib.util.spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise ImportError(f"no module in {file}")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _digest(home: Path) -> str:
    """Return the digest of a file, or of all files of a package with their names."""
    found = hashlib.sha256()
    for file in _files(home):
        found.update(f"{file.relative_to(home.parent).as_posix()}\0{file.stat().st_size}\0".encode(errors="replace"))
        found.update(file.read_bytes())
    return found.hexdigest()[:_DIGITS]


def _files(home: Path) -> Iterator[Path]:
    if is_file(home):
        yield home
    for file in sorted(home.rglob("*")):
        if is_file(file) and "__pycache__" not in file.parts:
            yield file
