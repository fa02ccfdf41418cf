"""Apostrophes in words, straight or curly: the answers are the same."""

from __future__ import annotations

from typing import Any

import pytest
import regex
from conftest import FIRST_PARTY
from hypothesis import given
from hypothesis import strategies as st
from written import texts_of_tests

import newskit
from newskit.formats import to_dict
from newskit.text import lower_case

_IN_WORD = regex.compile(r"(?<=\p{L})['’](?=\p{L})")
WRITTEN = [text for text in texts_of_tests() if _IN_WORD.search(text) and len(text) < 5_000]


@pytest.fixture(scope="module")
def kit() -> newskit.Kit:
    return newskit.Kit(plugins=FIRST_PARTY, block=(), strict=True)


def _straight(found: Any) -> Any:
    if isinstance(found, dict):
        return {key: _straight(value) for key, value in found.items()}
    if isinstance(found, list):
        return [_straight(each) for each in found]
    return found.replace("’", "'") if isinstance(found, str) else found


@given(st.sampled_from(WRITTEN))
def test_straight_and_curly_apostrophes_are_one(kit: newskit.Kit, text: str) -> None:
    straight, curly = (to_dict(kit.extract(_IN_WORD.sub(mark, text))) for mark in "'’")
    assert _straight(curly) == _straight(straight)


@given(st.text("aé'’D", min_size=1))
def test_a_word_in_lower_case_has_plain_apostrophes(word: str) -> None:
    assert lower_case(word) == (word if word == "’" else word.lower().replace("’", "'"))
