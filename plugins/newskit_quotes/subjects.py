"""Who says it, where the order of a clause plainly tells: the subject of a relative clause, who is heard saying."""

from __future__ import annotations

from newskit_quotes.chunks import full_phrase, phrase_before
from newskit_quotes.columns import COMMAS, Columns
from newskit_quotes.labels import speaker_label
from newskit_quotes.lexicon import DAYS, PERSONAL, word_class
from newskit_quotes.records import Range

_TENSED = frozenset({"VBD", "VBZ", "VBP"})
_PRONOUNS = frozenset({"WDT", "WP"})
_OBJECTS = word_class("object_relative")
_PUT = frozenset({"put", "puts"})
_APPOSED, _AS, _CLAUSE = 2, 12, 32
"""Appositions between a relative pronoun and its verb, tokens between "as" and its verb, and behind it, at most."""
_OBJECTIVE = frozenset({"DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM", "PART"})


def of_relative(columns: Columns, head: int) -> tuple[int, Range] | None:
    """Return the relative pronoun that is the object of a cue, and the subject: "an act | that | Lopez called"."""
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


def subject(columns: Columns, head: int) -> Range | None:
    """Return whose a cue plainly is: the subject of a relative clause, who is heard saying something."""
    relative = of_relative(columns, head)
    return relative[1] if relative is not None else heard(columns, head)


def as_clause(columns: Columns, head: int) -> tuple[int, int] | None:
    """Return the "as" of a clause that tells whose the rest of the sentence is, and where it ends: "as Lopez put it".

    It has no object, and stands at the sentence's beginning or behind a comma or closing marks.
    """
    put = columns.lower[head] in _PUT and columns.lowered(head + 1) == "it"
    if not (put or (columns.grade(head) == "say" and columns.fine[head] in _TENSED | {"VBN"})):
        return None
    first, last = columns.bounds(head)
    start = columns.group_starts[head]
    opening = next((at for at in range(start - 2, max(first, start - _AS) - 1, -1) if columns.lower[at] == "as"), None)
    if opening is None or columns.count_verbs(opening, start) or "," in columns.lower[opening:start]:
        return None
    parted = opening == first or columns.lower[opening - 1] in COMMAS or opening in columns.closes
    behind = head + 1 + put
    day = columns.lowered(behind) in DAYS
    if not parted or phrase_before(columns, start) is None or columns.is_passive(head):
        return None
    if behind < last and (behind in columns.opens or (columns.tags[behind] in _OBJECTIVE and not day)):
        return None
    near = range(behind, min(behind + _CLAUSE, last))
    end = next((at for at in near if columns.lower[at] == "," and not columns.inside[at]), last)
    return opening, end


def is_told(columns: Columns, head: int) -> bool:
    """Tell whether a cue plainly tells of speech: "as Lopez put it", "footage of Lopez saying", "Lopez:" in front."""
    if columns.lower[head] == ":":
        return columns.sentence_of[head] == 0 and speaker_label(columns, head) is not None
    return heard(columns, head) is not None or as_clause(columns, head) is not None
