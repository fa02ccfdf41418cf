"""Many sources, indexed together: which of them holds a quote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from heapq import nsmallest

from newskit.article import Article
from newskit.document import Document
from newskit.errors import InputError
from newskit.hints import there
from newskit.kit import Kit
from newskit.verify.check import Source, attributed, check_speaker, claim_of, held, near
from newskit.verify.claim import Claim
from newskit.verify.verdict import Match, Verdict
from newskit.verify.words import has_words

_ORDER: tuple[Match, ...] = ("exact", "folded", "edited", "altered", "absent")
_MOST_TOLD = 20
_MOST_ALIGNED = 5
"""Sources in which what stands in none as it is is looked for by likeness: those that share its rarest words."""


class SourceIndex:
    """Many sources, indexed together: which of them holds a quote.

    ``sources`` are texts by their ids, or articles, documents or indexed sources, whose own ids tell them apart;
    ``kit`` reads those that are no documents yet, where a speaker is asked for. Raises ``InputError`` for an id that
    comes twice, and as ``Source`` does.
    """

    def __init__(
        self, sources: Mapping[str, str] | Iterable[Article | Document | Source], *, kit: Kit | None = None
    ) -> None:
        self.sources: dict[str, Source] = {}
        self._places: dict[str, int] = {}
        self._holders: dict[str, list[str]] = {}
        given = (Article(text, id=name) for name, text in sources.items()) if isinstance(sources, Mapping) else sources
        for each in given:
            source = each if isinstance(each, Source) else Source(each, kit=kit)
            name = source.article.id
            if name in self.sources:
                raise InputError(f"two sources have the id {name!r}", field="id")
            self._places[name] = len(self.sources)
            self.sources[name] = source
            for word in source.indexed.places:
                self._holders.setdefault(word, []).append(name)

    def check(self, quote: str, speaker: str | None = None, *, source: str | None = None) -> Verdict:
        """Return the best verdict that any source gives on a quote; ``Verdict.source`` is its id.

        Exact goes before folded, folded before edited, edited before altered; of equals a source that gives the words
        to the ``speaker``, then the first. ``source`` is the id of the only one to look into. Raises as
        ``Source.check`` does, and ``InputError`` for an id that no source has.
        """
        if source is not None:
            if source not in self.sources:
                raise InputError(f"no source has the id {source!r}{self._there(source)}", field="source")
            return self.sources[source].check(quote, speaker)
        claim = claim_of(quote)
        check_speaker(speaker)
        verdicts = [
            (name, verdict)
            for name in self._that_may_hold(claim)
            if (verdict := held(claim, self.sources[name].indexed, name))
        ]
        if verdicts:
            best = min(_ORDER.index(verdict.match) for _, verdict in verdicts)
            return self._said([each for each in verdicts if _ORDER.index(each[1].match) == best], speaker)
        verdicts = [(name, near(claim, self.sources[name].indexed, name)) for name in self._like(claim)]
        verdicts = [each for each in verdicts if each[1].match != "absent"]
        if not verdicts:
            return Verdict("absent", claim.original)
        name, verdict = max(verdicts, key=lambda each: each[1].similarity)
        return attributed(self.sources[name], verdict, speaker)

    def _there(self, source: str) -> str:
        """Return what to say of an id that is unknown: a long list of ids says nothing."""
        return there(source, self.sources) if len(self.sources) <= _MOST_TOLD else ""

    def _said(self, verdicts: list[tuple[str, Verdict]], speaker: str | None) -> Verdict:
        """Return the first verdict that gives the words to the speaker, else the first."""
        first = None
        for name, verdict in verdicts:
            told = attributed(self.sources[name], verdict, speaker)
            if told.attribution is None or told.attribution.answer == "attributed":
                return told
            first = first or told
        return first or verdicts[0][1]

    def _that_may_hold(self, claim: Claim) -> Iterator[str]:
        """Yield the sources that have every word of a claim, but for those at its ends and beside its edits."""
        words = [word for word in claim.inner_words() if has_words(word)]
        if not words:
            yield from self.sources
            return
        found = [self._holders.get(word, []) for word in words]
        found.sort(key=len)
        others = [frozenset(each) for each in found[1:]]
        yield from (name for name in found[0] if all(name in each for each in others))

    def _like(self, claim: Claim) -> list[str]:
        """Return the sources that share most with a claim, each word counting the more the fewer have it."""
        shares: Counter[str] = Counter()
        for word in dict.fromkeys(filter(has_words, claim.words)):
            holders = self._holders.get(word, ())
            for name in holders:
                shares[name] += 1 / len(holders)  # type: ignore[assignment]  # a counter of fractions counts as well
        return nsmallest(_MOST_ALIGNED, shares, key=lambda name: (-shares[name], self._places[name]))
