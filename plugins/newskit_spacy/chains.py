"""Chains: the mentions of one entity brought together, each with the rule that tied it."""

from __future__ import annotations

from attrs import Factory, define, frozen

import newskit

_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
_SMALL = frozenset(("of", "the", "and", "for", "on", "&", "in"))
_LATEST = 40
"""Chains of one surname that are looked at, the latest: text without end costs no more than a long article."""


@frozen
class Named:
    """A mention: its span, its words in lower case without suffixes, and its kind."""

    span: newskit.Span
    text: str
    words: tuple[str, ...]
    kind: newskit.EntityKind


@define
class Chain:
    """The mentions of one entity so far; ``name`` is the fullest."""

    kind: newskit.EntityKind
    name: str
    words: tuple[str, ...]
    mentions: list[newskit.Mention] = Factory(list)
    nominal: list[newskit.Mention] = Factory(list)
    titles: list[newskit.Title] = Factory(list)


def named(span: newskit.Span, kind: newskit.EntityKind) -> Named:
    """Return a mention with its words."""
    parts = span.text.split()
    words = [word.strip(".,").lower() for word in parts if word.strip(".,").lower() not in _SUFFIXES]
    text = " ".join(parts)
    return Named(span, text, tuple(filter(None, words)) or (text.lower(),), kind)


class Chains:
    """Builds the chains of one article from its mentions in the order of the text."""

    def __init__(self) -> None:
        self.all: list[Chain] = []
        self.same: dict[tuple[str, tuple[str, ...]], Chain] = {}
        self.people: dict[str, list[Chain]] = {}
        """Chains of people by the first and the last parts of their names."""
        self.acronyms: dict[str, Chain] = {}

    def add(self, mention: Named) -> None:
        """Put a mention into its chain, or begin one."""
        chain, rule = self._known(mention)
        if chain is None:
            chain = Chain(mention.kind, mention.text, mention.words)
            self.all.append(chain)
        elif len(mention.words) > len(chain.words):
            chain.name, chain.words = mention.text, mention.words
        chain.mentions.append(newskit.Mention(mention.span, rule))
        self._enter(mention, chain)

    def _enter(self, mention: Named, chain: Chain) -> None:
        if mention.kind == "person":
            for word in dict.fromkeys((mention.words[0], mention.words[-1])):
                known = self.people.setdefault(word, [])
                if all(chain is not each for each in known[-_LATEST:]):
                    known.append(chain)
            return
        self.same.setdefault((mention.kind, mention.words), chain)
        if mention.kind == "organization" and len(mention.words) > 1:
            letters = "".join(word[0] for word in mention.words if word not in _SMALL)
            self.acronyms.setdefault(letters, chain)

    def _known(self, mention: Named) -> tuple[Chain | None, str]:
        if mention.kind == "person":
            return self._person(mention.words)
        chain = self.same.get((mention.kind, mention.words))
        if chain:
            return chain, "same name"
        if mention.kind == "organization" and mention.text.replace(".", "").isupper():
            chain = self.acronyms.get(mention.words[0].replace(".", ""))
        return chain, "acronym" if chain else "name"

    def _person(self, words: tuple[str, ...]) -> tuple[Chain | None, str]:
        if len(words) == 1:
            known = self.people.get(words[0], [])[-_LATEST:]
            of_surname = [chain for chain in known if chain.words[-1] == words[0]]
            chain = max(of_surname or known, key=lambda each: len(each.mentions), default=None)
            if chain is None:
                return None, "name"
            rule = "same name" if chain.words == words else "surname" if of_surname else "given name"
            return chain, rule
        for chain in reversed(self.people.get(words[-1], [])[-_LATEST:]):
            if _compatible(words, chain.words):
                return chain, "same name" if words == chain.words else "name parts"
        return None, "full name"


def _compatible(words: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Tell whether two names with one surname can be one person's: no part may speak against it."""
    if known[-1] != words[-1]:
        return False
    if len(known) == 1:
        return True
    first, other = words[0], known[0]
    if first != other and not (first[0] == other[0] and 1 in (len(first), len(other))):
        return False
    middle, others = words[1:-1], known[1:-1]
    return not middle or not others or middle[0][0] == others[0][0]
