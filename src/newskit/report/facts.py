"""The facts of a corpus as rows of quotes and of people: from flat tables, or from the documents of a run."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from attrs import define, field

from newskit.document import Document
from newskit.errors import InputError, NewskitError
from newskit.formats.arrow import parquet
from newskit.formats.cells import text_of_cell
from newskit.formats.columns import Scalar
from newskit.formats.json import from_json
from newskit.formats.read import unreadable
from newskit.tables import TABLES, rows

Row = dict[str, Any]
_TYPES: dict[str, dict[str, Scalar]] = {
    name: {column.name: column.type for column in table.columns} for name, table in TABLES.items()
}
_READ: dict[Scalar, Callable[[str], Any]] = {
    "whole": int,
    "place": int,
    "number": float,
    "flag": lambda cell: cell == "true",
}


@define
class Facts:
    """Rows of the tables ``quotes`` and ``people``, and how many articles they are of, where that is known."""

    quotes: list[Row] = field(factory=list)
    people: list[Row] = field(factory=list)
    articles: int | None = None

    def add(self, document: Document) -> None:
        """Take in the rows of a document."""
        self.quotes.extend(rows(document, "quotes"))
        self.people.extend(rows(document, "people"))
        self.articles = (self.articles or 0) + 1


def read_facts(folder: str | Path, *, on_error: Callable[[InputError], None] | None = None) -> Facts:
    """Read the folder of a run: its tables ``quotes`` and ``people`` where it has them, else its documents in JSON.

    Raises ``InputError`` for a folder with neither and, without ``on_error``, for a row or document that cannot be
    read; with it, this goes there and costs nothing else.
    """
    path, facts = Path(folder), Facts()
    if not path.exists():
        raise InputError("no such file or folder", path=str(path))
    tell = on_error or _raise
    if all(_table(path / name) for name in ("quotes", "people")):
        facts.quotes.extend(_rows(path / "quotes", "quotes", tell))
        facts.people.extend(_rows(path / "people", "people", tell))
        return facts
    files = [path] if path.is_file() else sorted(path.glob("part-*.jsonl"))
    if not files:
        raise InputError(
            "neither tables of quotes and people nor documents in JSON Lines are in it: newskit run writes both",
            path=str(path),
        )
    facts.articles = 0
    for document in _documents(files, tell):
        facts.add(document)
    return facts


def _raise(error: InputError) -> None:
    raise error


def _table(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(file for file in folder.iterdir() if file.suffix in (".csv", ".parquet") and file.name[0] not in "._")


def _rows(folder: Path, table: str, tell: Callable[[InputError], None]) -> Iterator[Row]:
    for file in _table(folder):
        try:
            yield from _parquet_rows(file) if file.suffix == ".parquet" else _csv_rows(file, _TYPES[table], tell)
        except OSError as exc:
            tell(unreadable(exc, str(file)))
        except (csv.Error, UnicodeError) as exc:
            tell(InputError(f"no table in CSV: {exc}", path=str(file)))


def _parquet_rows(file: Path) -> Iterator[Row]:
    with parquet().ParquetFile(file) as opened:
        for batch in opened.iter_batches():
            yield from batch.to_pylist()


def _csv_rows(file: Path, types: dict[str, Scalar], tell: Callable[[InputError], None]) -> Iterator[Row]:
    with file.open(encoding="utf-8", newline="") as opened:
        reader = csv.DictReader(opened, strict=True)
        for record in reader:
            try:
                yield {name: _value(record.get(name), kind, name) for name, kind in types.items()}
            except InputError as exc:
                tell(InputError(exc.message, path=str(file), line=reader.line_num, field=exc.field))


def _value(cell: str | None, kind: Scalar, name: str) -> Any:  # noqa: ANN401 - as the column says
    if not cell:
        return None
    if kind not in _READ:
        return text_of_cell(cell)
    try:
        return _READ[kind](cell)
    except ValueError:
        raise InputError(f"expected a number, got {cell!r}", field=name) from None


def _documents(files: Iterable[Path], tell: Callable[[InputError], None]) -> Iterator[Document]:
    for file in files:
        with file.open(encoding="utf-8") as opened:
            for number, line in enumerate(opened, start=1):
                try:
                    yield from_json(line)
                except InputError as exc:
                    tell(exc.located(path=str(file), line=number))
                except NewskitError as exc:
                    tell(InputError(str(exc), path=str(file), line=number))
