"""Complements: what a title takes to its right, "of X", "for X", "at X", "from X", "to X"."""

from __future__ import annotations

from newskit import Doc
from newskit_titles.lexicon import AFTER_OF, FIELDS, FUNCTION_WORDS, HONORIFICS, ORGANISATION_NOUNS, SHORT, TAKES_TO
from newskit_titles.page import Page
from newskit_titles.parts import Parts, Reader

_POSSESSIVE = frozenset(("'s", "’s"))
_COMPLEMENT = frozenset(("NN", "NNS", "JJ", "NNP", "NNPS"))
_NOUN = frozenset(("NN", "NNS"))
_MAX_RIGHT = 12


class Complements(Page):
    """Reads the complements of one article's titles."""

    def __init__(self, doc: Doc) -> None:
        super().__init__(doc)
        self.reader = Reader(doc.text, doc.tokens)

    def grow(self, head: int, end: int, stop: int, parts: Parts) -> int:
        """Return the end of a title grown to its right from ``end``, and add what it takes in to its parts."""
        noun = self.lower[head]
        for _ in range(2):
            join = end
            if join + 1 >= stop:
                break
            preposition = self.lower[join]
            if preposition not in ("of", "for", "at", "from") and not (preposition == "to" and noun in TAKES_TO):
                break
            first = join + 1
            if self.lower[first] in ("the", "a", "an", "its", "his", "her", "their"):
                first += 1
            at_large = preposition == "at" and self.lower[first] == "large"
            limit = min(stop, first + _MAX_RIGHT)
            last = first + 1 if at_large else self._object(first, limit, preposition, determined=first > join + 1)
            if last == first:
                break
            if at_large or (noun, self.lower[first]) in AFTER_OF:
                parts.role.append(f"{preposition} {self.words[first]}")
            elif self.lower[first] not in HONORIFICS and self.lower[first] not in SHORT:
                self.reader.govern(parts, noun, preposition, first, last)
            end = last
        return end

    def _object(self, first: int, stop: int, preposition: str, *, determined: bool) -> int:
        """Return the end of a complement: a field of work, a capitalised name, or a common noun."""
        if first >= stop:
            return first
        if self.lower[first] in FIELDS and not determined:
            end = self._fields(first, stop)
            if end == stop or not self._capital(end) or self._capital(first):
                return end
        if self._capital(first) and self.lower[first] in HONORIFICS | SHORT:
            name = first + 1 + (self.words[first + 1 : first + 2] == ["."])
            return self._name(name, stop) if name < stop and self._name_like(name) else first
        if self._capital(first) and self.lower[first] not in FUNCTION_WORDS:
            return self._name(first, stop)
        if preposition not in ("of", "at") or (preposition == "at" and not determined):
            return first
        return self._common(first, stop)

    def _common(self, first: int, stop: int) -> int:
        """Return the end of a common noun phrase: "the gallery", "art history"."""
        index = first
        while index < min(stop, first + 4) and self._tagged(index, _COMPLEMENT):
            index += 1
        while index > first and not self._tagged(index - 1, _NOUN):
            index -= 1
        return index

    def _fields(self, first: int, stop: int) -> int:
        index = first
        while index < stop and self.lower[index] in FIELDS:
            index += 1
            if index + 1 < stop and self.lower[index] in ("and", "&") and self.lower[index + 1] in FIELDS:
                index += 1
        return index

    def _name(self, first: int, stop: int) -> int:
        place = self.reader.leading_place(first, stop)
        if place > first and not self._goes_on(place, stop):
            return self._noun_behind(place, stop)
        index, body = first, False
        while index < stop:
            if self._part_of_name(index):
                if body and self._full_name(index, stop):
                    return index
                body = self.lower[index] in ORGANISATION_NOUNS
                index += 1
                continue
            following = index + 1 + (self.lower[index + 1 : index + 2] == ["the"])
            if not self._inside_name(first, index) or following >= stop or not self._capital(following):
                break
            index, body = following, False
        return self._noun_behind(index, stop)

    def _goes_on(self, index: int, stop: int) -> bool:
        """Tell whether a place is only the beginning of a body's name: "Norway's Parliament", "London Zoo"."""
        if index >= stop:
            return False
        if self.lower[index] in _POSSESSIVE:
            return True
        last = min(stop, index + 4)
        while index < last and (self._part_of_name(index) or self.lower[index] in _POSSESSIVE):
            if self.lower[index] in ORGANISATION_NOUNS:
                return True
            index += 1
        return False

    def _inside_name(self, first: int, index: int) -> bool:
        word = self.lower[index]
        if word == "of" or word in _POSSESSIVE:
            return True
        return word in ("and", "&", "for", "on") and any(
            each == "of" or each in ORGANISATION_NOUNS for each in self.lower[first:index]
        )

    def _full_name(self, index: int, stop: int) -> bool:
        """Tell whether a person's name follows a body's: "head of the Refugee Council | Ann Poe"."""
        end = index
        while end < stop and self._part_of_name(end):
            if self.lower[end] in ORGANISATION_NOUNS:
                return False
            end += 1
        return 1 < end - index <= 3  # noqa: PLR2004 - given name, middle name, surname

    def _noun_behind(self, index: int, stop: int) -> int:
        """Take in the common noun behind a name: "the Lombardy region", "the Sheriff's office"."""
        if index < stop and self.lower[index] in _POSSESSIVE:
            index += 1
        end = index
        while end < min(stop, index + 2) and self._tagged(end, _NOUN):
            end += 1
        return end if end > index or self.lower[index - 1] not in _POSSESSIVE else index - 1
