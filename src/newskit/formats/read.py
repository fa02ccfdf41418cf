"""Reading articles out of bytes: the text of one, or JSON Lines with one on each line."""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, cast

import regex
from attrs import evolve

from newskit.article import Article
from newskit.days import day_of
from newskit.errors import InputError, reason
from newskit.formats.decode import NoTextError, can_be_cut, decode
from newskit.formats.json import SCHEMA, article_of
from newskit.formats.objects import AsWritten, check_held, read_object
from newskit.formats.records import expected
from newskit.kinds import KINDS
from newskit.languages import ENGLISH
from newskit.layers import ARTICLE_FIELDS, layer_of

NO_COLUMNS: Mapping[str, str] = {}
"""Every field of an article is called as the article calls it."""
NO_DOUBTS: Mapping[str, str] = {}
BROKEN = (OSError, EOFError, zlib.error)
"""What reading a file raises; the last two come of a compressed one that is cut off or spoilt."""
_WRITTEN = frozenset(
    ("schema", "publication_day", "other_layers", "failures", "dropped", "revised", *map(layer_of, KINDS))
)
_DISPENSABLE = frozenset((*ARTICLE_FIELDS, "meta")) - {"text"}
_UNKNOWN = "und"
"""What BCP 47 has for a language that is not known."""
_PAGES = ("<!doctype html", "<html")
_JSON = regex.compile(r"\s*+(?:\[\s*+)?+\{\s*+\"[^\"\n]*+\"\s*+:")
_XML = regex.compile(r"<\?xml\s")
_ARCHIVE, _HEAD = b"PK\x03\x04", 4096
"""How a zip archive begins, and the bytes of it that say what it is."""


class Doubt(InputError):  # noqa: N818 - it is told, and ends nothing
    """What is told of an article that is read all the same, and comes next."""


def dated(article: Article, default: dt.date | None) -> Article:
    """Return an article that has a day of publication where it or the caller knows one."""
    return article if article.published or not default else evolve(article, published=default)


def unreadable(exc: Exception, path: str, *, line: int | None = None) -> InputError:
    """Return the error for a file, or the rest of one, that cannot be read or unpacked."""
    if isinstance(exc, OSError) and exc.errno:
        return InputError(f"cannot be read: {reason(exc)}", path=path)
    return InputError(f"cannot be unpacked: {exc}", path=path, line=line)


def read_text(raw: bytes, *, path: str, encoding: str, language: str = ENGLISH) -> Iterator[Article | InputError]:
    """Read a file's bytes as one article, whose ``id`` is the path."""
    try:
        text = decode(raw, encoding)
    except InputError as exc:
        yield exc.located(path=path)
        return
    if begins_like_html(text):
        yield Doubt("it begins like HTML and is read as text; --input-format html reads it as a page", path=path)
    elif _JSON.match(text):
        yield Doubt("it begins like JSON and is read as text; --input-format json or jsonl reads articles", path=path)
    elif _XML.match(text):
        yield NoTextError("no text: it begins like XML; save the articles' text, or a page as .html", path=path)
        return
    yield Article(text, id=path, language=language)


def begins_like_html(text: str) -> bool:
    """Tell whether a text is rather a page's source."""
    return text[:1000].lstrip().lower().startswith(_PAGES)


def read_lines(
    chunks: Iterable[bytes],
    *,
    path: str,
    encoding: str,
    columns: Mapping[str, str] = NO_COLUMNS,
    language: str = ENGLISH,
    number: int = 0,
    offset: int = 0,
) -> Iterator[tuple[int, Article | InputError]]:
    """Read JSON Lines; yields the number of each line, from 1, and the article or why it is none.

    ``chunks`` are whole lines, one or more in each. ``number`` and ``offset`` count the lines and the bytes of the
    file before them. ``columns`` says which field of a record holds which field of the article,
    ``language`` is that of articles that do not say it.
    """
    for at, line in decoded_lines(chunks, path=path, encoding=encoding, number=number, offset=offset):
        outcomes = (line,) if isinstance(line, InputError) else _read_line(line, path, at, columns, language)
        for outcome in outcomes:
            yield at, outcome


def line_chunks(file: IO[bytes], encoding: str) -> Iterable[bytes]:
    """Return the bytes of a file in whole lines, one or more at once, or all of it where lines end otherwise."""
    return _lines(file) if can_be_cut(encoding) else (file.read(),)


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    """Yield the lines of a file; of an archive more at once, as its header may hold what ends a line."""
    first = file.readline()
    yield first + file.read(_HEAD) if first.startswith(_ARCHIVE) else first
    yield from file


def decoded_lines(
    chunks: Iterable[bytes], *, path: str, encoding: str, number: int = 0, offset: int = 0
) -> Iterator[tuple[int, str | InputError]]:
    """Decode the lines of a file; yields the number of each, from 1, and the line or why it is none.

    Empty lines are passed over. What is no text ends the reading.
    """
    for raw in chunks:
        try:
            lines = decode(raw, encoding, offset=offset).removesuffix("\n").split("\n")
        except NoTextError as exc:
            yield number + 1, exc.located(path=path)
            return
        except InputError as exc:
            lines = []
            number += 1
            yield number, exc.located(path=path, line=number)
        offset += len(raw)
        for line in lines:
            number += 1
            if line.strip():
                yield number, line


def _read_line(
    line: str, path: str, number: int, columns: Mapping[str, str], language: str
) -> Iterator[Article | InputError]:
    try:
        record, told = read_object(line)
    except InputError as exc:
        yield exc.located(path=path, line=number)
    else:
        yield from read_record(record, path=path, line=number, columns=columns, language=language, told=told)


def read_record(
    record: Mapping[str, object],
    *,
    path: str | None = None,
    line: int | None = None,
    columns: Mapping[str, str] = NO_COLUMNS,
    language: str = ENGLISH,
    told: Mapping[str, str] = NO_DOUBTS,
) -> Iterator[Article | InputError]:
    """Read the article of one record, whose other fields go into ``meta``; yields it or why there is none.

    ``columns`` says which field of the record holds which field of the article; errors name it as the record does.
    A field that the article can do without and that is of the wrong form is a ``Doubt``, and goes into ``meta`` too.
    ``language`` is that of an article that does not say it. ``told`` is what else is to be told of the record's fields.
    With a ``path`` an article without ``id`` gets the path
    and the line.
    """
    fields = dict(_renamed(record, columns))
    number = columns.get("id", "id")  # one of any length is an id, which is text anyway
    doubts: list[InputError] = [
        Doubt(what, path=path, line=line, field=name)
        for name, what in told.items()
        if not (name == number and isinstance(record[name], AsWritten))
    ]
    while True:
        try:
            _check_meta(fields)
            check_held(fields, ARTICLE_FIELDS)
            fields["published"] = _iso(fields.get("published"))
            if not fields.get("language") or fields["language"] == _UNKNOWN:
                fields["language"] = language
            article = article_of(_with_meta(fields, f"{path}:{line}" if path else ""))
            break
        except InputError as exc:
            name = exc.field or ""
            field = columns.get(name, exc.field)
            if name not in _DISPENSABLE:
                yield InputError(exc.message, path=path, line=line, field=field)
                return
            doubts.append(Doubt(f"{exc.message}; the article is read without it", path=path, line=line, field=field))
            _put_aside(fields, name)
    if begins_like_html(article.text):
        msg = "it begins like HTML and is read as text; newskit.formats.read_html reads a page"
        doubts.append(Doubt(msg, path=path, line=line, field=columns.get("text", "text")))
    yield from doubts
    yield article


def _iso(published: object) -> str | None:
    day = day_of(published)
    return day.isoformat() if day else None


def _put_aside(fields: dict[str, object], name: str) -> None:
    value = _plain(fields.pop(name))
    fields["meta"] = {**cast("dict[str, object]", fields.get("meta") or {}), name: value}


def _check_meta(fields: Mapping[str, object]) -> None:
    """Refuse before anything is put into it what cannot take it."""
    meta = fields.get("meta")
    if meta is not None and not isinstance(meta, dict):
        raise expected("an object", 0 if isinstance(meta, AsWritten) else meta, field="meta")


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


def _plain(value: object) -> object:
    return str(value) if isinstance(value, AsWritten) else value


def _with_meta(record: Mapping[str, object], default_id: str) -> dict[str, object]:
    """Gather what an article has no field for in ``meta``; of a line that newskit wrote, only the article counts."""
    own = (*ARTICLE_FIELDS, "meta", *(("given_parts", *_WRITTEN) if record.get("schema") == SCHEMA else ()))
    rest = {name: _plain(value) for name, value in record.items() if name not in own}
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


def lacks_text(names: list[str], path: str, text: str = "text") -> InputError | None:
    """Return the error for a table without the column that is to hold the text."""
    if text in names:
        return None
    there = f"there are {', '.join(names)}; --columns text=NAME takes one of them"
    return InputError(f"no column is named {text!r}; {there}", path=path, field="text")
