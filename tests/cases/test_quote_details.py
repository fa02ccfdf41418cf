"""What quotes are made of beside the examples of their rules: datelines, entities of others, no model."""

from __future__ import annotations

from types import SimpleNamespace

import newskit


def only_quote(kit: newskit.Kit, text: str) -> newskit.Quote:
    (quote,) = kit.extract(text, published="2025-02-18").quotes
    return quote


def test_a_dateline_is_no_part_of_what_is_said(kit: newskit.Kit) -> None:
    text = "LIMA, April 25 (Reuters) - The bridge is safe, the mayor said on Tuesday."
    assert only_quote(kit, text).text == "The bridge is safe"


def test_a_mention_that_begins_within_a_word_costs_nothing() -> None:
    text = 'Lopez said: "No." Supper'

    @newskit.extractor(newskit.Entity)
    def odd(doc: newskit.Doc) -> list[newskit.Entity]:
        return [newskit.Entity("person", "Per", [newskit.Mention(doc.span(len(text) - 3, len(text)))])]

    plugin = SimpleNamespace(__name__="odd", newskit_extractors=newskit.hookimpl(lambda: [odd]))
    document = newskit.Kit(plugins=["newskit_structure", "newskit_quotes"], add=[plugin]).extract(text)
    assert document.failures == ()
    assert len(document.quotes) == 1


def test_without_its_model_the_plugin_goes_by_rule() -> None:
    kit = newskit.Kit(options={"newskit_quotes": {"model": False}})
    assert only_quote(kit, "Maria Lopez said that the bridge was safe.").rule == "cue then report"
