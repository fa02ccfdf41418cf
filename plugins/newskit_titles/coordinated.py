"""Coordinated: what "and" or a comma joins before the noun of a title."""

from __future__ import annotations

from newskit_titles.lexicon import ARTICLES, DETERMINERS, FIELDS, GOVERNING, INNER, LEADS
from newskit_titles.page import Page

_NOUN = frozenset(("NN", "NNS"))
_DESCRIBES, _TIMES = frozenset(("JJ", "VBG")), frozenset(("former", "future", "current"))


class Coordinated:
    """Tells which small words join the words of one article's titles."""

    def __init__(self, page: Page) -> None:
        self.page, self.words, self.lower, self.roles = page, page.words, page.lower, page.roles

    def _list_of_fields(self, comma: int, index: int) -> bool:
        """Tell whether a comma stands in a list of fields of work: "Culture | , Media and Sport Secretary"."""
        if comma < 1 or self.page.lowered(index + 1) != "and":
            return False
        return self.lower[comma - 1] in FIELDS and self.lower[index] in INNER and self.page.capital(comma - 1)

    def _both(self, join: int, limit: int) -> bool:
        """Tell whether "and" joins two fields of work, "interior and overseas minister", or words of one body."""
        if join <= limit:
            return False
        first, second = self.lower[join - 1], self.lower[join + 1]
        if (first in INNER and second in INNER) or f"{first} {second}" in GOVERNING["pair"] or self._described(join):
            return True
        opening = self.page.lowered(join - 2)
        opens = opening == "," or opening in ARTICLES  # "Ann Poe, heritage | and land worker"
        plain = not self.roles.is_head(first) and not self.roles.is_head(second)
        return opens and plain and self.page.tagged(join - 1, _NOUN) and self.page.tagged(join + 1, _NOUN)

    def _described(self, join: int) -> bool:
        """Tell whether "and" joins two adjectives behind an article or owner: "its old | and popular coach"."""
        told = (self.lower[at] in LEADS or self.page.tagged(at, _DESCRIBES) for at in (join - 1, join + 1))
        return self._determined(join - 2) and self.lower[join + 1] not in _TIMES and all(told)

    def _determined(self, index: int) -> bool:
        return self.page.lowered(index) in DETERMINERS or self.page.owns(index)
