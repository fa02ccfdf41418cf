"""Print the ids of the articles for the world gold of titles: a seeded draw, alternately for development and kept.

Usage: ``sample.py WORLDWIDE_TRAIN WORLDWIDE_DEV BBC``, files of JSON Lines, ``.gz`` where they end so. Articles of 700
to 1,900 characters are drawn, from ``worldwide`` at most two of a region, none by what it says; BBC's of all sections.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections import Counter
from pathlib import Path

SEED = 1506
SHORTEST, LONGEST = 700, 1900
MOST_OF_A_REGION = 2
WORLD, BBC = 44, 10


def read(path: Path) -> list[dict[str, str]]:
    """Return the articles of a file that are of the length to be read."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    return [each for each in articles if SHORTEST <= len(each["text"]) <= LONGEST and not each.get("duplicate")]


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
    """Print a line for each article: the half and the id."""
    train, dev, bbc = map(Path, sys.argv[1:])
    chance = random.Random(SEED)  # noqa: S311 - a draw that anybody can repeat
    world = drawn(read(train) + read(dev), WORLD, MOST_OF_A_REGION, chance)
    for number, each in enumerate(world + drawn(read(bbc), BBC, MOST_OF_A_REGION, chance)):
        print("kept" if number % 2 else "dev", each)


if __name__ == "__main__":
    main()
