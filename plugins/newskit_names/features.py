"""The features of a name's own words for the model: lists, classes of words, word by word, affixes, shapes."""

from __future__ import annotations

from collections.abc import Iterator

from newskit.text import female_share, lazy_pattern, without_accents
from newskit_names.lexicon import Lexicon
from newskit_names.spelling import spelling
from newskit_names.word_classes import word_classes

_ACRONYM = 6
_AFFIXES = (2, 3, 4)
"""Letters of the beginnings and ends of words that are features."""
_SHAPES = (
    (lazy_pattern(r"\p{Lu}\.?+"), "I"),
    (lazy_pattern(r"\p{Lu}{2,}+"), "A"),
    (lazy_pattern(r"\p{Lu}[\p{Ll}\p{M}]++"), "C"),
    (lazy_pattern(r"[\p{Ll}\p{M}]++"), "w"),
    (lazy_pattern(r"\p{N}++"), "0"),
)
"""Shapes of words: an initial, an acronym, a word with a capital or without, a number; others are "x"."""
_MOST_SHAPES = 4


def of_words(text: str, words: tuple[str, ...], lexicon: Lexicon) -> Iterator[str]:
    """Return the features of a name's own words, given its text on one line; some come twice."""
    return _OfWords(text, words, lexicon).features()


def is_acronym(text: str) -> bool:
    """Tell whether a word is in capitals and as short as acronyms are."""
    letters = text.replace(".", "")
    return letters.isupper() and 1 < len(letters) <= _ACRONYM


def shape(text: str) -> str:
    """Return the shape of a name, a letter for each of its first words."""
    return "".join(map(_shape_of_word, text.split()[:_MOST_SHAPES]))


def _shape_of_word(word: str) -> str:
    if "-" in word and len(word) > 1:
        return "-".join(_shape_of_word(part) for part in word.split("-") if part)
    return next((letter for pattern, letter in _SHAPES if pattern.fullmatch(word)), "x")


class _OfWords:
    def __init__(self, text: str, words: tuple[str, ...], lexicon: Lexicon) -> None:
        self.text, self.words, self.lexicon = text.replace("’", "'"), words, lexicon
        self.kinds = self.lexicon.kinds

    def features(self) -> Iterator[str]:
        """Yield the features."""
        words = self.words
        whole, count = " ".join(words), len(words)
        yield "bias"
        yield f"words {min(count, 4)}"
        yield f"shape {shape(self.text)}"
        yield from self._listed(whole)
        spelt = spelling(self.text, words, self.lexicon)
        if spelt.personal and spelt.short:
            yield "personal"
            yield f"personal {min(count, 4)}"
        first, last = words[0], words[-1]
        if count > 1:
            yield from self._several(words, first, last)
        else:
            yield from self._single(first)
        yield from self._inside(words)
        for kind in ("body", "company", "feature", "facility", "work"):
            if last in self.kinds[kind]:
                yield f"ends in {kind}"
                yield f"ends in {kind} {min(count, 2)}"
            elif not self.kinds[kind].isdisjoint(words):
                yield f"has {kind}"

    def _inside(self, words: tuple[str, ...]) -> Iterator[str]:
        if not self.kinds["inside"].isdisjoint(words):
            yield "has of"
        if "and" in words or "&" in words:
            yield "has and"
        if any(len(word) == 1 and word.isalpha() for word in words[1:]):
            yield "inner <initial>"
        if not self.kinds["particle"].isdisjoint(words[1:-1]):
            yield "particle"
        if words[-1] in self.kinds["suffix"]:
            yield "suffix"
        if not self.lexicon.demonyms.isdisjoint(words):
            yield "has demonym"

    def _listed(self, whole: str) -> Iterator[str]:
        lexicon = self.lexicon
        if self.text in lexicon.organizations:
            yield "known organization"
        place = lexicon.places.get(self.text.lower()) or lexicon.places.get(whole)
        if place:
            yield f"known {place}"
        elif whole in lexicon.cities:
            yield f"listed city {min(len(self.words), 2)}"
        bare = without_accents(whole)
        if bare in lexicon.divisions:
            yield "division"
        elif bare in lexicon.towns:
            yield "town"
        if whole in lexicon.demonyms:
            yield "demonym"
        if whole in self.kinds["never"] or whole in self.kinds["calendar"]:
            yield "never"

    def _several(self, words: tuple[str, ...], first: str, last: str) -> Iterator[str]:
        yield from self._several_listed(words, first, last)
        size = "2" if len(words) == 2 else "3+"  # noqa: PLR2004 - a name and a surname
        yield f"borne {_borne(first):d} {_borne(last):d} {size}"
        listed = sum(map(self._known, words))
        yield f"unlisted {min(len(words) - listed, 3)}"
        yield f"first {first}"
        yield f"last {last}"
        yield f"classes {' '.join(map(self._class, words[:_MOST_SHAPES]))}"
        yield from _classed("first", first)
        yield from _classed("last", last)
        for word in words[1:-1]:
            yield f"inner {word}"
            yield from _classed("inner", word)
        for length in _AFFIXES:
            if len(last) > length:
                yield f"last ends {last[-length:]}"
            if len(first) > length:
                yield f"first ends {first[-length:]}"
        yield f"last begins {last[:3]}"
        yield f"first begins {first[:3]}"

    def _several_listed(self, words: tuple[str, ...], first: str, last: str) -> Iterator[str]:
        lexicon = self.lexicon
        given, surname = first in lexicon.given, last in lexicon.surnames
        yield f"given {given:d} surname {surname:d} {'2' if len(words) == 2 else '3+'}"  # noqa: PLR2004 - a name and a surname
        if len(first) == 1:
            yield "first <initial>"
        if first in self.kinds["before"]:
            yield "begins place"
        if first in lexicon.places or " ".join(words[:2]) in lexicon.places:
            yield "place first"
        if first in lexicon.common:
            yield "common first"
        if last in lexicon.common:
            yield "common last"
        if last in lexicon.places:
            yield "place last"
        if first in lexicon.cities:
            yield "city first"
        if last in lexicon.cities:
            yield "city last"
        if first in self.kinds["of"] or first in self.kinds["body"]:
            yield "body first"

    def _class(self, word: str) -> str:
        """Return a letter for the list that has a word."""
        lexicon = self.lexicon
        if word in lexicon.ends_names:
            return "body"
        if word in self.kinds["inside"] or word in self.kinds["particle"]:
            return "small"
        given, family = word in lexicon.given or _borne(word), word in lexicon.surnames
        if word in lexicon.common:
            return "word" if not (given or family) else "word or name"
        if word in lexicon.places or word in lexicon.demonyms:
            return "land"
        if given or family:
            return "both" if given and family else "given" if given else "family"
        return "city" if word in lexicon.cities else "letter" if len(word) == 1 else "unknown"

    def _known(self, word: str) -> bool:
        lexicon = self.lexicon
        return word in lexicon.common or word in lexicon.names or word in lexicon.places or word in lexicon.ends_names

    def _single(self, word: str) -> Iterator[str]:
        lexicon = self.lexicon
        letters = self.text.replace(".", "")
        if is_acronym(self.text):
            yield "acronym"
            yield f"acronym {len(letters)}"
        elif letters.isupper():
            yield "capitals"
        elif any(letter.isupper() for letter in letters[1:]) and "-" not in letters and "'" not in letters:
            yield "camel"
        given, family = word in lexicon.given, word in lexicon.surnames
        yield f"single given {given:d} surname {family:d}"
        yield f"single borne {_borne(word):d} {given or family:d}"
        if word in lexicon.common:
            yield "common"
        if "-" in word:
            yield "hyphen"
        yield f"word {word}"
        yield from _classed("word", word)
        if not word_classes()[word]:
            yield "word <none>"
        for length in _AFFIXES:
            if len(word) > length:
                yield f"ends {word[-length:]}"
                yield f"begins {word[:length]}"


def _borne(word: str) -> bool:
    """Tell whether a word is a given name anywhere in the world."""
    return female_share(word) is not None


def _classed(where: str, word: str) -> Iterator[str]:
    """Yield the classes of a word that has any."""
    found = word_classes()[word]
    if found:
        yield f"{where} <{found[0]}>"
        yield f"{where} <{found}>"
