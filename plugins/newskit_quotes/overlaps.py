"""Attributions that overlap: where content ends at another cue, what is no report of its own, which lies in which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import newskit
from newskit_quotes.chunks import phrase_from
from newskit_quotes.columns import Columns
from newskit_quotes.lexicon import PERSONAL, WHO, word_class, word_set
from newskit_quotes.own import headed, of_their_own, once
from newskit_quotes.records import Attribution, Draft, Form, Range

_JOINING, _PARTING, _OTHERS = map(word_class, ("joining", "parting", "others"))
_FRONTING = word_class("fronting")
_PLACING = frozenset({"in", "at", "on", "during", "through"})
_POINTING, _UNTOLD, _SEVERAL = map(word_class, ("pointing", "untold", "several"))
_INFERRING = frozenset({"suggest", "indicate", "imply", "mean", "show", "signal"})
_DIRECT = frozenset({Form.DIALOGUE_TURN, Form.SIGNED_QUOTATION})
_TENSED = frozenset({"VBD", "VBZ", "VBP"})
_EMPTY = frozenset({"DET", "PRON", "ADP", "CCONJ", "SCONJ", "PUNCT"})
_LONG, _NEXT = 128, 2
"""Tokens before the end of a quotation among which another cue may lead up to it; and from its cue to a report."""
_AWAY = _EMPTY | {"ADV", "PART"}


def resolve(columns: Columns, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts that are reports of their own, each with the content that no other cue takes over."""
    if columns.quotations:
        part_at_echoes(columns, drafts)
    drafts = [each for each in drafts if each.content]
    end_at_other_cues(columns, drafts)
    for each in drafts:  # of what was cut nothing but marks may have been left
        each.content[:] = [piece for piece in each.content if piece[0] < piece[1]]
    return once(of_their_own(columns, [each for each in drafts if each.content]))


def part_at_echoes(columns: Columns, drafts: list[Draft]) -> None:
    """Part what one cue leads up to from what "she said" goes on with: "Lopez scolded him: “A,” | she said. “B.”".

    The second cue only says again who speaks, and has what stands behind it.
    """
    heads = [each.head for each in drafts]
    for echo in drafts:
        if echo.source is None or columns.lower[echo.source[0]] not in PERSONAL or echo.source[1] - echo.source[0] > 1:
            continue
        end = echo.content[0][1]
        if end > echo.head or end not in columns.closes:
            continue
        for each in headed(drafts, heads, (max(columns.bounds[echo.head][0], end - _LONG), end)):
            if each.source is None or not end <= each.content[0][1] <= echo.head + 1 or each.head > each.content[0][0]:
                continue
            other = columns.lower[each.source[0]] in PERSONAL - {columns.lower[echo.source[0]]}
            begins = each.content[0][0]
            at_once = begins - each.head <= _NEXT or columns.lower[begins - 1] == ":"
            if other or not at_once or columns.grade(each.head) != "say":
                continue
            behind = {piece for draft in (each, echo) for piece in draft.content if piece[0] > echo.head}
            each.content[:] = [(first, min(last, end)) for first, last in each.content if first < end]
            echo.content[:] = sorted(behind)
            break


def end_at_other_cues(columns: Columns, drafts: list[Draft]) -> None:
    """End content where another cue takes over: the same speaker's next one, or one that reports the whole.

    "Said that it was shut | and blamed the city"; "she hopes that it will rain |, the farmer says".
    """
    heads = [each.head for each in drafts]
    for outer in drafts:
        for number, (start, end) in enumerate(outer.content):
            for inner in headed(drafts, heads, (start, end)):
                if _adds(columns, inner, start):
                    inner.source = outer.source
                place, around = _around(inner, outer.head)
                taken = inner.source is None or columns.is_passive(inner.head)
                if outer.head < start < around and taken:  # "said | prices | are expected | to rise"
                    inner.content[place] = (start + (columns.lower[start] == "that"), around)
                elif start < around < end and inner.source is not None:  # "she hopes | it will rain |, the farmer says"
                    outer.content[number] = (start, around)
                    break
                stop = joined_report(columns, outer, inner)
                if stop > start and columns.count_verbs(start, stop):
                    outer.content[number] = columns.trimmed((start, stop))
                    break
                join = columns.group_starts[inner.head] - 1
                joins = columns.lowered(join) in _JOINING or _says_more(columns, inner.head)
                if inner.source == outer.source is not None and join > start and joins:
                    join += inner.head in columns.closes  # "was “proud,” | adding"
                    outer.content[number] = columns.trimmed((start, join))
                    break


def _adds(columns: Columns, inner: Draft, start: int) -> bool:
    """Tell whether whoever said what begins at a token adds more: "Lopez said he was late, | adding | that it was"."""
    if columns.lower[inner.head] != "adding" or inner.source is None or inner.source[0] < start:
        return False
    return inner.source[1] - inner.source[0] == 1 and columns.lower[inner.source[0]] in PERSONAL


def _says_more(columns: Columns, head: int) -> bool:
    """Tell whether a participle behind a comma goes on saying: "said it was wrong |, adding it was late".

    "Suggesting" tells as often what the content before it suggests.
    """
    said = columns.fine[head] == "VBG" and columns.grade(head) == "say" and columns.lemma(head) not in _INFERRING
    return said and (columns.lowered(head - 1) == "," or (head in columns.closes and columns.comma_in(head)))


def joined_report(columns: Columns, outer: Draft, inner: Draft) -> int:
    """Return where another's report is joined to a report of the same tense, 0 where it lies in it.

    "Said the road was safe | , but Lopez said it flooded"; not "said he was told it was safe and Lopez had said so".
    """
    if inner.source is None or inner.source == outer.source or inner.source[1] > inner.head:
        return 0
    tag, join = columns.fine[inner.head], columns.lowered(inner.source[0] - 1)
    beside = tag == "VBG" and join == "with" and columns.lowered(inner.source[0] - 2) == ","
    if beside and columns.grade(inner.head) == "say":  # "said sales rose |, with Lopez adding that"
        return inner.source[0] - 2
    finite = tag in _TENSED or (tag == "VBN" and inner.source[1] == inner.head)
    plain = finite and columns.group_starts[inner.head] == inner.head
    if not plain or columns.grade(inner.head) != "say" or columns.lower[inner.source[0]] in WHO:
        return 0
    spliced = join == "," and (columns.lower[inner.source[0]] in _OTHERS or _splices(columns, outer, inner))
    opened = columns.lower[columns.bounds[outer.head][0]]
    behind = join == "," and opened in _PARTING and opened != "and"  # "While Lopez said it was safe, Moe said it shook"
    return inner.source[0] - 1 if join in _PARTING or spliced or behind else 0


def _splices(columns: Columns, outer: Draft, inner: Draft) -> bool:
    """Tell whether but a comma joins two people's reports: "Lopez said it was safe |, Moe said it shook"."""
    if inner.source is None or outer.source is None or not inner.content or not outer.content:
        return False
    people = columns.people[inner.source[1] - 1] and columns.people[outer.source[1] - 1]
    begins = outer.content[0][0]
    begins += columns.lower[begins] == "that"
    whole = columns.lower[begins] not in _FRONTING and inner.content[0][0] == inner.head + 1
    return bool(people) and whole and columns.lower[outer.head] == columns.lower[inner.head]


def _around(draft: Draft, head: int) -> tuple[int, int]:
    """Return which piece of content holds a token, and where that ends; (0, 0) for none."""
    pieces = enumerate(draft.content)
    return next(((place, end) for place, (begin, end) in pieces if begin <= head < end), (0, 0))


def attributions(columns: Columns, drafts: list[Draft]) -> list[Attribution]:
    """Return the attributions made of drafts; a turn of a dialogue holds what is said there, but as its frame."""
    heads = [each.head for each in drafts]
    within, holds = defaultdict(list), defaultdict(list)
    for outer in drafts:
        for piece in outer.content if outer.form is not Form.DIALOGUE_TURN else ():
            for inner in headed(drafts, heads, piece):
                within[inner.head].append(outer.source)
                holds[outer.head].append(inner.source)
    return [
        Attribution(
            each.head,
            each.form,
            "direct" if each.form in _DIRECT else _kind(columns, each.content),
            each.cue_score,
            tuple(each.content),
            each.source,
            each.cue,
            tuple(within.get(each.head, ())),
            tuple(holds.get(each.head, ())),
        )
        for each in drafts
    ]


def _kind(columns: Columns, content: Sequence[Range]) -> newskit.QuoteKind:
    """Return whether all, some or none of the content stands between quotation marks."""
    if not columns.quotations:
        return "indirect"
    marked = length = 0
    for first, last in content:
        marked += columns.inside[first:last].count(1)
        length += last - first
    return "indirect" if not marked else "direct" if marked == length else "mixed"


def says_nothing(columns: Columns, attribution: Attribution) -> bool:
    """Tell whether content outside marks says nothing, and is no turn.

    It is nothing but articles, pronouns and prepositions; or points at what is said elsewhere, "this in a statement",
    "so in a letter", "more details of the plan".
    """
    if attribution.form is Form.DIALOGUE_TURN:
        return False
    content = attribution.content
    if _is_empty(columns, content):
        return True
    first, end = content[0]
    if len(content) > 1:
        return False
    if 1 not in columns.inside[first:end] and (
        _points(columns, first, end) or _only_places(columns, attribution.head, first, end)
    ):
        return True
    return columns.lemma(attribution.head) == "cite" and is_cited(columns, first, end)


def is_cited(columns: Columns, first: int, end: int) -> bool:
    """Tell whether what somebody cites is whom or what he has it from: "citing | people close to the club |"."""
    base = phrase_from(columns, first, end)
    if base is None or base[0] != first or any(columns.inside[first:end]):
        return False
    word = columns.lower[base[1] - 1]
    told = word in _SEVERAL or word.removesuffix("s") in word_set("strangers")
    parted = columns.lowered(base[1]) == "," and columns.lowered(base[1] + 1) == "that"  # "citing | the mayor |, that"
    return told or (parted and (base[1] - 1 in columns.offices or columns.people[base[1] - 1] == 1))


def _is_empty(columns: Columns, content: Sequence[Range]) -> bool:
    """Tell whether content is nothing but articles, pronouns and prepositions, outside quotation marks."""
    tags, inside = columns.tags, columns.inside
    for first, last in content:
        may_be = _AWAY if tags[first] == "PRON" and last - first > 1 else _EMPTY  # "it away"
        for index in range(first, last):
            if tags[index] not in may_be or inside[index]:
                return False
    return True


def _only_places(columns: Columns, head: int, first: int, end: int) -> bool:
    """Tell whether content is but where and how something was said: "as she says | in her letter |, they left"."""
    placed = columns.lower[first] in _PLACING and columns.lemma(head) == "say"
    return placed and first == head + 1 and not columns.count_verbs(first, end)


def _points(columns: Columns, first: int, end: int) -> bool:
    if columns.count_verbs(first, end):
        return False
    stop = next((index for index in range(first, end) if columns.tags[index] == "ADP"), end)
    pointed = stop == first + 1 and columns.lower[first] in _POINTING
    pointed = pointed and columns.lowered(stop) != "as"  # "described | it as a disaster"
    return pointed or (stop > first and columns.lower[stop - 1] in _UNTOLD)
