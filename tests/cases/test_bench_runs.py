"""The commands ``newskit bench speed`` and ``compare``, which extract: what they print, their answers to wrong use."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from benched import TEXT, bench
from typer.testing import CliRunner

from newskit.bench.speed import Batch, Round, Speed
from newskit.cli import app

DAYS = ("2024-05-08", "2024-05-15", "2024-05-22")
STORIES = [
    {"id": "a", "text": "Ida Brandt said on Monday: “The pier is safe.”", "published": "2024-05-08"},
    {"id": "b", "text": "The town was calm in 2019.", "published": "2024-05-08"},
]


@pytest.fixture
def corpus(tmp_path: Path) -> str:
    path = tmp_path / "corpus.jsonl"
    path.write_text("".join(json.dumps(story) + "\n" for story in STORIES), encoding="utf-8")
    return str(path)


def test_speed_gives_rates_and_passes_for_the_whole_and_each_stage(corpus: str, tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORIES[0]["text"], encoding="utf-8")
    done = bench("speed", corpus, str(story), "--batch", "1", "--rounds", "3", "--json")
    assert done.exit_code == 0
    record = json.loads(done.stdout)
    assert list(record["corpora"]) == [corpus, str(story), "all"]
    assert [each["articles"] for each in record["corpora"].values()] == [2, 1, 3]
    whole = record["corpora"]["all"]
    assert (whole["words"], whole["batches"]) == (9 + 6 + 9, 3)
    assert whole["tokens"] == whole["words"] + 2 * 4 + 1  # colon, marks and stop of one story, the stop of the other
    passes = whole["bare_passes"]
    assert 0 < passes["low"] <= passes["value"] <= passes["high"]
    stages = whole["stages_in_bare_passes"]
    assert {"shared ground", "newskit_quotes.quotes", "newskit_dates.dates"} <= stages.keys()
    assert "checks and merging" in stages
    assert all(stage["value"] > 0 for stage in stages.values())
    assert record["peak_memory_mb"]["after"] >= record["peak_memory_mb"]["before"]
    done = bench("speed", corpus, "--every", "2")
    assert next(row for row in done.stdout.splitlines() if "articles  " in row).split()[-1] == "1"


def test_speed_tells_calls_and_answers_that_are_the_same_each_time(corpus: str, tmp_path: Path) -> None:
    # The first kit of a process finds its own options in the caches, later ones compare theirs with them.
    _, one, again = (json.loads(bench("speed", corpus, "--json").stdout)["corpora"][corpus] for _ in range(3))
    assert one["calls_a_token"] == again["calls_a_token"] > 1
    assert one["microseconds_a_token"]["value"] > 0
    assert one["answers_sha256"] == again["answers_sha256"]
    other = tmp_path / "other.jsonl"
    other.write_text(json.dumps(STORIES[0] | {"published": "2024-05-01"}) + "\n", encoding="utf-8")
    (record,) = json.loads(bench("speed", str(other), "--json").stdout)["corpora"].values()
    assert record["answers_sha256"] != one["answers_sha256"]
    assert ["answers", one["answers_sha256"][:12]] in [
        row.split() for row in bench("speed", corpus).stdout.splitlines()
    ]


def test_speed_warns_of_too_few_batches(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text("".join(json.dumps({"text": f"Line {number}."}) + "\n" for number in range(10)), encoding="utf-8")
    told = bench("speed", str(path), "--rounds", "1", "--batch", "2").stderr
    assert f"{path}: 5 batches are too few for an interval, which takes 10; take more articles" in told
    assert "1 batch is too few" in bench("speed", str(path), "--rounds", "1").stderr
    assert bench("speed", str(path), "--rounds", "1", "--batch", "1").stderr == ""


def test_the_rounds_of_a_batch_count_by_their_median() -> None:
    rounds = [Round(bare, kit, {"names": kit / 2}) for bare, kit in ((1, 9), (1, 10), (8, 90))]
    speed = Speed((Batch(articles=1, words=1, tokens=2, bytes=1, rounds=rounds),), calls=30)
    assert (speed.bare_passes.value, speed.stage_passes("names").value) == (10, 5)
    assert (speed.microseconds_a_token.value, speed.calls_a_token) == (5e6, 15)


def test_speed_takes_a_folder_of_texts(tmp_path: Path) -> None:
    (tmp_path / "sport").mkdir()
    for place, story in enumerate(STORIES):
        (tmp_path / "sport" / f"{place}.txt").write_text(story["text"], encoding="utf-8")
    (tmp_path / "notes.md").write_text("none of them", encoding="utf-8")
    record = json.loads(bench("speed", str(tmp_path), "--json").stdout)
    assert record["corpora"][str(tmp_path)]["articles"] == len(STORIES)


def test_speed_refuses_what_has_no_articles(tmp_path: Path) -> None:
    done = bench("speed", str(tmp_path))
    assert (done.exit_code, "no articles" in done.stderr) == (2, True)
    empty = tmp_path / "empty.jsonl"
    empty.write_text("", encoding="utf-8")
    assert "no articles" in bench("speed", str(empty)).stderr
    empty.write_text('{"text": 3}\n', encoding="utf-8")
    done = bench("speed", str(empty))
    assert (done.exit_code, "empty.jsonl:1, field 'text'" in done.stderr) == (2, True)


def test_compare_classes_every_change(tmp_path: Path) -> None:
    entity = {"kind": "person", "name": "Ida Brandt", "mentions": [{"start": 0, "end": 10}]}
    quote = {"kind": "direct", "content": [{"start": 27, "end": 46, "text": "…"}], "speaker": 0, "rule": "x"}
    monday = {"start": 19, "end": 25, "text": "Monday", "type": "DATE", "value": "2024-05-06"}
    story = STORIES[0]["text"]
    old = {"id": "a", "text": story, "entities": [entity], "quotes": [quote], "dates": [monday, monday]}
    new = {
        "id": "a",
        "text": story,
        # Another entity goes first: the quote's speaker is the same person at another position.
        "entities": [{"kind": "place", "name": "the pier", "mentions": [{"start": 28, "end": 36}]}, entity],
        "quotes": [{**quote, "speaker": 1, "kind": "mixed", "rule": "y"}],
        "dates": [{**monday, "start": 16, "text": "on Monday", "value": "2024-05-13"}],
    }
    for name, record in (("old", old), ("new", new)):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    sides = [str(tmp_path / "old.jsonl"), str(tmp_path / "new.jsonl")]
    changes = json.loads(bench("compare", *sides, "--ignore", "rule", "--json").stdout)["changes"]
    assert [(change["layer"], change["sorts"]) for change in changes] == [
        ("entities", ["added"]),
        ("quotes", ["relabelled"]),
        ("dates", ["moved", "value"]),
        ("dates", ["lost"]),
    ]
    listed = bench("compare", *sides, "--most", "0").stdout
    assert "quotes, relabelled, rule: 1\n  … and 1 more" in listed
    assert "4 changed annotations in 1 of 1 articles" in listed
    assert "0 changed annotations in 0 of 1 articles" in bench("compare", sides[0], sides[0]).stdout


def test_compare_runs_configurations_and_other_pythons(
    corpus: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "kit.toml"
    config.write_text('block = ["newskit_dates"]\n', encoding="utf-8")
    done = bench("compare", ".", str(config), "--corpus", corpus, "--json")
    changes = json.loads(done.stdout)["changes"]
    assert {(change["layer"], *change["sorts"]) for change in changes} == {("dates", "lost"), ("quotes", "said_on")}
    done = bench("compare", ".", sys.executable, "--corpus", corpus)
    assert "0 changed annotations in 0 of 2 articles" in done.stdout
    # As the page on measuring shows it: the path of a Python from here.
    monkeypatch.chdir(Path(sys.executable).parents[1])
    done = bench("compare", "/".join(Path(sys.executable).parts[-2:]), ".", "--corpus", corpus)
    assert "0 changed annotations in 0 of 2 articles" in done.stdout


def test_another_python_runs_its_own_newskit_whatever_our_path_says(
    corpus: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "newskit.py").write_text("raise SystemExit('the newskit of somebody else')\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    done = bench("compare", ".", sys.executable, "--corpus", corpus)
    assert (done.exit_code, "0 changed annotations in 0 of 2 articles" in done.stdout) == (0, True)


def test_articles_without_an_id_are_told_apart_by_path_and_line(tmp_path: Path) -> None:
    corpus = tmp_path / "bare.jsonl"
    corpus.write_text("".join(json.dumps({"text": TEXT, "published": day}) + "\n" for day in DAYS), encoding="utf-8")
    config = tmp_path / "kit.toml"
    config.write_text('block = ["newskit_dates"]\n', encoding="utf-8")
    done = bench("compare", ".", str(config), "--corpus", str(corpus), "--json")
    changes = json.loads(done.stdout)["changes"]
    assert {change["id"] for change in changes} == {f"{corpus}:{line}" for line in (1, 2, 3)}
    found = tmp_path / "found.jsonl"
    found.write_text(CliRunner().invoke(app, ["extract", str(corpus), "--format", "jsonl"]).stdout, encoding="utf-8")
    assert json.loads(bench("score", "dates", str(found), str(found), "--json").stdout)["scores"]["value"]["F"] == 100.0
    assert f"0 of {len(DAYS)}" in bench("compare", str(found), ".", "--corpus", str(corpus)).stdout


def test_two_articles_with_one_id_are_refused(tmp_path: Path) -> None:
    twice = tmp_path / "twice.jsonl"
    twice.write_text('{"id": "a", "text": "No."}\n' * 2, encoding="utf-8")
    for arguments in (("compare", ".", ".", "--corpus", str(twice)), ("compare", str(twice), str(twice))):
        done = bench(*arguments)
        assert done.exit_code == 2
        assert "two articles have the id 'a'" in done.stderr


def test_compare_refuses_wrong_use(corpus: str, tmp_path: Path) -> None:
    (tmp_path / "found.jsonl").write_text('{"id": "pier", "text": "One."}\n', encoding="utf-8")
    found = str(tmp_path / "found.jsonl")
    other = tmp_path / "other.jsonl"
    other.write_text('{"id": "pier", "text": "Another."}\n', encoding="utf-8")
    for arguments, message in (
        ((".", "."), "--corpus: needed"),
        ((found, str(other)), "pier: the two sides are on different texts"),
        ((found, "no/such/python", "--corpus", corpus), "no/such/python: no predictions, configuration or Python"),
        ((found, "nosuch.jsonl"), "nosuch.jsonl: cannot be read"),
    ):
        done = bench("compare", *arguments)
        assert (done.exit_code, message in done.stderr) == (2, True), done.stderr
