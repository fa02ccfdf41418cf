"""Speech that no verb introduces: signed quotations, lines of dialogue, and what goes on from the speech before."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from newskit_quotes.chunks import full_phrase, phrases
from newskit_quotes.columns import DASHES, Columns, Quoted
from newskit_quotes.records import Draft, Form

_LONGEST_NAME, _LONG, _MARKS = 5, 12, 2
_SURE = 0.9
_GOING_ON = frozenset(
    {Form.QUOTATION_THEN_CUE, Form.QUOTATION_ROUND_CUE, Form.CUE_THEN_QUOTATION, Form.SIGNED_QUOTATION}
)
"""Forms whose quotation may go on in the next one."""


def signed(columns: Columns, owners: dict[int, Draft]) -> list[Draft]:
    """Return the quotations that a name after a dash signs, and enter whose they are."""
    found = []
    for quotation in columns.quotations:
        draft = signature(columns, quotation) if quotation.number not in owners else None
        if draft is not None:
            owners[quotation.number] = draft
            found.append(draft)
    return found


def signature(columns: Columns, quotation: Quoted) -> Draft | None:
    """Return a quotation with its speaker's name after a dash: "…" — Jane Doe, teacher."""
    dash = quotation.last
    _, last = columns.bounds(dash - 1)
    if dash == last and columns.lowered(dash) in DASHES:
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
    return Draft(dash, Form.SIGNED_QUOTATION, _SURE, content, source, (dash, dash + 1))


def dialogue(columns: Columns) -> list[Draft]:
    """Return the turns of an interview or a debate: paragraphs that begin with the speaker's name and a colon.

    One such line may be a heading; only where names come back, or several lines are in capitals, is it a dialogue.
    """
    turns: list[tuple[str, int, int, int]] = []
    if ":" not in columns.lower:
        return []
    for _, group in groupby(zip(columns.paragraph_of, columns.sentences, strict=True), key=lambda each: each[0]):
        _, ranges = zip(*group, strict=True)
        first, last = ranges[0][0], ranges[-1][1]
        begin = first + (columns.words[first] in ('"', "“"))
        colon = _name_colon(columns, begin)
        if colon is not None and last > colon + 1:
            turns.append((" ".join(columns.words[begin:colon]), begin, colon, last))
    names = Counter(name for name, *_ in turns)
    return [
        Draft(colon, Form.DIALOGUE_TURN, _SURE, [(colon + 1, last)], (begin, colon), (colon, colon + 1))
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


def carry_over(columns: Columns, drafts: list[Draft], owners: dict[int, Draft]) -> None:
    """Give quotations without a cue of their own to the speaker before them."""
    reports = {columns.sentence_of[each.head]: each for each in drafts if columns.grade(each.head) == "say"}
    for quotation in columns.quotations:
        if quotation.number in owners:
            continue
        before = owners.get(quotation.number - 1)
        if before is None or before.form not in _GOING_ON or not _goes_on(columns, quotation):
            sentence = columns.sentence_of[quotation.first]
            before = reports.get(sentence - 1)
            if before is None or not (quotation.begins and quotation.stops):
                continue
            if columns.paragraph_of[sentence - 1] != quotation.paragraph:
                continue
            reports[columns.sentence_of[quotation.last - 1]] = before
        before.content.append((quotation.first, quotation.last))
        owners[quotation.number] = before


def _goes_on(columns: Columns, quotation: Quoted) -> bool:
    """Tell whether a quotation goes on with what the quotation before it began."""
    if quotation.continues:
        return True
    if not (quotation.begins and (quotation.stops or quotation.words > _LONG)):
        return False
    gap = quotation.paragraph - columns.quotations[quotation.number - 1].paragraph
    return gap == 0 or (gap == 1 and _is_alone(columns, quotation) and not quotation.titled)


def _is_alone(columns: Columns, quotation: Quoted) -> bool:
    """Tell whether a quotation's paragraph holds nothing outside quotation marks."""
    sentence = columns.sentence_of[quotation.last - 1]
    if columns.sentences[sentence][1] > quotation.last + 1:
        return False
    goes_on = columns.paragraph_of[sentence + 1 : sentence + 2] == [quotation.paragraph]
    return not goes_on or columns.sentences[sentence + 1][0] in columns.opens
