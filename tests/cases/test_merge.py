"""Several makers of one kind."""

from __future__ import annotations

from typing import ClassVar

from attrs import define

from newskit import Entity, Mention, Part, Quote, Span
from newskit.merge import merge
from newskit.testing import marked

TEXT, (FIRST, SECOND, INNER, THIRD) = marked("[A bridge] fell, [the [old] mayor] of [Lima] said.")


@define
class Unhashable:
    layer: ClassVar[str] = "unhashables"
    span: Span
    rule: str = ""


@define
class Placed:
    layer: ClassVar[str] = "placed"
    spans: tuple[Span, ...]


def part(span: Span, rule: str = "") -> Part:
    return Part("caption", span, rule)


def test_no_makers_make_nothing() -> None:
    assert merge({}) == ()
    assert merge({"a.x": []}) == ()


def test_the_order_is_that_of_the_text_and_the_wider_comes_first() -> None:
    made = [part(THIRD), part(INNER), part(SECOND), part(FIRST)]
    assert merge({"a.x": made}) == (part(FIRST), part(SECOND), part(INNER), part(THIRD))


def test_of_two_that_start_together_the_wider_comes_first_by_the_end_of_its_last_span() -> None:
    short, long = Span(0, 2, TEXT[:2]), Span(0, 4, TEXT[:4])
    assert merge({"a.x": [part(short), part(long)]}) == (part(long), part(short))
    pieces, whole = Quote("direct", (short, THIRD)), Quote("direct", (long,))
    assert merge({"a.x": [whole, pieces]}) == (pieces, whole)


def test_equal_annotations_stand_once_whatever_stands_between_them() -> None:
    assert merge({"a.x": [part(FIRST), part(FIRST, "b"), part(FIRST)]}) == (part(FIRST), part(FIRST, "b"))
    again = [Unhashable(FIRST), Unhashable(FIRST, "b"), Unhashable(FIRST)]
    assert merge({"a.x": again}) == (Unhashable(FIRST), Unhashable(FIRST, "b"))


def test_equal_annotations_stand_once() -> None:
    assert merge({"a.x": [part(FIRST), part(FIRST)], "b.x": [part(FIRST)]}) == (part(FIRST),)


def test_one_maker_may_overlap_itself() -> None:
    assert len(merge({"a.x": [part(SECOND), part(INNER), part(SECOND, "again")]})) == 3


def test_of_two_makers_the_first_goes_before() -> None:
    outputs = {"b.x": [part(SECOND, "b"), part(THIRD, "b")], "a.x": [part(INNER, "a"), part(FIRST, "a")]}
    assert merge(outputs) == (part(FIRST, "a"), part(SECOND, "b"), part(THIRD, "b"))
    assert merge(dict(reversed(outputs.items()))) == (part(FIRST, "a"), part(INNER, "a"), part(THIRD, "b"))


def test_what_several_preferred_makers_made_is_taken_from_the_rest() -> None:
    one, other, wide = Span(0, 2, TEXT[:2]), Span(4, 6, TEXT[4:6]), Span(1, 8, TEXT[1:8])
    far = Span(9, 12, TEXT[9:12])
    outputs = {"a.x": [part(other)], "b.x": [part(one)], "c.x": [part(wide), part(far)], "d.x": [part(far, "d")]}
    assert merge(outputs) == (part(one), part(other), part(far))


def test_what_is_taken_reaches_as_far_as_the_widest_of_several_that_overlap() -> None:
    wide, inner, behind = Span(0, 8, TEXT[:8]), Span(2, 4, TEXT[2:4]), Span(5, 7, TEXT[5:7])
    assert merge({"a.x": [part(wide), part(inner)], "b.x": [part(behind)]}) == (part(wide), part(inner))


def test_spans_that_touch_do_not_overlap() -> None:
    one, other = Span(0, 1, "A"), Span(1, 2, " ")
    assert merge({"a.x": [part(one)], "b.x": [part(other)]}) == (part(one), part(other))


def test_a_quote_lies_where_its_content_lies_not_its_source() -> None:
    mine = Quote("direct", (FIRST,), source=SECOND)
    other = Quote("direct", (SECOND,), source=FIRST)
    assert merge({"a.x": [mine], "b.x": [other]}) == (mine, other)


def test_any_piece_of_the_content_can_overlap() -> None:
    mine, other = Quote("direct", (THIRD,)), Quote("direct", (FIRST, THIRD))
    assert merge({"a.x": [mine], "b.x": [other]}) == (mine,)


def test_annotations_without_spans_are_kept() -> None:
    nowhere = Placed(())
    for span in (Span(0, 1, TEXT[0]), THIRD):
        assert merge({"a.x": [Placed((span,))], "b.x": [nowhere]}) == (nowhere, Placed((span,)))


def test_annotations_without_a_hash_are_united_too() -> None:
    assert merge({"a.x": [Unhashable(FIRST), Unhashable(SECOND), Unhashable(FIRST)]}) == (
        Unhashable(FIRST),
        Unhashable(SECOND),
    )


def entity(*spans: Span, nominal: tuple[Span, ...] = ()) -> Entity:
    return Entity("person", "Roe", tuple(map(Mention, spans)), tuple(map(Mention, nominal)))


def test_an_entity_keeps_the_mentions_that_nobody_else_has() -> None:
    outputs = {"a.x": [entity(SECOND)], "b.x": [entity(FIRST, INNER, nominal=(THIRD,))]}
    assert merge(outputs) == (entity(FIRST, nominal=(THIRD,)), entity(SECOND))


def test_an_entity_without_mentions_left_is_left_out() -> None:
    outputs = {"a.x": [entity(SECOND)], "b.x": [entity(INNER, nominal=(THIRD,))]}
    assert merge(outputs) == (entity(SECOND),)


def test_a_phrase_that_stands_for_an_entity_is_lost_where_others_have_it() -> None:
    outputs = {"a.x": [entity(SECOND)], "b.x": [entity(FIRST, INNER, nominal=(INNER, THIRD))]}
    assert merge(outputs) == (entity(FIRST, nominal=(THIRD,)), entity(SECOND))
