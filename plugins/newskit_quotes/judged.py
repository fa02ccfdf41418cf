"""What a passive tells that somebody takes a thing for, in words between marks: "was described by Lopez as “late”"."""

from __future__ import annotations

from newskit_quotes.chunks import phrase_before, phrase_from
from newskit_quotes.columns import DASHES, Columns, Quoted
from newskit_quotes.dated import untimed
from newskit_quotes.lexicon import DAYS, RELATIVES, word_class
from newskit_quotes.records import Decider, Draft, Form, Range
from newskit_quotes.wholes import full_phrase

_NAMING, _LINKS = map(word_class, ("verb_of_naming", "naming_link"))
_LEADS = frozenset({"as", "of", "for"})
_PARTICIPLE = frozenset({"VBN", "VBD"})
_FREE, _ASIDES = frozenset({"PUNCT", "CCONJ", "SCONJ"}), DASHES | {","}
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "WDT", "WP"})
_REACH, _LED = 24, 3
"""Tokens from the verb to its words between marks; links between these and "as"."""
_SURE = 0.6


def judged(columns: Columns, decider: Decider) -> list[Draft]:
    """Return the reports of passives with words between marks and who says them, which stands before or behind them."""
    found = []
    for quotation in columns.quotations:
        draft = None if quotation.begins else _judged(columns, decider, quotation)
        if draft is not None:
            found.append(draft)
    return found


def _judged(columns: Columns, decider: Decider, quotation: Quoted) -> Draft | None:
    first, last = columns.bounds[quotation.first]
    lead = _lead(columns, quotation.first)
    behind = columns.lowered(quotation.last) == "by" and quotation.last + 1 < last
    for head in range(lead - 1, max(first, lead - _REACH) - 1, -1):
        if columns.inside[head]:
            break
        if not _is_judging(columns, head):
            continue
        by = quotation.last if behind else _behind_time(columns, head + 1)
        agent = _agent(columns, by, last if behind else lead)
        near = lead - head <= _LED if behind else columns.lower[lead] in _LEADS
        if agent is None or not near:
            break
        subject = _subject(columns, head)
        content = [(lead, quotation.last)] if subject is None else [subject, (lead, quotation.last)]
        form = Form.REPORT_ROUND_CUE if subject else Form.CUE_THEN_REPORT
        cue = columns.group_starts[head], head + 1
        return Draft(head, form, max(_SURE, decider.cue_score(head)), content, agent, cue)
    return None


def _behind_time(columns: Columns, at: int) -> int:
    """Return the token behind an adverb or a day: "condemned | on Monday | by", "widely | described | by"."""
    day = at + (columns.lowered(at) == "on")
    return day + 1 if columns.lowered(day) in DAYS or columns.tag(at) == "ADV" else at


def _lead(columns: Columns, mark: int) -> int:
    """Return where words between marks begin with what links them to their verb: "| as the | “…”"."""
    at = mark
    while mark - at <= _LED and (columns.lowered(at - 1) in _LINKS or columns.fine_tag(at - 1) == "VBG"):
        at -= 1
        if columns.lower[at] == "as":
            return at
    return at - 1 if columns.lowered(at - 1) in _LEADS else at


def _is_judging(columns: Columns, head: int) -> bool:
    """Tell whether a word is the participle of a verb that says what somebody thinks of a thing."""
    judging = columns.grade(head) == "judge" or columns.lower[head] in _NAMING
    return judging and columns.fine[head] in _PARTICIPLE and columns.tags[head] == "VERB"


def _agent(columns: Columns, by: int, stop: int) -> Range | None:
    """Return who stands behind "by", up to a token."""
    base = phrase_from(columns, by + 1, stop) if columns.lowered(by) == "by" else None
    counted = base is not None and columns.words[base[0]].isdigit()  # "by 40 votes to 3"
    if base is None or counted or next(untimed(columns, [base]), None) != base or columns.inside[base[0]]:
        return None
    comma = next((at for at in range(base[1], stop) if columns.lower[at] == ","), stop)
    source = full_phrase(columns, base, stop if columns.lower[stop - 1] == "," else comma)
    return source if source[0] == by + 1 else None


def _subject(columns: Columns, head: int) -> Range | None:
    """Return what a passive tells of: its subject, or what its participle is in apposition to; no relative pronoun."""
    start, (first, _) = columns.group_starts[head], columns.bounds[head]
    comma = columns.lowered(start - 1) in _ASIDES
    if comma and columns.is_passive(head):  # "| The plan |, drawn up in May, was described by Lopez as"
        base = phrase_from(columns, first, start - 1)
        return None if base is None else (base[0], full_phrase(columns, base, start - 1)[1])
    if columns.is_passive(head) and _is_plain(columns, first, start):
        return first, start
    base = phrase_before(columns, start - comma)
    if base is None or columns.lower[base[0]] in RELATIVES:
        return None
    if not columns.is_passive(head):  # "a plan | described by Lopez as"
        return base
    above: Range | None = base
    while above is not None:  # "| plans to sell gas in the UK | were described by Lopez as"
        begin, link = above[0], above[0] - 1
        above = phrase_before(columns, link) if link > first and columns.tags[link] == "ADP" else None
    free = begin == first or columns.tags[begin - 1] in _FREE
    return (begin, base[1]) if free else None  # "plans to store gas in | the UK | were …"


def _is_plain(columns: Columns, first: int, start: int) -> bool:
    """Tell whether all that stands before a verb in its sentence is its subject: "| A plan to teach online | was"."""
    base = phrase_from(columns, first, start)
    parted = any(columns.fine[at] in _FINITE or columns.tags[at] in _FREE for at in range(first, start))
    return base is not None and base[0] == first and not parted
