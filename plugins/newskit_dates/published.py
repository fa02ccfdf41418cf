"""The day of publication that the text itself tells: a date line, a stamp, a byline with its day, the dateline."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from attrs import frozen

from newskit import Doc, Part, TimeExpression
from newskit.text import Tokens
from newskit_dates.word_lists import is_listed

_FRONT = 3000
"""Characters at the beginning of a text in which a line may tell the day of publication."""
_BACK = 1000
"""Characters at its end, where only a line that says "published" or "updated" counts."""
_LONGEST = 160
"""Characters of the longest line that is a date line, a stamp or a byline."""
_NAMES = 12
"""The most words of names and offices beside the day in a byline."""

_dated = re.compile(r"\d{4}|\d[/.-]\d\d(?!\d)|['’]\d\d(?!\d)").search
_SIGNS = frozenset({"|", "•", "·", "by"})
_SIGNS_ABOVE = _SIGNS | {",", "-", "–", "—", "/"}
"""What stands between a name and the day that it signs; the second only above the story: "Lima Post, 5 March 2024"."""
_letters = re.compile(r"[^\W\d_]").search
_glossed = re.compile(r"\b[Tt](?:oday|onight) ?\(([^()\n]{6,30})\)").finditer
_ORDER = ("stamp", "line", "byline", "dateline", "today", "update")
"""Why an expression is the day of publication, the surest first."""

Read = Callable[[range], Iterable[TimeExpression]]
"""What finds the time expressions of some tokens."""


@frozen
class Told:
    """The day of publication that a text tells: where, and what makes it that."""

    day: dt.date
    start: int
    end: int
    why: str

    def by(self, expression: TimeExpression) -> bool:
        """Tell whether an expression is the one that names the day."""
        span = expression.span
        return expression.first == expression.last == self.day and self.start <= span.start and span.end <= self.end


def day_told(doc: Doc, tokens: Tokens, read: Read) -> Told | None:
    """Return the day of publication that the text tells, None where it tells none.

    "Published" goes before a line that is nothing but a date, that before a byline with a date, the dateline, and
    "today (March 5, 2024)"; the day of an update counts where there is no other.
    """
    told = chain(_all_told(doc, tokens, read), _all_glossed(doc.text, tokens, read))
    return min(told, key=lambda told: _ORDER.index(told.why), default=None)


def _all_glossed(text: str, tokens: Tokens, read: Read) -> Iterator[Told]:
    """Yield the days that brackets behind "today" tell."""
    if "(" not in text or (text.find("oday", 0, _FRONT) < 0 and text.find("onight", 0, _FRONT) < 0):
        return
    for match in _glossed(text, 0, _FRONT):
        start, end = match.span(1)
        for expression in read(range(bisect_left(tokens.starts, start), bisect_left(tokens.starts, end))):
            whole = (expression.span.start, expression.span.end) == (start, end)
            if whole and expression.first and expression.first == expression.last:
                yield Told(expression.first, start, end, "today")


def _all_told(doc: Doc, tokens: Tokens, read: Read) -> Iterator[Told]:
    text, starts = doc.text, tokens.starts
    kinds = {part.span.start: part for part in doc[Part] if part.kind in {"byline", "dateline"}}
    lead = next((part.span.start for part in doc[Part] if part.kind == "paragraph"), 0)
    for start, end, back in _lines(text, kinds):
        if _dated(text, start, end):
            here = range(bisect_left(starts, start), bisect_left(starts, end))
            if _runs_on(text, tokens, here.start):
                continue
            kind = kinds[start].kind if start in kinds else None
            for day, before in _days(tokens, here, list(read(here)), kind, _SIGNS_ABOVE if start <= lead else _SIGNS):
                why = _why(before, kind, back=back)
                if why:
                    yield Told(day, start, end, why)


def _runs_on(text: str, tokens: Tokens, at: int) -> bool:
    """Tell whether a line goes on with the one right above, as in text that was broken by hand: "will expire on"."""
    if not is_listed(tokens.lowered(at - 1), "TIME"):
        return False
    return text.count("\n", tokens.ends[at - 1], tokens.starts[at]) == 1


def _lines(text: str, kinds: Mapping[int, Part]) -> Iterator[tuple[int, int, bool]]:
    """Yield start and end of the lines that may tell the day, and whether they end the text."""
    back = max(_FRONT, len(text) - _BACK)
    for first, last in ((0, _FRONT), (back, len(text))):
        behind = first
        for line in text[first:last].replace("\r", "\n").split("\n"):
            end = behind + len(line)
            start, behind = end - len(line.lstrip()), end + 1
            if start == end:
                continue
            if start in kinds and kinds[start].kind == "dateline":
                end = kinds[start].span.end
            if end - start <= _LONGEST:
                yield start, end, first > 0


def _days(
    tokens: Tokens, here: range, found: list[TimeExpression], kind: str | None, signs: frozenset[str]
) -> Iterator[tuple[dt.date, list[str] | None]]:
    """Yield the days that a line names, each with the words that tell what it is.

    These are None in a line that is a sentence: what stands beside a day of publication are words of a stamp, and the
    names of a byline.
    """
    covered = [range(tokens.at_or_after(each.span.start), tokens.at_or_after(each.span.end)) for each in found]
    inside = {place for places in covered for place in places}
    beside = [place for place in here if place not in inside]
    words = [place for place in beside if _letters(tokens.words[place])]
    named = [place for place in words if not is_listed(tokens.lower[place], "STAMPED", "UPDATED", "STAMP_BESIDE")]
    alone = kind != "dateline" or here.start in inside  # "May 6, 2024 / LPC News", but not "LIMA, May 6, 2024 -"
    signed = kind == "byline" or (alone and _is_signed(tokens, beside, named, signs))
    for expression, places in zip(found, covered, strict=True):
        if expression.type in {"DATE", "TIME"} and expression.first and expression.first == expression.last:
            stamps = [tokens.lower[place] for place in words if place < places.start]
            yield expression.first, (["by", *stamps] if named else stamps) if signed or not named else None


def _is_signed(tokens: Tokens, beside: list[int], named: list[int], signs: frozenset[str]) -> bool:
    """Tell whether a line's words beside its dates are names, and something says that these sign it."""
    if not named or len(named) > _NAMES or not all(tokens.words[place][0].isupper() for place in named):
        return False
    words = (tokens.lower[place] for place in beside)
    return any(word in signs or is_listed(word, "STAMPED", "UPDATED") for word in words)


def _why(words: list[str] | None, kind: str | None, *, back: bool) -> str | None:
    """Return what makes a day that of publication, by the words before it in its line; None where nothing does."""
    if words is None:
        return "dateline" if kind == "dateline" and not back else None
    for word in reversed(words):
        if is_listed(word, "STAMPED", "UPDATED"):
            return "stamp" if is_listed(word, "STAMPED") else "update"
    if back:
        return None
    return "byline" if words[:1] == ["by"] else "line"
