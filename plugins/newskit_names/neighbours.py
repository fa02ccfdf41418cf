"""The words directly beside a candidate as evidence of its kind: states, ages, firms, acronyms, datelines."""

from __future__ import annotations

from collections.abc import Sequence

from newskit.text import Tokens, closed_class, lazy_pattern
from newskit_names.candidates import Candidate
from newskit_names.lexicon import POSSESSIVE, Lexicon
from newskit_names.spelling import Spelling
from newskit_names.terms import abbreviated, is_plural_acronym
from newskit_names.token_spans import QUOTES, naming

_DATELINE = 14
_SHORT, _ACRONYM = 3, 7
_STOPS = frozenset('.?!:;"“”)') | {"''", "``"}
_SKIPPED = closed_class("acronym_skip")
_DASHES = frozenset(("_", "--", "–", "—", "-"))
_IN_DATELINE = frozenset((",", "(", ")", ".", "/", ";", "-"))
_ARTICLES = closed_class("article")
_AGE = 2
"""Digits of an age."""
_DETERMINERS = _ARTICLES | closed_class("possessive") | closed_class("demonstrative")
_CURRENCIES = frozenset("$£€")
_AND = frozenset(("and", "&"))
_LABELS = _CURRENCIES | {"("}
_HONOURED = frozenset((",", ";"))
_SYMBOLS = frozenset("<$#@&") | {"super"}
_DIVISIONS = frozenset(("state", "abbreviation", "country"))


_YEARS = lazy_pattern(r"(?P<first>(?:1[89]|20)\d\d)(?:[-–](?P<last>(?:1[89]|20)\d\d))?")
_GENERATION = 20
"""Years that a series runs at most, and that nobody's life is short of."""


class Neighbours:
    """The neighbours of the candidates of one article."""

    def __init__(self, lexicon: Lexicon, tokens: Tokens) -> None:
        self.lexicon, self.kinds, self.tokens = lexicon, lexicon.kinds, tokens
        self.words, self.lower, self.starts = tokens.words, tokens.lower, tokens.starts
        self.word, self.lowered = tokens.word, tokens.lowered

    def located(self, candidate: Candidate) -> bool:
        """Tell whether a place must stand here: "the town of Zorville", "in Belle Vista, Ohio"."""
        before = candidate.before
        if before == "of" and self.lowered(candidate.first - 2) in self.kinds["town"]:
            last = candidate.words[-1]
            return last not in self.lexicon.ends_names or last in self.kinds["feature"]
        if len(candidate.words) > 1 and self._before_area(candidate.last, before):
            return True
        return before in self.kinds["in"] and self.before_state(candidate)

    def _before_area(self, index: int, before: str) -> bool:
        """Tell whether the noun of an area follows, or with "the" of what was built: "the Ann Poe | river bridge"."""
        behind = self.words[index : index + 2]
        if behind and behind[0] in self.kinds["area"]:
            return before in self.kinds["in"] or before in self.kinds["town"] or before in ("the", "of", "and", ",")
        last = next((place for place, word in enumerate(behind) if word in self.kinds["facility"]), None)
        return before == "the" and last is not None and behind[0].islower()

    def named_by(self, group: Sequence[Candidate]) -> str | None:
        """Return the kind by a noun right behind a name that is no city, or before "called": "the Zorvel party"."""
        nouns = self.lexicon.named_by
        for candidate in group:
            before = self.word(candidate.first - 1)
            if before in self.kinds["water"]:  # "the river Zorvel"
                return "place"
            called = before in QUOTES or before in self.kinds["called"]
            named = naming(self.tokens, self.lexicon, candidate.first) if called else None
            if named:
                return named
            kind = None if candidate.initial else nouns.get(self.word(candidate.last))
            if kind and not (kind == "organization" and " ".join(candidate.words) in self.lexicon.cities):
                return kind
        return None

    def addressed(self, candidate: Candidate) -> bool:
        """Tell whether the number of a house stands before a street: "12 Zorvel St."."""
        return self.word(candidate.first - 1)[:1].isdigit()

    def is_thing(self, group: Sequence[Candidate]) -> bool:
        """Tell whether the noun of a thing follows wherever a name that nobody bears stands: "the Zorvel festival"."""
        things, names, words = self.kinds["thing_behind"], self.lexicon.names, group[0].words
        if " ".join(words) in self.lexicon.cities or (len(words) == 1 and words[0] in names):
            return False
        if len(words) == 1 and any(self.word(each.last) in self.kinds["malware"] for each in group):
            return True
        return all(self.word(each.last) in things and not each.initial for each in group)

    def lived_in(self, group: Sequence[Candidate]) -> bool:
        """Tell whether a given name stands alone behind "in" wherever it stands, a town's or more than once."""
        word, lexicon = group[0].words[0], self.lexicon
        lone = len(group[0].words) == 1 and word in lexicon.given
        often = len(group) > 1 or word in lexicon.towns or word in lexicon.cities
        return lone and often and all(each.before == "in" and each.behind not in POSSESSIVE for each in group)

    def articled(self, candidate: Candidate) -> bool:
        """Tell whether an article with a capital stands before a name within a sentence: "told The Zorbian"."""
        before = self.word(candidate.first - 2)
        if self.word(candidate.first - 1) != "The" or not before or before in _STOPS:
            return False
        return not self.word(candidate.last)[:1].isupper()

    def of_land(self, candidate: Candidate) -> bool:
        """Tell whether a country owns a given name with a surname: "Ethiopia's | Ann Zorvel was second"."""
        words, first, lexicon = candidate.words, candidate.first, self.lexicon
        owned = len(words) > 1 and candidate.before in POSSESSIVE and words[0] in lexicon.given
        placed = owned and lexicon.places.get(self.lowered(first - 2)) == "country"
        return placed and words[-1] not in self.kinds["body"] and words[-1] not in lexicon.common

    def has_people(self, candidate: Candidate) -> bool:
        """Tell whether letters behind an article own a given name: "said the | ZP | 's Ann Roe"."""
        if candidate.before != "the" or candidate.behind not in POSSESSIVE or not candidate.text.isupper():
            return False
        named = candidate.last + 1
        return len(candidate.text) > 1 and self.lowered(named) in self.lexicon.given and self._capitals(named)

    def _capitals(self, index: int) -> bool:
        """Tell whether two words with a capital stand at a token."""
        return all(word[:1].isupper() for word in self.words[index : index + 2])

    def declares(self, candidate: Candidate) -> bool:
        """Tell whether one word, no name of people, says something in writing: "Zorvel said in a statement"."""
        last, lowered = candidate.last, self.lowered
        if lowered(last) not in self.kinds["speech"] or lowered(last + 1) != "in":
            return False
        written = lowered(last + 2) in _ARTICLES and lowered(last + 3) in self.kinds["written"]
        word = candidate.words[0]
        return written and len(candidate.words) == 1 and not candidate.headline and word not in self.lexicon.names

    def labelled(self, group: Sequence[Candidate], spelt: Spelling) -> bool:
        """Tell whether a price stands behind a name, or years wherever an unknown one stands: no name of a person."""
        words = self.words
        marked = [each for each in group if each.last < len(words) and words[each.last] in _LABELS]
        if not marked:
            return False
        if any(map(self.priced, marked)):
            return True
        unknown = not spelt.personal and group[0].words[0] not in self.lexicon.surnames
        return unknown and len(marked) == len(group) and all(map(self.dated, marked))

    def dated(self, candidate: Candidate) -> bool:
        """Tell whether a year in brackets follows, or two near each other, as behind a work: "Zorvel (2001-2006)"."""
        last = candidate.last
        if self.word(last) != "(" or not self.word(last + 1)[:4].isdigit():
            return False
        years = _YEARS.fullmatch("".join(map(self.word, range(last + 1, last + 5))).partition(")")[0])
        return years is not None and 0 <= int(years["last"] or years["first"]) - int(years["first"]) < _GENERATION

    def priced(self, candidate: Candidate) -> bool:
        """Tell whether a price follows: "the Zorvel Torrent ($109)", "Sale Price $89"."""
        behind = candidate.last + (self.word(candidate.last) == "(")
        return self.word(behind) in _CURRENCIES and self.word(behind + 1)[:1].isdigit()

    def personal(self, group: Sequence[Candidate]) -> bool:
        """Tell whether a single word shares a surname or names a household: "Ann and Paul Roe", "the Roe family"."""
        word, lexicon = group[0].words[0], self.lexicon
        if len(group[0].words) > 1 or word in lexicon.places:
            return False
        if any(each.behind in self.kinds["household"] and self._bears(each) for each in group):
            return True
        return word in lexicon.given and any(map(self.shared_surname, group))

    def _bears(self, candidate: Candidate) -> bool:
        """Tell whether a word is a surname, or in no list and no acronym: "the Zorvel family", but not "government"."""
        word, lexicon = candidate.words[0], self.lexicon
        if word in lexicon.surnames or candidate.behind == "government":
            return word in lexicon.surnames
        lists = (lexicon.common, lexicon.cities, lexicon.divisions, lexicon.demonyms, lexicon.ends_names)
        unlisted = not any(word in known for known in lists) and candidate.text not in lexicon.organizations
        return unlisted and candidate.text.istitle() and word[-1] != "s"

    def shared_surname(self, candidate: Candidate) -> str | None:
        """Return the surname that a given name shares with the one behind "and": "| Ann | and Paul Roe"."""
        last = candidate.last
        if candidate.behind not in _AND or not self.word(last + 2)[:1].isupper():
            return None
        shared = self.lower[last + 1] in self.lexicon.given and self.lower[last + 2] in self.lexicon.surnames
        return self.words[last + 2] if shared else None

    def dateline(self, candidate: Candidate) -> bool:
        """Tell whether a candidate opens a dateline: "PRISTINA, Yugoslavia (AP) _"."""
        if not candidate.initial or not candidate.words[0].isalpha():
            return False
        for index in range(candidate.last, min(candidate.last + _DATELINE, len(self.words))):
            word = self.words[index]
            if word in _DASHES:
                return index > candidate.last or candidate.text.isupper()
            if not (word[0].isupper() or word in _IN_DATELINE or word[0].isdigit()):
                return False
        return False

    def beside(self, group: Sequence[Candidate], spelt: Spelling) -> str | None:
        """Return the kind by a neighbour: a state behind a comma, an age, a relative, the noun of a firm."""
        if not spelt.personal and any(map(self.before_state, group)):
            return "place"
        if spelt.acronym:
            return self.acronym(group)
        aged = len(group[0].words) > 1 or (group[0].words[0] in self.lexicon.given and not spelt.place)
        if (aged and any(map(self.before_age, group))) or (len(group[0].words) == 1 and any(map(self.as_given, group))):
            return "person"
        if spelt.firm or (_SHORT <= len(group[0].text) <= _ACRONYM and any(map(self.abbreviates, group))):
            return "organization"
        if spelt.numbered:
            return "none"
        made = any(each.before in self.kinds["maker"] for each in group)
        return "organization" if made and group[0].words[0] not in self.lexicon.given else None

    def before_state(self, candidate: Candidate) -> bool:
        """Tell whether a comma and a state or country follow, which owns nothing: "Reston, Va.", "DRB, Peru's bank"."""
        last, places = candidate.last, self.lexicon.places
        if candidate.behind != "," or not self.word(last + 1)[:1].isupper():
            return False
        if not POSSESSIVE.isdisjoint((self.lowered(last + 2), self.lowered(last + 3))):
            return False
        following = self.lower[last + 1]
        names = (following, f"{following}.", f"{following} {self.lowered(last + 2)}")
        return any(places.get(name) in _DIVISIONS for name in names)

    def before_age(self, candidate: Candidate) -> bool:
        """Tell whether an age between commas follows ("Zora Velm, 65,"), or one word of it is right before several."""
        last = candidate.last
        if candidate.behind != ",":
            return self._behind_age(candidate)
        age = self.lowered(last + 1)
        aged = len(age) == _AGE and age.isdigit() and self.lowered(last + 2) in (",", ".", ";", "", "-", "•")
        return aged or self._behind_age(candidate)

    def _behind_age(self, candidate: Candidate) -> bool:
        """Tell whether an age stands before several words and no article before it: "stabbed 20-year-old Zora Velm"."""
        words, lexicon = candidate.words, self.lexicon
        if not candidate.before.endswith("-year-old") or len(words) == 1 or words[-1] in lexicon.ends_names:
            return False
        thing = self.lowered(candidate.first - 2) in _DETERMINERS
        placed = any(" ".join(words[:size]) in lexicon.places for size in (1, 2)) and words[0] not in lexicon.given
        return not (thing or placed or candidate.text in lexicon.organizations)

    def as_given(self, candidate: Candidate) -> bool:
        """Tell whether a given name stands alone with a possessive mark: "| Keith | 's plan"."""
        word, lexicon, before = candidate.words[0], self.lexicon, candidate.before
        if word not in lexicon.given or word in lexicon.places or candidate.headline:
            return False
        if before in self.kinds["in"] and word in lexicon.towns:  # "in | Darwin | 's port"
            return False
        sure = word in lexicon.surnames and word not in lexicon.common and word not in lexicon.cities
        return sure and not candidate.initial and before != "the" and self._owns(candidate)

    def _owns(self, candidate: Candidate) -> bool:
        behind = candidate.behind
        mark = behind in ("'", "’") and candidate.words[-1][-1] == "s"
        return behind in POSSESSIVE or (mark and self.starts[candidate.last] == candidate.end)

    def acronym(self, group: Sequence[Candidate]) -> str | None:
        """Return the kind of an unknown acronym: a body by the name before its bracket, none of a term or a symbol."""
        word, lexicon, kinds = group[0].words[0], self.lexicon, self.kinds
        if word in kinds["initials"] or any(map(self._withheld, group)):
            return "person"
        introduced = [self._introduced(each) for each in group]
        if True in introduced:
            return "organization"
        numbered = word[-1].isdigit() or group[0].text[-1] == "s"  # "PS3", "EVs"; the well-known ones are in the list
        numbered = numbered or any(map(self._plate, group))
        no_body = word in kinds["thing"] or word in lexicon.common or numbered or False in introduced
        no_body = no_body or any(map(self._honours, group)) or all(map(self._codes, group))
        if no_body or any(each.before in _SYMBOLS for each in group):
            return "none"
        return None

    def _withheld(self, candidate: Candidate) -> bool:
        """Tell whether initials stand for a name that is not told: "identified as Z.R.", "Z.R., 39"."""
        if "." not in candidate.text:
            return False
        said = candidate.before == "as" and self.lowered(candidate.first - 2) in self.kinds["told_as"]
        return said or self.before_age(candidate)

    def _codes(self, candidate: Candidate) -> bool:
        """Tell whether the letters of a country fill a bracket, as in results: "Ann Roe (GER)"."""
        return candidate.before == "(" and candidate.behind == ")" and candidate.words[0] in self.kinds["country_code"]

    def _honours(self, candidate: Candidate) -> bool:
        """Tell whether letters with stops stand between marks behind a name, as an honour: "Ann Roe, Z.C.S."."""
        if "." not in candidate.text or candidate.before not in _HONOURED or candidate.behind not in _HONOURED:
            return False
        return self.word(candidate.first - 2)[:1].isupper()

    def _plate(self, candidate: Candidate) -> bool:
        """Tell whether digits with a letter follow, as on a vehicle's plate: "KBX 412T"."""
        behind = self.word(candidate.last)
        return behind[:1].isdigit() and behind[-1:].isupper() and behind[:-1].isdigit()

    def _introduced(self, candidate: Candidate) -> bool | None:
        """Tell whether words with these initials stand before an acronym in brackets: True where they are a name's.

        False for those of a term, "gross domestic product (GDP)"; None where there are none.
        """
        first = candidate.first - 1
        if first < 1 or self.words[first] != "(":
            return None
        if self.lower[first - 1] in self.kinds["law"]:  # "Zorvel Trade Agreement (ZTA)"
            return False
        letters = candidate.words[0].replace(".", "")
        if candidate.text[-1] == "s" and is_plural_acronym(candidate.text):
            letters = letters[:-1]
        found = abbreviated(self.lower, first, letters, _SKIPPED)
        return sum(self.words[index][0].isupper() for index in found) * 2 >= len(letters) if found else None

    def abbreviates(self, candidate: Candidate) -> bool:
        """Tell whether a word in brackets has the initials of the name before: "Toy Board of Asia (Tba)"."""
        lone = len(candidate.words) == 1 and self.word(candidate.first - 1) == "("
        return lone and self._introduced(candidate) is True
