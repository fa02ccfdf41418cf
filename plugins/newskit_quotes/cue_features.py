"""What is seen of a word that may be a cue."""

from __future__ import annotations

from bisect import bisect_left

from newskit_quotes.chunks import phrase_before, phrase_from
from newskit_quotes.codes import CODES, EDGE, MASK, NO, NOTHING, NUMBERS, UP_TO_2, YES, Steps
from newskit_quotes.columns import Columns
from newskit_quotes.features import Seen
from newskit_quotes.lexicon import OWNING, WHO, word_class, word_set
from newskit_quotes.records import AROUND, RIGHT

_STEPS, _AHEAD = 14, 8
"""How many tokens off its subject and what it governs are looked for."""
_SUBJECT = frozenset({"NOUN", "PROPN", "PRON"})
SAID, _RELATIVES = map(word_class, ("said", "parting_relative"))
_ADDRESSING, _FINITE = word_class("addressing"), frozenset({"VBD", "VBZ", "VBP", "MD"})
_LEADING = frozenset({"that", "whether", "if", ":"})
"""What leads up to what was said."""
_GOVERNED, _LIMITS = word_class("governed"), frozenset({",", "—", ":", "("})
_HAVING = frozenset({"has", "have", "had"})
_SIX, _SEVENS = Steps(*range(1, 7), codes=range(7)), Steps(*range(1, 7), codes=range(0, 49, 7))
"""Up to six tokens before a cue, and behind it."""
_NAMED = frozenset({"DET", "PROPN", "NOUN", "ADJ", "NUM"})
_PUT = word_class("prompting")
_WAITING = WHO | {"which", "whose", "and"} | word_class("subordinating") | word_class("fronting")
"""Words that open a clause behind a comma, behind which its sentence's subject waits for its verb."""
_LAST = frozenset({",", ".", ";", "?", "!"}) | WHO - {"that"}
SIDES = tuple(9 * code for code in NUMBERS[RIGHT : AROUND + 1])
_MARK, _VERBAL = CODES["<mark>"], {tag: CODES[tag] for tag in ("VERB", "AUX")}


def _governs(columns: Columns, head: int, last: int) -> tuple[int, int]:
    """Return the codes of the first thing behind a cue that bears on what it governs, and the first beyond a token.

    That is "that", "to" and the like, a mark, a comma, a verb.
    """
    lower, tags, opens = columns.lower, columns.tags, columns.opens
    at_once = 0
    for index in range(head + 1, head + _AHEAD + 2):
        if index >= last:
            break
        if lower[index] in _GOVERNED:
            found = columns.codes[index]
        elif index in opens:
            found = _MARK
        elif tags[index] in _VERBAL:
            found = _VERBAL[tags[index]]
        else:
            continue
        if index > head + 1:
            return at_once or found, found + (index == head + 2)
        at_once = found + 1
    return at_once or NOTHING, NOTHING


def _before(columns: Columns, start: int, first: int) -> tuple[int, int]:
    """Return the codes of the likely subject's tag, and of what stands before: a mark, a comma, the beginning."""
    lower, tags, closes = columns.lower, columns.tags, columns.closes
    subject = NOTHING
    for index in range(start - 1, start - _STEPS - 1, -1):
        if index < first:
            break
        if closes and index + 1 in closes:
            return subject, _MARK
        tag = tags[index]
        if tag in _SUBJECT and subject == NOTHING:
            subject = columns.kinds[index]
        elif tag in _VERBAL:
            return subject, _VERBAL[tag]
        elif lower[index] in _LIMITS:
            return subject, columns.codes[index]
    if start - _STEPS > first:
        return subject, NO
    return subject, _MARK + 1 if first in closes else EDGE


def is_inverted(columns: Columns, head: int) -> bool:
    """Tell whether a clause ends in a comma, "said" and who said it: "The bridge should be shut, says the mayor"."""
    first, last = columns.bounds[head]
    headed = columns.headline[0] <= head < columns.headline[1]  # where verbs and articles are left out
    if not _says_who(columns, head, headed=headed) or columns.lowered(head - 1) != ",":
        return False
    until = next((index for index in range(head + 1, last) if columns.lower[index] in _LAST), last)
    if columns.count_verbs(head + 1, until) or not (headed or columns.count_verbs(first, head)):
        return False
    if any(at in columns.opens and columns.word(at + 1).islower() for at in range(head + 2, until)):
        return False  # "Lopez, who chairs it, said the bridge | “needs new cables” |"
    if columns.lowered(until) in WHO:  # "said a man | who lives there"
        return True
    relative = _RELATIVES.issuperset(columns.lower[until + 1 : last][:1]) and "," not in columns.lower[until + 1 : last]
    return relative or not columns.count_verbs(until, last)


def answers(columns: Columns, head: int) -> bool:
    """Tell whether a sentence begins with what was put to who speaks: "Asked if it was safe, Lopez said no"."""
    first, last = columns.bounds[head]
    first += columns.lower[first] == "when"
    return head + 2 < last and columns.lowered(first) in _PUT and columns.fine_tag(first) in ("VBN", "VBD")


def _says_who(columns: Columns, head: int, *, headed: bool) -> bool:
    """Tell whether a cue stands before whom it may belong to."""
    said = columns.lower[head] in SAID
    speaks = columns.grade(head) == "say" and (headed or _names_person(columns, head + 1) or _tells(columns, head))
    if not said and not speaks:
        return False
    after = columns.tags[head + 1 : columns.bounds[head][1]][:1]
    return _NAMED.issuperset(after) or columns.lowered(head + 1) in OWNING


def _names_person(columns: Columns, index: int) -> bool:
    """Tell whether a person's name begins at a token, or the title before one: "asked | councillor Ann Poe"."""
    index = columns.titles.get(index, index)
    return columns.people[index : index + 1] == b"\x01"


def _tells(columns: Columns, head: int) -> bool:
    """Tell whether a report or people stand behind their verb, and a clause before: "it fell, | warns | a poll"."""
    (first, last), finite = columns.bounds[head], columns.fine[head] in _FINITE
    base = phrase_from(columns, head + 1, last) if finite and columns.group_starts[head] == head else None
    if base is None or base[0] != head + 1 or head == first or columns.inside[head - 1]:
        return False
    comma = next((at for at in range(head - 2, first, -1) if columns.lower[at] == ","), first - 1)
    if columns.lower[comma + 1] in _WAITING or not _FINITE.intersection(columns.fine[comma + 1 : head]):
        return False
    noun = columns.lower[base[1] - 1]
    people = columns.fine[base[1] - 1] == "NNS" and noun.removesuffix("s") in word_set("persons")
    return noun in word_set("documents") or (people and columns.lemma(head) not in _ADDRESSING)


def only_addresses(columns: Columns, head: int) -> bool:
    """Tell whether a clause ends in a comma, who told, and whom: "The port must close, Lopez told a meeting in May"."""
    first, last = columns.bounds[head]
    perfect = columns.fine[head] == "VBN" and columns.lower[columns.group_starts[head]] in _HAVING
    if columns.lemma(head) not in _ADDRESSING or not (perfect or columns.fine[head] in _FINITE):
        return False
    subject = phrase_before(columns, columns.group_starts[head])
    if subject is None or columns.lowered(subject[0] - 1) != "," or not columns.count_verbs(first, subject[0]):
        return False
    behind = range(head + 1, last)
    if any(columns.fine[at] in _FINITE or columns.lower[at] in _LEADING or at in columns.opens for at in behind):
        return False
    return not any(columns.lower[at] == "to" and columns.fine_tag(at + 1) == "VB" for at in behind)


def addresses_ahead(columns: Columns, head: int) -> bool:
    """Tell whether who tells stands first, a clause behind: "Lopez, 58, | told | Ana Moe by phone that it is late"."""
    finite = columns.fine[head] in _FINITE or (columns.fine[head] == "VBN" and columns.group_starts[head] == head)
    if columns.lemma(head) not in _ADDRESSING or not finite:
        return False
    (first, last), start = columns.bounds[head], columns.group_starts[head]
    if start == first or any(columns.inside[first:start]) or columns.count_verbs(first, start):
        return False
    return any(columns.fine[at] in _FINITE for at in range(head + 1, last))


CUE = Seen(
    "cue",
    "word tag lemma grade passive lead",
    "before after second_after tag_after governs beyond subject left mark quotations room",
)


def features(columns: Columns, head: int) -> tuple[int, ...]:
    """Return the value of each feature of a cue candidate."""
    shared, own = codes(columns, head)
    return CUE.values(*shared)(*own)


def codes(columns: Columns, head: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the codes of a cue candidate's columns: those that another may share, and its own."""
    sentence = columns.sentence_of[head]
    first, last = columns.sentences[sentence]
    words, tags, opens = columns.codes, columns.kinds, columns.opens
    word, tag = words[head], tags[head]
    lemma, grade = columns.cue_codes(head)
    start, passive = columns.group_starts[head], NO
    if start < head and columns.is_passive(head):
        passive = YES
    before = words[head - 1] if head > first else EDGE
    after, tag_after = (words[head + 1], tags[head + 1]) if head + 1 < last else (EDGE, EDGE)
    second_after = words[head + 2] if head + 2 < last else EDGE
    governs, beyond = _governs(columns, head, last)
    subject, left = _before(columns, start, first)
    mark, quotations = NO, NUMBERS[0]
    if opens and (head + 1 in opens or head + 2 in opens):
        mark = YES
    if sentence in columns.quoting:
        starts = columns.quotation_starts
        quotations = UP_TO_2[bisect_left(starts, last) - bisect_left(starts, head)]
    lead = YES if columns.paragraph_of[sentence] == 0 < columns.paragraph_of[-1] else NO
    room = NUMBERS[_SEVENS[head - first] + _SIX[last - head]]
    own = before, after, second_after, tag_after, governs, beyond, subject, left, mark, quotations, room
    return (word, tag, lemma, grade, passive, lead), own


def layouts(values: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Return each feature template's value for content right of a cue, left of it and around it, given the cue's."""
    return [tuple([(value + side) & MASK for value in values]) for side in SIDES]
