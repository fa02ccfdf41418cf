"""Shared surnames: "Tom and Ann Poe" are Tom Poe and Ann Poe."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from newskit.linking.chains import Chain
from newskit.linking.named import NamedMention
from newskit.text import closed_class, given_names, lazy_pattern, widely_given

RULE = "shared surname"
_JOINED = lazy_pattern(r"\s++(?:and|&)\s++")
_WHOLE = lazy_pattern(
    r"(?:\b\p{Lu}[\p{L}.’'-]*+(?<!s)|\b\p{Lu}[\p{L}.’'-]*+,|\b(?:such(?:\s++as)?+|including|like|than))\s++\Z"
)
"""What stands before a name that is whole: "Prince | Al and Ann Poe", "Bo Roe, | Al and Ann Poe", "such as | Al"."""
_BEFORE = 40
"""Characters before a name that are looked at."""
_COMPARED = 40
"""Mentions of somebody that are looked at: time stays linear in the length of the text."""


@frozen
class Surnames:
    """The surnames that the people of a text share."""

    text: str

    def share(self, chains: Sequence[Chain]) -> None:
        """Give those whom a given name alone names right before "and" and a full name its surname, in place."""
        people = [chain for chain in chains if chain.kind == "person"]
        if all(len(chain.words) > 1 for chain in people):
            return
        named = [(mention, chain) for chain in people for mention, _ in chain.mentions]
        named.sort(key=lambda each: each[0].span.start)
        for (mention, chain), (behind, _) in pairwise(named):
            if len(chain.words) == 1 and chain.words[0] in widely_given() and _is_full(behind):
                joined = _JOINED.fullmatch(self.text, mention.span.end, behind.span.start) is not None
                if joined and not any(map(self._stands_whole, chain.mentions[:_COMPARED])):
                    _complete(chain, mention, behind)

    def _stands_whole(self, named: tuple[NamedMention, str]) -> bool:
        start = named[0].span.start
        return _WHOLE.search(self.text, max(0, start - _BEFORE), start) is not None


def _is_full(mention: NamedMention) -> bool:
    return len(mention.words) > 1 and mention.words[0] in given_names()


def _complete(chain: Chain, completed: NamedMention, full: NamedMention) -> None:
    parts = full.name.split()
    last = len(parts) - 1
    while last > 1 and parts[last - 1].lower() in closed_class("particle"):
        last -= 1
    chain.name = " ".join((chain.name, *parts[last:]))
    chain.words = (*chain.words, *(part.lower() for part in parts[last:]))
    chain.mentions = [(each, RULE if each is completed else rule) for each, rule in chain.mentions]
