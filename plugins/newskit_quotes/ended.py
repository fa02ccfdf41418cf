"""Who ends a sentence behind a comma as whose it is, and courts, which hear what is said."""

from __future__ import annotations

from newskit_quotes.beginnings import begins_clause, behind_adjunct
from newskit_quotes.chunks import phrase_before, phrase_from
from newskit_quotes.columns import Columns
from newskit_quotes.cue_features import only_addresses
from newskit_quotes.lexicon import PERSONAL, word_class, word_set
from newskit_quotes.records import Range
from newskit_quotes.wholes import full_phrase

_LEADING, _FRONTING, _ALONE, _HEARING = map(word_class, ("leading", "fronting", "seldom_reports", "hearing_body"))
_TENSED = frozenset({"VBD", "VBZ", "VBP", "VBN", "VB"})
_FINDS = word_class("finding")
_GRADES, _TELLING = frozenset({"say", "think"}), frozenset({"told", "tells"})
_HEARS, _HEARD = frozenset({"heard", "hears", "told"}), frozenset({"that", "how", "why"})
_LISTS, _OVER = ("persons", "strangers", "bodies", "documents"), frozenset({".", "!", "?", "on"})
_WHERE = frozenset({"in", "at", "during", "on", "via"})
_JOINS, _OURS = frozenset({",", "and", "but"}), frozenset({"i", "we", "you"})
_FAR, _NEAR, _BEHIND, _CLAUSE = 14, 8, 4, 4
"""Tokens of who says so, to a court, what ends a sentence behind its verb, and what is no clause without a verb."""


def ended(columns: Columns, head: int) -> Range | None:
    """Return who ends a sentence as whose it is: "…, | a poll in May | found.", "…, | police | have warned."."""
    (first, last), word = columns.bounds[head], columns.lower[head]
    addresses = word in _TELLING and only_addresses(columns, head)
    over = (
        addresses or (last - head <= _BEHIND and _is_over(columns, head + 1, last)) or _is_placed(columns, head, last)
    )
    if not over or (columns.fine[head] not in _TENSED and word != "hears") or not _reports(columns, head):
        return None
    stop = columns.group_starts[head]
    comma = next((at for at in range(head - 1, max(first, head - _FAR), -1) if columns.lower[at] == ","), 0)
    if not 0 < comma < stop - 1 or columns.inside[comma]:
        return None
    base, verbs = phrase_from(columns, comma + 1, head), columns.count_verbs(first, comma)
    if base is not None and columns.lower[head] in _FINDS and _is_document(columns, base):
        modified = columns.count_verbs(comma, stop) <= (columns.fine_tag(base[1]) in ("VBN", "VBD"))
        clause = verbs or comma - first > _CLAUSE  # "one in three nurses plans to quit"
        return (comma + 1, stop) if modified and clause else None
    headed = columns.headline[0] < head < columns.headline[1]
    clause = columns.lower[first + (columns.lower[first] in _LEADING)] not in _FRONTING and (verbs or headed)
    return (comma + 1, stop) if clause and _is_who(columns, comma + 1, stop) else None


def _reports(columns: Columns, head: int) -> bool:
    """Tell whether a verb reports what stands before it, or a court hears that."""
    word, stop = columns.lower[head], columns.group_starts[head]
    if word in _HEARS and not _HEARING.isdisjoint(columns.lower[max(0, stop - _NEAR) : stop]):
        return word == "told" or not columns.is_passive(head)
    if columns.lowered(stop - 1) == "it" and (word == "emerged" or columns.is_passive(head)):
        return word == "emerged" or columns.grade(head) == "say"
    says = word in _FINDS or (columns.grade(head) in _GRADES and word not in _ALONE)
    return says and not columns.is_passive(head)


def _is_document(columns: Columns, base: Range) -> bool:
    return columns.lower[base[1] - 1] in word_set("documents") and columns.lower[base[0] - 1] == ","


def _is_over(columns: Columns, first: int, last: int) -> bool:
    """Tell whether nothing but a day stands at the end of a sentence: "police have warned | on Monday."."""
    days = word_set("spoken_days")
    return all(columns.lower[at] in _OVER or columns.words[at] in days for at in range(first, last))


def _is_placed(columns: Columns, head: int, last: int) -> bool:
    """Tell whether nothing but where it was said ends a sentence: "…, the mayor claimed | in a heated debate |."."""
    word, where = columns.lower[head], columns.lowered(head + 1)
    if columns.grade(head) != "say" or word == "insisted" or where not in _WHERE or last - head > _FAR:
        return False
    plain = columns.sentence_of[head] not in columns.quoting and "," not in columns.lower[head:last]
    return plain and not columns.count_verbs(head + 1, last)


def _is_who(columns: Columns, first: int, stop: int) -> bool:
    """Tell whether tokens are one phrase for somebody who speaks: "police", "transport minister Ann Poe", "she"."""
    base = phrase_before(columns, stop)
    if base is not None and base[0] != first:
        base = phrase_from(columns, first, stop)
        base = base if base is not None and base[0] == first else None
    if (
        base is None
        or columns.inside[first]
        or columns.lower[first] == "something"
        or full_phrase(columns, base, stop)[1] != stop
    ):
        return False
    word = columns.lower[base[1] - 1]
    known = any(not {word, word.removesuffix("s")}.isdisjoint(word_set(name)) for name in _LISTS)
    who = columns.named[stop - 1] or columns.lower[first] in PERSONAL - _OURS or base[1] - 1 in columns.offices
    return known or bool(who) or word in _HEARING


def is_of_nobody(columns: Columns, head: int) -> bool:
    """Tell whether nobody is told who says so: "the court heard", "…, it has emerged", "…, it was announced"."""
    if hears(columns, head):
        return True
    unsaid = columns.lower[head] == "emerged" or columns.is_passive(head)
    return unsaid and columns.lowered(columns.group_starts[head] - 1) == "it" and ended(columns, head) is not None


def hears(columns: Columns, head: int) -> bool:
    """Tell whether a court is told something: "the court | heard | that", "it was late, an inquest was | told |"."""
    if columns.lower[head] not in _HEARS:
        return False
    (first, last), start = columns.bounds[head], columns.group_starts[head]
    near = range(start - 1, max(first, start - _NEAR) - 1, -1)
    body = next((at for at in near if columns.lower[at] in _HEARING), start)
    if body == start or columns.count_verbs(body, start):
        return False
    if columns.lowered(head + 1) == "that" and _is_thing(columns, head + 1, last):
        return False
    if columns.lower[start - 1] in _JOINS and columns.count_verbs(first, body):
        return False  # "Lopez walked to the court, | heard | it was late and left"
    that = columns.lower[head] == "heard" and (
        columns.lowered(head + 1) in _HEARD or behind_adjunct(columns, head, last) > 0
    )
    clause = columns.lower[head] == "heard" and begins_clause(columns, head + 1, last)
    return (not columns.is_passive(head) and (that or clause)) or ended(columns, head) is not None


def _is_thing(columns: Columns, that: int, last: int) -> bool:
    """Tell whether "that" only points at what was heard: "heard | that | appeal in May and dismissed it"."""
    join = next((at for at in range(that + 1, min(last, that + _FAR)) if columns.lower[at] in _JOINS), last)
    noun = join == that + 2 or not columns.count_verbs(that + 1, join)  # "that witness and adjourned"
    return noun and (join == last or columns.fine_tag(join + 1) in _TENSED)
