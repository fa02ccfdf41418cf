"""Verbs that "and" joins to another of the same subject: "Lopez said the talks had stalled | and asked for time"."""

from __future__ import annotations

from newskit_quotes.chunks import phrase_before
from newskit_quotes.columns import DASHES, Columns
from newskit_quotes.lexicon import WHO, word_class

_TENSED = frozenset({"VBD", "VBZ", "VBP"})
_GRADES, _SECOND, _JOINS = frozenset({"say", "think"}), {"say", "think", "want", "judge"}, word_class("joining")
_SHIFTED, _ADDING = frozenset({"had", "has", "have"}), frozenset({"add", "continue"})
_REACH = 40


def joined(columns: Columns, head: int) -> int | None:
    """Return the verb of saying to which "and" joins another of its subject, which is none of what was said.

    What was said has no verb of that tense: "said the talks had stalled | and asked for time", not "said she ran and
    asked for time"; or ends in marks; or more is added: "said it was late | and added that".
    """
    start, tense = columns.group_starts[head], columns.fine[head]
    join = start - 1
    if tense not in _TENSED or columns.grade(head) not in _SECOND or columns.lowered(join) not in _JOINS:
        return None
    noun = columns.fine_tag(head + 1) in _TENSED | {"MD"}  # "its common and | preferred | would be converted"
    other = noun or columns.lemma(head) == "show" or columns.lowered(head + 1) == "me"  # "and believe | me |"
    if other or (start < head and columns.tags[start] != "ADV"):
        return None
    for verb in range(max(columns.bounds[head][0], join - _REACH), join):
        said = columns.fine[verb] == tense and columns.grade(verb) in _GRADES and columns.tags[verb] == "VERB"
        if said and not columns.inside[verb] and columns.lowered(columns.group_starts[verb] - 1) not in WHO:
            return verb if _is_free(columns, verb, join, head) else None
    return None


def _is_free(columns: Columns, verb: int, join: int, head: int) -> bool:
    """Tell whether what stands between a verb and a conjunction does not go on with the verb behind that."""
    between = columns.lower[verb + 1 : join]
    if sum(word in DASHES for word in between) % 2 or not (WHO - {"that"}).isdisjoint(between):
        return False  # "the leaders met in Lima, which is near | and considered | safe"
    if columns.lemma(head) in _ADDING:
        return columns.lowered(head + 1) == "that"
    if join in columns.closes:
        return True
    parallel = [
        at
        for at in range(verb + 1, join)
        if columns.fine[at] == columns.fine[head] and columns.lower[at] not in _SHIFTED and not columns.inside[at]
    ]
    return not parallel and columns.count_verbs(verb + 1, join) > 0 and phrase_before(columns, verb) is not None
