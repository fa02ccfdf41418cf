"""From cue candidates to attributions: which words are cues, what they govern, and whose they are."""

from __future__ import annotations

import math
from bisect import bisect_left
from typing import Protocol

from newskit_quotes import contents, cues, rules, sources, speech
from newskit_quotes.cues import AROUND, LEFT, RIGHT
from newskit_quotes.forms import cue_forms
from newskit_quotes.model import Model
from newskit_quotes.page import COMMAS, Page, Stretch
from newskit_quotes.speech import Attribution, Range

LAYOUTS = "NRLA"
_NEAR, _FAR = 8, 32
"""Within so many tokens after a quotation a reporting verb is likely, or possible, its cue."""
_SURE = 0.6
_FEW = 3
_DOUBT, _PLAIN = 0.2, 0.8
"""Where the model doubts no more than this, a cue that is plain by rule stays one."""
_SHORT, _HEADING, _LONG = 3, 9, 12


class Judge(Protocol):
    """What decides: the rules alone, or the model."""

    heads: frozenset[str]
    threshold: float
    nominal_threshold: float

    def cue(self, page: Page, head: int) -> tuple[float, int]:
        """Return how sure it is that a word is a cue, and where its content lies."""

    def start(self, page: Page, head: int, last: int) -> int | None:
        """Return where content right of the cue begins."""

    def end(self, page: Page, head: int, start: int, last: int) -> int:
        """Return where content right of the cue ends."""

    def left(self, page: Page, head: int, first: int, layout: str) -> Range | None:
        """Return the content left of the cue."""

    def left_start(self, page: Page, head: int, end: int, first: int, layout: str) -> int:
        """Return where content left of the cue begins, given its end."""

    def source(self, page: Page, head: int, layout: str, content: list[Range]) -> Range | None:
        """Return the base phrase of the source."""

    def confidence(self, rule: str, worth: float) -> float:
        """Return how likely a quote is right, from 0 to 1."""


class ByRule:
    """Decides by lexicon and rules."""

    threshold = 0.45
    nominal_threshold = 0.5

    def __init__(self) -> None:
        self.heads = frozenset(cue_forms()) | {"according"}

    def cue(self, page: Page, head: int) -> tuple[float, int]:
        return rules.cue_worth(page, head)

    def confidence(self, rule: str, worth: float) -> float:
        return worth

    def start(self, page: Page, head: int, last: int) -> int | None:
        found = contents.start_candidates(page, head, last)
        return rules.rule_start(page, head, found, last) if found else None

    def end(self, page: Page, head: int, start: int, last: int) -> int:
        return rules.rule_end(page, contents.end_candidates(page, head, start, last))

    def left(self, page: Page, head: int, first: int, layout: str) -> Range | None:
        for index in range(head, first, -1):
            if page.lower[index] in COMMAS or index in page.closes:
                start = self.left_start(page, head, index, first, layout)
                return (start, index) if start < index else None
        return None

    def left_start(self, page: Page, head: int, end: int, first: int, layout: str) -> int:
        return contents.left_start_candidates(page, end, first)[0]

    def source(self, page: Page, head: int, layout: str, content: list[Range]) -> Range | None:
        return sources.rule_source(page, head, sources.source_candidates(page, head, content), layout)


class ByModel:
    """Decides by the linear model, among the same candidates."""

    threshold = 0.5
    nominal_threshold = 0.5

    def __init__(self, model: Model) -> None:
        self.heads = model.heads
        self.classifier = model.cue
        self.rankers = model.rankers
        self.confidence = model.confidence

    def cue(self, page: Page, head: int) -> tuple[float, int]:
        if head not in page.judged:
            scores = self.classifier.scores(cues.features(page, head))
            odds = sum(math.exp(min(score, 50.0)) for score in scores)
            worth = odds / (1 + odds)
            if _DOUBT < worth < self.threshold and rules.cue_worth(page, head)[0] >= _PLAIN:
                worth = self.threshold
            page.judged[head] = worth, RIGHT + scores.index(max(scores))
        return page.judged[head]

    def start(self, page: Page, head: int, last: int) -> int | None:
        score = self.rankers["start"].score
        found = contents.start_candidates(page, head, last)
        best = max(found, key=lambda index: score(contents.start_features(page, head, index, last)), default=None)
        if best is not None and page.fine[best] == "VB" and page.lower[best - 1] == "to" and best - 1 > head:
            return best - 1
        return best

    def end(self, page: Page, head: int, start: int, last: int) -> int:
        score = self.rankers["end"].score
        best, chosen = -math.inf, last
        for index, values in end_values(page, head, start, last):
            value = score(values)
            if value > best:
                best, chosen = value, index
        return chosen

    def left(self, page: Page, head: int, first: int, layout: str) -> Range | None:
        score = self.rankers["left_end"].score
        ends = [index for index in contents.left_end_candidates(page, head, first) if index > first]
        if not ends:
            return None
        end = max(ends, key=lambda index: score(contents.left_end_features(page, head, index, layout)))
        start = self.left_start(page, head, end, first, layout)
        return (start, end) if start < end else None

    def left_start(self, page: Page, head: int, end: int, first: int, layout: str) -> int:
        score = self.rankers["left_start"].score
        return max(
            contents.left_start_candidates(page, end, first),
            key=lambda index: score(contents.left_start_features(page, head, index, end, first, layout)),
        )

    def source(self, page: Page, head: int, layout: str, content: list[Range]) -> Range | None:
        score = self.rankers["source"].score
        bases: list[Range | None] = [*sources.source_candidates(page, head, content), None]
        ranks = source_ranks(bases, head)
        count = len(bases) - 1
        return max(
            zip(bases, ranks, strict=True),
            key=lambda each: score(sources.source_features(page, head, each[0], each[1], layout, count)),
        )[0]


def source_ranks(bases: list[Range | None], head: int) -> list[int]:
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


def end_values(page: Page, head: int, start: int, last: int) -> list[tuple[int, list[str]]]:
    """Return each candidate end with its feature values."""
    seen: dict[str, int] = {}
    found = []
    verbs, position = 0, start
    dependent = contents.dependent_clause(page, head)
    for index in contents.end_candidates(page, head, start, last):
        verbs += contents.count_verbs(page, position, index)
        position = index
        found.append((index, contents.end_features(page, head, start, index, last, seen, verbs, dependent)))
        if index < last:
            seen[page.lower[index]] = seen.get(page.lower[index], 0) + 1
    return found


def _adjacent(page: Page, judge: Judge) -> dict[int, tuple[int, int]]:
    """Return the cues beside stretches of speech: each head with the side on which its stretch lies, and which."""
    found: dict[int, tuple[int, int]] = {}
    for number, stretch in enumerate(page.stretches):
        if not stretch.stops and stretch.words < _FEW:
            continue
        before = _cue_before(page, judge, number)
        if before is not None and before[1] > _SURE and stretch.first - before[0] <= _FEW:
            found.setdefault(before[0], (RIGHT, number))
            continue
        after = _cue_after(page, judge, number)
        if after is not None and (_begins(page, number) or judge.cue(page, after)[1] != RIGHT):
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
        if page.lower[index] in judge.heads or page.tags[index] == "VERB":
            worth, _ = judge.cue(page, index)
            if lead == ":" and page.lower[index] in cue_forms():
                worth = max(worth, 0.3)
            if worth > best and not cues.vetoed(page, index):
                best, chosen = worth, index
            if best > _SURE:
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
    index += comma
    limit = _clause_end(page, number)
    best, chosen = 0.12, None
    while index < limit:
        if page.lower[index] in judge.heads or page.tags[index] == "VERB":
            worth, _ = judge.cue(page, index)
            if cue_forms().get(page.lower[index], ("", ""))[1] == "say" and index - stretch.last < _NEAR:
                worth = max(worth, 0.3)
            if worth > best and not cues.vetoed(page, index):
                best, chosen = worth, index
            if best > _SURE:
                break
        index += 1
    return chosen


def _clause_end(page: Page, number: int) -> int:
    """Return where the clause after a stretch ends: with its sentence, the next stretch, or a new sentence."""
    stretch = page.stretches[number]
    sentence = page.sentence_at(stretch.last - 1)
    last = page.sentences[sentence][1]
    ended = page.lower[stretch.last - 2][-1:] == "."
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


def find(page: Page, judge: Judge) -> list[Attribution]:
    """Return the attributions of an article in the order of their cues."""
    adjacent = _adjacent(page, judge)
    owned: dict[int, Attribution] = {}
    turns = speech.dialogue(page)
    found: list[Attribution] = []
    plain = [head for head in cues.reporting_verbs(page) if rules.cue_worth(page, head)[0] >= _PLAIN]
    for head in sorted({*cues.candidates(page, judge.heads), *adjacent, *plain}):
        if cues.vetoed(page, head) or any(head == turn.head for turn in turns):
            continue
        side, number = adjacent.get(head, (0, -1))
        if side == LEFT:
            attribution = _beside(page, judge, head, number, owned)
        else:
            governed = _governing(page, judge, head, number if side else None)
            if governed is None:
                continue
            attribution = governed
        layout = LAYOUTS[attribution.layout]
        base = judge.source(page, head, layout, attribution.content)
        attribution.source = sources.whole_source(page, head, base, attribution.content) if base else None
        first, _ = page.bounds(head)
        attribution.cue = _cue_span(page, head, first, attribution)
        for number in attribution.stretches:
            owned.setdefault(number, attribution)
        found.append(attribution)
    found += speech.signed(page, owned)
    found += [turn for turn in turns if not any(_within(page, number, turn) for number in owned)]
    found.sort(key=lambda each: each.head)
    _carry_over(page, found, owned)
    return _without_elaborated(page, found)


def _without_elaborated(page: Page, found: list[Attribution]) -> list[Attribution]:
    """Leave out a report of a bare noun phrase that the same speaker's participle spells out as a clause.

    "She revealed the visit, announcing that a delegation was on its way" is one report, and the clause says it all.
    """
    kept = []
    for position, each in enumerate(found):
        after = found[position + 1] if position + 1 < len(found) else None
        if (
            after is not None
            and after.source == each.source is not None
            and page.lower[after.head].endswith("ing")
            and page.lower[after.head - 1] == ","
            and page.lower[after.content[0][0]] == "that"
            and each.content[-1][1] <= after.head
            and not contents.count_verbs(page, *each.content[0])
        ):
            continue
        kept.append(each)
    return kept


def _within(page: Page, number: int, turn: Attribution) -> bool:
    return any(start <= page.stretches[number].first < end for start, end in turn.content)


def _cue_span(page: Page, head: int, first: int, attribution: Attribution) -> Range:
    """Return the verb group: with auxiliaries before, and the prepositions that link it to its content."""
    end = head + 1
    if page.lower[head] == "according":
        return head, min(head + 2, len(page.words))
    after = [start for start, _ in attribution.content if start > head]
    if after and all(page.tags[index] == "ADP" or page.lower[index] == "to" for index in range(end, after[0])):
        end = after[0]
    return cues.group_start(page, head, first), end


def _beside(page: Page, judge: Judge, head: int, number: int, owned: dict[int, Attribution]) -> Attribution:
    stretch = page.stretches[number]
    worth, _ = judge.cue(page, head)
    first = stretch.first
    if not _begins(page, number) and page.lower[first - 1] not in (":", "—", "--"):
        first = judge.left_start(page, head, stretch.last, page.bounds(first)[0], "L")
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
        led = page.lower[nearby.first - 1] in (",", "but", "and", ":", "that")
        if led and (nearby.stops or nearby.words > _FEW) and not _other_cue(page, judge, head, nearby.first):
            content.append((nearby.first, nearby.last))
            numbers.append(follow)
            layout = AROUND
    rule = "quotation then cue" if layout == LEFT else "quotation round its cue"
    return Attribution(head, layout, content, max(worth, _SURE), rule, stretches=numbers)


def _other_cue(page: Page, judge: Judge, head: int, until: int) -> bool:
    """Tell whether another cue stands between a cue and the next stretch, which is then not the first one's."""
    return any(
        (page.lower[index] in judge.heads or page.tags[index] == "VERB") and judge.cue(page, index)[0] >= judge.threshold
        for index in range(head + 1, until)
    )


def _governing(page: Page, judge: Judge, head: int, beside: int | None) -> Attribution | None:
    """Return what a cue governs in its own sentence, if it is sure enough; ``beside`` is a stretch it leads up to."""
    worth, layout = judge.cue(page, head)
    if beside is not None:
        led = _leading(page, judge, head, beside, worth)
        if led is not None:
            return led
    elif worth < judge.threshold or (worth < judge.nominal_threshold and page.tags[head] == "NOUN"):
        return None
    first, last = page.bounds(head)
    start = None
    if page.lower[head] == "according" and layout == LEFT:
        start = _after_parenthesis(page, head, last)
        layout = LEFT if start is None else AROUND
    content = []
    left = judge.left(page, head, first, LAYOUTS[layout]) if layout != RIGHT else None
    if left is not None:
        content.append(_without_comma(page, left))
    rule = "report then cue"
    if layout != LEFT or not content:
        piece, rule = _right(page, judge, head, start, last)
        if piece is not None:
            rule = "report round its cue" if content and rule == "cue then report" else rule
            content.append(piece)
    if not content:
        return None
    return Attribution(head, layout, content, worth, rule, stretches=_stretches_in(page, content))


def _leading(page: Page, judge: Judge, head: int, beside: int, worth: float) -> Attribution | None:
    """Return the whole stretch that a cue leads up to at once."""
    stretch = page.stretches[beside]
    at_once = page.lower[stretch.first - 1] == ":" or judge.start(page, head, page.bounds(head)[1]) == stretch.first
    if not at_once or not _whole(page, beside, page.bounds(stretch.first)[1]):
        return None
    content = [(stretch.first, stretch.last)]
    return Attribution(head, RIGHT, content, max(worth, _SURE), "cue then quotation", stretches=[beside])


def _right(page: Page, judge: Judge, head: int, start: int | None, last: int) -> tuple[Range | None, str]:
    """Return the content right of a cue, and the rule that it makes."""
    if start is None:
        start = judge.start(page, head, last)
    if start is None:
        return None, ""
    number = page.opens.get(start)
    if number is not None and _whole(page, number, last):
        return (start, page.stretches[number].last), "cue then quotation"
    return (start, judge.end(page, head, start, last)), "cue then report"


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
    if not head or page.lower[head - 1] != ",":
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


def _whole(page: Page, number: int, last: int) -> bool:
    """Tell whether a stretch after a cue is all that was said: nothing of the clause goes on after it."""
    stretch = page.stretches[number]
    if stretch.stops and page.lower[stretch.last - 2][-1:] in ".?!":
        return True
    return stretch.last >= last or page.lower[stretch.last] in (".", "?", "!", ";") or stretch.words > _LONG


def _carry_over(page: Page, found: list[Attribution], owned: dict[int, Attribution]) -> None:
    """Give speech without a cue of its own to the speaker before it."""
    reports = {page.sentence_at(each.head): each for each in found if _reports_speech(page, each)}
    for number, stretch in enumerate(page.stretches):
        if number in owned:
            continue
        before = owned.get(number - 1)
        if before is None or "quotation" not in before.rule or not _goes_on(page, number):
            sentence = page.sentence_at(stretch.first)
            before = reports.get(sentence - 1)
            joined = _begins(page, number) and stretch.stops and page.paragraph_of[sentence - 1] == stretch.paragraph
            if before is None or not joined:
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
    if not (_begins(page, number) and stretch.stops):
        return False
    gap = stretch.paragraph - page.stretches[number - 1].paragraph
    return gap == 0 or (gap == 1 and _alone(page, stretch.paragraph, number) and not _titled(page, stretch))


def _alone(page: Page, paragraph: int, number: int) -> bool:
    """Tell whether a paragraph holds nothing outside quotation marks."""
    stretch = page.stretches[number]
    sentence = page.sentence_at(stretch.last - 1)
    ends = page.sentences[sentence][1] <= stretch.last + 1
    goes_on = sentence + 1 < len(page.sentences) and page.paragraph_of[sentence + 1] == paragraph
    return ends and (not goes_on or page.sentences[sentence + 1][0] in page.opens)


def _titled(page: Page, stretch: Stretch) -> bool:
    """Tell whether a stretch is written like a title or a subheading: short, its long words in capitals."""
    long_words = [word for word in page.words[stretch.first : stretch.last] if len(word) > _SHORT and word[0].isalpha()]
    return stretch.words <= _HEADING and bool(long_words) and all(word[0].isupper() for word in long_words)
