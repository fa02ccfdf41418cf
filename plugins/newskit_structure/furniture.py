"""What a line is by its own form: a separator, boilerplate, a correction, a byline, a caption or a credit."""

from __future__ import annotations

import re
from functools import cache

from attrs import frozen

from newskit import PartKind
from newskit.text import classes, words
from newskit_structure.dateline import is_date_line
from newskit_structure.line import PACKAGE, SHORT, Line, begins, phrases

_OPENING_BRACKETS = {")": "(", "]": "["}
_END_MARKS = frozenset(("ends", "end", "30", "more"))
_STORY_CREDIT = 160
"""A bracketed agency after more text than this signs the story rather than a picture."""
_LOOK = 80
"""A line with no letter or digit so far in is a separator."""
_END_MARK, _BYLINE, _CREDIT, _WORDED = 12, 150, 90, 250
"""The most characters of an end mark, a byline, a credit, and a caption told by its words alone."""
_CREDIT_WORDS = 8
_WORD = re.compile(r"[a-z]+")


@frozen
class Form:
    """A line recognised by its own form; ``credit`` is a stretch of the line, counted from its start."""

    kind: PartKind
    rule: str
    credit: tuple[int, int] | None = None


def form(line: Line) -> Form | None:
    """Recognise a line by its form alone; None where it could be text, a headline or a subhead."""
    if not any(map(str.isalnum, line.text[:_LOOK])):
        return Form("separator", "marks-only") if not any(map(str.isalnum, line.text)) else None
    if len(line) <= _END_MARK and line.lower.strip("-—–_*#=~ .[]()") in _END_MARKS:
        return Form("separator", "end-mark")
    if len(line) > SHORT:
        return None
    return _note(line) or _boilerplate(line) or _byline(line) or _picture(line)


def _note(line: Line) -> Form | None:
    if begins(line.lower, _entries("corrections.txt")):
        return Form("correction", "correction-note")
    if is_date_line(line):
        return Form("dateline", "date-line")
    return None


@cache
def _entries(name: str) -> tuple[str, ...]:
    """Return a list of one class, longest entries first."""
    return tuple(sorted(words(PACKAGE, name), key=lambda phrase: (-len(phrase), phrase)))


def _boilerplate(line: Line) -> Form | None:
    lower = line.lower
    whole = lower.rstrip(" .!:…»›>→").lstrip("[(*• ").rstrip("])")
    if whole in classes(PACKAGE, "boilerplate.txt")["whole"]:
        return Form("boilerplate", "page-furniture")
    if begins(lower.lstrip("[(*• →>"), phrases("boilerplate.txt", "begins")):
        return Form("boilerplate", "reader-address")
    if any(phrase in lower for phrase in phrases("boilerplate.txt", "holds")):
        return Form("boilerplate", "legal-notice")
    return None


def _named(words_: list[str]) -> bool:
    """Tell whether a list of words is names: capitals, and small words that join names."""
    joins = classes(PACKAGE, "bylines.txt")["joins"]
    bare = [word.strip(",;|/&()@.") for word in words_]
    said = [word for word in bare if word]
    return bool(said) and said[0][0].isupper() and all(word[0].isupper() or word.lower() in joins for word in said)


def _byline(line: Line) -> Form | None:
    lower = line.lower
    inner = lower.lstrip("([—–-_ ")
    if begins(inner, phrases("bylines.txt", "signs")):
        return Form("byline", "sign-off")
    cut = begins(lower, phrases("bylines.txt", "begins"))
    if not cut or len(line) > _BYLINE:
        return None
    rest = line.text[cut:].split()
    if not rest or not _named(rest) or rest[0].strip(",").lower() in classes(PACKAGE, "bylines.txt")["not"]:
        return None
    return Form("byline", "by-name")


def is_source(credit: str) -> bool:
    """Tell whether a text in lower case names where a picture is from, as "ap", "file", "jane roe/reuters"."""
    bare = credit.strip(" .:-—–|")
    sources = classes(PACKAGE, "credits.txt")["source"]
    if bare in sources:
        return True
    if begins(bare, phrases("credits.txt", "label")):
        return True
    for mark in ("/", " via ", " - ", ", ", "|"):
        head, found, tail = bare.rpartition(mark)
        if found and (tail.strip() in sources or head.strip() in sources):
            return True
    return False


@cache
def _telling_words() -> frozenset[str]:
    """Return the longest word of each phrase of credits and captions: a line without any of them has no such phrase."""
    told = (*phrases("credits.txt", "label"), *phrases("credits.txt", "picture"), *phrases("credits.txt", "caption"))
    return frozenset(max(reversed(_WORD.findall(phrase)), key=len) for phrase in told)


def _picture(line: Line) -> Form | None:
    bracketed = line.text[-2:].rstrip(".")[-1:] in _OPENING_BRACKETS
    told = not _telling_words().isdisjoint(_WORD.findall(line.lower))
    if not (bracketed or told or len(line) <= _CREDIT):
        return None
    return _credit_line(line) or _credited(line) or _worded(line)


def _credit_line(line: Line) -> Form | None:
    lower = line.lower.strip("()[] ")
    if len(lower) > _CREDIT:
        return None
    cut = begins(lower, phrases("credits.txt", "label"))
    rest = lower[cut:].strip()
    offset = line.lower.find(lower) + cut
    if cut and rest and not line.stopped and _named(line.text[offset:].split()):
        return Form("credit", "credit-line")
    if not cut and is_source(lower) and not line.stopped and _source_only(line.text.strip("()[] ")):
        return Form("credit", "credit-line")
    return None


def _source_only(written: str) -> bool:
    if written.lower() in classes(PACKAGE, "credits.txt")["source"]:
        return True
    return _named(written.replace(" via ", " ").replace("/", " ").split())


def _bracketed_credit(line: Line) -> tuple[int, int] | None:
    end = len(line) - (line.text[-1] == ".")
    opening = _OPENING_BRACKETS.get(line.text[end - 1 : end], "")
    start = line.text.rfind(opening, 0, end) + 1 if opening else 0
    if 1 < start < end - 1 and end - start <= _CREDIT and is_source(line.lower[start : end - 1]):
        return start, end - 1
    return None


def _trailing_credit(line: Line) -> tuple[int, int] | None:
    """Find a credit without brackets at the end: "… on Monday. Photo: Jane Roe", "… via Getty Images"."""
    low = max(0, len(line) - _CREDIT)
    tail = line.lower[low:]
    for label in phrases("credits.txt", "label"):
        at = tail.rfind(label)
        if at < 0 or low + at == 0 or tail[at - 1 : at].isalnum():
            continue
        rest = line.text[low + at + len(label) :].rstrip(". ")
        fits = label[-1] in ":/" or rest[:1] == " "
        if fits and _credit_words(label, rest.strip()):
            return low + at, low + at + len(label) + len(rest)
    return None


def _credit_words(label: str, rest: str) -> bool:
    if not rest or ". " in rest or len(rest.split()) > _CREDIT_WORDS:
        return False
    weak = not (label[-1] == ":" or label.startswith(("photo", "image", "ap ", "afp ")))
    return is_source(rest.lower()) if weak else _named(rest.split())


def _credited(line: Line) -> Form | None:
    bracketed = _bracketed_credit(line)
    if bracketed:
        rest = line.text[: bracketed[0] - 1].rstrip()
        if len(rest) > _STORY_CREDIT and rest[-1] in '.!?"”' and not _says_picture(line):
            return None
        return Form("caption", "bracketed-credit", bracketed)
    trailing = _trailing_credit(line)
    return Form("caption", "trailing-credit", trailing) if trailing else None


def _says_picture(line: Line) -> bool:
    # A phrase ends where it pleases ("poses for", "pictured in"), but begins with a word of its own.
    padded = " " + line.lower.replace(",", " ,")
    return any(f" {phrase}" in padded for phrase in phrases("credits.txt", "picture"))


def _worded(line: Line) -> Form | None:
    if begins(line.lower, phrases("credits.txt", "caption")):
        return Form("caption", "caption-opening")
    if len(line) <= _WORDED and _says_picture(line):
        return Form("caption", "picture-words")
    return None
