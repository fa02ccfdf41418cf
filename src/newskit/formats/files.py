"""Reading articles from files of any form, and which form a file has."""

from __future__ import annotations

import datetime as dt
import errno
import gzip
import io
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from os import PathLike, fspath
from pathlib import Path
from typing import IO, Any, Literal, cast, get_args

from attrs import frozen

from newskit.article import Article
from newskit.errors import InputError, MissingExtraError, describe
from newskit.formats.arrow import parquet, read_rows
from newskit.formats.beside import Beside
from newskit.formats.decode import check_encoding
from newskit.formats.json_file import read_json
from newskit.formats.read import BROKEN, NO_COLUMNS, dated, lacks_text, line_chunks, read_lines, read_text, unreadable
from newskit.formats.tables import read_table
from newskit.languages import ENGLISH, is_tag
from newskit.layers import ARTICLE_FIELDS

Form = Literal["text", "html", "jsonl", "json", "csv", "tsv", "parquet"]
"""What a file holds: one article as text or as a page; or many as JSON Lines, other JSON, or rows."""
FORMS: tuple[Form, ...] = get_args(Form)
SUFFIXES: Mapping[str, Form] = {
    ".txt": "text",
    ".md": "text",
    ".markdown": "text",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".jsonl.gz": "jsonl",
    ".ndjson.gz": "jsonl",
    **{f".{form}{packed}": form for form in ("json", "csv", "tsv") for packed in ("", ".gz")},
    ".parquet": "parquet",
}
_PACKED = frozenset(("jsonl", "json", "csv", "tsv"))
"""Forms that are unpacked where the file's name ends in .gz."""
STDIN = "-"
_STDIN_NAME = "<stdin>"
_ROWS_AT_ONCE = 256


def form_of(path: str) -> Form | None:
    """Return what a file's suffix says of it."""
    name = Path(path).name.lower()
    return next((form for suffix, form in SUFFIXES.items() if name.endswith(suffix)), None)


def check_form(form: str) -> Form:
    """Return the form of that name; raises ``InputError`` that lists them."""
    if form not in FORMS:
        raise InputError(f"expected one of {', '.join(FORMS)}, got {form!r}", field="input_format")
    return form


def need(form: Form, path: str | None = None) -> None:
    """Raise ``MissingExtraError`` where the package that reads a file, or files of a form, is not installed."""
    if form in _PACKAGES:
        try:
            _PACKAGES[form]()
        except MissingExtraError as exc:
            raise MissingExtraError(exc.package, extra=exc.extra, path=path) from None


def _pages() -> object:
    from newskit.formats.page import trafilatura  # noqa: PLC0415 - import time, for who reads pages

    return trafilatura()


_PACKAGES: Mapping[Form, Callable[[], object]] = {"parquet": parquet, "html": _pages}


def check_columns(columns: Mapping[str, str]) -> None:
    """Raise ``InputError`` for columns of what is no field of an article."""
    for name in columns:
        if name not in ARTICLE_FIELDS:
            raise InputError(f"expected one of {', '.join(ARTICLE_FIELDS)}, got {name!r}", field="columns")


def check_language(language: str) -> None:
    """Raise ``InputError`` for what is no tag of a language."""
    if not is_tag(language):
        raise InputError(f"expected a tag as in BCP 47, such as en, de or pt-BR, got {language!r}", field="language")


def read_articles(
    *paths: str | PathLike[str],
    input_format: Form | None = None,
    encoding: str = "utf-8",
    columns: Mapping[str, str] = NO_COLUMNS,
    published: dt.date | str | None = None,
    language: str = ENGLISH,
    path_pattern: str | None = None,
    metadata: str | PathLike[str] | None = None,
    on_error: Callable[[InputError], None] | None = None,
) -> Iterator[Article]:
    """Read the articles of files one by one; the path ``-`` is standard input.

    Where ``input_format`` is not given, the end of a file's name says it: ``.jsonl`` and ``.ndjson``, ``.json``,
    ``.csv`` and ``.tsv`` (with ``.gz`` too), ``.parquet``, ``.html`` and ``.htm``; all else is ``text``. A ``text`` or
    ``html`` file is one article, its ``id`` the path. ``jsonl`` is one object a line with ``text`` and, where known,
    ``id``, ``published``, ``url``, ``publisher``, ``language``; its other fields go into ``meta``, and an article
    without ``id`` gets the path and the line. ``json`` is one such object, several, or an array of them, counted from
    1; ``csv``, ``tsv`` and ``parquet`` have the fields as columns. ``columns`` says which field or column holds which
    field of the article. ``published`` and ``language`` are for articles that do not say it themselves. The names of
    files (``path_pattern``) and a table beside them (``metadata``) may say it, as ``newskit.formats.Beside`` tells.
    A byte order mark is no part of the text; all else of it stays as it is, line ends too. Files are read as they are
    needed.

    Raises ``InputError`` with path, line and field for what cannot be read; with ``on_error`` it goes there, and the
    reading goes on: after a date that cannot be read with the same article, otherwise with the next line or file.
    Raises ``MissingExtraError`` where the package for a form is not installed.
    """
    check_encoding(encoding)
    check_columns(columns)
    check_language(language)
    default = Article("", published=published).published
    beside = Beside(path_pattern, None if metadata is None else fspath(metadata))
    given_form = None if input_format is None else check_form(input_format)
    for given in paths:
        path = fspath(given)
        form = given_form or form_of(path) or "text"
        need(form, path)
        for _, outcome in read_file(path, form, encoding=encoding, columns=columns, language=language):
            made = (outcome,) if isinstance(outcome, InputError) else beside.completed(outcome, path, language=language)
            for each in made:
                if isinstance(each, Article):
                    yield dated(each, default)
                elif on_error is None:
                    raise each
                else:
                    on_error(each)


def read_file(
    path: str,
    form: Form,
    *,
    name: str | None = None,
    encoding: str = "utf-8",
    columns: Mapping[str, str] = NO_COLUMNS,
    language: str = ENGLISH,
) -> Iterator[tuple[int | None, Article | InputError]]:
    """Read a whole file; yields the line, row or object of each article, where it is one of many, and it or why not.

    ``name`` is what the file is called in errors and ids, where it is not the path.
    """
    name = name or (_STDIN_NAME if path == STDIN else path)
    try:
        with _opened(path) as file:
            yield from read_opened(file, form, name=name, encoding=encoding, columns=columns, language=language)
    except BROKEN as exc:
        yield None, unreadable(exc, name)


def read_opened(
    file: IO[bytes],
    form: Form,
    *,
    name: str,
    encoding: str,
    columns: Mapping[str, str],
    language: str = ENGLISH,
) -> Iterator[tuple[int | None, Article | InputError]]:
    """Read a file that is open, as ``read_file`` does; it is unpacked where its name says that it is packed."""
    number: int | None = None
    try:
        opened = unpacked(file, name) if form in _PACKED else file
        for number, outcome in _READERS[form](opened, name, _How(encoding, columns, language)):
            yield number, outcome
    except InputError as exc:
        yield None, exc.located(path=name)
    except UnicodeError as exc:
        yield None, InputError(f"not {encoding}: {exc}", path=name)
    except BROKEN as exc:
        error = unreadable(exc, name, line=number + 1 if number else None)
        yield error.line, error


def unpacked(file: IO[bytes], name: str) -> IO[bytes]:
    """Return what a file holds, unpacked where its name says so; raises ``EOFError`` for one that is empty then."""
    if not name.lower().endswith(".gz"):
        return file
    if file.seekable() and not file.seek(0, io.SEEK_END):  # of which gzip says nothing
        raise EOFError("the file is empty, as one that was not written to its end")
    if file.seekable():
        file.seek(0)
    return cast("IO[bytes]", gzip.GzipFile(fileobj=file))


_Outcomes = Iterator[tuple[int | None, Article | InputError]]


@frozen
class _How:
    """How a file is read: its encoding, the columns that hold an article's fields, the language where none is said."""

    encoding: str
    columns: Mapping[str, str]
    language: str

    def records(self) -> dict[str, Any]:
        """Return what readers of records are given, by name."""
        return {"encoding": self.encoding, "columns": self.columns, "language": self.language}


def _read_text(file: IO[bytes], path: str, how: _How) -> _Outcomes:
    for outcome in read_text(file.read(), path=path, encoding=how.encoding, language=how.language):
        yield None, outcome


def _read_html(file: IO[bytes], path: str, how: _How) -> _Outcomes:
    from newskit.formats.page import read_page  # noqa: PLC0415 - import time, for who reads pages

    yield None, read_page(file.read(), path=path, encoding=how.encoding, language=how.language)


def _read_jsonl(file: IO[bytes], path: str, how: _How) -> _Outcomes:
    return read_lines(line_chunks(file, how.encoding), path=path, **how.records())


def _read_json(file: IO[bytes], path: str, how: _How) -> _Outcomes:
    return read_json(file, path=path, **how.records())


def _read_csv(file: IO[bytes], path: str, how: _How) -> _Outcomes:
    return read_table(file, path=path, **how.records())


def _read_tsv(file: IO[bytes], path: str, how: _How) -> _Outcomes:
    return read_table(file, path=path, **how.records(), separator="\t")


def _read_parquet(file: IO[bytes], path: str, how: _How) -> _Outcomes:
    number = 0
    try:
        with parquet().ParquetFile(file if file.seekable() else io.BytesIO(file.read())) as opened:
            lacking = lacks_text(opened.schema_arrow.names, path, how.columns.get("text", "text"))
            if lacking:
                yield None, lacking
                return
            for batch in opened.iter_batches(_ROWS_AT_ONCE):
                yield from read_rows(batch, path=path, columns=how.columns, language=how.language, number=number)
                number += batch.num_rows
    except Exception as exc:
        line = number + 1 if number else None
        yield line, InputError(f"cannot be read as Parquet: {describe(exc)}", path=path, line=line)


_READERS: Mapping[Form, Callable[[IO[bytes], str, _How], _Outcomes]] = {
    "text": _read_text,
    "html": _read_html,
    "jsonl": _read_jsonl,
    "json": _read_json,
    "csv": _read_csv,
    "tsv": _read_tsv,
    "parquet": _read_parquet,
}


@contextmanager
def _opened(path: str) -> Iterator[IO[bytes]]:
    """Open a file, or standard input, which stays open."""
    if path != STDIN:
        with Path(path).open("rb") as raw:
            yield raw
    elif sys.stdin is None:  # as after <&-
        raise OSError(errno.EBADF, "standard input is closed")
    else:
        yield sys.stdin.buffer
