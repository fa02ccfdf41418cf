"""An evaluation as tables to read, and as one object for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from newskit.bench import dates, entities, quotes, titles
from newskit.bench.confidence import expected_calibration_error
from newskit.bench.misses import SORTS, Miss, words
from newskit.bench.ratchet import Finding
from newskit.bench.scoring import Evaluation
from newskit.bench.tally import Share, Tally
from newskit.formats.text import printable

Interval = tuple[float, float]
_LABELS = ("all", *entities.LABELS)


def to_record(evaluation: Evaluation) -> dict[str, object]:
    """Return scores and intervals, and for quotes calibration and the not-speech class, as JSON has them."""
    record: dict[str, object] = {
        "layer": evaluation.layer,
        "documents": len(evaluation.documents),
        "missing": list(evaluation.missing),
        "scores": evaluation.scores(),
        "intervals": {name: [round(low, 1), round(high, 1)] for name, (low, high) in evaluation.intervals().items()},
    }
    if evaluation.layer == "quotes":
        bins = evaluation.reliability()
        record["calibration"] = {
            "expected_calibration_error": round(expected_calibration_error(bins), 4),
            "bins": [
                {
                    "low": each.low,
                    "high": each.high,
                    "quotes": each.quotes,
                    "said": round(100 * each.said, 1),
                    "right": round(100 * each.right, 1),
                }
                for each in bins
            ],
            "thresholds": [
                {"confidence": least, "pred": tally.predicted, **tally.to_dict()}
                for least, tally in evaluation.at_thresholds().items()
            ],
        }
        tally = evaluation.not_speech()
        record["not_speech"] = {"gold": tally.gold, "pred": tally.predicted, **tally.to_dict()}
    if evaluation.layer == "dates":
        sums = evaluation.sums
        record["types"] = {
            kind: {
                "gold": sums[f"{kind}.relaxed"].gold,
                "pred": sums[f"{kind}.relaxed"].predicted,
                **{measure: sums[f"{kind}.{measure}"].to_dict() for measure in dates.MEASURES},
            }
            for kind in _types(sums)
        }
    return record


def _types(sums: Mapping[str, Tally]) -> list[str]:
    """Return the types of time expressions that were counted, the commonest in the gold first."""
    kinds = {name.partition(".")[0] for name in sums if "." in name}
    return sorted(kinds, key=lambda kind: (-sums[f"{kind}.relaxed"].gold, kind))


def table(*columns: str, left: int = 1) -> Table:
    """Return an empty table, its first columns to the left and the others to the right."""
    made = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold cyan")
    for place, column in enumerate(columns):
        made.add_column(column, justify="left" if place < left else "right", no_wrap=True)
    return made


def to_tables(evaluation: Evaluation) -> RenderableType:
    """Return the tables of a layer."""
    sums, intervals = evaluation.sums, evaluation.intervals()
    if evaluation.layer == "entities":
        names = {kind: [(each, f"{kind}.{each}") for each in ("labelled", "span")] for kind in _LABELS}
        return _measures(names, sums, intervals)
    if evaluation.layer == "dates":
        kinds = {"all": [(each, each) for each in dates.MEASURES]}
        kinds |= {kind: [(each, f"{kind}.{each}") for each in dates.MEASURES] for kind in _types(sums)}
        accuracy = Text(f"value right, of those found: {_percent(dates.value_accuracy(sums))}")
        return Group(_measures(kinds, sums, intervals), Text(), accuracy)
    if evaluation.layer == "titles":
        return Group(*_titles(sums, intervals))
    return Group(*_quotes(evaluation))


def _measures(
    rows: Mapping[str, Sequence[tuple[str, str]]], sums: Mapping[str, Tally], intervals: Mapping[str, Interval]
) -> Table:
    """Return a table of kinds, each with its measures as they are shown and as they are counted."""
    made = table("KIND", "MEASURE", "GOLD", "FOUND", "P", "R", "F1", "95 % OF F1", left=2)
    for kind, measures in rows.items():
        for place, (shown, name) in enumerate(measures):
            tally = sums[name]
            first = "" if place else kind
            low_high = f"{intervals[name][0]:.1f} to {intervals[name][1]:.1f}" if name in intervals else ""
            made.add_row(first, shown, str(tally.gold), str(tally.predicted), *_three(tally), low_high)
    return made


def _three(tally: Tally) -> list[str]:
    return [f"{figure:.1f}" for figure in tally.to_dict().values()]


def _percent(share: Share) -> str:
    rounded = share.rounded()
    return "–" if rounded is None else f"{rounded:.1f}"


def _quotes(evaluation: Evaluation) -> Iterator[RenderableType]:
    sums = evaluation.sums
    shown = ("exact", "near", "half", "attr")
    rows = {"letters": [("char", "char")]} | {
        kind: [(each, f"{kind}.{each}") for each in shown] for kind in quotes.KINDS
    }
    tally = evaluation.not_speech()
    yield _measures({**rows, "not speech": [("<= 8 words", "not")]}, {**sums, "not": tally}, evaluation.intervals())
    accuracies = (f"{kind} {_percent(quotes.speaker_accuracy(sums, kind))}" for kind in quotes.KINDS)
    yield Text(f"\nsource right, of those found by half: {', '.join(accuracies)}\n")
    bins = evaluation.reliability()
    made = table("CONFIDENCE", "QUOTES", "SAID", "RIGHT")
    for each in bins:
        span = f"{each.low:.1f} to {each.high:.1f}"
        made.add_row(span, str(each.quotes), f"{100 * each.said:.1f}", f"{100 * each.right:.1f}")
    yield made
    yield Text(f"expected calibration error {expected_calibration_error(bins):.3f}\n")
    made = table("DIRECT AND MIXED", "FOUND", "P", "R")
    for least, tally in evaluation.at_thresholds().items():
        precision, recall, _ = _three(tally)
        made.add_row(f"confidence >= {least:.2f}", str(tally.predicted), precision, recall)
    yield made


def _titles(sums: dict[str, Tally], intervals: Mapping[str, Interval]) -> Iterator[RenderableType]:
    yield _measures(
        {row: [(each, f"{row}.{each}") for each in titles.MEASURES] for row in titles.ROWS}, sums, intervals
    )
    for line, group in (("right, of those found", "given"), ("found by the same span", "kind")):
        listed = (f"{name} {_percent(share)}" for name, share in titles.shares(sums, "all", group).items())
        yield Text(f"\n{line}: {', '.join(listed)}")


def ratchet_table(findings: Sequence[Finding]) -> Table:
    """Return floors and scores, and whether they hold."""
    made = table("GOLD", "LAYER", "MEASURE", "FLOOR", "F1", "", left=3)
    for finding in findings:
        score = "" if finding.score is None else f"{finding.score:.1f}"
        verdict = "holds" if finding.holds else "the gold changed" if finding.score is None else "FELL"
        style = None if finding.holds else "red"
        pinned = finding.pinned
        made.add_row(pinned.path, pinned.layer, finding.measure, f"{finding.floor:.1f}", score, verdict, style=style)
    return made


def to_listing(evaluation: Evaluation, found: Sequence[Miss], most: int) -> str:
    """Return the misses as text: each sort with its count, and at most ``most`` of it, evenly over the corpus."""
    texts = {each.gold.id: each.gold.text for each in evaluation.documents}
    counts = Counter(miss.sort for miss in found)
    lines = []
    for sort in SORTS[evaluation.layer]:
        lines.append(f"{sort}: {counts[sort]}")
        of_sort = [miss for miss in found if miss.sort == sort]
        step = max(1, len(of_sort) / most)
        shown = [of_sort[int(place * step)] for place in range(min(most, len(of_sort)))]
        lines += (f"  {_line(miss, texts[miss.id])}" for miss in shown)
        if len(of_sort) > most:
            lines.append(f"  … and {len(of_sort) - most} more")
    return "\n".join(lines) + "\n"


def _line(miss: Miss, text: str) -> str:
    where = (*miss.gold, *miss.predicted)[0][0]
    gold, predicted = words(text, miss.gold), words(text, miss.predicted)
    said = [gold and f"gold “{gold}”", f"got “{predicted}”" if predicted and predicted != gold else ""]
    rule = f"[{miss.rule}]" if miss.rule else ""
    return printable(" ".join(filter(None, (f"{miss.id}:{where}", miss.kind, *said, miss.note, rule))))
