"""The rule table: patterns over word classes, compiled once to patterns over letters."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

import regex
from attrs import frozen

from newskit.text import Ground, classes, entries
from newskit_dates.beginnings import LENGTH, beginnings
from newskit_dates.holiday_names import named_days
from newskit_dates.vocabulary import OTHER, Alphabet, Table, classify, in_classes, in_use

_PACKAGE = "newskit_dates"
_PIECE = regex.compile(r"\{\w++\}|[A-Z]{2,}|[a-z][a-z'-]*+|\s++|\?:|[^\w\s]")
_GROUP_OPENERS = frozenset("(")


@frozen
class Rule:
    """A rule: its name, the reader of its value, and its pattern over letters."""

    name: str
    reader: str
    pattern: re.Pattern[str]
    order: int


class Beginnings(dict[str, tuple[Rule, ...]]):
    """The rules that can match where a text goes on with one or two letters; compiled when first asked for."""

    LENGTH = LENGTH

    def __init__(self, rows: list[tuple[str, str, str]]) -> None:
        super().__init__()
        self._rows = [(beginnings(pattern), (name, reader, pattern)) for name, reader, pattern in rows]
        self._rules: dict[int, Rule] = {}

    def __missing__(self, letters: str) -> tuple[Rule, ...]:
        wanted = {letters, letters[:1]}
        found = (order for order, (begin, _) in enumerate(self._rows) if not wanted.isdisjoint(begin))
        return self.setdefault(letters, tuple(map(self._rule, found)))

    def _rule(self, order: int) -> Rule:
        if order not in self._rules:
            name, reader, pattern = self._rows[order][1]
            self._rules[order] = Rule(name, reader, re.compile(pattern), order)
        return self._rules[order]


@frozen
class Grammar:
    """All rules, ready to run.

    ``run`` finds stretches of words that rules know with a word among them without which no rule matches;
    ``beginning`` gives the rules that can begin with two letters.
    ``approximations`` are the words before an amount, by the first of them, with the TIMEX3 mod that they stand for.
    """

    table: Table
    run: re.Pattern[str]
    beginning: Beginnings
    approximations: dict[str, dict[tuple[str, ...], str]]
    alphabet: Alphabet

    def letter(self, label: str) -> str:
        """Return the letter of a class of words."""
        return self.alphabet.letter(label)


def _macros_and_rules() -> tuple[dict[str, str], list[tuple[str, str, str]]]:
    macros: dict[str, str] = {}
    rules: list[tuple[str, str, str]] = []
    for line in entries(_PACKAGE, "grammar.txt"):
        if line.startswith("{"):
            name, _, pattern = line.partition("=")
            macros[name.strip()] = pattern.strip()
        else:
            head, _, pattern = line.partition(" : ")
            name, reader = head.split()
            rules.append((name, reader, pattern.strip()))
    return macros, rules


def _approximations() -> dict[str, dict[tuple[str, ...], str]]:
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for mod, phrases in classes(_PACKAGE, "approximations.txt").items():
        for phrase in phrases:
            words = tuple(phrase.split())
            found.setdefault(words[0], {})[words] = mod
    return found


def _expand(pattern: str, macros: dict[str, str]) -> str:
    while "{" in pattern:
        pattern = regex.sub(r"\{\w++\}", lambda found: macros[found.group()], pattern)
    return pattern


def _feast(words: str) -> str:
    """Return the pattern of a named day: its words, or the classes of those that have one."""
    written = Ground(words.title().replace("'S", "'s")).tokens.words
    labels = (classify(token, frozenset()).label for token in written)
    return (
        " ".join(
            written_word.lower() if label == OTHER else label
            for written_word, label in zip(written, labels, strict=True)
            if written_word != "."
        )
        .replace("st ", "st DOT ")
        .replace("jr ", "jr DOT ")
    )


def _literals(patterns: list[str]) -> frozenset[str]:
    return frozenset(piece for pattern in patterns for piece in _PIECE.findall(pattern) if piece[0].islower())


def _lettered(pattern: str, alphabet: Alphabet) -> str:
    pieces = _PIECE.findall(pattern)
    return "".join(alphabet.letter(piece) if piece[0].isalpha() else piece for piece in pieces if not piece.isspace())


_WEAK = frozenset(
    {
        "DAY",
        "INTEGER",
        "DECIMAL",
        "NUMBER",
        "BIG",
        "COUPLE",
        "ORDINAL",
        "SECOND",
        "HALF",
        "FRACTION",
        "FIGURES",
        "VAGUE",
        "EVERY",
        "COMMA",
        "DOT",
        "COLON",
        "DASH",
        "APOSTROPHE",
        "POSSESSIVE",
        "ZONE",
        "FISCAL",
        "EARLY",
        "PORTION",
        "LAST",
        "NEXT",
        "PREVIOUS",
        "FOLLOWING",
        "COMING",
        "BEFORE",
        "AFTER",
        "EARLIER",
        "LATER",
    }
)
"""Classes that are never all of an expression: numbers, marks, and words that lean on others."""


def _trigger_labels(literals: frozenset[str]) -> list[str]:
    own = {word for words in named_days() for word in words.replace("'s", "").split() if word in literals}
    own |= {"while", "some", "long", "once", "twice", "times"}
    return sorted((in_use() - _WEAK) | (own & literals))


def _run(alphabet: Alphabet, literals: frozenset[str]) -> re.Pattern[str]:
    other, number = alphabet.letter(OTHER), alphabet.letter("NUMBER")
    strong = "".join(map(alphabet.letter, _trigger_labels(literals)))
    colon, figures = alphabet.letter("COLON"), "".join(map(alphabet.letter, ("DAY", "INTEGER")))
    # two numbers in words are a year, and figures after a colon a clock time: "nineteen ninety", "at 22:30"
    weak = f"(?:[^{other}{number}{colon}{strong}]|{number}(?!{number})|{colon}(?![{figures}]))*+"
    # The look-behind lets each stretch be tried once, from its first word, which keeps the search linear.
    return re.compile(f"(?<![^{other}]){weak}[{number}{colon}{strong}][^{other}]*+")


@cache
def grammar() -> Grammar:
    """Read and compile the rule table; once a process."""
    approximations = _approximations()
    macros, rows = _macros_and_rules()
    phrases = sorted(chain.from_iterable(approximations.values()), key=lambda phrase: (-len(phrase), phrase))
    macros["{approx}"] = "(?:" + "|".join(" ".join(phrase) for phrase in phrases) + ")"
    macros["{feast}"] = "(?:" + "|".join(_feast(words) for words in sorted(named_days(), key=len, reverse=True)) + ")"
    expanded = [(name, reader, _expand(pattern, macros)) for name, reader, pattern in rows]
    literals = _literals([pattern for _, _, pattern in expanded])
    twice = literals & in_classes()
    if twice:
        raise ValueError(f"rules name words that have a class: {', '.join(sorted(twice))}")
    alphabet = Alphabet()
    lettered = [(name, reader, _lettered(pattern, alphabet)) for name, reader, pattern in expanded]
    return Grammar(Table(alphabet, literals), _run(alphabet, literals), Beginnings(lettered), approximations, alphabet)
