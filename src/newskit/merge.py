"""One layer from several makers: duplicates dropped, overlaps decided, by a rule that knows no order of install."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from newskit.kinds import Span, anchor


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


_Placed = tuple[tuple[int, int], tuple[Span, ...], object]
"""An annotation's place in the order of the text, the spans where it lies, and itself."""


def _placed(annotation: object) -> _Placed:
    spans = anchor(annotation)
    return (spans[0].start, -spans[-1].end) if spans else (-1, 0), spans, annotation


_place = itemgetter(0)


def _once(placed: Iterable[_Placed]) -> Iterator[object]:
    """Yield annotations in order, equal ones once; only those of one place can be equal, so only they are compared."""
    for _, group in groupby(placed, key=_place):
        here = [annotation for _, _, annotation in group]
        yield from here if len(here) == 1 else _distinct(here)


def _distinct(annotations: list[object]) -> Iterable[object]:
    try:
        return dict.fromkeys(annotations)
    except TypeError:  # a plugin's kind may hold what has no hash
        return [each for place, each in enumerate(annotations) if each not in annotations[:place]]


def merge(outputs: Mapping[str, Sequence[object]], prefer: Sequence[str] = ()) -> tuple[object, ...]:
    """Unite what several extractors made of one kind.

    ``outputs`` is keyed by qualified name. What one maker gives is kept, equal annotations once. Of two makers the
    preferred one comes first: the one that ``prefer`` names earlier, by plugin or qualified name, else the one whose
    name sorts first; what overlaps an annotation of a preferred maker is left out. An annotation lies where the spans
    of its first field with spans lie. The result is in the order of the text, a wider annotation before one inside it.
    """
    rank = {name: place for place, name in reversed(list(enumerate(prefer)))}

    def order(maker: str) -> tuple[int, str]:
        plugin = maker.rpartition(".")[0]
        return min(rank.get(maker, len(rank)), rank.get(plugin, len(rank))), maker

    kept: list[_Placed] = []
    taken = _Taken()
    for maker in sorted(outputs, key=order):
        new = [each for each in map(_placed, outputs[maker]) if not taken.meets(each[1])]
        if len(outputs) > 1:
            taken.add(span for _, spans, _ in new for span in spans)
        kept += new
    return tuple(_once(sorted(kept, key=_place)))
