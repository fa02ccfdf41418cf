"""Names of people, taken apart: what of two names agrees, and by what surname they are brought together."""

from __future__ import annotations

from functools import lru_cache

import regex
from attrs import frozen

from newskit.text import closed_class, formal_names, given_names, is_short_for, surnames, without_accents

_WORD = regex.compile(r"[\p{L}\p{M}'’.-]++")
_INITIALS = regex.compile(r"\b[B-DF-HJ-NP-TV-XZ]{2}(?=\s)")
"""Two capitals that are no syllable: JK, not XI, which is a surname in capitals."""
_DOTTED = regex.compile(r"(?<!\p{L})\p{L}\.(?=\p{L})")
_SENIORITY = frozenset(("jr", "sr", "ii", "iii", "iv"))


@frozen
class PersonName:
    """A name in lower case and without accents: given names, surname, and what tells father from son."""

    given: tuple[str, ...]
    surname: str
    suffix: str = ""

    @property
    def first(self) -> str:
        """The first given name, empty for a surname alone."""
        return self.given[0] if self.given else ""

    @property
    def alone(self) -> bool:
        """Tell whether no given name is there for sure: "van" of "Van Gogh" may be one, or a part of the surname."""
        return all(word in closed_class("particle") for word in self.given)

    @property
    def whole(self) -> str:
        """The name as a surname, with all that stands before it."""
        return " ".join((*self.given, self.surname))

    @property
    def block(self) -> str:
        """The last word of the surname, by which names are brought together."""
        return self.surname.rpartition(" ")[2].rpartition("-")[2]


@lru_cache(maxsize=65536)
def parsed(name: str) -> PersonName:
    """Take a name apart; its last word is the surname, with the particles before it ("von der leyen")."""
    words = [word for written in _WORD.findall(_apart(name)) for word in _plain(written)]
    suffix = ""
    while len(words) > 1 and (words[-1] in _SENIORITY or words[-1] in closed_class("degree")):
        last = words.pop()
        suffix = suffix or (last if last in _SENIORITY else "")
    if not words:
        return PersonName((), "")
    start = len(words) - 1
    while start > 1 and words[start - 1] in closed_class("particle"):
        start -= 1
    given = (part for word in words[:start] for part in word.split("-") if part)
    return PersonName(tuple(given), " ".join(words[start:]), suffix)


def _apart(name: str) -> str:
    """Return a name in lower case and without accents, initials that stand together apart: J.K., JK."""
    if not name.isupper():
        name = _INITIALS.sub(lambda found: " ".join(found[0]), name)
    return without_accents(_DOTTED.sub(r"\g<0> ", name))


def _plain(word: str) -> list[str]:
    """Return a word without signs; a particle that a hyphen ties to a surname, as in al-Sistani, on its own."""
    word = word.strip("'’-.").replace(".", "").replace("’", "'")
    before, hyphen, behind = word.partition("-")
    if hyphen and before in closed_class("particle"):
        return [before, behind]
    return [word] if word else []


def block_of(name: str) -> str:
    """Return the key of the people with whom a name is compared: the last word of its surname, plain."""
    return parsed(name).block


@lru_cache(maxsize=65536)
def company_key(name: str) -> str:
    """Return by what others of an article are known again: the first letter and the last word of a name."""
    first, *rest = without_accents(name).split() or [""]
    return f"{first[0]} {rest[-1]}" if rest else first


@lru_cache(maxsize=65536)
def letters_of(given: str) -> tuple[str, ...]:
    """Return the first letters of all given names that agree with one."""
    formal = formal_names()
    names = {given, *formal.get(given, ())}
    names.update(short for short, of in formal.items() if of & names)
    return tuple(sorted({name[0] for name in names}))


def agreement(one: PersonName, other: PersonName) -> str | None:
    """Return how two names of one block agree, None where they contradict each other.

    ``same``; ``fuller``: one has given names that the other lacks; ``short form`` of a given name; ``initial``;
    ``surname``: one is a surname alone; ``lone name``: both are the same one word, and ``given name`` where that is
    one that many bear.
    """
    if (one.suffix and other.suffix and one.suffix != other.suffix) or not _surnames_agree(one, other):
        return None
    if not one.given or not other.given:
        return "surname" if one.given or other.given else _lone(one.surname)
    if one.whole == other.surname or other.whole == one.surname:
        return "surname"
    first, middle = _first(one.first, other.first), _middle(one.given[1:], other.given[1:])
    if first is None or middle is None:
        return None
    return first if first != "same" else middle if one.surname == other.surname else "fuller"


def _lone(name: str) -> str:
    return "given name" if name in given_names() and name not in surnames() else "lone name"


def _surnames_agree(one: PersonName, other: PersonName) -> bool:
    """Tell whether one surname is the other, or its end: "leyen" of "von der leyen"."""
    longer, shorter = sorted((one.surname, other.surname), key=len, reverse=True)
    return longer == shorter or longer.endswith((f" {shorter}", f"-{shorter}"))


def _first(one: str, other: str) -> str | None:
    if one == other:
        return "same"
    if len(one) == 1 or len(other) == 1:
        return "initial" if one[0] == other[0] else None
    return "short form" if is_short_for(one, other) else None


def _middle(one: tuple[str, ...], other: tuple[str, ...]) -> str | None:
    if one == other:
        return "same"
    if not one or not other:
        return "fuller"
    pairs = zip(one, other, strict=False)
    return "fuller" if all(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in pairs) else None
