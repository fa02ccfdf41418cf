"""What stands right beside a phrase, as the patterns of the rules see it, and the tests that they name."""

from __future__ import annotations

from collections.abc import Callable

from attrs import define

from newskit import Title
from newskit.rules import Found, Vocabulary, Word
from newskit.text import closed_class, given_names, surnames
from newskit_titles.lexicon import (
    ADVERBS,
    CLOSERS,
    COUNTS,
    DEFINITE,
    DEMONYMS,
    DETERMINERS,
    GOVERNING,
    LEADS,
    PACKAGE,
    POSSESSIVES,
    POSTNOMINALS,
    SAID,
    STATES,
    SUFFIXES,
    is_place,
)
from newskit_titles.where import REACH, Place

_CLOSERS = CLOSERS | SAID | set(',.;:)([—–-?!"”') | {"''", "--"}
_QUOTES = frozenset(('"', "”", "''", "’"))
_DASHES = frozenset(("-", "–", "—", "--"))
_KIN = closed_class("kin")
_SUBORDINATE = frozenset(("after", "although", "as", "because", "before", "if", "once", "since", "when", "while"))
_OTHERS = DETERMINERS | {"other", "others", "several"}
_BEHIND_NAME = ADVERBS | _DASHES | {","}
_FINITE = frozenset(("VBD", "VBZ", "MD", "VBP", "VBN"))
_AFTER_NAME = frozenset((",", ".", ";", ")", "-", "–", "—", "("))
_AFTER_OPENING = frozenset(("VBD", "VBZ", "MD", "VBP", "RB"))
_PAST_OR_PRESENT = frozenset(("VBD", "VBZ"))
_INDEFINITE = frozenset(("a", "an"))
_AFTER_VERBS = frozenset(("VBD", "VBZ", "VBN", "MD", "IN"))
_IDENTIFIED = frozenset(("identified", "named"))
_AGE = 3
_MARKS = _DASHES | {",", ":"}
_MAX_RIGHT = 12


def _made(word: str) -> Word | None:
    if word.lower() in SUFFIXES:
        return Word("SUFFIX")
    return Word("AGE") if word.isdigit() and len(word) <= _AGE else None


WORDS = Vocabulary(PACKAGE, "words.txt", made=_made, made_classes=("AGE", "SUFFIX"))
MACROS = {"adverb": lambda: f"(?:{'|'.join(sorted(ADVERBS))})"}


@define(eq=False)
class Beside(Found):
    """A match round a phrase."""

    place: Place

    def whole(self) -> bool:
        """Tell whether the match has all words of the phrase."""
        return self.start <= self.place.phrase.start and self.place.phrase.end <= self.stop

    def opens(self) -> bool:
        """Tell whether the match begins the sentence."""
        return self.start == self.place.first

    def closed(self) -> bool:
        """Tell whether the title ends with the phrase: it has an article, or a mark, small word or verb is next."""
        place, end = self.place, self.place.phrase.end
        said = place.phrase.determiner and end < place.stop and self._acts(end)
        if said and not (self._named_first() or self._reduced(end)):
            return False  # "They met Ann Poe, the mayor said."
        if (
            place.phrase.determiner
            or end > place.phrase.after
            or end >= place.stop
            or self.tokens.lower[end] in _CLOSERS
        ):
            return True
        comma = self.tokens.words[place.phrase.start - 1] == ","
        return comma and self.tokens.words[end][0].islower() and place.page.tags[end] in _FINITE

    def _acts(self, index: int) -> bool:
        """Tell whether the verb of a sentence stands right behind a title: "They met Ann Poe, the mayor | left"."""
        return self.tokens.lower[index] in SAID or self.place.page.tags[index] in _AFTER_OPENING - {"RB"}

    def _named_first(self) -> bool:
        """Tell whether the name begins the sentence, or stands behind a quotation or a verb of speech."""
        page, first = self.place.page, self.start
        while first > max(self.place.first, self.start - REACH) and page.part_of_name(first - 1):
            first -= 1
        if first == self.place.first:
            return True
        led = page.words[first - 1] == "," and first - 2 == self.place.first  # "However, Ann Poe, a nurse said"
        return led or page.words[first - 1] in _QUOTES or page.lower[first - 1] in SAID

    def _reduced(self, index: int) -> bool:
        """Tell whether a participle stands behind an indefinite title: "Ann Poe, a clerk | accused of fraud"."""
        indefinite = self.place.phrase.determiner in _INDEFINITE and self.tokens.lower[index][-2:] == "ed"
        return indefinite and self.tokens.lowered(index + 1) in ("of", "by")

    def dateline(self) -> bool:
        """Tell whether a dash parts the place of a report from its first sentence: "LIMA — The mayor, …"."""
        page, start = self.place.page, self.place.phrase.start
        if page.word(start - 1) not in _DASHES:
            return False
        named = page.word(start - 2)
        begins = bool(self.place.phrase.determiner) and page.capital(start)
        return begins or is_place((named,)) or (named.isupper() and len(named) > 1)

    def letters(self) -> bool:
        """Tell whether the match begins with letters, the title before: "Ann Poe, | MD, a surgeon"."""
        return self.words[0].label == "HELD" and self.tokens.words[self.start] in POSTNOMINALS

    def name_behind(self) -> bool:
        """Tell whether the name behind is the holder's rather: "told the Herald, her adviser, | Ann Poe, said"."""
        page, phrase = self.place.page, self.place.phrase
        if phrase.set_off or self._speaking() or self._its_own():
            return True
        end, index = phrase.start - 1, phrase.end + 1
        if page.lowered(end) == "and" and phrase.determiner in POSSESSIVES and page.word(phrase.end) == ",":
            whole = page.lowered(index) in given_names() and page.name_like(index)
            return whole and page.name_end(index, min(self.place.stop, index + _MAX_RIGHT)) >= index + 2
        while page.lower[end] in _BEHIND_NAME:
            end -= 1
        if index >= self.place.stop or page.words[phrase.end] != "," or not page.capital(end):
            return False
        last = self.place.last
        if page.lower[index] in page.roles.address_forms and last is not None and last.kind == "before":
            return phrase.determiner == "the" and last.honorific  # "Mrs. Ann Poe, the clerk, | Mr. Al Roe, and others"
        if page.lowered(index) not in given_names() or not page.name_like(index):
            return False
        name = page.lower[end]
        name_end = page.name_end(index, min(self.place.stop, index + _MAX_RIGHT))
        whole = name_end >= index + 2 and not page.owns(name_end)  # "…, Hong Kong's top body"
        return whole and not (name in SUFFIXES or name in given_names() or name in surnames() or name in page.surnames)

    def _its_own(self) -> bool:
        """Tell whether a body's office has a styled name behind: "a jetty at Lima, its director, | Mr Al Roe, said"."""
        page, phrase = self.place.page, self.place.phrase
        styled = page.lowered(phrase.end + 1) in page.roles.before_names and page.capital(phrase.end + 1)
        return phrase.determiner == "its" and page.word(phrase.end) == "," and styled

    def _speaking(self) -> bool:
        """Tell whether what stands before the comma is a participle that begins the sentence: "Reacting, | a chief"."""
        word, first = self.tokens.lower[self.start], self.place.first
        alone = self.start == first and self.place.phrase.start == first + 2
        return alone and word.endswith("ing") and word not in surnames() and word not in given_names()

    def introduced(self) -> bool:
        """Tell whether a name in apposition may follow: an article, an owner, or a body's office at the beginning."""
        place, phrase = self.place, self.place.phrase
        page, last, before = place.page, place.last, phrase.start - 1
        if page.lowered(before) == "of" and page.lowered(before - 1) in _KIN and phrase.determiner in _INDEFINITE:
            end = page.name_end(phrase.end + 1, min(place.stop, phrase.end + _MAX_RIGHT))
            return page.word(end) == "," and page.lowered(end + 1) == "and"  # no "The son of | a baker, Ann Poe"
        again = last is not None and (last.kind, last.tie) == ("before", "apposition")
        again = again or (last is not None and (last.kind, last.tie) == ("alone", "none"))
        again = again and before > place.first and page.lower[before] == "and" and self._behind(last, before)
        led = page.lower[phrase.bare] in LEADS
        opening = phrase.end > phrase.after and (page.capital(phrase.head) or led) and phrase.bare == place.first
        opening = opening or self._of_body() or self._of_portfolio() or self._past() or self._inserted()
        opening = opening or self._begins_clause()
        opening = opening or page.lowered(phrase.bare - 1) == "whose"
        return bool(phrase.determiner) or again or opening or page.owned(phrase.bare, phrase.head)

    def _behind(self, last: Title | None, join: int) -> bool:
        """Tell whether a title ends right before a token, a name and a comma between where the name follows it."""
        return last is not None and (last.kind == "before" or last.span.end == self.place.page.ends[join - 1])

    def _past(self) -> bool:
        """Tell whether a former office is told of somebody: "his cousin and | former minister, Ann Poe,"."""
        page, phrase = self.place.page, self.place.phrase
        return page.lower[phrase.bare] == "former" and page.words[phrase.bare].islower()

    def _begins_clause(self) -> bool:
        """Tell whether a title begins a sentence, also behind "but", or is a body's behind a verb of speech."""
        page, phrase, first = self.place.page, self.place.phrase, self.place.first
        before = phrase.bare - 1
        opens = phrase.bare == first or (before == first and page.lower[first] in GOVERNING["conjunction"])
        led = phrase.bare < phrase.head and page.capital(phrase.bare)
        return (opens and (led or phrase.end > phrase.after)) or self._spoken(before)

    def _spoken(self, verb: int) -> bool:
        """Tell whether a verb of speech is right before a title: ""It is," explains | lead surveyor, Ann Poe."."""
        page = self.place.page
        quoted = verb > 0 and page.words[verb - 1] in _QUOTES and page.tags[verb] in _PAST_OR_PRESENT
        return page.lowered(verb) in SAID or quoted

    def _inserted(self) -> bool:
        """Tell whether an office and what it is of open a clause: "Asked why, | shadow minister for mines, …"."""
        page, phrase = self.place.page, self.place.phrase
        opens = page.word(phrase.start - 1) == "," and page.word(phrase.start - 2).islower()
        return opens and phrase.end > phrase.after and phrase.noun in page.roles.offices

    def _of_body(self) -> bool:
        """Tell whether an office has its body before it: "US Chargé d’Affaires, | Jessica Long", "PAHO director,"."""
        page, phrase = self.place.page, self.place.phrase
        return phrase.noun in page.roles.offices and phrase.bare < phrase.head and page.capital(phrase.bare)

    def _of_portfolio(self) -> bool:
        """Tell whether an office in capitals has what it is of behind it: "said | Minister of Mines, Kora Poe"."""
        page, phrase = self.place.page, self.place.phrase
        last, before = self.place.last, phrase.start - 2
        listed = last is not None and last.kind != "after" and last.span.end == page.ends[before]
        of_name = page.word(before + 1) == "," and page.capital(before) and not listed  # "Ann Poe, KC, | Chair of …"
        capitals = page.capital(phrase.bare) and page.capital(phrase.head)
        return phrase.end > phrase.after and capitals and not of_name

    def apposed(self) -> bool:
        """Tell whether a person's whole name stands behind the comma, and ends at a mark or the verb.

        A surname that the article has is enough between two commas, and a dash needs another.
        """
        page, first, stop = self.place.page, self.place.phrase.end + 1, self.place.stop
        index = self._past_people(first)
        if self._plain_job() and page.lowered(index) in page.roles.short_only:
            return False  # "They spoke of the baker, | Sen. Ann Poe"
        forms = page.roles.before_names | page.roles.ranks
        styled = page.lowered(index) in forms
        while page.lowered(index) in forms:
            index += 1 + (page.word(index + 1) == ".")
        end = page.name_end(index, min(stop, index + _MAX_RIGHT)) if index < stop else index
        closing = page.word(end)
        known = closing == "," and page.lowered(index) in page.surnames
        opens = self.place.phrase.start == self.place.first and self.place.phrase.determiner in _INDEFINITE
        if (
            opens and not styled and page.lowered(index) in page.surnames and end == index + 1
        ):  # "A former baker, | Poe | left"
            return end < stop and page.tags[end] in _AFTER_OPENING
        if end < index + 2 - (styled or known) or page.ends_body(end):
            return False
        if page.lowered(index) in STATES and page.word(index + 1) == ".":  # "a lawyer in Tulsa, | Okla."
            return False
        if page.word(first - 1) in _DASHES:
            return closing in _DASHES
        others = page.lowered(end) == "and" and page.lowered(end + 1) in _OTHERS  # "…, Ann Poe | and a crowd"
        ended = others or page.lowered(end) == "who"
        goes_on = end < stop and page.tags[end] in _AFTER_VERBS and not self._ends_clause()
        return end == stop or ended or page.words[end] in _AFTER_NAME or goes_on

    def _ends_clause(self) -> bool:
        """Tell whether the comma ends a clause before another's: "When it was told by the clerk, | Mr Poe left"."""
        agent = self.tokens.lowered(self.place.phrase.start - 1) == "by"
        return agent and self.tokens.lower[self.place.first] in _SUBORDINATE

    def _plain_job(self) -> bool:
        """Tell whether the title is no more than "the" and a job."""
        phrase = self.place.phrase
        bare = phrase.determiner == "the" and phrase.bare == phrase.head and phrase.end == phrase.after
        return bare and (phrase.noun in self.place.page.roles.plain_jobs or phrase.noun in GOVERNING["calling"])

    def _past_people(self, index: int) -> int:
        """Return the token behind an article and a people's name: "its producer, | the Peruvian | Ann Poe"."""
        people = index + (self.place.page.lowered(index) == "the")
        if people > index and self.place.page.lowered(people) in self.place.page.roles.before_names:
            return people  # "the Bishop of Farlow, | the | Rt Rev Al Roe"
        if people == index and is_place((self.place.page.word(people),)) and self.place.page.owns(people + 1):
            return people + 2  # "their chairman, | Peru's | Ann Poe"
        return people + 1 if people > index and self.place.page.lowered(people) in DEMONYMS else index

    def formerly(self) -> bool:
        """Tell whether a small title begins with "former" and ends at a mark."""
        page, phrase = self.place.page, self.place.phrase
        former = page.lower[phrase.bare] == "former" and not phrase.determiner and page.words[phrase.bare].islower()
        return former and (phrase.end >= self.place.stop or page.words[phrase.end] in _AFTER_NAME)

    def led_to(self) -> bool:
        """Tell whether what stands between the title and the name lets the one go before the other."""
        led = self.tokens.lower[self.place.phrase.end]
        named = self.tokens.lower[self.place.phrase.end + (led == ",")]
        between = self.tokens.lower[self.place.phrase.end : self.stop - 1]
        identified = between[-1:] == ["as"] and not _IDENTIFIED.isdisjoint(between)
        page, end = self.place.page, self.place.phrase.end
        if identified and page.owns(page.name_end(self.stop - 1, min(page.size, self.stop + _MAX_RIGHT))):
            return False  # "was named as | Ann Poe's killer"
        if identified or page.exemplified(end) or page.names_several(end):
            return True
        if led in _MARKS and not named.endswith("named"):
            return self._counted()
        if named.endswith("named"):
            return self.place.phrase.determiner not in DEFINITE
        return self.introduced() and self._predicated()

    def _counted(self) -> bool:
        """Tell whether a plural has a number before it, or a colon behind, and several names behind that."""
        page, phrase, stop = self.place.page, self.place.phrase, self.place.stop
        if self.tokens.lower[phrase.head] not in page.roles.plurals:
            return False
        before = page.lower[max(0, phrase.start - 2) : phrase.head]
        name = page.past_form(phrase.end + 1)
        end = self._past_bracket(page.name_end(name, min(stop, phrase.end + _MAX_RIGHT)), stop)
        several = page.lowered(end) in (",", "and", "&") and page.name_like(page.past_form(end + 1))
        counted = page.words[phrase.end] == ":" or not COUNTS.isdisjoint(before)
        owned = phrase.determiner in POSSESSIVES or page.owned(phrase.start, phrase.head)
        return several and (counted or (owned and page.lowered(name) in given_names()))

    def _past_bracket(self, index: int, stop: int) -> int:
        """Return the token behind a bracket, "GOALKEEPERS: Ann Poe | (Acme), Al Roe", the index where there is none."""
        words = self.tokens.words[index : min(stop, index + _MAX_RIGHT)]
        return index + words.index(")") + 1 if words[:1] == ["("] and ")" in words else index

    def _predicated(self) -> bool:
        """Tell whether a person's whole name is the predicate: "its owner was | Ann Poe,"."""
        page, stop = self.place.page, self.place.stop
        index = self.stop - 1
        end = page.name_end(index, min(stop, index + _MAX_RIGHT))
        named = page.lowered(index) in given_names() or page.lowered(end - 1) in page.surnames
        whole = named and end >= index + 2 and not page.ends_body(end)
        return whole and (end == stop or page.words[end] in _AFTER_NAME)

    def office(self) -> bool:
        """Tell whether the noun is of an office or a rank, and no surname: "Governor"."""
        noun = self.place.phrase.noun
        return noun in self.place.page.roles.offices_and_ranks and noun not in surnames()


TESTS: dict[str, Callable[[Beside], bool]] = {
    "opens": Beside.opens,
    "closed": Beside.closed,
    "dateline": Beside.dateline,
    "letters": Beside.letters,
    "name_behind": Beside.name_behind,
    "introduced": Beside.introduced,
    "apposed": Beside.apposed,
    "formerly": Beside.formerly,
    "led_to": Beside.led_to,
    "office": Beside.office,
}
"""The tests of the records by name."""
