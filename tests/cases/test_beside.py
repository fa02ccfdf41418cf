"""What names of files and a table beside them say of articles."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from newskit import Article, CorpusError, InputError
from newskit.corpus import Job
from newskit.formats import Beside, from_json, read_articles

DAY = dt.date(2025, 2, 18)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("echo/2025-02-18_pier.txt", "echo/20250219.bridge.txt", "star/2025-02-18_pier.txt", "notes.txt"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The pier is safe, Ida Brandt said on Monday.", "utf-8")
    return tmp_path


def read(*paths: str, **options: str) -> tuple[list[Article], list[str]]:
    told: list[str] = []
    found = list(read_articles(*paths, on_error=lambda error: told.append(str(error)), **options))  # type: ignore[arg-type]
    return found, told


@pytest.mark.parametrize(
    ("pattern", "path", "published", "publisher", "id_"),
    [
        ("{publisher}/{published}_*.txt", "in/echo/2025-02-18_pier.txt", DAY, "echo", None),
        ("{publisher}/{published}_{id}.txt", "in/echo/2025-02-18_pier.txt", DAY, "echo", "pier"),
        ("{published}*", "in/echo/2025-02-18_pier.txt", DAY, None, None),
        ("{publisher}/*", "in/star/2025-02-18_pier.txt", None, "star", None),
    ],
)
def test_a_pattern_reads_the_end_of_the_path(
    folder: Path, pattern: str, path: str, published: dt.date | None, publisher: str | None, id_: str | None
) -> None:
    assert folder
    (article,), told = read(path, path_pattern=pattern)
    assert (article.published, article.publisher, article.id) == (published, publisher, id_ or path)
    assert told == []


def test_eight_digits_are_a_day_parted_or_not(folder: Path) -> None:
    (article,), _ = read(str(folder / "in/echo/20250219.bridge.txt"), path_pattern="{published}.*.txt")
    assert article.published == dt.date(2025, 2, 19)


def test_a_path_that_is_otherwise_is_told_and_read(folder: Path) -> None:
    assert folder
    (article,), told = read("in/notes.txt", path_pattern="{published}_*.txt")
    assert (article.text[:8], article.published) == ("The pier", None)
    assert told == ["in/notes.txt: its path is not as '{published}_*.txt' says; it is read without"]


def test_a_day_that_no_calendar_has_is_told(folder: Path) -> None:
    (folder / "20251399.txt").write_text("No.")
    (article,), (told,) = read("20251399.txt", path_pattern="{published}.txt")
    assert article.published is None
    assert "field 'published'" in told
    assert "got '2025-13-99'; it is read without" in told


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("*.txt", "expected a field in braces, as in"),
        ("{day}.txt", "no field of an article is named 'day'"),
        ("{id}{id}.txt", "the field 'id' is there twice"),
        ("{text}.txt", "no field of an article is named 'text'"),
        ("{published.txt", "expected a field in braces"),
    ],
)
def test_a_pattern_that_is_none_is_refused(pattern: str, message: str) -> None:
    with pytest.raises(InputError, match="path_pattern") as caught:
        Beside(pattern)
    assert caught.value.message.startswith(message)


def table(folder: Path, *lines: str) -> str:
    (folder / "in" / "about.csv").write_text("\n".join(lines), "utf-8", "surrogateescape")
    return "in/about.csv"


def test_a_row_is_for_the_file_whose_path_ends_with_it(folder: Path) -> None:
    about = table(
        folder,
        "file,published,publisher,desk",
        "2025-02-18_pier.txt,2025-02-18,A Star,coast",
        "echo/2025-02-18_pier.txt,18 Feb 2025,The Echo,",
    )
    echo, star = read("in/echo/2025-02-18_pier.txt", "in/star/2025-02-18_pier.txt", metadata=about)[0]
    assert (echo.publisher, echo.published, dict(echo.meta)) == ("The Echo", DAY, {})
    assert (star.publisher, star.published, dict(star.meta)) == ("A Star", DAY, {"desk": "coast"})


def test_the_article_goes_before_the_table_and_the_table_before_the_pattern(folder: Path) -> None:
    (folder / "in/echo/2025-02-18.jsonl").write_text('{"text": "One.", "publisher": "Own"}\n{"text": "Two."}\n')
    about = table(folder, "file,publisher", "2025-02-18.jsonl,The Echo")
    found, told = read("in/echo/2025-02-18.jsonl", metadata=about, path_pattern="{publisher}/{published}.jsonl")
    assert [(each.publisher, each.published) for each in found] == [("Own", DAY), ("The Echo", DAY)]
    assert told == []


@pytest.mark.parametrize(
    "written",
    [
        "\ufefffile,publisher\nZ\u00fcrich/2025-02-18.jsonl,The Echo\n",
        "file;publisher\nZ\u00fcrich/2025-02-18.jsonl;The Echo\n",
        "file\tpublisher\r\nZu\u0308rich\\2025-02-18.jsonl\tThe Echo\r\n",
    ],
)
@pytest.mark.parametrize("place", ["Z\u00fcrich", "Zu\u0308rich"])
def test_a_table_is_as_other_systems_save_it(folder: Path, written: str, place: str) -> None:
    (folder / "in" / place).mkdir()
    (folder / "in" / place / "2025-02-18.jsonl").write_text('{"text": "One."}\n')
    (folder / "in/about.csv").write_text(written, "utf-8", newline="")
    given = f"in/{place}/2025-02-18.jsonl"
    found, told = read(given, metadata="in/about.csv", path_pattern="Z\u00fcrich/{published}.jsonl")
    assert ([(each.publisher, each.published, each.id) for each in found], told) == (
        [("The Echo", DAY, f"{given}:1")],
        [],
    )


def test_a_file_without_a_row_is_told(folder: Path) -> None:
    about = table(folder, "file,publisher", "other.txt,The Echo")
    (_,), told = read("in/notes.txt", metadata=about)
    assert told == ["in/notes.txt: in/about.csv has no row for it; it is read without"]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["name,publisher", "a,b"], "in/about.csv: expected a column 'file', there are: name, publisher"),
        (["file,publisher", "a.txt"], "in/about.csv:2: a row with another number of cells than the first"),
        (["file,publisher", "a.txt,b", "a.txt,c"], "in/about.csv:3, field 'file': a second row for a.txt"),
        (["file,publisher", "a.txt,b", '"c.txt,d'], "in/about.csv:3: no row of a table: a quote is opened"),
        (["file,publisher", "a.txt,\udcff"], "in/about.csv:2: not UTF-8: byte 0xff"),
        (["file,publisher", ",b"], "in/about.csv:2, field 'file': expected the name of a file"),
        ([], "in/about.csv: expected a column 'file', there are: none"),
    ],
)
def test_a_table_that_is_none_names_the_line(folder: Path, lines: list[str], message: str) -> None:
    with pytest.raises(InputError) as caught:
        Beside(metadata=table(folder, *lines))
    assert str(caught.value).startswith(message)


def test_a_run_reads_the_same_and_not_the_table_itself(folder: Path) -> None:
    about = table(folder, "file,publisher", "notes.txt,Notes", "echo/20250219.bridge.txt,The Echo")
    job = Job(inputs=["in"], out="facts", metadata=about)
    summary = job.run(workers=1)
    assert (summary.tally.articles, summary.tally.failures) == (4, 2)
    rows = (folder / "facts" / "part-000000.jsonl").read_text("utf-8").splitlines()
    found = {article.id: article.publisher for article in (from_json(row).article for row in rows)}
    assert found["in/notes.txt"] == "Notes"
    assert found["in/star/2025-02-18_pier.txt"] is None


def test_a_table_that_has_changed_is_another_run(folder: Path) -> None:
    job = Job(inputs=["in/notes.txt"], out="facts", metadata=table(folder, "file,publisher", "notes.txt,Notes"))
    job.run(workers=1)
    table(folder, "file,publisher", "notes.txt,Other")
    with pytest.raises(CorpusError, match="metadata was"):
        job.run(workers=1)
