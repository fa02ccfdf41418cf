"""Predicates: of whom "he was a banker" tells, once it is known whom "he" stands for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from newskit.kinds import Entity, Title
from newskit.linking.named import Text
from newskit.linking.offices import office
from newskit.linking.pronouns import PRONOUNS

RULE = "predicate of a pronoun"
Meant = Mapping[int, Sequence[tuple[Title, str]]]
"""The titles that stand alone, with the rules that say of whom they tell, by the numbers of the entities."""


def corrected(text: Text, meant: Meant, entities: Sequence[Entity]) -> dict[int, list[tuple[Title, str]]]:
    """Return what has changed of titles that stand alone: the predicates of pronouns are theirs for whom these stand.

    The words of another about somebody who is not named there ("He is a leader") say of nobody who it is.
    """
    predicates = [(number, title) for number, told in meant.items() for title, rule in told if rule == RULE]
    if not predicates:
        return {}
    known = {each.span.start: number for number, entity in enumerate(entities) for each in entity.pronouns}
    quoted = [(each.start, each.end) for each in text.quotations]
    changed: dict[int, list[tuple[Title, str]]] = {}
    for number, title in predicates:
        pronoun = _pronoun(text, title.span.start)
        inside = bisect_right(quoted, (title.span.start, -1)) - 1
        spoken = title.tie == "copula" and inside >= 0 and title.span.start < quoted[inside][1]
        holder = known.get(pronoun, -1 if spoken else number)
        if holder == number or (holder >= 0 and _elsewhere(title, entities[holder])):
            continue
        told = changed.setdefault(number, list(meant[number]))
        told.remove((title, RULE))
        if holder >= 0:
            theirs = changed.setdefault(holder, list(meant.get(holder, ())))
            theirs.append((title, RULE))
            theirs.sort(key=_start)
    return changed


def _elsewhere(title: Title, entity: Entity) -> bool:
    """Tell whether somebody holds such an office of another place: "the president of Peru" is none of Chile's."""
    said = office(title)
    held = map(office, entity.titles) if said.place else ()
    return any(each.noun == said.noun and each.place not in ("", said.place) for each in held)


def _start(told: tuple[Title, str]) -> int:
    return told[0].span.start


def _pronoun(text: Text, start: int) -> int:
    """Return where the last pronoun before an offset begins in its sentence, -1 where there is none."""
    tokens, sentences = text.tokens, text.sentences
    last = tokens.at_or_after(start)
    place = bisect_right(sentences, start, key=lambda sentence: sentence.start) - 1
    first = bisect_left(tokens.starts, sentences[place].start) if place >= 0 else last
    for index in range(last - 1, first - 1, -1):
        if tokens.lower[index] in PRONOUNS:
            return tokens.starts[index]
    return -1
