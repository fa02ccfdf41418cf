"""Names inside compounds: "Peru-Chile talks" names two places, "ex-Zorvel United" and "15-Ann Roe" one name each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from operator import attrgetter

import regex
from attrs import evolve

from newskit_names.candidates import Candidate, Segmenter

_HYPHEN = regex.compile(r"[-–]")
_INSIDE = regex.compile(r"-(?=\p{Lu})")
_PLAYER = regex.compile(r"(?<![\w.-])\d{1,2}+-(?=\p{Lu}\p{Ll}++ \p{Lu})")
_start = attrgetter("start")


class Compounds:
    """Takes the names out of the compounds of one article."""

    def __init__(self, segmenter: Segmenter) -> None:
        self.segmenter, self.lexicon, self.tokens = segmenter, segmenter.lexicon, segmenter.tokens

    def taken_out(self, candidates: Sequence[Candidate]) -> list[Candidate]:
        """Return the candidates with the names inside compounds in their places, in the order of the text."""
        found = list(self.parted(candidates))
        behind = [*self.prefixed(candidates), *self.numbered()]
        if not behind:
            return found
        taken = {index for each in behind for index in range(each.first, each.last)}
        rest = (self._behind_all(each, taken) for each in found)
        return sorted([*filter(None, rest), *behind], key=_start)

    def _behind_all(self, candidate: Candidate, taken: Container[int]) -> Candidate | None:
        """Return what a candidate is behind the tokens that are taken out, None where nothing is: "anti-Peru | ZFD"."""
        while candidate.first in taken and candidate.last > candidate.first + 1:
            candidate = self.segmenter.rest(candidate)
        clear = not any(index in taken for index in range(candidate.first, candidate.last))
        return candidate if clear else None

    def parted(self, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
        """Yield the candidates, for a compound of two places that ends nobody's name its halves."""
        ends = {each.words[-1] for each in candidates if len(each.words) > 1}
        for candidate in candidates:
            if "-" not in candidate.text and "–" not in candidate.text:
                yield candidate
                continue
            alone = len(candidate.words) == 1 and candidate.words[0] not in ends
            halves = _HYPHEN.split(candidate.text) if alone else ()
            if len(halves) == 2 and self.places(candidate, *halves):  # noqa: PLR2004 - both halves
                yield from self._both(candidate, *halves)
            else:
                yield self.seat(candidate) or candidate

    def places(self, candidate: Candidate, first: str, second: str) -> bool:
        """Tell whether both halves of a name are places, and the whole is nothing that a list has."""
        lexicon, whole = self.lexicon, candidate.words[0]
        places, cities = lexicon.places, lexicon.cities
        if whole in places or whole in cities or candidate.text in lexicon.organizations or not second[:1].isupper():
            return False
        return all(half in places or half in cities for half in (first.lower(), second.lower()))

    def seat(self, candidate: Candidate) -> Candidate | None:
        """Return the seat of a lawmaker behind the letters of a party in brackets: "Ann Roe (DAP-Zorvel)"."""
        party, hyphen, rest = candidate.text.partition("-")
        if not hyphen or not party.isupper() or not rest[:1].isupper() or rest.isupper():
            return None
        if self.tokens.word(candidate.first - 1) != "(" or self.tokens.word(candidate.last) != ")":
            return None
        return evolve(
            candidate,
            start=candidate.start + len(party) + 1,
            text=rest,
            words=tuple(rest.lower().split()),
            initial=False,
        )

    def _both(self, candidate: Candidate, first: str, second: str) -> Iterator[Candidate]:
        begins, ends = candidate.start + len(candidate.text) - len(second), candidate.start + len(first)
        yield evolve(candidate, end=ends, text=first, words=(first.lower(),))
        yield evolve(candidate, start=begins, text=second, words=(second.lower(),), initial=False, title=None)

    def prefixed(self, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
        """Yield the known names behind a prefix, and surnames of people named in full: "anti-Peru", "Pro-Roe"."""
        tokens, prefixes, given = self.tokens, self.lexicon.kinds["prefix"], self.lexicon.given
        people = {each.words[-1] for each in candidates if len(each.words) > 1 and each.words[0] in given}
        for match in _INSIDE.finditer(self.segmenter.doc.text):
            index = bisect_right(tokens.starts, match.start()) - 1
            prefix = tokens.words[index].partition("-")[0] if index >= 0 else ""
            begins = not tokens.word(index - 1)[:1].isalnum()  # but "the Post-ABC poll"
            known = (prefix.lower() if begins else prefix) in prefixes
            if known and tokens.starts[index] + len(prefix) == match.start():
                found = self.behind(index, len(prefix) + 1, people)
                if found:
                    yield found

    def numbered(self) -> Iterator[Candidate]:
        """Yield the full names behind the numbers of players: "15-Ann Roe, 14-Al Poe"."""
        tokens, joins = self.tokens, self.segmenter.joins
        for match in _PLAYER.finditer(self.segmenter.doc.text):
            index = bisect_right(tokens.starts, match.start()) - 1
            last = joins.end(index, len(tokens.words)) if tokens.starts[index] == match.start() else index
            if last > index + 1:
                yield self._cut(index, last, len(match[0]))

    def _cut(self, first: int, last: int, cut: int) -> Candidate:
        """Return what some tokens name without the characters that are cut in front."""
        text = self.segmenter.joins.text(first, last)[cut:]
        start, end, words = self.tokens.starts[first] + cut, self.tokens.ends[last - 1], tuple(text.lower().split())
        before, behind = self.segmenter.beside(first, last)
        return Candidate(first, last, start, end, text, initial=False, before=before, behind=behind, words=words)

    def behind(self, index: int, cut: int, people: Container[str]) -> Candidate | None:
        """Return the longest listed name that begins behind a prefix, or the surname of somebody there."""
        tokens, lexicon = self.tokens, self.lexicon
        last = self.segmenter.joins.end(index, len(tokens.words))
        while last > index:
            text = self.segmenter.joins.text(index, last)[cut:]
            if text in lexicon.organizations or text.lower() in lexicon.places or text.lower() in lexicon.cities:
                return self._cut(index, last, cut)
            last -= 1
        return self._cut(index, index + 1, cut) if tokens.lower[index][cut:] in people else None
