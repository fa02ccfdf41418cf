"""The rules of the plugin, and the set phrases of an article that they find: no reports, venues, anonymous sources."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from newskit.rules import Found, Rules, Vocabulary
from newskit.text import Tokens
from newskit_quotes.told import PARTS

_PACKAGE = "newskit_quotes"
RULES = Rules(
    _PACKAGE, vocabulary=Vocabulary(_PACKAGE, "phrase_words.txt"), parts=PARTS, published="2025-02-18"
)  # fmt: skip


_REFUSED: dict[str, Callable[[Found], int]] = {
    "first": attrgetter("start"),
    "last": lambda found: found.stop - 1,
    "next": attrgetter("stop"),
}
"""By the argument of a record: the word of a phrase that is no cue."""


class Phrases:
    """The set phrases of an article: ``refused`` are the words that they make no cue, ``found`` the others.

    These are in the order of the text, the longest first of those that begin at one token; ``starts`` are those tokens.
    """

    def __init__(self, text: str, tokens: Tokens) -> None:
        self.refused: set[int] = set()
        self.found: list[Found] = []
        for found in RULES.find(text, tokens, take=_itself, every=True):
            if found.rule.refuses:
                self.refused.add(_REFUSED[found.rule.arguments[0]](found))
            else:
                self.found.append(found)
        self.starts = [found.start for found in self.found]


def _itself(found: Found, _: object) -> Found:
    return found
