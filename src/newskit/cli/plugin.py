"""The command ``newskit plugin new``: begin a plugin."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from newskit.cli.help import Command, group_app
from newskit.cli.shared import open_output, refuse, write
from newskit.errors import InputError
from newskit.hints import there
from newskit.scaffold import KINDS, make

app = group_app()


@app.callback()
def plugin() -> None:
    """Begin a plugin of your own."""


@app.command(cls=Command)
def new(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name of its distribution, such as `acme-money`.")],
    *,
    kind: Annotated[
        str, typer.Option(metavar="|".join(KINDS), help="What it makes: a kind of newskit, one of its own, or changes.")
    ] = "own",
    folder: Annotated[
        Path,
        typer.Option("--in", metavar="FOLDER", help="Where its folder is made [default: here].", show_default=False),
    ] = Path(),
) -> None:
    """Write a complete plugin: a package with one rule that works, tests, README, licence, and what CI runs.

    **Examples**

    - `newskit plugin new acme-money`
    - `newskit plugin new acme-interviews --kind quote`
    - `newskit plugin new acme-style --kind amend --in plugins`
    """
    with open_output():
        if kind not in KINDS:
            refuse(f"--kind: no kind is named {kind!r}{there(kind, KINDS)}")
        try:
            made = make(name, kind, folder)
        except InputError as exc:
            refuse(str(exc))
        lines = [f"{made.folder}: {KINDS[kind].summary}", *(f"  {each}" for each in made.files)]
        lines += ["", f"cd {made.folder}", "pip install -e '.[test]'", "pytest", "newskit plugins"]
        write("".join(f"{line}\n" for line in lines))
