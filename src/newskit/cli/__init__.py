"""The command ``newskit``; each of its commands is a module here, imported when it is asked for."""

from __future__ import annotations

import atexit
import gc
from typing import Annotated

import typer

from newskit.cli.help import Commands
from newskit.cli.shared import open_output, write

app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(value: bool) -> None:  # noqa: FBT001 - typer calls it with the option's value
    if value:
        from importlib.metadata import version  # noqa: PLC0415 - import time, for who asks

        with open_output():
            write(f"newskit {version('newskit')}\n")
        raise typer.Exit


@app.callback(epilog="`newskit COMMAND --help` explains a command, with examples.")
def newskit(
    *,
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Who said what, when, and in what office: typed, linked facts from news articles."""


_OBJECTS = 200_000
"""Objects made and not yet let go, from which on garbage is looked for; newskit with all its data has some 50,000."""


def main() -> None:
    """Run the command as a program of its own."""
    # Most of what a command makes stays to its end and then goes with the process: looking through it for garbage on
    # the way, and once more at the end, takes a fifth of a short run.
    gc.set_threshold(_OBJECTS)
    atexit.register(gc.freeze)
    app(prog_name="newskit")
