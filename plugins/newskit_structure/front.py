"""What a line is by its place: the headline and the standfirst before the story, and who signs it."""

from __future__ import annotations

import re

from newskit.text import classes, given_names
from newskit_structure.captions import caption_rule
from newskit_structure.line import PACKAGE, Line, Story, goes_on, names_section, phrases, restated, titled
from newskit_structure.signed import without_tail

_HEADLINE, _TELEGRAPHIC, _RESTATED, _SHORT = 200, 100, 100, 72
"""The most characters of a headline, of one without small words, of one said again below, of any short first line."""
_STANDFIRST = range(20, 400)
_SIGNATURE, _SUBHEAD = 100, 110
"""The most characters of a writer's name with the job, and of a subhead."""
_HEADED = 40
"""What a subhead heads is at least this long."""
_HEADLINE_AGAIN, _STANDFIRST_AGAIN, _PICTURED_AGAIN = 0.7, 0.45, 0.35
"""The share of content words that the next paragraph says again where it retells the headline or the standfirst."""
_FEW = 3
"""Fewer words than this tell nothing."""
_QUESTION = 9
"""The most words of a subhead that asks."""
_NAME = range(2, 5)
_MARKDOWN = "#"
"""What heads begin with in Markdown."""
_DATED = frozenset("/:@")
"""Marks of a date, a clock or a handle behind a name."""
_LIST_HEAD = 60
"""The most characters of what heads a list."""
_BULLETS = "•·*-–"
_NO_HEAD = "•-–—*·<{("
"""What the lines of lists, of markup and of asides begin with."""
_between_names = re.compile(r",| and | & |[|·•]").split
_NUMBERED = re.compile(r"\d{1,2}[.)] [^\W\d_]").match
_COUNT = re.compile(r"\d{1,2}|(?:1[5-9]|20)\d{2}").fullmatch
_SPEAKER = 30
"""A speaker's name and colon are within this many characters of the beginning of a turn."""


def _sentence_breaks(line: Line) -> int:
    return line.text.count(". ") + line.text.count(".” ") + line.text.count('." ')


def _telegraphic(line: Line) -> bool:
    """Tell whether a line lacks the small words of a sentence, as headlines do."""
    plain = classes(PACKAGE, "function_words.txt")["plain"]
    said = [word.strip("\"'“”‘’.,;:!?()") for word in line.lower.split()]
    return len(said) >= _FEW and not any(word in plain for word in said)


def headline_rule(line: Line, following: Line, *, signed: bool) -> str | None:
    """Return the rule by which the first line is a headline, None where it begins the story.

    ``signed`` says that a byline, a date or a dateline comes next.
    """
    rule = None
    if len(line) > _HEADLINE or line.text[-1] in ":,":
        return None
    if not line.stopped:
        rule = "headline-without-stop"
    elif _sentence_breaks(line) > 1:
        rule = None
    elif titled(line):
        rule = "headline-in-capitals"
    elif signed and len(line) <= _HEADLINE * 3 // 4:
        rule = "headline-before-signature"
    elif len(line) <= _TELEGRAPHIC and (_telegraphic(line) or line.bare_end in "?!"):
        rule = "headline-telegraphic"
    elif len(line) <= _SHORT and 2 * len(following) > 3 * len(line):
        rule = "headline-short"
    elif len(line) <= _RESTATED and len(following) > len(line) and restated(line, following) >= _HEADLINE_AGAIN:
        rule = "headline-restated"
    return rule


def standfirst_rule(line: Line, following: Line, *, parted: bool, signed: bool, pictured: bool) -> str | None:
    """Return the rule by which the line after the headline is a standfirst, None where it begins the story.

    ``parted`` says that a separator, byline or date comes between it and the story, ``signed`` that the story begins
    with a dateline, ``pictured`` that a caption or credit comes between them.
    """
    if len(line) not in _STANDFIRST:
        return None
    rule = None
    again = restated(line, following)
    if parted:
        rule = "standfirst-before-furniture"
    elif signed:
        rule = "standfirst-before-dateline"
    elif not line.stopped:
        rule = "standfirst-without-stop"
    elif line.breaks == 1 and following.breaks > 1 and len(following) > len(line):
        rule = "standfirst-under-headline"
    elif again >= (_PICTURED_AGAIN if pictured else _STANDFIRST_AGAIN):
        rule = "standfirst-restated"
    return rule


def signature_rule(line: Line) -> str | None:
    """Return the rule by which a line between headline and story names the writer."""
    if len(line) > _SIGNATURE or line.stopped:
        return None
    written = without_tail(line.text)
    tail = line.text[len(written) :]
    if any(map(str.isdigit, tail)) and not any(map(str.isalpha, tail)) and _DATED.isdisjoint(tail):
        return None  # a thing or a score: "Harbour Master 15", "Saltmouth (10) 20"
    names = [name.split() for name in _between_names(written) if name.strip()]
    joins = classes(PACKAGE, "bylines.txt")["joins"]
    capitals = [word for name in names for word in name if word not in joins]
    if not all(word[0].isupper() or word[0] in "(&@•·-–—" for word in capitals):
        return None
    if line.lower.rstrip(")").endswith(phrases("bylines.txt", "job")) and len(capitals) > 1:
        return "byline-job"
    bare = classes(PACKAGE, "function_words.txt")["plain"].isdisjoint(line.lower.split())  # no "THE COST"
    dated = len(written) < len(line.text.rstrip(" |·•"))
    person = len(names[0]) in _NAME and names[0][0].lower() in given_names() if names else False
    if bare and all(len(name) in _NAME or dated or person for name in names) and all(map(_name_word, capitals)) and capitals:
        return "byline-name"
    return None


def _name_word(word: str) -> bool:
    return word[0].isupper() and word.replace("-", "").replace(".", "").replace("'", "").replace("’", "").isalpha()


def is_kicker(line: Line, following: Line) -> bool:
    """Tell whether a line is the name of a section, of several or of a newsletter, above the headline."""
    return (
        names_section(line)
        and not following.stopped
        and len(following.text.split()) > _FEW
        and len(following) <= _HEADLINE
    )


def is_subhead(line: Line, before: Line | None, following: Line | None, *, pair: bool) -> bool:
    """Tell whether a line in the story heads what follows; ``before`` is the line of the story right above it.

    ``pair`` says that the line above has no stop either, but the one above that has.
    """
    if following is None or len(line.text) > _SUBHEAD:
        return False
    if line.text.startswith(_MARKDOWN) and line.text.lstrip("#").startswith(" "):
        return True
    end, asks = line.bare_end, line.text[-1] in "?!"
    if not end or end in "-–—" or (line.stopped and not asks) or line.text[0] in _NO_HEAD:
        return False
    if goes_on(line) or line.text[0].islower() or following.text[0].islower():  # lines broken within a sentence
        return False
    if _item(following) and not _item(line) and (before is None or before.stopped) and line.text[-1] not in "?!":
        return len(line) <= _LIST_HEAD and _says(line.text)
    numbered = line.breaks > 1 and _NUMBERED(line.text) and not _NUMBERED(following.text)
    if len(following) < _HEADED and not (following.stopped or numbered):
        return False
    if asks:
        return len(line.text.split()) <= _QUESTION and ": " not in line.text[:_SPEAKER]
    listed = before is not None and _item(before) and not _item(line)
    if (pair or listed) and line.breaks > 1 and following.stopped and len(following) >= (1 if listed else 2) * _HEADED:  # below a caption or a head
        return _says(line.text)
    return _says(line.text) and not (before and is_row(line, before))


def story_rule(
    line: Line, beside: tuple[Line | None, Line | None], cut: int | None, story: Story, *, lead: bool, above: str, credited: str
) -> str:
    """Return the rule for a line of the story.

    ``beside`` are the lines of the story above and below, ``cut`` is the end of its dateline, where it has one, ``above``
    says what is right above: "" for nothing, "stop", "subhead", "open" for one line without a stop, "row" for more;
    ``credited`` says on which side a credit alone stands: "above", "below" or "".
    """
    before, following = beside
    if cut is not None and cut >= len(line):
        return "dateline-alone"
    if credited and cut is None and not lead and _is_beside_credit(line):
        return "caption-beside-credit"
    if cut is None and not lead:
        alone = following is not None and following.stopped and above in ("", "stop", "subhead")
        if following is not None and (alone or line.stopped) and line.text[0] != _MARKDOWN:
            caption = caption_rule(line, before, following, story)
            if caption:
                return caption
        if is_subhead(line, before, following, pair=above == "open"):
            return "subhead-without-stop"
    return "text"


def _is_beside_credit(line: Line) -> bool:
    """Tell whether a line may be what the picture of a credit beside it shows: a few words without a stop."""
    words = line.text.split()
    if _NUMBERED(line.text):
        return False
    return not line.stopped and len(line) <= _STANDFIRST.stop and _FEW < len(words) and line.text[0] not in _NO_HEAD


def _item(line: Line) -> bool:
    """Tell whether a line is an item of a list or a row of a table: a mark or a number, and no stop."""
    return not line.stopped and (line.text[0] in _BULLETS or line.text[0].isdigit()) and not _NUMBERED(line.text)


def _says(text: str) -> bool:
    """Tell whether a line has a letter, or is a year or the number of an item: other figures head nothing."""
    return any(map(str.isalpha, text)) or _COUNT(text) is not None


def is_row(line: Line, before: Line) -> bool:
    """Tell whether a line is one of several without a stop, as in a list or a table."""
    return not before.stopped and line.breaks <= before.breaks
