"""The countries that an article tells of, by the words of ``lands.txt``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from functools import cache

from newskit.text import Tokens, classes

_ENDS = frozenset(".!?")


@cache
def _by_word() -> dict[str, str]:
    return {word: land for land, words in classes("newskit_dates", "lands.txt").items() for word in words}


class Lands:
    """Where the words that tell of countries stand in one article; it is read once."""

    def __init__(self, tokens: Tokens) -> None:
        lower, known = tokens.lower, _by_word()
        longest = max(word.count(" ") for word in known) + 1
        self._ends = [at for at, word in enumerate(lower) if word in _ENDS]
        self._places: dict[str, list[int]] = {}
        for at in range(len(lower)):
            for size in range(1, longest + 1):
                land = known.get(" ".join(lower[at : at + size]))
                if land is not None:
                    self._places.setdefault(land, []).append(at)

    def told(self, lands: Collection[str], at: int) -> str | None:
        """Return which of some countries the sentence of a token tells of most, or else the article.

        None where that is none, or more than one.
        """
        place = bisect_left(self._ends, at)
        start = self._ends[place - 1] if place else -1
        stop = self._ends[place] if place < len(self._ends) else None
        return self._most(lands, start, stop) or self._most(lands, -1, None)

    def _most(self, lands: Collection[str], start: int, stop: int | None) -> str | None:
        counted = {}
        for land in lands:
            places = self._places.get(land, [])
            counted[land] = (len(places) if stop is None else bisect_left(places, stop)) - bisect_left(places, start)
        most = max(counted.values())
        first = [land for land, count in counted.items() if count == most]
        return first[0] if most and len(first) == 1 else None
