"""The words that report: the forms of cue verbs and cue nouns, news outlets; those of the lists and a user's own."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

from attrs import field, frozen

from newskit.text import classes, closed_class, entries, words
from newskit_quotes.codes import CODES
from newskit_quotes.forms import inflected, third_person

_PACKAGE = "newskit_quotes"


@frozen(eq=False)
class Lexicon:
    """What is known of words: each cue form's lemma and grade (an ``options.Grade``, or noun), the names of outlets.

    ``heads`` are all words that may head a cue, ``telling`` those at which cues are looked for, ``codes`` the feature
    codes of the lemma and the grade of each form.
    """

    cues: Mapping[str, tuple[str, str]]
    outlets: frozenset[str]
    heads: frozenset[str] = field(init=False)
    telling: frozenset[str] = field(init=False)
    codes: Mapping[str, tuple[int, int]] = field(init=False)
    longest_outlet: int = field(init=False)
    """In words."""

    def __attrs_post_init__(self) -> None:
        codes = {form: (CODES[lemma], CODES[grade]) for form, (lemma, grade) in self.cues.items()}
        object.__setattr__(self, "heads", frozenset((*self.cues, "according")))
        object.__setattr__(self, "telling", self.heads | {"that"})
        object.__setattr__(self, "codes", codes)
        object.__setattr__(self, "longest_outlet", max(name.count(" ") for name in self.outlets) + 1)


def lexicon(
    verbs: Mapping[str, Collection[str]] | None = None, nouns: Collection[str] = (), outlets: Collection[str] = ()
) -> Lexicon:
    """Return the words of the lists and of a user: more verbs by grade, nouns and outlets, all in lower case."""
    cues: dict[str, tuple[str, str]] = {}
    for noun in (*entries(_PACKAGE, "cue_nouns.txt"), *nouns):
        for form in (noun, third_person(noun)):
            cues[form] = (noun, "noun")
    for by_grade in (classes(_PACKAGE, "cue_verbs.txt"), verbs or {}):
        for grade in sorted(by_grade):
            for lemma in sorted(by_grade[grade]):
                cues.update(dict.fromkeys(inflected(lemma), (lemma, grade)))
    return Lexicon(cues, word_set("outlets") | frozenset(outlets))


def word_class(name: str) -> frozenset[str]:
    """Return one of the classes of words that the rules look at."""
    return classes(_PACKAGE, "word_classes.txt")[name]


@cache
def word_set(name: str) -> frozenset[str]:
    """Return one of the plugin's word lists as a set."""
    return words(_PACKAGE, f"{name}.txt")


DAYS = word_class("day") | closed_class("weekday") | closed_class("month") - {"may"}  # which is a verb too
"""Words for a day or a month."""
OWNING, RELATIVES, PERSONAL = map(closed_class, ("possessive", "relative", "personal_pronoun"))
POSSESSIVE = closed_class("possessive_mark") | word_class("apostrophe")
WHO = word_class("relative_subject")
"""Relative pronouns that may be a source."""
