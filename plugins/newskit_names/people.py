"""What speaks against a person where the model sees one: articles, common words, headings, figures."""

from __future__ import annotations

from collections.abc import Sequence

from newskit.text import Tokens, closed_class, female_share
from newskit_names.candidates import Candidate
from newskit_names.lexicon import Lexicon

_ARTICLES = closed_class("article")
_COMMON = 2
"""Common words behind the first of a name that nobody has: "Rosa Mint Teeth Whitening"."""


class People:
    """Tells of the names of one article that they are nobody's."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        self.lowered, self.lexicon = tokens.lowered, lexicon

    def nobody(self, group: Sequence[Candidate]) -> bool:
        """Tell whether a name that no rule knows as a person's is nobody's, from all its occurrences."""
        if len(group[0].words) == 1:
            return any(map(self.articled, group))
        return all(map(self.articled, group)) or self._described(group[0]) or self._in_headings(group)

    def articled(self, candidate: Candidate) -> bool:
        """Tell whether a name stands behind an article: "the Zorvel Torrent"."""
        return candidate.title is None and self.lowered(candidate.first - 1) in _ARTICLES

    def _described(self, candidate: Candidate) -> bool:
        """Tell whether common words stand in a name, as in that of a product."""
        lexicon = self.lexicon
        common = (word for word in candidate.words[1:] if word in lexicon.common and word not in lexicon.names)
        return sum(1 for _ in common) >= _COMMON

    def _in_headings(self, group: Sequence[Candidate]) -> bool:
        """Tell whether only headings have a name, none of whose words anybody is known to bear."""
        if not all(each.headline for each in group):
            return False
        return not any(word in self.lexicon.names or female_share(word) is not None for word in group[0].words)
