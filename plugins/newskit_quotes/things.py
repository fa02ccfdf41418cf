"""What stands behind a verb and reports nothing: a thing that is done or seen, a time, "it"."""

from __future__ import annotations

from collections.abc import Sequence

from newskit_quotes.chunks import phrase_from
from newskit_quotes.columns import Columns
from newskit_quotes.lexicon import word_class, word_set
from newskit_quotes.records import Attribution, Form, Range

_WHILE, _SEEN, _DOING, _FRONTING = map(word_class, ("adverbial", "perceiving", "doing", "fronting"))
_OFTEN = word_class("how_often")
_GIVING, _UTTERED, _ORDERING, _VOICING = map(word_class, ("giving", "uttered", "ordering", "voicing"))
_FEELING, _OBJECT = word_class("feeling"), frozenset({"NN", "NNS", "NNP", "DT", "JJ", "PRP$"})
_PURPOSES, _PLACES = word_class("purpose"), frozenset({"in", "at", "on", "during", "across", "throughout"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_VERBAL, _NOMINAL = frozenset({"VERB", "AUX"}), frozenset({"NOUN", "PROPN", "DET", "ADJ", "NUM", "PRON"})
_COMING = frozenset({"expected", "known"})
_ASKED = frozenset({"WP", "WDT", "WRB"})
_ONE_CLAUSE, _NOMINAL_TAGS = 1, frozenset({"NN", "NNS", "VB", "VBG"})


def tells_nothing(columns: Columns, head: int, content: Sequence[Range]) -> bool:
    """Tell whether what stands right of a cue is no content: a thing, a time, "it"."""
    return (
        names_thing(columns, head, content)
        or lacks_subject(columns, head, content)
        or is_somebody_felt_for(columns, head, content)
        or (len(content) == 1 and is_time(columns, content[0]))
        or (columns.lemma(head) == "say" and is_it(columns, content[0]))
    )


def lacks_subject(columns: Columns, head: int, content: Sequence[Range]) -> bool:
    """Tell whether what stands behind a noun is the verb of its own clause, "a storm | warning | is in place".

    Or the second verb of a subject: "said | and did much".
    """
    first = content[0][0]
    if columns.lower[first] in ("and", "or") and first == head + 1 and not columns.inside[first]:
        return True
    verb = columns.fine[first] in _FINITE and columns.tags[first] in _VERBAL and not columns.inside[first]
    return verb and first == head + 1 and columns.fine[head] in _NOMINAL_TAGS and len(content) == 1


def is_somebody_felt_for(columns: Columns, head: int, content: Sequence[Range]) -> bool:
    """Tell whether a verb of feeling has but a person behind it: "Lopez loves | Moe |"."""
    ((first, last), *more) = content
    if columns.lemma(head) not in _FEELING or more or columns.inside[first]:
        return False
    base = phrase_from(columns, first, last)
    return base is not None and base == (first, last) and bool(columns.people[last - 1])


def names_thing(columns: Columns, head: int, content: Sequence[Range]) -> bool:
    """Tell whether a verb that reports only clauses has but a thing behind it: "wrote a book", "saw him leave"."""
    lemma = columns.lemma(head)
    if lemma not in word_set("clausal") or columns.tags[head] != "VERB":
        return False
    if any(any(columns.inside[slice(*piece)]) for piece in content):
        return False
    if lemma in _DOING and is_thing(columns, content[0], judged=False) and not _is_said(columns, content[0]):
        return True
    if lemma in _SEEN or lemma in _GIVING:
        return is_thing(columns, content[0]) and not _is_said(columns, content[0])
    return not any(columns.count_verbs(*piece) for piece in content)


def _is_said(columns: Columns, piece: Range) -> bool:
    """Tell whether a thing is something said: "offered | her condolences |", "offered no comment"."""
    base = phrase_from(columns, *piece)
    word = columns.lower[base[1] - 1] if base is not None else ""
    return columns.lexicon.cues.get(word, ("", ""))[1] != "" or word in _UTTERED


def is_thing(columns: Columns, piece: Range, *, judged: bool = True) -> bool:
    """Tell whether content begins with a noun phrase that no finite verb follows: no clause.

    Nor is it a judgement, "see the port | as a risk", where the verb may give one.
    """
    first, last = piece
    base = phrase_from(columns, first, last)
    if base is None or base[0] != first or columns.inside[first] or columns.fine[first] in _ASKED:
        return False
    after = base[1]
    while after < last and columns.tags[after] == "ADV":
        after += 1
    if after >= last:
        return True
    comma = next((at for at in range(after, last) if columns.lower[at] == ","), last)
    taken = columns.lower[after] == "to" and columns.fine_tag(after + 1) not in _OBJECT
    taken = taken or (judged and "as" in columns.lower[after:comma])
    return columns.fine[after] not in _FINITE and not taken


def is_time(columns: Columns, piece: Range) -> bool:
    """Tell whether content is but when or why it was said: "asked | until she gave in |"; not with a main clause."""
    first, last = piece
    if last - first == 1 and columns.lower[first] in _OFTEN:
        return True  # "conceded | twice |"
    if columns.lower[first] not in _WHILE or columns.inside[first] or "," in columns.lower[first:last]:
        return False
    return sum(columns.fine[at] in _FINITE for at in range(first, last)) <= _ONE_CLAUSE


def is_it(columns: Columns, piece: Range) -> bool:
    """Tell whether "it" is all that is said, however often: "say | it until the cows come home |"."""
    first, last = piece
    if columns.lower[first] != "it" or columns.inside[first] or first + 1 >= last:
        return False
    return columns.tags[first + 1] not in _VERBAL and columns.lower[first + 1] in _WHILE | {"again", "all", "once"}


def does(columns: Columns, attribution: Attribution) -> bool:
    """Tell whether a verb that reports nothing by itself has a thing behind it, or is a passive of nobody.

    "Shared | a picture of the port |", "| she | was nominated | for a prize |".
    """
    head, content = attribution.head, attribution.content
    if attribution.kind != "indirect" or columns.grade(head) or columns.tags[head] != "VERB":
        return False
    if columns.lower[head] in _VOICING:
        return False
    if columns.lower[head] in _ORDERING and "to" in columns.lower[content[0][0] : content[0][1]]:
        return False
    if columns.is_passive(head):
        return attribution.source is None and columns.lowered(head + 1) not in ("to", "that", "as")
    right = attribution.form is Form.CUE_THEN_REPORT and len(content) == 1 and content[0][0] == head + 1
    thing = right and columns.tag(head + 1) in _NOMINAL and is_thing(columns, content[0])
    return thing and not (_is_said(columns, content[0]) or _is_somebody(columns, content[0]))


def is_of_no_one(columns: Columns, attribution: Attribution) -> bool:
    """Tell whether a passive tells what a person will do, or is called, and not who thinks so: "Lopez | is expected |".

    "Prices are expected to rise" is what somebody thinks of prices.
    """
    head, content = attribution.head, attribution.content
    alone = attribution.source is None and attribution.kind == "indirect" and columns.is_passive(head)
    if alone and attribution.form is Form.REPORT_THEN_CUE and not any(columns.count_verbs(*each) for each in content):
        return True  # "| The winners | will be announced in May"
    if not alone or columns.lowered(head + 1) != "to" or columns.lower[head] not in _COMING:
        return False
    if head + 2 < len(columns.words) and columns.grade(head + 2) == "say":  # a speech to come
        return False
    first, last = content[0]
    if columns.lower[head] == "known" and columns.lower[first] == "as":
        return True
    person = columns.people[last - 1] or (columns.lower[last - 1] == ")" and any(columns.people[first:last]))
    return bool(person) and last <= head and "ADP" not in columns.tags[first:last]


def _is_somebody(columns: Columns, piece: Range) -> bool:
    """Tell whether content begins with a person: "thanked | Lopez for her help |"."""
    base = phrase_from(columns, *piece)
    return base is not None and bool(columns.people[base[1] - 1])


def is_tagged(columns: Columns, attribution: Attribution) -> bool:
    """Tell whether a clause begins its sentence and who says it stands behind its comma: "It is late|, he warned|"."""
    head, source = attribution.head, attribution.source
    if attribution.form is not Form.REPORT_THEN_CUE or source is None or columns.grade(head) != "say":
        return False
    ((first, last), *more) = attribution.content
    begins = columns.bounds[head][0] == first and columns.fine[head] in _FINITE and not columns.is_passive(head)
    comma = columns.lowered(last) == "," and last + 1 in (source[0], columns.group_starts[head])
    clause = any(columns.fine[at] in _FINITE for at in range(first, last))
    return begins and comma and clause and not more and not _opens(columns, first)


def _opens(columns: Columns, first: int) -> bool:
    """Tell whether a preposition or a conjunction begins what stands in front: "| When | it rained, he warned"."""
    return columns.tags[first] in ("ADP", "SCONJ") or columns.lower[first] in _FRONTING


def is_preposition(columns: Columns, head: int) -> bool:
    """Tell whether a participle is a preposition, not what somebody does: "odd | considering | that it is small"."""
    active = columns.tag(columns.group_starts[head] - 1) == "AUX" or columns.group_starts[head] < head
    return not active and columns.lowered(head + 1) in ("that", "how")


def is_share(columns: Columns, head: int) -> bool:
    """Tell whether a "say" is a part in what is decided: "has a | say | in what is built"."""
    return columns.lowered(head + 1) in ("in", "over") and columns.tag(head - 1) in ("DET", "ADJ")


def is_purpose(columns: Columns, head: int) -> bool:
    """Tell whether a verb tells what a thing is for: "a trick meant to subtly | emphasise | his grief"."""
    to = head - 1
    while columns.tag(to) == "ADV":
        to -= 1
    before = to - 1
    while columns.tag(before) == "ADV":
        before -= 1
    thing = columns.lowered(to) == "to" and columns.lowered(before) in _PURPOSES
    return thing and columns.lowered(head + 1) != "that" and head + 1 not in columns.opens


def is_talks(columns: Columns, head: int) -> bool:
    """Tell whether "talks" are a noun: "in | talks | with Lopez"."""
    return columns.fine[head] == "NNS" and columns.lowered(head + 1) in ("with", "between", "over")


def is_displayed(columns: Columns, head: int) -> bool:
    """Tell whether a passive tells where a thing could be seen: "the film was | shown | in 40 countries"."""
    return columns.is_passive(head) and columns.lowered(head + 1) in _PLACES
