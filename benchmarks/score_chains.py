"""Score the chains of people's names against the coreference of GUM: B³ over named people.

Usage: ``score_chains.py GUM.conllu[.gz]… [--only PREFIX] [--except ID,ID] [--list]``. The gold is GUM in CoNLL-U with
its ``Entity`` column, as GUM publishes it; the installed titles and names run on the text of its sentences and
paragraphs.

**Gold mentions.** A mention of a ``person`` counts where its syntactic head, what is ``flat`` to the head or, where
nothing is, what stands in apposition to it within the mention, is a proper noun. That is the name: "Hamdullah Mohib" of
"Afghan Ambassador to the United States Hamdullah Mohib", "L. Ron Hubbard" of "science fiction writer L. Ron Hubbard".
Left out are

- names that are no one person's: plurals, roles ("the Prime Minister", "the LA Sheriff"), peoples, faiths, parties and
  bodies ("Taliban", which GUM labels as a person), by newskit's own word lists;
- names that are a ``compound`` of another name ("the Andy Warhol Foundation"): newskit looks for no names within names.

``--list`` prints what counts and what does not, what is missed and what is extra.

**System mentions** are the ``mentions`` of the entities of the kind ``person``. Nominal mentions do not count.

**Alignment.** A gold and a system mention are the same where they end at the same letter, a suffix behind a comma
("Jr.", "QC") not counted. The beginnings may differ.

B³ (Bagga and Baldwin 1998) is the mean over mentions of the share of their chain that is right: precision over the
system's mentions and chains, recall over the gold's. Mentions without a partner are counted in two ways:

``found``  they are left out, of the chains too: how well the mentions that were found are chained.
``all``    they stay in their chains and have the share 0 (B³ 0 of Stoyanov and others 2009): a missed name costs its
           own recall and some of its chain's, a name that is no person's the precision of its own.

Prints one JSON object.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import newskit
from newskit.text import classes, words

Chains = Mapping[int, str]
"""The chain of each mention, by the offset where the name ends."""
_COMMA_TAIL = re.compile(r",\s*(?:[A-Z]{2,}|[JS]r\.?)$")


class Word(NamedTuple):
    """A word: its offsets in the text, tag, head and relation, by the number of the word in the document."""

    start: int
    end: int
    tag: str
    head: int | None
    relation: str


class Person(NamedTuple):
    """A mention of a person: its first and last word, and its chain."""

    first: int
    last: int
    chain: str


class Article:
    """One document of GUM as it is read: the text, the words, the mentions of people."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.text = ""
        self.words: list[Word] = []
        self.people: list[Person] = []
        self._open: list[tuple[str, str, int]] = []

    def add(self, sentence: str, rows: list[list[str]], *, paragraph: bool) -> None:
        """Add a sentence; a new paragraph begins with a blank line."""
        if self.text:
            self.text += "\n\n" if paragraph else " "
        cursor, first = len(self.text), len(self.words)
        self.text += sentence
        for row in rows:
            start = self.text.find(row[1], cursor)
            start = start if start >= 0 else cursor
            cursor = min(start + len(row[1]), len(self.text))
            head = first + int(row[6]) - 1 if row[6] != "0" else None
            self.words.append(Word(start, cursor, row[4], head, row[7]))
            self._read_entities(row[9])

    def _read_entities(self, column: str) -> None:
        _, found, brackets = column.partition("Entity=")
        here = len(self.words) - 1
        for opened, label, closed in _brackets(brackets.partition("|")[0]) if found else ():
            if not closed:
                self._open.append((opened, label, here))
                continue
            place = max((n for n, each in enumerate(self._open) if each[0] == closed), default=None)
            if place is not None:
                number, kind, start = self._open.pop(place)
                if kind == "person":
                    self.people.append(Person(start, here, number))


def _brackets(entities: str) -> Iterator[tuple[str, str, str]]:
    """Yield what opens (number and kind) and what closes (number), in order; an entity of one word does both."""
    for piece in re.findall(r"\([^()]*\)?|[^()]+\)", entities):
        opened = re.match(r"\(([^-]+)-([^-]+)", piece)
        if opened:
            yield opened[1], opened[2], ""
        if piece.endswith(")"):
            yield "", "", opened[1] if opened else piece[:-1]


def articles(path: Path) -> Iterator[Article]:
    """Yield the documents of a CoNLL-U file."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        blocks = file.read().split("\n\n")
    article: Article | None = None
    for block in blocks:
        lines = block.splitlines()
        notes = dict(line[2:].partition(" = ")[::2] for line in lines if line.startswith("# "))
        if "newdoc id" in notes:
            if article:
                yield article
            article = Article(notes["newdoc id"])
        rows = [row for row in (line.split("\t") for line in lines if not line.startswith("#")) if row[0].isdigit()]
        if article and rows:
            article.add(notes["text"], rows, paragraph="newpar" in notes)
    if article:
        yield article


class Excluded:
    """Says which names are no one person's."""

    def __init__(self) -> None:
        groups = classes("newskit_names", "groups.txt")
        peoples = chain(*(groups[kind] for kind in ("people", "adjective", "member", "head")))
        demonyms = classes("newskit.text", "places.txt")["demonym"]
        bodies = (name for name in words("newskit_names", "organizations.txt") if " " not in name)
        self.given = words("newskit.text", "given.txt")
        self.roles = frozenset(word.lower() for word in chain(*classes("newskit_titles", "roles.txt").values())) | {
            "man"
        }
        self.lone = frozenset(word.lower() for word in chain(peoples, demonyms, bodies))

    def __contains__(self, name: list[tuple[str, str]]) -> bool:
        """Tell of a name, as words with their tags."""
        written = [word.lower() for word, _ in name]
        tag = name[-1][1]
        if not tag.startswith("NNP") or (written[-1] in self.roles and written[0] not in self.given):
            return True
        return len(name) == 1 and (tag == "NNPS" or written[0] in self.lone or written[0] in self.roles)


def gold_chains(article: Article, excluded: Excluded, left_out: Counter[str]) -> dict[int, str]:
    """Return the gold mentions of an article; count the names that are left out."""
    found = {}
    for person in article.people:
        name = _name(article, person)
        if not name:
            continue
        start, end = article.words[name[0]].start, article.words[name[-1]].end
        tagged = [(article.text[word.start : word.end], word.tag) for word in (article.words[n] for n in name)]
        if tagged in excluded or _within_name(article, name[0]):
            left_out[article.text[start:end]] += 1
        else:
            found[name_end(article.text, start, end)] = person.chain
    return found


def _within_name(article: Article, first: int) -> bool:
    word = article.words[first]
    return word.relation == "compound" and word.head is not None and article.words[word.head].tag.startswith("NNP")


def _name(article: Article, person: Person) -> list[int]:
    """Return the words of the name in a mention, in the order of the text."""
    inside = range(person.first, person.last + 1)
    head = next((n for n in inside if article.words[n].head not in inside), None)
    if head is None:
        return []
    name = _flat(article, head, inside)
    if len(name) == 1:
        apposed = [n for n in inside if article.words[n].head == head and article.words[n].relation == "appos"]
        within = any(other.first <= n <= other.last for n in apposed for other in article.people if other != person)
        name = _flat(article, apposed[0], inside) if apposed and not within else name
    proper = [n for n in name if article.words[n].tag.startswith("NNP")]
    return [n for n in name if n >= proper[0]] if proper else []


def _flat(article: Article, head: int, inside: range) -> list[int]:
    """Return a word and what is flat to it, also by way of others."""
    found = {head}
    for n in inside:  # the head of what is flat stands before it
        if article.words[n].relation == "flat" and article.words[n].head in found:
            found.add(n)
    return sorted(found)


def name_end(text: str, start: int, end: int) -> int:
    """Return where a name ends without what follows a comma, by which mentions are aligned."""
    return start + len(_COMMA_TAIL.sub("", text[start:end]).rstrip("."))


def system_chains(kit: newskit.Kit, text: str) -> dict[int, str]:
    """Return the mentions of people that a kit finds."""
    return {
        name_end(text, mention.span.start, mention.span.end): str(number)
        for number, entity in enumerate(kit.extract(text).entities)
        if entity.kind == "person"
        for mention in entity.mentions
    }


def shares(of: Chains, against: Chains) -> Iterator[float]:
    """Yield for each mention the share of its chain that the other side puts together, 0 without a partner."""
    sizes = Counter(of.values())
    together = Counter((of[end], against[end]) for end in of.keys() & against.keys())
    for end, own in of.items():
        yield together[own, against[end]] / sizes[own] if end in against else 0.0


def figures(pairs: list[tuple[Chains, Chains]]) -> dict[str, object]:
    """Return B³ over the mentions of all articles, both ways, and how many mentions there are."""
    found = [({e: g[e] for e in g if e in s}, {e: s[e] for e in s if e in g}) for g, s in pairs]
    result: dict[str, object] = {
        "articles": len(pairs),
        "gold": sum(len(gold) for gold, _ in pairs),
        "system": sum(len(system) for _, system in pairs),
        "aligned": sum(len(gold) for gold, _ in found),
    }
    for name, counted in (("found", found), ("all", pairs)):
        recall = _mean([share for gold, system in counted for share in shares(gold, system)])
        precision = _mean([share for gold, system in counted for share in shares(system, gold)])
        score = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        result[name] = {key: round(value, 1) for key, value in (("P", precision), ("R", recall), ("F", score))}
    return result


def _mean(values: list[float]) -> float:
    return 100 * sum(values) / len(values) if values else 0.0


def _print_differences(article: Article, gold: Chains, system: Chains) -> None:
    for name, ends in (("missed", gold.keys() - system.keys()), ("extra", system.keys() - gold.keys())):
        for end in sorted(ends):
            print(article.name, name, repr(article.text[max(0, end - 40) : end + 20]), file=sys.stderr)
    by_system: dict[str, set[str]] = {}
    by_gold: dict[str, set[str]] = {}
    for end in sorted(gold.keys() & system.keys()):
        by_system.setdefault(system[end], set()).add(gold[end])
        by_gold.setdefault(gold[end], set()).add(system[end])
    for end in sorted(gold.keys() & system.keys()):
        for name, differs in (("merged", by_system[system[end]]), ("split", by_gold[gold[end]])):
            if len(differs) > 1:
                print(article.name, name, repr(article.text[max(0, end - 40) : end]), *sorted(differs), file=sys.stderr)


def main() -> None:
    """Score what the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--only", default="GUM_news_", help="the beginning of the ids of the documents")
    parser.add_argument("--except", dest="without", default="", help="ids of documents to leave out")
    parser.add_argument("--list", action="store_true", help="print what counts, what does not, and what differs")
    options = parser.parse_args()
    kit = newskit.Kit(plugins=["newskit_titles", "newskit_names"], block=(), strict=True)
    excluded, left_out, taken = Excluded(), Counter[str](), Counter[str]()
    pairs: list[tuple[Chains, Chains]] = []
    for article in chain(*map(articles, options.gold)):
        if not article.name.startswith(options.only) or article.name in options.without.split(","):
            continue
        gold, system = gold_chains(article, excluded, left_out), system_chains(kit, article.text)
        pairs.append((gold, system))
        taken.update(article.text[max(0, end - 25) : end] for end in gold)
        if options.list:
            _print_differences(article, gold, system)
    if options.list:
        print("counted:", *taken, "left out:", *left_out, sep="\n", file=sys.stderr)
    print(json.dumps(figures(pairs)))


if __name__ == "__main__":
    main()
