"""What else is said of a quote: to whom, where, when, and what sort of source it has."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import newskit
from newskit.rules import Found
from newskit.text import closed_class
from newskit_quotes.chunks import base_of, phrase_from
from newskit_quotes.columns import Columns
from newskit_quotes.lexicon import DAYS, PERSONAL, WHO, word_class, word_set
from newskit_quotes.records import Attribution, Range
from newskit_quotes.wholes import full_phrase

_ADDRESSING, _SPEAKING, _SAID = (
    word_class("addressing") | word_class("sending"),
    word_class("speaking"),
    word_class("said_to"),
)
_PLURAL, _THINGS = map(word_class, ("plural_pronoun", "no_person"))
_VOICES = word_class("voice")
_PERSONS = word_set("persons") | closed_class("kin")
_AGED = ("-year-old", "man", "woman", "person")
_ISSUING = word_class("issuing")
_REPORTING, _SEVERAL = map(word_class, ("reporting", "several"))
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PLACING = frozenset({"in", "at", "of"})
_NO_DAY = frozenset(["PRESENT_REF", "FUTURE_REF"])
_NEAR, _YEAR = 3, len("2025")
"""Tokens within which a year is near; letters of a year's value."""


def tells(columns: Columns, head: int) -> bool:
    """Tell whether a cue's sentence has a word that may say to whom, where or how unnamed something was said."""
    first, last = columns.bounds[head]
    at = columns.phrases.starts
    low = bisect_left(at, first)
    return (low < len(at) and at[low] < last) or not _SPEAKING.isdisjoint(columns.lower[first:last])


def outside(columns: Columns, attribution: Attribution) -> list[int]:
    """Return the tokens of the report's sentence that are neither content nor within quotation marks."""
    position, last = columns.bounds[attribution.head]
    free: list[int] = []
    for start, end in sorted(attribution.content):
        if start < last and end > position:
            free += range(position, start)
            position = end
    free += range(position, last)
    inside = columns.inside
    return [index for index in free if not inside[index]]


def addressee(columns: Columns, attribution: Attribution, free: Sequence[int]) -> Range | None:
    """Return whom a report was addressed to: "told CBS News", "said to him", "in an interview with the paper"."""
    lower, head = columns.lower, attribution.head
    _, last = columns.bounds[head]
    lemma = columns.lemma(head)
    if lemma in _ADDRESSING:
        limit = min([last, *(start for start, _ in attribution.content if start > head)])
        found = phrase_from(columns, head + 1, limit)
        if found is not None and found[0] == head + 1 and not _is_time(columns, found):
            return full_phrase(columns, found, limit, reduced=False) if columns.lowered(found[1]) in _PLACING else found
    links = [index for index in free if lower[index] in ("to", "with") and in_speaking(columns, index)]
    if columns.lowered(head + 1) == "to" and directs(columns, attribution):
        links = sorted([*links, head + 1])
    for index in links:
        found = phrase_from(columns, index + 1, last)
        if found is not None:
            return found
    return None


def _is_time(columns: Columns, phrase: Range) -> bool:
    """Tell whether a phrase says when: "warned last week that"."""
    final = columns.lower[phrase[1] - 1]
    return final in DAYS or final in word_set("times")


def in_speaking(columns: Columns, index: int) -> bool:
    """Tell whether a preposition follows a word of speaking: "an interview with", "a letter to"."""
    return not _SPEAKING.isdisjoint(columns.lower[max(columns.bounds[index][0], index - 2) : index])


def directs(columns: Columns, attribution: Attribution) -> bool:
    """Tell whether a verb of saying has whom it was said to right behind it: "said to reporters"."""
    after = attribution.head + 1
    return (
        columns.lowered(after) == "to"
        and columns.lower[attribution.head] in _SAID
        and columns.tag(after + 1) in ("PROPN", "NOUN")
        and not columns.inside[after]
        and not any(start <= after < end for start, end in attribution.content)
    )


def phrases_in(columns: Columns, attribution: Attribution, free: Sequence[int]) -> list[tuple[Found, bool]]:
    """Return the set phrases that begin at tokens outside the content, and whether each does so within the source."""
    found, starts = columns.phrases.found, columns.phrases.starts
    source = range(*attribution.source or (0, 0))
    at = range(bisect_left(starts, free[0]), bisect_right(starts, free[-1])) if free else ()
    return [(found[each], starts[each] in source) for each in at if starts[each] in free]


def venue_phrase(said: Sequence[tuple[Found, bool]]) -> Found | None:
    """Return the first phrase outside the source that names where something was said."""
    return next((each for each, own in said if not own and each.rule.reader == "venue"), None)


def venue(phrase: Found | None) -> str | None:
    """Return where something was said, by the phrase that names it."""
    return " ".join(phrase.rule.arguments) if phrase else None


def anonymity(said: Sequence[tuple[Found, bool]]) -> Range | None:
    """Return the phrase that keeps a source unnamed on purpose; some count only within the source."""
    telling = ({"anonymity_reason"}, {"anonymity_reason", "within_source"})
    return next(((each.start, each.stop) for each, own in said if each.rule.reader in telling[own]), None)


class Dates:
    """The days and times of an article by where they stand."""

    def __init__(self, dates: Sequence[newskit.TimeExpression]) -> None:
        self._dates = [each for each in dates if each.type in ("DATE", "TIME") and each.value not in _NO_DAY]
        self._starts = [each.span.start for each in self._dates]

    def said_on(
        self, columns: Columns, attribution: Attribution, content: Sequence[newskit.Span]
    ) -> newskit.TimeExpression | None:
        """Return the time expression of the utterance: the nearest one that modifies the cue."""
        first, last = columns.bounds[attribution.head]
        low = bisect_left(self._starts, columns.starts[first])
        high = bisect_left(self._starts, columns.ends[last - 1])
        if low == high:
            return None
        cue = columns.starts[attribution.head]
        free = [
            each
            for each in self._dates[low:high]
            if each.span.end <= columns.ends[last - 1]
            and not any(each.span.start < piece.end and piece.start < each.span.end for piece in content)
            and (len(each.value) > _YEAR or self._tells_year(columns, attribution.head, each.span.start))
            and modifies_cue(columns, attribution, bisect_left(columns.starts, each.span.start))
        ]
        return min(free, key=lambda each: abs(each.span.start - cue), default=None)

    @staticmethod
    def _tells_year(columns: Columns, head: int, start: int) -> bool:
        """Tell whether a year tells when something was said: where it begins the sentence, or right behind the cue."""
        token = bisect_left(columns.starts, start)
        return token - columns.bounds[head][0] < _NEAR or 0 < token - head <= _NEAR


def modifies_cue(columns: Columns, attribution: Attribution, token: int) -> bool:
    """Tell whether a time says when the cue happened.

    It stands behind the cue, between the source and the cue, or where the sentence begins, with no verb of another
    clause between; within the source only behind a participle, "figures released on Monday".
    """
    head = attribution.head
    begin, end = attribution.source or (head, head)
    if begin <= token < end:
        spoken = token == begin and columns.words[token] in word_set("spoken_days")  # "On | Monday Lopez | said"
        relative = not WHO.isdisjoint(columns.lower[begin:token])
        return spoken or (columns.count_verbs(begin, token) > 0 and not relative)
    if token > head:
        return not _has_clause(columns, attribution, max(head, end if begin > head else head) + 1, token)
    start = columns.group_starts[head]
    if begin < head and token >= end:
        # ", adding that" shares the time of what it adds to.
        return not _has_clause(columns, attribution, end, token if columns.fine[head] == "VBG" else start)
    first, _ = columns.bounds[head]
    return not _has_clause(columns, attribution, first, min(start, begin))


def _has_clause(columns: Columns, attribution: Attribution, first: int, last: int) -> bool:
    """Tell whether a range has a finite verb outside the content, but for who said so before ", adding that"."""
    adds = columns.fine[attribution.head] == "VBG"
    return any(
        columns.fine[index] in _FINITE
        and not (columns.lower[index] in _ISSUING and columns.lowered(index - 1) not in WHO)
        and not (adds and columns.grade(index) == "say")
        and not any(start <= index < end for start, end in attribution.content)
        for index in range(first, last)
    )


def reporters(columns: Columns, found: Sequence[Attribution]) -> dict[int, Range]:
    """Return the outer source of each report that lies in what another reports, by the inner one's cue."""
    heads = [each.head for each in found]
    outer: dict[int, Range] = {}
    for each in found:
        if each.source is not None and columns.lower[each.head] in _REPORTING:
            for start, end in each.content:
                inner = heads[bisect_left(heads, start) : bisect_left(heads, end)]
                outer.update(dict.fromkeys(inner, each.source))
    return outer


def is_outlet(columns: Columns, phrase: Range) -> bool:
    """Tell whether a phrase names a news outlet."""
    start, end = phrase
    lexicon = columns.lexicon
    if not any(columns.words[index][0].isupper() for index in range(start, end)):
        return False
    first = max(end - lexicon.longest_outlet, 0)
    ends = [end, *(index for index in range(start + 1, end) if columns.lower[index] == "of")]  # "the Times | of Oman"
    return any(
        columns.words[stop - 1][0].isupper()
        and " ".join(columns.lower[index:stop]) in lexicon.outlets  # no film "star"
        for stop in ends
        for index in range(first, stop)
    )


def source_type(
    columns: Columns, source: Range | None, speaker: newskit.Entity | None, *, anonymous: bool
) -> newskit.SourceType | None:
    """Return what sort of source it is, as newsrooms count them; None where there is none."""
    if source is None:
        return None
    if anonymous:
        return "anonymous source"
    if speaker is not None and speaker.kind == "group":
        return "unnamed group"
    _, end = base_of(columns, source)
    spoken_for = columns.lower[end - 1] in _VOICES and (speaker is None or speaker.kind == "organization")
    if speaker is not None and not spoken_for:
        return "named person" if speaker.kind == "person" else "named organization"
    return _unnamed(columns, source, end - 1)


def _unnamed(columns: Columns, source: Range, token: int) -> newskit.SourceType | None:
    """Return what sort of source the last word of its base phrase tells of; None for a thing: "the meeting"."""
    word = columns.lower[token]
    if word in word_set("documents"):
        return "document"
    if word in _PLURAL or word in _SEVERAL or word in word_set("bodies"):
        return "unnamed group"
    if word in PERSONAL:
        return None if word in _THINGS else "unnamed person"
    if token in columns.offices or word in _PERSONS or word.endswith(_AGED) or word in word_set("strangers"):
        return "unnamed person"
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    joined = any(columns.lower[index] == "and" for index in range(*source))
    return "unnamed group" if plural or joined else None
