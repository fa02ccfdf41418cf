"""The order of extractors, and what cannot be ordered."""

from __future__ import annotations

from typing import ClassVar

import attrs
import pytest

import newskit
from newskit import Entity, Extractor, Part, PlanError, Quote, TimeExpression, Title
from newskit.plan import make_plan


@attrs.frozen
class Claim:
    layer: ClassVar[str] = "quotes"
    span: newskit.Span


def maker(makes: type, *reads: type, name: str = "") -> Extractor:
    return Extractor(name or makes.__name__, makes, reads, lambda _: (), "acme")


def kinds(*extractors: Extractor) -> list[type]:
    return [step.kind for step in make_plan(extractors)]


def test_nothing_to_order() -> None:
    assert kinds() == []


def test_kinds_of_one_rank_are_in_the_order_of_their_names() -> None:
    assert kinds(maker(Title), maker(Part), maker(Entity)) == [Entity, Part, Title]


def test_a_kind_comes_after_what_it_reads() -> None:
    assert kinds(maker(Entity, Title), maker(Quote, Entity, TimeExpression), maker(Title, Part), maker(Part)) == [
        Part,
        Title,
        Entity,
        Quote,
    ]


def test_a_kind_that_nobody_makes_is_no_step() -> None:
    assert kinds(maker(Quote, TimeExpression)) == [Quote]


def test_every_maker_of_a_kind_comes_before_its_readers() -> None:
    plan = make_plan([maker(Quote, Entity), maker(Entity, name="a"), maker(Entity, TimeExpression, name="b")])
    (entities, quotes) = plan
    assert [each.name for each in entities.makers] == ["a", "b"]
    assert quotes.kind is Quote


def test_a_circle_is_refused_by_its_names() -> None:
    with pytest.raises(PlanError, match=r"circle: .*Title \(acme\.t\)"):
        kinds(maker(Title, Entity, name="t"), maker(Entity, Title, name="e"))


def test_an_extractor_that_reads_what_it_makes_is_a_circle() -> None:
    with pytest.raises(PlanError, match="Entity"):
        kinds(maker(Entity, Entity))


def test_two_extractors_of_one_name() -> None:
    with pytest.raises(PlanError, match=r"two extractors are named acme\.x"):
        kinds(maker(Entity, name="x"), maker(Title, name="x"))


def test_two_kinds_of_one_layer() -> None:
    with pytest.raises(PlanError, match=r"both name the layer 'quotes'"):
        kinds(maker(Quote), maker(Claim, name="claims"))


@pytest.mark.parametrize("wrong", [int, "Quote", None, newskit.Span])
def test_only_kinds_can_be_made_or_read(wrong: type) -> None:
    with pytest.raises(newskit.PluginError, match="is no kind"):
        Extractor("x", wrong, (), lambda _: ())
    with pytest.raises(newskit.PluginError, match="is no kind"):
        Extractor("x", Part, (wrong,), lambda _: ())
