"""The command ``newskit run``: extract the facts of a corpus."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Annotated, Any, cast

import typer
from attrs import Factory, define, field
from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    TaskID,
    TaskProgressColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from newskit.cli.help import Command, command_app
from newskit.cli.shared import (
    READING_OPTIONS,
    SOME_FAILED,
    Add,
    Block,
    Columns,
    Config,
    Encoding,
    InputFormat,
    Language,
    Metadata,
    PathPattern,
    Plugins,
    Prefer,
    Published,
    TableFormat,
    Tables,
    columns_of,
    configuration,
    counted,
    one_line_warnings,
    refuse,
    refuse_error,
    say,
    say_first,
    tables_of,
)
from newskit.corpus import Job, Summary
from newskit.corpus import Progress as Reached
from newskit.corpus.job import TIMEOUT
from newskit.corpus.pace import Pace
from newskit.corpus.sources import distinct
from newskit.errors import NewskitError, UnfinishedError
from newskit.languages import ENGLISH

app = command_app()
UNFINISHED, INTERRUPTED = 3, 130
_MIB = 1024 * 1024
_SECONDS = 30.0
"""How often a run says how far it is where there is no terminal."""
_OPTIONS = {
    **READING_OPTIONS,
    "engine": "--engine",
    "format": "--format",
    "inputs": "INPUT",
    "part": "--part",
    "shard_bytes": "--shard-size",
    "timeout": "--timeout",
}
"""The options behind the fields that errors name."""


@app.command(cls=Command)
def run(  # noqa: PLR0913 - an option of the command each
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...", help="Files, and folders of them.")],
    *,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="OUT", help="The folder of the rows.")],
    workers: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Processes at work [default: as many as there are cores].")
    ] = None,
    output: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="NAME",
            help="What the rows are: `jsonl`, `parquet`, `csv-LAYER` (as `csv-quotes`), or a format of a plugin.",
        ),
    ] = "jsonl",
    tables: Tables = None,
    table_format: TableFormat = None,
    part: Annotated[
        str, typer.Option(metavar="I/N", help="Do every N-th shard from the I-th: one machine of N.")
    ] = "1/1",
    engine: Annotated[str, typer.Option(metavar="local|ray", help="What runs the workers.")] = "local",
    columns: Columns = None,
    input_format: InputFormat = None,
    published: Published = None,
    language: Language = ENGLISH,
    path_pattern: PathPattern = None,
    metadata: Metadata = None,
    encoding: Encoding = "utf-8",
    plugins: Plugins = None,
    block: Block = None,
    prefer: Prefer = None,
    add: Add = None,
    config: Config = None,
    shard_size: Annotated[
        float, typer.Option(metavar="MIB", help="About how much a shard reads, which is what a stop can cost.")
    ] = 4,
    timeout: Annotated[
        float, typer.Option(metavar="SECONDS", help="How long extractors may be at an article; 0 for no limit.")
    ] = TIMEOUT or 0,
) -> None:
    """Extract the facts of a corpus: many articles, several processes, any number of stops.

    Inputs are text files, HTML, JSON Lines, JSON, CSV and TSV (`.gz` too) and Parquet. OUT gets one file a shard, whole
    or not at all: after a stop of any kind the same command goes on where it was. What failed is listed in
    `OUT/_failures`. The exit status is 0 when all is done, 1 when some articles failed, 2 for wrong use, 3 when shards
    are left to do.

    **Examples**

    - `newskit run articles/ -o facts`
    - `newskit run 2024.jsonl.gz 2025.jsonl.gz -o facts --workers 8`
    - `newskit run dump.parquet -o facts --format parquet --columns text=body,id=guid`
    - `newskit run dump.parquet -o facts --part 3/8`
    - `newskit run articles/ -o facts --tables quotes,people,dates`
    """
    with one_line_warnings():
        try:
            kit = configuration(config, plugins, block, prefer, add)
            job = Job(
                inputs=inputs,
                out=out,
                format=output,
                tables=tables_of(tables),
                table_format=cast("Any", table_format),
                input_format=cast("Any", input_format),
                columns=columns_of(columns),
                published=published,
                language=language,
                path_pattern=path_pattern,
                metadata=metadata,
                encoding=encoding,
                plugins=kit.plugins,
                block=kit.block,
                prefer=kit.prefer,
                options=kit.options,
                add=[str(each.path) for each in kit.add],
                part=_part(part),
                shard_bytes=_bytes(shard_size),
                timeout=timeout or None,
            )
            for given in (Counter(inputs) - Counter(distinct(inputs, job.input_format))).elements():
                say(f"{given}: named by another input too, and read once")
            with kit.named(), _display() as show:
                began = monotonic()
                summary = job.run(workers=workers, engine=cast("Any", engine), on_progress=show.progress, on_notice=say)
        except UnfinishedError as exc:
            say(str(exc))
            raise typer.Exit(UNFINISHED) from None
        except NewskitError as exc:
            refuse_error(exc, _OPTIONS)
        except KeyboardInterrupt:
            say("stopped; the same command goes on from here")
            raise typer.Exit(INTERRUPTED) from None
    _tell(summary, job, monotonic() - began)


def _part(given: str) -> tuple[int, int]:
    index, _, count = given.partition("/")
    if not (index.isdecimal() and count.isdecimal()):
        refuse(f"--part: expected I/N, as in 3/8, got {given!r}")
    return int(index), int(count)


def _bytes(mebibytes: float) -> int:
    if not math.isfinite(mebibytes):
        refuse(f"--shard-size: expected a number of MiB, got {mebibytes}")
    return round(mebibytes * _MIB)


@define
class _Display:
    """What a run says while it is at work: a bar on a terminal, elsewhere a line now and then."""

    _bar: Progress
    _task: TaskID
    _is_terminal: bool
    _clock: Callable[[], float]
    _pace: Pace = field(default=Factory(lambda self: Pace(_SECONDS, self._clock), takes_self=True))
    _began: float = field(default=Factory(lambda self: self._clock(), takes_self=True))

    def progress(self, reached: Reached) -> None:
        """Show how far the run is."""
        rate = reached.articles / max(self._clock() - self._began, 1e-9)
        self._bar.update(self._task, completed=reached.done, total=reached.total, articles=reached.articles, rate=rate)
        if not self._is_terminal and self._pace():
            share = reached.done / reached.total if reached.total else 1.0
            say(f"{counted(reached.articles, 'article')}, {share:.0%}, {rate:,.1f} articles/s")


@contextmanager
def _display(clock: Callable[[], float] = monotonic) -> Iterator[_Display]:
    console = Console(stderr=True)
    bar = Progress(
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[articles]:,} articles"),
        TextColumn("{task.fields[rate]:,.1f}/s"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=console,
        disable=not console.is_terminal,
    )
    with bar:
        yield _Display(bar, bar.add_task("", total=None, articles=0, rate=0.0), console.is_terminal, clock)


def _tell(summary: Summary, job: Job, seconds: float) -> None:
    tally = summary.tally
    finished = f" ({summary.before:,} done before)" if summary.before else ""
    rate = f": {seconds:,.1f} s, {tally.articles / seconds:,.1f} articles/s" if tally.articles else ""
    shards = f"{summary.shards:,} of {counted(summary.all_shards, 'shard')}"
    say(f"{counted(tally.articles, 'article')}, {shards}{finished}{rate}")
    if tally.other_languages:
        by_language = ", ".join(f"{language} {number:,}" for language, number in tally.other_languages.most_common())
        articles = counted(tally.other_languages.total(), "article")
        say(f"{articles} in a language for which no extractor is made: {by_language}")
    failures = tally.failures + summary.failures_before
    if failures:
        say(f"{counted(failures, 'failure')}, listed in {job.out / '_failures'}")
        say_first(summary.failed.first, failures)
    for lost in summary.given_up:
        say(f"{lost.name}, from {lost.place}, is not done: {lost.reason}; the same command tries it again")
    left = summary.left.count
    if left:
        say(f"{counted(left, 'input')} left to do; the same command does the rest when all can be read")
        say_first(summary.left.first, left)
    if summary.given_up or left:
        raise typer.Exit(UNFINISHED)
    if failures:
        raise typer.Exit(SOME_FAILED)
