"""Who says it, where the order of a clause plainly tells: the subject of a relative clause, who is heard saying."""

from __future__ import annotations

from newskit_quotes.chunks import full_phrase, phrase_before
from newskit_quotes.columns import Columns
from newskit_quotes.lexicon import PERSONAL, word_class
from newskit_quotes.records import Range

_TENSED = frozenset({"VBD", "VBZ", "VBP"})
_PRONOUNS = frozenset({"WDT", "WP"})
_OBJECTS = word_class("object_relative")
_APPOSED = 2
"""Appositions between a relative pronoun and its verb at most."""


def of_relative(columns: Columns, head: int) -> tuple[int, Range] | None:
    """Return the relative pronoun that is the object of a cue, and its subject: "an act | that | Lopez, the mayor, called".
    """
    start = columns.group_starts[head]
    if columns.tags[head] != "VERB" or columns.fine[head] not in _TENSED | {"VBN"} or columns.is_passive(head):
        return None
    base = phrase_before(columns, start - (columns.lowered(start - 1) == ","))
    for _ in range(_APPOSED):
        if base is None:
            return None
        pronoun = base[0] - 1
        if columns.lowered(pronoun) in _OBJECTS and columns.fine[pronoun] in _PRONOUNS:
            subject = full_phrase(columns, base, start)
            return pronoun, (base[0], min(subject[1], start))
        if columns.lowered(pronoun) != ",":
            return None
        base = phrase_before(columns, pronoun)
    return None


def heard(columns: Columns, head: int) -> Range | None:
    """Return who is heard or shown saying something: "footage of | Lopez | saying", "the tape shows | her | saying"."""
    if columns.fine[head] != "VBG" or columns.grade(head) != "say" or columns.group_starts[head] != head:
        return None
    base = phrase_before(columns, head)
    if base is None or not (columns.people[base[1] - 1] or columns.lower[base[0]] in PERSONAL):
        return None
    before = base[0] - 1
    shown = columns.lowered(before) in ("of", "with") or columns.tag(before) == "VERB"
    return base if shown and columns.bounds(head)[0] < before else None
