"""Names that a bracket is part of: "Parks, Forests and Rivers Canada (PFRC)", "[Ann] Roe"."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from newskit.text import closed_class
from newskit_names.candidates import Candidate, Segmenter
from newskit_names.terms import abbreviated

_SKIPPED = closed_class("acronym_skip") | {",", "a"}
_SHORTEST = 3
"""Letters of the shortest acronym that tells how far a name goes."""
_PAIRS = {"(": ")", "[": "]"}


class Brackets:
    """Joins the candidates of one article that an acronym behind them stands for, and given names that were put in."""

    def __init__(self, segmenter: Segmenter) -> None:
        self.segmenter, self.words, self.lower = segmenter, segmenter.words, segmenter.lower
        self.joined: set[str] = set()
        """The names that are joined, but those of laws, events and the like."""

    def join(self, candidates: Sequence[Candidate]) -> list[Candidate]:
        """Return the candidates, those of one body as one."""
        short = [
            place for place, each in enumerate(candidates) if each.before == "(" and len(each.words) == 1 and place
        ]
        if not short:
            return list(candidates)
        found: list[Candidate] = []
        done = 0
        for place in short:
            found += candidates[done:place]
            done, acronym = place, candidates[place]
            bracket = acronym.first - 1
            if found[-1].last == bracket:
                first = self.begins(acronym, bracket)
                if first is not None and first < found[-1].first:
                    self._replace(found, first, bracket)
        return [*found, *candidates[done:]]

    def with_given(self, candidates: Sequence[Candidate]) -> list[Candidate]:
        """Return the candidates, a given name that was put before a surname in brackets as one with it: "[Ann] Roe"."""
        found: list[Candidate] = []
        for each in candidates:
            joined = bool(found) and self._is_given(found[-1], each)
            joined = joined and not (len(found) > 1 and found[-2].last == found[-1].first - 1)  # "Elizabeth (Bess) Roe"
            found.append(self._called(found.pop(), each) if joined else each)
        return found

    def _called(self, given: Candidate, surname: Candidate) -> Candidate:
        first, segmenter = given.first - 1, self.segmenter
        return evolve(
            surname,
            first=first,
            start=segmenter.starts[first],
            text=f"{given.text} {surname.text}",
            before=segmenter.beside(first, first)[0],
            title=segmenter.after_title.get(first) or given.title,
            words=(*given.words, *surname.words),
        )

    def _is_given(self, given: Candidate, surname: Candidate) -> bool:
        """Tell whether a given name stands alone in brackets right before one word that may be its surname."""
        if len(given.words) != 1 or len(surname.words) != 1 or surname.first != given.last + 1:
            return False
        lexicon, closing = self.segmenter.lexicon, _PAIRS.get(given.before)
        bracketed = closing is not None and given.behind == closing
        word = surname.words[0]
        known = given.words[0] in lexicon.given and word not in lexicon.ends_names and word not in lexicon.places
        return bracketed and known and surname.text.istitle()

    def _replace(self, found: list[Candidate], first: int, last: int) -> None:
        """Put one candidate in the place of those between two tokens."""
        while found and found[-1].first >= first:
            found.pop()
        if found and found[-1].last > first:
            return
        segmenter = self.segmenter
        text = segmenter.joins.text(first, last)
        words = tuple(word for word in self.lower[first:last] if word != ".")
        start, end, (before, behind) = segmenter.starts[first], segmenter.ends[last - 1], segmenter.beside(first, last)
        title = segmenter.after_title.get(first)
        found.append(
            Candidate(
                first, last, start, end, text, initial=False, before=before, behind=behind, title=title, words=words
            )
        )
        if words[-1] not in segmenter.lexicon.kinds["work"]:
            self.joined.add(text)

    def begins(self, acronym: Candidate, bracket: int) -> int | None:
        """Return the token of the first of the words in capitals that begin with the letters of an acronym."""
        letters = acronym.words[0].replace(".", "")
        if len(letters) < _SHORTEST or not acronym.text.isupper() or self.segmenter.tokens.word(acronym.last) != ")":
            return None
        found, inside = abbreviated(self.lower, bracket, letters, _SKIPPED), self.segmenter.joins.inside
        named = all(self.words[index][0].isupper() or self.lower[index] in inside for index in found)
        return found[-1] if found and named and self.words[found[-1]][0].isupper() else None
