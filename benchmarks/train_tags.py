"""Learn the tagger's lexicon, endings and weights from GUM, and measure them.

python benchmarks/train_tags.py CORPUS/gum/dependencies.conllu.gz            # held-out accuracy
python benchmarks/train_tags.py CORPUS/gum/dependencies.conllu.gz --write    # and write the data files
"""

from __future__ import annotations

import argparse
import gzip
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

from newskit.text import Sentence, Tokens
from newskit.text.tags import Tagger, around_features, left_features, right_features, seen_from_before
from newskit.text.tokens import tokenize
from newskit.text.word_classes import MARK_OF, WordClasses, bases, candidates, SEEN_THROUGH

GENRES = ("news", "interview", "speech", "textbook", "vlog")
HELD_OUT = ("GUM_news_homeopathic", "GUM_news_iodine", "GUM_interview_cyclone", "GUM_interview_gaming")
DATA = Path(__file__).parents[1] / "src/newskit/text"
OWN = Path(__file__).parent
CLOSED = {"IN", "DT", "PRP", "PRP$", "TO", "MD", "CC", "WDT", "WP", "WP$", "WRB", "EX", "POS", "PDT", "RP", "CD"}
NOT_TAUGHT = {"UH", "FW", "LS", "SYM", "GW", "VERB", "XX", "ADD", "AFX"}
FOLDS = 10


@frozen
class Token:
    form: str
    tag: str
    lemma: str


@frozen
class Example:
    document: str
    tokens: Tokens
    gold: list[str]
    lemmas: list[str]


def sentences(path: Path) -> Iterator[tuple[str, str, list[tuple[int, int, list[str]]]]]:
    document, text, rows, position, until, joined = "", "", [], 0, 0, False
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc id = "):
                document = line[14:]
            elif not line:
                if rows:
                    yield document, text, rows
                text, rows, until = "", [], 0
            elif line[0] != "#":
                cells = line.split("\t")
                if "-" in cells[0]:
                    until = int(cells[0].partition("-")[2])
                    joined = "SpaceAfter=No" in cells[9]
                    continue
                if "." in cells[0]:
                    continue
                start = len(text)
                text += cells[1]
                rows.append((start, len(text), cells))
                number = int(cells[0])
                glued = number < until or (joined if number == until else "SpaceAfter=No" in cells[9])
                if not glued:
                    text += " "


def penn(tag: str) -> str:
    return {"HYPH": ":", "``": "''", "VERB": "VBG", "NFP": ":", "GW": "FW"}.get(tag, tag)


def gold_tag(word: str, rows: list[list[str]], start: int) -> str:
    """Return the one tag of a token of ours that covers these rows of the corpus."""
    if len(rows) == 1:
        return penn(rows[0][4])
    plain = word.replace("’", "'").lower()
    if plain.endswith("n't") or plain in ("cannot", "gonna", "wanna", "gotta", "gimme", "dunno"):
        return penn(rows[0][4])
    if "'" in plain:
        return "+".join(penn(row[4]) for row in rows) + {"m": "~b", "re": "~b", "ve": "~h"}.get(
            plain.rpartition("'")[2], ""
        )
    ids = {row[0] for row in rows}
    heads = [row for row in rows if row[6] not in ids and row[4] != "HYPH"] or rows
    head = heads[-1]
    if head[4] == "NN" and rows[-1] is head and head[7] in ("compound", "amod"):
        return "JJ"
    return penn(head[4])


def examples(path: Path) -> list[Example]:
    found = []
    for document, text, rows in sentences(path):
        if document.split("_")[1] not in GENRES:
            continue
        tokens = tokenize(text)
        gold, lemmas = [], []
        for start, end, word in zip(tokens.starts, tokens.ends, tokens.words, strict=True):
            inside = [cells for begin, stop, cells in rows if begin < end and stop > start]
            tag = gold_tag(word, inside, start)
            if not word[0].isalnum() and not (word[0] in "'’" and tag in ("POS", "VBZ", "PRP")):
                tag = WordClasses({}, {})[word]
            mark = MARK_OF.get(word.lower().replace("’", "'"))
            if mark:
                tag = f"{tag}~{mark}"
            elif tag == "VBZ" and word[0] in "'’":
                tag = "VBZ~b"
            gold.append(tag)
            lemmas.append(inside[0][2])
        if gold:
            found.append(Example(document, tokens, gold, lemmas))
    return found


def as_sentence(example: Example) -> tuple[Sentence]:
    return (Sentence(0, example.tokens.ends[-1], range(len(example.gold)), 0),)


def own_verbs() -> tuple[set[str], set[str], dict[str, tuple[str, ...]]]:
    """Return the tags of each form that the project's own list of verbs gives: bases and irregular forms."""
    found: dict[str, tuple[str, ...]] = {}
    verbs: set[str] = set()
    nouns: set[str] = set()
    for line in (OWN / "tag_verbs.txt").read_text(encoding="utf-8").splitlines():
        words = line.partition("#")[0].split()
        if not words:
            continue
        verbs.add(words[0])
        if words[-1] == "NN":
            nouns.add(words.pop())
            nouns.add(words[0])
        if len(words) == 3:
            _, past, participle = words
            for form, tag in ((past, "VBD"), (participle, "VBN")):
                found[form] = (*found.get(form, ()), tag)
    return verbs, nouns, found


def entry_of(counts: Counter[str], extra: Iterable[str] = ()) -> str:
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    total = sum(counts.values())
    kept = [tag for tag, count in ranked if count >= THIN * total and (count > 1 or total < 30)] or [ranked[0][0]]
    kept += [tag for tag in extra if tag not in kept]
    mark = ">" if counts[kept[0]] >= 0.9 * total and total >= 4 and len(kept) > 1 else "|"
    return kept[0] + (mark + "|".join(kept[1:]) if len(kept) > 1 else "")


def lexicon(train: list[Example], named: int) -> tuple[dict[str, str], dict[str, str]]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    verbs: Counter[str] = Counter()
    nouns: Counter[str] = Counter()
    initial: dict[str, Counter[str]] = defaultdict(Counter)
    for example in train:
        begun = False
        for word, tag, lemma in zip(example.tokens.words, example.gold, example.lemmas, strict=True):
            if not word[0].isalnum() and not word.startswith(("'", "’")) or word[0].isdigit():
                continue
            key = word.replace("’", "'")
            if not begun and word[0].isupper():
                begun = True
                if tag not in ("NNP", "NNPS", "PRP") or word != "I":
                    (initial if tag in ("NNP", "NNPS") else counts)[key if tag in ("NNP", "NNPS") else key.lower()][
                        tag
                    ] += 1
                    continue
            begun = True
            if tag in NOT_TAUGHT and tag != "UH":
                continue
            if (
                word[0].isupper()
                and tag not in ("NNP", "NNPS", "JJ", "PRP", "NN")
                and word.lower() != word
                and word != "I"
            ):
                key = key.lower()
            counts[key][tag] += 1
            if tag.startswith("VB") and word.islower():
                verbs[lemma.lower()] += 1
            if tag in ("NN", "NNS") and word.islower():
                nouns[lemma.lower()] += 1
    for word, found in initial.items():
        if word in counts or word.lower() not in counts:
            counts[word].update(found)
    own_bases, own_nouns, own_forms = own_verbs()
    verb_bases = set(verbs) | own_bases
    noun_bases = set(nouns) | own_nouns
    known: dict[str, str] = {}
    frequency: dict[str, int] = {}
    for word, found in counts.items():
        extra: list[str] = []
        tags = set(found)
        if word.islower() and word.isalpha() and not (tags & CLOSED) and len(word) > 2:
            if word in verb_bases or tags & {"VB", "VBP"}:
                extra += ["VB", "VBP"]
            if word in own_nouns:
                extra.append("NN")
            extra += own_forms.get(word, ())
            if word.endswith("ed") and tags & {"VBD", "VBN"}:
                extra += ["VBD", "VBN"]
            if word.endswith("ing") and tags & {"VBG"}:
                extra += ["VBG"]
            if word.endswith("s") and tags & {"NNS", "VBZ"}:
                stems = (
                    [word[:-1]]
                    + ([word[:-2]] if word.endswith("es") else [])
                    + ([word[:-3] + "y"] if word.endswith("ies") else [])
                )
                if any(stem in verb_bases for stem in stems):
                    extra.append("VBZ")
                if any(stem in noun_bases for stem in stems):
                    extra.append("NNS")
        known[word] = entry_of(found, extra if sum(found.values()) < 20 else ())
        frequency[word] = sum(found.values())
    for base in verb_bases:
        if base not in known and base.isalpha():
            known[base] = "VB|VBP" if base not in noun_bases else "NN|VB|VBP"
    for form, tags_of_form in own_forms.items():
        known.setdefault(form, "|".join(dict.fromkeys(tags_of_form)))
    for noun in nouns:
        if noun not in known and noun.isalpha():
            known[noun] = "NN"
    for word, count in frequency.items():
        if count >= named:
            known[word] = f"{word}*{known[word]}"
    return known, endings(counts, known, verb_bases)


def endings(counts: dict[str, Counter[str]], known: dict[str, str], verb_bases: set[str]) -> dict[str, str]:
    table: dict[str, Counter[str]] = defaultdict(Counter)
    blank = WordClasses({}, {})
    for word, found in counts.items():
        total = sum(found.values())
        if total > 8 or set(found) & CLOSED or "'" in word:
            continue
        for tag in found:
            if tag in NOT_TAUGHT:
                continue
            lower = word.lower()
            kind = ("^" if word[0].isupper() else "") + ("-" if "-" in word else "")
            for length in range(min(5, len(word)) + 1):
                table[kind + lower[len(lower) - length :]][tag] += 1
            if word[0].isupper() and "-" not in word and lower in known:
                table["=" + candidates(known[lower])[0]][tag] += 1
            if word.islower() and word.isalpha():
                for ending in ("ed", "ing"):
                    if word.endswith(ending) and any(b in verb_bases for b in bases(word[: -len(ending)])):
                        table["+-" + ending][tag] += 1
    found_endings: dict[str, str] = {}
    for key in sorted(table, key=len):
        tags = table[key]
        total = sum(tags.values())
        base = key.lstrip("^-")
        if total < 8 and not key.startswith(("=", "+")) and base:
            continue
        ranked = [t for t, n in sorted(tags.items(), key=lambda i: (-i[1], i[0])) if n >= 0.03 * total][:5]
        mark = ">" if tags[ranked[0]] > 0.85 * total and len(ranked) > 1 else "|"
        entry = ranked[0] + (mark + "|".join(ranked[1:]) if len(ranked) > 1 else "")
        parent = next((found_endings[k] for k in shorter(key) if k in found_endings), None)
        named = f"{key}*{entry}"
        if parent is None or parent.rpartition("*")[2] != entry:
            found_endings[key] = named
    found_endings |= {
        "+sN": "+sN*NNS",
        "+sV": "+sV*VBZ|NNS",
        "+sNV": "+sNV*NNS|VBZ",
        "+sVN": "+sVN*VBZ|NNS",
    }
    return found_endings


def shorter(key: str) -> Iterator[str]:
    if key[:1] in ("", "=", "+"):
        return
    kind = re.match(r"\^?-?", key).group()
    rest = key[len(kind) :]
    for cut in range(1, len(rest) + 1):
        yield kind + rest[cut:]


def instances(train: list[Example], named: int, seed: int = 7) -> list[tuple[list[str], list[str]]]:
    """Return entries and gold tags, with entries from a lexicon that did not see the sentence's document."""
    documents = sorted({example.document for example in train})
    random.Random(seed).shuffle(documents)
    found = []
    for fold in range(FOLDS):
        away = set(documents[fold::FOLDS])
        known, ends = lexicon([e for e in train if e.document not in away], named)
        tagger = Tagger(WordClasses(known, ends), {})
        found += [(tagger.word_entries(e.tokens, as_sentence(e)), e.gold) for e in train if e.document in away]
    return found


def left_of(before: list[str]) -> str:
    return f"{before[-2]} {before[-1]}" if before[-1] in SEEN_THROUGH else before[-1]


def features(left: str, own: str, right: str) -> list[str]:
    return [
        *left_features(own, left),
        *right_features(own, right),
        *around_features((left.rpartition(" ")[2], right.partition("|")[0])),
    ]


def perceptron(
    data: list[tuple[list[str], list[str]]], epochs: int, seed: int, sums: dict[tuple[str, str], float]
) -> int:
    """Add each weight's sum over all steps to ``sums`` and return the number of steps."""
    weights: dict[str, dict[str, float]] = defaultdict(dict)
    totals: dict[tuple[str, str], float] = defaultdict(float)
    stamps: dict[tuple[str, str], int] = defaultdict(int)
    clock = 0
    rng = random.Random(seed)
    data = list(data)

    def update(feature: str, tag: str, change: float) -> None:
        key = feature, tag
        old = weights[feature].get(tag, 0.0)
        totals[key] += (clock - stamps[key]) * old
        stamps[key] = clock
        weights[feature][tag] = old + change

    seen: Counter[str] = Counter()
    for entries, gold in data:
        for index, entry in enumerate(entries):
            if len(candidates(entry)) > 1:
                left = left_of([".", ".", *gold[:index]])
                seen.update(features(left, entry, seen_from_before([*entries[index + 1 : index + 2], "."][0])))
    common = {feature for feature, count in seen.items() if count >= COMMON}
    for epoch in range(epochs):
        rng.shuffle(data)
        wrong = 0
        for entries, gold in data:
            two = one = "."
            padded = [*entries, "."]
            for index, entry in enumerate(entries):
                tags = candidates(entry)
                guess = tags[0]
                if len(tags) > 1:
                    clock += 1
                    left = left_of([two, one])
                    found = [f for f in features(left, entry, seen_from_before(padded[index + 1])) if f in common]
                    scores = dict.fromkeys(tags, 0.0)
                    for feature in found:
                        for tag, weight in weights.get(feature, {}).items():
                            if tag in scores:
                                scores[tag] += weight
                    guess = max(scores, key=scores.__getitem__)
                    if guess != gold[index] and gold[index] in scores:
                        wrong += 1
                        for feature in found:
                            update(feature, gold[index], 1.0)
                            update(feature, guess, -1.0)
                two, one = one, guess
        print("epoch", epoch, "wrong", wrong)
    for (feature, tag), total in totals.items():
        sums[feature, tag] += total + (clock - stamps[feature, tag]) * weights[feature][tag]
    return clock


def learn(data: list[tuple[list[str], list[str]]], epochs: int) -> dict[str, dict[str, int]]:
    """Return the averaged weights of several perceptrons, which differ in the order of the sentences."""
    sums: dict[tuple[str, str], float] = defaultdict(float)
    steps = sum(perceptron(data, epochs, seed, sums) for seed in range(SEEDS))
    averaged: dict[str, dict[str, int]] = defaultdict(dict)
    for (feature, tag), total in sums.items():
        mean = SCALE * total / steps
        if abs(mean) >= PRUNE * SCALE and round(mean):
            averaged[feature][tag] = round(mean)
    return dict(averaged)


PRUNE = 0.5
SCALE = 2
SEEDS = 4
THIN = 0.03
COMMON = 4


def train_tagger(train: list[Example], epochs: int, named: int) -> tuple[Tagger, dict, dict, dict]:
    known, ends = lexicon(train, named)
    weights = learn(instances(train, named), epochs)
    return Tagger(WordClasses(known, ends), weights), known, ends, weights


def measure(tagger: Tagger, test: list[Example], show: int = 0) -> tuple[float, float]:
    right = total = words_right = words = oracle = 0
    unknown = unknown_right = 0
    errors: Counter[tuple[str, str]] = Counter()
    shown: Counter[tuple[str, str, str]] = Counter()
    for example in test:
        ents = tagger.word_entries(example.tokens, as_sentence(example))
        got = tagger.inner(list(ents))
        for word, tag, gold, e in zip(example.tokens.words, got, example.gold, ents, strict=True):
            total += 1
            right += tag == gold
            if word[0].isalnum():
                words += 1
                words_right += tag == gold
                oracle += gold in candidates(e)
                if (
                    word not in tagger.classes._known
                    and word.lower() not in tagger.classes._known
                    and word[0].isalpha()
                ):
                    unknown += 1
                    unknown_right += tag == gold
                if tag != gold:
                    errors[gold, tag] += 1
                    shown[word, gold, tag] += 1
    print(
        f"all {right / total:.4f} words {words_right / words:.4f} oracle {oracle / words:.4f} unknown {unknown_right / max(unknown, 1):.3f} of {unknown / words:.3f} n={words}"
    )
    if show:
        for (g, t), n in errors.most_common(show):
            print(f"   gold {g} got {t}: {n}  ", [w for (w, a, b), _ in shown.most_common() if (a, b) == (g, t)][:12])
    return right / total, words_right / words


def write(path: Path, head: str, lines: Iterable[str]) -> None:
    path.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--named", type=int, default=25)
    parser.add_argument("--show", type=int, default=25)
    options = parser.parse_args()
    data = examples(options.corpus)
    train = [e for e in data if e.document not in HELD_OUT]
    test = [e for e in data if e.document in HELD_OUT]
    tagger, known, ends, weights = train_tagger(train, options.epochs, options.named)
    measure(tagger, [e for e in test if "news" in e.document], options.show)
    measure(tagger, [e for e in test if "interview" in e.document])
    print(len(known), len(ends), len(weights))
    if options.write:
        head = "# Learned from GUM (CC BY 4.0) by benchmarks/train_tags.py; see docs/tags.md.\n"
        write(
            DATA / "tag_lexicon.txt",
            head,
            (f"{w} {e}" for w, e in sorted(known.items()) if "#" not in w and " " not in w),
        )
        write(DATA / "tag_endings.txt", head, (f"{w} {e}" for w, e in sorted(ends.items()) if "#" not in w))
        write(
            DATA / "tag_weights.txt",
            head,
            (f + "\t" + " ".join(f"{t}={v:g}" for t, v in sorted(vs.items())) for f, vs in sorted(weights.items())),
        )


if __name__ == "__main__":
    main()
