"""Learn the tagger's lexicon, endings and weights from GUM, and measure them; the result is always the same.

``python benchmarks/train_tags.py GUM/dependencies.conllu.gz`` measures on documents kept out, ``--write`` writes the
data files as well, ``--folds 4`` measures on every news document with a tagger trained on the others.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import define, field
from gum_tags import Example, examples
from tag_perceptron import Instance, learn

from newskit.text.tags import Tagger
from newskit.text.word_classes import WordClasses, bases, candidates

HELD_OUT = ("GUM_news_homeopathic", "GUM_news_iodine", "GUM_interview_cyclone", "GUM_interview_gaming")
DATA = Path(__file__).parents[1] / "src/newskit/text"
OWN_VERBS = Path(__file__).with_name("tag_verbs.txt")
HEAD = "# Learned from GUM (CC BY 4.0) by benchmarks/train_tags.py; docs/models/tags.md says how.\n"

CLOSED = {"IN", "DT", "PRP", "PRP$", "TO", "MD", "CC", "WDT", "WP", "WP$", "WRB", "EX", "POS", "PDT", "RP", "CD"}
NOT_TAUGHT = {"FW", "LS", "SYM", "XX", "ADD", "AFX"}
PROPER = ("NNP", "NNPS")

JACKKNIFE = 10
THIN = 0.03
"""Share of a word's occurrences below which a tag is taken for a slip."""
NAMED = 25
"""A word this frequent has weights of its own."""
RARE = 20
"""Below this many occurrences morphology adds tags that were not seen."""
ENDING_WORDS = 8
"""Words that an ending needs, and the occurrences up to which a word speaks for unknown ones."""

Counts = dict[str, Counter[str]]


@define
class OwnVerbs:
    """The project's own list of verbs: bases, those that are nouns too, tags of irregular forms."""

    bases: set[str] = field(factory=set)
    nouns: set[str] = field(factory=set)
    forms: dict[str, tuple[str, ...]] = field(factory=dict)

    @classmethod
    def read(cls) -> OwnVerbs:
        """Read the list: ``base [past participle] [NN]`` a line."""
        own = cls()
        for line in OWN_VERBS.read_text(encoding="utf-8").splitlines():
            base, *others = line.partition("#")[0].split() or [""]
            if base:
                own.bases.add(base)
                if others[-1:] == ["NN"]:
                    own.nouns |= {base, others.pop()}
                for form, tag in zip(others, ("VBD", "VBN"), strict=bool(others)):
                    own.forms[form] = (*own.forms.get(form, ()), tag)
        return own


def joined(tags: list[str], share: float, enough: float) -> str:
    """Return an entry: ``>`` after the first tag where its share is above what is enough."""
    return tags[0] + (">" if share >= enough else "|") * (len(tags) > 1) + "|".join(tags[1:])


def ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    """Return tags by falling count, then by name."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


class Lexicon:
    """Entries of words and of endings, from sentences and the project's own list."""

    def __init__(self, train: list[Example]) -> None:
        self.counts: Counts = defaultdict(Counter)
        self.own = OwnVerbs.read()
        self.verbs: dict[str, None] = {}
        self.nouns: dict[str, None] = {}
        self.initial: Counts = defaultdict(Counter)
        for example in train:
            self._count(example)
        for word, found in self.initial.items():
            if word in self.counts or word.lower() not in self.counts:
                self.counts[word].update(found)
        self.verb_bases = set(self.verbs) | self.own.bases
        self.noun_bases = set(self.nouns) | self.own.nouns
        self.known = self._entries()
        self.endings = self._endings()

    def _count(self, example: Example) -> None:
        begun = False
        for word, tag, lemma in zip(example.tokens.words, example.gold, example.lemmas, strict=True):
            if not (word[0].isalpha() or word[0] in "'’"):
                continue
            written = word.replace("’", "'")
            first, begun = not begun, begun or word[0].isupper() or word[0].isalpha()
            if tag in NOT_TAUGHT:
                continue
            if first and word[0].isupper() and word != "I":
                (self.initial if tag in PROPER else self.counts)[written if tag in PROPER else written.lower()][
                    tag
                ] += 1
                continue
            keeps_capital = word == "I" or tag in (*PROPER, "JJ", "PRP", "NN")
            self.counts[written if keeps_capital else written.lower()][tag] += 1
            if word.islower() and tag.startswith("VB"):
                self.verbs[lemma] = None
            elif word.islower() and tag in ("NN", "NNS"):
                self.nouns[lemma] = None

    def _by_form(self, word: str, tags: set[str]) -> list[str]:
        """Return the tags that a rare word can have by its form, seen or not."""
        if not (word.islower() and word.isalpha()) or tags & CLOSED or len(word) < len("ask"):
            return []
        extra = ["VB", "VBP"] if word in self.verb_bases or tags & {"VB", "VBP"} else []
        extra += ["NN"] if word in self.own.nouns else []
        extra += self.own.forms.get(word, ())
        if word.endswith("ed") and tags & {"VBD", "VBN"}:
            extra += ["VBD", "VBN"]
        if word.endswith("s") and tags & {"NNS", "VBZ"}:
            stems = {word[:-1], word.removesuffix("es"), re.sub("ies$", "y", word)}
            extra += ["VBZ"] if stems & self.verb_bases else []
            extra += ["NNS"] if stems & self.noun_bases else []
        return extra

    def _entry(self, word: str) -> str:
        counts = self.counts[word]
        total = sum(counts.values())
        tags = [tag for tag, count in ranked(counts) if count >= THIN * total and (count > 1 or total < RARE)]
        tags = tags or [ranked(counts)[0][0]]
        if total < RARE:
            tags += [tag for tag in dict.fromkeys(self._by_form(word, set(counts))) if tag not in tags]
        # A word seen three times with one tag may well have another.
        entry = joined(tags, counts[tags[0]] / total if total > len("NNP") else 0, 0.9)
        return f"{word}*{entry}" if total >= NAMED else entry

    def _entries(self) -> dict[str, str]:
        known = {word: self._entry(word) for word in self.counts}
        for base in sorted(self.verb_bases):
            if base.isalpha():
                known.setdefault(base, "NN|VB|VBP" if base in self.noun_bases else "VB|VBP")
        for form, tags in self.own.forms.items():
            known.setdefault(form, "|".join(dict.fromkeys(tags)))
        for noun in self.nouns:
            if noun.isalpha():
                known.setdefault(noun, "NN")
        return known

    def _ending_keys(self, word: str) -> Iterator[str]:
        lower = word.lower()
        kind = "^" * word[0].isupper() + "-" * ("-" in word)
        for length in range(min(5, len(word)) + 1):
            yield kind + lower[len(lower) - length :]
        if kind == "^" and lower in self.known:
            yield "=" + candidates(self.known[lower])[0]
        if word.islower() and word.isalpha():
            for ending in ("ed", "ing"):
                if word.endswith(ending) and self.verb_bases.intersection(bases(word.removesuffix(ending))):
                    yield "+-" + ending

    def _endings(self) -> dict[str, str]:
        table: Counts = defaultdict(Counter)
        for word, counts in self.counts.items():
            if sum(counts.values()) <= ENDING_WORDS and not set(counts) & CLOSED and "'" not in word:
                for key in self._ending_keys(word):
                    table[key].update(counts.keys())
        found: dict[str, str] = {}
        for key in sorted(table, key=lambda key: (len(key), key)):
            total = sum(table[key].values())
            if total < ENDING_WORDS and key.strip("^-") and key[0] not in "=+":
                continue
            tags = [tag for tag, count in ranked(table[key]) if count >= THIN * total][:5]
            entry = joined(tags, table[key][tags[0]] / total, 0.85)
            parent = next((found[key] for key in shorter(key) if key in found), "")
            if parent.rpartition("*")[2] != entry:
                found[key] = f"{key}*{entry}"
        by_base = {"+sN": "NNS", "+sV": "VBZ|NNS", "+sNV": "NNS|VBZ", "+sVN": "VBZ|NNS"}
        return found | {key: f"{key}*{entry}" for key, entry in by_base.items()}


def shorter(key: str) -> Iterator[str]:
    """Yield the shorter endings that an ending falls back on."""
    if key[:1] not in ("=", "+"):
        kind = key[: len(key) - len(key.lstrip("^-"))]
        for cut in range(len(kind) + 1, len(key) + 1):
            yield kind + key[cut:]


class Rows:
    """Weights that were just learned, as the tagger reads those of a file."""

    def __init__(self, weights: dict[str, dict[str, int]]) -> None:
        self.rows = {feature: written(values) for feature, values in weights.items()}

    def get(self, key: str) -> str | None:
        """Return the row of a feature, None where it has none."""
        return self.rows.get(key)

    def under(self, beginning: str) -> Iterator[tuple[str, str]]:
        """Yield the rows of the features that begin so, with what follows in each."""
        for feature, row in self.rows.items():
            if feature.startswith(beginning):
                yield feature.removeprefix(beginning), row


def written(weights: dict[str, int]) -> str:
    """Return the weights of a feature as the file has them."""
    return " ".join(f"{tag}={weight}" for tag, weight in sorted(weights.items()))


def instances(train: list[Example]) -> list[Instance]:
    """Return entries and gold tags, with entries from a lexicon that did not see the sentence's document."""
    documents = sorted({example.document for example in train})
    random.Random(7).shuffle(documents)  # noqa: S311 - a fixed shuffle, no secret
    found = []
    for fold in range(JACKKNIFE):
        away = set(documents[fold::JACKKNIFE])
        lexicon = Lexicon([example for example in train if example.document not in away])
        tagger = Tagger(WordClasses(lexicon.known, lexicon.endings), Rows({}))
        found += [
            (tagger.word_entries(example.tokens, example.sentences), example.gold)
            for example in train
            if example.document in away
        ]
    return found


def trained(train: list[Example]) -> tuple[Lexicon, dict[str, dict[str, int]]]:
    """Learn everything from sentences."""
    return Lexicon(train), learn(instances(train))


@define
class Score:
    """Right answers, over all tokens, words, and words that the lexicon lacks."""

    right: Counter[str] = field(factory=Counter)
    total: Counter[str] = field(factory=Counter)
    slips: Counter[tuple[str, str]] = field(factory=Counter)

    def add(self, model: tuple[Lexicon, dict[str, dict[str, int]]], test: Iterable[Example]) -> None:
        """Tag sentences and count."""
        lexicon, weights = model
        tagger = Tagger(WordClasses(lexicon.known, lexicon.endings), Rows(weights))
        for example in test:
            found = tagger.tag(example.tokens, example.sentences)
            for word, tag, inner in zip(example.tokens.words, found, example.gold, strict=True):
                gold = inner.partition("~")[0]
                unknown = word[0].isalpha() and not {word, word.lower()} & lexicon.known.keys()
                groups = ["all", *["words"] * word[0].isalnum(), *["unknown"] * unknown]
                self.total.update([*groups, gold])
                self.right.update([*groups, gold] if tag == gold else [])
                self.slips.update([(gold, tag)] if tag != gold else [])

    def show(self, title: str) -> None:
        """Print shares, and the commonest slips."""
        print(title)
        for group in ("all", "words", "unknown", "VBD", "VBZ", "VBN", "VBP", "VB", "VBG", "NN", "NNS", "NNP", "JJ"):
            if self.total[group]:
                print(f"  {group:8}{100 * self.right[group] / self.total[group]:5.1f} % of {self.total[group]}")
        print("  slips:", ", ".join(f"{gold} as {tag} {count}" for (gold, tag), count in self.slips.most_common(12)))


def measured_in_folds(data: list[Example], folds: int) -> Score:
    """Return the score on every news document, with a tagger trained on the others."""
    news = sorted({example.document for example in data if "_news_" in example.document})
    score = Score()
    for fold in range(folds):
        away = set(news[fold::folds])
        model = trained([example for example in data if example.document not in away])
        score.add(model, [example for example in data if example.document in away])
    return score


def write(lexicon: Lexicon, weights: dict[str, dict[str, int]]) -> None:
    """Write the three data files."""
    tables = {
        "tag_lexicon.txt": [f"{word} {entry}" for word, entry in sorted(lexicon.known.items()) if " " not in word],
        # A file of words has none for the empty ending, and the tagger takes NN there.
        "tag_endings.txt": [f"{key} {entry}" for key, entry in sorted(lexicon.endings.items()) if key],
        "tag_weights.txt": [f"{feature}\t{written(values)}" for feature, values in sorted(weights.items())],
    }
    for name, lines in tables.items():
        bare = [line for line in lines if "#" not in line]
        (DATA / name).write_text(HEAD + "\n".join(bare) + "\n", encoding="utf-8")


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="GUM's dependencies.conllu.gz")
    parser.add_argument("--write", action="store_true", help="write the data files")
    parser.add_argument("--folds", type=int, default=0, help="measure on all news documents in so many folds")
    options = parser.parse_args()
    data = examples(options.corpus)
    if options.folds:
        measured_in_folds(data, options.folds).show(f"all news documents in {options.folds} folds")
        return
    model = trained([example for example in data if example.document not in HELD_OUT])
    for genre in ("news", "interview"):
        score = Score()
        score.add(model, [e for e in data if e.document in HELD_OUT and f"_{genre}_" in e.document])
        score.show(f"{genre} documents kept out")
    if options.write:
        write(*model)


if __name__ == "__main__":
    main()
