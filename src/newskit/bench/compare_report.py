"""Changes as a table of counts and as lines to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import orjson
from rich.console import Group, RenderableType
from rich.text import Text

from newskit.bench.compare import Change
from newskit.bench.report import table
from newskit.formats.text import printable

_MOST_CHARACTERS = 90


def change_table(changes: Sequence[Change], articles: int) -> RenderableType:
    """Return how many changes there are of each sort in each layer."""
    counts = Counter((change.layer, sort) for change in changes for sort in change.sorts)
    made = table("LAYER", "CHANGE", "ANNOTATIONS", "ARTICLES", left=2)
    for layer, sort in sorted(counts, key=lambda key: (key[0], -counts[key], key[1])):
        among = {change.id for change in changes if change.layer == layer and sort in change.sorts}
        made.add_row(layer, sort, str(counts[layer, sort]), str(len(among)))
    changed = len({change.id for change in changes})
    summary = Text(f"{len(changes)} changed annotations in {changed} of {articles} articles")
    return Group(made, Text(), summary) if changes else summary


def change_listing(changes: Sequence[Change], most: int | None) -> str:
    """Return a line for each change, by layer and sort; at most ``most`` of each sort."""
    groups: dict[tuple[str, tuple[str, ...]], list[Change]] = {}
    for change in changes:
        groups.setdefault((change.layer, change.sorts), []).append(change)
    lines = []
    for (layer, sorts), group in sorted(groups.items()):
        lines.append(f"\n{layer}, {', '.join(sorts)}: {len(group)}")
        lines += (f"  {_line(change)}" for change in group[:most])
        if most is not None and len(group) > most:
            lines.append(f"  … and {len(group) - most} more")
    return "\n".join(lines) + "\n" if lines else ""


def _line(change: Change) -> str:
    fields = "; ".join(f"{name} {_shown(old)} → {_shown(new)}" for name, (old, new) in change.fields.items())
    return printable(f"{change.id}:{change.start} “{_cut(change.words)}” {fields}").rstrip()


def _shown(value: object) -> str:
    if isinstance(value, dict) and "text" in value:
        return f"“{_cut(str(value['text']))}”"
    if isinstance(value, list) and value and all(isinstance(each, dict) and "text" in each for each in value):
        return f"“{_cut(' … '.join(str(each['text']) for each in value))}”"
    return _cut(value if isinstance(value, str) else orjson.dumps(value).decode())


def _cut(text: str) -> str:
    flat, half = " ".join(text.split()), _MOST_CHARACTERS // 2
    return flat if len(flat) <= _MOST_CHARACTERS else f"{flat[:half]} […] {flat[-half:]}"
