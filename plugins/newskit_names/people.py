"""What speaks against a person where the model sees one: articles, common words, headings, figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newskit.text import Tokens, closed_class, female_share, lazy_pattern, once
from newskit_names.candidates import Candidate
from newskit_names.groups import group_words
from newskit_names.lexicon import POSSESSIVE, Lexicon
from newskit_names.terms import is_hall, is_storm

_ARTICLES = closed_class("article")
_JOINED = lazy_pattern(r"(?!Fitz)\b\p{Lu}\p{Ll}{3,}+\p{Lu}")
"""Two words written as one, as makers write and parents do not: "AstroMaster"."""
_TEAM = lazy_pattern(r"\p{Lu}{2,4}+ \p{Lu}")
"""A club's acronym and the letter of one of its teams: "ZFC B"."""
_ONE_OF_MANY = frozenset(("a", "an", "another"))
_ADDRESSED = frozenset(("mr", "mrs", "ms", "dr"))
_AND = frozenset(("and", "or", "/"))
_LISTING = frozenset((",", "and"))
_NO_NOUN = frozenset((",", ".", ";", ":", "?", "!", ")", "—", "and", "or", "but", "that", "who", "which", ""))
"""What follows a noun phrase: no noun that a name before it would modify."""
_NOBODY = frozenset(("person", "none"))
_ISMS = ("phobia", "ism", "ology")
_FULL = 2
"""Words of a full name."""
_FORMED = ("ed", "ing")
_LETTERS = 2
"""Most letters of initials."""
_BY_CHANCE = 2
"""Times that a thing is written as a name, most."""
_DESCRIBED = 3
"""Tokens of an article and what describes a noun, most."""
_MANY = 3
"""Names of several words that begin with a maker's, fewest."""
_COMMON = 2
"""Common words behind the first of a name that nobody has: "Rosa Mint Teeth Whitening"."""


class People:
    """Tells of the names of one article that they are nobody's."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        self.lowered, self.word, self.lexicon = tokens.lowered, tokens.word, lexicon
        self._words = tokens.words
        self.lists = (lexicon.common, lexicon.places, lexicon.cities, lexicon.demonyms, lexicon.ends_names)

    def nobody(self, group: Sequence[Candidate]) -> bool:
        """Tell whether a name that no rule knows as a person's is nobody's, from all its occurrences."""
        words, lexicon = group[0].words, self.lexicon
        if len(words) == 1:
            return any(map(self.articled, group)) or all(map(self.in_work, group)) or any(map(self.employs, group))
        if (
            any(map(self._which, group))
            or self._spelt_otherwise(words, group[0].text)
            or self.small_elsewhere(group)
            or self._made(group[0])
        ):
            return True
        speaks = any(each.behind in lexicon.kinds["speech"] for each in group)
        named = speaks and words[0] in lexicon.names  # unlike "Zorvel Solar said"
        if self.headed(group) or (self._ends_otherwise(words) and not named):
            return True
        borne = words[0] in lexicon.given and words[-1] not in lexicon.common  # "the Rosa Zorvel trial"
        return (not borne and all(map(self._thing, group))) or self._described(group[0]) or self.in_headings(group)

    def _which(self, candidate: Candidate) -> bool:
        """Tell whether "which" tells more of a name that is no person's: "Zorvel Mizra, which owns the mine"."""
        listed = candidate.words[0] in self.lexicon.given or candidate.words[-1] in self.lexicon.surnames
        return not listed and candidate.behind == "," and self.lowered(candidate.last + 1) == "which"

    def _spelt_otherwise(self, words: tuple[str, ...], text: str) -> bool:
        """Tell whether the words themselves are those of a hall, a body, a doctrine, a people, a place or a team."""
        last, lexicon = words[-1], self.lexicon
        if last in lexicon.kinds["rank"] and text.rpartition(" ")[2].isupper():  # "Zorville MLA"
            return True
        if last not in lexicon.surnames and (last in group_words().people or last.endswith(_ISMS)):
            return True  # "Ottoman Turks", "Latent Zorvelphobia"
        patterns = _JOINED.search(text) or _TEAM.fullmatch(text)
        return bool(patterns) or is_hall(words, lexicon) or words[0] in lexicon.kinds["tribe"] or self._landed(words)

    def _landed(self, words: tuple[str, ...]) -> bool:
        """Tell whether it is a town, or begins with a country that nobody is called by: "China Zorvel"."""
        lexicon, first, last = self.lexicon, words[0], words[-1]
        if first not in lexicon.given and " ".join(words) in lexicon.towns:
            return True
        return lexicon.places.get(first) == "country" and first not in lexicon.lands and last not in lexicon.surnames

    def small_elsewhere(self, group: Sequence[Candidate]) -> bool:
        """Tell whether the article has all words of a name in small letters too, as of a thing: "Flower Beds".

        Unless a name is listed, or stands more often than a capital by chance does.
        """
        words, lexicon = group[0].words, self.lexicon
        if len(group) > _BY_CHANCE or words[0] in lexicon.given or words[-1] in lexicon.names:
            return False
        return group[0].title is None and self.written.issuperset(words)

    @once
    def written(self) -> frozenset[str]:
        """The words that the article has in small letters."""
        return frozenset(filter(str.islower, self._words))

    def native(self, candidate: Candidate) -> bool:
        """Tell whether an article stands before the noun of one of a people and what describes it: "the tall Scot"."""
        first = candidate.first
        if candidate.text.lower() not in self.lexicon.kinds["native"]:
            return self._citizen(candidate)
        return any(self.lowered(index) in _ARTICLES for index in range(max(0, first - _DESCRIBED), first))

    def _citizen(self, candidate: Candidate) -> bool:
        """Tell whether several words are one of a people, not a paper: "a New Yorker", "New Yorker | Ann Roe"."""
        if len(candidate.words) == 1 or " ".join(candidate.words) not in self.lexicon.followers:
            return False
        one = candidate.before in _ONE_OF_MANY and self._before_no_noun(candidate)
        return one or self.word(candidate.last)[:1].isupper()

    def _ends_otherwise(self, words: tuple[str, ...]) -> bool:
        """Tell whether the last word is a common noun or of a people, and neither a surname nor behind a given name."""
        last, lexicon = words[-1], self.lexicon
        if last in lexicon.surnames:
            return False
        return last in lexicon.demonyms or (last in lexicon.common and words[0] not in lexicon.given)

    def bears(self, group: Sequence[Candidate]) -> bool:
        """Tell whether lists or the people before it make a name somebody's where the model sees none."""
        return self.full(group[0]) or self.called(group) or self.of_people(group)

    def called(self, group: Sequence[Candidate]) -> bool:
        """Tell whether a name is a given name that is borne all over the world, and nothing else: "He saw Ann there".

        Somewhere it stands behind neither an article nor a preposition of place, and before no capital.
        """
        word, lexicon = group[0].words[-1], self.lexicon
        if len(group[0].words) > 1 or word not in lexicon.widely or not group[0].text.istitle():
            return False
        known = any(word in each for each in (lexicon.common, lexicon.places, lexicon.cities))
        if known or group[0].text in lexicon.organizations:
            return False
        return any(self._alone_in_text(each) for each in group)

    def _alone_in_text(self, candidate: Candidate) -> bool:
        before = candidate.before
        placed = before in _ARTICLES or before in self.lexicon.kinds["in"] or candidate.headline
        return not placed and not self.word(candidate.last)[:1].isupper()

    def headed(self, group: Sequence[Candidate]) -> bool:
        """Tell whether several words are mostly used as a noun with an article: "The Rosa Zorvel sank"."""
        if len(group[0].words) == 1:
            return False
        behind = [each for each in group if self.articled(each)]
        return len(behind) * 2 >= len(group) and any(map(self.alone, behind))

    def alone(self, candidate: Candidate) -> bool:
        """Tell whether no noun follows a name that it would modify: not "the Rosa Zorvel trial"."""
        following, kinds = candidate.behind, self.lexicon.kinds
        if following.isdigit():  # "the Zorvel Torrent 606", but "the Ann Keller 2016 campaign"
            return len(following) != len("2016")
        if following in _AND and self.word(candidate.last + 1)[:1].isupper():
            return False  # "a Rosa Zorvel and Ann Keller exhibition"
        lists = (_NO_NOUN, kinds["inside"], kinds["in"], kinds["auxiliary"], kinds["plural_verb"], kinds["thing_verb"])
        return any(following in each for each in lists)

    def full(self, candidate: Candidate) -> bool:
        """Tell whether a name is a given name and a surname that is no common word, both of the lists: "Ann Keller".

        With a given name of all the world it may be a word of no list.
        """
        words, lexicon = candidate.words, self.lexicon
        first, last = words[0], words[-1]
        if len(words) == 1 or first not in lexicon.given or last in lexicon.common:
            return False
        two = len(words) == _FULL and candidate.text.istitle() and candidate.before not in _ARTICLES
        return last in lexicon.surnames or (two and self._unlisted(first, last))

    def of_people(self, group: Sequence[Candidate]) -> bool:
        """Tell whether two words of no list stand behind one of a people, before no noun: "Italian | Zorvo Meler |"."""
        candidate, lexicon = group[0], self.lexicon
        if len(candidate.words) != _FULL or not candidate.text.istitle() or candidate.headline:
            return False
        one = candidate.before
        two = f"{self.lowered(candidate.first - 2)} {one}"  # "South African"
        if not any(people in each for people in (one, two) for each in (lexicon.demonyms, lexicon.followers)):
            return False
        known = not lexicon.organizations.isdisjoint((*candidate.text.split(), candidate.text))
        if known or any(word in each for word in candidate.words for each in self.lists):
            return False
        return self._before_no_noun(candidate)

    def _before_no_noun(self, candidate: Candidate) -> bool:
        """Tell whether what follows is no noun, as far as lists tell."""
        behind, lexicon = candidate.behind, self.lexicon
        return self.alone(candidate) or not (behind in lexicon.nouns or behind in lexicon.plurals)

    def _unlisted(self, first: str, last: str) -> bool:
        """Tell whether a widely borne given name, no city's, stands before a word of no list: "Grace Zorvel"."""
        lexicon = self.lexicon
        lists = (lexicon.places, lexicon.cities, lexicon.towns, lexicon.demonyms, lexicon.ends_names, lexicon.divisions)
        known = any(last in each for each in lists) or last.endswith(_FORMED)
        known = known or first in lexicon.cities or first in lexicon.followers
        return first in lexicon.widely and not known and len(last) > _LETTERS

    def _thing(self, candidate: Candidate) -> bool:
        """Tell whether a name stands behind an article and not before what a person heads or has."""
        return self.articled(candidate) and candidate.behind not in self.lexicon.kinds["household"]

    def _made(self, candidate: Candidate) -> bool:
        """Tell whether a name of two words begins with a well-known firm, as a product's does: "a Hyundai Zorvo"."""
        first, _, rest = candidate.text.partition(" ")
        return " " not in rest and first in self.lexicon.organizations and candidate.words[0] not in self.lexicon.names

    def makers(self, lone: Sequence[Candidate], several: Sequence[Candidate], found: dict[str, str]) -> None:
        """Take a word for a maker's where many names of things begin with it: "Zorvel Uno", "Zorvel Duo"."""
        things = {
            each.text: each.words[0]
            for each in several
            if found[each.text] in _NOBODY and len(each.words[0]) > _LETTERS
        }
        begun = Counter(things.values())
        makers = {word for word, times in begun.items() if times >= _MANY and not self._borne(word)}
        if makers:
            found.update({text: "none" for text, word in things.items() if word in makers})
            unsure = [each for each in lone if each.words[0] in makers and found[each.text] in _NOBODY]
            articled = {each.text for each in unsure if self.articled(each)}  # "the Copa"
            found.update({each.text: "organization" for each in unsure if each.text not in articled})

    def storms(self, lone: Sequence[Candidate], several: Sequence[Candidate], found: dict[str, str]) -> None:
        """Take the name of a storm for nobody's: "Zorva" beside "Hurricane Zorva"."""
        storms = self.lexicon.kinds["storms"]
        named = {each.words[-1] for each in several if is_storm(each.words[-2:], self.lexicon)}
        begun = [each for each in several if each.words[0] in storms]
        begun += (each for each in lone if each.before in storms)
        named.update(word for each in begun for word in self._listed(each))
        if named:
            found.update({each.text: "none" for each in begun if each.words[-1] in named})
            ends = {each.words[-1] for each in several if found[each.text] == "person"}
            found.update({each.text: "none" for each in lone if each.words[0] in named - ends})

    def _listed(self, candidate: Candidate) -> Sequence[str]:
        """Return what is listed behind a plural, two or more of one word each: "Hurricanes | Zorva | and | Mizra |"."""
        listed, at = [candidate.words[-1]], candidate.last
        while self.lowered(at) in _LISTING and self.word(at + 1).istitle():
            listed.append(self.lowered(at + 1))
            at += 2
        return listed if len(listed) > 1 else ()

    def _borne(self, word: str) -> bool:
        """Tell whether anybody is known to bear a word, or it is no name of one: a common word, a place."""
        lexicon = self.lexicon
        listed = word in lexicon.names or word in lexicon.places or word in lexicon.cities or word in lexicon.common
        return listed or female_share(word) is not None

    def articled(self, candidate: Candidate) -> bool:
        """Tell whether a name stands behind an article: "the Zorvel Torrent"."""
        if candidate.title is not None:
            return False
        if candidate.before.isdigit() or candidate.before in self.lexicon.kinds["version"]:  # "the 2023 Zorvel"
            return self.lowered(candidate.first - 2) in _ARTICLES
        return candidate.before in _ARTICLES

    def employs(self, candidate: Candidate) -> bool:
        """Tell whether a mark and a full name follow, as behind somebody's employer or town: "Zorvel's Ann Keller"."""
        given = candidate.last + 1
        if candidate.behind not in POSSESSIVE or candidate.words[-1] in self.lexicon.surnames:
            return False
        if self.lowered(given) in _ADDRESSED and self.word(given + 1)[:1].isupper():
            return True
        return self.lowered(given) in self.lexicon.given and self.lowered(given + 1) in self.lexicon.surnames

    def in_work(self, candidate: Candidate) -> bool:
        """Tell whether a mark and a common noun with a capital follow, as in a work's title: "Zorvel's Travels"."""
        if candidate.behind not in POSSESSIVE or candidate.headline or len(candidate.words) > 1:
            return False
        written, lexicon = self.word(candidate.last + 1), self.lexicon
        noun, kinds = written.lower(), lexicon.kinds
        if not written.istitle() or noun in lexicon.names or noun in kinds["body"] or noun in kinds["work"]:
            return False
        return noun in lexicon.common and noun not in lexicon.followers

    def counted(self, candidate: Candidate) -> bool:
        """Tell whether a name is one of many of a sort, a noun by itself: "she ordered a Zorvel Light, and left"."""
        if candidate.before not in _ONE_OF_MANY:
            return False
        return self.alone(candidate)

    def _described(self, candidate: Candidate) -> bool:
        """Tell whether common words stand in a name, as in that of a product."""
        lexicon = self.lexicon
        common = (word for word in candidate.words[1:] if word in lexicon.common and word not in lexicon.names)
        return sum(1 for _ in common) >= _COMMON

    def in_headings(self, group: Sequence[Candidate]) -> bool:
        """Tell whether only headings have a name with a common word in it, and nobody is known to bear a word of it."""
        words, lexicon = group[0].words, self.lexicon
        if not all(each.headline for each in group) or not any(word in lexicon.common for word in words):
            return False
        return not any(word in lexicon.names or female_share(word) is not None for word in words)
