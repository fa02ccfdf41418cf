"""Score what quotes report and how against the readings of ``gold/statements.jsonl``.

Usage: ``score_statements.py CORPUS=FILE.jsonl[.gz]… [--half HALF] [--list]``, the corpora being those of the gold
(``bbc``, ``worldwide``, ``polnear``). Counts the half that was ``read`` to write the rules, the one that was kept
``aside``, or what was drawn and read ``later``, when these two had been counted. A quote that is no more found with the
same cue and the same beginning is counted apart and not scored. One JSON object.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sample_statements import marked, read

import newskit

HERE = Path(__file__).parent


def matching(document: newskit.Document, row: dict[str, Any]) -> newskit.Quote | None:
    """Return the quote of a document that a row is about."""
    for quote in document.quotes:
        cue = [quote.cue.start, quote.cue.end] if quote.cue else None
        same = any(span.start <= row["content"][0][0] < span.end for span in quote.content)
        if same and (cue == row["cue"] or (cue and row["cue"] and cue[0] < row["cue"][1] and row["cue"][0] < cue[1])):
            return quote
    return None


def scored(
    rows: list[dict[str, Any]], files: dict[str, Path]
) -> Iterator[tuple[dict[str, Any], newskit.Quote | None, str]]:
    """Yield each row of the gold with the quote that it is about, and the article's text."""
    kit = newskit.Kit()
    for corpus, path in files.items():
        wanted: dict[str, list[dict[str, Any]]] = {}
        for row in rows:
            if row["corpus"] == corpus:
                wanted.setdefault(row["id"], []).append(row)
        for article in read(path):
            if article["id"] in wanted:
                document = kit.extract(article["text"], published=article.get("published") or None)
                for row in wanted[article["id"]]:
                    yield row, matching(document, row), article["text"]


def main() -> None:
    """Score what the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpora", nargs="+", metavar="CORPUS=FILE")
    parser.add_argument("--half", choices=("read", "aside", "later"), default="read", help="which rows are scored")
    parser.add_argument("--list", action="store_true", help="print what is wrong")
    options = parser.parse_args()
    files = {name: Path(path) for name, _, path in (given.partition("=") for given in options.corpora)}
    rows = [row for row in read(HERE / "gold" / "statements.jsonl") if row["half"] == options.half]
    counts: Counter[str] = Counter()
    for row, quote, text in scored(rows, files):
        if quote is None:
            counts["no more found"] += 1
            continue
        counts["quotes"] += 1
        for name, found in (("reports", quote.reports), ("status", quote.status)):
            counts[f"{name} right"] += found == row[name]
            if found != row[name]:
                counts[f"{name}: {row[name]} as {found}"] += 1
        both = (quote.reports, quote.status) == (row["reports"], row["status"])
        is_statement = quote.reports in ("speech", "writing") and quote.status == "asserted"
        said = row["reports"] in ("speech", "writing") and row["status"] == "asserted"
        counts["both right"] += both
        counts["statement or none, right"] += is_statement == said
        if row["drawn"] == "any":
            counts["drawn of all"] += 1
            counts["drawn of all, both right"] += both
        if options.list and not both:
            told = f"{quote.reports}/{quote.status} for {row['reports']}/{row['status']}"
            print(row["corpus"], row["id"], told, quote.reports_rule, "|", quote.status_rule, file=sys.stderr)
            print("   ", marked(text, quote), file=sys.stderr)
    print(json.dumps(dict(sorted(counts.items())), ensure_ascii=False))


if __name__ == "__main__":
    main()
