"""A document as spaCy's ``Doc``: every annotation a span of a group, for pipelines, training and ``DocBin``.

spaCy (extra ``spacy``) is imported when it is needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from newskit.document import Document
from newskit.errors import MissingExtraError
from newskit.formats.columns import without_surrogates
from newskit.formats.json import to_dict
from newskit.formats.plain import to_write
from newskit.kinds import Entity, Quote, TimeExpression
from newskit.layers import layer_of
from newskit.leaves import anchor, spans_of
from newskit.spans import Span
from newskit.text import Ground

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_ENTITY_LABELS = {"person": "PERSON", "organization": "ORG", "place": "GPE", "group": "NORP"}


def to_spacy(document: Document, vocab: Vocab | None = None) -> Doc:
    """Return a document as spaCy's ``Doc``, its text unchanged.

    Each layer is a group of ``doc.spans``, with ``cues`` and ``sources`` beside ``quotes``; a span's ``id_`` says
    which annotation it is part of (``quotes-3``). ``doc.ents`` has the mentions that do not overlap, under spaCy's
    labels. Tokens are newskit's, cut where an annotation begins or ends, so that no offset moves.
    ``doc.user_data["newskit"]`` is the document's JSON form. ``vocab`` is that of your pipeline. A lone surrogate,
    which spaCy cannot hold, becomes U+FFFD. Raises ``MissingExtraError`` where spaCy is not installed.
    """
    try:
        spacy, tokens, util = (import_module(name) for name in ("spacy", "spacy.tokens", "spacy.util"))
    except ImportError:
        raise MissingExtraError("spacy", extra="spacy") from None
    document = to_write(document)
    text = without_surrogates(document.text)
    labelled = list(_labelled(document))
    coming, words, spaces = _words(text, [each.span for each in labelled])
    doc = tokens.Doc(spacy.blank("xx").vocab if vocab is None else vocab, words=words, spaces=spaces)

    def made(each: _Labelled, label: str) -> object:
        first, last = coming[each.span.start], coming[each.span.end]
        return tokens.Span(doc, first, last, label=without_surrogates(label), span_id=without_surrogates(each.id))

    for group in dict.fromkeys(each.group for each in labelled):
        doc.spans[group] = [made(each, each.label) for each in labelled if each.group == group]
    named = [made(each, _ENTITY_LABELS[each.label]) for each in labelled if each.group == layer_of(Entity)]
    doc.set_ents(util.filter_spans(named))
    doc.user_data["newskit"] = without_surrogates(to_dict(document))
    return doc


@frozen
class _Labelled:
    """A span with the name of its group, its label, and the id of its annotation."""

    group: str
    label: str
    id: str
    span: Span


def _labelled(document: Document) -> Iterator[_Labelled]:
    for kind, layer in document.layers.items():
        for place, annotation in enumerate(layer):
            label = str(getattr(annotation, "type" if kind is TimeExpression else "kind", kind.__name__))
            groups = {layer_of(kind): anchor(annotation)}
            if isinstance(annotation, Entity):
                groups[layer_of(kind)] = spans_of((annotation.mentions, annotation.nominal_mentions))
            if isinstance(annotation, Quote):
                groups |= {"cues": spans_of(annotation.cue), "sources": spans_of(annotation.source)}
            for group, spans in groups.items():
                yield from (_Labelled(group, label, f"{layer_of(kind)}-{place}", span) for span in spans)


def _words(text: str, spans: Sequence[Span]) -> tuple[dict[int, int], list[str], list[bool]]:
    """Cut a text into words and tell which are followed by a space; before them, which word comes next at a place.

    White space is a word of its own, but for a single space where no annotation begins with it or ends after it.
    """
    tokens = Ground(text).tokens
    firsts, lasts = {span.start for span in spans}, {span.end for span in spans}
    coming: dict[int, int] = {}
    words: list[str] = []
    spaces: list[bool] = []
    for start, end in pairwise(sorted({0, len(text)}.union(firsts, lasts, tokens.starts, tokens.ends))):
        coming[start] = len(words)
        if text[start:end] == " " and words and not spaces[-1] and start not in firsts and end not in lasts:
            spaces[-1] = True
        else:
            words.append(text[start:end])
            spaces.append(False)
    coming[len(text)] = len(words)
    return coming, words, spaces
