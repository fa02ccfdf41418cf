"""What is done with a name as evidence of its kind: shares, streets, odds, seats and animals are nobody's name."""

from __future__ import annotations

from collections.abc import Sequence

from newskit.text import Tokens, without_accents
from newskit_names.candidates import Candidate
from newskit_names.enumerations import Enumerations
from newskit_names.examples import Examples
from newskit_names.lexicon import POSSESSIVE, Lexicon
from newskit_names.spelling import Spelling
from newskit_names.word_classes import word_classes

_LISTING = frozenset((",", "and", "or", "&"))
_ALONG = frozenset(("on", "along", "off", "down", "at", "near"))
_ABBREVIATED = 4
"""Letters of the abbreviated noun of a street."""
_HELD = frozenset(("in", "of"))
_OFTEN = 2
"""Times that a city which is a name too stands behind the preposition of a place, fewest."""
_LIST = 3
"""Places of such a list, fewest."""
_LONGEST = 60
"""Tokens of a list, the most, to either side of a name: every name of an endless one looks at its list."""
_NEAR = frozenset(("in", "near", "downtown"))
_BESIDE = frozenset(("over", "across", "of", "on", "along"))
_AGAINST = frozenset("v")
_EXCHANGE = 2
"""Letters of the sign of an exchange, most."""
_SPECIES = 6
"""Letters of such a word."""
_LATIN = ("us", "um", "ii", "ae", "ensis", "iana", "ina", "ata", "ica", "osa", "oides")
"""Endings of the second word of a species' name."""


class Uses:
    """The uses of the names of one article."""

    def __init__(self, lexicon: Lexicon, tokens: Tokens) -> None:
        self.lexicon, self.kinds = lexicon, lexicon.kinds
        self.word, self.lowered = tokens.word, tokens.lowered
        self.starts, self.ends = tokens.starts, tokens.ends
        self.behind, self.before = lexicon.used_behind, lexicon.used_before
        self.examples = Examples(lexicon, tokens).kinds
        self.among_people = Enumerations(lexicon, tokens).among_people

    def kind(self, group: Sequence[Candidate], spelt: Spelling) -> str | None:
        """Return the kind that a name has by what any of its occurrences is used for."""
        behind, before = self.behind, self.before
        for candidate in group:
            if candidate.behind in behind or candidate.before in before or candidate.behind.isdigit():
                found = self._kind(candidate)
                if found:
                    return found
        if self.lived_in(group) or all(map(self.among_places, group)) or (spelt.street and any(map(self.on, group))):
            return "place"
        kind = self._of_many(group, spelt) or self._nobody(group, spelt)
        return kind or ("person" if any(map(self.among_people, group)) else None)

    def _of_many(self, group: Sequence[Candidate], spelt: Spelling) -> str | None:
        """Return the kind that a plural noun tells, behind several names or before examples."""
        alike = next(filter(None, map(self.alike, group)), None)
        if alike:
            return alike
        exemplary = self.exemplary(group) if self.examples and not spelt.formed else None
        if exemplary and not (exemplary == "person" and spelt.body):  # "politicians like Zorvel Party leader Roe"
            return exemplary
        return None

    def _nobody(self, group: Sequence[Candidate], spelt: Spelling) -> str | None:
        """Return "none" for what is named after somebody, a party in a case's name, or a species."""
        if all(map(self.eponym, group)):
            return "none"
        if (group[0].before == "." or group[0].behind in _AGAINST) and all(map(self.sued, group)):
            return "none"
        return "none" if not spelt.personal and any(map(self.binomial, group)) else None

    def _kind(self, candidate: Candidate) -> str | None:
        if self.traded(candidate) or self.listed(candidate) or self.plays(candidate):
            return "organization"
        if self.reached(candidate):
            return "place"
        if candidate.before == "(" and self._is_share(candidate.first):
            return "none"
        return "none" if self.numbered(candidate) or self.raced(candidate) else None

    def numbered(self, candidate: Candidate) -> bool:
        """Tell whether it is but the noun of a thing with its number: "Ward 3"."""
        noun = len(candidate.words) == 1 and candidate.words[0] in self.kinds["lettered"]
        return noun and candidate.behind.isdigit() and candidate.title is None

    def plays(self, candidate: Candidate) -> bool:
        """Tell whether a noun or adjective of a team stands before a name like a town's: "second-tier Zorvel Town"."""
        words = candidate.words
        several = len(words) > 1 and words[-1] in self.kinds["club"] and words[0] not in self.lexicon.given
        return several and candidate.before in self.kinds["side"]

    def traded(self, candidate: Candidate) -> bool:
        """Tell whether shares and the like stand beside it: "Zorvel's CEO", "a stake in Zorvel"."""
        behind, noun = candidate.behind, self.lowered(candidate.first - 2)
        if behind in POSSESSIVE:
            behind = self.word(candidate.last + 1)
        if candidate.before in self.kinds["makers"] and behind not in _LISTING:
            return len(candidate.words) == 1 or candidate.words[0] not in self.lexicon.given
        return behind in self.kinds["traded"] or (candidate.before in _HELD and noun in self.kinds["held"])

    def listed(self, candidate: Candidate) -> bool:
        """Tell whether the sign of a share stands in brackets behind it: "(NYSE: ZRV)", "<ZRV>", "(ZRV.L)"."""
        last = candidate.last
        if candidate.behind == "<":  # as on the wire
            return self.word(last + 1).isupper() and ">" in (self.word(last + 2), self.word(last + 4))
        if candidate.behind != "(":
            return False
        exchange = self.lowered(last + 1) in self.kinds["exchange"] and self.word(last + 2) == ":"
        return exchange or self._is_share(last + 1)

    def _is_share(self, index: int) -> bool:
        """Tell whether the sign of a share and its exchange fill a bracket: "ZRV.OL"."""
        behind = self.word(index + 2)
        signed = self.word(index + 1) == "." and behind.isupper() and len(behind) <= _EXCHANGE
        return signed and self.word(index + 3) == ")" and self.ends[index] + 1 == self.starts[index + 2]

    def reached(self, candidate: Candidate) -> bool:
        """Tell whether it has a downtown, a distance or a member: "9 km from Zorvel", "MP for Zorvel"."""
        before, noun = candidate.before, self.lowered(candidate.first - 2)
        if candidate.behind in self.kinds["civic"]:
            return self._town(candidate)
        if before == "the":
            return self._flows(candidate)
        if before == "for":
            return noun in self.kinds["member"]
        if before == "of":
            return noun in self.kinds["inhabitant"]
        if before in _NEAR and noun in self.kinds["dwelling"]:
            return candidate.words[-1] not in self.kinds["body"]
        return before == "downtown" or (before == "from" and noun in self.kinds["distance"])

    def _flows(self, candidate: Candidate) -> bool:
        """Tell whether one word behind "the" has a bridge or a bank, as a river does: "a bridge over the Zorvel"."""
        first = candidate.first
        link, noun = self.lowered(first - 2), self.lowered(first - 3)
        beside = noun in (self.kinds["bank"] if link == "of" else self.kinds["crossing"]) and link in _BESIDE
        word, lexicon = candidate.words[0], self.lexicon
        return beside and len(candidate.words) == 1 and word not in lexicon.common and word not in lexicon.ends_names

    def exemplary(self, group: Sequence[Candidate]) -> str | None:
        """Return the kind of what it is an example of: "towns such as Zorvel"."""
        return next(filter(None, (self.examples.get(each.first) for each in group)), None)

    def on(self, candidate: Candidate) -> bool:
        """Tell whether it is an abbreviated street that something is on: "on Zorvel St"."""
        return candidate.before in _ALONG and len(candidate.words[-1]) <= _ABBREVIATED

    def among_places(self, candidate: Candidate) -> bool:
        """Tell whether it stands between two places of a list, or behind a preposition and "Al"."""
        words, first, last = candidate.words, candidate.first, candidate.last
        if words[0] == "al" and len(words) == 2:  # noqa: PLR2004 - article and name
            if words[1] in self.lexicon.surnames:
                return False
            beside = candidate.before == "," and self._place(first - 2, first - 3)
            beside = beside or (candidate.behind == "," and self._place(last + 1, last + 1))
            return beside or candidate.before in self.kinds["in"]
        if (candidate.behind in _LISTING or candidate.before in _LISTING) and self._listed_place(candidate):
            return True
        if candidate.before not in _LISTING or candidate.behind not in _LISTING:
            return False
        following = last + 1 + (self.lowered(last + 1) == "and")
        return self._place(first - 2, first - 3) and self._place(following, following)

    def alike(self, candidate: Candidate) -> str | None:
        """Return the kind that the noun of several names tells, one word each: "Clay and | Roe | counties"."""
        last = candidate.last
        if len(candidate.words) > 1 or not (candidate.before == "and" or candidate.behind in _LISTING):
            return None
        last = self._list_end(last)
        if last == candidate.last and not self.word(candidate.first - 2).istitle():
            return None
        last += self.lowered(last) in self.kinds["alike"]
        noun = self.lowered(last)
        if noun in self.kinds["alike_bodies"]:
            return "organization"
        return "place" if noun in self.kinds["alike_places"] else None

    def _list_end(self, last: int) -> int:
        """Return the token behind a list of names of one word each that goes on at a token."""
        stop = last + _LONGEST
        while last < stop and self.lowered(last) in _LISTING and self.word(last + 1).istitle():
            if self.lowered(last + 1) == "the":
                break
            last += 2
        return last

    def _listed_place(self, candidate: Candidate) -> bool:
        """Tell whether a later place of its list is nobody's name, behind "in": "in | Clare |, Kerry and Lima"."""
        if len(candidate.words) > 1:
            return False
        first, last = candidate.first, candidate.last
        start = first - _LONGEST
        while first > start and self.lowered(first - 1) in _LISTING and self.word(first - 2).istitle():
            first -= 2
        members = range(first, self._list_end(last), 2)
        placed = self.lowered(first - 1) in self.kinds["in"] and len(members) >= _LIST
        return placed and any(self._place(at, at) for at in members[1:])  # "in Lima, Ann and Al met"

    def _place(self, index: int, pair: int) -> bool:
        """Tell whether a listed place that is nobody's name stands at a token, or two with it."""
        lexicon, word, both = self.lexicon, self.lowered(index), f"{self.lowered(pair)} {self.lowered(pair + 1)}"
        alone = (word in lexicon.places or word in lexicon.cities) and word not in lexicon.names
        return alone or both in lexicon.places or both in lexicon.cities

    def _town(self, candidate: Candidate) -> bool:
        """Tell whether a word may be a town's: no acronym, party, people or common word."""
        word, lexicon = candidate.words[-1], self.lexicon
        lists = (lexicon.common, lexicon.demonyms, lexicon.followers, lexicon.adjectives, lexicon.ends_names)
        if candidate.initial and word not in lexicon.cities and word not in lexicon.towns:
            return False
        return len(candidate.words) == 1 and candidate.text.istitle() and not any(word in each for each in lists)

    def raced(self, candidate: Candidate) -> bool:
        """Tell whether odds stand behind it, or "trained by" and the like, as behind a horse: "Zorvel 4/1"."""
        last, behind = candidate.last, candidate.behind
        if behind in (",", "("):
            return self.lowered(last + 1) in self.kinds["trained"] and self.lowered(last + 2) == "by"
        if not (behind.isdigit() and self.word(last + 1) == "/" and self.word(last + 2).isdigit()):
            return False
        return self.starts[last] - candidate.end == 1 and self.ends[last] == self.starts[last + 1]

    def eponym(self, candidate: Candidate) -> bool:
        """Tell whether a law, an illness or the like is named after it: "Zorvel's Law", "Zorvel syndrome"."""
        owned = candidate.behind in POSSESSIVE
        noun = self.word(candidate.last + owned)
        return noun in self.kinds["illness"] or (owned and noun.istitle() and noun.lower() in self.kinds["eponym"])

    def sued(self, candidate: Candidate) -> bool:
        """Tell whether it is a party in the name of a case: "Zorvel v. Glint"."""
        first, last = candidate.first, candidate.last
        if candidate.behind in _AGAINST and self.word(last + 1) == "." and self.word(last + 2)[:1].isupper():
            return True
        return candidate.before == "." and self.lowered(first - 2) == "v" and self.word(first - 3)[:1].isupper()

    def binomial(self, candidate: Candidate) -> bool:
        """Tell whether the second word of a species' name follows one word: "Zorvella glintensis"."""
        behind, lexicon = self.word(candidate.last), self.lexicon
        if len(candidate.words) > 1 or candidate.words[0] in lexicon.names:
            return False
        if not (len(behind) >= _SPECIES and behind.endswith(_LATIN) and behind.islower()):
            return False
        return not word_classes()[behind]

    def lived_in(self, group: Sequence[Candidate]) -> bool:
        """Tell whether a listed town that is a name too stands behind "in" and the like again and again."""
        word, lexicon = group[0].words[0], self.lexicon
        if len(group) < _OFTEN or len(group[0].words) > 1 or word not in lexicon.names:
            return False
        near = sum(each.before in _NEAR and each.behind not in POSSESSIVE for each in group)
        placed = sum(each.before in self.kinds["in"] for each in group)
        if not near or max(near, placed) < _OFTEN or any(each.behind in self.kinds["speech"] for each in group):
            return False
        return word in lexicon.cities or without_accents(word) in lexicon.towns
