"""What German reports outside of quotation marks: the clause behind a verb, before it, or round a preposition."""

from __future__ import annotations

from newskit_german.cues import Cue
from newskit_german.frames import Frame
from newskit_german.phrases import phrase_end
from newskit_german.subjects import clause_end, link_of

_STOPS = frozenset((".", "!", "?", "…", "..."))
_OBJECT = 3
"""Tokens of an object that says something."""
_OBJECTS: dict[str, tuple[str, ...]] = {
    "berichten": ("von", "vom", "über"),
    "bezeichnen": (),
    "fordern": (),
    "nennen": (),
    "plädieren": ("für",),
    "schätzen": (),
    "sprechen": ("von", "vom"),
    "verlangen": (),
    "warnen": ("vor",),
}
"""Verbs with an object that is a report of its own, by the prepositions that it stands behind."""
_PARTICLES = ("an", "auf", "aus", "ein", "zu")
_CLAUSE = 40
"""How many tokens of a clause are looked at for what makes it a report."""


def is_subjunctive(frame: Frame) -> bool:
    """Tell whether a frame has a verb in the subjunctive, by which German reports."""
    return any(frame.is_in(at, "SUBJUNCTIVE") and not frame.quoted_at(at) for at in frame.indices)


def is_hearsay(frame: Frame) -> bool:
    """Tell whether a frame says by "sollen" and a perfect what somebody else has said: Sie soll gegangen sein."""
    tokens = frame.tokens
    free = [at for at in frame.indices if not frame.quoted_at(at)]
    first = next((at for at in free if tokens.lower[at] in ("soll", "sollen")), None)
    if first is None:
        return False
    end = clause_end(frame, first)
    return tokens.lower[end - 1] in ("haben", "sein")


def without_stop(frame: Frame) -> range:
    """Return the tokens of a frame without the stop that ends it."""
    stop = frame.stop
    while stop > frame.start + 1 and frame.tokens.words[stop - 1] in _STOPS and not frame.quoted_at(stop - 1):
        stop -= 1
    return range(frame.start, stop)


def reported(frame: Frame, cue: Cue) -> list[range]:
    """Return the tokens of what a cue reports, in one piece or two; none where it reports nothing in its frame."""
    pieces = _of_verb(frame, cue) if cue.is_verb else _beside(frame, cue)
    return [piece for piece in pieces if _has_words(frame, piece)]


def _has_words(frame: Frame, piece: range) -> bool:
    """Tell whether words outside of quotation marks are in a piece; a lone quotation is direct speech."""
    return any(frame.tokens.words[at][0].isalnum() and not frame.quoted_at(at) for at in piece)


def _of_verb(frame: Frame, cue: Cue) -> list[range]:
    link = link_of(frame, cue.head)
    if link is None or link == frame.start:
        behind = _behind(frame, cue, free=link is not None)
        return [behind] if behind else _ahead(frame, cue, cue.verb)
    # "…, wie die Ministerin sagte": what stands before it is reported
    return [range(frame.start, link - 1)] if frame.tokens.lower[link] == "wie" else []


def _beside(frame: Frame, cue: Cue) -> list[range]:
    """Return what stands before and behind laut, nach, zufolge with their source; before "so", and behind it."""
    words, whole = frame.tokens.words, without_stop(frame)
    if cue.rule == "so":
        return _ahead(frame, cue, cue.head)
    begin, end = min(cue.head, cue.source.start), max(cue.head + 1, cue.source.stop)
    if cue.rule == "nach Angaben":  # of "nach eigenen Angaben" the source stands elsewhere
        begin, end = cue.head, phrase_end(frame, cue.head + 1)
    while end < whole.stop and words[end] == ",":
        end += 1
    while begin > frame.start and words[begin - 1] == ",":
        begin -= 1
    return [range(frame.start, begin), range(end, whole.stop)]


def _behind(frame: Frame, cue: Cue, *, free: bool) -> range:
    """Return the clause behind a verb: with dass or ob, in the subjunctive, or an infinitive with zu; any if free."""
    whole = without_stop(frame)
    for comma in range(cue.head + 1, whole.stop):
        if frame.tokens.words[comma] in (",", ":") and not frame.quoted_at(comma):
            clause = range(comma + 1, _report_end(frame, comma + 1, whole.stop))
            if clause and (free or _is_report(frame, clause)):
                return clause
    return range(0)


def _is_report(frame: Frame, clause: range) -> bool:
    lower = frame.tokens.lower
    if frame.is_in(clause.start, "THAT"):
        return True
    for at in clause[:_CLAUSE]:
        if frame.quoted_at(at):
            continue
        apart = lower[at] == "zu" and frame.tokens.word(at + 1)[:1].islower()
        joined = lower[at].find("zu", 2) > 0 and lower[at].endswith("en")  # hinzuweisen
        if apart or joined or frame.is_in(at, "SUBJUNCTIVE"):
            return True
    return False


def _report_end(frame: Frame, start: int, stop: int) -> int:
    """Return where a report ends: with the frame, at a colon or semicolon, or before ", so"."""
    tokens = frame.tokens
    for at in range(start, stop):
        so = tokens.words[at] == "," and tokens.lowered(at + 1) == "so"
        if (so or tokens.words[at] in (":", ";")) and not frame.quoted_at(at):
            return at
    return stop


def _ahead(frame: Frame, cue: Cue, verb: int) -> list[range]:
    """Return the clause before a comma and a verb, or before ", so", and what goes on behind that."""
    comma, words = verb - 1, frame.tokens.words
    if comma <= frame.start or words[comma] not in (",", "–") or frame.quoted_at(comma - 1):
        return []
    if cue.source and cue.source.start < verb:
        return []
    goes_on = cue.rule == "so" and cue.source.stop < frame.stop and words[cue.source.stop] == ","
    behind = range(cue.source.stop + 1, without_stop(frame).stop) if goes_on else range(0)
    return [range(frame.start, comma), behind]


def object_of(frame: Frame, cue: Cue) -> range:
    """Return the object of a verb that demands or warns of something: forderte den Rücktritt; warnt vor Sturm."""
    before = _OBJECTS.get(cue.lemma)
    if before is None or not cue.is_verb or not cue.source or link_of(frame, cue.head) is not None:
        return range(0)
    tokens, stop = frame.tokens, without_stop(frame).stop
    first = max(cue.verb + 1, cue.source.stop)
    if cue.head > cue.verb:
        stop = min(stop, cue.head)
    if tokens.lower[frame.start] in before and cue.source.start > cue.verb:
        return range(frame.start, cue.verb)
    end = clause_end(frame, first) if first < stop else first
    if any(tokens.lower[at] == "sich" for at in range(first, end)) or tokens.lowered(end - 1) in _PARTICLES:
        return range(0)  # spricht sich für … aus, fordert … an
    while not before and first < end and frame.is_in(first, "PREPOSITION"):
        first = max(phrase_end(frame, first + 1, apposition=False), first + 1)  # verlangte am Montag eine …
    if before:
        first = next((at for at in range(first, end) if tokens.lower[at] in before), stop)
    named = tokens.lower[cue.source.start] != "man"
    return range(first, stop) if named and stop - first >= _OBJECT and end > first else range(0)
