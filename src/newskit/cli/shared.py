"""What the commands share: how they speak, refuse, write, and end."""

from __future__ import annotations

import errno
import os
import sys
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from attrs import evolve

from newskit.added import load
from newskit.article import Article
from newskit.configuration import Configuration, read_configuration
from newskit.document import Document
from newskit.errors import FailureWarning, InputError, LanguageWarning, NewskitError, PluginWarning, reason
from newskit.formats.files import FORMS
from newskit.formats.plain import writable
from newskit.formats.text import printable
from newskit.kit import Kit, no_language

SOME_FAILED, WRONG_USE, BROKEN_PIPE = 1, 2, 141
"""Exit statuses; the last is what a shell reports for a program that a closed pipe ends."""
_PLAIN_WIDTH = 100

Plugins = Annotated[
    str | None, typer.Option("--plugins", metavar="A,B", help="Use only these plugins [default: all installed].")
]
Block = Annotated[str | None, typer.Option("--block", metavar="A,B", help="Leave out these plugins.")]
Prefer = Annotated[
    str | None,
    typer.Option("--prefer", metavar="A,B", help="Plugins or extractors that go before others of their kind."),
]
Add = Annotated[
    list[str] | None,
    typer.Option("--add", metavar="PATH", help="A plugin that is not installed: its file or folder; may be repeated."),
]
Config = Annotated[
    Path | None,
    typer.Option(metavar="FILE.toml", help="A kit of `plugins`, `block`, `prefer` and `[options.PLUGIN]`."),
]

Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="The day of publication, YYYY-MM-DD, for articles that do not say it."),
]
Encoding = Annotated[str, typer.Option(metavar="NAME", help="The encoding of the files.")]
Columns = Annotated[
    str | None, typer.Option(metavar="FIELD=NAME,…", help="Where fields are, as in `text=body,id=guid`.")
]
Language = Annotated[
    str,
    typer.Option(metavar="TAG", help="The language of articles that do not say it, as in BCP 47: `en`, `de`."),
]
Tables = Annotated[
    str | None, typer.Option("--tables", metavar="A,B", help="Flat tables too: `quotes`, `people`, `dates`.")
]
TableFormat = Annotated[
    str | None,
    typer.Option("--table-format", metavar="csv|parquet", help="What tables are [default: as the rows, else csv]."),
]
PathPattern = Annotated[
    str | None,
    typer.Option("--path-pattern", metavar="PATTERN", help="What paths say, as in `{publisher}/{published}_*.txt`."),
]
Metadata = Annotated[
    str | None,
    typer.Option(metavar="FILE.csv", help="A table with a row a file: `file`, and what is known of its articles."),
]
InputFormat = Annotated[
    str | None,
    typer.Option(metavar="|".join(FORMS), help="What the files are [default: as their names say]."),
]
READING_OPTIONS = {
    "columns": "--columns",
    "encoding": "--encoding",
    "input_format": "--input-format",
    "language": "--language",
    "metadata": "--metadata",
    "path_pattern": "--path-pattern",
    "published": "--published",
    "table_format": "--table-format",
    "tables": "--tables",
}
"""The options of reading behind the fields that errors name."""


def say(message: str) -> None:
    """Write one line to standard error."""
    with suppress(OSError):  # where it takes no more, the work still does
        typer.echo(f"newskit: {printable(message)}", err=True)


def say_first(first: Sequence[str], count: int) -> None:
    """Say the first few of a number of things, and how many more there are."""
    for each in first:
        say(each)
    if count > len(first) > 0:
        say(f"and {count - len(first):,} more")


def refuse(message: str) -> NoReturn:
    """Say why the command is wrongly used, and end with the exit status for it."""
    say(message)
    raise typer.Exit(WRONG_USE)


def refuse_error(exc: NewskitError, options: Mapping[str, str]) -> NoReturn:
    """Say what was raised for the arguments of a command, and end; ``options`` are named as the user knows them."""
    option = options.get(exc.field or "") if isinstance(exc, InputError) and exc.path is None else None
    refuse(f"{option}: {exc.message}" if isinstance(exc, InputError) and option else str(exc))


def configuration(
    config: Path | None,
    plugins: str | None = None,
    block: str | None = None,
    prefer: str | None = None,
    add: Sequence[str] | None = None,
) -> Configuration:
    """Return what the options say of a kit: those of the command go before those of the file.

    Raises ``InputError`` as ``read_configuration`` does, and ``PluginError`` for a plugin to add that is none.
    """
    read = read_configuration(config) if config else Configuration()
    chosen, blocked, preferred = names(plugins), names(block), names(prefer)
    return evolve(
        read,
        plugins=read.plugins if chosen is None else chosen,
        block=read.block if blocked is None else blocked,
        prefer=read.prefer if preferred is None else preferred,
        add=tuple(map(load, dict.fromkeys(add or ()))),
    )


@contextmanager
def one_line_warnings(*, failures: bool = True, languages: bool = True) -> Iterator[None]:
    """Show a broken plugin, or a language that nothing is made for, as one line, and other warnings as Python does.

    Without ``failures`` or ``languages`` these are not shown, for a command that lists them all itself.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("always", PluginWarning)
        warnings.simplefilter("always", LanguageWarning)
        if not failures:
            warnings.simplefilter("ignore", FailureWarning)
        if not languages:
            warnings.simplefilter("ignore", LanguageWarning)
        others = warnings.showwarning

        def show(
            message: Warning | str,
            category: type[Warning],
            *place: object,  # as Python calls it: the file and the line, then where to write
        ) -> None:
            if issubclass(category, (LanguageWarning, PluginWarning)):
                say(str(message))
            else:
                others(message, category, *place)  # type: ignore[arg-type]  # passed on as they came

        warnings.showwarning = show  # type: ignore[assignment]  # the same call, with its tail in one
        yield


@contextmanager
def open_output() -> Iterator[None]:
    """Refuse an output that is closed from the start; write what is left in its buffer at the end."""
    if sys.stdout is None:  # as after >&-
        refuse("standard output is closed")
    yield
    with writing():
        sys.stdout.flush()


@contextmanager
def writing() -> Iterator[None]:
    """End the command when standard output takes no more; without a word when its reader has gone, as after | head."""
    try:
        yield
    except OSError as exc:
        # What is still in the buffer must go nowhere, or the interpreter complains when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if exc.errno in (errno.EPIPE, errno.EINVAL):
            raise typer.Exit(BROKEN_PIPE) from None
        refuse(f"standard output: cannot be written: {reason(exc)}")


@contextmanager
def writing_to(path: Path) -> Iterator[None]:
    """End the command where a file or a folder cannot be written."""
    try:
        yield
    except OSError as exc:
        refuse(f"{exc.filename or path}: cannot be written: {reason(exc)}")


def coloured() -> bool:
    """Tell whether standard output takes colours: a terminal, and neither ``NO_COLOR`` nor a dumb one."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Return the width of the terminal; of ``COLUMNS`` or 100 columns where there is none."""
    if sys.stdout.isatty():
        from rich.console import Console  # noqa: PLC0415 - import time, for who sits at a terminal

        return Console().width
    columns = os.environ.get("COLUMNS", "")
    return int(columns) if columns.isdecimal() and int(columns) else _PLAIN_WIDTH


def write(text: str) -> None:
    """Write to standard output as UTF-8, whatever the locale; ``?`` for what UTF-8 cannot hold."""
    with writing():
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", errors="replace"))
        sys.stdout.buffer.flush()


def names(given: str | None) -> tuple[str, ...] | None:
    """Return the names in an option, which are parted by commas; None where it was not given."""
    return None if given is None else tuple(name.strip() for name in given.split(",") if name.strip())


def tables_of(given: str | None) -> tuple[str, ...]:
    """Return the tables that an option names, none where it was not given; refuses one that names nothing."""
    tables = names(given)
    if tables == ():
        refuse("--tables: expected the names of tables, got nothing")
    return tables or ()


def columns_of(given: str | None) -> dict[str, str]:
    """Return what ``--columns`` says: the column or field that holds each field of an article; refuses what is none."""
    pairs = [pair.partition("=") for pair in names(given) or ()]
    for field, sign, name in pairs:
        if not (field and sign and name):
            refuse(f"--columns: expected FIELD=NAME, got {field + sign + name!r}")
    fields = [field.strip() for field, _, _ in pairs]
    for field in fields:
        if fields.count(field) > 1:
            refuse(f"--columns: the field {field!r} is there twice")
    return {field.strip(): name.strip() for field, _, name in pairs}


class Failing:
    """A command at work on many things, of which some may fail: each is told, and costs itself."""

    failed = False

    def fail(self, error: Exception) -> None:
        """Tell what failed, and keep that something did."""
        self.failed = True
        say(str(error))

    def extracted(self, article: Article, kit: Kit) -> Document:
        """Return what a kit finds, as it can be written; tells of a language that is not covered, and what failed."""
        document = writable(kit.extract(article))
        if not kit.covers(article.language):
            say(no_language(article, kit.plan))
        for failure in document.failures:
            what = f"{failure.extractor} failed: " if failure.extractor else ""
            self.fail(NewskitError(f"{article.id}: {what}{failure.error}"))
        return document


def counted(number: int, what: str) -> str:
    """Return a number of things in words, as in "1 article" and "2,000 articles"."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"
