"""Quotations that are somebody's words without a verb of speech: "in the words of Lopez, “…”", "to quote Lopez"."""

from __future__ import annotations

from newskit_quotes.chunks import phrase_before, phrase_from
from newskit_quotes.columns import Columns, Quoted
from newskit_quotes.lexicon import OWNING, POSSESSIVE, word_class
from newskit_quotes.records import Draft, Form, Range
from newskit_quotes.wholes import full_phrase

_HE = word_class("third_person")
_HIS = OWNING & {"his", "her", "their"}
_REACH, _SURE = 16, 0.7
_LEADS, _MODAL = (("in", "the", "words", "of"), ("to", "quote")), frozenset({"would", "could", "will", "can"})


def worded(columns: Columns) -> list[Draft]:
    """Return the quotations that a phrase before or behind them tells as whose words they are."""
    if {"words", "quote", "all"}.isdisjoint(columns.lower):
        return []
    found = []
    for quotation in columns.quotations:
        clause = _leads_clause(columns, quotation)
        if clause is not None:
            found.append(clause)
            continue
        told = _led(columns, quotation) or _owned(columns, quotation) or _all_said(columns, quotation)
        if told is not None:
            source, cue = told
            content = [(quotation.first, quotation.last)]
            found.append(Draft(cue[1] - 1, Form.NARRATED, _SURE, content, source, cue))
    return found


def _led(columns: Columns, quotation: Quoted) -> tuple[Range, Range] | None:
    """Return who is named behind "in the words of" or "to quote" right before a quotation, and these words."""
    stop = quotation.first - (columns.lowered(quotation.first - 1) in (",", ":"))
    for first in range(stop - 1, max(columns.bounds[quotation.first][0], stop - _REACH) - 1, -1):
        for lead in _LEADS:
            begin = first + len(lead)
            if columns.lower[first] == lead[0] and tuple(columns.lower[first:begin]) == lead:
                base = phrase_from(columns, begin, stop)
                whole = base is not None and base[0] == begin and full_phrase(columns, base, stop)[1] == stop
                person = whole and any(columns.people[begin:stop])
                return ((begin, stop), (first, begin)) if person else None
    return None


def _leads_clause(columns: Columns, quotation: Quoted) -> Draft | None:
    """Return a clause with marks behind whose words it is: "In the words of Lopez, | it was “a gift” |"."""
    first, last = columns.bounds[quotation.first]
    lead = _LEADS[0]
    begin = first + len(lead)
    if tuple(columns.lower[first:begin]) != lead:
        return None
    comma = next((at for at in range(begin, quotation.first - 1) if columns.lower[at] == ","), None)
    base = phrase_from(columns, begin, comma) if comma is not None else None
    if comma is None or base is None or full_phrase(columns, base, comma) != (begin, comma):
        return None
    end = last - (columns.lower[last - 1] in (".", "!", "?"))
    return Draft(begin - 1, Form.CUE_THEN_REPORT, _SURE, [(comma + 1, end)], (begin, comma), (first, begin))


def _owned(columns: Columns, quotation: Quoted) -> tuple[Range, Range] | None:
    """Return whose words a quotation is: "in | Lopez |'s words, “…”", "in | her | words, “…”"."""
    stop = quotation.first - (columns.lowered(quotation.first - 1) in (",", ":"))
    words = stop - 1
    base = phrase_before(columns, stop) if columns.lowered(words) == "words" else None
    if base is None or columns.lowered(base[0] - 1) != "in":
        return None
    owner = base[0], words - (columns.lower[words - 1] == "own")
    if owner[1] - owner[0] == 1 and columns.lower[owner[0]] in _HIS:
        return owner, (words, words + 1)
    named = columns.lower[owner[1] - 1] in POSSESSIVE and any(columns.people[slice(*owner)])
    return ((owner[0], owner[1] - 1), (words, words + 1)) if named else None


def _all_said(columns: Columns, quotation: Quoted) -> tuple[Range, Range] | None:
    """Return of whom a quotation is all that was said: "“No diesel” was all | Lopez | would say"."""
    at = quotation.last
    if columns.lowered(at) not in ("was", "is") or columns.lowered(at + 1) != "all":
        return None
    last = columns.bounds[at][1]
    base = phrase_from(columns, at + 2, last)
    if base is None or base[0] != at + 2 or not (columns.people[base[1] - 1] or columns.lower[base[0]] in _HE):
        return None
    says = columns.lowered(base[1]) in _MODAL and columns.lowered(base[1] + 1) == "say"
    return (base, (base[1], base[1] + 2)) if says else None
