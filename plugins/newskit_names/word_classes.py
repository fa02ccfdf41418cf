"""Classes of words that stand in like texts, which tell of a name that no list has what it may be."""

from __future__ import annotations

from functools import cache

from newskit.text import Kept, SortedTable, without_accents

NO_CLASS = ""


@cache
def word_classes() -> Kept[str]:
    """Return the class of a word in small letters: a letter, and another of a smaller class in it; none is empty.

    A word of which the table has only the form without accents, or a part behind or before a hyphen, is of its class.
    """
    table = SortedTable("newskit_names", "word_classes.txt", "a word, a tab and two letters")

    def found(word: str) -> str:
        written = table.get(word)
        if written is None and not word.isascii():
            word = without_accents(word)
            written = table.get(word)
        if written is None and "-" in word:
            written = table.get(word.rpartition("-")[2]) or table.get(word.partition("-")[0])
        return written or NO_CLASS

    return Kept(found)
