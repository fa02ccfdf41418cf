"""The command ``newskit``: extract the facts of articles, and list what is installed."""

from __future__ import annotations

import errno
import os
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, NoReturn

import orjson
import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from newskit.document import Document
from newskit.errors import ExtractorError, InputError, NewskitError, PluginWarning, describe
from newskit.formats.read import STDIN, InputFormat, check_encoding, read_articles
from newskit.formats.registry import find_format, formats
from newskit.formats.text import printable, to_text
from newskit.hookspecs import Config, Format
from newskit.kinds import Article
from newskit.kit import Kit
from newskit.plan import Plan, make_plan
from newskit.plugins import PluginInfo, discover

SOME_FAILED, WRONG_USE, BROKEN_PIPE = 1, 2, 141
"""Exit statuses; the last is what a shell reports for a program that a closed pipe ends."""
_PLAIN_WIDTH = 100

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _say(message: str) -> None:
    """Write one line to standard error."""
    typer.echo(f"newskit: {printable(message)}", err=True)


def _refuse(message: str) -> NoReturn:
    _say(message)
    raise typer.Exit(WRONG_USE)


@contextmanager
def _one_line_warnings() -> Iterator[None]:
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
                _say(str(message))
            else:
                others(message, category, *place)  # type: ignore[arg-type]  # passed on as they came

        warnings.showwarning = show  # type: ignore[assignment]  # the same call, with its tail in one
        yield


@contextmanager
def _quiet_when_closed() -> Iterator[None]:
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


def _coloured() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _width() -> int:
    """Return the width of the terminal; of ``COLUMNS`` or 100 columns where there is none."""
    if sys.stdout.isatty():
        return Console().width
    columns = os.environ.get("COLUMNS", "")
    return int(columns) if columns.isdecimal() and int(columns) else _PLAIN_WIDTH


def _write(text: str) -> None:
    """Write to standard output as UTF-8, whatever the locale; ``?`` for what UTF-8 cannot hold."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", errors="replace"))
    sys.stdout.buffer.flush()


def _names(given: str | None) -> tuple[str, ...] | None:
    return None if given is None else tuple(name.strip() for name in given.split(",") if name.strip())


def _show_version(value: bool) -> None:  # noqa: FBT001 - typer calls it with the option's value
    if value:
        typer.echo(f"newskit {version('newskit')}")
        raise typer.Exit


@app.callback(epilog="`newskit COMMAND --help` explains a command, with examples.")
def newskit(
    *,
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Who said what, when, and in what office: typed, linked facts from news articles."""


Plugins = Annotated[
    str | None, typer.Option("--plugins", metavar="A,B", help="Use only these plugins [default: all installed].")
]
Block = Annotated[str | None, typer.Option("--block", metavar="A,B", help="Leave out these plugins.")]


@app.command()
def extract(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Articles; `-` is standard input.")],
    *,
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day of publication, YYYY-MM-DD, for articles that do not say it."),
    ] = None,
    output: Annotated[
        str, typer.Option("--format", metavar="NAME", help="`text`, `json`, `jsonl`, or a format of a plugin.")
    ] = "text",
    input_format: Annotated[
        str, typer.Option(metavar="text|jsonl", help="One article a file, or one JSON object a line.")
    ] = "text",
    encoding: Annotated[str, typer.Option(metavar="NAME", help="The encoding of the files.")] = "utf-8",
    plugins: Plugins = None,
    block: Block = None,
    strict: Annotated[bool, typer.Option("--strict", help="Stop at the first extractor that fails.")] = False,
) -> None:
    """Find parts, people, offices, dates and quotes in articles.

    Data goes to standard output, everything else to standard error. The exit status is 0 when all is done, 1 when
    some articles failed, 2 for wrong use.

    **Examples**

    - `newskit extract story.txt --published 2025-02-18`
    - `pbpaste | newskit extract -`
    - `newskit extract *.txt --format jsonl > facts.jsonl`
    - `newskit extract articles.jsonl --input-format jsonl --format jsonl | jq .quotes`
    """
    reading = _check_arguments(files, published, input_format, encoding)
    with _one_line_warnings(), _quiet_when_closed():
        try:
            kit = Kit(plugins=_names(plugins), block=_names(block), strict=strict)
            listing = partial(to_text, width=_width(), colour=_coloured())
            chosen = find_format(formats(kit.registry, text=listing), output)
        except NewskitError as exc:
            _refuse(str(exc))
        run = _Run(kit, chosen)
        for article in reading(on_error=run.fail):
            run.extract(article)
        if run.failed:
            raise typer.Exit(SOME_FAILED)


def _check_arguments(
    files: list[str], published: str | None, input_format: str, encoding: str
) -> Callable[..., Iterator[Article]]:
    """Refuse what is wrong before any article is read; return the reading of the files."""
    try:
        check_encoding(encoding)
    except InputError as exc:
        _refuse(f"--encoding: {exc.message}")
    try:
        day = Article("", published=published).published
    except InputError as exc:
        _refuse(f"--published: {exc.message}")
    form: InputFormat = "jsonl" if input_format == "jsonl" else "text"
    if input_format != form:
        _refuse(f"--input-format: no input format is named {input_format!r}; there are text, jsonl")
    for file in files:
        if file != STDIN and not Path(file).exists():
            _refuse(f"{file}: no such file")
        if file != STDIN and Path(file).is_dir():
            _refuse(f"{file}: a directory, expected a file")
    return partial(read_articles, *files, input_format=form, encoding=encoding, published=day)


class _Run:
    """A kit and a format, run on one article after another."""

    def __init__(self, kit: Kit, chosen: Format) -> None:
        self.kit, self.format = kit, chosen
        self.failed = False
        self._written = False

    def fail(self, error: Exception) -> None:
        self.failed = True
        _say(str(error))

    def extract(self, article: Article) -> None:
        try:
            document = self.kit.extract(article)
        except ExtractorError as exc:
            self.fail(exc)
            raise typer.Exit(SOME_FAILED) from None
        for failure in document.failures:
            self.fail(NewskitError(f"{article.id}: {failure.extractor} failed: {failure.error}"))
        self._write(document)

    def _write(self, document: Document) -> None:
        try:
            text = self.format.write(document)
        except Exception as exc:
            where = f"{document.article.id}: format {self.format.name!r} failed"
            self.fail(NewskitError(f"{where}: {describe(exc)}"))
            return
        if self._written and self.format.name == "text":
            _write("\n\n")
        self._written = True
        _write(text if text.endswith("\n") else f"{text}\n")


@app.command(name="plugins")
def list_plugins(
    *,
    plan: Annotated[bool, typer.Option("--plan", help="Show the order in which the extractors run.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    plugins: Plugins = None,
    block: Block = None,
) -> None:
    """List the plugins: where they come from, what they make and read, what is blocked or broken.

    **Examples**

    - `newskit plugins --plan`
    - `newskit plugins --json | jq '.plugins[] | select(.status == "broken")'`
    """
    with warnings.catch_warnings(), _quiet_when_closed():
        warnings.simplefilter("ignore", PluginWarning)  # the list itself says what is broken
        try:
            registry = discover(plugins=_names(plugins), block=_names(block), config=Config())
            order = make_plan(registry.extractors) if plan else None
        except NewskitError as exc:
            _refuse(str(exc))
        if as_json:
            _write(_plugins_json(registry.plugins, order))
            return
        console = Console(
            width=_width(), no_color=not _coloured(), force_terminal=_coloured(), highlight=False, markup=False
        )
        with console.capture() as captured:
            console.print(_plan_table(order) if order else _plugin_table(registry.plugins))
        _write("\n".join(line.rstrip() for line in captured.get().splitlines()) + "\n")


def _kinds(kinds: tuple[type, ...]) -> str:
    return ", ".join(kind.__name__ for kind in kinds)


def _plugins_json(plugins: tuple[PluginInfo, ...], plan: Plan | None) -> str:
    listed: dict[str, object] = {
        "plugins": [
            {
                "name": plugin.name,
                "distribution": plugin.distribution,
                "version": plugin.version,
                "status": plugin.status,
                "extractors": [
                    {"name": each.name, "makes": each.makes.__name__, "reads": [kind.__name__ for kind in each.reads]}
                    for each in plugin.extractors
                ],
                "formats": [each.name for each in plugin.formats],
                "error": plugin.error,
            }
            for plugin in plugins
        ]
    }
    if plan:
        listed["plan"] = [
            {"makes": step.kind.__name__, "extractors": [each.qualified_name for each in step.makers]} for step in plan
        ]
    return orjson.dumps(listed, option=orjson.OPT_INDENT_2).decode() + "\n"


_STATUS_STYLES = {"active": "green", "blocked": "yellow", "broken": "red"}


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold cyan")
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _plugin_table(plugins: tuple[PluginInfo, ...]) -> Table | Text:
    if not plugins:
        return Text("no plugin is installed")
    table = _table("PLUGIN", "FROM", "STATUS", "MAKES AND READS")
    for plugin in plugins:
        origin = f"{plugin.distribution} {plugin.version}" if plugin.distribution else ""
        status = Text(plugin.status, _STATUS_STYLES[plugin.status])
        table.add_row(Text(plugin.name, "bold"), Text(origin), status, _does(plugin))
    return table


def _does(plugin: PluginInfo) -> Text:
    lines = [
        f"{each.name}: {each.makes.__name__}" + (f" from {_kinds(each.reads)}" if each.reads else "")
        for each in plugin.extractors
    ]
    if plugin.formats:
        lines.append(f"formats: {', '.join(each.name for each in plugin.formats)}")
    if plugin.error:
        return Text(printable(plugin.error), "red")
    return Text("\n".join(map(printable, lines)))


def _plan_table(plan: Plan) -> Table | Text:
    if not plan.steps:
        return Text("nothing to run")
    table = _table("", "KIND", "MADE BY", "READS")
    for place, step in enumerate(plan, start=1):
        for each in step.makers:
            table.add_row(Text(str(place)), Text(step.kind.__name__, "bold"), each.qualified_name, _kinds(each.reads))
    return table
