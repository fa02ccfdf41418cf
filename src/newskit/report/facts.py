"""The facts of a corpus as rows of quotes and of people: from flat tables, or from the documents of a run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from attrs import define, field

from newskit.document import Document
from newskit.errors import InputError, NewskitError
from newskit.formats.decode import decode
from newskit.formats.files import unpacked
from newskit.formats.json import from_json
from newskit.formats.read import BROKEN, unreadable
from newskit.paths import is_file, is_folder, is_there
from newskit.tables import TABLES, rows
from newskit.tables.reading import TABLE_ENDS, check_columns, files_of, read_rows

Row = dict[str, Any]
_NEEDED = {
    "quotes": (
        "article",
        "publisher",
        "day",
        "month",
        "kind",
        "reports",
        "status",
        "speaker",
        "speaker_entity",
        "speaker_kind",
        "office",
        "organization",
        "pronouns",
        "source_type",
        "anonymous",
        "anonymity_reason",
        "cue",
        "content",
        "words",
        "confidence",
    ),
    "people": ("article", "publisher", "month", "entity", "name", "office", "organization", "pronouns"),
}
"""The columns of which something is counted."""
_NOTHING = "neither tables of quotes and people nor documents in JSON Lines are in it: newskit run writes both"
_TABLE_ALONE = "a table alone: name the folder of the run, which holds the tables quotes and people"
_NO_DOCUMENT = "expected documents that newskit wrote, as newskit run does of articles"


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

    Raises ``InputError`` for a folder with neither, for files of which no line is such a document and, without
    ``on_error``, for a row or document that cannot be read; with it, this goes there and costs nothing else.
    """
    path, facts = Path(folder), Facts()
    if not is_there(path):
        raise InputError("no such file or folder", path=str(path))
    tell = on_error or _raise
    if all(is_folder(path / name) and files_of(path / name) for name in ("quotes", "people")):
        facts.quotes.extend(_rows(path / "quotes", "quotes", tell))
        facts.people.extend(_rows(path / "people", "people", tell))
        return facts
    files = [path] if is_file(path) else sorted(path.glob("part-*.jsonl"))
    if not files or path.suffix in TABLE_ENDS:
        alone = is_file(path) or files_of(path)
        raise InputError(_TABLE_ALONE if alone else _NOTHING, path=str(path))
    facts.articles = 0
    failed: list[InputError] = []
    for document in _documents(files, failed.append if on_error else tell):
        facts.add(document)
        _tell_all(failed, tell)
    if failed and not facts.articles:
        first = failed[0]
        raise InputError(f"{first.message}; {_NO_DOCUMENT}", path=first.path, line=first.line, field=first.field)
    _tell_all(failed, tell)
    return facts


def _tell_all(failed: list[InputError], tell: Callable[[InputError], None]) -> None:
    for error in failed:
        tell(error)
    failed.clear()


def _raise(error: InputError) -> None:
    raise error


def _rows(folder: Path, table: str, tell: Callable[[InputError], None]) -> Iterator[Row]:
    """Yield the rows of the files of a table, with None for a column that is neither there nor needed."""
    names = [column.name for column in TABLES[table].columns]
    for file in files_of(folder):
        try:
            check_columns(file, table, _NEEDED[table])
            for _, row in read_rows(file, table, names, on_error=tell):
                yield {name: row.get(name) for name in names}
        except InputError as exc:
            tell(exc)


def _not_counted(_layer: str) -> None:
    """Pass over the layer of a plugin: counted are quotes and people."""


def _documents(files: Iterable[Path], tell: Callable[[InputError], None]) -> Iterator[Document]:
    for file in files:
        try:
            with file.open("rb") as packed, unpacked(packed, file.name) as opened:
                for number, line in enumerate(opened, start=1):
                    try:
                        if line.strip():
                            yield from_json(decode(line, "utf-8"), left_out=_not_counted)
                    except InputError as exc:
                        tell(exc.located(path=str(file), line=number))
                    except NewskitError as exc:
                        tell(InputError(str(exc), path=str(file), line=number))
        except BROKEN as exc:
            tell(unreadable(exc, str(file)))
