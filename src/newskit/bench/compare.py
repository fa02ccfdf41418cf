"""Two answers to the same articles compared: every annotation that changed, classed by how.

Works on the records of newskit's JSON, so that any version and the layers of any plugin can be compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import orjson
from attrs import frozen

from newskit.bench.annotated import Range
from newskit.bench.tally import one_to_one
from newskit.errors import InputError
from newskit.formats.records import Record
from newskit.layers import ARTICLE_FIELDS

_NOT_LAYERS = frozenset(("given_parts", "failures", *ARTICLE_FIELDS))
_REFERENCES: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "quotes": {"speaker": ("entities", "name"), "said_on": ("dates", "value")},
    "titles": {"entity": ("entities", "name")},
    "entities": {"titles": ("titles", "text")},
}
"""Fields that hold a position in another array: the array, and what stands for its item, whose position may change."""
_ANCHORS = ("content", "mentions")
_LABELS = ("kind", "type", "label")
_PLACES = ("start", "end", "text", *_ANCHORS)
Item = Mapping[str, Any]


@frozen
class Change:
    """An annotation that is not the same on both sides.

    ``sorts`` holds ``added``, ``lost``, or what changed: ``moved`` for its place, ``relabelled`` for its kind, and the
    names of other fields. ``fields`` has the values before and after by field.
    """

    id: str
    layer: str
    sorts: tuple[str, ...]
    start: int
    words: str
    fields: Mapping[str, tuple[object, object]]


def compare(
    before: Mapping[str, Record], after: Mapping[str, Record], *, ignore: Sequence[str] = ()
) -> Iterator[Change]:
    """Yield the changes of all articles that both sides have, by id; ``ignore`` names fields that do not count.

    Raises ``InputError`` where the two are on different texts.
    """
    for article, old in before.items():
        new = after.get(article)
        if new is None:
            continue
        if old.get("text") != new.get("text"):
            raise InputError(f"{article}: the two sides are on different texts", field="text")
        for layer in _layers(old, new):
            yield from sorted(_changes(article, layer, old, new, frozenset(ignore)), key=lambda change: change.start)


def _layers(old: Record, new: Record) -> list[str]:
    return [
        name
        for name in dict.fromkeys((*old, *new))
        if name not in _NOT_LAYERS and isinstance(old.get(name, []), list) and isinstance(new.get(name, []), list)
    ]


def _changes(article: str, layer: str, old: Record, new: Record, ignore: frozenset[str]) -> Iterator[Change]:
    lost = [_resolved(layer, item, old, ignore) for item in old.get(layer, [])]
    added = [_resolved(layer, item, new, ignore) for item in new.get(layer, [])]
    lost, added = _without_equals(lost, added)
    for one, other in _paired(lost, added):
        fields = {
            name: (one.get(name), other.get(name))
            for name in dict.fromkeys((*one, *other))
            if one.get(name) != other.get(name)
        }
        sorts = ["moved"] if _anchor(one) != _anchor(other) else []
        sorts += ["relabelled"] if any(name in _LABELS for name in fields) else []
        sorts += [name for name in fields if name not in (*_PLACES, *_LABELS)]
        # A text that is cut or named differently at the same place is told by the fields that say so.
        yield _change(article, layer, tuple(sorts) or ("text",), one, fields)
    for sort, items in (("lost", lost), ("added", added)):
        yield from (_change(article, layer, (sort,), item, {}) for item in items)


def _resolved(layer: str, item: Item, record: Record, ignore: frozenset[str]) -> Item:
    """Return an item with the names of what it refers to in place of positions."""
    if not isinstance(item, dict):
        return {"value": item}
    seen: dict[str, Any] = {name: value for name, value in item.items() if name not in ignore}
    for name, (array, shown) in _REFERENCES.get(layer, {}).items():
        value = seen.get(name)
        if isinstance(value, list):
            seen[name] = [record[array][each].get(shown) for each in value]
        elif isinstance(value, int):
            seen[name] = record[array][value].get(shown)
    return seen


def _without_equals(lost: list[Item], added: list[Item]) -> tuple[list[Item], list[Item]]:
    keys = [[orjson.dumps(item, option=orjson.OPT_SORT_KEYS) for item in side] for side in (lost, added)]
    common = Counter(keys[0]) & Counter(keys[1])
    left: list[list[Item]] = []
    for side, of_side in zip((lost, added), keys, strict=True):
        still = common.copy()
        kept = []
        for item, key in zip(side, of_side, strict=True):
            if still[key]:
                still[key] -= 1
            else:
                kept.append(item)
        left.append(kept)
    return left[0], left[1]


def _paired(lost: list[Item], added: list[Item]) -> Iterator[tuple[Item, Item]]:
    """Take out of both lists what overlaps, the closest first."""
    close = sorted(
        (-_closeness(one, other), i, j)
        for i, one in enumerate(lost)
        for j, other in enumerate(added)
        if _closeness(one, other)
    )
    places = [(i, j) for _, i, j in one_to_one(close)]
    pairs = [(lost[i], added[j]) for i, j in places]
    for side, gone in ((lost, {i for i, _ in places}), (added, {j for _, j in places})):
        side[:] = [item for place, item in enumerate(side) if place not in gone]
    yield from pairs


def _anchor(item: Item) -> tuple[Range, ...]:
    """Return the places of an annotation: its own span, its content, its mentions."""
    if "start" in item:
        return ((item["start"], item["end"]),)
    spans = next((item[name] for name in _ANCHORS if item.get(name)), ())
    return tuple((span["start"], span["end"]) for span in spans)


def _closeness(one: Item, other: Item) -> float:
    """Return the intersection over union of two annotations' places."""
    mine = {place for span in _anchor(one) for place in range(*span)}
    theirs = {place for span in _anchor(other) for place in range(*span)}
    shared = len(mine & theirs)
    return shared / len(mine | theirs) if shared else 0.0


def _change(
    article: str, layer: str, sorts: tuple[str, ...], item: Item, fields: Mapping[str, tuple[object, object]]
) -> Change:
    anchor = _anchor(item)
    words = item.get("text") or item.get("name") or _content(item)
    return Change(article, layer, sorts, anchor[0][0] if anchor else 0, str(words), fields)


def _content(item: Item) -> str:
    return " … ".join(span.get("text", "") for span in item.get("content", ()))
