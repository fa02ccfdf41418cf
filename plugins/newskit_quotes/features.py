"""The features of the scorers, by name: read from a table, and compiled into one sum a feature.

A feature's value is ``(a + 3 * b + 5 * c + K) & MASK`` for the codes in its columns and its own number: codes are as
good as random, so such sums fall on different places of a scorer's table but for chance ("feature hashing", Weinberger
et al. 2009).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import TypeVar

from attrs import frozen

from newskit.text import rows
from newskit_quotes.codes import MASK, NOUGHT

T = TypeVar("T")
Read = Callable[..., Callable[..., T]]
"""What takes the codes of the columns that the candidates of one choice share, and gives what takes those of each."""

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


@frozen(eq=False)
class Seen:
    """What is seen of a scorer's candidates, as columns: those that all of one choice share, and those of each."""

    scorer: str
    shared: str
    own: str

    def values(self, *shared: int) -> Callable[..., tuple[int, ...]]:
        """Return what gives the values of a candidate's features."""
        return partial(compiled(self.scorer, f"{self.shared} {self.own}"), *shared)

    def weights(self, table: bytes) -> Read[int]:
        """Return what gives the sum of the weights that a candidate's features have in a table."""
        return partial(_summed(self.scorer, self.shared, self.own), table)


Reads = Callable[[Seen], Read[T]]
"""What is made of what is seen of each candidate: the values of its features, or the sum of their weights."""


def as_values(seen: Seen) -> Read[tuple[int, ...]]:
    """Return what gives the values of a candidate's features."""
    return seen.values


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
    group = _features_of(scorer, columns)
    products = Counter(product for feature in group for product in feature.columns.items())
    named: set[str] = set()
    sums = ", ".join(f"({_sum(feature.columns, products, named)} + {feature.number}) & {MASK}" for feature in group)
    # One expression with the factors in it: a loop over the features would take several times as long.
    made: Callable[..., tuple[int, ...]] = eval(f"lambda {', '.join(columns.split())}: ({sums},)")  # noqa: S307 - our table
    return made


@cache
def _summed(scorer: str, shared: str, own: str) -> Callable[..., Callable[..., int]]:
    """Return the function of a table and the codes of ``shared`` that gives the one that sums up a candidate's weights.

    What the shared columns add to a feature is added up once, and the weight of a feature that has no other looked up.
    """
    group, fixed = _features_of(scorer, f"{shared} {own}"), frozenset(shared.split())
    moving = [
        {column: factor for column, factor in feature.columns.items() if column not in fixed} for feature in group
    ]
    products = Counter(product for columns in moving for product in columns.items())
    named: set[str] = set()
    once, parts, weights = [str(-NOUGHT * len(group))], list[str](), ["whole"]
    for feature, columns in zip(group, moving, strict=True):
        rest = [f"{factor} * {column}" for column, factor in feature.columns.items() if column in fixed]
        part = " + ".join([*rest, str(feature.number)])
        if columns:
            weights.append(f"table[({_sum(columns, products, named)} + part_{len(parts)}) & {MASK}]")
            parts.append(part)
        else:
            once.append(f"table[({part}) & {MASK}]")
    # A closure would have a cell for each number, which takes four times the memory.
    names = ", ".join(["table", "whole", *(f"part_{number}" for number in range(len(parts))), *own.split()])
    each = eval(f"lambda {names}: {' + '.join(weights)}")  # noqa: S307 - our table
    given = ", ".join(["table", *shared.split()])
    source = f"lambda {given}: partial(each, table, {', '.join([' + '.join(once), *parts])})"
    made: Callable[..., Callable[..., int]] = eval(source, {"each": each, "partial": partial})  # noqa: S307 - likewise
    return made


def _features_of(scorer: str, columns: str) -> tuple[Feature, ...]:
    """Return the features of a scorer; raises where these do not have just the columns."""
    group, known = features()[scorer], frozenset(columns.split())
    used = frozenset(column for feature in group for column in feature.columns)
    if not used <= known:
        _refuse(scorer, known)
    if used != known:
        raise ValueError(f"features.txt: {scorer}: no feature has the columns {sorted(known - used)}")
    return group


def _refuse(scorer: str, known: frozenset[str]) -> None:
    """Raise ``InputError`` for the first feature of a scorer with a column that is not known."""

    def check(line: str) -> None:
        feature = _read(line)
        if feature.scorer == scorer and not feature.columns.keys() <= known:
            raise ValueError(line)

    rows("newskit_quotes", "features.txt", f"SCORER NUMBER COLUMN …; {scorer} has {' '.join(sorted(known))}", check)


def _sum(columns: Mapping[str, int], products: Counter[tuple[str, int]], named: set[str]) -> str:
    """Return the sum of columns; a product that several features have is worked out at the first and ``named``."""
    parts = []
    for column, factor in columns.items():
        product, name = f"{factor} * {column}", f"{column}_{factor}"
        if factor == 1:
            parts.append(column)
        elif products[column, factor] == 1:
            parts.append(product)
        else:
            parts.append(name if name in named else f"({name} := {product})")
            named.add(name)
    return " + ".join(parts) or "0"
