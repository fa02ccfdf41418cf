"""One layer from several makers: duplicates dropped, overlaps decided, by a rule that knows no order of install."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, islice
from operator import itemgetter, lt
from typing import Any

import attrs

from newskit.kinds import Span
from newskit.leaves import anchor, spans_of


class _Taken:
    """The stretches of text that preferred makers have taken, disjoint and in order."""

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []

    def meets(self, spans: Iterable[Span]) -> bool:
        return any(self._meets(span) for span in spans)

    def _meets(self, span: Span) -> bool:
        position = bisect_right(self.starts, span.start)
        if position and self.ends[position - 1] > span.start:
            return True
        return position < len(self.starts) and self.starts[position] < span.end

    def add(self, spans: Iterable[Span]) -> None:
        stretches = sorted([*zip(self.starts, self.ends, strict=True), *((span.start, span.end) for span in spans)])
        self.starts, self.ends = [], []
        for start, end in stretches:
            if self.ends and start < self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            else:
                self.starts.append(start)
                self.ends.append(end)


_Place = tuple[int, int]
"""A place in the order of the text: where the first span starts and, negative, where the last one ends."""


def _place(annotation: object) -> _Place:
    spans = anchor(annotation)
    return (spans[0].start, -spans[-1].end) if spans else (-1, 0)


def _left(annotation: object, taken: _Taken) -> object | None:
    """Return what of an annotation overlaps nothing that is taken: itself, itself with fewer items, or nothing."""
    if not taken.meets(anchor(annotation)):
        return annotation
    whole: Any = annotation  # an instance of some attrs class
    rest: dict[str, tuple[object, ...]] = {}
    for name in getattr(type(annotation), "severable", ()):
        items = getattr(annotation, name)
        rest[name] = tuple(item for item in items if not taken.meets(spans_of(item)))
        if items and not any(rest.values()):  # nothing left of what places it
            return None
    fewer: object = attrs.evolve(whole, **rest) if rest else None
    return fewer


def _in_order(annotations: Sequence[object]) -> tuple[object, ...]:
    """Put annotations in the order of the text, equal ones once; only those of one place can be equal."""
    if len(annotations) <= 1:
        return tuple(annotations)
    places = list(map(_place, annotations))
    if all(map(lt, places, islice(places, 1, None))):  # as most makers give them
        return tuple(annotations)
    placed = sorted(zip(places, annotations, strict=True), key=itemgetter(0))
    return tuple(each for _, group in groupby(placed, key=itemgetter(0)) for each in _once([each for _, each in group]))


def _once(annotations: list[object]) -> Iterable[object]:
    if len(annotations) == 1:
        return annotations
    try:
        return dict.fromkeys(annotations)
    except TypeError:  # a plugin's kind may hold what has no hash
        return [each for place, each in enumerate(annotations) if each not in annotations[:place]]


def merge(outputs: Mapping[str, Sequence[object]], prefer: Sequence[str] = ()) -> tuple[object, ...]:
    """Unite what several extractors made of one kind.

    ``outputs`` is keyed by qualified name. What one maker gives is kept, equal annotations once. Of two makers the
    preferred one comes first: the one that ``prefer`` names earlier, by plugin or qualified name, else the one whose
    name sorts first; what overlaps an annotation of a preferred maker is left out. An annotation lies where the spans
    of its first field with spans lie; one whose kind names ``severable`` fields loses those of their items that
    overlap, and is left out where none remains. The result is in the order of the text, a wider annotation before one
    inside it.
    """
    if len(outputs) == 1:
        return _in_order(*outputs.values())
    rank = {name: place for place, name in reversed(list(enumerate(prefer)))}

    def order(maker: str) -> tuple[int, str]:
        plugin = maker.rpartition(".")[0]
        return min(rank.get(maker, len(rank)), rank.get(plugin, len(rank))), maker

    kept: list[object] = []
    taken = _Taken()
    for maker in sorted(outputs, key=order):
        new = [left for each in outputs[maker] if (left := _left(each, taken)) is not None]
        taken.add(span for each in new for span in anchor(each))
        kept += new
    return _in_order(kept)
