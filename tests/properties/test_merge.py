"""The laws of uniting several makers of one kind."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from newskit import Dropped, Entity, Mention, Part, Quote, Span
from newskit.layers import layer_of
from newskit.leaves import anchor
from newskit.merge import merge

TEXT = "a" * 40
SPANS = st.tuples(st.integers(0, 35), st.integers(1, 5)).map(lambda at: Span(at[0], sum(at), TEXT[at[0] : sum(at)]))
PARTS = st.builds(Part, st.sampled_from(("paragraph", "caption")), SPANS)


def apart(found: list[Span]) -> tuple[Span, ...]:
    """Those spans that stand in order and do not overlap the one before."""
    kept: list[Span] = []
    for span in sorted(found):
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return tuple(kept)


QUOTES = st.builds(Quote, st.just("direct"), st.lists(SPANS, min_size=1, max_size=3).map(apart))
MENTIONS = st.lists(st.builds(Mention, SPANS), max_size=4).map(tuple)
ENTITIES = st.builds(Entity, st.just("person"), st.sampled_from("AB"), MENTIONS.filter(bool), MENTIONS)
MAKERS = ("a.one", "a.two", "b.one", "c")
OUTPUTS = st.dictionaries(st.sampled_from(MAKERS), st.lists(PARTS | QUOTES, max_size=6), max_size=4)
OF_ENTITIES = st.dictionaries(st.sampled_from(MAKERS), st.lists(ENTITIES, max_size=4), max_size=4)


def overlap(one: object, other: object) -> bool:
    return any(span.overlaps(another) for span in anchor(one) for another in anchor(other))


@given(OUTPUTS | OF_ENTITIES)
def test_uniting_the_result_again_changes_nothing(outputs: dict[str, list[object]]) -> None:
    united = merge(outputs)
    assert merge({"a.one": united}) == united
    assert merge({"a.one": united, "b.one": united}) == united


@given(st.lists(PARTS | QUOTES, max_size=8))
def test_one_maker_keeps_all_that_it_made(made: list[object]) -> None:
    united = merge({"a.one": made})
    assert set(united) == set(made)
    assert len(united) == len(set(made))


@given(OUTPUTS)
def test_nothing_is_invented_and_nothing_twice(outputs: dict[str, list[object]]) -> None:
    united = merge(outputs)
    assert set(united) <= {each for made in outputs.values() for each in made}
    assert len(set(united)) == len(united)


def within(one: object, other: object) -> bool:
    return any(
        around.start <= anchor(one)[0].start and anchor(one)[-1].end <= around.end and not {*anchor(one)} >= {around}
        for around in anchor(other)
    )


@given(OUTPUTS | OF_ENTITIES)
def test_the_first_maker_keeps_all_and_of_others_only_quotes_within_overlap_it(
    outputs: dict[str, list[object]],
) -> None:
    for name, made in outputs.items():
        united = merge({name: made, **outputs})
        assert set(made) <= set(united)
        overlapping = [(each, mine) for each in united if each not in made for mine in made if overlap(each, mine)]
        assert all(isinstance(each, Quote) and within(each, mine) for each, mine in overlapping)


_SPAN = Span(0, 1, "a")
_TWICE = {"a.one": [Part("paragraph", _SPAN)], "a.two": [Part("paragraph", _SPAN), Quote("direct", (_SPAN,))]}


@given(OUTPUTS | OF_ENTITIES)
@example(_TWICE)
def test_what_is_lost_is_said_and_nothing_else(outputs: dict[str, list[object]]) -> None:
    dropped: list[Dropped] = []
    united = merge(outputs, dropped)
    for each in dropped:
        assert each.extractor in outputs
        assert each.lost_to in outputs
        assert each.lost_to != each.extractor
        taken = [span for made in outputs[each.lost_to] for span in anchor(made)]
        assert any(span.overlaps(other) for span in each.spans for other in taken)
    whole = {(each.layer, each.extractor, each.spans) for each in dropped if each.whole}
    for name, made in outputs.items():
        for one in made:
            if not isinstance(one, Entity):
                elsewhere = any(one in others for other, others in outputs.items() if other != name)
                lost = (layer_of(type(one)), name, anchor(one)) in whole
                assert not lost or elsewhere or one not in united
                assert lost or one in united


@given(OUTPUTS)
def test_what_overlaps_nothing_is_kept(outputs: dict[str, list[object]]) -> None:
    united = merge(outputs)
    everything = [(name, each) for name, made in outputs.items() for each in made]
    for name, each in everything:
        if not any(overlap(each, other) for maker, other in everything if maker != name):
            assert each in united


@given(OF_ENTITIES)
def test_of_an_entity_only_the_mentions_that_overlap_are_lost(outputs: dict[str, list[Entity]]) -> None:
    united = [each for each in merge(outputs) if isinstance(each, Entity)]
    left = {mention for each in united for mention in each.mentions}
    everything = [(name, mention) for name, made in outputs.items() for each in made for mention in each.mentions]
    for name, mention in everything:
        others = [other.span for maker, other in everything if maker != name]
        if not any(mention.span.overlaps(other) for other in others):
            assert mention in left
    assert all(each.mentions for each in united)
    assert left <= {mention for _, mention in everything}


@given(OUTPUTS | OF_ENTITIES)
def test_the_result_is_in_the_order_of_the_text(outputs: dict[str, list[object]]) -> None:
    spans = [anchor(each) for each in merge(outputs)]
    places = [(each[0].start, -each[-1].end) for each in spans]
    assert places == sorted(places)
