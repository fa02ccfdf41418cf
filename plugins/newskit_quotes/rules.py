"""Decisions by rule alone: what a cue is worth, where its content lies, and where that begins and ends."""

from __future__ import annotations

from newskit_quotes.cues import AROUND, LEFT, NONE, RIGHT, group_start
from newskit_quotes.forms import cue_forms
from newskit_quotes.page import COMMAS, NEGATIONS, Page

_CLAUSE = frozenset({"PRON", "DET", "PROPN", "NOUN", "ADJ", "NUM"})
_ADDRESSED = frozenset(["tell", "inform", "remind", "assure", "notify", "warn", "advise", "urge", "ask"])
_CONTENT_WORDS = frozenset(["that", "whether", "if", "how", "why", "what"])


def _followed_by(page: Page, head: int, last: int) -> str:
    """Name what a cue governs: that, to, a mark, a clause, a phrase, or the end."""
    for index in range(head + 1, min(head + 12, last)):
        word = page.lower[index]
        if index in page.opens:
            return "mark"
        if word in _CONTENT_WORDS:
            return "that" if _links(page, head, index) else "phrase"
        if index == head + 1 and word == "to":
            return "to"
        if word in COMMAS or word in ".:?!":
            return "end" if index == head + 1 else "phrase"
        if page.tags[index] in ("VERB", "AUX"):
            finite = page.tags[head + 1] in _CLAUSE and page.lower[index - 1] != "to"
            return "clause" if finite else "phrase"
    return "end" if head + 1 >= last else "phrase"


def _links(page: Page, head: int, index: int) -> bool:
    """Tell whether "that" belongs to a cue: right after it, after whom it addresses, or after its adjunct."""
    lemma, _ = cue_forms().get(page.lower[head], ("", ""))
    return index == head + 1 or lemma in _ADDRESSED or page.tags[head + 1] in ("ADP", "PART", "ADV", "PROPN")


_WORTH = {
    ("say", "that"): 0.9,
    ("say", "clause"): 0.8,
    ("say", "mark"): 0.9,
    ("say", "to"): 0.5,
    ("say", "end"): 0.75,
    ("say", "phrase"): 0.5,
    ("think", "that"): 0.7,
    ("think", "clause"): 0.55,
    ("think", "to"): 0.5,
    ("think", "mark"): 0.5,
    ("want", "to"): 0.55,
    ("want", "mark"): 0.5,
    ("judge", "mark"): 0.7,
    ("judge", "that"): 0.5,
    ("judge", "phrase"): 0.5,
    ("judge", "clause"): 0.5,
    ("noun", "that"): 0.55,
    ("noun", "mark"): 0.5,
}


def cue_worth(page: Page, head: int) -> tuple[float, int]:
    """Return how sure the lexicon is of a cue, from 0 to 1, and on which side its content lies."""
    first, last = page.bounds(head)
    word = page.lower[head]
    if word == "according":
        follows = page.lower[head + 1] == "to" if head + 1 < last else False
        return (0.9, RIGHT if head == first else LEFT) if follows else (0.0, NONE)
    lemma, grade = cue_forms().get(word, (word, ""))
    if not grade:
        return 0.0, NONE
    if grade != "noun" and page.tags[head] not in ("VERB", "AUX"):
        return 0.0, NONE
    start = group_start(page, head)
    if any(page.lower[index] in NEGATIONS for index in range(start, head)) and grade == "say":
        return 0.0, NONE
    governs = _followed_by(page, head, last)
    worth = _WORTH.get((grade, governs), 0.0)
    comma = any(page.lower[index] == "," for index in range(first + 1, start))
    if governs == "end":
        return (worth, LEFT if head + 2 >= last else AROUND) if comma and lemma != "be" else (0.0, NONE)
    return worth, RIGHT


def rule_start(page: Page, head: int, candidates: list[int], last: int) -> int:
    """Choose where content begins right of the cue: at ``that``, at a mark, after a person addressed, or at once."""
    lemma, _ = cue_forms().get(page.lower[head], ("", ""))
    for index in candidates:
        if page.lower[index] in ("that", "whether") or index in page.opens:
            return index
        if page.tags[index] in ("VERB", "AUX") and index > head + 1:
            break
    if page.lower[head] == "according":
        comma = next((index for index in range(head, last) if page.lower[index] == ","), head)
        return min(comma + 1, last - 1)
    if lemma in _ADDRESSED:
        for index in candidates[1:]:
            if page.tags[index] in ("DET", "PRON") or page.lower[index] in ("to", "if", "about"):
                return index
    return candidates[0]


def rule_end(page: Page, candidates: list[int]) -> int:
    """Choose where content ends: before an outer report, a denial, or a participle clause; else with the sentence."""
    final = candidates[-1]
    for index in candidates[:-1]:
        if page.lower[index] != "," and page.lower[index] != "but":
            continue
        follow = index + 1 if page.lower[index] == "," else index
        word = page.lowered(follow)
        if word == "according" or (word.endswith("ing") and page.tag(follow) == "VERB"):
            return index
        negated = follow + 2 < final and page.lower[follow + 1] in ("did", "does", "do", "have", "has", "had")
        if word in ("but", "and") and negated and page.lower[follow + 2] in NEGATIONS | {"maintained"}:
            return index
    return final
