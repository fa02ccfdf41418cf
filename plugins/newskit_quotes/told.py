"""How the examples of the rules tell a quote: whole, or the part of it that a rule gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter

from newskit import Quote, Span
from newskit.rules import Rule

Told = Iterable[tuple[Span, str]]
Tell = Callable[[Quote, Rule], Told]


def _cue(quote: Quote) -> str:
    return quote.cue.text if quote.cue else "-"


def _content(quote: Quote, _: Rule) -> Told:
    """Yield each piece of the content, the first with kind, source and cue."""
    whole = f"{quote.kind} | {quote.source.text if quote.source else '-'} | {_cue(quote)}"
    return [(span, "…" if number else whole) for number, span in enumerate(quote.content)]


def _part(place: str, told: Callable[[Quote], str | None], *, of_value: bool = False) -> Tell:
    """Return what tells a part: a span of the quote and a text; ``of_value``, the text alone that the record gives."""
    find = attrgetter(place)

    def tell(quote: Quote, rule: Rule) -> Told:
        text = told(quote)
        wanted = text and (not of_value or text == " ".join(rule.arguments))
        span = find(quote) if wanted else None
        return [(span, text)] if span and text else []

    return tell


def _said_on(quote: Quote, _: Rule) -> Told:
    return [(quote.said_on.span, quote.said_on.value)] if quote.said_on else []


PARTS: dict[str, Tell] = {
    "": _content,
    "content": _content,
    "cue": _part("cue", attrgetter("text")),
    "source": _part("source", _cue),
    "speaker": _part("source", lambda quote: quote.speaker.name if quote.speaker else None),
    "addressee": _part("addressee", _cue),
    "reported_by": _part("reported_by", _cue),
    "said_on": _said_on,
    "venue": _part("cue", attrgetter("venue"), of_value=True),
    "source_type": _part("source", attrgetter("source_type"), of_value=True),
    "anonymity_reason": _part("anonymity_reason", attrgetter("source_type")),
}
"""By the ``value`` of a record: the spans that an example has between brackets, and what stands behind its "="."""
