"""Titles that stand alone: "the Taliban spokesperson", "Judge frees …", "Governor, …"."""

from __future__ import annotations

from newskit.text import given_names, surnames
from newskit_titles.lexicon import (
    CLOSERS,
    COPULAS,
    DEFINITE,
    FIXED,
    FUNCTION_WORDS,
    GOVERNING,
    LEADS,
    PARTY_NOUNS,
    SAID,
    SPEECH,
    is_place,
)
from newskit_titles.page import Page
from newskit_titles.phrase import Phrase
from newskit_titles.placing import foreseen_as

_FUNCTION_WORDS = FUNCTION_WORDS - GOVERNING["attributive"]
_FORESEEN = GOVERNING["foreseen"]
_VERBS_BEHIND = GOVERNING["verb"] | COPULAS | SPEECH
_SEATS = GOVERNING["seat_of"]
_MODIFIED = frozenset(("NN", "NNS", "JJ"))
_VERBS = frozenset(("VBD", "VBZ", "MD", "VBP"))
_QUOTED = frozenset((",", "”", '"', "''"))


class Alone:
    """Tells which phrases of one article are titles without a name beside them."""

    def __init__(self, page: Page) -> None:
        self.page, self.words, self.lower, self.roles = page, page.words, page.lower, page.roles
        sentences = page.doc.sentences
        self._headline_end = sentences[0].tokens.stop if sentences else 0

    def stands_alone(self, phrase: Phrase, first: int, stop: int) -> bool:
        """Tell whether a phrase is a title without a name beside it."""
        noun = phrase.noun
        onward = noun == "forward" and self.page.lowered(phrase.head - 1) in GOVERNING["onward"]  # "the way forward"
        if onward or (noun not in self.roles.nouns and noun not in PARTY_NOUNS and noun not in FIXED):
            return False
        if self._part_of_name(phrase, stop) or self._modifies(phrase, stop) or self._foreseen(phrase, first):
            return False
        if self._named_body(phrase) or self._paper(phrase) or self._is_person(phrase, stop):
            return False
        if phrase.determiner:
            told = phrase.bare < phrase.head or phrase.determiner in DEFINITE or self._introduced(phrase, first, stop)
            return (noun in self.roles.offices_and_ranks or told) and not self._surname(phrase)
        if noun in self.roles.honorifics and self.page.capital(phrase.head) and self.page.owns(phrase.head - 1):
            return False
        return self._bare(phrase, first, stop)

    def _introduced(self, phrase: Phrase, first: int, stop: int) -> bool:
        """Tell whether a job is the subject that the first sentence introduces: "A baker who … has", "A baker was"."""
        if phrase.start > first or phrase.start >= self._headline_end or phrase.end >= stop:
            return False
        following = self.lower[phrase.end]
        return following in ("who", "whose", "has", "was") or (
            following not in COPULAS and self.page.tags[phrase.end] in _VERBS
        )

    def _surname(self, phrase: Phrase) -> bool:
        """Tell whether a noun is rather a surname: "that King said"."""
        lone = phrase.bare == phrase.head and phrase.end == phrase.head + 1 and self.page.capital(phrase.head)
        return lone and phrase.determiner in ("this", "that")

    def _is_person(self, phrase: Phrase, stop: int) -> bool:
        """Tell whether a noun is the surname behind a given name, in a text in small letters: "Helen Abbot sells"."""
        first, end = phrase.bare, phrase.end
        named = first == phrase.start == phrase.head - 1 and end == phrase.head + 1 and self.page.capital(phrase.head)
        if not named or self.lower[first] not in given_names() or (end < stop and self.page.capital(end)):
            return False
        return (
            self.page.capital(first)
            and not is_place(self.words[first:end])
            and not is_place(self.words[first : end - 1])
        )

    def _part_of_name(self, phrase: Phrase, stop: int) -> bool:
        """Tell whether a capital follows a capital: "the General Assembly"."""
        end, page = phrase.end, self.page
        return end < stop and page.capital(end) and page.capital(phrase.head) and page.touching(end - 1, end)

    def _named_body(self, phrase: Phrase) -> bool:
        """Tell whether an office is only a body: "the mayor's office", "the Office of the Ombudsman"."""
        page, end = self.page, phrase.end
        lone = end == phrase.head + 1 and (phrase.bare == phrase.head or page.capital(phrase.head))
        if lone and phrase.noun in GOVERNING["branch"]:
            return True
        if phrase.noun in self.roles.honorifics and end > phrase.after and page.ends_body(end):
            return True  # "the Prince of Zorvel Museum"
        owned = end - 1 if self.lower[end - 1] in _SEATS else end + 1  # "the Mayor of Lima's | office"
        if page.owns(owned - 1) and page.lowered(owned) in _SEATS:
            return True
        inside = self.lower[phrase.bare] in _SEATS and page.lowered(phrase.bare + 1) == "of"
        return inside or (page.lowered(phrase.start - 1) == "of" and page.lowered(phrase.start - 2) in _SEATS)

    def _paper(self, phrase: Phrase) -> bool:
        """Tell whether a job in capitals is rather a paper: "the Lima Reporter", unlike "the Lima reporter"."""
        named = all(map(self.page.capital, range(phrase.bare, phrase.head + 1)))
        lone = phrase.bare == phrase.head or not named or self.lower[phrase.bare] in LEADS
        return not lone and phrase.noun in self.roles.plain_jobs and phrase.determiner == "the"

    def _bare(self, phrase: Phrase, first: int, stop: int) -> bool:
        office = phrase.noun in self.roles.offices
        joined = self.page.lowered(phrase.end) == "and" and self.page.capital(phrase.end + 1)
        if office and phrase.end > phrase.after and (phrase.bare > first or joined):
            return True
        if self.page.owned(phrase.bare, phrase.head) and (office or self.page.capital(phrase.bare)):
            return True
        if office and self._clause_subject(phrase, first, stop):
            return True
        return self._bare_subject(phrase, first, stop) or self._in_headline(phrase, stop)

    def _clause_subject(self, phrase: Phrase, first: int, stop: int) -> bool:
        """Tell whether a clause begins with an office in capitals: "after | Prime Minister | said", "…," Mayor said."""
        before = phrase.bare - 1
        if before < first or phrase.end >= stop or self.page.tags[phrase.end] not in _VERBS:
            return False
        said = self.words[before] in _QUOTED and self.lower[phrase.end] in SAID
        opens = said or self.lower[before] in GOVERNING["conjunction"]
        capitals = all(map(self.page.capital, range(phrase.bare, phrase.end)))
        return opens and capitals and phrase.noun not in self.roles.given and phrase.noun not in surnames()

    def _in_headline(self, phrase: Phrase, stop: int) -> bool:
        """Tell whether the first sentence, mostly a headline, has an office and its body without an article."""
        if phrase.noun not in self.roles.offices or phrase.end > self._headline_end or phrase.bare == phrase.head:
            return False
        ends = phrase.end == self._headline_end
        if ends and self.page.word(phrase.bare - 1) == ":":  # "Prices fall: | trade minister"
            return True
        return self.page.capital(phrase.bare) and (phrase.end >= stop or not self.words[phrase.end][0].isalpha())

    def _modifies(self, phrase: Phrase, stop: int) -> bool:
        """Tell whether the noun only modifies the next: "the general election", "his delegate lead"."""
        index, page = phrase.end, self.page
        if index >= stop or phrase.end > phrase.after or phrase.noun in FIXED or not page.touching(index - 1, index):
            return False
        word = self.lower[index]
        if word in CLOSERS or word in _VERBS_BEHIND or not word.isalpha() or word.endswith("ed"):
            return False
        bare = phrase.noun in self.roles.adjectival and phrase.bare == phrase.head and word not in _FUNCTION_WORDS
        return bare or page.tagged(index, _MODIFIED)

    def _foreseen(self, phrase: Phrase, first: int) -> bool:
        """Tell whether a title is only wished for or possible: "to be the nominee", "becoming president"."""
        before = phrase.start - 1
        if before < first:
            return False
        possible = self.lower[before] == "as" and foreseen_as(self.page, before, first)
        return self.lower[before] in _FORESEEN or possible  # "who will serve as | the leader"

    def _bare_subject(self, phrase: Phrase, first: int, stop: int) -> bool:
        """Tell whether a sentence, mostly a headline, begins with a title that has no article: "Judge frees …"."""
        if phrase.bare != first or phrase.noun not in self.roles.nouns or not self.page.capital(phrase.bare):
            return False
        name = phrase.noun in self.roles.given or (phrase.noun in surnames() and phrase.noun != "judge")
        if phrase.bare == phrase.head and name:  # "Porter said"
            return False
        return phrase.end < stop and self.page.tags[phrase.end] in _VERBS
