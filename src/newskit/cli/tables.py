"""The flat tables of ``newskit extract``: one on standard output as CSV, or each in a file of a folder."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from newskit.cli.shared import writing, writing_to
from newskit.corpus.rows import TableRows, table_rows
from newskit.errors import InputError
from newskit.formats.files import need
from newskit.tables.rows import table_named
from newskit.whole_files import written_whole

_FORMS = ("csv", "parquet")


def check_tables(tables: Sequence[str], form: str | None, out: Path | None) -> None:
    """Raise ``InputError`` for names of no table and for what cannot be written where it is to go."""
    for table in tables:
        table_named(table)
    if form not in (None, *_FORMS):
        raise InputError(f"expected one of {', '.join(_FORMS)}, got {form!r}", field="table_format")
    if (form or out) and not tables:
        raise InputError("expected the names of tables beside --out or --table-format", field="tables")
    if form == "parquet":
        need("parquet")
    if out is None and (form == "parquet" or len(tables) > 1):
        raise InputError("standard output takes one table, as CSV; --out names a folder for more", field="tables")


@contextmanager
def open_tables(tables: Sequence[str], form: str, out: Path | None) -> Iterator[Sequence[TableRows]]:
    """Open what the rows of tables go to; the files have their names when all is written."""
    with ExitStack() as stack:
        files: dict[str, IO[bytes]]
        if out is None:
            stack.enter_context(writing())
            files = dict.fromkeys(tables, sys.stdout.buffer)
        else:
            stack.enter_context(writing_to(out))
            out.mkdir(parents=True, exist_ok=True)
            files = {table: stack.enter_context(written_whole(out / f"{table}.{form}")) for table in tables}
        opened = table_rows(files, form)
        yield opened
        for rows in opened:
            rows.close()
