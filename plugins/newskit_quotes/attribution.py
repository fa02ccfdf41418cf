"""From cue candidates to attributions: which words are cues, what they govern, and whose they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from newskit_quotes import cues, sources, speech
from newskit_quotes.columns import COMMAS, Columns
from newskit_quotes.confidence import kind_of
from newskit_quotes.cues import AROUND, LEFT, RIGHT
from newskit_quotes.deciders import Decider
from newskit_quotes.lexicon import word_set
from newskit_quotes.quotations import SURE, adjacent_cues, beside, carry_over, is_whole
from newskit_quotes.speech import Attribution, Form, Range

_FAR = 32
_SPEECH = 0.9
"""From here on a quotation between marks surely is speech."""


def find(columns: Columns, decider: Decider) -> list[Attribution]:
    """Return the attributions of an article in the order of their cues."""
    adjacent = adjacent_cues(columns, decider)
    owners: dict[int, Attribution] = {}
    turns = speech.dialogue(columns)
    colons = {turn.head for turn in turns}
    found: list[Attribution] = []
    heads = sorted({*cues.candidates(columns, decider.heads), *adjacent})
    weak = _weak_cues(columns, decider, heads)
    for head in sorted({*heads, *weak}):
        if cues.vetoed(columns, head) or head in colons:
            continue
        side, number = adjacent.get(head, (0, -1))
        if side == LEFT:
            attribution = beside(columns, decider, head, number, owners)
        else:
            governed = _governing(columns, decider, head, number if side else None, weak=head in weak)
            if governed is None:
                continue
            attribution = governed
        for number in attribution.quotations:
            owners.setdefault(number, attribution)
        found.append(_completed(columns, decider, attribution))
    found += speech.signed(columns, owners)
    found += [turn for turn in turns if owners.keys().isdisjoint(_quotations_in(columns, turn.content))]
    found.sort(key=lambda each: each.head)
    carry_over(columns, found, owners)
    _part_cues(columns, found)
    for each in found:
        each.kind = kind_of(columns, each.content) if each.form is not Form.DIALOGUE_TURN else "direct"
    kept = _once(_reports(columns, found))
    _nest(kept)
    return kept


def _once(found: list[Attribution]) -> list[Attribution]:
    """Keep one report of what one source says in the same words: "Ruiz denied claims that …" is her denial."""
    nearest: dict[tuple[Range | int, ...], Attribution] = {}
    for each in found:
        # What has no source is told apart by its cue.
        said = (each.source or each.head, *each.content)
        nearest[said] = min(nearest.get(said, each), each, key=_distance)
    return sorted(nearest.values(), key=lambda each: each.head)


def _distance(attribution: Attribution) -> int:
    """Return how far a cue stands from its source, in tokens."""
    start, end = attribution.source or (attribution.head, attribution.head)
    return max(start - attribution.head, attribution.head - end)


def _nest(found: list[Attribution]) -> None:
    """Enter which reports each lies in, and which it holds; the turns of a dialogue hold whatever is said there."""
    heads = [each.head for each in found]
    for outer in (each for each in found if each.form is not Form.DIALOGUE_TURN):
        for start, end in outer.content:
            for inner in _within(found, heads, start, end):
                inner.within.append(outer)
                outer.holds.append(inner)


def _weak_cues(columns: Columns, decider: Decider, heads: list[int]) -> set[int]:
    """Return the likeliest cue of each sentence that has none that is sure, yet has what surely is speech in marks."""
    if not columns.quotations:
        return set()
    sure = {columns.sentence_of[head] for head in heads if decider.cue_score(head) >= decider.threshold}
    found = set()
    for number, quotation in enumerate(columns.quotations):
        sentence = columns.sentence_of[quotation.first]
        if sentence in sure or decider.speech(number) < _SPEECH:
            continue
        likely = [
            head
            for head in range(*columns.sentences[sentence])
            if cues.may_head(columns, head, decider.heads) and not cues.vetoed(columns, head)
        ]
        if likely:
            sure.add(sentence)
            found.add(max(likely, key=decider.cue_score))
    return found


def _completed(columns: Columns, decider: Decider, attribution: Attribution) -> Attribution:
    """Return an attribution with its source and the whole of its cue."""
    head = attribution.head
    base = decider.source(head, attribution.layout, attribution.content)
    attribution.source = sources.whole_source(columns, head, base, attribution.content) if base else None
    attribution.cue = _cue_span(columns, head, attribution)
    return attribution


def _part_cues(columns: Columns, found: list[Attribution]) -> None:
    """End content where another cue takes over: the same speaker's next one, or one that reports the whole.

    "Said that it was shut | and blamed the city"; "she hopes that it will rain |, the farmer says".
    """
    heads = [each.head for each in found]
    for outer in found:
        for number, (start, end) in enumerate(outer.content):
            for inner in _within(found, heads, start, end):
                place, around = _around(inner, outer.head)
                if outer.head < start < around and inner.source is None:  # "said | prices | are expected | to rise"
                    inner.content[place] = (start + (columns.lower[start] == "that"), around)
                elif start < around < end and inner.source is not None:  # "she hopes | it will rain |, the farmer says"
                    outer.content[number] = (start, around)
                    break
                join = cues.group_start(columns, inner.head) - 1
                if inner.source == outer.source is not None and join > start and columns.lower[join] in ("and", "but"):
                    outer.content[number] = _without_comma(columns, (start, join))
                    break


def _around(attribution: Attribution, head: int) -> tuple[int, int]:
    """Return which piece of content holds a token, and where that ends; (0, 0) for none."""
    pieces = enumerate(attribution.content)
    return next(((place, end) for place, (begin, end) in pieces if begin <= head < end), (0, 0))


def _reports(columns: Columns, found: list[Attribution]) -> list[Attribution]:
    """Leave out what is no report of its own: what a clause spells out, comments, and passives within a report."""
    heads = [each.head for each in found]
    nested = {
        inner.head
        for outer in found
        for start, end in outer.content
        for inner in _within(found, heads, start, end)
        if inner.source is None and all(start <= low and high <= end for low, high in inner.content)
    }
    kept = []
    for position, each in enumerate(found):
        after = found[position + 1] if position + 1 < len(found) else None
        if (
            each.head not in nested
            and not _comments(columns, each)
            and not (after and _elaborated(columns, each, after))
        ):
            kept.append(each)
    return kept


def _within(found: Sequence[Attribution], heads: Sequence[int], start: int, end: int) -> Sequence[Attribution]:
    """Return the attributions whose cues, in their order ``heads``, stand in ``start:end``."""
    return found[bisect_left(heads, start) : bisect_left(heads, end)]


def _elaborated(columns: Columns, each: Attribution, after: Attribution) -> bool:
    """Tell whether a bare noun phrase is spelled out as a clause by the same speaker's participle.

    "She revealed the visit, announcing that a delegation was on its way" is one report, and the clause says it all.
    """
    return (
        after.source == each.source is not None
        and columns.fine[after.head] == "VBG"
        and columns.lowered(after.head - 1) == ","
        and columns.lower[after.content[0][0]] == "that"
        and each.content[-1][1] <= after.head
        and not columns.count_verbs(*each.content[0])
    )


def _comments(columns: Columns, each: Attribution) -> bool:
    """Tell whether a participle after a comma only characterises what was told: ", highlighting the group's aim"."""
    return (
        columns.fine[each.head] == "VBG"
        and columns.lowered(each.head - 1) == ","
        and columns.grade(each.head) != "say"
        and not each.quotations
        and not any(columns.count_verbs(*piece) for piece in each.content)
    )


def _cue_span(columns: Columns, head: int, attribution: Attribution) -> Range:
    """Return the verb group: with auxiliaries before, and the prepositions that link it to its content."""
    end = head + 1
    if columns.lower[head] == "according":
        return head, min(head + 2, len(columns.words))
    after = [start for start, _ in attribution.content if start > head]
    if after and all(columns.tags[index] == "ADP" or columns.lower[index] == "to" for index in range(end, after[0])):
        end = after[0]
    return cues.group_start(columns, head), end


def _governing(columns: Columns, decider: Decider, head: int, led: int | None, *, weak: bool) -> Attribution | None:
    """Return what a cue governs in its own sentence, if it is sure enough; ``led`` is a quotation it leads up to."""
    score = decider.cue_score(head)
    if led is not None:
        whole = _leading(columns, decider, head, led, score)
        if whole is not None:
            return whole
    elif not weak and (
        score < decider.threshold or (score < decider.nominal_threshold and columns.tags[head] == "NOUN")
    ):
        return None
    layout = AROUND if cues.raises(columns, head) else decider.layout(head)
    first, last = columns.bounds(head)
    start = None
    if columns.lower[head] == "according" and layout == LEFT:
        start = _after_parenthesis(columns, head, last)
        layout = LEFT if start is None else AROUND
    content = []
    left = decider.left(head, first, layout) if layout != RIGHT else None
    if left is not None:
        content.append(_without_comma(columns, left))
    form = Form.REPORT_THEN_CUE
    if layout != LEFT or not content:
        piece, right_form = _right(columns, decider, head, start, last)
        if piece is not None and content and not _medial(columns, head, piece[0]):
            layout, form = LEFT, Form.REPORT_THEN_CUE
        elif piece is not None:
            split = content and right_form is Form.CUE_THEN_REPORT
            form = Form.REPORT_ROUND_CUE if split else right_form
            content.append(piece)
    content = [piece for piece in content if any(columns.words[index][0].isalpha() for index in range(*piece))]
    if not content or (form is Form.CUE_THEN_REPORT and _names_thing(columns, head, content)):
        return None
    return Attribution(head, layout, content, score, form, quotations=_quotations_in(columns, content))


def _names_thing(columns: Columns, head: int, content: Sequence[Range]) -> bool:
    """Tell whether a verb that reports only clauses has but a thing behind it: "wrote a book", "found space"."""
    if columns.lemma(head) not in word_set("clausal") or columns.tags[head] != "VERB":
        return False
    return not any(columns.count_verbs(*piece) or any(columns.inside[slice(*piece)]) for piece in content)


def _medial(columns: Columns, head: int, start: int) -> bool:
    """Tell whether content may go on right of a verb of saying in the middle of it: only after a comma or a mark."""
    said = columns.grade(head) == "say" and columns.tag(head - 1) != "AUX"
    return not said or columns.lowered(start - 1) in COMMAS or start in columns.opens


def _leading(columns: Columns, decider: Decider, head: int, number: int, score: float) -> Attribution | None:
    """Return the whole quotation that a cue leads up to at once."""
    quotation = columns.quotations[number]
    at_once = (
        columns.lowered(quotation.first - 1) == ":" or decider.start(head, columns.bounds(head)[1]) == quotation.first
    )
    if not at_once or not is_whole(columns, number, columns.bounds(quotation.first)[1]):
        return None
    content = [(quotation.first, quotation.last)]
    return Attribution(head, RIGHT, content, max(score, SURE), Form.CUE_THEN_QUOTATION, quotations=[number])


def _right(columns: Columns, decider: Decider, head: int, start: int | None, last: int) -> tuple[Range | None, Form]:
    """Return the content right of a cue, and the form that it makes."""
    if start is None:
        start = decider.start(head, last)
    if start is None:
        return None, Form.CUE_THEN_REPORT
    number = columns.opens.get(start)
    if number is not None and is_whole(columns, number, last):
        return (start, columns.quotations[number].last), Form.CUE_THEN_QUOTATION
    return (start, decider.end(head, start, last)), Form.CUE_THEN_REPORT


def _quotations_in(columns: Columns, content: list[Range]) -> list[int]:
    found = []
    for start, end in content:
        number = bisect_left(columns.quotation_starts, start)
        while number < len(columns.quotations) and columns.quotation_starts[number] < end:
            found.append(number)
            number += 1
    return found


def _after_parenthesis(columns: Columns, head: int, last: int) -> int | None:
    """Return where the clause goes on after ", according to Smith,"; None where it does not."""
    if columns.lowered(head - 1) != ",":
        return None
    for index in range(head + 2, min(head + _FAR, last - 1)):
        if (
            columns.lower[index] == ","
            and columns.tags[index + 1] in ("VERB", "AUX")
            and columns.fine[index + 1] != "VBG"
        ):
            return index + 1
    return None


def _without_comma(columns: Columns, piece: Range) -> Range:
    start, end = piece
    while end - 1 > start and columns.lower[end - 1] in COMMAS and not columns.inside[end - 1]:
        end -= 1
    return start, end
