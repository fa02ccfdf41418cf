"""Which of several makers' annotations go before, what that costs the others, and what lies within another."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import pytest
from typer.testing import CliRunner

import newskit
from newskit import Doc, Dropped, Entity, Extractor, Mention, Quote, Span
from newskit.cli import app
from newskit.merge import merge
from newskit.testing import marked

TURNS = "ZEIT: What did she say? Roe: She said 'no' to all of it. I do not know why."


class Bundle:
    """A plugin object of a name."""

    def __init__(self, name: str, *extractors: Extractor) -> None:
        self.__name__ = name
        self._extractors = extractors

    @newskit.hookimpl
    def newskit_extractors(self) -> tuple[Extractor, ...]:
        return self._extractors


def quoting(name: str, start: int, end: int, **declared: Any) -> Extractor:
    def quotes(doc: Doc) -> list[Quote]:
        return [Quote("direct", (doc.span(start, end),), rule=name)]

    return newskit.extractor(Quote, name="quotes", **declared)(quotes)


def extracted(*plugins: Bundle, **given: Any) -> newskit.Document:
    return newskit.Kit(plugins=[], add=plugins, **given).extract(TURNS)


def rules(document: newskit.Document) -> list[str]:
    return [quote.rule for quote in document.quotes]


@pytest.mark.parametrize("name", ["acme_interview", "zeit_interview"])
@pytest.mark.parametrize("over", ["house", "house.quotes"])
def test_a_maker_goes_before_what_it_declares_however_it_is_called(name: str, over: str) -> None:
    house = Bundle("house", quoting("house", 24, 40))
    document = extracted(house, Bundle(name, quoting(name, 29, 74, over=(over, "nobody.here"))))
    assert rules(document) == [name]
    assert document.dropped == (Dropped("quotes", "house.quotes", f"{name}.quotes", (Span(24, 40, TURNS[24:40]),)),)


def test_what_the_user_prefers_goes_before_what_makers_declare() -> None:
    plugins = (Bundle("house", quoting("house", 24, 40)), Bundle("zeit", quoting("zeit", 29, 74, over=("house",))))
    assert rules(extracted(*plugins)) == ["zeit"]
    for preferred in ("house", "house.quotes"):
        assert rules(extracted(*plugins, prefer=[preferred])) == ["house"]


def test_what_makers_declare_holds_over_several_and_names_decide_the_rest() -> None:
    plugins = [
        Bundle("a", quoting("a", 0, 40)),
        Bundle("b", quoting("b", 10, 50)),
        Bundle("c", quoting("c", 20, 60, over=("b",))),
        Bundle("d", quoting("d", 30, 74, over=("c",))),
    ]
    for order in (plugins, plugins[::-1]):
        kit = newskit.Kit(plugins=[], add=order)
        assert [maker.plugin for maker in kit.plan.steps[-1].makers] == ["a", "d", "c", "b"]
        document = kit.extract(TURNS)
        assert rules(document) == ["a"]
        assert [(each.extractor, each.lost_to) for each in document.dropped] == [
            ("d.quotes", "a.quotes"),
            ("c.quotes", "a.quotes"),
            ("b.quotes", "a.quotes"),
        ]


def test_makers_that_go_over_each_other_are_refused_by_name() -> None:
    plugins = (Bundle("a", quoting("a", 0, 4, over=("b",))), Bundle("b", quoting("b", 0, 9, over=("a",))))
    with pytest.raises(
        newskit.PlanError, match=r"go over each other in a circle: (a\.quotes -> b\.quotes|b\.quotes -> a)"
    ):
        newskit.Kit(plugins=[], add=plugins, strict=True)
    with pytest.warns(newskit.PluginWarning, match="plugin b is broken and left out: extractors go over each other"):
        assert rules(extracted(*plugins)) == ["a"]


def test_the_order_of_makers_of_one_plugin_is_their_own_to_declare() -> None:
    first = attrs.evolve(quoting("first", 0, 40), name="z", over=("own",))
    second = attrs.evolve(quoting("second", 20, 60), name="a")
    assert rules(extracted(Bundle("own", first, second))) == ["first"]


def test_over_is_a_list_of_names() -> None:
    with pytest.raises(newskit.PluginError, match=r"expected several names, as in over=\('house',\), got the string"):
        quoting("a", 0, 1, over="house")


def test_nothing_is_lost_where_one_maker_is_alone_or_all_agree() -> None:
    assert extracted(Bundle("a", quoting("a", 0, 4))).dropped == ()
    same = (Bundle("a", quoting("one", 0, 4)), Bundle("b", quoting("one", 0, 4)))
    document = extracted(*same)
    assert rules(document) == ["one"]
    assert document.dropped == ()


NESTED: dict[str, tuple[str, int]] = {
    "a part of the words": ("Roe: [She said '[no]' to all.]", 2),
    "from the first word on": ("Roe: [[She said] no.]", 2),
    "the same words without the marks": ("Roe: ['[She said no].']", 1),
    "the very same": ("Roe: [[She said no.]]", 1),
    "beside it": ("Roe: [She said] [no.]", 2),
}


@pytest.mark.parametrize(("written", "quotes"), NESTED.values(), ids=NESTED)
def test_a_quote_within_another_makers_is_kept_where_that_has_other_words(written: str, quotes: int) -> None:
    _, (outer, inner) = marked(written)
    wide, narrow = Quote("direct", (outer,), rule="a"), Quote("direct", (inner,), rule="b")
    dropped: list[Dropped] = []
    assert merge({"a.x": [wide], "b.x": [narrow]}, dropped) == (wide, narrow)[:quotes]
    assert len(dropped) == 2 - quotes


def test_a_quote_that_is_attributed_outside_of_the_other_is_no_nested_one() -> None:
    _, (source, cue, outer, inner) = marked("[Roe] [said] [that it fell and [nobody was hurt].]")
    wide = Quote("indirect", (outer,))
    for given in ({"source": source}, {"cue": cue}):
        assert merge({"a.x": [wide], "b.x": [Quote("indirect", (inner,), **given)]}) == (wide,)
    nested = Quote("indirect", (inner,), cue=Span(outer.start, outer.start + 4, "that"))
    assert merge({"a.x": [wide], "b.x": [nested]}) == (wide, nested)


def test_a_quote_that_crosses_one_within_is_left_out() -> None:
    text = "Lee said that Roe said that she fell and rose."
    outer = Quote("indirect", (Span(9, 46, text[9:46]),))
    inner = Quote("indirect", (Span(23, 36, text[23:36]),))
    crossing = Quote("indirect", (Span(28, 45, text[28:45]),))
    outputs = {"a.x": [outer], "b.x": [inner], "c.x": [crossing]}
    dropped: list[Dropped] = []
    assert merge(outputs, dropped) == (outer, inner)
    assert [(each.extractor, each.lost_to) for each in dropped] == [("c.x", "b.x")]


def test_the_wider_quote_is_left_out_where_the_narrower_goes_before() -> None:
    _, (outer, inner) = marked("Roe: [She said '[no]' to all.]")
    wide, narrow = Quote("direct", (outer,)), Quote("direct", (inner,))
    assert merge({"b.x": [narrow], "a.x": [wide]}) == (narrow,)


def test_what_an_entity_loses_is_said_with_the_places_that_it_lost() -> None:
    _, (first, second, third) = marked("[Ann Roe] met [Roe] and [Roe].")
    other = Entity("person", "Ann Roe", (Mention(first), Mention(second)), (Mention(third),))
    mine = Entity("person", "Roe", (Mention(second),), (Mention(third),))
    dropped: list[Dropped] = []
    left = attrs.evolve(other, mentions=(Mention(first),))
    assert merge({"a.x": [mine], "b.x": [other]}, dropped) == (left, mine)
    assert dropped == [Dropped("entities", "b.x", "a.x", (second,), whole=False)]


def test_the_command_marks_whom_an_extractor_names_and_nobody_has(tmp_path: Path) -> None:
    module = tmp_path / "acme_house.py"
    module.write_text(HOUSE, "utf-8")
    told = CliRunner(env={"COLUMNS": "300"}).invoke(app, ["plugins", "--add", str(module)]).stdout
    assert (
        "over newskit_quotes, newskit_quotes.quotes, newskit_spacy.names, newskit_quots (nobody here), "
        "newskit_quotes.qoutes (nobody here)"
    ) in told
    assert "after acme_gone (nobody here); before acme_house" in told


HOUSE = """
import newskit

over = ["newskit_quotes", "newskit_quotes.quotes", "newskit_spacy.names", "newskit_quots", "newskit_quotes.qoutes"]

@newskit.extractor(newskit.Quote, over=over)
def house(doc):
    return ()

@newskit.reviser(newskit.Quote, after=["acme_gone"], before=["acme_house"])
def style(doc):
    return doc[newskit.Quote]

@newskit.hookimpl
def newskit_extractors():
    return [house, style]
"""
