"""The rules by which mentions are linked: the records that say what the ``rule`` of a mention stands for."""

from __future__ import annotations

from collections.abc import Iterator

from newskit.kinds import Entity
from newskit.rules import Rule, Rules
from newskit.spans import Span


def by_rule(entity: Entity, rule: Rule) -> Iterator[tuple[Span, str]]:
    """Yield the mentions that a rule has tied to an entity, with the kind and the name of the entity."""
    for mention in (*entity.mentions, *entity.nominal_mentions, *entity.pronouns):
        if mention.rule == rule.name:
            yield mention.span, f"{entity.kind} {entity.name}"


def by_affiliation(entity: Entity, rule: Rule) -> Iterator[tuple[Span, str]]:
    """Yield the title, or the name without one, that a rule has tied to a body or a seat, with what it is of."""
    if entity.affiliation_rule == rule.name and entity.affiliation:
        yield (entity.title or entity.mentions[0]).span, entity.affiliation


CHAIN_RULES = Rules("newskit.linking", "chain_rules.txt", parts={"": by_rule})
NOMINAL_RULES = Rules("newskit.linking", "nominal_rules.txt", parts={"": by_rule})
PRONOUN_RULES = Rules("newskit.linking", "pronoun_rules.txt", parts={"": by_rule})
AFFILIATION_RULES = Rules("newskit.linking", "affiliation_rules.txt", parts={"": by_affiliation})
RULES = (CHAIN_RULES, NOMINAL_RULES, PRONOUN_RULES, AFFILIATION_RULES)
"""The rules of named and nominal mentions, of pronouns and of what offices are of, to be declared by whoever makes
entities by ``link``."""
