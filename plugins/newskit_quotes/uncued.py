"""Speech without a cue of its own: what goes on from the speech before."""

from __future__ import annotations

from collections.abc import Sequence

from newskit_quotes.columns import Columns, Quoted
from newskit_quotes.records import Draft, Form, Range

_LONG = 12
_GOING_ON = frozenset(
    {Form.QUOTATION_THEN_CUE, Form.QUOTATION_ROUND_CUE, Form.CUE_THEN_QUOTATION, Form.SIGNED_QUOTATION, Form.ANSWER}
)
"""Forms whose quotation may go on in the next one."""


def carry_over(columns: Columns, drafts: list[Draft], owners: dict[int, Draft]) -> None:
    """Give quotations without a cue of their own to the speaker before them."""
    reports = {columns.sentence_of[each.head]: each for each in drafts if columns.grade(each.head) == "say"}
    for quotation in columns.quotations:
        if quotation.number in owners:
            continue
        before = owners.get(quotation.number - 1)
        runs_on = before is not None and before.form is Form.DIALOGUE_TURN and quotation.continues
        if before is None or not (runs_on or (before.form in _GOING_ON and _goes_on(columns, quotation, before))):
            sentence = columns.sentence_of[quotation.first]
            before = reports.get(sentence - 1)
            if before is None or not (quotation.begins and quotation.stops):
                continue
            if columns.paragraph_of[sentence - 1] != quotation.paragraph:
                continue
            reports[columns.sentence_of[quotation.last - 1]] = before
        before.content.append((quotation.first, quotation.last))
        owners[quotation.number] = before


def own_words(columns: Columns, content: Sequence[Range], name: str) -> tuple[Range, ...]:
    """Return content without what the writer says of the speaker in it, where the marks of a quotation never close.

    Nobody speaks of himself by his surname: "“We tried. Lopez | left at noon." ends behind "tried".
    """
    surname = name.rpartition(" ")[2]
    return tuple((first, _before_name(columns, first, last, surname)) for first, last in content)


def _before_name(columns: Columns, first: int, last: int, surname: str) -> int:
    quotation = columns.opens.get(first)
    if quotation is None or quotation.closed or surname not in columns.words[first:last]:
        return last
    begin, _ = columns.sentences[columns.sentence_of[columns.words.index(surname, first, last)]]
    return begin if begin > first else last


def _goes_on(columns: Columns, quotation: Quoted, before: Draft) -> bool:
    """Tell whether a quotation goes on with what the quotation before it began."""
    if quotation.continues:
        return True
    if not (quotation.begins and (quotation.stops or quotation.words > _LONG)):
        return False
    gap = quotation.paragraph - columns.quotations[quotation.number - 1].paragraph
    if gap == 1 and _names_another(columns, quotation, before):
        return False
    return gap == 0 or (gap == 1 and _is_alone(columns, quotation) and not quotation.titled)


def _names_another(columns: Columns, quotation: Quoted, before: Draft) -> bool:
    """Tell whether a sentence before a quotation, in its paragraph, names somebody else than the speaker before."""
    sentence = columns.sentence_of[quotation.first]
    while sentence and columns.paragraph_of[sentence - 1] == quotation.paragraph:
        sentence -= 1
    speaker = set(columns.lower[slice(*before.source)]) if before.source else set()
    first = columns.sentences[sentence][0]
    return any(columns.people[at] and columns.lower[at] not in speaker for at in range(first, quotation.first))


def _is_alone(columns: Columns, quotation: Quoted) -> bool:
    """Tell whether a quotation's paragraph holds nothing outside quotation marks."""
    sentence = columns.sentence_of[quotation.last - 1]
    if columns.sentences[sentence][1] > quotation.last + 1:
        return False
    goes_on = columns.paragraph_of[sentence + 1 : sentence + 2] == [quotation.paragraph]
    return not goes_on or columns.sentences[sentence + 1][0] in columns.opens
