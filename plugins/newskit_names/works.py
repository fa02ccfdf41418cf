"""Where capitals say little: titles of works between quotation marks, whose names are nobody's, and headlines."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import reduce
from operator import or_

from newskit import Doc
from newskit.text import CAPITAL, closed_class
from newskit_names.lexicon import Lexicon
from newskit_names.role_words import RoleWords
from newskit_names.token_spans import QUOTES, naming, quote_marks

_ARTICLES = frozenset(map(str.capitalize, closed_class("article")))
_SMALL = closed_class("article") | {"and", "in", "to", "on", "with", "from", "by", "at"}
"""Words that stay small in the title of a work."""
_LONG = 4
"""Shorter words stay small in headlines and titles."""
_HEADLINE_WORDS = 4
_FEW = 5
"""A headline has a capital at least in every so many tokens."""
_LONGEST_WORK = 12
"""Tokens of the longest title of a work, marks included."""


class Works(RoleWords):
    """Tells of the tokens of one article which stand in the title of a work or in a headline."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        super().__init__(doc.tokens, lexicon)
        self.doc, self.starts, self.bits = doc, doc.tokens.starts, doc.tokens.bits
        self.marks = list(quote_marks(doc))
        self.joining_small = lexicon.kinds["inside"] | _SMALL

    def behind_marks(self) -> set[int]:
        """Return the tokens behind a quotation mark that the title of a work reaches."""
        found: set[int] = set()
        for mark in self.marks:
            found.update(range(mark + 1, mark + _LONGEST_WORK))
        return found

    def quoted(self, first: int, behind: int) -> bool:
        """Tell whether a name behind a mark fills the quotation or stands in a title of capitals, as of a work."""
        words, marks = self.words, self.marks
        place = bisect_left(marks, first)
        opened = marks[place - 1]
        if "\n" in self.doc.text[self.starts[opened] : self.starts[first]]:  # the mark closes in the paragraph before
            return False
        if behind < len(words) and (opened == first - 1 or (opened == first - 2 and words[first - 1] in _ARTICLES)):
            end = behind + (words[behind] in (",", ".") and behind + 1 < len(words))
            if words[end] in QUOTES:
                return naming(self.tokens, self.lexicon, first) is None
        closed = marks[place] if place < len(marks) else len(words)
        if closed >= min(len(words), opened + _LONGEST_WORK):
            return False
        whole = words[opened + 1 : closed]
        if opened == first - 1 and whole[-1][0].isupper() and self._titled(whole):
            return True
        inside = [word for word in whole if len(word) >= _LONG]
        joined = all(word in self.joining_small for word in whole if word[0].islower())  # no "is", which says something
        return joined and len(inside) > 1 and all(word[0].isupper() for word in inside)

    def headline(self, sentence: range, capitals: Sequence[int]) -> bool:
        """Tell whether nearly every word of a sentence has a capital, so that capitals say nothing."""
        start, stop = sentence.start, sentence.stop
        first = bisect_left(capitals, start)
        most = bisect_left(capitals, stop, first) - first
        if most * _FEW < stop - start:
            return False
        if not reduce(or_, self.bits[start + 1 : min(start + _HEADLINE_WORDS, stop)], 0) & CAPITAL:
            return False
        words = self.words[start:stop]
        long = [word for word in words if len(word) >= _LONG and word[0].isalpha()]
        if most * 10 <= len(long) * 8 or sum(word[0].isalpha() for word in words) < _HEADLINE_WORDS:
            return False
        share = sum(word[0].isupper() for word in long)
        return len(long) > 1 and (share == len(long) if words[-1] == "." else share * 10 > len(long) * 8)

    def _titled(self, words: Sequence[str]) -> bool:
        """Tell whether small words join all others, which have capitals, as in a title: "“Jack in the Box”"."""
        small = [word for word in words if not word[0].isupper()]
        joined = not {"and"}.issuperset(small) and all(word in self.joining_small for word in small)
        return joined and len(small) < len(words) - 1
