"""The public interface as lines, one for each name, field, parameter and option.

``python tests/public.py`` prints them.
"""

from __future__ import annotations

import importlib
import inspect
import sys
import typing
from collections.abc import Iterator
from typing import Any

import attrs
from typer.main import get_command

from newskit import hookspecs
from newskit.cli import app

MODULES = (
    "newskit",
    "newskit.text",
    "newskit.linking",
    "newskit.rules",
    "newskit.formats",
    "newskit.tables",
    "newskit.people",
    "newskit.report",
    "newskit.corpus",
    "newskit.verify",
    "newskit.testing",
)
BESIDE = (  # named in the reference, and in no __all__
    "newskit.examples.wrong_examples",
    "newskit.formats.html.style",
    "newskit.formats.text.to_text",
    "newskit.testing.strategies.articles",
    "newskit.testing.strategies.documents",
    "newskit.testing.strategies.spans",
    "newskit.testing.strategies.texts",
)


def lines() -> list[str]:
    """Return the lines, sorted."""
    return sorted({*_names(), *_hooks(), *_commands(get_command(app), "newskit")})


def _names() -> Iterator[str]:
    for module in map(importlib.import_module, MODULES):
        for name in module.__all__:
            yield from _of(f"{module.__name__}.{name}", getattr(module, name))
    for path in BESIDE:
        module, _, name = path.rpartition(".")
        yield from _of(path, getattr(importlib.import_module(module), name))


def _of(path: str, value: Any) -> Iterator[str]:
    yield path
    if inspect.isclass(value):
        yield from _members(path, value)
    elif typing.get_origin(value) is typing.Literal:
        yield from (f"{path} {word!r}" for word in typing.get_args(value))
    elif callable(value):
        yield from _parameters(path, value)


def _members(path: str, cls: type) -> Iterator[str]:
    """Yield what a class of newskit has: its fields, how it is called, and its methods and properties."""
    if attrs.has(cls):
        yield from (f"{path}.{each.name}" for each in attrs.fields(cls) if not each.name.startswith("_"))
        yield from _parameters(path, cls)
    for base in cls.__mro__:
        if base.__module__.partition(".")[0] != "newskit":
            continue
        for name, member in vars(base).items():
            if name.startswith("_"):
                continue
            yield f"{path}.{name}"
            if inspect.isfunction(member) or isinstance(member, classmethod | staticmethod):
                yield from _parameters(f"{path}.{name}", getattr(cls, name))


def _parameters(path: str, function: Any) -> Iterator[str]:
    """Yield a line a parameter: where it stands, if it can be given by position, and ``=`` if it can be left out."""
    taken = [each for name, each in inspect.signature(function).parameters.items() if name not in {"self", "cls"}]
    for place, each in enumerate(taken):
        position = f"{place}: " if each.kind <= inspect.Parameter.POSITIONAL_OR_KEYWORD else ""
        yield f"{path}({position}{each.name}{'' if each.default is inspect.Parameter.empty else '='})"


def _hooks() -> Iterator[str]:
    for name, hook in vars(hookspecs).items():
        if hasattr(hook, "newskit_spec"):
            yield from _parameters(f"hook {name}", hook)
            yield f"hook {name}"


def _commands(command: Any, path: str) -> Iterator[str]:
    for name, inner in getattr(command, "commands", {}).items():
        yield from _commands(inner, f"{path} {name}")
    for parameter in command.params:
        yield from (f"{path} {option}" for option in parameter.opts)


if __name__ == "__main__":
    sys.stdout.write("\n".join([*lines(), ""]))
