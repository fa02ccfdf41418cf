"""What a claim leaves out at its ends that turns what is left.

A claim that gives itself a capital is a whole sentence, and must not leave out a "not" before it; one with a full stop
must not leave out a question mark or an "if", and no ellipsis may stand for these; a number must not lose its million.
"""

from __future__ import annotations

import re

import regex

from newskit.verify.claim import Claim
from newskit.verify.fold import is_of_word
from newskit.verify.source import Text
from newskit.verify.verdict import Difference, Matter, Stretch
from newskit.verify.words import is_negation, of_class, turning

_SENTENCE_BEFORE, _WORDS_BEFORE = 120, 12
"""Characters before a claim that are looked at: where it is a whole sentence, and where an ellipsis begins it."""
_START = regex.compile(r"[.!?…:]['\"”’)]*+\s++|\n|[“\"«„]")
_word = re.compile(r"\w+")
_PER_CENT = re.compile(r" per ?cent\b")
_BEGINNINGS = ".!?:…\"'“‘«„([{—–-"


def left_out(claim: Claim, text: Text, start: int, end: int, *, turned: bool) -> tuple[Difference, ...]:
    """Return what a claim leaves out before and behind its place.

    ``turned`` says that its first letter stands there in the other case.
    """
    found = []
    if turned and claim.words_alone.lstrip("[(")[:1].isupper():
        found += _before(claim, text, start, _SENTENCE_BEFORE)
    elif turned and not _begins(text, start):  # a capital within a sentence is a name's
        place = claim.core[0]
        letters = claim.stretch(place, place + 1), text.stretch(start, start + 1)
        found.append(Difference("replaced", "case", *letters))
    if claim.elided_before:
        found += _before(claim, text, start, _WORDS_BEFORE)
    before = text.text[start - 2 : start]
    if before[1:] == " " and before[0].isnumeric() and of_class(_word_at(claim.text, claim.core[0]), "magnitude"):
        number = text.text.rfind(" ", 0, start - 1) + 1
        found.append(Difference("omitted", "number", _nothing(claim, claim.core[0]), text.stretch(number, start - 1)))
    behind = text.text[end : end + 1]
    if behind == " ":
        found += _word_behind(claim, text, end)
    elif behind and behind in "?!" and claim.stops:
        sign = claim.stretch(claim.core[1], claim.core[1] + 1)
        found.append(Difference("replaced", "punctuation", sign, text.stretch(end, end + 1)))
    return tuple(found)


def _begins(text: Text, place: int) -> bool:
    """Tell whether a sentence or a quotation begins at a place, as far as signs say."""
    end = text.folded.span(place, place + 1)[0]
    before = text.original[max(end - 8, 0) : end]
    return not before.strip() or before.rstrip()[-1] in _BEGINNINGS or "\n" in before[len(before.rstrip()) :]


def _word_at(text: str, place: int) -> str:
    found = _word.match(text, place)
    return found[0] if found else ""


def _nothing(claim: Claim, place: int) -> Stretch:
    at = claim.folded.span(place, place)[0]
    return Stretch(at, at, "")


def _before(claim: Claim, text: Text, place: int, reach: int) -> list[Difference]:
    """Return what the sentence or quotation that holds a place has before it, where that turns the rest."""
    end = text.folded.span(place, place + 1)[0]
    start = max(end - reach, 0)
    while 0 < start < end and is_of_word(text.original[start - 1]):  # no part of a word
        start += 1
    for found in _START.finditer(text.original, start, end):
        start = found.end()
    turns = turning(text.original[start:end])
    there = Stretch(start, end, text.original[start:end])
    return [Difference("omitted", "negation", _nothing(claim, claim.core[0]), there, turns=turns)] if turns else []


def _word_behind(claim: Claim, text: Text, end: int) -> list[Difference]:
    word = _word_at(text.text, end + 1)
    number = of_class(word, "magnitude")
    number = number or _PER_CENT.match(text.text, end) is not None
    turns = of_class(word, "limit") or (claim.elided_behind and is_negation(word))
    if not number and not ((claim.stops or claim.elided_behind) and turns):
        return []
    there = text.stretch(end + 1, end + 1 + len(word))
    matter: Matter = "number" if number else "negation"
    return [Difference("omitted", matter, _nothing(claim, claim.core[1]), there, turns=word)]
