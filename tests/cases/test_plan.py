"""The order of extractors, and what cannot be ordered."""

from __future__ import annotations

from typing import ClassVar

import attrs
import pytest

import newskit
from newskit import Entity, Extractor, Part, PlanError, Quote, TimeExpression, Title
from newskit.plan import make_plan, misfits


@attrs.frozen
class Claim:
    layer: ClassVar[str] = "quotes"
    span: newskit.Span


@attrs.frozen
class Rumour:
    layer: ClassVar[str] = "rumours"
    span: newskit.Span


@attrs.frozen
class Gossip:
    layer: ClassVar[str] = "rumours"
    span: newskit.Span


@attrs.frozen
class Chatter:
    layer: ClassVar[str] = "chatter"
    span: newskit.Span


@attrs.frozen
class Hearsay:
    layer: ClassVar[str] = "rumours"
    span: newskit.Span


@attrs.frozen
class Headline:
    layer: ClassVar[str] = "text"
    span: newskit.Span


def maker(makes: type, *reads: type, name: str = "", plugin: str = "acme") -> Extractor:
    return Extractor(name or makes.__name__, makes, reads, lambda _: (), plugin)


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


@pytest.mark.parametrize(
    ("makers", "prefer", "order"),
    [
        ("b.x a.x", "", "a.x b.x"),
        ("a.x b.x", "b", "b.x a.x"),
        ("b.x b.y", "b.y", "b.y b.x"),
        ("b.x b.y", "b.y b", "b.y b.x"),
        ("b.x b.y", "c b.x", "b.x b.y"),
        # as its plugin or itself, whichever is named first
        ("a.x b.x b.y", "b.y a b", "b.y a.x b.x"),
        ("a.x b.x b.y", "b a b.y", "b.x b.y a.x"),
        ("a.x b.x", "b.x a b", "b.x a.x"),
        # of a name that is given twice the first place counts
        ("a.x b.x", "b a b", "b.x a.x"),
        ("a.x b.x", "b.x a.x b.x", "b.x a.x"),
        # a plugin whose name has dots, by the whole of it
        ("acme.names.x acme.quotes.x", "acme.quotes", "acme.quotes.x acme.names.x"),
        ("acme.names.x acme.quotes.x", "acme", "acme.names.x acme.quotes.x"),
    ],
)
def test_makers_of_a_kind_are_in_the_order_of_precedence(makers: str, prefer: str, order: str) -> None:
    split = (name.rpartition(".") for name in makers.split())
    ((_, planned, _),) = make_plan([maker(Part, name=name, plugin=plugin) for plugin, _, name in split], prefer.split())
    assert [each.qualified_name for each in planned] == order.split()


def test_every_maker_of_a_kind_comes_before_its_readers() -> None:
    plan = make_plan([maker(Quote, Entity), maker(Entity, name="a"), maker(Entity, TimeExpression, name="b")])
    (entities, quotes) = plan
    assert [each.name for each in entities.makers] == ["a", "b"]
    assert quotes.kind is Quote


def test_a_circle_is_refused_by_its_names() -> None:
    with pytest.raises(PlanError, match=r"circle: .*Title \(acme\.t\)"):
        kinds(maker(Title, Entity, name="t"), maker(Entity, Title, name="e"))


def test_kinds_that_can_be_made_at_once_are_in_the_order_of_their_names() -> None:
    assert kinds(maker(Entity), maker(Part), maker(Quote, Part), maker(Title, Entity)) == [Entity, Part, Quote, Title]
    assert kinds(maker(Entity), maker(Part), maker(Title, Part), maker(Quote, Entity)) == [Entity, Part, Quote, Title]
    assert kinds(maker(Entity), maker(Part), maker(Quote, Part), maker(Rumour, Entity)) == [Entity, Part, Quote, Rumour]
    assert kinds(maker(Entity), maker(Part), maker(Rumour, Entity), maker(Chatter, Part)) == [
        Entity,
        Part,
        Chatter,
        Rumour,
    ]


def test_the_circle_that_is_told_goes_by_the_names_of_kinds() -> None:
    circles = [maker(Title, Part, name="a"), maker(Part, Title, name="b")]
    circles += [maker(Quote, Entity, name="c"), maker(Entity, Quote, name="d")]
    with pytest.raises(PlanError) as caught:
        kinds(*circles)
    assert str(caught.value) == (
        "extractors read each other in a circle: Entity (acme.d) -> Quote (acme.c) -> Entity (acme.d)"
    )


def test_of_two_circles_behind_one_kind_the_same_is_told_every_time() -> None:
    told, kept = set(), []
    for _ in range(20):  # sets of fresh classes have many orders
        fresh = [attrs.make_class(name, {}, frozen=True) for name in ("Above", "One", "Other", "Third", "Last")]
        for each in fresh:
            each.layer = each.__name__  # type: ignore[attr-defined]  # which makes it a kind
        kept += fresh
        above, one, other, third, last = fresh
        with pytest.raises(PlanError) as caught:
            kinds(
                maker(above, one, other), maker(one, third), maker(third, one), maker(other, last), maker(last, other)
            )
        told.add(str(caught.value))
    assert len(told) == 1


def test_an_extractor_that_reads_what_it_makes_is_a_circle() -> None:
    with pytest.raises(PlanError, match="Entity"):
        kinds(maker(Entity, Entity))


def test_two_extractors_of_one_name() -> None:
    with pytest.raises(PlanError, match=r"two extractors are named acme\.x"):
        kinds(maker(Entity, name="x"), maker(Title, name="x"))


def test_two_kinds_of_one_layer() -> None:
    with pytest.raises(PlanError, match=r"both name the layer 'quotes'"):
        kinds(maker(Quote), maker(Claim, name="claims"))


def test_a_layer_that_no_extractor_of_newskit_makes_is_taken_all_the_same() -> None:
    with pytest.raises(PlanError, match=r"both name the layer 'quotes'"):
        kinds(maker(Claim))


def test_a_layer_cannot_have_the_name_of_a_field_of_the_document() -> None:
    with pytest.raises(PlanError, match=r"names the layer 'text', which is a field of every document"):
        kinds(maker(Headline))


OURS = [maker(Part, plugin="own"), maker(Title, Part, plugin="own"), maker(Entity, Title, plugin="own")]


def blamed(*others: Extractor) -> dict[str, str]:
    found = misfits([*OURS, *others], {"own"})
    assert misfits([*reversed(others), *OURS], {"own"}) == found
    rest = [each for each in (*OURS, *others) if each.plugin not in found]
    assert make_plan(rest)
    return found


def test_who_fits_is_not_blamed() -> None:
    assert blamed(maker(Quote, Entity, plugin="b"), maker(Title, plugin="a")) == {}


def test_of_a_circle_with_a_trusted_plugin_the_other_is_blamed() -> None:
    found = blamed(maker(Part, Entity, name="x", plugin="a"), maker(Title, Part, plugin="b"))
    assert list(found) == ["a"]
    assert found["a"].startswith("extractors read each other in a circle: ")
    assert "Part (a.x, own.Part)" in found["a"]


def test_a_plugin_is_blamed_for_reading_what_it_makes() -> None:
    assert list(blamed(maker(Quote, Quote, plugin="a"))) == ["a"]


def test_of_a_circle_among_others_all_are_blamed_and_nobody_else() -> None:
    found = blamed(
        maker(Rumour, Quote, plugin="a"),
        maker(Quote, Rumour, plugin="b"),
        maker(TimeExpression, Part, plugin="c"),
        maker(Quote, Entity, plugin="d"),
    )
    assert list(found) == ["a", "b"]
    assert "Rumour (a.Rumour)" in found["b"]


def test_who_reads_from_a_circle_is_no_part_of_it() -> None:
    assert list(blamed(maker(Rumour, Rumour, plugin="a"), maker(Quote, Rumour, plugin="b"))) == ["a"]


def test_of_a_layer_wanted_twice_the_first_name_keeps_it() -> None:
    found = blamed(maker(Rumour, plugin="b"), maker(Gossip, plugin="a"))
    assert list(found) == ["b"]
    assert "Gossip and" in found["b"]
    assert "both name the layer 'rumours'" in found["b"]


def test_of_a_layer_wanted_three_times_the_first_name_keeps_it_whoever_comes_between() -> None:
    found = blamed(
        maker(Rumour, plugin="a"),
        maker(Chatter, plugin="b"),
        maker(Gossip, plugin="c"),
        maker(Quote, plugin="d"),
        maker(Hearsay, plugin="e"),
    )
    assert list(found) == ["c", "e"]
    assert "Gossip and" in found["c"]
    assert "Rumour both" in found["c"]
    assert "Hearsay and" in found["e"]
    assert "Rumour both" in found["e"]


def test_of_a_circle_of_three_plugins_all_are_blamed_with_the_circle() -> None:
    found = blamed(
        maker(Quote, Chatter, plugin="c"),
        maker(Chatter, Rumour, plugin="b"),
        maker(Rumour, Quote, plugin="a"),
        maker(TimeExpression, Rumour, plugin="d"),
    )
    assert list(found) == ["a", "b", "c"]
    (reason,) = set(found.values())
    assert all(each in reason for each in ("Rumour (a.Rumour)", "Chatter (b.Chatter)", "Quote (c.Quote)"))


def test_of_a_circle_that_two_plugins_close_through_newskit_both_are_blamed() -> None:
    found = blamed(
        maker(Part, Chatter, name="x", plugin="a"),
        maker(Chatter, Entity, plugin="b"),  # what it reads is made from parts
        maker(Part, Rumour, name="y", plugin="c"),
    )
    assert list(found) == ["a", "b"]


def test_of_a_layer_of_newskit_the_other_is_blamed() -> None:
    assert list(blamed(maker(Claim, plugin="a"), maker(Quote, plugin="b"))) == ["a"]


def test_one_qualified_name_from_two_plugins() -> None:
    found = blamed(maker(Quote, name="c", plugin="a.b"), maker(Quote, name="b.c", plugin="a"))
    assert found == {"a.b": "two extractors are named a.b.c"}


def test_trusted_plugins_that_fail_among_themselves_are_an_error() -> None:
    with pytest.raises(PlanError, match="circle"):
        misfits([maker(Title, Entity, plugin="own"), maker(Entity, Title, plugin="own")], {"own"})


@pytest.mark.parametrize("wrong", [int, "Quote", None, newskit.Span])
def test_only_kinds_can_be_made_or_read(wrong: type) -> None:
    with pytest.raises(newskit.PluginError, match="is no kind"):
        Extractor("x", wrong, (), lambda _: ())
    with pytest.raises(newskit.PluginError, match="is no kind"):
        Extractor("x", Part, (wrong,), lambda _: ())
