"""Bodies between commas: what an office is of, before the name of who holds it."""

from __future__ import annotations

from itertools import pairwise

from newskit_titles.bodies import Bodies
from newskit_titles.lexicon import ORGANISATION_NOUNS
from newskit_titles.page import Page
from newskit_titles.parts import Parts, Reader
from newskit_titles.phrase import Phrase

_LONGEST = 14
"""Most tokens of one body."""
_DEEPEST = 3
"""Most bodies, each of the next, and the end of the office."""
_SPEAKING = ("ing", "ed")
"""Ends of a word that begins a sentence, and what is behind its comma its subject: "Speaking, | the president"."""


class Between:
    """Reads the bodies between an office and its holder, of one article."""

    def __init__(self, page: Page, reader: Reader, bodies: Bodies) -> None:
        self.page, self.words, self.lower, self.roles = page, page.words, page.lower, page.roles
        self.reader, self.bodies = reader, bodies

    def end(self, phrase: Phrase, end: int, stop: int, parts: Parts) -> int:
        """Take in bodies between commas before the holder: "the President, | Rice Growers Union, | Mr Al Roe,"."""
        if (
            end + 2 >= stop
            or self.words[end] != ","
            or not self.page.capital_word(end + 1)
            or phrase.noun not in self.roles.offices
        ):
            return end
        capital = self.page.capital(phrase.bare)
        begins = phrase.determiner == "the" or (capital and phrase.bare in self.page.openers)
        spoken = phrase.start - 2 in self.page.openers and self.lower[phrase.start - 2].endswith(_SPEAKING)
        if parts.organization or not begins or (self.bodies.behind_name and not spoken):
            return end
        ends = [end]
        while len(ends) < _DEEPEST and ends[-1] + 2 < stop and self.words[ends[-1]] == ",":
            first = ends[-1] + 1
            styled = self.page.capital(first) and self.lower[first] in self.roles.heading
            body = not ORGANISATION_NOUNS.isdisjoint(self.lower[end:first]) or (capital and styled)
            if len(ends) > 1 and body and (styled or self.bodies.full_name(first, stop)):
                phrase.set_off = self._of_each(phrase, ends, parts)
                return ends[-1] if phrase.set_off else end
            last = self.bodies.end(first, min(stop, first + _LONGEST)) if self.page.capital_word(first) else first
            if last == first or styled or not self.page.capital(last - 1):  # "the president, Congress | leaders,"
                break
            ends.append(self.bodies.bracket(first, last, stop))
        return end

    def _of_each(self, phrase: Phrase, ends: list[int], parts: Parts) -> bool:
        """Add what an office is of, said between commas, and what that belongs to; tell whether it was any of them."""
        for before, end in pairwise(ends):
            self.reader.govern(parts, phrase.final.noun, "of" if before == ends[0] else "at", before + 1, end)
        return bool(parts.organization or parts.place)
