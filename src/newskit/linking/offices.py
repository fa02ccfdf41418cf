"""Offices: what titles say, in the form in which one is compared with another."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from attrs import define

from newskit.kinds import Title
from newskit.linking.words import WORDS, table
from newskit.text import classes, closed_class, lazy_pattern, rows

_WORD = lazy_pattern(r"[^\W_]+(?:['’.&-][^\W_]+)*+")
PARTIES = table("party")
"""Parties by their short forms."""


def families() -> Mapping[str, frozenset[str]]:
    """Return the entries of ``role_families.txt`` by class; raises ``InputError`` for one that lacks a noun."""

    def check(line: str) -> None:
        label, *nouns = line.split()
        if label in {"same", "wider", "implied", "stands", "numbered"} and len(nouns) == 1:
            raise ValueError(line)

    rows("newskit.text", "role_families.txt", "CLASS NOUN NOUN …", check)
    return classes("newskit.text", "role_families.txt")


COUNTRIES = frozenset(name.lower() for name in classes("newskit.text", "places.txt")["country"])
_LISTS = families()
_SAME = {word: min(line.split()) for line in sorted(_LISTS["same"]) for word in line.split()}
WIDER = {
    _SAME.get(line.split()[0], line.split()[0]).replace("_", " "): frozenset(
        " ".join(_SAME.get(word, word) for word in each.split("_")) for each in line.split()[1:]
    )
    for line in sorted(_LISTS["wider"])
}
"""The offices that a wider noun may stand for, "lawmaker" for a "senator"; "_" in the file parts two words."""
NARROWER = frozenset(_SAME.get(noun, noun) for noun in _LISTS["narrower"])
"""Nouns whose holder a narrower one may stand for, "footballer" and later "the striker"."""
_STANDS = {
    short: " ".join(_SAME.get(word, word) for word in words)
    for short, *words in map(str.split, sorted(_LISTS["stands"]))
}
_HEADS = ("head of state", "head of government")
"""Offices that stand for others as a whole."""
_SHORT = 3
"""Letters of what is rather initials than a part of a name."""
_OTHER = _LISTS["other"]
_NUMBERED = {word: frozenset(nouns) for word, *nouns in map(str.split, sorted(_LISTS["numbered"]))}
_SMALL = _LISTS["small"] | closed_class("former")
_NOUNS = _LISTS["noun"].union(_SAME, WIDER, *WIDER.values())
"""Nouns of roles, by which "and" joins two: "founder | chief executive", and not "minister of trade and industry"."""
_JOIN = lazy_pattern(r",?\s++(?:and|&)\s++|,\s++")
_PREFIX = lazy_pattern(rf"^(?:{'|'.join(sorted(word for word in closed_class('former') if word[-1] == '-'))})")
IMPLIED = {line.split()[0]: _SAME.get(line.split()[1], line.split()[1]) for line in _LISTS["implied"]}
"""The noun of the office of whom something is: "candidate" of "the Roe campaign"."""


@define(eq=False)  # a frozen one takes twice as long to make
class Office:
    """What a title says, in the form in which titles are compared."""

    noun: str
    """The noun that stands for the family, with what makes another office of it: "vice president"."""
    words: frozenset[str]
    """The other words of the role that tell offices apart: "press" of "press secretary"."""
    place: str
    bodies: frozenset[str]
    past: bool


def office(title: Title) -> Office:
    """Return what a title says of the office."""
    return _office(title, title.role)


def offices(title: Title) -> tuple[Office, ...]:
    """Return what a title says of each office that it joins: "Deputy Prime Minister and Minister of Defence"."""
    return tuple(_office(title, role) for role in _joined(title.role))


def _office(title: Title, role: str) -> Office:
    noun, words = _of_role(role)
    bodies = (body(each) for each in (title.organization, title.within) if each)
    return Office(noun, words, body(title.place or ""), frozenset(bodies), title.former)


def _is_noun(word: str) -> bool:
    """Tell whether a word is a noun of a role, also in "attorney-general" and "co-director"."""
    return word in _NOUNS or ("-" in word and not _NOUNS.isdisjoint(word.split("-")))


@lru_cache(1 << 10)
def _joined(role: str) -> tuple[str, ...]:
    """Return the roles that a role joins, itself alone where a part of it has no noun of one."""
    parts = tuple(_JOIN.split(role)) if " and " in role or " & " in role else (role,)
    whole = all(_is_noun(_of_role(part)[0].rpartition(" ")[2]) for part in parts) if len(parts) > 1 else True
    return parts if whole else (role,)


@lru_cache(1 << 10)
def _of_role(role: str) -> tuple[str, frozenset[str]]:
    """Return the noun of a role and its other words, as ``Office`` has them."""
    words = [_PREFIX.sub("", word, count=1) if "-" in word else word for word in _WORD.findall(role.lower())]
    heads = next((head for head in _HEADS if head in role.lower()), None)
    if heads:
        return heads, frozenset()
    noun = words[-1] if words else ""
    for position, word in enumerate(words):
        joins = word == "and" and not (position and _is_noun(words[position - 1]))  # "Trade | and | Industry Minister"
        if word in WORDS["role_end"] and position and not joins:
            noun = words[position - 1]
            break
    numbered = {word for word, nouns in _NUMBERED.items() if word in words and not nouns.isdisjoint(words)}
    made = sorted(_OTHER.intersection(words) | numbered)
    rest = frozenset(words) - _SMALL - {noun} - _OTHER - _NUMBERED.keys()
    named = " ".join([*made, _SAME.get(noun, noun)])
    if named not in _STANDS:
        return named, rest
    noun, more = _of_role(_STANDS[named])
    return noun, rest | more


def family(noun: str) -> str:
    """Return the noun that stands for all of one office: the first of "spokesman", "spokeswoman"."""
    return _SAME.get(noun, noun)


def body(name: str) -> str:
    """Return the name of a party, body or place in the form in which it is compared."""
    plain = name.lower().removeprefix("the ").strip()
    return PARTIES.get(plain, plain)


def same_body(one: str, other: str) -> bool:
    """Tell whether two names, in the form in which they are compared, can be of one body: a part, or its initials."""
    if len(min(one, other, key=len)) > _SHORT:
        return one in other or other in one
    short, long = sorted((one, other), key=len)
    return short.replace(".", "") == "".join(word[0] for word in long.split()) or f" {short} " in f" {long} "
