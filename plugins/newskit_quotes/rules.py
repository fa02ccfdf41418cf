"""Decisions by rule alone: how sure a cue is, where its content lies, and where that begins and ends."""

from __future__ import annotations

from functools import cache

from newskit.text import classes, rows
from newskit_quotes.columns import COMMAS, NEGATIONS, Columns
from newskit_quotes.lexicon import word_class
from newskit_quotes.records import AROUND, LEFT, NONE, RIGHT

_CLAUSE = frozenset({"PRON", "DET", "PROPN", "NOUN", "ADJ", "NUM"})
_ADDRESSING, _CLAUSE_WORDS, _HELPERS, _AT_ONCE = map(word_class, ("addressing", "complement", "helper", "at_once"))


_GOVERNED = ("that", "to", "mark", "clause", "phrase", "end")


def _followed_by(columns: Columns, head: int, last: int) -> str:
    """Name which of ``_GOVERNED`` a cue governs."""
    for index in range(head + 1, min(head + 12, last)):
        word = columns.lower[index]
        if index in columns.opens:
            return "mark"
        if word in _CLAUSE_WORDS:
            return "that" if _links(columns, head, index) else "phrase"
        if index == head + 1 and word == "to":
            return "to"
        if word in COMMAS or word in ".:?!":
            return "end" if index == head + 1 else "phrase"
        if columns.tags[index] in ("VERB", "AUX"):
            finite = columns.tags[head + 1] in _CLAUSE and columns.lower[index - 1] != "to"
            return "clause" if finite else "phrase"
    return "end" if head + 1 >= last else "phrase"


def _links(columns: Columns, head: int, index: int) -> bool:
    """Tell whether "that" belongs to a cue: right after it, after whom it addresses, or after its adjunct."""
    lemma = columns.lemma(head)
    return index == head + 1 or lemma in _ADDRESSING or columns.tags[head + 1] in ("ADP", "PART", "ADV", "PROPN")


@cache
def cue_scores() -> dict[tuple[str, str], float]:
    """Return how sure the lexicon is of a cue, by its grade and what it governs."""
    grades = {"noun", *classes("newskit_quotes", "cue_verbs.txt")}

    def score(line: str) -> tuple[tuple[str, str], float]:
        grade, governed, number = line.split()
        if grade not in grades or governed not in _GOVERNED:
            raise ValueError(line)
        return (grade, governed), float(number)

    return dict(rows("newskit_quotes", "cue_scores.txt", "GRADE GOVERNED SCORE", score))


def cue_score(columns: Columns, head: int) -> tuple[float, int]:
    """Return how sure the lexicon is of a cue, from 0 to 1, and on which side its content lies."""
    first, last = columns.bounds[head]
    word = columns.lower[head]
    if word == "according":
        follows = columns.lower[head + 1] == "to" if head + 1 < last else False
        return (0.9, RIGHT if head == first else LEFT) if follows else (0.0, NONE)
    lemma, grade = columns.lemma(head), columns.grade(head)
    if not grade:
        return 0.0, NONE
    if grade != "noun" and columns.tags[head] not in ("VERB", "AUX"):
        return 0.0, NONE
    start = columns.group_starts[head]
    if any(columns.lower[index] in NEGATIONS for index in range(start, head)) and grade == "say":
        return 0.0, NONE
    governs = _followed_by(columns, head, last)
    score = cue_scores().get((grade, governs), 0.0)
    comma = any(columns.lower[index] == "," for index in range(first + 1, start))
    if governs == "end":
        return (score, LEFT if head + 2 >= last else AROUND) if comma and lemma != "be" else (0.0, NONE)
    return score, RIGHT


def rule_start(columns: Columns, head: int, candidates: list[int], last: int) -> int:
    """Choose where content begins right of the cue: at ``that``, at a mark, after a person addressed, or at once."""
    lemma = columns.lemma(head)
    for index in candidates:
        if columns.lower[index] in _AT_ONCE or index in columns.opens:
            return index
        if columns.tags[index] in ("VERB", "AUX") and index > head + 1:
            break
    if columns.lower[head] == "according":
        comma = next((index for index in range(head, last) if columns.lower[index] == ","), head)
        return min(comma + 1, last - 1)
    if lemma in _ADDRESSING:
        for index in candidates[1:]:
            if columns.tags[index] in ("DET", "PRON") or columns.lower[index] in ("to", "if", "about"):
                return index
    return candidates[0]


def rule_end(columns: Columns, candidates: list[int]) -> int:
    """Choose where content ends: before an outer report, a denial, or a participle clause; else with the sentence."""
    final = candidates[-1]
    for index in candidates[:-1]:
        if columns.lower[index] != "," and columns.lower[index] != "but":
            continue
        follow = index + 1 if columns.lower[index] == "," else index
        word = columns.lowered(follow)
        if word == "according" or (word.endswith("ing") and columns.tag(follow) == "VERB"):
            return index
        negated = follow + 2 < final and columns.lower[follow + 1] in _HELPERS
        if word in ("but", "and") and negated and columns.lower[follow + 2] in NEGATIONS | {"maintained"}:
            return index
    return final
