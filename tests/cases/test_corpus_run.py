"""Runs with real worker processes: alike however many there are and however often they are killed."""

import hashlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from processes import is_alive, until

from newskit import CorpusError, InputError, PluginError, PluginWarning
from newskit.corpus import Job, Progress, Summary, UnfinishedError
from newskit.corpus.kits import KitSpec

PLUGIN = """
import os, signal, time
from pathlib import Path
import newskit

@newskit.extractor(newskit.Part)
def parts(doc):
    for trouble in Path(os.environ["TROUBLE"]).glob("*"):
        if trouble.name == doc.article.id:
            if trouble.read_text() == "once":
                trouble.unlink()
            os.kill(os.getpid(), signal.SIGKILL)
        if trouble.name == "slow":
            time.sleep(0.02)
    yield newskit.Part("paragraph", doc.span(0, 3))

@newskit.hookimpl
def newskit_extractors(config):
    return [parts]
"""


@pytest.fixture
def corpus(tmp_path: Path, demo: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Sixty articles, of which two cannot be read, and a plugin that makes trouble where it is told to."""
    demo(PLUGIN)
    (tmp_path / "trouble").mkdir()
    monkeypatch.setenv("TROUBLE", str(tmp_path / "trouble"))
    path = tmp_path / "in.jsonl"
    lines = [json.dumps({"id": f"a{n}", "text": f"Article {n}." if n % 30 else None}) for n in range(60)]
    path.write_text("\n".join(lines) + "\n")
    return path


def job(corpus: Path, out: str, part: tuple[int, int] = (1, 1)) -> Job:
    folder = corpus.parent / out
    return Job(inputs=[corpus], out=folder, plugins=["demo"], block=(), shard_bytes=300, part=part)


def contents(out: Path) -> dict[str, str]:
    found = sorted(path for path in out.rglob("*") if path.is_file())
    return {str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


def test_the_bytes_do_not_depend_on_workers_and_parts(corpus: Path) -> None:
    told: list[Progress] = []
    one = job(corpus, "one").run(workers=1, on_progress=told.append)
    assert (one.tally.articles, one.tally.failed, one.shards, one.given_up) == (58, 2, one.all_shards, [])
    assert one.shards > 4
    assert len({each.done for each in told}) == one.shards
    assert told[-1].done == told[-1].total == corpus.stat().st_size
    expected = contents(corpus.parent / "one")
    assert {"_manifest.json", "_failures/part-000000-000000.jsonl", "part-000000-000000.jsonl"} <= expected.keys()
    two = [job(corpus, "two", (part, 2)).run(workers=2) for part in (1, 2)]
    assert sum(summary.shards for summary in two) == one.shards
    assert contents(corpus.parent / "two") == expected
    again = job(corpus, "two").run(workers=1)
    assert (again.shards, again.before, again.failures_before) == (0, one.shards, 2)


def test_machines_that_share_nothing_cut_alike(corpus: Path) -> None:
    folder = corpus.parent / "in"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.txt").write_text(f"Article {number}." * number)
    corpus.rename(folder / "05.jsonl")
    job(folder, "one").run(workers=2)
    put_together: dict[str, str] = {}
    for part in (1, 2, 3):
        for path in folder.iterdir():  # a copy on another machine is as old as the copy
            os.utime(path, ns=(part, part))
        job(folder, f"part-{part}", (part, 3)).run(workers=1)
        found = contents(corpus.parent / f"part-{part}")
        found = {name: digest for name, digest in found.items() if "part-" in name}
        assert found
        assert not found.keys() & put_together.keys()
        put_together |= found
    whole = contents(corpus.parent / "one")
    assert put_together == {name: digest for name, digest in whole.items() if "part-" in name}


def test_a_worker_that_is_killed_costs_nothing(corpus: Path) -> None:
    job(corpus, "calm").run(workers=1)
    for article in ("a7", "a44"):
        (corpus.parent / "trouble" / article).write_text("once")
    summary = job(corpus, "troubled").run(workers=2)
    assert summary.given_up == []
    assert not list((corpus.parent / "trouble").iterdir())
    assert contents(corpus.parent / "troubled") == contents(corpus.parent / "calm")


def test_an_article_that_kills_each_worker_costs_its_shard_and_no_other(corpus: Path) -> None:
    job(corpus, "calm").run(workers=1)
    (corpus.parent / "trouble" / "a44").write_text("always")
    summary = job(corpus, "troubled").run(workers=1)
    (lost,) = summary.given_up
    assert lost.reason == "its worker died 3 times, at last killed by SIGKILL"
    assert lost.place.startswith(f"{corpus}:")
    assert summary.shards == summary.all_shards - 1
    (corpus.parent / "trouble" / "a44").unlink()
    assert job(corpus, "troubled").run(workers=1).shards == 1
    assert contents(corpus.parent / "troubled") == contents(corpus.parent / "calm")


def command(corpus: Path, out: str) -> list[str]:
    size = str(300 / 1024 / 1024)
    options = ["--plugins", "demo", "--shard-size", size, "--workers", "1"]
    return [sys.executable, "-m", "newskit", "run", str(corpus), "-o", str(corpus.parent / out), *options]


def environment(corpus: Path) -> dict[str, str]:
    found = os.pathsep.join([str(corpus.parent / "site"), os.environ.get("PYTHONPATH", "")])
    return {**os.environ, "PYTHONPATH": found, "NEWSKIT_BLOCK": ""}


@pytest.fixture
def killed(corpus: Path) -> Iterator[Path]:
    """Give the folder of a run that was killed when two shards were done, and its workers with it."""
    out = corpus.parent / "killed"
    (corpus.parent / "trouble" / "slow").touch()
    with subprocess.Popen(command(corpus, "killed"), stderr=subprocess.DEVNULL, env=environment(corpus)) as process:
        until(lambda: len(list(out.glob("part-*"))) >= 2)
        workers = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        process.send_signal(signal.SIGKILL)
    until(lambda: not any(is_alive(int(worker)) for worker in workers))
    (corpus.parent / "trouble" / "slow").unlink()
    return out


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_a_run_that_is_killed_goes_on_where_it_was(corpus: Path, killed: Path) -> None:
    finished = {path.name: path.stat().st_ino for path in killed.glob("part-*")}
    done = subprocess.run(
        command(corpus, "killed"), stderr=subprocess.PIPE, env=environment(corpus), check=False, text=True
    )
    assert done.returncode == 1, done.stderr
    assert f"({len(finished)} done before)" in done.stderr
    assert {name: (killed / name).stat().st_ino for name in finished} == finished
    job(corpus, "calm").run(workers=1)
    assert contents(killed) == contents(corpus.parent / "calm")


@pytest.mark.skipif(os.name != "posix", reason="limits the size of files")
def test_a_disk_that_cannot_take_more_stops_the_run_and_leaves_what_is_whole(corpus: Path) -> None:
    limited = ["sh", "-c", 'ulimit -f 2; exec "$@"', "sh", *command(corpus, "full")]
    # Python cuts the bytecode of the plugin off too, where the limit falls in it, and cannot read it then.
    bare = {**environment(corpus), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(limited, stderr=subprocess.PIPE, env=bare, check=False, text=True)
    assert done.returncode == 3, done.stderr
    assert "full: cannot be written: file too large; what is finished stays, start again to go on" in done.stderr
    assert job(corpus, "full").run(workers=1).shards > 0
    job(corpus, "calm").run(workers=1)
    assert contents(corpus.parent / "full") == contents(corpus.parent / "calm")


def test_another_run_is_not_mixed_in(corpus: Path) -> None:
    first = job(corpus, "out")
    first.run(workers=1)
    with corpus.open("a") as file:
        file.write('{"text": "One more."}\n')
    with pytest.raises(CorpusError, match=r"out belongs to another run: .*in\.jsonl: changed since the rows were wr"):
        first.run(workers=1)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            {"format": "csv"},
            "field 'format': expected one of jsonl, parquet, csv-parts, .*, got 'csv'",
        ),
        (
            {"input_format": "xml"},
            "field 'input_format': expected one of text, html, jsonl, json, csv, tsv, parquet",
        ),
        ({"columns": {"body": "text"}}, "field 'columns': expected one of id, text, .*, got 'body'"),
        ({"part": (9, 8)}, "field 'part': expected a part from 1/8 to 8/8, got 9/8"),
        ({"part": "3/8"}, r"field 'part': expected two whole numbers, as in \(3, 8\), got '3/8'"),
        ({"shard_bytes": "4 MB"}, "field 'shard_bytes': expected a whole number of bytes, got '4 MB'"),
        ({"encoding": None}, "field 'encoding': no text encoding is named None"),
        ({"part": (1, 0)}, "field 'part': expected a part from 1/1 to 1/1, got 1/0"),
        ({"encoding": "martian"}, "no text encoding is named 'martian'"),
        ({"published": "soon"}, "field 'published'"),
        ({"inputs": ["none"]}, "none: no such file or folder"),
        ({"inputs": "none"}, "field 'inputs': expected a list of paths, got 'none'"),
        ({"inputs": Path("none")}, r"field 'inputs': expected a list of paths, got \w+\('none'\)"),
        ({"inputs": ["in", ""]}, "field 'inputs': expected paths, got an empty one"),
        ({"inputs": [".."]}, r"\.\.: it holds .*out, the folder of the rows"),
        ({"shard_bytes": 0}, "field 'shard_bytes': expected at least one byte"),
        ({"shard_bytes": 2**63}, "field 'shard_bytes': expected at least one byte, and fewer than a disk can hold"),
    ],
    ids=str,
)
def test_wrong_arguments(corpus: Path, monkeypatch: pytest.MonkeyPatch, given: dict[str, object], message: str) -> None:
    (corpus.parent / "here").mkdir()
    monkeypatch.chdir(corpus.parent / "here")
    with pytest.raises(InputError, match=message):
        Job(**{"inputs": [corpus], "out": corpus.parent / "out", **given}).run(workers=1)
    assert not (corpus.parent / "out").exists()


def test_workers_that_cannot_build_the_kit_say_why(corpus: Path) -> None:
    KitSpec.choose(plugins=["demo"])  # this process has it now, and the workers will not find it
    (corpus.parent / "site" / "demo_plugin.py").write_text("raise RuntimeError('gone')")
    with pytest.raises(CorpusError, match=r"a worker found other plugins than the run began with: none; expected demo"):
        job(corpus, "out").run(workers=1)


def test_a_plugin_that_is_named_and_broken_stops_the_run(corpus: Path) -> None:
    (corpus.parent / "site" / "demo_plugin.py").write_text("raise RuntimeError('gone')")
    sys.modules.pop("demo_plugin", None)
    with pytest.warns(PluginWarning), pytest.raises(PluginError, match="plugin demo was asked for and is broken"):
        KitSpec.choose(plugins=["demo"])


def test_summary_and_errors_are_public() -> None:
    assert issubclass(UnfinishedError, CorpusError)
    assert Summary().given_up == []
