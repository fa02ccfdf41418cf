"""Spellings: whether two names are one, written together or apart, in another order, or with another letter."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache

from newskit.text import closed_class

_ARABIC_ARTICLES = closed_class("arabic_article")
_KEPT = 1 << 10
"""Names of which is kept how they compare."""
_SHORTEST = 5
"""Letters of a word below which one letter more or less makes another name."""


def bare_surname(word: str) -> str:
    """Return a surname without its Arabic article: "assad" of "al-assad"."""
    article, hyphen, rest = word.partition("-")
    return rest if hyphen and rest and article in _ARABIC_ARTICLES else word


@lru_cache(_KEPT)
def letters(words: tuple[str, ...]) -> tuple[str, str]:
    """Return what is the same of "Kim Jong-un" and "Kim Jong Un", and of "Taro Ito" and "Ito Taro"."""
    return _plain("".join(words)), " ".join(sorted(map(_plain, words)))


def _plain(word: str) -> str:
    return word.replace("-", "").replace("'", "").replace("’", "")


@lru_cache(_KEPT)
def skeleton(word: str) -> str:
    """Return the consonants of a word, doubled ones once: "zrvm" of "Zorvim" and "Zorvem"; "" of a short word."""
    if len(word) < _SHORTEST:
        return ""
    kept = [letter for letter, before in zip(word, f" {word}", strict=False) if letter != before]
    return word[0] + "".join(letter for letter in kept[1:] if letter not in "aeiouy")


def variants(one: str, other: str, listed: Container[str]) -> bool:
    """Tell whether two words are one name of which a letter differs: not both are well-known names of their own."""
    both = one in listed and other in listed
    if both or one == other or one[0] != other[0] or min(len(one), len(other)) < _SHORTEST:
        return False
    short, long = sorted((one, other), key=len)
    start = next((place for place, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]), len(short))
    behind = start + (len(short) == len(long))
    return len(long) - len(short) <= 1 and short[behind:] == long[start + 1 :]
