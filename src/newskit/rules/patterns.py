"""Patterns over word classes, turned into patterns over letters: each class of words is one letter."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from attrs import frozen

from newskit.hints import there
from newskit.rules.record import Line
from newskit.rules.vocabulary import Vocabulary

LENGTH = 2
"""Letters of a beginning; a whole match that is shorter is a beginning of its own."""

_FIRST_LETTER = 0xE000
_PIECE = re.compile(r"\s+|\{\w+\}|[A-Z][A-Z0-9_]+|[^\W\dA-Z_][\w'’-]*|\(\?:|.")
_SIGNS = frozenset(["(?:", ")", "|", "?", "+", "*"])


class Alphabet:
    """One letter for each class of words, from Unicode's private area."""

    def __init__(self) -> None:
        self._letters: dict[str, str] = {}

    def letter(self, label: str) -> str:
        """Return the letter of a class."""
        known = self._letters.get(label)
        return known or self._letters.setdefault(label, chr(_FIRST_LETTER + len(self._letters)))


@frozen
class Pattern:
    """A pattern over letters as text for ``re``, and the first letters, at most two, of all that it matches."""

    text: str
    begins: frozenset[str]

    def grouped(self) -> Pattern:
        """Return the same as one item, to which a sign behind it applies."""
        return self if len(self.text) == 1 else Pattern(f"(?:{self.text})", self.begins)


_EMPTY = Pattern("", frozenset({""}))


def pieces(line: Line) -> list[str]:
    """Return the words, classes, macros and signs of a pattern; raises ``InputError`` where it does not compile."""
    found = [piece for piece in _PIECE.findall(line.text) if not piece.isspace()]
    depth, item = 0, False
    for piece in found:
        if len(piece) == 1 and not piece.isalpha() and piece not in _SIGNS:
            raise line.place.error(f"the pattern has {piece!r}, which is no word, class, macro or sign")
        if piece in {"?", "+", "*"} and not item:
            raise line.place.error(f"nothing stands before {piece!r} in the pattern {line.text!r}")
        depth += (piece == "(?:") - (piece == ")")
        if depth < 0:
            break
        item = piece not in {"(?:", "|", "?", "+", "*"}
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
    for line, found in written:
        for piece in found:
            if piece[0] == "{" and piece not in macros:
                raise line.place.error(f"no macro is named {piece}{there(piece, sorted(macros))}")
            if is_class(piece) and piece not in classes:
                raise line.place.error(f"no class of words is named {piece!r}{there(piece, sorted(classes))}")
            if vocabulary and is_word(piece) and piece in taken:
                label = vocabulary.word(piece).label
                raise line.place.error(f"the pattern names the word {piece!r}, which has the class {label}")
        if line.place.field in _parts_of(found, macros):
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

    def compile(self, written: list[str]) -> Pattern:
        """Return the pattern of pieces that have been checked."""
        return self._choices(iter(written))

    def _choices(self, signs: Iterator[str]) -> Pattern:
        """Read alternatives up to the end of their group."""
        texts: list[str] = []
        begins: frozenset[str] = frozenset()
        text, before, item = "", _EMPTY.begins, _EMPTY
        for sign in signs:
            if sign in {"?", "+", "*"}:
                item = _repeated(item, sign)
                continue
            text, before, item = text + item.text, _joined(before, item.begins), _EMPTY
            if sign == "(?:":
                item = self._choices(signs).grouped()
            elif sign == "|":
                texts.append(text)
                begins |= before
                text, before = "", _EMPTY.begins
            elif sign == ")":
                break
            elif sign[0] == "{":
                item = self._macro(sign)
            else:
                letter = self._letter(sign)
                item = Pattern(letter, frozenset({letter}))
        return Pattern("|".join((*texts, text + item.text)), begins | _joined(before, item.begins))

    def _macro(self, name: str) -> Pattern:
        if name not in self._made:
            self._made[name] = self.compile(self._macros[name]).grouped()
        return self._made[name]


def _repeated(item: Pattern, sign: str) -> Pattern:
    if sign == "?":
        return Pattern(f"{item.text}?", item.begins | {""})
    begins = item.begins | _joined(item.begins, item.begins) | ({""} if sign == "*" else frozenset())
    return Pattern(f"(?>{item.text}{sign})", begins)


def _joined(heads: frozenset[str], tails: frozenset[str]) -> frozenset[str]:
    if tails == _EMPTY.begins:
        return heads
    if heads == _EMPTY.begins:
        return tails
    short = [head for head in heads if len(head) < LENGTH]
    if not short:
        return heads
    return heads.difference(short).union([(head + tail)[:LENGTH] for head in short for tail in tails])
