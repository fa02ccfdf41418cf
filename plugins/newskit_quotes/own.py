"""What is no report of its own: what a clause spells out, comments, what is said twice."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import zip_longest

from newskit_quotes.columns import Columns
from newskit_quotes.lexicon import word_class
from newskit_quotes.plain import cites
from newskit_quotes.records import Draft, Form, Range

_MUTE, _SELF = map(word_class, ("mute", "self"))
_DIRECT = frozenset({Form.DIALOGUE_TURN, Form.SIGNED_QUOTATION})
_BEFORE = frozenset({Form.QUOTATION_THEN_CUE, Form.QUOTATION_ROUND_CUE})
_NAMING = {
    **dict.fromkeys(("describe", "characterise", "characterize", "denounce", "dismiss", "condemn", "brand"), "as"),
    "accuse": "of",
    "blame": "for",
}
_LIKING = frozenset({"like", "love", "prefer"})


def headed(drafts: Sequence[Draft], heads: Sequence[int], piece: Range) -> Sequence[Draft]:
    """Return the drafts whose cues, in their order ``heads``, stand in a piece of content."""
    low = bisect_left(heads, piece[0])
    return drafts[low : bisect_left(heads, piece[1], low)] if low < len(heads) and heads[low] < piece[1] else ()


def of_their_own(columns: Columns, drafts: list[Draft]) -> list[Draft]:
    """Leave out what is no report of its own: what a clause spells out, comments, and passives within a report."""
    heads = [each.head for each in drafts]
    nested = {
        inner.head
        for outer in drafts
        for start, end in outer.content
        for inner in headed(drafts, heads, (start, end))
        if (inner.source is None or _repeats(columns, inner, outer))
        and all(start <= low and high <= end for low, high in inner.content)
    }
    kept = []
    for each, after in zip_longest(drafts, drafts[1:]):
        if each.head in nested or (
            after is not None
            and (
                is_elaborated(columns, each, after)
                or _announces(columns, each, after)
                or is_done(columns, each, after)
                or is_habit(columns, each, after)
            )
        ):
            continue
        if not is_comment(columns, each) and not is_mute(columns, each):
            kept.append(each)
    kept = _without_mutual(kept)
    # A word before a colon that may be the verb stays: "Reports: 'it was late'".
    surer = [
        each for each in kept if each.source and (columns.lower[each.head] != ":" or columns.people[each.source[0]])
    ]
    sources = {index for each in surer if each.source for index in range(*each.source)}
    plain = {each.head for each in kept if each.form in _BEFORE and each.source and each.source[1] == each.head}
    for each in kept if plain else ():  # "“…,” | Poe | reports, noting that": no "Poe reports"
        if each.source and each.source[1] - 1 in plain and each.source[1] - each.source[0] > 1:
            each.source = each.source[0], each.source[1] - 1
    if not sources:
        return kept
    return [each for each in kept if each.head not in sources or each.head in plain or each.form in _DIRECT]


def _without_mutual(drafts: list[Draft]) -> list[Draft]:
    """Leave out a cue of which the verb behind it is taken for the source, and it for the verb's.

    "A note on the door | read |: “…”", not "a | note | on the door read".
    """
    sources = {each.head: each.source for each in drafts if each.source}
    return [
        each
        for each in drafts
        if not each.source
        or not any(
            head > each.head and source[0] <= each.head < source[1] <= head
            for head in range(*each.source)
            if (source := sources.get(head))
        )
    ]


def _repeats(columns: Columns, inner: Draft, outer: Draft) -> bool:
    """Tell whether a speaker's own words only lead up to their marks: "We need | to “act,”" she said.

    So do those within the turn of a dialogue: "Lopez: We think it was late".
    """
    if inner.source is None or columns.lower[inner.source[0]] not in _SELF:
        return False
    if outer.form is Form.DIALOGUE_TURN:
        return True
    quoted = columns.quotations_in(inner.content)
    return outer.form in _BEFORE and bool(quoted) and set(quoted) <= set(columns.quotations_in(outer.content))


def _announces(columns: Columns, each: Draft, after: Draft) -> bool:
    """Tell whether content is but the noun of what is said, and its quotation: "closed with | a plea: “…”"."""
    start, end = each.content[0]
    noun = columns.tags[after.head] == "NOUN" and after.form is Form.CUE_THEN_QUOTATION
    same = noun and after.source == each.source and start <= after.head < end and after.content[0][1] == end
    return same and not columns.count_verbs(start, after.head)


def is_done(columns: Columns, each: Draft, after: Draft) -> bool:
    """Tell whether a bare noun phrase is but what somebody did by saying something: "ended the meeting by saying …"."""
    by = after.head - 1
    said = columns.fine[after.head] == "VBG" and columns.lowered(by) == "by"
    return said and each.content[-1][1] == by and not columns.count_verbs(*each.content[-1])


def is_habit(columns: Columns, each: Draft, after: Draft) -> bool:
    """Tell whether somebody but likes to say what another cue reports: "he | likes | to joke that he is old"."""
    return columns.lemma(each.head) in _LIKING and each.content[0] == (after.head - 1, after.content[-1][1])


def is_elaborated(columns: Columns, each: Draft, after: Draft) -> bool:
    """Tell whether a bare noun phrase is spelled out as a clause by the same speaker's participle.

    "She revealed the visit, announcing that a delegation was on its way" is one report, and the clause says it all; no
    quotation is spelled out so, nor by what is added.
    """
    return (
        columns.lower[after.head] != "adding"
        and not columns.quotations_in(each.content)
        and after.source == each.source is not None
        and columns.fine[after.head] == "VBG"
        and columns.lowered(after.head - 1) == ","
        and columns.lower[after.content[0][0]] == "that"
        and each.content[-1][1] <= after.head
        and not columns.count_verbs(*each.content[0])
    )


def is_mute(columns: Columns, each: Draft) -> bool:
    """Tell whether a source is what nobody speaks as: "three words describe the show"."""
    return each.source is not None and columns.lower[each.source[1] - 1] in _MUTE


def is_comment(columns: Columns, each: Draft) -> bool:
    """Tell whether a participle after a comma only characterises what was said: ", highlighting the group's aim"."""
    return (
        columns.fine[each.head] == "VBG"
        and columns.lowered(each.head - 1) == ","
        and columns.grade(each.head) != "say"
        and not (columns.lower[each.head] == "citing" and cites(columns, each.head))
        and not _says_what(columns, each)
        and not any(any(columns.inside[slice(*piece)]) for piece in each.content)
        and not any(columns.count_verbs(*piece) for piece in each.content)
    )


def _says_what(columns: Columns, each: Draft) -> bool:
    """Tell whether content says what somebody takes a thing for, or of what: ", describing | it as barbaric |"."""
    start, end = each.content[0]
    return _NAMING.get(columns.lemma(each.head), "") in columns.lower[start + 1 : end]


def once(drafts: list[Draft]) -> list[Draft]:
    """Keep one report of what one source says in the same words: "Ruiz denied claims that …" is her denial."""
    nearest: dict[tuple[Range | int, ...], Draft] = {}
    last = {each.content[0]: each for each in drafts if each.form is Form.CUE_THEN_QUOTATION}
    for each in drafts:
        nearer = last[each.content[0]] if each.form is Form.CUE_THEN_QUOTATION else each
        if nearer is not each:  # "when | questioned |, asserting: “…”"
            nearer.content[:] = sorted({*nearer.content, *each.content})
            continue
        # Reports without a source differ by their cues.
        said = (each.source or each.head, *each.content)
        other = nearest.get(said)
        if other is None or _distance(each) < _distance(other):
            nearest[said] = each
    return sorted(nearest.values(), key=lambda each: each.head)


def _distance(draft: Draft) -> int:
    """Return how far a cue stands from its source, in tokens."""
    start, end = draft.source or (draft.head, draft.head)
    return max(start - draft.head, draft.head - end)
