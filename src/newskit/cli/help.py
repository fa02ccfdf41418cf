"""The commands as their help shows them: a flag is a flag, and takes no ``<bool>``."""

from __future__ import annotations

from typing import Any

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


def _plain(parameters: list[Any]) -> list[Any]:
    for each in parameters:
        if getattr(each, "is_flag", False) and each.metavar is None:
            each.metavar = ""
    return parameters
