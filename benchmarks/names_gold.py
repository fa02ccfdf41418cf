"""Gold names for the training of newskit_names: spans of tokens with their kinds, from GUM and worldwide news.

GUM's entities are whole noun phrases with heads, so a name there is one that the rules find, of the kind of the widest
entity whose head lies in it. The worldwide newswire has spans; it drops what is nested in a name ("Zorbian Army" is
"Army" there), and what is dropped is put back, since a reader wants the whole name.
"""

from __future__ import annotations

import gzip
import json
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from attrs import define

from newskit.text import Tokens, classes
from newskit_names.candidates import Candidate, occurrences
from newskit_names.model import KINDS
from newskit_names.recognizer import Recognizer
from newskit_names.tagging import Found, Tagging
from newskit_names.token_spans import has_capital

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


def kind_of(document: Document, start: int, end: int) -> str:
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


@define
class Gum:
    """The gold of a document of GUM: the rules' names with the kinds of its entities."""

    document: Document

    @property
    def text(self) -> str:
        """The text of the document."""
        return self.document.text

    def names(self, found: Recognizer, kinds: dict[str, str]) -> list[Found]:
        """Return the names; one of a kind by rule that has no entity of its own, "the Ohio mayor", is of that kind."""
        names = []
        for text, group in occurrences(found.candidates).items():
            votes = [kind_of(self.document, each.start, each.end) for each in group]
            kind = max(sorted(set(votes)), key=votes.count)
            kind = kinds.get(text, "none") if kind == "none" else kind
            if kind in KINDS:
                names += [Found(each.first, each.last, kind) for each in group]
        return names


def gum(folder: Path) -> Iterator[Gum]:
    """Yield the documents of GUM but for those of its development sets of news and interviews."""
    left_out: set[str] = set()
    for name in ("news-dev.jsonl", "interview-dev.jsonl"):
        lines = (folder / name).read_text(encoding="utf-8").splitlines()
        left_out |= {json.loads(line)["id"].removeprefix("gum/") for line in lines}
    for document in documents(folder / "dependencies.conllu.gz"):
        if document.name not in left_out:
            yield Gum(document)


class Name(NamedTuple):
    """A name of the gold: its first token, the token behind it, its kind."""

    first: int
    last: int
    kind: str


@define
class Worldwide:
    """The gold of an article of the worldwide newswire."""

    text: str
    entities: list[dict[str, Any]]

    def names(self, found: Recognizer, kinds: dict[str, str]) -> list[Found]:
        """Return the names, those from which a nested one was dropped whole again."""
        tokens = found.doc.tokens
        names = []
        for each in self.entities:
            first, last = bisect_right(tokens.ends, each["start"]), bisect_left(tokens.starts, each["end"])
            if first < last:
                names.append(Name(first, last, each["label"]))
        names = Whole(found, kinds, names).names()
        kept = [Found(*each) for each in names if each.kind in KINDS]
        return list(Tagging(found.doc, found.candidates, kinds, (), found.table).parted(kept))


def worldwide(path: Path) -> Iterator[Worldwide]:
    """Yield the articles of the worldwide newswire."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            yield Worldwide(article["text"], article["entities"])


class Whole:
    """Puts back what the worldwide newswire drops from its names."""

    def __init__(self, found: Recognizer, kinds: dict[str, str], names: Sequence[Name]) -> None:
        self.doc, self.lexicon, self.roles = found.doc, found.lexicon, found.segmenter.role_tokens
        self.tokens: Tokens = found.doc.tokens
        self.candidates, self.kinds = found.candidates, kinds
        self.given = sorted(names)
        self.covered = {index for each in names for index in range(each.first, each.last)}
        self.behind = {each.first: each for each in self.given}

    def names(self) -> list[Name]:
        """Return the names in their order."""
        self._known()
        whole: list[Name] = []
        for name in self.given:
            if whole and name.first < whole[-1].last:  # an earlier name has taken it in
                continue
            grown = self._grown(name) if name.kind in ("organization", "facility") else name
            before = whole[-1] if whole else None
            if before and before.kind == grown.kind == "organization" and self._parts_of_one(before, grown):
                grown = whole.pop()._replace(last=grown.last)
            whole.append(grown)
        return whole

    def _parts_of_one(self, before: Name, name: Name) -> bool:
        return before.last == name.first and self._next_to(name.first) and self._land(name.first)

    def _known(self) -> None:
        """Make a part of a listed name that name: "Columbia" of "British Columbia"."""
        for candidate in self.candidates:
            over = [each for each in self.given if each.first < candidate.last and candidate.first < each.last]
            if len(over) != 1 or candidate.last - candidate.first == 1 or not self._inside(over[0], candidate):
                continue
            placed = self.kinds.get(candidate.text) == "place"
            listed = candidate.text in self.lexicon.organizations or (placed and "," not in candidate.text)
            if listed and over[0].kind == ("place" if placed else "organization"):
                whole = Name(candidate.first, candidate.last, over[0].kind)
                self.given[self.given.index(over[0])] = whole
                self.covered.update(range(*whole[:2]))
        self.behind = {each.first: each for each in self.given}

    @staticmethod
    def _inside(name: Name, candidate: Candidate) -> bool:
        return candidate.first <= name.first and name.last <= candidate.last

    def _grown(self, name: Name) -> Name:
        first, last, kind = name
        while self._open(first - 1) and self._next_to(first) and self._before(first - 1):
            first -= 1
            self.covered.add(first)
        while last < len(self.tokens.words) and self._next_to(last):
            other = self.behind.get(last)
            if self._open(last) and self._continues(last, kind):
                self.covered.add(last)
                last += 1
            elif other is not None and other.kind == kind and self._land(last - 1):
                last = other.last
            else:
                break
        return Name(first, last, kind)

    def _open(self, index: int) -> bool:
        """Tell whether a token has a capital and is in no name and no title."""
        if not 0 <= index < len(self.tokens.words) or index in self.covered or index in self.roles:
            return False
        return has_capital(self.tokens.words[index])

    def _next_to(self, index: int) -> bool:
        tokens = self.tokens
        return index > 0 and self.doc.text[tokens.ends[index - 1] : tokens.starts[index]] == " "

    def _before(self, index: int) -> bool:
        """Tell whether a token is nested in the name behind it: of a place or a people."""
        lower, places = self.tokens.lower, self.lexicon.places
        pairs = (f"{lower[index - 1]} {lower[index]}", f"{lower[index]} {lower[index + 1]}")
        return self._land(index) or any(each in places for each in pairs)

    def _continues(self, index: int, kind: str) -> bool:
        """Tell whether a token is nested in the name before it: behind "of", before the rest, of a place."""
        other = self.behind.get(index + 1)
        rest = other is not None and other.kind == kind
        return rest or self._land(index) or self.tokens.lower[index - 1] in ("of", "de", "for", "and")

    def _land(self, index: int) -> bool:
        word, lexicon = self.tokens.lower[index], self.lexicon
        lists = (lexicon.demonyms, lexicon.places, lexicon.cities, lexicon.divisions)
        return any(word in each for each in (*lists, lexicon.adjectives, lexicon.followers))
