"""A claim made ready: its words without what stands at their ends, and its parts between an editor's marks."""

from __future__ import annotations

from functools import cached_property

import regex
from attrs import frozen

from newskit.verify.fold import DASH, ELLIPSIS
from newskit.verify.source import Text
from newskit.verify.verdict import EditMark
from newskit.verify.words import has_words

_ENDS = f" {DASH}{ELLIPSIS},.;:"
"""What a quote may begin and end with that is its editor's: "We will go," she said."""
_EDIT = regex.compile(rf"{ELLIPSIS}|[\[(]([^\[\]()]*+)[\])]")
_JOINTS = f" {DASH},;:."


@frozen
class Edit:
    """An ellipsis, or what stands in brackets, at its place in the folded claim."""

    mark: EditMark
    start: int
    end: int
    content: str = ""


@frozen
class Part:
    """Words of a claim between edits, at their place in the folded claim.

    ``head`` and ``tail`` tell whether they begin and end with whole words; a bracket may be put to a part of one.
    """

    start: int
    text: str
    head: bool = True
    tail: bool = True

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


@frozen
class Parts:
    """The parts of a claim and the edits before, between and behind them: one list more than there are parts."""

    parts: list[Part]
    edits: list[list[Edit]]


class Claim(Text):
    """The words that are said to be a quote."""

    @cached_property
    def core(self) -> tuple[int, int]:
        """Where the words are in the folded text, without what editors set at the ends of a quote."""
        end = len(self.text.rstrip(_ENDS))
        return min(len(self.text) - len(self.text.lstrip(_ENDS)), end), end

    @cached_property
    def words_alone(self) -> str:
        """The words themselves, folded; "" where there is none."""
        start, end = self.core
        return self.text[start:end] if has_words(self.text[start:end]) else ""

    @property
    def stops(self) -> bool:
        """Whether a full stop ends the claim: it then gives itself for a whole sentence."""
        return self.text[self.core[1] :].strip().startswith(".")

    @property
    def elided_before(self) -> bool:
        """Whether an ellipsis begins the claim."""
        return ELLIPSIS in self.text[: self.core[0]]

    @property
    def elided_behind(self) -> bool:
        """Whether an ellipsis ends the claim."""
        return ELLIPSIS in self.text[self.core[1] :]

    @cached_property
    def parts(self) -> Parts | None:
        """The parts between edits, None where the claim has no edits or nothing else."""
        start, end = self.core
        edits: list[list[Edit]] = [[]]
        parts: list[Part] = []
        for found in _EDIT.finditer(self.text, start, end):
            self._add(parts, edits, start, found.start())
            mark: EditMark = "ellipsis" if found[0] == ELLIPSIS else "brackets"
            edits[-1].append(Edit(mark, *found.span(), content=(found[1] or "").strip()))
            start = found.end()
        if not any(edits):
            return None
        self._add(parts, edits, start, end)
        return Parts(parts, edits) if parts else None

    def inner_words(self) -> set[str]:
        """Return the words that have words of the same part on both sides, in lower case."""
        start, end = self.core
        parts = self.parts.parts if self.parts else [Part(start, self.text[start:end])]
        inner: set[str] = set()
        for part in parts:
            within = [
                place for place, (first, last) in enumerate(self.tokens) if part.start <= first and last <= part.end
            ]
            inner.update(self.words[place] for place in within[1:-1])
        return inner

    def _add(self, parts: list[Part], edits: list[list[Edit]], start: int, end: int) -> None:
        """Add the part between two edits; signs without a word are none."""
        text = self.text[start:end]
        elided = bool(edits[-1]) and edits[-1][-1].mark == "ellipsis"
        kept = text.lstrip(_JOINTS if elided else " ")
        start += len(text) - len(kept)
        kept = kept.rstrip(_JOINTS if self.text[end : end + 1] == ELLIPSIS else " ")
        if has_words(kept):
            whole = is_whole(self.text, start), is_whole(self.text, start + len(kept))
            parts.append(Part(start, kept, *whole))
            edits.append([])


def is_whole(text: str, place: int) -> bool:
    """Tell whether a part of a claim ends at the end of a word: a bracket that touches it may be a part of the word."""
    before, behind = text[place - 1 : place], text[place : place + 1]
    return not ((before in ("]", ")") and has_words(behind)) or (behind in ("[", "(") and has_words(before)))
