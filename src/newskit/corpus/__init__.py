"""Many articles: runs over a corpus that can be stopped at any moment, and the Arrow function for other engines."""

from typing import TYPE_CHECKING

from newskit.errors import UnfinishedError
from newskit.lazily import lazily

if TYPE_CHECKING:
    from newskit.corpus.batch import extract_batch, schema
    from newskit.corpus.job import Engine, Job
    from newskit.corpus.todo import Progress, Summary
    from newskit.corpus.work import Tally
    from newskit.corpus.workers import GivenUp
else:  # import time, for the commands that list and write files as a run does
    __getattr__, __dir__ = lazily(
        __name__,
        batch=("extract_batch", "schema"),
        job=("Engine", "Job"),
        todo=("Progress", "Summary"),
        work=("Tally",),
        workers=("GivenUp",),
    )

__all__ = ["Engine", "GivenUp", "Job", "Progress", "Summary", "Tally", "UnfinishedError", "extract_batch", "schema"]
