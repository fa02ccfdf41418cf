"""Forenames: offices and ranks that are given names too, "Dean", and what shows that one is."""

from __future__ import annotations

from newskit.text import Kept, closed_class
from newskit_titles.lexicon import DETERMINERS, GOVERNING
from newskit_titles.page import Page

_KIN = closed_class("kin")


class Forenames:
    """Tells of the offices of one article which are given names."""

    def __init__(self, page: Page) -> None:
        self.page, self._called = page, Kept(self._is_called)

    def has(self, head: int) -> bool:
        """Tell whether an office is a given name: "union organiser | Emir Poe", "Dean Poe … Dean, 41, said"."""
        page, word, name = self.page, self.page.lower[head], head + 1
        if word not in GOVERNING["called"] or not (page.name_like(name) and page.touching(head, name)):
            return False
        before = page.word(head - 1)
        if word in GOVERNING["forename"] and (before in page.roles.nouns or before in _KIN):
            return True
        return page.capital(head) and not page.capital(name + 1) and self._called[word]

    def _is_called(self, word: str) -> bool:
        """Tell whether a capitalised word is somebody's name alone: "met | Dean." or "| Dean, 41, said".

        The first of a sentence is no such where the article has the office in small letters too: "the dean".
        """
        page, places = self.page, self.page.places(word)
        office = any(page.words[index].islower() for index in places)
        return any(
            page.words[index].istitle()
            and not (page.capital(index - 1) or page.capital(index + 1) or page.lowered(index + 1) == "of")
            and page.lowered(index - 1) not in DETERMINERS
            and not (office and index in page.openers)
            for index in places
        )
