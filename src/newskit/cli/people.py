"""The command ``newskit people``: who in the tables of a corpus is one person."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, cast

import typer

from newskit.cli.help import Command, command_app
from newskit.cli.shared import SOME_FAILED, counted, refuse_error, say, say_first
from newskit.errors import InputError, NewskitError
from newskit.people import People

app = command_app()
_TOLD = 5
_OPTIONS = {"format": "--format", "tables": "TABLE"}


@app.command(cls=Command)
def people(
    tables: Annotated[
        list[str], typer.Argument(metavar="TABLE...", help="Tables of people, folders of them, or folders of a run.")
    ],
    *,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="OUT", help="The folder of what is found.")],
    output: Annotated[str, typer.Option("--format", metavar="csv|parquet", help="What is written.")] = "csv",
) -> None:
    """Bring together the people of a corpus: one identity for each, by name, office and company.

    OUT gets `people`, a row a person, and `mentions`, a row for each person in an article, with confidence and
    evidence. After a stop the same command goes on where it was. The exit status is 0 when all is done, 1 when some
    rows could not be read, 2 for wrong use.

    **Examples**

    - `newskit people facts -o people` (after `newskit run articles/ -o facts --tables people`)
    - `newskit people facts-2024 facts-2025 -o people --format parquet`
    """
    failed: list[InputError] = []
    try:
        summary = People(tables=tables, out=out, format=cast("Any", output)).run(on_error=failed.append)
    except NewskitError as exc:
        refuse_error(exc, _OPTIONS)
    before = f" ({summary.before} of {counted(summary.files, 'file')} done before)" if summary.before else ""
    say(f"{counted(summary.rows, 'row')}, {summary.people:,} people{before}")
    say_first([*map(str, failed[:_TOLD])], len(failed))
    if failed:
        raise typer.Exit(SOME_FAILED)
