"""The command ``newskit bench``: what it prints, its exit status, and its answers to wrong use."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from newskit.bench.corpora import checksum
from newskit.cli import app

TEXT = "Ida Brandt said on Monday: “The pier is safe.” A <b>clerk</b> agreed that it would last."


def spot(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


def span(words: str) -> dict[str, int]:
    return dict(zip(("start", "end"), spot(words), strict=True))


DAYS = ("2024-05-08", "2024-05-15", "2024-05-22")
GOLD: dict[str, Any] = {
    "id": "pier",
    "text": TEXT,
    "published": "2024-05-08",
    "quotes": [
        {"content": [spot("“The pier is safe.”")], "source": [spot("Ida Brandt")], "cue": [spot("said")]},
        {"content": [spot("that it would last")], "kind": "indirect", "source": [spot("A <b>clerk")]},
    ],
    "dates": [span("Monday") | {"type": "DATE", "value": "2024-05-06"}],
    "entities": [span("Ida Brandt") | {"label": "PERSON"}],
}
FOUND: dict[str, Any] = {
    "id": "pier",
    "quotes": [{"content": [span("The pier is")], "kind": "direct", "confidence": 0.9, "rule": "colon"}],
    "dates": [span("on Monday") | {"type": "DATE", "value": "2024-05-13"}],
    "entities": [{"kind": "place", "mentions": [span("Ida Brandt")]}],
}


@pytest.fixture
def gold(tmp_path: Path) -> str:
    (tmp_path / "gold.jsonl").write_text(json.dumps(GOLD) + "\n", encoding="utf-8")
    return str(tmp_path / "gold.jsonl")


@pytest.fixture
def found(tmp_path: Path) -> str:
    (tmp_path / "found.jsonl").write_text(json.dumps(FOUND) + "\n", encoding="utf-8")
    return str(tmp_path / "found.jsonl")


def bench(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["bench", *arguments])


def test_score_counts_and_lists_misses(gold: str, found: str) -> None:
    done = bench("score", "quotes", gold, found, "--json", "--errors", "3")
    assert done.exit_code == 0
    record = json.loads(done.stdout)
    assert record["scores"]["direct"]["half"] == {"P": 100.0, "R": 100.0, "F": 100.0}
    assert record["scores"]["all"]["attr"]["R"] == 0.0
    assert record["scores"]["all"]["gold"] == 2
    assert record["calibration"]["expected_calibration_error"] == 0.9
    assert len(record["sha256"]) == 64
    for expected in ("missed: 1", "extra: 0", "too short: 1", "source: 1", "source 'Ida Brandt' got ''", "[colon]"):
        assert expected in done.stderr


def test_score_prints_tables(gold: str, found: str) -> None:
    done = bench("score", "dates", gold, found, "--errors", "1")
    assert done.exit_code == 0
    relaxed, value = (next(row for row in done.stdout.splitlines() if name in row) for name in ("relaxed", "value "))
    assert relaxed.split()[:6] == ["relaxed", "1", "1", "100.0", "100.0", "100.0"]
    assert value.split()[3:6] == ["0.0", "0.0", "0.0"]
    assert "value 2024-05-06 got 2024-05-13" in done.stdout
    done = bench("score", "entities", gold, found, "--errors", "1")
    assert "label: 1" in done.stdout
    assert "person got place" in done.stdout


def test_score_takes_titles_with_their_holders(tmp_path: Path) -> None:
    text = "Port director Ida Brandt met Ole Roe, the mayor of Oslo. A clerk waved."
    spans = {
        words: [text.index(words), text.index(words) + len(words)]
        for words in (
            "Port director",
            "director",
            "Port",
            "Ida Brandt",
            "Ole Roe",
            "the mayor of Oslo",
            "mayor",
            "Oslo",
        )
    }

    def title(words: str, kind: str, name: str, **fields: object) -> dict[str, Any]:
        start, end = spans[words]
        return {"start": start, "end": end, "kind": kind, "holder": spans[name], "name": spans[name], **fields}

    gold, page = tmp_path / "titles.jsonl", tmp_path / "titles.html"
    port = title("Port director", "before", "Ida Brandt", role=[spans["director"]], organization=spans["Port"])
    mayor = title("the mayor of Oslo", "after", "Ole Roe", role=[spans["mayor"]], place=spans["Oslo"])
    gold.write_text(json.dumps({"id": "t", "text": text, "titles": [port, mayor]}) + "\n", encoding="utf-8")
    found = {
        "id": "t",
        "titles": [
            {"start": 0, "end": 13, "kind": "before", "role": "Director", "organization": "the Port", "entity": 0},
            {"start": 42, "end": 47, "kind": "after", "role": "mayor", "organization": "Oslo", "entity": 1},
            {"start": 59, "end": 64, "kind": "alone", "role": "clerk", "entity": None},
        ],
        "entities": [{"name": "Ida Brandt", "mentions": []}, {"name": "Roe", "mentions": [[29, 36]]}],
    }
    predicted = tmp_path / "found.jsonl"
    predicted.write_text(json.dumps(found) + "\n", encoding="utf-8")
    done = bench("score", "titles", str(gold), str(predicted), "--json", "--errors", "2", "--html", str(page))
    scores = json.loads(done.stdout)["scores"]["all"]
    assert (scores["gold"], scores["pred"]) == (2, 2)
    assert scores["span"]["F"] == scores["facts"]["F"] == 50.0
    assert scores["given_found"] == {"role": 100.0, "organization": 50.0, "place": 50.0, "within": 100.0, "three": 50.0}
    assert scores["span_recall"] == {"before": 100.0, "after": 0.0, "alone": None}
    for expected in ("missed: 0", "span: 1", "role: 0", "place 'Oslo' got ''", "organization '' got 'Oslo'"):
        assert expected in done.stderr
    assert '<mark class="gold found">mayor</mark>' in page.read_text("utf-8")
    table = bench("score", "titles", str(gold), str(predicted)).stdout
    assert "found by the same span: before 100.0, after 0.0, alone –" in table


def test_score_runs_the_kit_where_nothing_is_predicted(gold: str) -> None:
    done = bench("score", "dates", gold, "--json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["scores"]["value"]["F"] == 100.0


def test_score_takes_a_configuration(gold: str, tmp_path: Path) -> None:
    config = tmp_path / "kit.toml"
    config.write_text('block = ["newskit_dates"]\n', encoding="utf-8")
    done = bench("score", "dates", gold, "--json", "--config", str(config))
    assert json.loads(done.stdout)["scores"]["relaxed"]["R"] == 0.0
    for content, message in (
        ("block = 3", "field 'block': expected a list of strings"),
        ("blocks = []", "field 'blocks': no argument of a kit"),
        ("options = 3", "field 'options': expected a table"),
        ("[", "no TOML"),
        ('plugins = ["nosuch"]', "nosuch"),
    ):
        config.write_text(content, encoding="utf-8")
        done = bench("score", "dates", gold, "--config", str(config))
        assert (done.exit_code, message in done.stderr) == (2, True), done.stderr


def test_score_writes_a_page_that_needs_nothing_else(gold: str, found: str, tmp_path: Path) -> None:
    page = tmp_path / "misses.html"
    assert bench("score", "quotes", gold, found, "--html", str(page)).exit_code == 0
    text = page.read_text("utf-8")
    assert "http" not in text
    assert "<b>clerk" not in text.replace("<b>missed", "")
    assert '<mark class="gold found">The pier is</mark>' in text
    assert '<mark class="gold"> safe.”</mark>' in text
    assert text.count("<li data-sort=") == 3


def test_score_says_what_was_not_predicted(gold: str, tmp_path: Path) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text('{"id": "else", "text": ""}\n', encoding="utf-8")
    done = bench("score", "dates", gold, str(other))
    assert (done.exit_code, "1 article\n" in done.stderr) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("datse", "GOLD"),
            "no layer is named 'datse'; did you mean 'dates'? There are: quotes, dates",
        ),
        (("titles", "GOLD"), "pier: the gold has no titles; there are quotes, dates, entities"),
        (("dates", "nosuch.jsonl"), "nosuch.jsonl: cannot be read: no such file"),
        (("dates", "GOLD", "nosuch.jsonl"), "nosuch.jsonl: cannot be read: no such file"),
        (("dates", "GOLD", "--html", "no/such/folder.html"), "no/such/folder.html: cannot be written"),
    ],
)
def test_score_refuses_wrong_use(arguments: tuple[str, ...], message: str, gold: str) -> None:
    done = bench("score", *(gold if each == "GOLD" else each for each in arguments))
    assert (done.exit_code, done.stdout) == (2, "")
    assert message in done.stderr


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
    done = bench("speed", corpus, str(story), "--batch", "2", "--rounds", "3", "--json")
    assert (done.exit_code, done.stderr) == (0, "")
    record = json.loads(done.stdout)
    assert list(record["corpora"]) == [corpus, str(story), "all"]
    assert [each["articles"] for each in record["corpora"].values()] == [6, 3, 9]
    whole = record["corpora"]["all"]
    assert whole["words"] == 3 * (9 + 6) + 3 * 9
    passes = whole["bare_passes"]
    assert 0 < passes["low"] <= passes["value"] <= passes["high"]
    stages = whole["stages_in_bare_passes"]
    assert {"shared ground", "newskit_quotes.quotes", "newskit_dates.dates"} <= stages.keys()
    assert "checks and merging" in stages
    assert all(stage["value"] > 0 for stage in stages.values())
    assert record["peak_memory_mb"]["after"] >= record["peak_memory_mb"]["before"]
    done = bench("speed", corpus, "--every", "2")
    assert next(row for row in done.stdout.splitlines() if "articles  " in row).split()[-1] == "1"


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


def test_compare_refuses_wrong_use(corpus: str, found: str, tmp_path: Path) -> None:
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


@pytest.fixture
def floors(gold: str, tmp_path: Path) -> Path:
    path = tmp_path / "floors.json"
    pinned = {"layer": "dates", "path": "gold.jsonl", "sha256": checksum(Path(gold)), "floors": {"value": 90.0}}
    path.write_text(json.dumps([pinned]), encoding="utf-8")
    return path


def pinned_floor(floors: Path) -> float:
    value = json.loads(floors.read_text("utf-8"))[0]["floors"]["value"]
    assert isinstance(value, float)
    return value


def test_ratchet_holds_rises_and_does_not_fall_unasked(floors: Path, gold: str) -> None:
    assert bench("ratchet", str(floors)).exit_code == 0
    assert pinned_floor(floors) == 90.0
    assert bench("ratchet", str(floors), "--raise").exit_code == 0
    assert pinned_floor(floors) == 99.7
    # The same text with a wrong value in the gold: the score is nought.
    Path(gold).write_text(json.dumps(GOLD).replace("2024-05-06", "2024-05-07") + "\n", encoding="utf-8")
    for arguments in ((), ("--raise",)):
        changed = bench("ratchet", str(floors), *arguments)
        assert (changed.exit_code, "the gold changed" in changed.stdout) == (1, True)
        assert pinned_floor(floors) == 99.7
    assert bench("ratchet", str(floors), "--lower").exit_code == 0
    assert pinned_floor(floors) == 0.0


def test_ratchet_fails_where_a_score_fell(floors: Path) -> None:
    floors.write_text(floors.read_text("utf-8").replace("90.0", "100.1"), encoding="utf-8")
    for arguments in ((), ("--raise",)):
        fallen = bench("ratchet", str(floors), *arguments)
        assert (fallen.exit_code, "FELL" in fallen.stdout) == (1, True)
        assert pinned_floor(floors) == 100.1


def test_ratchet_finds_gold_in_a_folder_of_the_users(floors: Path, gold: str, tmp_path: Path) -> None:
    (tmp_path / "corpora").mkdir()
    Path(gold).rename(tmp_path / "corpora" / "gold.jsonl")
    done = bench("ratchet", str(floors))
    assert (done.exit_code, "gold.jsonl: no such gold" in done.stderr) == (2, True)
    assert bench("ratchet", str(floors), "--gold", str(tmp_path / "corpora")).exit_code == 0
    assert bench("ratchet", str(floors), "--gold", str(tmp_path / "corpora"), "--lower").exit_code == 0
    assert pinned_floor(floors) == 99.7


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("{}", "expected a list"),
        ("[{}]", "field '[0]': no pinned gold: 'layer'"),
        ('[{"layer": "x", "floors": {}}]', "expected one of quotes, dates, entities, titles, got 'x'"),
        ('[{"layer": "dates", "floors": {"speed": 1}}]', "no measure is named 'speed'; there are strict"),
        ('[{"layer": "dates", "path": "none", "sha256": "", "floors": {}}]', "none: no such gold"),
        ("[", "no JSON"),
    ],
)
def test_ratchet_names_what_is_wrong_with_its_file(wrong: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    path.write_text(wrong, encoding="utf-8")
    done = bench("ratchet", str(path))
    assert (done.exit_code, message in done.stderr) == (2, True), done.stderr
