"""The forms of reporting verbs and nouns, made from lists of lemmas."""

from __future__ import annotations

from functools import cache

from newskit.text import classes, entries, words
from newskit_quotes.codes import CODES

_PACKAGE = "newskit_quotes"
_VOWELS = frozenset("aeiou")


def _third_person(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _past(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ied"
    return lemma + ("d" if lemma.endswith("e") else "ed")


def _progressive(lemma: str) -> str:
    return (lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma) + "ing"


def inflected(lemma: str) -> tuple[str, ...]:
    """Return a verb's forms: the lemma, third person, past forms and the -ing form."""
    given = _irregular().get(lemma, ())
    forms = [lemma, *given]
    if not any(form.endswith("s") for form in given):
        forms.append(_third_person(lemma))
    if not any(form.endswith("ing") for form in given):
        forms.append(_progressive(lemma))
    if all(form.endswith(("s", "ing")) for form in given):
        forms.append(_past(lemma))
    return tuple(dict.fromkeys(forms))


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    lines = (line.split() for line in entries(_PACKAGE, "irregular_forms.txt"))
    return {lemma: tuple(forms) for lemma, *forms in lines}


@cache
def cue_forms() -> dict[str, tuple[str, str]]:
    """Return each form of a reporting verb or noun with its lemma and its grade (say, think, want, judge, noun)."""
    found: dict[str, tuple[str, str]] = {}
    for noun in entries(_PACKAGE, "cue_nouns.txt"):
        for form in (noun, _third_person(noun)):
            found[form] = (noun, "noun")
    for grade, lemmas in sorted(classes(_PACKAGE, "cue_verbs.txt").items()):
        for lemma in sorted(lemmas):
            for form in inflected(lemma):
                found[form] = (lemma, grade)
    return found


def function_words(name: str) -> frozenset[str]:
    """Return one of the closed classes of words."""
    return classes(_PACKAGE, "function_words.txt")[name]


@cache
def cue_codes() -> dict[str, tuple[int, int]]:
    """Return the codes of the lemma and the grade of each form of a reporting verb or noun."""
    return {form: (CODES[lemma], CODES[grade]) for form, (lemma, grade) in cue_forms().items()}


@cache
def word_set(name: str) -> frozenset[str]:
    """Return one of the plugin's word lists as a set."""
    return words(_PACKAGE, f"{name}.txt")
