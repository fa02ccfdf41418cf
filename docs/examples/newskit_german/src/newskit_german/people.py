"""People of German news: a given name with the names behind it, and a surname that comes again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

import newskit
from newskit.text import given_names
from newskit_german.frames import word_class

_NAMES = 4
"""Tokens behind a given name that may be of the same name."""
_PARTICLES = frozenset(("von", "van", "de", "bin", "al"))
_NO_NAMES = ("ARTICLE", "PRONOUN", "PREPOSITION", "ADVERB", "LINK", "CALENDAR")
_PRONOUNS = frozenset(("er", "sie", "der", "die", "welcher", "welche", "dieser", "diese"))


@newskit.extractor(newskit.Entity, languages=("de",))
def people(doc: newskit.Doc) -> list[newskit.Entity]:
    """Find people by full name, in the order of their first mention, with the places of their surnames alone."""
    words = doc.tokens.words
    full: dict[str, list[range]] = {}
    for name in _full_names(doc):
        full.setdefault(" ".join(words[name.start : name.stop]), []).append(name)
    for written in [each for each in full if each.removesuffix("s") != each and each.removesuffix("s") in full]:
        full[written.removesuffix("s")] += full.pop(written)  # Anna Bergers
    by_surname: dict[str, str] = {}
    for written in full:
        by_surname.setdefault(written.rpartition(" ")[2], written)
    taken = {index for names in full.values() for name in names for index in name}
    for index, word in enumerate(words):
        owner = by_surname.get(word) or by_surname.get(word.removesuffix("s"))
        if owner and index not in taken:
            full[owner].append(range(index, index + 1))
    return [_person(doc, names) for names in full.values()]


def _person(doc: newskit.Doc, names: list[range]) -> newskit.Entity:
    starts, ends = doc.tokens.starts, doc.tokens.ends
    spans = [doc.span(starts[name[0]], ends[name[-1]]) for name in sorted(names, key=lambda name: name.start)]
    full = min((span for span in spans if " " in span.text), key=lambda span: len(span.text), default=spans[0])
    return newskit.Entity("person", full.text, [newskit.Mention(span, "given name") for span in spans])


def _full_names(doc: newskit.Doc) -> Iterator[range]:
    index = 0
    while index < len(doc.tokens):
        end = _name_end(doc, index + 1) if _is_given(doc.tokens.words[index]) else index
        if end > index + 1:
            yield range(index, end)
        index = max(end, index + 1)


def _is_given(word: str) -> bool:
    """Tell whether a word is a given name, or two with a hyphen, and is not written as one of another class."""
    parts = word.split("-")
    if not all(part.istitle() and part.lower() in given_names() for part in parts):
        return False
    return not any(word.lower() in word_class(name) for name in _NO_NAMES)


def _name_end(doc: newskit.Doc, start: int) -> int:
    """Return where the names behind a given name end: a particle stands before the last of them, a stop at an initial.

    One in the genitive is the last: in "Anna Bergers Rede" the noun behind it is none.
    """
    words, end = doc.tokens.words, start
    for at in range(start, min(len(words), start + _NAMES)):
        if doc.text[doc.tokens.ends[at - 1] : doc.tokens.starts[at]] not in (" ", ""):
            break
        word = words[at]
        if word[0].isupper() and not any(word.lower() in word_class(name) for name in _NO_NAMES):
            end = at + 1
            if word.endswith("s") and not _is_given(word):
                break
            continue
        initial = word == "." and len(words[at - 1]) == 1
        particle = end == start and (word in _PARTICLES or (at > start and word in ("der", "den", "dem")))
        if not initial and not particle:
            break
    return end


class Speakers:
    """Whom a source stands for: the person that it names, or, of a pronoun, the one named last before it."""

    def __init__(self, doc: newskit.Doc) -> None:
        named = sorted(
            ((index, person.name, person) for person in doc[newskit.Entity] for index in _tokens(doc, person)),
            key=lambda each: each[:2],
        )
        self._indices = [index for index, _, _ in named]
        self._people = [person for _, _, person in named]
        self._lower = doc.tokens.lower

    def of(self, source: range) -> newskit.Entity | None:
        """Return the person that a source, as a range of tokens, stands for; None where it is not known."""
        if not source:
            return None
        place = bisect_left(self._indices, source.start)
        if place < len(self._indices) and self._indices[place] < source.stop:
            return self._people[place]
        pronoun = len(source) == 1 and self._lower[source.start] in _PRONOUNS
        return self._people[place - 1] if pronoun and place else None


def _tokens(doc: newskit.Doc, person: newskit.Entity) -> Iterator[int]:
    return (index for each in person.mentions for index in doc.tokens.within(each.span.start, each.span.end))
