"""`newskit bench speed` with an extractor that fails: no rate, since what does nothing is fast."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

import newskit
from newskit.bench.speed import measure
from newskit.cli import app

LEAVING = """
import newskit

@newskit.extractor(newskit.Part)
def bad(doc):
    raise SystemExit("no licence")

@newskit.hookimpl
def newskit_extractors(config):
    return [bad]
"""


@pytest.mark.parametrize("options", [["--rounds", "9"], ["--rounds", "9", "--json"]])
def test_speed_gives_no_rate_where_anything_failed(
    tmp_path: Path, demo: Callable[[str], None], options: list[str]
) -> None:
    demo(LEAVING)
    (tmp_path / "a.txt").write_text("The pier is safe.")
    done = CliRunner().invoke(app, ["bench", "speed", str(tmp_path / "a.txt"), *options])
    assert (done.exit_code, done.stdout) == (1, "")
    *told, last = done.stderr.splitlines()
    assert told == [f"newskit: {tmp_path / 'a.txt'}: demo.bad failed: SystemExit: no licence"] * 5
    assert last == "newskit: no rate is given: 10 failures in all"  # nine rounds and the warm-up


def test_an_extractor_that_fails_the_second_time_only_is_a_failure_too() -> None:
    runs = count()

    @newskit.extractor(newskit.Part)
    def tired(_: newskit.Doc) -> list[newskit.Part]:
        if next(runs):
            raise SystemExit(0)
        return []

    plugin = SimpleNamespace(__name__="acme", newskit_extractors=newskit.hookimpl(lambda: [tired]))
    kit = newskit.Kit(plugins=(), block=(), add=[plugin])
    assert measure(kit, [newskit.Article("A line.", id="a")]).failures == ("a: failed when run again: SystemExit: 0",)
