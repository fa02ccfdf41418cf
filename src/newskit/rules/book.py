"""From files to rules that run: every name that a record uses is looked up, every pattern turned into letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Any

from attrs import frozen

from newskit.rules.conditions import Known, Test, compile_lines
from newskit.rules.patterns import Alphabet, Compiler, Pattern, is_class, is_word, pieces
from newskit.rules.reading import Source, lines, read_source
from newskit.rules.record import Line, Place, Rule
from newskit.rules.vocabulary import OTHER, Vocabulary, Word
from newskit.text import Kept

Pieces = list[str]
_LIST_NAME = re.compile("[A-Z_]{2,}")


@frozen(eq=False)
class Ready:
    """A record ready to run: its pattern over letters, its tests, and the function that reads its value."""

    rule: Rule
    pattern: re.Pattern[str]
    holds: Test | None
    read: Callable[..., Any] | None


class Beginnings(dict[str, tuple[Ready, ...]]):
    """The rules that can match where a text goes on with one or two letters; compiled when first asked for."""

    def __init__(self, rows: list[tuple[Pattern, Rule, Test | None, Callable[..., Any] | None]]) -> None:
        super().__init__()
        self._rows = rows
        self._ready: dict[int, Ready] = {}

    def __missing__(self, letters: str) -> tuple[Ready, ...]:
        wanted = {letters, letters[:1]}
        found = (at for at, row in enumerate(self._rows) if not wanted.isdisjoint(row[0].begins))
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


@frozen(eq=False)
class Book:
    """What the files of a plugin say, checked and ready to run.

    ``run`` finds the runs of words that rules know with a word among them without which no rule matches.
    """

    rules: tuple[Rule, ...]
    alphabet: Alphabet
    run: re.Pattern[str]
    beginning: Beginnings
    words: Mapping[str, Word]
    letters: Mapping[str, str]
    lists: Mapping[str, frozenset[str]]


@frozen(eq=False)
class Names:
    """What the records of a plugin may name besides their own macros."""

    vocabulary: Vocabulary | None
    lists: Mapping[str, frozenset[str]]
    macros: Mapping[str, Callable[[], str]]
    readers: Mapping[str, Callable[..., Any]]
    tests: Mapping[str, Test]
    functions: Iterable[str]


def read_lists(package: str, names: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the lists of words by name: of entries ``NAME WORD``, or of words alone, called by the file's name."""
    found: dict[str, set[str]] = {}
    for name in names:
        own = name.removesuffix(".txt").upper()
        for line in lines(package, name):
            label, _, word = line.text.partition(" ")
            if word and _LIST_NAME.fullmatch(label):
                found.setdefault(label, set()).add(word.strip())
            else:
                found.setdefault(own, set()).add(line.text)
    return {label: frozenset(group) for label, group in found.items()}


def assemble(package: str, name: str, names: Names) -> Book:
    """Read a file of rules and check what it names; raises ``InputError`` with file, line and field."""
    source = read_source(package, name)
    classes = names.vocabulary.classes if names.vocabulary else frozenset[str]()
    for label in sorted(classes & names.lists.keys()):
        raise Place(source.path, None).error(f"{label!r} is a class of words and a list of words")
    made = {f"{{{macro}}}": Line(make(), Place(source.path, None, macro)) for macro, make in names.macros.items()}
    macros = {macro: pieces(line) for macro, line in {**made, **source.macros}.items()}
    written = {rule.name: [pieces(line) for line in rule.when] for rule in source.rules}
    _check_pieces(source, made, macros, written, names.vocabulary)
    literals = frozenset(filter(is_word, chain(*macros.values(), *chain(*written.values()))))
    alphabet = Alphabet()
    compiler = Compiler(alphabet, macros)
    known = Known(classes, names.lists, literals, names.tests)
    rows = []
    for rule in source.rules:
        holds, read = compile_lines(rule.tests, known), _reader(rule, names)
        if rule.when:
            rows.append((compiler.compile(_alternatives(written[rule.name])), rule, holds, read))
    words = _words(names.vocabulary, literals)
    letters = Kept(lambda word: alphabet.letter(words[word].label))
    run = _run(source, alphabet, classes, macros, literals)
    return Book(tuple(source.rules), alphabet, run, Beginnings(rows), words, letters, names.lists)


def _words(vocabulary: Vocabulary | None, literals: frozenset[str]) -> Kept[Word]:
    def word(written: str) -> Word:
        lower = written.lower()
        if lower in literals:
            return Word(lower)
        return vocabulary.word(written) if vocabulary else Word(OTHER)

    return Kept(word)


def _alternatives(written: list[Pieces]) -> Pieces:
    """Return the pieces of several patterns as one of alternatives."""
    return [piece for each in written for piece in ("|", *each)][1:]


def _reader(rule: Rule, names: Names) -> Callable[..., Any] | None:
    if rule.function and rule.function.text not in set(names.functions):
        there = ", ".join(sorted(names.functions)) or "none"
        raise rule.function.place.error(
            f"rule {rule.name!r}: no function is named {rule.function.text!r}; there are {there}"
        )
    if rule.value is None:
        return None
    read = names.readers.get(rule.reader)
    if read is None:
        there = ", ".join(sorted(names.readers)) or "none"
        raise rule.value.place.error(f"rule {rule.name!r}: no reader is named {rule.reader!r}; there are {there}")
    return read


def _check_pieces(
    source: Source,
    made: Mapping[str, Line],
    macros: Mapping[str, Pieces],
    written: Mapping[str, list[Pieces]],
    vocabulary: Vocabulary | None,
) -> None:
    for macro, line in {**made, **source.macros}.items():
        _check_line(macros[macro], line.place, macros, vocabulary)
    for rule in source.rules:
        for line, found in zip(rule.when, written[rule.name], strict=True):
            _check_line(found, line.place, macros, vocabulary)
    for macro, line in source.macros.items():
        if macro in _within(macro, macros, set()):
            raise line.place.error(f"the macro {macro} stands for itself")


def _within(macro: str, macros: Mapping[str, Pieces], seen: set[str]) -> set[str]:
    for piece in macros[macro]:
        if piece[0] == "{" and piece not in seen:
            seen.add(piece)
            _within(piece, macros, seen)
    return seen


def _check_line(found: Pieces, place: Place, macros: Mapping[str, Pieces], vocabulary: Vocabulary | None) -> None:
    classes = vocabulary.classes if vocabulary else frozenset[str]()
    taken = vocabulary.in_any_case if vocabulary else frozenset[str]()
    for piece in found:
        if piece[0] == "{" and piece not in macros:
            raise place.error(f"no macro is named {piece}; there are {', '.join(sorted(macros)) or 'none'}")
        if is_class(piece) and piece not in classes:
            raise place.error(f"no class of words is named {piece!r}")
        if is_word(piece) and piece in taken:
            label = vocabulary.word(piece).label if vocabulary else ""
            raise place.error(f"the pattern names the word {piece!r}, which has the class {label}: name the class")


def _setting(source: Source, key: str) -> list[tuple[Place, Pieces]]:
    return [(line.place, line.text.split()) for line in source.settings.get(key, ())]


def _run(
    source: Source,
    alphabet: Alphabet,
    classes: frozenset[str],
    macros: Mapping[str, Pieces],
    literals: frozenset[str],
) -> re.Pattern[str]:
    """Return the pattern of the runs of known words: ``weak`` classes are never all of a match.

    Two weak ones ``together`` may be, and the literal words that are ``strong``.
    """
    weak: set[str] = set()
    strong: set[str] = set()
    pairs: dict[str, set[str]] = {}
    for place, labels in _setting(source, "weak"):
        _check_known(labels, place, classes)
        weak.update(labels)
    for place, labels in _setting(source, "strong"):
        own = set(chain.from_iterable(macros.get(label, [label]) for label in labels))
        strong.update(filter(is_word, own))
        _check_known(strong, place, literals)
    for place, labels in _setting(source, "together"):
        _check_known(labels, place, classes)
        pairs.setdefault(labels[0], set()).update(labels[1:])
    telling = (classes - weak) | strong if weak or not classes else classes | literals
    other, letter = alphabet.letter(OTHER), alphabet.letter
    needed = "".join(map(letter, sorted(telling)))
    firsts = "".join(map(letter, sorted(pairs)))
    alone = "".join(
        f"|{letter(first)}(?![{''.join(map(letter, sorted(seconds)))}])" for first, seconds in sorted(pairs.items())
    )
    # The look-behind lets each run be tried once, from its first word, which keeps the search linear.
    leaning = f"(?>(?:[^{other}{firsts}{needed}]{alone})*)"
    return re.compile(f"(?<![^{other}]){leaning}[{firsts}{needed}][^{other}]*")


def _check_known(labels: Iterable[str], place: Place, known: frozenset[str]) -> None:
    for label in sorted(labels):
        if label not in known:
            raise place.error(f"no pattern knows {label!r}")
