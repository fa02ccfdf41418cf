"""The command `newskit run`: what it says, and its exit status."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pyarrow.parquet as pq
import pytest

from newskit.cli import app

Run = Callable[..., SimpleNamespace]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run the command in a folder with one text and two lines, one of them broken."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Ida Brandt said on Monday that the pier is safe.")
    (tmp_path / "in" / "b.jsonl").write_text('{"body": "No one spoke.", "guid": 7}\nno\n')

    def call(*arguments: str) -> SimpleNamespace:
        with pytest.raises(SystemExit) as ended:
            app(["run", "--plugins", "newskit_structure,newskit_dates", *arguments], prog_name="newskit")
        out, err = capfd.readouterr()
        return SimpleNamespace(status=ended.value.code or 0, out=out, err=err)

    return call


def test_a_run_tells_what_was_done_and_no_more(run: Run) -> None:
    told = ("--published", "2025-02-18", "--columns", "text=body,id=guid", "--format", "parquet", "--workers", "1")
    result = run("in", "-o", "facts", *told)
    summary, failures, first = result.err.splitlines()
    assert (result.status, result.out) == (1, "")
    assert summary.startswith("newskit: 2 articles, 1 of 1 shard: ")
    assert summary.endswith(" articles/s")
    assert failures == f"newskit: 1 failure, listed in {Path('facts', '_failures')}"
    assert first == f"newskit: {Path('in', 'b.jsonl')}:2: no JSON: expecting value at character 0"
    rows = pq.read_table("facts").to_pylist()
    assert [(row["id"], [date["value"] for date in row["dates"]]) for row in rows] == [
        (str(Path("in", "a.txt")), ["2025-02-17"]),
        ("7", []),
    ]
    assert json.loads(Path("facts/_failures/part-000000.jsonl").read_text())["line"] == 2
    again = run("in", "-o", "facts", *told)
    assert again.status == 1
    assert again.err.splitlines()[0] == "newskit: 0 articles, 0 of 1 shard (1 done before)"
    other = run("in", "-o", "facts", "--format", "jsonl")
    assert other.status == 2
    assert 'newskit: facts belongs to another run: columns was {"text":"body","id":"guid"}, is {}; ' in other.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["in", "--table-format", "parquet"],
            "--tables: expected the names of tables, since a format of tables is given",
        ),
        (["none"], "none: no such file or folder"),
        (["in", ""], "INPUT: expected paths, got an empty one"),
        (
            ["in", "--format", "csv"],
            "--format: expected one of jsonl, parquet, csv-parts, ",
        ),
        (["in", "--columns", "body"], "--columns: expected FIELD=NAME, got 'body'"),
        (["in", "--part", "3"], "--part: expected I/N, as in 3/8, got '3'"),
        (["in", "--part", "0/3"], "--part: expected a part from 1/3 to 3/3, got 0/3"),
        (["in", "--part", "9/8"], "--part: expected a part from 1/8 to 8/8, got 9/8"),
        (["in", "--columns", "text=body,text=lead"], "--columns: the field 'text' is there twice"),
        (["in", "--columns", "body=text"], "--columns: expected one of id, text, published, "),
        (["in", "--shard-size", "0"], "--shard-size: expected at least one byte"),
        (["in", "--shard-size", "nan"], "--shard-size: expected a number of MiB, got nan"),
        (["in", "--shard-size", "inf"], "--shard-size: expected a number of MiB, got inf"),
        (["in", "--shard-size", "1e300"], "--shard-size: expected at least one byte"),
        (["in", "--timeout", "1e300"], "--timeout: expected a number of seconds above 0, and at most 100,000,000"),
        (["in", "--encoding", "martian"], "--encoding: no text encoding is named 'martian'"),
        (["in", "--published", "soon"], "--published: expected a date as YYYY-MM-DD, got 'soon'"),
        (
            ["in", "--input-format", "xml"],
            "--input-format: expected one of text, html, jsonl, json, csv, tsv, parquet",
        ),
        (["in", "--config", "none.toml"], "none.toml: cannot be read: no such file or directory"),
        (["in", "--config", "broken.toml"], "broken.toml: no TOML: "),
        (
            ["in", "--config", "nobody.toml"],
            "nobody.toml: options are given to 'nobody': no plugin is named 'nobody'; inst",
        ),
        (["odd"], "odd: nothing to read: 3 files passed over (.xyz, no suffix); --input-format says what they are"),
        (["empty"], "empty: nothing to read: there are no files"),
        (["in", "--block", "nobody"], "no plugin is named 'nobody'"),
        (["in", "--engine", "abacus"], "--engine: expected one of local, ray, got 'abacus'"),
    ],
    ids=" ".join,
)
def test_wrong_use_is_one_line_and_nothing_is_done(run: Run, arguments: list[str], message: str) -> None:
    Path("broken.toml").write_text("options = ")
    Path("nobody.toml").write_text("[options.nobody]")
    for name in ("empty", "odd"):
        Path(name).mkdir()
    for name in ("a.xyz", "b.XYZ", "c"):
        Path("odd", name).touch()
    result = run(*arguments, "-o", "facts")
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(f"newskit: {message}")
    assert result.err.count("\n") == 1
    assert not Path("facts").exists()


@pytest.mark.parametrize(
    ("ray", "arguments", "message"),
    [
        (None, ["in", "--format", "parquet"], "ray is not installed"),
        (ModuleType("ray"), ["in"], "--format: the engine ray writes Parquet"),
        (ModuleType("ray"), ["in", "--format", "parquet"], f"{Path('in', 'a.txt')}: the engine ray reads Parquet"),
    ],
)
def test_what_ray_cannot_do_is_refused_before_the_folder_is_taken(
    run: Run, monkeypatch: pytest.MonkeyPatch, ray: ModuleType | None, arguments: list[str], message: str
) -> None:
    for name in ("ray", "ray.data"):
        monkeypatch.setitem(sys.modules, name, ray)
    result = run(*arguments, "-o", "facts", "--engine", "ray")
    assert (result.status, result.out) == (2, "")
    assert message in result.err
    assert not Path("facts").exists()


def test_an_option_that_is_none_stops_the_run_and_names_the_file(run: Run) -> None:
    Path("kit.toml").write_text("[options.newskit_dates]\nday_frist = true")
    result = run("in", "-o", "facts", "--config", "kit.toml")
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(
        "newskit: kit.toml: plugin newskit_dates: unknown option 'day_frist'; did you mean 'day_f"
    )
    assert not Path("facts").exists()


def test_what_failed_is_named_with_the_reason_and_the_first_few_are_enough(run: Run) -> None:
    Path("in/b.jsonl").write_text('{"text": "No one spoke."}\n' + "no\n" * 7)
    Path("in/a.txt").write_bytes(b"L\xf6we")
    result = run("in", "-o", "facts")
    assert result.status == 1
    _, count, *first, more = result.err.splitlines()
    assert count == f"newskit: 8 failures, listed in {Path('facts', '_failures')}"
    assert first[0].startswith(f"newskit: {Path('in', 'a.txt')}: not UTF-8: byte 0xf6 at byte offset 1; ")
    assert first[1:] == [
        f"newskit: {Path('in', 'b.jsonl')}:{line}: no JSON: expecting value at character 0" for line in range(2, 6)
    ]
    assert more == "newskit: and 3 more"
    again = run("in", "-o", "facts")
    assert (again.status, again.err.splitlines()[1:]) == (1, [count, *first, more])


def test_an_extractor_that_fails_is_named_with_the_article(run: Run, demo: Callable[[str], None]) -> None:
    demo(
        "import newskit\n@newskit.extractor(newskit.Part)\ndef parts(doc):\n    raise RuntimeError('no luck')\n"
        "@newskit.hookimpl\ndef newskit_extractors(config):\n    return [parts]\n"
    )
    result = run("in/a.txt", "-o", "facts", "--plugins", "demo")
    assert result.status == 1
    assert result.err.splitlines()[-1] == f"newskit: {Path('in', 'a.txt')}: demo.parts: RuntimeError: no luck"


def test_where_nothing_failed_there_is_no_folder_for_failures(run: Run) -> None:
    assert run("in/a.txt", "-o", "facts").status == 0
    assert sorted(path.name for path in Path("facts").iterdir()) == [
        "_inputs.ndjson",
        "_manifest.json",
        "part-000000.jsonl",
    ]


def test_what_a_folder_holds_besides_is_told(run: Run) -> None:
    Path("in/notes.xyz").touch()
    Path("in/b.jsonl").unlink()
    result = run("in", "-o", "facts")
    assert result.status == 0
    assert result.err.splitlines()[0] == (
        f"newskit: in: 1 passed over: {Path('in', 'notes.xyz')}; --input-format says what files are"
    )


@pytest.mark.skipif(os.name != "posix", reason="makes links")
def test_inputs_that_are_away_are_left_to_do(run: Run) -> None:
    Path("in/b.jsonl").unlink()
    Path("in/c.txt").symlink_to("c")
    result = run("in", "-o", "facts")
    assert result.status == 3
    assert result.err.splitlines()[1:] == [
        "newskit: 1 input left to do; the same command does the rest when all can be read",
        "newskit: in/c.txt: cannot be read: no such file or directory",
    ]
    Path("in/c").write_text("No one spoke.")
    result = run("in", "-o", "facts")
    assert (result.status, len(Path("facts/part-000000.jsonl").read_text().splitlines())) == (0, 2)


def test_a_configuration_is_what_runs(run: Run) -> None:
    Path("kit.toml").write_text('block = ["newskit_quotes"]\n[options.newskit_dates]\nages = true')
    assert run("in", "-o", "facts", "--config", "kit.toml").status == 1  # of b.jsonl no line can be read
    assert json.loads(Path("facts/_manifest.json").read_text())["options"] == {"newskit_dates": {"ages": True}}


def test_json_and_tables_are_read_too(run: Run) -> None:
    Path("in/b.jsonl").unlink()
    Path("in/b.json").write_text('[{"body": "Nobody spoke."}, {"body": 5}, {"body": "Nobody left."}]')
    Path("in/c.csv").write_text('body,desk\n"Nobody, really, spoke.",coast\ntoo,many,cells\n')
    Path("in/d.tsv").write_text("body\tdesk\nNobody spoke.\tcoast\n")
    result = run("in", "-o", "facts", "--columns", "text=body")
    assert result.status == 1
    rows = [
        json.loads(line) for path in sorted(Path("facts").glob("*.jsonl")) for line in path.read_text().splitlines()
    ]
    assert [row["id"] for row in rows] == ["in/a.txt", "in/b.json:1", "in/b.json:3", "in/c.csv:2", "in/d.tsv:2"]
    assert rows[3]["meta"] == {"desk": "coast"}
    failures = [
        json.loads(line) for path in Path("facts/_failures").iterdir() for line in path.read_text().splitlines()
    ]
    assert sorted((each["path"], each["line"]) for each in failures) == [("in/b.json", 2), ("in/c.csv", 3)]


def test_what_two_inputs_name_is_read_once_and_told(run: Run) -> None:
    Path("in/sub").mkdir()
    Path("in/sub/notes.log").write_text("Nobody spoke.")
    Path("in/b.jsonl").unlink()
    result = run("in/a.txt", "in", "./in", "in/sub/notes.log", "in/a.txt", "-o", "facts")
    assert result.status == 0
    *told, summary = result.err.splitlines()
    assert sorted(told) == [
        f"newskit: {name}: named by another input too, and read once" for name in ("./in", "in/a.txt", "in/a.txt")
    ]
    assert summary.startswith("newskit: 2 articles, 1 of 1 shard: ")


def test_an_article_whose_date_cannot_be_read_is_kept_and_told(run: Run) -> None:
    Path("in/b.jsonl").write_text('{"text": "No one spoke.", "published": "03/04/2025"}\n')
    result = run("in/b.jsonl", "-o", "facts")
    assert result.status == 1
    assert result.err.startswith("newskit: 1 article, 1 of 1 shard: ")
    row = json.loads(Path("facts/part-000000.jsonl").read_text())
    assert (row["published"], row["meta"]) == (None, {"published": "03/04/2025"})
    failure = json.loads(Path("facts/_failures/part-000000.jsonl").read_text())
    assert (failure["path"], failure["line"]) == ("in/b.jsonl", 1)
    assert "field 'published': expected a date as YYYY-MM-DD, got '03/04/2025'" in failure["error"]
