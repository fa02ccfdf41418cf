"""What a noun phrase is without the time it begins or ends with, or what stands in front of a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newskit.text import FIGURE, closed_class, word_bit
from newskit_quotes.chunks import NAMING
from newskit_quotes.columns import Columns
from newskit_quotes.lexicon import DAYS, POSSESSIVE, word_class, word_set
from newskit_quotes.records import Range

_ASIDES, _RELATIVE_TIMES = map(word_class, ("aside", "relative_time"))
_ARTICLES = closed_class("article") | {"there"}
_TIMES = word_set("times")
_TIMED, _RELATIVE_TIME = word_bit(_TIMES | DAYS) | FIGURE, word_bit(_RELATIVE_TIMES)
"""What a phrase that says when ends or begins with, a figure among them."""
_ADVERBIAL, _YEAR = len(["last", "week"]), len("2015")


def untimed(columns: Columns, bases: Iterable[Range]) -> Iterator[Range]:
    """Yield phrases without the time they begin or end with; one that is nothing but a time is no source.

    "Last week Lopez" and "Lopez Monday" are Lopez, "the following week" and "2015" nobody.
    """
    lower, bits, days, times, documents = columns.lower, columns.bits, DAYS, _TIMES, word_set("documents")
    for begin, end in bases:
        start = _behind_front(columns, begin, end) if columns.tag(begin - 1) == "ADP" and end - begin > 1 else begin
        if end - start == 1 and (lower[start] in _ASIDES or _is_no_phrase(columns, start)):
            continue
        if start > 1 and lower[start - 1] == "of" and lower[start - 2] in times:  # "on the eve of | the vote |"
            continue
        first, last = start, end
        minuted = lower[last - 1] in documents and last - first > 1 and columns.tags[last - 2] in NAMING
        named = columns.people[last - 1] and not bits[first] & _RELATIVE_TIME  # "Ann Day"
        if minuted or named or not (bits[last - 1] & _TIMED or bits[first] & _RELATIVE_TIME):  # as nearly all
            yield first, last
            continue
        final = lower[last - 1]
        if final not in times and final not in days and lower[first] not in _RELATIVE_TIMES and not final.isdecimal():
            yield first, last
            continue
        fronted = _is_adverbial(columns, first) or (lower[first] in _RELATIVE_TIMES and lower[first + 1] in DAYS)
        if last - first > _ADVERBIAL and fronted and lower[first + _ADVERBIAL] not in POSSESSIVE:
            first += _ADVERBIAL
        elif last - first > _ADVERBIAL and _is_adverbial(columns, last - _ADVERBIAL):
            last -= _ADVERBIAL
        elif (
            last - first > 1 and columns.words[last - 1] in word_set("spoken_days") and columns.tags[last - 2] in NAMING
        ):
            last -= 1
        final = lower[last - 1]
        if final not in times and final not in days and not (len(final) == _YEAR and final.isdecimal()):
            yield first, last


def _behind_front(columns: Columns, start: int, end: int) -> int:
    """Return where a name begins behind the end of what stands in front: "On Monday | Lopez", "In a speech | Lopez".

    A noun before it is no end where it may tell who that is: "the singer Lopez".
    """
    first = columns.bounds[start][0]
    if columns.tags[first] != "ADP" or columns.lower[first] == "according" or columns.count_verbs(first, start):
        return start
    begin = start
    while begin < end - 1 and (columns.lower[begin] in DAYS or columns.words[begin].isdecimal()):
        begin += 1
    if begin > start:
        return begin if columns.tags[begin] in NAMING and columns.lower[begin] not in _TIMES else start
    for at in range(start + 1, end):
        noun = columns.lower[at - 1]
        if columns.people[at] and columns.tags[at - 1] == "NOUN" and columns.words[at - 1].islower():
            tells = any(noun in word_set(name) for name in ("persons", "strangers")) or at - 1 in columns.offices
            return start if tells else at
    return start


def _is_no_phrase(columns: Columns, index: int) -> bool:
    """Tell whether a word alone is no noun phrase: an article, or what begins "| Responding | to the mayor, …"."""
    word = columns.lower[index]
    fronted = word.endswith("ing") and columns.lowered(index + 1) in ("to", "on", "about", "after")
    if columns.people[index]:  # "said | An |"
        return False
    return word in _ARTICLES or (fronted and columns.bounds[index][0] == index)


def _is_adverbial(columns: Columns, index: int) -> bool:
    """Tell whether two tokens say when: "last week"; names such as "This Morning" are written in capitals."""
    return columns.lower[index] in _RELATIVE_TIMES and columns.words[index + 1] in _TIMES
