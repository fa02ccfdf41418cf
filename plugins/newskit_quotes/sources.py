"""Who a cue belongs to: candidate noun phrases round it, and what is seen at each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newskit_quotes.chunks import (
    NAMING,
    PERSONAL,
    POSSESSIVE,
    RELATIVES,
    full_phrase,
    phrase_before,
    phrase_from,
    phrases,
)
from newskit_quotes.codes import EDGE, MASK, NO, NOTHING, NUMBERS, YES
from newskit_quotes.cues import RIGHT, group_start, is_passive
from newskit_quotes.forms import cue_codes, cue_forms, word_set
from newskit_quotes.page import COMMAS, Page

Range = tuple[int, int]
_WHO = frozenset({"who", "which", "that"})
_CLAUSE = 8
_OWNED = 4
_LEFT_REACH, _RIGHT_REACH = 7, 2
_FAR = NUMBERS[63]
_TENSED = frozenset({"VBD", "VBZ", "VBP"})
_LINKS = frozenset(
    ["of", "for", "from", "in", "on", "at", "by", "over", "across", "among", "around", "between", "near"]
)
_APPOSED, _COMMAS, _TOLD = 24, 2, frozenset({"told", "tells"})
_ASKING = frozenset({"what", "how", "who", "whom", "which", "that"})
_QUOTING = frozenset({"quoted", "cited"})
_SUBORDINATORS = frozenset(["because", "although", "though", "while", "whereas", "whether", "when", "until", "unless"])
_RELATIVE_TIMES = frozenset(["last", "next", "this", "that"])
_ADVERBIAL, _YEAR = len(["last", "week"]), len("2015")


def source_candidates(page: Page, head: int, content: list[Range]) -> list[Range]:
    """Return the base noun phrases that may be the source: those left of the cue, nearest first, then right of it."""
    first, last = page.bounds(head)
    # The verb group parts the phrases, whatever a tagger thinks of its words.
    around = [*phrases(page, first, group_start(page, head)), *phrases(page, head + 1, last)]
    inside = page.inside
    found = [base for base in untimed(page, around) if not inside[base[0]]]
    for start, end in content:
        found = [base for base in found if end <= base[0] or base[1] <= start]
    owner = _owner(page, head, first)
    found += _relatives(page, max(first, head - _CLAUSE), head, content)
    found.sort()
    left = [base for base in found if base[1] <= head]
    right = [base for base in found if base[0] > head]
    return [*owner, *left[::-1][:_LEFT_REACH], *right[:_RIGHT_REACH]]


def untimed(page: Page, bases: Iterable[Range]) -> Iterator[Range]:
    """Yield phrases without the time they begin or end with; one that is nothing but a time is no source.

    "Last week Lopez" and "Lopez Monday" are Lopez, "the following week" and "2015" nobody.
    """
    lower, days, times = page.lower, word_set("days"), word_set("times")
    for start, end in bases:
        first, last = start, end
        final = lower[last - 1]
        if final not in times and final not in days and lower[first] not in _RELATIVE_TIMES and not final.isdecimal():
            yield first, last
            continue
        if last - first > _ADVERBIAL and _is_adverbial(page, first) and lower[first + _ADVERBIAL] not in POSSESSIVE:
            first += _ADVERBIAL
        elif last - first > _ADVERBIAL and _is_adverbial(page, last - _ADVERBIAL):
            last -= _ADVERBIAL
        elif last - first > 1 and page.words[last - 1] in word_set("spoken_days") and page.tags[last - 2] in NAMING:
            last -= 1
        final = lower[last - 1]
        if final not in times and final not in days and not (len(final) == _YEAR and final.isdecimal()):
            yield first, last


def _is_adverbial(page: Page, index: int) -> bool:
    """Tell whether two tokens say when: "last week"; names such as "This Morning" are written in capitals."""
    return page.lower[index] in _RELATIVE_TIMES and page.words[index + 1] in word_set("times")


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
    if page.tags[head] == "VERB":
        return []
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


def features(page: Page, head: int, bases: Sequence[Range | None], layout: int) -> list[tuple[int, ...]]:
    """Return the value of each feature template for each phrase that may be the source; None is "no source"."""
    lower, words, tags, kinds = page.lower, page.codes, page.tags, page.kinds
    lemma, grade = cue_codes().get(lower[head], (words[head], NOTHING))
    first, _ = page.bounds(head)
    start = group_start(page, head)
    tag = kinds[head]
    passive = YES if is_passive(page, start, head) else NO
    shape = tag + 11 * passive + 13 * NUMBERS[layout]
    ranks = _ranks(bases, head)
    found: list[tuple[int, ...]] = []
    for base, rank in zip(bases, ranks, strict=True):
        if base is None:
            previous = words[start - 1] if start > first else EDGE
            found.append(
                (
                    (shape + 21) & MASK,
                    (lemma + 3 * passive + 22) & MASK,
                    (grade + 3 * passive + 5 * NUMBERS[layout] + 23) & MASK,
                    (NUMBERS[min(len(bases) - 1, 3)] + 3 * tag + 24) & MASK,
                    (previous + 25) & MASK,
                    26,
                    *_NOUGHTS,
                )
            )
            continue
        begin, end = base
        left = end <= head
        low, high = (end, start) if left else (head + 1, begin)
        way = NUMBERS[(1 if begin >= head - _OWNED and tags[head] == "NOUN" and rank == 0 else 2) if left else 3]
        near = NUMBERS[min(rank, 5)] + 7 * way
        between = lower[low:high]
        verbs = NUMBERS[min(page.count_verbs(low, high), 2) if high > low else 0]
        comma = NO if COMMAS.isdisjoint(between) else YES
        relative = NO if RELATIVES.isdisjoint(between) else YES
        middle = _FAR if high - low > _OWNED else sum(kinds[low:high])
        before, kind_before = (words[begin - 1], kinds[begin - 1]) if begin > first else (EDGE, EDGE)
        kind_after = kinds[end] if end < len(kinds) else EDGE
        word, kind = words[end - 1], kinds[end - 1]
        found.append(
            (
                (near + 3 * shape + 1) & MASK,
                (near + 3 * verbs + 5 * comma + 9 * relative + 2) & MASK,
                (way + 3 * middle + 5 * tag + 3) & MASK,
                (way + 3 * before + 5 * verbs + 4) & MASK,
                (word + 3 * way + 5 * tag + 5) & MASK,
                (way + 3 * shape + 5 * verbs + 7 * relative + 9 * comma + 6) & MASK,
                (way + 3 * lemma + 5 * passive + 7 * verbs + 7) & MASK,
                (kind + 3 * shape + 5 * way + 7 * verbs + 8) & MASK,
                (lemma + 3 * near + 9) & MASK,
                (kind_before + 3 * kind + 5 * kind_after + 7 * way + 10) & MASK,
                (kind_before + 3 * near + 5 * verbs + 11) & MASK,
                (kind_after + 3 * near + 5 * comma + 12) & MASK,
            )
        )
    return found


_NOUGHTS = (30, 31, 32, 33, 34, 35)
"""Places for what is not asked of "no source", which has fewer templates."""


def _ranks(bases: Sequence[Range | None], head: int) -> list[int]:
    """Return each source candidate's place among those on its side of the cue, nearest 0."""
    found, left, right = [], 0, 0
    for base in bases:
        if base is None:
            found.append(0)
        elif base[1] <= head:
            found.append(left)
            left += 1
        else:
            found.append(right)
            right += 1
    return found


def plain_subject(page: Page, head: int, content: Sequence[Range]) -> Range | None:
    """Return the phrase that plainly is the subject of an active verb: the one right before it, or right behind it.

    It stands behind where the content ends right before the verb; one that a preposition governs is no subject.
    """
    start = group_start(page, head)
    if page.tags[head] != "VERB" or page.lower[head].endswith("ing") or is_passive(page, start, head):
        return None
    before = start - (page.lowered(start - 1) == ",")
    if any(end in (before, start) for _, end in content):
        base = phrase_from(page, head + 1, page.bounds(head)[1])
    else:
        base = phrase_before(page, start)
        if base is not None and not _free(page, base):
            return None
    found = next(untimed(page, [base]), None) if base is not None else None
    return found if found is not None and _may_be(page, found, content) else None


def apposed_subject(page: Page, head: int) -> Range | None:
    """Return a subject parted by commas: "the rules are strict, | Maria Lopez, head of the port |, said".

    A clause must stand before it, and no subject behind the verb.
    """
    stop = group_start(page, head) - 1
    first, last = page.bounds(head)
    if stop <= first or page.lower[stop] != "," or cue_forms().get(page.lower[head], ("", ""))[1] != "say":
        return None
    behind = phrase_from(page, head + 1, last)
    if behind is not None and behind[0] == head + 1 and page.lower[head] not in _TOLD:
        return None
    commas = [index for index in range(max(first, stop - _APPOSED), stop) if page.lower[index] == ","][-2:]
    if len(commas) < _COMMAS or not page.count_verbs(first, commas[0]):
        return None
    begin, middle = commas[0] + 1, commas[1]
    head_of = page.lower[middle + 1 : middle + 3] == ["head", "of"]  # no verb, whatever a tagger thinks
    if page.count_verbs(begin, middle) or page.count_verbs(middle + 1 + head_of, stop):
        return None
    whole = full_phrase(page, (begin, begin + 1), middle) if phrase_from(page, begin, middle) else None
    named = any(page.tags[index] == "PROPN" for index in range(begin, stop))
    return (begin, stop) if whole and named and page.tags[stop - 1] in NAMING else None


def quoted(page: Page, head: int) -> tuple[Range | None, Range | None]:
    """Return who is quoted "as saying" something and who quotes: "the agency quoted a minister as saying"."""
    if page.lower[head] != "saying" or page.lowered(head - 1) != "as":
        return None, None
    first, _ = page.bounds(head)
    quoting = next((index for index in range(head - 2, first, -1) if page.lower[index] in _QUOTING), None)
    if quoting is None:
        return None, None
    start = group_start(page, quoting)
    subject, behind = phrase_before(page, start), phrase_before(page, head - 1)
    if is_passive(page, start, quoting):
        return subject, agent(page, quoting)
    return _governing(page, behind, ()) if behind else None, subject


def agent(page: Page, head: int) -> Range | None:
    """Return who does what a passive tells: "the plan was questioned by | the mayor of the town |"."""
    if page.lowered(head + 1) != "by" or page.lowered(head + 2) in _ASKING:
        return None
    if page.fine[head] != "VBN" and not is_passive(page, group_start(page, head), head):
        return None
    _, last = page.bounds(head)
    base = phrase_from(page, head + 2, last)
    if base is None:
        return None
    comma = next((index for index in range(base[1], last) if page.lower[index] == ","), last)
    return full_phrase(page, base, comma)


def _may_be(page: Page, base: Range, content: Sequence[Range]) -> bool:
    """Tell whether a phrase may be a source: outside quotation marks and the content."""
    return not page.inside[base[0]] and all(end <= base[0] or base[1] <= start for start, end in content)


def _free(page: Page, base: Range) -> bool:
    """Tell whether nothing before a phrase takes it for its own: no preposition, conjunction, comma or verb."""
    before = base[0] - 1
    return (
        page.bounds(base[0])[0] == base[0]
        or page.lower[base[0]] in PERSONAL
        or page.lower[before] in _SUBORDINATORS
        or (page.tags[before] == "PUNCT" and page.lower[before] not in (",", "-", "—", "–", ")"))
    )


def governing(page: Page, head: int, base: Range, content: Sequence[Range]) -> Range:
    """Return the phrase that one behind a preposition right before a cue belongs to: "shops | all over the country".

    Where the cue is a noun or "-ing", or more stands between, the phrase itself.
    """
    start = group_start(page, head)
    day = page.word(start - 1) in word_set("spoken_days")
    if base[1] not in (start, start - day) or page.fine[head] not in _TENSED:
        return base
    return _governing(page, base, content)


def _governing(page: Page, base: Range, content: Sequence[Range]) -> Range:
    for _ in range(_OWNED):
        link = base[0] - 1
        if link < 1 or page.lower[link] not in _LINKS:
            break
        above = phrase_before(page, link - (page.tags[link - 1] == "ADV"))
        if above is None or page.lower[above[1] - 1] in PERSONAL or not _may_be(page, above, content):
            break
        base = above
    return base


def whole_source(page: Page, head: int, base: Range, content: list[Range]) -> Range:
    """Return the full noun phrase round a base phrase, with titles, complements and identifying apposition."""
    _, last = page.bounds(head)
    if page.lower[base[0]] in _WHO:
        return base
    if base[1] <= head:
        limit = group_start(page, head)
        for start, _ in content:
            if base[1] <= start < limit:
                limit = start
    else:
        limit = min([last, *(start for start, _ in content if start >= base[1])])
    return full_phrase(page, base, max(limit, base[1]))


def rule_source(page: Page, head: int, bases: list[Range], layout: int) -> Range | None:
    """Choose the source by rule: the subject left of the verb, or the phrase right after an inverted cue."""
    first, _ = page.bounds(head)
    start = group_start(page, head)
    right = [base for base in bases if base[0] > head]
    word = page.lower[head]
    if word in ("according", "per") or (layout != RIGHT and right and right[0][0] == head + 1):
        return right[0] if right else None
    by = [base for base in right if page.lower[base[0] - 1] == "by"]
    if is_passive(page, start, head):
        return by[0] if by else None
    left = [base for base in bases if base[1] <= head]
    best = None
    for base in left:
        before = page.tags[base[0] - 1] if base[0] > first else "<s>"
        if before == "ADP" or page.lower[base[0] - 1 if base[0] > first else base[0]] == "to":
            continue
        if best is not None and page.count_verbs(base[1], best[0]):
            break
        best = base
        if not (base[0] > first and page.lower[base[0] - 1] == ","):
            break
    return best or (left[0] if left else None)
