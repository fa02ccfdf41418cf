"""The small linear model: for each decision one table of whole-number weights, read once from a packed data file."""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Collection, Mapping, Sequence
from functools import cache, lru_cache
from math import exp
from operator import itemgetter

from attrs import evolve, field, frozen

from newskit_quotes.codes import MASK, NOUGHT, PLACES
from newskit_quotes.features import Read, Seen
from newskit_quotes.lexicon import Lexicon

SCALE = 16
"""Weights are stored as whole numbers, in units of 1/16, from -127 to 127."""
_KEPT = 512
"""For so many words and the like what candidates share is kept."""
SCORERS = ("cue", "layout", "start", "end", "left_end", "left_start", "source", "speech", "right")
"""Whether a word is a cue, where its content lies; the content's bounds right and left of it; its source; whether
quotation marks hold speech; whether a whole attribution is right."""


class Scorer:
    """Sums the weights of feature values; a table has one byte a place."""

    __slots__ = ("_reads", "_turned", "table")

    def __init__(self, table: bytes) -> None:
        self.table = table
        self._reads: dict[Seen, Read[int]] = {}
        self._turned: dict[int, bytes] = {}

    def reads(self, seen: Seen) -> Read[int]:
        """Return what sums up the weights of a candidate's features; what candidates share is kept for the next."""
        found = self._reads.get(seen)
        if found is None:
            found = self._reads[seen] = lru_cache(_KEPT)(seen.weights(self.table))
        return found

    def scores(self, values: Sequence[int], sides: Sequence[int]) -> list[int]:
        """Return for each side the sum of the weights of feature values to which its number is added."""
        nought, weights = NOUGHT * len(values), itemgetter(*values)
        return [sum(weights(self._turned.get(side) or self._turn(side))) - nought for side in sides]

    def _turn(self, side: int) -> bytes:
        """Return the table in which a value is found where its sum with a number is in the other, and keep it."""
        place = side & MASK
        self._turned[side] = self.table[place:] + self.table[:place]
        return self._turned[side]


def odds(score: int) -> float:
    """Return the probability that a candidate with such a sum of weights is right, where it stands alone."""
    return 1 / (1 + exp(-score / SCALE))


@frozen(eq=False)
class Model:
    """The scorers by what they decide, and the words that may head a cue.

    ``heads`` were met at the head of cues in training; ``refused`` are words of the lexicon of then that were met, but
    not there; ``unmet`` are heads that only the lexicon of now has. At ``telling`` words cues are looked for.
    """

    scorers: Mapping[str, Scorer]
    heads: frozenset[str]
    refused: frozenset[str]
    unmet: frozenset[str] = frozenset()
    telling: frozenset[str] = field(init=False)

    @telling.default
    def _heads_and_that(self) -> frozenset[str]:
        return self.heads | {"that"}

    def among(self, lexicon: Lexicon) -> Model:
        """Return the model with each cue of a lexicon for a head that says or that was not refused in training."""
        unmet = lexicon.cues.keys() - self.heads - self.refused
        saying = (form for form, (_, grade) in lexicon.cues.items() if grade == "say")
        return evolve(self, heads=self.heads.union(saying, unmet), unmet=frozenset(unmet))


def pack(tables: Mapping[str, bytes], heads: Collection[str], refused: Collection[str]) -> bytes:
    """Return the file form of a model: a line of JSON with the words, and the tables behind each other."""
    found = {"heads": sorted(heads), "refused": sorted(refused)}
    head = json.dumps(found, ensure_ascii=False).encode()
    return b"\n".join((head, b"".join(tables[name] for name in SCORERS)))


def unpack(data: bytes) -> Model:
    """Read a model from its file form."""
    at = data.index(b"\n") + 1
    scorers = {name: Scorer(data[at + n * PLACES : at + (n + 1) * PLACES]) for n, name in enumerate(SCORERS)}
    found = json.loads(data[:at])
    return Model(scorers, frozenset(found["heads"]), frozenset(found["refused"]))


@cache
def shipped() -> Model | None:
    """Return the model that lies beside the code, None where there is none."""
    try:
        data = pkgutil.get_data("newskit_quotes", "weights.bin")
    except FileNotFoundError:
        return None
    return unpack(data) if data else None
