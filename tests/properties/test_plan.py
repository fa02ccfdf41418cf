"""The order of extractors, whatever they read."""

from __future__ import annotations

from random import Random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit import Extractor, PlanError
from newskit.plan import make_plan

COUNT = 7


def kind(number: int) -> type:
    made: type = attrs.make_class(f"Kind{number}", {}, frozen=True, slots=True)
    made.layer = f"kinds{number}"  # type: ignore[attr-defined]
    return made


KINDS = [kind(number) for number in range(COUNT)]


@st.composite
def declarations(draw: st.DrawFn) -> list[Extractor]:
    """Extractors that read only kinds before their own in a random order, so that there is no circle."""
    order = draw(st.permutations(KINDS))
    made = []
    for place, makes in enumerate(order):
        for number in range(draw(st.integers(0, 2))):
            reads = draw(st.lists(st.sampled_from(order[:place]), unique=True, max_size=3)) if place else []
            made.append(Extractor(f"extractor{number}", makes, tuple(reads), lambda _: [], plugin=makes.__name__))
    return made


@given(declarations())
def test_every_kind_comes_after_the_kinds_that_its_makers_read(extractors: list[Extractor]) -> None:
    order = [step.kind for step in make_plan(extractors)]
    assert len(order) == len(set(order))
    for step in make_plan(extractors):
        for maker in step.makers:
            assert maker.makes is step.kind
            for read in maker.reads:
                assert read not in order or order.index(read) < order.index(step.kind)


@given(declarations(), st.randoms(use_true_random=False))
def test_the_plan_does_not_depend_on_the_order_of_registration(extractors: list[Extractor], chance: Random) -> None:
    shuffled = list(extractors)
    chance.shuffle(shuffled)
    assert make_plan(shuffled) == make_plan(extractors)


@given(declarations())
def test_every_extractor_is_in_the_plan_once(extractors: list[Extractor]) -> None:
    planned = [maker for step in make_plan(extractors) for maker in step.makers]
    assert sorted(each.qualified_name for each in planned) == sorted(each.qualified_name for each in extractors)


@given(st.integers(1, COUNT), st.randoms(use_true_random=False))
def test_a_circle_of_any_length_is_refused_by_its_names(length: int, chance: Random) -> None:
    circle = [
        Extractor(f"extractor{number}", KINDS[number], (KINDS[(number + 1) % length],), lambda _: [])
        for number in range(length)
    ]
    chance.shuffle(circle)
    with pytest.raises(PlanError) as caught:
        make_plan(circle)
    for each in circle:
        assert each.name in str(caught.value)
        assert each.makes.__name__ in str(caught.value)
