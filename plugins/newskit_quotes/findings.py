"""What a study, a poll or an inquiry finds, whatever stands between it and its verb."""

from __future__ import annotations

from newskit_quotes.beginnings import begins_clause
from newskit_quotes.chunks import phrase_from
from newskit_quotes.columns import Columns
from newskit_quotes.lexicon import WHO, word_class, word_set
from newskit_quotes.records import Range

_FINDS, _ENQUIRIES = map(word_class, ("finding", "enquiry"))
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BEGINNING = frozenset({",", "that", "after", "while"})
_TELLING = frozenset({"VBN", "VBG", "VBD", "IN"})
"""What stands behind a study and tells which one it is: a participle, a preposition."""


def finds(columns: Columns, head: int) -> Range | None:
    """Return the study of which a verb tells what it finds: "| A survey | released in May shows it is late"."""
    if columns.lower[head] not in _FINDS or columns.fine[head] not in _FINITE or columns.group_starts[head] != head:
        return None
    last = columns.bounds[head][1]
    that = columns.lowered(head + 1) == "that"
    if columns.lowered(head - 1) in WHO or (not that and not begins_clause(columns, head + 1, last)):
        return None
    return _subject(columns, head)


def _subject(columns: Columns, head: int) -> Range | None:
    """Return the study that begins a sentence, or stands behind a comma, and whose verb another word tells."""
    first = columns.bounds[head][0]
    for begin in (at for at in range(first, head) if at == first or columns.lower[at - 1] in _BEGINNING):
        base = phrase_from(columns, begin, head)
        if base is None or base[0] != begin or columns.inside[begin] or columns.named[base[1] - 1]:
            continue
        behind = base[1]
        finite = any(columns.fine[at] in _FINITE for at in range(behind + 1, head))
        told = (
            columns.fine_tag(behind) in _TELLING
            and columns.tag(behind) != "AUX"
            and columns.lower[behind] not in _FINDS
        )
        if _is_study(columns.lower[behind - 1]) and told and not finite:
            return begin, _before_aside(columns, head)
    return None


def _is_study(noun: str) -> bool:
    return noun in word_set("documents") or noun in _ENQUIRIES


def _before_aside(columns: Columns, head: int) -> int:
    """Return where a subject ends before a comma, and before an adverb between commas: "A memo|, meanwhile, found"."""
    end = head - (columns.lower[head - 1] == ",")
    aside = end < head and columns.tags[end - 1] == "ADV" and columns.lower[end - 2] == ","
    return end - 2 if aside else end
