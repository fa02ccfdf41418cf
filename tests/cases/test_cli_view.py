"""`newskit view`: which pages are written, under which names, and what is left alone."""

from __future__ import annotations

import gzip
import json
import os
import webbrowser
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from newskit.cli import app
from newskit.cli.pages import safe_name

STORY = 'Harbour Master Ida Brandt said on Monday: "Pier 4 is safe."\n'


def view(*arguments: str | Path) -> Any:  # typer's own click, whose classes are not public
    return CliRunner().invoke(app, ["view", *map(str, arguments)])


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "story.txt"
    path.write_text(STORY, "utf-8")
    return path


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        ("news/2025/story.txt", "story"),
        ("https://news.example/a?b=1&c#d", "a-b-1-c-d"),
        ("..", "article"),
        ("../../etc/passwd", "passwd"),
        ("C:\\news\\a.html", "a"),
        ("-rf", "rf"),
        ("con", "article-con"),
        ("Überschrift 1", "Überschrift-1"),
        ("a\0b\nc", "a-b-c"),
        ("", "article"),
        ("articles.jsonl:3", "articles-jsonl-3"),
    ],
)
def test_names_are_safe(id_: str, name: str) -> None:
    assert safe_name(id_) == name


def test_long_names_fit_a_file_system() -> None:
    assert len(safe_name("ü" * 500).encode()) <= 200


def test_a_story_becomes_a_page_in_this_folder(story: Path) -> None:
    done = view(story, "--published", "2025-02-18")
    assert (done.exit_code, done.stdout) == (0, "story.html\n")
    page = Path("story.html").read_text("utf-8")
    assert "17 February 2025" in page
    assert "Ida Brandt" in page


def test_a_page_of_newskit_is_replaced_and_another_is_not(story: Path) -> None:
    assert view(story).stdout == view(story).stdout == "story.html\n"
    Path("story.html").write_text("<!doctype html><p>mine", "utf-8")
    assert view(story).stdout == "story-2.html\n"
    assert Path("story.html").read_text("utf-8") == "<!doctype html><p>mine"


def test_a_file_by_name_is_written_and_holds_one_article(story: Path) -> None:
    assert view(story, "-o", "new/page.html").stdout == f"{Path('new/page.html')}\n"
    done = view(story, story, "-o", "page.html")
    assert done.exit_code == 2
    assert "give -o a folder" in done.stderr


@pytest.mark.usefixtures("story")
def test_what_is_read_is_not_replaced() -> None:
    Path("page.html").write_text("<!doctype html><title>Pier</title><p>Pier 4 is safe, Ida Brandt said.", "utf-8")
    done = view("page.html", "-o", "page.html")
    assert done.exit_code == 2
    assert "would be replaced" in done.stderr


def test_a_folder_that_is_none_is_told(story: Path) -> None:
    for folder in ("story.txt", "story.txt/pages", "x" * 300):
        done = view(story, "-o", folder)
        assert (done.exit_code, done.stdout) == (2, "")
        assert "cannot be written" in done.stderr
    assert story.read_text("utf-8") == STORY


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without named pipes")
def test_what_is_no_file_keeps_its_name(story: Path) -> None:
    Path("pages/story.html").mkdir(parents=True)
    os.mkfifo("pages/story-2.html")
    Path("pages/story-3.html").symlink_to("nowhere")
    assert view(story, "-o", "pages").stdout == f"{Path('pages/story-4.html')}\n"


@pytest.mark.usefixtures("story")
def test_articles_of_one_id_have_a_page_each() -> None:
    lines = [json.dumps({"id": id_, "text": STORY}) for id_ in ("a", "A", "a")]
    Path("articles.jsonl").write_text("\n".join(lines), "utf-8")
    done = view("articles.jsonl", "-o", "pages")
    assert done.stdout.split() == [str(Path("pages") / name) for name in ("a.html", "A-2.html", "a-3.html")]


def test_documents_are_shown_as_they_were_written(story: Path) -> None:
    extracted = CliRunner().invoke(app, ["extract", str(story), "--format", "jsonl"]).stdout
    record = json.loads(extracted)
    record["quotes"][0]["confidence"] = 0.42
    Path("facts.jsonl").write_text(json.dumps(record) + "\n{}\n", "utf-8")
    done = view("facts.jsonl")
    assert done.exit_code == 1
    assert "facts.jsonl:2" in done.stderr
    assert "1 · 42%" in Path("story.html").read_text("utf-8")


def test_a_layer_of_a_plugin_that_is_not_here_is_told_once(story: Path) -> None:
    record = json.loads(CliRunner().invoke(app, ["extract", str(story), "--format", "jsonl"]).stdout)
    record["hashtags"] = [{"span": {"start": 0, "end": 1}}]
    Path("facts.jsonl").write_text(f"{json.dumps(record)}\n" * 2, "utf-8")
    done = view("facts.jsonl")
    assert (done.exit_code, done.stdout.split()) == (0, ["story.html", "story-2.html"])
    assert done.stderr.count("'hashtags'") == 1


def test_a_line_that_is_no_text_costs_itself(story: Path) -> None:
    extracted = CliRunner().invoke(app, ["extract", str(story), "--format", "jsonl"]).stdout.encode()
    Path("facts.jsonl").write_bytes(extracted + b"\xff\n" + extracted)
    done = view("facts.jsonl", "-o", "pages")
    assert done.exit_code == 1
    assert "facts.jsonl:2" in done.stderr
    assert sorted(path.name for path in Path("pages").iterdir()) == ["story-2.html", "story.html"]


def test_a_packed_file_that_breaks_off_shows_what_came_before(story: Path) -> None:
    extracted = CliRunner().invoke(app, ["extract", str(story), "--format", "jsonl"]).stdout.encode()
    Path("facts.jsonl.gz").write_bytes(gzip.compress(extracted) + gzip.compress(extracted)[:-100])
    done = view("facts.jsonl.gz", "-o", "pages")
    assert done.exit_code == 1
    assert "facts.jsonl.gz: cannot be unpacked" in done.stderr
    assert Path("pages/story.html").exists()


def test_pages_are_opened(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda url: not opened.append(url))
    assert view(story, "--open").exit_code == 0
    assert opened == [(story.parent / "story.html").as_uri()]
    monkeypatch.setattr(webbrowser, "open", lambda _: False)
    done = view(story, "--open")
    assert done.exit_code == 0
    assert "no browser was found" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(("nowhere.txt",), "no such file"), (("story.txt", "--published", "soon"), "--published")],
)
def test_wrong_use_is_refused(story: Path, arguments: tuple[str, ...], told: str) -> None:
    done = view(*arguments)
    assert done.exit_code == 2
    assert told in done.stderr
    assert not list(story.parent.glob("*.html"))
