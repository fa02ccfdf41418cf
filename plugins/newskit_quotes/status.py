"""How a quote is reported: asserted, denied, not said, asked, only possible, to come. The words round its cue tell."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import frozen

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
_HAD = frozenset({"'d", "’d"})


@frozen
class Governed:
    """A cue and the tokens that govern it, in the order of the text: "has | declined | to | say"."""

    columns: Columns
    attribution: Attribution
    before: tuple[int, ...]

    @property
    def words(self) -> list[str]:
        """The words of the tokens, in lower case."""
        return [self.columns.lower[index] for index in self.before]

    @property
    def head(self) -> int:
        """The token of the cue."""
        return self.attribution.head

    @property
    def word(self) -> str:
        """The word of the cue, in lower case."""
        return self.columns.lower[self.head]


def status(columns: Columns, attribution: Attribution, reports: newskit.Reported) -> Reading:
    """Return how a quote that ``reports`` something is reported, and the rule: the first one that holds."""
    if columns.lower[attribution.head][:1].isalpha() and attribution.form is not Form.NARRATED:
        cue = Governed(columns, attribution, governing(columns, attribution))
        for holds, found, rule in _READINGS:
            if holds(cue):
                if found == "not said" and reports in ("thought", "act"):
                    return "denied", _THOUGHT_WITHHELD if holds is is_withheld else rule
                return found, rule
    if is_question(columns, attribution):
        return "asked", "put as a question"
    return "asserted", "plainly reported"


def governing(columns: Columns, attribution: Attribution) -> tuple[int, ...]:
    """Return the tokens before a cue that govern it: auxiliaries, negations, and verbs with "to" or right before it."""
    head, lower, tags = attribution.head, columns.lower, columns.tags
    first = columns.bounds(head)[0]
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
        governs = to_follows and (tags[index] in ("VERB", "ADJ") or word in report_forms("coming"))
        gerund = columns.fine[head] == "VBG" and right == head and word in report_forms("withheld")
        noun = to_follows and word in report_forms("plan_noun")
        denied = word == "no" and lower[right] in report_forms("plan_noun")
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
    return any(start <= index < end for start, end in attribution.content)


def _shared(columns: Columns, attribution: Attribution, join: int) -> int:
    """Return the "to" or the modal verb that a verb behind "and" shares with the one before, -1 for none."""
    for index in range(join - 1, max(columns.bounds(join)[0], join - _JUMP) - 1, -1):
        if columns.lower[index] in COMMAS or _is_outside(columns, attribution, index):
            return -1
        if columns.fine[index] in ("MD", "TO"):
            return index
    return -1


def _is_short_of(columns: Columns, index: int) -> bool:
    """Tell whether a token is of "stopped short of" or "refrained from"."""
    behind = columns.lowered(index + 1)
    return (columns.lower[index] == "short" and behind == "of") or (
        behind in ("short", "from") and columns.lower[index] in report_forms("withheld")
    )


def is_withheld(cue: Governed) -> bool:
    """Tell whether what governs a cue denies it: "has not said", "declined to say", "without saying".

    Two denials make none: "did not hesitate to say".
    """
    lower = cue.columns.lower
    only, withheld = report_words("only"), report_forms("withheld")
    plain = [index for index in cue.before if not (lower[index] in NEGATIONS and lower[index + 1] in only)]
    denials = [
        index
        for index in plain
        if lower[index] in NEGATIONS
        or lower[index] == "no"
        or (lower[index] in withheld and _is_verb_or_yet(cue, index))
    ]
    refused = cue.word in withheld and is_of_saying(cue.columns, cue.attribution)
    return (len(denials) + refused) % 2 == 1


def _is_verb_or_yet(cue: Governed, index: int) -> bool:
    """Tell whether a word withholds where it stands; "yet" does so before "to", and "stop" before "short"."""
    word, behind = cue.columns.lower[index], cue.columns.lowered(index + 1)
    if word == "without":
        return False  # one of the negations
    return behind == "to" if word == "yet" else behind == "short" or not word.startswith("stop")


def is_of_nobody(cue: Governed) -> bool:
    """Tell whether nobody is the source: "no one said", "neither Lopez nor Moreno said", "nor did she say"."""
    source, lower = cue.attribution.source, cue.columns.lower
    if source is None or source[0] > cue.head:
        return False
    nobody = report_words("nobody")
    first = cue.columns.bounds(cue.head)[0]
    before = [index for index in range(max(first, source[0] - 2), source[0]) if lower[index] in nobody]
    inverted = before and (before[-1] == source[0] - 1 or lower[source[0] - 1] in AUXILIARIES)
    return lower[source[0]] in nobody or bool(inverted)


def is_inverted(cue: Governed) -> bool:
    """Tell whether the report itself is asked for: "Did Lopez say that it is safe?"."""
    source = cue.attribution.source
    if source is None or source[0] > cue.head or cue.columns.fine[cue.head] not in _BASE:
        return False
    first, last = cue.columns.bounds(cue.head)
    asked = "?" in cue.columns.lower[last - 2 : last]
    return asked and first < source[0] and cue.columns.lower[source[0] - 1] in AUXILIARIES


def is_under_condition(cue: Governed) -> bool:
    """Tell whether a conjunction before the subject makes a report one that may not be: "if he says"."""
    columns, source = cue.columns, cue.attribution.source
    at = min(cue.before[0] if cue.before else cue.head, source[0] if source else cue.head)
    first = columns.bounds(cue.head)[0]
    for index in range(at - 1, max(first, at - _BEFORE) - 1, -1):
        if _is_outside(columns, cue.attribution, index):
            return False
        if columns.lower[index] in report_words("condition"):
            return True
        if columns.lower[index] not in report_words("even") and columns.tags[index] not in ("ADV", "DET"):
            return False
    return False


def is_to_come(cue: Governed) -> bool:
    """Tell whether a report is one to come: "will say", "plans to announce", "is expected to say"."""
    columns, lower = cue.columns, cue.columns.lower
    if _is_self(cue):
        return False
    coming, nouns = report_forms("coming"), report_forms("plan_noun")
    if cue.word in coming and is_of_saying(columns, cue.attribution):
        return True
    for index in reversed(cue.before):
        if lower[index] in report_words("future"):
            return True
        if lower[index] == "to":
            before = lower[index - 1] if index else ""
            if before in coming or before in nouns or columns.tag(index - 1) == "AUX":
                return columns.tag(index - 1) != "AUX" or before not in ("has", "have", "had", "having", "ought")
            source = cue.attribution.source
            return source is not None and source[1] == index == cue.head - 1 and _is_headline(columns, source[0])
    return False


def _is_headline(columns: Columns, start: int) -> bool:
    """Tell whether a subject begins a line without a full stop, where "to" stands for "will": "Mayor to announce"."""
    first, last = columns.bounds(start)
    return start == first and columns.lower[last - 1] not in _STOPS


def is_possible(cue: Governed) -> bool:
    """Tell whether a modal verb makes a report one that may be: "could say"; not "would later say", "can reveal"."""
    columns, lower = cue.columns, cue.columns.lower
    if _is_self(cue):
        return False
    words = cue.words
    if not report_words("later").isdisjoint(words) and not {"would", *_HAD}.isdisjoint(words):
        return False
    for index in cue.before:
        word, after = lower[index], lower[index + 1]
        if word in report_words("modal") and columns.words[index] != "May":
            if word in _HAD and columns.fine[cue.head] == "VBN":
                continue
            if word == "can" and cue.word in report_forms("performed"):
                continue
            return True
        if after == "to" and (word in report_words("possible") or word in report_words("obliged")):
            return True
    return False


def _is_self(cue: Governed) -> bool:
    """Tell whether the writer or a speaker says it of himself: "I must say" says it."""
    source = cue.attribution.source
    return source is not None and cue.columns.lower[source[0]] in report_words("self")


def is_denial(cue: Governed) -> bool:
    """Tell whether a cue denies its content: "denied that", "refused to pay"; not "dismissed the plan as"."""
    if cue.word in report_forms("denying") or (
        cue.columns.lemma(cue.head) == "rule" and cue.columns.lowered(cue.head + 1) == "out"
    ):
        return True
    content = cue.attribution.content
    return cue.word in report_forms("dismissing") and not any(
        cue.columns.lower[index] == "as" for start, end in content for index in range(start, end)
    )


def is_asking(cue: Governed) -> bool:
    """Tell whether a cue asks: "asked whether", "questioned why", "demanded to know"."""
    columns = cue.columns
    if cue.word in report_forms("asking"):
        return True
    start = cue.attribution.content[0][0]
    if start < cue.head:
        return False
    begins = columns.lower[start]
    lemma = columns.lemma(cue.head)
    known = begins == "to" and columns.lowered(start + 1) == "know"
    return (lemma == "question" and begins in report_words("question")) or (lemma in ("demand", "want") and known)


def is_question(columns: Columns, attribution: Attribution) -> bool:
    """Tell whether all that is quoted is a question."""
    if attribution.kind != "direct":
        return False
    words: Sequence[str] = [columns.lower[index] for start, end in attribution.content for index in range(start, end)]
    asked = [place for place, word in enumerate(words) if word == "?"]
    return bool(asked) and asked[-1] >= len(words) - 2 and "." not in words and "!" not in words


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
