"""Train the weights by which newskit_structure tells captions that no word gives away.

usage: train_captions.py PAGES_FOLDER

Reads the pages of the sets aed (Apache-2.0), fundus and zyte (MIT) that gold.jsonl names, by
`newskit.formats.read_html`: what the page marks as a caption is one, without its credit; what it marks as paragraph or
subhead is none. A third of the pages is left unread, to score on. Writes
plugins/newskit_structure/caption_weights.txt: two logistic regressions over the features of caption_weights.py, for
lines with a stop and for lines without, a feature a row. The same pages give the same file as long as the reader of
pages is the same.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from hashlib import sha256
from math import exp, sqrt
from pathlib import Path
from random import Random

from attrs import frozen

from newskit import Article, Part
from newskit.formats import read_html
from newskit_structure import caption_weights
from newskit_structure.furniture import forms
from newskit_structure.line import Line

TARGET = Path(__file__).resolve().parent.parent / "plugins" / "newskit_structure" / "caption_weights.txt"
HEADER = """# Weights of a caption with a stop and of one without, in hundredths, then the feature.
# Logistic regression, by benchmarks/train_captions.py on pages of the sets aed (Apache-2.0), fundus and zyte (MIT).
"""
EPOCHS, RATE, PENALTY = 60, 0.1, 0.002
SEEN = 3
"""Lines that must have a feature for it to be learned."""
PAGE, GALLERY = 8, 30
"""The captions of a page count as at most so many; a page with more than the second is a gallery."""
KEPT = frozenset(("paragraph", "caption", "subhead"))


@frozen
class Example:
    """A line of a page: whether it is a caption, whether it ends in a stop, its features and how much it counts."""

    caption: bool
    stopped: bool
    features: tuple[str, ...]
    counts: float


def bare(part: Part, credits_: list[Part]) -> str:
    """Return the text of a part in one line, without the credits in it."""
    text, start = part.span.text, part.span.start
    for credit in credits_:
        if start <= credit.span.start < part.span.end:
            text = text[: credit.span.start - start] + text[credit.span.end - start :]
            return " ".join(text.split()).strip(" |()[]-–—/,")
    return " ".join(text.split())


def told(article: Article) -> list[tuple[str, str]]:
    """Return kind and text of the lines of a page."""
    credits_ = [part for part in article.parts if part.kind == "credit"]
    ends = [part.span.end for part in article.parts if part.kind == "caption"]
    rows = [
        (part.kind, bare(part, credits_ if part.kind == "caption" else []))
        for part in article.parts
        if not (part.kind == "credit" and any(part.span.start < end for end in ends))
    ]
    return [(kind, text) for kind, text in rows if text]


def examples(rows: list[tuple[str, str]]) -> Iterator[Example]:
    """Yield the lines of a page that the extractor would ask about."""
    lines, at = [], 0
    for _, written in rows:
        lines.append(Line(at, at + len(written), written, written.lower(), 2))
        at += len(written) + 2
    text, known = "\n\n".join(written for _, written in rows), forms(lines)
    counts = min(1.0, PAGE / max(1, sum(kind == "caption" for kind, _ in rows)))
    before, above, first = None, "", True
    for index, ((kind, _), line) in enumerate(zip(rows, lines, strict=True)):
        if known[index]:
            before = None
            continue
        if kind not in KEPT:
            continue
        below = next((lines[later] for later in range(index + 1, len(lines)) if known[later] is None), None)
        alone = below is not None and below.stopped and (before is None or before.stopped or above == "subhead")
        if below is not None and (line.stopped or alone):
            found = tuple(caption_weights.features(line, before, below, text, first=first))
            yield Example(kind == "caption", line.stopped, found, counts if kind == "caption" else 1.0)
        first = first and kind == "caption"
        before, above = line, kind


def fitted(found: list[Example]) -> dict[str, float]:
    """Return the weights of a logistic regression."""
    weights: defaultdict[str, float] = defaultdict(float)
    squares: defaultdict[str, float] = defaultdict(lambda: 1e-8)
    common = {each for each, times in Counter(each for one in found for each in one.features).items() if times >= SEEN}
    order, draw = list(found), Random(1)  # noqa: S311 - an order that is the same each time
    for _ in range(EPOCHS):
        draw.shuffle(order)
        for one in order:
            summed = sum(weights[each] for each in one.features if each in common)
            error = (1 / (1 + exp(-max(-30.0, min(30.0, summed)))) - one.caption) * one.counts
            for each in one.features:
                if each in common:
                    step = error + PENALTY * weights[each]
                    squares[each] += step * step
                    weights[each] -= RATE * step / sqrt(squares[each])
    return weights


def unread(name: str) -> bool:
    """Tell whether a page is of the third that is scored on."""
    return int(sha256(name.encode()).hexdigest(), 16) % 3 == 0


def main(folder: Path) -> None:
    """Read the pages and write the weights."""
    found: list[Example] = []
    for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(line)
        if unread(gold["id"]):
            continue
        rows = told(read_html(gzip.decompress((folder / gold["page"]).read_bytes()), id=gold["id"]))
        if sum(kind == "caption" for kind, _ in rows) <= GALLERY:
            found.extend(examples(rows))
    stopped, open_ = (fitted([one for one in found if one.stopped is stop]) for stop in (True, False))
    rows_ = [
        f"{round(100 * stopped.get(each, 0))} {round(100 * open_.get(each, 0))}\t{each}"
        for each in sorted(stopped.keys() | open_.keys())
    ]
    TARGET.write_text(HEADER + "\n".join(rows_) + "\n", "utf-8")
    for stop in (True, False):
        some = [one for one in found if one.stopped is stop]
        print("with" if stop else "without", "a stop:", sum(one.caption for one in some), "captions of", len(some))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
