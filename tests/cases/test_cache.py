"""What was worked out of a word before is kept, in bounded memory."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

from newskit.text.cache import Kept


def test_a_value_is_worked_out_once() -> None:
    asked: list[str] = []
    kept = Kept(lambda word: asked.append(word) or word.upper())
    assert list(map(kept.__getitem__, ["a", "b", "a"])) == ["A", "B", "A"]
    assert asked == ["a", "b"]


def test_too_many_words_are_forgotten() -> None:
    kept = Kept(str.upper, 3)
    for number in range(100):
        assert kept[f"w{number}"] == f"W{number}"
        assert len(kept) <= 3


def test_what_is_asked_for_is_kept() -> None:
    asked: list[str] = []
    kept = Kept(lambda word: asked.append(word) or word.upper(), 4)
    for word in "abacadaeaf":
        assert kept[word] == word.upper()
    assert asked == list("abcdef")
    assert kept["b"] == "B"
    assert asked == list("abcdefb")


def test_tables_hold_one_object_for_a_word() -> None:
    one, other = Kept(str.upper), Kept(str.lower)
    words = ["Zor vel".replace(" ", "") for _ in range(2)]
    assert words[0] is not words[1]
    assert (one[words[0]], other[words[1]]) == ("ZORVEL", "zorvel")
    [[first], [second]] = one, other
    assert first is second


def test_no_more_room_is_taken_than_for_the_words_kept() -> None:
    kept = Kept(str.upper)
    for number in range(100_000):
        assert kept[f"w{number}"]
    assert sys.getsizeof(kept) <= sys.getsizeof(dict.fromkeys(map(str, range(10_922))))


def test_a_long_word_is_not_kept() -> None:
    kept = Kept(str.upper)
    assert kept["a" * 1000] == "A" * 1000
    assert len(kept) == 0


def test_threads_can_share_what_is_kept() -> None:
    kept = Kept(str.upper, 50)
    words = [f"w{number % 200}" for number in range(20_000)]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(lambda _: list(map(kept.__getitem__, words)), range(8)))
    finally:
        sys.setswitchinterval(before)
    assert found == [[word.upper() for word in words]] * 8
