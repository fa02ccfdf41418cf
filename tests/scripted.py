"""A decider that says what a test says, so that what is made of its answers can be seen without the model."""

from __future__ import annotations

from typing import Any

from attrs import frozen

import newskit
from newskit.text import Ground
from newskit_quotes.attribution import find
from newskit_quotes.columns import Columns, Quoted
from newskit_quotes.lexicon import lexicon
from newskit_quotes.records import AROUND, LEFT, RIGHT, Attribution, Range

READER = newskit.Extractor("quotes", newskit.Quote, (newskit.Part, newskit.Title, newskit.Entity), lambda _: ())


@frozen
class Script:
    """What a decider is to say of one cue; each phrase stands for its first place in the text."""

    word: str
    source: str | None = None
    left: str | None = None
    right: str | None = None
    layout: int = RIGHT
    score: float = 0.9
    known: bool = True


class Scripted:
    """A decider by script; what the script does not name is no cue and no speech."""

    # ruff: noqa: ARG002 - what a decider is asked
    threshold = 0.5

    def __init__(self, columns: Columns, cues: tuple[Script, ...], speech: tuple[float, ...] = ()) -> None:
        self.columns = columns
        self.heads = frozenset(cue.word.lower() for cue in cues if cue.known)
        self.telling = self.heads | {"that"}
        self.cues = {self.at(cue.word)[0]: cue for cue in cues}
        self.said = dict(enumerate(speech))

    def at(self, phrase: str) -> Range:
        start = self.columns.text.index(phrase)
        return self.columns.starts.index(start), self.columns.ends.index(start + len(phrase)) + 1

    def _phrase(self, head: int, name: str) -> Range | None:
        phrase = getattr(self.cues.get(head), name, None)
        return None if phrase is None else self.at(phrase)

    def may_head(self, index: int) -> bool:
        known = self.columns.lower[index] in self.heads or self.columns.tags[index] == "VERB"
        return known and not self.columns.inside[index]

    def is_cue(self, head: int) -> bool:
        return self.cue_score(head) >= self.threshold

    def cue_score(self, head: int) -> float:
        return self.cues[head].score if head in self.cues else 0.0

    def layout(self, head: int) -> int:
        return self.cues[head].layout if head in self.cues else RIGHT

    def start(self, head: int, last: int) -> int | None:
        right = self._phrase(head, "right")
        return right and right[0]

    def end(self, head: int, start: int, last: int) -> int:
        right = self._phrase(head, "right")
        return last if right is None else right[1]

    def left(self, head: int, first: int, layout: int) -> Range | None:
        return self._phrase(head, "left")

    def left_start(self, head: int, end: int, first: int, layout: int) -> int:
        left = self._phrase(head, "left")
        return first if left is None else left[0]

    def source(self, head: int, layout: int, content: list[Range]) -> Range | None:
        assert layout in (RIGHT, LEFT, AROUND)
        return self._phrase(head, "source")

    def speech(self, quotation: Quoted) -> float:
        return self.said.get(quotation.number, 0.0)

    def confidence(self, attribution: Attribution) -> float:
        return attribution.cue_score


def attributions(text: str, *cues: Script, speech: tuple[float, ...] = ()) -> tuple[list[Attribution], list[str]]:
    """Return what is found by this script, and each as ``source | cue | content``."""
    columns = Columns(newskit.Doc(newskit.Article(text), Ground(text), {}, READER), lexicon())
    decider: Any = Scripted(columns, cues, speech)
    found = find(columns, decider)

    def shown(at: Range | None) -> str:
        return text[columns.starts[at[0]] : columns.ends[at[1] - 1]] if at else "None"

    return found, [
        f"{shown(each.source)} | {shown(each.cue)} | {' … '.join(map(shown, each.content))}" for each in found
    ]
