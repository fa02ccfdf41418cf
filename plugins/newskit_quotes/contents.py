"""Where the content of a report begins and ends: candidate boundaries, and what is seen at each."""

from __future__ import annotations

from bisect import bisect_right

from newskit_quotes.forms import cue_forms
from newskit_quotes.page import COMMAS, Page

_BOUNDARY_WORDS = frozenset(
    [
        "and",
        "but",
        "or",
        "in",
        "on",
        "at",
        "after",
        "before",
        "during",
        "when",
        "while",
        "as",
        "by",
        "with",
        "for",
        "from",
        "to",
        "that",
        "which",
        "who",
        "than",
        "because",
        "if",
        "until",
        "since",
        "through",
        "although",
        "though",
        "where",
        "under",
        "amid",
        "despite",
        "following",
        "over",
        "into",
        "about",
        "so",
        "yet",
        "nor",
        "is",
        "was",
        "are",
        "were",
        "has",
        "have",
        "had",
        "will",
        "would",
        "last",
        "this",
        "earlier",
        "late",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ]
)
_CLAUSE = 5
_LEFT_REACH, _SHAPE = 40, 6
_CLAUSE_WORDS = frozenset(
    [
        "and",
        "or",
        "but",
        "that",
        "who",
        "which",
        "if",
        "when",
        "because",
        "as",
        "while",
        "although",
        "where",
        "what",
        "how",
        "why",
    ]
)
_LENGTHS = (1, 2, 3, 4, 7, 11, 17, 27)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SILENT = frozenset(["did", "does", "do", "has", "have", "had", "would", "will", "could"])
_REACH, _NEAR = 15, 4
_OPENINGS = frozenset(
    [
        "that",
        "to",
        "if",
        "whether",
        "how",
        "what",
        "why",
        "when",
        "where",
        "who",
        "the",
        "a",
        "an",
        "he",
        "she",
        "it",
        "they",
        "we",
        "you",
        "i",
        "his",
        "her",
        "their",
        "its",
        "there",
        "this",
        "these",
        "those",
        "not",
        "no",
        "for",
        "as",
        "because",
    ]
)
"""Words that may begin content farther from its cue than the next few tokens."""


def start_candidates(page: Page, head: int, last: int) -> list[int]:
    """Return the tokens after a cue at which its content may begin."""
    found = []
    lower, opens = page.lower, page.opens
    for index in range(head + 1, min(head + _REACH, last)):
        if index in opens:
            found.append(index)
            break
        word = lower[index]
        if (
            word not in COMMAS
            and word != ":"
            and (index < head + _NEAR or word in _OPENINGS or lower[index - 1] in COMMAS)
        ):
            found.append(index)
    return found


def start_features(page: Page, head: int, index: int, last: int) -> list[str]:
    """Return the value of each feature template for a beginning right of the cue."""
    lower, tags = page.lower, page.fine
    word = lower[index]
    lemma, grade = cue_forms().get(lower[head], (lower[head], "-"))
    distance = index - head
    between = " ".join(lower[head + 1 : index]) if distance < _NEAR else "far"
    shape = "".join(tags[head + 1 : index]) if distance <= _NEAR else "far"
    opens = "Q" if index in page.opens else "q"
    follower = lower[index + 1] if index + 1 < last else "</s>"
    comma = "," if any(lower[each] in COMMAS for each in range(head + 1, index)) else "-"
    return [
        str(min(distance, 8)) + opens,
        str(min(distance, 8)) + lemma,
        lemma + " " + word,
        word + " " + str(min(distance, 3)),
        lower[index - 1] + " " + word,
        lower[index - 1] + comma,
        lemma + " " + between,
        between + " " + word,
        shape + tags[index],
        grade + shape + opens,
        tags[index - 1] + tags[index] + grade,
        opens + lower[index - 1],
        comma + opens + word,
        word + " " + follower,
        lemma + lower[index - 1] + tags[index],
    ]


def end_candidates(page: Page, head: int, start: int, last: int) -> list[int]:
    """Return the token boundaries after a beginning at which the content may end, the sentence's end last."""
    lower, inside, fine = page.lower, page.inside, page.fine
    dependent = dependent_clause(page, head)
    relative = any(word in ("who", "which") for word in lower[max(0, head - _CLAUSE) : head])
    if dependent == "n":
        last = _main_verb(page, start, last)
    found = []
    for index in range(start + 1, last):
        if inside[index]:
            if index in page.opens and index > start + 1:
                found.append(index)
            continue
        word = lower[index]
        if (
            word in COMMAS
            or word in _BOUNDARY_WORDS
            or index in page.closes
            or word in (":", '"')
            or (dependent and fine[index] in _FINITE)
        ):
            found.append(index)
            if _outer(page, index, last, relative=relative):
                last = index
                break
    final = last
    while final - 1 > start and lower[final - 1] in (".", ";", ":", ",") and not inside[final - 1]:
        final -= 1
    that = lower[start] == "that"
    found = [index for index in found if index < final and not (that and _shares_subject(page, index))]
    return [*found[:40], final]


def _main_verb(page: Page, start: int, last: int) -> int:
    """Return where the main clause goes on after a noun's clause: "his claim that it was safe | was false"."""
    opened = page.lower[start]
    if opened not in ("that", "to"):
        return last
    finite = 0 if opened == "that" else 1
    for index in range(start + 1, last):
        if page.lower[index] in _CLAUSE_WORDS or page.lower[index] in COMMAS or page.inside[index]:
            return last
        if page.fine[index] in _FINITE and page.tags[index - 1] != "AUX":
            if finite and page.tags[index - 1] in ("NOUN", "PROPN", "ADJ", "VERB", "ADV"):
                return index
            finite += 1
    return last


def _shares_subject(page: Page, index: int) -> bool:
    """Tell whether a bare "and" joins a second verb to the clause after "that": "that it opened and was paid for"."""
    if page.lower[index] != "and" or page.lower[index - 1] in COMMAS:
        return False
    following = page.tags[index + 1 : index + 3]
    return following[:1] == ["AUX"] or following == ["ADV", "AUX"]


def dependent_clause(page: Page, head: int) -> str:
    """Name what sort of clause a cue heads after which the main clause may go on: a noun's, a relative one."""
    if page.tags[head] == "NOUN":
        return "n"
    for index in range(max(0, head - _CLAUSE), head):
        if page.lower[index] in ("who", "which", "as", "when", "if", "while"):
            return "w"
    return ""


def _outer(page: Page, index: int, last: int, *, relative: bool) -> bool:
    """Tell whether the writer takes over: ", according to …", "but did not say …", "who said …, went home"."""
    lower = page.lower
    if index + 3 >= last:
        return False
    if lower[index] == ",":
        told = page.fine[index + 1] == "VBG" and cue_forms().get(lower[index + 1], ("", ""))[1] == "say"
        main = relative and page.fine[index + 1] in _FINITE
        return main or lower[index + 1] == "according" or (told and lower[index + 2] == "that")
    if lower[index] != "but":
        return False
    silent = lower[index + 1] in _SILENT and lower[index + 2] == "not" and lower[index + 3] in cue_forms()
    return silent or (lower[index + 1] in ("declined", "refused") and lower[index + 2] == "to")


def _follow(page: Page, index: int, last: int) -> str:
    """Name what a boundary cuts off: after a comma or a conjunction the next word and its part of speech."""
    if index + 1 >= last:
        return "end"
    return page.fine[index + 1]


def end_features(
    page: Page, head: int, start: int, index: int, last: int, seen: dict[str, int], verbs: int, dependent: str
) -> list[str]:
    """Return the value of each feature template for an end; ``seen`` counts the boundaries passed, by their word."""
    lower, tags = page.lower, page.fine
    lemma, grade = cue_forms().get(lower[head], (lower[head], "-"))
    final = index >= last or (lower[index] in (".", "?", "!", ";", ":") and index + 1 >= last)
    word = "</s>" if final else lower[index]
    after = "</s>" if final or index + 1 >= last else lower[index + 1]
    follow = "end" if final else _follow(page, index, last)
    length = index - start
    bucket = str(bisect_right(_LENGTHS, length))
    many = str(min(verbs, 3))
    first_word = lower[start]
    opened = "that" if first_word == "that" else "to" if first_word == "to" else tags[start]
    before = lower[index - 1]
    mark = "Q" if index in page.closes else "q"
    begun = "Q" if start in page.opens else "q"
    rest = str(min(last - index, 8))
    times = str(min(seen.get(word, 0), 2))
    return [
        word + bucket,
        word + many + opened,
        word + " " + after,
        word + " " + after + many,
        word + follow + many,
        word + grade + many,
        lemma + " " + word,
        grade + opened + word,
        before + " " + word,
        tags[index - 1] + word + follow,
        mark + begun + word,
        mark + begun + after,
        mark + begun + before,
        word + times + many,
        word + rest,
        opened + follow + bucket,
        lemma + opened + str(final),
        tags[index - 1] + (tags[index] if index < last else "-") + follow,
        dependent + word + follow,
        dependent + (tags[index] if index < last else "-") + many,
    ]


def count_verbs(page: Page, first: int, last: int) -> int:
    """Count the finite-looking verbs among the tokens ``first:last``."""
    tags = page.tags
    return sum(tags[index] in ("VERB", "AUX") for index in range(first, last))


def left_end_candidates(page: Page, head: int, first: int) -> list[int]:
    """Return the token boundaries before a cue at which content to its left may end, nearest first."""
    found = [
        index
        for index in range(head, max(first, head - _LEFT_REACH), -1)
        if page.lower[index] in COMMAS or index in page.closes or page.tags[index] in ("PRON", "DET", "PROPN", "AUX")
    ]
    if head not in found:
        found.insert(0, head)
    return found


def left_end_features(page: Page, head: int, index: int, layout: str) -> list[str]:
    """Return the value of each feature template for an end left of the cue."""
    lower, tags = page.lower, page.fine
    lemma, grade = cue_forms().get(lower[head], (lower[head], "-"))
    distance = str(min(head - index, 8))
    shape = " ".join(tags[index:head]) if head - index <= _SHAPE else "far"
    mark = "Q" if index in page.closes else "q"
    return [
        lower[index] + distance + layout,
        mark + layout + distance,
        mark + lower[index],
        shape + layout,
        lemma + lower[index],
        grade + layout + shape,
        tags[index - 1] + lower[index] if index else "-",
        lower[index - 1] + " " + lower[index] if index else "-",
        str(count_verbs(page, index, head)) + layout + mark,
        tags[index] + tags[head] + distance,
    ]


def left_start_candidates(page: Page, end: int, first: int) -> list[int]:
    """Return the tokens at which content that ends left of the cue may begin, the sentence's first token first."""
    if end in page.closes:
        stretch = page.stretches[page.closes[end]]
        if stretch.first <= first or first >= end:
            return [stretch.first]
    found = [first]
    for index in range(first + 1, end):
        if page.inside[index] and index not in page.opens:
            continue
        if (
            page.lower[index - 1] in COMMAS
            or page.lower[index - 1] in ("and", "but", "that", "or", ":")
            or index in page.opens
            or page.tags[index] in ("DET", "PRON", "PROPN")
            or page.lower[index] in ("that", "who", "which")
        ):
            found.append(index)
    return found[:1] + found[1:][-14:]


def left_start_features(page: Page, head: int, index: int, end: int, first: int, layout: str) -> list[str]:
    """Return the value of each feature template for a beginning left of the cue."""
    lower, tags = page.lower, page.fine
    lemma, grade = cue_forms().get(lower[head], (lower[head], "-"))
    edge = "S" if index == first else "s"
    before = lower[index - 1] if index > first else "<s>"
    mark = "Q" if index in page.opens else "q"
    closing = "Q" if end in page.closes else "q"
    gap = "," if end < len(lower) and lower[end] in COMMAS else "q" if closing == "Q" else "-"
    length = str(min(end - index, 6))
    verbs = str(min(count_verbs(page, index, end), 2))
    return [
        edge + layout + gap,
        edge + mark + closing + layout,
        edge + lower[index],
        before + " " + lower[index],
        before + gap + layout,
        edge + verbs + gap + layout,
        grade + edge + gap + layout,
        lemma + edge + gap,
        length + edge + layout + gap,
        tags[index] + edge + gap + layout + str(index == end - 1),
        before + mark + closing,
    ]
