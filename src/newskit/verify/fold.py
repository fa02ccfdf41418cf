"""Typography folded away: one form for marks, dashes, ellipses, spaces and Unicode forms, and the way back.

What is folded changes no word. Letters keep their case and their accents, hyphens inside of words stay, and so do
superscripts and fractions: 10² is not 102. Quotation marks go, since an article sets them anew in each paragraph and
a claim that is in marks itself turns double ones into single ones; an apostrophe stays.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

import regex
from attrs import field, frozen

from newskit.characters import whole_characters

DASH, ELLIPSIS = "—", "⋯"
"""What every dash and every ellipsis becomes; the latter stands for nothing else, as … does for three dots."""
_KEPT_FORMS = frozenset(("<super>", "<sub>", "<fraction>", "<circle>", "<square>"))
"""Compatibility forms whose plain form would say something else."""
_CANONICAL = {
    **dict.fromkeys("“”„‟«»″‶〝〞＂「」『』", '"'),
    **dict.fromkeys("‘’‛‚‹›′‵ʼʻ´＇", "'"),
    **dict.fromkeys("‐‑‒−﹣－", "-"),
    **dict.fromkeys("―⸺⸻﹘", DASH),
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
    "…": ELLIPSIS,
}
"""Characters that have another typographic form, each for one: no offset moves."""
_SPECIAL = frozenset(_CANONICAL)
_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
"""What is not seen: soft hyphens, zero-width spaces, signs of direction, selectors of a glyph."""
_unseen = re.compile(f"[{_UNSEEN}]+")
_JOINT = rf"\s\"'`{ELLIPSIS}{DASH}–\-.,;:?!()\[\]"
_MONEY = "$¢£¤¥₠-₿"
_joints = re.compile(rf"[{_JOINT}](?:(?<! )|(?!\w)|(?<=[{_MONEY}] ))[{_JOINT}]*")
"""What stands between two words, but for a single space that is not behind a sign of money."""
_money, _shares = re.compile(f"[{_MONEY}]"), frozenset("%‰°")
_PLAIN_JOINTS = frozenset((", ", ". ", "? ", "! ", "; ", ": "))
_LONGEST_KEPT = 12
_Piece = tuple[int, int, int, int]


@cache
def _forms() -> regex.Pattern[str]:
    """Return the pattern of what may have another Unicode form: a character with marks on it, Hangul by its letters."""
    return regex.compile(
        r".\p{M}++|[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]++|[\uac00-\ud7a3][\u11a8-\u11c2]"
        r"|[\p{NFKC_QC=N}\p{NFC_QC=N}]",
        regex.DOTALL,
    )


@lru_cache(4096)
def _form(written: str) -> str:
    return unicodedata.normalize("NFC", "".join(map(_plain, unicodedata.normalize("NFC", written))))


def _plain(character: str) -> str:
    tag = unicodedata.decomposition(character).partition(" ")[0]
    if not tag.startswith("<") or tag in _KEPT_FORMS:
        return character
    plain = "".join(_CANONICAL.get(each, each) for each in unicodedata.normalize("NFKC", character))
    return character if plain.startswith(" ") else plain


@cache
def _typography() -> regex.Pattern[str]:
    """Return the pattern of what is written anew between two words."""
    blank, dots = r"[\s\"'`]", rf"(?:{ELLIPSIS}|\.(?:\s?\.){{2,}})++(?:\s?\.)?+"
    return regex.compile(
        rf"""(?=[\s\"'`{ELLIPSIS}.{DASH}–-]|[\[(]\s*+[{ELLIPSIS}.])(?:
             (?P<ellipsis> {blank}*+ (?: [\[(]\s*+{dots}\s*+[\])] | {dots} ) {blank}*+ )
           | (?P<dash> {blank}*+ (?: {DASH}++ | --++ | (?<=\s)[-–](?=\s) | –(?=\s) | (?<=\s)–(?!\Z) ) {blank}*+ )
           | (?P<hyphen> – )
           | (?P<opened> (?<=[(\[])\s++ )
           | (?P<blank> {blank}++ (?P<before>(?=[,;:?!)\]]|\.))?+ ) )""",
        regex.VERBOSE,
    )


def _set(found: regex.Match[str], after: str) -> str:
    """Return what a match of the typography becomes."""
    kind = found.lastgroup
    if kind in ("ellipsis", "dash"):
        return ELLIPSIS if kind == "ellipsis" else DASH
    if kind == "hyphen":
        return "-"
    fraction = after == "1" and found.end() == len(found.string) - 1  # "by .5 %" keeps its space
    if kind == "opened" or (found["before"] is not None and not fraction):
        return ""
    return " " if any(map(str.isspace, found[0])) else ""


def _joint(before: str, run: str, after: str) -> tuple[str, tuple[_Piece, ...]]:
    """Fold what stands between two characters: "a" for those of a word, "1" for digits, "" for the rest."""
    if before and after and run in ("'", "`"):
        return _whole(run, "'")
    ranged = before == after == "1" and run.strip() in ("-", "–", DASH) and run[:1].isspace() == run[-1:].isspace()
    if ranged or (before and after and run in ("-", "–")):
        return _whole(run, "-")
    if after == "1" and run.endswith("–") and run[:-1].isspace():  # a minus sign
        return _whole(run, " -")
    return _rewritten(run, _typography(), lambda found: _set(found, after))


_kept_joint = lru_cache(16384)(_joint)


def _whole(run: str, new: str) -> tuple[str, tuple[_Piece, ...]]:
    return new, () if run == new else ((0, len(new), 0, len(run)),)


def _rewritten(
    text: str, pattern: re.Pattern[str] | regex.Pattern[str], write: Callable[[Any], str]
) -> tuple[str, tuple[_Piece, ...]]:
    """Write every match of a pattern anew; returns the text, and where the stretches that changed are and were."""
    pieces: list[_Piece] = []
    parts: list[str] = []
    done = size = 0
    for found in pattern.finditer(text):
        new = write(found)
        if new != found[0]:
            start, end = found.span()
            parts += (text[done:start], new)
            size += start - done + len(new)
            pieces.append((size - len(new), size, start, end))
            done = end
    parts.append(text[done:])
    return "".join(parts), tuple(pieces)


def is_of_word(character: str) -> bool:
    """Tell whether a character is a letter, a digit, or a mark on one."""
    return character.isalnum() or unicodedata.category(character)[0] == "M"


@lru_cache(4096)
def _side(character: str) -> str:
    if character.isnumeric():
        return "1"
    return "a" if character and is_of_word(character) else ""


def _in_number(text: str, start: int, end: int) -> bool:
    """Tell whether a space stands between a number and its sign, as in "25 %", "£ 5" and "5 €"; not "5 £10 notes"."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if text.count("\n", start, end) > 1:
        return False
    if before.isnumeric():
        return after in _shares or (_is_money(after) and not text[end + 1 : end + 3].strip().isnumeric())
    return after.isnumeric() and _is_money(before) and not text[max(start - 3, 0) : start - 1].strip().isnumeric()


def _is_money(sign: str) -> bool:
    return _money.match(sign) is not None


def _joined(text: str) -> tuple[str, tuple[_Piece, ...]]:
    pieces: list[_Piece] = []
    parts: list[str] = []
    done = size = 0
    for found in _joints.finditer(text):
        run = found[0]
        if run in _PLAIN_JOINTS:
            continue
        start, end = found.span()
        if run.isspace() and _in_number(text, start, end):
            new, changed = _whole(run, "")
        else:
            fold = _kept_joint if len(run) <= _LONGEST_KEPT else _joint
            new, changed = fold(_side(text[start - 1 : start]), run, _side(text[end : end + 1]))
        if changed:
            parts += (text[done:start], new)
            size += start - done
            pieces += [(size + low, size + high, start + first, start + last) for low, high, first, last in changed]
            size += len(new)
            done = end
    parts.append(text[done:])
    return "".join(parts), tuple(pieces)


@frozen
class _Step:
    """A rewriting of a text: the stretches that changed, each as its start and end afterwards and before."""

    pieces: tuple[_Piece, ...]
    starts: list[int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "starts", [piece[0] for piece in self.pieces])

    def back(self, place: int) -> tuple[int, int]:
        """Return where the character at a place stood before."""
        at = bisect_right(self.starts, place) - 1
        if at < 0:
            return place, place + 1
        _, end, first, last = self.pieces[at]
        if place < end:
            return first, last
        before = last + place - end
        return before, before + 1


@frozen
class Folded:
    """A text with its typography folded, and where each character of it comes from."""

    original: str
    text: str
    _steps: tuple[_Step, ...]

    @classmethod
    def of(cls, original: str) -> Folded:
        """Fold a text; surrogate pairs held as two code points are joined first, and counted as one."""
        text, steps = original, []
        if not text.isascii():
            original = text = whole_characters(original)
            for special in _SPECIAL.intersection(text):  # some ten times as fast as str.translate
                text = text.replace(special, _CANONICAL[special])
            if _unseen.search(text):  # first, as it may stand between a letter and its accent
                text, pieces = _rewritten(text, _unseen, lambda _: "")
                steps.append(_Step(pieces))
            if not text.isascii() and not unicodedata.is_normalized("NFKC", text):
                text, pieces = _rewritten(text, _forms(), lambda found: _form(found[0]))
                steps.append(_Step(pieces))
        text, pieces = _joined(text)
        if pieces:
            steps.append(_Step(pieces))
        return cls(original, text, tuple(reversed(steps)))

    def _back(self, place: int) -> tuple[int, int]:
        first, end = place, place + 1
        for step in self._steps:
            first, end = step.back(first)[0], step.back(end - 1)[1]
        return first, end

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return a stretch of the folded text as one of the original; an empty one lies behind what is before it."""
        if start < end:
            return self._back(start)[0], self._back(end - 1)[1]
        place = self._back(start - 1)[1] if start else 0
        return place, place
