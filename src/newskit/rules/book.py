"""From files to rules in use: every name that a record uses is looked up, every pattern turned into letters."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain, repeat
from typing import Any, NamedTuple

from newskit.hints import there
from newskit.rules.conditions import LIST_NAME, Known, Test, compile_lines
from newskit.rules.gate import Gate, Listed, gate_of
from newskit.rules.patterns import LENGTH, Alphabet, Compiler, Pattern, check_patterns, is_class, is_word, pieces
from newskit.rules.reading import declared, read_source
from newskit.rules.record import Line, Place, Rule
from newskit.rules.vocabulary import NO_CLASS, Vocabulary, Word
from newskit.text import Kept, lower_case

Pieces = list[str]
_MATCHED = 1 << 12
"""Words of matches whose classes are kept in memory."""


class Ready(NamedTuple):
    """A record ready to use: its pattern over letters, its tests, and the function that reads its value."""

    rule: Rule
    pattern: re.Pattern[str]
    holds: Test | None
    read: Callable[..., Any] | None


class Beginnings(dict[str, tuple[Ready, ...]]):
    """The rules that can match where a text goes on with one or two letters; compiled when first asked for."""

    def __init__(self, rows: list[tuple[Pattern, Rule, Test | None, Callable[..., Any] | None]]) -> None:
        super().__init__()
        self._rows = rows
        self._first: dict[str, list[int]] = {}
        self._ready: dict[int, Ready] = {}

    def __missing__(self, letters: str) -> tuple[Ready, ...]:
        first = letters[:1]
        if first not in self._first:
            self._first[first] = [at for at, row in enumerate(self._rows) if first in row[0].begins.firsts]
        begins = ((at, self._rows[at][0].begins) for at in self._first[first])
        found = (at for at, each in begins if letters in each.two or first in each.one)
        return self.setdefault(letters, tuple(map(self.ready, found)))

    def ready(self, at: int) -> Ready:
        """Return one rule with its pattern compiled."""
        if at not in self._ready:
            pattern, rule, holds, read = self._rows[at]
            self._ready[at] = Ready(rule, re.compile(pattern.text), holds, read)
        return self._ready[at]

    def compile_all(self) -> None:
        """Compile every pattern; raises ``InputError`` for one that does not compile."""
        for at, row in enumerate(self._rows):
            try:
                self.ready(at)
            except re.error as exc:
                raise row[1].place.error(f"rule {row[1].name!r}: the pattern does not compile: {exc}") from exc


Match = tuple[int, Ready]
"""How many letters a rule matches, and the rule."""
Beginning = tuple[int, tuple[Match, ...]]
"""A place in a sequence of letters, and what matches there; () where that is not known yet."""
_SHORT = 40
_SEQUENCES = 1 << 12
"""Letters of the sequences whose matches are kept, and how many of these."""


class Matches:
    """What matches where in sequences of letters: the longest first, of equals the first of the file."""

    def __init__(self, beginning: Beginnings) -> None:
        self._beginning = beginning
        self._known: Kept[tuple[Beginning, ...]] = Kept(self._all, _SEQUENCES)

    def _all(self, sequence: str) -> tuple[Beginning, ...]:
        found = ((place, self.at(sequence, place)) for place in range(len(sequence)))
        return tuple(each for each in found if each[1])

    def within(self, letters: str, sequences: Iterable[tuple[int, int]]) -> Iterator[Beginning]:
        """Yield the places in sequences of letters at which a rule matches; of long sequences all places."""
        for start, stop in sequences:
            if stop - start > _SHORT:
                yield from zip(range(start, stop), repeat(()))
                continue
            for place, found in self._known[letters[start:stop]]:
                yield start + place, found

    def at(self, letters: str, at: int) -> tuple[Match, ...]:
        """Return the matches that begin at a letter."""
        rules = self._beginning[letters[at : at + LENGTH]]
        found = [(match.end() - at, each) for each in rules if (match := each.pattern.match(letters, at))]
        return tuple(sorted(found, key=_longest_first))


def _longest_first(match: Match) -> tuple[int, int]:
    length, ready = match
    return -length, ready.rule.order


class Book(NamedTuple):
    """What the files of a plugin say, checked and ready to use.

    ``gate`` finds the sequences of known words in which a rule may match, ``matches`` what does. ``listed`` gives the
    letters of these alone; it is None where the lower case of a word does not tell its class.
    """

    rules: tuple[Rule, ...]
    alphabet: Alphabet
    gate: Gate
    beginning: Beginnings
    matches: Matches
    words: Mapping[str, Word]
    letters: Mapping[str, str]
    listed: Listed | None


class Names(NamedTuple):
    """What the records of a plugin may name besides their own macros."""

    vocabulary: Vocabulary | None
    lists: Mapping[str, frozenset[str]]
    macros: Mapping[str, Callable[[], str]]
    readers: Mapping[str, Callable[..., Any]]
    tests: Mapping[str, Test]
    parts: Collection[str]
    functions: Collection[str]
    classes: Collection[str]


def read_lists(package: str, names: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the lists of words by name: of entries ``NAME WORD``, or of words alone, called by the file's name.

    Where a file declares lists (``NAME: what it is``), it has no others: ``InputError`` with file and line.
    """
    found: dict[str, set[str]] = {}
    for name in names:
        own = name.removesuffix(".txt").upper()
        known, entries = declared(package, name)
        for number, line in entries:
            label, _, word = line.partition(" ")
            if known and (label not in known or not word):
                place = Place(f"{package}/{name}", number)
                raise place.error(f"no list of words is named {label!r}{there(label, sorted(known))}")
            if word and label.isupper() and LIST_NAME.fullmatch(label):
                found.setdefault(label, set()).add(word.strip())
            else:
                found.setdefault(own, set()).add(line)
    return {label: frozenset(group) for label, group in found.items()}


def assemble(package: str, name: str, names: Names) -> Book:
    """Read a file of rules and check what it names; raises ``InputError`` with file, line and field."""
    source = read_source(package, name)
    classes = frozenset(names.classes) | (names.vocabulary.classes if names.vocabulary else frozenset())
    for label in sorted(classes & names.lists.keys()):
        raise Place(source.path, None).error(f"{label!r} is a class of words and a list of words")
    made = {f"{{{macro}}}": Line(make(), Place(source.path, None, macro)) for macro, make in names.macros.items()}
    lines = {**made, **source.macros}
    macros = {macro: pieces(line) for macro, line in lines.items()}
    written = {rule.name: [pieces(line) for line in rule.when] for rule in source.rules}
    patterns = [(line, macros[macro]) for macro, line in lines.items()]
    for rule in source.rules:
        patterns += zip(rule.when, written[rule.name], strict=True)
    check_patterns(patterns, macros, classes, names.vocabulary)
    named = frozenset(chain(*macros.values(), *chain(*written.values())))
    literals = frozenset(filter(is_word, named))
    if names.vocabulary:
        names.vocabulary._check(frozenset(filter(is_class, named)))  # noqa: SLF001 - of the same room, for nobody else
    alphabet = Alphabet()
    compiler = Compiler(alphabet, macros)
    known = Known(classes, names.lists, literals, names.tests)
    rows = []
    for rule in source.rules:
        _check_function(package, rule, names)
        holds, read = compile_lines(rule.tests, known), _reader(rule, names)
        if rule.when:
            rows.append((compiler.compile(_alternatives(written[rule.name])), rule, holds, read))
    classified = _classified(names.vocabulary, literals)
    letters = Kept(lambda word: alphabet.letter(classified(word).label))
    gate = gate_of(source.settings, alphabet, classes, macros, literals)
    listed = _listed(names.vocabulary, literals, gate, alphabet)
    beginning, words = Beginnings(rows), Kept(classified, _MATCHED)
    return Book(tuple(source.rules), alphabet, gate, beginning, Matches(beginning), words, letters, listed)


def _listed(vocabulary: Vocabulary | None, literals: frozenset[str], gate: Gate, alphabet: Alphabet) -> Listed | None:
    words = vocabulary.whole if vocabulary else {}
    if words is None:
        return None
    known = {word: alphabet.letter(found.label) for word, found in words.items()}
    known.update((word, alphabet.letter(word)) for word in sorted(literals))
    return Listed(known, frozenset(word for word, letter in known.items() if letter in gate.letters), gate.other)


def _classified(vocabulary: Vocabulary | None, literals: frozenset[str]) -> Callable[[str], Word]:
    def word(written: str) -> Word:
        lower = lower_case(written)
        if lower in literals:
            return Word(lower)
        return vocabulary._classified(written) if vocabulary else NO_CLASS  # noqa: SLF001 - as above

    return word


def _alternatives(written: list[Pieces]) -> Pieces:
    """Return the pieces of several patterns as one of alternatives."""
    return [piece for each in written for piece in ("|", *each)][1:]


def _check_function(package: str, rule: Rule, names: Names) -> None:
    """Raise ``InputError`` where the function of a record is none of the plugin's, nor in its modules."""
    if rule.function is None or rule.function.text in names.functions:
        return
    module, *path = rule.function.text.split(".")
    there_is: object = sys.modules.get(f"{package}.{module}")
    for name in path:
        there_is = getattr(there_is, name, None)
    if not callable(there_is):
        none = "there are those of the modules in use, as module.function"
        told = there(rule.function.text, sorted(names.functions), none=none)
        raise rule.function.place.error(f"rule {rule.name!r}: no function is named {rule.function.text!r}{told}")


def _reader(rule: Rule, names: Names) -> Callable[..., Any] | None:
    if rule.value is None:
        return None
    read = names.readers.get(rule.reader)
    if read is None and rule.reader not in names.parts:
        told = there(rule.reader, sorted({*names.readers, *names.parts} - {""}))
        raise rule.value.place.error(f"rule {rule.name!r}: no reader is named {rule.reader!r}{told}")
    return read
