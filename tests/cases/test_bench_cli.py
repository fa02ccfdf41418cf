"""The commands ``newskit bench score`` and ``ratchet``: what they print, exit status, answers to wrong use."""

from __future__ import annotations

import errno
import json
from pathlib import Path
from typing import Any

import pytest
from benched import TEXT, bench

from newskit.bench.corpora import checksum


def spot(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


def span(words: str) -> dict[str, int]:
    return dict(zip(("start", "end"), spot(words), strict=True))


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
        (("dates", "GOLD", "--html", "GOLD"), "gold.jsonl is read, and would be replaced"),
    ],
)
def test_score_refuses_wrong_use(arguments: tuple[str, ...], message: str, gold: str) -> None:
    done = bench("score", *(gold if each == "GOLD" else each for each in arguments))
    assert (done.exit_code, done.stdout) == (2, "")
    assert message in done.stderr


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


def test_floors_that_cannot_be_written_are_one_line(floors: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(floors))

    monkeypatch.setattr("pathlib.Path.write_bytes", refuse)
    done = bench("ratchet", str(floors), "--raise")
    assert done.exit_code == 2
    assert done.stderr.endswith("floors.json: cannot be written: permission denied\n")


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
