"""Role words: which of the words before the noun of a title belong to its role, and which to a body or a place."""

from __future__ import annotations

from newskit_titles.lexicon import (
    BODY_NOUNS,
    DETERMINERS,
    FIELDS,
    GOVERNING,
    INNER,
    LEADS,
    ORGANISATION_NOUNS,
    PARTISANS,
    SECOND_IN_COMMAND,
    is_place,
)
from newskit_titles.places import Places

_BODIES = ORGANISATION_NOUNS - GOVERNING["in_role"]
_CAPITAL = GOVERNING["capital"]
_LEADS = LEADS | SECOND_IN_COMMAND
_PARTICIPLES = ("ing", "ed")
_WHOLE = GOVERNING["whole_role"] | GOVERNING["fixed"]
_NEW_PARTY = ["new", "democratic", "party"]
_FORMERLY = ("ex-", "then-")
_SERVICES = frozenset(word for name in GOVERNING["service"] for word in name.split())
_ENDINGS = tuple(sorted(GOVERNING["opening_end"]))
_JOINS = ("of", "on", "and", "&", "for", "the", ",")
_ORIGIN = tuple(sorted(GOVERNING["origin"]))


class RoleWords(Places):
    """Tells the words of the roles of one article's titles."""

    def _leads(self, index: int, role: int) -> bool:
        if self.words[index][0].isdigit():
            return "-" not in self.words[index]
        if self.lower[index] in SECOND_IN_COMMAND and index + 1 < role:  # "Assistant | U.S. | Attorney"
            return self.leading_place(index + 1, role) > index + 1
        if self.lower[index] in GOVERNING["ordinal"] and self._numbered(index, role):
            return False
        leads = self.lower[index] in LEADS or (self.lower[index] in _CAPITAL and index in self.page.openers)
        leads = (leads and not self._begins_name(index, role)) or self._compound(index)
        return leads and self.leading_place(index, role) == index

    def _begins_name(self, index: int, role: int) -> bool:
        """Tell whether an adjective in capitals begins what a small role is of: "Former | Top Zorvo presenter"."""
        behind = index + 1
        if self.lower[index : index + 3] == _NEW_PARTY:
            return True
        if index in self.page.openers or behind >= role or not self.words[role].islower():
            return False
        word = self.lower[behind]
        plain = not (word in INNER or word in LEADS or word in PARTISANS or word in ORGANISATION_NOUNS)
        named = self.page.capital(index) and self.page.capital(behind) and plain
        return named and self.leading_place(behind, role) == behind

    def _numbered(self, index: int, role: int) -> bool:
        """Tell whether a capitalised ordinal begins a name: "First | Amendment lawyer", unlike "First French mayor"."""
        behind = index + 1
        if behind >= role or not self.page.capital(index) or not self.page.capital(behind):
            return False
        return self.leading_place(behind, role) == behind

    def _of_role(self, index: int, head: int) -> bool:
        word = self.page.lowered(index - (self.lower[index] == "."))
        capital = self.words[index][0].isupper()
        firm = self.lower[head] in GOVERNING["firm_head"] and self.page.capital(index - 1)  # "Lima Health | CEO"
        apart = firm or self._of_body(index) or (word in PARTISANS and self.lower[head] in GOVERNING["seat"])
        apart = apart or self.lower[index + 1] == "former"  # "a Labour | former minister"
        small = self.words[head][0].islower() and not (word in LEADS or word in GOVERNING["elective"])
        small = small and not self._compound(index)
        small = small and not self._alone(index) and not self._opening(index, head)
        apart = apart or self.page.of_office(index - 1) or self._of_many(index)  # "Sheriff's | Office spokesman"
        kept = (word == "state" and self._of_party(index - 1)) or self._graded(index)
        body = capital and not kept and (apart or small or self._named_area(index, head))
        if self._formerly_of(index) or body:
            return False
        if capital and (word in _CAPITAL or self._compound(index) or self._opening(index, head)):
            return True
        if kept or word in self.roles.short or word.removeprefix("ex-").removeprefix("vice-") in INNER or word in LEADS:
            return not (capital and self._service(index))
        if word == "and":  # "interior and overseas minister"
            joined = self.page.lowered(index - 1) in INNER and self.lower[index + 1] in INNER
            return joined or (index + 1 < head and self.words[index - 1].islower() and self.words[index + 1].islower())
        if word == ",":  # "Culture, Media and Sport Secretary"
            return self.page.lowered(index - 1) in FIELDS and self.lower[index + 1] in INNER
        plain = self.words[index][0].islower() and not self.page.owns(index)
        return plain and word not in _JOINS and not word.endswith("based")

    def _graded(self, index: int) -> bool:
        """Tell whether a token is of the year of who teaches or learns: "Grade 6 | teacher"."""
        number = index + (self.lower[index] in GOVERNING["grade"])
        return self.page.word(number).isdigit() and self.page.lowered(number - 1) in GOVERNING["grade"]

    def _of_party(self, index: int) -> bool:
        """Tell whether letters or a party stand before "State", that is of the role: "BJP | State vice-president"."""
        letters = self.page.word(index).isupper() and len(self.words[index]) > 1 and not is_place((self.words[index],))
        return letters or self.page.lowered(index) in PARTISANS

    def _of_many(self, index: int) -> bool:
        """Tell whether a body is that of a kind of people: "Lima Bakers' | Union secretary"."""
        people = self.page.owns(index - 1) and self.page.of_people(index - 1)
        return people and self.page.capital(index - 2)

    def _compound(self, index: int) -> bool:
        """Tell whether an adjective in two parts begins the sentence: "Third-grade | teacher", not "Lima-based"."""
        if index not in self.page.openers or "-" not in self.words[index]:
            return False
        last = self.words[index].rpartition("-")[2]
        part = last.endswith(_PARTICIPLES) or last in GOVERNING["compound"]
        return last.islower() and part and not self._is_based(index)

    def _opening(self, index: int, head: int) -> bool:
        """Tell whether a common word begins the sentence before a small role: "Station | manager", not "Acme manager".

        It is in the lists, or the article has it in small letters too, and with a capital only where a sentence begins.
        It is no name that is a common word too ("Shell chairman"), and no team ("Foxes manager").
        """
        word = self.lower[index]
        if index + 1 == head and f"{word} {self.lower[head]}" in _WHOLE:
            return not self._goes_before(index - 1)
        if index not in self.page.openers or word in PARTISANS or not self.words[index + 1][0].islower():
            return False
        team = word.endswith("s") and not word.endswith("ss") and self.lower[head] in GOVERNING["side"]
        if team or word in GOVERNING["named_so"] or self.page.names_body(index):
            return False
        return word in GOVERNING["opening"] or word.endswith(_ENDINGS) or self.page.common(index)

    def _goes_before(self, index: int) -> bool:
        """Tell whether a capital begins a name that the next token ends: "Border | Patrol officer"."""
        word = self.lower[index] if index >= 0 else ""
        leads = word in LEADS or word in self.roles.short or word in self.roles.nouns
        named = self.page.part_of_name(index) and self.page.touching(index, index + 1)
        return named and not (leads or self.words[index].isupper() or is_place((self.words[index],)))

    def _formerly_of(self, index: int) -> bool:
        """Tell whether a small prefix is joined to a name: "ex-Zorvo | boss"."""
        if not self.words[index].startswith(_FORMERLY):
            return False
        named = self.words[index].partition("-")[2]
        word = named.lower()
        return named[:1].isupper() and not (word in INNER or word in LEADS or self.roles.is_head(word))

    def _of_body(self, index: int) -> bool:
        """Tell whether a capital is what a body is of: "Board of | Education | President"."""
        first = index
        while self.page.capital(first - 1) and self.lower[first - 1] in FIELDS:
            first -= 1
        body = self.page.capital(first - 2) and self.page.lowered(first - 2) in ORGANISATION_NOUNS
        return body and self.page.lowered(first - 1) in ("of", "on")

    def _named_area(self, index: int, head: int) -> bool:
        """Tell whether a county or province has its name before it: "Pingtung County | Commissioner"."""
        area = self.lower[index] in GOVERNING["county"] or (self.lower[index], self.lower[head]) == ("city", "mayor")
        named = area and self.page.capital(index - 1) and self.page.touching(index - 1, index)
        return named and self.words[head][0].isupper() and self.lower[index - 1] not in _LEADS

    def _alone(self, index: int) -> bool:
        """Tell whether a capital stands alone, as in "Finance minister" and unlike "Supreme Court justice"."""
        led = self.page.lowered(index - 1) in LEADS and self.lower[index] not in PARTISANS  # "Former Finance minister"
        led = led or self.page.lowered(index - 1) in DETERMINERS  # "The AI researcher"
        if self.page.capital(index - 1) and index not in self.page.openers and not led:
            return False
        return not self.page.capital(index + 1)

    def _service(self, index: int) -> bool:
        """Tell whether a word belongs to the name of an armed service: "Navy", "Air Force"."""
        word = self.lower[index]
        before, after = self.page.lowered(index - 1), self.page.lowered(index + 1)
        if after in FIELDS and after not in _SERVICES:  # "Marine | Resources Minister"
            return False
        return not GOVERNING["service"].isdisjoint((word, f"{before} {word}", f"{word} {after}"))

    def _ends_body(self, start: int, index: int) -> bool:
        """Tell whether a body's noun belongs to the name before it: "Farlow campaign | manager"."""
        if index - 1 > start and self.lower[index] in GOVERNING["numbered"] and self._ordinal(index - 1):
            return True  # "Lima 2nd District | Rep. Ann Poe"
        school = index > 0 and self.lower[index - 1 : index + 1] == ["school", "district"]
        capital = self.words[index][0].isupper() and (self.lower[index] in _BODIES or school)
        if index == start or not (capital or self.lower[index] in BODY_NOUNS):
            return False
        before = self.lower[index - 1]
        if self.lower[index] == "campaign" and before in PARTISANS - INNER:
            return False
        plain = "-" not in before and self.page.common(index - 1)
        if self.words[index].islower() and index - 1 in self.page.openers and plain:
            return False  # "Gravel | company owner" of an article that has "gravel"
        return self.words[index - 1][0].isupper() and before not in _LEADS

    def _ordinal(self, index: int) -> bool:
        return self.words[index][0].isdigit() and self.words[index][-1].isalpha()

    def _is_based(self, index: int) -> bool:
        word = self.lower[index]
        return word.endswith(_ORIGIN) or (word == "based" and self.page.word(index - 1) == "-")
