"""Captions that no single word gives away: the summed weights of what stands in a line and round it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newskit.text import classes, closed_class, given_names, lazy_pattern, rows
from newskit_structure.line import ACT_REACH, ENDED, PACKAGE, SPEECH_MARKS, Line, goes_on, numbered, titled, unowned

_LENGTH = range(12, 320)
"""How many characters a caption has that weights tell."""
_STEPS = (30, 60, 90, 130, 180, 240)
_NEAR = 3000
"""A name that is said again is within this many characters."""
_LEAST = -50
"""A caption has more than this in summed weights."""
_NAMES = 150
"""What names and words said again add at most to the weights of a line."""
_AROUND = ",.;:()'’\"“”‘[]!?"
_STEM, _FEW = 5, 3
"""Words are told by so many first letters; fewer of them tell nothing."""
_END = 3
"""A stop within this many last characters parts no sentences."""
_BULLETS = "•·*–—-"
_QUOTES = SPEECH_MARKS | frozenset("‘")
_MARKS = frozenset(":;–—?!|$£€%")
_PRICED = frozenset("$£€")
"""Marks of what is offered for sale, with its price, and of no picture."""
_PRIVATE = _PRICED | {"—"}
"""Marks that a sentence below a picture does not have."""
_name_runs = lazy_pattern(
    r"(?<![\w.]|^)\p{Lu}[\p{L}-]++(?: \p{Lu}[\p{L}-]++)*+|^\p{Lu}[\p{L}-]++(?: \p{Lu}[\p{L}-]++)++"
)
_acting = lazy_pattern(r"(?:\p{Lu}[\p{L}'’-]++|\b(?:people|men|women|children|\p{Ll}++(?<=s))) (\p{Ll}{2,}+(?<=s))\b")
_ing = lazy_pattern(r"\w \p{Ll}{2,}+(?<=ing)\b")
_ed = lazy_pattern(r"\b\p{Ll}{2,}+(?<=ed)\b")
_dated = lazy_pattern(
    r"\b(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*+\.?+(?: \d{1,2}+,?+)?+(?: \d{4})?+"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:19|20)\d\d)\.?+$"
)
_year = lazy_pattern(r"\b(?:19|20)\d\d\b")
_breaks = lazy_pattern(rf"{ENDED}[.!?][\"”’)]?+\ (?!\d)")


def shown(line: Line, before: Line | None, following: Line, text: str, *, first: bool) -> bool:
    """Tell whether the weights of a line without a credit make it a caption.

    ``before`` and ``following`` are the lines of the story beside it, ``text`` is the article's, ``first`` says that no
    line of the story stands above.
    """
    if len(line) not in _LENGTH or line.text[0].islower() or line.text[0] in _BULLETS or numbered(line.text):
        return False
    if not (may_show(line, first=first) if line.stopped else _PRICED.isdisjoint(line.text)):
        return False
    table, at = weights(), 0 if line.stopped else 1
    near = sum(table[each][at] for each in _written(line, before, following, first=first) if each in table)
    if line.stopped and near + _NAMES <= _LEAST:  # as most lines, without a look at the article
        return False
    return near + sum(table[each][at] for each in _names(line, text) if each in table) > _LEAST


def may_show(line: Line, *, first: bool) -> bool:
    """Tell at one look whether a sentence may be one below a picture."""
    words = line.lower.split()
    return (
        unowned(words[0]) not in _small()
        and _told().isdisjoint(words)
        and _PRIVATE.isdisjoint(line.text)
        and not (first and not classes(PACKAGE, "picture_words.txt")["past"].isdisjoint(words))
    )


@cache
def _told() -> frozenset[str]:
    """Return words that tell what happened or will, not what is seen."""
    listed = classes(PACKAGE, "picture_words.txt")
    return listed["was"] | listed["will"] | (listed["reports"] - {"says"})


@cache
def _small() -> frozenset[str]:
    """Return the words that take up what was said before."""
    told = classes(PACKAGE, "credits.txt")["told"] | classes(PACKAGE, "picture_words.txt")["joins"]
    return told | closed_class("personal_pronoun") | closed_class("possessive")


@cache
def weights() -> dict[str, tuple[int, int]]:
    """Return the weights of each feature, with a stop and without one; written by the training script."""
    return dict(rows(PACKAGE, "caption_weights.txt", "two weights, a tab and a feature", _weight))


def _weight(row: str) -> tuple[str, tuple[int, int]]:
    numbers, feature = row.split("\t")
    stopped, open_ = map(int, numbers.split())
    return feature, (stopped, open_)


def features(line: Line, before: Line | None, following: Line, text: str, *, first: bool) -> Iterator[str]:
    """Yield what tells captions from text; the parameters are those of ``shown``."""
    yield from _written(line, before, following, first=first)
    yield from _names(line, text)


def _written(line: Line, before: Line | None, following: Line, *, first: bool) -> Iterator[str]:
    words = [word.strip(_AROUND) for word in line.lower.split()]
    yield "any line"
    yield next((f"up to {step} characters" for step in _STEPS if len(line) <= step), "longer")
    yield _opening(words, line.text.split())
    yield from _verbs(line, words)
    yield from _marks(line)
    yield from _beside(line, before, following)
    if first:
        yield "first of the story"


def _opening(words: list[str], written: list[str]) -> str:
    first, second = words[0], (*words, "", "")[1]
    if first in closed_class("article"):
        kind = "the" if first == "the" else "a"
    elif first in _small():
        kind = "a small word"
    elif first.endswith("ing"):
        kind = "-ing"
    elif first[:1].isdigit():
        kind = "a number"
    elif second and written[1][0].isupper():
        kind = "two capitals"
    else:
        kind = "a word and an act" if second in classes(PACKAGE, "credits.txt")["acts"] else "a word"
    return f"opens with {kind}"


def _verbs(line: Line, words: list[str]) -> Iterator[str]:
    listed, told = classes(PACKAGE, "picture_words.txt"), False
    for label in ("was", "is", "will", "past", "reports", "joins", "points"):
        if not listed[label].isdisjoint(words):
            told = told or label in ("was", "is", "will")
            yield f"has {label}"
    acts = not classes(PACKAGE, "credits.txt")["acts"].isdisjoint(words[1:ACT_REACH])
    if acts:
        yield "act"
    acting = _acting.search(line.text)
    if acting and acting[1] not in listed["no_verb"]:
        yield "verb in -s behind a name"
    if _ing.search(line.text):
        yield "verb in -ing"
    if _ed.search(line.text):
        yield "verb in -ed"
    elif not (acts or told):
        yield "no verb known"
    if not closed_class("personal_pronoun").isdisjoint(words):
        yield "personal pronoun"
    if not closed_class("possessive").isdisjoint(words):
        yield "possessive"


def _names(line: Line, text: str) -> Iterator[str]:
    low, high = max(0, line.start - _NEAR), line.end + _NEAR
    names, given = _name_runs.findall(line.text), given_names()
    persons = [name for name in names if " " in name and name.partition(" ")[0].lower() in given]
    if persons:
        first = persons[0]
        yield "person"
        if line.text.startswith(first):
            yield "person first"
        if text.find(first, low, line.start) >= 0:
            yield "person said above"
            if line.text.startswith(first):
                yield "person first said above"
        if text.find(first, line.end, high) >= 0:
            yield "person said below"
        elif text.find(first.rpartition(" ")[2], line.end, high) >= 0:
            yield "surname said below"
    elif any(" " in name for name in names):
        yield "long name"
    if names:
        new = sum(text.find(name, low, line.start) < 0 and text.find(name, line.end, high) < 0 for name in names)
        yield "no new name" if not new else "new names alone" if new == len(names) else "a new name"
    else:
        yield "no name"
    said = {word.strip(_AROUND)[:_STEM] for word in line.text.split() if word[0].islower() and len(word) > _STEM}
    if len(said) >= _FEW:
        again = sum(text.find(word, low, line.start) >= 0 or text.find(word, line.end, high) >= 0 for word in said)
        yield f"{4 * again // len(said)} quarters of the words said near"


def _marks(line: Line) -> Iterator[str]:
    if line.text[line.text.rfind(" ") + 1].isupper():
        yield "ends in a name"
    if _dated.search(line.text):
        yield "ends in a date"
    if _year.search(line.text):
        yield "a year"
    if not _QUOTES.isdisjoint(line.text):
        yield "quotation marks"
    yield from (f"has {mark}" for mark in sorted(_MARKS.intersection(line.text)))
    if " - " in line.text:
        yield "has a dash"
    if line.text.count(",") > 1:
        yield "two commas"
    yield from _shape(line)


def _shape(line: Line) -> Iterator[str]:
    breaks = len(_breaks.findall(line.text, 0, len(line) - _END))
    if breaks:
        yield "two sentences" if breaks == 1 else "more sentences"
    if line.text.isupper():
        yield "capitals throughout"
    elif titled(line):
        yield "capitals of a title"
    if goes_on(line):
        yield "goes on"


def _beside(line: Line, before: Line | None, following: Line) -> Iterator[str]:
    if before is not None:
        if not before.stopped:
            yield "above no stop"
        if 2 * len(line) < len(before):
            yield "half of what is above"
    if not following.stopped:
        yield "below no stop"
    if 2 * len(line) < len(following):
        yield "half of what is below"
    start = following.lower.split(None, 1)[0].strip("\"“”‘’',.")
    if start in closed_class("personal_pronoun") or start in classes(PACKAGE, "picture_words.txt")["joins"]:
        yield "joined below"
