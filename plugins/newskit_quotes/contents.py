"""Where the content of a report begins and ends: candidate boundaries, and what is seen at each."""

from __future__ import annotations

from collections.abc import Sequence

from newskit_quotes.chunks import NAMING, full_phrase, phrase_from
from newskit_quotes.codes import EDGE, MASK, NO, NUMBERS, UP_TO_2, UP_TO_8, YES, Steps
from newskit_quotes.columns import COMMAS, DASHES, Columns, Quoted
from newskit_quotes.features import compiled
from newskit_quotes.lexicon import POSSESSIVE, WHO, word_class

_BOUNDARY_WORDS = word_class("boundary") | COMMAS | {":", '"'}
_CLAUSE_WORDS, _OPENINGS, _SILENT = map(word_class, ("clause", "opening", "silent"))
_DEPENDING, _REFUSED, _JOINING, _LEFT = map(word_class, ("depending", "refused", "joining", "left_opening"))
_PARTING, _CONTRARY = map(word_class, ("parting", "contrary"))
_FRONTED, _FRONTING = map(word_class, ("fronted", "fronting"))
_COMPLEMENTS = frozenset({"whether", "if"})
_PERSONS, _A = WHO - {"that"}, frozenset({"a", "an"})
"""Openings are words that may begin content farther from its cue than the next few tokens."""
_CLAUSE = 5
_LEFT_REACH, _SHAPE = 40, 6
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_REACH, _NEAR, _MOST, _LEFT_MOST, _MOST_LEFT = 15, 4, 40, 8, 14
_FAR = NUMBERS[63]
_UP_TO_6, _UP_TO_9 = Steps(*range(1, 7)), Steps(*range(1, 10))
_SUBJECTS = frozenset({"PRON", "DET", "PROPN"})
_BEFORE_SUBJECTS = _SUBJECTS | {"AUX"}
_VERBAL, _BREAKS = frozenset({"VERB", "AUX"}), _JOINING | {":", ";"}
_ASIDE, _ASIDE_OF, _ASIDES = 16, frozenset({"NOUN", "PROPN"}), DASHES | {","}
_OUTER = frozenset({",", "but"})
_STOPS = frozenset({".", "?", "!", ";", ":"})


def start_candidates(columns: Columns, head: int, last: int) -> list[int]:
    """Return the tokens after a cue at which its content may begin."""
    found = []
    lower, opens, inside = columns.lower, columns.opens, columns.inside
    near, before = head + _NEAR, ""
    for index, word in enumerate(lower[head + 1 : min(head + _REACH, last)], head + 1):
        if opens and index in opens:
            if index > head + 1 and is_name(columns, opens[index]):
                before = word
                continue
            found.append(index)
            break
        if (
            (index < near or word in _OPENINGS or before in COMMAS)
            and word not in COMMAS
            and word != ":"
            and not inside[index]
        ):
            found.append(index)
        before = word
    return found


def is_name(columns: Columns, quotation: Quoted) -> bool:
    """Tell whether a quotation is but the name of what the word before it says: "the show “Good Evening”"."""
    before = quotation.first - 1
    named = columns.tag(before) in NAMING or columns.lowered(before) in POSSESSIVE
    return named and not quotation.stops and quotation.titled


def starts(columns: Columns, head: int, last: int) -> tuple[list[int], list[tuple[int, ...]]]:
    """Return the tokens after a cue at which its content may begin, with the values of each one's features."""
    lower, words, tags, opens = columns.lower, columns.codes, columns.kinds, columns.opens
    lemma, grade = columns.cue_codes(head)
    candidates = start_candidates(columns, head, last)
    values = compiled("start", "distance word tag before after between shape mark comma lemma grade")
    words_between, tags_between = _mixes(words[head + 1 : head + _NEAR]), _mixes(tags[head + 1 : head + _NEAR])
    comma, until = NO, head + 1
    found: list[tuple[int, ...]] = []
    for index in candidates:
        far = index - head
        word, tag, before = words[index], tags[index], words[index - 1]
        after = words[index + 1] if index + 1 < last else EDGE
        between = words_between[far - 1] if far < _NEAR else _FAR
        shape = tags_between[far - 1] if far <= _NEAR else _FAR
        mark = YES if index in opens else NO
        while comma == NO and until < index:
            comma = YES if lower[until] in COMMAS else NO
            until += 1
        found.append(values(UP_TO_8[far], word, tag, before, after, between, shape, mark, comma, lemma, grade))
    return candidates, found


def behind_agent(columns: Columns, head: int, end: int) -> int | None:
    """Return where what is said goes on behind who says it: "seen by many | as bad", "as told by Lopez, | it was"."""
    if columns.lowered(end) == ",":
        return end + 1 if columns.lowered(columns.group_starts[head] - 1) == "as" else None
    return None if columns.lowered(end) in _PERSONS else end


def behind_according(columns: Columns, head: int, last: int) -> int:
    """Return the first token behind who is named after "according to", and a comma; 0 for another cue."""
    base = phrase_from(columns, head + 2, last) if columns.lower[head] == "according" else None
    if base is None:
        return 0
    comma = next((index for index in range(base[1], last) if columns.lower[index] == ","), last)
    _, end = full_phrase(columns, base, comma)
    if columns.people[base[1] - 1] and columns.lower[end : end + 1] == [","] and columns.lowered(end + 1) in _A:
        apposed = next((index for index in range(end + 1, last) if columns.lower[index] == ","), end)
        if not columns.count_verbs(end + 1, apposed) and columns.count_verbs(apposed, last):
            end = apposed  # "according to Lopez, a baker at the port, | it was late"
    return end + 1 if end + 1 < last and columns.lower[end] == "," else 0


def _mixes(codes: Sequence[int]) -> list[int]:
    """Return one code each for no token, for the first one, for the first two and so on, in their order."""
    found, mixed, power = [0], 0, 1
    for number, code in enumerate(codes, 1):
        mixed, power = 31 * mixed + code, 31 * power
        found.append((power * number + mixed) & MASK)
    return found


def _mixed(codes: Sequence[int], first: int, last: int) -> int:
    """Return one code for the tokens ``first:last``, in their order."""
    found = last - first
    for index in range(first, last):
        found = (31 * found + codes[index]) & MASK
    return found


def end_candidates(columns: Columns, head: int, start: int, last: int, dependent: str) -> list[int]:
    """Return the token boundaries after a beginning at which the content may end, the sentence's end last."""
    lower, inside, fine = columns.lower, columns.inside, columns.fine
    relative = not _PERSONS.isdisjoint(_before(columns, head))
    if dependent == "n":
        last = main_verb(columns, start, last)
    found = []
    closes, marked = columns.closes, 1 in inside[start:last]
    for index, word in enumerate(lower[start + 1 : last], start + 1):
        if marked and inside[index]:
            if index in columns.opens and index > start + 1:
                found.append(index)
            continue
        if word in _BOUNDARY_WORDS or (closes and index in closes) or (dependent and fine[index] in _FINITE):
            found.append(index)
            if (word in _OUTER or word in _PARTING) and is_outer(columns, index, last, relative=relative):
                last = index
                break
    final = last
    while final - 1 > start and lower[final - 1] in (".", ";", ":", ",") and not inside[final - 1]:
        final -= 1
    that = lower[start] == "that"
    aside = (
        []
        if dependent
        else [each for index in found if lower[index] in _ASIDES for each in asides(columns, index, final)]
    )
    kept = [
        index
        for index in found
        if index < final and index not in aside and not (that and _shares_subject(columns, index))
    ][:_MOST]
    kept.append(final)
    return kept


def main_verb(columns: Columns, start: int, last: int) -> int:
    """Return where the main clause goes on after a noun's clause: "his claim that it was safe | was false"."""
    opened = columns.lower[start]
    if opened not in ("that", "to"):
        return last
    finite = 0 if opened == "that" else 1
    for index in range(start + 1, last):
        if columns.lower[index] in _CLAUSE_WORDS or columns.lower[index] in COMMAS or columns.inside[index]:
            return last
        if columns.fine[index] in _FINITE and columns.tags[index - 1] != "AUX":
            if finite and columns.tags[index - 1] in ("NOUN", "PROPN", "ADJ", "VERB", "ADV"):
                return index
            finite += 1
    return last


def _shares_subject(columns: Columns, index: int) -> bool:
    """Tell whether a bare "and" joins a second verb to the clause after "that": "that it opened and was paid for"."""
    if columns.lower[index] != "and" or columns.lower[index - 1] in COMMAS:
        return False
    following = columns.tags[index + 1 : index + 3]
    return following[:1] == ["AUX"] or following == ["ADV", "AUX"]


def asides(columns: Columns, index: int, last: int) -> tuple[int, ...]:
    """Return a comma or dash and what closes its aside before the verb: "Lopez |, the mayor|, was tired"."""
    mark = columns.lower[index]
    if mark not in _ASIDES or columns.tags[index - 1] not in _ASIDE_OF:
        return ()
    for closing in range(index + 2, min(index + _ASIDE, last - 1)):
        if columns.fine[closing] in _FINITE or columns.inside[closing]:
            break
        if columns.lower[closing] == mark:
            goes_on = columns.fine[closing + 1] in _FINITE | {"VB"} and columns.grade(closing + 1) != "say"
            return (index, closing) if goes_on else ()
    return ()


def dependent_clause(columns: Columns, head: int) -> str:
    """Name what sort of clause a cue heads after which the main clause may go on: a noun's, a relative one."""
    if columns.tags[head] == "NOUN":
        return "n"
    return "" if _DEPENDING.isdisjoint(_before(columns, head)) else "w"


def _before(columns: Columns, head: int) -> Sequence[str]:
    """Return the few words before a cue that may open its clause."""
    return columns.lower[head - _CLAUSE if head > _CLAUSE else 0 : head]


def is_outer(columns: Columns, index: int, last: int, *, relative: bool) -> bool:
    """Tell whether the writer takes over: ", according to …", "but did not say …", "who said …, went home"."""
    lower = columns.lower
    if index + 3 >= last:
        return False
    if lower[index] == ",":
        announces = columns.fine[index + 1] == "VBG" and columns.grade(index + 1) == "say"
        if announces and (index + 2 in columns.opens or index + 3 in columns.opens):  # ", adding, “…”"
            return True
        main = relative and columns.fine[index + 1] in _FINITE
        return main or lower[index + 1] == "according" or (announces and lower[index + 2] == "that")
    if lower[index] in _PARTING and lower[index] != "and" and opposes(columns, index, last):
        return True
    if lower[index] != "but":
        return False
    silent = lower[index + 1] in _SILENT and lower[index + 2] == "not" and lower[index + 3] in columns.lexicon.cues
    return silent or (lower[index + 1] in _REFUSED and lower[index + 2] == "to")


def opposes(columns: Columns, join: int, last: int) -> bool:
    """Tell whether another subject disagrees behind "but", "while" or ";": "but Lopez, who lives there, disagreed"."""
    subject = phrase_from(columns, join + 1, last)
    if subject is None or subject[0] != join + 1 or columns.tags[subject[0]] == "PRON":
        return False
    end = full_phrase(columns, subject, last)[1]
    if columns.lowered(end) == "," and columns.lowered(end + 1) in _PERSONS:
        end = next((index for index in range(end + 1, last) if columns.lower[index] == ","), last)
    end += columns.lowered(end) == ","
    return columns.lowered(end) in _CONTRARY


def clauses(columns: Columns, head: int, start: int, candidates: Sequence[int]) -> list[int]:
    """Return the boundaries after "said" that leave a clause: with its first verb, and not cut right before another."""
    first = behind_fronted(columns, start, candidates[-1]) or _first_verb(columns, start, candidates[-1])
    dependent = dependent_clause(columns, head)
    final = candidates[-1]
    return [
        index
        for index in candidates
        if index > first and (index == final or dependent or columns.fine[index] not in _FINITE)
    ] or [final]


def opens_clause(columns: Columns, start: int) -> bool:
    """Tell whether content begins with what opens a clause, which is none before its verb."""
    that = columns.lower[start] == "that" and columns.fine[start] != "DT"
    return that or columns.lower[start] in _FRONTED or columns.lower[start] in _COMPLEMENTS


def behind_fronted(columns: Columns, start: int, last: int) -> int:
    """Return the main verb behind a clause in front: "that while the bridge was old, it | was | safe"; else 0."""
    that = columns.lower[start] == "that"
    start += that
    if columns.lowered(start) not in (_FRONTING if that else _FRONTED):
        return 0
    comma = next((index for index in range(start, last) if columns.lower[index] == ","), last)
    if not columns.count_verbs(start, comma) or any(columns.inside[start:comma]):
        return 0
    return next((index for index in range(comma, last) if columns.fine[index] in _FINITE), 0)


def _first_verb(columns: Columns, start: int, last: int) -> int:
    """Return the first verb of what is said, for it says nothing before that; 0 where a mark or conjunction is first.

    A comma behind one word ends it too: "said no, …". Behind "that" it is a finite one: "that a member of the coaching
    staff | was".
    """
    that = columns.lower[start] == "that"
    for index in range(start, last):
        if columns.tags[index] in _VERBAL and (not that or columns.fine[index] in _FINITE):
            return index
        alone = index == start + 1 and columns.lower[index] in COMMAS
        if alone or columns.lower[index] in _BREAKS or index in columns.opens:
            break
    return 0


_DEPENDENT = {"": NUMBERS[60], "n": NUMBERS[61], "w": NUMBERS[62]}


def left_end_candidates(columns: Columns, head: int, first: int) -> list[int]:
    """Return the token boundaries before a cue at which content to its left may end, nearest first."""
    lower, tags, closes = columns.lower, columns.tags, columns.closes
    found = [head]
    for index in range(head - 1, max(first, head - _LEFT_REACH), -1):
        if lower[index] in COMMAS or index in closes or tags[index] in _BEFORE_SUBJECTS:
            found.append(index)
            if len(found) > _LEFT_MOST:
                break
    return found


def left_ends(columns: Columns, head: int, first: int, layout: int) -> tuple[list[int], list[tuple[int, ...]]]:
    """Return the boundaries left of a cue at which its content may end, with the values of each one's features."""
    words, tags, verbs_before = columns.codes, columns.kinds, columns.verbs
    lemma, grade = columns.cue_codes(head)
    side, tag_cue = NUMBERS[layout], tags[head]
    candidates = [index for index in left_end_candidates(columns, head, first) if index > first]
    values = compiled("left_end", "word before tag tag_before distance shape mark verbs side lemma grade tag_cue")
    found: list[tuple[int, ...]] = []
    for index in candidates:
        word, before, tag, tag_before = words[index], words[index - 1], tags[index], tags[index - 1]
        distance = UP_TO_8[head - index]
        shape = _mixed(tags, index, head) if head - index <= _SHAPE else _FAR
        mark = YES if index in columns.closes else NO
        verbs = _UP_TO_9[verbs_before[head] - verbs_before[index]]
        found.append(values(word, before, tag, tag_before, distance, shape, mark, verbs, side, lemma, grade, tag_cue))
    return candidates, found


def left_start_candidates(columns: Columns, end: int, first: int) -> list[int]:
    """Return the tokens at which content that ends left of the cue may begin, the sentence's first token first."""
    if end in columns.closes:
        quotation = columns.closes[end]
        if quotation.first <= first or first >= end:
            return [quotation.first]
    inside, opens, tags = columns.inside, columns.opens, columns.tags
    found = []
    before = columns.lower[first]
    for index, word in enumerate(columns.lower[first + 1 : end], first + 1):
        opened = opens and index in opens
        if (opened or not inside[index]) and (
            opened or tags[index] in _SUBJECTS or before in COMMAS or before in _LEFT or word in WHO
        ):
            found.append(index)
        before = word
    return [first, *found[-_MOST_LEFT:]]


def left_starts(
    columns: Columns, head: int, end: int, first: int, layout: int
) -> tuple[list[int], list[tuple[int, ...]]]:
    """Return the tokens where content left of a cue may begin, given its end, with the values of their features."""
    lower, words, tags = columns.lower, columns.codes, columns.kinds
    lemma, grade = columns.cue_codes(head)
    closing = YES if end in columns.closes else NO
    comma = end < len(lower) and lower[end] in COMMAS
    side = NUMBERS[layout]
    gap = NUMBERS[1 if comma else 2 if end in columns.closes else 3] + 7 * side
    candidates = left_start_candidates(columns, end, first)
    values = compiled("left_start", "word before tag edge mark verbs length nearest gap side lemma grade")
    found: list[tuple[int, ...]] = []
    for index in candidates:
        edge = YES if index == first else NO
        word, tag = words[index], tags[index]
        before = words[index - 1] if index > first else EDGE
        mark = (YES if index in columns.opens else NO) + 11 * closing
        verbs = UP_TO_2[columns.count_verbs(index, end)]
        length = _UP_TO_6[end - index]
        nearest = index == end - 1
        found.append(values(word, before, tag, edge, mark, verbs, length, nearest, gap, side, lemma, grade))
    return candidates, found
