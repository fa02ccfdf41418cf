"""Quotations whose speaker no verb of speech tells: who chimed in right before, who beamed or once put it so behind."""

from __future__ import annotations

from newskit_quotes.chunks import phrase_from
from newskit_quotes.columns import Columns, Quoted
from newskit_quotes.lexicon import OWNING, PERSONAL, word_class, word_set
from newskit_quotes.records import Decider, Draft, Form, Range
from newskit_quotes.refused import is_prompt
from newskit_quotes.wholes import full_phrase

_SPEECH, _SURE = 0.5, 0.65
_GESTURES, _ENTERING, _HE, _CLAIMING, _PUT = map(word_class, ("gesture", "entering", "third_person", "claiming", "put"))
_BODY = word_class("body_part")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_PAST_OR_PRESENT = frozenset({"VBD", "VBZ"})
_FEW, _NOUN, _SAID = 12, 5, 3
_RUNS_ON = frozenset({",", "?", "!"})
"""What a quotation ends in where its sentence goes on: "“We waited,” Lopez beamed."."""
_CLAUSE_ENDS = frozenset({".", ",", ";", "as", "when", "while", "after", "before", "with"})
_SENT = word_class("saying_noun") | word_set("documents")


def narrated(columns: Columns, decider: Decider, owners: dict[int, Draft]) -> list[Draft]:
    """Return the quotations without a verb of speech that are somebody's all the same, and enter whose they are."""
    found = []
    for quotation in columns.quotations:
        if quotation.number in owners or not (quotation.begins and quotation.stops) or quotation.titled:
            continue
        before = owners.get(quotation.number - 1)
        same = before is not None and columns.quotations[quotation.number - 1].paragraph == quotation.paragraph
        gesture = _behind_gesture(columns, quotation)
        if same and gesture is not None and gesture.source and columns.lower[gesture.source[0]] in _HE:
            continue  # "… Lopez said. She paused. “All of us.”" goes on
        draft = gesture or _uttered(columns, quotation) or _claimed(columns, quotation) or _sent(columns, quotation)
        if draft is not None and decider.speech(quotation) >= _SPEECH:
            owners[quotation.number] = draft
            found.append(draft)
    return found


def _draft(quotation: Quoted, head: int, source: Range) -> Draft:
    return Draft(head, Form.NARRATED, _SURE, [(quotation.first, quotation.last)], source, (head, head + 1))


def _behind_gesture(columns: Columns, quotation: Quoted) -> Draft | None:
    """Return a quotation behind a sentence of its paragraph in which somebody chimes in, nods or looks up.

    After another verb it does only where "he" or "she" goes on behind: "Lopez read the plan. “It is a harbour.” She …".
    """
    sentence = columns.sentence_of[quotation.first]
    if not sentence or columns.paragraph_of[sentence - 1] != quotation.paragraph:
        return None
    first, last = columns.sentences[sentence - 1]
    if is_prompt(columns, first):  # "Asked if it was late, | Lopez | shrugged."
        first = next(at for at in range(first, last) if columns.lower[at] == ",") + 1
    base = phrase_from(columns, first, last)
    if base is None or base[0] != first or any(columns.inside[first:last]):
        return None
    gesture = next((at for at in range(first + 1, last) if _is_gesture(columns, at)), None)
    source = full_phrase(columns, base, gesture or last)
    head = source[1] + (columns.lowered(source[1]) == ",")
    while head < last and columns.tags[head] == "ADV":
        head += 1
    person = any(columns.people[index] for index in range(*source)) or columns.lower[first] in _HE
    others = any(columns.people[index] for index in range(source[1], last))
    if not person or others or head >= last:
        return None
    if head == gesture:  # a tagger that does not know the verb takes it for a name
        return _draft(quotation, head, source)
    if columns.fine[head] not in _FINITE or columns.tags[head] != "VERB":
        return None
    behind = quotation.last
    goes_on = columns.paragraph_of[columns.sentence_of[quotation.last - 1] + 1 :][:1] == [quotation.paragraph]
    told = goes_on and columns.lowered(behind) in _HE and columns.words[behind][0].isupper()
    return _draft(quotation, head, source) if told else None


def _uttered(columns: Columns, quotation: Quoted) -> Draft | None:
    """Return a quotation that runs on into who does what: "“We waited for you,” Lopez sobbed.", "sobbed Lopez."."""
    first, last = quotation.last, columns.sentences[columns.sentence_of[quotation.last - 1]][1]
    runs_on = columns.lower[first - 2] in _RUNS_ON or columns.lowered(first) == ","
    first += columns.lowered(first) == ","
    said = any(word.islower() for word in columns.words[quotation.first : quotation.last])  # no title of a work
    if quotation.words < _SAID or not said or not runs_on or first >= last:
        return None
    inverted = _acts(columns, first)
    heads = (first,) if inverted else range(first + 1, min(first + _FEW, last))
    head = next((at for at in heads if _acts(columns, at)), last)
    base = phrase_from(columns, head + 1, last) if inverted else phrase_from(columns, first, head)
    if head == last or base is None or base[0] != first + inverted:
        return None
    source = full_phrase(columns, base, last) if inverted else base
    person = any(columns.people[index] for index in range(*source)) or columns.lower[source[0]] in _HE
    apart = any(columns.tags[at] != "ADV" for at in range(source[1], head))
    end = source[1] if inverted else head + 1
    ends = end >= last or columns.lower[end] in _CLAUSE_ENDS
    return _draft(quotation, head, source) if person and ends and not apart else None


def _acts(columns: Columns, token: int) -> bool:
    """Tell whether a word is the verb of a clause; the tagger takes a verb that it does not know for an adjective."""
    if columns.lower[token].endswith("ed"):
        return not columns.people[token]
    return columns.tags[token] == "VERB" and columns.fine[token] in _PAST_OR_PRESENT


def _is_gesture(columns: Columns, token: int) -> bool:
    """Tell whether a verb is of who is about to speak: "nodded", "joined in", "shook her head"."""
    word = columns.lower[token]
    if columns.lowered(token + 1) in OWNING and columns.lowered(token + 2) in _BODY:
        return True
    return word in _GESTURES or (word in _ENTERING and columns.lowered(token + 1) in ("in", "up"))


def _sent(columns: Columns, quotation: Quoted) -> Draft | None:
    """Return a quotation alone in its paragraph behind a line that says from whom it is: "A note from Lopez."."""
    sentence = columns.sentence_of[quotation.first]
    end = columns.sentence_of[quotation.last - 1]
    before, after = columns.paragraph_of[sentence - 1 : sentence], columns.paragraph_of[end + 1 : end + 2]
    if not sentence or quotation.paragraph in (*before, *after) or columns.sentences[end][1] > quotation.last:
        return None
    first, last = columns.sentences[sentence - 1]
    opening = next((at for at in range(first, min(first + _NOUN, last)) if columns.lower[at] == "from"), None)
    if opening is None or columns.count_verbs(first, last):
        return None
    if opening > first and columns.lower[opening - 1] not in _SENT:
        return None
    first = opening
    person = next((at for at in range(first + 1, min(first + _FEW, last)) if columns.people[at]), None)
    base = phrase_from(columns, person, last) if person is not None else None
    return _draft(quotation, first, full_phrase(columns, base, last)) if base is not None else None


def _claimed(columns: Columns, quotation: Quoted) -> Draft | None:
    """Return a quotation alone in its paragraph that the next one claims: "That was how Lopez once put it"."""
    sentence = columns.sentence_of[quotation.last - 1]
    alone = quotation.last >= columns.sentences[sentence][1] and sentence + 1 < len(columns.sentences)
    if not alone or columns.paragraph_of[sentence + 1] == quotation.paragraph:
        return None
    first, last = columns.sentences[sentence + 1]
    if columns.lower[first] not in _CLAIMING or last - first > _FEW or any(columns.inside[first:last]):
        return None
    person = next((at for at in range(first + 1, last) if columns.people[at] or columns.lower[at] in PERSONAL), None)
    head = next((at for at in range(first + 1, last) if columns.lower[at] in _PUT), None)
    base = phrase_from(columns, person, last) if person is not None and head is not None else None
    if person is None or head is None or base is None:
        return None
    return _draft(quotation, head, full_phrase(columns, base, head if base[1] <= head else last))
