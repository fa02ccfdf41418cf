"""Phrases: a role noun grown to the left, and to a second noun that "and" joins to it."""

from __future__ import annotations

from newskit.text import female_share, given_names, surnames
from newskit_titles.brackets import Brackets
from newskit_titles.forenames import Forenames
from newskit_titles.leftward import Leftward
from newskit_titles.lexicon import (
    DETERMINERS,
    FIELDS,
    FIXED,
    GOVERNING,
    INNER,
    LEADS,
    NUMBERS,
    ORGANISATION_NOUNS,
    PARTICLES,
    PARTY_NOUNS,
    POSSESSIVES,
    TAILS,
    TOP,
    is_place,
)
from newskit_titles.page import Page
from newskit_titles.phrase import Phrase

_NOUN = frozenset(("NN", "NNS"))
_CHARGED = _NOUN | {"JJ", "VBG"}
_QUOTES = frozenset("\"“”'‘’") | {"``", "''"}
_SECOND = 7
_ITEM = 5
_ACADEMIC = frozenset(("assoc", "asst", "associate", "assistant", "prof", "professor"))
_OFFICERS = frozenset(("CEO", "CFO", "CIO", "COO", "CTO"))
"""Letters behind which no name ends a title: "assistant | CEO"."""
_HEADS_OF_STATE = frozenset(("president", "king", "queen", "pope", "emperor", "emir", "governor", "premier"))


class Grower:
    """Grows the role nouns of one article to phrases."""

    def __init__(self, page: Page) -> None:
        self.page, self.words, self.lower, self.roles = page, page.words, page.lower, page.roles
        self.left, self.forenames, self.brackets = Leftward(page), Forenames(page), Brackets(page)

    def runs_on(self, head: int) -> bool:
        """Tell whether a role noun only leads to the next: "Chief Cabinet Secretary", "Lt. Gov."."""
        following = self.page.word(head + 1)
        if (following in _OFFICERS or following in self.roles.nouns) and self._leads_to_noun(head):
            return True
        if self.lower[head] == "chief" and self._chief_officer(head):
            return True
        word = self.lower[head]
        if word == "lord":
            return self.page.lowered(head + 1) in GOVERNING["lordly"] and self.page.touching(head, head + 1)
        return (word in self.roles.running or "-" in word) and self._leads_on(head)

    def _chief_officer(self, head: int) -> bool:
        """Tell whether "chief" and nouns lead to "officer": "Chief Wholesale Banking Officer"."""
        for index in range(head + 1, min(len(self.words), head + _SECOND)):
            if not self.page.joined(index - 1, index):
                return False
            if self.lower[index] == "officer":
                return index > head + 1
            if not ((self.page.capital(head) and self.page.capital(index)) or self.page.tagged(index, _CHARGED)):
                return False
        return False

    def _leads_on(self, head: int) -> bool:
        """Tell whether only words of a role stand between a role noun and the next."""
        roles = self.roles
        word = self.lower[head].removeprefix("then-").removeprefix("ex-")
        if word not in self.roles.running:
            return False
        capital = self.words[head].rpartition("-")[2][:1].isupper()
        index, last = head + 1, min(len(self.words), head + 5)
        while index < last:
            following = self.lower[index]
            before = self.lower[index - 1]
            if (following == "." and before in self.roles.short) or (following in ("and", "&") and before in FIELDS):
                index += 1
                continue
            if not self.page.joined(index - 1, index):
                return False
            if index == head + 1 and is_place((self.words[index],)):  # "chief | UK | economist"
                index += 1
                capital = index < last and self.words[index][0].isupper()
                continue
            if self.words[index][0].isupper() != capital:
                if word not in LEADS or index > head + 1:
                    return False
                capital = not capital  # "caretaker | Prime Minister"
            ranked = word in roles.short or word == "detective"  # "Detective | Sgt."
            if (ranked and following in roles.led_by_short) or (word not in roles.short and roles.carries(following)):
                return True
            if following not in INNER:
                return False
            index += 1
        return False

    def _leads_to_noun(self, head: int) -> bool:
        """Tell whether a small role noun only modifies the next: "a student | nurse"."""
        if not self.words[head][0].islower() or self.lower[head] not in self.roles.nouns:
            return False
        return self.words[head + 1] not in self.roles.adjectival and self.page.touching(head, head + 1)

    def grow(self, head: int, first: int, stop: int) -> Phrase | None:
        """Return the phrase of a role noun within the tokens ``first:stop``, None where it is no title."""
        noun = self.roles.base(self.lower[head])
        leads = FIXED.get(noun) or (TOP if noun in PARTY_NOUNS else None)
        led = leads is not None and head > first and self.lower[head - 1] in leads
        if leads is not None and not led and noun not in self.roles.nouns and noun not in self.roles.honorifics:
            return None
        if not led and self._is_form(head, stop):
            return self._short(head, first, stop)
        start = self.left.grow(head - 1 if led else head, first)
        if (
            self.forenames.has(head)
            or self._is_name(head, start)
            or self._inside_name(head)
            or self._of_cause(head)
            or (self.page.word(start - 1) == "The" and self._is_work(head, start, first))
        ):
            return None
        after = self._tail(head, stop)
        if noun in self.roles.qualifying and after == head + 1 < stop and self._qualifies(noun, start, head):
            return None
        phrase = Phrase(start, start, head, after, after, noun)
        phrase.second = self._second(phrase, stop)
        if phrase.second:
            phrase.end = phrase.second.end
        phrase.end = self.brackets.end(phrase, stop)
        opening = self._before_age(start, first) if self.page.lowered(start - 1).endswith("old") else start
        if opening > first and self.lower[opening - 1] in DETERMINERS:
            phrase.start, phrase.determiner = opening - 1, self.lower[opening - 1]
        self._styled(phrase, first)
        self.one_of(phrase, first)
        return phrase

    def _qualifies(self, noun: str, start: int, head: int) -> bool:
        """Tell whether a noun only modifies the next: "the general | election", "the top Republican | donor"."""
        after = head + 1
        if not self.page.touching(head, after) or (noun not in PARTY_NOUNS and self.page.capital(head)):
            return False
        capital = start == head and noun in self.roles.attributive and self.page.capital(after)
        capital = capital and self.page.tags[head][:2] == "JJ"
        return capital or self.page.tagged(after, _NOUN)

    def _is_work(self, head: int, start: int, first: int) -> bool:
        """Tell whether a capitalised article inside a sentence begins a name: "who owns | The Age Well Coach"."""
        article = start - 1
        if article <= first or not self.page.capital(head):
            return False
        if self.words[article - 1] in _QUOTES:  # "they called me 'The Poet.'"
            closing = head + 1 + (self.page.word(head + 1) in (".", ","))
            return self.page.word(closing) in _QUOTES
        return self.words[article - 1].islower() and article not in self.page.openers

    def _before_age(self, start: int, first: int) -> int:
        """Return where an age before a phrase begins, else the start of the phrase: "a | 55-year-old nurse"."""
        before = start - 1
        if before > first and self.lower[before].endswith("-year-old"):
            return before
        old = before - 1 > first and self.lower[before] in ("old", "year-old")
        if old and self.lower[before - 1].endswith("-year"):
            return before - 1
        years = old and before - 2 > first and self.lower[before - 1] in ("year", "-")
        return before - 2 if years and self.lower[before - 2].isdigit() else start

    def _is_name(self, head: int, start: int) -> bool:
        """Tell whether a capitalised noun is part of a name: "Tim Cook", "Mason Poe", "Department of Justice"."""
        if not self.page.capital(head):
            return self.lower[head] == "head" and self._is_body_part(head, start)
        if self.page.lowered(head - 1) == "of" and self.page.lowered(head - 2) in ORGANISATION_NOUNS:
            return self._ends_body(head)
        word, given = self.lower[head], given_names()
        follows = self.page.lowered(head + 1)
        if word in self.roles.plain_jobs and word in surnames():  # "Turner Broadcasting"
            first = follows.partition("-")[0]  # "Singer | Ellie-Mae Poe"
            known = first in given or (female_share(first) is not None and self.page.name_like(head + 2))
            return head not in self.page.openers or not (known or self._coordinated(head))
        behind_body = self.page.lowered(head - 1) in ORGANISATION_NOUNS  # "Zorvo Company | Sultan Poe"
        if start == head or (behind_body and word in self.roles.given):
            named = word in self.roles.given and follows not in self.roles.honorifics  # "the Amir | Sheikh Poe"
            return named and self.page.name_like(head + 1) and self.page.touching(head, head + 1)
        before = self.lower[head - 1]
        if self.page.name_like(head + 1) and self.page.touching(head, head + 1):
            return False
        return word in surnames() and before in given and self.page.capital(head - 1) and not is_place((before,))

    def _ends_body(self, head: int) -> bool:
        """Tell whether "of" and a noun end a body's name, unlike "the Government of | President Ann Poe"."""
        leads = self.lower[head] in _HEADS_OF_STATE and self.page.name_like(head + 1)
        return self.page.capital(head - 2) and not leads

    def _coordinated(self, head: int) -> bool:
        """Tell whether "and" joins a noun to another in small letters: "Singer | and actor Ann Poe"."""
        return self.page.lowered(head + 1) == "and" and self.page.word(head + 2) in self.roles.nouns

    def _inside_name(self, head: int) -> bool:
        """Tell whether a capital before such a noun is rather a name: "Mohd | Shah | Nurul", not "Saudi Sheikh"."""
        if self.lower[head] not in self.roles.within:
            return False
        before = self.page.lowered(head - 1)
        named = self.page.capital(head - 1) and self.page.touching(head - 1, head) and self.page.name_like(head + 1)
        led = before in INNER or before in LEADS or before in GOVERNING["style"]  # "HH | Sheikh | Ann Poe"
        return named and not (is_place((before,)) or led or self.roles.is_head(before))

    def _of_cause(self, head: int) -> bool:
        """Tell whether somebody only speaks for something: "a champion | of small towns", unlike "of Peru"."""
        join = self.page.lowered(head + 1)
        if self.lower[head] not in self.roles.contested or join not in ("of", "for"):
            return False
        return join == "for" or not self.page.capital(head + 2 + (self.page.lowered(head + 2) == "the"))

    def _is_body_part(self, head: int, start: int) -> bool:
        """Tell whether "head" is somebody's own: "her head"."""
        owned = start == head and self.page.lowered(head - 1) in POSSESSIVES
        before, behind = self.page.lowered(head - 1), self.page.word(head + 1)
        leads = (before, behind) == ("its", ",") and self.page.name_like(head + 2)
        return owned and not leads and self.page.lowered(head + 1) != "of"

    def _styled(self, phrase: Phrase, first: int) -> None:
        """Take in a form of address before the article: "His Highness the | Amir", "HH the | Crown Prince"."""
        style = phrase.start - 1
        if phrase.determiner != "the" or style < first or self.lower[style] not in GOVERNING["style"]:
            return
        if self.page.capital(style):
            phrase.start = style - (style > first and self.lower[style - 1] in POSSESSIVES)
            phrase.determiner = self.lower[phrase.start]

    def one_of(self, phrase: Phrase, first: int) -> None:
        """Take in "one of" before the phrase of a plural: "one of the family's lawyers", not "one of Mr"."""
        start, several = phrase.start, self.lower[phrase.head] in self.roles.plurals
        if several and start - 2 >= first and self.lower[start - 2 : start] == ["one", "of"]:
            phrase.start, phrase.determiner = start - 2, "one of"

    def _tail(self, head: int, stop: int) -> int:
        for rest in TAILS.get(self.roles.base(self.lower[head]), ()):
            end = head + 1 + len(rest)
            owner = self.page.owns(end)  # "a member | of Parliament's Trade Committee"
            if end <= stop and tuple(self.lower[head + 1 : end]) == rest and not owner:
                return end
        return self._rated(self._charged(head, stop), stop)

    def _charged(self, head: int, stop: int) -> int:
        """Return the end of what an officer of a firm is in charge of, without "of": "vice president | finance|,"."""
        field = head + 1
        if self.roles.base(self.lower[head]) not in GOVERNING["charged"] or self.page.lowered(field) not in FIELDS:
            return field
        end = field + 1
        if self.page.lowered(end) in ("and", "&") and self.page.lowered(end + 1) in FIELDS:
            end += 2
        same = self.page.capital(head) == self.page.capital(field)
        closed = end >= stop or self.page.word(end) in (",", ".", ")") or self.page.lowered(end) in ("at", "of")
        return end if same and closed else field

    def _rated(self, index: int, stop: int) -> int:
        """Return the end of the class of a rank that a token may begin: "Petty Officer | 2nd Class"."""
        rank = self.page.capital(index - 1) or self.words[index - 1] == "."
        ordinal = index + 1 < stop and self.lower[index] in GOVERNING["rate"] and rank
        return index + 2 if ordinal and self.words[index + 1] == "Class" else index

    def _is_form(self, head: int, stop: int) -> bool:
        """Tell an abbreviation or a form of address ("Dr. Poe", "Professor Poe") from a job ("a professor of law")."""
        word = self.roles.base(self.lower[head])
        before_name = self.page.capital(head) and head + 1 < stop and self.page.name_like(head + 1)
        if word in self.roles.jobs and not before_name:
            return False
        return word in self.roles.address_forms

    def _second(self, phrase: Phrase, stop: int) -> Phrase | None:
        """Read a second noun without an article behind "and": "police officer and Navy veteran"."""
        lower, join = self.lower, phrase.after
        form = phrase.noun in self.roles.forms and phrase.noun not in FIXED
        if join + 1 >= stop or form:
            return None
        if self.words[join] == "," and self._lists(phrase):
            return self._listed(join, stop)
        if lower[join] not in ("and", "&"):
            return None
        for index in range(join + 1, min(stop, join + _SECOND)):
            word = lower[index]
            if self.roles.is_head(word) and word not in PARTY_NOUNS and not self.runs_on(index):
                return self._joined(join, index, stop)
            inner = index + 1 < stop and word not in NUMBERS
            if not inner or not (self.left.modifies(index, index + 1) or self.page.part_of_name(index)):
                return None
        return None

    def _lists(self, phrase: Phrase) -> bool:
        """Tell whether a list of what one person is may begin: "a | lawyer, writer and activist"."""
        if self.lower[phrase.head] in self.roles.plurals or phrase.noun not in self.roles.offices_and_jobs:
            return False
        before = self.page.lowered(phrase.bare - 1)
        return before in ("a", "an", ",") or phrase.bare in self.page.openers

    def _listed(self, comma: int, stop: int) -> Phrase | None:
        """Return the phrase of the next of a list of nouns, of which "and" leads the last."""
        for index in range(comma + 1, min(stop - 1, comma + _ITEM)):
            noun = self.roles.base(self.lower[index])
            if noun in self.roles.offices_and_jobs and not self.runs_on(index):
                item = Phrase(comma + 1, comma + 1, index, index + 1, index + 1, noun)
                item.second = self._second(item, stop) if self.lower[index + 1] in ("and", "&") else None
                if self.words[index + 1] == ",":
                    item.second = self._listed(index + 1, stop)
                if item.second is None:
                    return None
                item.end = item.second.end
                return item
            if not self.left.modifies(index, index + 1):
                return None
        return None

    def _joined(self, join: int, index: int, stop: int) -> Phrase | None:
        """Return the phrase of a second noun behind a conjunction, None for a form of address before a name."""
        noun = self.roles.base(self.lower[index])
        if noun not in self.roles.offices_and_jobs or (self._is_form(index, stop) and self.page.capital(index)):
            return None
        if self.lower[index] in _HEADS_OF_STATE and self._of_another(join, index):
            return None
        cased = self.words[index][1:].islower() and self.page.capital(index)
        if cased and not self.page.capital(join - 1):  # "the prime minister and | Chancellor Poe"
            return None
        after = self._tail(index, stop)
        return Phrase(join + 1, join + 1, index, after, after, noun)

    def _of_another(self, join: int, index: int) -> bool:
        """Tell whether a head of state's title behind "and" is another's: "the Secretary and | President Poe"."""
        opening = join
        while opening > max(0, join - _SECOND) and self.page.capital(opening - 1):
            opening -= 1
        return self.page.lowered(opening - 1) == "the" and index == join + 1 and self.page.name_like(index + 1)

    def _short(self, head: int, first: int, stop: int) -> Phrase | None:
        """Take an abbreviated title or a form of address: a capital, the stop, and a name behind."""
        after, page, noun = self._tail(head, stop), self.page, self.roles.base(self.lower[head])
        if self.words[head].isupper() and noun in GOVERNING["cased"]:  # "CR Roe"
            return None
        if not self.words[head][-len(noun)].isupper():  # "then-Gov."
            return None
        if after < stop and self.words[after] == "." and page.ends[head] == page.starts[after]:
            after = self._rated(after + 1, stop)
        elif noun in self.roles.short_only:
            dotless = self.words[head].isupper() or len(self.words[head]) > 3  # noqa: PLR2004 - Rep, Sen, Gov, Gen
            name = self.page.lowered(after)
            named = name in given_names() or female_share(name) is not None or name in self.roles.address
            named = named or len(name) == 1  # "Supt | M. Poe"
            if (dotless and not named) or self.lower[head] in PARTICLES:  # "Del Toro"
                return None
        if after >= stop or not page.touching(after - 1, after) or not page.name_like(page.past_retired(after)):
            return None
        start = self._left_short(head, first) if noun in self.roles.address else self.left.grow(head, first)
        office = self.lower[after] in self.roles.offices and self.lower[after] not in surnames()
        if noun in self.roles.address and office and not (after + 1 < stop and page.name_like(after + 1)):
            return Phrase(start, start, after, after + 1, after + 1, self.lower[after], determiner=noun)
        return Phrase(start, start, head, after, after, noun, form=True)

    def _left_short(self, head: int, first: int) -> int:
        """Return the first token of a chain of abbreviations: "Rev. Dr.", "Assoc Prof Dr"."""
        start = head
        while start > first:
            stop = start - 2 >= first and self.words[start - 1] == "." and self.lower[start - 2] in self.roles.short
            led = self.lower[start - 1] in _ACADEMIC or self.lower[start - 1] in self.roles.address  # "Datuk | Dr"
            if not (stop or (led and self.page.capital(start - 1))):
                break
            start -= 1 + stop
        return start
