"""Word lists as data files: one entry a line, ``#`` begins a comment."""

from __future__ import annotations

import pkgutil
from functools import cache


@cache
def entries(package: str, name: str) -> tuple[str, ...]:
    """Return the entries of a word list that lies in a package, in the order of the file, without comments.

    Raises ``FileNotFoundError`` where the package has no such file.
    """
    # pkgutil reads from zipped packages too and, unlike importlib.resources, costs no import time.
    data = pkgutil.get_data(package, name)
    if data is None:
        raise FileNotFoundError(f"{package} has no loader that reads {name}")
    lines = data.decode("utf-8").splitlines()
    bare = (line.partition("#")[0].strip() for line in lines)
    return tuple(line for line in bare if line)


@cache
def words(package: str, name: str) -> frozenset[str]:
    """Return the entries of a word list as a set."""
    return frozenset(entries(package, name))


@cache
def classes(package: str, name: str) -> dict[str, frozenset[str]]:
    """Return a word list whose entries read ``CLASS WORD…`` as a set of words for each class."""
    found: dict[str, set[str]] = {}
    for line in entries(package, name):
        label, _, word = line.partition(" ")
        found.setdefault(label, set()).add(word.strip())
    return {label: frozenset(group) for label, group in found.items()}
