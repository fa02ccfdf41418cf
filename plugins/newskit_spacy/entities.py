"""Entities from spaCy's names: spans trimmed, one kind for each name, linked with the titles."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

import regex
from attrs import evolve

import newskit
from newskit.linking import NamedMention, link
from newskit_spacy.pipeline import Name

_ARTICLE = regex.compile(r"[\s,;:]*+(?:the\s++)?+", regex.IGNORECASE)
_PLURAL = ("NNS", "NNPS")


def entities(doc: newskit.Doc, names: Sequence[Name]) -> list[newskit.Entity]:
    """Return the entities of an article from its names, in the order of their first mentions."""
    titles = doc[newskit.Title]
    return link(doc, _one_kind(list(_mentions(doc, names, titles))), titles)


def _mentions(doc: newskit.Doc, names: Sequence[Name], titles: Sequence[newskit.Title]) -> Iterator[NamedMention]:
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
            yield NamedMention(span, name.kind)


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


def _one_kind(mentions: list[NamedMention]) -> Iterator[NamedMention]:
    """Yield the mentions, those of one text with the kind that most of them have.

    A word that is the surname of a person named in full is that person, unless the pipeline takes it for a place.
    """
    votes: dict[str, Counter[newskit.EntityKind]] = {}
    for mention in mentions:
        votes.setdefault(mention.span.text, Counter())[mention.kind] += 1
    kinds = {text: counted.most_common(1)[0][0] for text, counted in votes.items()}
    parts = {text: text.split() for text in kinds}
    surnames = {parts[text][-1] for text, kind in kinds.items() if kind == "person" and len(parts[text]) > 1}
    for mention in mentions:
        text = mention.span.text
        surname = len(parts[text]) == 1 and text in surnames
        yield evolve(mention, kind="person" if surname and kinds[text] == "organization" else kinds[text])
