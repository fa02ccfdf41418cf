"""Bodies: how far the name of a body or a person reaches in the complement of a title."""

from __future__ import annotations

from newskit.text import cities, female_share, given_names, surnames
from newskit_titles.lexicon import (
    COMPANIES,
    DETERMINERS,
    FIELDS,
    FUNCTION_WORDS,
    GOVERNING,
    INNER,
    LEADS,
    ORGANISATION_NOUNS,
    SUFFIXES,
    is_place,
)
from newskit_titles.page import Page
from newskit_titles.parts import Reader

_NOUN = frozenset(("NN", "NNS"))
_OWNED_WORD = _NOUN | {"JJ", "JJR", "JJS", "VBG"}
_OWNED_NAME = frozenset(("CD", "NNP", "JJ"))
_OWNED, _BEHIND, _BODY, _PERSON = 5, 2, 5, 3
_REACH = 6
_SEVERAL = 2
_SMALL = frozenset(("the", "of", "in", "a", "an", "and", "to", "for", "on"))
_FOREIGN = GOVERNING["foreign"]
_AND = frozenset(("and", "&"))
_SAINTS = frozenset(("st", "saint", "sainte", "san", "santa"))


class Bodies:
    """Finds the ends of names in the complements of one article."""

    def __init__(self, page: Page, reader: Reader) -> None:
        self.page, self.words, self.lower, self.reader, self.roles = page, page.words, page.lower, reader, page.roles
        self.behind_name = False
        """Whether the title stands behind its holder's name, so that no other name follows what it is of."""

    def end(self, first: int, stop: int) -> int:
        """Return the end of a name, and of a common noun behind it: "the Lombardy region"."""
        place = self.reader.leading_place(first, stop)
        if place > first and not self._goes_on(place, stop):
            return self._noun_behind(place, stop)
        index, body = first, False
        while index < stop:
            if self.page.part_of_name(index) and (index == first or self.page.joined(index - 1, index)):
                if index > first and self.lower[index] in self.roles.address and self.page.name_like(index + 1):
                    return index
                if body and (self._named(first, index, stop) or self._same_person(first, index)):
                    return index
                if index > first and (self.begins_person(index, stop) or self._ranked(index)):
                    return index
                body = self._ends_body(first, index)
                index += 1
                continue
            listed = self._listed(index, stop) if self.words[index] == "," else index
            if listed > index:
                index = listed
                break
            following = index + 1 + (self.page.lowered(index + 1) == "the")
            following += (
                following == index + 1 and self.page.lowered(following) in _FOREIGN and self.lower[index] in _FOREIGN
            )
            if self.page.tags[index] == "CD" and following < stop and self.page.capital(following):
                index += 1
                continue
            if following >= stop or not self.page.capital(following) or not self._inside_name(first, index):
                break
            index, body = following, False
        index -= index > first + 1 and self.words[index - 1] == "." and not self._keeps_stop(index, stop)
        index += index > first + 1 and self._named_with_mark(index)
        index += index < stop and self.counted(index - 1)
        return self.on_subject(self._noun_behind(index, stop), stop)

    def _keeps_stop(self, index: int, stop: int) -> bool:
        """Tell whether a stop before a token is the name's own: "of Roe Jr.", "of Acme Corp.|, said"."""
        before = self.lower[index - 2]
        goes_on = index < stop and (self.words[index] == "," or self.words[index].islower())
        return before in SUFFIXES or (before in COMPANIES and goes_on)

    def _ranked(self, index: int) -> bool:
        """Tell whether a rank and a name follow a field or a body: "director of Traffic Affairs | Major Ann Roe"."""
        before = self.lower[index - 1]
        ended = before in FIELDS or before in ORGANISATION_NOUNS or before in GOVERNING["charge"]
        ranked = self.lower[index] in self.roles.ranks or self.lower[index] in GOVERNING["seat"]
        return ended and ranked and self.office(index)

    def counted(self, index: int) -> bool:
        """Tell whether a number ends the name behind a token: "COP | 27", "Bakers Local | 12"."""
        known = self.page.capital(index) and self.lower[index] in GOVERNING["numbered"]
        return (known or self.words[index].isupper()) and self.page.word(index + 1).isdigit()

    def bracket(self, first: int, end: int, stop: int) -> int:
        """Take in a name's expansion in brackets: "of CEI (Italian Episcopal Conference)"."""
        if end + 2 >= stop or self.words[end] != "(" or not self.page.capital(end + 1):
            return end
        if self.words[end + 1].isupper() and self.words[end + 2] == ")" and self.full_name(end + 3, stop):
            return end + 3  # "of the State Farm Committee (SFC) | Ann Poe"
        several = sum(map(self.page.capital, range(first, end))) > _SEVERAL
        if self.page.bracketed(end + 1) and (several or not ORGANISATION_NOUNS.isdisjoint(self.lower[first:end])):
            return end + 3
        index = end + 1
        while index < stop and (self.page.part_of_name(index) or self.lower[index] in _SMALL):
            index += 1
        return index + 1 if index > end + 2 and index < stop and self.words[index] == ")" else end

    def on_subject(self, end: int, stop: int) -> int:
        """Take in what a committee is about, in small letters: "of the Senate committee | on health"."""
        if end + 1 >= stop or self.lower[end] != "on" or self.lower[end - 1] not in GOVERNING["deliberating"]:
            return end
        index = last = end + 1
        while index < min(stop, end + _BODY) and (self.page.tagged(index, _OWNED_WORD) or self.lower[index] == "and"):
            index += 1
            last = index if self.page.tagged(index - 1, _NOUN) else last
        return last if last > end + 1 else end

    def _named(self, first: int, index: int, stop: int) -> bool:
        """Tell whether a person's name follows a body's and the title goes before it: "chief of NAM | Ann Poe"."""
        whole = self.lower[index - 1] in ORGANISATION_NOUNS and index - 1 > first  # unlike "with Bank | Zorvo Roe"
        return (not self.behind_name or whole) and self.full_name(index, stop)

    def begins_person(self, index: int, stop: int) -> bool:
        """Tell whether a given name with a surname stands behind what is none: "mayor of Zorville | Ann Poe"."""
        before, word = self.lower[index - 1], self.lower[index]
        if (
            self.behind_name
            or len(before) == 1
            or before in _SAINTS
            or word in FIELDS
            or is_place((self.words[index],))
        ):
            return False
        if (word == "al" and before not in self.roles.heads) or word in GOVERNING["direction"]:
            return False
        given = given_names()
        if (word not in given and female_share(word) is None) or word in GOVERNING["landform"]:
            return False
        placed = is_place((self.words[index - 1],)) or self.page.lowered(index - 2) in GOVERNING["direction"]
        placed = placed or (
            before in GOVERNING["direction"] and self.page.capital(index - 2)
        )  # "MP for Zorvel North | Ann Poe"
        placed = placed or before in cities() or before in ORGANISATION_NOUNS or before in FIELDS
        placed = placed or (
            before in self.roles.offices and self.page.lowered(index - 2) == "the"
        )  # "to the Mayor | Al Poe"
        return (placed or not (before in surnames() or before in given)) and self.full_name(index, stop)

    def _named_with_mark(self, mark: int) -> bool:
        """Tell whether a possessive mark ends the name itself: "at Standard & | Poor's,"."""
        behind = self.page.word(mark + 1)
        return self.page.owns(mark) and not behind[:1].isalnum()

    def _ends_body(self, first: int, index: int) -> bool:
        """Tell whether a name can end with a token, so that a person's may begin behind it: "at NAM | Ann Poe"."""
        word = self.words[index]
        short = index == first and len(word) > 1 and word.isupper() and "." not in word
        field = index > first and (self.lower[index] in FIELDS or self.lower[index] in GOVERNING["numbered"])
        return short or field or self.lower[index] in ORGANISATION_NOUNS

    def _listed(self, comma: int, stop: int) -> int:
        """Return the end of a list in a body's name or a portfolio, the comma where it is none: "Media, and Sport"."""
        index, joined = comma, False
        while index < stop and not joined:
            comma_here = self.words[index] == ","
            joined = self.page.lowered(index + comma_here) in _AND
            start = index + comma_here + joined
            if start == index:
                return comma
            index = self._item(start, stop)
            if index == start:
                return comma
        return index if joined else comma

    def _item(self, first: int, stop: int) -> int:
        """Return the end of one of a list: capitals that are nobody's name, the first where there are none."""
        index = first
        while index < stop and self.page.capital(index) and self.lower[index] not in FUNCTION_WORDS:
            if self.lower[index] in self.page.surnames and self.lower[index] not in FIELDS:
                return first
            if index > first and self._ends_body(first, index - 1) and self.full_name(index, stop):
                break
            index += 1
        if index == first or self.lower[index - 1] in FIELDS:
            return index
        person = 1 < index - first <= _PERSON and self.lower[first] in given_names()
        person = person or not self.roles.heads.isdisjoint(self.lower[first:index])
        return first if person or self._holder(first, index) else index

    def _holder(self, first: int, end: int) -> bool:
        """Tell whether what may be a person's name has a title behind it: "…, and | Ann Poe, chief of Acme"."""
        office = end + 1 + (self.page.lowered(end + 1) == "the")
        named = 1 < end - first <= _PERSON and self.page.word(end) == ","
        return named and self.page.word(office).islower() and self.roles.is_head(self.lower[office])

    def _goes_on(self, index: int, stop: int) -> bool:
        """Tell whether a place is only the beginning of a name: "Norway's Parliament", "Farlow do Sul"."""
        if index >= stop:
            return False
        foreign = self.lower[index] in _FOREIGN and index + 1 < stop and self.page.capital(index + 1)
        if foreign or self.page.owns(index) or self.office(index) or self._team(index, stop) or self._named_on(index):
            return True
        if self.words[index].isdigit() and index + 1 < stop and self.page.capital(index + 1):
            return True  # "the Tulsa 2019 Games Committee"
        if self.lower[index] in ("and", "&") and index + 2 < stop and self.page.capital(index + 1):
            return self.page.capital(index + 2)  # "Iraq and Afghanistan Veterans"
        landform = self.lower[index] in GOVERNING["landform"] and self.page.capital(index)  # "Thames | Valley Water"
        return landform or self._reaches_body(index, stop)

    def _reaches_body(self, first: int, stop: int) -> bool:
        """Tell whether capitals end in the noun of a body: "Yukon | Culture and Tourism Association"."""
        index, last = first, min(stop, first + _REACH)
        while index < last:
            joins = first < index and self.lower[index] in _AND and self.page.capital(index + 1)
            if not (self.page.part_of_name(index) or self.page.owns(index) or joins):
                return False
            if self.lower[index] in ORGANISATION_NOUNS:
                return True
            index += 1
        return False

    def _named_on(self, index: int) -> bool:
        """Tell whether no other name follows the place: "Ann Poe, president of Peru | Mahila Sangh,"."""
        if not self.behind_name or self.lower[index] in self.roles.before_names:
            return False
        return self.page.capital_word(index) and self.page.touching(index - 1, index)

    def _team(self, index: int, stop: int) -> bool:
        """Tell whether one capital behind a place is no person: "owner of the South Dakota | Hornets"."""
        word = self.lower[index]
        if not self.page.capital_word(index) or not self.page.touching(index - 1, index):
            return False
        if word in self.roles.before_names or self.page.name_end(index, stop) != index + 1:
            return False
        return word not in surnames() and word not in self.page.surnames and word not in given_names()

    def office(self, index: int) -> bool:
        """Tell whether a capital begins the title of somebody in a complement: "adviser to Ohio | Gov. Al Roe"."""
        if not self.page.capital(index) or self.lower[index] not in self.roles.heading:
            return False
        name = index + 1 + (self.page.word(index + 1) == ".")
        return self.page.name_like(name) and self.page.joined(name - 1, name)

    def _same_person(self, first: int, index: int) -> bool:
        """Tell whether the title behind a body is another of its holder: "Speaker of the House | Rep. Ann Poe"."""
        styled = self.lower[index] in self.roles.short or self.lower[index] in GOVERNING["seat"]
        return styled and self.page.lowered(first - 1) == "the" and self.office(index)

    def _inside_name(self, first: int, index: int) -> bool:
        word = self.lower[index]
        if word == "of" or word in _FOREIGN or self.page.owns(index):
            return True
        purpose = word == "to" and self.lower[index - 1] in ORGANISATION_NOUNS  # "Committee to Preserve …"
        if purpose or (self.words[index] == "The" and index not in self.page.openers):  # "Debating The Donald"
            return True
        if word == "and" and self._joins_person(index + 1):  # "at the University of Farlow and | Ann Poe"
            return False
        joins = word in ("and", "&", "for", "on") and self._several(first, index)
        if joins or (word in ("and", "&") and self._body(index + 1)) or self._inner_article(first, index):
            return True
        return self._joins(word, first, index)

    def _several(self, first: int, index: int) -> bool:
        """Tell whether a name can have a small word, as it has the noun of a body or "of"."""
        return any(each == "of" or each in ORGANISATION_NOUNS for each in self.lower[first:index])

    def _joins(self, word: str, first: int, index: int) -> bool:
        """Tell whether "for" stands before what is no place, "and" behind a first word and before two capitals."""
        if word == "for" and self.page.capital(index + 1):
            return self.reader.leading_place(index + 1, min(len(self.words), index + _BODY)) == index + 1
        second = word == "and" and index == first + 1
        return second and self.page.capital(index + 1) and self.page.capital(index + 2)

    def _joins_person(self, index: int) -> bool:
        """Tell whether a given name and a surname stand behind "and", or capitals with a title behind them."""
        if self._titled_behind(index):
            return True
        given = self.page.lowered(index) in given_names() and self.page.capital(index)
        given = given and not (self.lower[index] in FIELDS or self.lower[index] in GOVERNING["direction"])
        given = given and not is_place((self.words[index],))
        return given and self.full_name(index, len(self.words))

    def _titled_behind(self, first: int) -> bool:
        """Tell whether capitals, a comma and the noun of a title begin at a token: "and | Zora Poe, president of"."""
        end = first
        while end <= first + _PERSON and self.page.capital(end) and self.lower[end] not in ORGANISATION_NOUNS:
            end += 1
        if not first + 1 < end <= first + _PERSON or self.page.word(end) != ",":
            return False
        opening = self.page.lowered(end + 1)
        begins = opening in DETERMINERS or opening in LEADS or opening in INNER or self.roles.carries(opening)
        return begins and any(map(self.roles.carries, self.lower[end + 1 : end + _BODY]))

    def _inner_article(self, first: int, index: int) -> bool:
        """Tell whether an article stands behind the first word of a name: "Keep | the | Faith"."""
        return self.lower[index] == "the" and index == first + 1 and self.page.capital(index + 1)

    def _body(self, first: int) -> bool:
        """Tell whether a run of capitals ends in the noun of a body: "and | Means Committee"."""
        end, last = first, min(len(self.words), first + _BODY)
        while end < last and self.page.capital(end) and self.page.touching(end - 1, end):
            end += 1
        small = end > first and self.page.lowered(end) in ORGANISATION_NOUNS and self.page.touching(end - 1, end)
        if small and (self.page.tagged(end + 1, _NOUN) or self.roles.carries(self.page.lowered(end + 1))):
            return False  # "Traffic and | Patrols office", unlike "Lima and | Peru police chief"
        return small or (end > first + 1 and self.lower[end - 1] in ORGANISATION_NOUNS)

    def full_name(self, index: int, stop: int) -> bool:
        """Tell whether a person's name follows a body's: "head of the Refugee Council | Ann Poe"."""
        end = index
        while end < stop and self.page.part_of_name(end):
            if self.lower[end] in ORGANISATION_NOUNS:
                return False
            end += 1
        word = self.page.lowered(index)
        if self.office(index) or word in INNER or word in GOVERNING["numbered"]:  # "Police | Station Ann Poe"
            return False
        if end - index == _PERSON and self.lower[index] not in given_names() and self.begins_person(index + 1, stop):
            return False  # "Social | Funds Ann Poe"
        return 1 < end - index <= 3  # noqa: PLR2004 - given name, middle name, surname

    def place_and_name(self, first: int) -> bool:
        """Tell whether a place and a person's name begin at a token: "in Cairo | Ann Poe"."""
        end = min(len(self.words), first + _BODY + _PERSON)
        place = self.reader.leading_place(first, end) if first < end else first
        return place > first and self.page.touching(place - 1, place) and self.full_name(place, end)

    def _noun_behind(self, index: int, stop: int) -> int:
        """Take in the common noun behind a name: "the Lombardy region", "the Sheriff's office"."""
        for _ in range(2):
            if index >= stop:
                break
            owned = self.page.owns(index)
            end = index if owned else self._body_behind(index, stop)
            if end > index and not self.page.owns(end):
                return end
            if end > index:  # "the Lima county assembly | 's health committee"
                index = end
                continue
            first = end = index + owned
            limit = min(stop, first + (_OWNED if owned else _BEHIND))
            while end < limit and (
                self._owned_word(end, limit)
                if owned
                else self.page.tagged(end, _NOUN) or self.page.of_office(end + 1)  # "Ohio attorney | general's office"
            ):
                end += 1
            while end > first and not (
                self.page.tagged(end - 1, _NOUN) or self.page.of_office(end) or (owned and self._body_noun(end - 1))
            ):
                end -= 1
            if end == first:
                break
            index = end
        return index

    def _body_behind(self, first: int, stop: int) -> int:
        """Return the end of a body's noun with adjectives behind a name: "the Commons | public accounts committee"."""
        index, last = first, min(stop, first + _OWNED)
        while index < last and self.page.touching(index - 1, index):
            joins = self.lower[index] == "and" and index > first  # "the Commons | work and pensions committee"
            if not joins and not self.page.tagged(index, _OWNED_WORD):
                break
            index += 1
            if self.lower[index - 1] in ORGANISATION_NOUNS and index > first + 1:
                return index
        return first

    def _body_noun(self, index: int) -> bool:
        """Tell whether a capital is the noun of a body: "India's ruling Janata | Party"."""
        return self.lower[index] in ORGANISATION_NOUNS and self.page.capital(index)

    def _owned_word(self, index: int, stop: int) -> bool:
        """Tell whether a word can stand in what a name owns: "Roe's | 2004 Democratic presidential campaign"."""
        if self.lower[index] == "and":  # "on Roe's 1996 | and 2000 campaigns", "Acme's legal | and tax committee"
            beside = all(self.page.tagged(each, _OWNED_WORD) for each in (index - 1, index + 1))
            return self.words[index - 1].isdigit() or (
                index + 2 < stop and beside and self.page.tagged(index + 2, _NOUN)
            )
        superlative = self.lower[index] == "most" and self.page.owns(index - 1)  # "Peru's | most powerful bank"
        return superlative or self.page.tagged(index, _OWNED_WORD) or self.page.tags[index] in _OWNED_NAME
