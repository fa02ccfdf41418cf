"""Where the content of a report begins and ends: candidate boundaries, and what is seen at each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from newskit_quotes.codes import EDGE, MASK, NO, NOTHING, NUMBERS, YES
from newskit_quotes.cues import group_start
from newskit_quotes.forms import cue_codes, cue_forms, function_words
from newskit_quotes.page import COMMAS, Page
from newskit_quotes.scare import is_name

_BOUNDARY_WORDS = function_words("boundary") | COMMAS | {":", '"'}
_CLAUSE_WORDS, _OPENINGS, _SILENT = map(function_words, ("clause", "opening", "silent"))
"""Openings are words that may begin content farther from its cue than the next few tokens."""
_CLAUSE = 5
_LEFT_REACH, _SHAPE = 40, 6
_LENGTHS = (1, 2, 3, 4, 7, 11, 17, 27)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_REACH, _NEAR, _MOST, _LEFT_MOST = 15, 4, 40, 8
_FAR = NUMBERS[63]
_BEFORE_SUBJECTS = frozenset({"PRON", "DET", "PROPN", "AUX"})
_VERBAL, _PARTING = frozenset({"VERB", "AUX"}), COMMAS | {":", ";", "and", "but"}
_STOPS = frozenset({".", "?", "!", ";", ":"})


def start_candidates(page: Page, head: int, last: int) -> list[int]:
    """Return the tokens after a cue at which its content may begin."""
    found = []
    lower, opens = page.lower, page.opens
    for index in range(head + 1, min(head + _REACH, last)):
        if index in opens:
            if index > head + 1 and is_name(page, opens[index]):
                continue
            found.append(index)
            break
        word = lower[index]
        if (
            word not in COMMAS
            and word != ":"
            and not page.inside[index]
            and (index < head + _NEAR or word in _OPENINGS or lower[index - 1] in COMMAS)
        ):
            found.append(index)
    return found


def starts(page: Page, head: int, last: int) -> tuple[list[int], list[tuple[int, ...]]]:
    """Return the tokens after a cue at which its content may begin, with the value of each feature template."""
    lower, words, tags, opens = page.lower, page.codes, page.kinds, page.opens
    lemma, grade = cue_codes().get(lower[head], (words[head], NOTHING))
    candidates = start_candidates(page, head, last)
    found: list[tuple[int, ...]] = []
    for index in candidates:
        distance = index - head
        step = NUMBERS[min(distance, 8)]
        word, tag, before = words[index], tags[index], words[index - 1]
        between = _mixed(words, head + 1, index) if distance < _NEAR else _FAR
        shape = _mixed(tags, head + 1, index) if distance <= _NEAR else _FAR
        mark = YES if index in opens else NO
        follower = words[index + 1] if index + 1 < last else EDGE
        comma = NO if COMMAS.isdisjoint(lower[head + 1 : index]) else YES
        found.append(
            (
                (step + 3 * mark + 1) & MASK,
                (step + 3 * lemma + 2) & MASK,
                (lemma + 3 * word + 3) & MASK,
                (word + 3 * step + 4) & MASK,
                (before + 3 * word + 5) & MASK,
                (lemma + 3 * between + 6) & MASK,
                (between + 3 * word + 7) & MASK,
                (shape + 3 * tag + 8) & MASK,
                (grade + 3 * shape + 5 * mark + 9) & MASK,
                (mark + 3 * before + 10) & MASK,
                (comma + 3 * mark + 5 * word + 11) & MASK,
                (word + 3 * follower + 12) & MASK,
                (lemma + 3 * before + 5 * tag + 13) & MASK,
            )
        )
    return candidates, found


def behind_agent(page: Page, head: int, end: int) -> int | None:
    """Return where what is said goes on behind who says it: "seen by many | as bad", "as told by Lopez, | it was"."""
    if page.lowered(end) == ",":
        return end + 1 if page.lowered(group_start(page, head) - 1) == "as" else None
    return None if page.lowered(end) in ("who", "which") else end


def _mixed(codes: Sequence[int], first: int, last: int) -> int:
    """Return one code for the tokens ``first:last``, in their order."""
    found = last - first
    for index in range(first, last):
        found = (31 * found + codes[index]) & MASK
    return found


def end_candidates(page: Page, head: int, start: int, last: int) -> list[int]:
    """Return the token boundaries after a beginning at which the content may end, the sentence's end last."""
    lower, inside, fine = page.lower, page.inside, page.fine
    dependent = dependent_clause(page, head)
    relative = any(word in ("who", "which") for word in lower[max(0, head - _CLAUSE) : head])
    if dependent == "n":
        last = _main_verb(page, start, last)
    found = []
    for index in range(start + 1, last):
        if inside[index]:
            if index in page.opens and index > start + 1:
                found.append(index)
            continue
        word = lower[index]
        if word in _BOUNDARY_WORDS or index in page.closes or (dependent and fine[index] in _FINITE):
            found.append(index)
            if _outer(page, index, last, relative=relative):
                last = index
                break
    final = last
    while final - 1 > start and lower[final - 1] in (".", ";", ":", ",") and not inside[final - 1]:
        final -= 1
    that = lower[start] == "that"
    found = [index for index in found if index < final and not (that and _shares_subject(page, index))]
    return [*found[:_MOST], final]


def _main_verb(page: Page, start: int, last: int) -> int:
    """Return where the main clause goes on after a noun's clause: "his claim that it was safe | was false"."""
    opened = page.lower[start]
    if opened not in ("that", "to"):
        return last
    finite = 0 if opened == "that" else 1
    for index in range(start + 1, last):
        if page.lower[index] in _CLAUSE_WORDS or page.lower[index] in COMMAS or page.inside[index]:
            return last
        if page.fine[index] in _FINITE and page.tags[index - 1] != "AUX":
            if finite and page.tags[index - 1] in ("NOUN", "PROPN", "ADJ", "VERB", "ADV"):
                return index
            finite += 1
    return last


def _shares_subject(page: Page, index: int) -> bool:
    """Tell whether a bare "and" joins a second verb to the clause after "that": "that it opened and was paid for"."""
    if page.lower[index] != "and" or page.lower[index - 1] in COMMAS:
        return False
    following = page.tags[index + 1 : index + 3]
    return following[:1] == ["AUX"] or following == ["ADV", "AUX"]


def dependent_clause(page: Page, head: int) -> str:
    """Name what sort of clause a cue heads after which the main clause may go on: a noun's, a relative one."""
    if page.tags[head] == "NOUN":
        return "n"
    for index in range(max(0, head - _CLAUSE), head):
        if page.lower[index] in ("who", "which", "as", "when", "if", "while"):
            return "w"
    return ""


def _outer(page: Page, index: int, last: int, *, relative: bool) -> bool:
    """Tell whether the writer takes over: ", according to …", "but did not say …", "who said …, went home"."""
    lower = page.lower
    if index + 3 >= last:
        return False
    if lower[index] == ",":
        told = page.fine[index + 1] == "VBG" and cue_forms().get(lower[index + 1], ("", ""))[1] == "say"
        main = relative and page.fine[index + 1] in _FINITE
        return main or lower[index + 1] == "according" or (told and lower[index + 2] == "that")
    if lower[index] != "but":
        return False
    silent = lower[index + 1] in _SILENT and lower[index + 2] == "not" and lower[index + 3] in cue_forms()
    return silent or (lower[index + 1] in ("declined", "refused") and lower[index + 2] == "to")


def ends(page: Page, head: int, start: int, last: int) -> tuple[list[int], list[tuple[int, ...]]]:
    """Return the boundaries at which content may end, given its beginning, with each feature template's value."""
    lower, words, tags = page.lower, page.codes, page.kinds
    lemma, grade = cue_codes().get(lower[head], (words[head], NOTHING))
    dependent = _DEPENDENT[dependent_clause(page, head)]
    opened = words[start] if lower[start] in ("that", "to") else tags[start]
    begun = YES if start in page.opens else NO
    passed: dict[int, int] = {}
    candidates = end_candidates(page, head, start, last)
    found: list[tuple[int, ...]] = []
    for index in candidates:
        final = index >= last or (index + 1 >= last and lower[index] in _STOPS)
        word, tag = (EDGE, EDGE) if final else (words[index], tags[index])
        after, follow = (EDGE, EDGE) if final or index + 1 >= last else (words[index + 1], tags[index + 1])
        many = NUMBERS[min(page.count_verbs(start, index), 3)]
        bucket = NUMBERS[bisect_right(_LENGTHS, index - start)]
        before, tag_before = words[index - 1], tags[index - 1]
        mark = (YES if index in page.closes else NO) + 3 * begun
        times = passed.get(word, 0)
        passed[word] = times + 1
        found.append(
            (
                (word + 3 * bucket + 1) & MASK,
                (word + 3 * many + 5 * opened + 2) & MASK,
                (word + 3 * after + 5 * many + 3) & MASK,
                (word + 3 * follow + 5 * many + 4) & MASK,
                (word + 3 * grade + 5 * many + 5) & MASK,
                (lemma + 3 * word + 6) & MASK,
                (before + 3 * word + 8) & MASK,
                (mark + 7 * word + 10) & MASK,
                (mark + 7 * after + 11) & MASK,
                (mark + 7 * before + 12) & MASK,
                (word + 3 * NUMBERS[min(times, 2)] + 5 * many + 13) & MASK,
                (word + 3 * NUMBERS[min(last - index, 8)] + 14) & MASK,
                (opened + 3 * follow + 5 * bucket + 15) & MASK,
                (lemma + 3 * opened + 5 * final + 16) & MASK,
                (tag_before + 3 * tag + 5 * follow + 17) & MASK,
                (dependent + 3 * word + 5 * follow + 18) & MASK,
                (dependent + 3 * tag + 5 * many + 19) & MASK,
                (tags[head] + 3 * word + 5 * follow + 7 * many + 20) & MASK,
            )
        )
    return candidates, found


def clauses(page: Page, head: int, start: int, candidates: Sequence[int]) -> list[int]:
    """Return which boundaries after "said" leave a clause: with its first verb, and not cut right before another."""
    first = _first_verb(page, start, candidates[-1])
    dependent = dependent_clause(page, head)
    final = candidates[-1]
    return [
        number
        for number, index in enumerate(candidates)
        if index > first and (index == final or dependent or page.fine[index] not in _FINITE)
    ] or [len(candidates) - 1]


def _first_verb(page: Page, start: int, last: int) -> int:
    """Return the first verb of what is said, for it says nothing before that; 0 where a mark or comma comes first."""
    for index in range(start, last):
        if page.tags[index] in _VERBAL:
            return index
        if page.lower[index] in _PARTING or index in page.opens:
            break
    return 0


_DEPENDENT = {"": NUMBERS[60], "n": NUMBERS[61], "w": NUMBERS[62]}


def left_end_candidates(page: Page, head: int, first: int) -> list[int]:
    """Return the token boundaries before a cue at which content to its left may end, nearest first."""
    lower, tags, closes = page.lower, page.tags, page.closes
    found = [head]
    for index in range(head - 1, max(first, head - _LEFT_REACH), -1):
        if lower[index] in COMMAS or index in closes or tags[index] in _BEFORE_SUBJECTS:
            found.append(index)
            if len(found) > _LEFT_MOST:
                break
    return found


def left_ends(page: Page, head: int, first: int, layout: int) -> tuple[list[int], list[tuple[int, ...]]]:
    """Return the boundaries left of a cue at which its content may end, with the value of each feature template."""
    lower, words, tags = page.lower, page.codes, page.kinds
    lemma, grade = cue_codes().get(lower[head], (words[head], NOTHING))
    side = NUMBERS[layout]
    candidates = [index for index in left_end_candidates(page, head, first) if index > first]
    found: list[tuple[int, ...]] = []
    for index in candidates:
        distance = NUMBERS[min(head - index, 8)]
        shape = _mixed(tags, index, head) if head - index <= _SHAPE else _FAR
        mark = YES if index in page.closes else NO
        word, before = words[index], words[index - 1]
        found.append(
            (
                (word + 3 * distance + 5 * side + 1) & MASK,
                (mark + 3 * side + 5 * distance + 2) & MASK,
                (mark + 3 * word + 3) & MASK,
                (shape + 3 * side + 4) & MASK,
                (lemma + 3 * word + 5) & MASK,
                (grade + 3 * side + 5 * shape + 6) & MASK,
                (tags[index - 1] + 3 * word + 7) & MASK,
                (before + 3 * word + 8) & MASK,
                (NUMBERS[min(page.count_verbs(index, head), 9)] + 3 * side + 5 * mark + 9) & MASK,
                (tags[index] + 3 * tags[head] + 5 * distance + 10) & MASK,
            )
        )
    return candidates, found


def left_start_candidates(page: Page, end: int, first: int) -> list[int]:
    """Return the tokens at which content that ends left of the cue may begin, the sentence's first token first."""
    if end in page.closes:
        stretch = page.stretches[page.closes[end]]
        if stretch.first <= first or first >= end:
            return [stretch.first]
    found = [first]
    for index in range(first + 1, end):
        if page.inside[index] and index not in page.opens:
            continue
        if (
            page.lower[index - 1] in COMMAS
            or page.lower[index - 1] in ("and", "but", "that", "or", ":")
            or index in page.opens
            or page.tags[index] in ("DET", "PRON", "PROPN")
            or page.lower[index] in ("that", "who", "which")
        ):
            found.append(index)
    return found[:1] + found[1:][-14:]


def left_starts(page: Page, head: int, end: int, first: int, layout: int) -> tuple[list[int], list[tuple[int, ...]]]:
    """Return the tokens at which content left of a cue may begin, given its end, with each feature template's value."""
    lower, words, tags = page.lower, page.codes, page.kinds
    lemma, grade = cue_codes().get(lower[head], (words[head], NOTHING))
    closing = YES if end in page.closes else NO
    comma = end < len(lower) and lower[end] in COMMAS
    gap = NUMBERS[1 if comma else 2 if end in page.closes else 3] + 7 * NUMBERS[layout]
    candidates = left_start_candidates(page, end, first)
    found: list[tuple[int, ...]] = []
    for index in candidates:
        edge = YES if index == first else NO
        before = words[index - 1] if index > first else EDGE
        mark = (YES if index in page.opens else NO) + 11 * closing
        verbs = NUMBERS[min(page.count_verbs(index, end), 2)] if index < end else NUMBERS[0]
        length = NUMBERS[max(0, min(end - index, 6))]
        found.append(
            (
                (edge + 3 * gap + 1) & MASK,
                (edge + 3 * mark + 5 * NUMBERS[layout] + 2) & MASK,
                (edge + 3 * words[index] + 3) & MASK,
                (before + 3 * words[index] + 4) & MASK,
                (before + 3 * gap + 5) & MASK,
                (edge + 3 * verbs + 5 * gap + 6) & MASK,
                (grade + 3 * edge + 5 * gap + 7) & MASK,
                (lemma + 3 * edge + 5 * gap + 8) & MASK,
                (length + 3 * edge + 5 * gap + 9) & MASK,
                (tags[index] + 3 * edge + 5 * gap + 13 * (index == end - 1) + 10) & MASK,
                (before + 3 * mark + 11) & MASK,
            )
        )
    return candidates, found
