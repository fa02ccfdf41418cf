r"""Measure the speed of the whole kit in bare token passes, and what importing newskit costs.

usage: python benchmarks/speed.py [CORPUS.jsonl[.gz] …] [--articles N]

A bare pass collects the spans of ``\w+|[^\w\s]`` with the regex package over the same text in the same run, so that
the ratio holds on any machine. Without a corpus, the seed document is measured.
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import regex

import newskit
from newskit.extractor import Doc
from newskit.text import Ground

SEED = Path(__file__).parent.parent / "seeds" / "000_9b9daa9efa5b48ea.txt"
BARE = regex.compile(r"\w+|[^\w\s]")
IMPORTS = """
import time
start = time.process_time(); import attrs, pluggy, regex; before = time.process_time() - start
start = time.process_time(); import newskit; after = time.process_time() - start
print((before + after) / before)
"""


def read(path: Path, limit: int | None) -> list[newskit.Article]:
    """Read the articles of a JSON Lines file, at most ``limit``."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line, _ in zip(lines, range(limit or sys.maxsize), strict=False)]
    return [newskit.Article(each["text"], id=each["id"], published=each.get("published")) for each in records]


def best(*runs: Callable[[], object], rounds: int) -> list[float]:
    """Return the least processor time of each, in seconds, run in turn: what else the machine does only adds."""
    times: list[list[float]] = [[] for _ in runs]
    for _ in range(rounds):
        for run, taken in zip(runs, times, strict=True):
            start = time.process_time()
            run()
            taken.append(time.process_time() - start)
    return [min(taken) for taken in times]


def bare_pass(articles: Iterable[newskit.Article]) -> None:
    """Collect the spans of bare tokens."""
    for article in articles:
        _ = [match.span() for match in BARE.finditer(article.text)]


def each_extractor(kit: newskit.Kit, articles: list[newskit.Article]) -> dict[str, float]:
    """Return the seconds that each extractor takes, what it reads and the shared ground being there already."""
    spent: dict[str, float] = {}
    for article in articles:
        document = kit.extract(article)
        ground = Ground(article.text)
        start = time.process_time()
        _ = ground.sentences, ground.quotations, ground.tags
        spent["shared ground"] = spent.get("shared ground", 0.0) + time.process_time() - start
        for step in kit.plan:
            for maker in step.makers:
                doc = Doc(article, ground, document.layers, maker)
                start = time.process_time()
                for _ in maker(doc):
                    pass
                taken = time.process_time() - start
                spent[maker.qualified_name] = spent.get(maker.qualified_name, 0.0) + taken
    return spent


def import_ratio() -> float:
    """Return the time of importing newskit over that of importing attrs, pluggy and regex: the median of 15 runs."""
    runs = [
        float(subprocess.run([sys.executable, "-c", IMPORTS], capture_output=True, text=True, check=True).stdout)
        for _ in range(15)
    ]
    return statistics.median(runs)


def report(name: str, kit: newskit.Kit, articles: list[newskit.Article], rounds: int) -> None:
    """Print the figures of one corpus."""
    size = sum(len(article.text) for article in articles)
    for document in kit.pipe(articles):
        for failure in document.failures:
            print(f"  FAILED {failure.article_id} {failure.extractor}: {failure.error}")
    bare, whole = best(
        lambda: bare_pass(articles), lambda: [kit.extract(article) for article in articles], rounds=rounds
    )
    print(f"{name}: {len(articles)} articles, {size:,} characters")
    print(f"  whole kit {whole / bare:.1f} bare passes, {size / whole / 1e3:,.0f} k characters/s")
    print(f"  {1e3 * whole / len(articles):.2f} ms an article")
    for extractor, seconds in each_extractor(kit, articles).items():
        print(f"    {extractor:34} {seconds / bare:5.1f} bare passes")


def main() -> None:
    """Measure what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpora", nargs="*", type=Path)
    parser.add_argument("--articles", type=int, help="read at most this many articles of each corpus")
    arguments = parser.parse_args()
    kit = newskit.Kit()
    print(f"import: {import_ratio():.2f} times attrs, pluggy and regex")
    seed = newskit.Article(SEED.read_text(encoding="utf-8"), id=SEED.stem, published="2025-02-18")
    report("seed document", kit, [seed], rounds=100)
    for path in arguments.corpora:
        report(path.name, kit, read(path, arguments.articles), rounds=7)


if __name__ == "__main__":
    main()
