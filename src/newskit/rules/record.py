"""A rule as it is written: one record, with its examples and its place in the file."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from attrs import frozen

from newskit.errors import InputError

BREAK = "¶"
"""What stands for the end of a line in the text of an example."""


class Place(NamedTuple):
    """Where something stands in a data file: path as ``package/name``, line from 1 (None for the whole), and field."""

    path: str
    line: int | None
    field: str | None = None

    def error(self, message: str) -> InputError:
        """Return the error that names this place."""
        return InputError(message, path=self.path, line=self.line, field=self.field)


class Line(NamedTuple):
    """A field of a record as it is written, and where."""

    text: str
    place: Place


Written = tuple[str, int]
"""An example as it is written, and its line."""


@frozen
class Example:
    """A text with the words in question between brackets, and the answers for them, one a bracket.

    ``spans`` are half-open offsets into ``text``, which has no brackets, in the order in which they are opened; one may
    lie in another. ``answers`` is empty for an example of what a rule must not find.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    answers: tuple[str, ...]
    place: Place

    @classmethod
    def read(cls, line: Line, *, answered: bool) -> Example:
        """Return the example that a line of a record is; raises ``InputError`` where it is none."""
        sentence, sign, answer = line.text.rpartition(" = ") if answered else (line.text, "", "")
        if answered and not sign:
            raise line.place.error("an example ends in ' = ' and its answer")
        text, spans = _spans("\n".join(line.strip() for line in sentence.split(BREAK)))
        if not spans or any(start >= end for start, end in spans):
            raise line.place.error(f"the words in question stand between brackets, got {sentence!r}")
        answers = tuple(each.strip() for each in answer.split(";")) if answered else ()
        if answered and len(answers) != len(spans):
            raise line.place.error(f"{len(spans)} brackets need as many answers, parted by ';', got {answer!r}")
        return cls(text, tuple(spans), answers, line.place)

    @property
    def marked(self) -> str:
        """The text with its brackets, as it is written in the record."""
        opening, closing = (Counter(map(itemgetter(side), self.spans)) for side in (0, 1))
        places = range(len(self.text) + 1)
        written = "".join("]" * closing[at] + "[" * opening[at] + self.text[at : at + 1] for at in places)
        return written.replace("\n\n", f" {BREAK * 2} ").replace("\n", f" {BREAK} ")


def _spans(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a text without its brackets, and what stands between them: the end is 0 of one that is not closed."""
    text, spans, opened = "", list[tuple[int, int]](), list[int]()
    for piece in re.split(r"([\[\]])", marked):
        if piece == "[":
            opened.append(len(spans))
            spans.append((len(text), 0))
        elif piece != "]":
            text += piece
        elif opened:
            at = opened.pop()
            spans[at] = (spans[at][0], len(text))
        else:  # closes nothing
            return text, []
    return text, spans


@frozen(slots=False)
class Rule:
    """One record: what a rule finds, when it holds, the value it gives, what it refuses, and examples of both.

    One that ``refuses`` says in ``finds`` what is left out, whatever other rules find there: nothing must come out in
    the brackets of its examples ``yes``, something in those of its examples ``no``.
    ``when`` are alternative patterns over word classes; ``function`` names the code where a pattern cannot say it.
    ``reader`` and ``arguments`` name the function that reads the value and what it is given. ``tests`` are the lines
    ``keep`` and ``unless`` in their order, ``found`` and ``refused`` the examples as they are written. ``order`` is the
    rule's place among those of its file, from 0.
    """

    name: str
    finds: str
    refuses: bool
    when: tuple[Line, ...]
    function: Line | None
    value: Line | None
    tests: tuple[Line, ...]
    found: tuple[Written, ...]
    refused: tuple[Written, ...]
    order: int
    place: Place

    @cached_property
    def yes(self) -> tuple[Example, ...]:
        """The examples that the rule must find, or refuse; raises ``InputError`` for one that is none."""
        return self._examples("yes", self.found, answered=not self.refuses)

    @cached_property
    def no(self) -> tuple[Example, ...]:
        """The examples that it must not find, or refuse; raises ``InputError`` for one that is none."""
        return self._examples("no", self.refused, answered=False)

    def _examples(self, key: str, written: tuple[Written, ...], *, answered: bool) -> tuple[Example, ...]:
        lines = (Line(text, Place(self.place.path, number, key)) for text, number in written)
        return tuple(Example.read(line, answered=answered) for line in lines)

    @property
    def reader(self) -> str:
        """The name of the function that reads the value, nothing where the record names none."""
        return self.value.text.split()[0] if self.value else ""

    @property
    def arguments(self) -> tuple[str, ...]:
        """What the record gives to the function that reads the value."""
        return tuple(self.value.text.split()[1:]) if self.value else ()
