"""Kill ``newskit run`` at random moments, start it again each time, and compare its files with an undisturbed run's.

``python benchmarks/kill_runs.py [--kills 50] [--seed 1] [--format jsonl]`` needs Linux and no corpus: it makes one from
the seed article. Three kinds of kill take turns: the parent, one worker, and both with all workers at once. After each
start it is checked that no finished file has been written again. With ``--away`` the corpus is a folder of many files,
of which at each start but the first of a run a quarter is elsewhere, and back before the next. With ``--full-disk
FOLDER``, a small file system that is empty, the same is done on a disk that fills up and is made roomy again.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SEED_ARTICLE = Path(__file__).parents[1] / "seeds" / "000_9b9daa9efa5b48ea.txt"
UNFINISHED = 3
HUNDREDTH = 99
State = dict[str, tuple[int, int]]


def main() -> None:
    """Do what the arguments say, and end with status 1 where a byte differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, default=900)
    parser.add_argument("--format", default="jsonl")
    parser.add_argument("--away", action="store_true")
    parser.add_argument("--full-disk", metavar="FOLDER", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(Path(folder), given.articles, given.format, away=given.away)
        if given.full_disk:
            trial.fill_disk(given.full_disk)
        else:
            trial.kill(given.kills, random.Random(given.seed))  # noqa: S311 - moments, no secrets


def make_corpus(path: Path, articles: int) -> None:
    """Write an article a line; every hundredth cannot be read, so that failures files are compared too."""
    paragraphs = SEED_ARTICLE.read_text("utf-8").split("\n\n")
    with path.open("w") as file:
        for number in range(articles):
            turned = paragraphs[number % len(paragraphs) :] + paragraphs[: number % len(paragraphs)]
            text = None if number % 100 == HUNDREDTH else f"Number {number}.\n\n" + "\n\n".join(turned)
            file.write(json.dumps({"id": f"article {number}", "text": text, "published": "2025-02-18"}) + "\n")


def scatter(lines: Path, folder: Path) -> None:
    """Write each ten lines of a file as a file of a folder."""
    folder.mkdir()
    found = lines.read_text().splitlines(keepends=True)
    for start in range(0, len(found), 10):
        (folder / f"{start:06}.jsonl").write_text("".join(found[start : start + 10]))


def contents(out: Path) -> dict[str, str]:
    """Return the digest of every file of a run that is not hidden."""
    files = sorted(path for path in out.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def state(out: Path) -> State:
    """Return what changes when a file of rows is written again."""
    return {path.name: (path.stat().st_ino, path.stat().st_mtime_ns) for path in out.glob("part-*")}


def children(pid: int) -> list[int]:
    """Return the workers of a run."""
    try:
        own = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    # The process beside the workers only tidies up after multiprocessing.
    return [int(child) for child in own if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]


class Trial:
    """A corpus, the command that runs over it, and what an undisturbed run makes of it."""

    def __init__(self, folder: Path, articles: int, form: str, *, away: bool) -> None:
        self.folder, self.form, self.away = folder, form, away
        self.corpus = folder / "corpus.jsonl"
        make_corpus(self.corpus, articles)
        if away:
            scatter(self.corpus, folder / "corpus")
            self.corpus = folder / "corpus"
        began = time.monotonic()
        self.finish(folder / "undisturbed")
        self.seconds = time.monotonic() - began
        self.expected = contents(folder / "undisturbed")
        rows = sum(name.startswith("part-") for name in self.expected)
        print(f"undisturbed: {articles} articles, {rows} shards, {self.seconds:.1f} s")

    def start(self, out: Path) -> subprocess.Popen[bytes]:
        """Start the command in a process group of its own."""
        options = ["--workers", "2", "--shard-size", "0.06", "--format", self.form]
        command = [sys.executable, "-m", "newskit", "run", str(self.corpus), "-o", str(out), *options]
        return subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True)

    def finish(self, out: Path) -> tuple[int, str]:
        """Run the command to its end; returns its exit status and what it said."""
        process = self.start(out)
        _, told = process.communicate()
        return process.returncode, told.decode()

    def kill(self, kills: int, moments: random.Random) -> None:
        """Kill and start again until there were enough kills, then compare."""
        killed, runs, again = {"parent": 0, "worker": 0, "all": 0}, 0, 0
        out = self.folder / "disturbed"
        before: State = {}
        while sum(killed.values()) < kills:
            gone = self.send_away(moments) if (out / "_inputs.ndjson").exists() else []
            process = self.start(out)
            time.sleep(moments.uniform(0.2, max(self.seconds * 0.6, 1)))
            how = min(killed, key=lambda name: killed[name])
            killed[how] += self.strike(process, how)
            process.wait()
            for path in gone:
                (self.folder / path.name).rename(path)
            after = state(out) if out.exists() else {}
            # Of a shard that lacked an input the rows are written again, with those that were lacking.
            again += sum(after.get(name) != seen for name, seen in before.items() if not self.away)
            before = after
            if process.returncode in (0, 1):
                self.compare(out)
                runs += 1
                shutil.rmtree(out)
                before = {}
        self.finish(out)
        self.compare(out)
        print(f"{sum(killed.values())} kills ({killed}), {runs + 1} runs brought to their end, every byte equal")
        print(f"finished files written again: {again}")
        if again:
            sys.exit(1)

    def send_away(self, moments: random.Random) -> list[Path]:
        """Move a quarter of the files out of the corpus, if that is asked for; returns where they were."""
        files = sorted(self.corpus.iterdir()) if self.away else []
        gone = moments.sample(files, len(files) // 4)
        for path in gone:
            path.rename(self.folder / path.name)
        return gone

    @staticmethod
    def strike(process: subprocess.Popen[bytes], how: str) -> bool:
        """Kill, and tell whether there was something to kill."""
        workers = children(process.pid)
        if process.poll() is not None or (how == "worker" and not workers):
            process.wait()
            return False
        if how == "parent":
            os.kill(process.pid, signal.SIGKILL)
        elif how == "worker":
            os.kill(workers[0], signal.SIGKILL)
        else:
            os.killpg(process.pid, signal.SIGKILL)
        return True

    def fill_disk(self, folder: Path) -> None:
        """Run on a disk with ever more room, then with enough, and compare."""
        out, ballast = folder / "out", folder / "ballast"
        room = shutil.disk_usage(folder).free
        whole = sum(path.stat().st_size for path in (self.folder / "undisturbed").rglob("*") if path.is_file())
        for left in (0.05, 0.3, 0.6, 0.9):
            ballast.write_bytes(b"\0" * (room - int(whole * left)))
            status, told = self.finish(out)
            print(f"room for {left:.0%} of the rows: exit status {status}, {told.strip().splitlines()[-1]}")
            if status != UNFINISHED:
                sys.exit(1)
            ballast.unlink()
        self.finish(out)
        self.compare(out)
        print("with room again: every byte equal")

    def compare(self, out: Path) -> None:
        """End where a file is not what the undisturbed run made of it."""
        found = contents(out)
        if found != self.expected:
            differing = sorted({name for name, _ in found.items() ^ self.expected.items()})
            sys.exit(f"these files differ: {', '.join(differing)}")


if __name__ == "__main__":
    main()
