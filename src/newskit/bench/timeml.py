"""TimeML documents (TimeML 1.2.1), as TempEval-3 publishes them: the text with its TIMEX3 elements inline."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

import regex
from attrs import define, field

from newskit.bench.annotated import Annotated, Timex
from newskit.errors import InputError, reason
from newskit.paths import is_folder

_DAY = regex.compile(r"\d{4}-\d\d-\d\d")


def is_timeml(path: Path) -> bool:
    """Tell whether a file is named as TimeML, or a folder holds such files."""
    return next(path.rglob("*.tml"), None) is not None if is_folder(path) else path.suffix == ".tml"


def read_timeml(path: Path) -> Iterator[Annotated]:
    """Yield the documents of a folder, or the one of a file, by name; the id is the file's name without its ending.

    ``text`` is what ``TEXT`` holds, ``published`` the day of the document creation time. Raises ``InputError`` with
    path and line.
    """
    for file in sorted(path.rglob("*.tml")) if is_folder(path) else (path,):
        yield _read_document(file)


@define
class _Reading:
    """What was read of a document so far."""

    pieces: list[str] = field(factory=list)
    length: int = 0
    inside: bool = False
    seen: bool = False
    created: bool = False
    published: str | None = None
    open: list[tuple[int, dict[str, str]]] = field(factory=list)
    found: list[Timex] = field(factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "TEXT":
            self.inside = self.seen = True
        elif name == "DCT":
            self.created = True
        elif name == "TIMEX3" and self.inside:
            self.open.append((self.length, attributes))
        elif name == "TIMEX3" and self.created:
            day = _DAY.match(attributes.get("value", ""))
            self.published = day[0] if day else None

    def end(self, name: str) -> None:
        if name == "TEXT":
            self.inside = False
        elif name == "DCT":
            self.created = False
        elif name == "TIMEX3" and self.inside:
            start, attributes = self.open.pop()
            self.found.append(Timex(start, self.length, attributes.get("type"), attributes.get("value")))

    def characters(self, data: str) -> None:
        if self.inside:
            self.pieces.append(data)
            self.length += len(data)


def _read_document(path: Path) -> Annotated:
    reading = _Reading()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.characters
    try:
        parser.Parse(path.read_bytes(), True)  # noqa: FBT003 - expat names no arguments
    except OSError as exc:
        raise InputError(f"cannot be read: {reason(exc)}", path=str(path)) from None
    except expat.ExpatError as exc:
        message = f"no XML: {expat.ErrorString(exc.code)}"
        raise InputError(message, path=str(path), line=exc.lineno) from None
    if not reading.seen:
        raise InputError("no TEXT element", path=str(path))
    dates = tuple(sorted(reading.found, key=lambda timex: timex.start))
    return Annotated(id=path.stem, text="".join(reading.pieces), published=reading.published, dates=dates)
