"""Read the sentences and tags of GUM in CoNLL-U as the tagger has them, for ``train_tags.py``."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from newskit.text import Sentence, Tokens
from newskit.text.tokens import tokenize
from newskit.text.word_classes import MARK_OF, WordClasses

# GUM's other genres are left out: bio and voyage are CC BY-SA, the terms of conversation were not clear to us.
GENRES = ("news", "interview", "speech", "textbook", "vlog")

RENAMED = {"HYPH": ":", "``": "''", "VERB": "VBG", "NFP": ":", "GW": "FW"}
ONE_VERB = ("cannot", "gonna", "wanna", "gotta", "gimme", "dunno")
MARK_OF_CONTRACTION = {"m": "~b", "re": "~b", "ve": "~h"}

Row = tuple[int, int, list[str]]


@frozen
class Example:
    """A sentence in newskit's tokens, with inner tags and lemmas."""

    document: str
    tokens: Tokens
    gold: list[str]
    lemmas: list[str]

    @property
    def sentences(self) -> tuple[Sentence]:
        """The sentence as the tagger wants it."""
        return (Sentence(0, self.tokens.ends[-1], range(len(self.gold)), 0),)


def blocks(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield the document and the rows of each sentence of a CoNLL-U file."""
    document, rows = "", []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc id = "):
                document = line[14:].strip()
            elif line.strip() and line[0] != "#":
                rows.append(line.rstrip("\n").split("\t"))
            elif rows and not line.strip():
                yield document, rows
                rows = []


def laid_out(rows: list[list[str]]) -> tuple[str, list[Row]]:
    """Return a sentence's text and its words with their offsets."""
    text, words, until, joined = "", [], 0, False
    for cells in rows:
        if "-" in cells[0]:
            until, joined = int(cells[0].partition("-")[2]), "SpaceAfter=No" in cells[9]
        elif "." not in cells[0]:
            words.append((len(text), len(text) + len(cells[1]), cells))
            number = int(cells[0])
            glued = number < until or (joined if number == until else "SpaceAfter=No" in cells[9])
            text += cells[1] + ("" if glued else " ")
    return text, words


def penn(cells: list[str]) -> str:
    """Return the tag of a row, with the few that newskit names otherwise."""
    return RENAMED.get(cells[4], cells[4])


def gold_tag(word: str, rows: list[list[str]]) -> str:
    """Return the one tag of a token of ours that covers these rows of the corpus."""
    plain = word.replace("’", "'").lower()
    if len(rows) == 1 or plain.endswith("n't") or plain in ONE_VERB:
        return penn(rows[0])
    if "'" in plain:
        return "+".join(map(penn, rows)) + MARK_OF_CONTRACTION.get(plain.rpartition("'")[2], "")
    ids = {row[0] for row in rows}
    head = ([row for row in rows if row[6] not in ids and row[4] != "HYPH"] or rows)[-1]
    modifier = head[4] == "NN" and rows[-1] is head and head[7] in ("compound", "amod")
    return "JJ" if modifier else penn(head)


def inner_tag(word: str, rows: list[list[str]]) -> str:
    """Return the gold tag as the tagger has it inside: marks by our names, auxiliaries told apart."""
    tag = gold_tag(word, rows)
    if not word[0].isalnum() and not (word[0] in "'’" and tag in ("POS", "VBZ", "PRP")):
        tag = WordClasses({}, {}).entry(word)
    mark = MARK_OF.get(word.lower().replace("’", "'"))
    if mark:
        return f"{tag}~{mark}"
    return "VBZ~b" if tag == "VBZ" and word[0] in "'’" else tag


def examples(path: Path) -> list[Example]:
    """Read the sentences of the genres that may be used."""
    found = []
    for document, rows in blocks(path):
        if document.split("_")[1] not in GENRES:
            continue
        text, words = laid_out(rows)
        tokens = tokenize(text)
        covered = [
            [cells for begin, stop, cells in words if begin < end and stop > start]
            for start, end in zip(tokens.starts, tokens.ends, strict=True)
        ]
        gold = [inner_tag(word, inside) for word, inside in zip(tokens.words, covered, strict=True)]
        if gold:
            found.append(Example(document, tokens, gold, [inside[0][2].lower() for inside in covered]))
    return found
