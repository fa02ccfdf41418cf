"""From tokens to time expressions: what the rules find, read in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain

from attrs import evolve

from newskit import Doc, TimeExpression
from newskit_dates import ranges
from newskit_dates.anchor import Anchor
from newskit_dates.as_seen import tokens_as_seen
from newskit_dates.clock_days import with_days
from newskit_dates.published import Told, day_told
from newskit_dates.reading import NO_DATE, Found, Piece, Reading
from newskit_dates.records import RULES, make
from newskit_dates.vocabulary import MONTHS
from newskit_dates.word_lists import is_listed

_NEWS_WORDS = ("WEEKDAY", "TODAY")
_CLOCKS = ("MERIDIEM", "OCLOCK", "NOON", "CLOCK", "CLOCKH", "CLOCKPAIR", "ZONE", "PAST", "QUARTER")
"""Without one of these, figures beside a colon or before a unit, or a number before "to", a text has no clock time."""
_NARRATIVE_MONTHS = 8
_NARRATIVE_YEARS = 7
_DATES_A_NEWS_WORD = 10
"""Months and old years that a narrative has for each weekday or "yesterday"."""

_SAID = frozenset({"said", "says", "told", "tells"})
_WORDS_A_SAYING = 200
"""A narrative hardly tells what people say; a report does once in a hundred words, however old its years are."""


@cache
def _clock() -> Callable[[str], object]:
    """Return what finds the letters of the words without which a text has no clock time."""
    figures = "".join(map(RULES.letter, ("DAY", "INTEGER")))
    words = "".join(map(RULES.letter, _CLOCKS))
    colon, units, four = (RULES.letter(label) for label in ("COLON", "UNITS", "INTEGER"))
    year, number, half, to = (RULES.letter(label) for label in ("YEAR", "NUMBER", "HALF", "to"))
    told = (
        f"(?<=[{figures}]{colon})[{figures}]",
        f"(?<=[{four}{year}]{units})",
        f"(?<=[{number}{units}]{to})",
        f"(?<={half})(?=[{number}])",
    )
    # A search for few letters is several times as fast as one that tries alternatives at each word.
    return re.compile(f"[{words}{colon}{units}{half}{to}](?:(?<![{colon}{units}{half}{to}])|{'|'.join(told)})").search


class _Finder:
    def __init__(self, doc: Doc, *, day_first: bool, ages: bool) -> None:
        self.doc = doc
        self.ages = ages
        self.tokens, self.letters = doc.tokens, RULES.letters(doc.tokens)
        plain = tokens_as_seen(doc.text, odd=RULES.letter("ODD") in self.letters)
        if plain is not None:
            self.tokens, self.letters = plain, RULES.letters(plain)
        self.told: Told | None = None
        self.anchor = Anchor(self.tokens, doc.article.published, day_first=day_first)

    def find(self) -> Iterator[TimeExpression]:
        """Yield the time expressions in the order of the text."""
        anchor = self.anchor
        if anchor.published is None:
            self.told = day_told(self.doc, self.tokens, self._of_line)
            anchor.published = self.told.day if self.told else None
        anchor.narrative = self._is_narrative(self.letters)
        text, found = self.doc.text, self._within(range(len(self.letters)))
        if _clock()(self.letters):
            found = with_days(text, found)
        found = ranges.with_intervals(text, found)
        return self._mark(found) if self.told else found

    def _within(self, tokens: range) -> Iterator[TimeExpression]:
        found = RULES.find(self.doc.text, self.tokens, make=make, take=self._read, letters=self.letters, within=tokens)
        return chain.from_iterable(found)

    def _of_line(self, tokens: range) -> list[TimeExpression]:
        """Return the expressions of a line that stands alone: nothing was mentioned before it, and nothing after."""
        anchor, self.anchor = self.anchor, Anchor(self.tokens, None, day_first=self.anchor.day_first)
        try:
            return list(self._within(tokens))
        finally:
            self.anchor = anchor

    def _mark(self, found: Iterable[TimeExpression]) -> Iterator[TimeExpression]:
        """Yield the expressions, the first that names the day of publication with what makes it that."""
        for expression in found:
            told = self.told
            if told and told.by(expression):
                self.told = None
                yield evolve(expression, publication=told.why)
            else:
                yield expression

    def _is_narrative(self, letters: str) -> bool:
        """Tell whether the text tells of other years: many months, mostly old years, hardly a weekday or a "said"."""
        published, year = self.anchor.published, RULES.letter("YEAR")
        if letters.count(year) < _NARRATIVE_YEARS:  # as in most articles
            return False
        months = sum(letters.count(RULES.letter(label)) for label in MONTHS)
        if months < _NARRATIVE_MONTHS:
            return False
        news = sum(letters.count(RULES.letter(label)) for label in _NEWS_WORDS)
        years = [int(word) for word, letter in zip(self.tokens.words, letters, strict=True) if letter == year]
        old = sum(published is None or value < published.year - 1 for value in years)
        if old < _NARRATIVE_YEARS or 2 * old <= len(years) or months + old < _DATES_A_NEWS_WORD * news:
            return False
        return _WORDS_A_SAYING * sum(map(_SAID.__contains__, self.tokens.lower)) < len(self.tokens)

    def _read(
        self, found: Found, read: Callable[[Found, Anchor], Reading | list[Piece] | None]
    ) -> list[TimeExpression] | None:
        """Return the expressions of a match: none of an age that TimeML leaves out, None where it is no time."""
        try:
            reading = read(found, self.anchor)
        except OverflowError:  # a day before the year 1 or after 9999
            return None
        if reading is NO_DATE:
            return []
        if isinstance(reading, Reading):
            start, end = self.tokens.starts[found.start], self.tokens.ends[found.stop - 1]
            expressions = [self._expression(start, end, reading, found)]
            return expressions if self.ages or not reading.age or _of_event(found) else []
        return [self._expression(*piece, found) for piece in reading or ()] or None

    def _expression(self, start: int, end: int, reading: Reading, found: Found) -> TimeExpression:
        self.anchor.mention(reading, found.start, found.stop)
        return TimeExpression(
            self.doc.span(start, end),
            reading.type,  # type: ignore[arg-type]  # readers give one of the four
            reading.value,
            reading.mod,
            reading.quant,
            reading.freq,
            reading.first,
            reading.last,
            found.rule.name,
        )


def _of_event(found: Found) -> bool:
    """Tell whether an age is that of what goes on ("the two-year-old war"), and not of a person or a thing."""
    return any(is_listed(word, "GOING_ON") for word in found.tokens.lower[found.stop : found.stop + 2])


def expressions(doc: Doc, *, day_first: bool = False, ages: bool = False) -> Iterator[TimeExpression]:
    """Yield the time expressions of an article; ``day_first`` is the order of figures with strokes.

    TimeML has times of events: without ``ages`` those of people and things are left out.
    """
    return _Finder(doc, day_first=day_first, ages=ages).find()
