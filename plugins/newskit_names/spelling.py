"""A name's own words as evidence of its kind, the same for all its occurrences; computed once for each name."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from newskit.text import closed_class, lazy_pattern, may_be_trade, without_accents
from newskit_names.groups import group_words
from newskit_names.lexicon import Lexicon
from newskit_names.terms import is_acronym, is_hall, is_term

_NUMERAL = lazy_pattern(r"[ivx]{2,}+")
_SYLLABLES = lazy_pattern(r"(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?+(?:[iu]?[aeo]|[aeiou])[aeiou]?+(?:ng?|r)?+){2}+")
"""Two syllables of Mandarin as they are written in Pinyin."""
_CELTIC = lazy_pattern(r"(?:O['’]|Mc)\p{Lu}\p{Ll}{2,}+")
_PURPOSES = frozenset(("against", "to"))
_OWNERS = closed_class("possessive")
_ROMANCE = frozenset(("da", "das", "de", "del", "di", "do", "dos", "la"))
"""Particles that places have too."""
_COMPASS = frozenset("nesw")
_LANDS = frozenset(("country", "region"))
_LONGEST_PERSON = 6
_LISTED_PERSON = 3
_ACRONYM = 6
"""Capitals of the longest word that may be an acronym."""
_BANK = 6
"""Letters of a word for a bank with more before it: "Landesbank", not "Burbank"."""
_KEPT = 1 << 12
"""Names kept in memory between articles."""


class Spelling(NamedTuple):
    """The evidence in the words of a name.

    ``kind`` is certain ("organization" of a well-known one, "none" of an adjective or a bare noun), None otherwise.
    """

    kind: str | None
    people: bool
    """A plural of a people, a faith or a party."""
    member: bool
    """Such a plural that is an ordinary noun too."""
    sentence_word: bool
    """A common word, whose capital is no evidence at the beginning of a sentence."""
    short: bool
    """Short enough for a person's name, and no body's, company's or place's."""
    elsewhere: bool
    """It ends as names of bodies, companies and places do."""
    personal: bool
    """The parts are a person's by lists and form."""
    formed: bool
    """They are by form alone, or by the list of those known by one name."""
    body: bool
    place: bool
    acronym: bool
    firm: bool
    city: bool
    """Several words that are a listed city and no given name with a surname."""
    street: bool
    """Several words that end as the name of a street does."""
    heading: bool
    """Common words of which the last ends no body's name, as in headings."""
    celtic: bool
    """One word spelt as only surnames are: "O'Malley"."""
    numbered: bool
    """One word with a digit in it."""


@lru_cache(_KEPT)
def spelling(text: str, words: tuple[str, ...], lexicon: Lexicon) -> Spelling:
    """Return the evidence in a name's text, on one line, and its words in lower case."""
    return Reader(text, words, lexicon).read()


class Reader:
    """Reads the words of one name."""

    def __init__(self, text: str, words: tuple[str, ...], lexicon: Lexicon) -> None:
        self.text, self.words, self.lexicon, self.kinds = text.replace("’", "'"), words, lexicon, lexicon.kinds
        self.whole = " ".join(words)
        self.first, self.last = words[0], words[-1]
        self.lone = len(words) == 1
        self.pair = f"{words[-2]} {words[-1]}" if len(words) > 2 else ""  # noqa: PLR2004 - a name and the pair

    def read(self) -> Spelling:
        """Return the evidence."""
        lone, word, kinds, lexicon = self.lone, self.first, self.kinds, self.lexicon
        elsewhere = self._ends_otherwise()
        places, formed = lexicon.places, self.formed()
        return Spelling(
            kind=self._certain(),
            people=self.plural(group_words().people),
            member=self.plural(group_words().members),
            sentence_word=self._sentence_word(),
            short=not elsewhere and self._count() <= _LONGEST_PERSON,
            elsewhere=elsewhere,
            personal=formed or self.personal(),
            formed=formed,
            body=self.of_body(),
            place=self._reserve()
            or ((self.text.lower() in places or self.whole in places) and self.whole not in kinds["both"]),
            acronym=lone and is_acronym(self.text),
            firm=self.firm(),
            city=not lone and self._city(),
            street=not lone and self.last in kinds["street"],
            heading=not lone and self._heading(),
            celtic=lone and bool(_CELTIC.fullmatch(self.text)),
            numbered=lone and any(map(str.isdigit, word)),
        )

    def _heading(self) -> bool:
        """Tell whether all words are common ones, none of a person, and the last is no noun of a body or place."""
        lexicon, kinds = self.lexicon, self.kinds
        if self.of_body() or self.whole in lexicon.places:
            return False
        small = kinds["inside"] | {"and", "&"}
        return all(word in small or (word in lexicon.common and word not in lexicon.given) for word in self.words)

    def _city(self) -> bool:
        """Tell whether it is a listed city, or a city with its country: "Santiago de Chile"."""
        first, last, lexicon = self.first, self.last, self.lexicon
        if first in _COMPASS and len(self.words) == 2:  # noqa: PLR2004 - "W Yorkshire"
            return last not in lexicon.surnames and (last in lexicon.places or last in lexicon.divisions)
        if self.whole in lexicon.cities or without_accents(self.whole) in lexicon.divisions:
            return not (first in lexicon.given and last in lexicon.surnames)
        joined = self.words[1:-1] and self.kinds["particle"].issuperset(self.words[1:-1])
        return bool(joined) and first in lexicon.places and last in lexicon.places

    def _reserve(self) -> bool:
        """Tell whether it is a place by form: "Zorvel National Park", "Sea of Zorvel", "Zorvel's Point"."""
        if self.last in self.kinds["owned"] and self.words[1:2] == ("'s",):
            return True
        if self.last in self.kinds["compass"] and self._of_place(self.words[1:-1]):
            return True
        return self.pair in self.kinds["reserve"] or (self.words[1:2] == ("of",) and self.first in self.kinds["waters"])

    def _sentence_word(self) -> bool:
        word, lexicon = self.first, self.lexicon
        named = word in lexicon.names or word in lexicon.places or word in self.kinds["known_person"]
        common = word in lexicon.common or (may_be_trade(word) and not self.known_organization())
        return bool(self.lone and common and not named)

    def _count(self) -> int:
        """Return how many words there are, without particles and suffixes."""
        return sum(word not in self.kinds["particle"] and word not in self.kinds["suffix"] for word in self.words)

    def _certain(self) -> str | None:
        if self.whole in self.lexicon.demonyms or self.whole in self.kinds["never"] or self._bare_noun():
            return "none"
        if self._lettered() or self._common_capitals() or self._office() or self._of_peoples():
            return "none"
        if self.lone and self.first in self.lexicon.followers:
            return "none"
        if self.text.lower() in self.lexicon.people:
            return "person"
        if self.known_organization():
            return "organization"
        return "none" if self.term() else None

    def term(self) -> bool:
        """Tell whether it is written as a name and is none by its form: an award, a model, a contraction."""
        return is_term(self.text, self.words, self.lexicon)

    def _lettered(self) -> bool:
        """Tell whether a noun has a letter for its number: "Group G", "Section B"."""
        return len(self.words) == 2 and self.first in self.kinds["lettered"] and len(self.last) == 1  # noqa: PLR2004 - noun and letter

    def _office(self) -> bool:
        """Tell whether it is an office and nothing else: "Prime Minister", "First Lady", "Junior Assistant"."""
        if self.lone or self.last not in self.kinds["office"] or self.text.isupper():
            return self.whole == "first lady"
        return all(word in self.kinds["office"] or word in self.kinds["office_part"] for word in self.words[:-1])

    def _of_peoples(self) -> bool:
        """Tell whether it is words of peoples, faiths and parties, and no name: "Muslim Hindu", "Acadian French"."""
        lexicon = self.lexicon
        if self.lone or (self.first in lexicon.given and self.last in lexicon.surnames) or self.known_organization():
            return False
        lists = (lexicon.demonyms, lexicon.followers, lexicon.adjectives)
        return all(any(word in each for each in lists) for word in self.words)

    def _common_capitals(self) -> bool:
        """Tell whether it is common words in capitals, as in tables: "CRUDE", "SMALL TRADERS"."""
        if not self.text.isupper() or len(self.text) <= _ACRONYM or self.last in self.lexicon.ends_names:
            return False
        listed = self.whole in self.lexicon.places or self.text.title() in self.lexicon.organizations
        return not listed and all(word in self.lexicon.common for word in self.words)

    def known_organization(self) -> bool:
        """Tell whether it is a well-known organisation, in capitals too, and nothing else."""
        if self.text in self.lexicon.organizations:
            return self.whole not in self.kinds["ambiguous"]
        long = not self.lone or (len(self.text) > _ACRONYM and self.whole not in self.kinds["ambiguous"])
        return long and self.text.isupper() and self.text.title() in self.lexicon.organizations

    def _bare_noun(self) -> bool:
        """Tell whether it is one common noun such as "Government", or what ends a firm or a work: "Co", "Amendment"."""
        word, kinds = self.first, self.kinds
        ends = word in kinds["work"] or word in kinds["company"]
        if self.lone and (
            word in kinds["firm"] or word in kinds["suffix"] or (ends and word not in self.lexicon.names)
        ):
            return self.text not in self.lexicon.organizations
        if not self.lone or self.text in self.lexicon.organizations or word not in self.lexicon.common:
            return False
        return word in kinds["body"] or word in kinds["of"] or word in kinds["feature"]

    def plural(self, plurals: frozenset[str]) -> bool:
        """Tell whether it is one of some plurals, alone or behind a nationality, a country or a chamber.

        "Palestinians", "South Koreans", "House Democrats", "Kosovo Albanians"; a body of that name is none.
        """
        if self.last not in plurals:
            return False
        if self.lone:
            return True
        if self.known_organization():
            return False
        known, before = group_words(), " ".join(self.words[:-1])
        if self.whole in known.people or before in known.modifiers or before in known.houses:
            return True
        return self.lexicon.places.get(before, "city") != "city"

    def _ends_otherwise(self) -> bool:
        last, kinds = self.last, self.kinds
        if last in kinds["company"] or self._partners() or (not self.lone and self.first in kinds["foreign_body"]):
            return True
        if not self.lone and last in kinds["body"] and self.first not in self.lexicon.given:
            return True
        return self.whole in self.lexicon.places and self.whole not in kinds["both"]

    def of_body(self) -> bool:
        """Tell whether it is an organisation's name by its last word, by what joins partners, or a site's address."""
        last, kinds = self.last, self.kinds
        if "." in self.text[1:-1] and self.text.rpartition(".")[2] in kinds["domain"]:
            return True
        if self.lone or self.pair in kinds["reserved"]:
            return not self.lone  # "Zorvel School District"
        if last.isdigit() and self.words[-2] in kinds["station"]:
            return True  # "Radio 4"
        if last in kinds["work"] and last not in kinds["strong"]:
            return False  # "Administration of Justice Act"
        if self.first in kinds["foreign_body"] or self._directed() or self._branch():
            return True
        return (
            self._bank()
            or last in kinds["company"]
            or last in kinds["strong"]
            or "&" in self.words[1:-1]
            or self._partners()
            or (last in kinds["shop"] and self.words[1] == "'s")  # "Zorvel's Bakery"
        )

    def _branch(self) -> bool:
        """Tell whether a land stands behind a known body, or is joined to the noun of one: "Barclays Peru"."""
        body, hyphen, land = self.last.partition("-")
        if hyphen:
            return body in self.kinds["strong"] and land in self.lexicon.places
        return self.last in self.lexicon.places and self.text.rpartition(" ")[0] in self.lexicon.organizations

    def _bank(self) -> bool:
        """Tell whether the last word is a German one for a bank: "Norddeutsche Landesbank"."""
        last = self.last
        named = last in self.lexicon.names or self.first in self.lexicon.given  # "Owen Marchbank"
        return len(last) > _BANK and last.endswith(("bank", "banken", "kasse")) and not named

    def _directed(self) -> bool:
        """Tell whether the noun of a body stands before "of", "for" or the like: "Zorvel Council for Trade"."""
        kinds = self.kinds
        return any(
            word in kinds["body"] and word in kinds["of"]
            for word, inside in pairwise(self.words)
            if inside in kinds["inside"] or inside in _PURPOSES
        )

    def _partners(self) -> bool:
        """Tell whether a name ends as that of partners does: "Mason and Sons"."""
        return self.words[-2:-1] == ("and",) and self.last in self.kinds["firm"]

    def personal(self) -> bool:
        """Tell whether the parts are a person's by lists: a given name, or a suffix, and nothing else."""
        if self.lone:
            return False
        return self._behind_place_name() or (not self._impersonal() and self._given())

    def formed(self) -> bool:
        """Tell whether the parts are a person's by their form: initials, a particle, an article, or one known name."""
        if self.lone:
            return self.first in self.kinds["known_person"] and self.first not in self.lexicon.places
        if self._spelt_as_person() or self._chinese() or self._particled():
            return True
        reigns = self.first in self.lexicon.given or not _NUMERAL.fullmatch(self.last)  # "Grand Theft VI"
        if self.first in self.lexicon.names and reigns and (self.last in self.kinds["suffix"] or self.last == "i"):
            return True  # "Elizabeth I", who is a city too
        return not self._impersonal() and (self._initials() or self._in_both_lists())

    def _in_both_lists(self) -> bool:
        """Tell whether a listed given name stands before a listed surname, with at most one word between."""
        first, last, lexicon = self.first, self.last, self.lexicon
        if len(self.words) > _LISTED_PERSON or first not in lexicon.given or last not in lexicon.surnames:
            return False
        return last not in lexicon.ends_names and last not in lexicon.places and first not in lexicon.cities

    def _initials(self) -> bool:
        """Tell whether initials stand before a word that is no common one: "J. Roe", "J.K. Roe"."""
        first, last = self.first, self.last
        short = len(first) == 1 or (first[1:2] == "." and first[-1] == "." and first not in self.lexicon.places)
        if last in self.lexicon.common or last in self.lexicon.ends_names or last in self.kinds["street"]:
            return False
        if first in _COMPASS and self._city():
            return False
        return short and len(last) > 1

    def _particled(self) -> bool:
        """Tell whether a particle is inside that only people have, or one behind a given name: "Bill de Blasio"."""
        inside, lexicon = self.words[1:-1], self.lexicon
        if self.last in lexicon.ends_names or self._of_place(inside):
            return False
        if not self.kinds["name_particle"].isdisjoint(inside):
            return True
        placed = self.first in lexicon.places or self.whole in lexicon.cities  # "Santiago de Chile"
        return self.first in lexicon.given and not placed and not self.kinds["particle"].isdisjoint(inside)

    def _of_place(self, inside: tuple[str, ...]) -> bool:
        """Tell whether a particle stands in a place's name: "Barra do Zorvel", "Zorvel do Norte"."""
        if _ROMANCE.isdisjoint(inside):
            return False
        return self.first in self.kinds["before"] or self.last in self.kinds["compass"]

    def _given(self) -> bool:
        first, last, lexicon = self.first, self.last, self.lexicon
        if first not in lexicon.given:
            return False
        if first not in lexicon.common and last not in lexicon.ends_names:
            return True
        return first in self.kinds["small"] and last in lexicon.surnames

    def _impersonal(self) -> bool:
        """Tell whether a part belongs to a place, a body or a work, and so to no person."""
        first, last, kinds, places = self.first, self.last, self.kinds, self.lexicon.places
        if first in places or " ".join(self.words[:2]) in places or self.whole in self.lexicon.cities:
            return True
        if first in _OWNERS or any(word in kinds["joint"] or word in kinds["work"] for word in self.words):
            return True
        if is_hall(self.words, self.lexicon):
            return True
        borne = last in self.lexicon.surnames and first in self.lexicon.given  # "Ann Zorvel White"
        if any(word in kinds["never"] for word in (self.words[:-1] if borne else self.words)):
            return True
        return last in kinds["feature"] or last in kinds["company"] or first in kinds["before"]

    def _behind_place_name(self) -> bool:
        """Tell whether a surname follows a given name that is a place too: "Paris Holt"."""
        first, last, lexicon = self.first, self.last, self.lexicon
        if first not in lexicon.places or len(self.words) > 2:  # noqa: PLR2004 - both names
            return False
        if first not in lexicon.given or last not in lexicon.surnames:
            return False
        return not any(last in known for known in (lexicon.common, lexicon.places, lexicon.cities, lexicon.ends_names))

    def _spelt_as_person(self) -> bool:
        """Tell whether there is a nickname in quotes, an Arabic article or an East Asian given name (Soo-jin)."""
        parts = self.text.split()
        if any(part[0] in "\"“`'‘" for part in parts[1:-1]):
            return True
        if len(parts) > 3:  # noqa: PLR2004 - longer ones name things after people
            return False
        stem, hyphen, tail = parts[-1].rpartition("-")
        if not hyphen or not stem:
            return False
        both = len(parts) == 2  # noqa: PLR2004 - family name and given name
        east_asian = tail.islower() or (tail.istitle() and both and self.first in self.kinds["family_first"])
        return stem in ("al", "el", "Al", "El") or (stem.istitle() and east_asian)

    def _chinese(self) -> bool:
        """Tell whether a Chinese family name stands before one or two syllables: "Li Keqiang", "Ai Weiwei"."""
        if len(self.words) != 2 or not self.text.istitle():  # noqa: PLR2004 - family name and given name
            return False
        if self.first not in self.kinds["family_first"]:
            return False
        known = (self.lexicon.common, self.lexicon.given, self.lexicon.places, self.lexicon.ends_names)
        return bool(_SYLLABLES.fullmatch(self.last)) and not any(self.last in each for each in known)

    def firm(self) -> bool:
        """Tell whether a word is spelt like a firm ("Zorbcorp"), or several begin with an acronym ("ZRB Peru")."""
        word, text, lexicon, kinds = self.first, self.text, self.lexicon, self.kinds
        if not self.lone:
            first, land = text.partition(" ")[0], lexicon.places.get(self.last) in _LANDS
            known = first in lexicon.organizations and word not in kinds["ambiguous"]
            letters = first.isalpha() and word not in lexicon.places and word not in kinds["thing"]
            branch = letters and land and self.words[1:] == (self.last,)
            return self.last not in kinds["work"] and len(first) > 1 and first.isupper() and (known or branch)
        if word in lexicon.names or "-" in text or "'" in text or not text[1:].isalpha():
            return False
        if word.endswith(tuple(kinds["ending"])) and word not in lexicon.common:
            return True
        camel = any(one.islower() and other.isupper() for one, other in pairwise(text))
        return camel and not word.startswith(tuple(kinds["camel_name"]))
