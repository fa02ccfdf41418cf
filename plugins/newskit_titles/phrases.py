"""Phrases: a role noun grown to the left, and to a second noun that "and" joins to it."""

from __future__ import annotations

from attrs import define, field

from newskit_titles.lexicon import (
    ABBREVIATED_PLACES,
    ADDRESS,
    DETERMINERS,
    FIXED,
    FORMS,
    FUNCTION_WORDS,
    GIVEN,
    HONORIFICS,
    INNER,
    JOBS,
    LEADS,
    NOUNS,
    NUMBERS,
    OFFICES,
    OFFICES_AND_JOBS,
    OFFICES_AND_RANKS,
    ORGANISATION_NOUNS,
    PARTICLES,
    PARTY_NOUNS,
    PLAIN_JOBS,
    RANKS,
    SHORT,
    SHORT_PLURALS,
    TAILS,
    TOP,
    TURNS,
    UNITS,
    base,
    given_names,
    is_head,
    is_place,
    surnames,
)
from newskit_titles.page import Page

_JOINS = frozenset(("of", "on", "and", "&", "for", "the"))
_MODIFYING = frozenset(("NN", "NNS", "JJ", "NNP", "JJS", "JJR"))
_PARTICIPLE = frozenset(("VBN", "VBG"))
_NOUN = frozenset(("NN", "NNS"))
_PLAIN_ADJECTIVE = frozenset(("JJ", "JJS"))
_PREPOSITIONS = frozenset(("in", "at", "near", "from", "to"))
_ADJECTIVE = frozenset(("JJ", "JJS", "VBG"))
_BEFORE_PARTICIPLE = frozenset(("a", "an", "the", "this", "that"))
_LED_BY_SHORT = SHORT | HONORIFICS | RANKS
_MAX_LEFT = 12
_BODY = 6
_SECOND = 7


@define
class Phrase:
    """A title by token indices: ``start`` with its article, ``bare`` without, ``head:after`` the noun, ``end``.

    ``second`` is the phrase of a noun that "and" joins to the first: "founder and | chief executive".
    """

    start: int
    bare: int
    head: int
    after: int
    end: int
    noun: str
    determiner: str = ""
    form: bool = False
    """An abbreviation or a form of address, which takes no complement."""
    second: Phrase | None = field(default=None)


class Grower:
    """Grows the role nouns of one article to phrases."""

    def __init__(self, page: Page) -> None:
        self.page, self.words, self.lower = page, page.words, page.lower

    def runs_on(self, head: int) -> bool:
        """Tell whether a role noun only leads to the next: "Chief Cabinet Secretary", "Lt. Gov."."""
        word = self.lower[head].removeprefix("then-").removeprefix("ex-")
        if word not in INNER and word not in SHORT and word not in LEADS:
            return False
        capital = self.words[head].rpartition("-")[2][:1].isupper()
        index, last = head + 1, min(len(self.words), head + 5)
        while index < last:
            following = self.lower[index]
            if following == "." and self.lower[index - 1] in SHORT:
                index += 1
                continue
            if not self.page.joined(index - 1, index):
                return False
            if index == head + 1 and not capital and is_place((self.words[index],)):  # "chief | UK | economist"
                index += 1
                continue
            if self.words[index][0].isupper() != capital:
                return False
            if following in _LED_BY_SHORT if word in SHORT else base(following) in NOUNS:
                return True
            if following not in INNER:
                return False
            index += 1
        return False

    def grow(self, head: int, first: int, stop: int) -> Phrase | None:
        """Return the phrase of a role noun within the tokens ``first:stop``, None where it is no title."""
        noun = base(self.lower[head])
        leads = FIXED.get(noun) or (TOP if noun in PARTY_NOUNS else None)
        led = leads is not None and head > first and self.lower[head - 1] in leads
        if leads is not None and not led and noun not in NOUNS and noun not in HONORIFICS:
            return None
        if not led and self._is_form(head, stop):
            return self._short(head, first, stop)
        start = self._left(head - 1 if led else head, first)
        if self._is_name(head, start):
            return None
        after = self._tail(head, stop)
        phrase = Phrase(start, start, head, after, after, noun)
        phrase.second = self._second(phrase, stop) if after == head + 1 or noun not in TAILS else None
        if phrase.second:
            phrase.end = phrase.second.end
        if start > first and self.lower[start - 1] in DETERMINERS:
            phrase.start, phrase.determiner = start - 1, self.lower[start - 1]
        self._one_of(phrase, first)
        return phrase

    def _is_name(self, head: int, start: int) -> bool:
        """Tell whether a capitalised noun is part of a person's name: "Tim Cook", "Mason Poe"."""
        if not self.page.capital(head):
            return False
        word, given = self.lower[head], given_names()
        follows = "".join(self.lower[head + 1 : head + 2])
        if word in PLAIN_JOBS and word in surnames():  # "Turner Broadcasting"
            return head not in self.page.openers or follows not in given
        if start == head:
            following = head + 1 < len(self.words) and self.page.name_like(head + 1)
            return word in GIVEN and following and self.page.touching(head, head + 1)
        before = self.lower[head - 1]
        if head + 1 < len(self.words) and self.page.name_like(head + 1) and self.page.touching(head, head + 1):
            return False
        return word in surnames() and before in given and self.page.capital(head - 1) and not is_place((before,))

    def _one_of(self, phrase: Phrase, first: int) -> None:
        """Take in "one of" before the phrase of a plural: "one of the family's lawyers"."""
        start = phrase.start
        if start - 2 >= first and self.lower[start - 2 : start] == ["one", "of"]:
            phrase.start, phrase.determiner = start - 2, "one of"

    def _tail(self, head: int, stop: int) -> int:
        for rest in TAILS.get(base(self.lower[head]), ()):
            end = head + 1 + len(rest)
            if end <= stop and tuple(self.lower[head + 1 : end]) == rest:
                return end
        return head + 1

    def _is_form(self, head: int, stop: int) -> bool:
        """Tell an abbreviation or a form of address ("Dr. Poe", "Professor Poe") from a job ("a professor of law")."""
        word = self.lower[head]
        if word in JOBS and (not self.page.capital(head) or head + 1 >= stop or not self.page.name_like(head + 1)):
            return False
        return word in SHORT or word in SHORT_PLURALS or (word in HONORIFICS and word not in OFFICES_AND_RANKS)

    def _second(self, phrase: Phrase, stop: int) -> Phrase | None:
        """Read a second noun without an article behind "and": "police officer and Navy veteran"."""
        lower, join = self.lower, phrase.after
        form = phrase.noun in FORMS and phrase.noun not in FIXED
        if join + 1 >= stop or lower[join] not in ("and", "&") or form:
            return None
        for index in range(join + 1, min(stop, join + _SECOND)):
            word = lower[index]
            if is_head(word) and word not in PARTY_NOUNS and not self.runs_on(index):
                return self._joined(join, index, stop)
            inner = index + 1 < stop and word not in NUMBERS
            if not inner or not (self._modifies(index, index + 1) or self.page.part_of_name(index)):
                return None
        return None

    def _joined(self, join: int, index: int, stop: int) -> Phrase | None:
        """Return the phrase of a second noun behind a conjunction, None for a form of address before a name."""
        noun = base(self.lower[index])
        if noun not in OFFICES_AND_JOBS or (self._is_form(index, stop) and self.page.capital(index)):
            return None
        after = self._tail(index, stop)
        return Phrase(join + 1, join + 1, index, after, after, noun)

    def _short(self, head: int, first: int, stop: int) -> Phrase | None:
        """Take an abbreviated title or a form of address: a capital, the stop, and a name behind."""
        after, page = head + 1, self.page
        if not self.words[head][0].isupper():
            return None
        if after < stop and self.words[after] == "." and page.ends[head] == page.starts[after]:
            after += 1
        elif self.lower[head] in SHORT and self.lower[head] not in HONORIFICS and self.lower[head] not in NOUNS:
            dotless = self.words[head].isupper() or len(self.words[head]) > 3  # noqa: PLR2004 - Rep, Sen, Gov, Gen
            if dotless or self.lower[head] in PARTICLES:  # "Del Toro"
                return None
        if after >= stop or not page.name_like(after) or not page.touching(after - 1, after):
            return None
        noun = self.lower[head]
        start = self._left_short(head, first) if noun in ADDRESS else self._left(head, first)
        office = self.lower[after] in OFFICES and self.lower[after] not in surnames()
        if noun in ADDRESS and office and not (after + 1 < stop and page.name_like(after + 1)):
            return Phrase(start, start, after, after + 1, after + 1, self.lower[after], determiner=noun)
        return Phrase(start, start, head, after, after, noun, form=True)

    def _left(self, head: int, first: int) -> int:
        """Return the first token of a title: modifiers, names of places and organisations, a possessor."""
        index, lower, page = head, self.lower, self.page
        limit = max(first, head - _MAX_LEFT)
        if limit == first and self.lower[first] in FUNCTION_WORDS:
            limit = min(first + 1, head)
        while index > limit:
            before = index - 1
            if self.page.owns(before):
                return self._possessor(before, limit)
            state = self._city_and_state(before, limit)
            if state < before:
                return state
            based = lower[before] == "based" and before - 2 >= limit and self.words[before - 1] == "-"
            if based:  # "D.C.-based": a full stop parts the word
                index = before - 2
                continue
            if not page.joined(before, index) or lower[before] in NUMBERS or self._tells_when(before):
                break
            joins = lower[before] in _JOINS and before > limit and self._organisation_before(before, limit)
            if not (joins or self._modifies(before, index) or page.part_of_name(before) or self._both(before, limit)):
                break
            index = before
        while index < head and (lower[index] in _JOINS or self.page.owns(index)):
            index += 1
        return index

    def _tells_when(self, index: int) -> bool:
        """Tell whether a noun of time belongs to the clause: "last year | actor Ann Roe", but "a day trader"."""
        return self.lower[index] in UNITS and index > 0 and self.lower[index - 1] in TURNS

    def _both(self, join: int, limit: int) -> bool:
        """Tell whether "and" joins two fields of work: "interior and overseas minister"."""
        fields = join > limit and self.lower[join - 1] in INNER and self.lower[join + 1] in INNER
        return fields and self.lower[join] in ("and", "&")

    def _city_and_state(self, comma: int, limit: int) -> int:
        """Return the start of a city and its state before a title, "Tulsa, Okla., | police officer", else ``comma``."""
        if self.words[comma] != ",":
            return comma
        state = comma - 1
        dotted = self.words[state] == "."
        state -= dotted
        written = [self.words[state] + "." * dotted]
        known = is_place(written) or written[0].casefold() in ABBREVIATED_PLACES
        if state - 2 < limit or self.words[state - 1] != "," or not known:
            return comma
        city = state - 2
        while city > limit and self.page.capital(city - 1) and self.page.touching(city - 1, city):
            city -= 1
        if city > limit and self.lower[city - 1] in _PREPOSITIONS:  # "at Annapolis, Md., | Admiral"
            return comma
        return city if self.page.capital(city) else comma

    def _left_short(self, head: int, first: int) -> int:
        """Return the first token of a chain of abbreviations: "Rev. Dr."."""
        start = head
        while start - 2 >= first and self.words[start - 1] == "." and self.lower[start - 2] in SHORT:
            start -= 2
        return start

    def _modifies(self, index: int, following: int) -> bool:
        """Tell whether a word belongs to the role behind it: by the lists, or a common noun or adjective."""
        word = self.lower[index]
        if word in INNER or word in LEADS or word.startswith(("ex-", "then-")) or word.endswith("-based"):
            return True
        if self.words[following][0].isupper():
            return self._before_capital(index, following)
        if self.lower[following] in LEADS:  # "investigation | former Secretary of State"
            return self.page.tagged(index, _PLAIN_ADJECTIVE)
        if self.page.tagged(index, _MODIFYING):
            return True
        determined = index > 0 and self.lower[index - 1] in _BEFORE_PARTICIPLE
        return determined and self.page.tagged(index, _PARTICIPLE)

    def _before_capital(self, index: int, following: int) -> bool:
        """Tell whether a small word belongs to a title that goes on with a capital: "panel Chairman"."""
        if not self.words[index][0].islower():
            return False
        if self.lower[following] in PARTY_NOUNS:
            determined = index > 0 and self.lower[index - 1] in _BEFORE_PARTICIPLE
            return determined and self.page.tagged(index, _PLAIN_ADJECTIVE)
        if is_head(self.lower[following]):
            return self.lower[index] in ORGANISATION_NOUNS
        before = self.lower[index - 1] if index else ""
        return (before in _BEFORE_PARTICIPLE or before in LEADS) and self.page.tagged(index, _ADJECTIVE)

    def _organisation_before(self, join: int, limit: int) -> bool:
        """Tell whether "of", "and" or "for" stands inside an organisation's name: "Bank of England governor"."""
        following = join + 1 + (self.lower[join + 1] == "the")
        if not self.page.capital(following):
            return False
        return any(
            self.lower[index] in ORGANISATION_NOUNS and self.page.capital(index)
            for index in range(max(limit, join - _BODY), join)
        )

    def _possessor(self, mark: int, limit: int) -> int:
        index, page = mark, self.page
        while index > limit and (page.part_of_name(index - 1) and (index == mark or page.joined(index - 1, index))):
            index -= 1
        if index == mark and index > limit and self.lower[index - 1] in ORGANISATION_NOUNS:
            index -= 1
            while index > limit and page.part_of_name(index - 1) and page.joined(index - 1, index):
                index -= 1
        elif (
            index == mark
            and index - 1 > limit
            and self.lower[index - 2] in DETERMINERS
            and page.tagged(index - 1, _NOUN)
        ):
            index -= 1
        return index if index < mark else mark + 1
