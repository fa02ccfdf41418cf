"""Who a cue belongs to: candidate noun phrases round it, and what is seen at each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from newskit.text import places, word_bit
from newskit_quotes.chunks import NAMING, phrase_before, phrase_from, phrases
from newskit_quotes.codes import EDGE, NO, NUMBERS, UP_TO_2, UP_TO_3, YES, Steps
from newskit_quotes.columns import COMMAS, Columns
from newskit_quotes.dated import untimed
from newskit_quotes.features import Reads, Seen
from newskit_quotes.free import is_behind_participle, is_free
from newskit_quotes.lexicon import DAYS, OWNING, PERSONAL, POSSESSIVE, RELATIVES, WHO, word_class, word_set
from newskit_quotes.records import RIGHT, Range
from newskit_quotes.wholes import full_phrase, with_bracketed

T = TypeVar("T")
SOURCE = Seen(
    "source", "cue tag_cue passive lemma", "word tag before tag_before tag_after near way between verbs comma relative"
)
NO_SOURCE = Seen("source_none", "cue tag_cue passive side lemma grade", "before phrases")
_CLAUSE = 8
_OWNED = 4
_LEFT_REACH, _RIGHT_REACH = 7, 2
_FAR, _UP_TO_5 = NUMBERS[63], Steps(*range(1, 6))
_TENSED = frozenset({"VBD", "VBZ", "VBP"})
_FINITE = _TENSED | {"MD"}
_LINKED = {"accuse": "of", "blame": "for"}
_LINKS, _TELLING, _ASKING = map(word_class, ("linking_preposition", "telling", "asking"))
_QUOTING = word_class("quoting")
_WHO = word_bit(WHO)
_PARTING = word_class("parting")
_APPOSED, _COMMAS, _NEAR = 24, 2, 6


def source_candidates(columns: Columns, head: int, content: list[Range]) -> list[Range]:
    """Return the base noun phrases that may be the source: those left of the cue, nearest first, then right of it."""
    first, last = columns.bounds[head]
    # The verb group parts the phrases, whatever a tagger thinks of its words.
    around = [*phrases(columns, first, columns.group_starts[head]), *phrases(columns, head + 1, last)]
    for start, end in content:  # as most of them are, and what the others begin and end with is yet to be told
        around = [base for base in around if base[0] < start or end < base[1]]
    inside = columns.inside
    found = [base for base in untimed(columns, around) if not (inside[base[0]] or of_town(columns, base))]
    for start, end in content:
        found = [base for base in found if end <= base[0] or base[1] <= start]
    owner = possessor(columns, head, first)
    found += relatives(columns, max(first, head - _CLAUSE), head, content)
    found.sort()
    left = [base for base in found if base[1] <= head]
    right = [base for base in found if base[0] > head]
    return [*owner, *left[::-1][:_LEFT_REACH], *right[:_RIGHT_REACH]]


def of_town(columns: Columns, base: Range) -> bool:
    """Tell whether one is the state or country of a town before it, between commas: "to Lima, | Peru |, in May"."""
    first, last = base
    town, apart = first - 2, columns.lowered(first - 1) == columns.lowered(last) == ","
    if not apart or columns.tag(town) != "PROPN" or columns.lower[town] in DAYS or columns.people[town]:
        return False
    return " ".join(columns.lower[first:last]) in places() and not columns.named[first]


def relatives(columns: Columns, first: int, head: int, content: list[Range]) -> list[Range]:
    """Return the relative pronouns before a cue: a source of their own, whose antecedent is the speaker."""
    return [
        (index, index + 1)
        for index in range(first, head)
        if columns.bits[index] & _WHO
        and not columns.inside[index]
        and not any(start <= index < end for start, end in content)
    ]


def possessor(columns: Columns, head: int, first: int) -> list[Range]:
    """Return the possessor of a nominal cue: "his claim", "Japan's promise"."""
    if columns.tags[head] == "VERB":
        return []
    index = head - 1
    while index > first and columns.tags[index] in ("ADJ", "NOUN", "PROPN", "NUM") and head - index < _OWNED:
        index -= 1
    if index < first:
        return []
    if columns.lower[index] in OWNING:
        return [(index, index + 1)]
    if columns.lower[index] in POSSESSIVE and index - 1 >= first:
        begin = index - 1
        while begin > first and columns.tags[begin - 1] in ("PROPN", "NOUN", "ADJ", "DET"):
            begin -= 1
        return [(begin, index)]
    return []


def features(columns: Columns, head: int, bases: Sequence[Range | None], layout: int, reads: Reads[T]) -> list[T]:
    """Return what is read of the features of each phrase that may be the source; None is "no source"."""
    lower, words, tags, kinds = columns.lower, columns.codes, columns.tags, columns.kinds
    lemma, grade = columns.cue_codes(head)
    verbs_before = columns.verbs
    first, _ = columns.bounds[head]
    start = columns.group_starts[head]
    tag_cue, side = kinds[head], NUMBERS[layout]
    passive = YES if columns.is_passive(head) else NO
    cue = tag_cue + 11 * passive + 13 * side
    read = reads(SOURCE)(cue, tag_cue, passive, lemma)
    found: list[T] = []
    for base, rank in zip(bases, _ranks(bases, head), strict=True):
        if base is None:
            before = words[start - 1] if start > first else EDGE
            phrases_there = UP_TO_3[len(bases) - 1]
            found.append(reads(NO_SOURCE)(cue, tag_cue, passive, side, lemma, grade)(before, phrases_there))
            continue
        begin, end = base
        left = end <= head
        low, high = (end, start) if left else (head + 1, begin)
        way = NUMBERS[(1 if begin >= head - _OWNED and tags[head] == "NOUN" and rank == 0 else 2) if left else 3]
        near = _UP_TO_5[rank] + 7 * way
        verbs, comma, relative, between = NUMBERS[0], NO, NO, 0
        if high > low:
            gap = lower[low:high]
            verbs = UP_TO_2[verbs_before[high] - verbs_before[low]]
            comma = NO if COMMAS.isdisjoint(gap) else YES
            relative = NO if RELATIVES.isdisjoint(gap) else YES
            between = _FAR if high - low > _OWNED else sum(kinds[low:high])
        before, tag_before = (words[begin - 1], kinds[begin - 1]) if begin > first else (EDGE, EDGE)
        tag_after = kinds[end] if end < len(kinds) else EDGE
        word, tag = words[end - 1], kinds[end - 1]
        found.append(read(word, tag, before, tag_before, tag_after, near, way, between, verbs, comma, relative))
    return found


def _ranks(bases: Sequence[Range | None], head: int) -> list[int]:
    """Return each source candidate's place among those on its side of the cue, nearest 0."""
    found, left, right = [], 0, 0
    for base in bases:
        if base is None:
            found.append(0)
        elif base[1] <= head:
            found.append(left)
            left += 1
        else:
            found.append(right)
            right += 1
    return found


def plain_subject(columns: Columns, head: int, content: Sequence[Range]) -> Range | None:
    """Return the phrase that plainly is the subject of an active verb: the one right before it, or right behind it.

    It stands behind where the content ends right before the verb; one that a preposition governs is no subject.
    """
    start = columns.group_starts[head]
    if columns.lower[head] == "according":
        base = phrase_from(columns, head + 2, columns.bounds[head][1])
        return next(untimed(columns, [base]), None) if base is not None else None
    if columns.tags[head] != "VERB" or columns.lower[head].endswith("ing") or columns.is_passive(head):
        return None
    before = start - (columns.lowered(start - 1) == ",")
    if any(end in (before, start) for _, end in content):
        base = phrase_from(columns, head + 1, columns.bounds[head][1])
    else:
        base = phrase_before(columns, start)
        if base is not None and not is_free(columns, base) and not is_behind_participle(columns, base):
            return None
    found = next(untimed(columns, [base]), None) if base is not None else None
    return found if found is not None and _may_be(columns, found, content) else None


def behind_marks(columns: Columns, head: int, content: Sequence[Range]) -> Range | None:
    """Return who stands between a quotation and its verb with commas: "“…,” | Ann Poe, 41, from Leeds |, told"."""
    end, start = content[-1][1] if content else head, columns.group_starts[head]
    if end not in columns.closes or not end < start - 1 < end + _APPOSED or columns.lower[start - 1] != ",":
        return None
    begin = end + (columns.lower[end] == ",")
    base = phrase_from(columns, begin, start - 1)
    person = base is not None and base[0] == begin and columns.people[base[1] - 1]
    if base is None or not person or columns.lower[base[1]] != "," or columns.count_verbs(begin, start):
        return None
    aged = columns.words[base[1] + 1].isdigit() and columns.lower[base[1] + 2] == ","
    return (begin, start - 1) if aged else None


def apposed_subject(columns: Columns, head: int) -> Range | None:
    """Return a subject parted by commas: "the rules are strict, | Maria Lopez, head of the port |, said".

    A clause must stand before it, and no subject behind the verb.
    """
    stop = columns.group_starts[head] - 1
    first, last = columns.bounds[head]
    if stop <= first or columns.lower[stop] != "," or columns.grade(head) != "say":
        return None
    behind = phrase_from(columns, head + 1, last)
    clause = behind is not None and columns.fine_tag(behind[1]) in _FINITE
    if behind is not None and behind[0] == head + 1 and columns.lower[head] not in _TELLING and not clause:
        return None
    commas = [index for index in range(max(first, stop - _APPOSED), stop) if columns.lower[index] == ","][-2:]
    if commas and columns.fine[head] in (*_TENSED, "VBN"):  # "said it was late | and | his deputy, Ann Poe, said"
        low = commas[0] if len(commas) == _COMMAS else first
        joins = [index for index in range(low, commas[-1]) if columns.lower[index] in _PARTING]
        if joins and any(columns.grade(index) == "say" for index in range(first, joins[-1])):
            commas = [joins[-1], commas[-1]]
    if len(commas) < _COMMAS or not columns.count_verbs(first, commas[0]):
        return None
    begin, middle = commas[0] + 1, commas[1]
    begin += columns.lower[begin] in _PARTING
    head_of = columns.lower[middle + 1 : middle + 3] == ["head", "of"]  # no verb, whatever a tagger thinks
    if columns.count_verbs(begin, middle) or columns.count_verbs(middle + 1 + head_of, stop):
        return None
    whole = full_phrase(columns, (begin, begin + 1), middle) if phrase_from(columns, begin, middle) else None
    named = any(columns.tags[index] == "PROPN" for index in range(begin, stop))
    return (begin, stop) if whole and named and columns.tags[stop - 1] in NAMING else None


def before_colon(columns: Columns, head: int) -> Range | None:
    """Return the person who begins a sentence of which a colon is all that reports: "| Lopez | was blunt: “…”"."""
    noun = columns.tags[head] == "NOUN"
    first, last = columns.bounds[head]
    if columns.lower[first] == "for":
        return _for_whom(columns, head, first)
    if not noun and columns.lower[head] != ":":
        return None
    if noun and (":" not in columns.lower[head : min(head + _NEAR, last)] or possessor(columns, head, first)):
        return None  # "| Lopez | had a question: “…”", but "Lopez shrugged at Roe's answer: “…”"
    first += columns.lower[first] == "what"  # "What Lopez wants is plain: “…”"
    commas = (at + 1 for at in range(first, head) if columns.lower[at] == ",")
    for begin in (first, *commas):  # "Asked about the delay, | Lopez | grinned: “…”"
        base = phrase_from(columns, begin, head)
        if base is None or not (columns.people[base[1] - 1] or columns.lower[begin] in PERSONAL):
            continue
        whole = full_phrase(columns, base, head)
        if columns.tag(whole[1]) in ("VERB", "AUX", "ADV"):
            return whole
    return None


def _for_whom(columns: Columns, head: int, first: int) -> Range | None:
    """Return for whom something is so, which a colon tells: "For | Lopez |, the answer is clear: “…”"."""
    base = phrase_from(columns, first + 1, head)
    if base is None or base[0] != first + 1 or ":" not in columns.lower[head : head + _OWNED]:
        return None
    subject = base[1] + (columns.lowered(base[1]) == ",")
    so = columns.tag(subject) == "DET" and any(tag == "AUX" for tag in columns.tags[subject : head + 1])
    word = columns.lower[base[1] - 1].removesuffix("s")
    who = columns.people[base[1] - 1] or base[1] - 1 in columns.offices or word in word_set("persons")
    return base if so and who else None


def quoted(columns: Columns, head: int) -> tuple[Range | None, Range | None]:
    """Return who is quoted "as saying" something and who quotes: "the agency quoted a minister as saying"."""
    if columns.lower[head] != "saying" or columns.lowered(head - 1) != "as":
        return None, None
    first, _ = columns.bounds[head]
    quoting = next((index for index in range(head - 2, first, -1) if columns.lower[index] in _QUOTING), None)
    if quoting is None:
        return None, None
    start = columns.group_starts[quoting]
    subject, behind = phrase_before(columns, start), phrase_before(columns, head - 1)
    if columns.is_passive(quoting):
        return subject, agent(columns, quoting)
    return _governing(columns, behind, ()) if behind else None, subject


def agent(columns: Columns, head: int) -> Range | None:
    """Return who does what a passive tells: "the plan was questioned by | the mayor of the town |"."""
    if columns.lowered(head + 1) != "by" or columns.lowered(head + 2) in _ASKING:
        return None
    if columns.fine[head] != "VBN" and not columns.is_passive(head):
        return None
    _, last = columns.bounds[head]
    base = phrase_from(columns, head + 2, last)
    if base is None:
        return None
    commas = [index for index in range(base[1], min(base[1] + _APPOSED, last)) if columns.lower[index] == ","]
    comma = commas[0] if commas else next((at for at in range(base[1], last) if columns.lower[at] == ","), last)
    comma = _linked(columns, head, base[1], comma)
    source = full_phrase(columns, base, comma)
    if len(commas) < _COMMAS or source[1] != comma or columns.lowered(commas[1] + 1) != "that":
        return source
    named = any(columns.people[source[0] : commas[1]]) and not columns.count_verbs(comma, commas[1])
    return (source[0], commas[1]) if named else source  # "told by | the head, Ann Poe |, that"


def _linked(columns: Columns, head: int, first: int, last: int) -> int:
    """Return where what somebody is accused of begins behind who does so, else ``last``: "accused by Lopez | of"."""
    link = _LINKED.get(columns.lemma(head)) if columns.is_passive(head) else None
    return next((at for at in range(first, last) if columns.lower[at] == link), last)


def _may_be(columns: Columns, base: Range, content: Sequence[Range]) -> bool:
    """Tell whether a phrase may be a source: outside quotation marks and the content."""
    first, last = base
    shared = [piece for piece in content if piece[0] < last and first < piece[1]]
    return not shared and not columns.inside[first]


def governing(columns: Columns, head: int, base: Range, content: Sequence[Range]) -> Range:
    """Return the phrase that one behind a preposition right before a cue belongs to: "shops | all over the country".

    Where the cue is a noun or "-ing", or more stands between, the phrase itself.
    """
    start = columns.group_starts[head]
    day = columns.word(start - 1) in word_set("spoken_days")
    if base[1] not in (start, start - day) or columns.fine[head] not in _TENSED:
        return base
    return _governing(columns, base, content)


def _governing(columns: Columns, base: Range, content: Sequence[Range]) -> Range:
    for _ in range(_OWNED):
        link = base[0] - 1
        if link < 1 or columns.lower[link] not in _LINKS:
            break
        above = phrase_before(columns, link - (columns.tags[link - 1] == "ADV"))
        if above is None or (above[1] - above[0] == 1 and columns.lower[above[0]].endswith("ing")):
            break  # "| Responding | to Lopez"
        if columns.lower[above[1] - 1] in PERSONAL or not _may_be(columns, above, content):
            break
        base = above
    return base


def whole_source(columns: Columns, head: int, base: Range, content: list[Range]) -> Range:
    """Return the full noun phrase round a base phrase, with titles, complements and identifying apposition."""
    first, last = columns.bounds[head]
    if columns.lower[base[0]] in WHO or (base[0] - 1 == first and columns.lower[first] == "for"):
        return base
    handle = columns.lowered(base[0] - 1) == "@" and columns.ends[base[0] - 1] == columns.starts[base[0]]
    if handle:  # "@annroe posted"
        return base[0] - 1, base[1]
    base = with_bracketed(columns, base)
    how = columns.lowered(base[0] - 1).endswith("ly") and columns.bounds[base[0]][0] < base[0]
    if how and columns.fine[base[0]] in ("VBN", "JJ") and columns.words[base[0]].islower():
        base = base[0] - 1, base[1]  # "| newly elected mayor Ann Poe |"
    if base[1] <= head:
        limit = columns.group_starts[head]
        for start, _ in content:
            if base[1] <= start < limit:
                limit = start
    else:
        limit = _linked(columns, head, base[1], min([last, *(start for start, _ in content if start >= base[1])]))
    fronted = columns.fine[head] == "VBG" and columns.lower[head] != "according"
    behind = base[0] < head and columns.lower[head] == "citing"  # "The mayor | left|, citing"
    main = fronted and (behind or base[0] > head)  # "Saying so, the mayor | left on Monday"
    return full_phrase(columns, base, max(limit, base[1]), reduced=not main)


def rule_source(columns: Columns, head: int, bases: list[Range], layout: int) -> Range | None:
    """Choose the source by rule: the subject left of the verb, or the phrase right after an inverted cue."""
    first, _ = columns.bounds[head]
    right = [base for base in bases if base[0] > head]
    word = columns.lower[head]
    if word in ("according", "per") or (layout != RIGHT and right and right[0][0] == head + 1):
        return right[0] if right else None
    by = [base for base in right if columns.lower[base[0] - 1] == "by"]
    if columns.is_passive(head):
        return by[0] if by else None
    left = [base for base in bases if base[1] <= head]
    best = None
    for base in left:
        before = columns.tags[base[0] - 1] if base[0] > first else "<s>"
        if before == "ADP" or columns.lower[base[0] - 1 if base[0] > first else base[0]] == "to":
            continue
        if best is not None and columns.count_verbs(base[1], best[0]):
            break
        best = base
        if not (base[0] > first and columns.lower[base[0] - 1] == ","):
            break
    return best or (left[0] if left else None)
