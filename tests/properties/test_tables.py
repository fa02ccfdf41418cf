"""Tables that are searched in the bytes of their file: they say what a dict or a set of the entries says."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit.errors import InputError
from newskit.text import SortedTable, SortedWords, entries, lexicon

FORM = "a word, a tab and a row"
fields = st.text("ab- =éß😀\ud800", min_size=1, max_size=6).filter(
    lambda text: text == text.strip() and "#" not in text
)
asked = fields | st.text("ab\t\n", max_size=6)
written = fields.filter(lambda text: "\ud800" not in text)


@contextmanager
def stored(data: bytes) -> Iterator[None]:
    entries.cache_clear()  # of files of this name with something else in them
    with patch.object(pkgutil, "get_data", lambda *_: data):
        yield


def of(lines: list[str], block: int) -> tuple[SortedTable | None, SortedWords]:
    text = "# What it is.\n# Where it is from.\n" + "".join(f"{line}\n" for line in lines)
    with stored(text.encode()), patch.object(lexicon, "_BLOCK", block):
        table = SortedTable("demo", "table.txt", FORM) if all("\t" in line for line in lines) else None
        return table, SortedWords("demo", "table.txt")


@given(st.dictionaries(written, written), st.lists(asked), st.integers(1, 40))
def test_a_sorted_table_says_what_a_dict_says(rows: dict[str, str], others: list[str], block: int) -> None:
    table, _ = of([f"{first}\t{rows[first]}" for first in sorted(rows)], block)
    assert table is not None
    assert {first: table.get(first) for first in rows} == rows
    assert [table.get(other) for other in others] == [rows.get(other) for other in others]
    for beginning in {first[:size] for first in rows for size in range(4)} | {"z", "", "a\n"}:
        wanted = {first.removeprefix(beginning): row for first, row in rows.items() if first.startswith(beginning)}
        assert dict(table.under(beginning)) == wanted


@given(st.sets(written), st.frozensets(fields), st.lists(asked), st.integers(1, 40))
def test_sorted_words_are_a_set(words: set[str], more: frozenset[str], others: list[str], block: int) -> None:
    text = "# What it is.\n" + "".join(f"{word}\n" for word in sorted(words))
    with stored(text.encode()), patch.object(lexicon, "_BLOCK", block):
        found = SortedWords("demo", "words.txt", more)
    union = words | more
    assert [word in found for word in [*sorted(union), *others]] == [
        word in union for word in [*sorted(union), *others]
    ]
    assert sorted(found) == sorted(union)
    assert len(found) == len(union)
    assert found == union
    assert found | set(others) == union | set(others)
    assert frozenset(others) - found == frozenset(others) - union
    assert frozenset(others) & found == frozenset(others) & union
    assert 7 not in found


@pytest.mark.parametrize("lines", [["b\t1", "a\t1"], ["a\t1", "c\t1", "b\t1"]])
def test_entries_that_are_not_sorted_are_refused(lines: list[str]) -> None:
    with pytest.raises(InputError, match="not sorted"):
        of(lines, 1)


@pytest.mark.parametrize("wrong", ["b", "b\t1\t2"])
def test_an_entry_of_more_fields_or_fewer_is_refused_with_its_line_when_its_block_is_read(wrong: str) -> None:
    data = f"# What it is.\na\t1\n{wrong}\nc\t1\n".encode()
    with stored(data):
        table = SortedTable("demo", "table.txt", FORM)
        for ask in (lambda: table.get("c"), lambda: table.get("c"), lambda: list(table.under("b"))):
            with pytest.raises(InputError, match="an entry reads a word, a tab and a row, got 'b") as raised:
                ask()
            assert raised.value.line == 3


def test_an_entry_of_more_fields_does_not_hide_one_of_fewer() -> None:
    with stored(b"a\t1\nb\nc\t1\t2\nd\t1\n"):
        table = SortedTable("demo", "table.txt", FORM)
        with pytest.raises(InputError, match="got 'b'"):
            table.get("d")


def test_an_entry_that_is_not_utf_8_is_refused_with_its_line() -> None:
    with stored(b"a\t1\nb\tcaf\xe9\n"):
        table = SortedTable("demo", "table.txt", FORM)
        assert table.get("a") == "1"
        for ask in (lambda: table.get("b"), lambda: list(table.under("b")), lambda: entries("demo", "table.txt")):
            with pytest.raises(InputError, match="not saved as UTF-8") as raised:
                ask()
            assert (raised.value.path, raised.value.line) == ("demo/table.txt", 2)


def test_a_table_without_entries_has_none() -> None:
    for data in (b"", b"# What it is.\n"):
        with stored(data):
            table, words = SortedTable("demo", "table.txt", FORM), SortedWords("demo", "words.txt")
        assert [table.get("a"), table.get(""), list(table.under("a")), list(words), "" in words] == [
            None,
            None,
            [],
            [],
            False,
        ]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("head", [b"# What it is.\n", b"# What it is.\r\n"])
def test_a_table_saved_as_on_windows_is_the_same(mark: bytes, head: bytes) -> None:
    with stored(mark + head + b"ann\t1\r\nbo\t2\r\n"):
        assert SortedTable("demo", "table.txt", FORM).get("bo") == "2"
    with stored(mark + head + b"ann\r\nbo\r\n"):
        assert set(SortedWords("demo", "words.txt")) == {"ann", "bo"}
        assert entries("demo", "words.txt") == ("ann", "bo")
