"""Captions that read like sentences of the story: it says the same elsewhere, or they give a day with its year."""

from __future__ import annotations

from functools import cache
from math import ceil

import regex

from newskit.text import classes, closed_class
from newskit_structure.line import ACT_REACH, PACKAGE, SPEECH_MARKS, Line, Story, content_words, unowned

_LENGTH = range(30, 330)
"""How many characters a sentence has that may be said again."""
_LONGEST = 480
"""The most characters of a caption with a day."""
_NEAR = 30
"""So many lines on each side are looked at."""
_WORDS, _SHARE = 6, 0.65
"""A sentence with so many content words is said again where another line has this share of them."""
_PRIVATE = frozenset('"“”‘?!:$£€—')
"""Marks that such a sentence does not have."""
_BEFORE_YEAR = frozenset("0123456789,")
_NAME = 30
"""The most characters of a name before a colon."""
_NAMED = 7
"""A name is among so many first words."""
_LEFT = 80
"""The most characters of a sentence behind its day."""


@cache
def _day() -> str:
    month = rf"(?i:{'|'.join(sorted(_months()))})\.?+"
    return rf"(?:{month} \d{{1,2}}+,?+|\d{{1,2}}+ {month},?+) \d{{4}}\b"


@cache
def _any_day() -> regex.Pattern[str]:
    return regex.compile(rf"\b{_day()}")


@cache
def _weekday_and_day() -> regex.Pattern[str]:
    """Return the pattern of a weekday and a day with its year, which the story does not say."""
    return regex.compile(rf"\b(?i:{'|'.join(sorted(closed_class('weekday')))}),?+ {_day()}")


def said_again(line: Line, story: Story) -> bool:
    """Tell whether a sentence with a name says what a longer line near it says."""
    if not _may_repeat(line):
        return False
    mine = content_words(line)
    if len(mine) < _WORDS:
        return False
    spare, long = len(mine) - ceil(_SHARE * len(mine)), len(line)
    for other in story.beside(line, _NEAR):
        if other.end - other.start > long and _holds(other.lower, mine, spare) and _retells(other, mine):
            said = {word.strip(".,%") for word in line.lower.split()}
            listed = classes(PACKAGE, "picture_words.txt")
            return listed["reports"].isdisjoint(said) and listed["sums"].isdisjoint(said)
    return False


def _may_repeat(line: Line) -> bool:
    if len(line) not in _LENGTH or line.text[-1] != "." or not line.text[0].isupper():
        return False
    if not _PRIVATE.isdisjoint(line.text):
        return False
    first = unowned(line.lower.split(None, 1)[0]).strip(",.")
    listed = classes(PACKAGE, "picture_words.txt")
    if first in listed["joins"] or first in listed["leads"] or first in classes(PACKAGE, "credits.txt")["told"]:
        return False
    if first in closed_class("personal_pronoun") or first in closed_class("possessive") or first.endswith("ing"):
        return False
    return any(word[0].isupper() for word in line.text.split(None, _NAMED)[1:_NAMED])


def _holds(lower: str, stems: set[str], spare: int) -> bool:
    """Tell whether a line has all but ``spare`` of some beginnings of words anywhere."""
    for stem in stems:
        if stem not in lower:
            spare -= 1
            if spare < 0:
                return False
    return True


def _retells(other: Line, mine: set[str]) -> bool:
    words = content_words(other) if other.stopped else set()
    return len(words) >= len(mine) and len(mine & words) >= _SHARE * len(mine)


def names_shown(line: Line, story: Story) -> bool:
    """Tell whether a line without a stop is a name that the story says too, a colon, and words in small letters."""
    name, colon, words = line.text.partition(": ")
    if not colon or line.stopped or len(name) > _NAME or not words[0].islower() or not line.text[0].isupper():
        return False
    if ":" in words or not all(word[0].isupper() or word in ("and", "&") for word in name.split()):
        return False
    return story.text.find(name, 0, line.start) >= 0 or story.text.find(name, line.end) >= 0


def _acts(line: Line) -> bool:
    """Tell whether one of the first words is a verb in the present tense of what can be seen."""
    return not classes(PACKAGE, "credits.txt")["acts"].isdisjoint(line.lower.split(None, ACT_REACH)[1:ACT_REACH])


def _says_year(text: str) -> bool:
    """Tell at one look whether a text may have a day with its year: most with a year have "in" before it."""
    for century in (" 20", " 19"):
        at = text.find(century)
        while at > 0:
            if text[at - 1] in _BEFORE_YEAR or text[text.rfind(" ", 0, at) + 1 : at].lower().rstrip(".,") in _months():
                return True
            at = text.find(century, at + 1)
    return False


@cache
def _months() -> frozenset[str]:
    return frozenset(map(str.lower, classes(PACKAGE, "datelines.txt")["month"]))


def gives_day(line: Line) -> bool:
    """Tell whether the first sentence of a line ends about a day with its year, as below pictures.

    A day without its weekday counts behind a verb of what can be seen, in the present tense.
    """
    if (
        not _says_year(line.text)
        or len(line) > _LONGEST
        or not SPEECH_MARKS.isdisjoint(line.text)
        or not line.text[0].isupper()
    ):
        return False
    found = _weekday_and_day().search(line.text) or (_any_day().search(line.text) if _acts(line) else None)
    if found is None or ". " in line.text[: found.start()]:
        return False
    end = line.text.find(". ", found.end())
    end = len(line) if end < 0 else end
    to_come = not classes(PACKAGE, "picture_words.txt")["will"].isdisjoint(line.lower[:end].split())
    return end - found.end() <= _LEFT and not to_come
