"""Hypothesis strategies: texts like news and unlike it, articles, and documents with annotations of every kind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from newskit.article import Article
from newskit.document import Document, Dropped, Revised
from newskit.errors import Failure, MissingExtraError
from newskit.kinds import Entity, Mention, Part, Quote, TimeExpression, Title
from newskit.layers import layer_of
from newskit.spans import Span
from newskit.terms import (
    EntityKind,
    EntitySubtype,
    PartKind,
    QuoteKind,
    Reported,
    ReportStatus,
    SourceType,
    TimeType,
    TitleKind,
    TitleTie,
)
from newskit.testing.hostile import HOSTILE

try:
    from hypothesis import strategies as st
except ImportError:
    raise MissingExtraError("hypothesis", extra="testing") from None

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

K = TypeVar("K")

_PIECES = (
    *("he", "they", "the", "a", "of", "in", "on", "to", "that", "and", "by", "for", "not", "did", "will", "I", "who"),
    *("said", "told", "announced", "according to", "asked", "says", "wrote", "added", "claims", "confirmed"),
    *("Jane", "Roe", "Mr.", "Dr.", "O’Neill", "Jean-Luc", "Maria", "Sen.", "J.", "López", "van", "Ali"),
    *("Ministry", "Bank of", "United Nations", "Reuters", "Norway", "Lima", "U.S.", "NATO", "the Council"),
    *("president", "spokeswoman", "Foreign Minister", "chief executive", "mayor", "the spokesman"),
    *("Tuesday", "March 3", "2021", "last year", "two weeks ago", "earlier this month", "May", "3 p.m.", "1990s"),
    *('"', "“", "”", "‘", "’", "'", "``", "''", "«", "»", "'s", "’s"),
    *(".", ",", "?", "!", ":", ";", "—", " -- ", "…", "(", ")", "-", "...", "\n", "\n\n", "\t", "1,000.5", "$3"),
)


def texts(*, max_pieces: int = 60, surrogates: bool = True) -> SearchStrategy[str]:
    """Return texts made of words, names, dates, marks and hostile pieces, with and without spaces, and any characters.

    Without ``surrogates`` every text can be encoded.
    """
    hostile = [unit for unit in HOSTILE.values() if surrogates or not _has_surrogate(unit)]
    characters = st.characters() if surrogates else _encodable()
    piece = st.one_of(
        st.sampled_from(_PIECES), st.sampled_from(_PIECES), st.sampled_from(hostile), st.text(characters, max_size=3)
    )
    spaced = st.tuples(piece, st.sampled_from((" ", " ", " ", "", "\n"))).map("".join)
    return st.lists(spaced, max_size=max_pieces).map("".join)


def _encodable() -> SearchStrategy[str]:
    return st.characters(exclude_categories=["Cs"])


def _has_surrogate(text: str) -> bool:
    return any("\ud800" <= sign <= "\udfff" for sign in text)


@st.composite
def articles(draw: DrawFn, *, surrogates: bool = True, languages: Sequence[str] = ("en", "en-GB")) -> Article:
    """Draw an article: any text, and what is known beside it; its language is one of ``languages``."""
    plain = st.text(_encodable(), max_size=12)
    return Article(
        draw(texts(surrogates=surrogates)),
        id=draw(plain),
        published=draw(st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))),
        url=draw(st.none() | plain),
        publisher=draw(st.none() | plain),
        language=draw(st.sampled_from(languages)),
    )


@st.composite
def spans(draw: DrawFn, text: str) -> Span:
    """Draw a span of a text, which must not be empty."""
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, min(len(text), start + 40)))
    return Span(start, end, text[start:end])


@st.composite
def documents(draw: DrawFn, *, surrogates: bool = False) -> Document:
    """Draw a document with annotations of every kind that refer to each other as extractors make them refer.

    What plugins add (``ids``, ``extra``), failures, and what was dropped and revised are drawn too.
    """
    article = draw(articles(surrogates=surrogates))
    if not article.text:
        return Document(article)
    span = spans(article.text)
    word = st.text(_encodable(), min_size=1, max_size=12)
    titles = draw(_layer(_titles(span, word)))
    entities = draw(_layer(_entities(span, word, titles)))
    dates = draw(_layer(_dates(span)))
    layers: dict[type, tuple[object, ...]] = {
        Part: draw(_layer(st.builds(Part, _any_of(PartKind), span, _rules()))),
        Title: titles,
        Entity: entities,
        TimeExpression: dates,
        Quote: draw(_layer(_quotes(span, word, entities, dates))),
    }
    failure = st.builds(Failure, extractor=word, plugin=word, article_id=st.just(article.id), error=word)
    layer, some_spans = st.sampled_from([layer_of(kind) for kind in layers]), st.lists(span, max_size=2).map(tuple)
    dropped = st.builds(Dropped, layer, extractor=word, lost_to=word, spans=some_spans, whole=st.booleans())
    change = st.sampled_from(("dropped", "changed", "added"))
    revised = st.builds(Revised, layer, extractor=word, change=change, spans=some_spans)
    return Document(
        article,
        layers,
        tuple(draw(st.lists(failure, max_size=2))),
        tuple(draw(st.lists(dropped, max_size=2))),
        tuple(draw(st.lists(revised, max_size=2))),
    )


def _ids(word: SearchStrategy[str]) -> SearchStrategy[dict[str, str]]:
    return st.dictionaries(word, word, max_size=2)


def _extra(word: SearchStrategy[str]) -> SearchStrategy[dict[str, Any]]:
    """Return what plugins may add: strings, flags and finite numbers of 64 bits."""
    number = st.integers(-(2**63), 2**64 - 1) | st.floats(allow_nan=False, allow_infinity=False)
    return st.dictionaries(word, st.booleans() | number | st.text(_encodable(), max_size=12), max_size=2)


def _any_of(literal: object) -> SearchStrategy[str]:
    return st.sampled_from(get_args(literal))


def _rules() -> SearchStrategy[str]:
    return st.sampled_from(("", "a-rule", "another-rule"))


def _layer(kind: SearchStrategy[K]) -> SearchStrategy[tuple[K, ...]]:
    return st.lists(kind, max_size=4, unique=True).map(tuple)


def _titles(span: SearchStrategy[Span], word: SearchStrategy[str]) -> SearchStrategy[Title]:
    maybe = st.none() | word
    return st.builds(
        Title,
        span,
        role=word,
        organization=maybe,
        place=maybe,
        within=maybe,
        kind=_any_of(TitleKind),
        rule=_rules(),
        honorific=st.booleans(),
        claimed=st.booleans(),
        former=st.booleans(),
        tie=_any_of(TitleTie),
    )


def _entities(
    span: SearchStrategy[Span], word: SearchStrategy[str], titles: tuple[Title, ...]
) -> SearchStrategy[Entity]:
    mentions = st.builds(Mention, span, _rules())
    return st.builds(
        Entity,
        kind=_any_of(EntityKind),
        subtype=st.none() | _any_of(EntitySubtype),
        name=word,
        mentions=st.lists(mentions, min_size=1, max_size=3).map(tuple),
        nominal_mentions=st.lists(mentions, max_size=2).map(tuple),
        titles=_some(titles),
        pronouns=st.lists(mentions, max_size=2).map(tuple),
        ids=_ids(word),
        extra=_extra(word),
    )


def _apart(found: list[Span]) -> tuple[Span, ...]:
    """Return those spans that stand in the order of the text and do not overlap the one before."""
    kept: list[Span] = []
    for span in sorted(found):
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return tuple(kept)


def _some(among: tuple[K, ...]) -> SearchStrategy[tuple[K, ...]]:
    return st.lists(st.sampled_from(among), max_size=2, unique=True).map(tuple) if among else st.just(())


def _one(among: tuple[K, ...]) -> SearchStrategy[K | None]:
    return st.none() | st.sampled_from(among) if among else st.none()


def _dates(span: SearchStrategy[Span]) -> SearchStrategy[TimeExpression]:
    day = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
    days = st.tuples(st.none() | day, st.none() | day).map(lambda pair: sorted(pair) if all(pair) else pair)  # type: ignore[type-var]
    return days.flatmap(lambda pair: _date(span, *pair))


def _date(span: SearchStrategy[Span], first: dt.date | None, last: dt.date | None) -> SearchStrategy[TimeExpression]:
    return st.builds(
        TimeExpression,
        span,
        type=_any_of(TimeType),
        value=st.sampled_from(("2021", "2021-03", "XXXX-WXX-2", "P2W", "PAST_REF")),
        mod=st.sampled_from((None, "START", "APPROX")),
        quant=st.sampled_from((None, "EVERY")),
        freq=st.sampled_from((None, "2X")),
        first=st.just(first),
        last=st.just(last),
        rule=_rules(),
        publication=st.sampled_from((None, "line", "stamp")),
    )


def _quotes(
    span: SearchStrategy[Span],
    word: SearchStrategy[str],
    entities: tuple[Entity, ...],
    dates: tuple[TimeExpression, ...],
) -> SearchStrategy[Quote]:
    maybe = st.none() | span
    return st.builds(
        Quote,
        kind=_any_of(QuoteKind),
        content=st.lists(span, min_size=1, max_size=3).map(_apart),
        cue=maybe,
        source=maybe,
        speaker=_one(entities),
        addressee=maybe,
        said_on=_one(dates),
        venue=st.none() | word,
        reported_by=maybe,
        anonymity_reason=maybe,
        source_type=st.none() | _any_of(SourceType),
        anonymous=st.booleans(),
        confidence=st.floats(0, 1, allow_nan=False),
        rule=_rules(),
        reports=_any_of(Reported),
        status=_any_of(ReportStatus),
        reports_rule=_rules(),
        status_rule=_rules(),
        speaker_confidence=st.none() | st.floats(0, 1, allow_nan=False),
        extra=_extra(word),
    )
