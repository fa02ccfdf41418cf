"""Closed classes: the small words of English that several extractors look at, each class in one place."""

from __future__ import annotations

from functools import cache

from newskit.text.lexicon import classes

_STEM = 3
"""Letters of a word that is too short for one with such an ending."""


def closed_class(name: str) -> frozenset[str]:
    """Return the words of a closed class in lower case, such as ``suffix``: "jr", "sr", "iii".

    The reference page on words lists the classes. Raises ``KeyError`` for another name.
    """
    return classes("newskit.text", "closed_classes.txt")[name]


@cache
def _former() -> tuple[frozenset[str], tuple[str, ...]]:
    words = closed_class("former")
    return words, tuple(sorted(word for word in words if word[-1] == "-"))


def is_former(role: str) -> bool:
    """Tell whether a role says that the office is held no more: "former mayor", "ousted president", "ex-wife".

    The class ``former`` has the words; one with a hyphen at its end stands for what begins so.
    """
    words, prefixes = _former()
    first = role.lower().partition(" ")[0]
    return first in words or first.startswith(prefixes)


def may_be_trade(word: str) -> bool:
    """Tell whether a word in small letters has the form of a plural for people by what they do: "typists".

    The class ``trade_ending`` has the endings; other words have them too ("papers").
    """
    return len(word) > _STEM and word.isalpha() and word.endswith(_trade_endings())


@cache
def _trade_endings() -> tuple[str, ...]:
    return tuple(sorted(closed_class("trade_ending")))
