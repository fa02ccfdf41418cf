"""Noun phrases from parts of speech: base phrases, and the full phrase with titles, complements and appositions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from newskit_quotes.forms import word_set
from newskit_quotes.page import Page

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON", "X", "SYM"})
_HEADS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "X", "ADJ"})
_VERBAL = frozenset({"VERB", "AUX"})
NAMING = frozenset({"NOUN", "PROPN"})
_DETERMINING = frozenset({"DET", "ADJ", "NUM"})
_PAST_OR_PRESENT = frozenset({"VBD", "VBZ", "VBP"})
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_OWNERS = frozenset(["his", "her", "its", "their", "my", "our", "your", "whose"])
RELATIVES = frozenset(["who", "which", "that", "whom", "whose", "where", "when"])
_JOINERS = frozenset(["of", "for", "from", "at", "in", "with", "on", "to"])
_ITSELF = frozenset(["himself", "herself", "itself", "themselves", "alike"])
_AFTER_NAMES = frozenset(["jr", "sr", "ph.d.", "d", "r", "r-ky"])
_ADVERBS = frozenset(["meanwhile", "however", "though", "too"])
_WHEN = frozenset(["in", "on", "at"])
_SHORT = 5
PERSONAL = frozenset(["i", "he", "she", "it", "they", "we", "you"])


def _begins_new(page: Page, index: int, start: int) -> bool:
    """Tell whether a nominal token begins a phrase of its own although the token before it was nominal too."""
    tag = page.tags[index]
    if tag == "DET":
        return page.tags[index - 1] != "DET"
    if tag == "PRON":
        return page.lower[index] not in _OWNERS or index > start
    return page.tags[index - 1] == "PRON" and page.lower[index - 1] not in _OWNERS


def phrases(page: Page, first: int, last: int) -> list[tuple[int, int]]:
    """Return the base noun phrases among the tokens ``first:last``: no complements, but with a possessor before.

    The phrases of a whole sentence are found once; those that a bound cuts are cut.
    """
    found: list[tuple[int, int]] = []
    if first >= last:
        return found
    for sentence in range(page.sentence_of[first], page.sentence_of[last - 1] + 1):
        for start, end in _of_sentence(page, sentence):
            if first <= start and end <= last:
                found.append((start, end))
            elif start < last and first < end:
                _keep(found, page.tags, max(start, first), min(end, last))
    return found


def phrase_from(page: Page, first: int, last: int) -> tuple[int, int] | None:
    """Return the base noun phrase that begins at a token, cut at ``last``; None where none does."""
    if first >= last:
        return None
    found = _of_sentence(page, page.sentence_of[first])
    place = bisect_left(found, (first + 1,)) - 1
    return _cut(page, first, min(found[place][1], last)) if place >= 0 and found[place][1] > first else None


def phrase_before(page: Page, last: int) -> tuple[int, int] | None:
    """Return the base noun phrase of the sentence that ends right before a token; None where none does."""
    first, _ = page.bounds(last)
    if last <= first:
        return None
    found = _of_sentence(page, page.sentence_of[last])
    place = bisect_left(found, (last,)) - 1
    if place < 0 or found[place][1] < last:
        return None
    cut = _cut(page, found[place][0], last)
    return cut if cut and cut[1] == last else None


def _cut(page: Page, start: int, end: int) -> tuple[int, int] | None:
    found: list[tuple[int, int]] = []
    _keep(found, page.tags, start, end)
    return found[0] if found else None


def _of_sentence(page: Page, sentence: int) -> list[tuple[int, int]]:
    found = page.noun_phrases.get(sentence)
    if found is None:
        found = page.noun_phrases[sentence] = _phrases(page, *page.sentences[sentence])
    return found


def _phrases(page: Page, first: int, last: int) -> list[tuple[int, int]]:
    tags, lower = page.tags, page.lower
    found: list[tuple[int, int]] = []
    start = -1
    index = first
    while index < last:
        tag = tags[index]
        word = lower[index]
        if (tag in _NOMINAL and word not in RELATIVES) or (
            tag == "VERB" and (start >= 0 or index == first) and _modifies(page, index, start, last)
        ):
            if start < 0:
                start = index
            elif _begins_new(page, index, start):
                _keep(found, tags, start, index)
                start = index
        elif start >= 0 and not (
            word in POSSESSIVE
            or (word == "&" and index + 1 < last)
            or (word == "/" and page.tag(index + 1) in NAMING)
            or (word == "." and index + 1 < last and tags[index + 1] in _NOMINAL and page.words[index - 1][0].isupper())
        ):
            _keep(found, tags, start, index)
            start = -1
        index += 1
    if start >= 0:
        _keep(found, tags, start, last)
    return found


def _modifies(page: Page, index: int, start: int, last: int) -> bool:
    """Tell whether a word with a verb's tag only modifies a noun.

    "A debt-ridden firm", "one trading company"; where a sentence begins, "Banking sources said", "Prosecuting attorney
    Carol Lam said".
    """
    if start >= 0:
        word, before = page.lower[index], page.tags[index - 1]
        noun = page.tag(index + 1) in ("NOUN", "ADJ")
        return "-" in word[1:-1] or (noun and before in _DETERMINING and page.fine[index] == "VBG")
    if index != page.bounds(index)[0]:
        return False
    after = index + 1
    while after < last and page.tags[after] in NAMING:
        after += 1
    return after > index + 1 and page.fine_tag(after) in _PAST_OR_PRESENT


def _keep(found: list[tuple[int, int]], tags: Sequence[str], start: int, end: int) -> None:
    while end > start and tags[end - 1] not in _HEADS:
        end -= 1
    if end > start:
        found.append((start, end))


def _after_age(page: Page, index: int, last: int) -> int:
    """Step over an age between commas: ", 46,"."""
    if (
        index + 2 < last
        and page.lower[index] == ","
        and page.words[index + 1].isdigit()
        and page.lower[index + 2] == ","
    ):
        return index + 2
    return index


def full_phrase(page: Page, base: tuple[int, int], last: int) -> tuple[int, int]:
    """Extend a base noun phrase to the right over complements, appositions and further members, before ``last``."""
    start, end = base
    pronoun = page.tags[end - 1] == "PRON" and end - start == 1
    if pronoun and (end >= last or page.lower[end] != "and"):
        return base
    spans = dict(phrases(page, end, last))
    lower = page.lower
    while end < last:
        position = _after_age(page, end, last)
        word = lower[position]
        follower = position + 1
        if follower in spans and (
            (word in _JOINERS and not _circumstance(page, follower, spans[follower]))
            or (word == "," and _apposes(page, follower, spans[follower], last, start))
        ):
            end = spans[follower]
        elif (word == "," and follower < last and lower[follower] in _AFTER_NAMES) or (
            word == "of" and _gerund(page, follower, last)
        ):
            end = follower + 1
        elif (
            word == "and" and follower in spans and follower + 1 <= last and _joins(page, start, spans[follower], last)
        ):
            end = spans[follower]
        elif word == "(" and _parenthesis(page, follower, last):
            end = lower.index(")", follower) + 1
        elif word in _ITSELF:
            end += 1
        elif position > end:  # nothing but an age: "Maria Lopez, 46, said"
            end = position
        else:
            break
    return start, end


def _gerund(page: Page, index: int, last: int) -> bool:
    """Tell whether a word in -ing names a field and has no object: "the director of planning, Ann Poe"."""
    return index < last and page.fine[index] == "VBG" and page.tag(index + 1) in ("PUNCT", "VERB")


def _parenthesis(page: Page, first: int, last: int) -> bool:
    """Tell whether a parenthesis is short and begins with a capital: "(D-Ohio)"."""
    return ")" in page.lower[first : min(first + _SHORT, last)] and page.words[first][0].isupper()


def _circumstance(page: Page, first: int, end: int) -> bool:
    """Tell whether a phrase behind a preposition says when or on what occasion: "on Tuesday", "in a speech"."""
    if page.lower[first - 1] not in _WHEN:
        return False
    final = page.words[end - 1]
    month = end - first == 1 and final.lower() in word_set("days")
    return month or any(final in word_set(name) for name in ("times", "occasions", "spoken_days"))


def _apposes(page: Page, first: int, end: int, last: int, start: int) -> bool:
    """Tell whether the phrase after a comma says who the one before it is."""
    if (
        page.tags[end - 1] == "PRON"
        or page.lower[first] in PERSONAL | _ADVERBS
        or page.lower[end - 1] in word_set("times")
    ):
        return False
    named = any(page.tags[index] == "PROPN" for index in range(start, first - 1))
    describes = page.tags[first] in ("DET", "NOUN", "ADJ", "PROPN") or page.lower[first] in _OWNERS
    if not (named or page.tags[first] == "PROPN"):
        return False
    return describes and not (end < last and page.tags[end] in _VERBAL and page.lower[end - 1] != ",")


def _joins(page: Page, start: int, end: int, last: int) -> bool:
    return end >= last or page.tags[end] not in ("VERB", "AUX") or page.tags[start] == "PROPN"
