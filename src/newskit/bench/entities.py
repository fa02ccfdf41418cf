"""Names counted: exact spans, with and without their label."""

from __future__ import annotations

from collections.abc import Sequence

from newskit.bench.annotated import Name
from newskit.bench.tally import Tally

LABELS = ("person", "organization", "place")
_LABELS = {"per": "person", "org": "organization", "pla": "place", "loc": "place", "gpe": "place"}
Labelled = tuple[int, int, str]


def label_of(label: str) -> str | None:
    """Return the label under which a name counts, None for one that does not: ``LOCATION`` and ``GPE`` are places."""
    return _LABELS.get(label.lower()[:3])


def labelled(names: Sequence[Name]) -> set[Labelled]:
    """Return the spans that count, each once, with their labels."""
    return {(name.start, name.end, label) for name in names if (label := label_of(name.label))}


def tallies(gold: Sequence[Name], predicted: Sequence[Name]) -> dict[str, Tally]:
    """Count one article: ``labelled`` and ``span`` for ``all`` and for each label."""
    counts = {}
    golds, found = labelled(gold), labelled(predicted)
    for kind in ("all", *LABELS):
        mine = {each for each in golds if kind in ("all", each[2])}
        theirs = {each for each in found if kind in ("all", each[2])}
        spans = len({each[:2] for each in mine} & {each[:2] for each in theirs})
        counts[f"{kind}.labelled"] = Tally.of(len(mine & theirs), len(theirs), len(mine))
        counts[f"{kind}.span"] = Tally.of(spans, len(theirs), len(mine))
    return counts


def scores(sums: dict[str, Tally]) -> dict[str, object]:
    """Return the measures of names in per cent by label, and the numbers of names."""
    return {
        kind: {
            "gold": sums[f"{kind}.span"].gold,
            "pred": sums[f"{kind}.span"].predicted,
            **{measure: sums[f"{kind}.{measure}"].to_dict() for measure in ("labelled", "span")},
        }
        for kind in ("all", *LABELS)
    }
