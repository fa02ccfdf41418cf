"""Who a cue belongs to: candidate noun phrases round it, and what is seen at each."""

from __future__ import annotations

from collections.abc import Sequence

from newskit_quotes.chunks import PERSONAL, RELATIVES, full_phrase, phrases
from newskit_quotes.contents import count_verbs
from newskit_quotes.cues import PASSIVE, group_start
from newskit_quotes.forms import cue_forms, word_set
from newskit_quotes.page import COMMAS, Page

Range = tuple[int, int]
_WHO = frozenset({"who", "which", "that"})
_CLAUSE = 8
_OWNED = 4
_LEFT_REACH, _RIGHT_REACH = 7, 2


def source_candidates(page: Page, head: int, content: list[Range]) -> list[Range]:
    """Return the base noun phrases that may be the source: those left of the cue, nearest first, then right of it."""
    first, last = page.bounds(head)
    # The verb group parts the phrases, whatever a tagger thinks of its words.
    found = [
        base
        for base in [*phrases(page, first, group_start(page, head, first)), *phrases(page, head + 1, last)]
        if not page.inside[base[0]]
        and page.lower[base[1] - 1] not in word_set("days")
        and not any(start < base[1] and base[0] < end for start, end in content)
    ]
    owner = _owner(page, head, first)
    found += _relatives(page, max(first, head - _CLAUSE), head, content)
    found.sort()
    left = [base for base in found if base[1] <= head]
    right = [base for base in found if base[0] > head]
    return [*owner, *left[::-1][:_LEFT_REACH], *right[:_RIGHT_REACH]]


def _relatives(page: Page, first: int, head: int, content: list[Range]) -> list[Range]:
    """Return the relative pronouns before a cue: a source of their own, whose antecedent is the speaker."""
    return [
        (index, index + 1)
        for index in range(first, head)
        if page.lower[index] in _WHO
        and not page.inside[index]
        and not any(start <= index < end for start, end in content)
    ]


def _owner(page: Page, head: int, first: int) -> list[Range]:
    """Return the possessor of a nominal cue: "his claim", "Japan's promise"."""
    index = head - 1
    while index > first and page.tags[index] in ("ADJ", "NOUN", "PROPN", "NUM") and head - index < _OWNED:
        index -= 1
    if index < first:
        return []
    if page.lower[index] in ("his", "her", "their", "its", "my", "our", "your"):
        return [(index, index + 1)]
    if page.lower[index] in ("'s", "’s", "'", "’") and index - 1 >= first:
        begin = index - 1
        while begin > first and page.tags[begin - 1] in ("PROPN", "NOUN", "ADJ", "DET"):
            begin -= 1
        return [(begin, index)]
    return []


def source_features(page: Page, head: int, base: Range | None, rank: int, layout: str, count: int) -> list[str]:
    """Return the value of each feature template for a source; ``base`` is None for "no source"."""
    lower, tags = page.lower, page.tags
    lemma, grade = cue_forms().get(lower[head], (lower[head], "-"))
    first, _ = page.bounds(head)
    start = group_start(page, head, first)
    tag = tags[head]
    passive = "p" if any(lower[index] in PASSIVE for index in range(start, head)) else "a"
    shape = tag + passive + layout + ("ing" if lower[head].endswith("ing") else "")
    if base is None:
        previous = lower[start - 1] if start > first else "<s>"
        return [
            "no" + shape,
            "no" + lemma + passive,
            "no" + grade + passive + layout,
            "no" + str(min(count, 3)) + tag,
            "no" + previous,
            "no",
            *["-"] * 4,
        ]
    begin, end = base
    left = end <= head
    way = ("o" if head - 4 <= begin and tags[head] == "NOUN" and rank == 0 else "l") if left else "r"
    low, high = (end, start) if left else (head + 1, begin)
    middle = " ".join(tags[low:high]) if high - low <= _OWNED else "far"
    verbs = str(min(count_verbs(page, low, high), 2)) if high > low else "0"
    before = lower[begin - 1] if begin > first else "<s>"
    word = lower[end - 1]
    comma = "," if any(lower[index] in COMMAS for index in range(low, max(low, high))) else "-"
    relative = "w" if any(lower[index] in RELATIVES for index in range(low, max(low, high))) else "-"
    near = way + str(min(rank, 5))
    return [
        near + shape,
        near + verbs + comma + relative,
        way + middle + tag,
        way + before + verbs,
        word + way + tag,
        way + shape + verbs + relative + comma,
        way + lemma + passive + verbs,
        ("S" if begin == first else "s") + way + verbs + comma,
        ("U" if page.words[end - 1][0].isupper() else "u") + way + verbs + shape,
        lemma + near,
    ]


def plain_subject(page: Page, head: int, bases: Sequence[Range | None]) -> Range | None:
    """Return the phrase right before an active verb, which is its subject unless a preposition governs it."""
    start = group_start(page, head, page.bounds(head)[0])
    if (
        page.tags[head] != "VERB"
        or page.lower[head].endswith("ing")
        or any(page.lower[index] in PASSIVE for index in range(start, head))
    ):
        return None
    return next((base for base in bases if base and base[1] == start and _free(page, base)), None)


def _free(page: Page, base: Range) -> bool:
    """Tell whether nothing before a phrase takes it for its own: no preposition, conjunction, comma or verb."""
    before = base[0] - 1
    return (
        before < 0
        or page.bounds(base[0])[0] == base[0]
        or page.lower[base[0]] in PERSONAL
        or (page.tags[before] == "PUNCT" and page.lower[before] not in (",", "-", "—", "–", ")"))
    )


def whole_source(page: Page, head: int, base: Range, content: list[Range]) -> Range:
    """Return the full noun phrase round a base phrase, with titles, complements and identifying apposition."""
    first, last = page.bounds(head)
    if page.lower[base[0]] in _WHO:
        return base
    if base[1] <= head:
        limit = group_start(page, head, first)
        for start, _ in content:
            if base[1] <= start < limit:
                limit = start
    else:
        limit = min([last, *(start for start, _ in content if start >= base[1])])
    return full_phrase(page, base, max(limit, base[1]))


def rule_source(page: Page, head: int, bases: list[Range], layout: str) -> Range | None:
    """Choose the source by rule: the subject left of the verb, or the phrase right after an inverted cue."""
    first, _ = page.bounds(head)
    start = group_start(page, head, first)
    right = [base for base in bases if base[0] > head]
    word = page.lower[head]
    if word in ("according", "per") or (layout != "R" and right and right[0][0] == head + 1):
        return right[0] if right else None
    by = [base for base in right if page.lower[base[0] - 1] == "by"]
    if any(page.lower[index] in PASSIVE for index in range(start, head)):
        return by[0] if by else None
    left = [base for base in bases if base[1] <= head]
    best = None
    for base in left:
        before = page.tags[base[0] - 1] if base[0] > first else "<s>"
        if before == "ADP" or page.lower[base[0] - 1 if base[0] > first else base[0]] == "to":
            continue
        if best is not None and count_verbs(page, base[1], best[0]):
            break
        best = base
        if not (base[0] > first and page.lower[base[0] - 1] == ","):
            break
    return best or (left[0] if left else None)
