"""Hostile input: nothing raises, nothing fails, every span fits."""

from __future__ import annotations

import pytest

import newskit
from newskit.leaves import leaves
from newskit.testing import HOSTILE, hostile_text

SIZE = 20_000
LINE = 1_000_000


def assert_sound(doc: newskit.Document) -> None:
    assert doc.failures == (), doc.failures[0].traceback
    for layer in doc.layers.values():
        for annotation in layer:
            for leaf in leaves(annotation):
                if isinstance(leaf, newskit.Span):
                    assert doc.text[leaf.start : leaf.end] == leaf.text


def test_there_are_at_least_36_kinds() -> None:
    assert len(HOSTILE) >= 36
    assert len(set(HOSTILE.values())) == len(HOSTILE)


@pytest.mark.heavy
@pytest.mark.parametrize("kind", HOSTILE)
def test_nothing_fails_on(kit: newskit.Kit, kind: str) -> None:
    text = hostile_text(kind, SIZE)
    assert len(text) == SIZE
    assert_sound(kit.extract(text, published="2025-02-18"))


@pytest.mark.heavy
@pytest.mark.parametrize(
    "kind", ["straight double marks", "opening curly marks", "apostrophes", "one long word", "NUL"]
)
def test_nothing_fails_on_a_megabyte_in_one_line_of(kit: newskit.Kit, kind: str) -> None:
    assert_sound(kit.extract(hostile_text(kind, LINE)))


@pytest.mark.parametrize("text", ["", " ", "\n", "\ud800", "\0", ".", '"', "’", "A", "-", "(", "\u202e", "May"])
def test_nothing_fails_on_the_little_text(kit: newskit.Kit, text: str) -> None:
    assert_sound(kit.extract(text))


def test_nothing_fails_on_every_kind_at_once(kit: newskit.Kit) -> None:
    assert_sound(kit.extract("".join(HOSTILE.values()) * 3))


def test_an_article_in_the_middle_of_hostile_text_is_still_read(kit: newskit.Kit) -> None:
    text = '"“‘ «\n\n\ud800\0\n\nLIMA, March 3 (Reuters) - The bridge was closed, the mayor said.\n\n”’) \u202e'
    doc = kit.extract(text)
    assert_sound(doc)
    assert "LIMA, March 3 (Reuters) -" in [part.span.text for part in doc.parts]
