"""Furniture of pages: what is no part of a story, by its words alone, as "Advertisement" and "Read more: …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

import regex

from newskit.text.lazy import lazy_pattern
from newskit.text.lexicon import classes, rows
from newskit.text.phrases import begins_with, holds_phrase

_KNOWN, _SHOWN, _SHORT = 90, 120, 400
"""The most characters of a line that a list knows whole, of one that sends the reader to something, and of any."""
_NAMES = 4
"""The words of a name in a button are fewer than this."""
_CRUMB = 40
"""The most characters of a step of a path through a site."""
_WORD = re.compile("[a-z]+")
_OPENINGS, _CLOSINGS = "[(*•|#→>▶►«‹<←—–- ", " .!:…»›>→↑^—–-"
_COUNT = r"(?:\d(?>[\d,.]*)(?>[km]?))"
_SITE = r"(?:facebook|twitter|instagram|x|threads|tiktok|youtube|bluesky|linkedin|whatsapp|telegram|google news)"
_MINUTES = r"(?:(?>\d{1,3})(?>(?:[-–](?>\d{1,3}))?)(?>[ -]?)min(?:ute)?(?>s?\.?))"
_SIGNS, _FIGURE = "%@/", "9"
"""What tells of a form without being a word; the latter stands for any figure."""
_HOME = "home"
_REPORTS = frozenset(
    ("said", "says", "told", "tells", "warned", "warns", "added", "argued", "insisted", "claimed", "wrote", "announced")
)
"""Words by which a sentence of a story reports what somebody said: it is no address to the reader."""
_MAILS = (
    (("newsletter", "newsletters"), ("get ", "sign up ", "subscribe ", "join ", "our ")),
    (
        (" briefing", " bulletin", " digest", " roundup", " round-up"),
        ("get the ", "get our ", "get your ", "sign up ", "subscribe "),
    ),
)
"""How a line ends and begins that offers mails to its readers."""
_WITHIN = ("more in ", "popular in ", "trending in ")
"""What stands before the name of a section above links: "More in Politics"."""
_BETWEEN = (" | ", "  ", "\t", " · ", " • ", " / ")
"""What stands between the names of sections."""
_NAMED_IN_STORIES = frozenset(
    ("facebook", "twitter", "x", "instagram", "tiktok", "youtube", "reddit", "telegram", "threads")
)


class Form(NamedTuple):
    """A form of lines that are furniture: a row of ``furniture_forms.txt``."""

    name: str
    telling: frozenset[str]
    pattern: regex.Pattern[str]
    example: str


@cache
def forms() -> tuple[Form, ...]:
    """Return the forms of lines that are furniture; raises ``InputError`` with file and line for a row that is none."""
    return tuple(rows("newskit.text", "furniture_forms.txt", "NAME :: TELLING :: PATTERN :: EXAMPLE", _form))


def _form(row: str) -> Form:
    name, telling, pattern, example = row.split(" :: ")
    for written, stands_for in (("{count}", _COUNT), ("{minutes}", _MINUTES), ("{site}", _SITE)):
        pattern = pattern.replace(written, stands_for)
    return Form(name, frozenset(telling.split()), lazy_pattern(pattern), example)


@cache
def _by_telling() -> dict[str, list[Form]]:
    """Return the forms by each word or sign that tells of them."""
    found: dict[str, list[Form]] = {}
    for form in forms():
        for word in form.telling:
            found.setdefault(word, []).append(form)
    return found


def _has_form(bare: str, lower: str, words: Iterable[str]) -> bool:
    """Tell whether a line has the form of furniture, with or without the marks around it."""
    known = _by_telling()
    signs = [sign for sign in _SIGNS if sign in lower] + [_FIGURE] * any(map(str.isdigit, lower))
    telling = [*(word for word in dict.fromkeys(words) if word in known), *signs]
    tried = (form.pattern for word in telling for form in known[word])
    return any(pattern.fullmatch(bare) or pattern.fullmatch(lower) for pattern in tried)


@cache
def _phrases(label: str) -> tuple[str, ...]:
    return tuple(sorted(classes("newskit.text", "furniture.txt")[label], key=lambda phrase: (-len(phrase), phrase)))


@cache
def _telling(label: str) -> frozenset[str]:
    """Return a word for each phrase of a class that every line with the phrase has: its longest."""
    said = (_WORD.findall(phrase) for phrase in _phrases(label))
    return frozenset(max(reversed(words), key=len) for words in said)


@cache
def _first_words() -> tuple[frozenset[str], frozenset[tuple[str, ...]]]:
    """Return the words that are an opening by themselves, and the first two words of the others."""
    first = [
        tuple(_WORD.findall(phrase)[:2]) for phrase in chain(_phrases("begins"), _phrases("asks"), _phrases("label"))
    ]
    return frozenset(each[0] for each in first if len(each) == 1), frozenset(each for each in first if len(each) > 1)


def furniture(line: str, *, said: Sequence[str] | None = None) -> str | None:
    """Tell which furniture of a page a line is: ``page-furniture``, ``reader-address``, ``legal-notice``, or None.

    The first is all furniture ("Advertisement", "3 min read", "Home > News"), the second asks the reader to read,
    watch, follow or sign up, the third has a phrase of a notice on rights. ``said`` are the words of the line, runs of
    a to z, where they are known.
    """
    lower = line.lower()
    if not lower or len(lower) > _SHORT:
        return None
    words = _WORD.findall(lower) if said is None else said
    if len(lower) <= _KNOWN or lower[-2] in _CLOSINGS:
        bare = lower.strip(_OPENINGS + _CLOSINGS).rstrip("])")
        if bare in classes("newskit.text", "furniture.txt")["whole"]:
            return "page-furniture"
        if (
            _has_form(bare, lower, words)
            or _is_rights(lower)
            or _asks(bare)
            or _is_row(bare)
            or _is_several(bare, words)
            or _is_slug(bare)
            or _is_path(line)
        ):
            return "page-furniture"
    alone, pairs = _first_words()
    may_open = not "a" <= lower[0] <= "z" or words[0] in alone or tuple(words[:2]) in pairs
    if may_open and (_addresses(lower, words) or _shown(lower) or _is_labelled(lower)):
        return "reader-address"
    for label, found in (("holds", "legal-notice"), ("links", "reader-address"), ("contacts", "reader-address")):
        if not _telling(label).isdisjoint(words) and holds_phrase(lower, _phrases(label)):
            return None if label == "links" and _reports(lower, words) else found
    return None


def _addresses(lower: str, words: Sequence[str]) -> bool:
    """Tell whether a line begins as what a page says to its readers, and is no sentence of a story."""
    bare = lower.lstrip(_OPENINGS)
    cut = begins_with(bare, _phrases("begins"))
    return bool(cut) and (":" in bare[: cut + 1] or not _reports(lower, words))


def _reports(lower: str, words: Sequence[str]) -> bool:
    """Tell whether a line is a whole sentence by which somebody said something: "…, the lawyers said in court."."""
    return not _REPORTS.isdisjoint(words) and lower[-1] in '.!?”"' and "as told to" not in lower


def _is_labelled(lower: str) -> bool:
    """Tell whether a line is a link with what it is before a colon: "Explainer: Who owns the ferry"."""
    label, _, rest = lower.lstrip(_OPENINGS).partition(":")
    return (
        len(lower) <= _SHOWN
        and bool(rest)
        and rest[-1] != "."
        and label in classes("newskit.text", "furniture.txt")["label"]
    )


def _is_rights(lower: str) -> bool:
    """Tell whether a line says whose the text is: "© 2025 Lima Post", "(c) Lima Post Ltd"; not "© Jane Roe"."""
    said = lower.startswith(("(c)", "©")) and (
        any(map(str.isdigit, lower))
        or lower.rstrip(".").endswith((" ltd", " inc", " llc", " plc", " media", " rights reserved"))
    )
    return said or lower.startswith(("copyright ©", "copyright (c)", "copyright by ", "copyright 19", "copyright 20"))


def _asks(bare: str) -> bool:
    """Tell whether a line asks for an address, by how it begins and ends: "Get the Lima Post newsletter"."""
    for ends, begins in _MAILS:
        if bare.endswith(ends):
            return bare.startswith(begins)
    if bare.startswith(("join ", "follow ")) and ("whatsapp" in bare or "telegram" in bare):
        return "channel" in bare or "group" in bare
    if bare.startswith("published in ") and bare[-4:].isdigit():
        return "," in bare
    if bare.startswith(("contact:", "media contact", "press contact", "call:", "phone:", "tel:", "fax:")):
        return "@" in bare or any(map(str.isdigit, bare))
    if bare.startswith(("install ", "get ", "download ")):
        return bare.endswith((" app", " app for free"))
    return "@" in bare.rpartition(" ")[2] and bare.startswith(("email ", "e-mail ", "contact ", "write to ", "reach "))


def _is_row(bare: str) -> bool:
    """Tell whether a line is a row of buttons: "Share Tweet Email"."""
    words = bare.replace("|", " ").replace("•", " ").replace("/", " ").replace(",", " ").split()
    buttons, between = (classes("newskit.text", "furniture.txt")[label] for label in ("button", "beside"))
    named = [word for word in words if word in buttons]
    told = len(named) > 2 or (len(named) > 1 and not _NAMED_IN_STORIES.issuperset(named))  # noqa: PLR2004 - "Facebook and X"
    return told and all(word in buttons or word in between for word in words)


def may_be_button(line: str) -> bool:
    """Tell whether a line may be a button by its words: "Turn on notifications", "Read the Lima Post on your phone".

    It may be a subhead or a step of advice as well: "Change your password".
    """
    listed = classes("newskit.text", "furniture.txt")
    words = line.split()
    if len(words) < 2 or len(line) > _CRUMB or line[-1] in ".:":  # noqa: PLR2004 - what to do, and with what
        return False
    if words[0].lower() not in listed["does"] or words[0].islower():
        return False
    said = [word.strip(",!?’'") for word in words[1:]]
    rest = [word.lower() for word in said]
    things, small = listed["thing"], listed["small"]
    unknown = [word for word in said if word and word.lower() not in things and word.lower() not in small]
    names = len(unknown) < _NAMES and all(word[0].isupper() for word in unknown) and not line.istitle()
    return not things.isdisjoint(rest) and (not unknown or names)


def _is_several(bare: str, words: Sequence[str]) -> bool:
    """Tell whether a line is several pieces of furniture: "Unsubscribe | View in browser", "News Sport Business"."""
    listed = classes("newskit.text", "furniture.txt")
    whole, sections = listed["whole"], listed["section"]
    if bare.startswith(_WITHIN):
        return bare.partition(" in ")[2] in sections
    pieces = next((bare.split(mark) for mark in _BETWEEN if mark in bare), [])
    pieces = [piece.strip() for piece in pieces if piece.strip()]
    if len(pieces) > 1 and whole.issuperset(pieces):
        return True
    if not pieces and ("," in bare or not (words and words[0] in sections)):
        return False
    least = 2 if pieces else 3
    pieces = pieces or bare.split()
    return len(pieces) > least and all(piece in sections or piece in whole for piece in pieces)


def _is_slug(bare: str) -> bool:
    """Tell whether a line is the keyword line of a wire story: "BC-US-Bridge Vote, 1st Ld-Writethru,320"."""
    words, comma, count = bare.rpartition(",")
    return bool(comma) and bare[2:3] == "-" and bare[:2].isalpha() and count.isdigit() and "-" in words[3:]


def _is_path(line: str) -> bool:
    """Tell whether a line is the way to a page: "Home > News > Local"."""
    steps = next((line.split(mark) for mark in (" > ", " » ", " › ", " / ", " >> ", "|") if mark in line), [])
    if len(steps) < 2 or any(len(step) > _CRUMB or not step.strip() for step in steps):  # noqa: PLR2004 - a way has a start
        return False
    first = steps[0].strip().lower()
    sections = classes("newskit.text", "furniture.txt")["section"]
    begun = first == _HOME or ("|" not in line and " / " not in line and len(line) <= _CRUMB and first in sections)
    short = " / " not in line and all(step.strip().istitle() and len(step.split()) == 1 for step in steps)
    named = len(steps) > 2 and " / " not in line and "|" not in line  # noqa: PLR2004
    return begun or short or (named and all(step.strip()[0].isupper() for step in steps))


def _shown(lower: str) -> bool:
    """Tell whether a line sends the reader to what stands beside it: "Watch the interview below:"."""
    if len(lower) > _SHOWN or not begins_with(lower, _phrases("asks")):
        return False
    bare = lower.rstrip(" .!:)")
    return bare.endswith(_phrases("shows")) and ". " not in bare
