"""Classes of words that stand in like texts, as the model of names sees them."""

from __future__ import annotations

import pytest

from newskit_names.features import of_words
from newskit_names.lexicon import lexicon
from newskit_names.options import OwnNames
from newskit_names.word_classes import word_classes


def test_names_of_one_sort_share_a_class() -> None:
    found = word_classes()
    assert found["rosa"][0] == found["lucia"][0] != found["ministry"][0]
    assert found["ministry"][0] == found["agency"][0]


@pytest.mark.parametrize(("word", "like"), [("mañana", "manana"), ("zorvel-rosa", "rosa"), ("rosa-zorvel", "rosa")])
def test_a_word_that_the_table_lacks_is_of_the_class_of_its_plain_form_or_part(word: str, like: str) -> None:
    assert word_classes()[word] == word_classes()[like] != ""


def test_a_word_that_nobody_knows_has_no_class() -> None:
    assert word_classes()["zorvelquist"] == ""


def test_the_classes_of_each_word_are_features_of_a_name() -> None:
    known, found = lexicon(OwnNames()), word_classes()
    features = list(of_words("Rosa Zorvelquist Agency", ("rosa", "zorvelquist", "agency"), known))
    first, last = found["rosa"], found["agency"]
    assert {f"first <{first[0]}>", f"first <{first}>", f"last <{last[0]}>", f"last <{last}>"} <= set(features)
    assert not any(feature.startswith("inner <") for feature in features)
    assert f"word <{first}>" in list(of_words("Rosa", ("rosa",), known))
