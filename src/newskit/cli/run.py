"""The command ``newskit run``: extract the facts of a corpus."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Annotated, Any, cast

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from newskit.cli.shared import (
    SOME_FAILED,
    Block,
    Columns,
    Config,
    InputFormat,
    Plugins,
    columns_of,
    configuration,
    counted,
    one_line_warnings,
    refuse,
    refuse_error,
    say,
)
from newskit.corpus import Job, Summary
from newskit.corpus import Progress as Reached
from newskit.corpus.job import TIMEOUT
from newskit.corpus.sources import distinct
from newskit.errors import NewskitError, UnfinishedError

UNFINISHED, INTERRUPTED = 3, 130
_MIB = 1024 * 1024
_OPTIONS = {
    "columns": "--columns",
    "encoding": "--encoding",
    "engine": "--engine",
    "format": "--format",
    "input_format": "--input-format",
    "part": "--part",
    "published": "--published",
    "shard_bytes": "--shard-size",
    "timeout": "--timeout",
}
"""The options behind the fields that errors name."""


def run(  # noqa: PLR0913 - an option of the command each
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...", help="Files, and folders of them.")],
    *,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="OUT", help="The folder of the rows.")],
    workers: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Processes at work [default: as many as there are cores].")
    ] = None,
    output: Annotated[str, typer.Option("--format", metavar="jsonl|parquet", help="What the rows are.")] = "jsonl",
    part: Annotated[
        str, typer.Option(metavar="I/N", help="Do every N-th shard from the I-th: one machine of N.")
    ] = "1/1",
    engine: Annotated[str, typer.Option(metavar="local|ray", help="What runs the workers.")] = "local",
    columns: Columns = None,
    input_format: InputFormat = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day of publication for articles that do not say it.")
    ] = None,
    encoding: Annotated[str, typer.Option(metavar="NAME", help="The encoding of the files.")] = "utf-8",
    plugins: Plugins = None,
    block: Block = None,
    config: Config = None,
    shard_size: Annotated[
        float, typer.Option(metavar="MIB", help="About how much a shard reads, which is what a stop can cost.")
    ] = 4,
    timeout: Annotated[
        float, typer.Option(metavar="SECONDS", help="How long an extractor may be at an article; 0 for no limit.")
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
    """
    with one_line_warnings():
        try:
            kit = configuration(config, plugins, block)
            job = Job(
                inputs=inputs,
                out=out,
                format=cast("Any", output),
                input_format=cast("Any", input_format),
                columns=columns_of(columns),
                published=published,
                encoding=encoding,
                plugins=kit.plugins,
                block=kit.block,
                prefer=kit.prefer,
                options=kit.options,
                part=_part(part),
                shard_bytes=_bytes(shard_size),
                timeout=timeout or None,
            )
            for given in (Counter(inputs) - Counter(distinct(inputs, job.input_format))).elements():
                say(f"{given}: named by another input too, and read once")
            with _bar() as show:
                began = monotonic()
                summary = job.run(workers=workers, engine=cast("Any", engine), on_progress=show)
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


@contextmanager
def _bar() -> Iterator[Any]:
    """Show how far the run is on a terminal; gives what is to be told of each shard."""
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
    task = bar.add_task("", total=None, articles=0, rate=0.0)
    began = monotonic()

    def show(reached: Reached) -> None:
        articles = reached.summary.tally.articles
        bar.update(
            task,
            completed=reached.done,
            total=reached.total,
            articles=articles,
            rate=articles / max(monotonic() - began, 1e-9),
        )

    with bar:
        yield show


def _tell(summary: Summary, job: Job, seconds: float) -> None:
    tally = summary.tally
    finished = f" ({summary.before:,} were done before)" if summary.before else ""
    rate = f": {seconds:,.1f} s, {tally.articles / seconds:,.1f} articles/s" if tally.articles else ""
    shards = f"{summary.shards:,} of {counted(summary.all_shards, 'shard')}"
    say(f"{counted(tally.articles, 'article')}, {shards}{finished}{rate}")
    failures = tally.failures + summary.failures_before
    if failures:
        say(f"{counted(failures, 'failure')}, listed in {job.out / '_failures'}")
    for lost in summary.given_up:
        say(f"shard {lost.index}, from {lost.place}, is not done: {lost.reason}; the same command tries it again")
    if summary.given_up:
        raise typer.Exit(UNFINISHED)
    if failures:
        raise typer.Exit(SOME_FAILED)
