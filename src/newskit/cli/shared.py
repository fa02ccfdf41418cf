"""What the commands share: how they speak, refuse, write, and end."""

from __future__ import annotations

import errno
import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from newskit.errors import PluginWarning
from newskit.formats.text import printable

SOME_FAILED, WRONG_USE, BROKEN_PIPE = 1, 2, 141
"""Exit statuses; the last is what a shell reports for a program that a closed pipe ends."""
_PLAIN_WIDTH = 100

Plugins = Annotated[
    str | None, typer.Option("--plugins", metavar="A,B", help="Use only these plugins [default: all installed].")
]
Block = Annotated[str | None, typer.Option("--block", metavar="A,B", help="Leave out these plugins.")]


def say(message: str) -> None:
    """Write one line to standard error."""
    typer.echo(f"newskit: {printable(message)}", err=True)


def refuse(message: str) -> NoReturn:
    """Say why the command is wrongly used, and end with the exit status for it."""
    say(message)
    raise typer.Exit(WRONG_USE)


@contextmanager
def one_line_warnings() -> Iterator[None]:
    """Show a broken plugin as one line, and every other warning as Python does."""
    with warnings.catch_warnings():
        warnings.simplefilter("always", PluginWarning)
        others = warnings.showwarning

        def show(
            message: Warning | str,
            category: type[Warning],
            *place: object,  # as Python calls it: the file and the line, then where to write
        ) -> None:
            if issubclass(category, PluginWarning):
                say(str(message))
            else:
                others(message, category, *place)  # type: ignore[arg-type]  # passed on as they came

        warnings.showwarning = show  # type: ignore[assignment]  # the same call, with its tail in one
        yield


@contextmanager
def quiet_when_closed() -> Iterator[None]:
    """End without a word when the reader of standard output has gone, as after ``| head``."""
    try:
        yield
        sys.stdout.flush()
    except OSError as exc:
        if exc.errno not in (errno.EPIPE, errno.EINVAL):
            raise
        # What is still in the buffer must go nowhere, or the interpreter complains when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(BROKEN_PIPE) from None


def coloured() -> bool:
    """Tell whether standard output takes colours: a terminal, and neither ``NO_COLOR`` nor a dumb one."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Return the width of the terminal; of ``COLUMNS`` or 100 columns where there is none."""
    if sys.stdout.isatty():
        return Console().width
    columns = os.environ.get("COLUMNS", "")
    return int(columns) if columns.isdecimal() and int(columns) else _PLAIN_WIDTH


def write(text: str) -> None:
    """Write to standard output as UTF-8, whatever the locale; ``?`` for what UTF-8 cannot hold."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", errors="replace"))
    sys.stdout.buffer.flush()


def names(given: str | None) -> tuple[str, ...] | None:
    """Return the names in an option, which are parted by commas; None where it was not given."""
    return None if given is None else tuple(name.strip() for name in given.split(",") if name.strip())
