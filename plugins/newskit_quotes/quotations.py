"""Speech between quotation marks: the cue beside it, its pieces, and what goes on without a cue of its own."""

from __future__ import annotations

from newskit_quotes import cues
from newskit_quotes.columns import COMMAS, Columns
from newskit_quotes.cues import AROUND, LEFT, RIGHT
from newskit_quotes.deciders import Decider
from newskit_quotes.scare import is_titled
from newskit_quotes.speech import DASHES, Attribution, Form, Range

_NEAR, _FAR = 8, 32
"""Within so many tokens after a quotation a reporting verb is likely, or possible, its cue."""
SURE = 0.6
_FEW = 3
_LONG, _EVEN = 12, 0.5
_QUOTATIONS = frozenset(
    {Form.QUOTATION_THEN_CUE, Form.QUOTATION_ROUND_CUE, Form.CUE_THEN_QUOTATION, Form.SIGNED_QUOTATION}
)
"""Forms whose quotation may go on in the next one."""


def adjacent_cues(columns: Columns, decider: Decider) -> dict[int, tuple[int, int]]:
    """Return the cues beside quotations of speech: each head with the side on which its quotation lies, and which."""
    found: dict[int, tuple[int, int]] = {}
    for number, quotation in enumerate(columns.quotations):
        if not quotation.stops and quotation.words < _FEW:
            continue
        if is_titled(columns, quotation) and decider.speech(number) < _EVEN:
            continue
        before = _cue_before(columns, decider, number)
        if before is not None and before[1] > SURE and quotation.first - before[0] <= _FEW:
            found.setdefault(before[0], (RIGHT, number))
            continue
        after = _cue_after(columns, decider, number)
        if after is not None and (_begins(columns, number) or decider.layout(after) != RIGHT):
            found.setdefault(after, (LEFT, number))
        elif before is not None:
            found.setdefault(before[0], (RIGHT, number))
    return found


def _begins(columns: Columns, number: int) -> bool:
    """Tell whether a quotation begins its sentence."""
    first = columns.quotations[number].first
    return columns.bounds(first)[0] == first


def _cue_before(columns: Columns, decider: Decider, number: int) -> tuple[int, float] | None:
    """Return the cue in the clause that leads up to a quotation, with its score: Smith said: "…"; as she put it, "…"."""
    quotation = columns.quotations[number]
    index = quotation.first - 1
    if index < 0 or columns.inside[index]:
        return None
    lead = columns.lower[index]
    first, _ = columns.bounds(index)
    fresh = columns.bounds(quotation.first)[0] == quotation.first
    if (lead not in (",", ":") and columns.tags[index] != "VERB" and lead not in decider.heads) or (
        fresh and lead != ":"
    ):
        return None
    best, chosen = 0.15, None
    while index >= max(first, quotation.first - _FAR) and not columns.inside[index]:
        if cues.may_head(columns, index, decider.heads):
            score = decider.cue_score(index)
            if lead == ":" and columns.lower[index] in columns.lexicon.cues:
                score = max(score, 0.3)
            if score > best and not cues.vetoed(columns, index):
                best, chosen = score, index
            if best > SURE:
                break
        index -= 1
    return None if chosen is None else (chosen, best)


def _cue_after(columns: Columns, decider: Decider, number: int) -> int | None:
    """Return the cue in the clause that follows a quotation: "…," Smith said; "…," said Smith."""
    quotation = columns.quotations[number]
    index = quotation.last
    comma = index < len(columns.words) and columns.lower[index] in COMMAS
    if not (quotation.stops or comma):
        return None
    if not quotation.stops and columns.lower[index] in DASHES and not _begins(columns, number):
        return None  # a name or a term set off by dashes
    index += comma
    limit = _clause_end(columns, number)
    best, chosen = 0.12, None
    while index < limit:
        if cues.may_head(columns, index, decider.heads):
            score = decider.cue_score(index)
            if columns.grade(index) == "say" and index - quotation.last < _NEAR:
                score = max(score, 0.3)
            if score > best and not cues.vetoed(columns, index):
                best, chosen = score, index
            if best > SURE:
                break
        index += 1
    return _as_saying(columns, chosen, limit)


def _as_saying(columns: Columns, head: int | None, limit: int) -> int | None:
    """Return the verb of who is quoted by another: "…," the agency quoted a minister as | saying |."""
    if head is not None and columns.lower[head] == "quoted":
        for index in range(head + 2, min(head + _NEAR, limit)):
            if columns.lower[index] == "saying" and columns.lower[index - 1] == "as":
                return index
    return head


def _clause_end(columns: Columns, number: int) -> int:
    """Return where the clause after a quotation ends: with its sentence, the next quotation, or a new sentence."""
    quotation = columns.quotations[number]
    sentence = columns.sentence_at(quotation.last - 1)
    last = columns.sentences[sentence][1]
    ended = columns.lowered(quotation.last - 2)[-1:] == "."
    if quotation.last >= last:
        goes_on = sentence + 1 < len(columns.sentences) and columns.paragraph_of[sentence + 1] == quotation.paragraph
        if not goes_on or ended:
            return quotation.last
        last = columns.sentences[sentence + 1][1]
    for following in columns.quotations[number + 1 : number + 3]:
        if following.words < _FEW and not following.stops:
            continue
        if following.first < last and ended and columns.lower[following.first - 1] in (",", ":"):
            return quotation.last
        last = min(last, following.first)
        break
    return min(last, quotation.last + _FAR)


def beside(columns: Columns, decider: Decider, head: int, number: int, owners: dict[int, Attribution]) -> Attribution:
    """Return the attribution of a quotation with its cue after it, and the quotations that go with it."""
    quotation = columns.quotations[number]
    score = decider.cue_score(head)
    first = quotation.first
    if not _begins(columns, number) and columns.lower[first - 1] not in (":", "—", "--"):
        first = decider.left_start(head, quotation.last, columns.bounds(first)[0], LEFT)
    content: list[Range] = [(first, quotation.last)]
    numbers = [each for each in range(max(0, number - 3), number + 1) if columns.quotations[each].first >= first]
    back = number
    while columns.quotations[back].continues and back and back - 1 not in owners:
        back -= 1
        content.insert(0, (columns.quotations[back].first, columns.quotations[back].last))
        numbers.insert(0, back)
    _, last = columns.bounds(head)
    follow = number + 1
    layout = LEFT
    if follow < len(columns.quotations) and head < columns.quotations[follow].first < last:
        nearby = columns.quotations[follow]
        lead = nearby.first - 1 - (columns.tag(nearby.first - 1) == "ADV")
        led = columns.lowered(lead) in (",", "but", "and", ":", "that")
        if led and (nearby.stops or nearby.words > _FEW) and not _other_cue(columns, decider, head, nearby.first):
            content.append((nearby.first, nearby.last))
            numbers.append(follow)
            layout = AROUND
    form = Form.QUOTATION_THEN_CUE if layout == LEFT else Form.QUOTATION_ROUND_CUE
    return Attribution(head, layout, content, max(score, SURE), form, quotations=numbers)


def _other_cue(columns: Columns, decider: Decider, head: int, until: int) -> bool:
    """Tell whether another cue stands between a cue and the next quotation, which is then not the first one's."""
    return any(
        cues.may_head(columns, index, decider.heads) and decider.cue_score(index) >= decider.threshold
        for index in range(head + 1, until)
    )


def is_whole(columns: Columns, number: int, last: int) -> bool:
    """Tell whether a quotation after a cue is all that was said: nothing of the clause goes on after it."""
    quotation = columns.quotations[number]
    if quotation.stops and columns.lowered(quotation.last - 2)[-1:] in (".", "?", "!"):
        return True
    return quotation.last >= last or columns.lower[quotation.last] in (".", "?", "!", ";") or quotation.words > _LONG


def carry_over(columns: Columns, found: list[Attribution], owners: dict[int, Attribution]) -> None:
    """Give speech without a cue of its own to the speaker before it."""
    reports = {columns.sentence_at(each.head): each for each in found if _reports_speech(columns, each)}
    for number, quotation in enumerate(columns.quotations):
        if number in owners:
            continue
        before = owners.get(number - 1)
        if before is None or before.form not in _QUOTATIONS or not _goes_on(columns, number):
            sentence = columns.sentence_at(quotation.first)
            before = reports.get(sentence - 1)
            if before is None or not (_begins(columns, number) and quotation.stops):
                continue
            if columns.paragraph_of[sentence - 1] != quotation.paragraph:
                continue
            reports[columns.sentence_at(quotation.last - 1)] = before
        before.content.append((quotation.first, quotation.last))
        before.quotations.append(number)
        owners[number] = before


def _reports_speech(columns: Columns, attribution: Attribution) -> bool:
    return columns.grade(attribution.head) == "say"


def _goes_on(columns: Columns, number: int) -> bool:
    """Tell whether a quotation goes on with what the quotation before it began."""
    quotation = columns.quotations[number]
    if quotation.continues:
        return True
    if not (_begins(columns, number) and (quotation.stops or quotation.words > _LONG)):
        return False
    gap = quotation.paragraph - columns.quotations[number - 1].paragraph
    return gap == 0 or (gap == 1 and _alone(columns, quotation.paragraph, number) and not is_titled(columns, quotation))


def _alone(columns: Columns, paragraph: int, number: int) -> bool:
    """Tell whether a paragraph holds nothing outside quotation marks."""
    quotation = columns.quotations[number]
    sentence = columns.sentence_at(quotation.last - 1)
    ends = columns.sentences[sentence][1] <= quotation.last + 1
    goes_on = sentence + 1 < len(columns.sentences) and columns.paragraph_of[sentence + 1] == paragraph
    return ends and (not goes_on or columns.sentences[sentence + 1][0] in columns.opens)
