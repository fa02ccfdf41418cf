"""Cue candidates: which words may report something, and what is seen around each."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from operator import itemgetter

from newskit.text import entries
from newskit_quotes.codes import CODES, EDGE, MASK, NO, NOTHING, NUMBERS, YES
from newskit_quotes.forms import cue_codes, cue_forms
from newskit_quotes.page import AUXILIARIES, NEGATIONS, Page

NONE, RIGHT, LEFT, AROUND = range(4)
"""Where the content lies, seen from the cue; NONE for a word that reports nothing."""
PASSIVE = frozenset(["is", "are", "was", "were", "be", "been", "being", "'s", "’s", "get", "gets", "got"])
_GROUP, _STEPS, _AHEAD = 5, 14, 8
"""How many tokens a verb group may have before its verb, how far its subject and what it governs are looked for."""
_VERBAL, _SUBJECT = frozenset({"VERB", "AUX"}), frozenset({"NOUN", "PROPN", "PRON"})
_LIMITS = frozenset({",", "—", ":", "("})
_GOVERNED = frozenset(["that", "to", "if", "whether", "how", "what", "why", "as", "about", ",", ":", "of", "for", "by"])
_MARK, _VERB, _AUXILIARY = CODES["<mark>"], CODES["VERB"], CODES["AUX"]


def candidates(page: Page, heads: frozenset[str]) -> list[int]:
    """Return the tokens outside quotation marks that may head a cue: known heads, and any verb before "that".

    Other verbs beside quotations are looked at where those are.
    """
    inside, tags, lower = page.inside, page.tags, page.lower
    found = []
    for index in [index for index, word in enumerate(lower) if word in heads or word == "that"]:
        if lower[index] != "that":
            found.append(index)
        elif index and tags[index - 1] == "VERB" and lower[index - 1] not in heads:
            found.append(index - 1)
    return [index for index in found if not inside[index]]


def may_head(page: Page, index: int, heads: frozenset[str]) -> bool:
    """Tell whether a token may head a cue beside a quotation: a known head or any verb, outside quotation marks."""
    return (page.lower[index] in heads or page.tags[index] == "VERB") and not page.inside[index]


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


def _first_of(page: Page, start: int, last: int) -> int:
    """Return the code of the first thing after the cue that bears on what it governs: that, a mark, a comma, to."""
    lower, tags, opens = page.lower, page.tags, page.opens
    for index in range(start, min(start + _AHEAD, last)):
        word = lower[index]
        if word in _GOVERNED:
            return page.codes[index] + (index == start)
        if index in opens:
            return _MARK + (index == start)
        if tags[index] in _VERBAL:
            return _VERB if tags[index] == "VERB" else _AUXILIARY
    return NOTHING


def _before(page: Page, start: int, first: int) -> tuple[int, int]:
    """Return the likely subject's last token, -1 for none, and the code of what stands before: a mark, a comma."""
    lower, tags, closes = page.lower, page.tags, page.closes
    subject = -1
    low = max(first, start - _STEPS)
    for index in range(start - 1, low - 1, -1):
        if index + 1 in closes:
            return subject, _MARK
        tag = tags[index]
        if subject < 0 and tag in _SUBJECT:
            subject = index
        elif tag in _VERBAL:
            return subject, _VERB if tag == "VERB" else _AUXILIARY
        elif lower[index] in _LIMITS:
            return subject, page.codes[index]
    if low > first:
        return subject, NO
    return subject, _MARK + 1 if first in closes else EDGE


def is_passive(page: Page, start: int, head: int) -> bool:
    """Tell whether the verb group ``start:head`` has a form of "be" before its verb."""
    return start < head and not PASSIVE.isdisjoint(page.lower[start:head])


def raises(page: Page, head: int) -> bool:
    """Tell whether a passive of saying has taken its subject from what is said: "he is said to have left"."""
    start = group_start(page, head, page.bounds(head)[0])
    said = cue_forms().get(page.lower[head], ("", ""))[1] == "say" and is_passive(page, start, head)
    return said and page.lower[head + 1 : head + 2] == ["to"]


def features(page: Page, head: int) -> tuple[int, ...]:
    """Return the value of each feature template for a cue candidate."""
    first, last = page.bounds(head)
    lower, words, tags = page.lower, page.codes, page.kinds
    word, tag = words[head], tags[head]
    lemma, grade = cue_codes().get(lower[head], (word, NOTHING))
    start = group_start(page, head, first)
    before = words[head - 1] if head > first else EDGE
    group_before, tag_before = (words[start - 1], tags[start - 1]) if start > first else (EDGE, EDGE)
    after, tag_after = (words[head + 1], tags[head + 1]) if head + 1 < last else (EDGE, EDGE)
    after2, tag_after2 = (words[head + 2], tags[head + 2]) if head + 2 < last else (EDGE, EDGE)
    governs = _first_of(page, head + 1, last)
    owner, left = _before(page, start, first)
    subject, sort = (words[owner], tags[owner]) if owner >= 0 else (NOTHING, NOTHING)
    beyond = _first_of(page, head + 2, last)
    quoted = NUMBERS[min(bisect_left(page.stretch_starts, last) - bisect_left(page.stretch_starts, head), 2)]
    auxiliary = words[start] if start < head else NOTHING
    passive = YES if is_passive(page, start, head) else NO
    edge = YES if head + 1 in page.opens or head + 2 in page.opens else NO
    place = YES if page.paragraph_of[page.sentence_of[head]] == 0 < page.paragraph_of[-1] else NO
    ending = CODES[lower[head][-3:]]
    room = NUMBERS[min(head - first, 6) * 7 + min(last - head, 6)]
    return (
        (word + 1) & MASK,
        (lemma + 3 * tag + 5 * passive + 2) & MASK,
        (word + 3 * after + 3) & MASK,
        (word + 3 * before + 4) & MASK,
        (lemma + 3 * governs + 5) & MASK,
        (lemma + 3 * left + 6) & MASK,
        (lemma + 3 * tag_after + 7) & MASK,
        (after + 3 * after2 + 8) & MASK,
        (before + 3 * tag + 9) & MASK,
        (group_before + 3 * tag + 10) & MASK,
        (subject + 3 * tag + 11) & MASK,
        (ending + 3 * tag + 5 * tag_before + 12) & MASK,
        (tag_before + 3 * tag + 5 * tag_after + 7 * tag_after2 + 13) & MASK,
        (grade + 3 * left + 5 * edge + 14) & MASK,
        (grade + 3 * governs + 5 * passive + 15) & MASK,
        (grade + 3 * governs + 5 * left + 16) & MASK,
        (auxiliary + 3 * tag + 17) & MASK,
        (auxiliary + 3 * grade + 5 * governs + 18) & MASK,
        (governs + 3 * left + 5 * edge + 19) & MASK,
        (grade + 3 * place + 5 * tag + 20) & MASK,
        (room + 3 * grade + 21) & MASK,
        (tag + 3 * governs + 5 * passive + 22) & MASK,
        (lemma + 3 * sort + 23) & MASK,
        (sort + 3 * grade + 5 * governs + 24) & MASK,
        (sort + 3 * tag + 5 * left + 25) & MASK,
        (lemma + 3 * beyond + 26) & MASK,
        (tag_after + 3 * governs + 5 * beyond + 27) & MASK,
        (quoted + 3 * grade + 5 * left + 28) & MASK,
        (quoted + 3 * lemma + 29) & MASK,
        (subject + 3 * lemma + 30) & MASK,
        31,
    )


_TELLING = itemgetter(0, 1, 2, 4, 5, 6, 7, 13, 20, 21, 24, 25, 26, 27, 28)
"""The templates of a cue that tell where its content lies."""


def layouts(values: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Return each feature template's value for content right of a cue, left of it and around it."""
    telling = _TELLING(values)
    return [tuple([(value + 9 * code) & MASK for value in telling]) for code in NUMBERS[RIGHT : AROUND + 1]]
