"""Cue candidates: which words may report something, and what is seen around each."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from newskit.text import entries
from newskit_quotes.chunks import phrase_before
from newskit_quotes.codes import CODES, EDGE, MASK, NO, NOTHING, NUMBERS, YES
from newskit_quotes.forms import cue_codes, cue_forms
from newskit_quotes.page import AUXILIARIES, NEGATIONS, Page
from newskit_quotes.scare import is_titled

NONE, RIGHT, LEFT, AROUND = range(4)
"""Where the content lies, seen from the cue; NONE for a word that reports nothing."""
PASSIVE = frozenset(["is", "are", "was", "were", "be", "been", "being", "'s", "’s", "get", "gets", "got"])
_GROUP, _STEPS, _AHEAD = 5, 14, 8
"""How many tokens a verb group may have before its verb, how far its subject and what it governs are looked for."""
_VERBAL, _SUBJECT = frozenset({"VERB", "AUX"}), frozenset({"NOUN", "PROPN", "PRON"})
SAID = frozenset({"said", "says"})
_NAMED = frozenset({"DET", "PROPN", "NOUN", "ADJ", "NUM"})
_ENDS = frozenset({",", ".", ";", "?", "!"})
_RELATIVES = frozenset({"who", "which", "whose"})
_NAMING = frozenset({"called", "named", "titled", "entitled", "dubbed", "nicknamed", "headlined", "known"})
_IMPRESSIONS = frozenset({"seem", "seems", "seemed", "seeming"})
"""How things look to the writer."""
_LIMITS = frozenset({",", "—", ":", "("})
_GOVERNED = frozenset(["that", "to", "if", "whether", "how", "what", "why", "as", "about", ",", ":", "of", "for", "by"])
_MODIFIED, _NOUNS = frozenset({"DT", "POS", "PRP$", "JJ"}), frozenset({"NN", "NNS", "JJ", "CD"})
_MARK, _VERB, _AUXILIARY = CODES["<mark>"], CODES["VERB"], CODES["AUX"]


def candidates(page: Page, heads: frozenset[str]) -> list[int]:
    """Return the tokens outside quotation marks that may head a cue: known heads, and any verb before "that".

    Other verbs beside quotations are looked at where those are.
    """
    inside, lower = page.inside, page.lower
    found = []
    for index in [index for index, word in enumerate(lower) if word in heads or word == "that"]:
        if lower[index] != "that":
            found.append(index)
        elif page.tag(index - 1) == "VERB" and lower[index - 1] not in heads:
            found.append(index - 1)
    return [index for index in found if not inside[index]]


def may_head(page: Page, index: int, heads: frozenset[str]) -> bool:
    """Tell whether a token may head a cue beside a quotation: a known head or any verb, outside quotation marks."""
    return (page.lower[index] in heads or page.tags[index] == "VERB") and not page.inside[index]


def vetoed(page: Page, head: int) -> bool:
    """Tell whether a set phrase before a verb makes it the writer's own voice, or a question put to a source."""
    lower = page.lower
    word = lower[head]
    if word in _IMPRESSIONS or _is_attribute(page, head) or _is_counted(page, head):
        return True
    if (word == "quoted" and _is_citation(page, head)) or (word in _NAMING and _is_naming(page, head)):
        return True
    lemma, _ = cue_forms().get(lower[head], ("", ""))
    for phrase in _vetoes().get(page.lowered(head - 1), ()):
        size = len(phrase) - 1
        if phrase[-1] in ("~", lemma, lower[head]) and tuple(lower[max(head - size, 0) : head]) == phrase[:-1]:
            return True
    return False


def _is_counted(page: Page, head: int) -> bool:
    """Tell whether a number makes a plural noun of what looks like a verb: "a series of 19 tweets"."""
    return page.fine[head] in ("VBZ", "NNS") and page.word(head - 1).isdigit()


def _is_attribute(page: Page, head: int) -> bool:
    """Tell whether a participle only modifies the noun behind it: "the group's first known visit"."""
    if page.fine[head] != "VBN" or page.fine_tag(head + 1) not in _NOUNS:
        return False
    before = head - 1
    while before > max(0, head - _GROUP) and page.tags[before] == "ADV":
        before -= 1
    return page.fine_tag(before) in _MODIFIED


def _is_naming(page: Page, head: int) -> bool:
    """Tell whether a word gives a thing its name: "a show called Harbour Nights", "it was called “Harbour Nights”"."""
    named = page.opens.get(head + 1)
    if named is not None and page.stretches[named].words > 1 and is_titled(page, page.stretches[named]):
        return True
    thing = phrase_before(page, head) if page.fine[head] == "VBN" and page.tag(head - 1) == "NOUN" else None
    return thing is not None and page.lower[thing[0]] in ("a", "an", "another")


def _is_citation(page: Page, head: int) -> bool:
    """Tell whether "quoted" only leads to the paper, or to the verb of what was said: "quoted in", "as saying"."""
    if page.lowered(head + 1) == "in":
        return True
    ahead = page.lower[head + 1 : head + _AHEAD]
    saying = ahead.index("saying") if "saying" in ahead else 0
    return saying > 0 and ahead[saying - 1] == "as"


@cache
def _vetoes() -> dict[str, list[tuple[str, ...]]]:
    """Return the set phrases by the word before their verb."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in entries("newskit_quotes", "vetoes.txt"):
        tokens = tuple(phrase.split())
        found.setdefault(tokens[-2], []).append(tokens)
    return found


def group_start(page: Page, head: int) -> int:
    """Return where the verb group of a cue begins: its auxiliaries, negations and adverbs."""
    start = page.groups.get(head)
    if start is None:
        start = index = head
        first, _ = page.bounds(head)
        while index > first and head - index < _GROUP:
            index -= 1
            word = page.lower[index]
            if word in AUXILIARIES or word in NEGATIONS:
                start = index
            elif page.tags[index] != "ADV":
                break
        page.groups[head] = start
    return start


def _governed(page: Page, index: int) -> int:
    """Return the code of a token that bears on what a cue governs: that, to, a mark, a comma, a verb; else 0."""
    if page.lower[index] in _GOVERNED:
        return page.codes[index]
    if index in page.opens:
        return _MARK
    tag = page.tags[index]
    return (_VERB if tag == "VERB" else _AUXILIARY) if tag in _VERBAL else 0


def _governs(page: Page, head: int, last: int) -> tuple[int, int]:
    """Return the codes of the first thing behind a cue that bears on what it governs, and the first beyond a token."""
    beyond, at_once = NOTHING, 0
    for index in range(head + 2, min(head + _AHEAD + 2, last)):
        found = _governed(page, index)
        if found:
            beyond, at_once = found, index == head + 2
            break
    found = _governed(page, head + 1) if head + 1 < last else 0
    return found + 1 if found else beyond, beyond + at_once


def _before(page: Page, start: int, first: int) -> tuple[int, int]:
    """Return the codes of the likely subject's tag, and of what stands before: a mark, a comma, the beginning."""
    lower, tags, closes = page.lower, page.tags, page.closes
    subject = NOTHING
    low = max(first, start - _STEPS)
    for index in range(start - 1, low - 1, -1):
        if index + 1 in closes:
            return subject, _MARK
        tag = tags[index]
        if subject == NOTHING and tag in _SUBJECT:
            subject = page.kinds[index]
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
    if page.lowered(head + 1) != "to" or cue_forms().get(page.lower[head], ("", ""))[1] != "say":
        return False
    return is_passive(page, group_start(page, head), head)


def is_inverted(page: Page, head: int) -> bool:
    """Tell whether a clause ends in a comma, "said" and who said it: "The bridge should be shut, says the mayor"."""
    first, last = page.bounds(head)
    if (
        page.lower[head] not in SAID
        or page.lowered(head - 1) != ","
        or not _NAMED.issuperset(page.tags[head + 1 : last][:1])
    ):
        return False
    until = next((index for index in range(head + 1, last) if page.lower[index] in _ENDS), last)
    if not page.count_verbs(first, head) or page.count_verbs(head + 1, until):
        return False
    relative = _RELATIVES.issuperset(page.lower[until + 1 : last][:1]) and "," not in page.lower[until + 1 : last]
    return relative or not page.count_verbs(until, last)


def features(page: Page, head: int) -> tuple[int, ...]:
    """Return the value of each feature template for a cue candidate."""
    first, last = page.bounds(head)
    lower, words, tags, opens = page.lower, page.codes, page.kinds, page.opens
    word, tag = words[head], tags[head]
    lemma, grade = cue_codes().get(lower[head], (word, NOTHING))
    start = group_start(page, head)
    passive = YES if is_passive(page, start, head) else NO
    before = words[head - 1] if head > first else EDGE
    after, tag_after = (words[head + 1], tags[head + 1]) if head + 1 < last else (EDGE, EDGE)
    after2 = words[head + 2] if head + 2 < last else EDGE
    governs, beyond = _governs(page, head, last)
    subject, left = _before(page, start, first)
    edge = YES if head + 1 in opens or head + 2 in opens else NO
    ahead = page.stretch_starts
    quoted = NUMBERS[min(bisect_left(ahead, last) - bisect_left(ahead, head), 2)] if ahead else NUMBERS[0]
    place = YES if page.paragraph_of[page.sentence_of[head]] == 0 < page.paragraph_of[-1] else NO
    room = NUMBERS[min(head - first, 6) * 7 + min(last - head, 6)]
    return (
        (word + 1) & MASK,
        (lemma + 3 * tag + 5 * passive + 2) & MASK,
        (word + 3 * before + 3) & MASK,
        (lemma + 3 * governs + 4) & MASK,
        (lemma + 3 * left + 5) & MASK,
        (lemma + 3 * tag_after + 6) & MASK,
        (after + 3 * after2 + 7) & MASK,
        (before + 3 * tag + 8) & MASK,
        (governs + 3 * left + 5 * edge + 9) & MASK,
        (grade + 3 * place + 5 * tag + 10) & MASK,
        (room + 3 * grade + 11) & MASK,
        (tag + 3 * governs + 5 * passive + 12) & MASK,
        (subject + 3 * tag + 5 * left + 13) & MASK,
        (tag_after + 3 * governs + 5 * beyond + 14) & MASK,
        (quoted + 3 * grade + 5 * left + 15) & MASK,
        (quoted + 3 * lemma + 16) & MASK,
    )


def layouts(values: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Return each feature template's value for content right of a cue, left of it and around it, given the cue's."""
    return [tuple([(value + 9 * code) & MASK for value in values]) for code in NUMBERS[RIGHT : AROUND + 1]]
