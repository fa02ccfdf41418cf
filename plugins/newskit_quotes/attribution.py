"""From cue candidates to attributions: which words are cues, what they govern, and whose they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from newskit_quotes import cues, sources, speech
from newskit_quotes.confidence import kind_of
from newskit_quotes.cues import AROUND, LEFT, RIGHT
from newskit_quotes.forms import cue_forms, word_set
from newskit_quotes.judges import Judge
from newskit_quotes.page import COMMAS, Page
from newskit_quotes.quotations import SURE, adjacent_cues, beside, carry_over, is_whole
from newskit_quotes.speech import Attribution, Range

_FAR = 32
_SPEECH = 0.9
"""From here on a stretch between marks surely is speech."""


def find(page: Page, judge: Judge) -> list[Attribution]:
    """Return the attributions of an article in the order of their cues."""
    adjacent = adjacent_cues(page, judge)
    owned: dict[int, Attribution] = {}
    turns = speech.dialogue(page)
    colons = {turn.head for turn in turns}
    found: list[Attribution] = []
    heads = sorted({*cues.candidates(page, judge.heads), *adjacent})
    weak = _weak_cues(page, judge, heads)
    for head in sorted({*heads, *weak}):
        if cues.vetoed(page, head) or head in colons:
            continue
        side, number = adjacent.get(head, (0, -1))
        if side == LEFT:
            attribution = beside(page, judge, head, number, owned)
        else:
            governed = _governing(page, judge, head, number if side else None, weak=head in weak)
            if governed is None:
                continue
            attribution = governed
        for number in attribution.stretches:
            owned.setdefault(number, attribution)
        found.append(_completed(page, judge, attribution))
    found += speech.signed(page, owned)
    found += [turn for turn in turns if owned.keys().isdisjoint(_stretches_in(page, turn.content))]
    found.sort(key=lambda each: each.head)
    carry_over(page, found, owned)
    _part_cues(page, found)
    for each in found:
        each.kind = kind_of(page, each.content) if each.rule != "name colon" else "direct"
    kept = _once(_reports(page, found))
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
    for outer in (each for each in found if each.rule != "name colon"):
        for start, end in outer.content:
            for inner in _within(found, heads, start, end):
                inner.within.append(outer)
                outer.holds.append(inner)


def _weak_cues(page: Page, judge: Judge, heads: list[int]) -> set[int]:
    """Return the likeliest cue of each sentence that has none that is sure, yet has what surely is speech in marks."""
    if not page.stretches:
        return set()
    sure = {page.sentence_of[head] for head in heads if judge.worth(head) >= judge.threshold}
    found = set()
    for number, stretch in enumerate(page.stretches):
        sentence = page.sentence_of[stretch.first]
        if sentence in sure or judge.speech(number) < _SPEECH:
            continue
        likely = [
            head
            for head in range(*page.sentences[sentence])
            if cues.may_head(page, head, judge.heads) and not cues.vetoed(page, head)
        ]
        if likely:
            sure.add(sentence)
            found.add(max(likely, key=judge.worth))
    return found


def _completed(page: Page, judge: Judge, attribution: Attribution) -> Attribution:
    """Return an attribution with its source and the whole of its cue."""
    head = attribution.head
    base = judge.source(head, attribution.layout, attribution.content)
    attribution.source = sources.whole_source(page, head, base, attribution.content) if base else None
    attribution.cue = _cue_span(page, head, attribution)
    return attribution


def _part_cues(page: Page, found: list[Attribution]) -> None:
    """End content where another cue takes over: the same speaker's next one, or one that reports the whole.

    "Said that it was shut | and blamed the city"; "she hopes that it will rain |, the farmer says".
    """
    heads = [each.head for each in found]
    for outer in found:
        for number, (start, end) in enumerate(outer.content):
            for inner in _within(found, heads, start, end):
                place, around = _around(inner, outer.head)
                if outer.head < start < around and inner.source is None:  # "said | prices | are expected | to rise"
                    inner.content[place] = (start + (page.lower[start] == "that"), around)
                elif start < around < end and inner.source is not None:  # "she hopes | it will rain |, the farmer says"
                    outer.content[number] = (start, around)
                    break
                join = cues.group_start(page, inner.head) - 1
                if inner.source == outer.source is not None and join > start and page.lower[join] in ("and", "but"):
                    outer.content[number] = _without_comma(page, (start, join))
                    break


def _around(attribution: Attribution, head: int) -> tuple[int, int]:
    """Return which piece of content holds a token, and where that ends; (0, 0) for none."""
    pieces = enumerate(attribution.content)
    return next(((place, end) for place, (begin, end) in pieces if begin <= head < end), (0, 0))


def _reports(page: Page, found: list[Attribution]) -> list[Attribution]:
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
        if each.head not in nested and not _comments(page, each) and not (after and _elaborated(page, each, after)):
            kept.append(each)
    return kept


def _within(found: Sequence[Attribution], heads: Sequence[int], start: int, end: int) -> Sequence[Attribution]:
    """Return the attributions whose cues, in their order ``heads``, stand in ``start:end``."""
    return found[bisect_left(heads, start) : bisect_left(heads, end)]


def _elaborated(page: Page, each: Attribution, after: Attribution) -> bool:
    """Tell whether a bare noun phrase is spelled out as a clause by the same speaker's participle.

    "She revealed the visit, announcing that a delegation was on its way" is one report, and the clause says it all.
    """
    return (
        after.source == each.source is not None
        and page.fine[after.head] == "VBG"
        and page.lowered(after.head - 1) == ","
        and page.lower[after.content[0][0]] == "that"
        and each.content[-1][1] <= after.head
        and not page.count_verbs(*each.content[0])
    )


def _comments(page: Page, each: Attribution) -> bool:
    """Tell whether a participle after a comma only characterises what was told: ", highlighting the group's aim"."""
    return (
        page.fine[each.head] == "VBG"
        and page.lowered(each.head - 1) == ","
        and cue_forms().get(page.lower[each.head], ("", ""))[1] != "say"
        and not each.stretches
        and not any(page.count_verbs(*piece) for piece in each.content)
    )


def _cue_span(page: Page, head: int, attribution: Attribution) -> Range:
    """Return the verb group: with auxiliaries before, and the prepositions that link it to its content."""
    end = head + 1
    if page.lower[head] == "according":
        return head, min(head + 2, len(page.words))
    after = [start for start, _ in attribution.content if start > head]
    if after and all(page.tags[index] == "ADP" or page.lower[index] == "to" for index in range(end, after[0])):
        end = after[0]
    return cues.group_start(page, head), end


def _governing(page: Page, judge: Judge, head: int, led: int | None, *, weak: bool) -> Attribution | None:
    """Return what a cue governs in its own sentence, if it is sure enough; ``led`` is a stretch it leads up to."""
    worth = judge.worth(head)
    if led is not None:
        whole = _leading(page, judge, head, led, worth)
        if whole is not None:
            return whole
    elif not weak and (worth < judge.threshold or (worth < judge.nominal_threshold and page.tags[head] == "NOUN")):
        return None
    layout = AROUND if cues.raises(page, head) else judge.layout(head)
    first, last = page.bounds(head)
    start = None
    if page.lower[head] == "according" and layout == LEFT:
        start = _after_parenthesis(page, head, last)
        layout = LEFT if start is None else AROUND
    content = []
    left = judge.left(head, first, layout) if layout != RIGHT else None
    if left is not None:
        content.append(_without_comma(page, left))
    rule = "report then cue"
    if layout != LEFT or not content:
        piece, right_rule = _right(page, judge, head, start, last)
        if piece is not None and content and not _medial(page, head, piece[0]):
            layout, rule = LEFT, "report then cue"
        elif piece is not None:
            rule = "report round its cue" if content and right_rule == "cue then report" else right_rule
            content.append(piece)
    content = [piece for piece in content if any(page.words[index][0].isalpha() for index in range(*piece))]
    if not content or (rule == "cue then report" and _names_thing(page, head, content)):
        return None
    return Attribution(head, layout, content, worth, rule, stretches=_stretches_in(page, content))


def _names_thing(page: Page, head: int, content: Sequence[Range]) -> bool:
    """Tell whether a verb that reports only clauses has but a thing behind it: "wrote a book", "found space"."""
    if cue_forms().get(page.lower[head], ("", ""))[0] not in word_set("clausal") or page.tags[head] != "VERB":
        return False
    return not any(page.count_verbs(*piece) or any(page.inside[slice(*piece)]) for piece in content)


def _medial(page: Page, head: int, start: int) -> bool:
    """Tell whether content may go on right of a verb of saying in the middle of it: only after a comma or a mark."""
    said = cue_forms().get(page.lower[head], ("", ""))[1] == "say" and page.tag(head - 1) != "AUX"
    return not said or page.lowered(start - 1) in COMMAS or start in page.opens


def _leading(page: Page, judge: Judge, head: int, number: int, worth: float) -> Attribution | None:
    """Return the whole stretch that a cue leads up to at once."""
    stretch = page.stretches[number]
    at_once = page.lowered(stretch.first - 1) == ":" or judge.start(head, page.bounds(head)[1]) == stretch.first
    if not at_once or not is_whole(page, number, page.bounds(stretch.first)[1]):
        return None
    content = [(stretch.first, stretch.last)]
    return Attribution(head, RIGHT, content, max(worth, SURE), "cue then quotation", stretches=[number])


def _right(page: Page, judge: Judge, head: int, start: int | None, last: int) -> tuple[Range | None, str]:
    """Return the content right of a cue, and the rule that it makes."""
    if start is None:
        start = judge.start(head, last)
    if start is None:
        return None, ""
    number = page.opens.get(start)
    if number is not None and is_whole(page, number, last):
        return (start, page.stretches[number].last), "cue then quotation"
    return (start, judge.end(head, start, last)), "cue then report"


def _stretches_in(page: Page, content: list[Range]) -> list[int]:
    found = []
    for start, end in content:
        number = bisect_left(page.stretch_starts, start)
        while number < len(page.stretches) and page.stretch_starts[number] < end:
            found.append(number)
            number += 1
    return found


def _after_parenthesis(page: Page, head: int, last: int) -> int | None:
    """Return where the clause goes on after ", according to Smith,"; None where it does not."""
    if page.lowered(head - 1) != ",":
        return None
    for index in range(head + 2, min(head + _FAR, last - 1)):
        if page.lower[index] == "," and page.tags[index + 1] in ("VERB", "AUX") and page.fine[index + 1] != "VBG":
            return index + 1
    return None


def _without_comma(page: Page, piece: Range) -> Range:
    start, end = piece
    while end - 1 > start and page.lower[end - 1] in COMMAS and not page.inside[end - 1]:
        end -= 1
    return start, end
