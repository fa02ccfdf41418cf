"""What decides in one article: the rules alone, or the linear model, among the same candidates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from newskit_quotes import (
    beginnings,
    confidence,
    contents,
    cue_features,
    ended,
    findings,
    joined,
    labels,
    lefts,
    plain,
    refused,
    rules,
    scare,
    sources,
    subjects,
)
from newskit_quotes.clauses import Clauses
from newskit_quotes.columns import COMMAS, Columns, Quoted
from newskit_quotes.ends import ends
from newskit_quotes.features import Reads
from newskit_quotes.lexicon import Lexicon
from newskit_quotes.model import Model, odds
from newskit_quotes.readings import places
from newskit_quotes.records import AROUND, LEFT, RIGHT, Attribution, Form, Range

T = TypeVar("T")
_PLAIN = 0.8
"""From here on a cue is plain by rule."""
_TOLD = 0.65
"""What a verb scores at least whose clause plainly tells of speech: "as Lopez put it", "footage of Lopez saying"."""
_SEVERAL = 2
_DOUBT = 0.2
"""Where the model doubts no more than this, a cue that is plain by rule stays one."""


class ByRule:
    """Decides by lexicon and rules."""

    threshold = 0.45
    nominal_threshold = 0.5

    def __init__(self, columns: Columns, words: Lexicon | Model) -> None:
        self.columns = columns
        self.heads, self.telling = words.heads, words.telling

    def may_head(self, index: int) -> bool:
        columns = self.columns
        return (columns.lower[index] in self.heads or columns.tags[index] == "VERB") and not columns.inside[index]

    def is_cue(self, head: int) -> bool:
        noun = self.columns.tags[head] == "NOUN"
        return self.cue_score(head) >= (self.nominal_threshold if noun else self.threshold)

    def cue_score(self, head: int) -> float:
        return rules.cue_score(self.columns, head)[0]

    def layout(self, head: int) -> int:
        return rules.cue_score(self.columns, head)[1]

    def start(self, head: int, last: int) -> int | None:
        found = contents.start_candidates(self.columns, head, last)
        return rules.rule_start(self.columns, head, found, last) if found else None

    def end(self, head: int, start: int, last: int) -> int:
        dependent = contents.dependent_clause(self.columns, head)
        return rules.rule_end(self.columns, contents.end_candidates(self.columns, head, start, last, dependent))

    def left(self, head: int, first: int, layout: int) -> Range | None:
        for index in range(head, first, -1):
            if self.columns.lower[index] in COMMAS or index in self.columns.closes:
                start = self.left_start(head, index, first, layout)
                return (start, index) if start < index else None
        return None

    def left_start(self, head: int, end: int, first: int, layout: int) -> int:  # noqa: ARG002 - what the contract gives
        return lefts.left_start_candidates(self.columns, end, first)[0]

    def source(self, head: int, layout: int, content: list[Range]) -> Range | None:
        found = sources.source_candidates(self.columns, head, content)
        return sources.rule_source(self.columns, head, found, layout)

    def speech(self, quotation: Quoted) -> float:  # noqa: ARG002 - what the contract gives
        return 0.5

    def confidence(self, attribution: Attribution) -> float:
        return attribution.cue_score


class ByModel(ByRule):
    """Decides by the linear model, among the same candidates."""

    threshold = 0.48

    def __init__(self, model: Model, columns: Columns) -> None:
        super().__init__(columns, model)
        self._unmet = model.unmet
        self._whole = cue_features.SAID | model.unmet
        self._scorers = model.scorers
        self._clauses = Clauses(columns)
        self._codes: dict[int, tuple[tuple[int, ...], tuple[int, ...]]] = {}
        self._cue = model.scorers["cue"].reads(cue_features.CUE)
        self._cue_scores: dict[int, float] = {}
        self._layouts: dict[int, int] = {}
        self._margins: dict[int, dict[str, int]] = {}
        self._as_clauses: dict[int, Range | None] = {}
        self._with_as = frozenset(map(columns.sentence_of.__getitem__, places(columns.lower, "as")))

    def cue_score(self, head: int) -> float:
        """Return the probability that a word is a cue; a cue that is plain by rule stays one in doubt.

        Of a word that training did not meet the model knows little: it scores what the rules say where that is more.
        """
        found = self._cue_scores.get(head)
        if found is None:
            self._codes[head] = shared, own = cue_features.codes(self.columns, head)
            found = odds(self._cue(*shared)(*own))
            if _DOUBT < found < self.threshold and rules.cue_score(self.columns, head)[0] >= _PLAIN:
                found = self.threshold
            if found < _TOLD and self._is_told(head):
                found = _TOLD
            if self.columns.lower[head] in self._unmet:
                found = max(found, rules.cue_score(self.columns, head)[0])
            self._cue_scores[head] = found
        return found

    def _is_told(self, head: int) -> bool:
        """Tell whether a cue plainly tells of speech: "as Lopez put it", "footage of Lopez saying", a label."""
        columns = self.columns
        if columns.lower[head] == ":":
            return columns.sentence_of[head] == 0 and labels.speaker_label(columns, head) is not None
        heard = columns.fine[head] == "VBG" and subjects.heard(columns, head)
        return bool(heard) or self._as_clause(head) is not None or plain.reports(columns, head)

    def _as_clause(self, head: int) -> Range | None:
        if self.columns.sentence_of[head] not in self._with_as:
            return None
        if head not in self._as_clauses:
            self._as_clauses[head] = subjects.as_clause(self.columns, head)
        return self._as_clauses[head]

    def layout(self, head: int) -> int:
        if ended.ended(self.columns, head) is not None:
            return LEFT
        if self.columns.lowered(head + 1) == "that" or self.columns.is_addressed(head):
            return RIGHT
        if beginnings.behind_adjunct(self.columns, head, self.columns.bounds[head][1]):
            return RIGHT
        if subjects.behind_object(self.columns, head) is not None:
            return RIGHT
        if head not in self._layouts:
            clause = self._as_clause(head)
            if clause is not None:
                first, last = self.columns.bounds[head]
                self._layouts[head] = RIGHT if clause[0] == first else AROUND if clause[1] + 1 < last else LEFT
                return self._layouts[head]
            self.cue_score(head)
            shared, own = self._codes[head]
            values = cue_features.CUE.values(*shared)(*own)
            scores = self._scorers["layout"].scores(values, cue_features.SIDES)
            found = self._best("layout", head, (RIGHT, LEFT, AROUND), scores)
            if found == RIGHT and (
                cue_features.is_inverted(self.columns, head) or cue_features.only_addresses(self.columns, head)
            ):
                found = LEFT
            elif found != RIGHT and (
                cue_features.addresses_ahead(self.columns, head) or cue_features.answers(self.columns, head)
            ):
                found = RIGHT
            self._layouts[head] = found or RIGHT
        return self._layouts[head]

    def start(self, head: int, last: int) -> int | None:
        columns = self.columns
        plain = beginnings.at_once(columns, head, last) or beginnings.behind_adjunct(columns, head, last)
        if plain:
            return plain
        candidates, scores = contents.starts(columns, head, last, self._scorers["start"].reads)
        agent = sources.agent(columns, head)
        if agent is not None:  # who speaks is not what is said: "the plan was questioned by the mayor"
            found = contents.behind_agent(columns, head, agent[1])
            return found if found in candidates else None
        told = beginnings.behind_addressee(columns, head, last)
        clause = self._as_clause(head)
        if clause is not None:  # "as Lopez put it in May, | it was late"
            return clause[1] + 1 if clause[1] + 1 < last else None
        sourced = contents.behind_according(columns, head, last)
        dated = beginnings.behind_day(columns, head, last)
        behind = sourced or told or dated
        best = self._best("start", head, candidates, scores)
        joined = bool(sourced) and columns.lower[sourced - 1] != ","  # "according to Lopez | the bridge is old"
        if joined or (best is not None and (told or dated or best < behind)):
            return behind
        if best is not None and columns.fine[best] == "VB" and columns.lower[best - 1] == "to" and best - 1 > head:
            return best - 1
        return best if best is None else beginnings.behind_time(columns, best)

    def end(self, head: int, start: int, last: int) -> int:
        whole = self.columns.lower[head] in self._whole or contents.opens_clause(self.columns, start)
        return (
            self._best("end", head, *ends(self._clauses, head, start, last, self._scorers["end"].reads, whole=whole))
            or last
        )

    def left(self, head: int, first: int, layout: int) -> Range | None:
        relative = subjects.of_relative(self.columns, head)
        if relative is not None:
            return relative[0]
        apposed = sources.apposed_subject(self.columns, head) or ended.ended(self.columns, head)
        clause = self._as_clause(head)
        if clause is not None:
            end: int | None = clause[0] - (self.columns.lowered(clause[0] - 1) in COMMAS)
        elif cue_features.is_inverted(self.columns, head):
            end = head - 1
        else:
            end = apposed[0] - 1 if apposed else self._left_end(head, first, layout)
        if end is None:
            return None
        start = labels.behind_heading(self.columns, self.left_start(head, end, first, layout), end)
        return (start, end) if start < end and not refused.is_prompt(self.columns, start) else None

    def _left_end(self, head: int, first: int, layout: int) -> int | None:
        reads = self._scorers["left_end"].reads
        found = self._best("left_end", head, *lefts.left_ends(self.columns, head, first, layout, reads))
        return found if found is None else lefts.before_subject(self.columns, head, found)

    def left_start(self, head: int, end: int, first: int, layout: int) -> int:
        reads = self._scorers["left_start"].reads
        candidates, scores = lefts.left_starts(self.columns, head, end, first, layout, reads)
        if self.columns.lower[head] in self._whole or self.columns.lower[head] == "according":
            whole = [number for number, start in enumerate(candidates) if self._clauses.verbs(start, end)]
            if whole:  # ", killing her, according to …" is no report of its own
                candidates, scores = [candidates[n] for n in whole], [scores[n] for n in whole]
        found = self._best("left_start", head, candidates, scores)
        return first if found is None else found

    def source(self, head: int, layout: int, content: list[Range]) -> Range | None:
        columns = self.columns
        verb = joined.joined(columns, head)
        head, layout = (head, layout) if verb is None else (verb, RIGHT)
        if columns.is_addressed(head) or ended.is_of_nobody(columns, head):
            return sources.agent(columns, head)
        label = labels.speaker_label(columns, head)
        if label is not None or (columns.lower[head] == ":" and labels.is_heading(columns, head)):
            return label
        if columns.tags[head] == "NOUN" and columns.lowered(head + 1) in ("that", "to"):
            owner = sources.possessor(columns, head, columns.bounds[head][0])
            if owner and owner[0][1] >= head - 1:  # "dismissed | her | claims that …"
                return owner[0]
        told = (
            subjects.subject(columns, head)
            or subjects.accompanying(columns, head)
            or subjects.sender(columns, head)
            or sources.before_colon(columns, head)
            or sources.behind_marks(columns, head, content)
            or ended.ended(columns, head)
            or findings.finds(columns, head)
            or (columns.lower[head] == "citing" and plain.cited_by(columns, head))
            or None
        )
        subject = told or sources.quoted(columns, head)[0] or sources.plain_subject(columns, head, content)
        if subject is not None:
            return subject
        apposed = sources.apposed_subject(columns, head)
        if apposed is not None:
            return apposed
        bases: list[Range | None] = [*sources.source_candidates(columns, head, content), None]
        scores = sources.features(columns, head, bases, layout, self._scorers["source"].reads)
        best = self._best("source", head, bases, scores)
        of_clause = best and plain.of_clause(columns, head, best)
        return of_clause or (best and sources.governing(columns, head, best, content))

    def speech(self, quotation: Quoted) -> float:
        return odds(scare.features(self.columns, quotation, self._scorers["speech"].reads))

    def confidence(self, attribution: Attribution) -> float:
        if attribution.form in (
            Form.DIALOGUE_TURN,
            Form.NARRATED,
            Form.ANSWER,
            Form.UNCUED,
        ):  # of which training has too few
            return attribution.cue_score
        return odds(self.features(attribution, self._scorers["right"].reads))

    def features(self, attribution: Attribution, reads: Reads[T]) -> T:
        """Return what is read of what tells whether an attribution is right, by how clear each decision on it was."""
        return confidence.features(self.columns, attribution, self._margins.get(attribution.head, {}), reads)

    def _best(self, decision: str, head: int, candidates: Sequence[T], scores: Sequence[int]) -> T | None:
        """Return the candidate with the highest score, the first of equals, and keep by how much it is higher."""
        if len(candidates) < _SEVERAL:
            return candidates[0] if candidates else None
        *_, second, top = sorted(scores)
        self._margins.setdefault(head, {})[decision] = top - second
        return candidates[scores.index(top)]
