"""What comes out: a row for each person, and a row for each mention of one in an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newskit.formats.columns import Scalar
from newskit.people.identify import Identified, Person

MENTIONS: Mapping[str, Scalar] = {
    "person": "text",
    "article": "text",
    "entity": "place",
    "name": "text",
    "confidence": "number",
    "evidence": "text",
}
"""The columns of ``mentions``: ``person`` is the identity, ``article`` and ``entity`` are those of the table people."""
PEOPLE: Mapping[str, Scalar] = {
    "person": "text",
    "name": "text",
    "names": "text",
    "office": "text",
    "offices": "text",
    "organization": "text",
    "pronouns": "text",
    "articles": "whole",
    "quotes": "whole",
    "first": "text",
    "last": "text",
    "publishers": "text",
    "company": "text",
    "confidence": "number",
}
"""The columns of ``people``; what has several values has them with how often each is there, most first."""
_SHOWN = 10


def mentions_of(person: Person) -> Iterator[dict[str, Any]]:
    """Yield the rows of a person's mentions, in the order in which the articles came out."""
    for each in sorted(person.rows, key=_published):
        yield {
            "person": each.person,
            "article": each.row.article,
            "entity": each.row.entity,
            "name": each.row.name,
            "confidence": each.confidence,
            "evidence": "; ".join(each.evidence),
        }


def _published(each: Identified) -> tuple[str, str, int]:
    return each.row.day, each.row.article, each.row.entity


def person_row(person: Person) -> dict[str, Any]:
    """Return the row of a person; ``confidence`` is the mean of the mentions'."""
    rows = [each.row for each in sorted(person.rows, key=_published)]
    days = [row.day for row in rows if row.day]
    return {
        "person": person.id,
        "name": _name(row.name for row in rows),
        "names": _counted(row.name for row in rows),
        "office": _most(row.office for row in rows),
        "offices": _counted(row.office for row in rows),
        "organization": _most(row.organization for row in rows),
        "pronouns": _most(row.pronouns for row in rows),
        "articles": len({row.article for row in rows}),
        "quotes": sum(row.quotes for row in rows),
        "first": min(days, default=None),
        "last": max(days, default=None),
        "publishers": _counted(row.publisher for row in rows),
        "company": _counted(name for row in rows for name in sorted(row.company)),
        "confidence": round(sum(each.confidence for each in person.rows) / len(rows), 3),
    }


def _ranked(values: Iterable[str]) -> list[tuple[str, int]]:
    return sorted(Counter(filter(None, values)).items(), key=lambda each: (-each[1], each[0]))


def _name(names: Iterable[str]) -> str:
    """Return the name that is used most of those that have more than a surname."""
    ranked = _ranked(names)
    return next((name for name, _ in ranked if " " in name), ranked[0][0])


def _most(values: Iterable[str]) -> str | None:
    return next((value for value, _ in _ranked(values)), None)


def _counted(values: Iterable[str]) -> str | None:
    return "; ".join(f"{value} ({count})" for value, count in _ranked(values)[:_SHOWN]) or None
