"""Draw random time expressions from articles, each in its line of text, to be read by eye for false alarms.

usage: python benchmarks/sample_dates.py CORPUS.jsonl[.gz] … [--hits N] [--seed N]
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path

import newskit

_AROUND = 45
"""Characters of the text that are shown on each side."""


def articles(path: Path) -> Iterator[newskit.Article]:
    """Yield the articles of a JSON Lines file."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield newskit.Article(record["text"], id=record["id"], published=record.get("published"))


def hits(kit: newskit.Kit, every: list[newskit.Article]) -> Iterator[str]:
    """Yield each time expression as a line: publication day, rule, value, and the words around it."""
    for article in every:
        text = article.text
        for found in kit.extract(article).dates:
            start, end = found.span.start, found.span.end
            before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
            shown = f"{before}[{found.span.text}]{after}".replace("\n", " ")
            yield f"{article.published or '-'} {found.rule} {found.value} | {shown}"


def main() -> None:
    """Print the sample of what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--hits", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    texts = {article.text: article for path in arguments.corpora for article in articles(path)}
    every = list(texts.values())  # corpora tell some articles twice
    words = sum(len(article.text.split()) for article in every)
    found = list(hits(newskit.Kit(plugins=["newskit_dates"]), every))
    print(f"{len(every)} articles, {words:,} words, {len(found):,} hits: one in {words / len(found):.1f} words")
    for line in random.Random(arguments.seed).sample(found, min(arguments.hits, len(found))):  # noqa: S311 - a sample
        print(line)


if __name__ == "__main__":
    main()
