"""The clause around a name as evidence of its kind: "Zorb, a small town in …", "chief executive of Zorb"."""

from __future__ import annotations

from collections.abc import Sequence

from newskit import Title
from newskit.text import Tokens, closed_class
from newskit_names.candidates import Candidate
from newskit_names.lexicon import POSSESSIVE, Lexicon

_ALONG = frozenset(("on", "along", "off", "down"))
_BUILT = frozenset(("church", "park", "forest"))
"""Nouns that places and bodies named after people end in: "the pastor of Grace Church"."""
_FARTHEST = 10
"""Tokens behind a comma among which the noun of an apposition is."""
_ARTICLES = closed_class("article")
_OPENERS = _ARTICLES | POSSESSIVE | {"its"}
_OWNERS = POSSESSIVE | closed_class("possessive")
_BEHIND_WORK = frozenset((",", ".", ";", ")", "(", "by", ""))
_GOVERNING = frozenset(("of", "at", "by", "from", "for", "with"))
_SEATED = (" for ", " for the ")
"""What stands before the place of an office."""
_BESIDE = ("speech", "auxiliary", "in", "inside", "clause", "phrase_end")
"""Classes of small words that end the name of a relative."""
_PHRASE = 3
"""Tokens before the noun of a work in which a sentence or another name begins."""
_THROUGH = POSSESSIVE | {"-", "&"}
"""Tokens inside a noun phrase that are no words."""


def _seat(title: Title) -> tuple[int, str] | None:
    """Return where the place behind an office begins, and its name: "MP for | Zorvel"."""
    begins = title.span.text.find(title.place) if title.place else 0
    if not title.place or not title.span.text[:begins].endswith(_SEATED):
        return None
    return title.span.start + begins, " ".join(title.place.split())


class Contexts:
    """The clauses around the candidates of one article; ``titles`` name employers."""

    def __init__(self, lexicon: Lexicon, tokens: Tokens, titles: Sequence[Title]) -> None:
        self.lexicon, self.kinds = lexicon, lexicon.kinds
        self.words, self.lower = tokens.words, tokens.lower
        self.word, self.lowered = tokens.word, tokens.lowered
        self.behind, self.before = lexicon.followed, lexicon.introducers
        named = [title for title in titles if title.organization]
        self.employers = dict(filter(None, map(self.employer, named))) if named else {}
        """Names of employers by the offsets where they begin."""
        self.seats = dict(filter(None, map(_seat, titles)))
        """Names of the places that offices are of, by the offsets where they begin."""
        self.described = {title.span.start for title in titles if title.kind == "after"}
        """Offsets where a title behind a name begins."""

    def employer(self, title: Title) -> tuple[int, str] | None:
        """Return where the employer that a title names begins, and its name: "chief economist at Zorb"."""
        name = title.organization
        lower = name.lower() if name else ""
        if not name or lower in self.lexicon.common or len(name) == 1:
            return None
        role = title.role.lower()
        noun, begins, kinds = role.rpartition(" ")[2], title.span.text.find(name), self.kinds["employed"]
        at = title.span.text[:begins].endswith((" at ", " at the "))
        if noun in self.kinds["spokesperson"]:
            at = not any(map(self.lexicon.names.__contains__, lower.split()))
        behind = begins + len(name)
        owned = lower in self.lexicon.given and title.span.text[behind : behind + 1] in ("'", "’")
        # "Ann Roe headed past keeper" names no employer
        named = lower.partition(" ")[0] in self.lexicon.given and name not in self.lexicon.organizations
        known = at or ((role in kinds or (noun in kinds and not named)) and not owned)
        return (title.span.start + begins, " ".join(name.split())) if known else None

    def kind(self, group: Sequence[Candidate]) -> str | None:
        """Return the kind by the clause around any of a name's occurrences, None where no clause gives one."""
        employers, behind, before = self.employers, self.behind, self.before
        seats = self.seats
        for candidate in group:
            if candidate.before == ",":
                found = self.behind_comma(candidate)
                if found:
                    return found
            if (
                candidate.before in self.kinds["called"]
                and self.lowered(candidate.first - 2) in self.kinds["thing_noun"]
            ):
                return "none"
            if candidate.behind in behind or candidate.before in before:
                found = self._kind(candidate)
                if found:
                    return found
            if employers and employers.get(candidate.start) == candidate.text:
                return "organization"
            if seats and seats.get(candidate.start) == candidate.text:
                return "place"
        return None

    def _kind(self, candidate: Candidate) -> str | None:
        following = candidate.behind
        named = self.named(candidate, following)
        if named:
            return named
        if following in self.kinds["apposing"]:
            if self._cut(candidate):
                return None
            kind = self.apposed(candidate.last + 1, predicate=following != ",")
            somebody = candidate.words[0] in self.lexicon.given and self.lowered(candidate.last + 1) not in _OPENERS
            return None if somebody else kind  # "Ann Roe, maker of hats"
        return "organization" if following in self.kinds["plural_verb"] and self.subject(candidate) else None

    def subject(self, candidate: Candidate) -> bool:
        """Tell whether a name, not plural, is a whole subject, uncoordinated: "said Zorb have rejected"."""
        whole = candidate.initial or candidate.before in self.kinds["clause"]
        return whole and candidate.words[-1][-1] != "s"

    def _cut(self, candidate: Candidate) -> bool:
        """Tell whether a name may have begun before "of": "Tree of | Life"."""
        first = candidate.first
        return self.lowered(first - 1) == "of" and self.word(first - 2)[:1].isupper()

    def named(self, candidate: Candidate, following: str) -> str | None:
        """Return the kind by the noun directly before a name where no relative clause follows: "the lender Ann Roe"."""
        before, kinds = candidate.before, self.kinds
        if candidate.initial or before not in self.before:
            return None
        if before in kinds["person_noun"]:
            alone = len(candidate.words) == 1 or candidate.words[-1] in self.lexicon.ends_names
            return None if alone else "person"
        clause = following[:1].isalpha() and following not in kinds["no_clause"] and following not in kinds["in"]
        listed = candidate.words[0] in self.lexicon.names
        if clause and (listed or following not in kinds["auxiliary"]):  # "the film Ann has made"
            return None
        return "organization" if before in kinds["maker"] else "none"

    def behind_comma(self, candidate: Candidate) -> str | None:
        """Return the kind by the noun before a comma where a mark follows: "the novel, Zorvel,", "at lender, Zorb,"."""
        noun = candidate.first - 2
        if candidate.behind not in _BEHIND_WORK:
            return None
        if self.lowered(noun) in self.kinds["thing_noun"]:
            # "In the film, Ann Roe, who is five, leaves": a phrase in front, and no apposition
            opened = any(self.word(index)[:1].isupper() for index in range(max(0, noun - _PHRASE), noun))
            owned = self.lowered(noun - 1) in _OWNERS  # "their dog, Zorvel,"
            return None if opened and not owned else "none"
        owned = self.lowered(noun - 1) in _OWNERS  # "the family's insurer, Zorvel Mutual,"
        known = owned or self._governed(noun)
        return "organization" if known and self.lowered(noun) in self.kinds["maker"] else None

    def _governed(self, noun: int) -> bool:
        """Tell whether a preposition governs a noun without an article: "co-founder of energy startup"."""
        for index in range(noun - 1, max(0, noun - _PHRASE) - 1, -1):
            if self.lower[index] in _GOVERNING:
                return True
            if not self.lower[index].isalpha() or self.lower[index] in self.kinds["small"]:
                return False
        return False

    def apposed(self, first: int, *, predicate: bool) -> str | None:
        """Return the kind by the head noun of the phrase that begins at a token: "a town in", "maker of"."""
        lower, kinds = self.lower, self.kinds
        first = self._owned(first)
        if self.lowered(first) not in _OPENERS:
            firm = self.lowered(first) in kinds["firm_apposed"] and self.lowered(first + 1) == "of"
            return "organization" if firm and self.lowered(first + 2) not in ("a", "an") else None
        for index in range(first + 1, min(first + _FARTHEST, len(lower))):
            word, following = lower[index], self.lowered(index + 1)
            if word in kinds["phrase_end"] or word in kinds["small"] or word.endswith("ing"):
                return None
            if not (word[0].isalpha() or word in _THROUGH):
                return None
            if not following or following in kinds["phrase_end"]:
                bare = index == first + 1 and lower[first] == "the"
                if bare or self.words[index] != word:
                    return None
                return "none" if not predicate and word in kinds["thing_apposed"] else self._noun(word)
        return None

    def _owned(self, first: int) -> int:
        """Return the token of the mark behind a place that owns what follows, else the same: "|Norway's| bank"."""
        last = next((at for at in range(first, first + _PHRASE) if not self.word(at)[:1].isupper()), first)
        place = " ".join(self.lower[first:last])
        return last if self.lowered(last) in POSSESSIVE and place in self.lexicon.places else first

    def _noun(self, word: str) -> str | None:
        """Return the kind of entity that a head noun denotes: "the oil company", "a seaside town"."""
        if word in self.kinds["institution"]:
            return "organization"
        return "place" if word in self.kinds["town"] else None

    def person(self, group: Sequence[Candidate]) -> bool:
        """Tell whether a title is in apposition to a name, or a given name alone is used as a person's."""
        words, lexicon = group[0].words, self.lexicon
        if len(words) == 1 and words[0] in lexicon.given and not group[0].text.isupper():  # "CAM said"
            word = words[0]
            other = any(word in each for each in (lexicon.common, lexicon.places, lexicon.cities))
            if not (other or group[0].text in lexicon.organizations) and any(self.called(each) for each in group):
                return True
        if any(map(self.before_who, group)) or self.bears_noun(group):
            return True
        if any(map(self.performs, group)) or any(map(self.related, group)):
            return True
        return bool(self.described) and any(map(self.titled_behind, group))

    def bears_noun(self, group: Sequence[Candidate]) -> bool:
        """Tell whether a given name stands before a surname that is the noun of a place or body: "Anna Park left".

        Nothing may say that it is a place: an article, a preposition of places, a state behind it. A given name that is
        a city too needs somebody who speaks.
        """
        words, lexicon, kinds = group[0].words, self.lexicon, self.kinds
        first, last = words[0], words[-1]
        if len(words) == 1 or last not in kinds["bearing"] or first not in lexicon.given:
            return False
        speaks = any(each.behind in kinds["speech"] for each in group)
        if first in lexicon.common and not (speaks or any(map(self.titled_behind, group))):
            return False  # "Hope Hall opened", but "Will Power, a plumber, left"
        if first in lexicon.places or (first in lexicon.cities and not speaks):
            return False
        built = last in kinds["facility"] or last in kinds["work"] or last in _BUILT
        of = all(each.before == "of" for each in group) and built
        placing = _ARTICLES | kinds["in"] | _ALONG
        return not of and not any(each.before in placing for each in group)

    def before_who(self, candidate: Candidate) -> bool:
        """Tell whether ", who" follows a name that no list has and that is no plural: "Suharno, who fishes"."""
        words, lexicon = candidate.words, self.lexicon
        if candidate.behind != "," or self.lowered(candidate.last + 1) not in ("who", "whose"):
            return False
        verb = self.lowered(candidate.last + 2)
        if verb in self.kinds["plural_verb"] or verb in self.kinds["team_verb"]:
            return False  # "Zorvel, who visit Mizra"
        plural = words[-1][-1] == "s" and words[-1] not in lexicon.surnames
        placed = candidate.before in self.kinds["in"]  # "Ann Roe of Glint in Zorvel, who left"
        if candidate.text.isupper() or plural or placed or candidate.before == "the":
            return False
        return not self._known(candidate) and words[-1] not in lexicon.ends_names

    def _known(self, candidate: Candidate) -> bool:
        """Tell whether a list has a name as a place, a body or a common word."""
        whole, lexicon = " ".join(candidate.words), self.lexicon
        listed = whole in lexicon.places or whole in lexicon.cities or whole in lexicon.common
        return listed or candidate.text in lexicon.organizations

    def performs(self, candidate: Candidate) -> bool:
        """Tell whether several words stand behind "played by" or the like, and do not end as a body's name does."""
        words = candidate.words
        if candidate.before != "by" or len(words) == 1 or words[-1] in self.lexicon.ends_names:
            return False
        return self.lowered(candidate.first - 2) in self.kinds["performed"]

    def related(self, candidate: Candidate) -> bool:
        """Tell whether a name that no list has stands behind a relative's noun or a spouse's verb: "wed to Zorva"."""
        noun = {"to": self.kinds["wedded"], "of": self.kinds["relative"]}.get(candidate.before, ())
        if self.lowered(candidate.first - 2) not in noun or candidate.text.isupper():
            return False
        following = candidate.behind
        if following.isalpha() and not any(following in self.kinds[each] for each in _BESIDE):
            return False  # "daughter of House Democratic Leader Ann Roe", "the son of Yoruba parents"
        return not self._known(candidate) and candidate.words[-1] not in self.lexicon.ends_names

    def employs(self, group: Sequence[Candidate]) -> bool:
        """Tell whether several words, no place's, stand behind a person and "of": "said Ann Roe of Hoare Zorvel"."""
        words = group[0].words
        if len(words) == 1 or words[0] in self.kinds["before"] or words[-1] in self.lexicon.ends_names:
            return False
        return any(self._behind_person(each.first) for each in group)

    def _behind_person(self, first: int) -> bool:
        if self.lowered(first - 1) != "of" or self.lowered(first - 3) not in self.lexicon.given:
            return False
        return self.word(first - 2)[:1].isupper() and self.word(first - 3)[:1].isupper()

    def called(self, candidate: Candidate) -> bool:
        """Tell whether a given name is followed as a subject is: "David has decided", but not "the CAM has decided"."""
        subject = candidate.behind in self.kinds["auxiliary"]
        return subject and not candidate.headline and candidate.before != "the"

    def titled_behind(self, candidate: Candidate) -> bool:
        """Tell whether a title is in apposition to a name that no preposition governs: "Hill, a versatile actor"."""
        first, last = candidate.words[0], candidate.words[-1]
        given = first in self.lexicon.given or first in self.kinds["virtue"]
        body = last in self.kinds["body"] and not (given and last in self.kinds["bearing"])  # "Will Power, a plumber,"
        body = body or (first != last and last in self.kinds["field"] and not given)  # "Zorvel Media, owner of"
        if candidate.behind != "," or body or candidate.before in _ARTICLES:
            return False
        if candidate.text.isupper() and len(candidate.words) == 1 and candidate.words[0] not in self.lexicon.names:
            return False  # "ZKPD, a leading player"
        several = given and len(candidate.words) > 1  # a sentence explains but its first capital
        if candidate.initial and not (several or self.named_once(candidate)):
            return False
        # A title in apposition begins two letters behind the name: a comma and a space.
        described = candidate.end + 2 in self.described and self.word(candidate.last + 1).islower()
        before = candidate.before
        governed = before in self.kinds["in"] or (before in self.kinds["phrase_end"] and not candidate.initial)
        return described and not governed

    def named_once(self, candidate: Candidate) -> bool:
        """Tell whether a capital at the beginning of a sentence is a name's: no list has the word as another."""
        word, lexicon = candidate.words[0], self.lexicon
        lists = (lexicon.common, lexicon.places, lexicon.cities, lexicon.starts_names, lexicon.special)
        return not any(word in each for each in lists) and candidate.text not in lexicon.organizations
