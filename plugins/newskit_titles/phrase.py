"""The phrase of one title, by token indices."""

from __future__ import annotations

from attrs import define, field


@define
class Phrase:
    """A title by token indices: ``start`` with its article, ``bare`` without, ``head:after`` the noun, ``end``.

    ``second`` is the phrase of a noun that "and" joins to the first: "founder and | chief executive".
    """

    start: int
    bare: int
    head: int
    after: int
    end: int
    noun: str
    determiner: str = ""
    form: bool = False
    """An abbreviation or a form of address, which takes no complement."""
    second: Phrase | None = field(default=None)
    set_off: bool = False
    """Whether what the office is of stands between commas before the holder."""

    @property
    def final(self) -> Phrase:
        """The phrase of the last noun."""
        return self.second.final if self.second else self
