"""Claims from JSON Lines: a quote on each line, and where it is known its speaker and its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import field, frozen

from newskit.errors import InputError
from newskit.formats.objects import AsWritten, read_object
from newskit.formats.read import decoded_lines
from newskit.formats.records import expected

FIELDS = ("quote", "speaker", "source", "id")
"""What is read of a claim."""


@frozen
class Claimed:
    """A quote that is said to stand in a source: ``source`` is the id or the name of the only one to look into.

    ``meta`` has what else the line says.
    """

    quote: str
    speaker: str | None = None
    source: str | None = None
    id: str = ""
    line: int | None = None
    meta: Mapping[str, Any] = field(factory=dict, hash=False)


def read_claims(chunks: Iterable[bytes], *, path: str, encoding: str = "utf-8") -> Iterator[Claimed | InputError]:
    """Read claims; yields each, or the error with path, line and field for a line that is none.

    ``chunks`` are whole lines. A line is an object with ``quote``, and where they are known ``speaker``, ``source`` and
    ``id``; an empty one is passed over. A claim without ``id`` gets the path and the line.
    """
    for number, line in decoded_lines(chunks, path=path, encoding=encoding):
        try:
            yield line if isinstance(line, InputError) else _claim(line, path, number)
        except InputError as exc:
            yield exc.located(path=path, line=number)


def _claim(text: str, path: str, line: int) -> Claimed:
    record, _ = read_object(text)
    if "quote" not in record:
        raise InputError("missing", field="quote")
    for name in ("quote", "speaker", "source"):
        value = record.get(name)
        if (not isinstance(value, str) or isinstance(value, AsWritten)) and (value is not None or name == "quote"):
            raise expected("a string", value, field=name)
    if not str(record["quote"]).strip():
        raise InputError("expected words, got nothing", field="quote")
    given = record.get("id")
    if given is not None and (not isinstance(given, (str, int)) or isinstance(given, bool)):
        raise expected("a string or a whole number", given, field="id")
    return Claimed(
        quote=str(record["quote"]),
        speaker=_or_none(record.get("speaker")),
        source=_or_none(record.get("source")),
        id=f"{path}:{line}" if given is None else str(given),
        line=line,
        meta={name: value for name, value in record.items() if name not in FIELDS},
    )


def _or_none(value: object) -> str | None:
    """Return what is known, as an empty cell of a table turned into lines is not."""
    return None if value is None or not str(value).strip() else str(value)
