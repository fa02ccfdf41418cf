"""What stands before a colon: a speaker's name, with what describes it, or a heading, which is nobody."""

from __future__ import annotations

from newskit.text import lazy_pattern
from newskit_quotes.columns import Columns
from newskit_quotes.lexicon import DAYS, OWNING, PERSONAL, word_class, word_set
from newskit_quotes.records import Range

_PERSONS = PERSONAL | OWNING
_ROLES, _SECTIONS, _LEADS, _SEQUELS = map(word_class, ("speaking_role", "section", "bullet", "sequel"))
_GOING = frozenset({"went", "goes", "falls", "fell", "belongs", "belonged"})
_LABEL, _SHORT = 16, 6
"""Tokens of the longest label, and of the longest heading."""
_SCORE = lazy_pattern(r"\s\d{1,3}+[-–]\d{1,3}+\s")
"""The result of a match: "Zorvo 2-1 Acme"."""


def is_heading(columns: Columns, head: int) -> bool:
    """Tell whether what stands before a colon is no speaker but a date or a subject: "July 15:", "Climate change:"."""
    first, _ = columns.bounds[head]
    label = range(first, head)
    if _SCORE.search(columns.text, columns.starts[first], columns.starts[head]):
        return True  # "Zorvo 2-1 Acme United: late goal sinks visitors"
    if any(columns.named[index] or columns.lower[index] in _PERSONS for index in label) or not label:
        return False
    if any(columns.lower[index] in DAYS or columns.words[index].isdigit() for index in label):
        return True
    if _reports(columns, head + 1):
        return True
    last, whole = columns.lower[head - 1], columns.text[columns.starts[first] : columns.starts[head]].lower()
    if last in _SECTIONS or whole in _SECTIONS:
        return True
    nouns = {last, last.removesuffix("s")}  # "Officials:"
    known = any(not nouns.isdisjoint(word_set(name)) for name in ("strangers", "bodies", "documents"))
    return not (known or not nouns.isdisjoint(_ROLES) or columns.tags[head - 1] == "PROPN")


def _reports(columns: Columns, first: int) -> bool:
    """Tell whether a person and a verb of saying begin at a token: "Floods: | Ann Poe said | it was late"."""
    end = first
    while end < len(columns.people) and columns.people[end]:
        end += 1
    return end > first and end < len(columns.words) and columns.grade(end) == "say"


def behind_heading(columns: Columns, start: int, end: int) -> int:
    """Return where content begins behind a date or a subject before a colon: "Climate change: | the ice is thin"."""
    label = columns.lower[start : min(start + _SHORT, end)]
    if ":" not in label or columns.bounds[start][0] != start:
        return start
    colon = start + label.index(":")
    heads = colon > start and not columns.count_verbs(start, colon) and is_heading(columns, colon)
    return colon + 1 if heads else start


def _handed(columns: Columns, first: int, colon: int) -> Range | None:
    """Return the person right before a colon to whom a sentence leads: "The last word went to | Ann Poe |:"."""
    start = colon
    while start > first and columns.people[start - 1]:
        start -= 1
    if start == colon or colon + 1 not in columns.opens:
        return None
    start = next((begin for begin, end in columns.titles.items() if end == start), start)
    way = columns.lowered(start - 1) if start - 1 > first else ""
    verbs = [columns.lower[at] for at in range(first, start) if columns.tags[at] in ("VERB", "AUX")]
    handed = (way == "from" and not verbs) or (way == "to" and len(verbs) == 1 and verbs[0] in _GOING)
    return (start, colon) if handed else None


def speaker_label(columns: Columns, head: int) -> Range | None:
    """Return a person's name with what describes it, from a sentence's beginning to a colon: "Ann Poe, nurse:"."""
    if columns.lowered(head) != ":":
        return None
    first, last = columns.bounds[head]
    if head + 1 >= last or head - first > _LABEL:
        return None
    handed = _handed(columns, first, head)
    if handed is not None:
        return handed
    while first < head and columns.lower[first] in _SEQUELS:  # "Then Lopez, quietly:"
        first += 1
    first += columns.lowered(first) == "," and first > columns.bounds[head][0]
    first += columns.lower[first] in _LEADS or columns.lower[first] == "from"  # "- Lopez, 29:", "From Lopez:"
    end = columns.titles.get(first, first)  # "From manager Lopez, in a letter:"
    if not columns.people[end] or columns.grade(first):
        return None
    while columns.people[end]:
        end += 1
    described = end == head or (columns.lower[end] in (",", "(") and not columns.count_verbs(end, head))
    return (first, head) if described else None
