"""How far a run is: articles are told as they are done, now and then, and on a terminal or not."""

import json
import multiprocessing
import signal
import threading
from pathlib import Path
from typing import Any, cast

import pytest
from rich.console import Console

from newskit.cli import run as command
from newskit.corpus import Tally, workers
from newskit.corpus.kits import KitSpec
from newskit.corpus.listing import Entry
from newskit.corpus.manifest import failures_file, rows_file
from newskit.corpus.pace import Pace
from newskit.corpus.pieces import Reading, Whole
from newskit.corpus.shards import Shard
from newskit.corpus.sources import Source
from newskit.corpus.todo import Few, Progress, Summary, Todo
from newskit.corpus.work import Order, work
from newskit.corpus.workers import GivenUp, Reached, teller


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def order(tmp_path: Path) -> Order:
    (tmp_path / "out").mkdir()
    kit = KitSpec.choose(plugins=["newskit_dates"], block=())
    return Order(tmp_path / "out", "jsonl", kit, Reading({}, None, "utf-8", tmp_path))


def shard(tmp_path: Path, articles: int) -> Shard:
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps({"text": f"Story {n}."}) + "\n" for n in range(articles)))
    return Shard((0,), (Whole(Source.listed(str(path), "jsonl")),))


def test_a_pace_says_yes_when_its_seconds_are_over() -> None:
    clock = Clock()
    pace = Pace(30, clock)
    said = []
    for now in (100, 129, 130, 131, 159, 160, 300, 301):
        clock.now = now
        said.append(pace())
    assert said == [False, False, True, False, False, True, True, False]


def test_work_tells_each_article(tmp_path: Path, order: Order) -> None:
    told: list[int] = []
    tally = work(order, shard(tmp_path, 200), told.append)
    assert told == list(range(200))
    assert tally.articles == 200


def test_a_worker_tells_now_and_then() -> None:
    clock, told = Clock(), list[int]()
    tell = teller(told.append, Pace(1, clock))
    for article in range(10):
        clock.now += 0.25
        tell(article)
    assert told == [3, 7]


def test_a_worker_says_how_far_it_is_before_its_shard_is_done(
    tmp_path: Path, order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_SECONDS", 0)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    ours, theirs = multiprocessing.Pipe()
    told: list[Any] = []

    def listen() -> None:
        ours.send(shard(tmp_path, 70))
        while not told or not isinstance(told[-1], Tally):
            told.append(ours.recv())
        ours.close()

    thread = threading.Thread(target=listen)
    thread.start()
    workers._serve(cast("Any", theirs), order)
    thread.join()
    ready, *reached, tally = told
    assert ready == "ready"
    assert reached == [Reached(article) for article in range(70)]
    assert tally.articles == 70


def test_progress_counts_the_articles_of_shards_that_are_at_work(tmp_path: Path, order: Order) -> None:
    source = Source(str(tmp_path / "a.txt"), "text", size=50)
    shards = [Shard((number,), (Whole(source),)) for number in range(3)]
    todo = Todo(order, (1, 1), 1000, list[Entry](), total=150)
    seen = []
    for each, told in (
        (shards[0], Reached(3)),
        (shards[1], Reached(4)),
        (shards[0], Reached(9)),
        (shards[0], Tally(articles=10)),
        (shards[1], GivenUp("part-000001", "a.txt", "it died")),
        (shards[2], Reached(1)),
    ):
        todo.count(each, told)
        progress = todo.progress()
        seen.append((progress.articles, progress.done))
    assert seen == [(3, 0), (7, 0), (13, 0), (14, 50), (10, 100), (11, 100)]


def test_few_keeps_the_first_in_the_order_of_the_shards() -> None:
    few = Few()
    few.add((2,), 3, ["c1", "c2"])
    few.add((0,), 1, ["a1"])
    few.add((1, 1), 9, ["b1", "b2", "b3", "b4", "b5"])
    assert few.count == 13
    assert few.first == ("a1", "b1", "b2", "b3", "b4")


def test_a_line_now_and_then_where_there_is_no_terminal(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr(Console, "is_terminal", False)
    with command._display(clock) as display:
        for now, articles in ((101, 8), (129, 200), (130, 1240), (131, 1300), (200, 4000)):
            clock.now = now
            display.progress(Progress(articles, 4000, articles, Summary()))
    assert capfd.readouterr().err.splitlines() == [
        "newskit: 1,240 articles, 31%, 41.3 articles/s",
        "newskit: 4,000 articles, 100%, 40.0 articles/s",
    ]


def test_a_shard_that_is_done_again_is_never_taken_for_done_with_its_old_rows(
    tmp_path: Path, order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = shard(tmp_path, 2)
    missing = Whole(Source(str(tmp_path / "gone.txt"), "text", 5, 5, "d"))
    assert work(order, Shard((0,), (*made.pieces, missing))).left == 1
    (told,) = map(json.loads, failures_file(order.out, (0,)).read_text().splitlines())
    assert (told["left"], told["path"]) == (True, str(tmp_path / "gone.txt"))
    rows = rows_file(order.out, (0,), "jsonl")
    assert len(rows.read_text().splitlines()) == 2
    seen: list[bool] = []
    unlink = Path.unlink

    def watched(path: Path, **options: bool) -> None:
        if path.parent.name == "_failures":
            seen.append(rows.exists())
        unlink(path, **options)

    monkeypatch.setattr(Path, "unlink", watched)
    assert work(order, made).left == 0
    assert seen == [False]
    assert rows.exists()
