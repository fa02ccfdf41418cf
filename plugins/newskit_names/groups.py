"""Groups: peoples, faiths and parties by the plural that names them, and phrases such as "Japanese officials"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from newskit import Doc
from newskit.text import classes, places
from newskit_names.candidates import Candidate
from newskit_names.lexicon import POSSESSIVE, Lexicon

_MOST_INNER = 3
_JOINING = frozenset(("and", "or", ","))
_BARE_PLURAL = ("ese", "sh", "ch", "ss")
"""Endings of demonyms that name the people as they stand: the Japanese, the Irish, the French, the Swiss."""


class GroupWords(NamedTuple):
    """The words of ``groups.txt``, with the plurals that the demonyms have."""

    people: frozenset[str]
    members: frozenset[str]
    collective: frozenset[str]
    modifiers: frozenset[str]
    heads: frozenset[str]
    inner: frozenset[str]
    followers: frozenset[str]
    houses: frozenset[str]
    begins: frozenset[str]
    """What can stand right behind the name in a phrase."""


@cache
def group_words() -> GroupWords:
    """Return the words of groups, read once."""
    kinds = classes("newskit_names", "groups.txt")
    singular = {word.lower() for word in classes("newskit.text", "places.txt")["demonym"]}
    collective = {word for word in singular if word.endswith(_BARE_PLURAL)}
    modifiers = kinds["adjective"] | singular
    plurals = {f"{word}s" for word in singular - collective} | {f"{word}-americans" for word in modifiers}
    return GroupWords(
        people=frozenset((kinds["people"] | plurals) - places().keys()),
        members=kinds["member"],
        collective=frozenset(collective),
        modifiers=modifiers | {f"{word}-american" for word in modifiers},
        heads=kinds["head"],
        inner=kinds["inner"],
        followers=kinds["follower"],
        houses=kinds["house"],
        begins=kinds["head"] | kinds["inner"] | POSSESSIVE,
    )


class Described(NamedTuple):
    """A group that is described, not named: the code points ``start:end`` of its phrase and its words."""

    start: int
    end: int
    words: tuple[str, ...]


class Groups:
    """Finds the groups of one article around its candidates, whose kinds are given by their texts."""

    def __init__(self, doc: Doc, lexicon: Lexicon, candidates: Sequence[Candidate], kinds: Mapping[str, str]) -> None:
        self.doc, self.candidates, self.kinds = doc, candidates, kinds
        self.word, self.lowered = doc.tokens.word, doc.tokens.lowered
        self.lower, self.written, self.starts = doc.tokens.lower, doc.tokens.words, doc.tokens.starts
        self.known = group_words()
        self.calendar = lexicon.kinds["calendar"]

    def collective(self, candidate: Candidate) -> bool:
        """Tell whether a demonym stands for the people: "the Japanese said"."""
        if len(candidate.words) > 1 or candidate.words[0] not in self.known.collective:
            return False
        if candidate.before != "the":
            return False
        behind = candidate.behind
        return behind in self.known.followers or behind in ("", ".", ";", ":", "?", "!", ")")

    def described(self) -> Iterator[Described]:
        """Yield the plural phrases with a nationality, a faith, a party, a name: "Japanese officials"."""
        stop, begins = len(self.lower), self.known.begins
        for position, candidate in enumerate(self.candidates):
            if candidate.last == stop or self.lower[candidate.last] not in begins:
                continue
            head = self._head(candidate.last)
            if head is None or not self._modifies(candidate) or not self._one_phrase(candidate, head):
                continue
            first = self._leftmost(position)
            if self.candidates[first].start != self.starts[self.candidates[first].first]:  # "anti-Roe voters"
                continue
            words = tuple(self.lower[self.candidates[first].first : head + 1])
            yield Described(self.candidates[first].start, self.doc.tokens.ends[head], words)

    def _head(self, index: int) -> int | None:
        """Return the token of the plural noun that a modifier before a token may have."""
        lower = self.lower
        index += self.lowered(index) in POSSESSIVE
        for head in range(index, min(index + _MOST_INNER + 1, len(lower))):
            if lower[head] in self.known.heads:
                return head if self.written[head][0].islower() and not self._before_name(head + 1) else None
            if lower[head] not in self.known.inner or not self.written[head][0].islower():
                return None
        return None

    def _before_name(self, index: int) -> bool:
        """Tell whether a name follows, which makes the phrase a title: "Republican senators Ann Poe and Al Roe"."""
        return self.word(index)[:1].isupper() and self.lower[index] not in self.calendar

    def _modifies(self, candidate: Candidate) -> bool:
        kind = self.kinds.get(candidate.text, "none")
        return kind not in ("none", "group") or self._adjective(candidate)

    def _adjective(self, candidate: Candidate) -> bool:
        return " ".join(candidate.words) in self.known.modifiers

    def _one_phrase(self, candidate: Candidate, head: int) -> bool:
        between = self.doc.text[candidate.end : self.doc.tokens.starts[head]]
        return "\n\n" not in between and "\t" not in between

    def _leftmost(self, position: int) -> int:
        """Return the position of the first of the candidates that belong to a phrase: "Israeli and Arab | leaders"."""
        while position:
            candidate, before = self.candidates[position], self.candidates[position - 1]
            gap = candidate.first - before.last
            if gap > 1 or not (self._adjective(before) or self.kinds.get(before.text) in ("organization", "place")):
                break
            joined = gap == 1 and self.lower[before.last] in _JOINING
            if gap and not (joined and self._adjective(candidate) and self._adjective(before)):
                break
            position -= 1
        return position
