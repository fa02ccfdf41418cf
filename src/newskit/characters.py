"""Characters that are not what they stand for: halves of surrogate pairs, what shows nothing, hyphens, and references.

Pages and editors leave soft hyphens, zero-width spaces and references such as ``&#233;`` in what is copied from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_PARTING = "\u200b\ufeff"
"""What parts two words where no space does."""
_NOTHING = rf"\u00ad\u034f\u061c\u180e\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f{_PARTING}"
_SCRIPT = rf"[^\x00-\u024f\u2000-\u218f{_NOTHING}]"
"""Signs beside which a joiner or non-joiner says how letters join, or what is one sign: in other scripts, and emoji."""
_UNSEEN = re.compile(rf"(?>(?:[{_NOTHING}]|(?<!{_SCRIPT})[\u200c\u200d](?!{_SCRIPT}))+)")
_ANY = re.compile(rf"[{_NOTHING}\u200c\u200d]")
"""What most texts have none of, found ten times as fast."""
_HYPHEN = re.compile("[\u2010\u2011]")
"""Hyphens that are not the one of typewriters, and look the same."""
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
"""A character reference with its semicolon (HTML Standard, 13.5)."""
_MARKS = frozenset("\"'“”„«»‘’‚‹›")


def whole_characters(text: str) -> str:
    """Join each surrogate pair that is held as two code points, and leave lone surrogates as they are."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    except AttributeError:  # no string: said by whoever checks the type
        pass
    return text


def whole_characters_or_none(text: str | None) -> str | None:
    """Do the same with a text that may be missing."""
    return None if text is None else whole_characters(text)


def as_seen(text: str) -> str:
    """Return a text as a reader sees it."""
    pieces, last = list[str](), 0
    for start, end, seen in changes_as_seen(text):
        pieces += (text[last:start], seen)
        last = end
    return "".join((*pieces, text[last:])) if last else text


def changes_as_seen(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the stretches of a text that a reader sees as something else, in order, each with what is seen.

    What shows nothing is a space between two words that else would touch. References to quotation marks are left: a
    quotation ends at them and holds no part of them.
    """
    for start, end, character in _odd(text):
        before, behind = text[max(0, start - 1) : start], text[end : end + 1]
        if _UNSEEN.fullmatch(character):
            parts = not set(_PARTING).isdisjoint(character) and _touch(before, behind)
            yield start, end, " " if parts else ""
        elif character not in _MARKS or _is_apostrophe(before, character, behind):
            yield start, end, character


def _is_apostrophe(before: str, character: str, behind: str) -> bool:
    """Tell whether a mark is the apostrophe of "don't" or of "the ’90s"."""
    return (before.isalpha() and behind.isalpha()) or (character == "’" and behind.isdigit() and not before.strip())


def _odd(text: str) -> list[tuple[int, int, str]]:
    references = _REFERENCE.finditer(text) if "&" in text else ()
    found = [(each.start(), each.end(), character) for each in references if (character := _character(each[0]))]
    unseen = () if text.isascii() or not _ANY.search(text) else _UNSEEN.finditer(text)
    hyphens = () if text.isascii() else _HYPHEN.finditer(text)
    found += ((each.start(), each.end(), "-") for each in hyphens)
    return sorted([*found, *((each.start(), each.end(), each[0]) for each in unseen)])


def _character(reference: str) -> str:
    """Return what a reference stands for, a space for a control character, and "" where it names no one character."""
    from html import unescape  # noqa: PLC0415 - import time, for the few texts that have references

    character = unescape(reference)
    if len(character) > 1:
        return ""
    if _HYPHEN.match(character):
        return "-"
    return " " if character.isspace() and character != "\u00a0" else character


def _touch(before: str, behind: str) -> bool:
    """Tell whether two words touch that are not one word broken there: "on|April", but "Mon|day"."""
    return before.isalnum() and behind.isalnum() and not (before.islower() and behind.islower())
