"""The small linear model: tables of whole-number weights by feature value, read once from a packed data file."""

from __future__ import annotations

import json
import pkgutil
import zlib
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache

from attrs import frozen

SCALE = 64
"""Weights are stored as whole numbers, in units of 1/64."""
STEPS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98)
"""Where the steps of certainty begin, in which the model's own odds are calibrated."""


def step_of(worth: float) -> int:
    """Return the number of the step that a certainty lies in."""
    return max(bisect_right(STEPS, worth) - 1, 0)


class Ranker:
    """Scores candidates of which one is right: for each feature template a table from value to weight."""

    __slots__ = ("_noughts", "_tables")

    def __init__(self, tables: Sequence[dict[str, int]]) -> None:
        self._tables = tables
        self._noughts = (0,) * len(tables)

    def score(self, values: Sequence[str]) -> int:
        """Return a candidate's score, given the value of each template."""
        return sum(map(dict.get, self._tables, values, self._noughts))


class Classifier:
    """Scores the three layouts of a cue against "no cue", whose score is nought."""

    __slots__ = ("_tables",)

    def __init__(self, tables: Sequence[Mapping[str, Sequence[int]]]) -> None:
        self._tables = tables

    def scores(self, values: Sequence[str]) -> tuple[float, float, float]:
        """Return the score of content right of the cue, left of it, and around it."""
        right = left = around = 0
        for table, value in zip(self._tables, values):  # noqa: B905 - a hot line
            if value in table:
                weights = table[value]
                right += weights[0]
                left += weights[1]
                around += weights[2]
        return right / SCALE, left / SCALE, around / SCALE


@frozen
class Model:
    """The scorers by what they decide: cue, start, end, source; and the words that may head a cue."""

    cue: Classifier
    rankers: Mapping[str, Ranker]
    heads: frozenset[str]
    calibration: Mapping[str, Sequence[float]]

    def confidence(self, rule: str, worth: float) -> float:
        """Return how often quotes of a rule are right, source and all, where the model is as sure as this."""
        rates = self.calibration.get(rule) or self.calibration.get("")
        return rates[step_of(worth)] if rates else worth


def unpack(data: bytes) -> Model:
    """Read a model from its packed form."""
    raw = json.loads(zlib.decompress(data))
    rankers = {name: Ranker(tables) for name, tables in sorted(raw["rankers"].items())}
    return Model(Classifier(raw["cue"]), rankers, frozenset(raw["heads"]), raw["calibration"])


@cache
def shipped() -> Model | None:
    """Return the model that lies beside the code, None where there is none."""
    try:
        data = pkgutil.get_data("newskit_quotes", "weights.bin")
    except FileNotFoundError:
        return None
    return unpack(data) if data else None
