"""The small linear model: tables of whole-number weights by feature value, read once from a packed data file."""

from __future__ import annotations

import json
import pkgutil
import zlib
from collections.abc import Sequence
from functools import cache

from attrs import frozen

SCALE = 64
"""Weights are stored as whole numbers, in units of 1/64."""
Table = dict[str, list[int]]


@frozen
class Scorer:
    """One linear classifier: for each feature template a table from value to one weight an outcome."""

    tables: Sequence[Table]
    outcomes: int

    def scores(self, values: Sequence[str]) -> list[float]:
        """Return the score of each outcome, given the value of each template."""
        total = [0] * self.outcomes
        for table, value in zip(self.tables, values, strict=True):
            weights = table.get(value)
            if weights is not None:
                for outcome, weight in enumerate(weights):
                    total[outcome] += weight
        return [each / SCALE for each in total]

    def score(self, values: Sequence[str]) -> float:
        """Return the score of the only outcome of a ranker."""
        total = 0
        for table, value in zip(self.tables, values, strict=True):
            weights = table.get(value)
            if weights is not None:
                total += weights[0]
        return total / SCALE


@frozen
class Model:
    """The scorers by what they decide: cue, start, end, source; and the words that may head a cue."""

    scorers: dict[str, Scorer]
    heads: frozenset[str]
    calibration: dict[str, list[float]]


def unpack(data: bytes) -> Model:
    """Read a model from its packed form."""
    raw = json.loads(zlib.decompress(data))
    scorers = {name: Scorer(each["tables"], each["outcomes"]) for name, each in sorted(raw["scorers"].items())}
    return Model(scorers, frozenset(raw["heads"]), raw["calibration"])


@cache
def shipped() -> Model | None:
    """Return the model that lies beside the code, None where there is none."""
    try:
        data = pkgutil.get_data("newskit_quotes", "weights.bin")
    except FileNotFoundError:
        return None
    return unpack(data) if data else None
