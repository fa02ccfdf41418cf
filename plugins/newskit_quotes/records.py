"""What the stages pass on: cues, drafts of attributions, and the attributions made of these; and what they ask."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, Protocol

from attrs import define

import newskit
from newskit_quotes.columns import Quoted

Range = tuple[int, int]
"""Tokens, half-open."""
NONE, RIGHT, LEFT, AROUND = range(4)
"""Where the content lies, seen from the cue; NONE for a word that reports nothing."""


class Form(StrEnum):
    """How an attribution is written; the values are the names by which the model knows the forms."""

    QUOTATION_THEN_CUE = "quotation then cue"
    QUOTATION_ROUND_CUE = "quotation round its cue"
    CUE_THEN_QUOTATION = "cue then quotation"
    CUE_THEN_REPORT = "cue then report"
    REPORT_THEN_CUE = "report then cue"
    REPORT_ROUND_CUE = "report round its cue"
    SIGNED_QUOTATION = "quotation dash name"
    DIALOGUE_TURN = "name colon"
    NARRATED = "quotation told of"
    ANSWER = "answer in marks"
    UNCUED = "quotation without a cue"


LABELS = {form: form.value for form in Form}
"""What people read of a form, as the ``rule`` of a quote; nothing is decided by it."""


class Cue(NamedTuple):
    """A word that may head a cue.

    ``quotation`` is the number of the one that lies beside it on its ``side``; a ``weak`` cue is the likeliest of a
    sentence that has none that is sure.
    """

    head: int
    side: int = NONE
    quotation: int = -1
    weak: bool = False


@define(eq=False)
class Draft:
    """An attribution whose content may still grow by what goes on from it, or shrink where another takes over."""

    head: int
    form: Form
    cue_score: float
    content: list[Range]
    source: Range | None
    cue: Range | None


class Attribution(NamedTuple):
    """An attribution by token ranges.

    ``within`` are the sources of the reports in whose content its cue stands, ``holds`` those of the reports whose cues
    stand in its own.
    """

    head: int
    form: Form
    kind: newskit.QuoteKind
    cue_score: float
    content: tuple[Range, ...]
    source: Range | None
    cue: Range | None
    within: tuple[Range | None, ...]
    holds: tuple[Range | None, ...]


class Decider(Protocol):
    """What decides in one article: the rules alone, or the model. Scores run from 0 to 1."""

    heads: frozenset[str]
    telling: frozenset[str]
    """The words at which cues are looked for: the heads, and "that", which may follow one."""
    threshold: float
    """From here on a word is a cue."""

    def may_head(self, index: int) -> bool:
        """Tell whether a token may head a cue beside a quotation: a known head or any verb, outside quotation marks."""

    def is_cue(self, head: int) -> bool:
        """Tell whether a word is a cue where no quotation tells."""

    def cue_score(self, head: int) -> float:
        """Return how sure it is that a word is a cue."""

    def layout(self, head: int) -> int:
        """Return where the content of a cue lies."""

    def start(self, head: int, last: int) -> int | None:
        """Return where content right of the cue begins."""

    def end(self, head: int, start: int, last: int) -> int:
        """Return where content right of the cue ends."""

    def left(self, head: int, first: int, layout: int) -> Range | None:
        """Return the content left of the cue."""

    def left_start(self, head: int, end: int, first: int, layout: int) -> int:
        """Return where content left of the cue begins, given its end."""

    def source(self, head: int, layout: int, content: list[Range]) -> Range | None:
        """Return the base phrase of the source."""

    def speech(self, quotation: Quoted) -> float:
        """Return how sure it is that a quotation is speech."""

    def confidence(self, attribution: Attribution) -> float:
        """Return how likely an attribution is right, source and all."""
