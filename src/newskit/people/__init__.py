"""People across articles: which rows of the table of people are of one person."""

from newskit.people.batch import identify_batch, schema
from newskit.people.folder import People, PeopleSummary
from newskit.people.identify import Identified, Person, identify
from newskit.people.names import block_of
from newskit.people.row import PersonRow, read_row

__all__ = [
    "Identified",
    "People",
    "PeopleSummary",
    "Person",
    "PersonRow",
    "block_of",
    "identify",
    "identify_batch",
    "read_row",
    "schema",
]
