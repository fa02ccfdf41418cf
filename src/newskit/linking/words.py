"""The words of linking: the classes of ``words.txt``, as sets, as tables and as alternatives of a pattern."""

from __future__ import annotations

from newskit.text import classes, rows

WORDS = classes("newskit.linking", "words.txt")
OWNING = ("'s ", "’s ", "s' ", "s’ ")
"""How what owns the next word ends."""


def table(name: str, file: str = "words.txt") -> dict[str, str]:
    """Return the entries ``FORM = NAME`` of a class as a table."""

    def pair(line: str) -> tuple[str, str] | None:
        label, _, entry = line.partition(" ")
        if label != name:
            return None
        form, known = entry.split(" = ")
        return form, known

    return dict(filter(None, rows("newskit.linking", file, f"{name} FORM = NAME", pair)))


def one_of(*names: str) -> str:
    """Return the pattern of one of the words of some classes, white space of any length between those of a phrase."""
    phrases = sorted({phrase for name in names for phrase in WORDS[name]})
    return f"(?:{'|'.join(phrases)})".replace(" ", r"\s++")
