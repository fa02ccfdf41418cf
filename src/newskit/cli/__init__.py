"""The command ``newskit``; each of its commands is a module here."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated

import typer

from newskit.cli import bench, extract, people, plugin, plugins, report, run, verify, view
from newskit.cli.help import Command, Group
from newskit.cli.shared import open_output, write

app = typer.Typer(
    cls=Group,
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(value: bool) -> None:  # noqa: FBT001 - typer calls it with the option's value
    if value:
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


app.command(cls=Command)(extract.extract)
app.command(cls=Command)(view.view)
app.command(cls=Command)(run.run)
app.command(cls=Command)(people.people)
app.command(cls=Command)(report.report)
app.command(cls=Command)(verify.verify)
app.command(name="plugins", cls=Command)(plugins.list_plugins)
app.add_typer(plugin.app, name="plugin")
app.add_typer(bench.app, name="bench")
