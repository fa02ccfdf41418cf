"""Train the weights of newskit_names on GUM, and on GUM with worldwide news.

usage: train_names.py GUM_FOLDER [WORLDWIDE_TRAIN.jsonl.gz]        (needs python-crfsuite: pip install --group train)

Reads dependencies.conllu.gz of the Georgetown University Multilayer corpus (the CC BY genres; text CC BY 2.5 to 4.0,
annotation CC BY 4.0), leaves out the documents of the news and interview development sets, and writes
plugins/newskit_names/weights_open.txt: a conditional random field over the tokens of the stretches that can hold a
name, one row of weights a feature. With the worldwide newswire (Shan et al. 2023) it writes weights.txt from both. The
same input gives the same files as long as the plugins of names and titles are the same: their rules and word lists are
what the model sees. Run it again whenever these change.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pycrfsuite
from names_gold import Gum, Worldwide, gum, worldwide

import newskit
from newskit_names.candidates import occurrences
from newskit_names.kind_rules import KindRules
from newskit_names.lexicon import Lexicon, lexicon
from newskit_names.model import FOLLOWING, KINDS, TAGS, Weights
from newskit_names.options import OwnNames
from newskit_names.recognizer import Recognizer
from newskit_names.tagging import Found, Tagging

TARGET = Path(__file__).resolve().parent.parent / "plugins" / "newskit_names"
HEADER = """# Feature, then weights in hundredths of no name (n), the first and later tokens of a person (P, p),
# organization (O, o), place (L, l) and facility (F, f). Conditional random field, by benchmarks/train_names.py on
# {}.
"""
GUM = "GUM's CC BY genres (Georgetown University Multilayer corpus, annotation CC BY 4.0)"
WORLDWIDE = "the Stanford worldwide newswire (no licence named)"
SETTINGS = {"c2": 0.1, "max_iterations": 70, "feature.minfreq": 2, "feature.possible_transitions": True}
"""Penalty on squares, iterations, and the least places of a feature."""
PENALTY = {False: 0.4, True: 1.5}
"""The penalty on sizes, without and with the worldwide newswire, by cross-validation on the training parts."""

Stretch = tuple[list[dict[str, float]], list[str]]
"""The features of each token of a stretch, with how often each comes, and its tags."""


def stretches(golds: Iterable[Gum | Worldwide], known: Lexicon) -> Iterator[Stretch]:
    """Yield the stretches of the texts that may hold a name, with what the model sees of them and the gold tags."""
    found: list[Recognizer] = []
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
    for gold in golds:
        kit.extract(gold.text)
        recognizer = found.pop()
        rules = KindRules(known, recognizer.doc.tokens, recognizer.titles)
        groups = occurrences(recognizer.candidates)
        kinds = {text: kind for text, group in groups.items() if (kind := rules.kind(group))}
        tagging = Tagging(recognizer.doc, recognizer.candidates, kinds, recognizer.segmenter.role_tokens, table)
        tags = tagged(gold.names(recognizer, kinds))
        for stretch in tagging.stretches():
            features = [counted(tagging.features(index)) for index in stretch]
            yield features, [tags.get(index, TAGS[0]) for index in stretch]


def tagged(names: Iterable[Found]) -> dict[int, str]:
    """Return the tags of the tokens of names."""
    tags = {}
    for first, last, kind in names:
        number = KINDS.index(kind) * 2 + 1
        tags.update(dict.fromkeys(range(first, last), TAGS[number + 1]))
        tags[first] = TAGS[number]
    return tags


def counted(features: Iterable[str]) -> dict[str, float]:
    """Return how often each feature comes, of those that a list of entries, one a line, can hold."""
    counts: dict[str, float] = {}
    for feature in features:
        if "#" not in feature and feature == feature.strip() and feature.isprintable():
            counts[feature] = counts.get(feature, 0.0) + 1.0
    return counts


def learned(data: Iterable[Stretch], penalty: float) -> dict[str, list[int]]:
    """Return the weights of the features and of what follows each tag, in hundredths."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.select("lbfgs")
    trainer.set_params({"c1": penalty, **SETTINGS})
    for features, tags in data:
        trainer.append(pycrfsuite.ItemSequence(features), tags)
    tagger = pycrfsuite.Tagger()
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger.open(path)
        model = tagger.info()
        tagger.close()
    rows: dict[str, list[int]] = {}
    for (feature, tag), weight in model.state_features.items():
        rows.setdefault(feature, [0] * len(TAGS))[TAGS.index(tag)] = round(weight * 100)
    for (tag, following), weight in model.transitions.items():
        rows.setdefault(FOLLOWING + tag, [0] * len(TAGS))[TAGS.index(following)] = round(weight * 100)
    return rows


def write(target: Path, sources: Sequence[str], rows: dict[str, list[int]]) -> None:
    """Write weights, those left out that are nothing."""
    lines = []
    for name in sorted(rows):
        numbers = [f"{tag}{weight}" for tag, weight in zip(TAGS, rows[name], strict=True) if weight]
        if numbers:
            lines.append("{}\t{}\n".format(name, " ".join(numbers)))
    target.write_text(HEADER.format(" and ".join(sources)) + "".join(lines), encoding="utf-8")
    print(f"{target.name}: {len(lines)} features")


def main(folder: Path, news: Path | None) -> None:
    """Read, train, write."""
    known = lexicon(OwnNames())
    data = list(stretches(gum(folder), known))
    write(TARGET / "weights_open.txt", (GUM,), learned(data, PENALTY[False]))
    if news:
        data += stretches(worldwide(news), known)
        write(TARGET / "weights.txt", (GUM, WORLDWIDE), learned(data, PENALTY[True]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)  # noqa: PLR2004 - the second corpus
