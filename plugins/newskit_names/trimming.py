"""What is cut off a name in front: a word that begins a sentence, a people, a land, a firm or the noun of a person."""

from __future__ import annotations

from collections.abc import Collection

from newskit_names.candidates import Candidate, Segmenter
from newskit_names.groups import group_words
from newskit_names.lexicon import POSSESSIVE, Lexicon

_PLURAL = 6
"""Letters of an unknown plural before a full name: "Newlyweds"."""
_MUHAMMAD = "md"
"""How a given name is written in Bangladesh."""
_FULL_NAME = 3
"""Words of a full name with one before it."""


class Trimming:
    """Cuts the candidates of one article."""

    def __init__(self, lexicon: Lexicon, segmenter: Segmenter) -> None:
        self.lexicon, self.segmenter = lexicon, segmenter

    def trim(self, candidates: list[Candidate]) -> None:
        """Remove a sentence-initial word that is no part of the name where the rest is a name elsewhere."""
        several = [place for place, each in enumerate(candidates) if len(each.words) > 1]
        if not several:
            return
        known = {candidate.text for candidate in candidates if not candidate.initial}
        named = (candidates[place] for place in several if candidates[place].words[0] in self.lexicon.given)
        surnames = {each.text.rpartition(" ")[2] for each in named if not self._dated(each)}
        surnamed = {(surname.lower(),) for surname in surnames}
        for place in several:
            candidate = candidates[place]
            rest = candidate.text.partition(" ")[2] if candidate.initial else ""
            apart = rest in known and (rest.isupper() or self._no_part(candidate.words))
            apart = apart or (rest in surnames and self._of_people(candidate.words[0]))
            apart = apart or (candidate.words[1:] in surnamed and self._dated(candidate))
            if apart or (candidate.initial and self._before_full(candidate.words)):
                candidates[place] = self.segmenter.rest(candidate)
        owned = [place for place in several if candidates[place].words[-1] in POSSESSIVE]
        if owned:
            lone = {each.words[0] for each in candidates if len(each.words) == 1}
            ends = {each.words[-1] for each in candidates if each.title}
            ends |= {each.words[-1] for each in candidates if len(each.words) > 1} & lone
            for place in owned:
                if candidates[place].words[-2] in ends:  # "Christie's" of an article about a Christie
                    candidates[place] = self.segmenter.unowned(candidates[place])

    def _dated(self, candidate: Candidate) -> bool:
        """Tell whether a month stands before a surname that says something: "In May | Roe said"."""
        kinds = self.lexicon.kinds
        says = candidate.behind in kinds["speech"] or candidate.behind in kinds["auxiliary"]
        return candidate.words[0] in kinds["month_name"] and candidate.before in ("in", "since", "until") and says

    def _of_people(self, word: str) -> bool:
        """Tell whether a word is a people's and no given name: "Swiss | Roe", though "German Roe" is somebody."""
        return word in self.lexicon.demonyms and word not in self.lexicon.given

    def _before_full(self, words: tuple[str, ...]) -> bool:
        """Tell whether a common word begins a sentence with a well-known full name: "Star | Ann Roe left"."""
        lexicon, first = self.lexicon, words[0]
        if first == _MUHAMMAD:
            return False
        if first[-1] == "s" and first[:-1] in lexicon.kinds["kin"]:  # "Brothers | Jason and Al Roe"
            return words[1] in lexicon.given or words[1] in lexicon.kinds["family_first"]
        if first in lexicon.kinds["position"] and len(words) >= _FULL_NAME and words[1] in lexicon.given:
            return True  # "Goalscorer | Ann Zorvel Roe"
        if len(words) != _FULL_NAME or words[1] not in lexicon.given or words[1] in lexicon.common:
            return False
        listed = (lexicon.names, lexicon.places, lexicon.demonyms, lexicon.starts_names, lexicon.ends_names)
        if first[-1] == "s" and len(first) >= _PLURAL and not any(first in each for each in listed):
            return words[2] not in lexicon.common and words[2][-1] != "s"  # "Newlyweds | Ann Zorvel"
        common = first in lexicon.sentence_words or first in lexicon.kinds["position"]
        return common and words[2] in lexicon.surnames

    def _no_part(self, words: tuple[str, ...]) -> bool:
        """Tell whether the first word is a common one, or none of a name and before a full one: "Crooked Ann Roe"."""
        first, lexicon = words[0], self.lexicon
        if first in lexicon.given or first in lexicon.kinds["particle"]:
            return False
        if "-" in first and first.partition("-")[0] in lexicon.kinds["prefix"]:
            return True
        full = len(words) > 2 and words[1] in lexicon.given  # noqa: PLR2004 - the word and a full name
        if full and first not in lexicon.surnames:
            return True
        kinds = lexicon.kinds
        lists = (lexicon.common, lexicon.special, kinds["senior"], kinds["employed"], kinds["position"])
        return any(first in each for each in lists)

    def bearer(self, candidate: Candidate, firms: Collection[str]) -> Candidate:
        """Leave out a people, a firm or "H.E." before a full name: "Russian | Zorva Roe", "Acme | Zorva Roe"."""
        words, lexicon = candidate.words, self.lexicon
        if len(words) < _FULL_NAME:
            return self.segmenter.rest(candidate) if self._one_of_people(candidate) else candidate
        honoured = words[0] in lexicon.kinds["excellency"]
        if honoured or " ".join(words[:2]) in lexicon.kinds["excellency"]:
            rest = self.segmenter.rest(candidate)
            return rest if honoured else self.segmenter.rest(rest)
        if self.described_by(words):
            return self.segmenter.rest(candidate)
        if words[1] in lexicon.followers and words[2:] and self.described_by(words[1:]):  # "Liberal Democrat | Ann Roe"
            return self.segmenter.rest(self.segmenter.rest(candidate))
        if words[0] in lexicon.given or words[0] in lexicon.kinds["family_first"]:
            return candidate
        apart = words[0] in lexicon.demonyms or candidate.text.partition(" ")[0] in firms
        return self.segmenter.rest(candidate) if apart else candidate

    def _one_of_people(self, candidate: Candidate) -> bool:
        """Tell whether one of a people stands before a surname, without a title: "Kuwaiti | Al-Roe"."""
        first, lexicon = candidate.words[0], self.lexicon
        people = first in lexicon.demonyms or first in lexicon.followers
        return len(candidate.words) > 1 and people and first not in lexicon.given and candidate.title is None

    def of_members(self, candidate: Candidate) -> bool:
        """Tell whether the members of a party or a people stand before a full name: "Democrats | Ann Keller"."""
        words = candidate.words
        return len(words) >= _FULL_NAME and words[0] in group_words().people and self.described_by(words)

    def described_by(self, words: tuple[str, ...]) -> bool:
        """Tell whether a land or the noun of a person stands before a full name: "Kenya | Ann Roe"."""
        first, lexicon, groups = words[0], self.lexicon, group_words()
        if words[1] not in lexicon.given or words[-1] not in lexicon.surnames:
            return False
        if first in lexicon.names:
            return lexicon.places.get(first) == "country" and first not in lexicon.lands
        noun = first in lexicon.common or first.endswith("ist") or f"{first.title()}s" in lexicon.organizations
        listed = first in lexicon.places or first in lexicon.followers or first in groups.people | groups.members
        return (noun and first not in lexicon.kinds["nickname"]) or listed
