"""Scare quotes, titles of works, nicknames and terms: quoted stretches that are no speech, as a class of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newskit.bench.annotated import Attribution, Range
from newskit.bench.quotes import letters
from newskit.bench.tally import Tally
from newskit.text import Ground

MOST_WORDS = 8


def short_stretches(text: str, *, most: int = MOST_WORDS) -> Iterator[Range]:
    """Yield what stands between two marks in the writer's own sentences, of at most some words, without the marks."""
    for quotation in Ground(text).quotations:
        if quotation.opened and quotation.closed and not quotation.depth:
            inner = (quotation.inner_start, quotation.inner_end)
            if letters(text, [inner]) and len(text[slice(*inner)].split()) <= most:
                yield inner


def stretches_outside(text: str, stretches: Sequence[Range], quotes: Sequence[Attribution]) -> set[Range]:
    """Return the stretches that share no letter with any source, cue or content."""
    attributed = letters(text, (each for quote in quotes for each in (*quote.source, *quote.cue, *quote.content)))
    return {stretch for stretch in stretches if attributed.isdisjoint(letters(text, [stretch]))}


def tally(text: str, gold: Sequence[Attribution], predicted: Sequence[Attribution], *, most: int = MOST_WORDS) -> Tally:
    """Count the not-speech class of an article on its short quoted stretches.

    Both sides answer not-speech by leaving a stretch out of every attribution.
    """
    stretches = tuple(short_stretches(text, most=most))
    wanted = stretches_outside(text, stretches, gold)
    found = stretches_outside(text, stretches, predicted)
    return Tally.of(len(wanted & found), len(found), len(wanted))
