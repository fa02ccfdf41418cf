"""Time expressions counted as in TempEval-3 (UzZaman et al. 2013)."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from newskit.bench.annotated import Timex
from newskit.bench.tally import Share, Tally

MEASURES = ("strict", "relaxed", "value", "type")


def normalised(value: str | None) -> str:
    """Return a TIMEX3 value as it is compared: without outer spaces, in capitals."""
    return str(value or "").strip().upper()


@frozen
class Pair:
    """A gold and a predicted time expression that overlap."""

    gold: Timex
    predicted: Timex

    def right(self, measure: str) -> bool:
        """Tell whether the pair counts for ``strict``, ``relaxed``, ``value`` or ``type``."""
        gold, predicted = self.gold, self.predicted
        if measure == "strict":
            return (gold.start, gold.end) == (predicted.start, predicted.end)
        if measure == "value":
            return normalised(gold.value) == normalised(predicted.value)
        return measure == "relaxed" or gold.type == predicted.type


def pairs(gold: Sequence[Timex], predicted: Sequence[Timex]) -> tuple[Pair, ...]:
    """Pair each gold expression, in its order, with the free predicted one that overlaps most; the later of equals."""
    free = sorted(predicted, key=lambda timex: timex.start)
    found = []
    for timex in gold:
        overlaps = [
            (min(timex.end, other.end) - max(timex.start, other.start), place)
            for place, other in enumerate(free)
            if other.start < timex.end and timex.start < other.end
        ]
        if overlaps:
            found.append(Pair(timex, free.pop(max(overlaps)[1])))
    return tuple(found)


def tallies(gold: Sequence[Timex], predicted: Sequence[Timex]) -> dict[str, Tally]:
    """Count one article: each measure over all, and under ``TYPE.measure`` for each type that either side states."""
    paired = pairs(gold, predicted)
    counts = {
        measure: Tally.of(sum(pair.right(measure) for pair in paired), len(predicted), len(gold))
        for measure in MEASURES
    }
    for kind in sorted({str(timex.type) for timex in (*gold, *predicted)}):
        for measure in MEASURES:
            right = [pair for pair in paired if pair.right(measure)]
            counts[f"{kind}.{measure}"] = Tally(
                sum(str(pair.predicted.type) == kind for pair in right),
                sum(str(timex.type) == kind for timex in predicted),
                sum(str(pair.gold.type) == kind for pair in right),
                sum(str(timex.type) == kind for timex in gold),
            )
    return counts


def value_accuracy(sums: dict[str, Tally]) -> Share:
    """Return the share of the expressions found that have the right value."""
    return Share(sums["value"].right_gold, sums["relaxed"].right_gold)


def scores(sums: dict[str, Tally]) -> dict[str, object]:
    """Return the measures of time expressions in per cent, and the numbers of expressions."""
    every = sums["relaxed"]
    strict, relaxed, value, kind = (sums[measure].to_dict() for measure in MEASURES)
    return {
        "gold": every.gold,
        "pred": every.predicted,
        "strict": strict,
        "relaxed": relaxed,
        "value": value,
        "value_acc": value_accuracy(sums).rounded(),
        "type": kind,
    }
