"""Word lists as data files: one entry a line, ``#`` begins a comment."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Iterable
from functools import cache
from itertools import combinations
from typing import TypeVar

from newskit.errors import InputError
from newskit.hints import there

T = TypeVar("T")
_HEAD = re.compile(r"\A(?>(?:#(?>[^\n]*)\n)+)")
"""Lines of comments before everything else."""


def _text(package: str, name: str) -> str:
    # pkgutil reads from zipped packages too and, unlike importlib.resources, costs no import time.
    data = pkgutil.get_data(package, name)
    if data is None:
        raise FileNotFoundError(f"{package} has no loader that reads {name}")
    return data.decode("utf-8")


def _lines(text: str) -> list[str]:
    """Return all lines of a data file, without comments."""
    lines = text.splitlines()
    for number in range(len(text[: text.rfind("#") + 1].splitlines())):  # most have comments at the head alone
        lines[number] = lines[number].partition("#")[0]
    return list(map(str.strip, lines))


@cache
def entries(package: str, name: str) -> tuple[str, ...]:
    """Return the entries of a word list that lies in a package, in the order of the file, without comments.

    Raises ``FileNotFoundError`` where the package has no such file.
    """
    return tuple(filter(None, _lines(_text(package, name))))


def rows(package: str, name: str, form: str, read: Callable[[str], T]) -> list[T]:
    """Return what ``read`` makes of each entry of a file, in its order.

    ``form`` says how an entry reads. Raises ``InputError`` with file and line where ``read`` raises ``ValueError`` or
    ``KeyError``.
    """
    try:
        return list(map(read, entries(package, name)))
    except (ValueError, KeyError) as exc:
        for number, line in enumerate(_lines(_text(package, name)), start=1):
            if line and _raises(read, line):
                message = f"an entry reads {form}, got {line!r}"
                raise InputError(message, path=f"{package}/{name}", line=number) from exc
        raise


@cache
def pairs(package: str, name: str, form: str, between: str = " ") -> dict[str, str]:
    """Return the second field of each entry by the first, which stands before ``between``.

    Raises ``InputError`` with file and line for an entry of more fields or fewer; ``form`` says how one reads.
    """
    text = _text(package, name)
    body = _HEAD.sub("", text)
    if "#" in body or body.count(between) != body.count("\n"):
        return dict(rows(package, name, form, lambda line: _pair(line.split(between))))
    # Large tables are read so: all fields at once take half the time of line by line.
    fields = body.replace("\n", between).split(between)
    return dict(zip(fields[::2], fields[1::2], strict=False))


def _pair(fields: list[str]) -> tuple[str, str]:
    first, second = fields
    return first, second


def _raises(read: Callable[[str], object], line: str) -> bool:
    try:
        read(line)
    except (ValueError, KeyError):
        return True
    return False


@cache
def words(package: str, name: str) -> frozenset[str]:
    """Return the entries of a word list as a set."""
    return frozenset(entries(package, name))


@cache
def classes(package: str, name: str) -> dict[str, frozenset[str]]:
    """Return a word list whose entries read ``CLASS WORD…`` as a set of words for each class.

    A line ``CLASS: what it is`` declares a class; where a file declares any it has no others. ``apart: CLASS CLASS…``
    says that a word is in but one of these. Raises ``InputError`` with file and line for a class that is not
    declared or has no word behind it, and for a word in two classes that are apart.
    """
    found: dict[str, set[str]] = {}
    declared: set[str] = set()
    apart: list[list[str]] = []
    for line in entries(package, name):
        label, _, word = line.partition(" ")
        if label in found:
            found[label].add(word.strip())
        elif label == "apart:":
            apart.append(word.split())
        elif label[-1] == ":":
            declared.add(label[:-1])
        else:
            found[label] = {word.strip()}
    if declared:
        pairs = {pair for group in apart for pair in combinations(group, 2)}
        known = found.keys() | {label for group in apart for label in group} <= declared
        if (
            not known
            or any(not found.get(one, set()).isdisjoint(found.get(other, set())) for one, other in pairs)
            or any("" in group for group in found.values())
        ):
            raise _fault(package, name, declared, pairs)
    return {label: frozenset(found.get(label, ())) for label in (*found, *(declared - found.keys()))}


def _fault(package: str, name: str, declared: set[str], pairs: Iterable[tuple[str, str]]) -> InputError:
    """Return what is wrong with a file of classes, with its line."""
    where: dict[str, dict[str, int]] = {}
    both = {frozenset(pair) for pair in pairs}
    path = f"{package}/{name}"
    for number, line in enumerate(_lines(_text(package, name)), start=1):
        label, _, word = line.partition(" ")
        named = word.split() if label == "apart:" else [label] if line and label[-1] != ":" else []
        unknown = [each for each in named if each not in declared]
        if unknown:
            told = there(unknown[0], sorted(declared))
            return InputError(f"no class is named {unknown[0]!r}{told}", path=path, line=number)
        if named and not word.strip():
            return InputError(f"an entry reads CLASS WORD, got {line!r}", path=path, line=number)
        for other, first in where.get(word.strip(), {}).items():
            if frozenset((label, other)) in both:
                why = f"{word.strip()!r} is in two classes that are apart, {label} and {other} (line {first})"
                return InputError(why, path=path, line=number)
        where.setdefault(word.strip(), {})[label] = number
    raise AssertionError(path)  # asked only where there is one
