"""What is installed for a group of entry points, with the distributions that it comes from.

The standard library's ``importlib.metadata`` takes a tenth of the time of a kit with its first article for it. Where
packages lie in plain folders, as nearly everywhere, their files are read here; else it is asked.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import reduce
from importlib import import_module
from importlib.machinery import PathFinder
from typing import NamedTuple


class Installed(NamedTuple):
    """An entry point: its name, what it stands for (``MODULE`` or ``MODULE:ATTRIBUTE``), its distribution."""

    name: str
    value: str
    distribution: str | None
    version: str | None

    def load(self) -> object:
        """Import what it stands for."""
        module, _, attributes = self.value.partition("[")[0].strip().partition(":")
        return reduce(getattr, filter(None, attributes.strip().split(".")), import_module(module.strip()))


def installed(group: str) -> list[Installed]:
    """Return the entry points of a group; of two distributions of one name those of the first on the path."""
    folders = [os.fspath(folder) or os.curdir for folder in sys.path]
    plain = not any(folder.endswith(".egg") or os.path.isfile(folder) for folder in folders)  # noqa: PTH113 - import time
    others = any(hasattr(finder, "find_distributions") and finder is not PathFinder for finder in sys.meta_path)
    return list(_read(group, folders)) if plain and not others else list(_asked(group))


def _asked(group: str) -> Iterator[Installed]:
    from importlib.metadata import entry_points  # noqa: PLC0415 - import time

    for each in entry_points(group=group):
        metadata = each.dist.metadata if each.dist else {"Name": None, "Version": None}
        yield Installed(each.name, each.value, metadata["Name"], metadata["Version"])


def _read(group: str, folders: list[str]) -> Iterator[Installed]:
    seen: set[str] = set()
    for folder in folders:
        try:
            there = sorted(os.listdir(folder))  # noqa: PTH208 - likewise
        except OSError:
            continue
        for name in there:
            stem, ending = os.path.splitext(name)  # noqa: PTH122 - likewise
            known = stem.partition("-")[0].lower().replace(".", "_")
            if ending in {".dist-info", ".egg-info"} and known not in seen:
                seen.add(known)
                yield from _of_distribution(os.path.join(folder, name), group)  # noqa: PTH118 - likewise


def _of_distribution(folder: str, group: str) -> Iterator[Installed]:
    text = _text(folder, "entry_points.txt", f"[{group}]")
    if not text:
        return
    metadata = _text(folder, "METADATA") or _text(folder, "PKG-INFO")
    head = dict(line.split(": ", 1) for line in metadata.partition("\n\n")[0].splitlines() if ": " in line)
    inside = False
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            inside = line == f"[{group}]"
        elif inside and "=" in line and not line.startswith("#"):
            name, _, value = line.partition("=")
            yield Installed(name.strip(), value.strip(), head.get("Name"), head.get("Version"))


def _text(folder: str, name: str, needed: str = "") -> str:
    """Return the text of a file, nothing where there is none or it does not have what is needed."""
    try:
        with open(os.path.join(folder, name), "rb") as file:  # noqa: PTH118, PTH123 - likewise
            data = file.read()
    except OSError:
        return ""
    return data.decode("utf-8", "replace").replace("\r\n", "\n") if needed.encode() in data else ""
