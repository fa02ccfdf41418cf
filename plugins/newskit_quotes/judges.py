"""What decides: the rules alone, or the linear model, among the same candidates."""

from __future__ import annotations

import math
from typing import Protocol

from newskit_quotes import contents, cues, rules, sources
from newskit_quotes.cues import RIGHT
from newskit_quotes.forms import cue_forms
from newskit_quotes.model import Model
from newskit_quotes.page import COMMAS, Page
from newskit_quotes.speech import Range

LAYOUTS = "NRLA"
PLAIN = 0.8
_AT_ONCE = frozenset({"that", "whether"})
_DOUBT = 0.2
"""Where the model doubts no more than this, a cue that is plain by rule stays one."""


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
        """Return how sure it is that a word is a cue, and where its content lies."""
        return rules.cue_worth(page, head)

    def confidence(self, rule: str, worth: float) -> float:  # noqa: ARG002 - what a judge is asked
        """Return how likely a quote is right, from 0 to 1."""
        return worth

    def start(self, page: Page, head: int, last: int) -> int | None:
        """Return where content right of the cue begins."""
        found = contents.start_candidates(page, head, last)
        return rules.rule_start(page, head, found, last) if found else None

    def end(self, page: Page, head: int, start: int, last: int) -> int:
        """Return where content right of the cue ends."""
        return rules.rule_end(page, contents.end_candidates(page, head, start, last))

    def left(self, page: Page, head: int, first: int, layout: str) -> Range | None:
        """Return the content left of the cue."""
        for index in range(head, first, -1):
            if page.lower[index] in COMMAS or index in page.closes:
                start = self.left_start(page, head, index, first, layout)
                return (start, index) if start < index else None
        return None

    def left_start(self, page: Page, head: int, end: int, first: int, layout: str) -> int:  # noqa: ARG002 - likewise
        """Return where content left of the cue begins, given its end."""
        return contents.left_start_candidates(page, end, first)[0]

    def source(self, page: Page, head: int, layout: str, content: list[Range]) -> Range | None:
        """Return the base phrase of the source."""
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
        """Return how sure it is that a word is a cue, and where its content lies."""
        if head not in page.judged:
            scores = self.classifier.scores(cues.features(page, head))
            odds = sum(math.exp(min(score, 50.0)) for score in scores)
            worth = odds / (1 + odds)
            if _DOUBT < worth < self.threshold and rules.cue_worth(page, head)[0] >= PLAIN:
                worth = self.threshold
            page.judged[head] = worth, RIGHT + scores.index(max(scores))
        return page.judged[head]

    def start(self, page: Page, head: int, last: int) -> int | None:
        """Return where content right of the cue begins."""
        if head + 1 < last and (page.lower[head + 1] in _AT_ONCE or head + 1 in page.opens):
            return head + 1
        score = self.rankers["start"].score
        found = contents.start_candidates(page, head, last)
        best = max(found, key=lambda index: score(contents.start_features(page, head, index, last)), default=None)
        if best is not None and page.fine[best] == "VB" and page.lower[best - 1] == "to" and best - 1 > head:
            return best - 1
        return best

    def end(self, page: Page, head: int, start: int, last: int) -> int:
        """Return where content right of the cue ends."""
        score = self.rankers["end"].score
        best, chosen = -math.inf, last
        for index, values in end_values(page, head, start, last):
            value = score(values)
            if value > best:
                best, chosen = value, index
        return chosen

    def left(self, page: Page, head: int, first: int, layout: str) -> Range | None:
        """Return the content left of the cue."""
        score = self.rankers["left_end"].score
        ends = [index for index in contents.left_end_candidates(page, head, first) if index > first]
        if not ends:
            return None
        end = max(ends, key=lambda index: score(contents.left_end_features(page, head, index, layout)))
        start = self.left_start(page, head, end, first, layout)
        return (start, end) if start < end else None

    def left_start(self, page: Page, head: int, end: int, first: int, layout: str) -> int:
        """Return where content left of the cue begins, given its end."""
        score = self.rankers["left_start"].score
        return max(
            contents.left_start_candidates(page, end, first),
            key=lambda index: score(contents.left_start_features(page, head, index, end, first, layout)),
        )

    def source(self, page: Page, head: int, layout: str, content: list[Range]) -> Range | None:
        """Return the base phrase of the source."""
        bases: list[Range | None] = [*sources.source_candidates(page, head, content), None]
        subject = sources.plain_subject(page, head, bases)
        if subject is not None:
            return subject
        score = self.rankers["source"].score
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
