"""What the readable views say of an annotation in the same words: an office, an interval, the day counted from."""

from __future__ import annotations

from collections import Counter

from newskit.article import Article
from newskit.document import Document
from newskit.formats.said import in_words
from newskit.kinds import Entity, Quote, TimeExpression, Title


def office(title: Title) -> str:
    """Say a title in one line: the role, then the organisation and place that are not in it."""
    around = (title.organization, title.within, title.place)
    role = title.role.casefold()
    said = [each for each in around if each and each.casefold() not in role]
    return ", ".join([title.role, *said])


def interval(date: TimeExpression) -> str:
    """Give the days that an expression covers, where its value does not already say so."""
    if date.first is None and date.last is None:
        return ""
    if date.first == date.last:
        return "" if date.value == str(date.first) else str(date.first)
    return f"{date.first or '…'} – {date.last or '…'}"


def value(date: TimeExpression) -> str:
    """Give the value of an expression with what modifies it."""
    return " ".join(filter(None, (date.value, date.mod, date.quant, date.freq)))


def times(count: int, noun: str) -> str:
    """Say how many there are of something."""
    return f"{count} {noun}" if count == 1 else f"{count:,} {noun}s"


def added(annotation: Entity | Quote) -> dict[str, str]:
    """Give the identifiers and what else plugins say of an annotation, by name."""
    ids = annotation.ids if isinstance(annotation, Entity) else {}
    return {**ids, **{name: in_words(value) for name, value in annotation.extra.items()}}


def added_in_words(annotation: Entity | Quote) -> str:
    """Give the same in one line, empty where there is nothing."""
    return ", ".join(f"{name}: {said}" for name, said in added(annotation).items())


def dropped(document: Document) -> list[str]:
    """Say in a line each what makers lost to those that go before them."""
    lost = Counter((each.layer, each.extractor, each.lost_to, each.whole) for each in document.dropped)
    return [
        f"{extractor}: {count:,} of its {layer}{'' if whole else ' in part'}, to {winner}"
        for (layer, extractor, winner, whole), count in lost.items()
    ]


def revised(document: Document) -> list[str]:
    """Say in a line each what revisers did."""
    done = Counter((each.extractor, each.layer, each.change) for each in document.revised)
    return [f"{extractor}: {count:,} of the {layer} {change}" for (extractor, layer, change), count in done.items()]


def length(article: Article) -> str:
    """Return how long an article is, in words."""
    characters = len(article.text)
    return f"{characters:,} character{'' if characters == 1 else 's'}"


def published(document: Document) -> str:
    """Say the day of publication, or what dates were counted from in its place."""
    counted_from = document.publication_day
    if counted_from is None:
        return "no day of publication"
    if counted_from.source == "given":
        return f"published {counted_from.day}"
    return f"counted from {counted_from.day} ({counted_from.source})"
