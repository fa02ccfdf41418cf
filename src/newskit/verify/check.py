"""Checking quotes: one source or many, indexed once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from newskit.article import Article
from newskit.document import Document
from newskit.errors import InputError
from newskit.kit import Kit, default_kit
from newskit.spans import Span
from newskit.verify.altered import nearest
from newskit.verify.claim import Claim
from newskit.verify.edited import chain_of, other_case
from newskit.verify.ends import left_out
from newskit.verify.source import Text
from newskit.verify.speaker import attribution
from newskit.verify.verdict import Difference, Match, Stretch, Verdict

_MOST_ENDS = 64
"""Occurrences of a claim's words whose ends are looked at: time stays linear where all of them are refused."""


class Source:
    """A source, indexed: its text folded, and what newskit reads in it once a speaker is asked for.

    ``text`` is the article's, whose code points the offsets of verdicts count; ``indexed`` is what is made of it to
    look in. ``kit`` reads it where it is no document yet (default: all installed plugins). Raises ``InputError`` for
    what is no text, article or document.
    """

    def __init__(self, source: str | Article | Document, *, kit: Kit | None = None) -> None:
        self._document = source if isinstance(source, Document) else None
        if isinstance(source, Document):
            self.article = source.article
        else:
            self.article = source if isinstance(source, Article) else Article(source)
        self.kit = kit
        self.indexed = Text(self.article.text)

    @property
    def text(self) -> str:
        """The text in which quotes are looked for."""
        return self.article.text

    @property
    def document(self) -> Document:
        """What newskit reads in the source; it is read at the first call."""
        if self._document is None:
            self._document = (self.kit or default_kit()).extract(self.article)
        return self._document

    def check(self, quote: str, speaker: str | None = None) -> Verdict:
        """Return whether a quote stands here, and with ``speaker`` whether it is given to them.

        Raises ``InputError`` for a quote or a speaker that is no string, and ``MissingExtraError`` where the quote does
        not stand here as it is and rapidfuzz, the extra ``verify``, is not installed.
        """
        claim, name = claim_of(quote), self.article.id
        check_speaker(speaker)
        return attributed(self, held(claim, self.indexed, name) or near(claim, self.indexed, name), speaker)


def held(claim: Claim, text: Text, source: str) -> Verdict | None:
    """Return the verdict on a claim that stands in a text as it is, or as its editor's marks say; else None."""
    if not claim.words_alone:
        return None
    verdict = _whole(claim, text, source)
    if verdict is None or not verdict.verbatim:
        verdict = _edited(claim, text, source) or verdict
    return verdict


def near(claim: Claim, text: Text, source: str) -> Verdict:
    """Return the verdict on a claim that does not stand in a text as it is: altered or absent."""
    found = nearest(claim, text) if claim.words_alone else None
    if found is None:
        return Verdict("absent", claim.original, source)
    match: Match = "edited" if found.differences and all(each.edit for each in found.differences) else "altered"
    span = text.span(found.start, found.end)
    differences = found.differences or _wholly(claim, span)
    return Verdict(match, claim.original, source, (span,), differences, found.similarity)


def attributed(source: Source, verdict: Verdict, speaker: str | None) -> Verdict:
    """Return a verdict that tells whether its words are given to a speaker, where there is one to ask for."""
    if speaker is None or not verdict.spans:
        return verdict
    return evolve(verdict, attribution=attribution(source.document, verdict.spans, speaker))


def claim_of(quote: str) -> Claim:
    """Return a claim made ready; raises ``InputError`` for what is no string."""
    if not isinstance(quote, str):
        raise InputError(f"expected a string, got {type(quote).__name__}", field="quote")
    return Claim(quote)


def check_speaker(speaker: str | None) -> None:
    """Raise ``InputError`` for a speaker that is no name: an empty one would be nobody's, or let all pass."""
    if speaker is not None and not isinstance(speaker, str):
        raise InputError(f"expected a string, got {type(speaker).__name__}", field="speaker")
    if speaker is not None and not speaker.strip():
        raise InputError("expected a name, got nothing; None asks for no speaker", field="speaker")


def _whole(claim: Claim, text: Text, source: str) -> Verdict | None:
    """Return the verdict on a claim whose words all stand together."""
    words = claim.words_alone
    bare = claim.original.strip()
    exact = bare in text.original
    altered: Verdict | None = None
    folded: Verdict | None = None
    for place, turned in _occurrences(words, text):
        if folded is not None and not exact:
            break
        end = place + len(words)
        differences = left_out(claim, text, place, end, turned=turned)
        if differences:
            altered = altered or Verdict(
                "altered", claim.original, source, (text.span(place, end),), differences, _share(words, differences)
            )
            continue
        first = text.folded.span(place, end)[0] - claim.folded.span(*claim.core)[0] + _indent(claim.original)
        if exact and not turned and first >= 0 and text.original.startswith(bare, first):
            return Verdict("exact", claim.original, source, (Span(first, first + len(bare), bare),), similarity=1.0)
        folded = folded or Verdict("folded", claim.original, source, (text.span(place, end),), similarity=1.0)
    return folded or altered


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _occurrences(words: str, text: Text) -> Iterator[tuple[int, bool]]:
    """Yield where words stand, then where they do with their first letter in the other case."""
    for tried, place in enumerate(text.occurrences(words)):
        if tried == _MOST_ENDS:
            break
        yield place, False
    other = other_case(words)
    for tried, place in enumerate(text.occurrences(other) if other else ()):
        if tried == _MOST_ENDS:
            break
        yield place, True


def _share(words: str, differences: Iterable[Difference]) -> float:
    return 2 * len(words) / (2 * len(words) + sum(len(each.source.text) + len(each.claim.text) for each in differences))


def _edited(claim: Claim, text: Text, source: str) -> Verdict | None:
    """Return the verdict on a claim whose parts stand there between an editor's marks."""
    chain = chain_of(claim, text)
    if chain is None:
        return None
    spans = tuple(text.span(*place) for place in chain.places)
    first, last = chain.places[0][0], chain.places[-1][1]
    turned = text.text[first] != claim.words_alone.lstrip("[(")[:1]
    differences = (*chain.differences, *left_out(claim, text, first, last, turned=turned))
    if not differences:
        return Verdict("folded", claim.original, source, spans, similarity=1.0)
    plain = any(each.turns or not each.edit for each in differences)
    kept = sum(end - start for start, end in chain.places)
    lost = sum(len(each.source.text) + len(each.claim.text) for each in differences)
    return Verdict(
        "altered" if plain else "edited", claim.original, source, spans, differences, 2 * kept / (2 * kept + lost)
    )


def _wholly(claim: Claim, span: Span) -> tuple[Difference, ...]:
    """Return the one difference of words that stand there as tokens and are cut all the same."""
    said = claim.stretch(*claim.core)
    return (Difference("replaced", "word", said, Stretch(span.start, span.end, span.text)),)
