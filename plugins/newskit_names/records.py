"""The rules of the plugin: the records of ``span_rules.txt``, ``rules.txt`` and ``group_rules.txt``."""

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


def _any_kind(entity: Entity, rule: Rule) -> Iterator[tuple[Span, str]]:
    """Yield the mentions of an entity, with its kind and name, for a rule that says how far a name runs."""
    del rule
    return ((mention.span, f"{entity.kind} {entity.name}") for mention in entity.mentions)


_PARTS = {"": by_rule, "name": _any_kind, **dict.fromkeys(get_args(EntityKind), _of_kind)}
SPAN_RULES = Rules(PACKAGE, "span_rules.txt", parts=_PARTS)
"""The rules that decide where a name begins and ends."""
RULES = Rules(PACKAGE, "rules.txt", parts=_PARTS)
"""The rules that decide what kind of entity a name stands for."""
GROUP_RULES = Rules(PACKAGE, "group_rules.txt", parts=_PARTS)
"""The rules of groups, named and described."""
