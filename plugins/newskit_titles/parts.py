"""The parts of a title behind its noun, and all of them."""

from __future__ import annotations

from newskit.text import given_names
from newskit_titles.leftparts import LeftReader, Parts
from newskit_titles.lexicon import DEMONYMS, FIELDS, GOVERNING, ORGANISATION_NOUNS, PARTISANS, TAKES

__all__ = ["Parts", "Reader"]
_AREA = GOVERNING["area"]
_REACH = 12
"""Tokens back from a complement in which the name before its role ends."""
_ORIGIN, _TAUGHT = (tuple(sorted(GOVERNING[label])) for label in ("origin", "taught"))


class Reader(LeftReader):
    """Reads the parts of the phrases of one article."""

    def govern(self, parts: Parts, noun: str, preposition: str, first: int, last: int, *, firm: bool = False) -> None:
        """Add what stands behind the noun and a preposition: tokens ``first:last``, the article left out.

        ``firm`` says that a common noun before the name tells that it is a body's.
        """
        lower, words = self.lower, self.words
        sought = noun in GOVERNING["sought"] and preposition == "for" and self.roles.carries(lower[last - 1])
        if sought or self._portfolio(noun, preposition, first, last):
            self._to_role(parts, preposition, first, last)
            return
        while self.page.owns(first) or (
            words[first].islower() and (words[first].replace("-", "").isalpha() or self._is_based(first))
        ):
            first += 1
        first = self._past_kind(first + (lower[first].endswith(_ORIGIN) and first + 1 < last), last)
        named = not self.roles.heads.isdisjoint(lower[first:last])
        if named and any(self._titled(index, last) for index in range(first, last)):
            return  # a person: "aide to President Poe", "adviser to Ohio Gov. Al Roe"
        party = lower[first] in PARTISANS and first + 1 < last and words[first + 1].islower()
        if firm or (party and lower[last - 1] not in ORGANISATION_NOUNS):
            self._party(parts, preposition, first, last, named=last if firm else first + 1)
            return
        place = self.leading_place(first, last) == last and " ".join(lower[first:last]) not in DEMONYMS
        taught = preposition in ("of", "in") and " ".join(lower[first:last]) in DEMONYMS  # "professor of English"
        on = preposition == "on" and parts.organization is not None  # "adviser to the President | on Media"
        on = on or self._is_subject(noun, preposition, first, place=place)
        if taught or (on and not self._seat(parts, preposition, first, last)):
            self._to_role(parts, preposition, first, last)
        elif (place and preposition != "at") or self._has_place(noun, preposition, first, last):
            parts.place = parts.place or self.written(first, last)
        elif parts.organization is None:
            self._organization(parts, first, last, owner=preposition != "of" or noun not in GOVERNING["corporate"])
        elif parts.within is None and preposition in ("at", "in"):
            self._within(parts, first, last)
        elif not (parts.within or ORGANISATION_NOUNS.isdisjoint(lower[first:last])):
            self._branch(parts, first, last)

    def _branch(self, parts: Parts, first: int, last: int) -> None:
        """Add the body behind a role that has a name before it too: "North Rift manager of the | Roads Board"."""
        before = parts.organization or ""
        if before.lower() in PARTISANS:
            return
        parts.organization = None
        self._organization(parts, first, last, owner=True)
        if parts.organization is None:
            parts.organization = before
        elif before.isupper() or not ORGANISATION_NOUNS.isdisjoint(before.lower().split()) or self._owns(before, first):
            parts.within = before
        else:
            parts.place = parts.place or before

    def _owns(self, name: str, end: int) -> bool:
        """Tell whether a possessive mark stands behind the name before a role: "Acme's head of the Roads Board"."""
        last = name.lower().rpartition(" ")[2]
        behind = (index + 1 for index in range(end - 2, max(0, end - _REACH), -1) if self.lower[index] == last)
        return self.page.owns(next(behind, end))

    def _past_kind(self, first: int, last: int) -> int:
        """Return where the name of a place begins: "mayor of the Peruvian town of | Zorvel"."""
        area = self.leading_place(first, last)
        kind = first < area < last - 2 and self.lower[area] in GOVERNING["kind_of_place"]
        return area + 2 if kind and self.lower[area + 1] == "of" else first

    def _within(self, parts: Parts, first: int, last: int) -> None:
        """Add what a body belongs to, and the place that owns it: "at Mexico's | Federal Court"."""
        marks = self._marks(first, last)
        if marks and self.leading_place(first, marks[-1]) == marks[-1]:
            parts.place, first = parts.place or self.written(first, marks[-1]), marks[-1] + 1
        parts.within = self.written(first, last)

    def _is_seat(self, noun: str, preposition: str, first: int, last: int) -> bool:
        """Tell whether "for" says where somebody was elected: "the MP for North Dorset", "candidate for Al Roe"."""
        if preposition != "for" or noun not in GOVERNING["seat"]:
            return False
        person = self.lower[first] in given_names() and self.lower[last - 1] in self.page.surnames
        return not person or self.lower[first] in GOVERNING["direction"]

    def _portfolio(self, noun: str, preposition: str, first: int, last: int) -> bool:
        """Tell whether a complement is what somebody works at or is in charge of: "for Security and Rights"."""
        if all(self.lower[index] in FIELDS or self.lower[index] in ("and", "&", ",") for index in range(first, last)):
            return True
        if not any(self.words[index][0].isupper() for index in range(first, last)):
            return True
        if preposition not in ("of", "for") or not ORGANISATION_NOUNS.isdisjoint(self.lower[first:last]):
            return False
        if preposition == "for" and noun in GOVERNING["cabinet"] and self.leading_place(first, last) == first:
            return True  # "Minister for Urbanism"
        charged = noun in GOVERNING["cabinet"] and self.lower[last - 1] in FIELDS
        if charged and "of" not in self.lower[first:last]:
            return True  # "Minister of Industry and Advanced Technology"
        listed = "," in self.words[first:last] and noun in GOVERNING["portfolio"]
        return listed or (self.lower[last - 1] in GOVERNING["charge"] and noun not in self.roles.led)

    def _party(self, parts: Parts, preposition: str, first: int, last: int, *, named: int) -> None:
        """Add a party and what is its, "for the Democratic | nomination", or a firm, ``first:named``."""
        parts.organization = parts.organization or self.written(first, named)
        if named < last:
            parts.role.append(f"{preposition} {self.written(named, last)}")

    def _titled(self, index: int, last: int) -> bool:
        """Tell whether a token of a complement is the title of a person in it."""
        name = index + 1 + (self.page.word(index + 1) == ".")
        if name >= last or not self.page.name_like(name):
            return False
        if self.lower[index] not in self.roles.short and self.roles.base(self.lower[index]) not in self.roles.titled:
            return False
        end = next((each for each in range(name, last) if self.page.owns(each)), last)
        return ORGANISATION_NOUNS.isdisjoint(self.lower[name:end])

    def _seat(self, parts: Parts, preposition: str, first: int, last: int) -> bool:
        """Tell whether a name behind a body is where it sits: "professor at Acme University | in Fort Zork"."""
        taught = any(each in FIELDS or each.endswith(_TAUGHT) for each in self.lower[first:last])
        return preposition == "in" and parts.organization is not None and not taught

    def _is_subject(self, noun: str, preposition: str, first: int, *, place: bool) -> bool:
        """Tell what an office is directed at: "ambassador to Norway", "expert on Iran", "professor in Linguistics"."""
        if preposition in ("to", "on"):
            return place or self.lower[first] == "united"
        return preposition == "in" and not place and noun in (TAKES["in"] or ())

    def _to_role(self, parts: Parts, preposition: str, first: int, last: int) -> None:
        determined = self.lower[first - 1] != preposition
        parts.role.append(f"{preposition} {self.written(first - determined, last)}")

    def _has_place(self, noun: str, preposition: str, first: int, last: int) -> bool:
        """Tell whether a name that the lists do not have is a place: "mayor of Tamarac", "a nurse from Monsey"."""
        if self.lower[last - 1] in _AREA:
            return True
        if preposition == "representing":
            return ORGANISATION_NOUNS.isdisjoint(self.lower[first:last])
        if preposition in ("from", "in") or self._is_seat(noun, preposition, first, last):
            return self.words[last - 1][0].isupper() and ORGANISATION_NOUNS.isdisjoint(self.lower[first:last])
        if preposition in ("of", "for") and noun not in GOVERNING["sport"] and self.is_city(first, last):
            return True
        if noun not in GOVERNING["place"] or preposition not in ("of", "to") or noun in GOVERNING["state_office"]:
            return False
        return not any(self.lower[index] in ORGANISATION_NOUNS for index in range(first, last))

    def _organization(self, parts: Parts, first: int, last: int, *, owner: bool) -> None:
        """Add what an office is of, where it is no person; ``owner`` says that a person may have such."""
        marks = self._marks(first, last)
        if marks and marks[-1] + 1 < last and self.words[marks[-1] + 1][0].isupper():
            self._owned(first, marks[-1], last, parts)
            return
        if marks and self.leading_place(first, marks[-1]) == marks[-1] and self.words[last - 1][0].isupper():
            parts.place = parts.place or self.written(first, marks[-1])  # "India's | ruling Janata Party"
            capital = (index for index in range(marks[-1] + 1, last) if self.words[index][0].isupper())
            first = next(capital, marks[-1] + 1)
        named = self.written(first, last) or ""
        led = first - 1 - (self.lower[first - 1] == "the")
        parts.employer = self.lower[led] in ("at", "with")
        if parts.employer or (not self.page.person(named, owner=owner) and self.lower[last - 1] != "family"):
            parts.organization = named
