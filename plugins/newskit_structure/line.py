"""A line of the article as the rules see it, and the phrase lists that they look up."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from attrs import frozen

from newskit.text import classes

PACKAGE = "newskit_structure"
SHORT = 400
"""Only lines up to this many characters can be anything but a paragraph."""
_STOPS = frozenset(".!?…:,")
_TITLED = 0.8
"""The share of long words with a capital in a headline set in capitals."""
_LONG, _FEW = 4, 3
"""A long word has this many letters; fewer words than this tell nothing."""
_GO_ON = (";", " and", " or")
_CLOSERS = "\"'”’»)]"


@frozen
class Line:
    """A paragraph of the text: its offsets, its text, the same in lower case, and the line breaks before it."""

    start: int
    end: int
    text: str
    lower: str
    breaks: int

    @property
    def bare_end(self) -> str:
        """The last character before closing marks and brackets; empty where there is none."""
        return self.text[-8:].rstrip(_CLOSERS)[-1:]

    @property
    def stopped(self) -> bool:
        """Whether the line ends as a sentence does."""
        return self.bare_end in _STOPS

    def __len__(self) -> int:
        return self.end - self.start


@frozen
class Form:
    """A line recognised by its own form, by the name of a record; ``credit`` is a span of the line, from its start."""

    record: str
    credit: tuple[int, int] | None = None


@cache
def phrases(name: str, label: str) -> tuple[str, ...]:
    """Return one class of a data file of this plugin, longest entries first."""
    return tuple(sorted(classes(PACKAGE, name)[label], key=lambda phrase: (-len(phrase), phrase)))


def begins(lower: str, openings: tuple[str, ...]) -> int:
    """Return the length of the longest phrase with which a text begins, whole words only; 0 where there is none."""
    if not lower.startswith(openings):
        return 0
    for phrase in openings:
        if lower.startswith(phrase):
            cut = len(phrase)
            if not (phrase[-1].isalpha() and lower[cut : cut + 1].isalpha()):
                return cut
    return 0


def holds(text: str, listed: Iterable[str]) -> bool:
    """Tell whether a text holds one of some phrases with its last word whole: no "poses for" in "poses forever"."""
    for phrase in listed:
        at = text.find(phrase)
        while at >= 0:
            end = at + len(phrase)
            if not (phrase[-1].isalpha() and text[end : end + 1].isalpha()):
                return True
            at = text.find(phrase, end)
    return False


def content_words(line: Line) -> set[str]:
    """Return the beginnings of the words that say what a line is about."""
    empty = classes(PACKAGE, "function_words.txt")["empty"]
    bare = (word.strip("\"'“”‘’.,;:!?()[]-—–") for word in line.lower.split())
    return {word.partition("'")[0].partition("’")[0][:5] for word in bare if len(word) >= _LONG and word not in empty}


def restated(line: Line, following: Line) -> float:
    """Return which share of a line's content words the following line says again."""
    mine = content_words(line)
    return len(mine & content_words(following)) / len(mine) if len(mine) >= _FEW else 0.0


def goes_on(line: Line) -> bool:
    """Tell whether a line ends as an item of a list does that others follow."""
    return line.lower.endswith(_GO_ON)


def titled(line: Line) -> bool:
    """Tell whether nearly all long words begin with a capital, as in American headlines."""
    long_words = [word.lstrip("\"'“‘([") for word in line.text.split()]
    long_words = [word for word in long_words if len(word) >= _LONG and word[0].isalpha()]
    return len(long_words) >= _FEW and sum(word[0].isupper() for word in long_words) >= _TITLED * len(long_words)
