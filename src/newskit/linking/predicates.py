"""Predicates of pronouns: a title behind "he was" or "her years as" is of whom the pronoun stands for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from operator import attrgetter

from newskit.kinds import Entity, Title
from newskit.linking.named import Text
from newskit.linking.offices import office
from newskit.linking.pronouns import PRONOUNS
from newskit.text import closed_class

_SUBJECTS = closed_class("personal_pronoun") & PRONOUNS.keys()
_NEAREST = PRONOUNS.keys() - _SUBJECTS
"""Forms that stand rather for who is named in their own sentence: "Ann Poe praised | her years as"."""
_REACH = 40
"""Tokens before a title in which its pronoun is looked for."""
PREDICATE = "predicate of a pronoun"


def is_predicate(title: Title) -> bool:
    """Tell whether a title is tied to a pronoun by a verb or "as"."""
    return title.kind == "alone" and title.tie in ("copula", "as")


def pronoun_of(text: Text, title: Title) -> int | None:
    """Return the token of the pronoun that a title is a predicate of, None where its sentence has none.

    It stands before the title, or behind one that opens the clause: "As minister, | he | wept".
    """
    tokens, begun = text.tokens, bisect_right(text.sentences, title.span.start, key=attrgetter("start"))
    start, end = tokens.at_or_after(title.span.start), tokens.at_or_after(title.span.end)
    words = _SUBJECTS if title.tie == "copula" else PRONOUNS
    if tokens.lowered(start - 1) == "him":  # "They named | him | chief executive"
        return start - 1
    first = max(start - _REACH, text.sentences[begun - 1].tokens.start if begun else 0)
    before = next((index for index in range(start - 1, first - 1, -1) if tokens.lower[index] in words), None)
    if before is not None or title.tie == "copula":
        return before
    behind = end + (tokens.word(end) == ",")
    return behind if tokens.lowered(behind) in _SUBJECTS else None


def retied(
    text: Text,
    titles: Sequence[Title],
    entities: Sequence[Entity],
    meant: Mapping[int, list[tuple[Title, str]]],
) -> dict[int, list[tuple[Title, str]]]:
    """Return what changes of the titles alone that people hold, as the article's pronouns have it.

    A pronoun that is tied to nobody, as none in a quotation is, leaves a title with whom it has; but the words of
    another about somebody whom they do not name ("He is a leader") say of nobody who it is.
    """
    predicates = [title for title in titles if is_predicate(title)]
    if not predicates:
        return {}
    tied = {mention.span.start: number for number, entity in enumerate(entities) for mention in entity.pronouns}
    held = {id(title): number for number, each in meant.items() for title, _ in each}
    changed: dict[int, list[tuple[Title, str]]] = {}
    for title in predicates:
        pronoun = pronoun_of(text, title)
        number = None if pronoun is None else tied.get(text.tokens.starts[pronoun])
        before = held.get(id(title))
        untied = number is None and (before is None or title.tie != "copula" or not _is_quoted(text, title))
        elsewhere = number is not None and _elsewhere(title, entities[number])
        nearest = before is not None and pronoun is not None and text.tokens.lower[pronoun] in _NEAREST
        if untied or number == before or nearest or elsewhere:
            continue
        if before is not None:
            kept = changed.setdefault(before, list(meant[before]))
            changed[before] = [each for each in kept if each[0] is not title]
        if number is not None:
            changed.setdefault(number, list(meant.get(number, ()))).append((title, PREDICATE))
    for each in changed.values():
        each.sort(key=lambda held: held[0].span.start)
    return changed


def _is_quoted(text: Text, title: Title) -> bool:
    place = bisect_right(text.quotations, title.span.start, key=attrgetter("start")) - 1
    return place >= 0 and title.span.start < text.quotations[place].end


def _elsewhere(title: Title, entity: Entity) -> bool:
    """Tell whether somebody holds such an office of another place: "the president of Peru" is none of Chile's."""
    said = office(title)
    held = map(office, entity.titles) if said.place else ()
    return any(each.noun == said.noun and each.place not in ("", said.place) for each in held)
