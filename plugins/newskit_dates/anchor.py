"""What relative expressions count from: the day of publication, the last date mentioned, and the clause's tense."""

from __future__ import annotations

import datetime as dt

from newskit.text import Tokens, once
from newskit_dates.calendar import Period
from newskit_dates.lands import Lands
from newskit_dates.reading import Reading
from newskit_dates.tense import Clauses
from newskit_dates.vocabulary import RANGE

_TOLD = frozenset({"day", "month", "quarter", "season", "year"})
_YEARS = frozenset({"year", "decade"})
_SENTENCE_REACH = 40
_SENTENCE_ENDS = frozenset(".;?!")
_STOPS = _SENTENCE_ENDS | frozenset('"”')
_QUARTER_REACH = 60
"""Tokens over which results are compared with those of a quarter that was mentioned."""

_OWNERS = frozenset({"my", "your", "his", "her", "its", "our", "their", "'s"})
_PERHAPS = frozenset({"perhaps", "maybe", "hopefully"})
_LIST_WORDS = frozenset({",", "and", "or"})
_ANY_DAY = "XXXX-WXX-"
_AFTER_AMOUNTS = frozenset({"a", "an", "per", "of", "or", "only", "before", "after", "the", "each", "every"})
_AT_TIME = frozenset({"on", "in", "from", "between", ","})
_LEADING = 5
"""Words between a day and the date on which it falls: "begins at sundown on"."""
_BESIDE = 2
"""Words between a year and a day of it: "next year, from June 11"."""
_CLAUSE_BREAKS = frozenset({"and", "but", "as", "with", "while", "from", "to", "in"})


class Anchor:
    """Where an article stands in time.

    ``day`` is the day of publication or None. ``reference`` is the last period mentioned; in a narrative, a text
    that tells of other years than its own, it is what months, days and "the next day" count from. ``day_first`` is the
    order of figures with strokes.
    """

    def __init__(self, tokens: Tokens, published: dt.date | None, *, day_first: bool = False) -> None:
        self.tokens = tokens
        self._clauses = Clauses(tokens)
        self.published = published
        self.day_first = day_first
        self.narrative = False
        self.reference: Period | None = None
        self.quarter: Period | None = None
        self.year: Period | None = None
        self.years_of_days: dict[tuple[int, int], int] = {}
        self._last = (-2, -2)
        self._value, self._usual = "", False
        self._quarter_at = -_QUARTER_REACH
        self._reference_at = 0
        self._year_at = -_SENTENCE_REACH

    @once
    def lands(self) -> Lands:
        """The countries that the article tells of."""
        return Lands(self.tokens)

    @property
    def day(self) -> dt.date | None:
        """The day that partial dates are completed from: in a narrative the last mentioned, else publication day."""
        return self.reference.first if self.narrative and self.reference else self.published

    @property
    def last_mentioned(self) -> dt.date | None:
        """The day that "the next day" and "a year earlier" count from: the last mentioned, else publication day."""
        return self.reference.first if self.reference else self.published

    def closes_range(self, start: int) -> bool:
        """Tell whether the expression at a token ends a range that the last one began ("Monday to Friday")."""
        first, stop = self._last
        if start != stop + 1:
            return False
        word = self.tokens.lower[stop]
        return word in RANGE or (word == "and" and self.tokens.lowered(first - 1) == "between")

    def owned(self, start: int) -> bool:
        """Tell whether "its" and the like or a possessive stands before a token."""
        return self.tokens.lowered(start - 1) in _OWNERS

    def range_begun(self, start: int) -> Period | None:
        """Return the period that begins a range which the expression at a token ends, None where none does."""
        at_hand = start == self._last[1] + 1 == self._reference_at + 1
        return self.reference if at_hand and self.closes_range(start) else None

    def day_leading(self, start: int, verbs: frozenset[str], preposition: str) -> Period | None:
        """Return the day mentioned right before a verb and preposition that lead to a token, None where none was."""
        between = self.tokens.lower[self._reference_at : start]
        led = 1 < len(between) <= _LEADING and between[0] in verbs and between[-1] == preposition
        return self.reference if led and self.reference and self.reference.grain == "day" else None

    def announced(self) -> bool:
        """Tell whether "from" or "between" stands before what was mentioned last."""
        return self.tokens.lowered(self._last[0] - 1) in {"from", "between"}

    def lists_any_day(self, start: int) -> bool:
        """Tell whether a token goes on with a list of weekdays that are no certain ones ("on a Monday or Tuesday")."""
        return self._value.startswith(_ANY_DAY) and self.lists(start)

    def usual(self) -> bool:
        """Tell whether what was mentioned last comes again and again: "Mondays", "open Monday to Friday"."""
        return self._usual

    def lists(self, start: int) -> bool:
        """Tell whether only "and", "or" or a comma stands between a token and what was mentioned last."""
        stop = self._last[1]
        return 0 < stop < start <= stop + 2 and _LIST_WORDS.issuperset(self.tokens.lower[stop:start])

    def year_mentioned(self, start: int) -> dt.date | None:
        """Return a day of the year that "that year" means: the one mentioned as such, where only "today" was since."""
        since = self.reference is not None and self.reference.first == self.published
        return (
            self.year.first if since and self.year and start - self._year_at < _SENTENCE_REACH else self.last_mentioned
        )

    def mention(self, reading: Reading, start: int, stop: int) -> None:
        """Remember a period that the text mentioned at some tokens, for those that count from it."""
        self._last = (start, stop)
        self._value, self._usual = reading.value, reading.type == "SET"
        if reading.period is not None and reading.period.grain in _TOLD:
            self.reference, self._reference_at = reading.period, stop
            if reading.period.grain == "quarter":
                self.quarter, self._quarter_at = reading.period, stop
            elif reading.period.grain == "year":
                self.year, self._year_at = reading.period, stop

    def day_of_sentence(self, start: int, stop: int) -> dt.date | None:
        """Return the day that the sentence of an expression mentioned last, None where that is no day.

        Where the sentence tells of the past, the day may be of the sentence before; a heading tells of no other's day.
        """
        reference, at, tokens = self.reference, self._reference_at, self.tokens
        if reference is None or reference.grain != "day" or start - at > _SENTENCE_REACH:
            return None
        ends = [place for place in range(at, start) if tokens.lower[place] in _SENTENCE_ENDS]
        lines = (place for place in range(at + 1, start + 1) if tokens.starts[place] - tokens.ends[place - 1] > 1)
        if any(tokens.lower[place - 1] not in _STOPS for place in lines):
            return None
        return reference.first if not ends or (len(ends) == 1 and self.tense(start, stop) < 0) else None

    def year_of_sentence(self, start: int) -> int | None:
        """Return the year that the sentence has mentioned last before a token, None where it has mentioned none."""
        mentioned = self.of_sentence(start, "year")
        return mentioned.first.year if mentioned else None

    def year_just_told(self, start: int) -> int | None:
        """Return the year that stands right before a month or day: "next year from June 11 to July 19"."""
        if self.year is None or not 0 < start - self._year_at <= _BESIDE or self.tokens.lower[start - 1] == ",":
            return None
        return self.year.first.year if _AT_TIME.issuperset(self.tokens.lower[self._year_at : start]) else None

    def year_told(self, start: int) -> bool:
        """Tell whether the sentence of a token, or the one before it, has mentioned a past year or decade last."""
        reference, at = self.reference, self._reference_at
        if reference is None or reference.grain not in _YEARS or start - at > _SENTENCE_REACH or not self.published:
            return False
        ends = sum(word in _SENTENCE_ENDS for word in self.tokens.lower[at:start])
        return ends <= 1 and reference.first.year < self.published.year

    def of_sentence(self, start: int, grain: str) -> Period | None:
        """Return the period mentioned last before a token where it is of a grain and of the same sentence."""
        reference, at = self.reference, self._reference_at
        if reference is None or reference.grain != grain or start - at > _SENTENCE_REACH:
            return None
        return None if any(word in _STOPS for word in self.tokens.lower[at:start]) else reference

    def governs(self, stop: int) -> bool:
        """Tell whether words follow that those before could govern: "the year before the war", "the week that was"."""
        word = self.tokens.lowered(stop)
        return word[:1].isalnum() and word not in _CLAUSE_BREAKS

    def hoped(self, start: int, stop: int) -> bool:
        """Tell whether two tokens are a time to come: "will one day be", "to one day be", "perhaps one day"."""
        word = self.tokens.lowered(start - 1)
        if word in _PERHAPS or (word == "," == self.tokens.lowered(stop) and self.tense(start, stop) >= 0):
            return True
        verb = word == "to" and self.governs(start + 2) and self.tokens.lowered(start + 2) not in _AFTER_AMOUNTS
        return verb or self._clauses.ahead(start - 1)

    def quarter_near(self, start: int) -> Period | None:
        """Return the quarter that the text around a token is about, None where none was mentioned of late."""
        if self.reference is not None and self.reference.grain == "quarter":
            return self.reference
        return self.quarter if start - self._quarter_at <= _QUARTER_REACH else None

    def tense(self, start: int, stop: int) -> int:
        """Return 1 where the clause around the tokens is about the future, -1 the past, 0 where nothing tells."""
        return self._clauses.tense(start, stop)

    def planned(self, stop: int) -> bool:
        """Tell whether what a day owns is an event planned long before."""
        return self._clauses.planned(stop)

    def range_over(self, start: int) -> bool:
        """Tell whether the verb of a range that begins at a token leaves no doubt that it is past."""
        return self._clauses.range_over(start)

    def is_over(self, start: int) -> bool:
        """Tell whether the words before a date leave no doubt that it is past: "since May 3", "resigned on May 3"."""
        return self._clauses.over(start)
