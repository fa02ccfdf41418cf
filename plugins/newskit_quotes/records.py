"""What the stages hand to each other: cues, drafts of attributions, and the attributions made of these."""

from __future__ import annotations

from enum import Enum

from attrs import define, frozen

import newskit

Range = tuple[int, int]
"""Tokens, half-open."""
NONE, RIGHT, LEFT, AROUND = range(4)
"""Where the content lies, seen from the cue; NONE for a word that reports nothing."""


class Form(Enum):
    """How an attribution is written; the values are the names by which the model knows the forms."""

    QUOTATION_THEN_CUE = "quotation then cue"
    QUOTATION_ROUND_CUE = "quotation round its cue"
    CUE_THEN_QUOTATION = "cue then quotation"
    CUE_THEN_REPORT = "cue then report"
    REPORT_THEN_CUE = "report then cue"
    REPORT_ROUND_CUE = "report round its cue"
    SIGNED_QUOTATION = "quotation dash name"
    DIALOGUE_TURN = "name colon"


LABELS = {form: form.value for form in Form}
"""What people read of a form, as the ``rule`` of a quote; nothing is decided by it."""


@frozen
class Cue:
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
    cue: Range


@frozen
class Attribution:
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
    cue: Range
    within: tuple[Range | None, ...]
    holds: tuple[Range | None, ...]
