"""Revisers: they read the whole of a kind and give it back before anybody else reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, ClassVar

import attrs
import pytest

import newskit
from newskit import Doc, Document, Entity, Extractor, Mention, Quote, Span, Title
from newskit.testing import check_extractor

TEXT = "Ann Roe said so. Bo Lee said no."
ROE, LEE = Span(0, 7, "Ann Roe"), Span(17, 23, "Bo Lee")
SO, NO = Span(13, 15, "so"), Span(29, 31, "no")


def bundle(name: str, *extractors: Extractor) -> object:
    """Return a plugin object of a name."""

    def newskit_extractors(_: object) -> Iterable[Extractor]:
        return extractors

    cls = type(name, (), {"newskit_extractors": newskit.hookimpl(newskit_extractors)})
    return cls()


def kit(*extractors: Extractor, **given: Any) -> newskit.Kit:
    return newskit.Kit(plugins=[], add=[bundle("makers", people, said), bundle("acme", *extractors)], **given)


@newskit.extractor(Entity)
def people(doc: Doc) -> Iterator[Entity]:
    for span in (ROE, LEE):
        if doc.text == TEXT:
            yield Entity("person", span.text, (Mention(span),))


@newskit.extractor(Quote, reads=(Entity,))
def said(doc: Doc) -> Iterator[Quote]:
    for entity, content, sure in zip(doc[Entity], (SO, NO), (0.4, 0.9), strict=False):
        yield Quote("indirect", (content,), speaker=entity, confidence=sure)


@newskit.reviser(Quote)
def surer(doc: Doc) -> list[Quote]:
    return [quote for quote in doc[Quote] if quote.confidence >= 0.5]


@newskit.reviser(Entity)
def shouted(doc: Doc) -> Iterator[Entity]:
    for entity in doc[Entity]:
        yield attrs.evolve(entity, name=entity.name.upper())


@newskit.reviser(Entity)
def numbered(doc: Doc) -> Iterator[Entity]:
    for number, entity in enumerate(doc[Entity], 1):
        yield attrs.evolve(entity, name=f"{entity.name} {number}")


def names(document: Document) -> list[str]:
    return [entity.name for entity in document.entities]


def test_a_reviser_drops_what_it_does_not_give_back_and_the_document_says_who_did_it() -> None:
    document = kit(surer).extract(TEXT)
    assert [quote.text for quote in document.quotes] == ["no"]
    assert document.revised == (newskit.Revised("quotes", "acme.surer", "dropped", (SO,)),)
    assert document.dropped == document.failures == ()


def test_the_changed_entity_is_the_one_that_quotes_see() -> None:
    document = kit(shouted).extract(TEXT)
    assert names(document) == ["ANN ROE", "BO LEE"]
    assert all(quote.speaker in document.entities for quote in document.quotes)
    assert [quote.speaker is entity for quote, entity in zip(document.quotes, document.entities, strict=True)] == [
        True,
        True,
    ]
    assert Counter((each.extractor, each.change) for each in document.revised) == {("acme.shouted", "changed"): 2}


def test_what_is_added_stands_in_the_order_of_the_text_and_equal_ones_once() -> None:
    @newskit.reviser(Quote)
    def more(doc: Doc) -> Iterator[Quote]:
        yield from doc[Quote]
        yield from doc[Quote]
        if doc.text:
            yield Quote("direct", (doc.span(0, 1),))

    document = kit(more).extract(TEXT)
    assert [quote.text for quote in document.quotes] == ["A", "so", "no"]
    assert [(each.change, each.spans) for each in document.revised] == [("added", (Span(0, 1, "A"),))]


def test_what_is_given_back_as_it_was_is_no_revision() -> None:
    @newskit.reviser(Quote)
    def same(doc: Doc) -> Iterator[Quote]:
        first, second = doc[Quote]
        yield second
        yield attrs.evolve(first)

    assert kit(same).extract(TEXT).revised == ()


def test_what_moved_is_dropped_here_and_added_there() -> None:
    @newskit.reviser(Quote)
    def moved(doc: Doc) -> Iterator[Quote]:
        first, second = doc[Quote]
        yield attrs.evolve(first, content=(doc.span(8, 15),))
        yield second

    revised = kit(moved).extract(TEXT).revised
    assert [(each.change, each.spans[0].start) for each in revised] == [("added", 8), ("dropped", 13)]


def test_revisers_run_one_on_the_other_in_the_order_of_their_names() -> None:
    first, second = attrs.evolve(shouted, name="a"), attrs.evolve(numbered, name="b")
    assert names(kit(first, second).extract(TEXT)) == ["ANN ROE 1", "BO LEE 2"]
    for one, other in ((first, second), (second, first)):
        revised = kit(one, other).extract(TEXT).revised
        assert [each.extractor for each in revised] == ["acme.a", "acme.a", "acme.b", "acme.b"]


def last(doc: Doc) -> Iterator[Entity]:
    for entity in doc[Entity]:
        yield attrs.evolve(entity, name=f"{entity.name} last")


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ({}, "1 last"),
        ({"after": ("acme",)}, "1 last"),
        ({"after": ("acme.numbered",)}, "1 last"),
        ({"before": ("acme",)}, "last 1"),
        ({"before": ("acme.numbered", "nobody")}, "last 1"),
    ],
)
def test_a_reviser_says_what_it_comes_before_and_after(declared: dict[str, Any], expected: str) -> None:
    late = newskit.reviser(Entity, name="late", **declared)(last)
    plugin = "zzz" if not declared or "before" in declared else "aaa"
    own = newskit.Kit(plugins=[], add=[bundle("makers", people), bundle("acme", numbered), bundle(plugin, late)])
    assert names(own.extract(TEXT))[0] == f"Ann Roe {expected}"


def test_revisers_that_wait_for_each_other_are_refused_by_name() -> None:
    one = newskit.reviser(Entity, name="one", after=("acme.two",))(last)
    two = newskit.reviser(Entity, name="two", after=("acme.one",))(last)
    with pytest.raises(newskit.PlanError, match=r"wait for each other in a circle: acme\.\w+ -> acme\.\w+ -> acme"):
        kit(one, two, strict=True)


def test_an_extractor_that_reads_what_it_makes_is_told_of_revisers() -> None:
    wrong = newskit.extractor(Entity, reads=(Entity,), name="wrong")(last)
    with pytest.raises(newskit.PlanError, match=r"in a circle: .*; .* declared with newskit\.reviser"):
        kit(wrong, strict=True)


def test_a_reviser_of_what_others_are_made_from_cannot_read_them() -> None:
    wrong = newskit.reviser(Entity, reads=(Quote,), name="wrong")(last)
    with pytest.raises(newskit.PlanError, match=r"circle: .*Quote.*Entity \(acme\.wrong, makers\.people\)"):
        kit(wrong, strict=True)


def test_a_reviser_runs_after_the_kinds_that_it_reads() -> None:
    @attrs.frozen
    class Mark:
        layer: ClassVar[str] = "marks"
        span: Span

    @newskit.extractor(Mark)
    def marks(doc: Doc) -> Iterator[Mark]:
        yield Mark(doc.span(29, 31))

    @newskit.reviser(Entity, reads=(Mark, Entity))
    def by_marks(doc: Doc) -> Iterator[Entity]:
        for entity in doc[Entity]:
            yield attrs.evolve(entity, name=f"{entity.name} {len(doc[Mark])}")

    assert by_marks.reads == (Mark,)
    document = kit(by_marks, marks).extract(TEXT)
    assert names(document) == ["Ann Roe 1", "Bo Lee 1"]
    assert document["marks"] == document[Mark]


def raising(_: Doc) -> list[Entity]:
    raise KeyError("oops")


def given_nothing(_: Doc) -> Any:
    return None


def another_kind(doc: Doc) -> Iterator[object]:
    yield from doc[Entity]
    yield Mention(ROE)


def outside(doc: Doc) -> Iterator[Entity]:
    yield attrs.evolve(doc[Entity][0], mentions=(Mention(Span(0, 3, "Bob")),))


def with_own_title(doc: Doc) -> Iterator[Entity]:
    yield attrs.evolve(doc[Entity][0], titles=(Title(doc.span(0, 3), "Dr."),))


@pytest.mark.parametrize(
    ("function", "error"),
    [
        (raising, "KeyError: 'oops'"),
        (given_nothing, "returned NoneType, expected an iterable of Entity"),
        (another_kind, "yielded Mention, declares Entity"),
        (outside, "the text there is 'Ann'"),
        (with_own_title, "Entity refers to a Title that is not in the document"),
    ],
)
def test_a_reviser_that_fails_costs_its_revision_and_not_the_layer(
    function: Callable[[Doc], Iterable[object]], error: str
) -> None:
    wrong = newskit.reviser(Entity, name="b_wrong")(function)
    with pytest.warns(newskit.FailureWarning, match=r"acme\.b_wrong failed"):
        document = kit(attrs.evolve(numbered, name="a"), wrong, attrs.evolve(shouted, name="c")).extract(TEXT)
    (failure,) = document.failures
    assert failure.extractor == "acme.b_wrong"
    assert error in failure.error
    assert names(document) == ["ANN ROE 1", "BO LEE 2"]
    assert {each.extractor for each in document.revised} == {"acme.a", "acme.c"}
    assert [quote.speaker in document.entities for quote in document.quotes] == [True, True]


def test_in_strict_mode_a_reviser_that_fails_raises() -> None:
    with pytest.raises(newskit.ExtractorError, match=r"acme\.raising failed"):
        kit(newskit.reviser(Entity)(raising), strict=True).extract(TEXT)


def test_a_kind_may_not_refer_to_the_old_one_of_its_own() -> None:
    @attrs.frozen
    class Chain:
        layer: ClassVar[str] = "chains"
        span: Span
        behind: Chain | None = None

    @newskit.extractor(Chain)
    def chains(doc: Doc) -> Iterator[Chain]:
        yield Chain(doc.span(0, 3))

    @newskit.reviser(Chain)
    def longer(doc: Doc) -> Iterator[Chain]:
        (chain,) = doc[Chain]
        yield chain
        yield Chain(doc.span(4, 7), chain)

    with pytest.warns(newskit.FailureWarning, match="refers to a Chain that is not in the document"):
        document = kit(chains, longer).extract(TEXT)
    assert document["chains"] == (Chain(Span(0, 3, "Ann")),)


def test_a_reviser_with_no_makers_is_given_nothing_and_may_add() -> None:
    @newskit.reviser(Title)
    def first(doc: Doc) -> Iterator[Title]:
        assert doc[Title] == doc["titles"] == ()
        yield Title(doc.span(0, 3), "Ann")

    assert [title.role for title in kit(first).extract(TEXT).titles] == ["Ann"]


def test_the_doc_gives_what_is_declared_by_name_too_and_nothing_else() -> None:
    @newskit.extractor(Title, reads=(Entity,))
    def wrong(doc: Doc) -> Iterator[Title]:
        assert doc["entities"] == doc[Entity]
        yield from doc["quotes"]

    with pytest.warns(newskit.FailureWarning, match="wrong reads 'quotes', but declares Entity"):
        kit(wrong).extract(TEXT)


def test_a_document_gives_a_layer_by_its_name() -> None:
    document = kit().extract(TEXT)
    assert document["quotes"] is document.quotes
    assert document["dates"] == ()
    with pytest.raises(
        KeyError,
        match=r"no layer is named 'quote'; did you mean 'quotes'\? There are: parts, titles,",
    ):
        document["quote"]
    with pytest.raises(TypeError, match=r"expected a kind such as newskit\.Quote or the name of a layer, got 3"):
        document[3]  # type: ignore[call-overload]


@pytest.mark.parametrize("what", ["reads", "after", "before", "languages"])
def test_nothing_is_no_list_of_names(what: str) -> None:
    with pytest.raises(newskit.PluginError, match=f"{what}: expected several (names|kinds), got None"):
        newskit.reviser(Entity, **{what: None})  # type: ignore[arg-type]


@pytest.mark.parametrize("declared", [{"after": "acme"}, {"before": "acme"}])
def test_one_string_is_no_list_of_names(declared: dict[str, Any]) -> None:
    (what,) = declared
    wrong = f"{what}: expected several names, as in {what}=\\('acme',\\), got the string 'acme'"
    with pytest.raises(newskit.PluginError, match=wrong):
        newskit.reviser(Entity, **declared)
    with pytest.raises(newskit.PluginError, match="after: expected names of plugins or extractors"):
        attrs.evolve(numbered, after=[3])


def test_the_contract_of_a_reviser_is_checked_on_the_layer_as_it_comes_to_it() -> None:
    own = kit(surer, numbered)
    (made,) = check_extractor(surer, articles=[TEXT], kit=own)
    assert [quote.text for quote in made if isinstance(quote, Quote)] == ["no"]
    (made,) = check_extractor(attrs.evolve(numbered, plugin="acme"), articles=[TEXT], kit=own)
    assert [each.name for each in made if isinstance(each, Entity)] == ["Ann Roe 1", "Bo Lee 2"]


@pytest.mark.parametrize("function", [raising, given_nothing, another_kind, outside])
def test_the_contract_sees_what_is_wrong_with_a_reviser(function: Callable[[Doc], Iterable[object]]) -> None:
    with pytest.raises(AssertionError):
        check_extractor(newskit.reviser(Entity)(function), articles=[TEXT], kit=kit())
