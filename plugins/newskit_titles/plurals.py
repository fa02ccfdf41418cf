"""Plurals: where the noun of several who hold an office is a title: beside their names, counted, in a list."""

from __future__ import annotations

from newskit.text import given_names
from newskit_titles.lexicon import COUNTS, POSSESSIVES
from newskit_titles.page import Page

_COUNTED = 6
_NAME = 6
LISTING = frozenset((",", ":", "–", "—", "--"))
"""Marks before the names of several."""
_OF_BODY = frozenset(("of", "from", "at", "with"))
_PLURAL = frozenset(("are", "were"))
_LISTED = frozenset((",", "and", "&", "(", "or"))


class Plurals:
    """Tells of the plurals of one article which may be titles."""

    def __init__(self, page: Page) -> None:
        self.page, self.words, self.lower, self.roles = page, page.words, page.lower, page.roles

    def may_be_title(self, index: int) -> bool:
        """Tell whether a plural is a title: before the first of several names, behind them, or behind "one of"."""
        word, page = self.lower[index], self.page
        stopped = "." in self.words[max(0, index - _COUNTED) : index]  # "one of Mr. Roe's closest | advisers"
        one_of = "one" in self.lower[max(0, index - _COUNTED - stopped) : index]
        if (
            one_of
            or self._of_body(index)
            or self.behind_names(index)
            or page.exemplified(index + 1)
            or page.names_several(index + 1)
        ):
            return True
        if page.word(index + 1) in LISTING and page.name_like(page.past_form(index + 2)):
            return self._counted(index)
        name = page.past_form(index + 1 + (word in self.roles.short_plurals and self.page.word(index + 1) == "."))
        if page.capital(index) and self._in_body(index):
            return False
        team = page.lowered(name) in self.roles.acronyms and page.words[name].isupper()  # "Chiefs | DT Al Roe"
        if team or not page.name_like(name) or not page.touching(name - 1, name):
            return False
        end = page.name_end(name, min(len(self.words), name + _NAME))
        if page.lowered(end) in _LISTED:
            return True
        several = word in self.roles.short_plurals or not page.capital(index)
        return several and end > name + 1 and not page.ends_body(end)

    def _of_body(self, index: int) -> bool:
        """Tell whether a plural that is counted has a body behind: "two officials | from Acme, Ann Poe and Al Roe"."""
        counted = not COUNTS.isdisjoint(self.lower[max(0, index - _COUNTED) : index])
        return counted and self.page.lowered(index + 1) in _OF_BODY

    def behind_names(self, index: int) -> bool:
        """Tell whether a plural stands behind a comma and several names: "Ann Poe and Al Roe, both | senators"."""
        if "," not in self.words[max(0, index - _COUNTED) : index]:
            return self._of_coordinated(index)
        comma = next((at for at in range(index - 1, max(0, index - _COUNTED), -1) if self.words[at] == ","), 0)
        if not self.page.name_like(comma - 1):
            return False
        return self._are_joined(range(comma - 2, max(0, comma - _NAME), -1))

    def _counted(self, index: int) -> bool:
        """Tell whether a plural is counted or somebody's, or ends in a colon: "three other | managers", "| owners:"."""
        first = max(0, index - _COUNTED)
        if self.words[index + 1] == ":" or not COUNTS.isdisjoint(self.lower[first:index]):
            return True
        owned = self.page.owned(first, index) or not POSSESSIVES.isdisjoint(self.lower[first:index])
        return owned and self.page.lowered(self.page.past_form(index + 2)) in given_names()

    def _of_coordinated(self, index: int) -> bool:
        """Tell whether a plural is the predicate of two names: "Ann Poe and Al Roe are the | senators"."""
        first = max(0, index - _COUNTED)
        if _PLURAL.isdisjoint(self.lower[first:index]):
            return False
        verb = next((at for at in range(index - 1, first, -1) if self.lower[at] in _PLURAL), 0)
        if "only" in self.lower[verb:index]:
            return False
        if not verb or not self.page.part_of_name(verb - 1):
            return False
        return self._are_joined(range(verb - 1, max(0, verb - _NAME), -1))

    def _are_joined(self, back: range) -> bool:
        """Tell whether "and" stands between two names, going back over the tokens of the second."""
        for at in back:
            if self.lower[at] in ("and", "&"):
                return self.page.name_like(at - 1) and self.page.name_like(at + 1)
            if not self.page.part_of_name(at):
                break
        return False

    def _in_body(self, index: int) -> bool:
        """Tell whether a plural is inside a body's name: "Department of Veterans Affairs", "Council of Advisers"."""
        first = max(0, index - _NAME)
        while index > first and self.page.capital(index - 1) and self.page.touching(index - 1, index):
            index -= 1
        return self.page.lowered(index - 1) == "of"
