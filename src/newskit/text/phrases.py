"""Phrases at the beginning of a text or within it, whole words only."""

from __future__ import annotations

from collections.abc import Iterable


def begins_with(lower: str, openings: tuple[str, ...]) -> int:
    """Return the length of the longest phrase with which a text begins, whole words only; 0 where there is none.

    The longest of the ``openings`` are first.
    """
    if not lower.startswith(openings):
        return 0
    for phrase in openings:
        if lower.startswith(phrase):
            cut = len(phrase)
            if not (phrase[-1].isalpha() and lower[cut : cut + 1].isalpha()):
                return cut
    return 0


def holds_phrase(text: str, listed: Iterable[str]) -> bool:
    """Tell whether a text holds one of some phrases with its last word whole: no "poses for" in "poses forever"."""
    for phrase in listed:
        at = text.find(phrase)
        while at >= 0:
            end = at + len(phrase)
            if not (phrase[-1].isalpha() and text[end : end + 1].isalpha()):
                return True
            at = text.find(phrase, end)
    return False
