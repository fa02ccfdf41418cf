"""What a line is by its own form: a separator, boilerplate, a correction, a byline, a caption or a credit."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

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
_KNOWN = 90
"""Longer lines are none that a list knows whole, if they do not end in a run of stops or brackets."""
_STRIPPED = frozenset(" .!:…»›>→])")
_WORD = re.compile(r"[a-z]+")


@frozen
class Form:
    """A line recognised by its own form; ``credit`` is a stretch of the line, counted from its start."""

    kind: PartKind
    rule: str
    credit: tuple[int, int] | None = None


def form(line: Line) -> Form | None:
    """Recognise a line by its form alone; None where it could be text, a headline or a subhead."""
    if not (line.text[0].isalnum() or any(map(str.isalnum, line.text[:_LOOK]))):
        return Form("separator", "marks-only") if not any(map(str.isalnum, line.text)) else None
    if len(line.text) <= _END_MARK and line.lower.strip("-—–_*#=~ .[]()") in _END_MARKS:
        return Form("separator", "end-mark")
    if len(line.text) > SHORT:
        return None
    said = _WORD.findall(line.lower)
    opens = _may_open(line, said)
    if not opens and _any_telling_word().isdisjoint(said):  # as most lines
        return _date(line) or _page_furniture(line) or (_picture(line, said) if _bracketed(line) else None)
    named = (opens and _note(line)) or _date(line) or _boilerplate(line, said, opens=opens) or (opens and _byline(line))
    return named or _picture(line, said)


@cache
def _any_telling_word() -> frozenset[str]:
    """Return the words of which a line has one if it has a phrase of notices, captions and credits inside."""
    return _inner_words("boilerplate.txt", "holds") | _telling_words() | _source_words()


def _may_open(line: Line, said: list[str]) -> bool:
    """Tell at one look whether a line may begin with one of the phrases that tell notes, boilerplate and bylines."""
    alone, pairs = _first_words()
    return not "a" <= line.lower[0] <= "z" or said[0] in alone or tuple(said[:2]) in pairs


@cache
def _first_words() -> tuple[frozenset[str], frozenset[tuple[str, ...]]]:
    """Return the words that are such a phrase by themselves, and the first two words of the others."""
    lists = (
        words(PACKAGE, "corrections.txt"),
        phrases("boilerplate.txt", "begins"),
        phrases("bylines.txt", "signs"),
        phrases("bylines.txt", "begins"),
    )
    first = [tuple(_WORD.findall(phrase)[:2]) for phrase in chain(*lists)]
    return frozenset(each[0] for each in first if len(each) == 1), frozenset(each for each in first if len(each) > 1)


@cache
def _inner_words(name: str, label: str) -> frozenset[str]:
    """Return a word for each phrase of a list that every line with the phrase has: the longest but the last.

    The last word may go on in the line: "poses for" in "poses forever".
    """
    return frozenset(map(_inner_word, phrases(name, label)))


def _inner_word(phrase: str) -> str:
    head = phrase.rpartition(" ")[0]
    return _longest(head if phrase[-1].isalpha() and _WORD.search(head) else phrase)


def _longest(phrase: str) -> str:
    found: list[str] = _WORD.findall(phrase)
    return max(reversed(found), key=len)


def _note(line: Line) -> Form | None:
    if begins(line.lower, _entries("corrections.txt")):
        return Form("correction", "correction-note")
    return None


def _date(line: Line) -> Form | None:
    return Form("dateline", "date-line") if is_date_line(line) else None


@cache
def _entries(name: str) -> tuple[str, ...]:
    """Return a list of one class, longest entries first."""
    return tuple(sorted(words(PACKAGE, name), key=lambda phrase: (-len(phrase), phrase)))


def _page_furniture(line: Line) -> Form | None:
    lower = line.lower
    if len(line.text) <= _KNOWN or lower[-2] in _STRIPPED:
        whole = lower.rstrip(" .!:…»›>→").lstrip("[(*• ").rstrip("])")
        if whole in classes(PACKAGE, "boilerplate.txt")["whole"]:
            return Form("boilerplate", "page-furniture")
    return None


def _boilerplate(line: Line, said: list[str], *, opens: bool) -> Form | None:
    lower, known = line.lower, _page_furniture(line)
    if known:
        return known
    if opens and begins(lower.lstrip("[(*• →>"), phrases("boilerplate.txt", "begins")):
        return Form("boilerplate", "reader-address")
    if _inner_words("boilerplate.txt", "holds").isdisjoint(said):
        return None
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
    if not cut or len(line.text) > _BYLINE:
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
    return frozenset(map(_longest, told))


def _bracketed(line: Line) -> bool:
    return line.text[-2:].rstrip(".")[-1:] in _OPENING_BRACKETS


def _picture(line: Line, said: list[str]) -> Form | None:
    told = _bracketed(line) or not _telling_words().isdisjoint(said)
    if not told and (len(line.text) > _CREDIT or _source_words().isdisjoint(said)):
        return None
    return _credit_line(line) or _credited(line, said) or _worded(line, said)


@cache
def _source_words() -> frozenset[str]:
    """Return a word of each source of pictures, and of each phrase of captions that may go on in a longer word."""
    sources = map(_longest, classes(PACKAGE, "credits.txt")["source"])
    return frozenset(sources) | _inner_words("credits.txt", "picture")


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
    end = len(line.text) - (line.text[-1] == ".")
    opening = _OPENING_BRACKETS.get(line.text[end - 1 : end], "")
    start = line.text.rfind(opening, 0, end) + 1 if opening else 0
    if 1 < start < end - 1 and end - start <= _CREDIT and is_source(line.lower[start : end - 1]):
        return start, end - 1
    return None


def _trailing_credit(line: Line) -> tuple[int, int] | None:
    """Find a credit without brackets at the end: "… on Monday. Photo: Jane Roe", "… via Getty Images"."""
    low = max(0, len(line.text) - _CREDIT)
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


def _credited(line: Line, said: list[str]) -> Form | None:
    bracketed = _bracketed_credit(line)
    if bracketed:
        rest = line.text[: bracketed[0] - 1].rstrip()
        if len(rest) > _STORY_CREDIT and rest[-1] in '.!?"”' and not _says_picture(line, said):
            return None
        return Form("caption", "bracketed-credit", bracketed)
    trailing = None if _inner_words("credits.txt", "label").isdisjoint(said) else _trailing_credit(line)
    return Form("caption", "trailing-credit", trailing) if trailing else None


def _says_picture(line: Line, said: list[str]) -> bool:
    if _inner_words("credits.txt", "picture").isdisjoint(said):
        return False
    # A phrase ends where it pleases ("poses for", "pictured in"), but begins with a word of its own.
    padded = " " + line.lower.replace(",", " ,")
    return any(f" {phrase}" in padded for phrase in phrases("credits.txt", "picture"))


def _worded(line: Line, said: list[str]) -> Form | None:
    if begins(line.lower, phrases("credits.txt", "caption")):
        return Form("caption", "caption-opening")
    if len(line.text) <= _WORDED and _says_picture(line, said):
        return Form("caption", "picture-words")
    return None
