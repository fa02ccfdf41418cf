"""The forms of verbs and nouns: those of the built list, and regular ones for what it does not have."""

from __future__ import annotations

from functools import cache

import regex

from newskit.text import classes, rows

_VOWELS = frozenset("aeiou")
_DOUBLING = regex.compile(r"(?:.*(?:[^aeiou]|qu))?[aeiouy][bdgklmnprtvz]")
"""How a lemma ends whose last letter may double: in one vowel letter and one consonant."""
_ONE_SYLLABLE = regex.compile(r"[^aeiouy]*+(?:qu)?[aeiouy]++[^aeiouy]*+")


def third_person(lemma: str) -> str:
    """Return the regular form in -s of a verb, or the plural of a noun."""
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s")


def regular(lemma: str) -> tuple[str, ...]:
    """Return the forms of a regular verb: the lemma, the third person, the past and the -ing form.

    The last consonant doubles behind a short vowel ("snubbed"). Spelling does not tell where a longer verb has its
    stress, so that it gets both forms ("deadpanned", "deadpaned"), of which only the right one is ever met.
    """
    stems = [lemma]
    if _DOUBLING.fullmatch(lemma):
        stems = [lemma + lemma[-1]] if _ONE_SYLLABLE.fullmatch(lemma) else [lemma, lemma + lemma[-1]]
    forms = [lemma, third_person(lemma)]
    for stem in stems:
        forms += [_past(stem), _progressive(stem)]
    return tuple(forms)


def _past(stem: str) -> str:
    if stem.endswith("y") and stem[-2:-1] not in _VOWELS:
        return stem[:-1] + "ied"
    return stem + ("d" if stem.endswith("e") else "ed")


def _progressive(stem: str) -> str:
    if stem.endswith("ie"):
        return stem[:-2] + "ying"
    mute = stem.endswith("e") and not stem.endswith(("ee", "oe", "ye"))
    return (stem[:-1] if mute else stem) + "ing"


def inflected(lemma: str) -> tuple[str, ...]:
    """Return a verb's forms: those of the built list, or regular ones."""
    return built_forms().get(lemma) or regular(lemma)


@cache
def built_forms() -> dict[str, tuple[str, ...]]:
    """Return the forms of the built list by lemma; raises ``InputError`` for a lemma that no cue has."""
    known = frozenset().union(*classes("newskit_quotes", "cue_verbs.txt").values())

    def forms(line: str) -> tuple[str, tuple[str, ...]]:
        lemma, *rest = line.split()
        if lemma not in known or not rest:
            raise ValueError(line)
        return lemma, (lemma, *rest)

    return dict(rows("newskit_quotes", "verb_forms.txt", "LEMMA FORM …, the lemma one of cue_verbs.txt", forms))
