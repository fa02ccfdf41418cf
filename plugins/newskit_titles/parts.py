"""The parts of a title: role, organisation, place, and what the organisation belongs to."""

from __future__ import annotations

from attrs import define

from newskit.text import given_names
from newskit_titles.lexicon import (
    BODY_NOUNS,
    COUNTRIES,
    DEMONYMS,
    FIELDS,
    GOVERNING,
    INNER,
    LEADS,
    ORGANISATION_NOUNS,
    PARTISANS,
    SECOND_IN_COMMAND,
    TAKES,
)
from newskit_titles.phrases import Phrase
from newskit_titles.places import Places

_BODIES = ORGANISATION_NOUNS - GOVERNING["in_role"]
_CAPITAL, _AREA = GOVERNING["capital"], GOVERNING["area"]
_FIRMS = ORGANISATION_NOUNS - _AREA
_ENDS_PLACE = GOVERNING["county"] | GOVERNING["direction"] | {"city"}
_LEADS = LEADS | SECOND_IN_COMMAND
_JOINS = ("of", "and", "&", "for", "the", ",")
_PRAISED, _ORIGIN, _TAUGHT = (tuple(sorted(GOVERNING[label])) for label in ("praised", "origin", "taught"))


@define
class Parts:
    """What a title says beside where it stands."""

    role: list[str]
    organization: str | None = None
    place: str | None = None
    within: str | None = None


class Reader(Places):
    """Reads the parts of the phrases of one article."""

    def read(self, phrase: Phrase) -> Parts:
        """Take the left side of a title apart, and that of its second noun."""
        parts = self._left(phrase.bare, phrase.head, phrase.after)
        if phrase.second:
            second = self._left(phrase.second.bare, phrase.second.head, phrase.second.after)
            parts.role += [self.lower[phrase.after], *second.role]
            parts.organization = parts.organization or second.organization
            parts.place = parts.place or second.place
            parts.within = parts.within or second.within
        return parts

    def _left(self, start: int, head: int, after: int) -> Parts:
        """Read the tokens from ``start``, behind the article, to the noun ``head:after``.

        Words of the role stand next to the noun, adjectives such as "former" also in front; what lies between names
        the place and the organisation.
        """
        while start < head and self.lower[start] in GOVERNING["style"]:
            start += 1
        role = head
        while role > start and self._of_role(role - 1, head):
            role -= 1
        role = max((index + 1 for index in range(role, head) if self._ends_body(start, index)), default=role)
        middle = start
        while middle < role and self._leads(middle, role):
            middle += 1
        role = self._directed(middle, role, head)
        if self.lower[head] == "officer" and "chief" in self.lower[start:head]:  # "Chief Wholesale Banking Officer"
            role = next(index for index in range(start, head) if self.lower[index] == "chief")
            middle = min(middle, role)
        parts = Parts([text for text in (self.written(start, middle), self.written(role, after)) if text])
        self._middle(middle, role, parts)
        return parts

    def _leads(self, index: int, role: int) -> bool:
        if self.words[index][0].isdigit():
            return "-" not in self.words[index]
        if self.lower[index] in SECOND_IN_COMMAND and index + 1 < role:  # "Assistant | U.S. | Attorney"
            return self.leading_place(index + 1, role) > index + 1
        return self.lower[index] in LEADS and self.leading_place(index, role) == index

    def _of_role(self, index: int, head: int) -> bool:
        word = self.page.lowered(index - (self.lower[index] == "."))
        capital = self.words[index][0].isupper()
        apart = self._of_body(index) or (word in PARTISANS and self.lower[head] in GOVERNING["seat"])
        small = self.words[head][0].islower() and word not in LEADS and not self._alone(index)
        if capital and (apart or small or self._named_area(index, head)):
            return False
        if word in _CAPITAL:
            return capital
        if word in self.roles.short or word.removeprefix("ex-").removeprefix("vice-") in INNER or word in LEADS:
            return not (capital and self._service(index))
        if word == "and":  # "interior and overseas minister"
            joined = self.page.lowered(index - 1) in INNER and self.lower[index + 1] in INNER
            return joined or (index + 1 < head and self.words[index - 1].islower() and self.words[index + 1].islower())
        if word == ",":  # "Culture, Media and Sport Secretary"
            return self.page.lowered(index - 1) in FIELDS and self.lower[index + 1] in INNER
        plain = self.words[index][0].islower() and not self.page.owns(index)
        return plain and word not in _JOINS and not word.endswith("based")

    def _of_body(self, index: int) -> bool:
        """Tell whether a capital is what a body is of: "Board of | Education | President"."""
        first = index
        while self.page.capital(first - 1) and self.lower[first - 1] in FIELDS:
            first -= 1
        return self.page.lowered(first - 1) == "of" and self.page.lowered(first - 2) in ORGANISATION_NOUNS

    def _named_area(self, index: int, head: int) -> bool:
        """Tell whether a county or province has its name before it: "Pingtung County | Commissioner"."""
        area = self.lower[index] in GOVERNING["county"] or (self.lower[index], self.lower[head]) == ("city", "mayor")
        named = area and self.page.capital(index - 1) and self.page.touching(index - 1, index)
        return named and self.words[head][0].isupper() and self.lower[index - 1] not in _LEADS

    def _alone(self, index: int) -> bool:
        """Tell whether a capital stands alone, as in "Finance minister" and unlike "Supreme Court justice"."""
        if self.page.capital(index - 1) and index not in self.page.openers:
            return False
        return not self.page.capital(index + 1)

    def _service(self, index: int) -> bool:
        """Tell whether a word belongs to the name of an armed service: "Navy", "Air Force"."""
        word = self.lower[index]
        before, after = self.page.lowered(index - 1), self.page.lowered(index + 1)
        return not GOVERNING["service"].isdisjoint((word, f"{before} {word}", f"{word} {after}"))

    def _ends_body(self, start: int, index: int) -> bool:
        """Tell whether a body's noun belongs to the name before it: "Farlow campaign | manager"."""
        school = index > 0 and self.lower[index - 1 : index + 1] == ["school", "district"]
        capital = self.words[index][0].isupper() and (self.lower[index] in _BODIES or school)
        if index == start or not (capital or self.lower[index] in BODY_NOUNS):
            return False
        before = self.lower[index - 1]
        if self.lower[index] == "campaign" and before in PARTISANS - INNER:
            return False
        return self.words[index - 1][0].isupper() and before not in _LEADS

    def _directed(self, middle: int, role: int, head: int) -> int:
        """Keep the subject of an expert's work in the role: "Korea scholar", "Iraq War veteran"."""
        if middle == role or self.page.lowered(middle - 1) in SECOND_IN_COMMAND:
            return role
        noun = self.roles.base(self.lower[head])
        if noun == "veteran" and "war" in self.lower[middle:role]:
            return middle
        place = self.leading_place(middle, role)
        whole = place == role and not self.demonym(middle, role)
        return middle if noun in GOVERNING["directed"] and role == head and whole else role

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
        if marks:
            self._owned(first, marks[-1], last, parts)
        elif any(self.words[index][0].isupper() for index in range(first, last)):
            while self.words[first].islower() and self.words[first].isalpha():
                parts.role.insert(len(parts.role) - 1, self.words[first])
                first += 1
            self._place_and_body(first, last, parts)
        elif self.lower[last - 1] in ORGANISATION_NOUNS:
            parts.role[-1] = f"{self.written(first, last)} {parts.role[-1]}"

    def _praised(self, first: int, last: int, parts: Parts) -> int:
        """Add an adjective such as "Nobel Prize-winning" to the role, and return where what is behind it begins."""
        for index in range(last - 1, first - 1, -1):
            if self.lower[index].endswith(_PRAISED):
                parts.role.insert(len(parts.role) - 1, self.written(first, index + 1) or "")
                return index + 1
        return first

    def _is_based(self, index: int) -> bool:
        word = self.lower[index]
        return word.endswith(_ORIGIN) or (word == "based" and self.page.word(index - 1) == "-")

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
        elif lower[first][:3] == "ex-":  # "Ex-Farlow striker"
            parts.role.insert(0, self.words[first][:2])
            parts.organization = (self.written(first, last) or "")[3:]
        elif self._governs_place(parts) and not self.words[first].isupper() and _FIRMS.isdisjoint(lower[first:last]):
            parts.place = self.written(first, last)
        else:
            parts.organization = self.written(first, last)

    def _team(self, first: int, last: int, parts: Parts) -> bool:
        """Tell whether a country's name is its team's: "Scotland manager", unlike "Scottish manager"."""
        noun = parts.role[-1].rsplit(None, 1)[-1].lower()
        return noun in GOVERNING["sport"] and " ".join(self.lower[first:last]) in COUNTRIES

    def _marks(self, first: int, last: int) -> list[int]:
        """Return the possessive marks, but not those inside a name such as "Women's Media Center"."""
        page, people = self.page, GOVERNING["people"]
        return [index for index in range(first, last) if page.owns(index) and page.lowered(index - 1) not in people]

    def _city_and_state(self, first: int, last: int) -> bool:
        return self.words[last - 1] == "," and "," in self.words[first : last - 1]

    def _owned(self, first: int, mark: int, last: int, parts: Parts) -> None:
        """``first:mark`` is the possessor, ``mark + 1:last`` the organisation that it has."""
        lower, words = self.lower, self.words
        if lower[first] == "the" and mark > first + 1:
            first += 1
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
        of_place = local or (noun in GOVERNING["place"] and noun not in GOVERNING["state_office"])
        return parts.organization is None and of_place

    def govern(self, parts: Parts, noun: str, preposition: str, first: int, last: int, *, firm: bool = False) -> None:
        """Add what stands behind the noun and a preposition: tokens ``first:last``, the article left out.

        ``firm`` says that a common noun before the name tells that it is a body's.
        """
        lower, words = self.lower, self.words
        if self._portfolio(noun, preposition, first, last):
            self._to_role(parts, preposition, first, last)
            return
        while words[first].islower() and (words[first].replace("-", "").isalpha() or self._is_based(first)):
            first += 1
        if lower[first].endswith(_ORIGIN) and first + 1 < last:
            first += 1
        named = not self.roles.heads.isdisjoint(lower[first:last])
        if named and any(self._titled(index, last) for index in range(first, last)):
            return  # a person: "aide to President Poe", "adviser to Ohio Gov. Al Roe"
        party = lower[first] in PARTISANS and first + 1 < last and words[first + 1].islower()
        if firm or (party and lower[last - 1] not in ORGANISATION_NOUNS):
            self._party(parts, preposition, first, last, named=last if firm else first + 1)
            return
        place = self.leading_place(first, last) == last and " ".join(lower[first:last]) not in DEMONYMS
        if self._is_subject(noun, preposition, first, place=place) and not self._seat(parts, preposition, first, last):
            self._to_role(parts, preposition, first, last)
        elif (place and preposition != "at") or self._has_place(noun, preposition, first, last):
            parts.place = parts.place or self.written(first, last)
        elif parts.organization is None:
            self._organization(parts, first, last)
        elif parts.within is None and preposition in ("at", "in"):
            self._within(parts, first, last)

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
        if preposition in ("from", "in") or self._is_seat(noun, preposition, first, last):
            return self.words[last - 1][0].isupper() and ORGANISATION_NOUNS.isdisjoint(self.lower[first:last])
        if preposition in ("of", "for") and noun not in GOVERNING["sport"] and self.is_city(first, last):
            return True
        if noun not in GOVERNING["place"] or preposition not in ("of", "to") or noun in GOVERNING["state_office"]:
            return False
        return not any(self.lower[index] in ORGANISATION_NOUNS for index in range(first, last))

    def _organization(self, parts: Parts, first: int, last: int) -> None:
        marks = self._marks(first, last)
        if marks and marks[-1] + 1 < last and self.words[marks[-1] + 1][0].isupper():
            self._owned(first, marks[-1], last, parts)
            return
        if marks and self.leading_place(first, marks[-1]) == marks[-1] and self.words[last - 1][0].isupper():
            parts.place = parts.place or self.written(first, marks[-1])  # "India's | ruling Janata Party"
            capital = (index for index in range(marks[-1] + 1, last) if self.words[index][0].isupper())
            first = next(capital, marks[-1] + 1)
        named = self.written(first, last) or ""
        if not self.page.person(named, owner=True) and self.lower[last - 1] != "family":
            parts.organization = named
