"""Train the linear model of the quotes plugin; needs numpy.

usage: python benchmarks/train_quotes.py TRAIN.jsonl[.gz] [OUT] [--without NAME]... [--only SCORER]...

TRAIN is PolNeAR train as JSON Lines: ``text`` and ``quotes`` with ``content``, ``cue`` and ``source`` as lists of
``[start, end]``. OUT is the packed model (default: the one that ships). Each scorer is trained by AdaGrad on log loss
over the candidates that the plugin itself makes, in a fixed order, so that the same input gives the same file. What
tells a right attribution from a wrong one is learned from attributions that models of the other articles find.

Printed are the features of each scorer by name (features.txt) with their weights: on how many places any weight lies,
and its mean size over the candidates of training. ``--without`` leaves features out of the training, so that their
weights are nought: NAME is a name or a pattern of names ("end:word+length", "*:*lemma*"); it may be given again.
``--only`` trains one scorer and leaves the others, and the words, as they are in OUT; it may be given again.
"""

from __future__ import annotations

import argparse
import gzip
import json
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from attrs import define, field, frozen

import newskit
from newskit.extractor import Doc
from newskit.text import Ground
from newskit_quotes import contents, cue_features, cues, lefts, scare, sources
from newskit_quotes.attribution import find
from newskit_quotes.clauses import Clauses
from newskit_quotes.codes import NOUGHT, PLACES
from newskit_quotes.columns import Columns
from newskit_quotes.deciders import ByModel
from newskit_quotes.ends import ends
from newskit_quotes.features import as_values, features
from newskit_quotes.lexicon import lexicon
from newskit_quotes.model import SCALE, SCORERS, pack, unpack
from newskit_quotes.records import AROUND, LEFT, RIGHT, Attribution

SHIPPED = Path(__file__).parent.parent / "plugins" / "newskit_quotes" / "weights.bin"
FEWEST, RAREST = 2, 0.04
"""A word may head a cue that heads so many, and such a share of its uses, in training."""
RARE = 5
"""A word of the lexicon that is seen less often may head a cue for all that the training articles can say."""
SMALLEST = 2
"""Places of the tables that fewer values fall on are left out."""
RATE, DECAY, BATCH, EPOCHS, FOLDS = 0.1, 0.003, 32, 5, 4
ORDERS, SETTLING, LOOKS = 3, 2, 8
"""The weights are the mean over so many orders of the examples, and so many looks an epoch after some epochs."""
SHORT, MANY = 3, 9
"""What tells right from wrong is learned in fewer epochs and more orders: it has few examples, and noisy ones."""
NOWHERE = 0
"""The place of what is left out; it has no weight."""
NAMES = [feature.name for group in features().values() for feature in group]
ALONE = frozenset({"cue", "speech", "right"})
"""Scorers whose candidates are right or wrong each by itself; the others choose one of several."""
STRUCTURE = newskit.Kit(plugins=["newskit_structure"])
LEXICON = lexicon()
QUOTES = newskit.Kit(plugins=["newskit_structure", "newskit_quotes"]).plan.steps[-1].makers[0]
Values = Sequence[tuple[int, ...]]
Numbers = npt.NDArray[Any]


def read(path: str) -> list[dict[str, Any]]:
    """Read JSON Lines, packed or not."""
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def columns_of(text: str) -> Columns:
    """Return the columns of an article, with its parts known as they are when the plugin runs."""
    article = newskit.Article(text)
    return Columns(Doc(article, Ground(text), STRUCTURE.extract(article).layers, QUOTES), LEXICON)


def tokens_of(columns: Columns, spans: Iterable[Sequence[int]]) -> list[int]:
    """Return the tokens that lie in character spans."""
    return [i for a, b in spans for i in range(bisect_left(columns.starts, a), bisect_right(columns.ends, b))]


@frozen
class Example:
    """The candidates of one decision with their feature values, and which of them are right."""

    values: Values
    right: frozenset[int]


Examples = dict[str, list[Example]]


@frozen
class Training:
    """What is left out of the training, as patterns of features' names, and whether the weights are printed."""

    without: Sequence[str] = ()
    verbose: bool = False

    def columns(self, scorer: str, values: Numbers, bounds: Numbers) -> Iterator[tuple[str, Numbers]]:
        """Yield each feature's name with its values; what is left out has the value NOWHERE from now on."""
        none = np.zeros(len(values), dtype=bool)
        if scorer == "source":
            none[bounds[1:] - 1] = True
        groups = {"source_none": none} if none.any() else {}
        for group, rows in {"cue" if scorer == "layout" else scorer: ~none, **groups}.items():
            for column, feature in enumerate(features()[group]):
                if any(fnmatchcase(feature.name, pattern) for pattern in self.without):
                    values[rows, column] = NOWHERE
                yield feature.name, values[rows, column]

    def table(self, scorer: str, columns: Sequence[tuple[str, Numbers]], weights: Numbers) -> None:
        """Print the weights of a scorer's features, by name."""
        print(f"\n{scorer:40} {'places':>7} {'mean size':>9}")
        for name, values in columns:
            print(f"{name:40} {np.count_nonzero(weights[np.unique(values)]):7} {np.abs(weights[values]).mean():9.3f}")


def train(
    scorer: str, examples: Sequence[Example], training: Training, *, epochs: int = EPOCHS, orders: int = ORDERS
) -> bytes:
    """Learn the table of one scorer."""
    alone = scorer in ALONE
    values = np.array([each for example in examples for each in example.values], dtype=np.int64)
    right = np.array([n in example.right for example in examples for n in range(len(example.values))])
    bounds = np.cumsum([0, *(len(example.values) for example in examples)])
    columns = list(training.columns(scorer, values, bounds))
    batches = -(-len(examples) // BATCH)
    seen = []
    for order in map(np.random.default_rng, range(orders)):
        weights, squares = np.zeros(PLACES), np.ones(PLACES)
        for number in range(epochs * batches):
            if number % batches == 0:
                shuffled = order.permutation(len(examples))
            batch = shuffled[number % batches * BATCH :][:BATCH]
            rows = np.concatenate([np.arange(bounds[n], bounds[n + 1]) for n in batch])
            owner = np.repeat(np.arange(len(batch)), bounds[batch + 1] - bounds[batch])
            slopes = _slopes(weights[values[rows]].sum(axis=1), right[rows], owner, alone=alone)
            places, back = np.unique(values[rows].ravel(), return_inverse=True)
            steps = np.bincount(back, weights=np.repeat(slopes, values.shape[1]), minlength=len(places))
            steps += DECAY * weights[places]
            if training.without:
                steps[places == NOWHERE] = 0
            squares[places] += steps * steps
            weights[places] -= RATE * steps / np.sqrt(squares[places])
            if number >= SETTLING * batches and number % -(-batches // LOOKS) == 0:
                seen.append(weights.copy())
    weights = np.mean(seen, axis=0)
    weights[np.bincount(values.ravel(), minlength=PLACES) < SMALLEST] = 0
    if training.verbose:
        training.table(scorer, columns, weights)
    whole = np.clip(np.rint(weights * SCALE), 1 - NOUGHT, NOUGHT - 1) + NOUGHT
    return whole.astype(np.uint8).tobytes()


def _slopes(scores: Numbers, right: Numbers, owner: Numbers, *, alone: bool) -> Numbers:
    """Return the gradient of the log loss by each candidate's score; of several right ones any will do."""
    if alone:
        return 1 / (1 + np.exp(-scores)) - right
    odds = np.exp(scores - scores.max())
    odds /= np.bincount(owner, weights=odds)[owner]
    mass = np.bincount(owner, weights=odds * right)[owner]
    return odds - np.where(right, odds / np.maximum(mass, 1e-12), 0)


def cue_ratios(read_articles: list[Columns], articles: list[dict[str, Any]]) -> tuple[dict[str, float], Counter[str]]:
    """Return how often each word stands in a cue, as a share of where it stands at all."""
    inside: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for columns, article in zip(read_articles, articles, strict=True):
        total.update(columns.lower)
        for quote in article["quotes"]:
            inside.update(columns.lower[i] for i in tokens_of(columns, quote["cue"] or []))
    return {word: count / (total[word] + 3) for word, count in inside.items()}, total


def head_of(columns: Columns, indices: list[int], ratios: dict[str, float]) -> int:
    """Return the token of a cue that most marks it as one."""

    def mark(index: int) -> float:
        known = 0.15 * (columns.lower[index] in LEXICON.cues)
        fit = {"VERB": 0.1, "NOUN": 0.0, "ADJ": -0.05, "ADV": -0.3, "ADP": -0.2}.get(columns.tags[index], -0.1)
        return ratios.get(columns.lower[index], 0) + known + (0 if columns.lower[index] == "according" else fit)

    return max(indices, key=mark)


def layout_of(quote: dict[str, Any], head_start: int) -> int:
    """Return where an attribution's content lies, seen from its cue."""
    left = any(end <= head_start for _, end in quote["content"])
    right = any(start > head_start for start, _ in quote["content"])
    return AROUND if left and right else LEFT if left else RIGHT


@define
class Collector:
    """Gathers the training examples of one article."""

    columns: Columns
    clauses: Clauses = field(init=False)
    found: Examples = field(factory=lambda: defaultdict(list))

    def __attrs_post_init__(self) -> None:
        self.clauses = Clauses(self.columns)

    def article(self, golds: list[tuple[int, int, dict[str, Any]]], heads: frozenset[str], quoted: set[int]) -> None:
        """Add the examples of an article, given each attribution's cue head and layout, and all content's letters."""
        columns = self.columns
        labels = {head: layout for head, layout, _ in golds}
        verbs = [n for n, tag in enumerate(columns.tags) if tag == "VERB" and not columns.inside[n]]
        for index in sorted({*cues.candidates(columns, heads, heads | {"that"}), *verbs}):
            values = cue_features.features(columns, index)
            self.add("cue", [values], {0} if index in labels else ())
            if index in labels:
                self.add("layout", cue_features.layouts(values), {labels[index] - RIGHT})
        for quotation in columns.quotations:
            inner = letters(columns, [(columns.starts[quotation.first], columns.ends[quotation.last - 1])])
            self.add(
                "speech",
                [scare.features(columns, quotation, as_values)],
                {0} if 2 * len(inner & quoted) > len(inner) else (),
            )
        for head, layout, quote in golds:
            if not columns.inside[head]:
                self.boundaries(head, layout, quote)

    def add(self, scorer: str, values: Values, right: Iterable[int]) -> None:
        """Add one example."""
        self.found[scorer].append(Example(values, frozenset(right)))

    def boundaries(self, head: int, layout: int, quote: dict[str, Any]) -> None:
        """Add the examples of one attribution's boundaries and source."""
        columns = self.columns
        first, last = columns.bounds[head]
        pieces = []
        for span in quote["content"]:
            tokens = tokens_of(columns, [span])
            if tokens:
                pieces.append((tokens[0], tokens[-1] + 1))
        right = [piece for piece in pieces if piece[0] > head and piece[0] < last]
        left = [piece for piece in pieces if piece[1] <= head + 1]
        if layout in (RIGHT, AROUND) and right:
            self.right(head, right[0], last)
        if layout in (LEFT, AROUND) and left:
            self.left(head, left[-1], first, layout)
        self.source(head, layout, pieces, set(tokens_of(columns, quote["source"] or [])))

    def source(self, head: int, layout: int, pieces: list[tuple[int, int]], owners: set[int]) -> None:
        """Add the choice of a source: the first phrase that shares a word with the right one."""
        bases = [*sources.source_candidates(self.columns, head, pieces), None]
        shared = [(base, n) for n, base in enumerate(bases) if base and owners & set(range(*base))]
        if shared or not owners:
            right = min(shared)[1] if shared else len(bases) - 1
            self.add("source", sources.features(self.columns, head, bases, layout, as_values), {right})

    def right(self, head: int, piece: tuple[int, int], last: int) -> None:
        """Add the beginning and the end of content right of its cue."""
        candidates, values = contents.starts(self.columns, head, last, as_values)
        if piece[0] in candidates:
            self.add("start", values, {candidates.index(piece[0])})
        elif piece[0] <= head:
            return
        candidates, values = ends(self.clauses, head, piece[0], last, as_values)
        self.same("end", candidates, values, piece[1])

    def left(self, head: int, piece: tuple[int, int], first: int, layout: int) -> None:
        """Add the beginning and the end of content left of its cue."""
        self.same("left_end", *lefts.left_ends(self.columns, head, first, layout, as_values), piece[1])
        candidates, values = lefts.left_starts(self.columns, head, piece[1], first, layout, as_values)
        if piece[0] in candidates:
            self.add("left_start", values, {candidates.index(piece[0])})

    def same(self, scorer: str, candidates: list[int], values: Values, wanted: int) -> None:
        """Add the choice of an end, where marks before a boundary do not count."""
        right = {n for n, index in enumerate(candidates) if self.bare(index) == self.bare(wanted)}
        if right and values:
            self.add(scorer, values, right)

    def bare(self, index: int) -> int:
        """Return a boundary without the marks before it: the same boundary to the scorer."""
        while index > 0 and not self.columns.words[index - 1][0].isalnum():
            index -= 1
        return index


def letters(columns: Columns, pieces: Iterable[Sequence[int]]) -> set[int]:
    """Return the positions of the letters and digits of character spans."""
    return {i for start, end in pieces for i in range(start, end) if columns.text[i].isalnum()}


def is_right(columns: Columns, found: Attribution, golds: list[dict[str, Any]]) -> bool:
    """Tell whether some gold attribution shares half the content and the source."""

    def spans(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        return [(columns.starts[start], columns.ends[end - 1]) for start, end in ranges]

    content = letters(columns, spans(found.content))
    source = letters(columns, spans([found.source] if found.source else []))
    for gold in golds:
        wanted = letters(columns, gold["content"] or [])
        if 2 * len(content & wanted) >= len(content | wanted) > 0:
            owner = letters(columns, gold["source"] or [])
            return bool(source & owner) if owner else not source
    return False


def collected(read_articles: list[Columns], articles: list[dict[str, Any]]) -> tuple[list[Examples], frozenset[str]]:
    """Return each article's examples, and the words that may head a cue."""
    ratios, total = cue_ratios(read_articles, articles)
    everywhere = []
    found: Counter[str] = Counter()
    for columns, article in zip(read_articles, articles, strict=True):
        golds = []
        for quote in article["quotes"]:
            indices = tokens_of(columns, quote["cue"] or [])
            if indices and quote["content"]:
                head = head_of(columns, indices, ratios)
                golds.append((head, layout_of(quote, columns.starts[head]), quote))
                found[columns.lower[head]] += 1
        everywhere.append(golds)
    heads = frozenset(w for w, n in found.items() if n >= FEWEST and n / total[w] >= RAREST)
    heads |= {"according"} | {
        form for form, (_, grade) in LEXICON.cues.items() if grade == "noun" or total[form] < RARE
    }
    examples = []
    for columns, golds, article in zip(read_articles, everywhere, articles, strict=True):
        collector = Collector(columns)
        quoted = letters(columns, [span for quote in article["quotes"] for span in quote["content"] or []])
        collector.article(golds, heads, quoted)
        examples.append(collector.found)
    return examples, heads


def trained(training: Training, examples: Sequence[Examples], signs: Sequence[Example] = ()) -> dict[str, bytes]:
    """Train every scorer on the examples of some articles."""
    tables = {"right": bytes([NOUGHT]) * PLACES}
    if signs:
        tables["right"] = train("right", signs, training, epochs=SHORT, orders=MANY)
    for name in SCORERS:
        if name not in tables:
            tables[name] = train(name, [each for article in examples for each in article[name]], training)
    return tables


def renewed(source: str, out: Path, training: Training, only: Sequence[str]) -> None:
    """Train some scorers of a model and leave the others as they are."""
    articles = read(source)
    examples, _ = collected([columns_of(article["text"]) for article in articles], articles)
    model = unpack(out.read_bytes())
    tables = {name: scorer.table for name, scorer in model.scorers.items()}
    for name in only:
        tables[name] = train(name, [each for article in examples for each in article[name]], training)
    out.write_bytes(pack(tables, model.heads, model.refused))


def main(source: str, out: Path, without: Sequence[str]) -> None:
    """Train on all articles but a fold, decider what is found in that fold, then train on all, and write the model."""
    articles = read(source)
    read_articles = [columns_of(article["text"]) for article in articles]
    examples, heads = collected(read_articles, articles)
    refused = LEXICON.cues.keys() - heads
    print(len(read_articles), "articles,", len(heads), "words may head a cue")
    signs = []
    for fold in range(FOLDS):
        rest = [each for n, each in enumerate(examples) if n % FOLDS != fold]
        model = unpack(pack(trained(Training(without), rest), heads, refused)).among(LEXICON)
        for columns, article in list(zip(read_articles, articles, strict=True))[fold::FOLDS]:
            decider = ByModel(model, columns)
            for found in find(columns, decider):
                right = {0} if is_right(columns, found, article["quotes"]) else ()
                signs.append(Example([decider.features(found, as_values)], frozenset(right)))
    out.write_bytes(pack(trained(Training(without, verbose=True), examples, signs), heads, refused))
    print(
        out.name,
        out.stat().st_size,
        "bytes;",
        len(signs),
        "attributions of which the model learned whether they are right",
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("source", metavar="TRAIN")
    parser.add_argument("out", metavar="OUT", type=Path, nargs="?", default=SHIPPED)
    parser.add_argument("--without", metavar="NAME", action="append", default=[])
    parser.add_argument("--only", metavar="SCORER", action="append", choices=[n for n in SCORERS if n != "right"])
    given = parser.parse_args()
    unknown = [each for each in given.without if not any(fnmatchcase(name, each) for name in NAMES)]
    if unknown:
        parser.error(f"no feature is named {unknown[0]}; there are: {', '.join(NAMES)}")
    if given.only:
        renewed(given.source, given.out, Training(given.without, verbose=True), given.only)
    else:
        main(given.source, given.out, given.without)
