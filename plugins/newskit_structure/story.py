"""What a line of the story is by its place: a subhead, a caption or a paragraph."""

from __future__ import annotations

import re
from typing import NamedTuple

from newskit_structure.captions import caption_rule
from newskit_structure.line import Line, Story, goes_on, numbered, tabular

_SUBHEAD, _LIST_HEAD, _PICTURED = 110, 60, 400
"""The most characters of a subhead, of what heads a list, and of a caption beside its credit."""
_HEADED = 40
"""What a subhead heads is at least this long."""
_FEW, _QUESTION = 3, 9
"""More words than this a caption beside its credit has; the most words of a subhead that asks."""
_BULLETS = "•·*-–"
_NO_HEAD = "•-–—*·<{("
"""What the lines of lists, of markup and of asides begin with."""
_markdown = re.compile(r"#{1,6} ").match
_count = re.compile(r"\d{1,2}|(?:1[5-9]|20)\d{2}").fullmatch
_ASKED = ("Q. ", "A. ", "Q ", "A) ", "Q) ")
_SPEAKER = 30
"""A speaker's name and colon are within this many characters of the beginning of a turn."""


class Place(NamedTuple):
    """What stands beside a line of the story.

    ``above`` says what is right above: "" for nothing of the story, "stop", "subhead", "open" for one line without a
    stop, "row" for more. ``credited`` says that a credit alone stands below, ``hour`` that a clock time alone stands
    above, as in live reports.
    """

    before: Line | None
    following: Line | None
    above: str = ""
    lead: bool = False
    credited: bool = False
    hour: bool = False


def story_rule(line: Line, place: Place, cut: int | None, story: Story) -> str:
    """Return the rule for a line of the story; ``cut`` is the end of its dateline, where it has one."""
    if cut is not None and cut >= len(line):
        return "dateline-alone"
    heads = place.hour or (place.lead and numbered(line.text))
    if cut is None and heads and place.following and place.following.stopped and is_subhead(line, place):
        return "subhead-without-stop"
    if cut is not None or place.lead:
        return "text"
    if place.credited and is_beside_credit(line):
        return "caption-beside-credit"
    following = place.following
    if following is not None and not _markdown(line.text):
        alone = following.stopped and place.above in ("", "stop", "subhead")
        caption = caption_rule(line, place.before, following, story) if alone or line.stopped else None
        if caption:
            return "text" if tabular(line, following) else caption
    return "subhead-without-stop" if is_subhead(line, place) and not tabular(line, following) else "text"


def is_beside_credit(line: Line) -> bool:
    """Tell whether a line may be what the picture of a credit beside it shows: a few words without a stop."""
    if line.stopped or len(line) > _PICTURED or line.text[0] in _NO_HEAD or numbered(line.text):
        return False
    return len(line.text.split()) > _FEW


def is_subhead(line: Line, place: Place) -> bool:
    """Tell whether a line in the story heads what follows."""
    following = place.following
    if following is None or len(line.text) > _SUBHEAD:
        return False
    if _markdown(line.text):
        return True
    if not _may_head(line) or following.text[0].islower():  # lines broken within a sentence
        return False
    if line.text[-1] in "?!":
        long = len(following) >= _HEADED or following.stopped or _numbers(line, following)
        asked = ": " in line.text[:_SPEAKER] or line.text.startswith(_ASKED)
        return long and len(line.text.split()) <= _QUESTION and not asked
    return _says(line.text) and _heads(line, following, place)


def _may_head(line: Line) -> bool:
    """Tell whether a line has the form of a subhead: no stop, neither a mark of lists nor a small letter first."""
    end = line.bare_end
    if not end or end in "-–—" or (line.stopped and line.text[-1] not in "?!"):
        return False
    return not (line.text[0] in _NO_HEAD or line.text[0].islower() or goes_on(line))


def _heads(line: Line, following: Line, place: Place) -> bool:
    """Tell whether a line without a stop stands as a subhead does: above text or a list, not among rows."""
    before = place.before
    if numbered(line.text) and numbered(following.text):  # items of a list, however long
        return False
    if not _is_item(line):
        if _is_item(following) and (before is None or before.stopped):
            return len(line) <= _LIST_HEAD
        listed = before is not None and _is_item(before)
        least = _HEADED if listed else 2 * _HEADED
        if (listed or place.above == "open") and line.breaks > 1 and following.stopped and len(following) >= least:
            return True  # below a list, a caption or another head
    if len(following) < _HEADED and not (following.stopped or _numbers(line, following)):
        return False
    return before is None or not is_row(line, before)


def _numbers(line: Line, following: Line) -> bool:
    """Tell whether a line is a head with its number, and not an item of a list with numbers."""
    return line.breaks > 1 and bool(numbered(line.text)) and not numbered(following.text)


def _is_item(line: Line) -> bool:
    """Tell whether a line is an item of a list or a row of a table: a mark or a number, and no stop."""
    return not line.stopped and (line.text[0] in _BULLETS or line.text[0].isdigit()) and not numbered(line.text)


def _says(text: str) -> bool:
    """Tell whether a line has a letter, or is a year or the number of an item: other figures head nothing."""
    return any(map(str.isalpha, text)) or _count(text) is not None


def is_row(line: Line, before: Line) -> bool:
    """Tell whether a line is one of several without a stop, as in a list or a table."""
    return not before.stopped and line.breaks <= before.breaks
