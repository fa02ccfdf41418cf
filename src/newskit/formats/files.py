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
from typing import IO, Literal, cast, get_args

from newskit.errors import InputError, describe
from newskit.formats.arrow import parquet, read_rows
from newskit.formats.decode import can_be_cut, check_encoding
from newskit.formats.page import read_page, trafilatura
from newskit.formats.read import BROKEN, dated, read_lines, read_text, unreadable
from newskit.kinds import Article

Form = Literal["text", "html", "jsonl", "parquet"]
"""What a file holds: one article as text or as a page, one article a line, or one a row."""
FORMS: tuple[Form, ...] = get_args(Form)
SUFFIXES: dict[str, Form] = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".jsonl.gz": "jsonl",
    ".ndjson.gz": "jsonl",
    ".parquet": "parquet",
}
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


def need(form: Form) -> None:
    """Raise ``MissingExtraError`` where the package that reads files of a form is not installed."""
    if form in _PACKAGES:
        _PACKAGES[form]()


_PACKAGES: Mapping[Form, Callable[[], object]] = {"parquet": parquet, "html": trafilatura}


def read_articles(
    *paths: str | PathLike[str],
    input_format: Form | None = None,
    encoding: str = "utf-8",
    published: dt.date | str | None = None,
    on_error: Callable[[InputError], None] | None = None,
) -> Iterator[Article]:
    """Read the articles of files one by one; the path ``-`` is standard input.

    Where ``input_format`` is not given, the end of a file's name says it: ``.jsonl`` and ``.ndjson`` (with ``.gz``
    too), ``.parquet``, ``.html`` and ``.htm``; all else is ``text``. A ``text`` or ``html`` file is one article, its
    ``id`` the path. ``jsonl`` is one object a line with ``text`` and, where known, ``id``, ``published``, ``url``,
    ``publisher``, ``language``; its other fields go into ``meta``, and an article without ``id`` gets the path and
    the line. ``parquet`` has them as columns. ``published`` is for articles that do not say it themselves. A byte
    order mark is no part of the text; all else of it stays as it is, line ends too. Files are read as they are needed.

    Raises ``InputError`` with path, line and field for what cannot be read; with ``on_error`` it goes there, and the
    reading goes on: after a date that cannot be read with the same article, otherwise with the next line or file.
    Raises ``MissingExtraError`` where the package for a form is not installed.
    """
    check_encoding(encoding)
    default = Article("", published=published).published
    given_form = None if input_format is None else check_form(input_format)
    for given in paths:
        path = fspath(given)
        form = given_form or form_of(path) or "text"
        need(form)
        for outcome in _read(path, form, encoding):
            if isinstance(outcome, Article):
                yield dated(outcome, default)
            elif on_error is None:
                raise outcome
            else:
                on_error(outcome)


def _read(path: str, form: Form, encoding: str) -> Iterator[Article | InputError]:
    name = _STDIN_NAME if path == STDIN else path
    try:
        with _opened(path, packed=form == "jsonl" and path.lower().endswith(".gz")) as file:
            if form == "parquet":
                yield from _read_parquet(file, name)
            elif form == "jsonl":
                chunks = file if can_be_cut(encoding) else (file.read(),)
                for _, outcome in read_lines(chunks, path=name, encoding=encoding):
                    yield outcome
            elif form == "html":
                yield read_page(file.read(), path=name, encoding=encoding)
            else:
                yield from read_text(file.read(), path=name, encoding=encoding)
    except BROKEN as exc:
        yield unreadable(exc, name)


@contextmanager
def _opened(path: str, *, packed: bool) -> Iterator[IO[bytes]]:
    """Open a file, unpacked where it is packed, or standard input, which stays open."""
    if path != STDIN:
        with Path(path).open("rb") as raw:
            yield cast("IO[bytes]", gzip.GzipFile(fileobj=raw)) if packed else raw
    elif sys.stdin is None:  # as after <&-
        raise OSError(errno.EBADF, "standard input is closed")
    else:
        yield sys.stdin.buffer


def _read_parquet(file: IO[bytes], path: str) -> Iterator[Article | InputError]:
    number = 0
    try:
        with parquet().ParquetFile(file if file.seekable() else io.BytesIO(file.read())) as opened:
            lacking = lacks_text(opened.schema_arrow.names, path)
            if lacking:
                yield lacking
                return
            for batch in opened.iter_batches(_ROWS_AT_ONCE):
                for _, outcome in read_rows(batch, path=path, number=number):
                    yield outcome
                number += batch.num_rows
    except Exception as exc:
        yield InputError(f"cannot be read as Parquet: {describe(exc)}", path=path, line=number + 1 if number else None)


def lacks_text(names: list[str], path: str, text: str = "text") -> InputError | None:
    """Return the error for a table without the column that is to hold the text."""
    if text in names:
        return None
    there = f"there are {', '.join(names)}; `newskit run` takes one as in --columns text=body"
    return InputError(f"no column is named {text!r}; {there}", path=path, field="text")
