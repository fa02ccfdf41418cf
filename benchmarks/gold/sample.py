"""Print the ids of the articles for the world gold of titles: seeded draws, alternately for development and kept.

Usage: ``sample.py WORLDWIDE_TRAIN WORLDWIDE_DEV BBC``, files of JSON Lines, ``.gz`` where they end so. Articles of 700
to 1,900 characters (2,100 in the second draw) are drawn, from ``worldwide`` at most two of a region, none by what it
says; BBC's of all sections. The second draw leaves out what the first took.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

SHORTEST = 700
MOST_OF_A_REGION = 2


class Draw(NamedTuple):
    """A seed, how many articles are drawn from either corpus, the longest of them and the most of a section of BBC."""

    number: int
    seed: int
    longest: int
    world: int
    bbc: int
    most_of_a_section: int


DRAWS = (Draw(1, 1506, 1900, 44, 10, 2), Draw(2, 1507, 2100, 44, 20, 4))


def read(path: Path) -> list[dict[str, str]]:
    """Return the articles of a file."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    return [each for each in articles if not each.get("duplicate")]


def drawn(articles: list[dict[str, str]], count: int, most: int, chance: random.Random) -> list[str]:
    """Return the ids of ``count`` articles in a random order, at most ``most`` of a region or a section."""
    taken: list[str] = []
    seen: Counter[str] = Counter()
    for each in chance.sample(sorted(articles, key=lambda article: article["id"]), len(articles)):
        group = each.get("region") or each["section"]
        if seen[group] < most and len(taken) < count:
            seen[group] += 1
            taken.append(each["id"])
    return taken


def main() -> None:
    """Print a line for each article: the draw, the half and the id."""
    train, dev, bbc = (read(Path(each)) for each in sys.argv[1:])
    taken: set[str] = set()
    for draw in DRAWS:
        chance = random.Random(draw.seed)  # noqa: S311 - a draw that anybody can repeat
        ids: list[str] = []
        for corpus, count, most in (
            (train + dev, draw.world, MOST_OF_A_REGION),
            (bbc, draw.bbc, draw.most_of_a_section),
        ):
            fit = [each for each in corpus if SHORTEST <= len(each["text"]) <= draw.longest and each["id"] not in taken]
            ids += drawn(fit, count, most, chance)
        taken.update(ids)
        for number, each in enumerate(ids):
            print(draw.number, "kept" if number % 2 else "dev", each)


if __name__ == "__main__":
    main()
