"""Floors under the accuracy: pinned with the checksum of the gold they were measured on, never lowered unasked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import cast

import orjson
from attrs import frozen

from newskit.bench.annotated import LAYERS, Annotated, Layer
from newskit.bench.corpora import checksum, read_gold
from newskit.bench.scoring import HEADLINES, evaluate
from newskit.errors import InputError, reason
from newskit.formats.json import loads
from newskit.paths import is_there

SLACK = 0.3
"""Points of F1 between a score and the floor put under it, so that a rule may trade an answer or two."""
Predict = Callable[[Annotated], Annotated]


@frozen
class Pinned:
    """The floors of one layer on one gold, whose path counts from the folder of the golds."""

    layer: Layer
    path: str
    sha256: str
    floors: Mapping[str, float]


@frozen
class Finding:
    """A floor held against a score, both F1 in per cent; ``score`` is None where the gold is not the pinned one."""

    pinned: Pinned
    measure: str
    floor: float
    score: float | None

    @property
    def holds(self) -> bool:
        """Whether the score is at least the floor."""
        return self.score is not None and self.score >= self.floor


def read_ratchet(path: Path) -> tuple[Pinned, ...]:
    """Read a file of floors. Raises ``InputError`` that names the file and the field."""
    try:
        listed = loads(path.read_bytes())
    except OSError as exc:
        raise InputError(f"cannot be read: {reason(exc)}", path=str(path)) from None
    except InputError as exc:
        raise exc.located(path=str(path)) from None
    if not isinstance(listed, list):
        raise InputError("expected a list", path=str(path))
    pinned = []
    for place, each in enumerate(listed):
        try:
            pinned.append(_pinned(each))
        except (KeyError, TypeError, ValueError) as exc:
            raise InputError(f"no pinned gold: {exc}", path=str(path), field=f"[{place}]") from None
    return tuple(pinned)


def _pinned(record: Mapping[str, object]) -> Pinned:
    layer, floors = record["layer"], cast("Mapping[str, float]", record["floors"])
    if layer not in LAYERS:
        raise ValueError(f"expected one of {', '.join(LAYERS)}, got {layer!r}")
    known = HEADLINES[layer]
    if unknown := [name for name in floors if name not in known]:
        raise ValueError(f"no measure is named {unknown[0]!r}; there are {', '.join(known)}")
    return Pinned(
        layer,
        str(record["path"]),
        str(record["sha256"]),
        {name: float(value) for name, value in floors.items()},
    )


def write_ratchet(path: Path, pinned: tuple[Pinned, ...]) -> None:
    """Write a file of floors."""
    listed = [
        {"layer": each.layer, "path": each.path, "sha256": each.sha256, "floors": dict(each.floors)} for each in pinned
    ]
    path.write_bytes(orjson.dumps(listed, option=orjson.OPT_INDENT_2) + b"\n")


def check(pinned: Pinned, folder: Path, predict: Predict, *, changed: bool = False) -> Iterator[Finding]:
    """Hold the floors of a gold against the scores of now; with ``changed`` a changed gold is measured all the same."""
    gold = folder / pinned.path
    if not changed and checksum_of(gold) != pinned.sha256:
        yield from (Finding(pinned, name, floor, None) for name, floor in pinned.floors.items())
        return
    sums = evaluate(pinned.layer, read_gold(gold), predict).sums
    for name, floor in pinned.floors.items():
        yield Finding(pinned, name, floor, sums[name].to_dict()["F"])


def checksum_of(path: Path) -> str:
    """Return the SHA-256 of a gold. Raises ``InputError`` where there is none."""
    if not is_there(path):
        raise InputError("no such gold", path=str(path))
    return checksum(path)


def repinned(pinned: Pinned, findings: list[Finding], sha256: str, *, lower: bool) -> Pinned:
    """Return the floors moved to the scores less the slack: upwards only, unless they may be lowered."""
    floors = dict(pinned.floors)
    for finding in findings:
        if finding.score is not None:
            beneath = round(max(0.0, finding.score - SLACK), 1)
            floors[finding.measure] = beneath if lower else max(beneath, finding.floor)
    return Pinned(pinned.layer, pinned.path, sha256, floors)
