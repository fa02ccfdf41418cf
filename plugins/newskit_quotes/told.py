"""How the examples of the rules tell a quote: whole, or the part of it that a rule gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter

from newskit import Quote, Span
from newskit.rules import Rule

Tell = Callable[[Quote, Rule], Iterable[tuple[Span, str]]]


def _cue(quote: Quote) -> str:
    return quote.cue.text if quote.cue else "-"


def _content(quote: Quote, _: Rule) -> list[tuple[Span, str]]:
    """Return each piece of the content, the first with kind, source and cue."""
    whole = f"{quote.kind} | {quote.source.text if quote.source else '-'} | {_cue(quote)}"
    return [(span, "…" if number else whole) for number, span in enumerate(quote.content)]


def _part(place: str, told: Callable[[Quote], str | None]) -> Tell:
    """Return what tells a part: a span of the quote, and a text."""
    find: Callable[[Quote], Span | None] = attrgetter(place)
    return lambda quote, _: [(span, text)] if (span := find(quote)) and (text := told(quote)) else []


PARTS: dict[str, Tell] = {
    "": _content,
    "content": _content,
    **dict.fromkeys(("cue", "first_word", "last_word", "next_word"), _part("cue", attrgetter("text"))),
    "source": _part("source", _cue),
    "speaker": _part("source", lambda quote: quote.speaker.name if quote.speaker else None),
    "addressee": _part("addressee", _cue),
    "reported_by": _part("reported_by", _cue),
    "said_on": lambda quote, _: [(quote.said_on.span, quote.said_on.value)] if quote.said_on else [],
    "venue": _part("cue", attrgetter("venue")),
    "source_type": _part("source", attrgetter("source_type")),
    "reports": _part("cue", attrgetter("reports")),
    "status": _part("cue", attrgetter("status")),
    **dict.fromkeys(("anonymity_reason", "within_source"), _part("anonymity_reason", attrgetter("source_type"))),
}
"""By the ``value`` of a record: the spans that an example has between brackets, and what stands behind its "="."""
