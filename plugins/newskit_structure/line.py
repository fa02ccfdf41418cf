"""A line of the article as the rules see it, and the phrase lists that they look up."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from operator import attrgetter

from attrs import define, frozen

from newskit.text import classes, lazy_pattern

PACKAGE = "newskit_structure"
SHORT = 400
"""Only lines up to this many characters can be anything but a paragraph."""
SPEECH_MARKS = frozenset('"“”„‟«»＂「」')
"""Double quotation marks of all sorts, which a caption seldom has."""
_STOPS = frozenset(".!?…:,")
_TITLED = 0.8
"""The share of long words with a capital in a headline set in capitals."""
_LONG, _FEW = 4, 3
"""A long word has this many letters; fewer words than this tell nothing."""
ACT_REACH = 16
"""The verb of what a picture shows is among so many first words."""
ENDED = r"(?<!\b(?:Gov|Sen|Rep|Gen|Lt|Col|Sgt|Mr|Mrs|Ms|Dr|St|Rev)|\b[A-Z])"
"""Before a stop that ends a sentence, and neither a short form nor an initial."""
_KICKER = 25
"""The most characters of a section's name."""
_columns = lazy_pattern(r"\S(?:\t|\x20{2,}+\S++\x20{2,}+|\n\d)")
"""Columns parted by tabs or white space, and rows that begin with their number."""
numbered = re.compile(r"\d{1,2}[.)] [^\W\d_]").match
"""Matches the number of an item and its first letter."""
_FIGURES = frozenset("0123456789.,:%+-−()")
"""Characters of the figures of a row."""
_GO_ON = (";", " and", " or")
_CLOSERS = "\"'”’»“＂」)]"


@define(eq=False)  # a frozen one takes twice as long to make
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


@frozen
class Story:
    """The text of an article and its lines in order."""

    text: str
    lines: Sequence[Line]

    def beside(self, line: Line, reach: int) -> Sequence[Line]:
        """Return a line and up to ``reach`` lines on each of its sides."""
        at = bisect_left(self.lines, line.start, key=attrgetter("start"))
        return self.lines[max(0, at - reach) : at + reach + 1]


_AS_SEEN = str.maketrans("\u00a0\u2007\u2009\u202f", "    ")
"""Spaces that do not break or are narrow, with that of typewriters."""
_odd = re.compile(f"[{''.join(map(chr, _AS_SEEN))}]").search


def plain(text: str) -> str:
    """Return a text of the same length with the spaces of typewriters, as pages show it."""
    return text if text.isascii() or not _odd(text) else text.translate(_AS_SEEN)


@cache
def phrases(name: str, label: str) -> tuple[str, ...]:
    """Return one class of a data file of this plugin, longest entries first."""
    return tuple(sorted(classes(PACKAGE, name)[label], key=lambda phrase: (-len(phrase), phrase)))


def content_words(line: Line) -> set[str]:
    """Return the beginnings of the words that say what a line is about."""
    empty = classes(PACKAGE, "function_words.txt")["empty"]
    bare = (word.strip("\"'“”‘’.,;:!?()[]-—–") for word in line.lower.split())
    return {unowned(word)[:5] for word in bare if len(word) >= _LONG and word not in empty}


def unowned(word: str) -> str:
    """Return a word without the ending of a possessive."""
    return word.partition("'")[0].partition("’")[0]


def restated(line: Line, following: Line, share: float) -> bool:
    """Tell whether a following line says such a share of a line's content words again."""
    mine = content_words(line)
    if len(mine) < _FEW or sum(stem in following.lower for stem in mine) < share * len(mine):  # as mostly
        return False
    return len(mine & content_words(following)) >= share * len(mine)


def tabular(line: Line, following: Line | None) -> bool:
    """Tell whether a line is a row of a table: columns parted by tabs or white space, or rows of figures below."""
    if _columns.search(line.text):
        return True
    if following is None or following.breaks != 1 or line.stopped or following.stopped:
        return False
    words = following.text.split()
    figures = [_FIGURES.issuperset(word) for word in (words[0], *words[-2:])]
    return len(words) > _FEW - 1 and figures[-1] and (figures[0] or figures[1])


def goes_on(line: Line) -> bool:
    """Tell whether a line ends as an item of a list does that others follow."""
    return line.lower.endswith(_GO_ON)


def titled(line: Line) -> bool:
    """Tell whether nearly all long words begin with a capital, as in American headlines."""
    long_words = [word.lstrip("\"'“‘([") for word in line.text.split()]
    long_words = [word for word in long_words if len(word) >= _LONG and word[0].isalpha()]
    return len(long_words) >= _FEW and sum(word[0].isupper() for word in long_words) >= _TITLED * len(long_words)


def names_section(line: Line) -> bool:
    """Tell whether a line may be the name of a section: two words, or three in capitals or with "&"."""
    words = line.text.split()
    two = len(words) < _FEW or (len(words) == _FEW and (line.text.isupper() or words[1] in ("&", "and")))
    return len(line) <= _KICKER and not line.stopped and two
