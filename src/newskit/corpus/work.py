"""The work on one shard: read its articles, extract, write the rows and the failures."""

from __future__ import annotations

import json
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from itertools import islice
from pathlib import Path
from typing import IO, cast

import orjson
from attrs import define, field, frozen

from newskit.article import Article
from newskit.corpus.kits import KitSpec
from newskit.corpus.manifest import LEFT, failures_file, rows_file, table_file
from newskit.corpus.pieces import Reading
from newskit.corpus.rows import Rows, with_tables, writer
from newskit.corpus.shards import Shard
from newskit.corpus.sources import LeftError
from newskit.document import Document
from newskit.errors import Failure, InputError, LanguageWarning, PluginWarning
from newskit.formats.plain import writable
from newskit.kit import Kit
from newskit.whole_files import sync_folder, written_whole

_ARTICLES_AT_ONCE = 64


@frozen
class Order:
    """What a worker has to know to work on any shard of a run."""

    out: Path
    format: str
    kit: KitSpec
    reading: Reading
    tables: tuple[str, ...] = ()
    table_format: str = "csv"


@define
class Tally:
    """What was done: articles written, articles of which something failed, failures, bytes of rows.

    ``left`` counts the inputs that could not be read now, for which the shard is to be done again. ``other_languages``
    counts by language the articles written in one that no extractor is made for.
    """

    articles: int = 0
    failed: int = 0
    failures: int = 0
    written: int = 0
    left: int = 0
    other_languages: Counter[str] = field(factory=Counter)

    def add(self, other: Tally) -> None:
        """Add what was done elsewhere."""
        self.left += other.left
        self.articles += other.articles
        self.failed += other.failed
        self.failures += other.failures
        self.written += other.written
        self.other_languages += other.other_languages


def no_matter(_: int) -> None:
    """Hear how many articles are done, and do nothing."""


def work(order: Order, shard: Shard, tell: Callable[[int], object] = no_matter) -> Tally:
    """Write the rows of a shard; its file gets its name when all is done. Raises ``OSError`` as writing does.

    ``tell`` is called with the number of articles done so far, after each. Of a shard of which an input is left the
    rows that can be had are written; its failures then say that it is still to be done.
    """
    kit = order.kit.build()
    job = _ShardWork(kit, order, shard, tell)
    path = rows_file(order.out, shard.index, order.format)
    last_time = path.exists()  # not those that another start of this run writes meanwhile, which has tidied up after us
    with written_whole(path) as file:
        with warnings.catch_warnings():
            for told in (PluginWarning, LanguageWarning):  # the run itself lists failures, and counts languages
                warnings.simplefilter("ignore", told)
            with _tables(order, shard) as tables:
                rows = with_tables(writer(order.format, kit)(file), tables, order.table_format)
                job.run(rows)
                rows.close()
        # Rows of the last time go, and then the failures come first: beside rows their say is final.
        if last_time:
            path.unlink(missing_ok=True)
            sync_folder(path.parent)
        job.write_failures(failures_file(order.out, shard.index))
    job.tally.written = path.stat().st_size
    return job.tally


@contextmanager
def _tables(order: Order, shard: Shard) -> Iterator[Mapping[str, IO[bytes]]]:
    """Open the files of a shard's tables, which get their names before its rows say that it is done."""
    with ExitStack() as stack:
        files = {}
        for table in order.tables:
            path = table_file(order.out, table, shard.index, order.table_format)
            path.parent.mkdir(exist_ok=True)
            files[table] = stack.enter_context(written_whole(path))
        yield files


@frozen
class _Made:
    """What became of one article: its document, or what was raised."""

    path: str
    line: int | None
    result: Document | Exception
    article_id: str | None = None


@define
class _ShardWork:
    _kit: Kit
    _order: Order
    _shard: Shard
    _tell: Callable[[int], object]
    _made: int = 0
    tally: Tally = field(factory=Tally)
    _failures: list[bytes] = field(factory=list)

    def run(self, rows: Rows) -> None:
        made = (self._make(rows, *read) for read in self._shard.read(self._order.reading))
        while held := list(islice(made, _ARTICLES_AT_ONCE)):
            unwritten = _write(rows, [each.result for each in held if isinstance(each.result, Document)])
            for each in held:
                self._count(each, unwritten.get(id(each.result)))

    def _make(self, rows: Rows, path: str, line: int | None, outcome: Article | InputError) -> _Made:
        self._tell(self._made)
        self._made += isinstance(outcome, Article)
        if isinstance(outcome, InputError):
            return _Made(path, line, outcome)
        try:
            return _Made(path, line, rows.fitting(writable(self._kit.extract(outcome))), outcome.id)
        except Exception as exc:
            return _Made(path, line, exc, outcome.id)

    def _count(self, made: _Made, unwritten: Exception | None) -> None:
        if isinstance(made.result, Exception) or unwritten:
            failures = [outside_extractors(unwritten or cast("Exception", made.result), made.article_id or "")]
        else:
            self.tally.articles += 1
            language = made.result.article.language
            if not self._kit.covers(language):
                self.tally.other_languages[language] += 1
            failures = list(made.result.failures)
        self.tally.failed += bool(failures)
        self.tally.failures += len(failures)
        self.tally.left += isinstance(made.result, LeftError)
        self._failures.extend(_failure_line(made, failure) for failure in failures)

    def write_failures(self, path: Path) -> None:
        if self._failures:
            path.parent.mkdir(exist_ok=True)
            with written_whole(path) as file:
                file.writelines(self._failures)
        else:
            path.unlink(missing_ok=True)


def _write(rows: Rows, documents: Sequence[Document]) -> dict[int, Exception]:
    """Write documents, one by one where some cannot be; returns the errors by the document's identity."""
    try:
        rows.write(documents)
    except OSError:
        raise
    except Exception as exc:
        if len(documents) == 1:
            return {id(documents[0]): exc}
        return {place: error for each in documents for place, error in _write(rows, [each]).items()}
    return {}


def outside_extractors(exc: Exception, article_id: str) -> Failure:
    """Record what reading or writing an article raised, for which no extractor is to blame."""
    return Failure.of(exc, extractor="", plugin="", article_id=article_id)


def _failure_line(made: _Made, failure: Failure) -> bytes:
    record: dict[str, str | int | bool | None] = {
        "article_id": made.article_id,
        "path": made.path,
        "line": made.line,
        "extractor": failure.extractor or None,
        "plugin": failure.plugin or None,
        "error": failure.error,
        "traceback": failure.traceback,
        LEFT: isinstance(made.result, LeftError),
    }
    try:
        return orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE)
    except orjson.JSONEncodeError:  # a lone surrogate, in an id or a path
        return json.dumps(record, separators=(",", ":")).encode() + b"\n"
