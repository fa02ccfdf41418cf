"""A run over a corpus: what is read, what is extracted, where the rows go; and the run itself."""

from __future__ import annotations

import datetime as dt
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import Any, Literal

import orjson
from attrs import define, field, frozen

from newskit.corpus.kits import KitSpec
from newskit.corpus.manifest import FORMATS, OutputFormat, claim, failures_file, rows_file
from newskit.corpus.on_ray import check_for_ray, run_on_ray
from newskit.corpus.shards import Reading, Shard, cut
from newskit.corpus.sources import Fingerprint, Source, distinct, sources
from newskit.corpus.work import Order, Tally
from newskit.corpus.workers import GivenUp, run_here
from newskit.errors import InputError
from newskit.formats.decode import check_encoding
from newskit.formats.files import FORMS, Form, need
from newskit.formats.read import NO_COLUMNS
from newskit.kinds import ARTICLE_FIELDS, Article
from newskit.plugins import several

Engine = Literal["local", "ray"]
"""What runs the workers: this machine's processes, or Ray Data."""
_ENGINES: dict[Engine, Callable[[Order, Iterable[Shard], int], Iterator[tuple[Shard, Tally | GivenUp]]]] = {
    "local": run_here,
    "ray": run_on_ray,
}
SHARD_BYTES = 4 * 1024 * 1024
TIMEOUT = 60.0 if hasattr(signal, "setitimer") else None
"""Seconds for an article: a thousand times what most take."""


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@define
class Summary:
    """What a run did and what is left.

    ``tally`` counts what this run has written; ``shards`` of ``all_shards`` it finished, ``before`` were finished when
    it began; ``given_up`` are those whose worker died each time; ``failures_before`` counts the failures of the shards
    finished before.
    """

    tally: Tally = field(factory=Tally)
    shards: int = 0
    before: int = 0
    all_shards: int = 0
    failures_before: int = 0
    given_up: list[GivenUp] = field(factory=list)


@frozen
class Progress:
    """How far a run is: bytes of the inputs done and still to do, and the summary so far."""

    done: int
    total: int
    summary: Summary


def _strings(values: Iterable[str | os.PathLike[str]]) -> tuple[str, ...]:
    if isinstance(values, str):
        raise InputError(f"expected a list of paths, got the string {values!r}", field="inputs")
    return tuple(os.fspath(value) for value in values)


def _names(values: Iterable[str] | None) -> tuple[str, ...] | None:
    return None if values is None else several(values)


def _preferred(values: Iterable[str]) -> tuple[str, ...]:
    return several(values)


@frozen(kw_only=True)
class Job:
    """A run over a corpus, which can be started, stopped and started again.

    ``inputs`` are text files, HTML, JSON Lines, JSON, CSV and TSV (``.gz`` too), Parquet files, and folders of them;
    what two of them name is read once. ``input_format`` says what files hold whose suffix does not. ``out`` is the
    folder of the rows, in the ``format`` ``jsonl`` or ``parquet``. ``columns`` maps the fields of an article to the
    columns or JSON fields that hold them; ``published`` is for articles that do not say it. ``plugins``, ``block``,
    ``prefer`` and ``options`` are those of ``Kit``. ``part`` (i, n) takes every n-th shard, from the i-th, for one
    machine of n. ``shard_bytes`` is about what a shard reads. ``timeout`` is the limit of time for an article in
    seconds, None for none: an extractor at work longer is stopped, which is a failure like any other. On Windows the
    default is None, as there is no way to stop it. Another limit does not make another run.
    """

    inputs: tuple[str, ...] = field(converter=_strings)
    out: Path = field(converter=Path)
    format: OutputFormat = "jsonl"
    input_format: Form | None = None
    columns: Mapping[str, str] = NO_COLUMNS
    published: dt.date | str | None = None
    encoding: str = "utf-8"
    plugins: tuple[str, ...] | None = field(default=None, converter=_names)
    block: tuple[str, ...] | None = field(default=None, converter=_names)
    prefer: tuple[str, ...] = field(default=(), converter=_preferred)
    options: Mapping[str, Mapping[str, Any]] = field(factory=dict)
    part: tuple[int, int] = (1, 1)
    shard_bytes: int = SHARD_BYTES
    timeout: float | None = TIMEOUT

    def run(
        self,
        *,
        workers: int | None = None,
        engine: Engine = "local",
        on_progress: Callable[[Progress], None] | None = None,
    ) -> Summary:
        """Work on the shards that are not yet done, with ``workers`` processes (as many as there are cores).

        The rows do not depend on the number of workers, the engine, and how often the run was stopped. Call it under
        ``if __name__ == "__main__"``, since workers import the main module.

        Raises ``InputError`` for wrong arguments, ``CorpusError`` where ``out`` belongs to another run, its kind
        ``UnfinishedError`` where the run cannot go on (as on a full disk), ``MissingExtraError`` where Parquet or Ray
        is asked for and not installed, and what ``Kit`` raises.
        """
        _one_of("engine", engine, _ENGINES)
        reading = self._check()
        inputs = distinct(self.inputs, self.input_format)
        prints = [Fingerprint.take(given, self.input_format) for given in inputs]
        kit = KitSpec.choose(
            plugins=self.plugins, block=self.block, prefer=self.prefer, options=self.options, timeout=self.timeout
        )
        if engine == "ray":
            check_for_ray(self.format, self._files())
        claim(self.out, self._manifest(prints, reading, kit))
        order = Order(self.out.absolute(), self.format, kit, reading)
        todo = _Todo(self, self._cut(reading), total=sum(each.bytes for each in prints) // self.part[1])
        for shard, done in _ENGINES[engine](order, todo, workers or cores()):
            todo.count(shard, done)
            if on_progress:
                on_progress(Progress(todo.done, todo.total, todo.summary))
        return todo.summary

    def _check(self) -> Reading:
        """Refuse what is wrong before anything is read."""
        _one_of("format", self.format, FORMATS)
        if self.input_format:
            _one_of("input_format", self.input_format, FORMS)
        for name in self.columns:
            _one_of("columns", name, ARTICLE_FIELDS)
        check_encoding(self.encoding)
        index, count = self.part
        if not 1 <= index <= count:
            raise InputError(f"expected a part from 1/{count} to {count}/{count}, got {index}/{count}", field="part")
        if self.shard_bytes < 1:
            raise InputError("expected at least one byte", field="shard_bytes")
        for given in self.inputs:
            self._check_input(given)
        if self.format == "parquet":
            need("parquet")
        return Reading(self.columns, Article("", published=self.published).published, self.encoding, Path.cwd())

    def _check_input(self, given: str) -> None:
        path = Path(given)
        if not path.exists():
            raise InputError("no such file or folder", path=given)
        if path.is_dir() and self.out.resolve().is_relative_to(path.resolve()):
            raise InputError(f"it holds {self.out}, the folder of the rows; choose one outside the inputs", path=given)

    def _manifest(self, prints: Iterable[Fingerprint], reading: Reading, kit: KitSpec) -> dict[str, object]:
        return {
            "newskit": version("newskit"),
            "plugins": dict(kit.plugins),
            "prefer": list(kit.prefer),
            "options": orjson.loads(kit.options),
            "inputs": [each.as_record() for each in prints],
            "input_format": self.input_format,
            "columns": dict(self.columns),
            "published": reading.published.isoformat() if reading.published else None,
            "encoding": self.encoding,
            "format": self.format,
            "shard_bytes": self.shard_bytes,
        }

    def _files(self) -> Iterator[Source | InputError]:
        inputs = distinct(self.inputs, self.input_format)
        return chain.from_iterable(sources(given, self.input_format) for given in inputs)

    def _cut(self, reading: Reading) -> Iterator[Shard]:
        return cut(self._files(), shard_bytes=self.shard_bytes, reading=reading)


def _one_of(name: str, value: str, there: Iterable[str]) -> None:
    if value not in there:
        raise InputError(f"expected one of {', '.join(there)}, got {value!r}", field=name)


@define
class _Todo:
    """The shards still to do, found as they are asked for, and the count of what is done."""

    _job: Job
    _shards: Iterator[Shard]
    total: int
    done: int = 0
    summary: Summary = field(factory=Summary)

    def __iter__(self) -> Iterator[Shard]:
        job = self._job
        index, count = job.part
        for shard in self._shards:
            if shard.index % count != index - 1:
                continue
            self.summary.all_shards += 1
            if rows_file(job.out, shard.index, job.format).exists():
                self.summary.before += 1
                self.summary.failures_before += _lines(failures_file(job.out, shard.index))
                self.total -= shard.weight
            else:
                yield shard

    def count(self, shard: Shard, done: Tally | GivenUp) -> None:
        self.done += shard.weight
        if isinstance(done, Tally):
            self.summary.tally.add(done)
            self.summary.shards += 1
        else:
            self.summary.given_up.append(done)


def _lines(path: Path) -> int:
    try:
        with path.open("rb") as file:
            return sum(1 for _ in file)
    except FileNotFoundError:
        return 0
