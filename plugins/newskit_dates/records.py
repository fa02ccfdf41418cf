"""The rules of the plugin: the records of ``rules.txt``, and the readers and tests that these name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from itertools import chain

from newskit import TimeExpression
from newskit.rules import OTHER, Rule, Rules, Word
from newskit.text import Ground, Tokens, classes
from newskit_dates import (
    absolute,
    amounts,
    clocks,
    compared,
    counted,
    dayparts,
    feasts,
    lists,
    offsets,
    ranges,
    relative,
    steps,
    written,
)
from newskit_dates.guards import TESTS
from newskit_dates.holiday_names import named_days
from newskit_dates.reading import Found, Piece, Reading
from newskit_dates.vocabulary import VOCABULARY
from newskit_dates.word_lists import PACKAGE

_APPROXIMATION = 3
"""Words of the longest approximation."""


@cache
def _approximations() -> dict[str, dict[tuple[str, ...], str]]:
    """Return the words before an amount, by the first of them, with the TIMEX3 mod that they stand for."""
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for mod, phrases in classes(PACKAGE, "approximations.txt").items():
        for phrase in phrases:
            words = tuple(phrase.split())
            found.setdefault(words[0], {})[words] = mod
    return found


def _choice(phrases: Iterable[str]) -> str:
    return "|".join(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))


def _approximation() -> str:
    return _choice(" ".join(words) for words in chain.from_iterable(_approximations().values()))


def _feast() -> str:
    return _choice(map(_feast_words, named_days()))


def _feast_marks() -> str:
    """Return a word of each named day that few others have, so that "of" and "the" are no places to look for one."""
    written = [[word for word in _feast_words(words).split() if word.islower()] for words in named_days()]
    common = Counter(chain.from_iterable(written))
    return _choice({min(words, key=lambda word: (common[word], -len(word), word)) for words in written if words})


def _feast_words(words: str) -> str:
    """Return the pattern of a named day: its words, or the classes of those that have one."""
    written = [word for word in Ground(words.title().replace("'S", "'s")).tokens.words if word != "."]
    labels = [VOCABULARY.word(word).label for word in written]
    pattern = " ".join(word.lower() if label == OTHER else label for word, label in zip(written, labels, strict=True))
    return pattern.replace("st ", "st DOT? ").replace("jr ", "jr DOT ")


def make(rule: Rule, tokens: Tokens, start: int, stop: int, words: tuple[Word, ...]) -> Found:
    """Return a match with the mod of the approximation that it begins with."""
    approximations = _approximations().get(tokens.lower[start])
    mod = None
    for size in range(_APPROXIMATION, 0, -1) if approximations else ():
        mod = mod or approximations.get(tuple(tokens.lower[start : start + size])) if approximations else None
    return Found(rule, tokens, start, stop, words, mod or _rounded(words))


def _rounded(words: tuple[Word, ...]) -> str | None:
    """Return the mod of a round number: "30-odd years", "25+ years"."""
    if words[0].label == "ROUNDED":
        return words[0].value.partition(" ")[2]
    plus = len(words) > 1 and words[1].label == "PLUS" and words[0].label in {"DAY", "INTEGER"}
    return "MORE_THAN" if plus else None


def answer(expression: TimeExpression) -> str:
    """Return type, value and attributes as the records write them: ``DATE 2025-03, mod START``."""
    extras = (("mod", expression.mod), ("quant", expression.quant), ("freq", expression.freq))
    return ", ".join([f"{expression.type} {expression.value}", *(f"{name} {value}" for name, value in extras if value)])


def fixed(found: Found, _anchor: object) -> Reading:
    """Read what the record gives: a TIMEX3 type and its value."""
    type_, value = found.rule.arguments
    return Reading(type_, value)


_ROOMS = (
    absolute, amounts, clocks, compared, counted, dayparts, feasts, lists, offsets, ranges, relative, steps, written,
)  # fmt: skip
READERS: dict[str, Callable[..., Reading | list[Piece] | None]] = {
    reader.__name__: reader for reader in (fixed, *chain.from_iterable(room.READERS for room in _ROOMS))
}

RULES = Rules(
    PACKAGE,
    vocabulary=VOCABULARY,
    lists=("guard_words.txt", "names.txt", "not_years.txt"),
    macros={"approx": _approximation, "feast": _feast, "feast_mark": _feast_marks},
    readers=READERS,
    tests=TESTS,
    answer=answer,
    published="2025-02-18",
    options={"ages": True},
)
