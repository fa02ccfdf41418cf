"""Tokens of a text as a reader of times sees them: raised letters on the line, what touches apart, broken words whole.

Their offsets are those of the text as it is.
"""

from __future__ import annotations

import re

from newskit.text import Ground, Tokens
from newskit_dates.vocabulary import AS_SEEN, CALENDAR, VOCABULARY

_SPACES = " \u00a0\u2009\u202f"
_SPACED = rf"(?<=\b[ap]\.)[{_SPACES}](?=m\.)"
"""The space of "8 p. m."."""
_RAISED = rf"(?<=\d)[{_SPACES}](?=(?:st|nd|rd|th)\b)"
"""The space of "3 rd October", whose letters were raised."""
_ENDINGS = tuple(f" {ending} " for ending in ("st", "nd", "rd", "th"))
_GLUED = r"(?<=\b20\d\d),?(?=\d{1,2}:\d\d|(?i:updated|published))"
"""What stands between a year and a stamp or clock that touch it: "Nov 14, 2023,10:15am"."""
_MERIDIEM = r"(?<=\d)(?=(?:[ap]\.m|[AP]\.M)\b)"
"""What stands between figures and a half of the day that touch: "6:30a.m.", "10A.M."."""
_COMMA = r"(?<=\d),(?=(?:19|20)\d\d(?!\d))"
"""The comma between a day and its year that touch, as in no number: "March 5,2024"."""
_touching = re.compile(r",(?:19|20)\d\d(?!\d)(?<=\d.....)").search
_glued = re.compile(r"20(?<!\w20)\d\d(?:,?\d{1,2}:\d\d|(?i:updated|published))").search
"""It begins with what is searched for fast."""
_odd = re.compile(rf"{_GLUED}|{_COMMA}|{_MERIDIEM}|[{''.join(AS_SEEN)}]|(?<=[a-z])-\r?\n(?=[a-z])|{_SPACED}|{_RAISED}")
_spaced = re.compile(f"{_SPACED}|{_RAISED}").search
_close = re.compile(r"[apAP]\.[mM](?<=\d...)").search
_broken = re.compile(r"-\r?\n(?=[a-z])").finditer
_head = re.compile(r"[A-Za-z]{1,9}\Z").search
_tail = re.compile(r"[a-z]+").match
_LONGEST = len("September")


def tokens_as_seen(text: str, *, odd: bool) -> Tokens | None:
    """Return the tokens of a text as it is seen, None where they are those of the text as it is, as mostly.

    ``odd`` says that a word of it has a character that is seen as another one.
    """
    if odd or _breaks(text) or _is_spaced(text) or any(see(text) for see in (_glued, _touching, _close)):
        return _as_seen(text)
    return None


def _is_spaced(text: str) -> bool:
    """Tell whether a space stands in "p. m." or "3 rd"; most texts have no such letters."""
    told = any(f".{space}m." in text for space in _SPACES) or any(ending in text for ending in _ENDINGS)
    return told and _spaced(text) is not None


def _breaks(text: str) -> bool:
    """Tell whether a line breaks in a word of the calendar."""
    return ("-\n" in text or "-\r" in text) and any(_is_broken(text, match) for match in _broken(text))


def _as_seen(text: str) -> Tokens | None:
    pieces, places, stops, last = list[str](), list[int](), list[int](), 0
    for match in _odd.finditer(text):
        seen = _seen(text, match)
        if seen is None:
            continue
        pieces += (text[last : match.start()], seen)
        places += (*range(last, match.start()), *[match.start()] * len(seen))
        stops += (*range(last + 1, match.start() + 1), *[match.end()] * len(seen))
        last = match.end()
    if not last:
        return None
    pieces.append(text[last:])
    places += range(last, len(text))
    stops += range(last + 1, len(text) + 1)
    found = Ground("".join(pieces)).tokens
    ends = [stops[end - 1] for end in found.ends]
    return Tokens([places[start] for start in found.starts], ends, found.words, found.lower)


def _seen(text: str, match: re.Match[str]) -> str | None:
    """Return what is seen of something odd, None where it is what it is."""
    written = match[0]
    if written in {"", ","}:
        return f"{written} "
    if written in AS_SEEN:
        return AS_SEEN[written]
    return "" if written.isspace() or _is_broken(text, match) else None


def _is_broken(text: str, match: re.Match[str]) -> bool:
    """Tell whether a line breaks in a word of the calendar ("Septem-", "ber")."""
    head = _head(text[max(0, match.start() - _LONGEST) : match.start()])
    tail = _tail(text, match.end())
    whole = (head[0] if head else "") + (tail[0] if tail else "")
    return VOCABULARY.word(whole).label in CALENDAR
