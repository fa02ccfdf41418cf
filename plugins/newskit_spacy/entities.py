"""Entities from names: their spans tidied, one kind for one name, chains, titles."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

import regex
from attrs import evolve

import newskit
from newskit_spacy.chains import Chains, Named, named
from newskit_spacy.holders import give_titles
from newskit_spacy.pipeline import Name

_ARTICLE = regex.compile(r"[\s,;:]*+(?:the\s++)?+", regex.IGNORECASE)
_PLURAL = ("NNS", "NNPS")


def entities(doc: newskit.Doc, names: Sequence[Name]) -> Iterator[newskit.Entity]:
    """Yield the entities of an article from its names, in the order of their first mentions."""
    titles = doc[newskit.Title]
    chains = Chains()
    for mention in _one_kind(list(_mentions(doc, names, titles))):
        chains.add(mention)
    give_titles(doc.text, chains.all, titles)
    for chain in chains.all:
        yield newskit.Entity(chain.kind, chain.name, chain.mentions, chain.nominal, chain.titles)


def _mentions(doc: newskit.Doc, names: Sequence[Name], titles: Sequence[newskit.Title]) -> Iterator[Named]:
    """Yield the names without the titles, articles and possessive marks that the pipeline takes in."""
    before = [title.span for title in titles if title.kind == "before"]
    starts = [span.start for span in before]
    for name in names:
        start = name.start
        place = bisect_right(starts, name.end) - 1
        if name.kind == "person" and place >= 0 and start < before[place].end < name.end:
            start = before[place].end
        span = _tidy(doc, start, name.end)
        if span and (name.kind != "group" or _is_plural(doc, span)):
            yield named(span, name.kind)


def _tidy(doc: newskit.Doc, start: int, end: int) -> newskit.Span | None:
    """Return the span without article, possessive mark and white space; None where nothing is left of it."""
    article = _ARTICLE.match(doc.text, start, end)
    start = article.end() if article else start
    written = doc.text[start:end].rstrip()
    written = written.removesuffix("'s").removesuffix("’s").rstrip("'’,;: \t\n")
    return doc.span(start, start + len(written)) if any(map(str.isalnum, written)) else None


def _is_plural(doc: newskit.Doc, span: newskit.Span) -> bool:
    """Tell whether a name is that of people ("Afghans") and no adjective ("Afghan")."""
    tokens = doc.tokens.within(span.start, span.end)
    return bool(tokens) and doc.tags[tokens[-1]] in _PLURAL


def _one_kind(mentions: list[Named]) -> Iterator[Named]:
    """Yield the mentions, those of one text with the kind that most of them have.

    A word that is the surname of a person named in full is that person, unless the pipeline takes it for a place.
    """
    votes: dict[str, Counter[newskit.EntityKind]] = {}
    for mention in mentions:
        votes.setdefault(mention.text, Counter())[mention.kind] += 1
    kinds = {text: counted.most_common(1)[0][0] for text, counted in votes.items()}
    full = {m.words[-1] for m in mentions if len(m.words) > 1 and kinds[m.text] == "person"}
    for mention in mentions:
        kind = kinds[mention.text]
        if len(mention.words) == 1 and mention.words[0] in full and kind == "organization":
            kind = "person"
        yield evolve(mention, kind=kind)
