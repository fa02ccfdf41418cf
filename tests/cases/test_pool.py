"""``Kit.pipe`` with several workers: the same documents in the same order, lazily, whatever fails."""

from __future__ import annotations

import os
import sys
import textwrap
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from itertools import count, islice
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import newskit
from newskit import Article, InputError, Kit, WorkerError, pool
from newskit.pool import AT_ONCE, in_order, of_threads

TEXTS = [
    f"Mayor Ida Brandt of ward {number} said on Monday: \u201cThe pier is safe.\u201d She left." for number in range(40)
]
PLUGIN = """
    import os
    import newskit

    @newskit.extractor(newskit.Part)
    def picky(doc):
        if "dies" in doc.text:
            os._exit(1)
        if "fails" in doc.text:
            raise ValueError("not this one")
        return [newskit.Part("headline", doc.span(0, 4))]

    @newskit.hookimpl
    def newskit_extractors(config):
        return [picky]
"""


@pytest.fixture
def picky(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    (tmp_path / "picky_parts.py").write_text(textwrap.dedent(PLUGIN), encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return __import__("picky_parts")


def unpacked() -> object:
    """Return a plugin that cannot be given to another process."""

    def newskit_extractors() -> list[newskit.Extractor]:
        return []

    return SimpleNamespace(__name__="acme", newskit_extractors=newskit.hookimpl(newskit_extractors))


@pytest.fixture
def threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take this Python for a free-threaded one."""
    monkeypatch.setattr(pool, "threads_run_at_once", lambda: True)


@pytest.fixture(params=[False, True], ids=["begun anew", "copies"])
def processes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take this process for one that cannot be copied, and for one that can, where the system has copies."""
    if request.param and sys.platform != "linux":
        pytest.skip("a system whose libraries do not take copies")
    monkeypatch.setattr(pool, "can_fork", lambda: request.param)


@pytest.mark.usefixtures("processes")
def test_processes_give_the_documents_that_one_gives() -> None:
    kit = Kit(options={"newskit_quotes": {"model": False}}, block=["newskit_dates"])
    alone = list(kit.pipe(TEXTS))
    assert list(kit.pipe(TEXTS, workers=2)) == alone
    assert alone[0].quotes
    assert not alone[0].dates


@pytest.mark.usefixtures("threads")
def test_threads_give_the_documents_that_one_gives() -> None:
    kit = Kit(add=[unpacked()])
    assert list(kit.pipe(TEXTS, workers=3)) == list(kit.pipe(TEXTS))


@pytest.mark.usefixtures("threads")
def test_few_articles_are_on_the_way() -> None:
    kit, taken = Kit(plugins=()), count()
    docs = kit.pipe((f"Line {next(taken)}." for _ in count()), workers=2)
    assert [doc.text for doc in islice(docs, AT_ONCE + 1)] == [f"Line {number}." for number in range(AT_ONCE + 1)]
    assert next(taken) <= AT_ONCE * 6
    docs.close()  # type: ignore[attr-defined]  # a generator


@pytest.mark.usefixtures("threads")
def test_what_reading_raises_comes_behind_the_documents_before_it() -> None:
    def articles() -> Iterator[str]:
        yield from TEXTS[:3]
        raise InputError("no more")

    docs = Kit(plugins=()).pipe(articles(), workers=2)
    assert [doc.text for doc in islice(docs, 3)] == TEXTS[:3]
    with pytest.raises(InputError, match="no more"):
        next(docs)


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")  # so is one of xdist's
@pytest.mark.usefixtures("processes")
def test_failures_come_back_from_processes(picky: Any) -> None:
    kit = Kit(plugins=(), add=[picky])
    with pytest.warns(newskit.FailureWarning, match="picky failed on article 'b'") as warned:
        docs = list(
            kit.pipe(
                [Article("It works.", id="a"), Article("It fails.", id="b"), Article("It fails.", id="c")], workers=2
            )
        )
    assert [[each.error for each in doc.failures] for doc in docs] == [[], *[["ValueError: not this one"]] * 2]
    assert [each.category for each in warned if each.category is not DeprecationWarning] == [newskit.FailureWarning]
    strict = Kit(plugins=(), add=[picky], strict=True).pipe(["This works.", "This fails."], workers=2)
    assert next(strict).parts
    with pytest.raises(newskit.ExtractorError, match="not this one"):
        next(strict)
    with pytest.raises(WorkerError, match="a worker process died"):
        list(kit.pipe(["This dies."], workers=2))


def test_what_processes_cannot_be_given_is_refused() -> None:
    with pytest.raises(WorkerError, match="other processes cannot be given the plugins in add"):
        next(Kit(plugins=(), add=[unpacked()]).pipe(["A line."], workers=2))
    kit = Kit(plugins=())
    with pytest.raises(WorkerError, match="a plan of its own"):
        next(kit.planned(kit.plan).pipe(["A line."], workers=2))


def test_a_process_with_threads_is_not_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "get_start_method", lambda **_: None)
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    assert not pool.can_fork()
    over.set()
    thread.join()
    monkeypatch.setattr(os, "listdir", lambda _: ["1"])
    assert pool.can_fork() is (sys.platform == "linux")
    monkeypatch.setattr(pool, "get_start_method", lambda **_: "forkserver")
    assert not pool.can_fork()


@pytest.mark.parametrize("workers", [0, -1, 2.0, "2", True])
def test_a_number_of_workers_that_is_none_is_refused(workers: Any) -> None:
    with pytest.raises(InputError, match="field 'workers': expected a number of workers from 1"):
        Kit(plugins=()).pipe([], workers=workers)


def test_what_is_left_is_not_begun_when_nobody_asks_for_more() -> None:
    done: list[int] = []

    def work(items: list[int]) -> list[int]:
        done.extend(items)
        return items

    several = of_threads(1)
    made = in_order(several, 1, count(), work)
    assert next(made) == 0
    made.close()  # type: ignore[attr-defined]  # a generator
    assert len(done) <= AT_ONCE * 2
    with pytest.raises(RuntimeError, match="shutdown"):
        _: Future[None] = several.submit(print)
