"""The rules of the plugin: the records of ``rules.txt`` and the functions that these name."""

from __future__ import annotations

from functools import cache
from typing import cast, get_args

from newskit import Title, TitleKind, TitleTie
from newskit.rules import Rule, Rules
from newskit_titles.alone import Alone
from newskit_titles.lexicon import PACKAGE
from newskit_titles.placing import Placer


def answer(title: Title) -> str:
    """Return the parts of a title as the records write them: ``spokesman, organization Acme, place Peru``."""
    parts = (("organization", title.organization), ("place", title.place), ("within", title.within))
    flags = [name for name in ("honorific", "claimed", "former") if getattr(title, name)]
    return ", ".join([title.role, *(f"{name} {part}" for name, part in parts if part), *flags])


RULES = Rules(
    PACKAGE,
    readers=dict.fromkeys(get_args(TitleKind), answer),
    functions=(*vars(Placer), *vars(Alone)),
    answer=answer,
)


@cache
def places() -> dict[str, tuple[TitleKind, TitleTie]]:
    """Return where a title stands and how it is tied to its holder, by the name of the rule.

    Raises ``InputError`` with file and line for a record that does not give both.
    """
    return {rule.name: _place(rule) for rule in RULES}


def _place(rule: Rule) -> tuple[TitleKind, TitleTie]:
    kind, *tie = rule.value.text.split() if rule.value else [""]
    if len(tie) != 1 or tie[0] not in get_args(TitleTie):
        place = rule.value.place if rule.value else rule.place
        raise place.error(f"expected where the title stands and how it is tied ({', '.join(get_args(TitleTie))})")
    return cast("TitleKind", kind), cast("TitleTie", tie[0])
