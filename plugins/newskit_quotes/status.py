"""How a quote is reported: asserted, denied, not said, asked, only possible, to come. The words round its cue tell."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from attrs import define, field, frozen

import newskit
from newskit_quotes.columns import COMMAS, NEGATIONS, Columns
from newskit_quotes.readings import AUXILIARIES
from newskit_quotes.records import Attribution, Form
from newskit_quotes.reported import is_of_saying, report_forms, report_words

Reading = tuple[newskit.ReportStatus, str]
"""How it is reported, and the rule that says so."""
_REACH, _JUMP, _BEFORE = 9, 12, 3
"""Tokens before a cue that may govern it; over which a second verb shares what governs the first; before a source."""
_GROUP = frozenset({"AUX", "ADV", "PART"})
_BASE = frozenset({"VB", "VBP"})
_JOINS = frozenset({"and", "or"})
_STOPS = frozenset('.?!”"’')
_HAD = "'d"


@frozen(eq=False)
class _Words:
    """The classes of words that are looked at here, those of lemmas with all their forms.

    A cue of none of the ``telling`` words tells nothing by itself, and little behind none of those ``around`` it.
    """

    only: frozenset[str]
    nobody: frozenset[str]
    condition: frozenset[str]
    even: frozenset[str]
    future: frozenset[str]
    later: frozenset[str]
    modal: frozenset[str]
    possible: frozenset[str]
    oneself: frozenset[str]
    question: frozenset[str]
    withheld: frozenset[str]
    coming: frozenset[str]
    plan_noun: frozenset[str]
    performed: frozenset[str]
    denying: frozenset[str]
    dismissing: frozenset[str]
    asking: frozenset[str]
    telling: frozenset[str] = field(init=False)
    around: frozenset[str] = field(init=False)

    @telling.default
    def _telling(self) -> frozenset[str]:
        return self.withheld.union(self.coming, self.denying, self.dismissing, self.asking)

    @around.default
    def _nobody_or_condition(self) -> frozenset[str]:
        return self.nobody | self.condition


@cache
def _words() -> _Words:
    listed = ("only", "nobody", "condition", "even", "future", "later", "modal", "question")
    lemmas = ("withheld", "coming", "plan_noun", "performed", "denying", "dismissing", "asking")
    return _Words(
        **{name: report_words(name) for name in listed},
        **{name: report_forms(name) for name in lemmas},
        possible=report_words("possible") | report_words("obliged"),
        oneself=report_words("self"),
    )


@define(eq=False)
class Governed:
    """A cue, its token, word and lemma in lower case, and the tokens that govern it: "has | declined | to | say".

    ``words`` are the classes of words.
    """

    columns: Columns
    attribution: Attribution
    head: int
    word: str
    lemma: str
    before: tuple[int, ...]
    words: _Words


def status(columns: Columns, attribution: Attribution, reports: newskit.Reported) -> Reading:
    """Return how a quote that ``reports`` something is reported, and the rule: the first one that holds."""
    if columns.lower[attribution.head][:1].isalpha() and attribution.form is not Form.NARRATED:
        found = _by_words(columns, attribution, reports)
        if found is not None:
            return found
    if is_question(columns, attribution):
        return "asked", "put as a question"
    return "asserted", "plainly reported"


def _by_words(columns: Columns, attribution: Attribution, reports: newskit.Reported) -> Reading | None:
    """Return what the words round a cue say, None where they say nothing."""
    head, before, known = attribution.head, governing(columns, attribution), _words()
    word, lemma = columns.lower[head], columns.lemma(head)
    telling = before or word in known.telling or lemma in _LEMMAS
    if not telling and _is_plain(columns, attribution):  # as most are
        return None
    cue = Governed(columns, attribution, head, word, lemma, before, known)
    for holds, found, rule in _READINGS if telling else _AROUND:
        if holds(cue):
            if found == "not said" and reports in ("thought", "act"):
                return "denied", _THOUGHT_WITHHELD if holds is is_withheld else rule
            return found, rule
    return None


def _is_plain(columns: Columns, attribution: Attribution) -> bool:
    """Tell whether no word before a cue is one that ``_AROUND`` looks for, and its sentence does not ask."""
    head, source = attribution.head, attribution.source
    first, last = columns.bounds[head]
    if source is not None and source[0] < first:
        first = source[0]
    return _words().around.isdisjoint(columns.lower[first : head + 1]) and "?" not in columns.lower[last - 2 : last]


def governing(columns: Columns, attribution: Attribution) -> tuple[int, ...]:
    """Return the tokens before a cue that govern it: auxiliaries, negations, and verbs with "to" or right before it."""
    head, lower, tags, known = attribution.head, columns.lower, columns.tags, _words()
    first = columns.bounds[head][0]
    found: list[int] = []
    index, right = head - 1, head
    while index >= first and len(found) < _REACH and not _is_outside(columns, attribution, index):
        word = lower[index]
        if word in _JOINS and columns.fine[head] == "VB" and right == head:
            shared = _shared(columns, attribution, index)
            if shared < 0:
                break
            index = shared
            continue
        to_follows = lower[right] == "to"
        if word in COMMAS:
            break
        grouped = tags[index] in _GROUP or word in AUXILIARIES or word in NEGATIONS or word == "to"
        governs = to_follows and (tags[index] in ("VERB", "ADJ") or word in known.coming)
        gerund = columns.fine[head] == "VBG" and right == head and word in known.withheld
        noun = to_follows and word in known.plan_noun
        denied = word == "no" and lower[right] in known.plan_noun
        short = word in ("of", "from") and right == head and columns.fine[head] == "VBG"
        if not (grouped or governs or gerund or noun or denied or short or _is_short_of(columns, index)):
            break
        found.append(index)
        right = index
        index -= 1
    return tuple(reversed(found))


def _is_outside(columns: Columns, attribution: Attribution, index: int) -> bool:
    """Tell whether a token belongs to the source, to the content or to a quotation."""
    source = attribution.source
    if columns.inside[index] or (source is not None and source[0] <= index < source[1]):
        return True
    start, end = attribution.content[0]
    return start <= index < end or any(start <= index < end for start, end in attribution.content[1:])


def _shared(columns: Columns, attribution: Attribution, join: int) -> int:
    """Return the "to" or the modal verb that a verb behind "and" shares with the one before, -1 for none."""
    for index in range(join - 1, max(columns.bounds[join][0], join - _JUMP) - 1, -1):
        if columns.lower[index] in COMMAS or _is_outside(columns, attribution, index):
            return -1
        if columns.fine[index] in ("MD", "TO"):
            return index
    return -1


def _is_short_of(columns: Columns, index: int) -> bool:
    """Tell whether a token is of "stopped short of" or "refrained from"."""
    behind = columns.lowered(index + 1)
    return (columns.lower[index] == "short" and behind == "of") or (
        behind in ("short", "from") and columns.lower[index] in _words().withheld
    )


def is_withheld(cue: Governed) -> bool:
    """Tell whether what governs a cue denies it: "has not said", "declined to say", "without saying".

    Two denials make none: "did not hesitate to say".
    """
    lower, only, withheld = cue.columns.lower, cue.words.only, cue.words.withheld
    refused = cue.word in withheld and is_of_saying(cue.columns, cue.attribution)
    plain = [index for index in cue.before if not (lower[index] in NEGATIONS and lower[index + 1] in only)]
    denials = [
        index
        for index in plain
        if lower[index] in NEGATIONS
        or lower[index] == "no"
        or (lower[index] in withheld and _is_verb_or_yet(cue, index))
    ]
    return (len(denials) + refused) % 2 == 1


def _is_verb_or_yet(cue: Governed, index: int) -> bool:
    """Tell whether a word withholds where it stands; "yet" does so before "to", and "stop" before "short"."""
    word, behind = cue.columns.lower[index], cue.columns.lowered(index + 1)
    if word == "without":
        return False  # one of the negations
    return behind == "to" if word == "yet" else behind == "short" or not word.startswith("stop")


def is_of_nobody(cue: Governed) -> bool:
    """Tell whether nobody is the source: "no one said", "neither Lopez nor Moreno said", "nor did she say"."""
    source, lower, nobody = cue.attribution.source, cue.columns.lower, cue.words.nobody
    if source is None or source[0] > cue.head:
        return False
    first = cue.columns.bounds[cue.head][0]
    before = [index for index in range(max(first, source[0] - 2), source[0]) if lower[index] in nobody]
    inverted = before and (before[-1] == source[0] - 1 or lower[source[0] - 1] in AUXILIARIES)
    return lower[source[0]] in nobody or bool(inverted)


def is_inverted(cue: Governed) -> bool:
    """Tell whether the report itself is asked for: "Did Lopez say that it is safe?"."""
    source = cue.attribution.source
    if source is None or source[0] > cue.head or cue.columns.fine[cue.head] not in _BASE:
        return False
    first, last = cue.columns.bounds[cue.head]
    asked = "?" in cue.columns.lower[last - 2 : last]
    return asked and first < source[0] and cue.columns.lower[source[0] - 1] in AUXILIARIES


def is_under_condition(cue: Governed) -> bool:
    """Tell whether a conjunction before the subject makes a report one that may not be: "if he says"."""
    columns, source = cue.columns, cue.attribution.source
    condition, even = cue.words.condition, cue.words.even
    at = min(cue.before[0] if cue.before else cue.head, source[0] if source else cue.head)
    first = columns.bounds[cue.head][0]
    for index in range(at - 1, max(first, at - _BEFORE) - 1, -1):
        if _is_outside(columns, cue.attribution, index):
            return False
        if columns.lower[index] in condition:
            return True
        if columns.lower[index] not in even and columns.tags[index] not in ("ADV", "DET"):
            return False
    return False


def is_to_come(cue: Governed) -> bool:
    """Tell whether a report is one to come: "will say", "plans to announce", "is expected to say"."""
    columns, lower, coming = cue.columns, cue.columns.lower, cue.words.coming
    of_saying = cue.word in coming and is_of_saying(columns, cue.attribution)
    if not (cue.before or of_saying) or _is_self(cue):
        return False
    if of_saying:
        return True
    for index in reversed(cue.before):
        if lower[index] in cue.words.future:
            return True
        if lower[index] == "to":
            before = lower[index - 1] if index else ""
            if before in coming or before in cue.words.plan_noun or columns.tag(index - 1) == "AUX":
                return columns.tag(index - 1) != "AUX" or before not in ("has", "have", "had", "having", "ought")
            source = cue.attribution.source
            return source is not None and source[1] == index == cue.head - 1 and _is_headline(columns, source[0])
    return False


def _is_headline(columns: Columns, start: int) -> bool:
    """Tell whether a subject begins a line without a full stop, where "to" stands for "will": "Mayor to announce"."""
    first, last = columns.bounds[start]
    return start == first and columns.lower[last - 1] not in _STOPS


def is_possible(cue: Governed) -> bool:
    """Tell whether a modal verb makes a report one that may be: "could say"; not "would later say", "can reveal"."""
    columns, lower, known = cue.columns, cue.columns.lower, cue.words
    if not cue.before or _is_self(cue):
        return False
    words = [lower[index] for index in cue.before]
    if not known.later.isdisjoint(words) and not {"would", _HAD}.isdisjoint(words):
        return False
    for index in cue.before:
        word, after = lower[index], lower[index + 1]
        if word in known.modal and columns.words[index] != "May":
            if word == _HAD and columns.fine[cue.head] == "VBN":
                continue
            if word == "can" and cue.word in known.performed:
                continue
            return True
        if after == "to" and word in known.possible:
            return True
    return False


def _is_self(cue: Governed) -> bool:
    """Tell whether the writer or a speaker says it of himself: "I must say" says it."""
    source = cue.attribution.source
    return source is not None and cue.columns.lower[source[0]] in cue.words.oneself


def is_denial(cue: Governed) -> bool:
    """Tell whether a cue denies its content: "denied that", "refused to pay"; not "dismissed the plan as"."""
    if cue.word in cue.words.denying or (cue.columns.lowered(cue.head + 1) == "out" and cue.lemma == "rule"):
        return True
    content = cue.attribution.content
    return cue.word in cue.words.dismissing and not any(
        cue.columns.lower[index] == "as" for start, end in content for index in range(start, end)
    )


def is_asking(cue: Governed) -> bool:
    """Tell whether a cue asks: "asked whether", "questioned why", "demanded to know"."""
    columns = cue.columns
    if cue.word in cue.words.asking:
        return True
    start = cue.attribution.content[0][0]
    if start < cue.head:
        return False
    begins = columns.lower[start]
    known = begins == "to" and columns.lowered(start + 1) == "know"
    return (cue.lemma == "question" and begins in cue.words.question) or (cue.lemma in ("demand", "want") and known)


def is_question(columns: Columns, attribution: Attribution) -> bool:
    """Tell whether all that is quoted is a question."""
    if attribution.kind != "direct":
        return False
    words = [word for start, end in attribution.content for word in columns.lower[start:end]]
    return "?" in words[-2:] and "." not in words and "!" not in words


_THOUGHT_WITHHELD = "thought withheld"
_READINGS: tuple[tuple[Callable[[Governed], bool], newskit.ReportStatus, str], ...] = (
    (is_withheld, "not said", "withheld"),
    (is_inverted, "asked", "inverted question"),
    (is_of_nobody, "not said", "said by nobody"),
    (is_under_condition, "conditional", "under a condition"),
    (is_to_come, "planned", "yet to come"),
    (is_possible, "conditional", "modal cue"),
    (is_denial, "denied", "verb of denial"),
    (is_asking, "asked", "verb of asking"),
)
"""What the words round a cue may say, and the rule."""
_AROUND = tuple(each for each in _READINGS if each[0] in (is_inverted, is_of_nobody, is_under_condition))
"""Those that need neither words that govern the cue nor a telling cue, which few have."""
_LEMMAS = frozenset({"rule", "question", "demand", "want"})
"""Lemmas that tell with what is behind them: "ruled out"."""
