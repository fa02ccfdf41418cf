"""Word lists as data files, and the ground as plugins see it."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest

import newskit
from newskit import InputError
from newskit.text import Ground, classes, entries, words

LIST = "# a comment\n\nmayor # of a town\n  dean\nmayor\nCLASS of words  \n"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "acme_lists").mkdir()
    (tmp_path / "acme_lists" / "__init__.py").write_text("", "utf-8")
    (tmp_path / "acme_lists" / "list.txt").write_text(LIST, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "acme_lists", raising=False)
    return "acme_lists"


def test_entries_are_in_the_order_of_the_file_without_comments(package: str) -> None:
    assert entries(package, "list.txt") == ("mayor", "dean", "mayor", "CLASS of words")
    assert words(package, "list.txt") == {"mayor", "dean", "CLASS of words"}
    assert classes(package, "list.txt")["CLASS"] == {"of words"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("A: one\nB x", r"acme_lists/classes\.txt:2: no class is named 'B'; there is: A"),
        ("A: one\nB: other\napart: A C\nB x", r"classes\.txt:3: no class is named 'C'; there are: A, B"),
        ("A: one\nB: other\napart: A B\nA x\n# no\nB x", r"classes\.txt:6: 'x' is in two .* B and A \(line 4\)"),
    ],
)
def test_a_class_that_is_not_declared_and_a_word_in_two_are_refused(
    package: str, tmp_path: Path, text: str, message: str
) -> None:
    (tmp_path / package / "classes.txt").write_text(text, "utf-8")
    entries.cache_clear()
    with pytest.raises(InputError, match=message):
        classes(package, "classes.txt")


def test_a_list_that_is_not_there() -> None:
    with pytest.raises(FileNotFoundError):
        entries("newskit.text", "no_such_list.txt")


FIRST_PARTY = ("structure", "dates", "titles", "names", "quotes")
LISTS = sorted(Path(newskit.__file__).parent.glob("text/*.txt")) + [
    path
    for name in FIRST_PARTY
    for path in sorted(Path(__file__).parents[2].glob(f"plugins/newskit_{name}/*.txt"))
    if not path.name.endswith("rules.txt")  # records, which test_rules.py tries
]


@pytest.mark.parametrize("path", LISTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_list_says_where_it_is_from_and_has_no_entry_twice(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert lines[0].startswith("#"), "a list begins with a comment on its source"
    package = "newskit.text" if path.parent.name == "text" else path.parent.name
    found = entries(package, path.name)
    assert found
    assert [entry for entry, times in Counter(found).items() if times > 1] == []


def test_the_ground_of_an_empty_text() -> None:
    ground = Ground("")
    assert len(ground.tokens) == 0
    assert ground.tokens.at_or_after(0) == 0
    assert list(ground.tokens.within(0, 0)) == []
