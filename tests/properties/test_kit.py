"""The kit of all first-party plugins on any text."""

from __future__ import annotations

import random
import unicodedata

from hypothesis import example, given, settings
from hypothesis import strategies as st

import newskit
from newskit.leaves import leaves
from newskit.merge import merge
from newskit.testing.strategies import articles, texts

NAMES = ("newskit_structure", "newskit_dates", "newskit_titles", "newskit_names", "newskit_quotes")
KIT = newskit.Kit(plugins=NAMES, block=())


@given(articles())
def test_every_span_is_its_slice_of_the_text_and_nothing_fails(article: newskit.Article) -> None:
    doc = KIT.extract(article)
    assert doc.failures == ()
    assert doc.article is article
    for layer in doc.layers.values():
        for annotation in layer:
            for leaf in leaves(annotation):
                if isinstance(leaf, newskit.Span):
                    assert doc.text[leaf.start : leaf.end] == leaf.text != ""


@given(articles())
def test_every_reference_is_to_an_annotation_of_the_document(article: newskit.Article) -> None:
    doc = KIT.extract(article)
    present = {id(annotation) for layer in doc.layers.values() for annotation in layer}
    for layer in doc.layers.values():
        for annotation in layer:
            for leaf in leaves(annotation):
                assert isinstance(leaf, newskit.Span) or id(leaf) in present


@given(articles())
def test_the_same_article_gives_the_same_document(article: newskit.Article) -> None:
    assert KIT.extract(article) == KIT.extract(article)


@given(texts(max_pieces=30))
@example("\u200b\u200d\ufeff he ")
@example("he \u200b\u200d\ufeff ")
@example("The road flooded.\n\n\u200bNobody was hurt.")
def test_every_line_is_in_one_outer_part(text: str) -> None:
    parts = KIT.extract(text).parts
    outer: list[newskit.Part] = []
    for part in parts:
        if outer and part.span.start < outer[-1].span.end:
            assert part.span.end <= outer[-1].span.end
        else:
            outer.append(part)
    held = {place for part in outer for place in range(part.span.start, part.span.end)}
    outside = {place for place, sign in enumerate(text) if not sign.isspace()} - held
    assert all(unicodedata.category(text[place]) == "Cf" for place in outside)
    for place in outside:
        begun, ended = text[: place + 1].splitlines()[-1], text[place:].splitlines()[0]
        assert _is_blank(begun) or _is_blank(ended)


def _is_blank(text: str) -> bool:
    """Tell whether a text shows nothing."""
    return all(sign.isspace() or unicodedata.category(sign) == "Cf" for sign in text)


def _fixed(name: str, kind: str, shift: int) -> object:
    """A plugin object whose extractor yields a part at every other word."""

    class Plugin:
        __name__ = name

        @newskit.hookimpl
        def newskit_extractors(self) -> list[newskit.Extractor]:
            @newskit.extractor(newskit.Part, name="words")
            def words(doc: newskit.Doc) -> list[newskit.Part]:
                return [
                    newskit.Part(kind, doc.span(start, end))
                    for start, end in list(zip(doc.tokens.starts, doc.tokens.ends, strict=True))[shift::2]
                ]

            return [words]

    return Plugin()


ADDED = [_fixed("zeta", "caption", 0), _fixed("alpha", "credit", 1), _fixed("mu", "subhead", 0)]
EXTRACTED = newskit.Kit(plugins=("newskit_structure",), block=(), add=ADDED)


@given(texts(max_pieces=20), st.permutations(ADDED))
def test_the_order_of_registration_never_changes_the_result(text: str, added: list[object]) -> None:
    kit = newskit.Kit(plugins=("newskit_structure",), block=(), add=added)
    assert kit.extract(text) == EXTRACTED.extract(text)


def planned(kit: newskit.Kit) -> list[tuple[type, list[str]]]:
    return [(step.kind, [maker.qualified_name for maker in step.makers]) for step in kit.plan]


@settings(max_examples=10)
@given(st.permutations(NAMES))
def test_the_order_of_the_names_never_changes_the_plan(names: list[str]) -> None:
    assert planned(newskit.Kit(plugins=names, block=())) == planned(KIT)


@given(articles(), st.integers())
def test_the_order_of_what_a_maker_yields_never_changes_its_layer(article: newskit.Article, seed: int) -> None:
    for layer in KIT.extract(article).layers.values():
        shuffled = list(layer)
        random.Random(seed).shuffle(shuffled)
        assert set(merge({"a.one": shuffled})) == set(layer)
