"""Surnames that are small words too, alone: "said So" of an article about Jacky So Yun-yuk."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from newskit import Doc
from newskit.text import closed_class
from newskit_names.candidates import Candidate, Segmenter
from newskit_names.lexicon import POSSESSIVE
from newskit_names.token_spans import QUOTES

_PRONOUNS = frozenset(("he", "you", "her"))
_INVERTING, _ARTICLES = frozenset(("so", "how")), closed_class("article")
_OPENING = frozenset(("“", "‘", ":", "``", "_", "—", "–"))


def with_small_names(candidates: list[Candidate], segmenter: Segmenter, doc: Doc) -> tuple[list[Candidate], set[str]]:
    """Return the candidates with those of one small word that is the surname of somebody named in full, and these.

    Only a capital that no sentence explains tells: "On Wednesday, | You | left", but not "You left".
    """
    found = [_with_surname(each, segmenter) for each in candidates]
    borne = {word for each in found for word in _surnames(each, segmenter)}
    if not borne:
        return candidates, borne
    taken = {index for each in found for index in range(each.first, each.last)}
    starts = {sentence.tokens.start for sentence in doc.sentences}
    lone = [
        _made(index, segmenter)
        for index, word in enumerate(segmenter.lower)
        if word in borne and segmenter.words[index].istitle() and index not in taken
        if index not in segmenter.role_tokens and _is_name(index, segmenter, starts)
    ]
    return sorted([*found, *lone], key=lambda each: each.first), borne


def _is_given(written: str) -> bool:
    """Tell whether a word is written as East Asian given names are: "Si-kun"."""
    stem, hyphen, tail = written.partition("-")
    return bool(hyphen) and stem.istitle() and tail.isalpha() and tail.islower()


def _with_surname(candidate: Candidate, segmenter: Segmenter) -> Candidate:
    """Return a given name with the small word before it that is the surname: "You | Si-kun"."""
    before = candidate.first - 1
    if len(candidate.words) > 1 or "-" not in candidate.text or before < 0 or not _is_given(candidate.text):
        return candidate
    if segmenter.lower[before] not in segmenter.joins.short_surnames or not segmenter.words[before].istitle():
        return candidate
    words, text = (segmenter.lower[before], *candidate.words), f"{segmenter.words[before]} {candidate.text}"
    left, title = segmenter.tokens.lowered(before - 1), segmenter.after_title.get(before)
    return evolve(
        candidate, first=before, start=segmenter.starts[before], text=text, words=words, before=left, title=title
    )


def _surnames(candidate: Candidate, segmenter: Segmenter) -> Iterator[str]:
    """Yield the small words that are surnames in a full name."""
    words, short = candidate.words, segmenter.joins.short_surnames
    if len(words) == 1 or short.isdisjoint(words):
        return
    if words[-1] in short and words[0] in segmenter.lexicon.given:
        yield words[-1]
    elif _is_given(candidate.text.rpartition(" ")[2]) and words[-2] in short:
        yield words[-2]


def _is_name(index: int, segmenter: Segmenter, starts: set[int]) -> bool:
    """Tell whether no beginning of a sentence or of what is said explains the capital of a word."""
    behind, before = segmenter.tokens.lowered(index + 1), segmenter.tokens.word(index - 1)
    if index in starts:
        word, says = segmenter.lower[index], behind in segmenter.lexicon.kinds["speech"] and behind.endswith("d")
        inverted = word in _INVERTING and _is_subject(segmenter.tokens.word(index + 2))  # "So said the mayor"
        return (behind in POSSESSIVE or (says and not inverted)) and word not in _PRONOUNS
    if before in QUOTES:
        return segmenter.tokens.word(index - 2) in (",", "?", "!", ".") and behind in segmenter.lexicon.kinds["speech"]
    return before not in _OPENING


def _is_subject(word: str) -> bool:
    return word[:1].isupper() or word in _ARTICLES


def _made(index: int, segmenter: Segmenter) -> Candidate:
    before, behind = segmenter.beside(index, index + 1)
    word, title = segmenter.words[index], segmenter.after_title.get(index)
    start, end = segmenter.starts[index], segmenter.ends[index]
    return Candidate(index, index + 1, start, end, word, False, before, behind, title, (word.lower(),))  # noqa: FBT003
