"""Kinds: the name behind a common noun that says what body it is: "of the Italian side | AC Como"."""

from __future__ import annotations

from newskit.text import given_names
from newskit_titles.bodies import Bodies
from newskit_titles.fields import COMPLEMENT
from newskit_titles.lexicon import KINDS, TAKES
from newskit_titles.page import Page
from newskit_titles.parts import Reader

_LED = frozenset(("union", "party", "group", "team", "side", "club", "council", "board", "committee"))
"""Bodies that seldom have a person's name, so that one behind them leads them: "leader of the union | Al Roe"."""
_KIND = 4
"""Most words between a preposition and the name."""


class KindNames:
    """Finds the names behind the common nouns of bodies in one article's complements."""

    def __init__(self, page: Page, reader: Reader, bodies: Bodies) -> None:
        self.page, self.words, self.lower, self.roles = page, page.words, page.lower, page.roles
        self.reader, self.bodies = reader, bodies

    def end(self, named: int, stop: int) -> int:
        """Return the end of a name behind a firm's noun, also where it begins with a place: "of giant | China Ore"."""
        last = self.bodies.end(named, stop)
        placed = last < stop and self.page.capital_word(last) and self.reader.leading_place(named, last) == last
        return self.bodies.end(last, stop) if placed else last

    def past_based(self, first: int, stop: int) -> int:
        """Return where a name begins behind a place and "-based": "president of the D.C.-based | Acme Institute"."""
        return first + 3 if self.lower[first + 1 : first + 3] == ["-", "based"] and first + 3 < stop else first

    def start(self, first: int, stop: int) -> int:
        """Return where the name behind a body's common noun begins: "Italian side | AC Como", else ``first``."""
        if KINDS.isdisjoint(self.lower[first : first + _KIND + 2]):
            return first
        index = self.reader.leading_place(first, stop)
        if index == first and self.page.capital(first) and self.page.word(first + 1).islower():
            index += 1  # "of the Maravi | rebel group Zorvo"
        last = min(stop - 1, index + _KIND)
        while index < last and self._of_kind(index):
            index += 1
            if self.lower[index - 1] in KINDS and self.page.capital_word(index):
                return first if self._person(index, stop) else index
        return first

    def _person(self, index: int, stop: int) -> bool:
        """Tell whether a holder's name stands behind a body's noun: "leader of the union | Al Roe"."""
        given = not self.bodies.behind_name and self.lower[index] in given_names()
        return given and self.lower[index - 1] in _LED and self.bodies.full_name(index, stop)

    def _of_kind(self, index: int) -> bool:
        """Tell whether a word stands before a body's common noun, or is one: "the online Islamist | paper"."""
        if "-" in self.words[index] and self.lower[index].endswith("ed"):  # "at UK-based | chip maker Zorvo"
            return True
        led = self.lower[index] not in TAKES and not KINDS.isdisjoint(self.words[index : index + 2])
        return led or self.page.tagged(index, COMPLEMENT)
