"""Cues and sources that are plain by what stands beside them, whatever the model thinks."""

from __future__ import annotations

from newskit_quotes.beginnings import behind_adjunct
from newskit_quotes.chunks import phrase_before, phrase_from
from newskit_quotes.columns import Columns, Quoted
from newskit_quotes.cue_features import is_inverted
from newskit_quotes.ended import ended, hears
from newskit_quotes.findings import finds
from newskit_quotes.joined import joined
from newskit_quotes.lexicon import DAYS, PERSONAL, RELATIVES, word_class, word_set
from newskit_quotes.records import Draft, Range
from newskit_quotes.sources import plain_subject, possessor

_ASKED, _READS, _WRITTEN, _CLAIMS, _CONTRARY, _PARTS = map(
    word_class, ("asked", "reads", "written_thing", "claim", "contrary", "part")
)
_FELT, _NAMING, _REFUSING = map(word_class, ("felt", "verb_of_naming", "refusing"))
_PARTICIPLE, _SHORT_FORMS = frozenset({"VBN", "VBD"}), frozenset({"'s", "’s"})  # "he 's said", "he 's pleased"
_TENSED = frozenset({"VBD", "VBZ", "VBP"})
_WHOM = frozenset({"him", "her", "them", "us", "me", "it"})
_RELATIVES = RELATIVES | {"what"}
_TAG = 8
"""Tokens of a sentence that says but who asked."""
_BESIDE = frozenset({"PROPN", "NOUN", "PRON", "DET", "ADJ", "ADV", "PUNCT"})


def reports(columns: Columns, head: int) -> bool:
    """Tell whether a word plainly is a cue."""
    word = columns.lower[head]
    return (
        (word in _ASKED and (is_inverted(columns, head) or question_before(columns, head) is not None))
        or (word in _READS and is_written(columns, head))
        or (word == "held" and holds(columns, head))
        or is_rejected(columns, head)
        or (word == "citing" and cites(columns, head))
        or (columns.lemma(head) == "deny" and denies(columns, head))
        or ended(columns, head) is not None
        or hears(columns, head)
        or joined(columns, head) is not None
        or names(columns, head)
        or finds(columns, head) is not None
    )


def names(columns: Columns, head: int) -> bool:
    """Tell whether somebody calls a thing the words between marks: "Lopez | termed | the move “unjust”"."""
    if columns.lower[head] not in _NAMING or columns.fine[head] not in _TENSED or columns.is_passive(head):
        return False
    thing = phrase_from(columns, head + 1, columns.bounds[head][1])
    if thing is None or thing[0] != head + 1 or columns.inside[head + 1]:
        return False
    mark = thing[1] + (columns.lowered(thing[1]) == "as")
    quotation = columns.opens.get(mark) or columns.opens.get(mark + 1)
    subject = phrase_before(columns, columns.group_starts[head])
    if quotation is None or quotation.titled or subject is None or columns.lowered(subject[0] - 1) in _RELATIVES:
        return False
    return bool(columns.named[subject[1] - 1]) or columns.lower[subject[0]] in PERSONAL


def holds(columns: Columns, head: int) -> bool:
    """Tell whether somebody rules so: "the court | held | that it was void", "held in Poe v. Roe that"."""
    that = columns.lowered(head + 1) == "that" and columns.fine[head + 1] == "IN" and not columns.is_passive(head)
    return that or behind_adjunct(columns, head, columns.bounds[head][1]) > 0


def cites(columns: Columns, head: int) -> bool:
    """Tell whether somebody gives a reason for what he did or said in marks: "it shut, | citing | a lack of staff"."""
    first = columns.bounds[head][0]
    verbs = [at for at in range(first, head - 1) if columns.tags[at] == "VERB" and not columns.inside[at]]
    refused = bool(verbs) and columns.lower[verbs[-1]] in _REFUSING  # "when asked to leave, it declined|, citing"
    says = (at for at in verbs if columns.grade(at) == "say" and not refused)
    said = any(columns.count_verbs(at + 1, head - 1) or verbs[0] < at for at in says)
    quoted = any(columns.inside[first:head])
    return (quoted or not said) and cited_by(columns, head) is not None


def cited_by(columns: Columns, head: int) -> Range | None:
    """Return who did what a participle behind a comma gives the reason of."""
    if columns.lowered(head - 1) != ",":
        return None
    begins = not columns.count_verbs(columns.bounds[head][0], head)  # "| Lopez |, citing a sore knee, left"
    return phrase_before(columns, head - 1) if begins else _of_verb_before(columns, head - 1)


def only_cites(columns: Columns, head: int) -> bool:
    """Tell whether behind a verb nothing but a day and whom somebody cites stands: "said on Friday, citing Lopez"."""
    at = head + 1 + (columns.lowered(head + 1) == "on")
    at += columns.lowered(at) in DAYS
    cited = columns.lowered(at) == "," and columns.lowered(at + 1) == "citing"
    return cited and "that" not in columns.lower[at : columns.bounds[head][1]]


def denies(columns: Columns, head: int) -> bool:
    """Tell whether somebody denies a charge or an act: "Lopez | denies | fraud", "denied taking it"."""
    if columns.fine[head] not in _TENSED or phrase_before(columns, columns.group_starts[head]) is None:
        return False
    after, following = columns.fine_tag(head + 1), head + 1
    done = after == "VBG" or (after in ("NN", "NNS", "DT", "PRP$", "JJ") and columns.lowered(following) != "that")
    return done and columns.lowered(following) not in _WHOM


def question_before(columns: Columns, head: int) -> Range | None:
    """Return the question before a sentence that only says who asked, without marks: "| Who knew? | Lopez asked."."""
    sentence = columns.sentence_of[head]
    first, last = columns.sentences[sentence]
    if columns.lowered(head - 1) == "?" and first < head - 2 and is_asked_by(columns, head, last):
        return None if any(columns.inside[first:head]) else (first, head)
    own = columns.lower[head] in _ASKED and last - first <= _TAG
    if not own or not sentence or columns.paragraph_of[sentence - 1] != columns.paragraph_of[sentence]:
        return None
    begin, end = columns.sentences[sentence - 1]
    others = [at for at in range(first, last) if at != head]
    if columns.lower[end - 1] != "?" or any(columns.inside[begin:last]):
        return None
    named = any(columns.tags[at] in ("PROPN", "NOUN", "PRON") for at in others)
    return (begin, end) if named and all(columns.tags[at] in _BESIDE for at in others) else None


def is_asked_by(columns: Columns, head: int, last: int) -> bool:
    """Tell whether nothing but who asked stands behind a question and its verb: "Who knew? | asked Maria Lopez |"."""
    base = phrase_from(columns, head + 1, last)
    return columns.lower[head] in _ASKED and base is not None and base[0] == head + 1


def is_written(columns: Columns, head: int) -> bool:
    """Tell whether a text "reads" what stands between marks right behind: "The text message | read | “Run now”"."""
    thing = phrase_before(columns, head) if head + 1 in columns.opens else None
    if thing is None:
        return False
    word = columns.lower[thing[1] - 1]
    return word in _WRITTEN or word in word_set("documents")


def is_rejected(columns: Columns, head: int) -> bool:
    """Tell whether a noun is somebody's claim that somebody else rejects: "disputed Lopez's | claim | that it is …"."""
    if columns.lower[head] not in _CLAIMS or columns.lowered(head + 1) != "that":
        return False
    owner = possessor(columns, head, columns.bounds[head][0])
    return bool(owner) and columns.lowered(owner[0][0] - 1) in _CONTRARY


def of_clause(columns: Columns, head: int, found: Range) -> Range | None:
    """Return whose clause a verb goes on with where the phrase found is no subject: a participle behind a comma, "and".

    "| The general | condemned raids on hospitals, schools, and homes, saying", "| Roe | read the report, one of three
    that came out, and said".
    """
    if _is_part(columns, found) and columns.lowered(columns.group_starts[head] - 1) == "and":
        return _of_verb_before(columns, found[0])
    if columns.fine[head] != "VBG" or columns.grade(head) != "say" or columns.lowered(head - 1) != ",":
        return None
    first = columns.bounds[head][0]
    owned = columns.tag(found[0] - 1) == "ADP" or not columns.count_verbs(found[1], head)
    if found[1] > head or found[0] == first or not owned:
        return None
    for verb in range(head - 2, first, -1):
        if columns.fine[verb] in _TENSED and columns.grade(verb) and not columns.inside[verb]:
            return plain_subject(columns, verb, ())
    return None


def _is_part(columns: Columns, found: Range) -> bool:
    """Tell whether a phrase says behind a comma of what something is a part: ", one of three", ", most of which"."""
    first = found[0]
    return columns.lower[first] in _PARTS and columns.lowered(first + 1) == "of" and columns.lowered(first - 1) == ","


def _of_verb_before(columns: Columns, last: int) -> Range | None:
    """Return the subject of the last verb before a token in its sentence."""
    verbs = (at for at in range(last - 1, columns.bounds[last][0], -1) if columns.fine[at] in _TENSED)
    verb = next((at for at in verbs if not columns.inside[at]), None)
    return None if verb is None else plain_subject(columns, verb, ())


def undergoes(columns: Columns, draft: Draft) -> bool:
    """Tell whether the source is but the subject of a passive: "Lopez | was denied | a medal", not "is worried"."""
    start, head = columns.group_starts[draft.head], draft.head
    own = draft.source is not None and draft.source[0] < start and columns.is_passive(head)
    done = columns.fine[head] in _PARTICIPLE and not columns.lower[head].endswith("ing")
    return own and done and columns.lower[head] not in _FELT and columns.lower[start] not in _SHORT_FORMS


def with_rest(columns: Columns, draft: Draft, quotation: Quoted) -> Draft:
    """Return a draft with what goes on behind its marks: "the “safe plan,”| helping all|, Lopez said"."""
    if draft.source is None:
        return draft
    if columns.lowered(quotation.last) == "(":
        return draft  # "“C'est la vie” | (that's life) |, Lopez said"
    start, stop = quotation.last, min(columns.group_starts[draft.head], draft.source[0])
    start += columns.lowered(start) == ","
    if columns.fine_tag(start) == "VBG" and quotation.begins:
        return draft  # "“We won,” | waving her hat |, Ann Poe said"
    goes_on = start + 1 < stop and columns.lower[stop - 1] == "," and columns.count_verbs(start, stop)
    if goes_on and not (columns.named[start] or columns.quotations_in([(start, stop)])):
        place = next(at for at, piece in enumerate(draft.content) if piece[1] == quotation.last)
        draft.content[place] = draft.content[place][0], stop - 1
    return draft
