"""One layer from several makers: duplicates dropped, overlaps decided, by a rule that knows no order of install."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, islice
from operator import attrgetter, is_, itemgetter, lt
from typing import Any, Literal

import attrs
from attrs import define

from newskit.document import Dropped, Revised
from newskit.extractor import Extractor
from newskit.layers import layer_of
from newskit.leaves import anchor, leaves, spans_of
from newskit.spans import Span


@define
class _Stretch:
    """Text that preferred makers have taken without a gap: the spans of their annotations, each with its maker."""

    start: int
    end: int
    held: list[tuple[Span, str]]


class _Taken:
    """The stretches of text that preferred makers have taken, disjoint and in order."""

    def __init__(self) -> None:
        self.stretches: list[_Stretch] = []
        self.starts: list[int] = []

    def meets(self, spans: Iterable[Span]) -> bool:
        return any(self.stretch_at(span) is not None for span in spans)

    def stretch_at(self, span: Span) -> _Stretch | None:
        """Return the first stretch that a span overlaps."""
        position = bisect_right(self.starts, span.start)
        if position and self.stretches[position - 1].end > span.start:
            return self.stretches[position - 1]
        if position < len(self.starts) and self.starts[position] < span.end:
            return self.stretches[position]
        return None

    def in_the_way(self, spans: Iterable[Span]) -> str:
        """Return the maker of what the first of some spans to overlap any overlaps; rather what it crosses."""
        for span in spans:
            stretch = self.stretch_at(span)
            met = [each for each in stretch.held if each[0].overlaps(span)] if stretch else []
            crossed = (maker for held, maker in met if not held.start <= span.start < span.end <= held.end)
            if met:
                return next(crossed, met[0][1])
        return ""

    def add(self, spans: Iterable[Span], maker: str) -> None:
        new = [_Stretch(span.start, span.end, [(span, maker)]) for span in spans]
        stretches = sorted([*self.stretches, *new], key=attrgetter("start", "end"))
        self.stretches = []
        for each in stretches:
            last = self.stretches[-1] if self.stretches else None
            if last and each.start < last.end:
                last.end = max(last.end, each.end)
                last.held += each.held
            else:
                self.stretches.append(each)
        self.starts = [each.start for each in self.stretches]


_Change = Literal["dropped", "changed", "added"]
_Place = tuple[int, int]
"""A place in the order of the text: where the first span starts and, negative, where the last one ends."""


def _place(annotation: object) -> _Place:
    spans = anchor(annotation)
    return (spans[0].start, -spans[-1].end) if spans else (-1, 0)


def _left(annotation: object, taken: _Taken) -> object | None:
    """Return what of an annotation overlaps nothing that is taken: itself, itself with fewer items, or nothing."""
    if not taken.meets(anchor(annotation)) or _is_nested(annotation, taken):
        return annotation
    whole: Any = annotation  # an instance of some attrs class
    rest: dict[str, tuple[object, ...]] = {}
    for name in _severable(annotation):
        items = getattr(annotation, name)
        rest[name] = tuple(item for item in items if not taken.meets(spans_of(item)))
        if items and not any(rest.values()):  # nothing left of what places it
            return None
    fewer: object = attrs.evolve(whole, **rest) if rest else None
    return fewer


def _severable(annotation: object) -> tuple[str, ...]:
    return getattr(type(annotation), "severable", ())


def _is_nested(annotation: object, taken: _Taken) -> bool:
    """Tell whether an annotation that may nest lies within each of the taken spans that it overlaps."""
    if not getattr(type(annotation), "nests", False):
        return False
    spans = [leaf for leaf in leaves(annotation) if isinstance(leaf, Span)]
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    stretches = {id(each): each for span in spans if (each := taken.stretch_at(span))}
    around = [held for each in stretches.values() for held, _ in each.held if held.start < last and first < held.end]
    return all(_is_within(first, last, anchor(annotation), each) for each in around)


def _is_within(first: int, last: int, content: Sequence[Span], outer: Span) -> bool:
    """Tell whether a stretch lies within a span that has words besides the content; marks and spaces are none."""
    if not outer.start <= first < last <= outer.end:
        return False
    rest = outer.text[: content[0].start - outer.start] + outer.text[content[-1].end - outer.start :]
    return any(map(str.isalnum, rest))


def _lost(annotation: object, left: object | None, taken: _Taken, maker: str) -> Dropped:
    """Say what became of an annotation of which not all is left."""
    spans = anchor(annotation)
    if left is not None:
        items = (item for name in _severable(annotation) for item in getattr(annotation, name))
        spans = tuple(span for item in items for span in spans_of(item) if taken.meets([span]))
    return Dropped(layer_of(type(annotation)), maker, taken.in_the_way(spans), spans, whole=left is None)


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


def merge(outputs: Mapping[str, Sequence[object]], dropped: list[Dropped] | None = None) -> tuple[object, ...]:
    """Unite what several extractors made of one kind.

    ``outputs`` is keyed by qualified name, those makers first that go before, as a plan has them. What one maker gives
    is kept, equal annotations once; what overlaps an annotation of one before it is left out. An annotation lies where
    the spans of its first field with spans lie; one whose kind names ``severable`` fields loses those of their items
    that overlap, and is left out where none remains; one whose kind ``nests`` is kept where all its spans lie within
    one span of the other annotation that has other words too. The result is in the order of the text, a wider
    annotation before one inside it. What is lost, but for annotations that equal a kept one, is added to ``dropped``.
    """
    if len(outputs) == 1:
        return _in_order(*outputs.values())
    kept: list[object] = []
    lost: list[tuple[object, Dropped]] = []
    taken = _Taken()
    for maker, made in outputs.items():
        new: list[object] = []
        for each in made:
            left = _left(each, taken)
            if left is not each:
                lost.append((each, _lost(each, left, taken, maker)))
            if left is not None:
                new.append(left)
        taken.add((span for each in new for span in anchor(each)), maker)
        kept += new
    united = _in_order(kept)
    if dropped is not None:
        dropped += _not_among(lost, united)
    return united


def _not_among(lost: Sequence[tuple[object, Dropped]], united: Sequence[object]) -> Iterable[Dropped]:
    """Yield what was lost but for what equals an annotation that is there."""
    there: dict[_Place, list[object]] = {}
    if lost:
        for each in united:
            there.setdefault(_place(each), []).append(each)
    for each, what in lost:
        if each not in there.get(_place(each), ()):
            yield what


def changes(before: Sequence[object], after: Sequence[object], reviser: Extractor) -> list[Revised]:
    """Return what a reviser did to a kind, in the order of the text: what it dropped, changed and added."""
    if len(before) == len(after) and all(map(is_, before, after)):
        return []
    kept = set(map(id, before)) & set(map(id, after))
    gone: dict[_Place, list[object]] = {}
    for each in before:
        if id(each) not in kept:
            gone.setdefault(_place(each), []).append(each)
    found: list[tuple[_Place, _Change, object]] = []
    for each in after:
        place = _place(each)
        if id(each) not in kept:
            old = gone[place].pop(0) if gone.get(place) else None
            if old is None or old != each:
                found.append((place, "added" if old is None else "changed", each))
    found += [(place, "dropped", each) for place, left in gone.items() for each in left]
    layer, name = layer_of(reviser.makes), reviser.qualified_name
    return [Revised(layer, name, change, anchor(each)) for _, change, each in sorted(found, key=itemgetter(0))]
