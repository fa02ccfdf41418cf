"""A row of the table of people, as identities are made of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import regex
from attrs import field, frozen

from newskit.errors import InputError
from newskit.office import noun
from newskit.people.names import PersonName, company_key, parsed
from newskit.text import entries, without_accents

COLUMNS = (
    "article",
    "entity",
    "day",
    "publisher",
    "name",
    "office",
    "role",
    "organization",
    "pronouns",
    "quotes",
    "company",
)
"""The columns that are read of the table ``people``."""
NEEDED = ("article", "entity", "name")
"""Those without which a row is none."""
_WORD = regex.compile(r"[\p{L}\p{N}]++")


@cache
def _common() -> frozenset[str]:
    """Return words of bodies' names that many bodies share."""
    return frozenset(entries("newskit.people", "common_words.txt"))


def bodies_of(organization: str | None) -> frozenset[str]:
    """Return the words of an organisation's name by which it is known again."""
    return frozenset(_WORD.findall(without_accents(organization or ""))) - _common()


@frozen
class PersonRow:
    """A person in an article; what it is compared by is found once."""

    article: str
    entity: int
    name: str
    day: str = ""
    publisher: str = ""
    office: str = ""
    role: str = ""
    organization: str = ""
    pronouns: str = ""
    quotes: int = 0
    company: frozenset[str] = frozenset()
    parsed: PersonName = field(init=False)
    role_nouns: frozenset[str] = field(init=False)
    bodies: frozenset[str] = field(init=False)
    known_with: frozenset[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        role = noun(self.role) if self.role else ""
        for name, value in (
            ("parsed", parsed(self.name)),
            ("role_nouns", frozenset((role,)) if role else frozenset[str]()),
            ("bodies", bodies_of(self.organization)),
            ("known_with", frozenset(map(company_key, self.company))),
        ):
            object.__setattr__(self, name, value)

    @property
    def order(self) -> tuple[int, str, str, int]:
        """By which the rows of a block are taken: fuller names first, then as the articles came out."""
        return -len(self.parsed.given) * (not self.parsed.alone), self.day, self.article, self.entity


def read_row(record: Mapping[str, Any], *, path: str | None = None, line: int | None = None) -> PersonRow:
    """Read a row of the table; raises ``InputError`` that names the column."""
    for name in NEEDED:
        if record.get(name) is None or (name == "name" and not record[name]):
            raise InputError("a row of the table people has it", path=path, line=line, field=name)
    given = {name: record.get(name) for name in COLUMNS}
    texts = {
        name: "" if value is None else str(value)
        for name, value in given.items()
        if name not in ("entity", "quotes", "company")
    }
    try:
        entity, quotes = int(str(given["entity"])), int(given["quotes"] or 0)
    except (TypeError, ValueError):
        raise InputError(
            f"expected a whole number, got {given['entity']!r}", path=path, line=line, field="entity"
        ) from None
    others = str(given["company"] or "").split("; ")
    return PersonRow(entity=entity, quotes=quotes, company=frozenset(filter(None, others)), **texts)
