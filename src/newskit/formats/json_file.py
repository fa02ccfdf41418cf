"""Articles from a file of JSON: one object, several one after the other, or arrays of them; read as a stream."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping
from typing import IO

import regex
from attrs import define, field

from newskit.article import Article
from newskit.errors import InputError
from newskit.formats.decode import check_head, no_encoding
from newskit.formats.objects import read_object
from newskit.formats.read import NO_COLUMNS, read_record
from newskit.languages import ENGLISH

_AT_ONCE = 256 * 1024
LARGEST = 64 * 1024 * 1024
"""Characters of one object, beyond which its end is not looked for."""
_OUTSIDE, _INSIDE = regex.compile(r'["\[\]{}]'), regex.compile(r'["\\]')
_SHOWN = 30


def read_json(
    file: IO[bytes], *, path: str, encoding: str, columns: Mapping[str, str] = NO_COLUMNS, language: str = ENGLISH
) -> Iterator[tuple[int, Article | InputError]]:
    """Read the objects of a file; yields the number of each, from 1, and the article or why it is none.

    An object that cannot be read costs itself. Not more than one object of the file is in memory; one of more than 64
    Mi characters ends the reading.
    """
    for number, found in enumerate(_objects(_chunks(file, encoding)), 1):
        try:
            if isinstance(found, InputError):
                raise found
            no_encoding(found, encoding)
            record, told = read_object(found)
        except InputError as exc:
            yield number, exc.located(path=path, line=number)
        else:
            for outcome in read_record(record, path=path, line=number, columns=columns, language=language, told=told):
                yield number, outcome


def _chunks(file: IO[bytes], encoding: str) -> Iterator[str]:
    raw = file.read(_AT_ONCE)
    check_head(raw, encoding)
    decoder = codecs.getincrementaldecoder(encoding)("surrogateescape")
    begun = False
    while True:
        text = decoder.decode(raw, final=not raw)
        yield text if begun else text.removeprefix("\ufeff")
        if not raw:
            return
        begun = begun or bool(text)
        raw = file.read(_AT_ONCE)


def _objects(chunks: Iterator[str]) -> Iterator[str | InputError]:
    """Yield the text of each object, and what is told of that which is between them."""
    cutter = _Cutter()
    for chunk in chunks:
        yield from cutter.cut(chunk)
        if cutter.size > LARGEST:
            yield InputError(
                f"no JSON: an object does not end within {LARGEST // 2**20} Mi characters; reading ends here"
            )
            return
    yield from cutter.end()


@define
class _Cutter:
    """Where the text so far stands: how deep, on which level the objects are, and whether inside of a string."""

    depth: int = 0
    level: int = 0
    inside: bool = False
    skip: int = 0
    held: list[str] = field(factory=list)
    size: int = 0
    some: bool = False
    """Whether the array that is open has an object already."""
    empty: bool = True

    def cut(self, chunk: str) -> Iterator[str | InputError]:
        """Take a chunk of the text, each character once."""
        place, start = self.skip, 0
        self.skip = 0
        while found := (_INSIDE if self.inside else _OUTSIDE).search(chunk, place):
            place, sign = found.end(), found[0]
            if sign == "\\":
                place += 1
            elif sign == '"':
                self.inside = not self.inside
            elif sign in "[{":
                if self.depth == self.level:
                    yield from self._between(self._taken(chunk[start : found.start()]))
                    start = found.start()
                start = self._open(sign, start, place)
            elif self.depth > self.level:
                self.depth -= 1
                if self.depth == self.level:
                    yield self._taken(chunk[start:place])
                    start, self.some = place, True
            elif sign == "]" and self.level:
                yield from self._between(self._taken(chunk[start : found.start()]), closing=True)
                start, self.depth, self.level = place, 0, 0
        self.skip = max(place - len(chunk), 0)
        self.held.append(chunk[start:])
        self.size += len(chunk) - start

    def _open(self, sign: str, start: int, place: int) -> int:
        """Go a level down; returns where what is kept begins."""
        self.empty = False
        self.depth += 1
        if sign == "[" and self.depth == 1:
            self.level, self.some = 1, False
            return place
        return start

    def _taken(self, last: str) -> str:
        text = "".join((*self.held, last))
        self.held.clear()
        self.size = 0
        return text

    def _between(self, text: str, *, closing: bool = False) -> Iterator[InputError]:
        """Tell what is between two objects, and is no comma where one is due."""
        text = text.strip(" \t\r\n")
        due = "," if self.level and self.some and not closing else ""
        if text != due:
            shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
            yield InputError(f"no JSON: expected {'a comma' if due else 'an object'}, got {shown!r}")

    def end(self) -> Iterator[InputError]:
        """Tell what the file ends within."""
        text = self._taken("")
        if self.depth > self.level:
            yield InputError("no JSON: the file ends within an object")
            return
        yield from self._between(text, closing=True)
        if self.level:
            yield InputError("no JSON: the file ends within an array")
        elif self.empty and not text.strip():
            yield InputError("no JSON: the file is empty")
