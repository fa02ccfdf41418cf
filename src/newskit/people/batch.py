"""The Arrow function: a record batch of rows of people in, a record batch of who they are out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newskit.formats.arrow import arrow_type, pyarrow
from newskit.people.identify import identify
from newskit.people.row import read_row
from newskit.people.tables import MENTIONS, mentions_of

if TYPE_CHECKING:
    import pyarrow as pa


def schema() -> pa.Schema:
    """Return the Arrow schema of mentions; raises ``MissingExtraError`` without pyarrow."""
    return pyarrow().schema([(name, arrow_type(kind)) for name, kind in MENTIONS.items()])


def identify_batch(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Bring together the people of a record batch of the table ``people``; returns a row of ``schema`` for each.

    Rows are compared within the batch, so that it has to hold all rows of a ``block_of`` (the surname). Raises
    ``InputError`` for a row that is none and ``MissingExtraError`` without pyarrow.
    """
    people = identify(read_row(record, line=number) for number, record in enumerate(batch.to_pylist(), start=1))
    found = [row for person in people for row in mentions_of(person)]
    return pyarrow().RecordBatch.from_pylist(found, schema=schema())
