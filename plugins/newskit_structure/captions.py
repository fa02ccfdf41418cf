"""Captions without a credit: by the words of what a picture shows, by weights, and by place."""

from __future__ import annotations

from functools import cache

import regex

from newskit.text import classes, closed_class, lazy_pattern
from newskit_structure.again import gives_day, names_shown, said_again
from newskit_structure.caption_weights import may_show, shown
from newskit_structure.line import ACT_REACH, ENDED, PACKAGE, SPEECH_MARKS, Line, Story

_AGENCY = 900
"""The most characters of an agency's caption."""
_FILED = ("file - ", "file – ", "file — ")
_LONGEST = 250
"""The most characters of a caption."""
_ARTICLES = closed_class("article") | closed_class("possessive")
_HEARERS = frozenset(("to", hearer) for hearer in ("reporters", "journalists", "media", "supporters", "members", "the"))
"""To whom somebody in a picture speaks."""
_sentence_break = lazy_pattern(rf"{ENDED}\.\ (?!\d)")
"""The end of a sentence, which "Nov. 13" and "Gov. Roe" have not."""
_SPOKEN = SPEECH_MARKS | frozenset(":?!")
_FEW, _NEAR = 4, 6


def opens_caption(line: Line) -> bool:
    """Tell whether a line begins as the captions of agencies do from older pictures: "FILE - …"."""
    return len(line) <= _AGENCY and line.lower.startswith(_FILED)


def opens_dated_caption(line: Line) -> bool:
    """Tell whether a line beside a credit begins as the captions of agencies do: "LIMA, PERU - MARCH 5: …".

    Stories of some papers begin so too.
    """
    return line.text[1:2].isupper() and len(line) <= _AGENCY and _dated().match(line.text) is not None


@cache
def _dated() -> regex.Pattern[str]:
    months = "|".join(sorted(map(str.upper, closed_class("month"))))
    return regex.compile(rf"\p{{Lu}}[\p{{Lu}}.,'’/ ]{{2,50}}+[-–—]{{1,2}}+ ?+(?:{months}) \d{{1,2}}(?:, \d{{4}})?+: ")


def shows(line: Line) -> bool:
    """Tell whether a line says what a picture shows: "Jane Roe speaks during a rally in Lima.".

    A name or a thing, a verb in the present tense of what can be seen, and where or when.
    """
    if (
        len(line) > _LONGEST
        or not line.text[0].isupper()
        or not _SPOKEN.isdisjoint(line.text)
        or _sentence_break.search(line.text, 0, len(line.text) - _FEW)
    ):
        return False
    words = [word.strip(",.;()'’") for word in line.lower.split()]
    listed = classes(PACKAGE, "credits.txt")
    if words[0] in listed["told"] or words[0] in closed_class("personal_pronoun"):
        return False
    for at in range(1, min(len(words) - 1, ACT_REACH)):
        if words[at] in listed["told"]:
            return False
        if words[at] in listed["acts"]:
            rest = words[at + 1 :]
            placed = rest[0] in listed["around"] or (
                (rest[0] in _ARTICLES or tuple(rest[:2]) in _HEARERS) and not listed["around"].isdisjoint(rest[1:_NEAR])
            )
            return placed and listed["past"].isdisjoint(rest) and _names(line.text.split()[:at])
    return False


def _names(words: list[str]) -> bool:
    """Tell whether what stands before the verb ends in a name or in a plural."""
    last = words[-1].strip(",()'’")
    return (
        last[:1].isupper()
        or last.endswith("s")
        or last in ("people", "men", "women", "children", "police", "left", "right")
    )


def caption_rule(line: Line, before: Line | None, following: Line, story: Story) -> str | None:
    """Return the rule by which a line of the story is a caption; ``before`` and ``following`` are those beside it."""
    if shows(line):
        return "caption-of-what-is-seen"
    if shown(line, before, following, story.text, first=False):
        return "caption-by-weights"
    if gives_day(line):
        return "caption-with-day"
    if names_shown(line, story):
        return "caption-names-thing"
    return "caption-said-again" if said_again(line, story) else None


def may_be_shown(line: Line) -> bool:
    """Tell whether a line above a credit may be what its picture shows: no past form in a sentence, nobody quoted."""
    if len(line) > _AGENCY or not _SPOKEN.isdisjoint(line.text[:-1]):
        return False
    return not line.stopped or (may_show(line, first=True) and " " in line.text and "ed " not in line.text)


def front_caption_rule(line: Line, following: Line, text: str, *, standfirst: bool) -> str | None:
    """Return the rule by which a line below the signature is a caption; ``standfirst`` says that there was one."""
    if shows(line):
        return "caption-of-what-is-seen"
    if gives_day(line):
        return "caption-with-day"
    if standfirst and not line.stopped and len(line) <= _LONGEST:
        return "caption-above-story"
    return "caption-by-weights" if shown(line, None, following, text, first=True) else None
