"""Tokens: words, numbers, abbreviations with inner stops, and single marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import regex
from attrs import frozen

# The `regex` package brings its own Unicode tables, so that tokens do not depend on the Python version.
_TOKEN = regex.compile(
    r"""
      (?<!\w)(?:\p{L}\.){2,}+                                      # U.S.  p.m.
    | \w++ (?: (?: ['’](?!s\b) | [-‑] | (?<=\d)[.,](?=\d) ) \w++ )*+  # nation-building  don't  1,000.5
    | ['’]s\b                                                      # Japan|'s
    | `` | '' | \.{2,}+
    | [^\w\s\x1c-\x1f]  # str.isspace counts these four as space, \s does not
    """,
    regex.VERBOSE,
)


@frozen(eq=False)
class Tokens:
    """The tokens of a text, as columns of equal length.

    ``starts`` and ``ends`` are half-open code point offsets, ``words`` the tokens as written and ``lower`` in lower
    case. The possessive 's is a token of its own; a full stop belongs to a token only inside abbreviations such as
    "U.S.".
    """

    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[str]
    lower: Sequence[str]

    def __len__(self) -> int:
        return len(self.starts)

    def within(self, start: int, end: int) -> range:
        """Return the indices of the tokens that lie wholly in ``start:end``."""
        return range(bisect_left(self.starts, start), bisect_right(self.ends, end))

    def at_or_after(self, offset: int) -> int:
        """Return the index of the first token that starts at the offset or later, ``len(self)`` where none does."""
        return bisect_left(self.starts, offset)


def tokenize(text: str) -> Tokens:
    """Cut a text into tokens; what is left between them is white space."""
    spans = [match.span() for match in _TOKEN.finditer(text)]
    words = [text[start:end] for start, end in spans]
    return Tokens(
        [start for start, _ in spans],
        [end for _, end in spans],
        words,
        [word.lower() for word in words],
    )
