"""The rules of the plugin, and the set phrases of an article that they find: no reports, venues, anonymous sources."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from newskit.rules import Found, Rules, Vocabulary
from newskit.text import Tokens
from newskit_quotes.told import PARTS

_REFUSED: dict[str, Callable[[Found], int]] = {
    "first_word": attrgetter("start"),
    "next_word": attrgetter("stop"),
    "last_word": lambda found: found.stop - 1,
}
"""What reads the word of a phrase that is no cue."""
_WORDS = Vocabulary("newskit_quotes", "phrase_words.txt")
RULES = Rules("newskit_quotes", vocabulary=_WORDS, readers=_REFUSED, parts=PARTS, published="2025-02-18")


class Phrases:
    """The set phrases of an article: ``refused`` are the words that they make no cue, ``found`` the others.

    These are in the order of the text, the longest first of those that begin at one token; ``starts`` are those tokens.
    """

    def __init__(self, text: str, tokens: Tokens) -> None:
        self.refused: set[int] = set()
        self.found: list[Found] = []
        for found, read in RULES.find(text, tokens, take=lambda *each: each, every=True):
            if found.rule.refuses:
                self.refused.add(read(found))
            else:
                self.found.append(found)
        self.starts = [found.start for found in self.found]
