"""The words around a match, which decide whether it is a time."""

from __future__ import annotations

from newskit.text import Tokens, classes
from newskit_dates.reading import Found

PACKAGE = "newskit_dates"
POSSESSIVES = frozenset({"'s", "’s"})
QUOTES = frozenset({'"', "“", "”", "‘", "’", "'", "''", "``"})


def is_listed(word: str, *labels: str) -> bool:
    """Tell whether a word is in one of the classes of ``guard_words.txt``."""
    table = classes(PACKAGE, "guard_words.txt")
    return any(word in table[label] for label in labels)


def word_before(tokens: Tokens, start: int) -> str:
    """Return the word before a place in lower case, nothing where the text begins."""
    return tokens.lower[start - 1] if start else ""


def word_after(tokens: Tokens, stop: int) -> str:
    """Return the word at a place as it is written, nothing where the text has ended."""
    return tokens.words[stop] if stop < len(tokens) else ""


def touches(tokens: Tokens, index: int) -> bool:
    """Tell whether no white space stands between a token and the next."""
    return index + 1 < len(tokens) and tokens.ends[index] == tokens.starts[index + 1]


def begins_line(tokens: Tokens, at: int) -> bool:
    """Tell whether a line ends before a token."""
    return tokens.starts[at] - tokens.ends[at - 1] > 1


def opens(tokens: Tokens, at: int) -> bool:
    """Tell whether a token opens a sentence or a line."""
    return not at or is_listed(tokens.words[at - 1], "opener") or begins_line(tokens, at)


def quoted(found: Found) -> bool:
    """Tell whether a match is all that stands between quotation marks."""
    tokens = found.tokens
    closing = found.stop + (word_after(tokens, found.stop) in {",", "."})
    return word_before(tokens, found.start) in QUOTES and word_after(tokens, closing) in QUOTES


def day_word(tokens: Tokens, at: int) -> bool:
    """Tell whether a word ends in "day" as weekdays do."""
    return tokens.lower[at].endswith("day")
