"""Places in the phrases of titles, by the lists."""

from __future__ import annotations

from newskit.text import cities
from newskit_titles.lexicon import DEMONYMS, DOTTED, GOVERNING, LONGEST_PLACE, PLACE_STARTS, STATES, is_place
from newskit_titles.page import Page


class Places:
    """Finds the names of places in the phrases of one article."""

    def __init__(self, page: Page) -> None:
        self.page, self.words, self.lower, self.roles = page, page.words, page.lower, page.roles

    def written(self, first: int, last: int) -> str | None:
        """Return the text of the tokens ``first:last`` on one line, None where there are none."""
        if first >= last:
            return None
        return " ".join(self.page.doc.text[self.page.starts[first] : self.page.ends[last - 1]].split())

    def leading_place(self, first: int, last: int) -> int:
        """Return the end of the longest place name that begins at a token, the token itself where none does."""
        word = self.lower[first]
        if word in PLACE_STARTS:
            for end in range(min(last, first + LONGEST_PLACE + 2), first, -1):
                if is_place((self.written(first, end) or "",)):
                    return self._peoples(end, last)
        if word in DOTTED or self._of_two_peoples(word):  # "Iranian-American"
            return min(last, first + 1)
        stopped = word in STATES and first + 2 <= last and self.lower[first + 1] == "."
        return first + 2 if stopped else first

    def _peoples(self, end: int, last: int) -> int:
        """Return the end of a people's name of two: "Turkish | Cypriot"."""
        both = end < last and self.lower[end - 1] in DEMONYMS and self.lower[end] in DEMONYMS
        return end + both

    def is_city(self, first: int, last: int) -> bool:
        """Tell whether tokens are a listed city's name."""
        return " ".join(self.lower[first:last]) in cities()

    def demonym(self, first: int, last: int) -> bool:
        """Tell whether tokens name a people: "French", "Iranian-American"."""
        word = " ".join(self.lower[first:last])
        return word in DEMONYMS or self._of_two_peoples(word)

    def _of_two_peoples(self, word: str) -> bool:
        first, _, second = word.partition("-")
        return second in DEMONYMS and (first in DEMONYMS or first in GOVERNING["combining"])
