"""Quotes: who said what. Direct, mixed and indirect speech by rules, with a small linear model where rules end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import newskit
from newskit_quotes.attribution import Attribution, ByModel, ByRule, Judge, find
from newskit_quotes.model import shipped
from newskit_quotes.page import Page


def _kind(page: Page, attribution: Attribution) -> newskit.kinds.QuoteKind:
    inside = total = 0
    for start, end in attribution.content:
        inside += sum(page.inside[start:end])
        total += end - start
    return "direct" if inside == total else "mixed" if inside else "indirect"


def _quotes(doc: newskit.Doc, judge: Judge) -> Iterator[newskit.Quote]:
    page = Page(doc)

    def span(token_range: tuple[int, int]) -> newskit.Span:
        return doc.span(page.starts[token_range[0]], page.ends[token_range[1] - 1])

    for each in find(page, judge):
        yield newskit.Quote(
            _kind(page, each),
            tuple(span(piece) for piece in each.content),
            cue=span(each.cue) if each.cue else None,
            source=span(each.source) if each.source else None,
            confidence=round(min(max(each.worth, 0.0), 1.0), 2),
            rule=each.rule,
        )


@newskit.hookimpl
def newskit_extractors(config: newskit.Config) -> Iterable[newskit.Extractor]:
    """Register the extractor; the option ``model`` (True unless given) says whether the model has a say."""
    use_model = config.for_plugin("newskit_quotes").get("model", True)

    @newskit.extractor(newskit.Quote, reads=(newskit.Part, newskit.Title, newskit.Entity, newskit.TimeExpression))
    def quotes(doc: newskit.Doc) -> Iterator[newskit.Quote]:
        model = shipped() if use_model else None
        return _quotes(doc, ByModel(model) if model else ByRule())

    return [quotes]
