"""Train the weights of newskit_names on GUM.

usage: train_names.py GUM_FOLDER

Reads dependencies.conllu.gz of the Georgetown University Multilayer corpus (the CC BY genres; text CC BY 2.5 to 4.0,
annotation CC BY 4.0), leaves out the documents of the news and interview development sets, and writes
plugins/newskit_names/weights.txt: averaged perceptrons over the features of features.py, their mean, one row of weights
a feature. The same input gives the same file, byte for byte, as long as the plugins of names and titles are the same:
their rules and word lists choose the names that are learned from. Run it again whenever these change.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import newskit
from newskit_names.candidates import occurrences
from newskit_names.features import Features, of_words
from newskit_names.lexicon import lexicon
from newskit_names.model import KINDS
from newskit_names.options import OwnNames
from newskit_names.recognizer import Recognizer

TARGET = Path(__file__).resolve().parent.parent / "plugins" / "newskit_names" / "weights.txt"
HEADER = """# Weights of person, organization, place, none, then the feature. The mean of averaged perceptrons, by
# benchmarks/train_names.py on GUM's CC BY genres (Georgetown University Multilayer corpus, annotation CC BY 4.0).
"""
EPOCHS, KEEP, RUNS = 6, 2, 20
ENDINGS = 20
"""How often the last two letters of a name must be seen: rare ones stand for the few names that have them."""
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
    return widest[4] if widest[4] in KINDS else "none"


Sample = tuple[list[str], int]


def samples(path: Path, left_out: set[str]) -> Iterator[Sample]:
    """Yield the features and the kind of each distinct candidate of each document."""
    found: list[tuple[str, Recognizer]] = []

    @newskit.extractor(newskit.Entity, reads=(newskit.Title,), name="candidates")
    def collect(doc: newskit.Doc) -> list[newskit.Entity]:
        found.append((doc.text, Recognizer(doc, lexicon(OwnNames()))))
        return []

    class Plugin:
        __name__ = "collector"

        @newskit.hookimpl
        def newskit_extractors(self) -> list[newskit.Extractor]:
            return [collect]

    kit = newskit.Kit(plugins=["newskit_titles"], add=[Plugin()], strict=True)
    for document in documents(path):
        if document.name in left_out:
            continue
        kit.extract(document.text)
        recognizer = found.pop()[1]
        features_of = Features(recognizer.doc.tokens, recognizer.lexicon)
        for group in occurrences(recognizer.candidates).values():
            votes = [gold(document, each.start, each.end) for each in group]
            features = {*of_words(group[0].text, group[0].words, recognizer.lexicon), *features_of.around(group)}
            yield sorted(features), KINDS.index(max(sorted(set(votes)), key=votes.count))


def train(data: list[Sample]) -> dict[str, list[float]]:
    """Return the mean of the weights of several perceptrons, each trained in an order of its own."""
    runs = [perceptron(list(data), seed) for seed in range(RUNS)]
    names = sorted({feature for run in runs for feature in run})
    absent = [0.0] * len(KINDS)
    return {
        name: [sum(column) / RUNS for column in zip(*(run.get(name, absent) for run in runs), strict=True)]
        for name in names
    }


def perceptron(data: list[Sample], seed: int) -> dict[str, list[float]]:
    """Train an averaged perceptron with a margin."""
    weights: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(KINDS))
    totals: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(KINDS))
    order, clock = random.Random(seed), 1  # noqa: S311 - a fixed shuffle, no secret
    for _ in range(EPOCHS):
        order.shuffle(data)
        for features, kind in data:
            sums = [sum(weights[feature][each] for feature in features) for each in range(len(KINDS))]
            rival = max((each for each in range(len(KINDS)) if each != kind), key=sums.__getitem__)
            if sums[kind] < sums[rival] + 1.0:
                for feature in features:
                    weights[feature][kind] += 1
                    weights[feature][rival] -= 1
                    totals[feature][kind] += clock
                    totals[feature][rival] -= clock
            clock += 1
    return {
        feature: [weight - total / clock for weight, total in zip(weights[feature], totals[feature], strict=True)]
        for feature in weights
    }


def main(folder: Path) -> None:
    """Read, train, write."""
    left_out: set[str] = set()
    for name in ("news-dev.jsonl", "interview-dev.jsonl"):
        lines = (folder / name).read_text(encoding="utf-8").splitlines()
        left_out |= {json.loads(line)["id"].removeprefix("gum/") for line in lines}
    data = list(samples(folder / "dependencies.conllu.gz", left_out))
    seen: dict[str, int] = defaultdict(int)
    for features, _ in data:
        for feature in features:
            seen[feature] += 1
    kept = {
        name for name, times in seen.items() if times > KEEP and (times >= ENDINGS or not name.startswith("ending "))
    }
    data = [([feature for feature in features if feature in kept], kind) for features, kind in data]
    rows = train(data)
    lines = ("{}\t{}\n".format(" ".join(f"{weight:.2f}" for weight in rows[name]), name) for name in sorted(rows))
    TARGET.write_text(HEADER + "".join(lines), encoding="utf-8")
    print(f"{len(data)} names, {len(rows)} features")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
