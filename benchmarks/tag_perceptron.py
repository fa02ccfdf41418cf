"""The averaged perceptron behind the tagger's weights, for ``train_tags.py``."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator

from newskit.text.tags import around_features, left_features, right_features, seen_from_before
from newskit.text.word_classes import SEEN_THROUGH, candidates

EPOCHS = 5
SEEDS = 4
COMMON = 4
"""A feature is learned where it occurs this often."""
PRUNE = 1
"""Weights below this, after scaling, are dropped."""
SCALE = 2

Instance = tuple[list[str], list[str]]
"""The entries of a sentence, and its gold tags."""


def features(before: list[str], own: str, after: str) -> list[str]:
    """Return all features of an ambiguous entry after two tags and before another entry."""
    left = f"{before[-2]} {before[-1]}" if before[-1] in SEEN_THROUGH else before[-1]
    right = seen_from_before(after)
    around = around_features((before[-1], candidates(after)[0]))
    return [*left_features(own, left), *right_features(own, right), *around]


def common_features(data: list[Instance]) -> set[str]:
    """Return the features that occur often enough to be learned."""
    seen: Counter[str] = Counter()
    for entries, gold in data:
        tags = [".", ".", *gold]
        for index, (entry, after) in enumerate(zip(entries, [*entries[1:], "."], strict=True)):
            if len(candidates(entry)) > 1:
                seen.update(features(tags[index : index + 2], entry, after))
    return {feature for feature, count in seen.items() if count >= COMMON}


class Perceptron:
    """An averaged perceptron that tags from left to right and learns from its own slips."""

    def __init__(self, common: set[str]) -> None:
        self.common = common
        self.weights: dict[str, dict[str, float]] = defaultdict(dict)
        self.totals: dict[tuple[str, str], float] = defaultdict(float)
        self.stamps: dict[tuple[str, str], int] = defaultdict(int)
        self.clock = 0

    def change(self, feature: str, tag: str, by: float) -> None:
        """Change a weight and account for the steps through which it stood."""
        old = self.weights[feature].get(tag, 0.0)
        self.totals[feature, tag] += (self.clock - self.stamps[feature, tag]) * old
        self.stamps[feature, tag] = self.clock
        self.weights[feature][tag] = old + by

    def choose(self, found: list[str], tags: tuple[str, ...]) -> str:
        """Return the best of these tags."""
        scores = dict.fromkeys(tags, 0.0)
        for feature in found:
            for tag, weight in self.weights.get(feature, {}).items():
                if tag in scores:
                    scores[tag] += weight
        return max(scores, key=scores.__getitem__)

    def learn(self, entries: list[str], gold: list[str]) -> None:
        """Learn from one sentence."""
        before = [".", "."]
        for entry, after, right in zip(entries, [*entries[1:], "."], gold, strict=True):
            tags = candidates(entry)
            guess = tags[0]
            if len(tags) > 1:
                self.clock += 1
                found = [feature for feature in features(before, entry, after) if feature in self.common]
                guess = self.choose(found, tags)
                if guess != right and right in tags:
                    for feature in found:
                        self.change(feature, right, 1.0)
                        self.change(feature, guess, -1.0)
            before = [before[-1], guess]

    def sums(self) -> Iterator[tuple[str, str, float]]:
        """Yield each weight summed over all steps."""
        for (feature, tag), total in self.totals.items():
            yield feature, tag, total + (self.clock - self.stamps[feature, tag]) * self.weights[feature][tag]


def learn(data: list[Instance]) -> dict[str, dict[str, int]]:
    """Return the averaged weights of several perceptrons, which differ in the order of the sentences."""
    common, steps = common_features(data), 0
    sums: dict[tuple[str, str], float] = defaultdict(float)
    for seed in range(SEEDS):
        perceptron, order = Perceptron(common), random.Random(seed)  # noqa: S311 - likewise
        shuffled = list(data)
        for _ in range(EPOCHS):
            order.shuffle(shuffled)
            for entries, gold in shuffled:
                perceptron.learn(entries, gold)
        for feature, tag, total in perceptron.sums():
            sums[feature, tag] += total
        steps += perceptron.clock
    averaged: dict[str, dict[str, int]] = defaultdict(dict)
    for (feature, tag), total in sums.items():
        if abs(SCALE * total / steps) >= PRUNE:
            averaged[feature][tag] = round(SCALE * total / steps)
    return averaged
