"""Where in a text a rule may match at all: the sequences of known words that have what every match needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, compress, count
from typing import NamedTuple

from newskit.rules.patterns import Alphabet, is_word
from newskit.rules.record import Line, Place
from newskit.rules.vocabulary import OTHER

_NOWHERE = "(?!)"


class Gate(NamedTuple):
    """Where a rule may match: ``needed`` finds what every match has, which is one of ``letters``.

    ``other`` is the letter of unknown words.
    """

    needed: re.Pattern[str]
    letters: str
    other: str

    def sequences(self, letters: str) -> Iterator[tuple[int, int]]:
        """Yield the sequences of known words that have what is needed."""
        search, other, end = self.needed.search, self.other, 0
        # A search for few letters is several times as fast as one that tries the sequence at each word.
        while found := search(letters, end):
            start = letters.rfind(other, end, found.start()) + 1 or end
            end = letters.find(other, found.end())
            if end < 0:
                end = len(letters)
            yield start, end


class Listed(NamedTuple):
    """The letters of all words that have one, by their lower case, and which of these words a match needs."""

    known: Mapping[str, str]
    needed: frozenset[str]
    other: str

    def letters(self, lower: Sequence[str]) -> str:
        """Return the letters of the words of a text, of those alone that stand in one sequence with a needed word.

        A look-up in a small set is all that most words cost.
        """
        known, found, end = self.known, list[str](), 0
        for place in compress(count(), map(self.needed.__contains__, lower)):
            if place >= end:
                start, before = place, end
                while start > before and lower[start - 1] in known:
                    start -= 1
                end = place + 1
                while end < len(lower) and lower[end] in known:
                    end += 1
                found += (self.other * (start - before), *map(known.__getitem__, lower[start:end]))
        return "".join((*found, self.other * (len(lower) - end)))


def gate_of(
    settings: Mapping[str, list[Line]],
    alphabet: Alphabet,
    classes: frozenset[str],
    macros: Mapping[str, list[str]],
    literals: frozenset[str],
) -> Gate:
    """Return what finds the sequences of known words in which a rule may match.

    Classes that are ``weak`` are never all of a match, unless two that are ``together`` follow each other, or one and a
    word; of the words that patterns name themselves those that are ``strong`` may be all of one. Raises ``InputError``
    for a setting that names what no pattern has.
    """
    weak = {label for place, labels in _of("weak", settings) for label in _known(labels, place, classes)}
    strong: set[str] = set()
    for place, labels in _of("strong", settings):
        words = filter(is_word, chain.from_iterable(macros.get(label, [label]) for label in labels))
        strong.update(_known(words, place, literals))
    pairs: dict[str, set[str]] = {}
    for place, labels in _of("together", settings):
        first, *seconds = _known(labels, place, classes | literals)
        pairs.setdefault(first, set()).update(seconds)
    needed = classes - weak | strong if weak else classes | literals
    letters = _letters(alphabet, needed) + _letters(alphabet, pairs)
    pattern = _pattern(alphabet, needed, pairs) if needed else _NOWHERE
    return Gate(re.compile(pattern), letters, alphabet.letter(OTHER))


def _pattern(alphabet: Alphabet, needed: Iterable[str], pairs: Mapping[str, set[str]]) -> str:
    letters, firsts = _letters(alphabet, needed), _letters(alphabet, pairs)
    followed = (f"|(?<={alphabet.letter(first)})(?=[{_letters(alphabet, pairs[first])}])" for first in sorted(pairs))
    return f"[{letters}{firsts}](?:(?<=[{letters}]){''.join(followed)})"


def _letters(alphabet: Alphabet, labels: Iterable[str]) -> str:
    return "".join(map(alphabet.letter, sorted(labels)))


def _of(key: str, settings: Mapping[str, list[Line]]) -> list[tuple[Place, list[str]]]:
    return [(line.place, line.text.split()) for line in settings.get(key, ())]


def _known(labels: Iterable[str], place: Place, known: frozenset[str]) -> list[str]:
    found = list(labels)
    for label in found:
        if label not in known:
            raise place.error(f"no pattern knows {label!r}")
    return found
