"""Is this quote in that source, word for word, and whose is it there?"""

from newskit.verify.check import Source, verify
from newskit.verify.index import SourceIndex
from newskit.verify.verdict import (
    Attributed,
    Attribution,
    Change,
    Difference,
    EditMark,
    Match,
    Matter,
    Stretch,
    Verdict,
)

__all__ = [
    "Attributed",
    "Attribution",
    "Change",
    "Difference",
    "EditMark",
    "Match",
    "Matter",
    "Source",
    "SourceIndex",
    "Stretch",
    "Verdict",
    "verify",
]
