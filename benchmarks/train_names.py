"""Train the weights of newskit_names on GUM, and on GUM with worldwide news.

usage: train_names.py GUM_FOLDER [WORLDWIDE_TRAIN.jsonl.gz]

Reads dependencies.conllu.gz of the Georgetown University Multilayer corpus (the CC BY genres; text CC BY 2.5 to 4.0,
annotation CC BY 4.0), leaves out the documents of the news and interview development sets, and writes
plugins/newskit_names/weights_open.txt: a logistic regression over the features of features.py and surroundings.py,
one row of weights a feature. With the worldwide newswire (Shan et al. 2023) it writes weights.txt from both. Needs
numpy and scipy. The same input gives the same files as long as the plugins of names and titles are the same: their
rules and word lists choose the names that are learned from. Run it again whenever these change.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, cast

import numpy as np
import numpy.typing as npt
from attrs import Factory, define
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import logsumexp

import newskit
from newskit.text import classes
from newskit_names.candidates import Candidate, occurrences
from newskit_names.kind_rules import KindRules
from newskit_names.lexicon import Lexicon, lexicon
from newskit_names.model import KINDS, Decider, Row, Weights, packed
from newskit_names.options import OwnNames
from newskit_names.recognizer import Recognizer

TARGET = Path(__file__).resolve().parent.parent / "plugins" / "newskit_names"
HEADER = """# Feature, then weights of person, organization, place, facility, none in hundredths.
# Logistic regression, by benchmarks/train_names.py on {}.
"""
GUM = "GUM's CC BY genres (Georgetown University Multilayer corpus, annotation CC BY 4.0)"
WORLDWIDE = "the Stanford worldwide newswire (no licence named)"
FOLDS = 4
"""Parts of the articles; the kinds of the other names, as features, come from a model of the other parts."""
PENALTY, ROUNDS = 2.0, 60
CAUTION = 0.3
"""Taken from the bias of places: cross-validated they gain 0.3 points of F1 by it, and the other kinds lose nothing."""
LEAST = 8
"""The largest weight of a feature is at least so many hundredths, or it is left out."""
SEEN = 2
"""Names that must have a feature for it to be learned."""
FACILITIES = classes("newskit_names", "words.txt")["facility"]
"""Nouns by which a place of GUM, which does not tell the two apart, is a facility."""
ITEM = re.compile(r"\(([^()|]+)(\))?|([^()|\s]+)\)")


class Document:
    """The text of a document and its entities: (start, end, head start, head end, kind, tag of the head)."""

    def __init__(self, name: str) -> None:
        self.name, self.text = name, ""
        self.entities: list[tuple[int, int, int, int, str, str]] = []
        self.pending: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
        self.tokens: list[tuple[int, int, str]] = []

    def sentence(self, text: str, *, paragraph: bool) -> None:
        """Begin a sentence."""
        self.text += ("\n" if paragraph else " ") * bool(self.text)
        self.position = len(self.text)
        self.text += text

    def token(self, form: str, tag: str, misc: str) -> None:
        """Place a token and open and close the entities that it says."""
        start = self.text.find(form, self.position)
        start = self.position if start < 0 else start
        self.position = start + len(form)
        self.tokens.append((start, self.position, tag))
        for item in re.findall(r"Entity=([^|]*)", misc):
            for opened, single, closed in ITEM.findall(item):
                if opened:
                    fields = opened.split("-")
                    self.pending[fields[0]].append((len(self.tokens) - 1, fields[1], opened))
                if single or closed:
                    self.close(closed.split("-")[0] if closed else opened.split("-")[0])

    def close(self, key: str) -> None:
        """Close the innermost entity of a key."""
        if not self.pending[key]:
            return
        first, kind, opened = self.pending[key].pop()
        span = re.search(r"-(?:cf\d+\*?)-([\d,]+)-", opened)
        heads = [int(number) for number in span.group(1).split(",")] if span else [1]
        last = len(self.tokens) - 1
        low, high = min(first + min(heads) - 1, last), min(first + max(heads) - 1, last)
        self.entities.append(
            (
                self.tokens[first][0],
                self.tokens[last][1],
                self.tokens[low][0],
                self.tokens[high][1],
                kind,
                self.tokens[high][2],
            )
        )


def documents(path: Path) -> Iterator[Document]:
    """Read the documents of a CoNLL-U file."""
    document, paragraph = None, True
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc id = "):
                if document:
                    yield document
                document = Document(line[14:].strip())
            elif line.startswith("# newpar"):
                paragraph = True
            elif document and line.startswith("# text = "):
                document.sentence(line[9:].rstrip("\n"), paragraph=paragraph)
                paragraph = False
            elif document and line[:1].isdigit() and line.split("\t")[0].isdigit():
                fields = line.rstrip("\n").split("\t")
                document.token(fields[1], fields[4], fields[9])
    if document:
        yield document


def gold(document: Document, start: int, end: int) -> str:
    """Return the kind of the widest entity whose head lies in ``start:end``, "none" where it is no proper name."""
    inside = [each for each in document.entities if start < each[3] <= end + 1 and start <= each[2]]
    inside = inside or [each for each in document.entities if start < each[3] <= end + 1 and each[4] == "person"]
    if not inside:
        return "none"
    widest = max(inside, key=lambda each: (each[1] - each[0], each[4]))
    if widest[5] not in ("NNP", "NNPS") or (widest[5] == "NNPS" and widest[4] == "person"):
        return "none"
    if widest[4] == "place" and document.text[start:end].rpartition(" ")[2].lower() in FACILITIES:
        return "facility"
    return widest[4] if widest[4] in KINDS else "none"


Sample = tuple[list[str], int]
Numbers = npt.NDArray[np.float64]


@define
class Named:
    """A name of an article: all places where it stands, its kind by rule if one decides, and by the gold."""

    group: list[Candidate]
    rule: str | None
    gold: str


@define
class Article:
    """The names of an article with what the model sees of them; ``kinds`` as far as known before it decides."""

    decider: Decider
    names: dict[str, Named]
    kinds: dict[str, str] = Factory(dict)

    def settle(self, table: Weights | None) -> None:
        """Set the kinds as the recognizer would find them with these weights, without any those of the gold."""
        self.kinds = {text: name.rule for text, name in self.names.items() if name.rule}
        self.decider.table = table or self.decider.table
        for text, name in self.undecided():
            self.kinds[text] = self.decider.kind(name.group, self.kinds) if table else name.gold

    def undecided(self) -> list[tuple[str, Named]]:
        """Return the names that no rule decides, those of several words first."""
        unsure = [(text, name) for text, name in self.names.items() if not name.rule]
        return sorted(unsure, key=lambda each: len(each[1].group[0].words) == 1)

    def samples(self) -> Iterator[Sample]:
        """Yield the features and the number of the kind of each name; one that a rule decides needs gold."""
        for text, name in self.names.items():
            if name.rule and name.gold == "none":
                continue
            before = {other: kind for other, kind in self.kinds.items() if other != text and self._earlier(other, name)}
            yield list(self.decider.features(name.group, before)), KINDS.index(name.gold)

    def _earlier(self, other: str, name: Named) -> bool:
        """Tell whether the kind of another name is known before a name is decided."""
        alone = len(name.group[0].words) == 1
        return alone or bool(self.names[other].rule) or len(self.names[other].group[0].words) > 1


Gold = Callable[[int, int], str]


def articles(texts: Iterable[tuple[str, Gold]], known: Lexicon) -> Iterator[Article]:
    """Yield the articles with the names that the rules find in them."""
    found: list[tuple[Recognizer, Gold]] = []
    table = Weights(Counter(), known)

    @newskit.extractor(newskit.Entity, reads=(newskit.Title,), name="candidates")
    def collect(doc: newskit.Doc) -> list[newskit.Entity]:
        found.append(Recognizer(doc, known, table))
        return []

    class Plugin:
        __name__ = "collector"

        @newskit.hookimpl
        def newskit_extractors(self) -> list[newskit.Extractor]:
            return [collect]

    kit = newskit.Kit(plugins=["newskit_titles"], add=[Plugin()], strict=True)
    for text, gold_of in texts:
        kit.extract(text)
        recognizer = found.pop()
        rules = KindRules(known, recognizer.doc.tokens, recognizer.titles)
        names = {}
        for name, group in occurrences(recognizer.candidates).items():
            votes = [gold_of(each.start, each.end) for each in group]
            names[name] = Named(group, rules.kind(group), max(sorted(set(votes)), key=votes.count))
        yield Article(Decider(recognizer.candidates, recognizer.doc.tokens, table), names)


def gum(path: Path, left_out: set[str]) -> Iterator[tuple[str, Gold]]:
    """Yield the texts of GUM with what is the kind of a span in each."""
    for document in documents(path):
        if document.name not in left_out:
            yield document.text, partial(gold, document)


def worldwide(path: Path) -> Iterator[tuple[str, Gold]]:
    """Yield the texts of the worldwide newswire with what is the kind of a span in each."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            yield article["text"], partial(best, article["entities"])


def best(entities: list[dict[str, Any]], start: int, end: int) -> str:
    """Return the kind of the entity that a span is, else of that which ends, begins or lies in it."""
    found = [each for each in entities if each["start"] < end and start < each["end"]]

    def nearness(each: dict[str, Any]) -> tuple[bool, bool, bool, int]:
        first, last = each["start"] == start, each["end"] == end
        return first and last, last, first, min(end, each["end"]) - max(start, each["start"])

    kind = max(found, key=nearness)["label"] if found else "none"
    return kind if kind in KINDS else "none"


def learned(data: list[Article]) -> dict[str, list[float]]:
    """Return the weights of the features, those of the names around coming from models of the other articles."""
    for article in data:
        article.settle(None)
    known = data[0].decider.lexicon
    parts = [data[number::FOLDS] for number in range(FOLDS)]
    models = []
    for part in parts:
        rest = [sample for other in parts if other is not part for article in other for sample in article.samples()]
        models.append(Weights(hundredths(train(rest)), known))
    for part, table in zip(parts, models, strict=True):
        for article in part:
            article.settle(table)
    found = train([sample for article in data for sample in article.samples()])
    found["bias"][KINDS.index("place")] -= CAUTION
    return found


def hundredths(found: dict[str, list[float]]) -> Counter[str]:
    """Return weights as the plugin sums them."""
    rows = ((name, cast("Row", tuple(round(weight * 100) for weight in row))) for name, row in found.items())
    return Counter({name: packed(row) for name, row in rows})


def train(data: list[Sample]) -> dict[str, list[float]]:
    """Return the weights of a multinomial logistic regression, found by L-BFGS."""
    seen = Counter(feature for features, _ in data for feature in set(features))
    names = sorted(name for name, times in seen.items() if times >= SEEN and writable(name))
    numbers = {name: number for number, name in enumerate(names)}
    coded = [[numbers[each] for each in features if each in numbers] for features, _ in data]
    ends = np.cumsum([0, *map(len, coded)])
    given = csr_matrix((np.ones(ends[-1]), np.concatenate(coded), ends), shape=(len(data), len(names)))
    right = np.eye(len(KINDS))[[kind for _, kind in data]]
    shape, transposed = (len(names), len(KINDS)), given.T.tocsr()

    def loss(flat: Numbers) -> tuple[float, Numbers]:
        weights = flat.reshape(shape)
        sums = given @ weights
        sums -= logsumexp(sums, axis=1, keepdims=True)
        slopes = transposed @ (np.exp(sums) - right) + PENALTY * weights
        return PENALTY / 2 * (flat @ flat) - (sums * right).sum(), slopes.ravel()

    found = minimize(loss, np.zeros(len(names) * len(KINDS)), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS})
    return dict(zip(names, found.x.reshape(shape).tolist(), strict=True))


def writable(name: str) -> bool:
    """Tell whether a list can hold a feature: what cannot be written is not learned either."""
    return name == name.strip() and "#" not in name


def write(target: Path, sources: Sequence[str], rows: dict[str, list[float]]) -> None:
    """Write weights, those left out that are next to nothing."""
    lines = []
    for name in sorted(rows):
        numbers = [round(float(f"{weight:.2f}") * 100) for weight in rows[name]]
        if max(map(abs, numbers)) >= LEAST:
            lines.append("{}\t{}\n".format(name, " ".join(map(str, numbers))))
    target.write_text(HEADER.format(" and ".join(sources)) + "".join(lines), encoding="utf-8")
    print(f"{target.name}: {len(lines)} features")


def main(folder: Path, news: Path | None) -> None:
    """Read, train, write."""
    left_out: set[str] = set()
    for name in ("news-dev.jsonl", "interview-dev.jsonl"):
        lines = (folder / name).read_text(encoding="utf-8").splitlines()
        left_out |= {json.loads(line)["id"].removeprefix("gum/") for line in lines}
    known = lexicon(OwnNames())
    open_data = list(articles(gum(folder / "dependencies.conllu.gz", left_out), known))
    write(TARGET / "weights_open.txt", (GUM,), learned(open_data))
    if news:
        write(TARGET / "weights.txt", (GUM, WORLDWIDE), learned(open_data + list(articles(worldwide(news), known))))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)  # noqa: PLR2004 - the second corpus
