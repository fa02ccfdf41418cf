"""What speaks against a person where the model sees one: articles, common words, headings, figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newskit.text import Tokens, closed_class, female_share, lazy_pattern
from newskit_names.candidates import Candidate
from newskit_names.lexicon import Lexicon

_ARTICLES = closed_class("article")
_JOINED = lazy_pattern(r"(?!Fitz)\b\p{Lu}\p{Ll}{3,}+\p{Lu}")
"""Two words written as one, as makers write and parents do not: "AstroMaster"."""
_ONE_OF_MANY = frozenset(("a", "an", "another"))
_NO_NOUN = frozenset((",", ".", ";", ":", "?", "!", ")", "—", "and", "or", "but", "that", "who", "which", ""))
"""What follows a noun phrase: no noun that a name before it would modify."""
_NOBODY = frozenset(("person", "none"))
_LETTERS = 2
"""Most letters of initials."""
_MANY = 3
"""Names of several words that begin with a maker's, fewest."""
_COMMON = 2
"""Common words behind the first of a name that nobody has: "Rosa Mint Teeth Whitening"."""


class People:
    """Tells of the names of one article that they are nobody's."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        self.lowered, self.lexicon = tokens.lowered, lexicon

    def nobody(self, group: Sequence[Candidate]) -> bool:
        """Tell whether a name that no rule knows as a person's is nobody's, from all its occurrences."""
        words, lexicon = group[0].words, self.lexicon
        if len(words) == 1:
            return any(map(self.articled, group))
        office = words[-1] in lexicon.kinds["rank"] and group[0].text.rpartition(" ")[2].isupper()  # "Zorville MLA"
        if office or _JOINED.search(group[0].text) or self._made(group[0]):
            return True
        borne = words[0] in lexicon.given and words[-1] not in lexicon.common  # "the Rosa Zorvel trial"
        return (not borne and all(map(self._thing, group))) or self._described(group[0]) or self.in_headings(group)

    def full(self, candidate: Candidate) -> bool:
        """Tell whether a name is a given name and a surname that is no common word, both of the lists: "Ann Keller"."""
        words, lexicon = candidate.words, self.lexicon
        last = words[-1]
        return len(words) > 1 and words[0] in lexicon.given and last in lexicon.surnames and last not in lexicon.common

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

    def _borne(self, word: str) -> bool:
        """Tell whether anybody is known to bear a word, or it is no name of one: a common word, a place."""
        lexicon = self.lexicon
        listed = word in lexicon.names or word in lexicon.places or word in lexicon.cities or word in lexicon.common
        return listed or female_share(word) is not None

    def articled(self, candidate: Candidate) -> bool:
        """Tell whether a name stands behind an article: "the Zorvel Torrent"."""
        if candidate.title is not None:
            return False
        if candidate.before.isdigit():  # "the 2023 Zorvel"
            return self.lowered(candidate.first - 2) in _ARTICLES
        return candidate.before in _ARTICLES

    def counted(self, candidate: Candidate) -> bool:
        """Tell whether a name is one of many of a sort, a noun by itself: "she ordered a Zorvel Light, and left"."""
        if candidate.before not in _ONE_OF_MANY:
            return False
        following, kinds = candidate.behind, self.lexicon.kinds
        return following in _NO_NOUN or following in kinds["inside"] or following in kinds["in"]

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
