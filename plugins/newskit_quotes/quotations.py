"""Speech between quotation marks: the cue beside it, its pieces, and what goes on without a cue of its own."""

from __future__ import annotations

from newskit_quotes import cues
from newskit_quotes.cues import AROUND, LEFT, RIGHT
from newskit_quotes.forms import cue_forms
from newskit_quotes.judges import Judge
from newskit_quotes.page import COMMAS, Page
from newskit_quotes.scare import is_titled
from newskit_quotes.speech import DASHES, Attribution, Range

_NEAR, _FAR = 8, 32
"""Within so many tokens after a quotation a reporting verb is likely, or possible, its cue."""
SURE = 0.6
_FEW = 3
_LONG, _EVEN = 12, 0.5


def adjacent_cues(page: Page, judge: Judge) -> dict[int, tuple[int, int]]:
    """Return the cues beside stretches of speech: each head with the side on which its stretch lies, and which."""
    found: dict[int, tuple[int, int]] = {}
    for number, stretch in enumerate(page.stretches):
        if not stretch.stops and stretch.words < _FEW:
            continue
        if is_titled(page, stretch) and judge.speech(number) < _EVEN:
            continue
        before = _cue_before(page, judge, number)
        if before is not None and before[1] > SURE and stretch.first - before[0] <= _FEW:
            found.setdefault(before[0], (RIGHT, number))
            continue
        after = _cue_after(page, judge, number)
        if after is not None and (_begins(page, number) or judge.layout(after) != RIGHT):
            found.setdefault(after, (LEFT, number))
        elif before is not None:
            found.setdefault(before[0], (RIGHT, number))
    return found


def _begins(page: Page, number: int) -> bool:
    """Tell whether a stretch begins its sentence."""
    first = page.stretches[number].first
    return page.bounds(first)[0] == first


def _cue_before(page: Page, judge: Judge, number: int) -> tuple[int, float] | None:
    """Return the cue in the clause that leads up to a stretch, with its worth: Smith said: "…"; as she put it, "…"."""
    stretch = page.stretches[number]
    index = stretch.first - 1
    if index < 0 or page.inside[index]:
        return None
    lead = page.lower[index]
    first, _ = page.bounds(index)
    fresh = page.bounds(stretch.first)[0] == stretch.first
    if (lead not in (",", ":") and page.tags[index] != "VERB" and lead not in judge.heads) or (fresh and lead != ":"):
        return None
    best, chosen = 0.15, None
    while index >= max(first, stretch.first - _FAR) and not page.inside[index]:
        if cues.may_head(page, index, judge.heads):
            worth = judge.worth(index)
            if lead == ":" and page.lower[index] in cue_forms():
                worth = max(worth, 0.3)
            if worth > best and not cues.vetoed(page, index):
                best, chosen = worth, index
            if best > SURE:
                break
        index -= 1
    return None if chosen is None else (chosen, best)


def _cue_after(page: Page, judge: Judge, number: int) -> int | None:
    """Return the cue in the clause that follows a stretch: "…," Smith said; "…," said Smith."""
    stretch = page.stretches[number]
    index = stretch.last
    comma = index < len(page.words) and page.lower[index] in COMMAS
    if not (stretch.stops or comma):
        return None
    if not stretch.stops and page.lower[index] in DASHES and not _begins(page, number):
        return None  # a name or a term set off by dashes
    index += comma
    limit = _clause_end(page, number)
    best, chosen = 0.12, None
    while index < limit:
        if cues.may_head(page, index, judge.heads):
            worth = judge.worth(index)
            if cue_forms().get(page.lower[index], ("", ""))[1] == "say" and index - stretch.last < _NEAR:
                worth = max(worth, 0.3)
            if worth > best and not cues.vetoed(page, index):
                best, chosen = worth, index
            if best > SURE:
                break
        index += 1
    return _as_saying(page, chosen, limit)


def _as_saying(page: Page, head: int | None, limit: int) -> int | None:
    """Return the verb of who is quoted by another: "…," the agency quoted a minister as | saying |."""
    if head is not None and page.lower[head] == "quoted":
        for index in range(head + 2, min(head + _NEAR, limit)):
            if page.lower[index] == "saying" and page.lower[index - 1] == "as":
                return index
    return head


def _clause_end(page: Page, number: int) -> int:
    """Return where the clause after a stretch ends: with its sentence, the next stretch, or a new sentence."""
    stretch = page.stretches[number]
    sentence = page.sentence_at(stretch.last - 1)
    last = page.sentences[sentence][1]
    ended = page.lowered(stretch.last - 2)[-1:] == "."
    if stretch.last >= last:
        goes_on = sentence + 1 < len(page.sentences) and page.paragraph_of[sentence + 1] == stretch.paragraph
        if not goes_on or ended:
            return stretch.last
        last = page.sentences[sentence + 1][1]
    for following in page.stretches[number + 1 : number + 3]:
        if following.words < _FEW and not following.stops:
            continue
        if following.first < last and ended and page.lower[following.first - 1] in (",", ":"):
            return stretch.last
        last = min(last, following.first)
        break
    return min(last, stretch.last + _FAR)


def beside(page: Page, judge: Judge, head: int, number: int, owned: dict[int, Attribution]) -> Attribution:
    """Return the attribution of a stretch with its cue after it, and the stretches that go with it."""
    stretch = page.stretches[number]
    worth = judge.worth(head)
    first = stretch.first
    if not _begins(page, number) and page.lower[first - 1] not in (":", "—", "--"):
        first = judge.left_start(head, stretch.last, page.bounds(first)[0], LEFT)
    content: list[Range] = [(first, stretch.last)]
    numbers = [each for each in range(max(0, number - 3), number + 1) if page.stretches[each].first >= first]
    back = number
    while page.stretches[back].continues and back and back - 1 not in owned:
        back -= 1
        content.insert(0, (page.stretches[back].first, page.stretches[back].last))
        numbers.insert(0, back)
    _, last = page.bounds(head)
    follow = number + 1
    layout = LEFT
    if follow < len(page.stretches) and head < page.stretches[follow].first < last:
        nearby = page.stretches[follow]
        lead = nearby.first - 1 - (page.tag(nearby.first - 1) == "ADV")
        led = page.lowered(lead) in (",", "but", "and", ":", "that")
        if led and (nearby.stops or nearby.words > _FEW) and not _other_cue(page, judge, head, nearby.first):
            content.append((nearby.first, nearby.last))
            numbers.append(follow)
            layout = AROUND
    rule = "quotation then cue" if layout == LEFT else "quotation round its cue"
    return Attribution(head, layout, content, max(worth, SURE), rule, stretches=numbers)


def _other_cue(page: Page, judge: Judge, head: int, until: int) -> bool:
    """Tell whether another cue stands between a cue and the next stretch, which is then not the first one's."""
    return any(
        cues.may_head(page, index, judge.heads) and judge.worth(index) >= judge.threshold
        for index in range(head + 1, until)
    )


def is_whole(page: Page, number: int, last: int) -> bool:
    """Tell whether a stretch after a cue is all that was said: nothing of the clause goes on after it."""
    stretch = page.stretches[number]
    if stretch.stops and page.lowered(stretch.last - 2)[-1:] in (".", "?", "!"):
        return True
    return stretch.last >= last or page.lower[stretch.last] in (".", "?", "!", ";") or stretch.words > _LONG


def carry_over(page: Page, found: list[Attribution], owned: dict[int, Attribution]) -> None:
    """Give speech without a cue of its own to the speaker before it."""
    reports = {page.sentence_at(each.head): each for each in found if _reports_speech(page, each)}
    for number, stretch in enumerate(page.stretches):
        if number in owned:
            continue
        before = owned.get(number - 1)
        if before is None or "quotation" not in before.rule or not _goes_on(page, number):
            sentence = page.sentence_at(stretch.first)
            before = reports.get(sentence - 1)
            if before is None or not (_begins(page, number) and stretch.stops):
                continue
            if page.paragraph_of[sentence - 1] != stretch.paragraph:
                continue
            reports[page.sentence_at(stretch.last - 1)] = before
        before.content.append((stretch.first, stretch.last))
        before.stretches.append(number)
        owned[number] = before


def _reports_speech(page: Page, attribution: Attribution) -> bool:
    return cue_forms().get(page.lower[attribution.head], ("", ""))[1] == "say"


def _goes_on(page: Page, number: int) -> bool:
    """Tell whether a stretch goes on with what the stretch before it began."""
    stretch = page.stretches[number]
    if stretch.continues:
        return True
    if not (_begins(page, number) and (stretch.stops or stretch.words > _LONG)):
        return False
    gap = stretch.paragraph - page.stretches[number - 1].paragraph
    return gap == 0 or (gap == 1 and _alone(page, stretch.paragraph, number) and not is_titled(page, stretch))


def _alone(page: Page, paragraph: int, number: int) -> bool:
    """Tell whether a paragraph holds nothing outside quotation marks."""
    stretch = page.stretches[number]
    sentence = page.sentence_at(stretch.last - 1)
    ends = page.sentences[sentence][1] <= stretch.last + 1
    goes_on = sentence + 1 < len(page.sentences) and page.paragraph_of[sentence + 1] == paragraph
    return ends and (not goes_on or page.sentences[sentence + 1][0] in page.opens)
