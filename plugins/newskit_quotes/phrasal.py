"""Verbs that a particle makes verbs of speaking beside a quotation: "“…,” Lopez went on", "chimed in Roe: “…”"."""

from __future__ import annotations

from collections.abc import Sequence

from newskit_quotes.chunks import phrase_before, phrase_from
from newskit_quotes.columns import DASHES, Columns
from newskit_quotes.lexicon import POSSESSIVE, word_class
from newskit_quotes.records import Range
from newskit_quotes.wholes import full_phrase

_SPEAKING = {particle: word_class(f"speaking_{particle}") for particle in ("on", "in", "up", "out", "back")}
_NONE: frozenset[str] = frozenset()
_NEAR = 8
_BEHIND = DASHES | {",", ".", "!", ":", ";", "as", "with", "without", "before", "after", "when", "while", "again"}
"""What may stand behind the particle where the subject stands before the verb: "went on|, smiling|", no object."""


def speaks(columns: Columns, head: int) -> bool:
    """Tell whether a word and its particle may tell of speaking: "went | on", "broke | in"."""
    return columns.lower[head] in _SPEAKING.get(columns.lowered(head + 1), _NONE)


def verb_after(columns: Columns, first: int, limit: int) -> int | None:
    """Return the verb of speaking with a particle in the clause right behind a quotation."""
    if first < limit and speaks(columns, first):  # "“It is late,” | broke | in Lopez"
        subject = phrase_from(columns, first + 2, limit)
        return first if subject is not None and subject[0] == first + 2 else None
    verb = next((at for at in range(first, min(first + _NEAR, limit)) if speaks(columns, at)), limit)
    base = phrase_from(columns, first, verb) if verb < limit and _is_over(columns, verb + 2) else None
    if base is None or base[0] != first:
        return None
    end = full_phrase(columns, base, verb)[1]
    return verb if all(columns.tags[at] == "ADV" for at in range(end, verb)) else None


def verb_before(columns: Columns, lead: int) -> int | None:
    """Return the verb of speaking with a particle right before the comma or colon that leads up to a quotation."""
    verb = lead - 2
    if columns.lower[lead] not in (",", ":") or verb < columns.bounds[lead][0] or not speaks(columns, verb):
        return None
    return verb if phrase_before(columns, columns.group_starts[verb]) is not None else None


def _is_over(columns: Columns, index: int) -> bool:
    """Tell whether the verb has no object: its clause ends, or goes on with how or when somebody spoke."""
    ends = index >= len(columns.words) or columns.sentence_of[index] != columns.sentence_of[index - 1]
    return ends or columns.lower[index] in _BEHIND or index in columns.opens


def cue_span(columns: Columns, head: int, content: Sequence[Range]) -> Range:
    """Return the verb group: with auxiliaries before, and the prepositions that link it to its content."""
    end = head + 1 + speaks(columns, head)
    if columns.lower[head] == "according":
        return head, min(head + 2, len(columns.words))
    after = end
    for start, _ in content:
        if start > head:
            after = start
            break
    links = end
    while links < after and (columns.tags[links] == "ADP" or columns.lower[links] == "to"):
        links += 1
    start = columns.group_starts[head]
    if columns.tags[head] == "NOUN" and columns.lower[start] in POSSESSIVE:  # "Lopez's | claim | that"
        start = head
    return start, after if links == after else end
