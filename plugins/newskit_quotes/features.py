"""The features of the scorers, by name: read from a table, and compiled into one sum a feature.

A feature's value is ``(a + 3 * b + 5 * c + K) & MASK`` for the codes in its columns and its own number: codes are as
good as random, so such sums fall on different places of a scorer's table but for chance ("feature hashing", Weinberger
et al. 2009).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache

from attrs import frozen

from newskit.text import rows
from newskit_quotes.codes import MASK

_FACTORS = (1, 3, 5, 7, 9)
_SCORERS = frozenset(("cue", "start", "end", "left_end", "left_start", "source", "source_none", "speech", "right"))


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
    for feature in rows("newskit_quotes", "features.txt", "SCORER NUMBER COLUMN …", _read):
        found.setdefault(feature.scorer, []).append(feature)
    return {scorer: tuple(group) for scorer, group in found.items()}


def _read(line: str) -> Feature:
    scorer, number, *columns = line.split()
    if scorer not in _SCORERS:
        raise ValueError(line)
    factors: dict[str, int] = {}
    for usual, column in zip(_FACTORS, columns, strict=False):
        factor, _, name = column.rpartition("*")
        factors[name] = int(factor or usual)
    return Feature(scorer, int(number), factors)


@cache
def compiled(scorer: str, columns: str) -> Callable[..., tuple[int, ...]]:
    """Return the function that gives the values of a scorer's features for the codes of ``columns``, in their order.

    Raises ``InputError`` with file and line where the table has another column, ``ValueError`` where it lacks one.
    """
    group, known = features()[scorer], frozenset(columns.split())
    used = frozenset(column for feature in group for column in feature.columns)
    if not used <= known:
        _refuse(scorer, known)
    if used != known:
        raise ValueError(f"features.txt: {scorer}: no feature has the columns {sorted(known - used)}")
    products = Counter(product for feature in group for product in feature.columns.items())
    named: set[str] = set()
    sums = ", ".join(f"({_sum(feature, products, named)}) & {MASK}" for feature in group)
    # One expression with the factors in it: a loop over the features would take several times as long.
    made: Callable[..., tuple[int, ...]] = eval(f"lambda {', '.join(columns.split())}: ({sums},)")  # noqa: S307 - our table
    return made


def _refuse(scorer: str, known: frozenset[str]) -> None:
    """Raise ``InputError`` for the first feature of a scorer with a column that is not known."""

    def check(line: str) -> None:
        feature = _read(line)
        if feature.scorer == scorer and not feature.columns.keys() <= known:
            raise ValueError(line)

    rows("newskit_quotes", "features.txt", f"SCORER NUMBER COLUMN …; {scorer} has {' '.join(sorted(known))}", check)


def _sum(feature: Feature, products: Counter[tuple[str, int]], named: set[str]) -> str:
    """Return the sum of a feature; a product that several features have is worked out at the first and ``named``."""
    parts = []
    for column, factor in feature.columns.items():
        product, name = f"{factor} * {column}", f"{column}_{factor}"
        if factor == 1:
            parts.append(column)
        elif products[column, factor] == 1:
            parts.append(product)
        else:
            parts.append(name if name in named else f"({name} := {product})")
            named.add(name)
    return " + ".join([*parts, str(feature.number)])
