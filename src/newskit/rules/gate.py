"""Where in a text a rule may match at all: the sequences of known words that have what every match needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import chain

from newskit.rules.patterns import Alphabet, is_word
from newskit.rules.record import Line, Place
from newskit.rules.vocabulary import OTHER

_NOWHERE = "(?!)"


def candidates_of(
    settings: Mapping[str, list[Line]],
    alphabet: Alphabet,
    classes: frozenset[str],
    macros: Mapping[str, list[str]],
    literals: frozenset[str],
) -> re.Pattern[str]:
    """Return the pattern over letters of the sequences of known words in which a rule may match.

    Classes that are ``weak`` are never all of a match, unless two that are ``together`` follow each other; of the words
    that patterns name themselves those that are ``strong`` may be all of one. Raises ``InputError`` for a setting that
    names what no pattern has.
    """
    weak = {label for place, labels in _of("weak", settings) for label in _known(labels, place, classes)}
    strong: set[str] = set()
    for place, labels in _of("strong", settings):
        words = filter(is_word, chain.from_iterable(macros.get(label, [label]) for label in labels))
        strong.update(_known(words, place, literals))
    pairs: dict[str, set[str]] = {}
    for place, labels in _of("together", settings):
        first, *seconds = _known(labels, place, classes)
        pairs.setdefault(first, set()).update(seconds)
    needed = classes - weak | strong if weak else classes | literals
    return re.compile(_pattern(alphabet, needed, pairs) if needed else _NOWHERE)


def _pattern(alphabet: Alphabet, needed: Iterable[str], pairs: Mapping[str, set[str]]) -> str:
    other, letters = alphabet.letter(OTHER), _letters(alphabet, needed)
    firsts = _letters(alphabet, pairs)
    alone = "".join(f"|{alphabet.letter(first)}(?![{_letters(alphabet, pairs[first])}])" for first in sorted(pairs))
    # The look-behind lets each sequence be tried once, from its first word, which keeps the search linear.
    return f"(?<![^{other}])(?>(?:[^{other}{firsts}{letters}]{alone})*)[{firsts}{letters}][^{other}]*"


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
