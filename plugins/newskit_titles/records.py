"""The rules of the plugin: the records of ``rules.txt`` and the functions that these name."""

from __future__ import annotations

from functools import cache
from typing import cast, get_args

from newskit import Title, TitleKind, TitleTie
from newskit.rules import Rule, Rules
from newskit_titles.alone import Alone
from newskit_titles.beside import MACROS, TESTS, WORDS
from newskit_titles.lexicon import PACKAGE
from newskit_titles.placing import Placer
from newskit_titles.relatives import Relatives
from newskit_titles.where import CLASSES


def answer(title: Title) -> str:
    """Return the parts of a title as the records write them: ``spokesman, organization Acme, place Peru``."""
    parts = (("organization", title.organization), ("place", title.place), ("within", title.within))
    flags = [name for name in ("honorific", "claimed", "former") if getattr(title, name)]
    return ", ".join([title.role, *(f"{name} {part}" for name, part in parts if part), *flags])


RULES = Rules(
    PACKAGE,
    vocabulary=WORDS,
    classes=CLASSES,
    macros=MACROS,
    tests=TESTS,
    readers=dict.fromkeys(get_args(TitleKind), answer),
    functions=[name for maker in (Placer, Alone, Relatives) for name in vars(maker) if name[0] != "_"],
    answer=answer,
)


Place = tuple[TitleKind, TitleTie, bool]
"""Where a title stands, how it is tied to its holder, and whether it is only what somebody says of the holder."""


@cache
def places() -> dict[str, Place]:
    """Return the place of the titles that each rule finds, by its name.

    Raises ``InputError`` with file and line for a record that does not give it.
    """
    return {rule.name: _place(rule) for rule in RULES}


def _place(rule: Rule) -> Place:
    tie, *rest = rule.arguments or ("",)
    if tie not in get_args(TitleTie) or rest not in ([], ["claimed"]):
        wanted = f"KIND TIE, or KIND TIE claimed; the ties are {', '.join(get_args(TitleTie))}"
        raise (rule.value.place if rule.value else rule.place).error(f"rule {rule.name!r}: expected {wanted}")
    return cast("TitleKind", rule.reader), cast("TitleTie", tie), bool(rest)
