"""The command ``newskit view``: articles with what was found in them, as pages to read."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import regex
import typer

from newskit.article import Article
from newskit.cli.extract import reading
from newskit.cli.help import Command, command_app
from newskit.cli.pages import Pages
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
    columns_of,
    configuration,
    counted,
    one_line_warnings,
    open_output,
    refuse,
    refuse_error,
    say,
    write,
)
from newskit.document import Document
from newskit.errors import InputError, NewskitError
from newskit.formats.beside import Beside
from newskit.formats.files import STDIN, form_of, unpacked
from newskit.formats.json import SCHEMA, from_json
from newskit.formats.read import BROKEN, unreadable
from newskit.kit import Kit
from newskit.languages import ENGLISH

app = command_app()
_OPENED = 10
"""How many pages are opened at most."""
_HEAD = 1000
_WRITTEN = regex.compile(rf'\s*+\{{\s*+"schema"\s*+:\s*+{SCHEMA}\s*+,')


@app.command(cls=Command)
def view(  # noqa: PLR0913 - an option of the command each
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="Articles, or documents that newskit wrote; `-` is standard input."),
    ],
    *,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="PATH", help="A file `NAME.html`, or a folder [default: this folder]."),
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open the pages in the browser.")] = False,
    published: Published = None,
    language: Language = ENGLISH,
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
) -> None:
    """Write articles as pages to read, with what was found in them.

    A page is one file that needs no network. Its name comes from the article's id; what is there and not newskit's is
    left alone. JSON Lines that newskit wrote are shown as they are, without another extraction. Paths go to standard
    output. The exit status is 0 when all is done, 1 when some articles failed, 2 for wrong use.

    **Examples**

    - `newskit view story.txt --published 2025-02-18 --open`
    - `newskit view articles.jsonl -o pages`
    - `newskit view facts.jsonl -o pages` (after `newskit extract *.txt --format jsonl > facts.jsonl`)
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
            kit = configuration(config, plugins, block, prefer, add).kit()
            run = _Run(kit, Pages(out, files))
        except NewskitError as exc:
            refuse_error(exc, READING_OPTIONS)
        for file in files:
            if _holds_documents(file, input_format):
                for document in _documents(file, kit, run.fail):
                    run.show(document)
            else:
                run.extract_all(read(file, on_error=run.fail))
        if open_:
            _open(run.pages.written)
        if run.failed:
            raise typer.Exit(SOME_FAILED)


class _Run(Failing):
    """A kit and the pages that are written."""

    def __init__(self, kit: Kit, pages: Pages) -> None:
        self.kit, self.pages = kit, pages

    def extract_all(self, articles: Iterator[Article]) -> None:
        for article in articles:
            self.show(self.extracted(article, self.kit))

    def show(self, document: Document) -> None:
        try:
            write(f"{self.pages.write(document)}\n")
        except NewskitError as exc:
            refuse(str(exc))


def _holds_documents(file: str, input_format: str | None) -> bool:
    """Tell whether a file is JSON or JSON Lines that newskit wrote, by its first line."""
    if file == STDIN or (input_format or form_of(file)) not in ("jsonl", "json"):
        return False
    with suppress(*BROKEN), Path(file).open("rb") as packed, unpacked(packed, file) as opened:
        first = next((line for line in opened if line.strip()), b"")
        return _WRITTEN.match(first[:_HEAD].decode("utf-8", "replace")) is not None
    return False


def _documents(file: str, kit: Kit, fail: Callable[[Exception], None]) -> Iterator[Document]:
    kinds = [maker.makes for maker in kit.registry.extractors]
    unknown: dict[str, None] = {}
    try:
        with Path(file).open("rb") as packed, unpacked(packed, file) as opened:
            for number, line in enumerate(opened, start=1):
                try:
                    document = from_json(line, kinds, left_out=unknown.setdefault) if line.strip() else None
                except InputError as exc:
                    fail(exc.located(path=file, line=number))
                else:
                    if document:
                        yield document
    except BROKEN as exc:
        fail(unreadable(exc, file))
    for layer in unknown:
        say(f"{file}: not shown is the layer {layer!r}, of a plugin that is not here; --add names one")


def _open(pages: Sequence[Path]) -> None:
    for page in pages[:_OPENED]:
        if not webbrowser.open(page.resolve().as_uri()):
            say(f"no browser was found to open {page}")
            return
    if len(pages) > _OPENED:
        say(f"opened are the first {_OPENED} of {counted(len(pages), 'page')}")
