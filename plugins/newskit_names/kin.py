"""Relatives that are named behind what they are to somebody: "her husband, Bill,", "three sons, Al, Bo and Cy"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newskit.text import Tokens, closed_class
from newskit_names.lexicon import POSSESSIVE, Lexicon

if TYPE_CHECKING:
    from newskit_names.candidates import Candidate

_OWNERS = (closed_class("possessive") - {"its"}) | POSSESSIVE | {"a", "and"}
_BOUNDS = frozenset((",", ";", ".", ")", "(", "and", "who"))
"""What stands behind such a name."""
_LISTING = frozenset((",", "and"))
_DESCRIBED = 3
"""Tokens from the owner to the noun, most: "her two young sons"."""
_LONGEST = 24
"""Tokens of a list of relatives, most."""


class Kin:
    """The relatives who are named by one word in one article."""

    def __init__(self, lexicon: Lexicon, tokens: Tokens) -> None:
        self.lexicon, self.word, self.lowered = lexicon, tokens.word, tokens.lowered
        self.one = lexicon.kinds["relative"] | lexicon.kinds["kin"]
        self.several = lexicon.kinds["relatives"]

    def relative(self, group: Sequence[Candidate]) -> bool:
        """Tell whether one word is the name of somebody's relative: "her son, | Sydney |, left"."""
        if len(group[0].words) > 1 or not any(self.named(each.first) for each in group):
            return False
        word, lexicon = group[0].words[0], self.lexicon
        if word in lexicon.given:
            return not any(each.before in lexicon.kinds["in"] for each in group)
        lists = (lexicon.common, lexicon.places, lexicon.cities, lexicon.demonyms, lexicon.ends_names, lexicon.special)
        return group[0].text not in lexicon.organizations and not any(word in each for each in lists)

    def named(self, index: int) -> bool:
        """Tell whether the one word at a token stands where somebody's relative is named."""
        before, behind = self.lowered(index - 1), self.lowered(index + 1)
        if not self.word(index).istitle():
            return False
        if before in self.one:
            following = self.word(index + 1 + (behind == ","))  # "his father Swiss, Polish and Czech"
            owned = self.lowered(index - 2) in _OWNERS and not following[:1].isupper()
            return (owned or self._given(index)) and not self.word(index + 1)[:1].isupper()
        if behind not in _BOUNDS:
            return False
        if before == "," and self.lowered(index - 2) in self.one:
            return self._owned(index - 2)
        return self._listed(index)

    def _given(self, index: int) -> bool:
        """Tell whether a token is a given name, and no place: "brother | Al | left"."""
        word, lexicon = self.lowered(index), self.lexicon
        return word in lexicon.given and word not in lexicon.places

    def _listed(self, index: int) -> bool:
        """Tell whether a list that goes back to several relatives holds it: "two sons, Al and | Bo |"."""
        at, stop = index - 1, index - _LONGEST
        while at > stop and self.lowered(at) in _LISTING:
            at -= 1 + (self.lowered(at - 1) == ",")
            if self.lowered(at) in self.several:
                break
            if not self.word(at).istitle():
                return False
            at -= 1
        return self.lowered(at) in self.several and self._owned(at)

    def _owned(self, noun: int) -> bool:
        """Tell whether it is said whose relatives they are, or how many."""
        before = [self.lowered(index) for index in range(noun - _DESCRIBED, noun)]
        numbers = self.lexicon.kinds["counted"] | {"the"}
        counted = self.lowered(noun) in self.several and not numbers.isdisjoint(before)
        return counted or not _OWNERS.isdisjoint(before)
