"""Introduced: another name of the person or body right before it: "Ann Poe, known as | Birdie", "Front | (FSN)"."""

from __future__ import annotations

from collections import Counter

from newskit.linking.chains import initials
from newskit.linking.named import NamedMention
from newskit.text import lazy_pattern

_KNOWN = r"(?:(?!known|aka)\p{Ll}++\s++)?+(?:known|aka)\b"
_KNOWN_AS = lazy_pattern(
    rf"(?:,\s++(?:an?|the)\s(?:(?!\s(?:who\s++is\s++)?+{_KNOWN})[^,.;:!?\n()]){{1,60}}+)?+"
    rf",?\s++\(?(?:who\s++is\s++)?+(?:{_KNOWN}(?:\s++as)?+\s++[“\"‘']?+|(?:nicknamed|dubbed)\s++[“\"‘'])"
)
"""What stands between a person's names: "Ann Poe, a singer better known as | Anna Bell"."""
_SHORT = lazy_pattern(
    r"(?:\s++(?P<bracket>\()|,\s++or\s++"
    r"|,?\s++(?P<told>known\s++(?:as|by\s++its(?:\s++\p{Lu}?\p{L}++)?+\s++(?:acronym|initials)(?:,|\s++of)?+))\s++)"
    r"[\"“‘']?+"
)
"""What stands between a body's name and its acronym: "the Salvation Front, known by its Romanian initials | FSN"."""
_SHORT_END = lazy_pattern(r"[\"”’']?+(?:[),.;]|,?\s++(?:by|in|for)\s++[^()\n]{2,40}+\))")
_OWN_LANGUAGE, _SHORTEST = 3, 3
"""Words of a name whose acronym may be that of another language, and letters of one, fewest."""
_SEVERAL = 2
"""Brackets that tell the country or league of each: "(ENG)"."""


def is_introduced(text: str, before: NamedMention | None, other: NamedMention) -> bool:
    """Tell whether a name is introduced as another one of who or what is named last of its kind."""
    if before is None or other.kind not in ("person", "organization"):
        return False
    if other.kind == "person":
        return _KNOWN_AS.fullmatch(text, before.span.end, other.span.start) is not None
    letters = other.span.text
    if not (letters.isalpha() and letters.isupper() and _SHORT_END.match(text, other.span.end)):
        return False
    gap = _SHORT.fullmatch(text, before.span.end, other.span.start)
    if gap is None or text.count(f"({letters})") >= _SEVERAL:
        return False
    return bool(gap["told"]) or abbreviates(letters.lower(), before, foreign=bool(gap["bracket"]))


def abbreviates(letters: str, full: NamedMention, *, foreign: bool) -> bool:
    """Tell whether letters may be a body's acronym: its initials in any order, or letters of its name in theirs.

    ``foreign`` allows others for a name of three words: those of another language, "the Army of Liberation (ELN)".
    """
    initial = initials(full.words)
    if not initial:
        return False
    if len(letters) > 1 and not Counter(letters) - Counter(initial):
        return True
    rest = iter("".join(full.words))
    if len(letters) >= _SHORTEST and letters[0] == initial[0] and all(letter in rest for letter in letters):
        return True
    return foreign and len(initial) >= _OWN_LANGUAGE and len(letters) >= _SHORTEST
