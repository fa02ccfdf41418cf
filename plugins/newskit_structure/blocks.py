"""Furniture that only the lines beside it tell: rows of buttons, lists of links, boxes about the writer, comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from newskit.text import classes, may_be_button
from newskit_structure.line import PACKAGE, Form, Line, phrases

_LISTS = "blocks.txt"
_WORDS, _BUTTON, _LINK = 3, 30, 110
"""The most words and characters of a button, and the most characters of a link."""
_TOLD = 250
"""A story of short paragraphs has begun behind so many characters of them."""
_WHOLE = 35
"""The least characters of a link that is a whole title, and no subhead."""
_COUNT = 5
"""The most characters of a count of comments or shares."""
_FURNITURE = frozenset(("page-furniture", "reader-address", "furniture-block"))
_REACH = 12
"""A box, a list or a row of comments has at most so many lines before its end is told."""
_LINKS = 40
"""A list has at most so many links; so many lines below the word tell whether comments follow."""
_JOB, _PAPER = 50, 4
"""The most characters of a line that is a writer's job, and the most words of the name of a paper."""
_ABOUT = 4
"""A box about a writer has at most so many lines below its label."""
_ANSWERS = 2
"""So many buttons below comments tell that they are comments."""

_ago = re.compile(r"(?:\d{1,2}|an?) (?:min(?:ute)?|hour|day|week|month|year)s? ago").fullmatch
_SIGNED = frozenset(("by-name", "date-line"))
Found = Sequence[Form | None]


def blocks(lines: list[Line], found: Found) -> Iterator[int]:
    """Yield the lines that are furniture by what stands beside them."""
    begun, told, headed, button = False, 0, False, -1
    for index, line in enumerate(lines):
        known = found[index]
        if known is None:
            if not begun and line.stopped:
                told += line.end - line.start
                begun = line.end - line.start > _LINK or told > _TOLD
            if (
                line.end - line.start <= _BUTTON
                and not line.stopped
                and _is_button(line)
                and _in_row(lines, found, index)
            ):
                yield index
            elif headed and may_be_button(line.text) and (button == index - 1 or _is_beside(found, index)):
                yield index
                button = index
            headed = True
        elif known.record in _FURNITURE:
            yield from _below(lines, found, index, begun=begun)
            if "comment" in line.lower and (_is_answered(lines, index) or (begun and _is_dated(lines, index))):
                yield from range(index + 1, len(lines))
                return
        elif known.record == "by-name":
            yield from _jobs(lines, found, index + 1)
        elif known.record == "credit-line" and _is_button(line) and _in_row(lines, found, index):
            yield index


def _below(lines: list[Line], found: Found, index: int, *, begun: bool) -> Iterator[int]:
    """Yield what belongs to a line of furniture: the text of its box, and in the story the items of its list."""
    lower = lines[index].lower
    label = lower.strip("•|#→>▶► .:!")
    ends = phrases(_LISTS, "closes")
    if lower.startswith(phrases(_LISTS, "opens")):
        end = next((at for at in range(index + 1, min(len(lines), index + _REACH)) if lines[at].lower in ends), index)
        yield from range(index + 1, end + 1)
    if label in classes(PACKAGE, _LISTS)["list"] or lower.startswith(phrases(_LISTS, "list_of")):
        links = range(index + 1, min(len(lines), index + _LINKS))
        listed = list(takewhile(lambda at: _is_link(lines, found, at), links))
        yield from listed if begun or index + len(listed) == len(lines) - 1 else ()
    elif begun and label in classes(PACKAGE, _LISTS)["before_titles"]:
        links = range(index + 1, min(len(lines), index + _LINKS))
        yield from takewhile(lambda at: len(lines[at]) >= _WHOLE and _is_link(lines, found, at), links)
    if label.endswith(" words"):  # how news databases head a story
        yield from _database(lines, index)
    if label in classes(PACKAGE, _LISTS)["about"]:
        yield from _box(lines, found, index + 1)


def _database(lines: list[Line], index: int) -> Iterator[int]:
    """Yield what a news database says between the count of words and the story: paper, code, page and language."""
    below = range(index + 1, min(len(lines), index + _REACH))
    end = next((at for at in below if lines[at].lower.startswith(("©", "(c) ", "copyright"))), index)
    yield from (at for at in range(index + 1, end) if not any(map(str.isdigit, lines[at].text[:-4])))
    yield from (at for at in below if lines[at].lower == "body")


def _box(lines: list[Line], found: Found, at: int) -> Iterator[int]:
    """Yield the lines of a box about the writer: the name, the job, and what begins with the name."""
    name = lines[at].text if at < len(lines) and _is_link(lines, found, at) else ""
    if name:
        yield at
        for below in range(at + 1, min(len(lines), at + _ABOUT)):
            if not (is_job(lines[below]) or lines[below].text.startswith(name)):
                return
            yield below


def _is_link(lines: list[Line], found: Found, at: int) -> bool:
    line = lines[at]
    known = found[at]
    open_ = not line.stopped or line.text[-1] in "?!"
    return len(line) <= _LINK and open_ and (known is None or known.record in _FURNITURE)


def _is_answered(lines: list[Line], index: int) -> bool:
    """Tell whether buttons to answer stand below the word "comments"."""
    answers = classes(PACKAGE, _LISTS)["answer"]
    below = lines[index + 1 : index + _LINKS]
    return sum(line.lower.strip(" .:") in answers for line in below) >= _ANSWERS


def _is_dated(lines: list[Line], index: int) -> bool:
    """Tell whether a reader's name and how long ago the comment was made stand below the word "comments"."""
    below = lines[index + 1 : index + 1 + _ANSWERS]
    return len(below) == _ANSWERS and not below[0].stopped and _ago(below[1].lower) is not None


def _jobs(lines: list[Line], found: Found, at: int) -> Iterator[int]:
    """Yield the line below a byline that is the writer's job or paper."""
    if at < len(lines):
        known, line = found[at], lines[at]
        placed = line.lower.startswith("reporting from ") and not line.stopped
        if known is None:
            told = placed or is_job(line) or is_paper(line)
        else:
            told = known.record == "credit-line" and not line.lower.startswith(phrases("credits.txt", "label"))
        if told:
            yield at


def is_job(line: Line) -> bool:
    """Tell whether a line is nothing but a job of who writes: "Senior Reporter"."""
    if len(line) > _JOB or line.stopped:
        return False
    return are_job(line.lower.replace(",", " ").split())


def are_job(words: Sequence[str]) -> bool:
    """Tell whether words in lower case are a job of who writes: "senior reporter"."""
    listed = classes(PACKAGE, _LISTS)
    return bool(words) and words[-1] in listed["job"] and all(w in listed["job"] or w in listed["rank"] for w in words)


def is_paper(line: Line) -> bool:
    """Tell whether a line is nothing but the name of a paper, with a place or without: "The Lima Post, Quito"."""
    name = line.text.partition(", ")[0].split()
    if len(line) > _JOB or line.stopped or not 1 < len(name) <= _PAPER:
        return False
    named = all(word[0].isupper() or word in ("of", "and", "&") for word in line.text.split())
    return named and name[-1].lower() in classes(PACKAGE, _LISTS)["paper"]


def _is_button(line: Line) -> bool:
    if line.text.isdigit():
        return len(line) <= _COUNT
    listed = classes("newskit.text", "furniture.txt")
    words = line.lower.split()
    return len(words) <= _WORDS and (
        (words[0] in listed["button"] and all(word in listed["button"] or word in listed["beside"] for word in words))
        or line.lower in classes(PACKAGE, _LISTS)["answer"]
    )


def _in_row(lines: list[Line], found: Found, index: int) -> bool:
    """Tell whether furniture stands right beside a button, on both sides of a count."""
    beside = [at for at in (index - 1, index + 1) if 0 <= at < len(lines)]
    told = [_is_furniture(found[at]) or _is_button(lines[at]) for at in beside]
    if not lines[index].text.isdigit():
        return any(told)
    signed = found[index - 1] if index else None
    counted = signed is not None and signed.record in _SIGNED
    return any(told) or (counted and index + 1 < len(lines) and not _heads(lines[index], lines[index + 1]))


def _is_beside(found: Found, index: int) -> bool:
    """Tell whether furniture stands right above or below a line."""
    return any(map(_is_furniture, (*found[max(0, index - 1) : index], *found[index + 1 : index + 2])))


def _heads(line: Line, below: Line) -> bool:
    """Tell whether a number may be a year or an item that heads a paragraph."""
    return below.stopped and len(below) > _LINK and len(line) > 1


def _is_furniture(known: Form | None) -> bool:
    return known is not None and known.record in _FURNITURE
