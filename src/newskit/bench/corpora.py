"""Gold corpora in the forms in which they come: newskit's JSON Lines, PolNeAR's folders, TimeML files."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from newskit.bench.annotated import Annotated, annotated
from newskit.errors import InputError
from newskit.formats.json import loads
from newskit.formats.records import expected


def read_records(path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Yield line number and object of each line of a JSON Lines file, packed with gzip where it is named ``.gz``.

    Raises ``InputError`` with path and line.
    """
    number = 0
    try:
        with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                if not line.strip():
                    continue
                record = loads(line)
                if not isinstance(record, dict):
                    raise expected("an object", record)
                yield number, record
    except InputError as exc:
        raise exc.located(path=str(path), line=number) from None
    except (OSError, EOFError) as exc:
        reason = getattr(exc, "strerror", None) or str(exc)
        raise InputError(f"cannot be read: {reason.lower()}", path=str(path)) from None


def read_json_lines(path: Path) -> Iterator[Annotated]:
    """Yield the annotated articles of a JSON Lines file."""
    for number, record in read_records(path):
        try:
            yield annotated(record)
        except InputError as exc:
            raise exc.located(path=str(path), line=number) from None
