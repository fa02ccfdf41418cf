"""Leftward: how far a title reaches to the left of its noun: modifiers, places, bodies, a possessor."""

from __future__ import annotations

from newskit.text import given_names
from newskit_titles.coordinated import Coordinated
from newskit_titles.lexicon import (
    ABBREVIATED_PLACES,
    ARTICLES,
    CALENDAR,
    COMPANIES,
    COPULAS,
    DETERMINERS,
    FUNCTION_WORDS,
    GOVERNING,
    INNER,
    LEADS,
    NUMBERS,
    ORGANISATION_NOUNS,
    PARTISANS,
    PARTY_NOUNS,
    is_place,
)
from newskit_titles.page import Page

_JOINS = frozenset(("of", "on", "and", "&", "for", "the"))
_MODIFYING = frozenset(("NN", "NNS", "JJ", "NNP", "JJS", "JJR"))
_PARTICIPLE = frozenset(("VBN", "VBG"))
_NOUN = frozenset(("NN", "NNS"))
_SURE_SUBJECT = frozenset(("NNS", "PRP"))
_SUBJECT = _NOUN | _SURE_SUBJECT | {"NNP", "NNPS"}
_AUXILIARIES = frozenset(("has", "had", "have"))
_FINITE = frozenset(("VB", "VBZ", "VBP"))
_BEFORE_VERB = frozenset(("MD", "WDT"))
_SEVERAL = frozenset(("NNS", "NNPS"))
_BEFORE_VERBAL = _NOUN | {"JJ", "RB"}
_AFTER_ADVERB = frozenset(("JJ", "VBN", "VBG"))
_PLAIN_ADJECTIVE = frozenset(("JJ", "JJS"))
_BEFORE_PARTY = _PLAIN_ADJECTIVE | _PARTICIPLE
_ADJECTIVE = frozenset(("JJ", "JJS", "VBG"))
_SUPERLATIVE = frozenset(("JJS", "RBS"))
_BEFORE_NAME = _ADJECTIVE | _PARTICIPLE
_BEFORE_PARTICIPLE = ARTICLES - {"one"}
_INDEFINITE = frozenset(("a", "an"))
_SUBJECT_FORMS = frozenset(("He", "I", "She", "They", "We", "Who", "he", "she", "they", "we", "who"))
_OWNERS = frozenset(("JJ", "NN", "VBN"))
_OWNING = frozenset(("'s", "'", "’"))
_STRIPPED = _JOINS | _OWNING
_AND = frozenset(("and", "&"))
_OPENING = frozenset("\"“‘'")
_COUNTED = GOVERNING["ward"] | GOVERNING["grade"]
_CAPITAL, _PEOPLE = GOVERNING["capital"], GOVERNING["people"]
_PREFIXED = ("ex-", "then-", "vice-")
"""How a modifier begins that belongs to the role: "vice-foreign | minister"."""
_MEASURED = ("-based", "-term", "-time")
"""How a modifier ends that says from where or how often: "a six-term | mayor"."""
_MAX_LEFT = 12
_YEAR = 4
_ORDINAL = frozenset(("st", "nd", "rd", "th"))
_BODY = 6


class Leftward(Coordinated):
    """Grows the role nouns of one article to the left."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.makes = self.public = self.apposed = self.seated = False
        """Whether the noun is of one who makes works, whose names may have any words, of an office no firm has, or of a
        seat, and whether a comma follows, behind which the holder may be named."""

    def grow(self, head: int, first: int) -> int:
        """Return the first token of a title: modifiers, names of places and organisations, a possessor."""
        index, lower, page = head, self.lower, self.page
        noun, limit = self.roles.base(lower[head]), self._limit(head, first)
        self.makes, self.seated = noun in GOVERNING["maker"], noun in GOVERNING["constituency"]
        self.apposed = page.word(head + 1) == ","
        self.public = noun in GOVERNING["public"] or noun in self.roles.honorifics
        index = page.portfolio(limit, head)
        while index > limit:
            before = index - 1
            word = lower[before]
            if word in _OWNING and page.owns(before):
                return self._possessor(before, limit)
            article = word in DETERMINERS
            if article and (word != "the" or index == head or page.lowered(before - 1) not in _JOINS):
                break
            if word == ")" and before - 3 >= limit and self._letter_of_name(before):
                index = before - 3
                continue
            if word == ")" and before - 2 > limit and page.bracketed(before - 1):
                index = before - 2
                continue
            if word == ",":
                if not self._list_of_fields(before, index):
                    city = self._city_and_state(before, limit)
                    return city if city < before else self._past_joins(index, head)
                index = before - 1
                continue
            farther = self._step(before, limit)
            if farther == index:
                break
            index = farther
        return self._ranking(self._past_joins(index, head), first)

    def _ranking(self, index: int, first: int) -> int:
        """Take in which holder of the office it is: "the | last | president"."""
        start = index
        while start > first and self.lower[start - 1] in GOVERNING["ranking"]:
            start -= 1
        told = 0 < start < index and self._determined(start - 1) and self.page.touching(start, index)
        return start if told and self.lower[index] not in ("year", "week", "month") else index

    def _limit(self, head: int, first: int) -> int:
        """Return the first token that a title may begin with: behind a function word that begins the sentence."""
        first += self.words[first] in _OPENING and first + 1 < head
        word, limit = self.lower[first], max(first, head - _MAX_LEFT)
        plain = word not in FUNCTION_WORDS or word in _CAPITAL or self.page.part_of_name(first)
        kept = plain and word not in GOVERNING["greeting"]
        ranked = self.page.capital(first + 1) or self.roles.carries(self.page.lowered(first + 1))
        kept = kept or (word in GOVERNING["ordinal"] and ranked)  # "First Minister Ann Poe", "First vice-president"
        return limit if kept or limit > first else min(first + 1, head)

    def _ends_sentence(self, stop: int) -> bool:
        """Tell whether a firm's stop ends the sentence, as no firm has such: "sued Acme Inc. | Senator Roe"."""
        return self.public and self.page.lowered(stop - 1) in COMPANIES and self.page.capital(stop + 1)

    def _letter_of_name(self, closing: int) -> bool:
        """Tell whether a bracket ends a name that it is written with: "JD(S)"."""
        opening = closing - 2
        joined = self.words[opening] == "(" and self.page.ends[opening - 1] == self.page.starts[opening]
        return joined and self.page.capital(opening - 1)

    def _past_joins(self, index: int, head: int) -> int:
        """Return the first token that is no "of", "and" or possessive mark."""
        while (
            index < head and self.lower[index] in _STRIPPED and (self.lower[index] in _JOINS or self.page.owns(index))
        ):
            index += 1
        return index

    def _step(self, before: int, limit: int) -> int:
        """Return the start of a title with the token ``before``, the token behind it where it does not belong."""
        index, word = before + 1, self.lower[before]
        if word == "based" and before - 2 >= limit and self.words[before - 1] == "-":
            return before - 2  # "D.C.-based": a full stop parts the word
        if (
            not self.page.joined(before, index)
            or (word in NUMBERS and not self.page.of_all(before))
            or (word == "&" and (self.lower[index] in INNER or self.roles.is_head(self.lower[index])))
            or word in GOVERNING["outside"]
            or (self.words[index] == "former" and self._named_before(before))
            or self.page.word(before - 1) in _SUBJECT_FORMS  # "they | cast | actor Ann Poe"
            or (word in GOVERNING["unit"] and self._tells_when(before))
            or (word == "." and self._ends_sentence(before))
            or (word.endswith("ed") and self._acts(before))
            or (word == "old" and self.page.lowered(before - 1) == "year")  # "a 40 year old | actress"
        ):
            return index
        if word[0].isdigit() and self._numbers(before, limit):
            return before
        if word in COPULAS and self.page.lowered(before - 1) in GOVERNING["passive"]:  # "Ann Poe was | elected | mayor"
            return index
        named = self.page.part_of_name(before) or self._paper(before)
        if named or self._joins(before, limit) or self.modifies(before, index):
            return before
        return before if word in _AND and self._both(before, limit) else index

    def _named_before(self, index: int) -> bool:
        """Tell whether a name ends before "former": "Ann Poe | former mayor", unlike "a Labour | former mayor"."""
        partisan = self.lower[index] in PARTISANS and self._determined(index - 1)
        return self.page.capital(index) and not partisan

    def _paper(self, index: int) -> bool:
        """Tell whether a day begins the name of a newspaper: "Sunday | Telegraph editor"."""
        behind = self.lower[index + 1] in GOVERNING["paper"] and self.page.capital(index + 1)
        return behind and self.lower[index] in CALENDAR and self.words[index][0].isupper()

    def _acts(self, index: int) -> bool:
        """Tell whether a participle is the verb of what stands before it: "the board | sacked | coach Ann Poe".

        Of a word that no list has only a plural or a pronoun is sure to be the subject: "Police fined driver Al Roe",
        unlike "the world renowned singer".
        """
        word, subject = self.lower[index], index - 1
        if index == 0 or not self.words[index].islower() or "-" in word or word in GOVERNING["adjective"]:
            return False
        if self.page.lowered(subject - 1) in _INDEFINITE:  # "a state | appointed administrator"
            return False
        tag = self.page.tags[subject]
        if self.lower[subject] in _AUXILIARIES:
            return True
        if word in LEADS:
            return tag in _SUBJECT and not is_place((self.words[subject],))
        return tag in _SURE_SUBJECT

    def _joins(self, join: int, limit: int) -> bool:
        """Tell whether a small word joins what stands before it to a title: a body's name, or a place of two."""
        word, index = self.lower[join], join + 1
        if word not in _JOINS or join <= limit:
            return False
        if word == "and" and is_place(self.words[join - 1 : join + 2]):  # "Bosnia | and | Herzegovina"
            return True
        if word == "and" and self.seated and self._opens_seat(join):
            return True
        led = word in _AND or (word == "of" and self.page.name_like(index + 1))
        noun = self.roles.is_head(self.lower[index]) and self.lower[index] not in self.roles.adjectival
        stacked = led and noun  # "the Senate and | President Ann Poe"
        return not stacked and self._organisation_before(join, limit)

    def _opens_seat(self, join: int) -> bool:
        """Tell whether a seat of two names begins the sentence: "Highlands | and | Islands MSP Ann Poe"."""
        first = join - 1
        opens = first in self.page.openers and self.page.capital(first) and self.page.capital(join + 1)
        return opens and self.lower[first] not in given_names() and self.lower[join + 1] not in PARTISANS

    def _numbers(self, index: int, limit: int) -> bool:
        """Tell whether a number belongs to a title: "Roe's | 1996 | campaign manager", "the | 7th | District chair"."""
        word, before = self.lower[index], index - 1
        ordinal = word[:-2].isdigit() and word[-2:] in _ORDINAL and self.lower[index + 1] != "century"
        levelled = "-" in word and word[-1].isalpha() and not word.endswith(("-old", "-born", "-year"))
        if levelled and index > 0:  # "a | 300-level | student"
            return self._determined(before)
        if before < limit:
            return ordinal and self.lower[index + 1] in GOVERNING["numbered"]
        if word.endswith("-year-old"):
            return self.page.owns(before)
        year = len(word) == _YEAR and word.isdigit()
        numbered = ordinal and self.lower[index + 1] in GOVERNING["numbered"]  # "Lima | 2nd District Rep. Ann Poe"
        if word.isdigit() and self.page.capital(before) and self.lower[before] in _COUNTED:
            return True  # "Ward | 3 | Councilwoman", "Grade | 6 | teacher"
        return numbered or ((year or ordinal) and (self._determined(before) or self.lower[before] in LEADS))

    def _tells_when(self, index: int) -> bool:
        """Tell whether a noun of time belongs to the clause: "last year | actor Ann Roe", but "a day trader"."""
        return self.page.lowered(index - 1) in GOVERNING["deictic"]

    def _city_and_state(self, comma: int, limit: int) -> int:
        """Return the start of a city and its state before a title, "Tulsa, Okla., | police officer", else ``comma``."""
        if self.words[comma] != ",":
            return comma
        state = comma - 1
        dotted = self.page.word(state) == "."
        state -= dotted
        if state - 2 < limit or self.words[state - 1] != ",":
            return comma
        written = self.words[state] + "." * dotted
        if not is_place((written,)) and written.casefold() not in ABBREVIATED_PLACES:
            return comma
        city = state - 2
        while city > limit and self.page.capital(city - 1) and self.page.touching(city - 1, city):
            city -= 1
        if city > limit and self.lower[city - 1] in GOVERNING["before_city"]:  # "at Annapolis, Md., | Admiral"
            return comma
        return city if self.page.capital(city) else comma

    def modifies(self, index: int, following: int) -> bool:
        """Tell whether a word belongs to the role behind it: by the lists, or a common noun or adjective."""
        word = self.lower[index]
        if word in _CAPITAL and self.words[index][0].isupper():
            return self.page.touching(index, following)
        if word == "under" and index > 0 and self.lower[following] in GOVERNING["portfolio"]:
            return self._determined(index - 1)  # "the | under | secretary of state"
        if word in INNER or word in LEADS or word.startswith(_PREFIXED) or word.endswith(_MEASURED):
            return word in LEADS or not self._governs(index)
        if self.words[following][0].isupper():
            return self._before_capital(index, following)
        if self.lower[following] in LEADS:  # "investigation | former Secretary of State"
            return self.page.tagged(index, _PLAIN_ADJECTIVE) or self._verbal(index, following)
        return self.page.tagged(index, _MODIFYING) or self._verbal(index, following)

    def _governs(self, index: int) -> bool:
        """Tell whether a word is the verb before a title: "will | feature | singer Poe", "polls | show | Sen. Poe"."""
        if index == 0 or not self.words[index].islower():
            return False
        tag, before = self.page.tags[index], self.page.tags[index - 1]
        shows = tag == "VBP" and before in _SEVERAL and self.lower[index] in GOVERNING["showing"]
        return shows or (tag in _FINITE and before in _BEFORE_VERB)

    def _verbal(self, index: int, following: int) -> bool:
        """Tell whether a participle, or an adverb before one or before an adjective, belongs to the role behind it."""
        if index == 0 or not self.words[index].islower():
            return False
        tag = self.page.tags[index]
        if tag in _PARTICIPLE:
            return self._before_participle(index - 1, tag)
        adverb = self.lower[index] == "most" or (tag == "RB" and self.lower[index] not in GOVERNING["intense"])
        qualified = self.page.tags[following] in _AFTER_ADVERB or self.lower[following] in LEADS  # "most | senior"
        return adverb and self._determined(index - 1) and qualified

    def _before_participle(self, index: int, tag: str) -> bool:
        """Tell whether a participle belongs to a title: "the | departing chief", "an early | learning teacher"."""
        if self._determined(index) or self.lower[index] == "chief":  # "chief | trading officer"
            return True
        superlative = tag == "VBN" and self.page.tags[index] in _SUPERLATIVE  # "their highest | paid driver"
        if index == 0 or not (superlative or self.page.tagged(index, _BEFORE_VERBAL)):
            return False
        led = self.lower[index - 1] in LEADS
        led = led or (tag == "VBN" and self.lower[index - 1] in _INDEFINITE)  # "a state | appointed administrator"
        return led or (self._determined(index - 1) and not self.page.tagged(index, _NOUN))

    def _before_capital(self, index: int, following: int) -> bool:
        """Tell whether a small word belongs to a title that goes on with a capital: "panel Chairman"."""
        if not self.words[index][0].islower():
            return False
        if self.lower[following] in PARTY_NOUNS:
            determined = self.page.lowered(index - 1) in _BEFORE_PARTICIPLE
            return determined and self.page.tagged(index, _BEFORE_PARTY)
        if self.roles.is_head(self.lower[following]):  # "polls | show | Sen. Poe ahead"
            return self.lower[index] in ORGANISATION_NOUNS and not self._governs(index)
        before = self.page.lowered(index - 1)
        if before in _BEFORE_PARTICIPLE:
            return self.page.tagged(index, _BEFORE_NAME)
        return before in LEADS and self.page.tagged(index, _ADJECTIVE)

    def _organisation_before(self, join: int, limit: int) -> bool:
        """Tell whether "of", "and" or "for" stands inside an organisation's name: "Bank of England governor"."""
        following = join + 1 + (self.lower[join + 1] == "the")
        if not self.page.capital(following):
            return False
        for index in range(join - 1, max(limit, join - _BODY) - 1, -1):
            if not self.page.capital(index):
                if self.lower[index] not in _JOINS:
                    return False
            elif self._styles(index):  # "Army | Gen. Al Roe and Navy Capt."
                return False
            elif self.makes or self.lower[index] in ORGANISATION_NOUNS or self._members(index, join):
                return True
        return False

    def _members(self, index: int, join: int) -> bool:
        """Tell whether a body is called by its members: "Bakers | of Peru's chief economist"."""
        named = index == join - 1 and self.lower[join] == "of" and self.page.capital(index - 1)
        return named and self.lower[index] in self.roles.plurals

    def _styles(self, index: int) -> bool:
        """Tell whether a form of address stands before a name: "Lord Farlow and", unlike "Lord of the Hills"."""
        return self.lower[index] in self.roles.before_names and self.lower[index + 1] != "of"

    def _possessor(self, mark: int, limit: int) -> int:
        index, page = mark, self.page
        while index > limit and (page.part_of_name(index - 1) and (index == mark or page.joined(index - 1, index))):
            index -= 1
        join = index - 1
        inside = join > limit and self.lower[join] in _JOINS
        both = inside and self._both(join, limit)  # "Customs | and | Immigration Union's president"
        if index < mark and inside and (both or self._organisation_before(join, limit) or self._apposed(join)):
            index = join  # "University of Zork's president"
            while index > limit and (page.part_of_name(index - 1) or self.lower[index - 1] in _JOINS):
                index -= 1
            while self.lower[index] in _JOINS:
                index += 1
            return index
        owner = page.lowered(index - 1)
        small = page.tagged(index - 2, _OWNERS)  # "the | royal family's spokesman"
        body = owner in ORGANISATION_NOUNS or (owner == "family" and not small)
        if index == mark and index > limit and body:
            common = self._common_owner(index - 1, limit)
            index = common if common < index - 1 and self.words[common].islower() else index - 1
            while index > limit and page.part_of_name(index - 1) and page.joined(index - 1, index):
                index -= 1
        elif index == mark and index > limit and self._of_kind(mark):
            index -= 1  # "they met | children's author Ann Poe"
            while index > limit and page.part_of_name(index - 1) and page.joined(index - 1, index):
                index -= 1
        elif index == mark and index - 1 >= limit + (not self.apposed) and page.tagged(index - 1, _NOUN):
            index = self._common_owner(index - 1, limit)
        return index if index < mark else mark + 1

    def _of_kind(self, mark: int) -> bool:
        """Tell whether a kind of people owns a title, or an office in small letters: "children's | author"."""
        people = self.words[mark - 1].islower() and self.lower[mark - 1] in _PEOPLE
        return people or (self.page.of_office(mark) and self.words[mark + 1].islower())

    def _apposed(self, join: int) -> bool:
        """Tell whether "of" with a capital before it begins an apposition: "Ann Poe, Voice | of | Hope's director"."""
        return self.lower[join] == "of" and self.page.capital(join - 1) and self.page.word(join - 2) == ","

    def _common_owner(self, noun: int, limit: int) -> int:
        """Return the start of a common noun that owns a title, without its article: "the | injured woman's lawyer"."""
        index = noun
        while index > limit and self.page.tagged(index - 1, _OWNERS):
            index -= 1
        return index if self.page.lowered(index - 1) in DETERMINERS else noun + 2
