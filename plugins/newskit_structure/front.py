"""What a line is by its place: the headline and the standfirst before the story, and who signs it."""

from __future__ import annotations

import re

from newskit.text import classes, given_names
from newskit_structure.blocks import are_job
from newskit_structure.line import PACKAGE, Line, names_section, phrases, restated, tabular, titled
from newskit_structure.signed import without_tail

_HEADLINE, _TELEGRAPHIC, _RESTATED, _SHORT = 200, 100, 100, 72
"""The most characters of a headline, of one without small words, of one said again below, of any short first line."""
_WORDS = 40
"""The most characters of a headline of several sentences: "Fire. Flood. Storm."."""
_STANDFIRST = range(20, 400)
_SIGNATURE = 100
"""The most characters of a writer's name with the job."""
_HEADLINE_AGAIN, _STANDFIRST_AGAIN, _PICTURED_AGAIN = 0.7, 0.45, 0.35
"""The share of content words that the next paragraph says again where it retells the headline or the standfirst."""
_FEW = 3
"""Fewer words than this tell nothing."""
_NAME = range(2, 5)
_STROKES = ("/", "|", "·", "•")
_PLACES = frozenset(("in", "at"))
"""Words between a writer's name and the place."""
_FROM = "From "
"""Before a writer's name and place: "From Jane Roe in Lima", "From Jane Roe, Lima"."""
_DATED = frozenset("/:@")
"""Marks of a date, a clock or a handle behind a name."""
_between_names = re.compile(r",| and | & |[|·•]| [-–—] ").split


def _sentence_breaks(line: Line) -> int:
    return line.text.count(". ") + line.text.count(".” ") + line.text.count('." ')


def _telegraphic(line: Line) -> bool:
    """Tell whether a line lacks the small words of a sentence, as headlines do."""
    plain = classes(PACKAGE, "function_words.txt")["plain"]
    said = [word.strip("\"'“”‘’.,;:!?()") for word in line.lower.split()]
    return len(said) >= _FEW and not any(word in plain for word in said)


def headline_rule(line: Line, following: Line, *, signed: bool) -> str | None:
    """Return the rule by which the first line is a headline, None where it begins the story.

    ``signed`` says that a byline, a date or a dateline comes next.
    """
    rule = None
    if len(line) > _HEADLINE or line.text[-1] in ":,":
        return None
    if not line.stopped:
        rule = "headline-without-stop"
    elif _sentence_breaks(line) > 1:
        rule = "headline-short" if len(line) <= _WORDS and 2 * len(following) > 3 * len(line) else None
    elif titled(line):
        rule = "headline-in-capitals"
    elif signed and len(line) <= _HEADLINE * 3 // 4:
        rule = "headline-before-signature"
    elif len(line) <= _TELEGRAPHIC and (_telegraphic(line) or line.bare_end in "?!"):
        rule = "headline-telegraphic"
    elif len(line) <= _SHORT and 2 * len(following) > 3 * len(line):
        rule = "headline-short"
    elif len(line) <= _RESTATED and len(following) > len(line) and restated(line, following, _HEADLINE_AGAIN):
        rule = "headline-restated"
    return rule


def standfirst_rule(line: Line, following: Line, *, parted: bool, signed: bool, pictured: bool) -> str | None:
    """Return the rule by which the line after the headline is a standfirst, None where it begins the story.

    ``parted`` says that a separator, byline or date comes between it and the story, ``signed`` that the story begins
    with a dateline, ``pictured`` that a caption or credit comes between them.
    """
    if len(line) not in _STANDFIRST:
        return None
    rule = None
    if parted:
        rule = "standfirst-before-furniture"
    elif signed:
        rule = "standfirst-before-dateline"
    elif not line.stopped:
        rule = "standfirst-without-stop"
    elif line.breaks == 1 and following.breaks > 1 and len(following) > len(line):
        rule = "standfirst-under-headline"
    elif restated(line, following, _PICTURED_AGAIN if pictured else _STANDFIRST_AGAIN):
        rule = "standfirst-restated"
    return rule


def signature_rule(line: Line) -> str | None:
    """Return the rule by which a line between headline and story names the writer."""
    if len(line) > _SIGNATURE or line.stopped or tabular(line, None):
        return None
    written = without_tail(line.text)
    tail = line.text[len(written) :]
    if written.startswith(_FROM) and (" in " in written or ", " in written) and is_person(written.split()[1:3]):
        written = written.removeprefix(_FROM)
    if any(map(str.isdigit, tail)) and not any(map(str.isalpha, tail)) and _DATED.isdisjoint(tail):
        return None  # a thing or a score: "Harbour Master 15", "Saltmouth (10) 20"
    names = [name.split() for name in _between_names(written) if name.strip()]
    names[1:] = [name[1:] if name[0] == "The" else name for name in names[1:]]  # "Jane Roe, The Citizen"
    desk, _, place = line.text.partition(" in ")  # "Agencies in Lima"
    alone = desk.lower() in classes(PACKAGE, "bylines.txt")["alone"] and (not place or place[0].isupper())
    if alone or _adds_job(names):
        return "byline-job"
    joins = classes(PACKAGE, "bylines.txt")["joins"]
    capitals = [word for name in names for word in name if word not in joins]
    if not all(word[0].isupper() or word[0] in "(&@•·-–—" for word in capitals):
        return None
    if line.lower.rstrip(")").endswith(phrases("bylines.txt", "job")) and len(capitals) > 1:
        return "byline-job"
    said = (*(word.lower() for name in names for word in name), *tail.lower().split())
    bare = classes(PACKAGE, "function_words.txt")["plain"].isdisjoint(said)  # no "THE COST"
    dated = tail.strip()[:1] in _STROKES and any(
        map(str.isdigit, tail)
    )  # "LPN / Jul 30, 2024", no "Lima, 30 July 2024"
    loose = dated or is_person(names[0] if names else [])
    agencies = classes(PACKAGE, "credits.txt")["source"]
    heads = [_head(name) for name in names if name is names[0] or " ".join(name).lower() not in agencies]
    fits = bool(capitals) and all(len(name) in _NAME or loose for name in heads) and all(map(_name_word, capitals))
    return "byline-name" if bare and fits else None


def _adds_job(names: list[list[str]]) -> bool:
    """Tell whether a job in small letters stands behind a name: "Jane Roe, science correspondent"."""
    return len(names) > 1 and is_person(names[0]) and are_job([word.lower() for name in names[1:] for word in name])


def _head(name: list[str]) -> list[str]:
    """Return a name without where its bearer was: "Jane Roe in New York", "Jane Roe at Saltmouth Park"."""
    at = next((at for at, word in enumerate(name) if word in _PLACES), len(name))
    head = name[:at]
    return head if at == len(name) or name[at] == "in" or is_person(head) else name


def is_person(name: list[str]) -> bool:
    """Tell whether words are a whole name that begins with a known given name."""
    return len(name) in _NAME and name[0].lower() in given_names()


def _name_word(word: str) -> bool:
    word = word.strip("()")  # "Jane Roe (Lima)"
    return word[:1].isupper() and word.replace("-", "").replace(".", "").replace("'", "").replace("’", "").isalpha()


def is_kicker(line: Line, following: Line) -> bool:
    """Tell whether a line is the name of a section, of several or of a newsletter, above the headline."""
    return (
        names_section(line)
        and not following.stopped
        and len(following.text.split()) > _FEW
        and len(following) <= _HEADLINE
    )
