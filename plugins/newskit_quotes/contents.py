"""Where content right of its cue begins and may end: candidate boundaries, and what is seen at each beginning."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import compress, count
from typing import TypeVar

from newskit.text import closed_class
from newskit_quotes.beginnings import begins_clause
from newskit_quotes.chunks import NAMING, phrase_from
from newskit_quotes.codes import EDGE, MASK, NO, NUMBERS, UP_TO_8, YES
from newskit_quotes.columns import COMMAS, DASHES, NEGATIONS, Columns, Quoted
from newskit_quotes.features import Reads, Seen
from newskit_quotes.lexicon import POSSESSIVE, WHO, word_class
from newskit_quotes.records import Range
from newskit_quotes.wholes import full_phrase

T = TypeVar("T")
START = Seen("start", "lemma grade", "distance word tag before after between shape mark comma")
_BOUNDARY_WORDS = word_class("boundary") | COMMAS | {":", '"'}
_CLAUSE_WORDS, _OPENINGS, _SILENT = map(word_class, ("clause", "opening", "silent"))
_DEPENDING, _REFUSED, _JOINING = map(word_class, ("depending", "refused", "joining"))
_PARTING, _CONTRARY = map(word_class, ("parting", "contrary"))
_UNCONVINCED, _SCEPTICAL = map(word_class, ("unconvinced", "sceptical"))
_FRONTED, _FRONTING = map(word_class, ("fronted", "fronting"))
_COMPLEMENTS, _NO_BEGINNING = frozenset({"whether", "if"}), COMMAS | {":"}
_PERSONS, _A = WHO - {"that"}, frozenset({"a", "an"})
"""Openings are words that may begin content farther from its cue than the next few tokens."""
_CLAUSE, _AGED = 5, 2
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_REACH, _NEAR, _MOST = 15, 4, 40
_FAR, _POWERS = NUMBERS[63], tuple(number * 31**number for number in range(1, 4))
_VERBAL, _BREAKS = frozenset({"VERB", "AUX"}), _JOINING | {":", ";"}
_ASIDE, _ASIDE_OF, _ASIDES = 16, frozenset({"NOUN", "PROPN"}), DASHES | {","}
_ARTICLES = closed_class("article")
_RELATIVE = frozenset({"who", "which", "whose", "where"})
_SOURCED = frozenset({"according", "citing", "quoting"})
_INNER = frozenset({"VBN", "VBD", "VB", "RB"})
_SEVERAL = frozenset({"and", "both"})
_OUTER, _BACKSHIFTED = frozenset({",", "but"}), frozenset({"had", "would", "could", "might"})


def start_candidates(columns: Columns, head: int, last: int) -> list[int]:
    """Return the tokens after a cue at which its content may begin."""
    lower, opens, inside = columns.lower, columns.opens, columns.inside
    stop = min(head + _REACH, last)
    mark = _opening(columns, head + 1, stop) if opens else None
    if mark is not None:
        stop = mark
    near = min(head + _NEAR, stop)
    found = [index for index in range(head + 1, near) if lower[index] not in _NO_BEGINNING and not inside[index]]
    found += [
        index
        for index in range(near, stop)
        if (lower[index] in _OPENINGS or lower[index - 1] in COMMAS)
        and lower[index] not in _NO_BEGINNING
        and not inside[index]
    ]
    if mark is not None:
        found.append(mark)
    return found


def _opening(columns: Columns, first: int, stop: int) -> int | None:
    """Return where the first quotation begins that is not but the name of what the word before it says."""
    low, high = bisect_left(columns.quotation_starts, first), bisect_left(columns.quotation_starts, stop)
    for quotation in columns.quotations[low:high]:
        if quotation.first == first or not is_name(columns, quotation):
            return quotation.first
    return None


def is_name(columns: Columns, quotation: Quoted) -> bool:
    """Tell whether a quotation is but the name of what the word before it says: "the show “Good Evening”"."""
    before = quotation.first - 1
    named = columns.tag(before) in NAMING or columns.lowered(before) in POSSESSIVE
    return named and not quotation.stops and quotation.titled


def starts(columns: Columns, head: int, last: int, reads: Reads[T]) -> tuple[list[int], list[T]]:
    """Return the tokens after a cue at which its content may begin, with what is read of each one's features."""
    lower, words, tags, opens = columns.lower, columns.codes, columns.kinds, columns.opens
    candidates = start_candidates(columns, head, last)
    read = reads(START)(*columns.cue_codes(head))
    words_between, tags_between = _mixes(words[head + 1 : head + _NEAR]), _mixes(tags[head + 1 : head + _NEAR])
    comma, until = NO, head + 1
    found: list[T] = []
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
        found.append(read(UP_TO_8[far], word, tag, before, after, between, shape, mark, comma))
    return candidates, found


def behind_agent(columns: Columns, head: int, end: int) -> int | None:
    """Return where what is said goes on behind who says it: "seen by many | as bad", "as told by Lopez, | it was"."""
    if columns.lowered(end) == ",":
        if columns.is_addressed(head) and columns.lowered(end + 1) == "that":
            return end + 1
        return end + 1 if columns.lowered(columns.group_starts[head] - 1) == "as" else None
    return None if columns.lowered(end) in _PERSONS else end


def _behind_apposition(columns: Columns, base: Range, end: int, last: int) -> int:
    """Return the comma behind what is told of who is named: "Lopez, 34|, it was", "Port Bank, a lender|, it was"."""
    closing = next((at for at in range(end + 1, last) if columns.lower[at] == ","), end)
    if columns.lowered(end) != "," or closing == end or not columns.count_verbs(closing, last):
        return end
    if closing == end + _AGED and columns.words[end + 1].isdigit() and columns.people[base[1] - 1]:
        end, closing = closing, next((at for at in range(closing + 1, last) if columns.lower[at] == ","), closing)
    noun = columns.tag(end + 1) == "NOUN" and columns.lowered(end + 2) in ("of", "at", "for")
    apposes = noun or columns.lowered(end + 1) in _A or end + 1 in columns.offices
    if not apposes or any(columns.inside[end:closing]):
        return end
    if columns.people[base[1] - 1]:
        return end if columns.count_verbs(end + 1, closing) else closing
    told = columns.tags[base[1] - 1] == "PROPN" and not any(columns.fine[at] in _FINITE for at in range(end, closing))
    return closing if told and begins_clause(columns, closing + 1, last) else end


def behind_according(columns: Columns, head: int, last: int) -> int:
    """Return the first token behind who is named after "according to", and a comma or an article; 0 for another cue."""
    base = phrase_from(columns, head + 2, last) if columns.lower[head] == "according" else None
    if base is None:
        return 0
    comma = next((index for index in range(base[1], last) if columns.lower[index] == ","), last)
    _, end = full_phrase(columns, base, comma)
    end = _behind_apposition(columns, base, end, last)
    if columns.lowered(end) == "," and columns.fine_tag(end + 1) in ("VBN", "VBD"):
        closing = next((index for index in range(end + 1, last) if columns.lower[index] == ","), end)
        if columns.count_verbs(end + 1, closing) == 1 and phrase_from(columns, closing + 1, last):
            end = closing  # "according to the lawsuit, filed in May, | it was late"
    plain = comma == last or columns.people[base[1] - 1]  # unlike "according to the memo the mayor wrote, …"
    if plain and columns.lowered(end) in _ARTICLES and columns.count_verbs(end, last):
        return end
    return end + 1 if end + 1 < last and columns.lower[end] == "," else 0


def _mixes(codes: Sequence[int]) -> list[int]:
    """Return one code each for no token, for the first one, for the first two and so on, in their order."""
    found, mixed = [0], 0
    for code, power in zip(codes, _POWERS, strict=False):
        mixed = 31 * mixed + code
        found.append((mixed + power) & MASK)
    return found


def end_candidates(columns: Columns, head: int, start: int, last: int, dependent: str) -> list[int]:
    """Return the token boundaries after a beginning at which the content may end, the sentence's end last."""
    lower, inside = columns.lower, columns.inside
    relative, passive = not _PERSONS.isdisjoint(_before(columns, head)), columns.is_passive(head)
    if dependent == "n" or _is_of_subject(columns, head):
        last = main_verb(columns, start, last, opened=dependent != "n")
    found = []
    for index in _boundaries(columns, start, last, dependent):
        found.append(index)
        word = lower[index]
        may_part = word in _OUTER or word in _PARTING or index in columns.closes
        if may_part and is_outer(columns, index, last, relative=relative):
            last = index
            break
        if word in _JOINING and index in columns.closes and not passive and _is_thing(columns, start, index):
            last = index  # "called the move “late” | and left"
            break
    final = last
    while final - 1 > start and lower[final - 1] in (".", ";", ":", ",") and not inside[final - 1]:
        final -= 1
    that = lower[start] == "that"
    aside = (
        []
        if dependent and lower[head] != "according"
        else [each for index in found if lower[index] in _ASIDES for each in asides(columns, index, final)]
    )
    kept = [
        index
        for index in found
        if index < final and index not in aside and not _shares_subject(columns, index, that=that)
    ][:_MOST]
    kept.append(final)
    return kept


def _is_thing(columns: Columns, start: int, join: int) -> bool:
    """Tell whether content is a thing with words between marks, and a verb stands behind: no clause goes on so."""
    verbs = any(columns.fine[at] in _FINITE for at in range(start, join))
    return not verbs and columns.fine_tag(join + 1) in _FINITE | {"VBN"} and columns.lower[start] != "that"


def _boundaries(columns: Columns, start: int, last: int, dependent: str) -> Iterable[int]:
    """Return the tokens of content before which it may end: marks, words that join clauses, quotations."""
    listed = map(_BOUNDARY_WORDS.__contains__, columns.lower[start + 1 : last])
    if not dependent and 1 not in columns.inside[start:last]:  # as most have it
        return compress(count(start + 1), listed)
    inside, opens, closes = columns.inside, columns.opens, columns.closes
    return [
        index
        for index, known in enumerate(listed, start + 1)
        if (
            index in opens and index > start + 1
            if inside[index]
            else known or index in closes or (dependent and columns.fine[index] in _FINITE)
        )
    ]


def _is_of_subject(columns: Columns, head: int) -> bool:
    """Tell whether a cue is of a clause that tells whom a sentence's subject means: "those who | say | that"."""
    first, pronoun = columns.bounds[head][0], columns.group_starts[head] - 1
    pronoun -= columns.tag(pronoun) == "ADV"
    tells = pronoun > first and columns.lower[pronoun] in _PERSONS and columns.lower[pronoun - 1] not in COMMAS
    return tells and not columns.count_verbs(first, pronoun)


def main_verb(columns: Columns, start: int, last: int, *, opened: bool = False) -> int:
    """Return where the main clause goes on after a noun's clause: "his claim that it was safe | was false".

    Where a clause is ``opened`` before, that of its cue, no word need open what is said.
    """
    opening = columns.lower[start]
    if opening not in ("that", "to") and not opened:
        return last
    finite = int(opening == "to")
    for index in range(start + 1, last):
        if columns.lower[index] in _CLAUSE_WORDS or columns.lower[index] in COMMAS or columns.inside[index]:
            return last
        if columns.fine[index] in _FINITE and columns.tags[index - 1] != "AUX":
            if finite and columns.tags[index - 1] in ("NOUN", "PROPN", "ADJ", "VERB", "ADV"):
                return index
            finite += 1
    return last


def _shares_subject(columns: Columns, index: int, *, that: bool) -> bool:
    """Tell whether a bare "and" joins a second verb to the clause after "that": "that it opened and was paid for".

    "Had" and "would" are of what is said without "that" too: "said it opened “on time” and had cost a million".
    """
    if columns.lower[index] != "and" or columns.lower[index - 1] in COMMAS:
        return False
    following = columns.tags[index + 1 : index + 3]
    if not that and (columns.lowered(index + 1) not in _BACKSHIFTED or columns.fine_tag(index + 2) not in _INNER):
        return False
    return following[:1] == ["AUX"] or following == ["ADV", "AUX"]


def asides(columns: Columns, index: int, last: int) -> tuple[int, ...]:
    """Return a comma or dash and what closes its aside before the verb: "Lopez |, the mayor|, was tired"."""
    mark = columns.lower[index]
    if mark not in _ASIDES or columns.tags[index - 1] not in _ASIDE_OF:
        return ()
    verbs = int(columns.lowered(index + 1) in _RELATIVE)  # "the mill |, which was old|, will be shut"
    for closing in range(index + 2, min(index + _ASIDE, last - 1)):
        verbs -= columns.fine[closing] in _FINITE
        if verbs < 0 or columns.inside[closing]:
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
    within = index in columns.closes and columns.comma_in(index)  # "who said it was “late,” | left"
    main = relative and (lower[index] == "," or within) and _is_main_verb(columns, index + (not within), last)
    if main or index + 3 >= last:
        return main
    if lower[index] == ",":
        announces = columns.fine[index + 1] == "VBG" and columns.grade(index + 1) == "say"
        if announces and (index + 2 in columns.opens or index + 3 in columns.opens):  # ", adding, “…”"
            return True
        source = lower[index + 1] in _SOURCED  # ", according to Lopez", ", citing a memo"
        return source or (announces and lower[index + 2] == "that")
    if lower[index] in _PARTING and lower[index] != "and" and opposes(columns, index, last):
        return True
    if lower[index] != "but":
        return False
    silent = lower[index + 1] in _SILENT and lower[index + 2] == "not" and lower[index + 3] in columns.lexicon.cues
    return silent or (lower[index + 1] in _REFUSED and lower[index + 2] == "to")


def _is_main_verb(columns: Columns, verb: int, last: int) -> bool:
    """Tell whether a word behind a comma is the verb of whom a clause with "who" tells: "Lopez, who …, | walked home".

    A participle is where the sentence has no other verb for who begins it; a plain form where several people do.
    """
    tag, first = columns.fine_tag(verb), columns.bounds[verb - 1][0]
    if verb >= last or tag in _FINITE:
        return verb < last
    if tag == "VB":
        return not _SEVERAL.isdisjoint(columns.lower[first:verb])
    pronoun = next((at for at in range(first, verb) if columns.lower[at] in _PERSONS), first)
    other = columns.count_verbs(first, pronoun) or any(columns.fine[at] in _FINITE for at in range(verb, last))
    return tag == "VBN" and not other and columns.lowered(verb + 1) != "by"


def opposes(columns: Columns, join: int, last: int) -> bool:
    """Tell whether another subject disagrees behind "but", "while" or ";": "but Lopez, who lives there, disagreed"."""
    subject = phrase_from(columns, join + 1, last)
    if subject is None or subject[0] != join + 1 or columns.tags[subject[0]] == "PRON":
        return False
    end = full_phrase(columns, subject, last)[1]
    if columns.lowered(end) == "," and columns.lowered(end + 1) in _PERSONS:
        end = next((index for index in range(end + 1, last) if columns.lower[index] == ","), last)
    end += columns.lowered(end) == ","
    return columns.lowered(end) in _CONTRARY or _doubts(columns, end)


def _doubts(columns: Columns, verb: int) -> bool:
    """Tell whether a verb and its adjective tell of doubt: "is not convinced", "remained sceptical"."""
    denied = columns.lowered(verb + 1) in NEGATIONS or columns.lowered(verb) in NEGATIONS
    adjective = verb + 1 + (columns.lowered(verb + 1) in NEGATIONS)
    adjective += columns.tag(adjective) == "ADV"
    return columns.tag(verb) in _VERBAL and columns.lowered(adjective) in (_UNCONVINCED if denied else _SCEPTICAL)


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
