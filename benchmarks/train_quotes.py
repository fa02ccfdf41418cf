"""Train the linear model of the quotes plugin.

usage: python benchmarks/train_quotes.py TRAIN.jsonl[.gz] [OUT]

TRAIN is PolNeAR train as JSON Lines: ``text`` and ``quotes`` with ``content``, ``cue`` and ``source`` as lists of
``[start, end]``. OUT is the packed model (default: the one that ships). One multinomial classifier finds cues, five
rankers choose boundaries and sources among the candidates that the plugin itself makes; all are trained by AdaGrad on
log loss in plain Python, with a fixed seed, so that the same input gives the same file.
"""

from __future__ import annotations

import gzip
import json
import math
import random
import sys
import zlib
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import newskit
from newskit.extractor import Doc
from newskit.text import Ground
from newskit_quotes import contents, cues, sources
from newskit_quotes.attribution import find
from newskit_quotes.cues import AROUND, LEFT, NONE, RIGHT
from newskit_quotes.forms import cue_forms
from newskit_quotes.judges import LAYOUTS, ByModel, end_values, source_ranks
from newskit_quotes.model import SCALE, STEPS, Model, step_of, unpack
from newskit_quotes.page import Page
from newskit_quotes.speech import Attribution

SHIPPED = Path(__file__).parent.parent / "plugins" / "newskit_quotes" / "weights.bin"
SLIGHT = 0.002
FEWEST, RAREST = 2, 0.04
"""A word may head a cue that heads so many, and such a share of its uses, in training."""
RARE = 5
"""A word of the lexicon that is seen less often may head a cue for all that the training articles can say."""
RARE_VALUE = 3
"""Feature values seen less often are left out."""
EPOCHS = {"cue": 8}
Example = tuple[list[list[str]], set[int]]
"""The candidates' feature values, and which of them are right."""


def read(path: str) -> list[dict[str, Any]]:
    """Read JSON Lines, packed or not."""
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


STRUCTURE = newskit.Kit(plugins=["newskit_structure"])
QUOTES = newskit.Kit(plugins=["newskit_structure", "newskit_quotes"]).plan.steps[-1].makers[0]


def page_of(text: str) -> Page:
    """Return the columns of an article, with its parts known as they are when the plugin runs."""
    article = newskit.Article(text)
    return Page(Doc(article, Ground(text), STRUCTURE.extract(article).layers, QUOTES))


def tokens_of(page: Page, spans: Iterable[Sequence[int]]) -> list[int]:
    """Return the tokens that lie in character spans."""
    return [i for a, b in spans for i in range(bisect_left(page.starts, a), bisect_right(page.ends, b))]


class Weights:
    """Sparse weights by template and value, one an outcome, learned by AdaGrad."""

    def __init__(self, outcomes: int, rate: float = 0.1) -> None:
        self.outcomes, self.rate = outcomes, rate
        self.tables: list[dict[str, list[float]]] = []
        self.squares: list[dict[str, list[float]]] = []

    def scores(self, values: list[str]) -> list[float]:
        """Return the score of each outcome."""
        while len(self.tables) < len(values):
            self.tables.append({})
            self.squares.append({})
        total = [0.0] * self.outcomes
        for table, value in zip(self.tables, values, strict=True):
            weights = table.get(value)
            if weights and value:
                for outcome, weight in enumerate(weights):
                    total[outcome] += weight
        return total

    def update(self, values: list[str], gradient: list[float], decay: float) -> None:
        """Take one step against the gradient of the loss by the scores."""
        for table, square, value in zip(self.tables, self.squares, values, strict=True):
            if not value:
                continue
            weights = table.setdefault(value, [0.0] * self.outcomes)
            past = square.setdefault(value, [1.0] * self.outcomes)
            for outcome, slope in enumerate(gradient):
                step = slope + decay * weights[outcome]
                past[outcome] += step * step
                weights[outcome] -= self.rate * step / math.sqrt(past[outcome])


def frequent(examples: Iterable[list[str]]) -> list[set[str]]:
    """Return the values of each template that are seen often enough to learn from."""
    counts: list[Counter[str]] = []
    for values in examples:
        while len(counts) < len(values):
            counts.append(Counter())
        for count, value in zip(counts, values, strict=True):
            count[value] += 1
    return [{value for value, number in count.items() if number >= RARE_VALUE} for count in counts]


def blank(values: list[str], seen: list[set[str]]) -> None:
    """Empty the values that are too rare."""
    for place, value in enumerate(values):
        if value not in seen[place]:
            values[place] = ""


def softmax(scores: Sequence[float]) -> list[float]:
    """Return the odds of each score, summing to one."""
    top = max(scores)
    odds = [math.exp(score - top) for score in scores]
    total = sum(odds)
    return [each / total for each in odds]


def train_classifier(examples: list[tuple[list[str], int]], outcomes: int, epochs: int) -> Weights:
    """Learn which outcome an example has."""
    weights = Weights(outcomes)
    shuffle = random.Random(7)  # noqa: S311 - the order of examples
    seen = frequent(values for values, _ in examples)
    for values, _ in examples:
        blank(values, seen)
    for _ in range(epochs):
        shuffle.shuffle(examples)
        for values, label in examples:
            odds = softmax(weights.scores(values))
            odds[label] -= 1
            weights.update(values, odds, 0.0008)
    return weights


def train_ranker(examples: list[Example], epochs: int = 5) -> Weights:
    """Learn which candidate is right; where several are, any of them."""
    weights = Weights(1)
    shuffle = random.Random(7)  # noqa: S311 - the order of examples
    seen = frequent(values for candidates, _ in examples for values in candidates)
    for candidates, _ in examples:
        for values in candidates:
            blank(values, seen)
    for _ in range(epochs):
        shuffle.shuffle(examples)
        for candidates, right in examples:
            odds = softmax([weights.scores(values)[0] for values in candidates])
            mass = sum(odds[index] for index in right)
            for index, values in enumerate(candidates):
                slope = odds[index] - (odds[index] / mass if index in right else 0.0)
                if abs(slope) > SLIGHT:
                    weights.update(values, [slope], 0.0008)
    return weights


def cue_ratios(pages: list[Page], articles: list[dict[str, Any]]) -> tuple[dict[str, float], Counter[str]]:
    """Return how often each word stands in a cue, as a share of where it stands at all."""
    inside: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for page, article in zip(pages, articles, strict=True):
        total.update(page.lower)
        for quote in article["quotes"]:
            inside.update(page.lower[i] for i in tokens_of(page, quote["cue"] or []))
    return {word: count / (total[word] + 3) for word, count in inside.items()}, total


def head_of(page: Page, indices: list[int], ratios: dict[str, float]) -> int:
    """Return the token of a cue that most marks it as one."""

    def mark(index: int) -> float:
        known = 0.15 * (page.lower[index] in cue_forms())
        fit = {"VERB": 0.1, "NOUN": 0.0, "ADJ": -0.05, "ADV": -0.3, "ADP": -0.2}.get(page.tags[index], -0.1)
        return ratios.get(page.lower[index], 0) + known + (0 if page.lower[index] == "according" else fit)

    return max(indices, key=mark)


class Collector:
    """Gathers training examples article by article."""

    def __init__(self) -> None:
        self.cue: list[tuple[list[str], int]] = []
        self.rankers: dict[str, list[Example]] = defaultdict(list)

    def article(self, page: Page, golds: list[tuple[int, int, dict[str, Any]]], heads: frozenset[str]) -> None:
        """Add the examples of one article, given each attribution's cue head and layout."""
        labels = {head: layout for head, layout, _ in golds}
        for index in cues.candidates(page, heads, wide=True):
            self.cue.append((cues.features(page, index), labels.get(index, NONE)))
        for head, layout, quote in golds:
            if not page.inside[head]:
                self.boundaries(page, head, layout, quote)

    def boundaries(self, page: Page, head: int, layout: int, quote: dict[str, Any]) -> None:
        """Add the examples of one attribution's boundaries and source."""
        first, last = page.bounds(head)
        pieces = []
        for span in quote["content"]:
            tokens = tokens_of(page, [span])
            if tokens:
                pieces.append((tokens[0], tokens[-1] + 1))
        right = [piece for piece in pieces if piece[0] > head and piece[0] < last]
        left = [piece for piece in pieces if piece[1] <= head + 1]
        if layout in (RIGHT, AROUND) and right:
            self.right(page, head, right[0], last)
        if layout in (LEFT, AROUND) and left:
            self.left(page, head, left[-1], first, LAYOUTS[layout])
        bases = [*sources.source_candidates(page, head, pieces), None]
        owners = set(tokens_of(page, quote["source"] or []))
        wanted = [i for i, base in enumerate(bases) if base and owners & set(range(*base))]
        wanted = [min(wanted, key=lambda i: bases[i])] if wanted else []  # type: ignore[type-var,arg-type,return-value]
        if not owners:
            wanted = [len(bases) - 1]
        if wanted:
            ranks = source_ranks(bases, head)
            values = [
                sources.source_features(page, head, base, rank, LAYOUTS[layout], len(bases) - 1)
                for base, rank in zip(bases, ranks, strict=True)
            ]
            self.rankers["source"].append((values, set(wanted)))

    def right(self, page: Page, head: int, piece: tuple[int, int], last: int) -> None:
        """Add the beginning and the end of content right of its cue."""
        starts = contents.start_candidates(page, head, last)
        if piece[0] in starts:
            values = [contents.start_features(page, head, index, last) for index in starts]
            self.rankers["start"].append((values, {starts.index(piece[0])}))
        elif piece[0] <= head:
            return
        ends = end_values(page, head, piece[0], last)
        bare = {index: self.bare(page, index) for index, _ in ends}
        wanted = {i for i, (index, _) in enumerate(ends) if bare[index] == self.bare(page, piece[1])}
        if wanted:
            self.rankers["end"].append(([values for _, values in ends], wanted))

    def left(self, page: Page, head: int, piece: tuple[int, int], first: int, layout: str) -> None:
        """Add the beginning and the end of content left of its cue."""
        ends = [i for i in contents.left_end_candidates(page, head, first) if i > first]
        wanted = {n for n, index in enumerate(ends) if self.bare(page, index) == self.bare(page, piece[1])}
        if wanted:
            values = [contents.left_end_features(page, head, index, layout) for index in ends]
            self.rankers["left_end"].append((values, wanted))
        starts = contents.left_start_candidates(page, piece[1], first)
        if piece[0] in starts:
            values = [contents.left_start_features(page, head, i, piece[1], first, layout) for i in starts]
            self.rankers["left_start"].append((values, {starts.index(piece[0])}))

    @staticmethod
    def bare(page: Page, index: int) -> int:
        """Return a boundary without the marks before it: the same boundary to the scorer."""
        while index > 0 and not page.words[index - 1][0].isalnum():
            index -= 1
        return index


def layout_of(quote: dict[str, Any], head_start: int) -> int:
    """Return where an attribution's content lies, seen from its cue."""
    left = any(end <= head_start for _, end in quote["content"])
    right = any(start > head_start for start, _ in quote["content"])
    return AROUND if left and right else LEFT if left else RIGHT


def packed(weights: Weights, smallest: int) -> list[dict[str, Any]]:
    """Return a scorer's tables as whole numbers, those of the first of several outcomes taken off the others."""
    tables: list[dict[str, Any]] = []
    for table in weights.tables:
        kept: dict[str, Any] = {}
        for value in sorted(table):
            first, *others = (round(weight * SCALE) for weight in table[value])
            whole = [each - first for each in others] or [first]
            if max(map(abs, whole)) >= smallest:
                kept[value] = whole if others else first
        tables.append(kept)
    return tables


def letters(page: Page, pieces: Iterable[Sequence[int]]) -> set[int]:
    """Return the positions of the letters and digits of character spans."""
    return {i for start, end in pieces for i in range(start, end) if page.text[i].isalnum()}


def is_right(page: Page, found: Attribution, golds: list[dict[str, Any]]) -> bool:
    """Tell whether some gold attribution shares half the content and the source."""

    def spans(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        return [(page.starts[start], page.ends[end - 1]) for start, end in ranges]

    content = letters(page, spans(found.content))
    source = letters(page, spans([found.source] if found.source else []))
    for gold in golds:
        wanted = letters(page, gold["content"] or [])
        if 2 * len(content & wanted) >= len(content | wanted) > 0:
            owner = letters(page, gold["source"] or [])
            return bool(source & owner) if owner else not source
    return False


def calibrate(model: Model, articles: list[dict[str, Any]]) -> dict[str, list[float]]:
    """Return, for each rule and in all (""), how often it is right at each step of the model's own certainty."""
    seen: dict[str, list[list[int]]] = defaultdict(lambda: [[0, 0] for _ in STEPS])
    for article in articles:
        page = page_of(article["text"])
        for found in find(page, ByModel(model)):
            right = is_right(page, found, article["quotes"])
            for name in ("", found.rule):
                counts = seen[name][step_of(found.worth)]
                counts[0] += right
                counts[1] += 1
    overall = [(right + 2) / (number + 4) for right, number in seen[""]]
    table = {"": overall}
    for name, counts in sorted(seen.items()):
        rate = sum(right for right, _ in counts) / max(1, sum(number for _, number in counts))
        table[name] = [round((right + 6 * rate) / (number + 6), 3) for right, number in counts]
    return table


def trained(articles: list[dict[str, Any]]) -> dict[str, Any]:
    """Train every scorer on some articles."""
    pages = [page_of(article["text"]) for article in articles]
    ratios, total = cue_ratios(pages, articles)
    everywhere = []
    found: Counter[str] = Counter()
    for page, article in zip(pages, articles, strict=True):
        golds = []
        for quote in article["quotes"]:
            indices = tokens_of(page, quote["cue"] or [])
            if indices and quote["content"]:
                head = head_of(page, indices, ratios)
                golds.append((head, layout_of(quote, page.starts[head]), quote))
                found[page.lower[head]] += 1
        everywhere.append(golds)
    heads = frozenset(w for w, n in found.items() if n >= FEWEST and n / total[w] >= RAREST)
    heads |= {"according"} | {form for form, (_, grade) in cue_forms().items() if grade == "noun" or total[form] < RARE}
    collector = Collector()
    for page, golds in zip(pages, everywhere, strict=True):
        collector.article(page, golds, heads)
    print(len(pages), "articles,", len(heads), "words may head a cue,", len(collector.cue), "candidates")
    return {
        "cue": packed(train_classifier(collector.cue, 4, EPOCHS["cue"]), 5),
        "rankers": {name: packed(train_ranker(found), 4) for name, found in sorted(collector.rankers.items())},
        "heads": sorted(heads),
        "calibration": {},
    }


def pack(data: dict[str, Any]) -> bytes:
    """Return the file form of a model."""
    return zlib.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(), 9)


def main(train: str, out: Path) -> None:
    """Calibrate on an eighth of the articles with a model of the rest, train on all, and write the model."""
    articles = read(train)
    held = articles[::8]
    rest = [article for place, article in enumerate(articles) if place % 8]
    calibration = calibrate(unpack(pack(trained(rest))), held)
    data = trained(articles)
    data["calibration"] = calibration
    out.write_bytes(pack(data))
    print(out.name, out.stat().st_size, "bytes")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]) if len(sys.argv) > 2 else SHIPPED)  # noqa: PLR2004 - one optional argument
