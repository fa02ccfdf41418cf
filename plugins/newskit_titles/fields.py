"""Fields: what somebody works at or is in charge of, one or a list: "of Media and Sport", "of labour and trade"."""

from __future__ import annotations

from newskit.text import given_names
from newskit_titles.bodies import Bodies
from newskit_titles.lexicon import FIELDS, GOVERNING, INNER, POSSESSIVES
from newskit_titles.page import Page

COMPLEMENT = frozenset(("NN", "NNS", "JJ", "NNP", "NNPS", "VBG", "JJS", "JJR", "UH"))
"""What a common noun phrase is made of; an unknown word is taken for an interjection."""
MARKS = frozenset(",.;:)")
_REASON = 3
"""Words of such a phrase: "for his | decisive role"."""
_LIST_ENDS = frozenset(",.;:()") | {"and"}


class Fields:
    """Finds the ends of the fields of work in one article's complements."""

    def __init__(self, page: Page, bodies: Bodies) -> None:
        self.page, self.words, self.lower, self.roles, self.bodies = page, page.words, page.lower, page.roles, bodies

    def end(self, first: int, stop: int) -> int:
        """Return the end of a run of fields of work, its start where it is none."""
        index = first
        while index < stop and (self.lower[index] in FIELDS or self.led(index)):
            index += 1
            if index + 1 < stop and self.lower[index] in ("and", "&"):
                index = self._second_field(index, stop)
            elif index + 1 < stop and self.page.capital(index) and self.bodies.begins_person(index + 1, stop):
                if self.lower[index] in self.roles.before_names | GOVERNING["seat"]:  # "of Health | Dr Ann Poe"
                    break
                return index + 1  # "of Public Prosecutions | Ann Poe"
        return index

    def reason(self, preposition: str, first: int) -> bool:
        """Tell whether "for" says why, not whose an office is: "praised the chancellor for his | role"."""
        owned = preposition == "for" and self.lower[first - 1] in POSSESSIVES
        return owned and not GOVERNING["reason"].isdisjoint(self.lower[first : first + _REASON])

    def listed(self, noun: str, end: int, stop: int) -> int:
        """Return the end of a list of what a minister is in charge of: "of labour|, mines and job creation,"."""
        index, joined = end, False
        while noun in GOVERNING["portfolio"] and index + 1 < stop and not joined:
            comma = self.words[index] == ","
            joined = self.page.lowered(index + comma) in ("and", "&")
            start = index + comma + joined
            index = self._listed_field(start, stop)
            if start == index or not (comma or joined):
                return end
        closed = index >= stop or self.words[index] in _LIST_ENDS or self.page.name_like(index)
        return index if joined and closed else end

    def _begins_name(self, first: int, stop: int) -> bool:
        """Tell whether a given name that is no field and another capital begin an item of a list."""
        word = self.page.lowered(first)
        named = word in given_names() and word not in FIELDS and self.page.capital(first)
        return named and first + 1 < stop and self.page.capital(first + 1) and self.page.touching(first, first + 1)

    def _listed_field(self, first: int, stop: int) -> int:
        """Return the end of one of a list of fields, its start where it is none: a person or a title."""
        index = first
        if self._begins_name(first, stop):  # "of Justice and Security, | Ann Poe and others"
            return first
        while index < stop and (self.page.tagged(index, COMPLEMENT) or self.page.capital(index)):
            if self.roles.carries(self.lower[index]):
                return first
            if index > first and (self.bodies.full_name(index, stop) or self.bodies.begins_person(index, stop)):
                break
            index += 1
        return index

    def _second_field(self, join: int, stop: int) -> int:
        """Return where fields go on behind "and", else their end: "of Industry and | Advanced Technology"."""
        second, capital = join + 1, self.page.capital(join - 1) and self.page.capital(join + 1)
        if self.lower[second] in FIELDS:
            return second
        behind = second + 1
        if capital and behind < stop and self.lower[behind] in FIELDS and self.page.capital(behind):
            return behind
        if not capital or self.roles.is_head(self.lower[second]):
            return join
        ends = behind >= stop or self.words[behind] in MARKS or self.bodies.begins_person(behind, stop)
        return behind if ends else join

    def led(self, index: int) -> bool:
        """Tell whether a word of roles is a field beside one: "Director of | Media | and Communications"."""
        joined = self.page.lowered(index + 1) in ("and", "&") and self.page.lowered(index + 2) in FIELDS
        return joined and self.lower[index] in INNER
