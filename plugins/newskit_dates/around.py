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


def touches(tokens: Tokens, index: int) -> bool:
    """Tell whether no white space stands between a token and the next."""
    return 0 <= index < len(tokens) - 1 and tokens.ends[index] == tokens.starts[index + 1]


def begins_line(tokens: Tokens, at: int) -> bool:
    """Tell whether a line ends before a token."""
    return at > 0 and tokens.starts[at] - tokens.ends[at - 1] > 1


def opens(tokens: Tokens, at: int) -> bool:
    """Tell whether a token opens a sentence or a line."""
    return not at or is_listed(tokens.word(at - 1), "opener") or begins_line(tokens, at)


def quoted(found: Found) -> bool:
    """Tell whether a match is all that stands between quotation marks."""
    tokens = found.tokens
    closing = found.stop + (tokens.word(found.stop) in {",", "."})
    return tokens.lowered(found.start - 1) in QUOTES and tokens.word(closing) in QUOTES


def day_word(tokens: Tokens, at: int) -> bool:
    """Tell whether a word ends in "day" as weekdays do."""
    return tokens.lower[at].endswith("day")
