"""What stands around the text on the page: who is quoted, how sure, a heading, rules that open; and in notebooks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from attrs import evolve

import newskit
from newskit import Article, Document, Entity, Mention, Part, Quote, Span, TimeExpression
from newskit.formats import to_html
from newskit.formats.html import known_rules, style

TEXT = "Pier 4 is safe, Ida Brandt said. It is open, she said. It was shut, one official said."


def at(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


IDA = Entity("person", "Ida Brandt", (Mention(at("Ida Brandt")),))
QUOTES = (
    Quote("indirect", (at("It was shut"),), source=at("one official"), confidence=0.42),
    Quote("indirect", (at("Pier 4 is safe"),), source=at("Ida Brandt"), speaker=IDA, confidence=0.96),
    Quote("indirect", (at("It is open"),), source=at("she"), speaker=IDA, confidence=0.8),
)


def quoted(**known: str) -> Document:
    return Document(Article(TEXT, **known), {Entity: (IDA,), Quote: QUOTES})


def test_who_is_quoted_stands_above_those_with_most_quotes_first() -> None:
    summary = to_html(quoted()).partition('class="summary"')[2].partition("</section>")[0]
    assert re.findall(r"<li><b>([^<]+)</b>", summary) == ["Ida Brandt", "one official"]
    assert re.findall(r'href="([^"]+)"', summary) == ["#quote-2-1", "#quote-3-1", "#quote-1-1"]


def test_a_pronoun_that_stands_for_nobody_known_is_nobody_who_is_quoted() -> None:
    unknown = [evolve(QUOTES[2], speaker=None), evolve(QUOTES[1], speaker=None, source=None)]
    page = to_html(evolve(quoted(), layers={Quote: (*unknown, QUOTES[0])}))
    summary = page.partition('class="summary"')[2].partition("</section>")[0]
    assert re.findall(r"<li><b>([^<]+)</b>", summary) == ["one official", "not told"]
    assert re.findall(r">(\d+)</a>", summary) == ["3", "1", "2"]


@pytest.mark.parametrize(
    ("confidence", "step", "shown"),
    [
        (1, "sure", "1"),
        (0.9, "sure", "1"),
        (0.8, "likely", "1"),
        (0.6, "doubtful", "1 · 60%"),
        (0.42, "unsure", "1 · 42%"),
    ],
)
def test_doubt_has_a_line_of_its_own_and_its_number(confidence: float, step: str, shown: str) -> None:
    page = to_html(Document(Article(TEXT), {Quote: (Quote("direct", (at("It is open"),), confidence=confidence),)}))
    assert f'<q class="quote direct {step}"' in page
    assert f'data-number="{shown}"' in page
    assert f".newskit .quote.{step}:is(q, mark)" in style() or step == "sure"


def test_a_text_without_headline_has_a_heading_outside_of_it() -> None:
    assert '<h1 class="untitled" dir="auto">pier.txt</h1><article' in to_html(quoted(id="pier.txt"))
    assert to_html(quoted(id="pier.txt")).count(">pier.txt<") == 2  # the title of the window, and the heading
    assert "· pier.txt ·" not in to_html(quoted(id="pier.txt"))
    titled = Document(Article(TEXT), {Part: (Part("headline", at("Pier 4 is safe")),)})
    assert to_html(titled).count("<h1") == 1


def test_dates_are_in_words_with_the_value_behind() -> None:
    date = TimeExpression(at("It was shut"), "DATE", "2004-SU", rule="season")
    page = to_html(Document(Article(TEXT), {TimeExpression: (date,)}))
    assert '<span class="value" title="2004-SU">summer 2004</span>' in page
    assert "<dt>value</dt><dd>2004-SU</dd>" in page


def test_the_name_of_a_rule_opens_what_it_says_with_its_example(kit: newskit.Kit) -> None:
    page = to_html(kit.extract("Mayor Ana Ruiz said that the bridge will reopen in May.", published="2025-02-18"))
    opens = re.findall(r'popovertarget="([^"]+)">([^<]+)</button>', page)
    assert "cue then report" in {name for _, name in opens}
    for target, name in opens:
        card = page.partition(f'<div id="{target}" class="rule-card" popover=""')[2].partition("</div>")[0]
        assert f"<b>{name}</b>" in card
        assert '<p class="example">' in card
        assert "<mark>" in card
    assert page.count('class="rule-card"') == len(dict.fromkeys(opens)) == len({target for target, _ in opens})


def test_a_rule_of_no_installed_plugin_is_its_name_alone() -> None:
    quote = Quote("direct", (at("It is open"),), rule="<made> up")
    page = to_html(Document(Article(TEXT), {Quote: (quote,)}))
    assert '<dd><span class="rule">&lt;made&gt; up</span></dd>' in page
    assert "popovertarget" not in page


@pytest.fixture
def records(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Read the plugins anew, before and after."""
    known_rules._records.cache_clear()
    yield
    monkeypatch.undo()
    known_rules._records.cache_clear()


RULED = Document(Article(TEXT), {Quote: (Quote("direct", (at("It is open"),), rule="cue then report"),)})


@pytest.mark.usefixtures("records")
def test_a_page_is_made_where_plugins_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSKIT_PLUGINS", "nowhere")
    page = to_html(RULED)
    assert '<dd><span class="rule">cue then report</span></dd>' in page


@pytest.mark.usefixtures("records")
def test_of_two_rules_of_a_name_the_one_for_the_language_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    known = known_rules._records()[Quote, "cue then report"]
    german = known_rules._Known(evolve(known[0].rule, finds="was gesagt wurde"), ("de",))
    monkeypatch.setattr(known_rules, "_records", cache(lambda: {(Quote, "cue then report"): (german, *known)}))
    assert "was gesagt wurde" not in to_html(RULED)
    assert "was gesagt wurde" in to_html(evolve(RULED, article=Article(TEXT, language="de-AT")))
    monkeypatch.undo()


def test_a_broken_example_costs_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    (known, *_) = known_rules._records()[Quote, "cue then report"]
    broken = known_rules._Known(evolve(known.rule, found=(("no brackets", 1),)), ())
    monkeypatch.setattr(known_rules, "_records", lambda: {(Quote, "cue then report"): (broken,)})
    assert f"<p>{known.rule.finds}</p></div>" in to_html(RULED)


def rules_of(style_sheet: str) -> list[str]:
    """Return the selectors of a style sheet."""
    plain = re.sub(r"/\*.*?\*/", "", style_sheet, flags=re.DOTALL)
    return [each.strip() for each in re.findall(r"([^{}]+)\{", plain) if not each.strip().startswith("@")]


def test_a_notebook_is_left_alone() -> None:
    first, second = quoted()._repr_html_(), quoted()._repr_html_()
    own = re.findall(r'<div class="(newskit-\w+)">', first)
    assert len(own) == 1
    assert own != re.findall(r'<div class="(newskit-\w+)">', second)
    sheet = first.partition("<style>")[2].partition("</style>")[0]
    selectors = [one for each in rules_of(sheet) for one in re.split(r",(?![^(]*\))", each)]
    assert len(selectors) > 50
    for selector in selectors:
        assert re.match(rf"(?::is\([^)]*\) )?\.{own[0]}\b", selector.strip()), selector
    ids = [set(re.findall(r'\sid="([^"]+)"', each)) for each in (first, second)]
    assert ids[0]
    assert not ids[0] & ids[1]
    assert not re.search(r"<script|<link|@import|url\(", first)


def test_a_document_shows_itself_after_its_plugin_has_gone() -> None:
    assert "It is open" in quoted()._repr_html_()
