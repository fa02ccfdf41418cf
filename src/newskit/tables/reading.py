"""Reading flat tables again: as newskit wrote them, or as a spreadsheet or a data frame saved them."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from newskit.days import day_of
from newskit.errors import InputError
from newskit.formats.arrow import parquet, pyarrow
from newskit.formats.cells import text_of_cell
from newskit.formats.columns import Scalar
from newskit.formats.decode import no_encoding
from newskit.formats.read import unreadable
from newskit.formats.records import Record
from newskit.formats.tables import NOTHING, read_cells
from newskit.paths import inside
from newskit.tables.rows import table_named

_ENCODING = "utf-8"
_FLAGS = {"true": True, "false": False}
_KEYS: Mapping[str, Collection[str]] = {"people": ("entity", "name")}
"""Columns without which a row is none."""
_ROWS_AT_ONCE = 4096
TABLE_ENDS = (".csv", ".parquet")
"""How the names of files of tables end."""


def read_rows(
    path: str | Path, table: str, columns: Collection[str], *, on_error: Callable[[InputError], None]
) -> Iterator[tuple[int, Record]]:
    """Yield the line, or the row in Parquet, from 1, and the values of the ``columns`` that the file has of a table.

    Read are CSV with commas, semicolons or tabs, a byte order mark before it or not, and Parquet. Days are texts in
    ISO 8601, an empty cell is None, that of ``article`` the empty text. ``on_error`` is told of each row that is none,
    which costs itself. Raises ``InputError`` for a file that is none, as ``check_columns`` does for what it lacks.
    """
    file = Path(path)
    kinds = {column.name: column.type for column in table_named(table).columns if column.name in columns}
    keys = [name for name in _KEYS.get(table, ()) if name in kinds]
    try:
        for line, found in (_parquet if file.suffix == ".parquet" else _csv)(file, list(kinds)):
            try:
                if isinstance(found, InputError):
                    raise found
                row = {name: _value(found[name], kind, name) for name, kind in kinds.items() if name in found}
                for name in keys:
                    if row.get(name) is None:
                        raise InputError(f"a row of the table {table} has it", field=name)
            except InputError as exc:
                on_error(exc.located(path=str(file), line=line))
            else:
                yield line, row
    except OSError as exc:
        raise unreadable(exc, str(file)) from None


def files_of(folder: Path) -> list[Path]:
    """Return the files of a table in a folder, by name: CSV and Parquet, none that begins with a dot or underscore.

    Raises ``InputError`` where the folder cannot be listed.
    """
    return [each for each in inside(folder) if each.suffix in TABLE_ENDS and each.name[0] not in "._"]


def check_columns(path: str | Path, table: str, needed: Collection[str]) -> None:
    """Raise ``InputError`` that names the file, and the first of the ``needed`` columns of a table that it lacks."""
    file = Path(path)
    try:
        names = _parquet_names(file) if file.suffix == ".parquet" else _csv_names(file)
    except OSError as exc:
        raise unreadable(exc, str(file)) from None
    lacking = [name for name in needed if name not in names]
    if lacking:
        others = f", nor {', '.join(lacking[1:])}" if lacking[1:] else ""
        raise InputError(
            f"no column has this name{others}; newskit run --tables {table} writes the table",
            path=str(file),
            line=1,
            field=lacking[0],
        )


def _csv_names(file: Path) -> list[str]:
    names: list[str] = next(_csv_lines(file))[1]
    return names


def _csv_lines(file: Path) -> Iterator[tuple[int, Any]]:
    """Yield lines and cells, the names first; raises ``InputError`` where there are no names."""
    with file.open("rb") as opened:
        try:
            rows = read_cells(opened, _ENCODING)
            line, names = next(rows, (1, InputError(NOTHING)))
        except InputError as exc:
            raise exc.located(path=str(file)) from None
        if isinstance(names, InputError):
            raise names.located(path=str(file), line=line)
        yield line, names
        yield from rows


def _csv(file: Path, _columns: Collection[str]) -> Iterator[tuple[int, dict[str, Any] | InputError]]:
    lines = _csv_lines(file)
    _, names = next(lines)
    for line, cells in lines:
        if isinstance(cells, InputError):
            yield line, cells
        elif len(cells) != len(names):
            yield line, InputError(f"expected {len(names)} cells, as there are names of columns, got {len(cells)}")
        else:
            yield line, dict(zip(names, cells, strict=True))


def _opened(file: Path) -> Any:  # noqa: ANN401 - pyarrow has no types
    try:
        return parquet().ParquetFile(file)
    except pyarrow().ArrowInvalid as exc:
        raise InputError(f"no Parquet: {exc}", path=str(file)) from None


def _parquet_names(file: Path) -> list[str]:
    with _opened(file) as opened:
        return list(opened.schema_arrow.names)


def _parquet(file: Path, columns: Collection[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    with _opened(file) as opened:
        names = [name for name in columns if name in opened.schema_arrow.names]
        number = 0
        for batch in opened.iter_batches(_ROWS_AT_ONCE, columns=names):
            for record in batch.to_pylist():
                number += 1
                yield number, record


def _value(given: Any, kind: Scalar, name: str) -> Any:  # noqa: ANN401 - as the column says
    """Return a value as its column has it, of a cell or of what Parquet holds; None where there is none."""
    if given is None or given == "" or given != given:  # noqa: PLR0124 - a data frame's NaN
        return "" if name == "article" else None
    try:
        if isinstance(given, str):
            no_encoding(given, _ENCODING)
        return _READ.get(kind, _text)(given)
    except InputError as exc:
        raise InputError(exc.message.partition("; name its encoding")[0], field=name) from None


def _text(given: object) -> str:
    return text_of_cell(given) if isinstance(given, str) else str(given)


def _whole(given: Any) -> int:  # noqa: ANN401 - a cell, or a number
    try:
        number = float(given)
    except (TypeError, ValueError):
        number = math.nan
    if not number.is_integer():  # "3.0" is what data frames make of 3 beside an empty cell
        raise InputError(f"expected a whole number, got {given!r}")
    return int(number)


def _number(given: Any) -> float:  # noqa: ANN401 - a cell, or a number
    try:
        number = float(given)
    except (TypeError, ValueError):
        number = math.nan
    if not math.isfinite(number):
        raise InputError(f"expected a number, got {given!r}")
    return number


def _flag(given: object) -> bool:
    found = _FLAGS.get(str(given).lower())  # a spreadsheet writes TRUE
    if found is None:
        raise InputError(f"expected true or false, got {given!r}")
    return found


def _day(given: object) -> str:
    day = day_of(given)
    return day.isoformat() if day else ""


_READ: Mapping[Scalar, Callable[[Any], Any]] = {
    "whole": _whole,
    "place": _whole,
    "number": _number,
    "flag": _flag,
    "day": _day,
}
