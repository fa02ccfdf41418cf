"""Bits of words: what a class of words and the way a word is written give."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from newskit.text import CAPITAL, CAPITALS, FIGURE, LETTER, Ground, word_bit
from newskit.text.bits import Bits

SHAPES = {
    "the": LETTER,
    "Roe": LETTER | CAPITAL,
    "BBC": LETTER | CAPITAL | CAPITALS,
    "I": LETTER | CAPITAL | CAPITALS,
    "iPhone": LETTER,
    "9/11": FIGURE,
    "9AM": FIGURE | CAPITALS,
    "2³": FIGURE,
    "—": 0,
    "李": LETTER,
}


@pytest.mark.parametrize(("word", "bits"), SHAPES.items(), ids=SHAPES)
def test_a_word_is_written(word: str, bits: int) -> None:
    assert Bits().table[word] == bits


def test_a_class_stands_for_words_in_any_case() -> None:
    bits = Bits()
    said, cased = bits.of({"said"}), bits.of({"May"}, cased=True)
    assert [bool(bits.table[word] & said) for word in ("Said", "said", "say")] == [True, True, False]
    assert [bool(bits.table[word] & cased) for word in ("May", "may")] == [True, False]


def test_the_same_words_have_the_same_bit() -> None:
    bits = Bits()
    assert bits.of({"said", "says"}) == bits.of(["says", "said"]) != bits.of({"said"})
    assert bits.of({"said"}) != bits.of({"said"}, cased=True)


def test_a_capital_in_a_class_of_any_case_is_refused() -> None:
    with pytest.raises(ValueError, match="'Said'"):
        Bits().of({"Said", "say"})


def test_a_class_that_comes_late_is_in_tokens_that_were_there() -> None:
    tokens = Ground("Roe said zyxwv.").tokens
    assert len(tokens.bits) == len(tokens)
    late = word_bit({"zyxwv"})
    assert [bool(bits & late) for bits in tokens.bits] == [False, False, True, False]


def test_threads_get_one_bit_for_one_class() -> None:
    bits = Bits()
    groups = [{f"w{number}"} for number in range(20)] * 8
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(bits.of, groups))
    assert found == found[:20] * 8
    assert len(set(found)) == 20
    assert all(bits.table[f"w{number}"] & found[number] for number in range(20))
