"""Lines of dialogue between dashes: "– We leave at six – said Lopez – or not at all."."""

from __future__ import annotations

from newskit_quotes.chunks import phrase_before, phrase_from
from newskit_quotes.columns import DASHES, Columns
from newskit_quotes.records import Range

_ENDS = frozenset({".", "?", "!"})


def dashed(columns: Columns, head: int) -> list[Range]:
    """Return what is said in a line of dialogue between dashes: "– We leave at six – said Lopez – or not at all."."""
    sentence = columns.sentence_of[head]
    if sentence not in columns.dashed or columns.grade(head) != "say":
        return []
    first, last = columns.sentences[sentence]
    start = columns.group_starts[head]
    base = phrase_from(columns, head + 1, last)
    if base is None or base[0] != head + 1:
        return _line_until(columns, head, first, last)
    if start - 1 == first:  # "– Is it late? | – asked Lopez."
        return _line_before(columns, first, base[1], last)
    if columns.lower[start - 1] not in DASHES | {","} and columns.lower[start - 1] not in _ENDS:
        return []
    end = base[1]
    before = columns.trimmed((first + 1, start - 1 + (columns.lower[start - 1] in _ENDS)))
    goes_on = end < last - 1 and columns.lower[end] in DASHES | {","}
    is_over = end >= last or columns.lower[end] in _ENDS
    if before[0] == before[1] or not (goes_on or is_over):  # "--quote needs --source"
        return []
    behind = [(end + 1, last - (columns.lower[last - 1] in _ENDS))] if goes_on else _next_line(columns, sentence)
    return [before, *behind]


def _next_line(columns: Columns, sentence: int) -> list[Range]:
    """Return the next sentence where it goes on with a line: "– It rained, said Lopez. – | We left"."""
    following = sentence + 1
    if following not in columns.dashed or columns.paragraph_of[following] != columns.paragraph_of[sentence]:
        return []
    first, last = columns.sentences[following]
    told = any(columns.grade(at) == "say" for at in range(first, last))
    return [] if told or last - first <= 1 else [(first + 1, last - (columns.lower[last - 1] in _ENDS))]


def _line_until(columns: Columns, head: int, first: int, last: int) -> list[Range]:
    """Return a line of dialogue that a person's name and a verb end, or part: "– We leave at six, Lopez replied."."""
    base = phrase_before(columns, columns.group_starts[head])
    if base is None or not columns.people[base[1] - 1] or base[0] - 1 <= first + 1:
        return []
    comma = base[0] - 1
    goes_on = columns.lower[comma] in DASHES and head + 2 < last and columns.lower[head + 1] in DASHES
    if any(columns.inside[first:comma]) or (head + 1 < last - 1 and not goes_on):
        return []
    behind = [(head + 2, last - (columns.lower[last - 1] in _ENDS))] if goes_on else []
    return [(first + 1, comma), *behind] if columns.lower[comma] in DASHES | {","} else []


def _line_before(columns: Columns, dash: int, end: int, last: int) -> list[Range]:
    """Return the sentence before a dash where that is a line of dialogue, and nothing follows who said it."""
    sentence = columns.sentence_of[dash]
    if not sentence or end < last - 1 or columns.paragraph_of[sentence - 1] != columns.paragraph_of[sentence]:
        return []
    first, stop = columns.sentences[sentence - 1]
    return [(first + 1, stop)] if columns.lower[first] in DASHES and first + 1 < stop else []
