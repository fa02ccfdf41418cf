"""Large tables that are searched in the bytes of their file, patterns compiled late, words that a function tells."""

from __future__ import annotations

from itertools import pairwise

import pytest
import regex

from newskit.text import (
    Kept,
    SortedTable,
    SortedWords,
    WordTest,
    cities,
    entries,
    given_names,
    lazy_pattern,
    surnames,
)
from newskit.text.lazy import Lazy

WORDS = {
    "newskit.text": ("given.txt", "surnames.txt", "cities.txt"),
    "newskit_names": ("divisions.txt", "towns.txt"),
}
TABLES = [
    ("newskit.text", "tag_weights.txt", "\t"),
    ("newskit.text", "given_shares.txt", " "),
    ("newskit_names", "weights.txt", "\t"),
    ("newskit_names", "weights_open.txt", "\t"),
    ("newskit_names", "word_classes.txt", "\t"),
]


@pytest.mark.parametrize(("package", "name"), [(package, name) for package, names in WORDS.items() for name in names])
def test_a_list_that_is_searched_is_sorted_and_every_word_is_found(package: str, name: str) -> None:
    listed, table = entries(package, name), SortedWords(package, name)
    assert all(one < other for one, other in pairwise(listed))
    assert all(word in table for word in listed)
    assert not any(f"{word}?" in table for word in listed[::50])


@pytest.mark.parametrize(("package", "name", "between"), TABLES)
def test_a_table_that_is_searched_is_sorted_and_every_row_is_found(package: str, name: str, between: str) -> None:
    rows = dict(line.split(between) for line in entries(package, name))
    assert all(one < other for one, other in pairwise(rows))
    table = SortedTable(package, name, "", between)
    assert {first: table.get(first) for first in rows} == rows
    assert not any(table.get(f"{first}?") for first in list(rows)[::50])


def test_lists_of_names_are_sets_in_lower_case() -> None:
    assert {"barack", "maria"} <= given_names()
    assert "smith" in surnames()
    assert "leeds" in cities()
    for names in (given_names(), surnames(), cities()):
        assert all(name == name.lower() for name in names)
        assert "" not in names


def test_a_lazy_pattern_is_compiled_when_it_is_first_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_now = regex.compile

    def spy(pattern: str, flags: int = 0) -> regex.Pattern[str]:
        compiled.append(pattern)
        return compile_now(pattern, flags)

    monkeypatch.setattr(regex, "compile", spy)
    pattern = lazy_pattern(r"(\p{Lu})x", regex.IGNORECASE)
    assert pattern.pattern == r"(\p{Lu})x"
    assert not compiled
    assert [each[1] for each in pattern.finditer("Ax bx")] == ["A", "b"]
    assert pattern.fullmatch("Ax")
    assert pattern.sub("-", "Ax") == "-"
    assert compiled == [r"(\p{Lu})x"]
    with pytest.raises(AttributeError):
        _ = Lazy("x", 0).nothing


def test_what_a_function_tells_of_words_is_asked_once() -> None:
    asked: list[str] = []

    def short(word: str) -> bool:
        asked.append(word)
        return len(word) < 3

    test = WordTest(short)
    assert [word in test for word in ("a", "abc", "a", "abc")] == [True, False, True, False]
    assert list(map(test.__contains__, ("a", "abc"))) == [True, False]
    assert asked == ["a", "abc"]


def test_what_is_kept_has_a_bound() -> None:
    kept = Kept(len, 4)
    assert [kept["x" * size] for size in range(1, 7)] == [1, 2, 3, 4, 5, 6]
    assert list(kept) == ["xxxxx", "xxxxxx"]
    asked = []
    again = Kept(lambda word: asked.append(word) or len(word), 4)
    assert [again["x" * size] for size in (1, 2, 3, 1, 4, 1, 5, 1)] == [1, 2, 3, 1, 4, 1, 5, 1]
    assert asked.count("x") == 1  # what is asked for again is remembered
    assert [again["xx"], asked.count("xx")] == [2, 2]
