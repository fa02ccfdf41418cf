"""Seats: where a complement with "for" ends, that names a seat of two places or an office that somebody is to have."""

from __future__ import annotations

from newskit.text import given_names
from newskit_titles.lexicon import GOVERNING, INNER
from newskit_titles.page import Page


class Seats:
    """Finds the ends of seats and of offices that are sought in the complements of one article."""

    def __init__(self, page: Page) -> None:
        self.page, self.words, self.lower, self.roles = page, page.words, page.lower, page.roles

    def end(self, noun: str, end: int, stop: int) -> int:
        """Return where a complement with "for" ends: a seat of two places, or an office that somebody is to have."""
        end = self._second(end, stop) if noun in GOVERNING["constituency"] | GOVERNING["seat"] else end
        return self._office(end, stop) if noun in GOVERNING["sought"] else end

    def _second(self, end: int, stop: int) -> int:
        """Take in what "and" joins to the name of a seat: "MSP for Farlow | and the Isles"."""
        first = end + 1 + (self.page.lowered(end + 1) == "the")
        if self.page.lowered(end) != "and" or first >= stop or not self.page.capital(first):
            return end
        index = first
        while index < stop and self.page.capital(index) and self.page.touching(index - 1, index):
            index += 1
        given = self.lower[first] in given_names() and self.lower[first] not in GOVERNING["direction"]
        person = given and index > first + 1
        return end if person or self.roles.is_head(self.lower[first]) else index

    def _office(self, end: int, stop: int) -> int:
        """Take in the office behind a place that somebody is to have: "nominee for Ohio | state treasurer"."""
        index = end
        while index < stop and self.lower[index] in INNER and self.page.touching(index - 1, index):
            index += 1
        office = index < stop and self.roles.carries(self.lower[index]) and self.page.touching(index - 1, index)
        return index + 1 if office and self.words[index].islower() else end
