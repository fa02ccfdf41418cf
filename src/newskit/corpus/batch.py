"""The one Arrow function: a record batch of articles in, a record batch of documents out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

import orjson
from attrs import evolve

from newskit.article import Article
from newskit.corpus.work import outside_extractors
from newskit.document import Document
from newskit.errors import InputError
from newskit.formats.arrow import document_schema, pyarrow, read_rows, to_batch
from newskit.formats.columns import own_kinds, told
from newskit.formats.files import check_language
from newskit.formats.read import NO_COLUMNS, Doubt, dated
from newskit.kit import Kit
from newskit.languages import ENGLISH
from newskit.plugins import several

if TYPE_CHECKING:
    import pyarrow as pa

_Names = tuple[str, ...]


def schema(
    *,
    plugins: Iterable[str] | None = None,
    block: Iterable[str] | None = None,
    prefer: Iterable[str] = (),
    options: Mapping[str, Mapping[str, Any]] | None = None,
) -> pa.Schema:
    """Return the Arrow schema of documents, as ``extract_batch`` of the same plugins gives them.

    Each kind that a plugin brought has a column by the name of its layer. Raises ``MissingExtraError`` without pyarrow,
    and what ``Kit`` raises.
    """
    pyarrow()
    return document_schema(_kinds(_kit(_names(plugins), _names(block), several(prefer), orjson.dumps(options or {}))))


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
    """Extract a record batch of articles; returns a record batch of ``schema`` with one row for each row given.

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
    kinds = _kinds(kit)
    read = read_rows(batch, columns=columns, language=language)
    documents = [told(document, kinds) for document in _documents(kit, read, default)]
    try:
        return to_batch(documents, kinds)
    except Exception:
        rows = (_row(document, kinds) for document in documents)
        return pyarrow().Table.from_batches(rows).combine_chunks().to_batches()[0]


@cache
def _kit(
    plugins: tuple[str, ...] | None, block: tuple[str, ...] | None, prefer: tuple[str, ...], options: bytes
) -> Kit:
    return Kit(plugins=plugins, block=block, prefer=prefer, options=orjson.loads(options))


def _kinds(kit: Kit) -> tuple[type, ...]:
    return own_kinds(kit.registry.extractors)


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


def _row(document: Document, kinds: tuple[type, ...]) -> pa.RecordBatch:
    try:
        return to_batch([document], kinds)
    except Exception as exc:
        return to_batch([_failed(exc, document.article.id)], kinds)


def _failed(exc: Exception, article_id: str) -> Document:
    return Document(Article("", id=article_id), failures=(outside_extractors(exc, article_id),))
