"""Complements: what a title takes to its right, "of X", "for X", "at X", "from X", "to X", "in X", "on X", "with X"."""

from __future__ import annotations

from newskit.text import cities
from newskit_titles.between import Between
from newskit_titles.bodies import Bodies
from newskit_titles.fields import COMPLEMENT, MARKS, Fields
from newskit_titles.kinds import KindNames
from newskit_titles.lexicon import (
    DETERMINERS,
    FIELDS,
    GOVERNING,
    INNER,
    KINDS,
    ORGANISATION_NOUNS,
    PARTISANS,
    SAID,
    TAKES,
)
from newskit_titles.page import Page
from newskit_titles.parts import Parts, Reader
from newskit_titles.phrase import Phrase
from newskit_titles.seats import Seats

_NOUN = frozenset(("NN", "NNS"))
_ADJECTIVE = frozenset(("JJ", "NN", "VBN", "VBG", "RB"))
_COMMON_AFTER = frozenset(("of", "at", "for", "to", "on"))
_SMALL = frozenset(("the", "of", "in", "a", "an", "and", "to", "for", "on"))
_OPENING, _CLOSING = frozenset(('"', "“", "``", "''")), frozenset(('"', "”", "''"))
DETERMINED = DETERMINERS - {"one", "this", "that"}
"""What may stand before a name in a complement."""
_IDLE = GOVERNING["idle"]
_CLOSERS = SAID | {"at", "for", "with", "who"}
_BESIDE = frozenset((",", "-", "–", "—"))
_ACTIVITY = _NOUN | {"VBG"}
_CHARGED = ("of", "for")
_EMPLOYED = frozenset(("at", "with"))
AT_THE_TIME = ["at", "the", "time"]
"""What ends a title that was held then: "the mayor at the time, Ann Poe,"."""
_TRAILING = ("of", "the")
_KIND = 4
_LETTERS = 3
MAX_RIGHT = 14
"""Most tokens of a complement."""
_MAX_WORK = 16
_MAX_BRACKET = 8
_MOST = 3
_ADJECTIVES = 2


class Complements:
    """Reads the complements of one article's titles."""

    def __init__(self, page: Page, reader: Reader) -> None:
        self.page, self.words, self.lower, self.reader, self.roles = page, page.words, page.lower, reader, page.roles
        self.bodies = Bodies(page, reader)
        self.fields, self.seats = Fields(page, self.bodies), Seats(page)
        self.between, self.kinds = Between(page, reader, self.bodies), KindNames(page, reader, self.bodies)

    def grow(self, phrase: Phrase, stop: int, parts: Parts) -> int:
        """Return the end of a title grown to its right, and add what it takes in to its parts."""
        noun, end = phrase.final.noun, phrase.end
        beside = self.page.word(phrase.start - 1) in _BESIDE
        self.bodies.behind_name = beside and self._behind_name(phrase.start - 2)
        for count in range(_MOST):
            first = count == 0 or self.lower[phrase.after] == "to"  # "assistant to the President | on mines"
            taken = end + 1 < stop and self._takes(noun, self.lower[end], end + 1, first=first, beside=beside)
            if not taken and not (end + 1 < stop and self.lower[end] == "in" and self._seated(phrase, end)):
                break
            last = self._complement(noun, end, stop, parts)
            if last == end:
                break
            end = last
        end = self._firm_behind(phrase, end, stop, parts)
        end = self.between.end(phrase, end, stop, parts)
        timed = self.lower[end : end + len(AT_THE_TIME)] == AT_THE_TIME and end + len(AT_THE_TIME) < stop
        return end + len(AT_THE_TIME) if timed and self.words[end + len(AT_THE_TIME)] in MARKS else end

    def posted(self, phrase: Phrase, stop: int, parts: Parts) -> None:
        """Take in the town where an officer is posted, without "of": "Deputy Commissioner | Lima | Ann Poe"."""
        town = phrase.end
        if phrase.noun not in GOVERNING["posted"] or town + 2 >= stop or not self.page.capital(town):
            return
        whole = self.page.name_end(town + 1, min(stop, town + MAX_RIGHT)) > town + 2
        if whole and self.page.touching(town - 1, town) and self.lower[town] in cities():
            phrase.end, parts.place = town + 1, parts.place or self.words[town]

    def _behind_name(self, index: int) -> bool:
        """Tell whether a token can end a holder's name: no body's letters or noun, "told Acme News, | Minister of"."""
        word = self.page.word(index)
        body = word.lower() in ORGANISATION_NOUNS or (word.isupper() and len(word) > 1)
        return self.page.part_of_name(index) and not body

    def _firm_behind(self, phrase: Phrase, end: int, stop: int, parts: Parts) -> int:
        """Take in the name behind a common noun that says what it is: "president of the industry's tracker | Zorvo"."""
        kind = parts.organization is None or self.words[end - 1].islower()
        kind = kind and (parts.organization is None or self.lower[end - 1] in KINDS)  # "of the Peruvian group | Zorvo"
        owned = self.bodies.behind_name and kind and phrase.after < end < stop
        if not owned or not self.words[phrase.head].islower() or not self.page.touching(end - 1, end):
            return end
        if not self.page.capital_word(end) or self.lower[end] in self.roles.heading:
            return end
        if self.roles.carries(self.words[end - 1]):  # "Ann Poe, a spokesman for singer | Al Roe"
            return end
        last = self.bodies.end(end, stop)
        parts.organization = self.reader.written(end, last)
        return self.bodies.bracket(end, last, stop)

    def _takes(self, noun: str, preposition: str, following: int, *, first: bool, beside: bool) -> bool:
        if preposition not in TAKES:
            return False
        nouns = TAKES[preposition]
        if nouns is None or noun in nouns:
            return preposition != "on" or first
        body = following + (self.lower[following] == "the")
        if preposition == "with":  # "Ann Poe, a nurse with the Tenants Union", but "met the mayor with Al Roe"
            return beside and (self.page.capital_word(body) or self.kinds.start(body, len(self.words)) > body)
        if preposition != "in":
            return False
        ministry = noun in self.roles.offices and self.page.capital(body) and self.lower[body] in ORGANISATION_NOUNS
        practised = beside and noun in self.roles.jobs and self._practised(following)
        if ministry or practised or self.bodies.place_and_name(body):  # "in the Ministry of Lands", "in Cairo Ann Poe"
            return True
        return (noun in self.roles.jobs and self.page.capital_word(following)) or self._sector(following) > following

    def _practised(self, first: int) -> bool:
        """Tell whether a field and a body stand behind "in": "a nurse in | palliative care at Acme"."""
        index = first
        while index < first + _KIND and self.page.tagged(index, COMPLEMENT):
            index += 1
        body = index + 1 + (self.page.lowered(index + 1) == "the")
        field = index > first and self.lower[index - 1] in FIELDS | GOVERNING["practised"]  # no "in dispute with Acme"
        return field and self.page.lowered(index) in _EMPLOYED and self.page.capital_word(body)

    def _seated(self, phrase: Phrase, join: int) -> bool:
        """Tell whether "in" says where an office is: behind its body or a name, "Ann Poe, a judge | in Ohio"."""
        first = join + 1 + (self.lower[join + 1] == "the")
        if not self.page.capital_word(first):
            return False
        owned = self.page.owned(phrase.bare, phrase.head)  # "was Zorvo's representative | in Lima"
        return owned or join > phrase.after or self.page.word(phrase.start - 1) in _BESIDE

    def _sector(self, first: int) -> int:
        """Return the end of a line of business behind "in", its start where none is: "in the private sector"."""
        if self.lower[first] != "the":
            return first
        for index in range(first + 1, min(len(self.words), first + 4)):
            if self.lower[index] in GOVERNING["sector"]:
                return index + 1
            if not self.page.tagged(index, COMPLEMENT):
                break
        return first

    def _complement(self, noun: str, join: int, stop: int, parts: Parts) -> int:
        preposition, first, limit = self.lower[join], join + 1, min(stop, join + MAX_RIGHT)
        quoted = self.words[first] in _OPENING and self.page.capital(first + 1)
        if preposition == "of" and (noun in GOVERNING["work"] or quoted):
            last = self._work(first, stop)
            if last > first:
                parts.role.append(self.reader.written(join, last) or "")
                return last
        sector = self._sector(first) if preposition == "in" else first
        if sector > first:
            parts.role.append(self.reader.written(join, sector) or "")
            return sector
        determined = self.lower[first] in DETERMINED
        first += determined
        if first >= limit or self.fields.reason(preposition, first):
            return join
        if preposition == "at" and self.lower[first] == "large":
            parts.role.append("at large")
            return first + 1
        named = self.kinds.start(first, limit)
        last = self.kinds.end(named, limit) if named > first else first
        if named == first:
            first = named = self.kinds.past_based(first, limit)
            last = self._object(noun, preposition, first, limit, determined=determined)
        last = self._trimmed(named, last)
        if last == first or self._titles(named, last, stop):
            return join
        last = self.seats.end(noun, last, stop) if preposition == "for" else last
        if self.lower[last - 1] in GOVERNING["kind_of_place"] and self.page.lowered(last) == "of":
            last = self.bodies.end(last + 1, stop) if self.page.capital(last + 1) else last
        if not self._goes_on(join, last, parts) and (self._charged(join, first) or not self._styled(first)):
            self.reader.govern(parts, noun, preposition, named, last, firm=named > first)
        return self.bodies.bracket(named, last, min(stop, last + _MAX_BRACKET))

    def _charged(self, join: int, first: int) -> bool:
        """Tell whether a complement is what an office is in charge of: "Minister of | Justice"."""
        return self.lower[join] in _CHARGED and self.lower[first] in FIELDS

    def _goes_on(self, join: int, last: int, parts: Parts) -> bool:
        """Add "of" and a name to the body of which it says what it is for: "head of Acme's centre | of excellence"."""
        noun, body = self.words[join - 1], parts.organization or ""
        if self.lower[join] != "of" or not noun.islower() or not body.endswith(f" {noun}"):
            return False
        parts.organization = f"{body} {self.reader.written(join, last)}"
        return True

    def _styled(self, first: int) -> bool:
        """Tell whether a form of address begins a complement: "aide to | Sen. Poe", unlike "director of | SEC"."""
        letters = self.words[first].isupper() and len(self.words[first]) == _LETTERS
        body = letters and self.page.word(first + 1) != "." and not self.page.name_like(first + 1)
        return self.page.capital(first) and self.lower[first] in self.roles.before_names and not body

    def _trimmed(self, first: int, end: int) -> int:
        """Return the end of a name without small words at its end: "in the Office | of the | First Lady Ann Poe"."""
        while end > first and self.lower[end - 1] in _TRAILING:
            end -= 1
        return end

    def _titles(self, first: int, end: int, stop: int) -> bool:
        """Tell whether a complement is the title of a person: "lawmaker from Prime Minister | Ann Poe's party"."""
        assists = self.lower[first - 2 : first] == ["to", "the"] and self.page.capital(first - 3)
        if assists or not all(word in INNER or self.roles.is_head(word) for word in self.lower[first:end]):
            return False
        if end >= stop or not self.page.capital(end - 1) or not self.page.name_like(end):
            return False
        word, beside = self.lower[end - 1], self.page.touching(end - 1, end)
        return beside and word in self.roles.offices and word not in FIELDS

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

    def _object(self, noun: str, preposition: str, first: int, stop: int, *, determined: bool) -> int:
        """Return the end of a complement: a field of work, a capitalised name, or a common noun."""
        field = (self.lower[first] in FIELDS or self.fields.led(first)) and not self.bodies.counted(first)
        if field and not determined and preposition not in _EMPLOYED:
            end = self.fields.end(first, stop)
            if (
                end == stop
                or not self.page.capital(end)
                or (self.page.capital(first) and not (self._longer(end, stop) or self.bodies.behind_name))
                or self.bodies.full_name(end, stop)
                or self.bodies.office(end)  # "on tourism | Senator Ann Poe"
            ):
                listed = self.fields.listed(noun, end, stop)
                return listed if listed > end else self._behind_fields(first, end, stop)
        if self.lower[first] in PARTISANS and first + 1 < stop and self.page.tagged(first + 1, COMPLEMENT):
            return self._partisan(first + 1, stop)
        if self._styled(first):
            name = first + 1 + (self.page.word(first + 1) == ".")
            return self.bodies.end(name, stop) if name < stop and self.page.name_like(name) else first
        name = self._past_adjectives(first, stop)
        body = name > first and self.lower[name - 1] in ORGANISATION_NOUNS  # "of the police | Ann Poe"
        if name < stop and self.page.capital_word(name) and not (body and self.bodies.full_name(name, stop)):
            end = self.bodies.end(name, stop)
            if name > first and self.lower[name - 1] in INNER and self.bodies.begins_person(name, stop):
                end = name  # "director of rugby | Ann Poe"
            return self.fields.listed(noun, end, stop) if self.lower[end - 1] in FIELDS else end
        if preposition not in _COMMON_AFTER or (preposition != "of" and not determined):
            return (
                self._activity(first, stop) if preposition in ("for", "in") or noun in GOVERNING["subject"] else first
            )
        return self._busy(preposition, first, self._common(first, stop))

    def _longer(self, index: int, stop: int) -> bool:
        """Tell whether a capital behind a field belongs to a body: "of Information | Systems at Acme"."""
        behind = index + 1
        return self.page.touching(index - 1, index) and behind < stop and self.lower[behind] in TAKES

    def _busy(self, preposition: str, first: int, end: int) -> int:
        """Return the end of a common noun phrase, its start where it is none: "at a rally", "of excluding Acme"."""
        idle = self.lower[first] in _IDLE or (preposition == "at" and self.lower[end - 1] in _IDLE)
        clause = end > first + 1 and self._verbal(first) and self.words[first + 1][0].isupper()
        clause = clause or (self.lower[first].endswith("ing") and self._has_object(first + 1))
        return first if idle or clause else end

    def _has_object(self, index: int) -> bool:
        """Tell whether an object begins at a token: "convicted a clerk of robbing | a shop"."""
        word = self.page.lowered(index)
        return word in DETERMINERS or word[:1].isdigit() or word in ("$", "£", "€")

    def _partisan(self, index: int, stop: int) -> int:
        """Return the end of what is a party's: "the Democratic | presidential candidate Ann Poe", "nomination"."""
        while index < stop and self.page.tagged(index, COMPLEMENT):
            index += 1
        named = index < stop and self.roles.is_head(self.lower[index - 1]) and self.page.name_like(index)
        return self.bodies.end(index, stop) if named else index

    def _past_adjectives(self, first: int, stop: int) -> int:
        """Return where the name behind small adjectives begins: "the libertarian | Acorn Institute"."""
        index, last = first, min(stop, first + _ADJECTIVES)
        if not any(self.page.capital_word(each) for each in range(first + 1, min(stop, last + 1))):
            return first
        while index < last and self._adjective(index):
            index += 1
        return index if index < stop and self.page.capital_word(index) else first

    def _adjective(self, index: int) -> bool:
        """Tell whether a word can stand before a name: "the tax-writing | Farlow Committee"."""
        adjective = self.page.tagged(index, _ADJECTIVE) and not self.roles.is_head(self.lower[index])
        return adjective and not self._verbal(index)

    def _verbal(self, index: int) -> bool:
        """Tell whether a word has an object rather than a noun behind it: "of | excluding"."""
        return self.page.tags[index] == "VBG" and "-" not in self.words[index]

    def _activity(self, first: int, stop: int) -> int:
        """Return the end of a field that the lists do not have: "associate for | education organizing"."""
        if not self.page.tagged(first, COMPLEMENT):
            return first
        return self._busy("at", first, self._common(first, stop))

    def _common(self, first: int, stop: int) -> int:
        """Return the end of a common noun phrase, its possessor and "of X": "the project's panel of experts"."""
        index = self.bodies.on_subject(self._and(first, self._noun_phrase(first, stop), stop), stop)
        if index > first and index < stop and self.page.owns(index):
            if index + 1 < stop and self.page.capital_word(index + 1):
                return self.bodies.end(index + 1, stop)
            owned = self._noun_phrase(index + 1, stop)
            index = owned if owned > index + 1 else index
        if index > first and index + 1 < stop and self.lower[index] == "of":
            inner = index + 1 + (self.lower[index + 1] in DETERMINERS)
            if inner < stop and self.page.capital_word(inner):
                return self.bodies.end(inner, stop)
            end = self._noun_phrase(inner, stop)
            if end > inner:
                return end
            return inner + 1 if inner < stop and self.page.tags[inner] == "CD" else index
        return index

    def _and(self, first: int, end: int, stop: int) -> int:
        """Take in a second noun behind "and" where the complement ends there: "of printing | and packaging"."""
        if end == first or end + 1 >= stop or self.lower[end] not in ("and", "&"):
            return end
        second, last = end + 1, min(len(self.words) - 1, end + 4)
        while second < last and self.page.tagged(second, COMPLEMENT):
            second += 1
        if second == end + 1 or self.roles.is_head(self.lower[second - 1]):
            return end
        return second if self.words[second] in MARKS or self.lower[second] in _CLOSERS else end

    def _noun_phrase(self, first: int, stop: int) -> int:
        index = first
        while index < min(stop, first + 4) and (
            self.page.tagged(index, COMPLEMENT)
            or "-" in self.words[index][1:]
            or self.page.tags[index] in ("NNP", "CD")
            or self.lower[index] in GOVERNING["ordinal"]
            or (self.page.tags[index] == "VBN" and self.page.tagged(index + 1, _NOUN))  # "of | applied research"
        ):
            titled = self.bodies.office(index)  # "of schools | Mr Poe", "on tourism | Senator Poe"
            if index > first and self.words[index - 1].islower() and (titled or self.bodies.full_name(index, stop)):
                break
            index += 1
        if first < index < stop - 1 and self.page.tags[index] == "VBZ" and self.words[index + 1] in MARKS:
            return index + 1  # "the news outlets," is no clause
        busy = self.bodies.behind_name and index > first and self.page.tags[index - 1] == "VBG"
        closed = self.page.word(index) in MARKS or self.page.lowered(index) in _CLOSERS
        if busy and closed:  # "of | merchandising | for Acme"
            return index
        while index > first and not (self.page.tagged(index - 1, _NOUN) or self.page.tags[index - 1] == "NNP"):
            index -= 1
        return index

    def _behind_fields(self, first: int, end: int, stop: int) -> int:
        """Take in a noun behind fields of work: "for education organizing"."""
        if end < stop and self.page.touching(end - 1, end) and self.page.tagged(end, _ACTIVITY):
            end += 1
        return self._and(first, end, stop)
