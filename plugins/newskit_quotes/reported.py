"""What a quote reports: words spoken or written, a thought, or an act."""

from __future__ import annotations

from functools import cache

import newskit
from newskit.rules import Found
from newskit.text import classes
from newskit_quotes import details
from newskit_quotes.chunks import base_of
from newskit_quotes.columns import Columns
from newskit_quotes.forms import inflected, third_person
from newskit_quotes.lexicon import word_set
from newskit_quotes.records import Attribution, Form, Range

Reading = tuple[newskit.Reported, str]
"""What is reported, and the rule that says so."""
_SORTS: tuple[newskit.Reported, ...] = ("writing", "speech", "thought", "act")
_BY_GRADE: dict[str, newskit.Reported] = {
    "say": "speech",
    "judge": "speech",
    "noun": "speech",
    "think": "thought",
    "want": "thought",
}
_UNINTRODUCED = frozenset({Form.DIALOGUE_TURN, Form.SIGNED_QUOTATION, Form.NARRATED, Form.ANSWER, Form.UNCUED})
_QUOTED = frozenset({Form.QUOTATION_THEN_CUE, Form.QUOTATION_ROUND_CUE, Form.CUE_THEN_QUOTATION})
_WRITTEN_SOURCE, _WRITTEN_VENUE = "written source", "written venue"
_RULES: dict[newskit.Reported, str] = {
    "speech": "words said",
    "writing": "verb of writing",
    "thought": "state of mind",
    "act": "deed",
}
"""What the cue alone tells, by what it is."""
_MODIFIERS, _MODIFIED = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART", "VERB"}), 6
"""What may stand between a preposition and the word for a venue; within so many tokens."""
_LEADS = frozenset({",", ":"})
"""What leads up to a whole quotation."""
_FEW = 6
"""Tokens of a quotation, marks and all, that may be but a word that somebody used."""


def report_words(name: str) -> frozenset[str]:
    """Return a class of words of ``report_words.txt``, as it stands there."""
    return classes("newskit_quotes", "report_words.txt")[name]


@cache
def report_forms(name: str) -> frozenset[str]:
    """Return a class of words with all their forms."""
    lemmas = report_words(name)
    return frozenset(form for lemma in lemmas for form in (*inflected(lemma), third_person(lemma)))


@cache
def _sorts() -> dict[str, newskit.Reported]:
    """Return what each form of the listed verbs, nouns and adjectives reports."""
    return {form: sort for sort in _SORTS for form in report_forms(sort)}


def reported(
    columns: Columns, attribution: Attribution, speaker: newskit.Entity | None, place: Found | None
) -> Reading:
    """Return what a quote reports, and the rule; ``place`` is the phrase that names where it was said."""
    found = _by_cue(columns, attribution)
    if found[0] == "speech" or columns.lower[attribution.head] in report_forms("evidence"):
        if is_written(columns, attribution.source, speaker):
            return "writing", _WRITTEN_SOURCE
        if found[0] == "speech" and place is not None and is_on_paper(columns, place):
            return "writing", _WRITTEN_VENUE
    return found


def _by_cue(columns: Columns, attribution: Attribution) -> Reading:
    """Return what the cue alone tells."""
    sort = _sort(columns, attribution)
    return sort, _RULES[sort]


def _sort(columns: Columns, attribution: Attribution) -> newskit.Reported:
    head = attribution.head
    word, grade = columns.lower[head], columns.grade(head)
    plain = attribution.form in _UNINTRODUCED or not word[:1].isalpha() or word == "according"
    plain = plain or is_of_saying(columns, attribution)
    sort = "speech" if plain else _sorts().get(word)
    if sort in ("speech", "writing") and not is_agreed(columns, head) and not is_menace(columns, head):
        return sort
    if is_spoken(columns, attribution):
        return "speech"
    if sort in ("speech", "writing"):
        return "act"
    if word in report_forms("evidence"):
        return "thought" if columns.lowered(head + 1) == "that" else "act"
    return sort or _BY_GRADE.get(grade) or _unknown(columns, attribution)


def _unknown(columns: Columns, attribution: Attribution) -> newskit.Reported:
    """Return what a cue of no list reports: an act, where neither marks nor hearsay tell of words."""
    hearsay = not report_words("hearsay").isdisjoint(columns.lower[slice(*(attribution.cue or (0, 0)))])
    return "speech" if attribution.kind != "indirect" or hearsay else "act"


def is_spoken(columns: Columns, attribution: Attribution) -> bool:
    """Tell whether a cue stands beside a whole quotation, which somebody spoke: "“It is a fine bridge,” he thinks"."""
    head = attribution.head
    if attribution.kind != "direct" or attribution.form not in _QUOTED or columns.lower[head] in report_forms("inner"):
        return False
    lead = columns.lowered(attribution.content[0][0] - 1)
    if attribution.form is Form.CUE_THEN_QUOTATION and columns.grade(head) in ("think", "want") and lead not in _LEADS:
        return False
    return sum(end - start for start, end in attribution.content) > _FEW


def is_of_saying(columns: Columns, attribution: Attribution) -> bool:
    """Tell whether what somebody wants, expects or refuses is to say something: "refused to say that"."""
    verb = attribution.head + 2
    if columns.grade(attribution.head) not in ("think", "want") or columns.lowered(verb - 1) != "to":
        return False
    return columns.tag(verb) == "VERB" and columns.lower[verb] in report_words("saying")


def is_agreed(columns: Columns, head: int) -> bool:
    """Tell whether somebody agreed to do something, which says nothing."""
    return columns.lemma(head) == "agree" and columns.lowered(head + 1) in ("to", "on")


def is_menace(columns: Columns, head: int) -> bool:
    """Tell whether a thing threatens another, "it threatens the bridge"; who threatens to act says so."""
    return columns.lemma(head) == "threaten" and columns.lowered(head + 1) not in ("to", "that")


def is_written(columns: Columns, source: Range | None, speaker: newskit.Entity | None) -> bool:
    """Tell whether a source is a document, a study, or an outlet that writes."""
    if source is None:
        return False
    base = base_of(columns, source)
    word = columns.lower[base[1] - 1]
    if word in word_set("documents") or word in report_words("print"):
        return True
    outlet = (speaker is None or speaker.kind == "organization") and details.is_outlet(columns, base)
    return outlet and word not in report_words("broadcast")


def is_on_paper(columns: Columns, place: Found) -> bool:
    """Tell whether a phrase says where something is written, behind its preposition: "in a | short | letter"."""
    if details.venue(place) not in report_words("venue"):
        return False
    index = place.start - 1
    while index > 0 and place.start - index < _MODIFIED and columns.tags[index] in _MODIFIERS:
        index -= 1
    return index >= 0 and columns.lower[index] in report_words("leading")
