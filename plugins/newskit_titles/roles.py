"""The nouns of titles: those of ``roles.txt`` and a newsroom's own, by what they are and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from newskit.text import Kept, WordTest, classes, given_names, surnames
from newskit_titles.lexicon import ENDINGS, FIXED, HOLDS, INNER, LEADS, PACKAGE, PARTY_NOUNS, POSTNOMINALS, PREFIXES


def _plural(noun: str) -> str:
    """Return the plural of a noun but for "-men": "coaches", "deputies"."""
    if noun.endswith(("ch", "sh", "ss", "x")):
        return f"{noun}es"
    return f"{noun[:-1]}ies" if noun[-1] == "y" and noun[-2:-1] not in "aeiou" else f"{noun}s"


_FORMERLY = ("ex-", "then-")
_IN_CHIEF, _TURNED = "-in-chief", "-turned"
"""Ends of "engineer-in-chief", and of what stands before the noun of "actor-turned-senator"."""


class Roles:
    """The nouns that carry a title, in lower case; ``added`` are more of them by class.

    What it holds are the classes of ``roles.txt`` in the plural, and sets made of them.
    """

    def __init__(self, added: Mapping[str, Iterable[str]]) -> None:
        of = {label: group | set(added.get(label, ())) for label, group in classes(PACKAGE, "roles.txt").items()}
        self.offices, self.jobs, self.ranks = of["office"], of["job"], of["rank"]
        self.honorifics, self.short, self.short_plurals = of["honorific"], of["short"], of["short_plural"]
        self.verblike, self.address, self.adjectival = of["verblike"], of["address"], of["adjectival"]
        self.attributive, self.given, self.led = of["attributive"], of["given"], of["led"]
        self.within, self.sworn = of["within"], of["sworn"]
        self.opinions, self.named, self.acronyms = of["opinion"], of["named"], of["acronym"]
        self.contested = of["contested"]
        self.offices_and_jobs = self.offices | self.jobs
        self.offices_and_ranks = self.offices | self.ranks
        self.nouns = self.offices_and_jobs | self.ranks
        self.plain_jobs = self.jobs - self.offices_and_ranks - self.honorifics
        self.forms = self.honorifics - self.offices_and_jobs
        """Honorifics that are no job."""
        self.before_names = self.honorifics | self.short
        self.address_forms = self.short | self.short_plurals | (self.honorifics - self.offices_and_ranks)
        self.short_only = self.short - self.honorifics - self.nouns
        self.heading = self.before_names | self.offices_and_ranks
        self.titled = self.nouns - self.adjectival - self.plain_jobs - self.sworn
        self.running = INNER | self.short | LEADS
        self.led_by_short = self.before_names | self.ranks
        self.qualifying = PARTY_NOUNS | self.attributive | {"general", "chief"}
        """Nouns that are adjectives too."""
        self.plurals = self.short_plurals.union(
            map(_plural, self.nouns - self.named - self.contested),
            (f"{noun[:-3]}men" for noun in self.nouns if noun.endswith("man")),
        )
        self.plurals -= self.acronyms  # "OCS", which is no "OC"
        self.postnominals = frozenset(letters.lower() for letters in POSTNOMINALS) - self.nouns
        self.heads = frozenset(FIXED).union(self.plurals, PARTY_NOUNS, self.postnominals, *of.values())
        self.sought = Kept(lambda word: self.is_head(word) or word in HOLDS)
        """Whether the finder stops at a word: a noun of titles, or a verb behind "who" that stands for some."""
        self._inner = Kept(self._noun_inside)

    def base(self, word: str) -> str:
        """Return the noun inside a hyphened title: "director" of "co-director", "mayor" of "mayor-elect"."""
        return self._inner[word] if "-" in word else word

    def _noun_inside(self, word: str) -> str:
        if word in self.nouns:
            return word
        first, _, rest = word.partition("-")
        if first in PREFIXES and self.base(rest) in self.nouns:
            return self.base(rest)
        if word.startswith(_FORMERLY) and rest in self.short:  # "ex-Sen."
            return rest
        start, _, last = word.removesuffix(_IN_CHIEF).rpartition("-")
        if not start and word.endswith(_IN_CHIEF):
            return last if last in self.nouns else word
        if last in ENDINGS:
            return self.base(start) if self.base(start) in self.nouns else word
        ranked = start in self.short and last in self.ranks  # "Lt-General"
        led = start in INNER or start in self.jobs or start.endswith(_TURNED)
        return last if ranked or (led and last in self.nouns - self.named) else word

    def carries(self, word: str) -> bool:
        """Tell whether a word in lower case is an office, a job or a rank, or several."""
        return self.base(word) in self.nouns or word in self.plurals

    def is_head(self, word: str) -> bool:
        """Tell whether a word in lower case can be the noun of a title."""
        if word in self.heads or "-" not in word:
            return word in self.heads
        inner = self._inner[word]
        return inner in self.nouns or (inner in self.short and inner != word)

    @cached_property
    def opening_name(self) -> WordTest:
        """What a person's name begins with or stands behind."""
        naming, given = self.naming, given_names()
        return WordTest(lambda word: word in naming or word in given)

    @cached_property
    def naming(self) -> WordTest:
        """What shows a name in the capital behind it: forms of address and nouns, but no job that is a surname too."""
        jobs, families = self.plain_jobs, surnames()
        sure = (self.nouns - jobs - self.sworn) | self.address | self.short
        return WordTest(lambda word: word in sure or (word in jobs and word not in families))
