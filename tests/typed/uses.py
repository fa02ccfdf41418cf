"""A program that uses what newskit offers to users and to plugins: mypy and pyright find nothing in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import ClassVar

import attrs

import newskit
from newskit import Verdict
from newskit.corpus import Job, Summary, extract_batch, schema
from newskit.formats import from_json, read_articles, to_dict, to_html, to_json
from newskit.linking import Genders, NamedMention, link
from newskit.rules import Found, Rules, Vocabulary
from newskit.testing import check_extractor, marked
from newskit.text import closed_class, female_share
from newskit.verify import Matter, Source, SourceIndex


@attrs.frozen
class Money:
    """A kind of one's own, with a field that refers to a quote."""

    layer: ClassVar[str] = "money"
    span: newskit.Span
    amount: float
    currency: str
    quote: newskit.Quote | None = None


@attrs.frozen
class Options:
    """The options of the plugin."""

    floor: float = 0.5


@newskit.extractor(Money, reads=(newskit.Quote,), languages=["en"])
def money(doc: newskit.Doc) -> Iterator[Money]:
    """Find dollars."""
    for quote in doc[newskit.Quote]:
        for span in quote.content:
            at = span.text.find("$")
            if at >= 0:
                yield Money(doc.span(span.start + at, span.end), 1.0, "USD", quote)


@newskit.reviser(newskit.Quote, after=["acme"])
def surer(doc: newskit.Doc) -> Iterable[newskit.Quote]:
    """Drop what is hardly sure, and note the rest."""
    return [attrs.evolve(quote, extra={"seen": True}) for quote in doc[newskit.Quote] if quote.confidence > 0.2]


@newskit.extractor(newskit.Entity, reads=(newskit.Title,))
def names(doc: newskit.Doc) -> list[newskit.Entity]:
    """Link names that come from elsewhere."""
    return link(doc, [NamedMention(doc.span(0, 3), "person")], doc[newskit.Title])


class Plugin:
    """A plugin as an object."""

    @newskit.hookimpl
    def newskit_options(self) -> type[Options]:
        """Return the class of the options."""
        return Options

    @newskit.hookimpl
    def newskit_extractors(self, options: Options) -> list[newskit.Extractor]:
        """Return the extractors."""
        return [money, surer] if options.floor else [money]

    @newskit.hookimpl
    def newskit_formats(self) -> list[newskit.Format]:
        """Return the formats."""
        return [newskit.Format("count", lambda document: str(len(document.quotes)))]


def facts(text: str) -> list[tuple[str, str | None, str | None, dt.date | None]]:
    """Return who said what, in what office, and when."""
    article = newskit.Article(text, published=dt.date(2025, 2, 18))
    document: newskit.Document = newskit.Kit(add=[Plugin()], options={"Plugin": {"floor": 0.7}}).extract(article)
    held: tuple[Money, ...] = document[Money]
    assert all(each.amount > 0 for each in held)
    return [
        (
            quote.text,
            quote.speaker.name if quote.speaker else None,
            quote.speaker.role if quote.speaker else None,
            quote.said_on.first if quote.said_on else None,
        )
        for quote in document.quotes
    ]


def written(folder: Path) -> Iterator[str]:
    """Yield every article of a folder in some formats."""
    for article in read_articles(folder):
        document = newskit.extract(article)
        yield to_json(document)
        yield to_html(document)
        again = from_json(to_json(document), kinds=[Money])
        yield str(to_dict(again)["quotes"])
        for entity in again.entities:
            yield f"{entity.name} {Genders(again.entities).likelihood(0, 'female')} {dict(entity.ids)}"


def corpus(folder: Path) -> Summary:
    """Run over a corpus."""
    job = Job(inputs=[str(folder)], out=folder / "facts", format="parquet")
    return job.run(workers=2)


def checked(text: str) -> Iterator[str]:
    """Check quotes."""
    verdict: Verdict = newskit.verify("a quote", text, "Ann Roe")
    matter: Matter = verdict.differences[0].matter
    said = verdict.attribution
    yield f"{verdict.match} {matter} {said.answer if said else ''} {Source(text).check('x').supported}"
    yield SourceIndex({"a": text}).check("a quote", source="a").spans[0].text


def tested() -> tuple[tuple[object, ...], ...]:
    """Use what tests use."""
    text, (span, *_) = marked("[Ann] left.")
    assert span.text in text
    assert female_share("Ann")
    assert "mr" in closed_class("male")
    return check_extractor(money, articles=[text])


def readers(found: Found) -> str:
    """Use the engine of the rules."""
    rules = Rules("acme", "rules.txt", vocabulary=Vocabulary("acme", "words.txt"), parts={})
    return rules.package + (found.value("UNIT") or "")


__all__ = ["checked", "corpus", "extract_batch", "facts", "names", "readers", "schema", "tested", "written"]
