"""What a pattern of groups, choices and options over letters can begin with, without trying it on a text."""

from __future__ import annotations

from collections.abc import Iterator

LENGTH = 2
"""Letters of a beginning; a whole match that is shorter is a beginning of its own."""


def beginnings(pattern: str) -> frozenset[str]:
    """Return the first letters of all that a pattern matches; it knows letters, ``(?:…)``, ``|`` and ``?``."""
    return frozenset(_choices(iter(pattern)))


def _choices(signs: Iterator[str]) -> set[str]:
    """Read alternatives up to the end of their group."""
    found: set[str] = set()
    before, item = {""}, {""}
    for sign in signs:
        if sign == "?":
            item = item | {""}
            continue
        before, item = _joined(before, item), {""}
        if sign == "(":
            next(signs), next(signs)  # "?:"
            item = _choices(signs)
        elif sign == "|":
            found |= before
            before = {""}
        elif sign == ")":
            return found | before
        else:
            item = {sign}
    return found | _joined(before, item)


def _joined(heads: set[str], tails: set[str]) -> set[str]:
    if tails == {""}:
        return heads
    full = {head for head in heads if len(head) == LENGTH}
    return full | {(head + tail)[:LENGTH] for head in heads if len(head) < LENGTH for tail in tails}
