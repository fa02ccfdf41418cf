"""Draw the quotes whose gold is ``gold/statements.jsonl``, and print them to be read.

Usage: ``sample_statements.py CORPUS=FILE.jsonl[.gz]:EVERY… [--seed N]``. Of each corpus every EVERY-th article is
extracted, and 100 quotes are drawn: 50 of all, 25 of those with a word near the cue that may make it no plain
assertion, 25 of those that no plain verb of saying reports. Of each sort every second one is kept aside. One object a
line: where the quote is, how it was drawn, its half, and the words to read.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import newskit

_PLAIN = re.compile(r"(?:also |had |has |have )*(?:said|says|say|told|added|according to|:)(?: that)?", re.IGNORECASE)
_TELLING = re.compile(
    r"\b(?:not|never|no|den(?:y|ie[ds])|refus\w+|declin\w+|ask\w*|whether|if|unless|would|could|might|may|should|will|must"
    r"|can|cannot|expected|plan\w*|due|set|to)\b|n[’']t\b",
    re.IGNORECASE,
)
_NEAR = 40
_DRAWN = {"any": 50, "marked": 25, "other verb": 25}


def read(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON Lines file, packed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def stratum(text: str, quote: newskit.Quote) -> str:
    """Return which of the strata besides ``any`` a quote is of, "" for none."""
    if quote.cue is None:
        return ""
    if _TELLING.search(text[max(0, quote.cue.start - _NEAR) : quote.cue.end]):
        return "marked"
    return "" if _PLAIN.fullmatch(quote.cue.text) else "other verb"


def marked(text: str, quote: newskit.Quote) -> str:
    """Return the surroundings of a quote with its parts between brackets."""
    parts = [(span, "{", "}") for span in quote.content]
    parts += [(quote.cue, "[[", "]]")] if quote.cue else []
    parts += [(quote.source, "<", ">")] if quote.source else []
    first, last = min(part[0].start for part in parts), max(part[0].end for part in parts)
    shown = text[max(0, first - 120) : last + 30]
    offset = max(0, first - 120)
    marks = sorted([(s.end, 0, close) for s, _, close in parts] + [(s.start, 1, start) for s, start, _ in parts])
    for at, _, mark in reversed(marks):
        shown = shown[: at - offset] + mark + shown[at - offset :]
    return " ".join(shown.split())


def draw(corpus: str, path: Path, every: int, chance: random.Random) -> Iterator[dict[str, Any]]:
    """Yield the sample of one corpus."""
    kit = newskit.Kit()
    pools: dict[str, list[dict[str, Any]]] = {name: [] for name in _DRAWN}
    for number, row in enumerate(read(path)):
        if number % every:
            continue
        document = kit.extract(row["text"], published=row.get("published") or None)
        for quote in document.quotes:
            found = {
                "corpus": corpus,
                "id": row["id"],
                "content": [[span.start, span.end] for span in quote.content],
                "cue": [quote.cue.start, quote.cue.end] if quote.cue else None,
                "words": marked(row["text"], quote),
            }
            pools["any"].append(found)
            pools.get(stratum(row["text"], quote), []).append(found)
    taken: set[str] = set()
    for name, wanted in _DRAWN.items():
        left = [found for found in pools[name] if json.dumps(found) not in taken]
        chosen = chance.sample(left, wanted)
        taken.update(map(json.dumps, chosen))
        for number, found in enumerate(chosen):
            yield {**found, "drawn": name, "half": ("read", "aside")[number % 2]}


def main() -> None:
    """Print the sample of what the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpora", nargs="+", metavar="CORPUS=FILE:EVERY")
    parser.add_argument("--seed", type=int, default=14)
    options = parser.parse_args()
    chance = random.Random(options.seed)  # noqa: S311 - a sample, no secret
    for given in options.corpora:
        corpus, _, rest = given.partition("=")
        path, _, every = rest.rpartition(":")
        for found in draw(corpus, Path(path), int(every), chance):
            print(json.dumps(found, ensure_ascii=False))


if __name__ == "__main__":
    main()
