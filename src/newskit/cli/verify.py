"""The command ``newskit verify``: are these quotes in those sources?"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Annotated, Literal

import typer
from attrs import Factory, define, evolve

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
    Plugins,
    Prefer,
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
from newskit.corpus.sources import Walk
from newskit.errors import InputError, NewskitError
from newskit.formats.decode import check_encoding
from newskit.formats.files import STDIN, Form, check_columns, check_form, check_language, need, read_articles, unpacked
from newskit.formats.read import BROKEN, line_chunks, unreadable
from newskit.formats.text import pictured
from newskit.hints import meant
from newskit.languages import ENGLISH
from newskit.paths import is_folder, is_same, is_there
from newskit.verify import Match, SourceIndex, Verdict
from newskit.verify.altered import indel
from newskit.verify.claims import FIELDS, Claimed, read_claims
from newskit.verify.page import to_page
from newskit.verify.records import tally, to_line, to_lines

app = command_app()


@app.command(cls=Command)
def verify(  # noqa: PLR0913 - an option of the command each
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="CLAIMS SOURCE...", help="Claims as JSON Lines, then files or folders of sources."),
    ] = None,
    *,
    quote: Annotated[str | None, typer.Option(metavar="TEXT", help="Check this quote instead of a file.")] = None,
    source: Annotated[
        list[str] | None, typer.Option(metavar="FILE", help="Where the quote is looked for; may be repeated.")
    ] = None,
    speaker: Annotated[str | None, typer.Option(metavar="NAME", help="Who is said to have said the quote.")] = None,
    output: Annotated[
        Literal["lines", "jsonl", "html"], typer.Option("--format", help="A listing, JSON Lines, or a page.")
    ] = "lines",
    strict: Annotated[bool, typer.Option("--strict", help="Let no ellipsis and no bracket of an editor pass.")] = False,
    input_format: InputFormat = None,
    columns: Columns = None,
    encoding: Encoding = "utf-8",
    language: Language = ENGLISH,
    plugins: Plugins = None,
    block: Block = None,
    prefer: Prefer = None,
    add: Add = None,
    config: Config = None,
) -> None:
    """Check whether quotes stand in sources, word for word, and whose they are there.

    A claim is an object with `quote`, and where they are known `speaker`, `source` (the id or the file's name of the
    only one to look into) and `id`. The exit status is 0 when every quote stands there and is its speaker's, 1 when
    some do not or could not be read, 2 for wrong use.

    **Examples**

    - `newskit verify claims.jsonl articles/`
    - `newskit verify claims.jsonl articles.jsonl --format html > checked.html`
    - `newskit verify --quote "The pier is safe." --source story.txt --speaker "Ida Brandt"`
    """
    claims_path, paths = _given(files or [], quote, source or [], speaker)
    with one_line_warnings(failures=False, languages=False), open_output():
        try:
            check_encoding(encoding)
            given_columns = columns_of(columns)
            check_columns(given_columns)
            check_language(language)
            form = None if input_format is None else check_form(input_format)
            kit = configuration(config, plugins, block, prefer, add).kit()
            indel()
            _check_paths(claims_path, paths)
        except NewskitError as exc:
            refuse_error(exc, READING_OPTIONS)
        run = _Run(output, strict=strict)
        read = partial(read_articles, encoding=encoding, columns=given_columns, language=language, on_error=run.fail)
        run.index = SourceIndex(run.distinct(_articles(paths, form, read, run.fail, claims_path)), kit=kit)
        if not (run.index.sources or run.failed):  # else it was told what cannot be read
            refuse(f"{', '.join(paths)}: nothing to look into: there are no articles")
        if quote is not None:
            run.check(Claimed(quote, speaker, id="--quote"))
        else:
            run.check_all(claims_path, encoding)
        run.end()


def _given(files: list[str], quote: str | None, source: list[str], speaker: str | None) -> tuple[str, list[str]]:
    """Return the path of the claims, "" where one is given itself, and those of the sources; refuse all else."""
    if quote is None:
        if source or speaker:
            refuse("--source and --speaker are for --quote; a file of claims has them on its lines")
        if len(files) < 2:  # noqa: PLR2004 - the claims, and one source
            refuse("expected a file of claims and at least one source, or --quote and --source")
        return files[0], files[1:]
    if files:
        refuse(f"{files[0]}: --quote is checked instead of a file of claims; name its sources with --source")
    if not source:
        refuse("--quote needs --source, the file to look into")
    for option, given, wanted in (("--quote", quote, "words"), ("--speaker", speaker, "a name")):
        if given is not None and not given.strip():
            refuse(f"{option}: expected {wanted}, got nothing")
    return "", source


def _check_paths(claims: str, paths: list[str]) -> None:
    for path in filter(None, (claims, *paths)):
        if path == STDIN:
            if sys.stdin is None:
                refuse("standard input is closed")
        elif not is_there(path):
            raise InputError("no such file", path=path)
    if claims and claims != STDIN and is_folder(claims):
        refuse(f"{claims}: a directory, expected a file of claims")
    if (claims, *paths).count(STDIN) > 1:
        refuse("standard input can be read once")


def _articles(
    paths: list[str],
    form: Form | None,
    read: Callable[..., Iterator[Article]],
    fail: Callable[[Exception], None],
    claims: str,
) -> Iterator[Article]:
    """Yield the articles of files and of folders, the latter's files, without the claims, as ``newskit run`` does."""
    for path in paths:
        if path == STDIN:
            yield from read(STDIN, input_format=form)
            continue
        walk = Walk((path,), form)
        for _, found in walk:
            if isinstance(found, InputError):
                fail(found)
                continue
            if is_folder(path) and is_same(found.path, claims):
                continue
            try:
                need(found.form, found.path)
            except NewskitError as exc:
                fail(exc)
                continue
            yield from read(found.path, input_format=found.form)
        for passed in walk.passed_over:
            if passed.names.count:
                say(str(passed))


@define
class _Run(Failing):
    """Claims checked one after another, and what came of them."""

    output: Literal["lines", "jsonl", "html"]
    strict: bool
    claims: str = ""
    """What the file of claims is called in errors."""
    index: SourceIndex = Factory(lambda: SourceIndex({}))
    counts: Counter[Match] = Factory(Counter)
    told: set[str] = Factory(set)
    """Fields of claims that were looked at for a slip."""
    checked: list[tuple[Claimed, Verdict]] = Factory(list)
    """Those that go on a page, which begins with their sums."""
    unread: list[str] = Factory(list)
    """What is wrong with the claims that could not be checked."""

    def refuse(self, error: InputError) -> None:
        """Take note of a claim that cannot be checked."""
        self.unread.append(str(error))
        self.fail(error)

    def distinct(self, articles: Iterator[Article]) -> Iterator[Article]:
        """Yield articles whose ids tell them apart; a second one of an id is told and gets its number behind it."""
        seen: Counter[str] = Counter()
        for article in articles:
            seen[article.id] += 1
            if seen[article.id] == 1:
                yield article
            else:
                new = f"{article.id}#{seen[article.id]}"
                say(f"two sources have the id {article.id!r}; the later is called {new!r}")
                yield evolve(article, id=new)

    def check_all(self, path: str, encoding: str) -> None:
        self.claims = name = "<stdin>" if path == STDIN else path
        try:
            with sys.stdin.buffer if path == STDIN else Path(path).open("rb") as file:
                chunks = line_chunks(unpacked(file, name), encoding)
                for claim in read_claims(chunks, path=name, encoding=encoding):
                    if isinstance(claim, InputError):
                        self.refuse(claim)
                    else:
                        self.tell_misspelt(claim)
                        self.check(claim)
        except BROKEN as exc:
            self.fail(unreadable(exc, name))

    def tell_misspelt(self, claim: Claimed) -> None:
        """Say once of a field that is not read which one it may have been meant for: a speaker would go unchecked."""
        for name in claim.meta:
            like = "" if name in self.told else meant(name, FIELDS)
            self.told.add(name)
            if like:
                say(f"{self.claims}:{claim.line}, field {name!r}: not read; did you mean {like!r}?")

    def check(self, claim: Claimed) -> None:
        try:
            verdict = self.index.check(claim.quote, claim.speaker, source=self._named(claim))
        except InputError as exc:
            self.refuse(exc if claim.line is None else exc.located(path=self.claims, line=claim.line))
            return
        self.counts[verdict.match] += 1
        if not (verdict.supported and (verdict.verbatim or not self.strict)):
            self.failed = True
        if self.output == "html":
            self.checked.append((claim, verdict))
        else:
            text = to_line(claim, verdict) + "\n" if self.output == "jsonl" else to_lines(claim, verdict)
            write(pictured(text) if sys.stdout.isatty() else text)

    def _named(self, claim: Claimed) -> str | None:
        """Return the id of the source that a claim names: by its id, or by the name of its file."""
        if claim.source is None or claim.source in self.index.sources:
            return claim.source
        found = [name for name in self.index.sources if Path(name).name == claim.source]
        return found[0] if len(found) == 1 else claim.source

    def end(self) -> None:
        if self.output == "html":
            write(to_page(self.checked, unread=self.unread))
        elif self.output == "lines":
            write(f"{counted(self.counts.total(), 'quote')}: {tally(self.counts) or 'none was read'}\n")
        if self.failed:
            raise typer.Exit(SOME_FAILED)
