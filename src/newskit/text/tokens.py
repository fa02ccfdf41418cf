"""Tokens: words, numbers, abbreviations with inner stops, and single marks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate
from typing import cast

import regex
from attrs import field, frozen

from newskit.text.bits import BITS, lower_case
from newskit.text.cache import Kept, shared


def _token(word: str, letter: str, digit: str, space: str) -> str:
    """Return the pattern of a token; each class of characters is given as what stands in brackets."""
    # Most words have no sign behind them that could join, which a look ahead tells faster than the empty repeat.
    join = rf"(?: (?![-‑'’.,]) | (?: [-‑'’][{word}]+(?<!['’]s) | [.,](?<=[{digit}].)(?=[{digit}])[{word}]+ )* )"
    # One atomic group, and no possessive quantifier: `re` matches those wrongly before Python 3.11.5 (gh-106052).
    return rf"""((?>
          [{word}][{word}]+ {join}              # nation-building  don't  1,000.5
        | [{letter}]\.(?:[{letter}]\.)+         # U.S.  p.m.
        | [{word}] {join}                       # a  I'm  9-year
        | [^{word}{space}'’`.]
        | '' | ['’](?:s(?![{word}]))? | ``?     # Japan|'s
        | \.+
    ))"""


# The `regex` package brings its own Unicode tables, so that tokens do not depend on the Python version. Latin letters,
# which is nearly all of the news, need no tables: with the classes written out, `re` does the same in a third of the
# time. All are compiled when first asked for, since the import of newskit should cost little.
_LETTERS = "A-Za-zªµºÀ-ÖØ-öø-ɏ\u1e00-\u1eff"


@cache
def _any() -> regex.Pattern[str]:
    # str.isspace counts \x1c to \x1f as space, \s of `regex` does not.
    return regex.compile(_token(r"\w", r"\p{L}", r"\d", r"\s\x1c-\x1f"), regex.VERBOSE)


@cache
def _latin() -> re.Pattern[str]:
    return re.compile(_token(f"0-9_{_LETTERS}", _LETTERS, "0-9", r"\t-\r\x1c-\x1f\ \x85\xa0"), re.VERBOSE)


@cache
def _beyond_latin() -> re.Pattern[str]:
    return re.compile("[^\0-\u024f\u1e00-\u1eff\u2010-\u2027\u2030-\u203e\u20a0-\u20bf]")


@cache
def _set_for_apostrophes() -> regex.Pattern[str]:
    """Return what finds an opening mark, an accent, a prime or a letter that is set for an apostrophe in a word.

    But for the letter these may open a quotation as well ("said‘The bridge …"), unless an ending or a name goes on.
    """
    return regex.compile(
        r"(?<=[\p{L}\p{M}])(?:ʼ(?=\p{L})|[‘`´′](?=(?:s|t|d|m|re|ve|ll)(?![\p{L}'’-])))|(?<=\b[OoDdL])[‘`´′](?=\p{Lu}\p{Ll})"
    )


def _with_apostrophes(text: str) -> str:
    """Return a text with apostrophes where other signs are set for them, as long as it was."""
    if text.isascii() and "`" not in text:
        return text
    return _set_for_apostrophes().sub("’", text)


@frozen(eq=False)
class Tokens:
    """The tokens of a text, as columns of equal length.

    ``starts`` and ``ends`` are half-open code point offsets, ``words`` the tokens as written, but for signs that are
    set for an apostrophe in a word, which are read as one ("it´s"), and ``lower`` in lower case, with plain apostrophes
    in words: "don't" whether "don't" or "don’t" is written, "'s" of "’s". The possessive 's is a
    token of its own; a full stop belongs to a token only inside abbreviations such as "U.S.". A column is indexed where
    the token is known to be there; ``word`` and ``lowered`` look beside one, since Python takes the index -1 for the
    last token of the text.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[str]
    lower: Sequence[str]
    _bits: tuple[Kept[int] | None, Sequence[int]] = field(init=False, repr=False, default=(None, ()))

    @property
    def bits(self) -> Sequence[int]:
        """What each token is, in bits; ``bits[index] & bit`` tells whether of the class that ``word_bit`` gave a bit.

        Parallel to the other columns, made when first asked for. They also tell how a token is written: ``CAPITAL``,
        ``CAPITALS``, ``LETTER``, ``FIGURE``.
        """
        table, bits = self._bits
        if table is not BITS.table:  # a class was asked for since
            table = BITS.table
            bits = list(map(table.__getitem__, self.words))
            object.__setattr__(self, "_bits", (table, bits))
        return bits

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, index: int) -> str:
        """Return the token at an index as written, "" for an index before the first token or behind the last."""
        if index < 0:
            return ""
        try:  # asked at nearly every word, where the length would cost as much again
            return self.words[index]
        except IndexError:
            return ""

    def lowered(self, index: int) -> str:
        """Return the token at an index in lower case, "" for an index before the first token or behind the last."""
        if index < 0:
            return ""
        try:
            return self.lower[index]
        except IndexError:
            return ""

    def within(self, start: int, end: int) -> range:
        """Return the indices of the tokens that lie wholly in ``start:end``."""
        return range(bisect_left(self.starts, start), bisect_right(self.ends, end))

    def at_or_after(self, offset: int) -> int:
        """Return the index of the first token that starts at the offset or later, ``len(self)`` where none does."""
        return bisect_left(self.starts, offset)


_GAP = re.compile(r"[ \n](?<=\S[ \n])")
"""The first sign between two stretches of text. No token goes on over white space, so that each is cut by itself."""


def _lowered(word: str) -> str:
    lower = lower_case(word)
    return word if lower == word else shared(lower)  # kept once


_lower = Kept(_lowered)


_PLAIN_MARKS = frozenset((",", "."))
"""Marks that are tokens of their own behind letters."""


def _cut(stretch: str) -> tuple[int | str, ...]:
    """Return four values a token: how far it is from the one before, the word, its length, and the word in lower case.

    Before a stretch stands one sign.
    """
    word, mark = (stretch[:-1], stretch[-1]) if stretch[-1:] in _PLAIN_MARKS else (stretch, "")
    if word.isascii() and word.isalpha():  # as most are
        plain = (1, word, len(word), _lower[word])
        return (*plain, 0, mark, 1, mark) if mark else plain
    read = _with_apostrophes(stretch)
    latin = read.isascii() or not _beyond_latin().search(read)
    pieces = (_latin() if latin else _any()).split(read)
    found: list[int | str] = []
    for gap, word in zip(pieces[::2], pieces[1::2], strict=False):
        # The same word in lower case is one object in all articles, whose hash is known when it is looked up.
        found += (len(gap) + (not found), stretch if word == stretch else word, len(word), _lower[word])
    return tuple(found)


_stretches = Kept(_cut, 10_900)  # each takes several times what a word takes elsewhere


def _join(stretches: Iterable[str]) -> Tokens:
    """Return the tokens of stretches with one sign between two, none of which but the last ends in white space."""
    found = list[int | str]()
    for values in map(_stretches.__getitem__, stretches):
        found += values
    bounds = list(accumulate(cast("list[int]", found[::2]), initial=-1))
    return Tokens(bounds[1::2], bounds[2::2], cast("list[str]", found[1::4]), cast("list[str]", found[3::4]))


def tokenize(text: str) -> Tokens:
    """Cut a text into tokens; what is left between them is white space."""
    # Of several spaces or line ends the first parts two stretches; the others, as line ends, go with the second one.
    spaced = text.replace("\n", " ").replace("  ", " \n").replace("\n ", "\n\n")
    tokens = _join(spaced.split(" "))
    end = tokens.ends[-1] if tokens.ends else 0
    if end != len(text.rstrip()):  # it begins with a space, or has one behind other white space
        tokens = _join(_GAP.split(text))
    return tokens
