"""Doubling ratios: how much longer the kit takes on twice as much hostile text of each kind.

Run with ``python benchmarks/hostile.py [--size CHARACTERS] [--kind KIND]``. A linear program has a ratio of about 2;
beside it stands which extractor, or the shared ground, took most of the longer run. The tests count steps instead
(``tests/cases/test_linear.py``); the clock also sees what one step in C takes, a pattern's search or a slice.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator, Sequence

import newskit
from newskit.testing import HOSTILE, hostile_text
from newskit.text import Ground

SUSPECT = 2.6
_ROUNDS = 4
_GROUND = ("paragraphs", "tokens", "sentences", "quotations")


def _seconds(call: Callable[[], object]) -> float:
    start = time.process_time()  # not the clock on the wall: what else the machine does would show as a ratio
    call()
    return time.process_time() - start


def _stages(kit: newskit.Kit, text: str) -> Iterator[tuple[str, float]]:
    """Yield each stage of the extraction of one text and its seconds, the shared ground first."""
    article = newskit.Article(text)
    ground = Ground(text)
    for name in _GROUND:
        yield name, _seconds(lambda name=name: getattr(ground, name))  # type: ignore[misc]  # the name is bound now
    layers: dict[type, tuple[object, ...]] = {}
    for step in kit.plan:
        made: list[object] = []
        for maker in step.makers:
            doc = newskit.Doc(article, ground, layers, maker)
            yield maker.qualified_name, _seconds(lambda: made.extend(maker(doc)))  # noqa: B023 - called at once
        layers[step.kind] = tuple(made)


def _fastest(kit: newskit.Kit, texts: Sequence[str]) -> list[dict[str, float]]:
    """Return the seconds of each stage on each text, the least of some rounds that take the texts in turn."""
    rounds = [[dict(_stages(kit, text)) for text in texts] for _ in range(_ROUNDS)]
    return [{stage: min(run[stage] for run in runs) for stage in runs[0]} for runs in zip(*rounds, strict=True)]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=20_000)
    parser.add_argument("--kind", choices=list(HOSTILE), action="append")
    options = parser.parse_args()
    kit = newskit.Kit()
    kit.extract("Warm-up. “So,” said Jane Roe on Monday.")
    print(f"{'kind':<24}{'ms':>9}{'ratio':>7}  slowest stage (ratio)")
    for kind in options.kind or HOSTILE:
        short, long = _fastest(kit, [hostile_text(kind, size) for size in (options.size, 2 * options.size)])
        ratio = sum(long.values()) / sum(short.values())
        slowest = sorted(long, key=lambda stage: -long[stage])[:2]
        blame = ", ".join(
            f"{stage} {long[stage] * 1e3:.1f} ms ({long[stage] / (short[stage] or 1e-9):.1f})" for stage in slowest
        )
        mark = " !" if ratio > SUSPECT else ""
        print(f"{kind:<24}{sum(long.values()) * 1e3:>9.1f}{ratio:>7.2f}  {blame}{mark}", flush=True)


if __name__ == "__main__":
    main()
