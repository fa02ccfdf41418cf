"""The parts of a title up to its noun: role, organisation, place, and what the organisation belongs to."""

from __future__ import annotations

from attrs import define

from newskit.text import closed_class
from newskit_titles.lexicon import (
    COUNTRIES,
    DEMONYMS,
    FIELDS,
    GOVERNING,
    ORGANISATION_NOUNS,
    PARTISANS,
    SECOND_IN_COMMAND,
)
from newskit_titles.phrase import Phrase
from newskit_titles.rolewords import RoleWords

_AREA, _SHOPS = GOVERNING["area"], closed_class("shop")
_FIRMS = ORGANISATION_NOUNS - _AREA
_PARTIES = PARTISANS | GOVERNING["party_word"]
_ENDS_PLACE = GOVERNING["county"] | GOVERNING["direction"] | {"city"}
_FORMERLY = ("ex-", "then-")
_PRAISED = tuple(sorted(GOVERNING["praised"]))


@define
class Parts:
    """What a title says beside where it stands."""

    role: list[str]
    organization: str | None = None
    place: str | None = None
    within: str | None = None
    employer: bool = False
    """Whether "at" stands before the organisation, which is so nobody's name."""


class LeftReader(RoleWords):
    """Reads the parts of phrases up to their nouns."""

    def read(self, phrase: Phrase) -> Parts:
        """Take the left side of a title apart, and that of its second noun."""
        parts = self._left(phrase.bare, phrase.head, phrase.after)
        if phrase.second:
            second = self.read(phrase.second)
            if self.words[phrase.after] == ",":
                parts.role[-1] += ","
            else:
                parts.role.append(self.lower[phrase.after])
            parts.role += second.role
            parts.organization = parts.organization or second.organization
            parts.place = parts.place or second.place
            parts.within = parts.within or second.within
        return parts

    def _left(self, start: int, head: int, after: int) -> Parts:
        """Read the tokens from ``start``, behind the article, to the noun ``head:after``.

        Words of the role stand next to the noun, adjectives such as "former" also in front; what lies between names
        the place and the organisation.
        """
        if start < head and self.roles.address.issuperset(self.lower[start:head]):  # "Datuk Dr"
            return Parts([self.written(start, after) or ""])
        while start < head and self.lower[start] in GOVERNING["style"]:
            start += 1
        role = fields = self.page.portfolio(start, head)
        while role > start and self._of_role(role - 1, head):
            role -= 1
        role = max((index + 1 for index in range(role, fields) if self._ends_body(start, index)), default=role)
        middle = start
        while middle < role and self._leads(middle, role):
            middle += 1
        role = self._directed(middle, role, head)
        if self.lower[head] == "officer" and "chief" in self.lower[start:head]:  # "Chief Wholesale Banking Officer"
            role = min(role, next(index for index in range(start, head) if self.lower[index] == "chief"))
            middle = min(middle, role)
        parts = Parts([text for text in (self.written(start, middle), self.written(role, after)) if text])
        self._middle(middle, role, parts)
        return parts

    def _directed(self, middle: int, role: int, head: int) -> int:
        """Keep the subject of an expert's work in the role: "Korea scholar", "Iraq War veteran"."""
        if middle == role or self.page.lowered(middle - 1) in SECOND_IN_COMMAND:
            return role
        noun = self.roles.base(self.lower[head])
        if "war" in self.lower[middle:role] and ORGANISATION_NOUNS.isdisjoint(self.lower[middle:role]):
            return middle  # "Iraq War veteran"
        subject = self._subject(noun, middle, role)
        if subject < role:
            return subject
        place = self.leading_place(middle, role)
        whole = place == role and not self.demonym(middle, role)
        return middle if noun in GOVERNING["directed"] and role == head and whole else role

    def _subject(self, noun: str, middle: int, role: int) -> int:
        """Return where what somebody covers or works for begins: "Zorvo News | White House correspondent"."""
        subjects = GOVERNING["cause"] | GOVERNING["beat"] if noun in GOVERNING["covers"] else GOVERNING["cause"]
        for first in range(max(middle, role - 3), role):
            if " ".join(self.lower[first:role]) in subjects:
                return first
        return role

    def _middle(self, first: int, last: int, parts: Parts) -> None:
        """Read what stands between the first adjectives and the words of the role."""
        if first >= last:
            return
        joined = last - 3 > first and self.page.ends[last - 4] == self.page.starts[last - 3]  # "JD(S)"
        if self.words[last - 1] == ")" and self.page.bracketed(last - 2) and not joined:
            last -= 3
        first = self._praised(first + self.lower[first].endswith("-year-old"), last, parts)
        if first >= last:
            return
        based = next((index for index in range(first, last) if self._is_based(index)), None)
        if based is not None:
            owner = max((mark + 1 for mark in self._marks(first, based)), default=first)
            parts.place = (self.written(owner, based + 1) or "").rpartition("-")[0]
            self._middle(based + 1, last, parts)
            return
        marks = self._marks(first, last)
        if last >= first + 2 and self._of_people(last - 2):
            parts.role[-1] = f"{self.written(last - 2, last)} {parts.role[-1]}"
            self._middle(first, last - 2, parts)
        elif marks:
            self._owned(first, marks[-1], last, parts)
        elif any(self.words[index][0].isupper() or self._formerly_of(index) for index in range(first, last)):
            while self.words[first].islower() and self.words[first].isalpha():
                parts.role.insert(len(parts.role) - 1, self.words[first])
                first += 1
            self._place_and_body(first, last, parts)
        elif self.lower[last - 1] in ORGANISATION_NOUNS:
            parts.role[-1] = f"{self.written(first, last)} {parts.role[-1]}"

    def _of_people(self, index: int) -> bool:
        """Tell whether a kind of people owns what a role is of: "children's | author", "sheriff's | office manager"."""
        if not self.page.owns(index + 1):
            return False
        if self.page.of_office(index + 1):
            return self.words[index + 2].islower()
        small = self.words[index].islower() or index in self.page.openers or self.lower[index] == "sheriff"
        return small and self.lower[index] in GOVERNING["people"]

    def _praised(self, first: int, last: int, parts: Parts) -> int:
        """Add an adjective such as "Nobel Prize-winning" to the role, and return where what is behind it begins."""
        for index in range(last - 1, first - 1, -1):
            if self.lower[index].endswith(_PRAISED):
                parts.role.insert(len(parts.role) - 1, self.written(first, index + 1) or "")
                return index + 1
        return first

    def _place_and_body(self, first: int, last: int, parts: Parts) -> None:
        """Tell the place from the body that it has: "Japanese | Foreign Ministry"."""
        lower = self.lower
        place = self.leading_place(first, last)
        generic = (
            place < last
            and lower[last - 1] in ORGANISATION_NOUNS
            and not (place == last - 1 and lower[place] in GOVERNING["whole"])
            and " ".join(lower[place:last]) not in GOVERNING["service"]
            and all(lower[index] in FIELDS or lower[index] in ORGANISATION_NOUNS for index in range(place, last))
            and (lower[last - 1] not in GOVERNING["own_place"] or " ".join(lower[first:place]) in DEMONYMS)
        )
        if place == last and self._team(first, last, parts):
            parts.organization = self.written(first, last)
        elif place == last or self._city_and_state(first, last):
            parts.place = self.written(first, last - (self.words[last - 1] == ","))
        elif last > first + 1 and lower[last - 1] in _ENDS_PLACE and lower[first] not in PARTISANS:
            parts.place = self.written(first, last)
        elif place > first and PARTISANS.issuperset(lower[place:last]):
            parts.place, parts.organization = self.written(first, place), self.written(place, last)
        elif lower[first] in PARTISANS and self.leading_place(first + 1, last) == last > first + 1:
            parts.organization, parts.place = self.words[first], self.written(first + 1, last)
        elif place > first and generic:
            parts.place, parts.organization = self.written(first, place), self.written(place, last)
        elif lower[first].startswith(_FORMERLY):  # "Ex-Farlow striker"
            prefix, _, parts.organization = (self.written(first, last) or "").partition("-")
            parts.role[-1] = f"{prefix}-{parts.role[-1]}"
        elif self._seated(first, last, parts) or self._local(first, last, parts):
            parts.place = self.written(first, last)
        elif last == first + 1 or parts.role[-1].rsplit(None, 1)[-1].lower() not in GOVERNING["crown"]:
            parts.organization = self.written(first, last)

    def _seated(self, first: int, last: int, parts: Parts) -> bool:
        """Tell whether names before a role are its place, and no body or party: "North Zorvel | MP"."""
        if parts.role[-1].rsplit(None, 1)[-1].lower() in GOVERNING["crown"] and last > first + 1:
            return False
        bodies = not _FIRMS.isdisjoint(self.lower[first:last]) or self.words[first].isupper()
        return not bodies and self._governs_place(parts) and _PARTIES.isdisjoint(self.lower[first:last])

    def _local(self, first: int, last: int, parts: Parts) -> bool:
        """Tell whether names before a role are a district with its number, or the town of who has a trade there.

        "Lima 2nd District | Rep.", "Tulsa | songwriter", unlike "Tulsa | striker" and "Tulsa | economist".
        """
        noun = parts.role[-1].rsplit(None, 1)[-1].lower()
        trade = noun in self.roles.plain_jobs - self.roles.led - GOVERNING["sport"] - GOVERNING["employed"]
        numbered = last > first + 1 and self._ordinal(last - 2)
        return numbered or (trade and self.is_city(first, last))

    def _team(self, first: int, last: int, parts: Parts) -> bool:
        """Tell whether a country's name is its team's: "Scotland manager", unlike "Scottish manager"."""
        noun = parts.role[-1].rsplit(None, 1)[-1].lower()
        return noun in GOVERNING["sport"] and " ".join(self.lower[first:last]) in COUNTRIES

    def _marks(self, first: int, last: int) -> list[int]:
        """Return the possessive marks, but not those inside a name such as "Women's Media Center", "Bakers' Union"."""
        page = self.page
        return [
            index
            for index in range(first, last)
            if page.owns(index)
            and (not page.of_people(index) or (index + 1 == last and index - 1 > first))
            and not (page.of_saint(index) or page.of_office(index))
        ]

    def _city_and_state(self, first: int, last: int) -> bool:
        return self.words[last - 1] == "," and "," in self.words[first : last - 1]

    def _owned(self, first: int, mark: int, last: int, parts: Parts) -> None:
        """``first:mark`` is the possessor, ``mark + 1:last`` the organisation that it has."""
        lower, words = self.lower, self.words
        if lower[first] == "the" and mark > first + 1:
            first += 1
        if mark + 2 == last and lower[mark + 1] in _SHOPS and words[mark + 1][0].isupper():  # "Roe's Bakery"
            parts.organization = parts.organization or self.written(first, last)
            return
        behind = mark + 1
        while behind < last and self._leads(behind, last):
            behind += 1
        if behind > mark + 1:
            parts.role.insert(0, self.written(mark + 1, behind) or "")
        self._middle(behind, last, parts)
        if not any(words[index][0].isupper() for index in range(first, mark)):
            return
        possessor = self.written(first, mark)
        if (
            self.leading_place(first, mark) == mark
            or lower[mark - 1] in _AREA
            or lower[first:mark][0] in GOVERNING["direction"]
        ):
            parts.place = possessor
        elif self.page.person(possessor or "", owner=True) or lower[mark - 1] in self.roles.nouns:
            return
        elif self._governs_place(parts) and not words[first].isupper() and _FIRMS.isdisjoint(lower[first:mark]):
            parts.place = possessor
        elif parts.organization:
            parts.within = possessor
        else:
            parts.organization = possessor

    def _governs_place(self, parts: Parts) -> bool:
        """Tell whether a role is that of a place: "Farlow's | mayor"."""
        words = parts.role[-1].lower().split()
        noun, local = words[-1], " ".join(words[-2:]) in GOVERNING["local"]  # "Farlow | Police Chief"
        local = local or words[0] in GOVERNING["municipal"]  # "Farlow | City Councilman"
        local = local or noun in GOVERNING["constituency"]  # "East Zorvel | MP"
        of_place = local or (noun in GOVERNING["place"] and noun not in GOVERNING["state_office"])
        return parts.organization is None and of_place
