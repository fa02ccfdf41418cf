"""Whether the confidence of quotes can be trusted, and what a user gets who asks for certain ones only.

A quote is right when half its content and its source are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen

from newskit.bench.quotes import Matched, match
from newskit.bench.tally import Tally

CERTAIN_KINDS = ("direct", "mixed")
THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)
_BINS = 10
Judged = tuple[float, bool]
"""The confidence of a predicted quote, and whether it is right."""


@frozen
class Bin:
    """Predicted quotes whose confidence lies in ``low:high``; ``said`` and ``right`` are shares from 0 to 1."""

    low: float
    high: float
    quotes: int
    said: float
    right: float


def judged(matched: Matched) -> list[Judged]:
    """Return confidence and truth of each predicted quote of an article; one without confidence says 1."""
    right = {pair.predicted for pair in matched.pairs if matched.right(pair)}
    return [
        (1.0 if quote.confidence is None else quote.confidence, place in right)
        for place, quote in enumerate(matched.predicted)
    ]


def reliability(quotes: Iterable[Judged]) -> tuple[Bin, ...]:
    """Return the reliability table: bins of equal width that hold any quote, the lowest first."""
    groups: dict[int, list[Judged]] = {}
    for confidence, right in quotes:
        groups.setdefault(min(int(confidence * _BINS), _BINS - 1), []).append((confidence, right))
    return tuple(
        Bin(
            place / _BINS,
            (place + 1) / _BINS,
            len(group),
            sum(confidence for confidence, _ in group) / len(group),
            sum(right for _, right in group) / len(group),
        )
        for place, group in sorted(groups.items())
    )


def expected_calibration_error(table: Sequence[Bin]) -> float:
    """Return the mean distance of said and right over the quotes of a table (Naeini et al. 2015), from 0 to 1."""
    count = sum(each.quotes for each in table)
    return sum(each.quotes * abs(each.said - each.right) for each in table) / count if count else 0.0


def at_threshold(matched: Matched, threshold: float, kinds: Sequence[str] = CERTAIN_KINDS) -> Tally:
    """Count an article's quotes of some kinds, predicted ones of at least some confidence only.

    Quotes below the threshold are left out before the pairing, as a user would leave them out.
    """
    kept = [quote for quote in matched.predicted if quote.confidence is None or quote.confidence >= threshold]
    certain = match(matched.text, matched.gold, kept)
    right = [pair for pair in certain.pairs if certain.right(pair)]
    return Tally(
        sum(certain.predicted[pair.predicted].kind in kinds for pair in right),
        sum(quote.kind in kinds for quote in certain.predicted),
        sum(certain.gold[pair.gold].kind in kinds for pair in right),
        sum(quote.kind in kinds for quote in certain.gold),
    )
