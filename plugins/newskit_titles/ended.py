"""Ended: whether the words beside a title say that the office is held no more."""

from __future__ import annotations

from newskit.text import is_former
from newskit_titles.complements import AT_THE_TIME
from newskit_titles.lexicon import DETERMINERS, GOVERNING, HELD
from newskit_titles.page import Page
from newskit_titles.phrase import Phrase

_PAST = GOVERNING["past"]
_FRONTED = frozenset(("earlier", "formerly", "previously"))
_LEFT, _REPLACED, _SERVED = GOVERNING["left"], GOVERNING["replaced"], GOVERNING["served"]
_FORESEEN = GOVERNING["possible"] | {"be"}
_DENIED = frozenset(("not", "n't", "never"))
_DOWN = frozenset(("down", "out"))
_POSTS, _LEAVING = (
    frozenset(("job", "post", "position", "role")),
    frozenset(("leave", "leaving", "left", "lost", "quit")),
)
_PERFECT = frozenset(("has", "have", "having", "also"))
_UNTIL = frozenset(("until", "till"))
_SPAN = frozenset(("from", "between", "in"))
_AND_TO = frozenset(("and", "to", "until", "till"))
_BACK = 8


class Ended:
    """Reads the words beside the titles of one article."""

    def __init__(self, page: Page) -> None:
        self.page, self.lower = page, page.lower

    def held_no_more(self, phrase: Phrase, role: str, tie: str) -> bool:
        """Tell whether a title is a former one, by its own words or those beside it."""
        timed = self.lower[max(0, phrase.end - len(AT_THE_TIME)) : phrase.end] == AT_THE_TIME
        if timed or self.lower[phrase.head] in HELD or is_former(_past_ranking(role)):
            return True
        before = phrase.start - 1
        if tie == "apposition":  # "Ann Poe, previously | head of Acme,", "head of Acme | until last year,"
            return self.page.lowered(before) in _PAST or self._until(phrase.end)
        if tie == "as":
            return self._left(before)
        if tie != "copula":
            return False
        adverb = self.page.lowered(before) in _PAST  # "Ann Poe was previously | head of Acme"
        if self.page.lowered(before - adverb) not in GOVERNING["was"]:
            return False
        return adverb or self._dated(phrase.end) or self._fronted(before)

    def _left(self, join: int) -> bool:
        """Tell whether the verb before "as" says so: "resigned | as", "replaced Ann Poe | as", "served | as"."""
        if self.page.lowered(join) != "as":
            return False
        verb = join - 1
        if self.page.lowered(verb) in _DOWN:
            verb -= 1
        if self.page.lowered(verb) in _POSTS and self.page.lowered(verb - 1) in DETERMINERS:
            return self.page.lowered(verb - 2) in _LEAVING  # "left her job | as"
        word = self.page.lowered(verb)
        if word in _LEFT:
            denied = not _DENIED.isdisjoint(self.lower[max(0, verb - _BACK) : verb])
            return self.page.lowered(verb - 1) not in _FORESEEN and not denied
        if word in _SERVED:
            return self.page.lowered(verb - 1) not in _PERFECT
        named = self.page.part_of_name(verb)
        while self.page.part_of_name(verb) and verb > join - _BACK:
            verb -= 1
        return named and self.page.lowered(verb) in _REPLACED

    def _fronted(self, verb: int) -> bool:
        """Tell whether a sentence begins with when it was: "Before that she | was | mayor", "Until 2010 Poe was"."""
        first = next((at for at in range(verb, max(0, verb - _BACK) - 1, -1) if at in self.page.openers), verb)
        told = self.lower[first] in _FRONTED or self.lower[first : first + 2] == ["before", "that"]
        return told or self._dated(first)

    def _dated(self, end: int) -> bool:
        """Tell whether the time told there has an end: "mayor | until 2010", "mayor | from 1990 to 1999"."""
        word, following = self.page.lowered(end), self.page.lowered(end + 1)
        if word in _UNTIL:
            return True
        return word in _SPAN and (following[:4].isdigit() or (following == "the" and self._decade(end + 2)))

    def _until(self, end: int) -> bool:
        """Tell whether "until" and a time or event of the past stand behind a title: "head of Acme | until 2010"."""
        word, following = self.page.lowered(end), self.page.lowered(end + 1)
        if word in _UNTIL:
            return following in GOVERNING["until"] or following[:4].isdigit()
        return word in ("from", "between") and following[:4].isdigit() and self.page.lowered(end + 2) in _AND_TO

    def _decade(self, index: int) -> bool:
        return self.page.lowered(index)[:4].isdigit() and self.page.lowered(index).endswith("s")


def _past_ranking(role: str) -> str:
    """Return a role without the words that tell which holder it is: "only living | former mayor"."""
    first, _, rest = role.partition(" ")
    return _past_ranking(rest) if rest and first.lower() in GOVERNING["ranking"] else role
