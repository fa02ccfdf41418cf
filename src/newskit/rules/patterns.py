"""Patterns over word classes, turned into patterns over letters: each class of words is one letter."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from newskit.hints import there
from newskit.rules.record import Line
from newskit.rules.vocabulary import Vocabulary

LENGTH = 2
"""Letters of a beginning; a whole match that is shorter is a beginning of its own."""

_FIRST_LETTER = 0x80
"""None is a sign to ``re``, and most take a byte in a text and are cheap in its sets."""
_PIECE = re.compile(r"\{\w+\}|[A-Z][A-Z0-9_]+|[^\W\dA-Z_][\w'’-]*|\(\?:|\S")
_SIGNS = frozenset(["(?:", ")", "|", "?", "+", "*"])


class Alphabet:
    """One letter for each class of words."""

    def __init__(self) -> None:
        self._letters: dict[str, str] = {}

    def letter(self, label: str) -> str:
        """Return the letter of a class."""
        known = self._letters.get(label)
        return known or self._letters.setdefault(label, chr(_FIRST_LETTER + len(self._letters)))


class Begins(NamedTuple):
    """How the matches of a pattern begin: the first two letters of those that have two, and the others whole.

    ``firsts`` are the first letters of all of them.
    """

    two: frozenset[str]
    one: frozenset[str]
    none: bool
    firsts: frozenset[str]

    @classmethod
    def any_of(cls, several: list[Begins]) -> Begins:
        """Return the beginnings of what matches one of several."""
        if len(several) == 1:
            return several[0]
        two, one, none, firsts = zip(*several, strict=True)
        return cls(_NO_LETTERS.union(*two), _NO_LETTERS.union(*one), any(none), _NO_LETTERS.union(*firsts))

    def or_none(self) -> Begins:
        """Return the beginnings of what matches this or nothing."""
        return Begins(self.two, self.one, none=True, firsts=self.firsts)

    def then(self, other: Begins) -> Begins:
        """Return the beginnings of what matches the one and, behind it, the other."""
        two, one, firsts = self.two, self.one, self.firsts
        if one and other.firsts:
            two = two.union([letter + behind for letter in one for behind in other.firsts])
        if not other.none:
            one = _NO_LETTERS
        if self.none:
            two, one, firsts = two | other.two, one | other.one, firsts | other.firsts
        return Begins(two, one, self.none and other.none, firsts)


_NO_LETTERS = frozenset[str]()
_NO_WORD = Begins(_NO_LETTERS, _NO_LETTERS, none=True, firsts=_NO_LETTERS)


class Pattern(NamedTuple):
    """A pattern over letters as text for ``re``, and how its matches begin."""

    text: str
    begins: Begins

    def grouped(self) -> Pattern:
        """Return the same as one item, to which a sign behind it applies."""
        return self if len(self.text) == 1 else Pattern(f"(?:{self.text})", self.begins)


_EMPTY = Pattern("", _NO_WORD)


def pieces(line: Line) -> list[str]:
    """Return the words, classes, macros and signs of a pattern; raises ``InputError`` where it does not compile."""
    found = _PIECE.findall(line.text)
    depth, item = 0, False
    for piece in found:
        if len(piece) > 1 and piece != "(?:":
            item = True
        elif piece in {"?", "+", "*"}:
            if not item:
                raise line.place.error(f"nothing stands before {piece!r} in the pattern {line.text!r}")
            item = False
        elif piece in _SIGNS:
            depth += (piece == "(?:") - (piece == ")")
            if depth < 0:
                break
            item = piece == ")"
        elif piece.isalpha():
            item = True
        else:
            raise line.place.error(f"the pattern has {piece!r}, which is no word, class, macro or sign")
    if depth:
        raise line.place.error(f"the brackets of the pattern do not match: {line.text!r}")
    return found


def is_class(piece: str) -> bool:
    """Tell whether a piece of a pattern names a class of words: capitals."""
    return piece[0].isupper()


def is_word(piece: str) -> bool:
    """Tell whether a piece of a pattern is a word itself: lower case."""
    return piece[0].isalpha() and not piece[0].isupper()


def check_patterns(
    written: Iterable[tuple[Line, list[str]]],
    macros: Mapping[str, list[str]],
    classes: Collection[str],
    vocabulary: Vocabulary | None,
) -> None:
    """Look up what patterns name; raises ``InputError`` with file and line for what is not known.

    A word that has a class is refused too, since the pattern has to name the class.
    """
    taken = vocabulary.in_any_case if vocabulary else frozenset[str]()
    known: set[str] = set()
    for line, found in written:
        for piece in () if known.issuperset(found) else found:
            if piece[0] == "{" and piece not in macros:
                raise line.place.error(f"no macro is named {piece}{there(piece, sorted(macros))}")
            if is_class(piece) and piece not in classes:
                raise line.place.error(f"no class of words is named {piece!r}{there(piece, sorted(classes))}")
            if vocabulary and is_word(piece) and piece in taken:
                label = vocabulary.word(piece).label
                raise line.place.error(f"the pattern names the word {piece!r}, which has the class {label}")
        known.update(found)
        if line.place.field in macros and line.place.field in _parts_of(found, macros):
            raise line.place.error(f"the macro {line.place.field} stands for itself")


def _parts_of(written: list[str], macros: Mapping[str, list[str]]) -> set[str]:
    """Return the macros that a pattern is made of, and those of these."""
    seen: set[str] = set()
    open_ = list(written)
    for piece in open_:
        if piece[0] == "{" and piece not in seen:
            seen.add(piece)
            open_ += macros.get(piece, ())
    return seen


class Compiler:
    """Makes patterns over letters from patterns over classes, each macro once.

    Repeats (``+``, ``*``) are atomic: what they have taken they do not give back, so that matching is linear.
    """

    def __init__(self, alphabet: Alphabet, macros: Mapping[str, list[str]]) -> None:
        self._letter: Callable[[str], str] = alphabet.letter
        self._macros = macros
        self._made: dict[str, Pattern] = {}
        self._classes: dict[str, Pattern] = {}

    def compile(self, written: list[str]) -> Pattern:
        """Return the pattern of pieces that have been checked."""
        return self._choices(iter(written))

    def _choices(self, signs: Iterator[str]) -> Pattern:
        """Read alternatives up to the end of their group."""
        texts, begins = list[str](), list[Begins]()
        text, before, item = "", _NO_WORD, _EMPTY
        for sign in signs:
            if sign in {"?", "+", "*"}:
                item = _repeated(item, sign)
                continue
            if item is not _EMPTY:
                text, before, item = text + item.text, _joined(before, item.begins), _EMPTY
            if sign == "(?:":
                item = self._choices(signs).grouped()
            elif sign == "|":
                texts.append(text)
                begins.append(before)
                text, before = "", _NO_WORD
            elif sign == ")":
                break
            elif sign[0] == "{":
                item = self._macro(sign)
            else:
                item = self._of_class(sign)
        begins.append(_joined(before, item.begins))
        return Pattern("|".join((*texts, text + item.text)), Begins.any_of(begins))

    def _of_class(self, label: str) -> Pattern:
        found = self._classes.get(label)
        if found is None:
            letter = self._letter(label)
            letters = frozenset({letter})
            found = self._classes[label] = Pattern(letter, Begins(_NO_LETTERS, letters, none=False, firsts=letters))
        return found

    def _macro(self, name: str) -> Pattern:
        if name not in self._made:
            self._made[name] = self.compile(self._macros[name]).grouped()
        return self._made[name]


def _repeated(item: Pattern, sign: str) -> Pattern:
    if sign == "?":
        return Pattern(f"{item.text}?", item.begins.or_none())
    begins = Begins.any_of([item.begins, item.begins.then(item.begins)])
    return Pattern(f"(?>{item.text}{sign})", begins.or_none() if sign == "*" else begins)


def _joined(heads: Begins, tails: Begins) -> Begins:
    if not (heads.none or heads.one):  # two letters are known of all
        return heads
    return tails if heads is _NO_WORD else heads.then(tails)
