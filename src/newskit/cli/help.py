"""The commands: each imported when it is asked for, and shown in the help with flags that take no ``<bool>``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup


class Command(TyperCommand):
    """A command whose flags are shown by their names alone."""

    def get_params(self, ctx: Any) -> Any:  # noqa: ANN401 - Typer's own click, whose classes are not public
        """Return the parameters of the command."""
        return _plain(super().get_params(ctx))


class Group(TyperGroup):
    """A group of commands whose flags are shown by their names alone."""

    def get_params(self, ctx: Any) -> Any:  # noqa: ANN401 - likewise
        """Return the parameters of the group."""
        return _plain(super().get_params(ctx))


_NAMES = ("extract", "view", "run", "people", "report", "verify", "plugins", "plugin", "bench")


class Commands(Group):
    """The group of all commands."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - likewise
        super().__init__(**{**settings, "commands": _Modules(*_NAMES)})


class _Modules(Mapping[str, Any]):
    """The commands by name, each the ``app`` of a module that is imported when the command is looked up."""

    def __init__(self, *names: str) -> None:
        self._names = names

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - likewise
        if name not in self._names:
            raise KeyError(name)
        command = typer.main.get_command(import_module(f"newskit.cli.{name}").app)
        command.name = name
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def command_app() -> typer.Typer:
    """Return an app for the command of a module."""
    return typer.Typer(add_completion=False, rich_markup_mode="markdown")


def group_app() -> typer.Typer:
    """Return an app for a group of commands of a module."""
    return typer.Typer(cls=Group, no_args_is_help=True, add_completion=False, rich_markup_mode="markdown")


def _plain(parameters: list[Any]) -> list[Any]:
    for each in parameters:
        if getattr(each, "is_flag", False) and each.metavar is None:
            each.metavar = ""
    return parameters
