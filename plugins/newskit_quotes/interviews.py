"""Interviews without cues: whom an article lets answer, and the answers in marks between its questions."""

from __future__ import annotations

from collections.abc import Iterator

from newskit_quotes.columns import Columns, Quoted
from newskit_quotes.lexicon import word_class
from newskit_quotes.records import Draft, Form, Range

_SPEAKING, _TO = word_class("speaking"), frozenset({"to", "with"})
_SURE, _LEAST, _NEAR, _MOST = 0.75, 2, 4, 600
"""How sure an answer is, set by hand; answers of an interview; tokens between "spoke" and whom to; tokens of a lead."""
_HE = word_class("third_person")


def answers(columns: Columns, owners: dict[int, Draft]) -> list[Draft]:
    """Return the quotations without a cue that stand alone behind a paragraph that asks, and enter whose they are."""
    if columns.lower.count("?") < _LEAST:
        return []
    asked = [(each, at) for each in columns.quotations if (at := _question(columns, each, owners)) is not None]
    if len(asked) < _LEAST:
        return []
    person = interviewed(columns, asked[0][1])
    if person is None:
        return []
    found = []
    for quotation, mark in asked:
        draft = Draft(mark, Form.ANSWER, _SURE, [(quotation.first, quotation.last)], person, None)
        owners[quotation.number] = draft
        found.append(draft)
    return found


def _question(columns: Columns, quotation: Quoted, owners: dict[int, Draft]) -> int | None:
    """Return the question mark that ends the paragraph before a quotation which begins its own and has no cue."""
    if quotation.number in owners or not quotation.begins:
        return None
    sentence = columns.sentence_of[quotation.first]
    if not sentence or columns.paragraph_of[sentence - 1] == quotation.paragraph:
        return None
    mark = columns.sentences[sentence - 1][1] - 1
    return mark if columns.lower[mark] == "?" and not columns.inside[mark] else None


def interviewed(columns: Columns, stop: int) -> Range | None:
    """Return the name of the person whom an article interviews, from before its first question.

    It is the only person named there, or the only one with whom somebody "spoke" but for whom the article tells of.
    """
    names = list(_names(columns, min(stop, _MOST)))
    if len({columns.lower[last - 1] for _, last in names}) > 1:
        spoken_to = [each for each in names if _is_spoken_to(columns, each[0])]
        asking = {columns.lower[last - 1] for first, last in spoken_to if _tells(columns, first)}
        names = [each for each in names if columns.lower[each[1] - 1] not in asking] if asking else spoken_to
    if len({columns.lower[last - 1] for _, last in names}) != 1:
        return None
    return max(names, key=lambda each: each[1] - each[0])


def _names(columns: Columns, stop: int) -> Iterator[Range]:
    """Yield the names of people in the article's own words before a token, but for a byline's."""
    index = 0
    while index < stop:
        first = index
        while index < stop and columns.people[index]:
            index += 1
        begin, _ = columns.bounds[first]
        if index > first and not columns.inside[first] and columns.lower[begin] != "by":
            yield first, index
        index += index == first


def _tells(columns: Columns, first: int) -> bool:
    """Tell whether a name is of who asks, as a person "spoke to" them: "Lopez spoke to | Ann Poe |", "she spoke to"."""
    verb = next((at for at in range(first - 1, first - _NEAR - 1, -1) if columns.lowered(at) in _SPEAKING), first)
    return verb < first and bool(columns.people[verb - 1] or columns.lower[verb - 1] in _HE)


def _is_spoken_to(columns: Columns, first: int) -> bool:
    """Tell whether somebody "spoke to" whom a name names, or "interviewed" them."""
    low = max(0, first - _NEAR)
    return not _SPEAKING.isdisjoint(columns.lower[low:first]) and (
        columns.lower[first - 1] in _TO or columns.lower[first - 1] in _SPEAKING or columns.lower[first - 2] in _TO
    )
