"""Titles counted: each title with the person who holds it, and the facts in it.

Titles of nobody are neither right nor wrong. The holder is right where a mention overlaps a gold mention, or the name
is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import regex
from attrs import frozen

from newskit.bench.annotated import TITLE_FIELDS, Holding, Range
from newskit.bench.tally import Share, Tally, one_to_one

MEASURES = ("span", "facts")
KINDS = ("before", "after", "alone")
_THREE = TITLE_FIELDS[:3]
_ARTICLES = frozenset(("a", "an", "the"))
_OF_NO_ROLE = _ARTICLES | frozenset(
    (
        *("of", "for", "at", "in", "from", "to", "on", "with", "by", "and", "as"),
        *("his", "her", "their", "its", "our", "my"),
        *("former", "formerly", "ex", "then", "now", "current", "currently", "incoming", "outgoing"),
        *("late", "longtime", "onetime", "retired"),
    )
)
"""Words that do not tell what the office is: what links, who owns, and when it is held."""
_HONORIFICS = frozenset(("mr", "mrs", "ms", "miss", "mx", "messrs", "mme", "dr", "sir", "madam", "lord", "lady", "rev"))
_POSSESSIVE = regex.compile(r"['’]s?(?!\w)")
_WORD = regex.compile(r"[^\W_]++(?:['.&-][^\W_]++)*+")
_HELD_BEFORE = regex.compile(r"\b(?:then|ex)-", regex.IGNORECASE)
Words = tuple[str, ...]
Keep = Callable[[str, Holding], bool]


def words_of(value: str | None, leave_out: frozenset[str] = _ARTICLES) -> Words:
    """Return the words of a field without case, possessive marks and the words to leave out."""
    plain = _POSSESSIVE.sub(" ", (value or "").casefold()).replace("’", "'").replace("‘", "'")
    return tuple(word for word in _WORD.findall(plain) if word not in leave_out)


def field_of(title: Holding, name: str) -> Words:
    """Return a field of a title in the form in which it is compared."""
    value: str | None = getattr(title, name)
    if name == "role":
        return words_of(_HELD_BEFORE.sub(lambda match: f"{match[0][:-1]} ", value or ""), _OF_NO_ROLE)
    return words_of(value)


def right_fields(gold: Holding, predicted: Holding) -> tuple[str, ...]:
    """Return the names of the fields that agree."""
    return tuple(name for name in TITLE_FIELDS if field_of(gold, name) == field_of(predicted, name))


def _shared(one: Range, other: Range) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _same_holder(gold: Holding, predicted: Holding) -> bool:
    near = any(_shared(one, other) for one in gold.mentions for other in predicted.mentions)
    return near or words_of(gold.name) == words_of(predicted.name)


def _exact(gold: Holding, predicted: Holding) -> float:
    return float((gold.start, gold.end) == (predicted.start, predicted.end))


def _overlap(gold: Holding, predicted: Holding) -> float:
    """Return the intersection over union."""
    shared = _shared((gold.start, gold.end), (predicted.start, predicted.end))
    return shared / (gold.end - gold.start + predicted.end - predicted.start - shared) if shared else 0.0


@frozen
class Pair:
    """A gold title and a predicted one of the same person, by their places in the two lists."""

    gold: int
    predicted: int


def pairs(gold: Sequence[Holding], predicted: Sequence[Holding], *, exact: bool = False) -> tuple[Pair, ...]:
    """Pair two lists one to one by falling overlap, titles of the same person only; ``exact`` wants the same span."""
    close = _exact if exact else _overlap
    candidates = sorted(
        (-closeness, i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(predicted)
        if (closeness := close(one, other)) and _same_holder(one, other)
    )
    return tuple(Pair(i, j) for _, i, j in one_to_one(candidates))


def _is_honorific(words: Words) -> bool:
    return bool(words) and _HONORIFICS.issuperset(words)


ROWS: dict[str, Keep] = {
    "all": lambda _text, _title: True,
    "attached": lambda _text, title: title.kind != "alone",
    "plain": lambda text, title: not _is_honorific(words_of(text[title.start : title.end])),
}
"""What is counted: all titles; those beside a name; those that are more than a form of address."""


def tallies(text: str, gold: Sequence[Holding], predicted: Sequence[Holding]) -> dict[str, Tally]:
    """Count one article: ``span`` and ``facts`` for each row, and under ``given.`` and ``kind.`` what shares rest on.

    ``given`` has the titles found and, by field, those of them in which it is right; ``kind`` the gold titles of a
    kind and those found by the same span.
    """
    counts = {}
    for row, keep in ROWS.items():
        mine = [title for title in gold if keep(text, title)]
        theirs = [title for title in predicted if keep(text, title)]
        same, found = pairs(mine, theirs, exact=True), pairs(mine, theirs)
        right = [right_fields(mine[pair.gold], theirs[pair.predicted]) for pair in found]
        sides = len(theirs), len(mine)
        three = sum(set(_THREE).issubset(names) for names in right)
        counts[f"{row}.span"] = Tally.of(len(same), *sides)
        counts[f"{row}.facts"] = Tally.of(three, *sides)
        counts[f"{row}.given.three"] = Tally.of(three, len(found), len(found))
        for name in TITLE_FIELDS:
            counts[f"{row}.given.{name}"] = Tally.of(sum(name in names for names in right), len(found), len(found))
        for kind in KINDS:
            of_kind = sum(title.kind == kind for title in mine)
            counts[f"{row}.kind.{kind}"] = Tally.of(sum(mine[pair.gold].kind == kind for pair in same), 0, of_kind)
    return counts


def shares(sums: dict[str, Tally], row: str, group: str) -> dict[str, Share]:
    """Return the shares of a row by name: ``given`` of the titles found, ``kind`` of the gold titles."""
    return {
        name: Share(sums[f"{row}.{group}.{name}"].right_gold, sums[f"{row}.{group}.{name}"].gold)
        for name in ((*TITLE_FIELDS, "three") if group == "given" else KINDS)
    }


def scores(sums: dict[str, Tally]) -> dict[str, object]:
    """Return the measures of titles in per cent by row, and the numbers of pairs."""
    return {
        row: {
            "gold": sums[f"{row}.span"].gold,
            "pred": sums[f"{row}.span"].predicted,
            **{measure: sums[f"{row}.{measure}"].to_dict() for measure in MEASURES},
            "given_found": {name: share.rounded() for name, share in shares(sums, row, "given").items()},
            "span_recall": {name: share.rounded() for name, share in shares(sums, row, "kind").items()},
        }
        for row in ROWS
    }
