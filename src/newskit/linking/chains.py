"""Chains: the mentions of one person, organisation or place, each with the rule that tied it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from attrs import Factory, define

from newskit.linking.named import NamedMention
from newskit.linking.spellings import bare_surname, given_variants, letters, skeleton, variants
from newskit.linking.words import WORDS, table
from newskit.terms import EntityKind, EntitySubtype
from newskit.text import (
    cities,
    closed_class,
    female_share,
    given_names,
    is_short_for,
    places,
    surnames,
    without_accents,
)

_ALIASES = table("alias")
_EVERYWHERE = WORDS["everywhere"]
_BODIES = WORDS["short_body"]
_SKIPPED = closed_class("acronym_skip")
_PARTICLES = closed_class("particle")
_SPELT = "other spelling"
_PARTICLE = 2
"""Letters of initials and of the small words between surnames."""
_PATRONYMIC = frozenset(("bin", "bint", "ibn"))
_NUMERAL = frozenset("ivx")
_GENERATIONS = frozenset(("jr", "sr"))
_HALF, _SURELY = 0.5, 0.95
_NEAR = 80
"""Characters between two full names within which a writer who varies the given name means two people."""
_LATEST = 40
"""Most chains of one name part that are compared, the latest: time stays linear in the length of the text."""


@define(eq=False)
class Chain:
    """The mentions of one entity so far; ``name`` is the fullest."""

    kind: EntityKind
    name: str
    words: tuple[str, ...]
    mentions: list[tuple[NamedMention, str]] = Factory(list)
    gender: str = ""
    """A person's gender by a form of address or a word for a relative."""
    subtype: EntitySubtype | None = None
    senior: bool = False
    """A mention ends in "Sr.": somebody of the same name without it is another person."""

    def fits(self, gender: str) -> bool:
        """Tell whether the given name is mostly borne by a gender, where that is known and told: "Mrs."."""
        share = female_share(self.words[0]) if gender and not self.gender and len(self.words) > 1 else None
        return share is None or (share > _HALF) == (gender == "female")

    @property
    def patronymic(self) -> bool:
        """Tell whether the last part is the father's name, which does not stand alone: "Karim bin Zorvel"."""
        return self.words[-2:-1] != self.words[:1] and not _PATRONYMIC.isdisjoint(self.words[-2:-1])

    @property
    def first(self) -> int:
        """The offset of the mention that comes first."""
        return self.mentions[0][0].span.start


class _Found(NamedTuple):
    """The chain of a mention, None where it begins one, and the rule that says so."""

    chain: Chain | None
    rule: str
    listed: bool = False
    """All words by which the chain can be found with this mention are known already."""


_NEW, _NEW_PERSON = _Found(None, "name"), _Found(None, "full name")


class Chains:
    """Builds the chains of one article from its mentions in the order of the text."""

    def __init__(self) -> None:
        self.all: list[Chain] = []
        self.by_key: dict[tuple[str, str], Chain] = {}
        self.by_initials: dict[str, Chain] = {}
        self.by_first: dict[str, list[Chain]] = {}
        self.by_team: dict[str, Chain] = {}
        self.by_pair: dict[tuple[str, ...], Chain] = {}
        """Chains of bodies with a place's name before one word, by that word: "rangers" of "Glasgow Rangers"."""
        self.by_noun: dict[str, Chain] = {}
        """Chains of bodies by the noun that ends their names and stands for them: "tribunal", the latest of each."""
        self.people: dict[str, list[Chain]] = {}
        """Chains of people by the first and the last part of their names."""
        self.by_middle: dict[str, list[Chain]] = {}
        """Chains of people by the parts between: "ortega" of "Rafael Ortega Peralta"."""
        self.by_letters: dict[str, Chain] = {}
        """Chains of people by the letters of their full names, however they are parted or ordered."""
        self._last: dict[str, Chain] = {}
        """The chain that was named last of each kind."""
        self.by_skeleton: dict[str, Chain] = {}
        """Chains of people by the consonants of their surnames."""

    def add(self, mention: NamedMention, *, alias: bool = False) -> None:
        """Put a mention into its chain, or begin one; ``alias``: it is another name of who or what was named last."""
        kind, words = mention.kind, mention.words
        if len(words) > 1 and not _tails().isdisjoint(words):
            kept = tuple(word for word in words if word not in _tails())
            words = words if self._is_numbered(words, kept) else kept or words
        if not mention.name.isascii():  # "Peña" and "Pena" are one
            words = tuple(map(without_accents, words))
        senior = "sr" in mention.words
        found = self.person(words, mention, senior=senior) if kind == "person" else self.thing(words, kind)
        if alias and kind in self._last and found.chain is None:
            found = _Found(self._last[kind], "known as" if kind == "person" else "acronym")
        chain = found.chain
        if chain is None:
            chain = self._begun(mention, words)
        elif not alias and self._fuller(mention, words, chain):
            chain.name, chain.words = mention.name, words
        chain.mentions.append((mention, found.rule))
        self._last[kind] = chain
        if senior:
            chain.senior = True
        if mention.gender or mention.subtype:
            chain.gender, chain.subtype = chain.gender or mention.gender, chain.subtype or mention.subtype
        if not found.listed:
            self._list(chain, kind, words)

    def _is_numbered(self, words: tuple[str, ...], kept: tuple[str, ...]) -> bool:
        """Tell whether a numeral tells a name of one word from others: "Zorvo II" and "Zorvo III" are two monarchs.

        It does not where it is a surname, or the only one of its name so far has none: "King Zorvo … Zorvo III".
        """
        if len(kept) != 1 or not _NUMERAL.issuperset(words[-1]):
            return False
        known = self.people.get(kept[0], [])
        return not known or all(_NUMERAL.issuperset(chain.words[-1]) for chain in known)

    def _begun(self, mention: NamedMention, words: tuple[str, ...]) -> Chain:
        chain = Chain(mention.kind, mention.name, words)
        self.all.append(chain)
        if mention.kind == "organization" and len(words) > 1:
            self.by_initials[initials(words)] = chain
            self.by_first.setdefault(words[0], []).append(chain)
            if words[-1] in _BODIES:
                self.by_noun[words[-1]] = chain
            if self._placed(words):
                self.by_team[words[-1]] = chain
            if " ".join(words[:-2]) in places():
                self.by_pair[words[-2:]] = chain
        return chain

    def _list(self, chain: Chain, kind: str, words: tuple[str, ...]) -> None:
        """Note the words by which a later mention finds a chain."""
        if kind != "person":
            self.by_key.setdefault((kind, self._key(words)), chain)
            return
        if len(words) > 1:
            for key in letters(words):
                self.by_letters.setdefault(key, chain)
            self.by_skeleton.setdefault(skeleton(bare_surname(words[-1])), chain)
        for word in (words[0], bare_surname(words[-1])):
            known = self.people.setdefault(word, [])
            if chain not in known[-_LATEST:]:
                known.append(chain)
        for word in words[1:-1]:
            before_given = "-" in words[-1] and word == words[-2]  # "Carla Ho Ka-ming"
            if (len(word) > _PARTICLE or before_given) and word not in _PARTICLES:
                known = self.by_middle.setdefault(word, [])
                if chain not in known[-_LATEST:]:
                    known.append(chain)

    @staticmethod
    def _fuller(mention: NamedMention, words: tuple[str, ...], chain: Chain) -> bool:
        if mention.name.isupper() and not chain.name.isupper():
            return False
        if chain.kind == "place":
            return words == chain.words and chain.name.isupper() and not mention.name.isupper()
        if words == chain.words and chain.name.isascii() and not mention.name.isascii():
            return True
        if len(words) == len(chain.words) and chain.name.isupper() and not mention.name.isupper():
            return len(chain.name) > 5 or len(words) > 1  # noqa: PLR2004 - headline capitals, not an acronym
        if len(chain.words) > 1 and chain.words == words[: len(chain.words)]:  # "Ann Keller Chambers" are Ann Keller's
            return bare_surname(words[-1]) in surnames()
        return len(words) > len(chain.words)

    @staticmethod
    def _key(words: Sequence[str]) -> str:
        key = " ".join(words) if len(words) > 1 else words[0]
        return _ALIASES.get(key, key)

    def person(self, words: tuple[str, ...], mention: NamedMention, *, senior: bool) -> _Found:
        """Return the chain of a person of whom the name is the same, a part, or a fuller one."""
        gender = mention.gender
        if len(words) == 1:
            name = bare_surname(words[0])
            known = self.people.get(name, [])[-_LATEST:]
            known = [chain for chain in known if not chain.patronymic or bare_surname(chain.words[-1]) != name]
            if gender:
                known = [chain for chain in known if chain.gender in ("", gender)]
            tail = _GENERATIONS.intersection(mention.words)  # "Keller Jr." of "Al Keller Jr."
            known = [chain for chain in known if tail.issubset(chain.mentions[0][0].words)] or known
            of_surname = [chain for chain in known if bare_surname(chain.words[-1]) == name]
            if not known:
                return self._by_middle(words[0], name)
            meant = of_surname or known
            if len(meant) > 1:
                meant = [max(meant, key=lambda each: (each.fits(gender), len(each.mentions), -each.first))]
            chain = meant[0]
            rule = "same name" if chain.words == words else "surname" if of_surname else "given name"
            return _Found(chain, rule, listed=True)
        known = self.people.get(bare_surname(words[-1]), [])[-_LATEST:]
        equal = [chain for chain in known if chain.words == words]
        for chain in (*equal[-1:], *reversed(known)):
            if self._surname_of(words, chain.words):
                return _Found(chain, "surname", listed=True)
            if self._compatible(words, chain.words) and not self._another(words, mention, chain, senior=senior):
                same = words == chain.words
                return _Found(chain, "same name" if same else "name parts", listed=same)
        family = len(words) == 2 and bare_surname(words[1]).count("-") == 1  # noqa: PLR2004
        called = self._by_inner(words) or self._by_first_part(words[0], family=family)
        called = called or self._beginning(words, mention, senior=senior)
        if called is not None:
            return _Found(called, "name parts")
        spelt = next(filter(None, map(self.by_letters.get, letters(words))), None)
        if spelt is not None and spelt.senior != senior:
            spelt = None
        return _NEW_PERSON if spelt is None else _Found(spelt, _SPELT)

    def _by_middle(self, name: str, bare: str) -> _Found:
        """Return the person whose first surname it is, of the only one who has such a part: "Ortega", "Prieto".

        Else the one whose surname differs in a letter: "Al-Zorvim" of "Karim Al-Zorvem".
        """
        known = self.by_middle.get(name, [])
        if len(known) == 1 and (name not in given_names() or name in surnames()):
            return _Found(known[0], "surname", listed=True)
        near = self.by_skeleton.get(skeleton(bare))
        if near and bare not in given_names() and variants(bare, bare_surname(near.words[-1]), surnames()):
            return _Found(near, _SPELT, listed=True)
        return _NEW

    def _by_inner(self, words: tuple[str, ...]) -> Chain | None:
        """Return the only person with the words as a first surname with its particle: "Dos Reis", "De la Cruz"."""
        known = self.by_middle.get(words[-1], ()) if words[0] in _PARTICLES else ()
        size = len(words)
        bearers = [c for c in known if any(c.words[at : at + size] == words for at in range(1, len(c.words) - size))]
        return bearers[0] if len(bearers) == 1 else None

    def _by_first_part(self, name: str, *, family: bool) -> Chain | None:
        """Return the person called by the first part of a name alone so far, where nobody else has it: "Hillary".

        ``family`` says that it is the surname, as before a given name with a hyphen: "Kang Min-ho".
        """
        if not family and (name not in given_names() or name in surnames()):
            return None
        known = self.people.get(name, [])
        return known[0] if len(known) == 1 and known[0].words == (name,) else None

    def _beginning(self, words: tuple[str, ...], mention: NamedMention, *, senior: bool) -> Chain | None:
        """Return the only person whose name the words begin, or go on: "Rafael Ortega" of "Rafael Ortega Peralta"."""
        fit = []
        for chain in self.people.get(words[0], [])[-_LATEST:]:
            short, long = sorted((words, chain.words), key=len)
            if 1 < len(short) < len(long) and short == long[: len(short)]:
                fit.append(chain)
        alone = len(fit) == 1 and not self._another(words, mention, fit[0], senior=senior)
        return fit[0] if alone else None

    @staticmethod
    def _another(words: tuple[str, ...], mention: NamedMention, chain: Chain, *, senior: bool) -> bool:
        """Tell whether like names are two people's: a father and his son, a man and a woman, two named near each other.

        Of one person nobody writes "Jon Marsh" right behind "John Marsh".
        """
        if chain.senior != senior and (senior or "jr" in mention.words):
            return True
        first, other = words[0], chain.words[0]
        near = mention.span.start - chain.mentions[-1][0].span.end < _NEAR
        if near and len(chain.words) == 1 and chain.gender and _is_other(first, chain.gender, mention.gender):
            return True  # "Mr Poe and his wife, | Ann Poe"
        if first == other or not (given_variants(first, other, given_names()) or is_short_for(first, other)):
            return False
        if chain.gender and mention.gender and chain.gender != mention.gender:
            return True
        return near

    @staticmethod
    def _surname_of(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
        """Tell whether several words are the end of a full name: "De Niro", "Vargas Llosa", "Suu Kyi"."""
        return 1 < len(words) < len(full) and full[-len(words) :] == words

    def _compatible(self, words: tuple[str, ...], known: tuple[str, ...]) -> bool:
        """Tell whether two names with one last part can be one person's: no other part may contradict it."""
        if bare_surname(known[-1]) != bare_surname(words[-1]):
            return False
        if len(known) == 1 or self._surname_of(known, words):
            return True
        first, other = words[0], known[0]
        initial = first[0] == other[0] and 1 in (len(first), len(other))
        if first == other or initial or given_variants(first, other, given_names()) or is_short_for(first, other):
            middle, others = words[1:-1], known[1:-1]
            return not middle or not others or bare_surname(middle[0])[0] == bare_surname(others[0])[0]
        return False

    def thing(self, words: tuple[str, ...], kind: str) -> _Found:
        """Return the chain of what has the same name or an alias of it."""
        key = self._key(words)
        chain = self.by_key.get((kind, key))
        if chain:
            alias = chain.words != words and (" ".join(words) in _ALIASES or " ".join(chain.words) in _ALIASES)
            return _Found(chain, "known alias" if alias else "same name", listed=True)
        if kind == "organization":
            return self.organization(words)
        return _NEW

    def organization(self, words: tuple[str, ...]) -> _Found:
        """Return the chain of an organisation by initials, first words, or its name without or with its place."""
        letters = words[0].replace(".", "") if len(words) == 1 else ""
        chain = self.by_initials.get(letters)
        if chain:
            return _Found(chain, "acronym")
        alone = (self.by_team.get(words[0]) or self.by_noun.get(words[0])) if len(words) == 1 else None
        team = alone or self.by_pair.get(words)
        if team is not None:
            return _Found(team, "short name")
        last = self.by_key.get(("organization", words[-1])) if self._placed(words) else None
        if last is not None:
            return _Found(last, "name parts")
        for chain in reversed(self.by_first.get(words[0], [])[-_LATEST:]):
            if len(words) < len(chain.words) and chain.words[: len(words)] == words:
                return _Found(chain, "short name")
        short = self.by_key.get(("organization", initials(words))) if len(words) > _PARTICLE else None
        return _Found(short, "acronym") if short is not None and short.name.isupper() else _NEW

    @staticmethod
    def _placed(words: Sequence[str]) -> bool:
        """Tell whether a place's name stands before one last word, as in the names of teams and newspapers."""
        place = " ".join(words[:-1])
        if words[-1] in _EVERYWHERE and places().get(place) != "country":
            return False
        return place in places() or place in cities()


@cache
def _tails() -> frozenset[str]:
    """Return what stands behind a person's name and is no part of it, the comma too: "jr", "iii", "md"."""
    return closed_class("suffix") | closed_class("degree") | {","}


def _is_other(given: str, gender: str, told: str) -> bool:
    """Tell whether somebody of a gender is not who has a given name, or is told to be of the other."""
    share = female_share(given)
    sure = share is not None and (share if gender == "male" else 1 - share) > _SURELY
    return sure or bool(told and told != gender)


def initials(words: Sequence[str]) -> str:
    """Return the first letters of the words that count in an acronym."""
    return "".join(word[0] for word in words if word not in _SKIPPED)
