"""The one Arrow function: a record batch of articles in, a record batch of documents out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

import orjson
from attrs import evolve

from newskit.corpus.work import outside_extractors
from newskit.document import Document
from newskit.errors import InputError
from newskit.formats.arrow import pyarrow, read_rows, to_batch
from newskit.formats.files import check_language
from newskit.formats.read import NO_COLUMNS, Doubt, dated
from newskit.kinds import Article
from newskit.kit import Kit
from newskit.languages import ENGLISH
from newskit.plugins import several

if TYPE_CHECKING:
    import pyarrow as pa

_Names = tuple[str, ...]


def extract_batch(
    batch: pa.RecordBatch,
    *,
    plugins: Iterable[str] | None = None,
    block: Iterable[str] | None = None,
    prefer: Iterable[str] = (),
    options: Mapping[str, Mapping[str, Any]] | None = None,
    columns: Mapping[str, str] = NO_COLUMNS,
    published: dt.date | str | None = None,
    language: str = ENGLISH,
) -> pa.RecordBatch:
    """Extract a record batch of articles; returns a record batch of ``schema()`` with one row for each row given.

    The articles are in the columns ``text`` and, where known, ``id``, ``published`` (a date, a timestamp or ISO 8601
    text), ``url``, ``publisher``, ``language``; ``columns`` maps these names to others. What else there is goes into
    ``meta``, nulls left out. ``published`` and ``language`` are for articles that do not say it. The kit, with the
    arguments of ``Kit``, is built at the first call in each process.

    A row that cannot be read, and one whose document cannot be written, is a row with an empty ``text`` and a failure
    whose ``extractor`` is empty. Raises ``MissingExtraError`` without pyarrow, and what ``Kit`` raises.
    """
    kit = _kit(_names(plugins), _names(block), several(prefer), orjson.dumps(options or {}))
    check_language(language)
    default = Article("", published=published).published
    documents = list(_documents(kit, read_rows(batch, columns=columns, language=language), default))
    try:
        return to_batch(documents)
    except Exception:
        return pyarrow().Table.from_batches(map(_row, documents)).combine_chunks().to_batches()[0]


@cache
def _kit(
    plugins: tuple[str, ...] | None, block: tuple[str, ...] | None, prefer: tuple[str, ...], options: bytes
) -> Kit:
    return Kit(plugins=plugins, block=block, prefer=prefer, options=orjson.loads(options))


def _names(names: Iterable[str] | None) -> _Names | None:
    return None if names is None else several(names)


def _documents(
    kit: Kit, read: Iterable[tuple[int, Article | InputError]], default: dt.date | None
) -> Iterator[Document]:
    doubts: list[InputError] = []
    for _, outcome in read:
        if isinstance(outcome, Doubt):
            doubts.append(outcome)
            continue
        document = _document(kit, outcome, default)
        told = (outside_extractors(doubt, document.article.id) for doubt in doubts)
        yield evolve(document, failures=(*told, *document.failures)) if doubts else document
        doubts.clear()


def _document(kit: Kit, outcome: Article | InputError, default: dt.date | None) -> Document:
    if isinstance(outcome, InputError):
        return _failed(outcome, "")
    try:
        return kit.extract(dated(outcome, default))
    except Exception as exc:
        return _failed(exc, outcome.id)


def _row(document: Document) -> pa.RecordBatch:
    try:
        return to_batch([document])
    except Exception as exc:
        return to_batch([_failed(exc, document.article.id)])


def _failed(exc: Exception, article_id: str) -> Document:
    return Document(Article("", id=article_id), failures=(outside_extractors(exc, article_id),))
