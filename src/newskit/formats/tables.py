"""Articles from tables in text, CSV and TSV: a row of names, then a row for each article; read as a stream."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import IO

import regex

from newskit.article import Article
from newskit.errors import InputError
from newskit.formats.columns import distinct
from newskit.formats.decode import can_be_cut, check_head, decode, no_encoding
from newskit.formats.read import NO_COLUMNS, lacks_text, read_record
from newskit.languages import ENGLISH

_LARGEST_CELL = 64 * 1024 * 1024
"""Characters; the standard library's own limit, of 128 Ki, is for the whole process and is raised."""
_SEPARATORS = (",", ";", "\t")
_LINE = regex.compile(r"[^\r\n]*+(?:\r\n?+|\n)|[^\r\n]++")
NOTHING = "nothing is in it: a row with the names of the columns is expected"
_NOT_CLOSED = "unexpected end of data"


def read_table(
    file: IO[bytes],
    *,
    path: str,
    encoding: str,
    columns: Mapping[str, str] = NO_COLUMNS,
    language: str = ENGLISH,
    separator: str | None = None,
) -> Iterator[tuple[int, Article | InputError]]:
    """Read the rows of a table; yields the number of the line that each begins on, and the article or why it is none.

    The first row has the names; one that comes again gets a number ("desk.1"). Cells are quoted as RFC 4180 says, with
    commas in CSV, or with semicolons or tabs where the first line has no comma; an empty cell holds nothing. A row with
    another number of cells than the first costs itself. A cell has at most 64 Mi characters.
    """
    rows = read_cells(file, encoding, separator)
    line, found = next(rows, (1, InputError(NOTHING)))
    if isinstance(found, InputError):
        yield line, found.located(path=path, line=line)
        return
    names, text = distinct(found), columns.get("text", "text")
    lacking = lacks_text(names, path, text)
    if lacking:
        yield line, lacking
        return
    for line, row in rows:
        try:
            record = _record(names, row, text, encoding)
        except InputError as exc:
            yield line, exc.located(path=path, line=line)
        else:
            for outcome in read_record(record, path=path, line=line, columns=columns, language=language):
                yield line, outcome


def read_cells(
    file: IO[bytes], encoding: str = "utf-8", separator: str | None = None
) -> Iterator[tuple[int, list[str] | InputError]]:
    """Yield the number of the line that each row begins on, and its cells or why it has none; names are a row too.

    Bytes that are no text stay in cells as lone surrogates. Raises ``NoTextError`` for a file of another kind.
    """
    lines = _lines(file, encoding)
    first = next(lines, "")
    return _rows(chain((first,), lines), separator or next((sign for sign in _SEPARATORS if sign in first), ","))


def _lines(file: IO[bytes], encoding: str) -> Iterator[str]:
    """Yield the lines as text, a lone surrogate for each byte that is none; a bare carriage return ends one too."""
    if not can_be_cut(encoding):
        yield from _LINE.findall(decode(file.read(), encoding))
        return
    for number, raw in enumerate(file):
        if number == 0:
            check_head(raw, encoding)
            yield from _LINE.findall(raw.decode(encoding, "surrogateescape").removeprefix("\ufeff"))
        else:
            yield from _LINE.findall(raw.decode(encoding, "surrogateescape"))


def _rows(lines: Iterable[str], separator: str) -> Iterator[tuple[int, list[str] | InputError]]:
    """Yield the line that each row begins on, and its cells or why it has none."""
    csv.field_size_limit(max(csv.field_size_limit(), _LARGEST_CELL))
    reader = csv.reader(lines, delimiter=separator, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as exc:
            what = "a quote is opened that does not end" if str(exc) == _NOT_CLOSED else str(exc)
            yield line, InputError(f"no row of a table: {what}")
        else:
            if row:
                yield line, row


def _record(names: Sequence[str], row: list[str] | InputError, text: str, encoding: str) -> dict[str, object]:
    if isinstance(row, InputError):
        raise row
    for cell in row:
        no_encoding(cell, encoding)
    if len(row) != len(names):
        raise InputError(f"expected {len(names)} cells, as there are names of columns, got {len(row)}")
    return {name: cell for name, cell in zip(names, row, strict=True) if cell or name == text}
