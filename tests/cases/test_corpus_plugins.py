"""A corpus run with a plugin that fails in every way: each failure is named, and costs nothing else."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from newskit.corpus import Job
from newskit.errors import InputError

PLUGIN = """
import attrs, newskit
from typing import Any, ClassVar

@attrs.frozen
class Claim:
    layer: ClassVar[str] = "claims"
    what: Any

@newskit.extractor(Claim)
def claims(doc):
    yield Claim(1)
    if doc.text == "endless":
        while True:
            try:
                while True: pass
            except Exception: pass
    if doc.text == "leaving":
        raise SystemExit(0)
    if doc.text == "interrupting":
        raise KeyboardInterrupt
    if doc.text == "holding":
        yield Claim(float("nan"))
    if doc.text == "large":
        yield Claim(10 ** 5000)

@newskit.extractor(newskit.Part)
def parts(doc):
    yield newskit.Part("paragraph", doc.span(0, 3))

@newskit.hookimpl
def newskit_extractors(config):
    return [claims, parts]
"""
TEXTS = ("fine", "endless", "leaving", "interrupting", "holding", "large", "last")
UNWRITTEN = (
    "layer 'claims' of demo_plugin.Claim cannot be written: InputError: field 'claims[1].what': JSON cannot hold "
)
FAILED = {
    "endless": ("demo.claims", "TimeoutError: stopped at the time limit of 0.5 s for an article"),
    "leaving": ("demo.claims", "SystemExit: 0"),
    "interrupting": ("demo.claims", "KeyboardInterrupt: "),
    "holding": (None, f"{UNWRITTEN}nan"),
    "large": (None, f"{UNWRITTEN}a whole number beyond 64 bits"),
}


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no SIGALRM on this system")
@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_each_failure_is_named_and_costs_nothing_else(
    tmp_path: Path, demo: Callable[[str], None], form: str, capfd: pytest.CaptureFixture[str]
) -> None:
    demo(PLUGIN)
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps({"id": text, "text": text}) + "\n" for text in TEXTS))
    out = tmp_path / "out"
    job = Job(inputs=[path], out=out, format=form, plugins=["demo"], block=(), timeout=0.5)
    summary = job.run(workers=1)
    assert (summary.tally.articles, summary.tally.failed, summary.given_up) == (len(TEXTS), len(FAILED), [])
    listed = [json.loads(line) for line in next((out / "_failures").iterdir()).read_text().splitlines()]
    assert {each["article_id"]: (each["extractor"], each["error"]) for each in listed} == FAILED
    table = next(out.glob(f"part-*.{form}"))
    rows = (
        pq.read_table(table).to_pylist() if form == "parquet" else list(map(json.loads, table.read_text().splitlines()))
    )
    assert [row["text"] for row in rows] == list(TEXTS)
    for row in rows:
        assert len(row["parts"]) == 1
        left_out = row["text"] in ("holding", "large")
        claim = {"what": "1" if form == "parquet" else 1}
        wanted = [] if row["text"] in FAILED else [claim]
        assert row.get("claims") == (None if left_out else wanted)
        assert row.get("other_layers") is None
        expected = [FAILED[row["text"]][1]] if row["text"] in FAILED else []
        assert [each["error"] for each in row["failures"]] == expected
    assert capfd.readouterr().err == ""


def test_a_wrong_limit_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text("No.")
    with pytest.raises(InputError, match=r"field 'timeout': expected a number of seconds above 0.*, got -1"):
        Job(inputs=[tmp_path / "in.txt"], out=tmp_path / "out", timeout=-1).run()
    assert not (tmp_path / "out").exists()
