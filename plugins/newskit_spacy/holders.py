"""Holders: each title given to the person beside it and, where it stands alone, to who holds such an office."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import regex

import newskit
from newskit.text import classes
from newskit_spacy.chains import Chain

_BETWEEN = regex.compile(
    r"(?:\s?+\([^()\n]{1,60}+\))?+[\s,(“\"–—-]*+(?:\d{1,3}+\s*+,\s*+)?+(?:(?:and|who|then|also|now|formerly)\s++)*+"
    r"(?:(?:is|was|became|remains|has\s++been|serves|served|works|worked|acts|acted)\s++)?+(?:as\s++)?+[“\"]?+"
)
"""What may stand between a name and a title behind it."""
_BESIDE = regex.compile(r"[^\w\n]{0,4}+")
_DEFINITE = regex.compile(r"(?:the|this|that|his|her|their|my|our)\s", regex.IGNORECASE)
_GOVERNING = regex.compile(r"\s(?:of|for|to|at|in|on)\s")
_SAME = {
    word: min(family.split())
    for family in sorted(classes("newskit.text", "role_families.txt")["same"])
    for word in family.split()
}
_PRONOUN_RULES = ("after pronoun", "as after pronoun")
_NEAR, _FAR = 110, 160
_LATEST = 40
"""Holders of one office that are looked at, the latest."""


def give_titles(text: str, chains: Sequence[Chain], titles: Sequence[newskit.Title]) -> None:
    """Give the people among the chains the titles that they hold and the nominal mentions that stand for them."""
    holders = _Holders(text, chains)
    if holders.owners:
        holders.give(titles)


def _noun(title: newskit.Title) -> str:
    """Return the noun of an office, the same one for "spokesman", "spokeswoman" and "spokesperson"."""
    noun = _GOVERNING.split(title.role.lower())[0].rpartition(" ")[2].rstrip(".")
    return _SAME.get(noun, noun)


def _agree(title: newskit.Title, held: newskit.Title) -> bool:
    """Tell whether nothing in two titles speaks against one office."""
    pairs = ((title.place, held.place), (title.organization, held.organization))
    said = {held.place, held.organization, held.within}
    return all(not one or not other or one == other or one in said for one, other in pairs)


class _Holders:
    def __init__(self, text: str, chains: Sequence[Chain]) -> None:
        people = sorted(
            (mention.span.start, mention.span.end, number)
            for number, chain in enumerate(chains)
            if chain.kind == "person"
            for mention in chain.mentions
        )
        self.text = text
        self.starts = [start for start, _, _ in people]
        self.ends = [end for _, end, _ in people]
        self.owners = [chains[number] for _, _, number in people]
        self.offices: dict[str, list[tuple[newskit.Title, Chain]]] = {}

    def give(self, titles: Sequence[newskit.Title]) -> None:
        """Give each title of the article, in the order of the text, to whom it belongs."""
        stacked = self._stacked(titles)
        previous: tuple[int, Chain] | None = None
        for title in titles:
            owner = stacked.get(id(title)) or self._owner(title, previous)
            if owner:
                owner.titles.append(title)
                previous = title.span.end, owner
                self.offices.setdefault(_noun(title), []).append((title, owner))
                continue
            meant = self._meant(title)
            if meant:
                chain, rule = meant
                chain.nominal.append(newskit.Mention(title.span, rule))

    def _stacked(self, titles: Sequence[newskit.Title]) -> dict[int, Chain]:
        """Return who holds the titles before a name, by ``id``: "bureau director | General | Ann Poe" holds both."""
        found: dict[int, Chain] = {}
        following: newskit.Title | None = None
        for title in reversed(titles):
            if title.kind == "before":
                owner = self._beside(title.span.end)
                if not owner and following and self.text[title.span.end : following.span.start].isspace():
                    owner = found.get(id(following))
                if owner:
                    found[id(title)] = owner
            following = title
        return found

    def _beside(self, end: int) -> Chain | None:
        place = bisect_left(self.starts, end)
        beside = place < len(self.starts) and _BESIDE.fullmatch(self.text, end, self.starts[place])
        return self.owners[place] if beside else None

    def _owner(self, title: newskit.Title, previous: tuple[int, Chain] | None) -> Chain | None:
        """Return the person named before a title behind the name, or who holds the title before it."""
        if title.kind != "after":
            return None
        start = title.span.start
        if title.rule == "after title" and previous and start - previous[0] < _NEAR:
            return previous[1]
        place = bisect_right(self.ends, start) - 1
        if place < 0:
            return None
        end = self.ends[place]
        if title.rule in ("after as", "described as"):
            near = start - end < _FAR and "\n" not in self.text[end:start]
        else:
            near = start - end < _NEAR and bool(_BETWEEN.fullmatch(self.text, end, start))
        return self.owners[place] if near else None

    def _meant(self, title: newskit.Title) -> tuple[Chain, str] | None:
        """Return whom a title alone stands for and the rule: who was named last, or the last holder of the office."""
        place = bisect_right(self.ends, title.span.start) - 1
        if title.kind == "before" or place < 0:
            return None
        if title.rule in _PRONOUN_RULES:
            return self.owners[place], "predicate of a pronoun"
        if _DEFINITE.match(title.span.text):
            for held, owner in reversed(self.offices.get(_noun(title), [])[-_LATEST:]):
                if _agree(title, held):
                    return owner, "same role"
        return None
