"""The features of the scorers, by name: read from a table, and compiled into one sum a feature.

A feature's value is ``(a + 3 * b + 5 * c + K) & MASK`` for the codes in its columns and its own number: codes are as
good as random, so such sums fall on different places of a scorer's table but for chance ("feature hashing", Weinberger
et al. 2009).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from attrs import frozen

from newskit.text import entries
from newskit_quotes.codes import MASK

_FACTORS = (1, 3, 5, 7, 9)


@frozen
class Feature:
    """One feature: what is added up, as columns with their factors, and its number."""

    scorer: str
    number: int
    columns: Mapping[str, int]

    @property
    def name(self) -> str:
        """``SCORER:COLUMN+COLUMN``; what has no column goes by its number."""
        return f"{self.scorer}:{'+'.join(self.columns) or f'always_{self.number}'}"


@cache
def features() -> Mapping[str, tuple[Feature, ...]]:
    """Return the features of each scorer, in the order of their values."""
    found: dict[str, list[Feature]] = {}
    for line in entries("newskit_quotes", "features.txt"):
        scorer, number, *columns = line.split()
        factors: dict[str, int] = {}
        for usual, column in zip(_FACTORS, columns, strict=False):
            factor, _, name = column.rpartition("*")
            factors[name] = int(factor or usual)
        found.setdefault(scorer, []).append(Feature(scorer, int(number), factors))
    return {scorer: tuple(group) for scorer, group in found.items()}


@cache
def compiled(scorer: str, columns: str) -> Callable[..., tuple[int, ...]]:
    """Return the function that gives the values of a scorer's features for the codes of ``columns``, in their order.

    Raises ``ValueError`` where the table has another column, or not one of these.
    """
    group = features()[scorer]
    used = {column for feature in group for column in feature.columns}
    odd = used.symmetric_difference(columns.split())
    if odd:
        raise ValueError(f"features.txt: {scorer}: columns that only the table or only the code has: {sorted(odd)}")
    sums = ", ".join(f"({_sum(feature)}) & {MASK}" for feature in group)
    # One expression with the factors in it: a loop over the features would take several times as long.
    made: Callable[..., tuple[int, ...]] = eval(f"lambda {', '.join(columns.split())}: ({sums},)")  # noqa: S307 - our table
    return made


def _sum(feature: Feature) -> str:
    parts = [f"{factor} * {column}" if factor > 1 else column for column, factor in feature.columns.items()]
    return " + ".join([*parts, str(feature.number)])
