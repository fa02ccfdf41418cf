"""Brackets behind the noun of a title: its own letters, or what it is in charge of: "(CEO)", "(Zone 4)"."""

from __future__ import annotations

from newskit.text import female_share, given_names
from newskit_titles.lexicon import GOVERNING
from newskit_titles.page import Page
from newskit_titles.phrase import Phrase

_LETTERS, _LONGEST = 4, 5
_UNCOUNTED = frozenset(("of", "and", "the", "-"))
_SHOWN = frozenset(("above", "below", "center", "centre", "far", "left", "middle", "not", "pictured", "right"))
"""Words of a bracket that says who is seen on a picture."""


class Brackets:
    """Reads the brackets behind the role nouns of one article."""

    def __init__(self, page: Page) -> None:
        self.page, self.words, self.lower, self.roles = page, page.words, page.lower, page.roles

    def end(self, phrase: Phrase, stop: int) -> int:
        """Return the end of a title's own letters in brackets: "chief executive officer (CEO) | Ann Poe"."""
        opening = phrase.end
        if opening + 2 >= stop or self.words[opening] != "(":
            return opening
        if self.words[opening + 2] != ")" or "-" in self.words[opening + 1]:
            return self._zone(phrase, stop)
        letters = self.lower[opening + 1]
        initials = "".join(word[0] for word in self.lower[phrase.bare : opening] if word not in _UNCOUNTED)
        known = self.roles.is_head(letters) and len(letters) <= _LETTERS
        field = self.page.name_like(opening + 3) and letters not in GOVERNING["retired"]  # "Vice-Chancellor (Academic)"
        field = field and letters not in given_names() and female_share(letters) is None
        own = known or field or initials.endswith(letters)
        return opening + 3 if len(letters) > 1 and letters.isalpha() and own else self._zone(phrase, stop)

    def _zone(self, phrase: Phrase, stop: int) -> int:
        """Return the end of what an office is in charge of, in brackets: "Vice Chairman (Zone 4)|, Ann Poe,"."""
        opening, page = phrase.end, self.page
        small = self._small_field(phrase, stop)
        if small > opening:
            return small
        closing = opening + 2 + (self.words[opening + 2] != ")")
        if closing + 1 >= stop or self.words[closing] != ")" or not page.capital(phrase.head):
            return opening
        behind = closing + 1 + (self.words[closing + 1] == ",")
        numbered = closing == opening + 2 or self.words[closing - 1].isdigit() or page.capital(closing - 1)
        apart = self.words[closing + 1] == "," or closing > opening + 2 or "-" in self.words[opening + 1]
        told = page.capital(opening + 1) and numbered and self.lower[opening + 1] not in given_names()
        told = told and (apart or self.lower[behind] == "of")  # "President (Abdul) | Roe"
        return closing + 1 if told and (page.lowered(behind) == "of" or page.name_like(behind)) else opening

    def _small_field(self, phrase: Phrase, stop: int) -> int:
        """Return the end of a field in small letters in brackets: "Deputy commissioner (road signs) | Ann Poe"."""
        opening, last = phrase.end, min(stop, phrase.end + _LONGEST) - 1
        closing = next((index for index in range(opening + 2, last) if self.words[index] == ")"), opening)
        words = self.lower[opening + 1 : closing]
        told = words and all(map(str.isalpha, self.words[opening + 1 : closing])) and _SHOWN.isdisjoint(words)
        small = told and self.words[opening + 1].islower() and phrase.noun in self.roles.offices
        return closing + 1 if small and self.page.name_like(closing + 1) else opening
