"""A run over a corpus: what is read, what is extracted, where the rows go; and the run itself."""

from __future__ import annotations

import datetime as dt
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b, file_digest
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

import orjson
from attrs import field, frozen
from attrs.converters import optional

from newskit.article import Article
from newskit.corpus.inputs import Inputs
from newskit.corpus.kits import KitSpec
from newskit.corpus.listing import Found, bytes_of_a_shard, find
from newskit.corpus.manifest import FORMATS, failures_folder, found_manifest
from newskit.corpus.on_ray import check_for_ray, run_on_ray
from newskit.corpus.pieces import Reading
from newskit.corpus.rows import writer
from newskit.corpus.shards import Shard, is_cut
from newskit.corpus.sources import described, distinct
from newskit.corpus.todo import Progress, Summary, Todo
from newskit.corpus.work import Order
from newskit.corpus.workers import GivenUp, Told, run_here
from newskit.errors import InputError
from newskit.formats.beside import Beside
from newskit.formats.decode import check_encoding
from newskit.formats.files import FORMS, Form, check_language, need
from newskit.formats.read import NO_COLUMNS
from newskit.languages import ENGLISH
from newskit.layers import ARTICLE_FIELDS
from newskit.paths import is_folder, is_there, real, several_paths
from newskit.plugins import several
from newskit.tables.rows import table_named

Engine = Literal["local", "ray"]
"""What runs the workers: this machine's processes, or Ray Data."""
_ENGINES: dict[Engine, Callable[[Order, Iterable[Shard], int], Iterator[tuple[Shard, Told]]]] = {
    "local": run_here,
    "ray": run_on_ray,
}
SHARD_BYTES = 4 * 1024 * 1024
_MOST_BYTES = 2**63 - 1
"""The most that the manifest, which is JSON, can hold, and more than any disk."""
TIMEOUT = 60.0 if hasattr(signal, "setitimer") else None
"""Seconds for an article: a thousand times what most take."""


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _inputs(values: Iterable[str | os.PathLike[str]]) -> tuple[str, ...]:
    return several_paths(values, "inputs")


def _names(values: Iterable[str] | None) -> tuple[str, ...] | None:
    return None if values is None else several(values)


def _paths(values: Iterable[str | Path]) -> tuple[str, ...]:
    return tuple(map(str, several(values)))


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(several(values)))


def _preferred(values: Iterable[str]) -> tuple[str, ...]:
    return several(values)


@frozen(kw_only=True)
class Job:
    """A run over a corpus, which can be started, stopped and started again.

    ``inputs`` are text files, HTML, JSON Lines, JSON, CSV and TSV (``.gz`` too), Parquet files, and folders of them;
    what two of them name is read once. ``input_format`` says what files hold whose suffix does not. ``out`` is the
    folder of the rows, in the ``format`` ``jsonl``, ``parquet``, ``csv-`` and the name of a layer, or one that a plugin
    brought. ``columns`` maps the fields of an article to the columns or JSON fields that hold them; ``published`` and
    ``language`` are for articles that do not say it; ``path_pattern`` and ``metadata`` (a path) tell more of them, as
    ``newskit.formats.Beside`` says, and a table of metadata that has changed makes another run. ``plugins``, ``block``,
    ``prefer`` and ``options`` are those of
    ``Kit``. Each shard also gets a file of each of the ``tables`` (names of ``newskit.tables.TABLES``) in a folder of
    that name, as ``table_format`` says: ``csv``, ``parquet``, or None for Parquet beside rows in Parquet and CSV beside
    others. ``add`` are paths of plugins that are not installed, each a module or the folder of a package, which every
    worker imports: edited meanwhile, they make another run. ``part`` (i, n) takes every n-th shard, from the i-th, for
    one machine of n. ``shard_bytes`` is about what a shard reads; a corpus that is small for it is cut into smaller
    ones, so that workers can share it. ``timeout`` is the limit of time for an article in seconds, None for none: an
    extractor at work longer is stopped, which is a failure like any other. On Windows the default is None, as there is
    no way to stop it. Another limit does not make another run.
    """

    inputs: tuple[str, ...] = field(converter=_inputs)
    out: Path = field(converter=Path)
    format: str = "jsonl"
    input_format: Form | None = None
    columns: Mapping[str, str] = NO_COLUMNS
    published: dt.date | str | None = None
    language: str = ENGLISH
    encoding: str = "utf-8"
    plugins: tuple[str, ...] | None = field(default=None, converter=_names)
    block: tuple[str, ...] | None = field(default=None, converter=_names)
    prefer: tuple[str, ...] = field(default=(), converter=_preferred)
    options: Mapping[str, Mapping[str, Any]] = field(factory=dict)
    add: tuple[str, ...] = field(default=(), converter=_paths)
    tables: tuple[str, ...] = field(default=(), converter=_distinct)
    table_format: Literal["csv", "parquet"] | None = None
    path_pattern: str | None = None
    metadata: str | None = field(default=None, converter=optional(os.fspath))
    part: tuple[int, int] = (1, 1)
    shard_bytes: int = SHARD_BYTES
    timeout: float | None = TIMEOUT

    def run(
        self,
        *,
        workers: int | None = None,
        engine: Engine = "local",
        on_progress: Callable[[Progress], None] | None = None,
        on_notice: Callable[[str], None] | None = None,
    ) -> Summary:
        """Work on the shards that are not yet done, with ``workers`` processes (as many as there are cores).

        ``on_progress`` is called when a shard is done, and now and then while shards are at work; ``on_notice`` with
        what there is to say of the inputs: what of a folder is passed over, and what has changed.

        The rows do not depend on the number of workers, the engine, and how often the run was stopped. Call it under
        ``if __name__ == "__main__"``, since workers import the main module.

        Raises ``InputError`` for wrong arguments, ``CorpusError`` where ``out`` belongs to another run, its kind
        ``UnfinishedError`` where the run cannot go on (as on a full disk), ``MissingExtraError`` where Parquet or Ray
        is asked for and not installed, and what ``Kit`` raises.
        """
        _one_of("engine", engine, _ENGINES)
        reading, tell = self._check(), on_notice or (lambda _: None)
        kit = KitSpec.choose(
            plugins=self.plugins,
            block=self.block,
            add=self.add,
            prefer=self.prefer,
            options=self.options,
            timeout=self.timeout,
        )
        if self.format not in FORMATS:
            writer(self.format, kit.build())
        order = Order(self.out.absolute(), self.format, kit, reading, self.tables, self._tables_in())
        given, summary = distinct(self.inputs, self.input_format), Summary()
        # What was away for a moment, and what was edited meanwhile, has its turn in a second round.
        for second in (False, True):
            todo = self._begin(given, order, engine, tell, without=summary.given_up if second else None)
            for shard, told in _ENGINES[engine](order, todo, workers or cores()):
                todo.count(shard, told)
                if on_progress:
                    on_progress(todo.progress())
            edited = Inputs(self.out, self.format).drop_edited(reading.folder, alone=self.part[1] == 1)
            if edited.count:
                tell(f"{edited}: changed while the run was at work, and to be done again")
                todo.summary.left.add((), edited.count, ())
            summary = summary.followed_by(todo.summary) if second else todo.summary
            if not summary.left.count:
                break
        _tidy(self.out)
        return summary

    def _begin(
        self,
        given: tuple[str, ...],
        order: Order,
        engine: Engine,
        tell: Callable[[str], None],
        *,
        without: list[GivenUp] | None,
    ) -> Todo:
        """List what is there, compare it with what the run began with, and return what there is to do.

        ``without`` are the shards given up by the first round, None where this is the first.
        """
        with find(given, self.input_format, metadata=self.metadata) as found:
            if engine == "ray":
                check_for_ray(self.format, found)
            inputs = Inputs(self.out, self.format)
            size = inputs.begin(found, self._manifest(found, order), lambda each: is_cut(each, self.encoding))
            if without is None:
                for passed in found.walk.passed_over:
                    if passed.names.count:
                        tell(str(passed))
            inputs.compare(found, tell, started=without is not None)
            total = sum(each.bytes for each in found.prints) // self.part[1]
        names = frozenset(lost.name for lost in without or ())
        return Todo(order, self.part, size, inputs.entries, total, names)

    def _check(self) -> Reading:
        """Refuse what is wrong before anything is read."""
        if self.input_format:
            _one_of("input_format", self.input_format, FORMS)
        for name in self.columns:
            _one_of("columns", name, ARTICLE_FIELDS)
        check_encoding(self.encoding)
        self._check_numbers()
        for given in self.inputs:
            self._check_input(given)
        self._check_tables()
        if "parquet" in (self.format, self.table_format):
            need("parquet")
        check_language(self.language)
        day = Article("", published=self.published).published
        beside = Beside(self.path_pattern, str(Path(self.metadata).absolute()) if self.metadata else None)
        return Reading(self.columns, day, self.encoding, Path.cwd(), self.language, beside)

    def _check_numbers(self) -> None:
        part: Any = self.part
        if not (isinstance(part, (tuple, list)) and [*map(type, part)] == [int, int]):
            raise InputError(f"expected two whole numbers, as in (3, 8), got {part!r}", field="part")
        index, count = part
        if not 1 <= index <= count:
            last = max(count, 1)
            raise InputError(f"expected a part from 1/{last} to {last}/{last}, got {index}/{count}", field="part")
        if type(self.shard_bytes) is not int:
            raise InputError(f"expected a whole number of bytes, got {self.shard_bytes!r}", field="shard_bytes")
        if not 1 <= self.shard_bytes <= _MOST_BYTES:
            raise InputError("expected at least one byte, and fewer than a disk can hold", field="shard_bytes")

    def _check_tables(self) -> None:
        for table in self.tables:
            table_named(table)
        if self.table_format is not None:
            _one_of("table_format", self.table_format, ("csv", "parquet"))
            if not self.tables:
                raise InputError("expected the names of tables, since a format of tables is given", field="tables")

    def _tables_in(self) -> str:
        return self.table_format or ("parquet" if self.format == "parquet" else "csv")

    def _check_input(self, given: str) -> None:
        if not is_there(given):
            if found_manifest(self.out):  # a run that has begun goes on with what is there
                return
            raise InputError("no such file or folder", path=given)
        what = described(Path(given).stat().st_mode)
        if what:
            raise InputError(f"it is {what}, and a run reads its inputs more than once; save it as a file", path=given)
        if is_folder(given) and real(self.out).is_relative_to(real(given)):
            raise InputError(f"it holds {self.out}, the folder of the rows; choose one outside the inputs", path=given)

    def _manifest(self, found: Found, order: Order) -> dict[str, object]:
        kit, reading = order.kit, order.reading
        return {
            "newskit": version("newskit"),
            "plugins": dict(kit.plugins),
            "prefer": list(kit.prefer),
            "options": orjson.loads(kit.options),
            "inputs": [each.as_record() for each in found.prints],
            "input_format": self.input_format,
            "columns": dict(self.columns),
            "published": reading.published.isoformat() if reading.published else None,
            "language": reading.language,
            "path_pattern": self.path_pattern,
            "metadata": _digest(self.metadata) if self.metadata else None,
            "encoding": self.encoding,
            "format": self.format,
            "tables": list(order.tables),
            "table_format": order.table_format,
            "shard_bytes": self.shard_bytes,
            "cut_bytes": bytes_of_a_shard(self.shard_bytes, found.weight),
        }


def _digest(path: str) -> str:
    with Path(path).open("rb") as file:
        return file_digest(file, lambda: blake2b(digest_size=16)).hexdigest()


def _one_of(name: str, value: str, there: Iterable[str]) -> None:
    if value not in there:
        raise InputError(f"expected one of {', '.join(there)}, got {value!r}", field=name)


def _tidy(out: Path) -> None:
    """Remove the folder of the failures where the last of them is gone."""
    with suppress(OSError):
        failures_folder(out).rmdir()
