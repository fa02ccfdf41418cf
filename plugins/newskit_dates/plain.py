"""Tokens of a text as a reader sees them: without soft hyphens and marks of no width, with entities as characters.

Their offsets are those of the text as it is.
"""

from __future__ import annotations

import html
import re

from newskit.text import Ground, Tokens
from newskit_dates.vocabulary import VOCABULARY

_SPACES = dict.fromkeys("\u200b\ufeff", " ")
_UNSEEN = dict.fromkeys(
    "\u00ad\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069", ""
)
_RAISED = dict(zip("ᵗʰˢⁿᵈʳ\u2011", "thsndr-", strict=True))
_AS_SEEN = {**_SPACES, **_UNSEEN, **_RAISED}
_odd = re.compile(rf"[{''.join(_AS_SEEN)}]|&#?\w{{2,8}};|(?<=[a-z])-\r?\n(?=[a-z])")
_head = re.compile(r"[A-Za-z]+\Z").search
_tail = re.compile(r"[a-z]+").match
_LONGEST = len("September")
_CALENDAR = frozenset({"MONTH", "MONTHWORD", "WEEKDAY", "TODAY"})


def plain_tokens(text: str, tokens: Tokens) -> Tokens:
    """Return the tokens of a text as it is seen; ``tokens`` are those as it is, which mostly are the same."""
    if text.isascii() and "&" not in text and "-\n" not in text and "-\r" not in text:
        return tokens
    return _as_seen(text) or tokens


def _as_seen(text: str) -> Tokens | None:
    pieces, places, last = list[str](), list[int](), 0
    for match in _odd.finditer(text):
        seen = _seen(text, match)
        if seen is None:
            continue
        pieces += (text[last : match.start()], seen)
        places += (*range(last, match.start()), *[match.start()] * len(seen))
        last = match.end()
    if not last:
        return None
    pieces.append(text[last:])
    places += range(last, len(text) + 1)
    found = Ground("".join(pieces)).tokens
    ends = [_end(text, places[end - 1]) for end in found.ends]
    return Tokens([places[start] for start in found.starts], ends, found.words, found.lower)


def _end(text: str, place: int) -> int:
    """Return where the character that stands at a place ends: an entity is one."""
    match = _odd.match(text, place) if text[place] == "&" else None
    return match.end() if match and _seen(text, match) else place + 1


def _seen(text: str, match: re.Match[str]) -> str | None:
    """Return what is seen of something odd, None where it is what it is."""
    written = match[0]
    if written in _AS_SEEN:
        return _AS_SEEN[written]
    if written[0] == "&":
        character = html.unescape(written)
        return None if character == written or len(character) > 1 else character
    return "" if _is_broken(text, match) else None


def _is_broken(text: str, match: re.Match[str]) -> bool:
    """Tell whether a line breaks in a word of the calendar ("Septem-", "ber")."""
    head = _head(text[max(0, match.start() - _LONGEST) : match.start()])
    tail = _tail(text, match.end())
    whole = (head[0] if head else "") + (tail[0] if tail else "")
    return VOCABULARY.word(whole).label in _CALENDAR
