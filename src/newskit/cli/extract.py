"""The command ``newskit extract``: find the facts of articles."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newskit.article import Article
from newskit.cli.help import Command, command_app
from newskit.cli.shared import (
    READING_OPTIONS,
    SOME_FAILED,
    Add,
    Block,
    Columns,
    Config,
    Encoding,
    Failing,
    InputFormat,
    Language,
    Metadata,
    PathPattern,
    Plugins,
    Prefer,
    Published,
    TableFormat,
    Tables,
    coloured,
    columns_of,
    configuration,
    one_line_warnings,
    open_output,
    refuse,
    refuse_error,
    tables_of,
    width,
    write,
)
from newskit.document import Document
from newskit.errors import ExtractorError, InputError, NewskitError
from newskit.formats.beside import Beside
from newskit.formats.decode import check_encoding
from newskit.formats.files import STDIN, Form, check_columns, check_form, check_language, form_of, need, read_articles
from newskit.formats.registry import ended, find_format, formats, written
from newskit.formats.text import pictured, to_text
from newskit.hookspecs import Format
from newskit.kit import Kit
from newskit.languages import ENGLISH
from newskit.paths import is_folder, is_there

if TYPE_CHECKING:
    from newskit.corpus.rows import TableRows

app = command_app()


@app.command(cls=Command)
def extract(  # noqa: PLR0913 - an option of the command each
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Articles; `-` is standard input.")],
    *,
    published: Published = None,
    language: Language = ENGLISH,
    output: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="NAME",
            help="`text`, `json`, `jsonl`, `html`, `brat`, `web-annotation`, `json-ld`, `csv-LAYER` (as `csv-quotes`), "
            "or a format of a plugin.",
        ),
    ] = "text",
    tables: Tables = None,
    table_format: TableFormat = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FOLDER", help="Where tables go, a file each.")
    ] = None,
    input_format: InputFormat = None,
    columns: Columns = None,
    path_pattern: PathPattern = None,
    metadata: Metadata = None,
    encoding: Encoding = "utf-8",
    plugins: Plugins = None,
    block: Block = None,
    prefer: Prefer = None,
    add: Add = None,
    config: Config = None,
    strict: Annotated[bool, typer.Option("--strict", help="Stop at the first extractor that fails.")] = False,
) -> None:
    """Find parts, people, offices, dates and quotes in articles.

    Data goes to standard output, everything else to standard error. The exit status is 0 when all is done, 1 when
    some articles failed, 2 for wrong use.

    **Examples**

    - `newskit extract story.txt --published 2025-02-18`
    - `pbpaste | newskit extract -`
    - `newskit extract page.html`
    - `newskit extract bericht.txt --language de` (with a plugin for German)
    - `newskit extract *.txt --format jsonl > facts.jsonl`
    - `newskit extract articles.jsonl --format jsonl | jq .quotes`
    - `newskit extract articles.csv --columns text=body,id=guid`
    - `newskit extract story.txt --add my_plugin.py`
    - `newskit extract story.txt --tables quotes > quotes.csv`
    - `newskit extract *.txt --tables quotes,people,dates --out tables`
    """
    with one_line_warnings(failures=False, languages=False), open_output():
        try:
            read = reading(
                files,
                published,
                input_format,
                encoding=encoding,
                columns=columns_of(columns),
                language=language,
                beside=Beside(path_pattern, metadata),
            )
            kit = configuration(config, plugins, block, prefer, add).kit(strict=strict)
            listing = partial(to_text, width=width(), colour=coloured())
            chosen = find_format(formats(kit.registry, text=listing), output)
            opening = _opening(tables_of(tables), table_format, out)
        except NewskitError as exc:
            refuse_error(exc, READING_OPTIONS)
        with opening as opened:
            run = _Run(kit, chosen, opened)
            for article in read(*files, on_error=run.fail):
                run.extract(article)
        if run.failed:
            raise typer.Exit(SOME_FAILED)


def _opening(tables: Sequence[str], form: str | None, out: Path | None) -> AbstractContextManager[Sequence[TableRows]]:
    """Refuse what is wrong with the tables that are asked for; return what opens them."""
    if not tables and form is None and out is None:
        return nullcontext(())
    from newskit.cli.tables import check_tables, open_tables  # noqa: PLC0415 - import time, for who asks for tables

    wanted = tuple(dict.fromkeys(tables))
    check_tables(wanted, form, out)
    return open_tables(wanted, form or "csv", out)


def reading(
    files: list[str],
    published: str | None,
    input_format: str | None,
    *,
    encoding: str,
    columns: Mapping[str, str],
    language: str,
    beside: Beside,
) -> Callable[..., Iterator[Article]]:
    """Refuse what is wrong before any article is read; return what reads those files that it is given."""
    check_encoding(encoding)
    check_columns(columns)
    check_language(language)
    day = Article("", published=published).published
    form = None if input_format is None else check_form(input_format)
    for file in files:
        _check_file(file, form)
    return partial(
        read_articles,
        input_format=form,
        encoding=encoding,
        columns=columns,
        published=day,
        language=language,
        path_pattern=beside.path_pattern,
        metadata=beside.metadata,
    )


def _check_file(file: str, form: Form | None) -> None:
    if file == STDIN:
        if sys.stdin is None:  # as after <&-
            refuse("standard input is closed")
    elif not is_there(file):
        raise InputError("no such file", path=file)
    elif is_folder(file):
        refuse(f"{file}: a directory, expected files, as in {file}/*.txt; `newskit run` reads directories")
    need(form or form_of(file) or "text", file)


class _Run(Failing):
    """A kit and a format, run on one article after another; with tables these are written in place of the format."""

    def __init__(self, kit: Kit, chosen: Format, tables: Sequence[TableRows]) -> None:
        self.kit, self.format, self._tables = kit, chosen, tables
        self._written = False

    def extract(self, article: Article) -> None:
        try:
            document = self.extracted(article, self.kit)
        except ExtractorError as exc:
            self.fail(exc)
            raise typer.Exit(SOME_FAILED) from None
        for table in self._tables:
            table.add(table.made([document]))
        if not self._tables:
            self._write(document)

    def _write(self, document: Document) -> None:
        try:
            text = written(document, self.format)
        except NewskitError as exc:
            self.fail(NewskitError(f"{document.article.id}: {exc}"))
            return
        if self.format.name != "text" and sys.stdout.isatty():  # the listing is safe as it is, and may be coloured
            text = pictured(text)
        if self._written and self.format.name == "text":
            write("\n\n")
        if not self._written:
            write(self.format.head)
        self._written = True
        write(ended(text))
