"""The linear model: summed weights of the features decide between person, organisation, place and no name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from newskit.text import entries

KINDS = ("person", "organization", "place", "none")


@cache
def weights() -> dict[str, tuple[float, ...]]:
    """Return the weights of each feature in the order of ``KINDS``; written by the training script."""
    found: dict[str, tuple[float, ...]] = {}
    for line in entries("newskit_names", "weights.txt"):
        numbers, _, feature = line.partition("\t")
        found[feature] = tuple(float(number) for number in numbers.split())
    return found


def decide(features: Iterable[str]) -> str:
    """Return the kind with the highest sum, the first of ``KINDS`` at a tie."""
    table = weights()
    rows = [table[feature] for feature in features if feature in table]
    sums = [sum(column) for column in zip(*rows, strict=True)] if rows else [0.0, 0.0, 0.0, 1.0]
    return KINDS[max(range(len(KINDS)), key=sums.__getitem__)]
