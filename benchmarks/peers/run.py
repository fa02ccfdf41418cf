"""Run newskit and its peers side by side over one corpus, and print accuracy and speed.

usage: python benchmarks/peers/run.py LAYER CORPUS... [--every K] [--peers a,b] [--batch N] [--warm-up N]
                                      [--envs FOLDER] [--json FILE]

LAYER is quotes, dates or entities, scored as ``newskit bench score`` does; or speed, where nothing is scored. Each peer
runs in an environment of its own with the versions of peers.toml, made where it is missing. All get each batch in turn,
so that whatever else the machine does falls on all alike; seconds are processor time of the peer and its children.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import platform
import subprocess
import sys
import tomllib
import venv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import define, field

from newskit.bench.annotated import LAYERS, Annotated, Layer, annotated
from newskit.bench.corpora import checksum, read_corpus, read_gold, sample
from newskit.bench.scoring import evaluate
from newskit.bench.tally import bootstrap
from newskit.errors import NewskitError

HERE = Path(__file__).parent
SHOWN: Mapping[Layer, tuple[str, ...]] = {
    "quotes": ("char", "all.exact", "all.half", "all.attr", "direct.exact", "direct.attr"),
    "dates": ("strict", "relaxed", "value"),
    "entities": ("all.labelled", "person.labelled", "organization.labelled", "place.labelled"),
}


@define
class Peer:
    """A running driver and what it answered."""

    name: str
    process: subprocess.Popen[str]
    log: Path
    seconds: list[float] = field(factory=list)
    failed: list[str] = field(factory=list)
    found: dict[str, Annotated] = field(factory=dict)

    def ask(self, articles: Sequence[Annotated]) -> dict[str, Any]:
        """Send a batch and wait for the answer."""
        listed = [{"id": each.id, "text": each.text, "published": each.published} for each in articles]
        assert self.process.stdin
        assert self.process.stdout
        try:
            print(json.dumps({"articles": listed}), file=self.process.stdin, flush=True)
            answer = self.process.stdout.readline()
        except BrokenPipeError:
            answer = ""
        if not answer:
            sys.exit(f"{self.name}: its driver ended; {self.log} says why")
        parsed: dict[str, Any] = json.loads(answer)
        return parsed

    def take(self, articles: Sequence[Annotated]) -> None:
        """Send a batch and keep what comes back."""
        answer = self.ask(articles)
        self.seconds.append(answer["seconds"])
        self.failed += answer["failed"]
        for article, record in zip(articles, answer["documents"], strict=True):
            self.found[article.id] = annotated(record, text=article.text)


def start(name: str, peer: Mapping[str, Any], envs: Path) -> Peer:
    """Start a driver in its environment."""
    folder = envs / name
    envs.mkdir(parents=True, exist_ok=True)
    driver = HERE / "drivers" / peer["driver"]
    if "npm" in peer:
        if not (folder / "node_modules").exists():
            folder.mkdir(parents=True, exist_ok=True)
            command = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder), *peer["npm"]]
            subprocess.run(command, check=True, stdout=sys.stderr)
        command = ["node", str(driver), str(folder.resolve())]
    elif "pip" in peer:
        python = folder / "bin" / "python"
        if not python.exists():
            venv.create(folder, with_pip=True)
            subprocess.run(
                [str(python), "-m", "pip", "install", "--quiet", *peer["pip"]], check=True, stdout=sys.stderr
            )
        command = [str(python), str(driver)]
    else:
        command = [sys.executable, str(driver), *peer.get("arguments", ())]
    # One core each, and numpy free to choose its kernels by the processor.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("OPENBLAS_")}
    environment |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONHASHSEED": "0"}
    log = (envs / f"{name}.log").open("w", encoding="utf-8")
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=log,
        text=True,
        encoding="utf-8",
        env=environment,
        cwd=folder if folder.exists() else HERE,
    )
    return Peer(name, process, Path(log.name))


def read(layer: str, path: Path) -> list[Annotated]:
    """Return the articles of a corpus, without annotations where only speed is measured."""
    try:
        if layer not in LAYERS:
            read = read_corpus(path)
            return [Annotated(each.id, each.text, each.published and each.published.isoformat()) for each in read]
        golds = list(read_gold(path))
    except NewskitError as exc:
        sys.exit(str(exc))
    if lacking := [each.id for each in golds if getattr(each, layer) is None]:
        sys.exit(f"{lacking[0]}: the gold has no {layer}")
    return golds


def batches(articles: Sequence[Annotated], size: int) -> Iterator[Sequence[Annotated]]:
    """Cut the articles into batches."""
    yield from (articles[place : place + size] for place in range(0, len(articles), size))


def result(peer: Peer, yardsticks: Mapping[str, Peer], golds: Sequence[Annotated], layer: str) -> dict[str, Any]:
    """Return the figures of a peer: its rate, its time in that of others, its scores."""
    seconds = sum(peer.seconds)
    record: dict[str, Any] = {
        "seconds": round(seconds, 2),
        "characters_a_second": round(sum(len(each.text) for each in golds) / seconds),
        "articles_a_second": round(len(golds) / seconds, 1),
        "failed": len(peer.failed),
    }
    for name, other in yardsticks.items():
        rows = list(zip(peer.seconds, other.seconds, strict=True))
        low, high = bootstrap(rows, lambda sums: sums[0] / sums[1])
        record[f"times_{name}"] = [round(each, 2) for each in (seconds / sum(other.seconds), low, high)]
    if layer in LAYERS:
        evaluation = evaluate(layer, golds, lambda gold: peer.found.get(gold.id))  # type: ignore[arg-type]
        record["scores"] = evaluation.scores()
        record["f1"] = {name: evaluation.sums[name].to_dict()["F"] for name in SHOWN[layer]}  # type: ignore[index]
    return record


def table(results: Mapping[str, dict[str, Any]], layer: str) -> Iterator[str]:
    """Yield the lines of a Markdown table."""
    measures = SHOWN.get(layer, ())  # type: ignore[call-overload]
    columns = ("", *(f"{name} F" for name in measures), "characters/s", "bare passes", "newskit's time", "failed")
    yield f"| {' | '.join(columns)} |"
    yield f"|{'---|' * len(columns)}"
    for name, record in results.items():
        cells = [str(record.get("f1", {}).get(measure, "")) if record["scored"] else "–" for measure in measures]
        cells += [f"{record['characters_a_second']:,}"]
        for yardstick in ("bare", "newskit"):
            ratio, low, high = record.get(f"times_{yardstick}", (None, None, None))
            cells.append("" if ratio is None else f"{ratio:g} ({low:g} to {high:g})")
        yield f"| {' | '.join((name, *cells, str(record['failed'])))} |"


def caption(head: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines that say what was measured."""
    golds = ", ".join(
        f"{'/'.join(Path(path).parts[-2:])} (SHA-256 {digest[:12]}…)" for path, digest in head["corpora"].items()
    )
    yield f"{head['date']}: {head['articles']:,} articles, {head['characters']:,} characters, of {golds};"
    yield f"{head['warm_up']:,} others to warm up; CPython {head['python']}; " + ", ".join(
        " with ".join(packages) for packages in head["requirements"].values() if packages
    )


def main() -> None:
    """Run what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("layer", choices=[*LAYERS, "speed"])
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--every", type=int, default=1, help="take one article in K")
    parser.add_argument("--batch", type=int, default=20, help="articles a batch")
    parser.add_argument("--warm-up", type=int, default=5, help="other articles of each corpus that go before, untimed")
    parser.add_argument("--peers", help="names in peers.toml, beside newskit and the bare pass [default: all that fit]")
    parser.add_argument("--envs", type=Path, default=HERE / ".envs", help="where the environments are")
    parser.add_argument("--json", type=Path, help="write all figures there")
    options = parser.parse_args()
    known = tomllib.loads((HERE / "peers.toml").read_text(encoding="utf-8"))
    fitting = [name for name, peer in known.items() if options.layer in (*peer["layers"], "speed")]
    asked = options.peers.split(",") if options.peers else fitting
    names = dict.fromkeys(("bare", "newskit", *asked))
    if unknown := names.keys() - known.keys():
        sys.exit(f"no peer is named {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    samples = [sample(read(options.layer, path), options.every, options.warm_up) for path in options.corpora]
    golds = [each for taken, _ in samples for each in taken]
    peers = {name: start(name, known[name], options.envs) for name in names}
    for peer in peers.values():
        for _, others in samples:
            for batch in batches(others, options.batch):
                peer.ask(batch)
    for place, batch in enumerate(batches(golds, options.batch), start=1):
        for peer in peers.values():
            peer.take(batch)
        print(f"\rbatch {place}", end="", file=sys.stderr)
    print(file=sys.stderr)
    yardsticks = {name: peers[name] for name in ("bare", "newskit")}
    results = {}
    for name, peer in peers.items():
        scored = options.layer in known[name]["layers"]
        results[name] = {"scored": scored, **result(peer, yardsticks, golds, options.layer if scored else "")}
        peer.process.stdin.close()  # type: ignore[union-attr]
    head = {
        "date": dt.datetime.now(dt.UTC).date().isoformat(),
        "layer": options.layer,
        "corpora": {str(path): checksum(path) for path in options.corpora},
        "articles": len(golds),
        "characters": sum(len(each.text) for each in golds),
        "warm_up": sum(len(others) for _, others in samples),
        "python": platform.python_version(),
        "requirements": {name: known[name].get("pip") or known[name].get("npm") or [] for name in names},
    }
    print(*table(results, options.layer), "", *caption(head), sep="\n")
    if options.json:
        options.json.write_text(json.dumps({**head, "results": results}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
