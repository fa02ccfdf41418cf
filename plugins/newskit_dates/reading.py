"""What a rule's words say: the found tokens, and the value read from them."""

from __future__ import annotations

import datetime as dt

from attrs import evolve, frozen

from newskit.text import Tokens
from newskit_dates.calendar import GRAIN_OF_UNIT, Period
from newskit_dates.grammar import Rule
from newskit_dates.vocabulary import Word


@frozen(eq=False)
class Found:
    """A match of a rule: the tokens ``start:stop`` with their classes, and the approximation before them."""

    rule: Rule
    tokens: Tokens
    start: int
    stop: int
    words: tuple[Word, ...]
    mod: str | None = None

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

    def step(self) -> int:
        """Return 1 for next, -1 for last, 0 for this."""
        value = self.value("LAST", "NEXT", "PREVIOUS", "FOLLOWING", "COMING")
        return int(value) if value else 0

    def grain(self) -> str | None:
        """Return the grain of the unit that the words name, a quarter for "period"."""
        if self.has("PERIOD"):
            return "quarter"
        return GRAIN_OF_UNIT.get(self.value("UNIT", "CENTURY", "WEEKEND", "QUARTER") or "")

    def portion(self) -> str | None:
        """Return the mod of "early", "the end of" and the like."""
        for word in self.words:
            if word.label in {"EARLY", "PORTION"}:
                return word.value
            if word.label in {"EARLIER", "LATER"}:
                return "START" if word.label == "EARLIER" else "END"
        return None

    def touching(self) -> bool:
        """Tell whether no white space stands between the tokens."""
        tokens = self.tokens
        return all(tokens.ends[i] == tokens.starts[i + 1] for i in range(self.start, self.stop - 1))


@frozen
class Reading:
    """A value for found words; ``period`` is what later expressions may count from."""

    type: str
    value: str
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    period: Period | None = None

    def with_mod(self, mod: str | None) -> Reading:
        """Return the reading with a mod, unless it has one."""
        return evolve(self, mod=self.mod or mod)


def dated(period: Period, mod: str | None = None, type_: str = "DATE", value: str | None = None) -> Reading:
    """Return the reading of a period that is known."""
    unknown = period.grain == "season" and period.value.endswith("WI")  # a winter lies in two years
    first, last = (None, None) if unknown else (period.first, period.last)
    return Reading(type_, value or period.value, mod, first=first, last=last, period=period)
