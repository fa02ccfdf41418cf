"""Where content right of its cue ends: one boundary of several, by what lies before and behind each in the sentence."""

from __future__ import annotations

from bisect import bisect_right

from newskit_quotes.clauses import FINITE, VERBS, Clauses
from newskit_quotes.codes import CODES, EDGE, MASK, NO, NOTHING, NUMBERS, YES
from newskit_quotes.columns import COMMAS
from newskit_quotes.contents import dependent_clause, end_candidates
from newskit_quotes.features import compiled
from newskit_quotes.lexicon import word_class

_OPENINGS, _SUBORDINATING, _FRONTING, _LEADING = map(
    word_class, ("content_opening", "subordinating", "fronting", "leading")
)
_RELATIVE = word_class("relative_subject") | {"where", "whose", "which"}
_LENGTHS, _SPANS = (1, 2, 3, 4, 7, 11, 17, 27), (1, 2, 3, 4, 6, 9, 13, 18, 27)
_STOPS = frozenset({".", "?", "!", ";", ":"})
_DEPENDENT = {"": NUMBERS[60], "n": NUMBERS[61], "w": NUMBERS[62]}
_FIRST = "lemma grade tag_cue clause opened waiting fronted"
_BEHIND = "word tag after tag_after tag_second behind turn joint subject tag_verb reporting"
_BEFORE = "before tag_before tag_second_before verbs finite balance length span"
_COLUMNS = f"{_FIRST} {_BEHIND} {_BEFORE} tense last_finite mark speech passed earlier to_go final"
_NOTHING_BEHIND = ((EDGE,) * 11, False)


def fronted(clauses: Clauses, head: int) -> int:
    """Return the code of the conjunction or relative that opens the clause of a cue, and whether its sentence; NOTHING.

    "When Lopez said", "a plan which Lopez said"; not beyond a comma.
    """
    columns = clauses.columns
    lower, first = columns.lower, columns.bounds(head)[0]
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
    lower, first = columns.lower, columns.bounds(head)[0]
    opening = first + (lower[first] in _LEADING)
    if lower[opening] not in _FRONTING or "," in lower[opening:head]:
        return last
    for index in range(start + 1, last):
        if lower[index] == "," and not columns.inside[index]:
            joint, follows, _, _ = clauses.behind(index, last)
            if joint == "," and follows[0] == "S":
                return index
    return last


def ends(clauses: Clauses, head: int, start: int, last: int) -> tuple[list[int], list[tuple[int, ...]]]:
    """Return the boundaries at which content may end, given its beginning, with the values of each one's features."""
    columns = clauses.columns
    fine, words, tags, inside = columns.fine, columns.codes, columns.kinds, columns.inside
    last = main_clause(clauses, head, start, last)
    waiting = clauses.pending(head, start)
    dependent = dependent_clause(columns, head) or ("w" if waiting else "")
    opened = words[start] if columns.lower[start] in _OPENINGS else tags[start]
    clause, waits, opener = _DEPENDENT[dependent], NUMBERS[waiting], fronted(clauses, head)
    given = (*columns.cue_codes(head), tags[head], clause, opened, waits, opener)
    group = columns.group_starts[head]
    tense = fine[group] if fine[group] in FINITE else fine[head]
    verb = next((index for index in range(start, last) if fine[index] in VERBS), last)
    begun = 3 * (start in columns.opens)
    times: dict[int, int] = {}
    passed = last_finite = EDGE
    place = start
    candidates = end_candidates(columns, head, start, last, dependent)
    values = compiled("end", _COLUMNS)
    found: list[tuple[int, ...]] = []
    for index in candidates:
        while place < index:
            if fine[place] in FINITE:
                last_finite = tags[place]
            place += 1
        final = index >= last or (index + 1 >= last and columns.lower[index] in _STOPS)
        behind, same = _NOTHING_BEHIND if final else _behind(clauses, index, last, tense)
        tenses = (tags[verb] if verb < index else EDGE) + 3 * same
        mark = (YES if index in columns.closes else NO) + begun
        ahead = not final and inside.find(1, index, last) >= 0
        speech = mark + 7 * ahead + 11 * (inside.find(1, start, index) >= 0)
        word, turn = behind[0], behind[6]
        earlier, to_go = NUMBERS[min(times.get(word, 0), 2)], NUMBERS[min(last - index, 8)]
        before = _before(clauses, start, index)
        found.append(values(*given, *behind, *before, tenses, last_finite, mark, speech, passed, earlier, to_go, final))
        times[word] = times.get(word, 0) + 1
        passed = turn
    return candidates, found


def _behind(clauses: Clauses, index: int, last: int, tense: str) -> tuple[tuple[int, ...], bool]:
    """Return what the columns of ``_BEHIND`` hold at a boundary, and whether the verb there has the cue's tense."""
    columns = clauses.columns
    words, tags = columns.codes, columns.kinds
    after, tag_after = (words[index + 1], tags[index + 1]) if index + 1 < last else (EDGE, EDGE)
    tag_second = tags[index + 2] if index + 2 < last else EDGE
    joined, follows, verb, owner = clauses.behind(index, last)
    joint = CODES[joined]
    behind, turn = joint + 3 * CODES[follows], joint + 3 * CODES[follows.partition(":")[0]]
    met = verb < last
    reporting = columns.cue_codes(verb)[1] if met and follows[0] in "vS" else EDGE
    tag_verb = tags[verb] if met else EDGE
    first = words[index], tags[index], after, tag_after, tag_second, behind, turn
    return (*first, joint, CODES[owner], tag_verb, reporting), met and columns.fine[verb] == tense


def _before(clauses: Clauses, start: int, index: int) -> tuple[int, ...]:
    """Return what the columns of ``_BEFORE`` hold at a boundary."""
    columns = clauses.columns
    tags, finite, length = columns.kinds, clauses.verbs(start, index), index - start
    balance = min(max(finite - clauses.openings(start, index), -1), 2) + 1
    return (
        columns.codes[index - 1],
        tags[index - 1],
        tags[index - 2] if length > 1 else EDGE,
        NUMBERS[min(columns.count_verbs(start, index), 3)],
        NUMBERS[min(finite, 2)],
        NUMBERS[balance],
        NUMBERS[bisect_right(_LENGTHS, length)],
        NUMBERS[bisect_right(_SPANS, length)],
    )
