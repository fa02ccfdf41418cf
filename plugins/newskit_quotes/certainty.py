"""How sure the speaker of a quote is: by how the source leads to him, and what else it could lead to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from math import exp, log1p

from attrs import frozen

import newskit
from newskit.text import closed_class, rows
from newskit_quotes.lexicon import WHO, word_class
from newskit_quotes.records import Range
from newskit_quotes.speakers import Speakers

_GENDERS = {word: gender for gender in ("male", "female") for word in closed_class(f"{gender}_pronoun")}
_INDEFINITE = closed_class("article") - {"the"} | word_class("indefinite")
_REACH, _MOST = 1500, 24
"""Characters before a pronoun in which others are looked for whom it could mean; most mentions that are looked at."""
_FITS, _DOUBTED = 0.3, 0.8
"""From this likelihood on a person's gender is one that a pronoun can have; below that one it is not known well."""
_FAR, _SEVERAL = 12, 2
"""Sentences and rivals from which on more make no difference."""
_DOUBTFUL = 0.75
"""How sure a person is at most where somebody else may have spoken in between: "the billionaire"."""
_AT_MOST = 0.5
"""How sure a person is at most whose name is hardly of the pronoun's gender."""


_KNOWN: dict[str, frozenset[str]] = {
    "way": frozenset(
        ("label", "named", "shared", "place", "relative", "relative_thing", "described", "indefinite", "called")
    ),
    "weight": frozenset(("sure", "between", "others", "chain", "sentences", "unknown", "unlikely", "untold")),
}


@cache
def speaker_odds() -> dict[str, float]:
    """Return the shares by way, from 0 to 1, and the weights by name."""

    def entry(line: str) -> tuple[str, float]:
        sort, name, number = line.split()
        if name not in _KNOWN[sort]:
            raise ValueError(line)
        return name, float(number) / (100 if sort == "way" else 1)

    return dict(rows("newskit_quotes", "speaker_odds.txt", "way NAME SHARE or weight NAME NUMBER", entry))


@frozen
class Evidence:
    """What tells how sure a pronoun's person is.

    ``others`` are the people named before it whom it could mean too, ``between`` those of them named since the person
    was; ``chain`` are the person's pronouns since then, ``sentences`` how far that is. ``likelihood`` is that the
    pronoun's gender is the person's, 0.5 where nothing is known; ``told`` says that the article's makers of entities
    give the pronoun to the person, ``agreeing`` which share of those that they give are of this gender.
    """

    others: int
    between: int
    chain: int
    sentences: int
    likelihood: float
    told: bool
    agreeing: float = 1.0


def of_pronoun(found: Evidence) -> float:
    """Return how likely a pronoun means the person of the evidence, from 0 to 1."""
    odds = speaker_odds()
    total = (
        odds["sure"]
        + odds["between"] * min(found.between, _SEVERAL)
        + odds["others"] * (found.others > 0)
        + odds["chain"] * log1p(found.chain)
        + odds["sentences"] * log1p(min(found.sentences, _FAR))
        + odds["unknown"] * (_FITS <= found.likelihood < _DOUBTED)
        + odds["unlikely"] * (found.likelihood < _FITS)
        + odds["untold"] * (not found.told)
    )
    share = 1 / (1 + exp(-total))
    return min(share, found.agreeing, 1.0 if found.likelihood >= _FITS else _AT_MOST)


class Certainty:
    """Tells how sure the speakers of an article's quotes are."""

    def __init__(self, speakers: Speakers) -> None:
        self._speakers, self._columns = speakers, speakers.columns
        self._pronouns: dict[int, list[int]] = {}

    def _pronouns_of(self, number: int) -> list[int]:
        """Return where the pronouns of an entity begin."""
        if number not in self._pronouns:
            self._pronouns[number] = [each.span.start for each in self._speakers.entities[number].pronouns]
        return self._pronouns[number]

    def of(self, source: Range | None, speaker: newskit.Entity | None, *, labelled: bool = False) -> float | None:
        """Return how likely the speaker is the one whom the source means, 0 to 1; None where there is none.

        ``labelled`` says that the source is the label of a turn.
        """
        if speaker is None or source is None:
            return None
        number = self._speakers.numbers[id(speaker)]
        if labelled:
            return speaker_odds()["label"]
        if self._columns.lower[source[0]] in _GENDERS and source[1] - source[0] == 1 and speaker.kind == "person":
            share = of_pronoun(self.evidence(source[0], number))
            return min(share, _DOUBTFUL) if self._speakers.in_doubt else share
        return speaker_odds()[self.way(source, number)]

    def way(self, source: Range, number: int) -> str:
        """Return how a source leads to an entity where no pronoun does: the name of a share."""
        columns, speakers = self._columns, self._speakers
        entity = speakers.entities[number]
        if columns.lower[source[0]] in WHO:
            return "relative" if entity.kind == "person" else "relative_thing"
        low = bisect_left(speakers.starts, columns.starts[source[0]])
        high = bisect_left(speakers.starts, columns.ends[source[1] - 1])
        inside = [(begin, named) for begin, _, other, named in speakers.mentions[low:high] if other == number]
        if not inside:
            return "named" if speakers.surnames.of_surname(source) is entity else "called"
        if not any(named for _, named in inside):
            return "indefinite" if columns.lower[source[0]] in _INDEFINITE else "described"
        if entity.kind == "place":
            return "place"
        return "shared" if self._is_shared(inside[0][0], entity) else "named"

    def _is_shared(self, start: int, entity: newskit.Entity) -> bool:
        """Tell whether a surname alone names somebody whose surname another person of the article has too."""
        given, _, surname = entity.name.lower().rpartition(" ")
        if entity.kind != "person" or not given or surname not in self._speakers.surnames.shared:
            return False
        return self._columns.lowered(bisect_left(self._columns.starts, start)) == surname

    def evidence(self, token: int, number: int) -> Evidence:
        """Return what tells how sure it is that the pronoun at a token means a person, by the number of the entity."""
        columns, speakers = self._columns, self._speakers
        genders, start, gender = speakers.genders, columns.starts[token], _GENDERS[columns.lower[token]]
        stop = bisect_left(speakers.starts, start)
        low = max(stop - _MOST, bisect_left(speakers.starts, start - _REACH))
        before = [
            (begin, other)
            for begin, _, other, _ in speakers.mentions[low:stop]
            if other in genders.people and not columns.inside[bisect_right(columns.starts, begin) - 1]
        ]
        own = max((begin for begin, other in before if other == number), default=-1)
        rivals = [
            (begin, other) for begin, other in before if other != number and genders.likelihood(other, gender) >= _FITS
        ]
        pronouns = self._pronouns_of(number)
        place = bisect_left(pronouns, start)
        named_in = columns.sentence_of[bisect_right(columns.starts, own) - 1] if own >= 0 else -1
        return Evidence(
            others=len({other for _, other in rivals}),
            between=len({other for begin, other in rivals if begin > own}),
            chain=place - bisect_right(pronouns, own),
            sentences=columns.sentence_of[token] - named_in if own >= 0 else _FAR,
            likelihood=genders.likelihood(number, gender),
            told=pronouns[place : place + 1] == [start],
            agreeing=speakers.agreeing(speakers.entities[number], gender),
        )
