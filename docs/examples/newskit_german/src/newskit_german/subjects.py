"""Subjects of German: the noun phrase before a verb, or behind it where something else stands first."""

from __future__ import annotations

from collections.abc import Iterator

from newskit_german.frames import Frame
from newskit_german.phrases import phrase_end

_BEHIND, _BEFORE = 12, 20
"""How many tokens behind and before a verb its subject, or a conjunction, is looked for."""
_SPEECH = 8
"""Tokens of a quotation that is longer than a name."""
_ENDS = frozenset(",.;:!?–)")
_PLACES = ("in", "im", "auf", "aus", "bei", "beim")
_RELATIVE = ("der", "die", "das", "welche", "welcher", "welches")
_NONE = range(0)


def clause_end(frame: Frame, at: int) -> int:
    """Return where the clause ends that a token is in: at a mark or a quotation."""
    words = frame.tokens.words
    return next((i for i in range(at, frame.stop) if words[i] in _ENDS or frame.quoted_at(i)), frame.stop)


def link_of(frame: Frame, verb: int) -> int | None:
    """Return the conjunction of the clause that a verb ends: wie der Sprecher sagte."""
    if clause_end(frame, verb + 1) != verb + 1:
        return None
    words, index, left = frame.tokens.words, verb, _BEFORE
    while index > frame.start and left:
        index, left = index - 1, left - 1
        quoted = frame.quoted_at(index)
        if quoted and quoted.start > frame.start and words[quoted.start - 1] not in ",:":
            index = quoted.start
            continue
        if quoted or words[index] in ";:":
            return None
        if frame.is_in(index, "LINK"):
            opens = index == frame.start or words[index - 1] in ",(–-" or frame.quoted_at(index - 1)
            ended = words[verb - 1] == "und" and "," in words[index:verb]  # als er kam, stand sie auf und sagte
            return index if opens and not ended else None
    return None


def subject(frame: Frame, verb: int) -> range:
    """Return the tokens of a finite verb's subject, an empty range where there is none."""
    lower = frame.tokens.lower
    link = link_of(frame, verb)
    if link is not None:
        return first_phrase(frame, link + 1, verb)
    if lower[verb] in ("heißt", "hieß") and frame.tokens.lowered(verb + 1) == "es":
        return place(frame, verb)
    behind = first_phrase(frame, verb + 1, min(frame.stop, verb + 1 + _BEHIND))
    leading = _leading(frame, verb)
    if _follows_speech(frame, verb, leading) or (verb > frame.start and lower[verb - 1] == "so"):
        return behind
    at_once = bool(behind) and behind.start <= verb + 2 and lower[verb + 1] not in (",", ":")
    if at_once and len(behind) == 1 and lower[behind.start] in ("er", "man"):
        return behind
    turned = bool(leading) and at_once and lower[leading.start] not in ("der", "ein", "er", "sie")
    if turned and _is_person(frame, behind) and not frame.names_person(leading):
        leading = behind  # the object stands first: die Brücke nannte Ruiz sicher
    joined = not leading and verb > frame.start and lower[verb - 1] == "und"
    before = first_phrase(frame, main_clause(frame, verb, _clause_start(frame, verb)), verb - 1) if joined else _NONE
    return _relative(frame, verb) or leading or before or behind


def _is_person(frame: Frame, phrase: range) -> bool:
    """Tell whether a phrase is of a person, and not of what is that person's: Bergers Rede."""
    own = [at for at in phrase if at in frame.people]
    return bool(own) and not (own[-1] + 1 in phrase and frame.tokens.words[own[-1] + 1][0].isupper())


def _follows_speech(frame: Frame, verb: int, leading: range) -> bool:
    """Tell whether a verb opens its frame or stands behind a quotation that is no name in a phrase: „…“, sagte Ruiz."""
    before = verb - 1
    if before > frame.start and frame.tokens.words[before] == ",":
        before -= 1
    if before < frame.start:
        return True
    quoted = frame.quoted_at(before)
    return quoted is not None and not (leading and leading.start < quoted.start)


def _leading(frame: Frame, verb: int) -> range:
    """Return the subject before a verb: the phrase that ends at it, or the first of its clause with an apposition."""
    first, words = _clause_start(frame, verb), frame.tokens.words
    for start in range(max(first, verb - _BEFORE), verb):
        opens = start == first or words[start - 1] in (",", "–", ")") or frame.is_in(start - 1, "EVEN")
        if opens and not frame.is_in(start, "OBLIQUE") and phrase_end(frame, start) == verb:
            return range(start, verb)
    while first < verb and frame.is_in(first, "EVEN"):
        first += 1
    if first == verb - 1 and frame.tokens.lower[first] == "es":
        return range(first, verb)
    end = phrase_end(frame, first)
    if not first < end <= verb or frame.is_in(first, "OBLIQUE"):
        return _NONE
    if words[verb - 1] != ",":
        return range(first, end)
    has_verb = any(frame.is_in(at, "FINITE", "SUBJUNCTIVE") and not frame.quoted_at(at) for at in range(first, verb))
    return _NONE if has_verb else range(first, verb - 1)


def _clause_start(frame: Frame, verb: int) -> int:
    """Return where the clause of a verb begins: behind a quotation, a semicolon or a colon, or with the frame."""
    for index in range(verb - 1, frame.start - 1, -1):
        quoted = frame.quoted_at(index)
        if frame.tokens.words[index] in (";", ":") or (quoted and quoted.stop - quoted.start > _SPEECH):
            return index + 1
    return frame.start


def main_clause(frame: Frame, verb: int, start: int) -> int:
    """Return where the main clause begins: behind the comma of a clause with a conjunction that stands first."""
    if not frame.is_in(start, "LINK"):
        return start
    words = frame.tokens.words
    return next((at + 1 for at in range(start, verb) if words[at] == "," and not frame.quoted_at(at)), start)


def place(frame: Frame, verb: int) -> range:
    """Return where it is said, as "heißt es" tells: the phrase behind in, auf or aus."""
    for index in (*range(verb + 1, clause_end(frame, verb + 1)), *range(max(frame.start, verb - _BEFORE), verb)):
        if frame.tokens.lower[index] in _PLACES and not frame.quoted_at(index):
            end = phrase_end(frame, index + 1)
            if end > index + 1:
                return range(index + 1, end)
    return _NONE


def _relative(frame: Frame, verb: int) -> range:
    """Return the pronoun of the relative clause that a verb ends, or a person in it: der Brief, den Ruiz schrieb."""
    if clause_end(frame, verb + 1) != verb + 1:
        return _NONE
    for comma in range(verb - 1, max(frame.start, verb - _BEFORE), -1):
        if frame.tokens.words[comma] == ",":
            if frame.tokens.lower[comma + 1] not in _RELATIVE:
                return _NONE
            inner = first_phrase(frame, comma + 2, verb)
            person = frame.tokens.lower[comma + 1] != "der" and inner and frame.names_person(inner)
            return inner if person else range(comma + 1, comma + 2)
    return _NONE


def agent(frame: Frame, helper: int, participle: int) -> range:
    """Return who does what stands in the passive: the phrase behind von, vom or durch."""
    first, last = min(helper, participle) - _BEHIND, max(helper, participle) + _BEHIND
    for index in range(max(frame.start, first), min(frame.stop, last)):
        if frame.tokens.lower[index] in ("von", "vom", "durch", "seitens") and not frame.quoted_at(index):
            end = phrase_end(frame, index + 1)
            if end > index + 1:
                return range(index + 1, end)
    return _NONE


def first_phrase(frame: Frame, start: int, stop: int, *, beyond: str = "", oblique: bool = False) -> range:
    """Return the first noun phrase that stands behind no preposition, and is none of an object unless ``oblique``.

    ``beyond`` is a word that is passed over.
    """
    tokens, at = frame.tokens, start
    while at < stop:
        if tokens.words[at] in ".:;" or (frame.quoted_at(at) and at > start):
            break
        if frame.is_in(at, "PREPOSITION"):
            at = max(phrase_end(frame, at + 1, apposition=False), at + 1)
        elif frame.is_in(at, "OBLIQUE") and not oblique:
            at = max(phrase_end(frame, at, apposition=False), at + 1)
        else:
            end = at if tokens.lower[at] == beyond else phrase_end(frame, at)
            if end > at:
                return range(at, min(end, max(stop, at + 1)))
            at += 1
    return _NONE


def phrases(frame: Frame, start: int) -> Iterator[range]:
    """Yield the noun phrases of a frame that stand behind no preposition, up to a colon or a stop."""
    phrase = first_phrase(frame, start, frame.stop)
    while phrase:
        yield phrase
        phrase = first_phrase(frame, phrase.stop, frame.stop)
