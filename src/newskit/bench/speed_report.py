"""Measured speed as tables to read, and as one object for programs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from operator import add

from attrs import asdict
from rich.console import Group, RenderableType
from rich.text import Text

from newskit.bench.report import table
from newskit.bench.speed import Figure, Speed, StartUp

Memory = Mapping[str, float | None]
_ALL = "all"
_SHOWN = 12
"""Digits of a checksum that a table shows."""
FEWEST = 10
"""With fewer batches an interval says little."""


def _with_total(measured: Mapping[str, Speed]) -> dict[str, Speed]:
    return dict(measured) if len(measured) == 1 else {**measured, _ALL: reduce(add, measured.values())}


def speed_record(measured: Mapping[str, Speed], memory: Memory, started: StartUp | None) -> dict[str, object]:
    """Return the figures of each corpus and of all together; memory in megabytes."""
    record: dict[str, object] = {"peak_memory_mb": dict(memory)}
    if started:
        record["start_up"] = {**asdict(started), "import_ratio": started.import_ratio}
    record["corpora"] = {
        name: {
            "articles": sum(batch.articles for batch in speed.batches),
            "batches": len(speed.batches),
            "words": sum(batch.words for batch in speed.batches),
            "tokens": sum(batch.tokens for batch in speed.batches),
            "bytes": sum(batch.bytes for batch in speed.batches),
            "microseconds_a_token": asdict(speed.microseconds_a_token),
            "calls_a_token": speed.calls_a_token,
            "bare_passes": asdict(speed.bare_passes),
            "articles_a_second": asdict(speed.articles_a_second),
            "words_a_second": asdict(speed.words_a_second),
            "megabytes_a_second": asdict(speed.megabytes_a_second),
            "stages_in_bare_passes": {stage: asdict(speed.stage_passes(stage)) for stage in speed.stages},
            "answers_sha256": speed.answers,
        }
        for name, speed in _with_total(measured).items()
    }
    return record


def warnings_of(measured: Mapping[str, Speed]) -> list[str]:
    """Say of each corpus whose batches are too few that its interval says little."""
    few = {name: len(speed.batches) for name, speed in measured.items() if len(speed.batches) < FEWEST}
    return [
        f"{name}: {count} {'batch is' if count == 1 else 'batches are'} too few for an interval, which takes {FEWEST}; "
        "take more articles, or fewer a batch (--batch)"
        for name, count in few.items()
    ]


def _row(name: str, figure: Figure, digits: int) -> tuple[str, str, str]:
    low, high = (f"{each:,.{digits}f}" for each in (figure.low, figure.high))
    return name, f"{figure.value:,.{digits}f}", "" if low == high else f"{low} to {high}"


def speed_tables(measured: Mapping[str, Speed], memory: Memory, started: StartUp | None) -> RenderableType:
    """Return a table of rates by corpus and one of the stages in bare passes."""
    every = _with_total(measured)
    rates = table("CORPUS", "", "FIGURE", "95 %", left=2)
    for name, speed in every.items():
        rates.add_row(_short(name), "articles", f"{sum(batch.articles for batch in speed.batches):,}")
        rates.add_row("", *_row("articles a second", speed.articles_a_second, 0))
        rates.add_row("", *_row("words a second", speed.words_a_second, 0))
        rates.add_row("", *_row("megabytes a second", speed.megabytes_a_second, 3))
        rates.add_row("", *_row("microseconds a token", speed.microseconds_a_token, 1))
        rates.add_row("", "calls a token", f"{speed.calls_a_token:.1f}")
        rates.add_row("", *_row("bare passes", speed.bare_passes, 1))
        rates.add_row("", "answers", speed.answers[:_SHOWN])
    whole = list(every.values())[-1]
    stages = table("STAGE", "BARE PASSES", "95 %")
    for stage in whole.stages:
        stages.add_row(*_row(stage, whole.stage_passes(stage), 1))
    lines = []
    if memory["before"] is not None and memory["after"] is not None:
        lines.append(f"peak memory {memory['after']:.0f} MB, of which {memory['before']:.0f} before the first article")
    if started:
        lines.append(
            f"importing {1e3 * started.importing:.0f} ms, {started.import_ratio:.2f} times attrs, pluggy and regex; "
            f"kit and first article {1e3 * started.first_article:.0f} ms more"
        )
    return Group(rates, Text(), stages, Text("\n" + "\n".join(lines)))


def _short(path: str, most: int = 40) -> str:
    return path if len(path) <= most else f"…{path[1 - most :]}"
