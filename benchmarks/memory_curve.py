"""Run newskit over a corpus repeated, and draw the memory of its processes against the articles done.

``python benchmarks/memory_curve.py CORPUS... --times 47 --plugins newskit_structure --out FOLDER --name million``
writes ``memory_million.csv`` and, with matplotlib installed, ``memory_million.svg`` beside this script. The rows in
FOLDER are left for you to look at. Memory is the resident set of the parent and of each worker, as Linux tells it.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import os
import threading
import time
from pathlib import Path

from newskit.corpus import Job, Progress

HERE = Path(__file__).parent
MIB = 1024 * 1024
Sample = tuple[float, int, int, int]


class Sampler(threading.Thread):
    """Take the memory of this process and its workers every few seconds."""

    def __init__(self, every: float) -> None:
        super().__init__(daemon=True)
        self.every, self.articles, self.samples = every, 0, list[Sample]()
        self.began = time.monotonic()
        self.over = threading.Event()

    def run(self) -> None:
        """Sample until it is over."""
        while not self.over.wait(self.every):
            workers = [resident(pid) for pid in children(os.getpid())]
            taken = time.monotonic() - self.began, self.articles, resident(os.getpid()), max(workers, default=0)
            self.samples.append(taken)

    def heard(self, progress: Progress) -> None:
        """Note how many articles are done."""
        self.articles = progress.summary.tally.articles


def resident(pid: int) -> int:
    """Return the bytes that a process holds in memory."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def children(pid: int) -> list[int]:
    """Return the processes that any thread of a process has started."""
    found = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for each in found for child in each.read_text().split()]


def draw(samples: list[Sample], path: Path, title: str) -> None:
    """Draw the samples as a picture."""
    import matplotlib as mpl  # noqa: PLC0415 - only where it is installed

    mpl.use("svg")
    import matplotlib.pyplot as plt  # noqa: PLC0415 - likewise

    mpl.rcParams["svg.hashsalt"] = "newskit"
    figure, axes = plt.subplots(figsize=(7, 3))
    articles = [sample[1] / 1000 for sample in samples]
    axes.plot(articles, [sample[3] / MIB for sample in samples], label="the larger worker", linewidth=1)
    axes.plot(articles, [sample[2] / MIB for sample in samples], label="the parent", linewidth=1)
    axes.set(xlabel="articles done, in thousands", ylabel="resident memory, MiB", title=title, ylim=(0, None))
    axes.legend(loc="lower right")
    axes.grid(alpha=0.3)
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})


def main() -> None:
    """Run, sample, write, draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="+")
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--plugins")
    parser.add_argument("--format", default="jsonl")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--every", type=float, default=2.0)
    parser.add_argument("--seconds", type=float, help="stop after this time")
    parser.add_argument("--out", required=True)
    parser.add_argument("--name", required=True)
    given = parser.parse_args()
    plugins = given.plugins.split(",") if given.plugins else None
    job = Job(inputs=given.corpus * given.times, out=given.out, format=given.format, plugins=plugins)
    sampler = Sampler(given.every)
    sampler.start()

    def heard(progress: Progress) -> None:
        sampler.heard(progress)
        if given.seconds and time.monotonic() - sampler.began > given.seconds:
            raise KeyboardInterrupt

    try:
        job.run(workers=given.workers, on_progress=heard)
    except KeyboardInterrupt:
        print("stopped")
    sampler.over.set()
    sampler.join()
    took = time.monotonic() - sampler.began
    peaks = [max(sample[place] for sample in sampler.samples) / MIB for place in (2, 3)]
    print(f"{sampler.articles:,} articles in {took:,.0f} s; peak: parent {peaks[0]:.0f}, worker {peaks[1]:.0f} MiB")
    with (HERE / f"memory_{given.name}.csv").open("w", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["seconds", "articles", "parent_bytes", "worker_bytes"])
        rows.writerows([round(seconds, 1), *rest] for seconds, *rest in sampler.samples)
    if importlib.util.find_spec("matplotlib"):
        what = given.plugins or "the whole kit"
        title = f"{sampler.articles:,} articles, {what}, {given.workers} workers"
        draw(sampler.samples, HERE / f"memory_{given.name}.svg", title)


if __name__ == "__main__":
    main()
