"""How the examples of the rules tell a quote: whole, or the part of it that a rule gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from operator import attrgetter

from newskit import Quote, Span

Told = Iterable[tuple[Span, str]]


def _cue(quote: Quote) -> str:
    return quote.cue.text if quote.cue else "-"


def _content(quote: Quote) -> Iterator[tuple[Span, str]]:
    """Yield each piece of the content, the first with kind, source and cue."""
    whole = f"{quote.kind} | {quote.source.text if quote.source else '-'} | {_cue(quote)}"
    for number, span in enumerate(quote.content):
        yield span, "…" if number else whole


def _of(place: Callable[[Quote], Span | None], told: Callable[[Quote], str | None], quote: Quote) -> Told:
    span, text = place(quote), told(quote)
    return [(span, text)] if span and text else []


def _part(place: str, told: Callable[[Quote], str | None]) -> Callable[[Quote], Told]:
    return partial(_of, attrgetter(place), told)


def _said_on(quote: Quote) -> Told:
    return [(quote.said_on.span, quote.said_on.value)] if quote.said_on else []


PARTS: dict[str, Callable[[Quote], Told]] = {
    "": _content,
    "content": _content,
    "cue": _part("cue", attrgetter("text")),
    "source": _part("source", _cue),
    "speaker": _part("source", lambda quote: quote.speaker and quote.speaker.name),
    "addressee": _part("addressee", _cue),
    "reported_by": _part("reported_by", _cue),
    "said_on": _said_on,
    "venue": _part("cue", attrgetter("venue")),
    "source_type": _part("source", attrgetter("source_type")),
    "anonymity_reason": _part("anonymity_reason", attrgetter("source_type")),
}
"""By the ``value`` of a record: the spans that an example has between brackets, and what stands behind its "="."""
