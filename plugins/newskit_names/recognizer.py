"""The recognizer: candidates, their kinds, their chains, their titles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, cast

from newskit import Doc, Entity, Mention, Title
from newskit_names.candidates import Candidate, Segmenter, occurrences
from newskit_names.chains import Chain, Chains
from newskit_names.evidence import Evidence
from newskit_names.holders import Holders
from newskit_names.lexicon import Lexicon, lexicon
from newskit_names.model import decide

Kind = Literal["person", "organization", "place", "group"]


class Recognizer:
    """Finds the entities of one article."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.lexicon: Lexicon = lexicon()
        self.titles = doc[Title]
        segmenter = Segmenter(doc, self.lexicon)
        segmenter.read_titles(self.titles)
        self.candidates = list(segmenter.candidates())

    def entities(self) -> Iterator[Entity]:
        """Yield the entities in the order of their first mentions."""
        kinds = self.kinds()
        chains = Chains(self.lexicon)
        for candidate in self.candidates:
            kind = kinds.get(candidate.text, "none")
            if kind != "none":
                chains.add(candidate, kind)
        spans = {id(candidate): self._offsets(candidate) for candidate in self.candidates}
        holders = Holders(self.doc.text, self.titles, chains.all, spans)
        holders.settle()
        for number, chain in enumerate(chains):
            yield self._entity(chain, spans, holders, number)

    def _offsets(self, candidate: Candidate) -> tuple[int, int]:
        return self.doc.tokens.starts[candidate.first], self.doc.tokens.ends[candidate.last - 1]

    def kinds(self) -> dict[str, str]:
        """Return the kind of each distinct candidate, "none" for what is no name."""
        evidence = Evidence(self.doc.tokens, self.lexicon)
        found = {text: decide(evidence.of(group)) for text, group in occurrences(self.candidates).items()}
        self._spread_surnames(found)
        return found

    def _spread_surnames(self, found: dict[str, str]) -> None:
        """A single word that is the last part of a person's full name in the article is that person."""
        surnames: set[str] = set()
        for candidate in self.candidates:
            if found[candidate.text] == "person" and len(candidate.words) > 1:
                words = [word for word in candidate.words if word not in self.lexicon.kinds["suffix"]]
                surnames.add(words[-1])
        for candidate in self.candidates:
            if len(candidate.words) == 1 and candidate.words[0] in surnames:
                found[candidate.text] = "person"

    def _entity(self, chain: Chain, spans: dict[int, tuple[int, int]], holders: Holders, number: int) -> Entity:
        mentions = tuple(Mention(self.doc.span(*spans[id(candidate)]), rule) for candidate, rule in chain.mentions)
        meant = tuple(Mention(title.span, rule) for title, rule in holders.meant.get(number, ()))
        titles = tuple(holders.held.get(number, ()))
        return Entity(cast("Kind", chain.kind), chain.name, mentions, meant, titles)
