"""What decides in one article: the rules alone, or the linear model, among the same candidates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from newskit_quotes import confidence, contents, cues, rules, scare, sources
from newskit_quotes.cues import AROUND, LEFT, RIGHT
from newskit_quotes.forms import cue_forms
from newskit_quotes.model import Model
from newskit_quotes.page import COMMAS, Page
from newskit_quotes.speech import Attribution, Range

T = TypeVar("T")
_PLAIN = 0.8
"""From here on a cue is plain by rule."""
_AT_ONCE = frozenset({"that", "whether"})
_REFUSING = frozenset({"declined", "declines", "declining", "refused", "refuses", "refusing"})
_SEVERAL, _LOWEST = 2, -(1 << 30)
_DOUBT = 0.2
"""Where the model doubts no more than this, a cue that is plain by rule stays one."""


class Judge(Protocol):
    """What decides: the rules alone, or the model."""

    heads: frozenset[str]
    threshold: float
    nominal_threshold: float

    def worth(self, head: int) -> float:
        """Return how sure it is that a word is a cue, from 0 to 1."""

    def layout(self, head: int) -> int:
        """Return where the content of a cue lies."""

    def start(self, head: int, last: int) -> int | None:
        """Return where content right of the cue begins."""

    def end(self, head: int, start: int, last: int) -> int:
        """Return where content right of the cue ends."""

    def left(self, head: int, first: int, layout: int) -> Range | None:
        """Return the content left of the cue."""

    def left_start(self, head: int, end: int, first: int, layout: int) -> int:
        """Return where content left of the cue begins, given its end."""

    def source(self, head: int, layout: int, content: list[Range]) -> Range | None:
        """Return the base phrase of the source."""

    def speech(self, number: int) -> float:
        """Return how sure it is that a stretch between quotation marks is speech, from 0 to 1."""

    def confidence(self, attribution: Attribution) -> float:
        """Return how likely an attribution is right, source and all, from 0 to 1."""


class ByRule:
    """Decides by lexicon and rules."""

    threshold = 0.45
    nominal_threshold = 0.5

    def __init__(self, page: Page) -> None:
        self.page = page
        self.heads = frozenset(cue_forms()) | {"according"}

    def worth(self, head: int) -> float:
        """Return how sure the lexicon is of a cue."""
        return rules.cue_worth(self.page, head)[0]

    def layout(self, head: int) -> int:
        """Return where the content of a cue lies."""
        return rules.cue_worth(self.page, head)[1]

    def start(self, head: int, last: int) -> int | None:
        """Return where content right of the cue begins."""
        found = contents.start_candidates(self.page, head, last)
        return rules.rule_start(self.page, head, found, last) if found else None

    def end(self, head: int, start: int, last: int) -> int:
        """Return where content right of the cue ends."""
        return rules.rule_end(self.page, contents.end_candidates(self.page, head, start, last))

    def left(self, head: int, first: int, layout: int) -> Range | None:
        """Return the content left of the cue."""
        for index in range(head, first, -1):
            if self.page.lower[index] in COMMAS or index in self.page.closes:
                start = self.left_start(head, index, first, layout)
                return (start, index) if start < index else None
        return None

    def left_start(self, head: int, end: int, first: int, layout: int) -> int:  # noqa: ARG002 - what a judge is asked
        """Return the beginning of the sentence, or of the quotation that ends there."""
        return contents.left_start_candidates(self.page, end, first)[0]

    def source(self, head: int, layout: int, content: list[Range]) -> Range | None:
        """Return the base phrase of the source."""
        found = sources.source_candidates(self.page, head, content)
        return sources.rule_source(self.page, head, found, layout)

    def speech(self, number: int) -> float:  # noqa: ARG002 - what a judge is asked
        """Leave open what stands between quotation marks where no cue tells."""
        return 0.5

    def confidence(self, attribution: Attribution) -> float:
        """Return what the cue is worth."""
        return attribution.worth


class ByModel:
    """Decides by the linear model, among the same candidates."""

    threshold = 0.48
    nominal_threshold = 0.5

    def __init__(self, model: Model, page: Page) -> None:
        self.page = page
        self.heads = model.heads
        self._scorers = model.scorers
        self._values: dict[int, tuple[int, ...]] = {}
        self._worth: dict[int, float] = {}
        self._layouts: dict[int, int] = {}
        self._margins: dict[int, dict[str, int]] = {}

    def worth(self, head: int) -> float:
        """Return the probability that a word is a cue; a cue that is plain by rule stays one in doubt."""
        found = self._worth.get(head)
        if found is None:
            self._values[head] = values = cues.features(self.page, head)
            found = self._scorers["cue"].odds(values)
            if _DOUBT < found < self.threshold and rules.cue_worth(self.page, head)[0] >= _PLAIN:
                found = self.threshold
            self._worth[head] = found
        return found

    def layout(self, head: int) -> int:
        """Return where the content of a cue lies."""
        if self.page.lowered(head + 1) == "that":
            return RIGHT
        if head not in self._layouts:
            self.worth(head)
            found = self._best("layout", head, (RIGHT, LEFT, AROUND), cues.layouts(self._values[head]))
            self._layouts[head] = LEFT if found == RIGHT and cues.is_inverted(self.page, head) else found or RIGHT
        return self._layouts[head]

    def start(self, head: int, last: int) -> int | None:
        """Return where content right of the cue begins."""
        page = self.page
        after = page.lower[head + 1] if head + 1 < last else ""
        opens = head + 1 < last and head + 1 in page.opens
        if opens or after in _AT_ONCE or (after == "to" and page.lower[head] in _REFUSING):
            return head + 1
        candidates, values = contents.starts(page, head, last)
        agent = sources.agent(page, head)
        if agent is not None:  # who speaks is not what is said: "the plan was questioned by the mayor"
            found = contents.behind_agent(page, head, agent[1])
            return found if found in candidates else None
        best = self._best("start", head, candidates, values)
        if best is not None and page.fine[best] == "VB" and page.lower[best - 1] == "to" and best - 1 > head:
            return best - 1
        return best

    def end(self, head: int, start: int, last: int) -> int:
        """Return where content right of the cue ends."""
        candidates, values = contents.ends(self.page, head, start, last)
        if self.page.lower[head] in cues.SAID:
            whole = contents.clauses(self.page, head, start, candidates)
            candidates, values = [candidates[n] for n in whole], [values[n] for n in whole]
        return self._best("end", head, candidates, values) or last

    def left(self, head: int, first: int, layout: int) -> Range | None:
        """Return the content left of the cue."""
        apposed = sources.apposed_subject(self.page, head)
        end = apposed[0] - 1 if apposed else self._left_end(head, first, layout)
        if end is None:
            return None
        start = self.left_start(head, end, first, layout)
        return (start, end) if start < end else None

    def _left_end(self, head: int, first: int, layout: int) -> int | None:
        return self._best("left_end", head, *contents.left_ends(self.page, head, first, layout))

    def left_start(self, head: int, end: int, first: int, layout: int) -> int:
        """Return where content left of the cue begins, given its end."""
        found = self._best("left_start", head, *contents.left_starts(self.page, head, end, first, layout))
        return first if found is None else found

    def source(self, head: int, layout: int, content: list[Range]) -> Range | None:
        """Return the base phrase of the source."""
        page = self.page
        subject = sources.quoted(page, head)[0] or sources.plain_subject(page, head, content)
        if subject is not None:
            return subject
        apposed = sources.apposed_subject(page, head)
        if apposed is not None:
            return apposed
        bases: list[Range | None] = [*sources.source_candidates(page, head, content), None]
        best = self._best("source", head, bases, sources.features(page, head, bases, layout))
        return sources.governing(page, head, best, content) if best is not None else None

    def speech(self, number: int) -> float:
        """Return the probability that a stretch between quotation marks is speech."""
        return self._scorers["speech"].odds(scare.features(self.page, number))

    def confidence(self, attribution: Attribution) -> float:
        """Return the probability that an attribution is right, source and all."""
        return self._scorers["right"].odds(self.signs(attribution))

    def signs(self, attribution: Attribution) -> tuple[int, ...]:
        """Return what tells whether an attribution is right, by how clear each decision on it was."""
        return confidence.features(self.page, attribution, self._margins.get(attribution.head, {}))

    def _best(self, decision: str, head: int, candidates: Sequence[T], values: Sequence[tuple[int, ...]]) -> T | None:
        """Return the candidate with the highest score, the first of equals, and keep by how much it is higher."""
        if len(candidates) < _SEVERAL:
            return candidates[0] if candidates else None
        scores = list(map(self._scorers[decision].score, values))
        top = max(scores)
        place = scores.index(top)
        scores[place] = _LOWEST
        self._margins.setdefault(head, {})[decision] = top - max(scores)
        return candidates[place]
