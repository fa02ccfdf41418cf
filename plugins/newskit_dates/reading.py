"""What a rule's words say: the found tokens, and the value read from them."""

from __future__ import annotations

import datetime as dt

from attrs import define, evolve

from newskit import rules
from newskit_dates.calendar import GRAIN_OF_UNIT, UNKNOWN, Period
from newskit_dates.vocabulary import MONTHS


@define(eq=False)
class Found(rules.Found):
    """A match of a rule, with the TIMEX3 mod of the approximation that it begins with."""

    mod: str | None = None

    def at(self, *labels: str) -> int:
        """Return where the first word of any of the classes stands among the words, -1 where there is none."""
        return next((place for place, word in enumerate(self.words) if word.label in labels), -1)

    def since(self, place: int) -> Found:
        """Return what is found from a place among the words on."""
        return evolve(self, start=self.start + place, words=self.words[place:])

    def month(self) -> int:
        """Return the number of the month that the words name, 0 where they name none."""
        return int(self.value(*MONTHS) or 0)

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


@define  # a frozen one takes twice as long to make
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
    age: bool = False
    """Whether it is the age of somebody or something."""

    def with_mod(self, mod: str | None) -> Reading:
        """Return the reading with a mod, unless it has one."""
        return evolve(self, mod=self.mod or mod)


NO_DATE = Reading("DATE", "")
"""What a reader gives for words that look like a time but are none, so that no other rule reads some of them."""

Piece = tuple[int, int, Reading]
"""Offsets of one end of a range, and its reading."""


def dated(period: Period, mod: str | None = None, type_: str = "DATE", value: str | None = None) -> Reading:
    """Return the reading of a period that is known."""
    unknown = period.grain == "season" and period.value.endswith("WI")  # a winter lies in two years
    first, last = (None, None) if unknown else (period.first, period.last)
    return Reading(type_, value or period.value, mod, first=first, last=last, period=period)


def period_at(grain: str, day: dt.date | None, mod: str | None = None, *, shift: int = 0) -> Reading:
    """Return the reading of the period of a grain that a day lies in, some periods on; unknown where the day is."""
    return dated(Period.of(grain, day).shifted(shift), mod) if day else Reading("DATE", UNKNOWN[grain], mod)
