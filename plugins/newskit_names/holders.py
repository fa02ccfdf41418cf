"""Holders: which person a title belongs to, and whom a title alone stands for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import regex

from newskit import Title
from newskit.text import entries
from newskit_names.chains import Chain

_BETWEEN = regex.compile(
    r"[\s,(]*+(?:\d{1,3}+\s*+,\s*+)?+(?:who\s++)?+(?:(?:then|also|now|currently|once|formerly|later|still)\s++)?+"
    r"(?:(?:is|was|were|are|has\s++been|had\s++been|became|becomes|remains|remained|serves|served|works|worked|acts"
    r"|acted|resigned|retired|stepped\s++down|was\s++named)\s++(?:elected\s++|named\s++|appointed\s++)?+)?+"
    r"(?:as\s++)?+(?:(?:then|also|both|now|currently|once|formerly|later|previously|still)\s++)?+"
)
_COORDINATED = regex.compile(r"(?:\s++of\s++[\w\s.]{1,30}+)?+\s*+(?:,?+\s*+(?:and|&)|,)\s++")
_POSSESSIVE = ("his ", "her ", "their ", "my ")
_DEFINITE = ("the ", "that ", "this ", *_POSSESSIVE)
_NEAR = 60
_BACK = 300
_MOST = 20
_LATEST = 40
_FAMILIES = {word: line.split()[0] for line in entries("newskit_names", "role_families.txt") for word in line.split()}


def family(role: str) -> str:
    """Return the noun that stands for a role's meaning: "spokesman" for "chief spokesperson"."""
    words = role.lower().replace(".", "").split()
    for position, word in enumerate(words):
        if word in ("of", "for", "to", "at"):
            words = words[:position]
            break
    return _FAMILIES.get(words[-1], words[-1]) if words else ""


class Holders:
    """Finds the holders of the titles of one article among its people."""

    def __init__(
        self, text: str, titles: Sequence[Title], chains: Sequence[Chain], spans: dict[int, tuple[int, int]]
    ) -> None:
        self.text, self.titles = text, titles
        named = sorted(
            (spans[id(candidate)], number)
            for number, chain in enumerate(chains)
            if chain.kind == "person"
            for candidate, _ in chain.mentions
        )
        self.starts = [span[0] for span, _ in named]
        self.ends = [span[1] for span, _ in named]
        self.owners = [number for _, number in named]
        self.held: dict[int, list[Title]] = {}
        self.meant: dict[int, list[tuple[Title, str]]] = {}

    def settle(self) -> None:
        """Give each title its holder, then each title alone the latest known holder of such an office."""
        previous: tuple[Title, int] | None = None
        for title in self.titles:
            owner = self._owner(title, previous)
            if owner is not None:
                self.held.setdefault(owner, []).append(title)
                self._share(title, owner)
                previous = title, owner
        self._stacked()
        known: dict[str, list[tuple[Title, int]]] = {}
        for owner, titles in self.held.items():
            for title in titles:
                known.setdefault(family(title.role), []).append((title, owner))
        for group in known.values():
            group.sort(key=lambda each: each[0].span.start)
        for title in self.titles:
            if title.rule == "after pronoun":
                self._of_pronoun(title)
            elif title.kind == "alone" and title.span.text.lower().startswith(_DEFINITE):
                self._stands_for(title, known.get(family(title.role), []))

    def _of_pronoun(self, title: Title) -> None:
        """A predicate of "he" or "she" is said of the person named last before it."""
        position = bisect_right(self.ends, title.span.start) - 1
        if position >= 0 and title.span.start - self.ends[position] < _BACK:
            self.meant.setdefault(self.owners[position], []).append((title, "predicate of a pronoun"))

    def _share(self, title: Title, owner: int) -> None:
        """A plural title before several names is held by each: "Sens. Ann Poe and Al Roe"."""
        noun = title.role.rstrip(".").lower()
        if title.kind != "before" or not noun.endswith("s") or noun.endswith("ss"):
            return
        position = bisect_left(self.starts, title.span.end)
        for following in range(position + 1, min(len(self.starts), position + _MOST)):
            if not _COORDINATED.fullmatch(self.text, self.ends[following - 1], self.starts[following]):
                return
            if self.owners[following] != owner:
                self.held.setdefault(self.owners[following], []).append(title)

    def _stacked(self) -> None:
        """A title right before another title has its holder: "bureau director | General | Ann Poe"."""
        owners = {id(title): owner for owner, titles in self.held.items() for title in titles}
        for title, following in zip(reversed(self.titles[:-1]), reversed(self.titles[1:]), strict=True):
            beside = title.kind == "before" and self.text[title.span.end : following.span.start].isspace()
            owner = owners.get(id(following)) if beside and id(title) not in owners else None
            if owner is not None:
                owners[id(title)] = owner
                self.held[owner].append(title)
        for titles in self.held.values():
            titles.sort(key=lambda title: title.span.start)

    def _owner(self, title: Title, previous: tuple[Title, int] | None) -> int | None:
        if title.kind == "before":
            position = bisect_left(self.starts, title.span.end)
            if position < len(self.starts) and self._only_mark(title.span.end, self.starts[position]):
                return self.owners[position]
            return None
        if title.kind == "alone":
            return None
        position = bisect_right(self.ends, title.span.start) - 1
        if position >= 0 and title.span.start - self.ends[position] < _NEAR:
            gap = self.text[self.ends[position] : title.span.start]
            if gap and _BETWEEN.fullmatch(gap):
                return self.owners[position]
        if previous and title.rule == "after title" and title.span.start - previous[0].span.end < _NEAR:
            return previous[1]
        return None

    def _only_mark(self, start: int, end: int) -> bool:
        return end - start <= 4 and not any(letter.isalnum() for letter in self.text[start:end])  # noqa: PLR2004

    def _stands_for(self, title: Title, known: Sequence[tuple[Title, int]]) -> None:
        """Take the latest holder of an office of the same noun whose body, where one is said, is the same.

        A body that is said of the only holder of such an office, of whom none was said, is taken for theirs.
        "Her lawyer" is not the person named last, who is rather "her".
        """
        said, start = _bodies(title), title.span.start
        before = bisect_left(known, start, key=lambda each: each[0].span.start)
        latest = known[max(0, before - _LATEST) : before]
        last = self.owners[max(0, bisect_right(self.ends, start) - 1)] if self.owners else None
        if title.span.text.lower().startswith(_POSSESSIVE):
            latest = [each for each in latest if each[1] != last]
        lone = len({owner for _, owner in latest}) == 1 and not any(_bodies(held) for held, _ in latest)
        for held, owner in reversed(latest):
            shared = said & _bodies(held)
            if shared or lone or not said:
                rule = "same role and organisation" if shared else "same role"
                self.meant.setdefault(owner, []).append((title, rule))
                return


def _bodies(title: Title) -> frozenset[str]:
    parts = (part.lower().removeprefix("the ") for part in (title.organization, title.place, title.within) if part)
    return frozenset("republican" if part == "gop" else part for part in parts)
