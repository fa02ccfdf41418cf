"""What is counted over documents: sides of precision and recall, and shares; with bootstrap intervals.

Rounding happens once, at the end, and in per cent with one decimal place.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Self

from attrs import frozen

Close = tuple[float, int, int]
"""How close a gold answer and a predicted one are, the less the better or the more, and their places in two lists."""


def one_to_one(in_order: Iterable[Close]) -> Iterator[Close]:
    """Yield pairs in the order in which they are given, each gold and each predicted answer once."""
    gold: set[int] = set()
    predicted: set[int] = set()
    for close, i, j in in_order:
        if i not in gold and j not in predicted:
            gold.add(i)
            predicted.add(j)
            yield close, i, j


@frozen
class Tally:
    """The right and all answers of each side, as precision and recall need them.

    The two counts of right answers differ where the sides are divided differently, as by a kind that each side states
    for itself. Tallies add up over documents.
    """

    right_predicted: int = 0
    predicted: int = 0
    right_gold: int = 0
    gold: int = 0

    @classmethod
    def of(cls, right: int, predicted: int, gold: int) -> Self:
        """Count one to one matches, which are right on both sides."""
        return cls(right, predicted, right, gold)

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.right_predicted + other.right_predicted,
            self.predicted + other.predicted,
            self.right_gold + other.right_gold,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float:
        """The share of the predicted that is right; 0 where nothing is predicted."""
        return self.right_predicted / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that is found; 0 where there is no gold."""
        return self.right_gold / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, in per cent."""
        precision, recall = self.precision, self.recall
        return 200 * precision * recall / (precision + recall) if precision + recall else 0.0

    def to_dict(self) -> dict[str, float]:
        """Return P, R and F in per cent, rounded to one decimal place."""
        return {
            "P": round(100 * self.precision, 1),
            "R": round(100 * self.recall, 1),
            "F": round(self.f1, 1),
        }


@frozen
class Share:
    """How many of all are right. Shares add up over documents."""

    right: int = 0
    all: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.all + other.all)

    @property
    def percent(self) -> float | None:
        """The share in per cent, None of nothing."""
        return 100 * self.right / self.all if self.all else None

    def rounded(self) -> float | None:
        """Return the share in per cent, rounded to one decimal place."""
        return None if self.percent is None else round(self.percent, 1)


def total(tallies: Iterable[Mapping[str, Tally]]) -> dict[str, Tally]:
    """Add up tallies of documents by name."""
    sums: dict[str, Tally] = {}
    for each in tallies:
        for name, tally in each.items():
            sums[name] = sums.get(name, Tally()) + tally
    return sums


_TAIL = (1 - 0.95) / 2
"""The share of resamples beyond either end of an interval."""


def bootstrap(
    items: Sequence[Sequence[float]],
    statistic: Callable[[Sequence[float]], float],
    *,
    resamples: int = 1000,
    seed: int = 0,
) -> tuple[float, float]:
    """Return the 95 % percentile interval of a statistic of column sums (Efron 1979), resampling the rows.

    Each row holds the counts of one document or batch. The same rows and seed give the same interval. Raises
    ``ValueError`` where there are no rows.
    """
    if not items:
        raise ValueError("no rows to draw from")
    draw = random.Random(seed)  # noqa: S311 - statistics, not secrets
    columns = tuple(zip(*items, strict=True))
    places = range(len(items))
    values = []
    for _ in range(resamples):
        chosen = draw.choices(places, k=len(items))
        values.append(statistic([sum(map(column.__getitem__, chosen)) for column in columns]))
    values.sort()
    low = int(_TAIL * resamples)
    return values[low], values[-1 - low]


def f1_interval(tallies: Sequence[Tally]) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of F1 in per cent over documents."""
    rows = [(each.right_predicted, each.predicted, each.right_gold, each.gold) for each in tallies]
    return bootstrap(rows, lambda sums: Tally(*map(int, sums)).f1)
