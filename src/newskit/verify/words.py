"""Words and their ends: what a token is, where one is cut, and which words turn what is said."""

from __future__ import annotations

import re
from functools import cache

import regex

from newskit.text import classes, closed_class

_W = r"[\p{L}\p{N}\p{M}]"
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
"""Scripts without spaces between words: each character is a token, and a quote may begin and end at any."""
_SMALL = ("article", "demonstrative", "possessive", "personal_pronoun", "male_pronoun", "female_pronoun", "relative")
_bare = re.compile(r"\w")
_month = regex.compile(
    r"(?<=\b(?:in|of|by|on|until|till|since|from|before|after|this|last|next|early|late|mid|during|through|to"
    r"|\p{N}++(?:st|nd|rd|th)?+)[\s-])May\b|\bMay(?=,?\s\p{N})"
)
"""The month, which is no "may"."""
_letters = regex.compile(r"\p{L}[\p{L}\p{M}]*+(?:'\p{L}++)*+")


@cache
def _cut() -> regex.Pattern[str]:
    """Return the pattern of an inside of a word or a number, in folded text."""
    return regex.compile(
        rf"""(?V1) (?<=[{_W}--[{_UNSPACED}]]) (?=[{_W}--[{_UNSPACED}]])
           | (?<={_W}) (?=['&/\-]{_W}) | (?<={_W}['&/\-]) (?={_W})          # don't, well-known, un-American, AT&T
           | (?<=\p{{N}}) (?=[.,:]\p{{N}}) | (?<=\p{{N}}[.,:]) (?=\p{{N}})  # 1.5
           | (?<=(?<!{_W})[-+.\#~<>≈±]) (?=\p{{N}}) | (?<=\p{{Sc}}) (?=\p{{N}})
           | (?<=(?<!{_W})[-+.]\p{{Sc}}) (?=\p{{N}}) | (?<=(?<!{_W})[-+.]) (?=\p{{Sc}})
           | (?<=\p{{N}}) (?=[%‰°]|\p{{Sc}})
           | (?<=(?<!{_W})\p{{Lu}}) (?=\.\p{{Lu}}) | (?<=(?<!{_W})\p{{Lu}}\.) (?=\p{{Lu}})  # U.S.""",
        regex.VERBOSE,
    )


def is_cut(text: str, place: int) -> bool:
    """Tell whether a place of a folded text is inside of a word or a number."""
    if not 0 < place < len(text) or text[place - 1] == " " or text[place] == " ":
        return False
    return _cut().match(text, place) is not None


def has_words(text: str) -> bool:
    """Tell whether there is a letter or a digit in a text."""
    return _bare.search(text) is not None


@cache
def tokens() -> regex.Pattern[str]:
    """Return the pattern of a word, a number with its signs, or a sign of punctuation."""
    return regex.compile(
        rf"""[{_UNSPACED}]
           | (?:(?<!{_W})[-+.])?+ \p{{Sc}}?+ \p{{N}}++ (?:[.,:/\-]\p{{N}}++)*+ (?:[%‰°]|\p{{Sc}})?+
             (?:['\-]?+[\p{{L}}\p{{M}}]++)*+
           | {_W}++ (?:['\-&/]{_W}++)*+
           | \S""",
        regex.VERBOSE,
    )


@cache
def _turning() -> dict[str, frozenset[str]]:
    return classes("newskit.verify", "turning.txt")


def of_class(word: str, *names: str) -> bool:
    """Tell whether a word is of one of the classes."""
    lowered, classed = word.lower(), _turning()
    return any(lowered in classed[name] for name in names)


def is_negation(word: str) -> bool:
    """Tell whether a word denies."""
    return word.lower().endswith("n't") or of_class(word, "negation")


def turning(text: str) -> str:
    """Return the first word of a text that turns what a sentence says, "" where none does."""
    words = (found[0] for found in _letters.finditer(text) if not _month.match(text, found.start()))
    return next((word for word in words if is_negation(word) or of_class(word, "limit", "hedge")), "")


def is_affix(text: str) -> bool:
    """Tell whether letters put to a word turn it: un, dis, n't."""
    return of_class(text.strip("-"), "affix")


def is_number(word: str) -> bool:
    """Tell whether a word has a digit or is a number."""
    return any(map(str.isnumeric, word)) or of_class(word, "number", "magnitude")


def is_small(word: str) -> bool:
    """Tell whether a word, in lower case, stands for what is named elsewhere, or for nothing: he, that, the, is."""
    return of_class(word, "small") or any(word in closed_class(each) for each in _SMALL)


def is_name(word: str) -> bool:
    """Tell whether a word looks like one of a name: it begins with a capital, and is none of the small words."""
    return word[:1].isupper() and not is_small(word.lower())
