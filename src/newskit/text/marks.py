"""Quotation marks, paired by kind and direction within the paragraph.

Straight, curly, `` '' and « » marks, also escaped ones; single marks nested or as main marks; apostrophes told apart; a
quotation left open at the end of a paragraph and taken up again in the next. An odd mark costs itself and nothing else.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, groupby

from attrs import define, evolve, frozen

from newskit.text.escapes import escapes
from newskit.text.lexicon import words
from newskit.text.paragraphs import Paragraph

_SIGNS = "`\"“”„‟«»‘’‚‛‹›'＂「」『』"
_MARK = rf"""
    [{_SIGNS}]
    (?: (?<=\S') (?=''(?!'))               # the first of ''' after a word closes alone
      | (?<=')' | (?<=`)` | (?<=’)’ | (?<=‘)‘
      | (?<!`) (?<! [A-Za-z]['’‘](?=[A-Za-z]) )  # no apostrophe of don't
      | (?<!\w`) (?<=`) (?=\w) )            # `so'
    """

_OPENING = {
    "“": "“",
    "„": "“",
    "‟": "“",
    "«": "«",
    "‹": "‹",
    "``": "''",
    "‘‘": "''",
    "`": "'",
    "‘": "‘",
    "‚": "‘",
    "‛": "‘",
    "「": "「",
    "『": "『",
}
_CLOSING = {"”": "“", "»": "«", "›": "‹", "’": "‘", "’’": "''", "」": "「", "』": "『"}
_EITHER = {'"': '"', "＂": '"', "''": "''", "'": "'"}
_SINGLE = frozenset("‘'‹")
_ALONE = frozenset("`‘‚‛‹›'’")
_BEFORE_OPENING = frozenset("([{—–-/:“‘\"'«„`…=*_>")
_AFTER_CLOSING = frozenset(")]}—–-/.,;:?!”’\"'»…*_<")
_APOSTROPHES = frozenset("'’")
_OWNED = re.compile(r"[^\S\r\n]{1,2}[A-Za-z]")
_AHEAD = 8
"""So many marks are looked at to tell whether a mark opens a quotation inside one of its kind."""
_FEET = r"(?:^|\D)\d['’] ?\d\d?$"
"""The height before the mark of inches in 6'2"."""


_Mark = tuple[int, int, str]
"""Where a mark begins and ends, and the sign that it is."""


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(_MARK, re.VERBOSE)


@frozen
class Quotation:
    """A stretch between quotation marks.

    ``start:end`` takes in the marks, ``inner_start:inner_end`` leaves them out. ``opened`` is False for a paragraph in
    which a quotation runs on without a new opening mark, ``closed`` False for one left open. ``continues`` says that
    the quotation before it at the same depth, in an earlier paragraph, was left open for this one. ``depth`` counts
    the quotations around it.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    opened: bool = True
    closed: bool = True
    continues: bool = False


@define
class _Open:
    family: str
    start: int
    inner: int
    place: int
    """Position in the list of found quotations, where its own entry goes: outer before inner."""


def _elided(text: str, end: int) -> bool:
    """Tell whether a mark before a word stands for missing letters: '90s, 'em, 'tis."""
    if text[end : end + 1].isdigit():
        after = text[end + 2 : end + 3]
        return text[end + 1 : end + 2].isdigit() and (not after or after.isspace() or after in "s,.")
    stop = end
    while stop < min(len(text), end + 8) and text[stop].isalpha():
        stop += 1
    return text[end:stop].lower() in words("newskit.text", "elisions.txt")


class _Pairing:
    """The marks of one paragraph, read from left to right with a stack.

    No family is open more than twice, so the stack is never deeper than twice the families and a look through it costs
    the same in every text. ``following`` is where the next paragraph begins.
    """

    def __init__(self, text: str, paragraph: Paragraph, marks: list[_Mark], following: int) -> None:
        self.text, self.paragraph, self.marks, self.following = text, paragraph, marks, following
        self.stack: list[_Open] = []
        self.found: list[Quotation | None] = []
        self.any_found = False

    def sides(self, start: int, end: int) -> tuple[bool, bool]:
        """Tell whether a mark can open (by what is before it and after it) and whether it can close."""
        if start == self.paragraph.start:
            return True, False
        before = self.text[start - 1]
        after = self.text[end] if end < self.paragraph.end else " "
        can_open = not after.isspace() and (before.isspace() or before in _BEFORE_OPENING)
        if before == "." and after.isalnum() and self.text.endswith("...", 0, start):
            can_open = True
        can_close = not before.isspace() and (after.isspace() or after in _AFTER_CLOSING)
        return can_open, can_close

    def is_open(self, family: str) -> bool:
        return any(item.family == family for item in self.stack)

    def close_ahead(self, place: int, count: int) -> bool:
        """Tell whether the next double marks after a place among the marks, so many, all close."""
        for start, end, mark in self.marks[place + 1 : place + 1 + _AHEAD]:
            if mark in _ALONE:
                continue
            can_open, can_close = self.sides(start, end)
            if can_open and not (mark in _CLOSING and can_close):
                return False
            count -= 1
            if count == 0:
                return True
        return False

    def apostrophe(self, mark: str, place: int) -> bool:
        start, end, _ = self.marks[place]
        if mark not in ("'", "’", "‘"):
            return False
        before = self.text[start - 1 : start] if start > self.paragraph.start else ""
        after = self.text[end : end + 1] if end < self.paragraph.end else ""
        if before.isalnum() and after.isalnum():
            return True
        if not before.isalnum() and after.isalnum() and _elided(self.text, end):
            return True
        if self.possessive(place):
            return True
        if mark == "’":
            return not self.is_open("‘") and (before.isalnum() or not self.is_open("'"))
        return mark == "'" and before.isalnum() and not self.is_open("'")

    def possessive(self, place: int) -> bool:
        """Tell whether a mark behind an "s" owns the word after it: 'the kids' pool,' but 'the rules' and 'a farce'.

        It does where the next mark that is no such one closes the quotation, and none opens before that.
        """
        if not self._plural(place):
            return False
        for start, end, mark in self.marks[place + 1 : place + 1 + _AHEAD]:
            before, after = self.text[start - 1], self.text[end : end + 1]
            if mark not in _APOSTROPHES or (before.isalnum() and after.isalnum()):
                continue
            can_open, can_close = self.sides(start, end)
            if can_open or not can_close:
                return False
            if not self._plural_at(start, end):
                return True
        return False

    def _plural(self, place: int) -> bool:
        start, end, _ = self.marks[place]
        return self._plural_at(start, end)

    def _plural_at(self, start: int, end: int) -> bool:
        """Tell whether a mark stands between an "s" and a word."""
        return self.text[start - 1 : start] == "s" and bool(_OWNED.match(self.text, end))

    def inches(self, mark: str, start: int, place: int) -> bool:
        """Tell whether a mark after a figure tells a length: 6'2", or 6" in a quotation that ends later."""
        if mark not in ('"', "”") or not self.text[max(0, start - 1) : start].isdigit():
            return False
        doubles = sum(item.family not in _SINGLE for item in self.stack)
        if doubles:
            return self.close_ahead(place, doubles)
        return re.search(_FEET, self.text[max(self.paragraph.start, start - 6) : start]) is not None

    def open(self, family: str, start: int, end: int) -> None:
        self.stack.append(_Open(family, start, end, len(self.found)))
        self.found.append(None)

    def close(self, family: str, start: int, end: int) -> bool:
        """Close the innermost quotation of a family; what is open inside it was odd and is dropped."""
        for level in reversed(range(len(self.stack))):
            if self.stack[level].family == family:
                self._settle(level, start, end)
                return True
        return False

    def _settle(self, level: int, inner_end: int, end: int, *, closed: bool = True) -> None:
        item = self.stack[level]
        del self.stack[level:]
        if inner_end > item.inner:
            self.found[item.place] = Quotation(item.start, end, item.inner, inner_end, level, closed=closed)
            self.any_found = True

    def close_any(self, start: int, end: int) -> bool:
        """Close the innermost double quotation of whatever family: writers mix straight and curly marks."""
        for level in reversed(range(len(self.stack))):
            if self.stack[level].family not in _SINGLE:
                self._settle(level, start, end)
                return True
        return False

    def stray_close(self, start: int, end: int) -> None:
        """A closing mark before any quotation: the end of one that ran on from the paragraph before."""
        if not self.any_found and not self.stack:
            begin = self.paragraph.start
            self.found.append(Quotation(begin, end, begin, start, 0, opened=False))
            self.any_found = True

    def read(self, place: int) -> None:
        start, end, mark = self.marks[place]
        if self.apostrophe(mark, place) or self.inches(mark, start, place):
            return
        can_open, can_close = self.sides(start, end)
        if mark in _OPENING:
            family = _OPENING[mark]
            if not can_open and (self.close(family, start, end) or (can_close and self.close_any(start, end))):
                return
            self.reopen(family, start, place)
            self.open(family, start, end)
        elif mark in _CLOSING:
            family = _CLOSING[mark]
            if self.close(family, start, end) or (family not in _SINGLE and self.close_any(start, end)):
                return
            if can_open and not can_close:
                self.open(family, start, end)
            elif family not in _SINGLE:
                self.stray_close(start, end)
            elif mark == "’" and can_close:
                self.close("'", start, end)
        else:
            self.read_either(_EITHER[mark], place, can_open=can_open, can_close=can_close)

    def read_either(self, family: str, place: int, *, can_open: bool, can_close: bool) -> None:
        start, end, _ = self.marks[place]
        if can_open and not can_close:
            self.reopen(family, start, place)
            self.open(family, start, end)
        elif (can_close or not can_open) and self.close(family, start, end):
            pass
        elif can_close and family in _SINGLE:
            self.close("‘", start, end)
        elif can_close and not self.close_any(start, end):
            self.stray_close(start, end)

    def reopen(self, family: str, start: int, place: int) -> None:
        """A mark that opens while one of its kind is open: the earlier one was never closed and ends here.

        But where the next two marks close, one quotation lies in the other.
        """
        levels = [level for level, item in enumerate(self.stack) if item.family == family]
        if not levels or (len(levels) == 1 and family not in _SINGLE and self.close_ahead(place, 2)):
            return
        end = start
        while end > self.stack[levels[-1]].inner and self.text[end - 1].isspace():
            end -= 1
        if family in _SINGLE:
            del self.stack[levels[-1] :]
        else:
            self._settle(levels[-1], end, end, closed=False)

    def goes_on(self, item: _Open) -> bool:
        """Tell whether the next paragraph begins with the single mark that one left open began with."""
        mark, next_one = self.text[item.start], self.following
        begun = self.text[next_one : next_one + 1] == mark and mark in ("'", "‘")
        return begun and self.text[next_one + 1 : next_one + 2] != mark and not _elided(self.text, next_one + 1)

    def pair(self) -> list[Quotation]:
        """Return what stands between marks; the outermost quotation left open runs to the paragraph's end.

        Single marks are left open by speech only where the next paragraph goes on with them.
        """
        for place in range(len(self.marks)):
            self.read(place)
        for level, item in enumerate(self.stack):
            if item.family not in _SINGLE or (level == 0 and self.goes_on(item)):
                self._settle(level, self.paragraph.end, self.paragraph.end, closed=False)
                break
        return [quotation for quotation in self.found if quotation is not None]


def _marks(text: str) -> Iterator[_Mark]:
    """Yield the marks of a text in their order, escaped ones among them."""
    end, match = 0, _mark().match
    # Most texts have few marks: to look for each sign takes a tenth of the time of a search for all of them.
    places = [[found.start() for found in re.finditer(sign, text)] for sign in _SIGNS if sign in text]
    escaped = {start: (stop, sign) for start, stop, sign in escapes(text)}
    for place in sorted([*chain.from_iterable(places), *escaped]):
        if place < end:
            continue
        if place in escaped:
            end, sign = escaped[place]
            yield place, end, sign
            continue
        found = match(text, place)
        if found is not None:
            end = found.end()
            yield place, end, text[place:end]


def _paired(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, list[Quotation]]]:
    """Yield the number and the quotations of each paragraph that has marks."""
    starts = [paragraph.start for paragraph in paragraphs]
    for number, inside in groupby(_marks(text), key=lambda span: bisect_right(starts, span[0]) - 1):
        following = starts[number + 1] if number + 1 < len(starts) else len(text)
        yield number, _Pairing(text, paragraphs[number], list(inside), following).pair()


def quotations(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Quotation, ...]:
    """Find the quotations of each paragraph, outer before inner, in the order of the text; never raises.

    A quotation left open at the end of a paragraph goes on in the next where that begins with an opening mark, or
    where its first mark closes; otherwise it was odd, and stays with ``closed`` False. A straight mark goes on with no
    curly one.
    """
    found: list[Quotation] = []
    awaited, mark = -1, ""
    for number, inside in _paired(text, paragraphs):
        paragraph = paragraphs[number]
        for quotation in inside:
            goes_on = number == awaited and quotation.start == paragraph.start
            if goes_on and '"' in (mark, text[quotation.start]) and quotation.opened:
                goes_on = mark == text[quotation.start]
            if quotation.opened or goes_on:
                found.append(evolve(quotation, continues=True) if goes_on else quotation)
        outer = [quotation for quotation in inside if quotation.depth == 0]
        left_open = bool(outer) and not outer[-1].closed and outer[-1].end == paragraph.end
        if left_open:
            awaited, mark = number + 1, text[outer[-1].start]
    return tuple(found)
