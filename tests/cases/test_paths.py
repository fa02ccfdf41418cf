"""A text that is the path of a file."""

from __future__ import annotations

import warnings
from pathlib import Path

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
