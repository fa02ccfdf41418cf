"""Print the tables of accuracy in README.md: the whole kit against every gold corpus that is there.

usage: python benchmarks/accuracy.py CORPORA

CORPORA holds the corpora as docs/how-to/get-corpora.md says; one that is missing is left out. Precision, recall and F1
of each measure, with the 95 % interval of the last measure's F1.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from newskit import Article, Kit
from newskit.bench.annotated import Annotated, Layer
from newskit.bench.corpora import checksum, read_gold
from newskit.bench.scoring import Evaluation, evaluate, of_document

HERE = Path(__file__).parent
FIRST_PARTY = [f"newskit_{name}" for name in ("structure", "dates", "titles", "names", "quotes")]
TABLES: dict[Layer, tuple[Sequence[tuple[str, str]], Sequence[str], Sequence[str]]] = {
    "quotes": (
        [("PolNeAR dev", "PolNeAR/data/dev"), ("PolNeAR dev, JSON Lines", "polnear/dev.jsonl")],
        ("all", "direct", "mixed", "indirect"),
        ("exact", "half", "attr"),
    ),
    "dates": (
        [
            ("TimeBank", "TempEval-3/data/TBAQ-cleaned/TimeBank"),
            ("AQUAINT", "TempEval-3/data/TBAQ-cleaned/AQUAINT"),
            ("both", "TempEval-3/data/TBAQ-cleaned"),
            ("WikiWars train", "wikiwars/train.jsonl"),
        ],
        ("",),
        ("strict", "relaxed", "value"),
    ),
    "entities": ([("IEER", "ieer/devtest.jsonl")], ("all", "person", "organization", "place"), ("span", "labelled")),
    "titles": ([("GUM", str(HERE / "gold" / "titles-gum.jsonl"))], ("all", "attached", "plain"), ("span", "facts")),
}
"""For each layer its golds, the rows of each, and the measures."""


@cache
def kit() -> Kit:
    """Return the first-party plugins, whatever else is installed."""
    return Kit(plugins=FIRST_PARTY, block=())


@cache
def predict(gold: Annotated) -> Annotated:
    """Run the kit on an article."""
    article = Article(gold.text, id=gold.id, published=gold.published, publisher=gold.publisher)
    return of_document(kit().extract(article))


def rows(name: str, evaluation: Evaluation, kinds: Sequence[str], measures: Sequence[str]) -> Iterator[str]:
    """Yield the rows of a table for one gold."""
    sums, intervals = evaluation.sums, evaluation.intervals()
    for kind in kinds:
        names = [f"{kind}.{measure}" if kind else measure for measure in measures]
        cells = [" / ".join(f"{figure:.1f}" for figure in sums[each].to_dict().values()) for each in names]
        low, high = intervals[names[-1]]
        counts = sums[names[0]]
        yield f"| {f'{name}, {kind}' if kind else name} | {counts.gold} | {counts.predicted} | " + " | ".join(
            (*cells, f"{low:.1f} to {high:.1f} |")
        )


def find(corpora: Path, place: str) -> Path | None:
    """Return where a gold is, None where it is not there."""
    return next((each for each in (corpora / place, corpora / "upstream" / place) if each.exists()), None)


def main() -> None:
    """Print a table for each layer, and what was measured."""
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():  # noqa: PLR2004 - the program and one folder
        sys.exit(__doc__)
    corpora = Path(sys.argv[1])
    print(f"Measured on {dt.datetime.now(dt.UTC).date()}.")
    for layer, (golds, kinds, measures) in TABLES.items():
        there = [(name, path) for name, place in golds if (path := find(corpora, place))]
        if not there:
            continue
        columns = ("", "gold", "found", *(f"{measure} P / R / F" for measure in measures), f"95 % of {measures[-1]} F")
        print(f"\n**{layer.capitalize()}**\n\n| {' | '.join(columns)} |\n|{'---|' * len(columns)}")
        notes = []
        for name, path in there:
            evaluation = evaluate(layer, read_gold(path), predict)
            print(*rows(name, evaluation, kinds, measures), sep="\n")
            more = f", letters F {evaluation.sums['char'].f1:.1f}" if layer == "quotes" else ""
            notes.append(f"{name}: {len(evaluation.documents)} articles{more}, SHA-256 {checksum(path)[:12]}…")
        print("\n" + "; ".join(notes) + ".")


if __name__ == "__main__":
    main()
