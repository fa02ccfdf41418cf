"""A judge of cues that says what a test says, so that what is made of its answers can be seen without the model."""

from __future__ import annotations

from typing import Any

from attrs import frozen
from newskit_quotes.page import Page
from newskit_quotes.speech import Attribution, Range

import newskit
from newskit.text import Ground
from newskit_quotes.attribution import find
from newskit_quotes.cues import RIGHT

READER = newskit.Extractor("quotes", newskit.Quote, (newskit.Part, newskit.Entity), lambda _: ())


@frozen
class Cue:
    """What a judge is to say of one cue; phrases stand for their first place in the text, ``right`` to ``left`` too."""

    word: str
    source: str | None = None
    left: str | None = None
    right: str | None = None
    layout: int = RIGHT
    worth: float = 0.9
    known: bool = True


class Scripted:
    """A judge by script; what the script does not name is no cue and no speech."""

    # ruff: noqa: ARG002 - what a judge is asked
    threshold = 0.5
    nominal_threshold = 0.7

    def __init__(self, page: Page, cues: tuple[Cue, ...], speech: tuple[float, ...] = ()) -> None:
        self.page = page
        self.heads = frozenset(cue.word.lower() for cue in cues if cue.known)
        self.cues = {self.at(cue.word)[0]: cue for cue in cues}
        self.said = dict(enumerate(speech))

    def at(self, phrase: str) -> Range:
        start = self.page.text.index(phrase)
        return self.page.starts.index(start), self.page.ends.index(start + len(phrase)) + 1

    def _phrase(self, head: int, name: str) -> Range | None:
        phrase = getattr(self.cues.get(head), name, None)
        return None if phrase is None else self.at(phrase)

    def worth(self, head: int) -> float:
        return self.cues[head].worth if head in self.cues else 0.0

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
        return self._phrase(head, "source")

    def speech(self, number: int) -> float:
        return self.said.get(number, 0.0)

    def confidence(self, attribution: Attribution) -> float:
        return attribution.worth


def attributions(text: str, *cues: Cue, speech: tuple[float, ...] = ()) -> tuple[list[Attribution], list[str]]:
    """Return what is found by this script, and each as ``source | cue | content``."""
    page = Page(newskit.Doc(newskit.Article(text), Ground(text), {}, READER))
    judge: Any = Scripted(page, cues, speech)
    found = find(page, judge)

    def shown(at: Range | None) -> str:
        return text[page.starts[at[0]] : page.ends[at[1] - 1]] if at else "None"

    return found, [
        f"{shown(each.source)} | {shown(each.cue)} | {' … '.join(map(shown, each.content))}" for each in found
    ]
