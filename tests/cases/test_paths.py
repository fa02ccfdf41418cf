"""A text that is the path of a file, and paths that the system refuses to look at."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

import newskit
from newskit import Article, InputWarning, Kit


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text("Nobody spoke.")
    Path("folder").mkdir()
    return "story.txt"


def test_a_path_in_the_place_of_a_text_warns_where_it_is_given(story: str) -> None:
    kit = Kit(plugins=[])
    for extract in (newskit.extract, kit.extract, lambda text: next(kit.pipe([text]))):
        with pytest.warns(InputWarning, match="'story.txt' is the path of a file, which is not read") as caught:
            assert extract(story).text == story
        assert [warning.filename for warning in caught] == [__file__]


@pytest.mark.parametrize(
    "text",
    ["", "folder", "none.txt", "story.txt\n", "story\0.txt", "\ud800", "x" * 300, "x/" * 5000, Article("story.txt")],
    ids=["empty", "folder", "none", "a line end", "NUL", "surrogate", "long", "very long", "an article"],
)
def test_what_is_no_path_of_a_file_does_not_warn(story: str, text: Article | str) -> None:
    assert Path(story).exists()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        Kit(plugins=[]).extract(text)


def test_a_long_text_is_not_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    kit = Kit(plugins=[])
    monkeypatch.setattr("newskit.paths.os.path.isfile", asked.append)
    for text in ("x" * 256, "a\nb", "x" * 255):
        kit.extract(text)
    assert asked == ["x" * 255]


LONG = "Ida Brandt said that the pier is safe. " * 10
"""A text in the place of a path: its name is longer than any that a system has."""


@pytest.mark.parametrize(
    "arguments",
    [
        ("extract", LONG),
        ("extract", "story.txt", "--add", LONG),
        ("extract", "story.txt", "--config", LONG),
        ("extract", "story.txt", "--metadata", LONG),
        ("extract", "story.txt", "--tables", "quotes", "--out", LONG),
        ("view", LONG),
        ("view", "story.txt", "--out", f"{LONG}.html"),
        ("view", "story.txt", "--out", LONG),
        ("run", LONG, "--out", "facts"),
        ("run", "story.txt", "--out", LONG),
        ("people", LONG, "--out", "who"),
        ("report", LONG),
        ("report", "story.txt", "--out", f"{LONG}.html"),
        ("report", "story.txt", "--json", f"{LONG}.json"),
        ("verify", "--quote", "The pier is safe.", "--source", LONG),
        ("verify", LONG, "story.txt"),
        ("verify", "story.txt", LONG),
        ("plugin", "new", "acme-x", "--in", LONG),
        ("bench", "score", "quotes", LONG),
        ("bench", "ratchet", LONG),
        ("bench", "speed", LONG),
        ("bench", "compare", f"{LONG}.jsonl", f"{LONG}.jsonl"),
    ],
    ids=lambda arguments: " ".join(each[:12] for each in arguments),
)
def test_what_the_system_refuses_to_look_at_is_one_line(
    run: Callable[..., SimpleNamespace], story: str, arguments: tuple[str, ...]
) -> None:
    assert story == "story.txt"
    result = run(*arguments)
    assert result.status in (1, 2)  # 1 where each article is told for itself
    assert "Traceback" not in result.err
    assert result.err.rstrip().count("\n") == 0
    assert LONG[:100] in result.err
    assert result.err.endswith(("too long\n", "expected a .py file, or a folder with __init__.py\n"))
