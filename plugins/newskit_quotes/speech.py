"""Speech that no verb introduces: a quotation with a name after a dash, lines of dialogue with the speaker's name."""

from __future__ import annotations

from collections import Counter
from enum import Enum
from typing import Literal

from attrs import define, field

from newskit_quotes.chunks import full_phrase, phrases
from newskit_quotes.columns import Columns

Range = tuple[int, int]
DASHES = frozenset({"—", "–", "―", "-", "--"})
_LONGEST_NAME = 5
_MARKS = 2


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


@define
class Attribution:
    """An attribution by token ranges, before it becomes a quote."""

    head: int
    layout: int
    content: list[Range]
    cue_score: float
    form: Form
    source: Range | None = None
    cue: Range | None = None
    quotations: list[int] = field(factory=list)
    kind: Literal["direct", "mixed", "indirect"] = "indirect"
    within: list[Attribution] = field(factory=list, repr=False)
    holds: list[Attribution] = field(factory=list, repr=False)
    """In whose content its cue stands, and whose cues in its own."""


def signed(columns: Columns, owners: dict[int, Attribution]) -> list[Attribution]:
    """Return the quotations that a name after a dash signs, and enter their quotations as owners."""
    found = []
    for number in range(len(columns.quotations)):
        if number not in owners:
            attribution = _signed(columns, number)
            if attribution is not None:
                owners[number] = attribution
                found.append(attribution)
    return found


def _signed(columns: Columns, number: int) -> Attribution | None:
    """Return a quotation with its speaker's name after a dash: "…" — Jane Doe, teacher."""
    quotation = columns.quotations[number]
    dash = quotation.last
    _, last = columns.bounds(quotation.last - 1)
    if dash < len(columns.lower) and dash == last and columns.lower[dash] in DASHES:
        last = columns.bounds(dash)[1]
    if dash + 1 >= last or columns.lower[dash] not in DASHES or quotation.words < _LONGEST_NAME:
        return None
    bases = phrases(columns, dash + 1, last)
    if not bases or bases[0][0] != dash + 1 or not columns.words[dash + 1][0].isupper():
        return None
    source = full_phrase(columns, bases[0], last)
    if last - source[1] > _MARKS:  # a stop and a mark; anything more is a sentence that goes on after a dash
        return None
    content = [(quotation.first, quotation.last)]
    return Attribution(dash, 2, content, 0.9, Form.SIGNED_QUOTATION, source, (dash, dash + 1), [number])


def dialogue(columns: Columns) -> list[Attribution]:
    """Return the turns of an interview or a debate: paragraphs that begin with the speaker's name and a colon.

    One such line may be a heading; only where names come back, or several lines are in capitals, is it a dialogue.
    """
    turns: list[tuple[str, int, int, int]] = []
    if ":" not in columns.lower:
        return []
    for sentence, (first, _) in enumerate(columns.sentences):
        if sentence and columns.paragraph_of[sentence] == columns.paragraph_of[sentence - 1]:
            continue
        begin = first + (columns.words[first] in ('"', "“"))
        colon = _name_colon(columns, begin)
        if colon is None:
            continue
        end = sentence
        while end + 1 < len(columns.sentences) and columns.paragraph_of[end + 1] == columns.paragraph_of[sentence]:
            end += 1
        if columns.sentences[end][1] > colon + 1:
            turns.append((" ".join(columns.words[begin:colon]), begin, colon, columns.sentences[end][1]))
    names = Counter(name for name, *_ in turns)
    return [
        Attribution(colon, 1, [(colon + 1, last)], 0.9, Form.DIALOGUE_TURN, (begin, colon), (colon, colon + 1))
        for name, begin, colon, last in turns
        if len(names) > 1 and (names[name] > 1 or name.isupper())
    ]


def _name_colon(columns: Columns, begin: int) -> int | None:
    """Return the colon after a name at the beginning of a paragraph."""
    for index in range(begin, min(begin + _LONGEST_NAME, len(columns.words))):
        word = columns.words[index]
        if word == ":":
            return index if index > begin else None
        if not (word[0].isupper() or word == "."):
            return None
    return None
