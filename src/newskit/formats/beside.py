"""What is known of articles beside their text: from the names of their files, and from a table with a row a file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path, PurePath
from typing import Any
from unicodedata import normalize

import regex
from attrs import evolve, field, frozen

from newskit.article import Article
from newskit.days import day_of
from newskit.errors import InputError
from newskit.formats.decode import no_encoding
from newskit.formats.read import Doubt, unreadable
from newskit.formats.tables import read_cells
from newskit.hints import there
from newskit.languages import ENGLISH
from newskit.layers import ARTICLE_FIELDS

FILE = "file"
"""The column of the table that names the file of an article."""
_FIELDS = tuple(name for name in ARTICLE_FIELDS if name != "text")
_NAMED = regex.compile(r"\{(\w*+)\}|\*|[^{*]++|\{")
_DAY = r"(?P<published>\d{4}[-_.]?+\d{2}[-_.]?+\d{2})"
_NO_DIGIT = regex.compile(r"\D")


def _compiled(pattern: str | None) -> str | None:
    if pattern is not None:
        _expression(pattern)
    return pattern


@cache
def _expression(pattern: str) -> regex.Pattern[str]:
    """Return what matches the end of a path; raises ``InputError`` for a pattern that is none."""
    wrong: str | None = None
    found: list[str] = []
    parts: list[str] = []
    for match in _NAMED.finditer(_slashed(pattern)):
        sign, name = match[0], match[1]
        if name is None:
            parts.append("[^/]*?" if sign == "*" else regex.escape(sign, special_only=True))
            wrong = wrong or ("expected a field in braces" if sign == "{" else None)
        elif name not in _FIELDS:
            wrong = f"no field of an article is named {name!r}{there(name, _FIELDS)}"
        elif name in found:
            wrong = f"the field {name!r} is there twice"
        else:
            found.append(name)
            parts.append(_DAY if name == "published" else f"(?P<{name}>[^/]+?)")
    if not found:
        wrong = wrong or "expected a field in braces, as in {publisher}_{published}_*.txt"
    if wrong:
        raise InputError(f"{wrong}, in {pattern!r}", field="path_pattern")
    return regex.compile(f"(?:.*/)?{''.join(parts)}")


@frozen
class Beside:
    """What articles do not say themselves: ``path_pattern`` reads it from the end of the path, ``metadata`` from a CSV.

    In a pattern such as ``{publisher}/{published}_*.txt`` a name in braces is a field of the article, ``*`` is anything
    within a folder or a file's name, and all else stands for itself; a day is eight digits, parted or not. ``metadata``
    is a CSV file, with semicolons or tabs too, that has a column ``file`` and others for fields of the article; what
    else it has goes into ``meta``. A row is for the file whose path ends with its ``file``; of several the longest.
    Slashes and backslashes are the same in paths, composed and decomposed letters too. What the article says goes
    before the table, and the table before the pattern; only an ``id`` that is nothing but the path gives way.

    Raises ``InputError`` for a pattern or a table that is none.
    """

    path_pattern: str | None = field(default=None, converter=_compiled)
    metadata: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.metadata is not None:
            _rows_of(self.metadata)

    def completed(self, article: Article, path: str, *, language: str = ENGLISH) -> Iterator[Article | Doubt]:
        """Yield the article with what is known of its file; before it a ``Doubt`` for each thing that is not.

        ``language`` is that of an article that does not say it.
        """
        known: dict[str, str] = {}
        for where, found in self._known(path):
            if found is None:
                yield Doubt(f"{where}; it is read without", path=path)
            else:
                known |= found
        try:
            day = day_of(known.pop("published", None))
        except InputError as exc:
            yield Doubt(f"{exc.message}; it is read without", path=path, field="published")
            day = None
        yield _with(article, known, day, path=path, language=language)

    def _known(self, path: str) -> Iterator[tuple[str, Mapping[str, str] | None]]:
        """Yield what pattern and table know of a file, or None where they do not know it, and how to say so."""
        if self.path_pattern is not None:
            match = _expression(self.path_pattern).fullmatch(_slashed(path))
            found = match.groupdict() if match else None
            if found and "published" in found:
                found["published"] = _dashed(found["published"])
            yield f"its path is not as {self.path_pattern!r} says", found
        if self.metadata is not None:
            yield f"{self.metadata} has no row for it", _row(_rows_of(self.metadata), _parts(path))


NOTHING_BESIDE = Beside()


def _dashed(day: str) -> str:
    """Return the eight digits of a day as ISO 8601 has them."""
    digits = _NO_DIGIT.sub("", day)
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"


def _with(article: Article, known: Mapping[str, str], day: dt.date | None, *, path: str, language: str) -> Article:
    """Return an article with what is known where it says nothing itself."""
    silent = {name for name in ("url", "publisher") if getattr(article, name) is None}
    if article.id in ("", path):
        silent.add("id")
    if article.language == language:
        silent.add("language")
    fields: dict[str, Any] = {name: value for name, value in known.items() if name in silent}
    others = {name: value for name, value in known.items() if name not in _FIELDS and name not in article.meta}
    if day and not article.published:
        fields["published"] = day
    if others:
        fields["meta"] = {**article.meta, **others}
    return evolve(article, **fields) if fields else article


_Rows = Mapping[str, Mapping[tuple[str, ...], Mapping[str, str]]]
"""The rows by the last part of the path in them, then by all its parts."""


def _row(rows: _Rows, parts: tuple[str, ...]) -> Mapping[str, str] | None:
    there = rows.get(parts[-1], {})
    return next((there[parts[at:]] for at in range(len(parts)) if parts[at:] in there), None)


def _rows_of(path: str) -> _Rows:
    """Return the rows of a table as it is now; raises ``InputError`` that names the line for one that is none."""
    try:
        return _table(path, Path(path).stat().st_mtime_ns)
    except OSError as exc:
        raise unreadable(exc, path) from None


@lru_cache(maxsize=2)
def _table(path: str, _: int) -> _Rows:
    """Read a table that was last written at some time."""
    rows: dict[str, dict[tuple[str, ...], Mapping[str, str]]] = {}
    begins = 0
    try:
        with Path(path).open("rb") as file:
            lines = read_cells(file)
            _, names = next(lines, (1, list[str]()))
            if isinstance(names, InputError):
                raise names
            if FILE not in names:
                raise InputError(f"expected a column {FILE!r}, there are: {', '.join(names) or 'none'}")
            for begins, cells in lines:  # noqa: B007 - told where one of them is wrong
                if isinstance(cells, InputError):
                    raise cells
                _add(rows, names, cells)
    except InputError as exc:
        raise exc.located(path=path, line=begins or None) from None
    return rows


def _add(rows: dict[str, dict[tuple[str, ...], Mapping[str, str]]], names: Sequence[str], cells: Sequence[str]) -> None:
    if len(cells) != len(names):
        raise InputError("a row with another number of cells than the first")
    for each in cells:
        no_encoding(each, "utf-8")
    row = dict(zip(names, cells, strict=True))
    parts = _parts(row.pop(FILE))
    if not parts:
        raise InputError("expected the name of a file", field=FILE)
    named = rows.setdefault(parts[-1], {})
    if parts in named:
        raise InputError(f"a second row for {PurePath(*parts)}", field=FILE)
    named[parts] = {name: cell for name, cell in row.items() if cell}


def _slashed(path: str) -> str:
    """Return a path as all systems write it: with slashes, and letters composed, which macOS takes apart in names."""
    return normalize("NFC", path.replace("\\", "/"))


def _parts(path: str) -> tuple[str, ...]:
    return PurePath(_slashed(path)).parts
