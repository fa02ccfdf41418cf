"""People across articles against the gold pairs: precision, recall and F of "one person".

``newskit run CORPORA -o FACTS --tables people``, ``newskit people FACTS -o PEOPLE``, then
``python benchmarks/score_people.py FACTS PEOPLE [PART]``. The gold, ``gold/people_pairs.jsonl``, has pairs of first
mentions by article and offset in BBC News and worldwide train; ``PART`` is ``dev`` or ``kept``.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path

GOLD = Path(__file__).parent / "gold" / "people_pairs.jsonl"


def rows(folder: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of the CSV files of a folder."""
    for file in sorted(folder.glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as opened:
            yield from csv.DictReader(opened)


def main(facts: str, people: str, part: str = "") -> None:
    """Print the figures, by sample and in all."""
    entities = {(row["article"], int(row["start"])): row["entity"] for row in rows(Path(facts) / "people")}
    persons = {(row["article"], row["entity"]): row["person"] for row in rows(Path(people) / "mentions")}
    gold = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    counts: dict[str, list[int]] = {}
    missing = 0
    for pair in gold:
        if part and pair["part"] != part:
            continue
        found = [
            persons.get((article, entities.get((article, start), ""))) for article, start in (pair["a"], pair["b"])
        ]
        missing += None in found
        same = found[0] == found[1] is not None
        for sample in (pair["sample"], "all"):
            right, said, there = counts.setdefault(sample, [0, 0, 0])
            counts[sample] = [right + (same and pair["same"]), said + same, there + pair["same"]]
    for sample, (right, said, there) in counts.items():
        precision, recall = right / max(said, 1), right / max(there, 1)
        print(
            f"{sample:8} precision {precision:.1%} recall {recall:.1%} F {2 * right / max(said + there, 1):.1%}", there
        )
    print(f"{missing} pairs with a mention that is no longer found")


if __name__ == "__main__":
    main(*sys.argv[1:])
