"""The finder: every role noun of a text, grown to the left and to the right, and placed beside its name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from attrs import define

from newskit import Doc, Title
from newskit_titles.complements import Complements
from newskit_titles.lexicon import (
    ARTICLES,
    COPULAS,
    DEFINITE,
    DETERMINERS,
    FUNCTION_WORDS,
    HEADS,
    HONORIFICS,
    INNER,
    JOBS,
    LEADS,
    NOUNS,
    OFFICES,
    ORGANISATION_NOUNS,
    PHRASE_ENDS,
    PLURALS,
    RANKS,
    SHORT,
    SHORT_PLURALS,
)
from newskit_titles.page import Page
from newskit_titles.parts import Parts, Reader

_POSSESSIVE = frozenset(("'s", "’s"))
_JOINS = frozenset(("of", "and", "&", "for", "the"))
_CLOSERS = frozenset(',.;:)([—–-?!"”') | {
    "and",
    "but",
    "who",
    "whose",
    "''",
    "in",
    "from",
    "on",
    "since",
    "until",
    "during",
}
_ADVERBS = frozenset(("also", "both", "now", "currently", "once", "still", "formerly", "later", "previously", "then"))
_PRONOUNS = frozenset(("he", "she"))
_MODIFYING = frozenset(("NN", "NNS", "JJ", "NNP"))
_NOUN = frozenset(("NN",))
_LED_BY_SHORT = SHORT | HONORIFICS | RANKS
_MAX_LEFT = 12
_BODY = 6
_MAX_RIGHT = 12


@define
class _Phrase:
    """A title by token indices: ``start`` with its article, ``bare`` without, ``head:after`` the noun, ``end``."""

    start: int
    bare: int
    head: int
    after: int
    end: int
    determiner: str = ""


class Finder(Page):
    """Finds the titles of one article."""

    def __init__(self, doc: Doc) -> None:
        super().__init__(doc)
        self.reader = Reader(doc.text, doc.tokens)
        self.sentence_starts: list[int] = []

    @cached_property
    def complements(self) -> Complements:
        """The reader of what stands to the right."""
        return Complements(self.doc)

    def titles(self) -> Iterator[Title]:
        """Yield the titles in the order of the text; none overlaps another."""
        heads = [index for index, word in enumerate(self.lower) if word in HEADS and self._may_be_title(index)]
        if not heads:
            return
        self.sentence_starts = [sentence.tokens.start for sentence in self.doc.sentences]
        done = 0
        last: Title | None = None
        for head in heads:
            if head < done:
                continue
            if self._runs_on(head):
                continue
            first, stop = self._sentence(head)
            phrase = self._grow(head, max(first, done), stop)
            title = phrase and self._title(phrase, first, stop, last)
            if title and phrase:
                yield title
                last, done = title, phrase.end

    def _may_be_title(self, index: int) -> bool:
        """A plural is a title only before the first of several names: "Sens. Poe and Roe"."""
        if self.lower[index] not in PLURALS:
            return True
        name = index + 1 + (self.lower[index] in SHORT_PLURALS and self.words[index + 1 : index + 2] == ["."])
        return name < len(self.words) and self._name_like(name) and self._touching(name - 1, name)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The words that stand behind "Mr." and the like or behind another word of a person's name."""
        lower = self.lower
        found: set[str] = set()
        for index, word in enumerate(lower):
            if word in HONORIFICS or word in SHORT or (word in NOUNS and self._capital(index)):
                name = index + 1 + (self.words[index + 1 : index + 2] == ["."])
                end = name
                while end < min(len(lower), name + 4) and self._name_like(end) and self._joined(end - 1, end):
                    end += 1
                found.update(lower[end - 1 : end] if end > name else ())
        return frozenset(found)

    def _runs_on(self, head: int) -> bool:
        """Tell whether a role noun only leads to the next: "Chief Cabinet Secretary", "Lt. Gov."."""
        word = self.lower[head]
        if word not in INNER and word not in SHORT:
            return False
        capital, index, last = self.words[head][0].isupper(), head + 1, min(len(self.words), head + 5)
        while index < last:
            following = self.lower[index]
            if following == "." and self.lower[index - 1] in SHORT:
                index += 1
                continue
            if not self._joined(index - 1, index) or self.words[index][0].isupper() != capital:
                return False
            if following in _LED_BY_SHORT if word in SHORT else following in NOUNS:
                return True
            if following not in INNER:
                return False
            index += 1
        return False

    def _sentence(self, index: int) -> tuple[int, int]:
        place = bisect_right(self.sentence_starts, index)
        starts = self.sentence_starts
        return starts[place - 1] if place else 0, starts[place] if place < len(starts) else len(self.words)

    def _grow(self, head: int, first: int, stop: int) -> _Phrase | None:
        lower, after = self.lower, head + 1
        word = lower[head]
        fixed = word in PHRASE_ENDS and head > first and lower[head - 1] in PHRASE_ENDS[word]
        if word in PHRASE_ENDS and not fixed and word not in NOUNS | HONORIFICS:
            return None
        if not fixed and self._is_form(head, stop):
            return self._short(head, first, stop)
        start = self._left(head, first)
        after = self._coordinated(head, stop)
        phrase = _Phrase(start, start, head, after, after)
        if start > first and lower[start - 1] in DETERMINERS:
            phrase.start, phrase.determiner = start - 1, lower[start - 1]
        return phrase

    def _is_form(self, head: int, stop: int) -> bool:
        """Tell an abbreviation or a form of address ("Dr. Poe", "Professor Poe") from a job ("a professor of law")."""
        word = self.lower[head]
        if word in JOBS and (not self._capital(head) or head + 1 >= stop or not self._name_like(head + 1)):
            return False
        return word in SHORT or word in SHORT_PLURALS or (word in HONORIFICS and word not in OFFICES | RANKS)

    def _coordinated(self, head: int, stop: int) -> int:
        """Return the end of a role noun with a second one that "and" joins to it: "founder and chief executive"."""
        lower, capital = self.lower, self._capital(head)
        if head + 2 >= stop or lower[head + 1] != "and" or lower[head] in HONORIFICS - JOBS:
            return head + 1
        for index in range(head + 2, min(stop, head + 5)):
            if self._capital(index) != capital:
                break
            if (lower[index] in OFFICES or lower[index] in JOBS) and not self._runs_on(index):
                return index + 1 if lower[index] not in HONORIFICS - JOBS else head + 1
            if not self._modifies(index, index + 1):
                break
        return head + 1

    def _short(self, head: int, first: int, stop: int) -> _Phrase | None:
        """Take an abbreviated title or a form of address: a capital, the stop, and a name behind."""
        after = head + 1
        if not self.words[head][0].isupper():
            return None
        if after < stop and self.words[after] == "." and self.ends[head] == self.starts[after]:
            after += 1
        elif self.lower[head] in SHORT and self.lower[head] not in HONORIFICS and self.lower[head] not in NOUNS:
            dotless = self.words[head].isupper() or len(self.words[head]) > 3  # noqa: PLR2004 - Rep, Sen, Gov, Gen
            if dotless:
                return None
        if after >= stop or not self._name_like(after) or not self._touching(after - 1, after):
            return None
        start = self._left(head, first) if self.lower[head] in SHORT else self._left_short(head, first)
        return _Phrase(start, start, head, after, after)

    def _left(self, head: int, first: int) -> int:
        """Return the first token of a title: modifiers, names of places and organisations, a possessor."""
        index, lower = head, self.lower
        limit = max(first, head - _MAX_LEFT)
        if limit == first and self.lower[first] in FUNCTION_WORDS:
            limit = min(first + 1, head)
        while index > limit:
            before = index - 1
            if lower[before] in _POSSESSIVE:
                return self._possessor(before, limit)
            if not self._joined(before, index):
                break
            joins = lower[before] in _JOINS and before > limit and self._organisation_before(before, limit)
            if not (joins or self._modifies(before, index) or self._part_of_name(before)):
                break
            index = before
        while index < head and (lower[index] in _JOINS or lower[index] in ("'s", "’s")):
            index += 1
        return index

    def _left_short(self, head: int, first: int) -> int:
        """Return the first token of a chain of abbreviations: "Rev. Dr."."""
        start = head
        while start - 2 >= first and self.words[start - 1] == "." and self.lower[start - 2] in SHORT:
            start -= 2
        return start

    def _modifies(self, index: int, following: int) -> bool:
        """Tell whether a word belongs to the role behind it: by the lists, or a common noun or adjective."""
        word = self.lower[index]
        if word in INNER or word in LEADS or word.startswith(("ex-", "then-")):
            return True
        return self.words[following][0].islower() and self._tagged(index, _MODIFYING)

    def _organisation_before(self, join: int, limit: int) -> bool:
        """Tell whether "of", "and" or "for" stands inside an organisation's name: "Bank of England governor"."""
        if not self._capital(join + 1):
            return False
        return any(
            self.lower[index] in ORGANISATION_NOUNS and self._capital(index)
            for index in range(max(limit, join - _BODY), join)
        )

    def _possessor(self, mark: int, limit: int) -> int:
        index = mark
        while index > limit and (self._part_of_name(index - 1) and (index == mark or self._joined(index - 1, index))):
            index -= 1
        if index == mark and index > limit and self.lower[index - 1] in ORGANISATION_NOUNS:
            index -= 1
            while index > limit and self._part_of_name(index - 1) and self._joined(index - 1, index):
                index -= 1
        elif (
            index == mark
            and index - 1 > limit
            and self.lower[index - 2] in DETERMINERS
            and self._tagged(index - 1, _NOUN)
        ):
            index -= 1
        return index if index < mark else mark + 1

    def _title(self, phrase: _Phrase, first: int, stop: int, last: Title | None) -> Title | None:
        parts = self.reader.read(phrase.bare, phrase.head, phrase.after)
        named = self._before_name(phrase, stop)
        short = self.lower[phrase.head] in SHORT | HONORIFICS and self.lower[phrase.head] not in NOUNS
        short = short and phrase.bare == phrase.head
        if not named and not short:
            phrase.end = self.complements.grow(phrase.head, phrase.end, stop, parts)
            named = self._before_name(phrase, stop) and phrase.end > phrase.after
        if named:
            if phrase.determiner in ARTICLES:
                phrase.start = phrase.bare
            return self._make(phrase, parts, "before name")
        if short or self.lower[phrase.head] in PLURALS:
            return None
        rule = self._after_rule(phrase, first, stop, last)
        if not rule and self._apposed(phrase, first, stop):
            rule = "name in apposition"
        if not rule and self._stands_alone(phrase, first):
            rule = "alone"
        return self._make(phrase, parts, rule) if rule else None

    def _before_name(self, phrase: _Phrase, stop: int) -> bool:
        index = phrase.end
        if index >= stop or not self._touching(index - 1, index) or not self._name_like(index):
            return False
        if phrase.determiner in ("a", "an") and not self._capital(phrase.head):
            return False
        return self.lower[index] not in ORGANISATION_NOUNS

    def _after_rule(self, phrase: _Phrase, first: int, stop: int, last: Title | None) -> str | None:
        before = phrase.start - 1
        if before <= first:
            return None
        mark = self.lower[before]
        closed = phrase.end >= stop or self.lower[phrase.end] in _CLOSERS or phrase.determiner in ("a", "an")
        if mark == "(" and self._name_like(before - 1):
            return "parenthesis"
        if mark == "," and closed and self._name_end(before - 1):
            return "after name"
        if mark == "and" and last and last.kind == "after" and closed and self.starts[before] - last.span.end < 3:  # noqa: PLR2004
            return "after title"
        return self._predicate(before - (mark in _ADVERBS), first)

    def _predicate(self, verb: int, first: int) -> str | None:
        """Name the rule where a verb such as "is" or "served as" stands between a subject and the title."""
        if self.lower[verb] not in COPULAS:
            return None
        subject = range(max(first, verb - 3), verb)
        if any(self.lower[index] in _PRONOUNS for index in subject):
            return "after pronoun"
        named = any(self._name_like(index) or self.lower[index] == "who" for index in subject)
        return "after verb" if named else None

    def _name_end(self, index: int) -> bool:
        if self.words[index] == "." and index:
            index -= 1
        if self.words[index].isdigit() and len(self.words[index]) <= 3:  # noqa: PLR2004 - an age
            return index > 1 and self.words[index - 1] == "," and self._name_like(index - 2)
        return self._name_like(index)

    def _apposed(self, phrase: _Phrase, first: int, stop: int) -> bool:
        """Tell whether the name follows between commas, as in "its president, Jane Roe,"."""
        index = phrase.end
        opening = phrase.end > phrase.after and self._capital(phrase.head) and phrase.bare == first
        if not phrase.determiner and not opening and not self._owned(phrase):
            return False
        if index + 2 >= stop or self.words[index] != "," or not self._name_like(index + 1):
            return False
        end = index + 1
        while end < min(stop, index + _MAX_RIGHT) and (self._name_like(end) or self.words[end] == "."):
            end += 1
        if end <= index + 2:
            return False
        closed = end == stop or self.words[end] in (",", ".", ";", ")")
        return closed or self.doc.tags[end] in ("VBD", "VBZ")

    def _owned(self, phrase: _Phrase) -> bool:
        return any(self.lower[index] in _POSSESSIVE for index in range(phrase.bare, phrase.head))

    def _stands_alone(self, phrase: _Phrase, first: int) -> bool:
        noun = self.lower[phrase.head]
        if noun not in OFFICES and noun not in JOBS and noun not in RANKS:
            return False
        lone = phrase.bare == phrase.head and phrase.end == phrase.after and self._capital(phrase.head)
        if lone and phrase.determiner in ("this", "that"):  # a surname: "that King said"
            return False
        if phrase.determiner:
            return noun in OFFICES or (noun in JOBS and phrase.determiner in DEFINITE)
        surname = noun in HONORIFICS and self._capital(phrase.head) and self.lower[phrase.head - 1] in _POSSESSIVE
        grown = phrase.end > phrase.after and phrase.bare > first
        return noun in OFFICES and not surname and (grown or self._owned(phrase))

    def _person(self, name: str) -> bool:
        """Tell whether what looks like an organisation is a person: "Farlow spokesman Al Keller"."""
        words = name.lower().split()
        return len(words) <= 3 and words[-1] in self.surnames and ORGANISATION_NOUNS.isdisjoint(words)  # noqa: PLR2004

    def _make(self, phrase: _Phrase, parts: Parts, rule: str) -> Title:
        kinds = {"after pronoun": "alone", "before name": "before", "name in apposition": "before", "alone": "alone"}
        kind = kinds.get(rule, "after")
        span = self.doc.span(self.starts[phrase.start], self.ends[phrase.end - 1])
        role = " ".join(parts.role)
        if parts.organization and self._person(parts.organization):
            parts.organization = None
        return Title(span, role, parts.organization, parts.place, parts.within, kind, rule)  # type: ignore[arg-type]
