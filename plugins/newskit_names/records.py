"""The rules of the plugin: the records of ``rules.txt`` and ``group_rules.txt``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from newskit import Entity, EntityKind, Span
from newskit.linking import by_rule
from newskit.rules import Rule, Rules

PACKAGE = "newskit_names"


def _of_kind(entity: Entity, rule: Rule) -> Iterator[tuple[Span, str]]:
    """Yield the mentions of an entity of the kind that a record has for its value, with the kind and the name."""
    if entity.kind == rule.reader:
        for mention in entity.mentions:
            yield mention.span, f"{entity.kind} {entity.name}"


_PARTS = {"": by_rule, **dict.fromkeys(get_args(EntityKind), _of_kind)}
RULES = Rules(PACKAGE, "rules.txt", parts=_PARTS)
"""The rules that decide what kind of entity a name stands for."""
GROUP_RULES = Rules(PACKAGE, "group_rules.txt", parts=_PARTS)
"""The rules of groups, named and described."""
