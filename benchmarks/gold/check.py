"""Check the gold set of person-title pairs and print what is in it.

Usage: ``check.py [--texts FILE ...]``, JSON Lines with id and text, ``.gz`` where they end so. Every span must lie
inside its document, every part of a title inside the title, and the printed words of the GUM file must be those at
their offsets. Without its corpus a standoff file is checked against the stated length of each text only; with it,
against the checksum too. Exit 1 and one line on standard error for each fault.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
KINDS = ("before", "after", "alone")
INSIDE = ("organization", "place", "within")


def read(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def parts(title: dict[str, Any]) -> Iterator[tuple[str, list[int]]]:
    """Yield the name and the span of each part of a title that is given."""
    yield from (("role", span) for span in title["role"])
    yield from ((name, title[name]) for name in INSIDE if title[name] is not None)


def span_faults(title: dict[str, Any], length: int) -> Iterator[str]:
    """Yield what is wrong with the offsets of one title in a document of ``length`` code points."""
    start, end = title["start"], title["end"]
    for name, (a, b) in (("title", (start, end)), ("holder", title["holder"]), ("name", title["name"])):
        if not 0 <= a < b <= length:
            yield f"{name} {a}:{b} is outside the text"
    for name, (a, b) in parts(title):
        if not start <= a < b <= end:
            yield f"{name} {a}:{b} is outside its title {start}:{end}"
    if not title["role"]:
        yield "no role"
    if title["kind"] not in KINDS:
        yield f"kind {title['kind']!r} is none of {', '.join(KINDS)}"
    before = title["holder"][0] >= end
    if title["kind"] in ("before", "after") and before != (title["kind"] == "before"):
        yield f"kind {title['kind']!r} does not fit the holder at {title['holder']}"


def word_faults(title: dict[str, Any], text: str) -> Iterator[str]:
    """Yield each printed word of a title that is not what stands at its offsets."""

    def at(span: list[int] | None) -> str | None:
        return None if span is None else text[span[0] : span[1]]

    stands: dict[str, str | None] = {
        "title": text[title["start"] : title["end"]],
        "role": " ".join(text[a:b] for a, b in title["role"]),
    }
    stands |= {name: at(title[name]) for name in ("holder", "name", *INSIDE)}
    for name, words in title.get("words", {}).items():
        if stands[name] != words:
            yield f"{name} says {words!r}, the text {stands[name]!r}"


def edge_faults(title: dict[str, Any], text: str) -> Iterator[str]:
    """Yield each span that starts or ends in white space or in the middle of a word."""
    for name, (a, b) in (("title", (title["start"], title["end"])), ("holder", title["holder"]), *parts(title)):
        if text[a:b] != text[a:b].strip():
            yield f"{name} {a}:{b} has white space at its edge"
        if any(0 < edge < len(text) and text[edge - 1 : edge + 1].isalnum() for edge in (a, b)):
            yield f"{name} {a}:{b} cuts a word"


def faults(document: dict[str, Any], texts: dict[str, str]) -> Iterator[str]:
    """Yield what is wrong with one document; ``texts`` holds the texts of the standoff documents by their id."""
    text = document.get("text") or texts.get(document["id"])
    if text is not None and "sha256" in document and hashlib.sha256(text.encode()).hexdigest() != document["sha256"]:
        yield "the text is not the one that was annotated"
        return
    seen = Counter((t["start"], t["end"], *t["holder"]) for t in document["titles"])
    yield from (f"pair {pair} is given {count} times" for pair, count in seen.items() if count > 1)
    for title in document["titles"]:
        yield from span_faults(title, document["length"] if text is None else len(text))
        if text is not None:
            yield from word_faults(title, text)
            yield from edge_faults(title, text)


def main() -> int:
    """Check all files and return the exit status."""
    parser = argparse.ArgumentParser(description="Check the gold set of person-title pairs.")
    parser.add_argument("--texts", type=Path, nargs="*", default=[], help="the corpora of the standoff files")
    arguments = parser.parse_args()
    texts = {d["id"]: d["text"] for path in arguments.texts for d in read(path)}
    given_corpora = {each.partition("/")[0] for each in texts}
    bad = 0
    for path in (*sorted(HERE.glob("titles-*.jsonl")), *sorted(HERE.glob("kept/*.jsonl"))):
        documents = read(path)
        titles = [title for document in documents for title in document["titles"]]
        kinds = Counter(title["kind"] for title in titles)
        given = ", ".join(f"{name} {sum(t[name] is not None for t in titles)}" for name in INSIDE)
        counts = ", ".join(f"{kind} {kinds[kind]}" for kind in KINDS)
        print(f"{path.relative_to(HERE)}: {len(documents)} documents, {len(titles)} pairs ({counts}; {given})")
        for document in documents:
            if document["id"].partition("/")[0] in given_corpora and document["id"] not in texts:
                print(f"{document['id']}: not in the corpus", file=sys.stderr)
                bad += 1
            for fault in faults(document, texts):
                print(f"{document['id']}: {fault}", file=sys.stderr)
                bad += 1
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
