"""What is inside annotations of other people's kinds: spans and annotations in lists, mappings and sets."""

from __future__ import annotations

from typing import Any, ClassVar

import attrs
import pytest

from newskit import Mention, Quote, Span
from newskit.leaves import anchor, leaves, spans_of

SPAN = Span(0, 2, "He")
OTHER = Span(3, 7, "said")


@attrs.define
class Bundle:
    """A kind of somebody else's, with lists."""

    layer: ClassVar[str] = "bundles"
    names: list[str]
    spans: list[Span]
    groups: list[tuple[list[Span], Mention]]
    quotes: list[Quote]


def test_leaves_in_lists_are_leaves_in_their_order() -> None:
    quote = Quote("direct", (OTHER,))
    bundle = Bundle(["a"], [OTHER, SPAN], [([SPAN, OTHER], Mention(OTHER)), ([], Mention(SPAN))], [quote])
    assert leaves(bundle) == [OTHER, SPAN, SPAN, OTHER, OTHER, SPAN, quote]


def test_an_annotation_with_lists_lies_where_the_first_list_with_spans_lies() -> None:
    assert anchor(Bundle([], [OTHER, SPAN], [([SPAN], Mention(SPAN))], [])) == (OTHER, SPAN)
    assert anchor(Bundle([], [], [([SPAN], Mention(OTHER))], [])) == (SPAN, OTHER)
    assert anchor(Bundle(["a"], [], [], [])) == ()


def test_the_spans_of_a_value_are_its_own_not_those_of_what_it_refers_to() -> None:
    quote = Quote("direct", (OTHER,))
    assert spans_of(SPAN) == (SPAN,)
    assert spans_of([Mention(OTHER), (SPAN, quote)]) == (OTHER, SPAN)
    assert spans_of(quote) == ()
    assert spans_of("He") == spans_of(None) == ()


@attrs.frozen
class Widened:
    layer: ClassVar[str] = "widened"
    note: str | int | None
    place: Span | str | None
    unknown: Nowhere  # type: ignore[name-defined]  # noqa: F821 - as under TYPE_CHECKING


def test_a_field_that_may_hold_a_span_among_others_is_looked_at() -> None:
    assert leaves(Widened("a", SPAN, OTHER)) == [SPAN, OTHER]
    assert leaves(Widened(None, "a", None)) == []
    assert anchor(Widened(3, None, OTHER)) == (OTHER,)


@attrs.define
class Box:
    """A kind of somebody else's that holds anything."""

    layer: ClassVar[str] = "boxes"
    held: Any
    also: Any = None


@pytest.mark.parametrize(
    ("held", "found"),
    [
        ({"a": SPAN, "b": [OTHER]}, [SPAN, OTHER]),
        ({OTHER: SPAN}, [OTHER, SPAN]),
        ({"a": {"b": (OTHER, Mention(SPAN))}}, [OTHER, SPAN]),
        ({}, []),
        (frozenset(), []),
    ],
)
def test_leaves_in_mappings_are_leaves_in_their_order(held: object, found: list[object]) -> None:
    assert leaves(Box(held, SPAN)) == [*found, SPAN]
    assert spans_of(held) == anchor(Box(held)) == tuple(found)


def test_leaves_in_sets_are_in_the_order_of_the_text() -> None:
    spans = [Span(start, start + length, "a" * length) for start in range(12) for length in (1, 2)]
    assert leaves(Box(OTHER, set(spans))) == [OTHER, *spans]
    assert leaves(Box(frozenset(map(Mention, spans)))) == spans


def test_of_annotations_in_a_set_those_that_lie_nowhere_come_first() -> None:
    @attrs.frozen
    class Note:
        layer: ClassVar[str] = "notes"
        spans: tuple[Span, ...]

    nowhere, early, wide, late = Note(()), Note((SPAN,)), Note((SPAN, OTHER)), Note((OTHER,))
    first = Span(0, 1, "H")
    assert leaves(Box({late, wide, first, nowhere, early})) == [nowhere, first, early, wide, late]
