"""Many articles: runs over a corpus that can be stopped at any moment, and the Arrow function for other engines."""

from newskit.corpus.batch import extract_batch, schema
from newskit.corpus.job import Engine, Job
from newskit.corpus.todo import Progress, Summary
from newskit.corpus.work import Tally
from newskit.corpus.workers import GivenUp
from newskit.errors import UnfinishedError

__all__ = ["Engine", "GivenUp", "Job", "Progress", "Summary", "Tally", "UnfinishedError", "extract_batch", "schema"]
