"""Where content right of its cue ends: one boundary of several, by what lies before and behind each in the sentence."""

from __future__ import annotations

from bisect import bisect_left
from typing import TypeVar

from newskit_quotes.clauses import FINITE, VERBS, Clauses
from newskit_quotes.codes import EDGE, MASK, NO, NOTHING, NUMBERS, UP_TO_2, UP_TO_3, UP_TO_8, YES, Steps
from newskit_quotes.columns import COMMAS
from newskit_quotes.contents import clauses as whole_clauses
from newskit_quotes.contents import dependent_clause, end_candidates
from newskit_quotes.features import Reads, Seen
from newskit_quotes.lexicon import word_class

T = TypeVar("T")
_OPENINGS, _SUBORDINATING, _FRONTING, _LEADING = map(
    word_class, ("content_opening", "subordinating", "fronting", "leading")
)
_RELATIVE = word_class("relative_subject") | {"where", "whose", "which"}
_LENGTHS, _SPANS = Steps(1, 2, 3, 4, 7, 11, 17, 27), Steps(1, 2, 3, 4, 6, 9, 13, 18, 27)
_SEVERAL = 2
_STOPS = frozenset({".", "?", "!", ";", ":"})
_DEPENDENT = {"": NUMBERS[60], "n": NUMBERS[61], "w": NUMBERS[62]}
END = Seen(
    "end",
    "lemma grade tag_cue clause opened waiting fronted",
    "word tag after tag_after tag_second behind turn joint subject"
    " before tag_before tag_second_before verbs finite balance length span"
    " tense mark speech passed earlier to_go final",
)
"""What every boundary of a content shares; what stands behind one, before it; and what is seen of both."""
_NOTHING_BEHIND = ((EDGE,) * 9, False)


def fronted(clauses: Clauses, head: int) -> int:
    """Return the code of the conjunction or relative that opens the clause of a cue, and whether its sentence; NOTHING.

    "When Lopez said", "a plan which Lopez said"; not beyond a comma.
    """
    columns = clauses.columns
    lower, first = columns.lower, columns.bounds[head][0]
    for index in range(columns.group_starts[head] - 1, first - 1, -1):
        word = lower[index]
        if word in COMMAS:
            break
        if word in _SUBORDINATING or word in _RELATIVE:
            return (columns.codes[index] + (index <= first + 1)) & MASK
    return NOTHING


def main_clause(clauses: Clauses, head: int, start: int, last: int) -> int:
    """Return the comma behind a clause in front that holds the cue, ``last`` where there is none.

    "When Lopez said that it leaked |, they closed it".
    """
    columns = clauses.columns
    lower, first = columns.lower, columns.bounds[head][0]
    opening = first + (lower[first] in _LEADING)
    if lower[opening] not in _FRONTING or "," in lower[opening:head]:
        return last
    for index in range(start + 1, last):
        if (lower[index] == "," and not columns.inside[index]) or (index in columns.closes and columns.comma_in(index)):
            joint, follows, _, _ = clauses.read(index, last)
            if joint == "," and follows[0] == "S":
                return index
    return last


def ends(
    clauses: Clauses, head: int, start: int, last: int, reads: Reads[T], *, whole: bool = False
) -> tuple[list[int], list[T]]:
    """Return the boundaries at which content may end, given its beginning, with what is read of each one's features.

    ``whole`` says that a clause is asked for. Of one boundary alone nothing is read.
    """
    columns = clauses.columns
    fine, words, tags, inside = columns.fine, columns.codes, columns.kinds, columns.inside
    last = main_clause(clauses, head, start, last)
    waiting = clauses.pending(head, start)
    dependent = dependent_clause(columns, head) or ("w" if waiting else "")
    candidates = end_candidates(columns, head, start, last, dependent)
    kept = whole_clauses(columns, head, start, candidates) if whole else candidates
    if len(kept) < _SEVERAL:
        return kept, []
    opened = words[start] if columns.lower[start] in _OPENINGS else tags[start]
    clause, waits, opener = _DEPENDENT[dependent], NUMBERS[waiting], fronted(clauses, head)
    read = reads(END)(*columns.cue_codes(head), tags[head], clause, opened, waits, opener)
    group = columns.group_starts[head]
    tense = fine[group] if fine[group] in FINITE else fine[head]
    verb = start
    while verb < last and fine[verb] not in VERBS:
        verb += 1
    begun = 3 * (start in columns.opens)
    marked, stopped = inside.find(1, start, last) >= 0, columns.lower[last - 1] in _STOPS
    times: dict[int, int] = {}
    passed, skipped = EDGE, -1
    counted = columns.verbs
    finite, openings = clauses.counted(start)
    before, counted_before = bisect_left(finite, start), counted[start]
    lacking = before - bisect_left(openings, start) - 1
    found: list[T] = []
    for index in candidates:
        if index not in kept:
            times[words[index]] = times.get(words[index], 0) + 1
            skipped = index
            continue
        if skipped >= 0:
            passed, skipped = clauses.behind(skipped, last)[1], -1
        final = index >= last or (stopped and index + 1 >= last)
        behind, same = _NOTHING_BEHIND if final else _behind(clauses, index, last, tense)
        word, length, verbs = behind[0], index - start, bisect_left(finite, index)
        mark = (YES if index in columns.closes else NO) + begun
        speech = mark
        if marked:
            speech += 7 * (not final and inside.find(1, index, last) >= 0) + 11 * (inside.find(1, start, index) >= 0)
        seen = times.get(word, 0)
        # fmt: off
        found.append(read(
            *behind,
            words[index - 1], tags[index - 1], tags[index - 2] if length > 1 else EDGE,
            UP_TO_3[counted[index] - counted_before], UP_TO_2[verbs - before],
            UP_TO_3[verbs - bisect_left(openings, index) - lacking], _LENGTHS[length], _SPANS[length],
            (tags[verb] if verb < index else EDGE) + 3 * same, mark, speech,
            passed, UP_TO_2[seen], UP_TO_8[last - index], final,
        ))
        # fmt: on
        times[word] = seen + 1
        passed = behind[6]
    return kept, found


def _behind(clauses: Clauses, index: int, last: int, tense: str) -> tuple[tuple[int, ...], bool]:
    """Return the codes of what stands behind a boundary, and whether the verb there has the cue's tense."""
    columns = clauses.columns
    words, tags = columns.codes, columns.kinds
    after, tag_after = (words[index + 1], tags[index + 1]) if index + 1 < last else (EDGE, EDGE)
    tag_second = tags[index + 2] if index + 2 < last else EDGE
    behind, turn, joint, subject, verb = clauses.behind(index, last)
    codes = words[index], tags[index], after, tag_after, tag_second, behind, turn, joint, subject
    return codes, verb < last and columns.fine[verb] == tense
