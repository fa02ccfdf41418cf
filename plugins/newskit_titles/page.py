"""The tokens of one article, and what their spelling says: capitals, names, what stands together."""

from __future__ import annotations

from newskit import Doc
from newskit_titles.lexicon import CALENDAR, DETERMINERS, FUNCTION_WORDS, SHORT, SUFFIXES


class Page:
    """The tokens of one article, for the parts of the finder to share."""

    def __init__(self, doc: Doc) -> None:
        self.doc, self.tokens = doc, doc.tokens
        self.words, self.lower = doc.tokens.words, doc.tokens.lower
        self.starts, self.ends = doc.tokens.starts, doc.tokens.ends

    def _tagged(self, index: int, tags: frozenset[str]) -> bool:
        """Tell whether a small-letter word has one of some parts of speech.

        The tags are asked for last: where no title needs them, the article need not be tagged at all.
        """
        word = self.lower[index]
        plain = self.words[index][0].islower() and word not in FUNCTION_WORDS and word not in DETERMINERS
        return plain and self.doc.tags[index] in tags

    def _touching(self, left: int, right: int) -> bool:
        return self.doc.text[self.ends[left] : self.starts[right]].isspace()

    def _joined(self, left: int, right: int) -> bool:
        gap = self.doc.text[self.ends[left] : self.starts[right]]
        return gap.isspace() or self.words[right] == "."

    def _capital(self, index: int) -> bool:
        return self.words[index][0].isupper() and self.lower[index] not in CALENDAR

    def _name_like(self, index: int) -> bool:
        lower = self.lower[index]
        return (
            (self._capital(index) or lower[:3] in ("al-", "el-"))
            and lower not in FUNCTION_WORDS
            and lower not in SUFFIXES
            and (len(lower) > 1 or self.words[index + 1 : index + 2] == ["."])
        )

    def _part_of_name(self, index: int) -> bool:
        if self._capital(index):
            return self.lower[index] not in FUNCTION_WORDS
        return self.words[index] == "&" or (self.words[index] == "." and self._shortened(index - 1))

    def _shortened(self, index: int) -> bool:
        if index < 0 or not self.words[index][0].isupper():
            return False
        return len(self.words[index]) <= 2 or self.lower[index] in SHORT  # noqa: PLR2004 - an initial
