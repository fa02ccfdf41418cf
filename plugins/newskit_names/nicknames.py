"""Full names of lone ones: of nicknames ("Elizabeth (Bess) Roe"), of given names with a surname behind another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from newskit_names.candidates import Candidate
from newskit_names.neighbours import Neighbours


def full_names(several: Sequence[Candidate], kinds: Mapping[str, str]) -> dict[str, Candidate]:
    """Return the full names of people by the nicknames in them that stand for nobody else."""
    people = [each for each in several if kinds[each.text] == "person"]
    named = {word: each for each in people for word in _marked(each.words)}
    others = {word for each in people for word in (each.words[0], each.words[-1])} if named else set()
    return {word: each for word, each in named.items() if word not in others}


def _marked(words: tuple[str, ...]) -> Iterator[str]:
    """Yield the words of a name that stand alone in marks or brackets."""
    for place in range(2, len(words) - 2):
        if words[place].isalpha() and not (words[place - 1].isalnum() or words[place + 1].isalnum()):
            yield words[place]


class FullNames:
    """The full names of one article's people for whom one word stands."""

    def __init__(
        self, lone: Sequence[Candidate], several: Sequence[Candidate], kinds: Mapping[str, str], neighbours: Neighbours
    ) -> None:
        self._nicknames, self._neighbours = full_names(several, kinds), neighbours
        self._called = {word for each in several for word in (each.words[0], each.words[-1])}
        self._called |= {each.words[0] for each in lone if each.title}

    def of(self, candidate: Candidate) -> Candidate:
        """Return a lone name with the full one: "Bess" of "Elizabeth (Bess) Roe", "Ann" of "Ann and Al Roe"."""
        word = candidate.words[0]
        full = self._nicknames.get(word)
        if full is not None:
            return evolve(candidate, text=full.text, words=full.words)
        lexicon = self._neighbours.lexicon
        others = (self._called, lexicon.kinds["known_person"], lexicon.places)
        known = candidate.text in lexicon.organizations or any(word in each for each in others)
        alone = word in lexicon.given and not known
        surname = self._neighbours.shared_surname(candidate) if alone else None
        if surname is None:
            return candidate
        return evolve(candidate, text=f"{candidate.text} {surname}", words=(word, surname.lower()))
