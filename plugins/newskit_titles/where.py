"""Where a phrase stands: the words right beside it, as the patterns of the rules see them."""

from __future__ import annotations

from collections.abc import Callable

from attrs import define

from newskit import Title
from newskit.rules import OTHER, Word
from newskit_titles.page import Page
from newskit_titles.phrase import Phrase

CLASSES = ("TITLE", "NAME", "HELD", "BRACKET")
"""Classes of words by what they are in the article: of the phrase, can end or begin a person's name, the last of the
title before, where the same person may hold that, between brackets."""
_TITLE, _NAME, _HELD, _BRACKET = map(Word, CLASSES)
REACH = 40


def held_as(title: Title) -> bool:
    """Tell whether "as" ties a title to the name or pronoun before it, and no "described as"."""
    return title.tie == "as" and title.kind != "before" and not title.claimed


def behind_name(title: Title) -> bool:
    """Tell whether a title stands behind its holder, who may have the next too."""
    return title.kind == "after" or held_as(title)


@define(eq=False)
class Place:
    """A phrase and where it stands: in the sentence ``first:stop``, behind the title ``last``."""

    page: Page
    phrase: Phrase
    first: int
    stop: int
    last: Title | None

    def words(self, word: Callable[[str], Word]) -> tuple[range, list[Word]]:
        """Return the phrase with the tokens beside it that have a class, as far as they reach, and their classes.

        ``word`` gives a word its class, where it is not one of ``CLASSES``.
        """
        page, phrase = self.page, self.phrase
        before: list[Word] = []
        start, limit = phrase.start, max(self.first, phrase.start - REACH)
        held = self.last.span.end if self.last and behind_name(self.last) else -1
        while start > limit:
            if page.words[start - 1] == ")":
                opening = self._opening(start - 1, limit)
                before += [_BRACKET] * (start - opening)
                start = opening
                continue
            known = _HELD if page.ends[start - 1] == held else self._classed(start - 1, word)
            if known.label == OTHER:
                break
            before.append(known)
            start -= 1
        end, limit = phrase.end, min(self.stop, phrase.end + REACH)
        behind: list[Word] = []
        while end < limit:
            known = self._classed(end, word)
            if known.label == OTHER:
                break
            behind.append(known)
            end += 1
        return range(start, end), [*reversed(before), *[_TITLE] * (phrase.end - phrase.start), *behind]

    def _classed(self, index: int, word: Callable[[str], Word]) -> Word:
        known = word(self.page.words[index])
        return _NAME if known.label == OTHER and self.page.name_like(index) else known

    def _opening(self, closing: int, limit: int) -> int:
        """Return the bracket that opens what a bracket closes, itself where none does."""
        opening = closing
        while opening > limit:
            opening -= 1
            if self.page.words[opening] == "(":
                return opening
        return closing
