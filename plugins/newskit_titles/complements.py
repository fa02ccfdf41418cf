"""Complements: what a title takes to its right, "of X", "for X", "at X", "from X", "to X", "in X", "on X", "with X"."""

from __future__ import annotations

from newskit_titles.lexicon import (
    BEFORE_NAMES,
    DETERMINERS,
    FIELDS,
    FUNCTION_WORDS,
    IDLE,
    JOBS,
    ORGANISATION_NOUNS,
    TAKES,
    WORKS,
    is_head,
    is_place,
)
from newskit_titles.page import Page
from newskit_titles.parts import Parts, Reader
from newskit_titles.phrases import Phrase

_COMPLEMENT = frozenset(("NN", "NNS", "JJ", "NNP", "NNPS", "VBG", "JJS"))
_NOUN = frozenset(("NN", "NNS"))
_ADJECTIVE = frozenset(("JJ", "NN", "VBN"))
_COMMON_AFTER = frozenset(("of", "at", "for", "to", "on"))
_SMALL = frozenset(("the", "of", "in", "a", "an", "and", "to", "for", "on"))
_OPENING, _CLOSING = frozenset(('"', "“", "``", "''")), frozenset(('"', "”", "''"))
_ORDINALS = frozenset(("first", "second", "third"))
_DETERMINERS = DETERMINERS - {"one", "this", "that"}
_SECTORS = frozenset(("sector", "industry", "business", "field", "trade"))
_MARKS = frozenset(",.;:)")
_ACTIVITY = _NOUN | {"VBG"}
_OWNED_WORD = _NOUN | {"JJ"}
_OWNED_NAME = frozenset(("CD", "NNP", "JJ"))
_OWNED, _BEHIND = 5, 2
_MAX_RIGHT = 14
_MAX_WORK = 16
_MOST = 3
_ADJECTIVES = 2


class Complements:
    """Reads the complements of one article's titles."""

    def __init__(self, page: Page, reader: Reader) -> None:
        self.page, self.words, self.lower, self.reader = page, page.words, page.lower, reader

    def grow(self, phrase: Phrase, stop: int, parts: Parts) -> int:
        """Return the end of a title grown to its right, and add what it takes in to its parts."""
        noun, end = (phrase.second or phrase).noun, phrase.end
        for count in range(_MOST):
            if end + 1 >= stop or not self._takes(noun, self.lower[end], end + 1, first=count == 0):
                break
            last = self._complement(noun, end, stop, parts)
            if last == end:
                break
            end = last
        return end

    def _takes(self, noun: str, preposition: str, following: int, *, first: bool) -> bool:
        if preposition not in TAKES:
            return False
        nouns = TAKES[preposition]
        if nouns is None or noun in nouns:
            return preposition != "on" or first
        if preposition != "in":
            return False
        return (noun in JOBS and self._capital_word(following)) or self._sector(following) > following

    def _sector(self, first: int) -> int:
        """Return the end of a line of business behind "in", its start where none is: "in the private sector"."""
        if self.lower[first] != "the":
            return first
        for index in range(first + 1, min(len(self.words), first + 4)):
            if self.lower[index] in _SECTORS:
                return index + 1
            if not self.page.tagged(index, _COMPLEMENT):
                break
        return first

    def _complement(self, noun: str, join: int, stop: int, parts: Parts) -> int:
        preposition, first, limit = self.lower[join], join + 1, min(stop, join + _MAX_RIGHT)
        if preposition == "of" and (noun in WORKS or self.words[first] in _OPENING):
            last = self._work(first, stop)
            if last > first:
                parts.role.append(self.reader.written(join, last) or "")
                return last
        sector = self._sector(first) if preposition == "in" else first
        if sector > first:
            parts.role.append(self.reader.written(join, sector) or "")
            return sector
        determined = self.lower[first] in _DETERMINERS
        first += determined
        if first >= limit:
            return join
        if preposition == "at" and self.lower[first] == "large":
            parts.role.append("at large")
            return first + 1
        last = self._object(first, limit, preposition, determined=determined)
        if last == first:
            return join
        if self.lower[first] not in BEFORE_NAMES:
            self.reader.govern(parts, noun, preposition, first, last)
        return self._bracket(last, limit)

    def _bracket(self, end: int, stop: int) -> int:
        """Take in a name's expansion in brackets: "of CEI (Italian Episcopal Conference)"."""
        if end + 2 >= stop or self.words[end] != "(" or not self.page.capital(end + 1):
            return end
        if self.words[end + 1].isupper() and self.words[end + 2] == ")" and self._full_name(end + 3, stop):
            return end + 3  # "of the State Farm Committee (SFC) | Ann Poe"
        index = end + 1
        while index < stop and (self.page.part_of_name(index) or self.lower[index] in _SMALL):
            index += 1
        return index + 1 if index > end + 2 and index < stop and self.words[index] == ")" else end

    def _work(self, first: int, stop: int) -> int:
        """Return the end of a work's name: in quotation marks, or capitalised with small words inside."""
        if self.words[first] in _OPENING:
            for index in range(first + 1, min(stop, first + _MAX_WORK)):
                if self.words[index] in _CLOSING:
                    return index + 1
            return first
        index = first
        while index < stop and (
            (self.page.part_of_name(index) or self.page.words[index][0].isupper())
            or (self.lower[index] in _SMALL and index > first and index + 1 < stop)
        ):
            index += 1
        while index > first and self.words[index - 1].islower():
            index -= 1
        return index

    def _object(self, first: int, stop: int, preposition: str, *, determined: bool) -> int:
        """Return the end of a complement: a field of work, a capitalised name, or a common noun."""
        if self.lower[first] in FIELDS and not determined:
            end = self._fields(first, stop)
            if end == stop or not self.page.capital(end) or self.page.capital(first) or self._full_name(end, stop):
                return self._behind_fields(end, stop)
        if self.page.capital(first) and self.lower[first] in BEFORE_NAMES:
            name = first + 1 + (self.words[first + 1 : first + 2] == ["."])
            return self._name(name, stop) if name < stop and self.page.name_like(name) else first
        name = self._past_adjectives(first, stop)
        if name < stop and self._capital_word(name):
            return self._name(name, stop)
        if preposition not in _COMMON_AFTER or (preposition != "of" and not determined):
            return self._activity(first, stop) if preposition == "for" else first
        return first if self.lower[first] in IDLE else self._common(first, stop)

    def _capital_word(self, index: int) -> bool:
        if self.page.capital(index):
            return self.lower[index] not in FUNCTION_WORDS
        return not self.words[index].islower() and self.page.part_of_name(index)

    def _past_adjectives(self, first: int, stop: int) -> int:
        """Return where the name behind small adjectives begins: "the libertarian | Acorn Institute"."""
        index, last = first, min(stop, first + _ADJECTIVES)
        if not any(self._capital_word(each) for each in range(first + 1, min(stop, last + 1))):
            return first
        while index < last and self.page.tagged(index, _ADJECTIVE) and not is_head(self.lower[index]):
            index += 1
        return index if index < stop and self._capital_word(index) else first

    def _activity(self, first: int, stop: int) -> int:
        """Return the end of a field that the lists do not have: "associate for | education organizing"."""
        return self._common(first, stop) if self.page.tagged(first, _COMPLEMENT) else first

    def _common(self, first: int, stop: int) -> int:
        """Return the end of a common noun phrase, its possessor and "of X": "the project's panel of experts"."""
        index = self._noun_phrase(first, stop)
        if index > first and index < stop and self.page.owns(index):
            if index + 1 < stop and self._capital_word(index + 1):
                return self._name(index + 1, stop)
            owned = self._noun_phrase(index + 1, stop)
            index = owned if owned > index + 1 else index
        if index > first and index + 1 < stop and self.lower[index] == "of":
            inner = index + 1 + (self.lower[index + 1] in DETERMINERS)
            if inner < stop and self._capital_word(inner):
                return self._name(inner, stop)
            end = self._noun_phrase(inner, stop)
            if end > inner:
                return end
            return inner + 1 if inner < stop and self.page.doc.tags[inner] == "CD" else index
        return index

    def _noun_phrase(self, first: int, stop: int) -> int:
        index = first
        while index < min(stop, first + 4) and (
            self.page.tagged(index, _COMPLEMENT)
            or self.page.doc.tags[index] in ("NNP", "CD")
            or self.lower[index] in _ORDINALS
        ):
            if index > first and self.words[index - 1].islower() and self._full_name(index, stop):
                break
            index += 1
        if first < index < stop - 1 and self.page.doc.tags[index] == "VBZ" and self.words[index + 1] in _MARKS:
            return index + 1  # "the news outlets," is no clause
        while index > first and not (self.page.tagged(index - 1, _NOUN) or self.page.doc.tags[index - 1] == "NNP"):
            index -= 1
        return index

    def _fields(self, first: int, stop: int) -> int:
        index = first
        while index < stop and self.lower[index] in FIELDS:
            index += 1
            if index + 1 < stop and self.lower[index] in ("and", "&") and self.lower[index + 1] in FIELDS:
                index += 1
        return index

    def _behind_fields(self, end: int, stop: int) -> int:
        """Take in a noun behind fields of work: "for education organizing"."""
        if end < stop and self.page.touching(end - 1, end) and self.page.tagged(end, _ACTIVITY):
            return end + 1
        return end

    def _name(self, first: int, stop: int) -> int:
        place = self.reader.leading_place(first, stop)
        if place > first and not self._goes_on(place, stop):
            return self._noun_behind(place, stop)
        index, body = first, False
        while index < stop:
            if self.page.part_of_name(index) and (index == first or self.page.joined(index - 1, index)):
                if body and self._full_name(index, stop):
                    return index
                body = self.lower[index] in ORGANISATION_NOUNS
                index += 1
                continue
            following = index + 1 + (self.lower[index + 1 : index + 2] == ["the"])
            if not self._inside_name(first, index) or following >= stop or not self.page.capital(following):
                break
            index, body = following, False
        return self._noun_behind(index, stop)

    def _goes_on(self, index: int, stop: int) -> bool:
        """Tell whether a place is only the beginning of a body's name: "Norway's Parliament", "London Zoo"."""
        if index >= stop:
            return False
        if self.page.owns(index):
            return True
        if self.lower[index] in ("and", "&") and index + 2 < stop and self.page.capital(index + 1):
            return self.page.capital(index + 2)  # "Iraq and Afghanistan Veterans"
        last = min(stop, index + 4)
        while index < last and (self.page.part_of_name(index) or self.page.owns(index)):
            if self.lower[index] in ORGANISATION_NOUNS:
                return True
            index += 1
        return False

    def _inside_name(self, first: int, index: int) -> bool:
        word = self.lower[index]
        if word == "of" or self.page.owns(index):
            return True
        if word in ("and", "&", "for", "on") and any(
            each == "of" or each in ORGANISATION_NOUNS for each in self.lower[first:index]
        ):
            return True
        if word == "for" and self.page.capital(index + 1):
            return not is_place((self.words[index + 1],))
        return word == "and" and index == first + 1 and self.page.capital(index + 1) and self.page.capital(index + 2)

    def _full_name(self, index: int, stop: int) -> bool:
        """Tell whether a person's name follows a body's: "head of the Refugee Council | Ann Poe"."""
        end = index
        while end < stop and self.page.part_of_name(end):
            if self.lower[end] in ORGANISATION_NOUNS:
                return False
            end += 1
        return 1 < end - index <= 3  # noqa: PLR2004 - given name, middle name, surname

    def _noun_behind(self, index: int, stop: int) -> int:
        """Take in the common noun behind a name: "the Lombardy region", "the Sheriff's office"."""
        for _ in range(2):
            if index >= stop:
                break
            owned = self.page.owns(index)
            first = end = index + owned
            limit = min(stop, first + (_OWNED if owned else _BEHIND))
            while end < limit and (self._owned_word(end) if owned else self.page.tagged(end, _NOUN)):
                end += 1
            while end > first and not self.page.tagged(end - 1, _NOUN):
                end -= 1
            if end == first:
                break
            index = end
        return index

    def _owned_word(self, index: int) -> bool:
        """Tell whether a word can stand in what a name owns: "Roe's | 2004 Democratic presidential campaign"."""
        return self.page.tagged(index, _OWNED_WORD) or self.page.doc.tags[index] in _OWNED_NAME
