"""Tests of the words in and beside a match, as records write them: what is kept, and what is refused.

A line holds where all its tests hold; they are joined by ``and``. The first line of a record that holds decides:
``keep`` accepts the match, ``unless`` refuses it; where none holds it is accepted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from operator import attrgetter
from typing import Any, NamedTuple

from newskit.hints import there
from newskit.rules.found import Found
from newskit.rules.record import Line, Place
from newskit.text import Tokens, lower_case

Test = Callable[[Any], bool]
"""A test of a match, which is a ``Found`` or what the plugin makes of one."""

_Where = Callable[[Found], int]
_Holds = Callable[[Tokens, int], bool]
LIST_NAME = re.compile("[A-Z_]{2,}")
_AND = re.compile(r"\s+and\s+(?![^{}]*\})")
_IN = re.compile(r"(?P<place>.+?)\s+(?P<no>not\s+)?in\s+\{(?P<words>[^{}]+)\}")
_IS = re.compile(r"(?P<place>.+?)\s+is\s+(?P<no>not\s+)?(?P<what>[a-z-]+)")
_HAS = re.compile(r"(?P<has>has|lacks)\s+(?:\{(?P<labels>[^{}]+)\}|(?P<label>[^\s={}]+)(?:=(?P<values>.+))?)")
_COUNTED = re.compile(r"(?P<within>within\s+)?(?P<count>\d+)\s+(?P<side>before|after)")
_NAMED = re.compile(r"(?P<no>not\s+)?(?P<name>\w+|one word)")

_OPENERS = frozenset([".", "...", "…", "?", "!", '"', "“", "”", ":", ";", "(", "'", "--", "``", "''"])
"""Marks after which a sentence begins."""
_QUOTES = frozenset({'"', "“", "”", "‘", "’", "'", "''", "``"})


def line_start(tokens: Tokens, at: int) -> bool:
    """Tell whether a token begins a line: more than one character of white space stands before it."""
    return 0 < at < len(tokens) and tokens.starts[at] - tokens.ends[at - 1] > 1


def sentence_start(tokens: Tokens, at: int) -> bool:
    """Tell whether a token opens a sentence or a line."""
    return not at or tokens.words[at - 1] in _OPENERS or line_start(tokens, at)


def joined(tokens: Tokens, at: int) -> bool:
    """Tell whether no white space stands between a token and the one before it."""
    return 0 < at < len(tokens) and tokens.ends[at - 1] == tokens.starts[at]


def _inner_capital(word: str) -> bool:
    """Tell whether a capital stands behind a hyphen, in a word that is not all capitals."""
    return not word.isupper() and any(piece[:1].isupper() and not piece.isupper() for piece in word.split("-")[1:])


_OF_WORD: dict[str, Callable[[str], bool]] = {
    "capital": lambda word: word[:1].isupper(),
    "titled": lambda word: word[:1].isupper() and not word.isupper(),
    "upper": str.isupper,
    "lower": str.islower,
    "figure": lambda word: word[:1].isdigit(),
    "digits": str.isdigit,
    "word": lambda word: word[:1].isalpha(),
    "letters": str.isalpha,
    "initial": lambda word: len(word) == 1,
    "hyphen-capital": _inner_capital,
}
_OF_PLACE: dict[str, Callable[[Tokens, int], bool]] = {
    "line-start": line_start,
    "sentence-start": sentence_start,
    "joined": joined,
}


def _quoted(found: Found) -> bool:
    tokens, start, stop = found.tokens, found.start, found.stop
    size = len(tokens)
    closing = stop + (stop < size and tokens.words[stop] in {",", "."})
    return start > 0 and closing < size and tokens.words[start - 1] in _QUOTES and tokens.words[closing] in _QUOTES


BUILT_IN: dict[str, Test] = {
    "one word": lambda found: len(found.words) == 1,
    "quoted": _quoted,
}
"""Tests by name that every plugin has: a match of one word; one that is all that stands between quotation marks."""


class Known(NamedTuple):
    """What the lines of a plugin may name: classes of words, lists of words, literal words of patterns, tests."""

    classes: Collection[str]
    lists: Mapping[str, frozenset[str]]
    literals: Collection[str]
    tests: Mapping[str, Test]


def compile_lines(written: tuple[Line, ...], known: Known) -> Test | None:
    """Return the test of a match that the lines of a record make, None where there are none.

    Raises ``InputError`` with file and line for what is no test and for what is not known.
    """
    if not written:
        return None
    steps = tuple((line.place.field == "keep", _all(line, known)) for line in written)

    def decide(found: Found) -> bool:
        for kept, holds in steps:
            if holds(found):
                return kept
        return True

    return decide


def _all(line: Line, known: Known) -> Test:
    tests = tuple(_test(text, line.place, known) for text in _AND.split(line.text))
    if len(tests) == 1:
        return tests[0]

    def every(found: Found) -> bool:
        for test in tests:  # noqa: SIM110 - a generator costs more than so few tests
            if not test(found):
                return False
        return True

    return every


def _test(text: str, place: Place, known: Known) -> Test:
    for pattern, make in ((_HAS, _has), (_IN, _in), (_IS, _is), (_NAMED, _named)):
        match = pattern.fullmatch(text)
        if match:
            return make(match, place, known)
    raise place.error(f"{text!r} is no test: expected PLACE in {{words}}, PLACE is KIND, has CLASS, or the name of one")


def _named(match: re.Match[str], place: Place, known: Known) -> Test:
    test = BUILT_IN.get(match["name"]) or known.tests.get(match["name"])
    if test is None:
        told = there(match["name"], sorted((*BUILT_IN, *known.tests)))
        raise place.error(f"no test is named {match['name']!r}{told}")
    return (lambda found: not test(found)) if match["no"] else test


def _has(match: re.Match[str], place: Place, known: Known) -> Test:
    labels = tuple((match["labels"] or match["label"]).split())
    yes = match["has"] == "has"
    for label in labels:
        if label not in known.classes and label not in known.literals:
            raise place.error(f"no word of a pattern has the class {label!r}")
    if match["values"]:
        values = frozenset(match["values"].strip().split("|"))
        return lambda found: (found.value(*labels) in values) is yes
    return lambda found: found.has(*labels) is yes


def _listed(written: str, place: Place, known: Known) -> _Holds:
    """Return whether a word is one of those between braces; an entry in lower case fits any case."""
    entries: set[str] = set()
    for each in written.split():
        if LIST_NAME.fullmatch(each):
            if each not in known.lists:
                raise place.error(f"no list of words is named {each!r}{there(each, sorted(known.lists))}")
            entries |= known.lists[each]
        else:
            entries.add(each)
    endings = tuple(each[1:] for each in entries if len(each) > 1 and each[0] == "-" and each[1:].isalpha())
    capital = frozenset(each for each in entries if each != each.lower())
    any_case = frozenset(map(lower_case, entries - capital))

    def listed(tokens: Tokens, at: int) -> bool:
        lower = tokens.lower[at]
        return lower in any_case or (bool(endings) and lower.endswith(endings)) or tokens.words[at] in capital

    return listed if capital or endings else lambda tokens, at: tokens.lower[at] in any_case


def _in(match: re.Match[str], place: Place, known: Known) -> Test:
    yes = not match["no"]
    if "+" not in match["place"]:
        return _at(match["place"], _listed(match["words"], place, known), place, known, yes=yes)
    first, _, second = match["place"].partition("+")
    whole = _phrases(match["words"], place, known)
    one, other = _where(first.strip(), place, known), _where(second.strip(), place, known)
    return lambda found: (f"{_lowered(found, one)} {_lowered(found, other)}" in whole) is yes


def _phrases(written: str, place: Place, known: Known) -> frozenset[str]:
    """Return the entries of the lists between braces, which may be of two words."""
    names = written.split()
    for name in names:
        if name not in known.lists:
            raise place.error(f"no list of words is named {name!r}{there(name, sorted(known.lists))}")
    return frozenset(lower_case(each) for name in names for each in known.lists[name])


def _lowered(found: Found, where: _Where) -> str:
    return found.tokens.lowered(where(found))


def _is(match: re.Match[str], place: Place, known: Known) -> Test:
    of_word, of_place = _OF_WORD.get(match["what"]), _OF_PLACE.get(match["what"])
    if of_word is None and of_place is None:
        told = there(match["what"], sorted((*_OF_WORD, *_OF_PLACE)))
        raise place.error(f"a word cannot be {match['what']!r}{told}")
    holds = of_place or (lambda tokens, at: bool(of_word and of_word(tokens.words[at])))
    return _at(match["place"], holds, place, known, yes=not match["no"])


def _at(written: str, holds: _Holds, place: Place, known: Known, *, yes: bool) -> Test:
    """Return whether something holds of the word at a place, or of any word within a reach; of no word it does not."""
    counted = _COUNTED.fullmatch(written)
    if counted and counted["within"]:
        count, ahead = int(counted["count"]), counted["side"] == "after"

        def somewhere(found: Found) -> bool:
            first = found.stop if ahead else max(0, found.start - count)
            reach = range(first, min(len(found.tokens), first + count) if ahead else found.start)
            return any(holds(found.tokens, at) for at in reach) is yes

        return somewhere
    where = _where(written, place, known)

    def there(found: Found) -> bool:
        at = where(found)
        return (0 <= at < len(found.tokens.words) and holds(found.tokens, at)) is yes

    return there


def _where(written: str, place: Place, known: Known) -> _Where:
    """Return the index of the token at a place, which may lie outside the text."""
    counted = _COUNTED.fullmatch(written)
    if counted and not counted["within"]:
        count = int(counted["count"])
        if counted["side"] == "after":
            return lambda found: found.stop + count - 1
        return lambda found: found.start - count
    if written in _PLACES:
        return _PLACES[written]
    if written in known.classes:
        return lambda found: next((found.start + i for i, each in enumerate(found.words) if each.label == written), -1)
    raise place.error(f"{written!r} is no place: there are {', '.join(_PLACES)}, '2 before', 'within 3 after', a class")


_PLACES: dict[str, _Where] = {
    "before": lambda found: found.start - 1,
    "after": attrgetter("stop"),
    "first": attrgetter("start"),
    "last": lambda found: found.stop - 1,
}
