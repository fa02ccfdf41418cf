"""The command `newskit run`: what it says, and its exit status."""

import json
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
            app(["run", "--plugins", "newskit_dates", *arguments], prog_name="newskit")
        out, err = capfd.readouterr()
        return SimpleNamespace(status=ended.value.code or 0, out=out, err=err)

    return call


def test_a_run_tells_what_was_done_and_no_more(run: Run) -> None:
    told = ("--published", "2025-02-18", "--columns", "text=body,id=guid", "--format", "parquet", "--workers", "1")
    result = run("in", "-o", "facts", *told)
    summary, failures = result.err.splitlines()
    assert (result.status, result.out) == (1, "")
    assert summary.startswith("newskit: 2 articles, 1 of 1 shards: ")
    assert summary.endswith(" articles/s")
    assert failures == f"newskit: 1 failure, listed in {Path('facts', '_failures')}"
    rows = pq.read_table("facts").to_pylist()
    assert [(row["id"], [date["value"] for date in row["dates"]]) for row in rows] == [
        (str(Path("in", "a.txt")), ["2025-02-17"]),
        ("7", []),
    ]
    assert json.loads(Path("facts/_failures/part-000000.jsonl").read_text())["line"] == 2
    again = run("in", "-o", "facts", *told)
    assert again.status == 1
    assert again.err.splitlines()[0] == "newskit: 0 articles, 0 of 1 shards (1 were done before)"
    other = run("in", "-o", "facts", "--format", "jsonl")
    assert other.status == 2
    assert 'newskit: facts belongs to another run: columns was {"text":"body","id":"guid"}, is {}; ' in other.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["none"], "none: no such file or folder"),
        (["in", "--format", "csv"], "field 'format': expected one of jsonl, parquet, got 'csv'"),
        (["in", "--columns", "body"], "--columns: expected FIELD=NAME, got 'body'"),
        (["in", "--part", "3"], "--part: expected I/N, as in 3/8, got '3'"),
        (["in", "--part", "0/3"], "field 'part': expected a part from 1/3 to 3/3, got 0/3"),
        (["in", "--options", "x"], "--options: no JSON"),
        (["in", "--options", '{"newskit_dates": 1}'], "--options: expected an object of objects, one for each plugin"),
        (["in", "--options", '{"nobody": {}}'], "no plugin is named 'nobody'"),
        (["in", "--block", "nobody"], "no plugin is named 'nobody'"),
        (["in", "--engine", "abacus"], "field 'engine': expected one of local, ray, got 'abacus'"),
    ],
    ids=" ".join,
)
def test_wrong_use_is_one_line_and_nothing_is_done(run: Run, arguments: list[str], message: str) -> None:
    result = run(*arguments, "-o", "facts")
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(f"newskit: {message}")
    assert result.err.count("\n") == 1
    assert not Path("facts").exists()


@pytest.mark.parametrize(
    ("ray", "arguments", "message"),
    [
        (None, ["in", "--format", "parquet"], "ray is not installed"),
        (ModuleType("ray"), ["in"], "field 'format': the engine ray writes Parquet"),
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


def test_a_plugin_that_is_broken_with_its_options_stops_the_run(run: Run) -> None:
    result = run("in", "-o", "facts", "--options", '{"newskit_dates": {"day_frist": true}}')
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("newskit: plugin newskit_dates was given options and is broken: ")
    assert "day_frist" in result.err
    assert not Path("facts").exists()
