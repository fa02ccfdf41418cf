"""Phrases that nothing before them takes for its own: the subjects of clauses."""

from __future__ import annotations

from newskit.text import closed_class
from newskit_quotes.chunks import phrase_before
from newskit_quotes.columns import Columns
from newskit_quotes.lexicon import PERSONAL, word_class
from newskit_quotes.records import Range

_OWNED, _APPOSED = 4, 24
"""Tokens before a conjunction among which a clause has its verb; among which a verb of saying stands."""
_TENSED = frozenset({"VBD", "VBZ", "VBP"})
_ENDING = frozenset({"VERB", "AUX", "ADJ", "ADV"})
"""Tags before a conjunction that joins a clause, not a phrase."""
_PAST = _TENSED | {"VBN"}
_SUBJECTS = frozenset({"NOUN", "PROPN", "PRON", "ADV"})
_TELLING, _ASKING, _PARTING = map(word_class, ("telling", "asking", "parting"))
_SUBORDINATORS = closed_class("subordinator")


def is_free(columns: Columns, base: Range) -> bool:
    """Tell whether nothing before a phrase takes it for its own: no preposition, conjunction, comma or verb."""
    before = base[0] - 1
    return (
        columns.bounds[base[0]][0] == base[0]
        or columns.lower[base[0]] in PERSONAL
        or columns.lower[before] in _SUBORDINATORS
        or joins_clause(columns, before)
        or _is_reported(columns, before)
        or (columns.tags[before] == "PUNCT" and columns.lower[before] not in (",", "-", "—", "–", ")"))
    )


def _is_reported(columns: Columns, before: int) -> bool:
    """Tell whether a verb of saying opens the clause of a phrase behind it: "Lopez | said | the mayor had told us"."""
    clausal = columns.grade(before) in ("say", "think") and columns.lower[before] not in _TELLING | _ASKING
    if not columns.word(before + 1).isalpha():  # "he'd"
        return False
    return clausal and columns.fine[before] in _TENSED and columns.tags[before] == "VERB"


def is_behind_participle(columns: Columns, base: Range) -> bool:
    """Tell whether a phrase stands behind a participle in front: "Answering Lopez, | the mayor | said"."""
    named = columns.lower[base[0] - 1] == "," and columns.lower[base[0]] == "the" and columns.people[base[0] - 2]
    return bool(named) and columns.fine[columns.bounds[base[0]][0]] == "VBG"


def joins_clause(columns: Columns, join: int) -> bool:
    """Tell whether a conjunction joins a clause, not a phrase: "said it was dry | and | Lopez told us that"."""
    if columns.lower[join] not in _PARTING:
        return False
    first = columns.bounds[join][0]
    if columns.tag(join - 1) in _ENDING:
        return columns.count_verbs(max(first, join - _OWNED), join) > 0
    if not columns.people[join + 1]:
        return _ends_clause(columns, join)
    # "Lopez said it was sound | and | Roe said"
    said = next((at for at in range(max(first, join - _APPOSED), join) if columns.grade(at) == "say"), join)
    return columns.count_verbs(said + 1, join) > 0


def _ends_clause(columns: Columns, join: int) -> bool:
    """Tell whether a clause ends before a conjunction with what its verb governs: "It hit Lima | and police said"."""
    verb = join
    while (base := phrase_before(columns, verb)) is not None:
        verb = base[0] - (columns.tag(base[0] - 1) == "ADP")
    verb -= 1
    if columns.fine_tag(verb) not in _PAST or columns.tags[verb] != "VERB" or columns.inside[verb]:
        return False
    if "by" in columns.lower[verb:join]:  # "a poll | released by the Post and the News |"
        return False
    clausal = columns.grade(verb) and columns.tags[verb + 1] != "ADP"
    return not clausal and columns.tag(verb - 1) in _SUBJECTS
