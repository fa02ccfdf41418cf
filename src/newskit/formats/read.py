"""Reading articles: text files, and JSON Lines with one article a line."""

from __future__ import annotations

import codecs
import datetime as dt
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from os import PathLike, fspath
from pathlib import Path
from typing import Literal

from attrs import evolve

from newskit.errors import InputError
from newskit.formats.json import SCHEMA, article_of, loads
from newskit.formats.records import expected
from newskit.kinds import ARTICLE_FIELDS, KINDS, Article, layer_of

InputFormat = Literal["text", "jsonl"]
_LINES = (".jsonl", ".ndjson")
"""Ends of the names of files that hold one JSON object a line."""
STDIN = "-"
NO_COLUMNS: Mapping[str, str] = {}
"""Every field of an article is called as the article calls it."""
_STDIN_NAME = "<stdin>"
_WRITTEN = frozenset(("schema", "failures", *map(layer_of, KINDS)))
_UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_articles(
    *paths: str | PathLike[str],
    input_format: InputFormat | None = None,
    encoding: str = "utf-8",
    published: dt.date | str | None = None,
    on_error: Callable[[InputError], None] | None = None,
) -> Iterator[Article]:
    """Read the articles of files one by one; the path ``-`` is standard input.

    Where ``input_format`` is not given, ``.jsonl`` and ``.ndjson`` at the end of a name say ``jsonl``, all else is
    ``text``. A ``text`` file is one article, its ``id`` the path. ``jsonl`` is one object a line with ``text`` and,
    where known, ``id``, ``published``, ``url``, ``publisher``, ``language``; its other fields go into ``meta``, and
    an article without ``id`` gets the path and the line. ``published`` is for articles that do not say it themselves.
    A byte order mark is no part of the text; all else stays as it is, line ends too. Files are read as they are
    needed.

    Raises ``InputError`` with path, line and field for what cannot be read; with ``on_error`` it goes there, and the
    reading goes on with the next line or file.
    """
    check_encoding(encoding)
    default = Article("", published=published).published
    for given in paths:
        path = fspath(given)
        form = input_format or ("jsonl" if path.lower().endswith(_LINES) else "text")
        read = _read_line_file if form == "jsonl" else _read_text_file
        for outcome in read(path, encoding):
            if isinstance(outcome, Article):
                yield dated(outcome, default)
            elif on_error is None:
                raise outcome
            else:
                on_error(outcome)


def dated(article: Article, default: dt.date | None) -> Article:
    """Return an article that has a day of publication where it or the caller knows one."""
    return article if article.published or not default else evolve(article, published=default)


def check_encoding(encoding: str) -> None:
    """Raise ``InputError`` for a name that is no text encoding."""
    try:
        codecs.lookup(encoding)
        "x".encode(encoding)
    except (LookupError, ValueError):
        raise InputError(f"no text encoding is named {encoding!r}; some are utf-8, utf-16, windows-1252") from None


def _name(path: str) -> str:
    return _STDIN_NAME if path == STDIN else path


def unreadable(exc: OSError, path: str) -> InputError:
    """Return the error for a file that the system does not let us read."""
    return InputError(f"cannot be read: {(exc.strerror or str(exc)).lower()}", path=_name(path))


def _chunks(path: str, encoding: str, *, lines: bool) -> Iterator[bytes]:
    """Yield a file's lines where it can be cut before decoding, else the whole file."""
    cut = lines and can_be_cut(encoding)
    if path == STDIN:
        yield from sys.stdin.buffer if cut else (sys.stdin.buffer.read(),)
        return
    with Path(path).open("rb") as file:
        yield from file if cut else (file.read(),)


def can_be_cut(encoding: str) -> bool:
    """Tell whether lines can be cut before they are decoded, as in UTF-8 and its elders; not in UTF-16."""
    return "\n".encode(encoding) == b"\n"


def _decode(raw: bytes, encoding: str, *, offset: int = 0) -> str:
    bare = raw.removeprefix(codecs.BOM_UTF8) if offset == 0 and _is_utf_8(encoding) else raw
    try:
        return bare.decode(encoding)
    except UnicodeDecodeError as exc:
        place = offset + len(raw) - len(bare) + exc.start
        guess = "utf-16" if raw.startswith(_UTF_16_MARKS) else "windows-1252"
        name = "UTF-8" if _is_utf_8(encoding) else encoding
        msg = f"not {name}: byte 0x{exc.object[exc.start]:02x} at byte offset {place}; name its encoding, "
        raise InputError(f"{msg}as in --encoding {guess}") from None
    except UnicodeError as exc:
        raise InputError(f"not {encoding}: {exc}") from None


def _is_utf_8(encoding: str) -> bool:
    return codecs.lookup(encoding).name == "utf-8"


def _read_text_file(path: str, encoding: str) -> Iterator[Article | InputError]:
    try:
        raw = b"".join(_chunks(path, encoding, lines=False))
        yield read_text(raw, path=_name(path), encoding=encoding)
    except OSError as exc:
        yield unreadable(exc, path)


def read_text(raw: bytes, *, path: str, encoding: str) -> Article | InputError:
    """Read a file's bytes as one article, whose ``id`` is the path."""
    try:
        return Article(_decode(raw, encoding), id=path)
    except InputError as exc:
        return exc.located(path=path)


def _read_line_file(path: str, encoding: str) -> Iterator[Article | InputError]:
    try:
        for _, outcome in read_lines(_chunks(path, encoding, lines=True), path=_name(path), encoding=encoding):
            yield outcome
    except OSError as exc:
        yield unreadable(exc, path)


def read_lines(
    chunks: Iterable[bytes],
    *,
    path: str,
    encoding: str,
    columns: Mapping[str, str] = NO_COLUMNS,
    number: int = 0,
    offset: int = 0,
) -> Iterator[tuple[int, Article | InputError]]:
    """Read JSON Lines; yields the number of each line, from 1, and the article or why it is none.

    ``chunks`` are whole lines, one or more in each. ``number`` and ``offset`` count the lines and the bytes of the
    file before them. ``columns`` says which field of a record holds which field of the article.
    """
    for raw in chunks:
        try:
            lines = _decode(raw, encoding, offset=offset).removesuffix("\n").split("\n")
        except InputError as exc:
            lines = []
            number += 1
            yield number, exc.located(path=path, line=number)
        offset += len(raw)
        for line in lines:
            number += 1
            if line.strip():
                yield number, _read_line(line, path, number, columns)


def _read_line(line: str, path: str, number: int, columns: Mapping[str, str]) -> Article | InputError:
    try:
        record = loads(line)
        if not isinstance(record, dict):
            raise expected("an object", record)
        return read_record(record, default_id=f"{path}:{number}", columns=columns)
    except InputError as exc:
        return exc.located(path=path, line=number)


def read_record(
    record: Mapping[str, object], *, default_id: str = "", columns: Mapping[str, str] = NO_COLUMNS
) -> Article:
    """Read the article of one record, whose other fields go into ``meta``.

    ``columns`` says which field of the record holds which field of the article. Raises ``InputError`` that names the
    field as the record does.
    """
    try:
        return article_of(_with_meta(_renamed(record, columns), default_id))
    except InputError as exc:
        raise InputError(exc.message, field=columns.get(exc.field or "", exc.field)) from None


def _renamed(record: Mapping[str, object], columns: Mapping[str, str]) -> Mapping[str, object]:
    if not columns:
        return record
    used = set(columns.values())
    rest = {name: value for name, value in record.items() if name not in used}
    # A field whose name another one takes is still the article's: it is kept beside those that have no name of ours.
    replaced = {name: rest.pop(name) for name in columns if name in rest}
    meta = rest.get("meta")
    if replaced and (meta is None or isinstance(meta, dict)):
        rest["meta"] = {**replaced, **(meta or {})}
    return rest | {field: record[column] for field, column in columns.items() if column in record}


def _with_meta(record: Mapping[str, object], default_id: str) -> dict[str, object]:
    """Gather what an article has no field for in ``meta``; of a line that newskit wrote, only the article counts."""
    own = (*ARTICLE_FIELDS, "meta", *(("given_parts", *_WRITTEN) if record.get("schema") == SCHEMA else ()))
    rest = {name: value for name, value in record.items() if name not in own}
    given = record.get("meta")
    known = {name: record[name] for name in own if name in record and name not in _WRITTEN}
    if isinstance(given, dict):
        rest = {**given, **rest}
        known["meta"] = rest
    elif given is None:
        known["meta"] = rest
    article_id = known.get("id")
    known["id"] = str(article_id) if type(article_id) is int else article_id or default_id
    return known
