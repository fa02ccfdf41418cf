"""Spelling: what the tokens of one article say by how they are written: capitals, names, what stands together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

import regex

from newskit import Doc
from newskit.text import CAPITAL, closed_class, given_names, lazy_pattern, may_be_trade, once, word_bit
from newskit_titles.lexicon import (
    CALENDAR,
    COMPANIES,
    DETERMINERS,
    FIELDS,
    FUNCTION_WORDS,
    GOVERNING,
    LEADS,
    ORGANISATION_NOUNS,
    PARTICLES,
    STATES,
    SUFFIXES,
    is_place,
)
from newskit_titles.roles import Roles

_BYLINE = lazy_pattern(
    r"^[ \t]*+(?:By|BY)[ \t]++(?:(?:\p{Lu}[\p{L}.'’-]*+,?+|and|de|da|di|la|van|der|von|bin|al)[ \t]*+){2,12}+\n"
    r"()[^\n]{3,80}+(?:\n|\Z)",
    regex.MULTILINE,
)
"""A by-line of names alone, and the line behind it."""
_POSSESSIVE = closed_class("possessive_mark")
_FUNCTION, _BEHIND_NAMES = word_bit(FUNCTION_WORDS), word_bit(SUFFIXES)
_CAPITAL = CAPITAL | word_bit(CALENDAR)
"""The bits of which ``CAPITAL`` alone is a word's that has a capital and is no day or month."""
_WEEKDAYS = closed_class("weekday")
_WITHIN = GOVERNING["foreign"] | {"of"}
_STYLE = GOVERNING["style"]
_LONGEST_RUN = 5
_LONGEST_PORTFOLIO = 8
_LISTING = frozenset(("are", "were", "include", "included"))
"""Verbs between who are several and their names."""
_SINGLE, _QUOTED = frozenset("'‘’"), 20
"""Marks that may open a quotation, and tokens back in which one is looked for."""
_ARTICLES = frozenset(("al-", "el-"))
"""Arabic articles, written small inside a name."""
_ADDRESSES = frozenset({"mr", "mrs", "ms", "miss", "dr", "rev", "reverend", "fr"})


class Spelling:
    """The tokens of one article, as they are written."""

    def __init__(self, doc: Doc, roles: Roles) -> None:
        self.doc, self.tokens, self.roles = doc, doc.tokens, roles
        self.words, self.lower = doc.tokens.words, doc.tokens.lower
        self.word, self.lowered = doc.tokens.word, doc.tokens.lowered
        self.starts, self.ends, self.bits = doc.tokens.starts, doc.tokens.ends, doc.tokens.bits
        self.size = len(self.words)

    @once
    def tags(self) -> Sequence[str]:
        """The parts of speech; where no title asks for them, the article need not be tagged at all."""
        return self.doc.tags

    @once
    def openers(self) -> frozenset[int]:
        """The tokens that begin a sentence."""
        return frozenset(map(attrgetter("tokens.start"), self.doc.sentences))

    @once
    def byline_breaks(self) -> frozenset[int]:
        """The tokens that begin the two lines behind a by-line: an author's title, and what comes after it."""
        text = self.doc.text
        if "By " not in text and "BY " not in text:
            return frozenset()
        starts = (start for match in _BYLINE.finditer(text) for start in (match.end(1), match.end()))
        return frozenset(bisect_left(self.starts, start) for start in starts)

    def tagged(self, index: int, tags: frozenset[str]) -> bool:
        """Tell whether a small-letter word has one of some parts of speech."""
        if not self.word(index)[:1].islower():
            return False
        word = self.lower[index]
        return word not in FUNCTION_WORDS and word not in DETERMINERS and self.tags[index] in tags

    def touching(self, left: int, right: int) -> bool:
        """Tell whether white space stands between a token and the next one, and no line of an author."""
        if left < 0 or right >= self.size:
            return False
        return self.ends[left] < self.starts[right] and right not in self.byline_breaks

    def owns(self, index: int) -> bool:
        """Tell whether a token is a possessive mark: "Japan's", "Sanders’"."""
        word = self.lowered(index)
        if word in _POSSESSIVE:
            return True
        before = index - 1 - (self.word(index - 1) == ".")  # "Acme Bros. | ’"
        return word in ("'", "’") and self.lowered(before)[-1:] == "s" and self._plural_mark(index, before)

    def of_saint(self, mark: int) -> bool:
        """Tell whether a possessive mark is a saint's, in the name of a body: "St Mary's | Hospital"."""
        return "st" in (self.lowered(mark - 2), self.lowered(mark - 3)) and self.capital(mark + 1)

    def of_people(self, mark: int) -> bool:
        """Tell whether a possessive mark is that of a kind of people, as in a body's name: "Singers' Guild"."""
        people, body = self.lowered(mark - 1), self.capital(mark + 1) and self.lowered(mark + 1) in ORGANISATION_NOUNS
        named = body and self.capital(mark - 1) and self.lowered(mark) != "'s"
        return people in GOVERNING["people"] or (named and may_be_trade(people))

    def of_office(self, mark: int) -> bool:
        """Tell whether a possessive mark stands in the name of an office: "the Farlow County Sheriff | 's Office"."""
        holder = self.roles.is_head(self.lowered(mark - 1)) and self.owns(mark)
        return holder and self.lowered(mark + 1) in GOVERNING["office_of"]

    def owned(self, first: int, last: int) -> bool:
        """Tell whether a possessive mark stands in the tokens ``first:last``."""
        return any(map(self.owns, range(first, last)))

    def _plural_mark(self, index: int, before: int) -> bool:
        if self.ends[index - 1] != self.starts[index]:
            return False
        people = self.lower[before] in GOVERNING["people"] or self._owning_office(index)
        people = people and self.word(index + 1).isalpha()
        return self.capital(before) or (people and self.touching(index, index + 1))  # "the farmers' union"

    def _owning_office(self, mark: int) -> bool:
        """Tell whether a small plural owns an office: "the petitioners|' lawyer", and no quotation ends there."""
        described = mark + 1 + (self.lowered(mark + 1) in LEADS)  # "the athletes|' controversial coach"
        office = self.roles.carries(self.lowered(described)) and self.words[mark + 1].islower()
        before = range(max(0, mark - _QUOTED), mark)
        return office and not any(
            self.word(index)[:1] in _SINGLE and self.ends[index] == self.starts[index + 1] for index in before
        )

    def joined(self, left: int, right: int) -> bool:
        """Tell whether white space stands between two tokens, or the right one is the stop of the left.

        Letters round an ampersand are written together: "M&S".
        """
        if self.touching(left, right) or self.word(right) == ".":
            return True
        return "&" in (self.word(left), self.word(right)) and self.ends[left] == self.starts[right]

    def capital(self, index: int) -> bool:
        """Tell whether a token begins with a capital and is no day or month."""
        return 0 <= index < self.size and self.bits[index] & _CAPITAL == CAPITAL

    def capital_word(self, index: int) -> bool:
        """Tell whether a token can begin a name: a capital, or a word such as "wikiHow"."""
        if self.capital(index):
            return self.lower[index] not in FUNCTION_WORDS or self._acronym(index)
        return not self.word(index).islower() and self.part_of_name(index)

    def exemplified(self, index: int) -> bool:
        """Tell whether "such as" or "including" and a given name begin at a token: "bakers | such as Ann Poe"."""
        first = index + (self.word(index) == ",")
        name = first + 1 if self.lowered(first) == "including" else first + 2
        such = name == first + 1 or (self.lowered(first), self.lowered(first + 1)) == ("such", "as")
        given = self.capital(name) and self.capital(name + 1) and self.lower[name] in given_names()
        return such and given and not is_place((self.words[name],))

    def names_several(self, verb: int) -> bool:
        """Tell whether a verb such as "are" stands before several people: "the new ministers | are Ann Poe, Al Roe"."""
        if self.lowered(verb) not in _LISTING:
            return False
        first = verb + 1
        while self.lowered(first) in self.roles.before_names and self.capital(first):
            first += 1 + (self.word(first + 1) == ".")
        end = self.name_end(first, min(self.size, first + _LONGEST_RUN)) if first < self.size else first
        end = next((index + 1 for index in range(end, end + _LONGEST_RUN) if self.word(index) == ")"), end)
        return end > first + 1 and self.word(end) in (",", "and") and not self.ends_body(end)

    def past_form(self, index: int) -> int:
        """Return the token behind a form of address, itself where none is: "two lawyers, | Dr. | Ann Poe"."""
        if not self.capital(index) or self.lower[index] not in self.roles.address_forms:
            return index
        return index + 1 + (self.word(index + 1) == ".")

    def name_like(self, index: int) -> bool:
        """Tell whether a token can begin a person's name."""
        if not 0 <= index < self.size:
            return False
        bits, lower = self.bits[index], self.lower[index]
        if bits & _CAPITAL != CAPITAL and lower[:3] not in _ARTICLES and not (lower == "may" and self._surname(index)):
            return self._given_day(index)
        if bits & (_FUNCTION | _BEHIND_NAMES):
            return lower == "will" and self._given_will(index)
        if lower in _STYLE and self.words[index].isupper():
            return False
        return len(lower) > 1 or self.word(index + 1) == "." or self._bare_initial(index)

    def _surname(self, index: int) -> bool:
        """Tell whether "May" stands behind a given name or a title: "Ann | May, the mayor,", "Prime Minister | May"."""
        before = index - 1 - (self.word(index - 1) == ".")
        joined = before == index - 1 or self.lowered(before) in self.roles.before_names
        if self.words[index] != "May" or not (joined and self.capital(before) and self.touching(index - 1, index)):
            return False
        title = self.lower[before] in self.roles.before_names or self.roles.is_head(self.lower[before])
        titled = title and not self.word(index + 1)[:1].isupper()  # but "Prime Minister May Resign" in a headline
        return (titled or self.lower[before] in given_names()) and not self.word(index + 1)[:1].isdigit()

    def _given_day(self, index: int) -> bool:
        """Tell whether a weekday is a given name, behind a title and before a capital: "coach Sunday Roe"."""
        title, following = self.lowered(index - 1 - (self.word(index - 1) == ".")), index + 1
        titled = self.roles.is_head(title) or title in self.roles.before_names
        named = self.capital(following) and self.touching(index, following) and self.words[following].istitle()
        return titled and named and self.lower[index] in _WEEKDAYS

    def _given_will(self, index: int) -> bool:
        """Tell whether "Will" is a given name, as a sentence goes on with a capital behind it: "actor Will Poe"."""
        return index not in self.openers and self.capital(index + 1) and self.touching(index, index + 1)

    def _bare_initial(self, index: int) -> bool:
        """Tell whether a letter is an initial without a stop: "H D Kumar", "S Jaishankar"."""
        following = self.word(index + 1)
        named = self.capital(index + 1) and self.touching(index, index + 1)
        return named and (len(following) == 1 or following[1:].islower())

    def part_of_name(self, index: int) -> bool:
        """Tell whether a token can stand inside a name."""
        if not 0 <= index < self.size:
            return False
        bits, word = self.bits[index], self.words[index]
        if bits & _CAPITAL == CAPITAL:
            return not bits & _FUNCTION or self._acronym(index) or self._initial(index) or self.of_all(index)
        if word == "May" and self._surname(index):
            return True
        if word == "&" or (word == "." and self._shortened(index - 1)) or word[:3] in _ARTICLES:
            return True
        if word[:1].isdigit():  # "4Cast", unlike "4pm"
            return word[-1].isalpha() and not word.islower()
        return word[:1].islower() and not word.islower() and word.replace("-", "").isalpha()  # "wikiHow", "sub-Sahara"

    def _initial(self, index: int) -> bool:
        """Tell whether "A" stands between capitals: "at Joseph | A | Keller & Co", "Joseph | A. | Keller"."""
        behind = index + 1 + (self.word(index + 1) == ".")
        return self.words[index] == "A" and self.capital(index - 1) and self.capital(behind)

    def of_all(self, index: int) -> bool:
        """Tell whether "All" begins a team's name: "All | Blacks"."""
        return (
            self.lower[index] == "all"
            and self.lowered(index + 1) in GOVERNING["led_by_all"]
            and self.capital(index + 1)
        )

    def _acronym(self, index: int) -> bool:
        """Tell whether a function word in capitals is the letters of a body: "WHO"."""
        if self.word(index + 1) == "&" and self.ends[index] == self.starts[index + 1]:  # "AT&T"
            return self.words[index].isupper()
        return self.words[index].isupper() and self.lower[index] in GOVERNING["acronym"]

    def _shortened(self, index: int) -> bool:
        if not self.word(index)[:1].isupper():
            return False
        short = self.lower[index]
        return len(short) <= 2 or short in self.roles.short or short in STATES or short in COMPANIES  # noqa: PLR2004 - an initial

    def bracketed(self, index: int) -> bool:
        """Tell whether a token is a body's short form in brackets: "National Police | (PNP)", "of Thailand (TAT)"."""
        if self.word(index - 1) != "(" or self.word(index + 1) != ")":
            return False
        if not self.capital(index) and self.words[index].isascii():
            return False
        return self.capital(index - 2) and (self.capital(index - 3) or self.lowered(index - 3) in _WITHIN)

    def portfolio(self, first: int, head: int) -> int:
        """Return where a minister's fields of work begin, of which one reads as a body's name, or "and" joins several.

        That is the noun where there are none such: "| Security and Citizen Protection Secretary".
        """
        start = index = head
        if self.lower[head] not in GOVERNING["cabinet"]:
            return head
        while index - 1 >= first and head - index < _LONGEST_PORTFOLIO:
            joined = index < head and self.lower[index - 1] in ("and", "&", ",")
            field = index - 1 - joined
            if field < first or not self.capital(field) or not self.joined(index - 1, index):
                break
            paired = field > first and f"{self.lower[field - 1]} {self.lower[field]}" in GOVERNING["portfolio_pair"]
            if paired and self.capital(field - 1):
                start = index = field - 1
            elif joined and self.lower[field] in FIELDS:
                start = index = field
            elif joined:
                break
            else:
                index = field
        return start

    def past_retired(self, index: int) -> int:
        """Return the token behind "(retd)", or the bracket where it is none: "Maj Gen (retd) | Ann Poe"."""
        if self.word(index) != "(" or self.lowered(index + 1) not in GOVERNING["retired"]:
            return index
        closing = index + 2 + (self.word(index + 2) == ".")
        return closing + 1 if self.word(closing) == ")" else index

    def name_end(self, first: int, stop: int) -> int:
        """Return the end of the run of capitalised tokens at ``first``, stops of initials included."""
        end = first
        while end < stop and (self.name_like(end) if end == first else self.part_of_name(end)):
            if end > first and (not self.joined(end - 1, end) or self.lower[end] in GOVERNING["telling"]):
                break
            end += 1
            behind = end
            while behind < stop and self.words[behind] in PARTICLES:
                behind += 1
            if behind < stop and behind > end and self.capital(behind):
                end = behind
        return end

    def ends_body(self, end: int) -> bool:
        """Tell whether the tokens before one end in the noun of a body: "Acme Corp. | said"."""
        noun = end - 1 - (self.word(end - 1) == ".")
        return self.lowered(noun) in ORGANISATION_NOUNS and not self._borne(noun)

    def _borne(self, noun: int) -> bool:
        """Tell whether the noun of a body is somebody's surname, by a form of address: "Rev. Ann | Church"."""
        form = noun - 2 - (self.word(noun - 2) == ".")
        return self.lowered(form) in _ADDRESSES and self.lowered(noun - 1) in given_names()
