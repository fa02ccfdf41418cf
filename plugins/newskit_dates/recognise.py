"""From tokens to time expressions: the gate, the rules at each place, the longest that reads."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Callable, Iterator
from operator import itemgetter

from newskit import Doc, Part, TimeExpression
from newskit.text import Tokens
from newskit_dates import absolute, amounts, clocks, compared, counted, dayparts, feasts, ranges, relative, steps
from newskit_dates.anchor import Anchor
from newskit_dates.around import is_listed
from newskit_dates.grammar import Grammar, Rule, grammar
from newskit_dates.guards import GUARDS
from newskit_dates.reading import Found, Reading

_NEWS_WORDS = ("WEEKDAY", "TODAY")
_MONTHS = ("MONTH", "MONTHWORD", "MONTHABBR")
_NARRATIVE_MONTHS = 8
_NARRATIVE_YEARS = 7
_DATES_A_NEWS_WORD = 10
"""Months and old years that a narrative has for each weekday or "yesterday"."""

_AGES = frozenset({"age", "age_word"})
_SAID = frozenset({"said", "says", "told", "tells"})
_WORDS_A_SAYING = 200
"""A narrative hardly tells what people say; a report does once in a hundred words, however old its years are."""

READERS: dict[str, Callable[[Found, Anchor], Reading | None]] = {
    **absolute.READERS,
    **amounts.READERS,
    **clocks.READERS,
    **compared.READERS,
    **counted.READERS,
    **dayparts.READERS,
    **feasts.READERS,
    **relative.READERS,
    **steps.READERS,
}


_LONGEST_FIRST = itemgetter(0, 1)


def _candidates(rules: tuple[Rule, ...], letters: str, at: int) -> list[tuple[int, int, Rule]]:
    ends = []
    for rule in rules:
        found = rule.pattern.match(letters, at)
        if found:
            ends.append((-found.end(), rule.order, rule))
    if len(ends) > 1:
        ends.sort(key=_LONGEST_FIRST)
    return ends


class _Reader:
    def __init__(self, doc: Doc, rules: Grammar, *, day_first: bool, ages: bool) -> None:
        self.doc = doc
        self.rules = rules
        self.left_out = frozenset() if ages else _AGES
        self.tokens = doc.tokens
        self.letters = "".join(map(rules.table.__getitem__, doc.tokens.words))
        self.anchor = Anchor(doc.tokens, doc.article.published, day_first=day_first)

    def run(self) -> Iterator[TimeExpression]:
        """Yield the time expressions in the order of the text."""
        anchor = self.anchor
        if anchor.published is None:
            anchor.published = self._day_of_dateline()
        anchor.narrative = self._is_narrative(self.letters)
        return ranges.with_intervals(self.doc.text, self._between(0, len(self.letters)))

    def _between(self, start: int, stop: int) -> Iterator[TimeExpression]:
        letters = self.letters
        for run in self.rules.run.finditer(letters, start, stop):
            yield from self._in_run(letters, run.start(), run.end())

    def _day_of_dateline(self) -> dt.date | None:
        """Return the day that the dateline gives with its year, None where there is none."""
        starts = self.tokens.starts
        for part in self.doc[Part]:
            if part.kind == "dateline":
                here = bisect_left(starts, part.span.start), bisect_left(starts, part.span.end)
                for found in self._between(*here):
                    if found.type == "DATE" and found.first is not None and found.first == found.last:
                        return found.first
        return None

    def _in_run(self, letters: str, at: int, last: int) -> Iterator[TimeExpression]:
        """Yield the expressions in a stretch of words that all have a class."""
        beginning = self.rules.beginning
        while at < last:
            stop = at + 1
            rules = beginning[letters[at : at + beginning.LENGTH]]
            for end, _, rule in _candidates(rules, letters, at) if rules else ():
                found = self._found(rule, at, -end)
                expressions = self._read(found) if found else None
                if found and expressions:
                    if rule.name not in self.left_out or _of_event(found):
                        yield from expressions
                    stop = -end
                    break
            at = stop

    def _is_narrative(self, letters: str) -> bool:
        """Tell whether the text tells of other years: many months, mostly old years, hardly a weekday or a "said"."""
        letter, published = self.rules.letter, self.anchor.published
        year = letter("YEAR")
        if letters.count(year) < _NARRATIVE_YEARS:  # as in most articles
            return False
        months = sum(letters.count(letter(label)) for label in _MONTHS)
        if months < _NARRATIVE_MONTHS:
            return False
        news = sum(letters.count(letter(label)) for label in _NEWS_WORDS)
        years = [int(word) for word, letter in zip(self.tokens.words, letters, strict=True) if letter == year]
        old = sum(published is None or value < published.year - 1 for value in years)
        if old < _NARRATIVE_YEARS or 2 * old <= len(years) or months + old < _DATES_A_NEWS_WORD * news:
            return False
        return _WORDS_A_SAYING * sum(map(_SAID.__contains__, self.tokens.lower)) < len(self.tokens)

    def _found(self, rule: Rule, start: int, stop: int) -> Found | None:
        if not _one_block(self.doc.text, self.tokens, start, stop):
            return None
        words = tuple(map(self.rules.table.word, self.tokens.words[start:stop]))
        mod = self._approximation(start)
        found = Found(rule, self.tokens, start, stop, words, mod)
        guard = GUARDS.get(rule.name)
        return found if guard is None or guard(found) else None

    def _approximation(self, start: int) -> str | None:
        lower = self.tokens.lower
        approximations = self.rules.approximations.get(lower[start])
        if approximations is None:
            return None
        for size in (3, 2, 1):
            mod = approximations.get(tuple(lower[start : start + size]))
            if mod:
                return mod
        return None

    def _read(self, found: Found) -> list[TimeExpression]:
        reader = found.rule.reader
        try:
            if reader in ranges.READERS:
                return [self._expression(*piece, found) for piece in ranges.READERS[reader](found, self.anchor)]
            reading = READERS[reader](found, self.anchor)
        except OverflowError:  # a day before the year 1 or after 9999
            return []
        if reading is None:
            return []
        start, end = self.tokens.starts[found.start], self.tokens.ends[found.stop - 1]
        return [self._expression(start, end, reading, found)]

    def _expression(self, start: int, end: int, reading: Reading, found: Found) -> TimeExpression:
        self.anchor.tell(reading, found.start, found.stop)
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


def _one_block(text: str, tokens: Tokens, start: int, stop: int) -> bool:
    """Tell whether no paragraph ends between the tokens: a blank line, or an indented one."""
    if stop - start == 1:
        return True
    between = text[tokens.ends[start] : tokens.starts[stop - 1]]
    return "\n" not in between or not ("\n\n" in between or "\n " in between or "\n\t" in between)


def _of_event(found: Found) -> bool:
    """Tell whether an age is that of what goes on ("the two-year-old war"), and not of a person or a thing."""
    return any(is_listed(word, "going-on") for word in found.tokens.lower[found.stop : found.stop + 2])


def expressions(doc: Doc, *, day_first: bool = False, ages: bool = False) -> Iterator[TimeExpression]:
    """Yield the time expressions of an article; ``day_first`` is the order of figures with strokes.

    TimeML has times of events: without ``ages`` those of people and things are left out.
    """
    return _Reader(doc, grammar(), day_first=day_first, ages=ages).run()
