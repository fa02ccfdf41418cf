"""The tokens of one article, with what it says of its words elsewhere: surnames, names of bodies, common words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from newskit.text import Kept, WordTest, once
from newskit_titles.lexicon import INNER, ORGANISATION_NOUNS, PARTISANS, is_place
from newskit_titles.spelling import Spelling

_LONGEST_PERSON, _LONGEST_RUN = 3, 5
_BEHIND_OPENING = _LONGEST_RUN + 1
"""Most tokens from "Mr.", with its stop, to the last one of a name."""
_SEARCHED = 2000
"""Tokens of a text in which it is faster to search for a word than to make an index of all."""
_LETTERS = 2
_OF_FIRM = frozenset(("shares", "stock", "plc", "inc", "ltd", "corp", "co", "group", "fans", "players"))
"""What stands behind the name of a firm or team."""


class Page(Spelling):
    """The tokens of one article, for the parts of the finder to share.

    Whatever is asked of a token is false of an index outside the text.
    """

    @once
    def surnames(self) -> WordTest:
        """The last words of people's names: behind "Mr." and the like, a title, or a given name."""
        return WordTest(self._ends_name)

    def _ends_name(self, word: str) -> bool:
        openings = self.roles.opening_name
        return any(
            self.words[opening][0].isupper() and self.lower[opening] in openings and self._person(opening) == index + 1
            for index in self.places(word)
            for opening in range(max(0, index - _BEHIND_OPENING), index + 1)
        )

    def _person(self, opening: int) -> int:
        """Return the end of the person's name that such a word opens, 0 where it opens none."""
        name = opening
        if self.lower[opening] in self.roles.naming:
            name += 1 + (self.word(opening + 1) == ".")
        elif self._after_capital(opening):
            return 0
        end = self.name_end(name, min(self.size, name + _LONGEST_RUN)) if name < self.size else name
        if name == opening and self._led_by(end):
            return 0
        found = end > name + (name == opening) and self._person_run(name, end) and not self._abbreviation(name)
        return end if found else 0

    def _led_by(self, end: int) -> bool:
        """Tell whether a small office stands behind a name, rather that of a body: "Rand Water | chief executive"."""
        while self.lowered(end) in INNER and self.word(end).islower():
            end += 1
        return self.lowered(end) in self.roles.offices and self.word(end).islower()

    def places(self, word: str) -> Sequence[int]:
        """Return the tokens that are a word, in any case."""
        if self.size > _SEARCHED:
            return self._index.get(word, ())
        found, index = list[int](), -1
        for _ in range(self.lower.count(word)):
            index = self.lower.index(word, index + 1)
            found.append(index)
        return found

    @once
    def _index(self) -> dict[str, list[int]]:
        """The tokens by their words: in a long text, where a search for each word asked for would take too long."""
        found: dict[str, list[int]] = {}
        for index, word in enumerate(self.lower):
            found.setdefault(word, []).append(index)
        return found

    def _after_capital(self, index: int) -> bool:
        return self.capital(index - 1) and self.touching(index - 1, index)

    def _abbreviation(self, index: int) -> bool:
        """Tell whether a word is rather letters than a given name: "in the | US | . Zorvo"."""
        word = self.words[index]
        return len(word) <= _LETTERS and word.isupper()

    def _person_run(self, first: int, end: int) -> bool:
        words = self.lower[first:end]
        if "&" in words:  # "Tate & Lyle"
            return False
        if not ORGANISATION_NOUNS.isdisjoint(words) or not self.roles.nouns.isdisjoint(words):
            return False
        return not is_place(self.words[first:end]) and end - first <= _LONGEST_PERSON + words.count(".")

    def _stands_alone(self, word: str) -> bool:
        """Tell whether a capitalised word stands without another before it: as a surname does later in the text."""
        return any(self.capital(index) and not self._after_capital(index) for index in self.places(word))

    def common(self, opener: int) -> bool:
        """Tell whether the word that begins a sentence is elsewhere in small letters, and nowhere else a name."""
        return self.words[opener][1:].islower() and self._in_small_letters[self.lower[opener]]

    @once
    def _in_small_letters(self) -> Kept[bool]:
        """Whether a word stands somewhere behind the first of a sentence, and nowhere there with a capital."""
        return Kept(self._is_small)

    def _is_small(self, word: str) -> bool:
        others = [index for index in self.places(word) if index not in self.openers]
        return bool(others) and not any(self.words[index][0].isupper() for index in others)

    def names_body(self, opener: int) -> bool:
        """Tell whether the word that begins a sentence is elsewhere a name that stands alone, or owns or has shares."""
        return any(index != opener for index in self._naming[self.lower[opener]])

    @once
    def _naming(self) -> Kept[list[int]]:
        """The first two places where a word is such a name."""
        return Kept(lambda word: list(islice(filter(self._names, self.places(word)), 2)))

    def _names(self, index: int) -> bool:
        if not self.capital(index) or self._after_capital(index):
            return False
        owns = self.owns(index + 1) or self.lowered(index + 1) in _OF_FIRM
        return owns or (index not in self.openers and not self.capital(index + 1))

    def person(self, name: str, *, owner: bool = False) -> bool:
        """Tell whether what stands where an organisation may stand is a person: "Farlow spokesman Al Keller".

        A full name that owns nothing is rather a firm ("Wells Fargo"), unless the surname stands alone elsewhere.
        """
        words = name.lower().replace(".", "").split()
        if not words or len(words) > _LONGEST_PERSON or not ORGANISATION_NOUNS.isdisjoint(words):
            return False
        if words[-1] in PARTISANS or not self.roles.plurals.isdisjoint(words):
            return False
        if not owner and is_place((words[-1],)):  # "Athena Bakers Portugal"
            return False
        return words[-1] in self.surnames and (owner or len(words) == 1 or self._stands_alone(words[-1]))
