"""Cue candidates: which words may report something, and what is seen around each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from newskit.text import entries
from newskit_quotes.forms import cue_forms
from newskit_quotes.page import AUXILIARIES, MARKS, NEGATIONS, Page

NONE, RIGHT, LEFT, AROUND = range(4)
"""Where the content lies, seen from the cue; NONE for a word that reports nothing."""
PASSIVE = frozenset(["is", "are", "was", "were", "be", "been", "being", "'s", "’s", "get", "gets", "got"])
_STOP = frozenset({".", "?", "!", ";", ":"})
_END = "</s>"
_GROUP, _STEPS = 5, 14
"""How many tokens a verb group may have before its verb, and how far back its subject is looked for."""


def candidates(page: Page, heads: frozenset[str], *, wide: bool = False) -> Iterator[int]:
    """Yield the tokens outside quotation marks that may head a cue: known heads, and any verb before "that".

    ``wide`` takes in every verb, for training; verbs beside quotations are looked at where those are.
    """
    inside, tags, lower = page.inside, page.tags, page.lower
    final = len(lower) - 1
    for index, word in enumerate(lower):
        known = word in heads or (tags[index] == "VERB" and (wide or (index < final and lower[index + 1] == "that")))
        if known and not inside[index]:
            yield index


def reporting_verbs(page: Page) -> list[int]:
    """Return the tokens outside quotation marks that are verbs of saying."""
    saying = _saying()
    inside, tags = page.inside, page.tags
    return [i for i, word in enumerate(page.lower) if word in saying and tags[i] == "VERB" and not inside[i]]


@cache
def _saying() -> frozenset[str]:
    return frozenset(form for form, (_, grade) in cue_forms().items() if grade == "say")


def vetoed(page: Page, head: int) -> bool:
    """Tell whether a set phrase before a verb makes it the writer's own voice, or a question put to a source."""
    lower = page.lower
    lemma, _ = cue_forms().get(lower[head], ("", ""))
    for phrase in _vetoes().get(lower[head - 1] if head else "", ()):
        size = len(phrase) - 1
        if phrase[-1] in ("~", lemma, lower[head]) and tuple(lower[max(head - size, 0) : head]) == phrase[:-1]:
            return True
    return False


@cache
def _vetoes() -> dict[str, list[tuple[str, ...]]]:
    """Return the set phrases by the word before their verb."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in entries("newskit_quotes", "vetoes.txt"):
        tokens = tuple(phrase.split())
        found.setdefault(tokens[-2], []).append(tokens)
    return found


def group_start(page: Page, head: int, first: int) -> int:
    """Return where the verb group of a cue begins: its auxiliaries, negations and adverbs."""
    start = index = head
    while index > first and head - index < _GROUP:
        index -= 1
        word = page.lower[index]
        if word in AUXILIARIES or word in NEGATIONS:
            start = index
        elif page.tags[index] != "ADV":
            break
    return start


def _at(column: Sequence[str], index: int, first: int, last: int) -> str:
    return column[index] if first <= index < last else _END


def _first_of(page: Page, start: int, last: int) -> str:
    """Name the first thing after the cue that bears on what it governs: that, a mark, a comma, an infinitive."""
    for index in range(start, min(start + 8, last)):
        word = page.lower[index]
        if word in ("that", "to", "if", "whether", "how", "what", "why", "as", "about", ",", ":", "of", "for", "by"):
            return word if index > start else "+" + word
        if index in page.opens:
            return "mark" if index > start else "+mark"
        if page.tags[index] in ("VERB", "AUX"):
            return page.tags[index]
    return "none"


def _before(page: Page, start: int, first: int) -> tuple[str, str]:
    """Return the likely subject's last word, and what stands before: a closing mark, a comma, or the beginning."""
    index = start - 1
    subject = "none"
    steps = 0
    while index >= first and steps < _STEPS:
        if index + 1 in page.closes and page.closes[index + 1] is not None:
            return subject, "mark"
        tag = page.tags[index]
        word = page.lower[index]
        if subject == "none" and tag in ("NOUN", "PROPN", "PRON"):
            subject = page.lower[index]
        elif word in (",", "—", ":", "(") or tag == "VERB" or word in AUXILIARIES:
            return subject, word if tag != "VERB" else "verb"
        index -= 1
        steps += 1
    if index < first and first in page.closes:
        return subject, "mark<"
    return subject, "start" if index < first else "far"


def features(page: Page, head: int) -> list[str]:
    """Return the value of each feature template for a cue candidate."""
    first, last = page.bounds(head)
    lower, tags = page.lower, page.fine
    word = lower[head]
    lemma, grade = cue_forms().get(word, (word, "-"))
    start = group_start(page, head, first)
    before = _at(lower, head - 1, first, last)
    after = _at(lower, head + 1, first, last)
    after2 = _at(lower, head + 2, first, last)
    tag = tags[head]
    tag_after, tag_after2 = _at(tags, head + 1, first, last), _at(tags, head + 2, first, last)
    tag_before = _at(tags, start - 1, first, last)
    governs = _first_of(page, head + 1, last)
    subject, left = _before(page, start, first)
    auxiliary = lower[start] if start < head else "-"
    passive = "p" if any(lower[index] in PASSIVE for index in range(start, head)) else "a"
    edge = "Q" if (after in MARKS or (after2 in MARKS and after in ",:")) else "q"
    place = "head" if page.paragraph_of[page.sentence_at(head)] == 0 < page.paragraph_of[-1] else "body"
    return [
        word,
        lemma + tag + passive,
        word + " " + after,
        word + " " + before,
        lemma + " " + governs,
        lemma + " " + left,
        lemma + " " + tag_after,
        after + " " + after2,
        before + " " + tag,
        _at(lower, start - 1, first, last) + " " + tag,
        subject + " " + tag,
        word[-3:] + tag + tag_before,
        tag_before + tag + tag_after + tag_after2,
        grade + left + edge,
        grade + governs + passive,
        grade + governs + left,
        auxiliary + " " + tag,
        auxiliary + grade + governs,
        governs + left + edge,
        grade + place + tag,
        str(min(head - first, 6)) + str(min(last - head, 6)) + grade,
        tag + governs + passive,
        "1",
    ]
