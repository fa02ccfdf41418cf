"""A rule as it is written: one record, with its examples and its place in the file."""

from __future__ import annotations

from attrs import field, frozen

from newskit.errors import InputError


@frozen
class Place:
    """Where something stands in a data file: path as ``package/name``, line from 1 (None for the whole), and field."""

    path: str
    line: int | None
    field: str | None = None

    def error(self, message: str) -> InputError:
        """Return the error that names this place."""
        return InputError(message, path=self.path, line=self.line, field=self.field)


@frozen
class Example:
    """A sentence with the words in question between brackets, and the answers for them, one a bracket.

    ``spans`` are half-open offsets into ``text``, which has no brackets. ``answers`` is empty for an example of what a
    rule must not find.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    answers: tuple[str, ...]
    place: Place = field(eq=False)

    @property
    def marked(self) -> str:
        """The sentence with its brackets, as it is written in the record."""
        pieces, at = [], 0
        for start, end in self.spans:
            pieces += [self.text[at:start], "[", self.text[start:end], "]"]
            at = end
        return "".join((*pieces, self.text[at:]))


@frozen
class Line:
    """A field of a record as it is written, and where."""

    text: str
    place: Place = field(eq=False)


@frozen
class Rule:
    """One record: what a rule finds, when it holds, the value it gives, what it refuses, and examples of both.

    ``when`` are alternative patterns over word classes; ``function`` names the code where a pattern cannot say it.
    ``reader`` and ``arguments`` name the function that reads the value and what it is given. ``tests`` are the lines
    ``keep`` and ``unless`` in their order. ``order`` is the rule's place among those of its file, from 0.
    """

    name: str
    finds: str
    when: tuple[Line, ...]
    function: Line | None
    value: Line | None
    tests: tuple[Line, ...]
    yes: tuple[Example, ...]
    no: tuple[Example, ...]
    order: int
    place: Place = field(eq=False)

    @property
    def reader(self) -> str:
        """The name of the function that reads the value, nothing where the record names none."""
        return self.value.text.split()[0] if self.value else ""

    @property
    def arguments(self) -> tuple[str, ...]:
        """What the record gives to the function that reads the value."""
        return tuple(self.value.text.split()[1:]) if self.value else ()
