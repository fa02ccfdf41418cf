"""What a rule has found: its tokens with their classes."""

from __future__ import annotations

from attrs import define

from newskit.rules.record import Rule
from newskit.rules.vocabulary import Word
from newskit.text import Tokens


@define(eq=False)  # a frozen one takes twice as long to make
class Found:
    """A match of a rule: the tokens ``start:stop`` with their classes.

    A word that the pattern names itself has the class that it is, and no value.
    """

    rule: Rule
    tokens: Tokens
    start: int
    stop: int
    words: tuple[Word, ...]

    def value(self, *labels: str) -> str | None:
        """Return the value of the first word of any of the classes, None where there is none."""
        for word in self.words:
            if word.label in labels:
                return word.value
        return None

    def has(self, *labels: str) -> bool:
        """Tell whether a word of one of the classes (or one of the literal words) is there."""
        for word in self.words:  # noqa: SIM110 - a generator costs more than so few words
            if word.label in labels:
                return True
        return False

    def touching(self) -> bool:
        """Tell whether no white space stands between the tokens."""
        tokens = self.tokens
        return all(tokens.ends[i] == tokens.starts[i + 1] for i in range(self.start, self.stop - 1))
