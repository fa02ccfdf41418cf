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


@lru_cache(_KEPT)
def _sound(given: str) -> str:
    """Return what two spellings of one given name share: "filip" of "Phillip", "brian" of "Bryan"."""
    folded = given.replace("ph", "f").replace("ck", "k").replace("c", "k").replace("y", "i")
    kept = [letter for letter, before in zip(folded, f" {folded}", strict=False) if letter != before]
    return "".join(kept).rstrip("eh")


def given_variants(one: str, other: str, listed: Container[str]) -> bool:
    """Tell whether two given names are one: a letter differs, or both sound alike, though each is well known."""
    return variants(one, other, listed) or (min(len(one), len(other)) >= _SHORTEST - 1 and _sound(one) == _sound(other))


def variants(one: str, other: str, listed: Container[str]) -> bool:
    """Tell whether two words are one name of which a letter differs, or two changed places.

    Not both are well-known names of their own.
    """
    both = one in listed and other in listed
    if both or one == other or one[0] != other[0] or min(len(one), len(other)) < _SHORTEST:
        return False
    short, long = sorted((one, other), key=len)
    start = next((place for place, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]), len(short))
    if short[start : start + 2] == long[start : start + 2][::-1] and short[start + 2 :] == long[start + 2 :]:
        return True
    behind = start + (len(short) == len(long))
    return len(long) - len(short) <= 1 and short[behind:] == long[start + 1 :]
