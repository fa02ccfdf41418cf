"""What went wrong, miss by miss: sorted, with its place on both sides, to be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from attrs import frozen

from newskit.bench import dates, entities, quotes, titles
from newskit.bench.annotated import Annotated, Layer, Name, Range
from newskit.bench.scoring import Evaluation

SORTS: dict[Layer, tuple[str, ...]] = {
    "quotes": ("missed", "extra", "too long", "too short", "boundary", "source"),
    "dates": ("missed", "extra", "span", "type", "value"),
    "entities": ("missed", "extra", "span", "label"),
    "titles": ("missed", "extra", "span", "role", "organization", "place"),
}
"""How misses of a layer are sorted: not found, found but not in the gold, and what is wrong in the pairs."""


@frozen
class Miss:
    """One miss. ``gold`` and ``predicted`` are its places on either side, ``note`` says what differs."""

    sort: str
    id: str
    gold: tuple[Range, ...] = ()
    predicted: tuple[Range, ...] = ()
    kind: str = ""
    rule: str = ""
    note: str = ""


def misses(evaluation: Evaluation) -> Iterator[Miss]:
    """Yield every miss, article by article in the order of the text."""
    find = _FINDERS[evaluation.layer]
    for each in evaluation.documents:
        yield from sorted(find(each.gold, each.predicted), key=lambda miss: (*miss.gold, *miss.predicted)[0])


def words(text: str, ranges: Sequence[Range], most: int = 90) -> str:
    """Return what stands in some ranges on one line, its middle left out where it is long."""
    whole = " … ".join(" ".join(text[start:end].split()) for start, end in ranges)
    half = most // 2
    return whole if len(whole) <= most else f"{whole[:half].rstrip()} […] {whole[-half:].lstrip()}"


def _quote_misses(gold: Annotated, predicted: Annotated) -> Iterator[Miss]:
    text = gold.text
    matched = quotes.match(text, gold.quotes or (), predicted.quotes or ())
    close = [pair for pair in matched.pairs if pair.iou >= quotes.LEVELS["half"]]
    found, right = {pair.gold for pair in close}, {pair.predicted for pair in close}
    for place, quote in enumerate(matched.gold):
        if place not in found:
            cue = words(text, quote.cue)
            yield Miss("missed", gold.id, gold=quote.content, kind=quote.kind, note=f"cue {cue!r}" if cue else "")
    for place, quote in enumerate(matched.predicted):
        if place not in right:
            yield Miss("extra", gold.id, predicted=quote.content, kind=quote.kind, rule=quote.rule)
    for pair in close:
        wanted, got = matched.gold[pair.gold], matched.predicted[pair.predicted]
        both = Miss("", gold.id, wanted.content, got.content, wanted.kind, got.rule)
        if pair.iou < quotes.LEVELS["exact"]:
            mine, theirs = matched.gold_letters[pair.gold], matched.predicted_letters[pair.predicted]
            sort = "too long" if mine < theirs else "too short" if theirs < mine else "boundary"
            yield _as(both, sort, "")
        if not matched.source_right(pair):
            source, other = words(text, wanted.source), words(text, got.source) or got.speaker or ""
            yield _as(both, "source", f"source {source!r} got {other!r}")


def _as(miss: Miss, sort: str, note: str) -> Miss:
    return Miss(sort, miss.id, miss.gold, miss.predicted, miss.kind, miss.rule, note)


def _date_misses(gold: Annotated, predicted: Annotated) -> Iterator[Miss]:
    wanted, found = gold.dates or (), predicted.dates or ()
    paired = dates.pairs(wanted, found)
    mates, others = {id(pair.gold) for pair in paired}, {id(pair.predicted) for pair in paired}
    for timex in wanted:
        if id(timex) not in mates:
            note = f"value {timex.value}"
            yield Miss("missed", gold.id, gold=((timex.start, timex.end),), kind=timex.type or "", note=note)
    for timex in found:
        if id(timex) not in others:
            yield Miss("extra", gold.id, (), ((timex.start, timex.end),), timex.type or "", timex.rule)
    for pair in paired:
        one, other = pair.gold, pair.predicted
        both = Miss("", gold.id, ((one.start, one.end),), ((other.start, other.end),), one.type or "", other.rule)
        if not pair.right("strict"):
            yield _as(both, "span", "")
        if not pair.right("type"):
            yield _as(both, "type", f"type {one.type} got {other.type}")
        if not pair.right("value"):
            yield _as(both, "value", f"value {one.value} got {other.value}")


def _name_misses(gold: Annotated, predicted: Annotated) -> Iterator[Miss]:
    golds, found = entities.labelled(gold.entities or ()), entities.labelled(predicted.entities or ())
    rules = _rules(predicted.entities or ())
    free = sorted(found - golds)
    for start, end, label in sorted(golds - found):
        near = [each for each in free if each[0] < end and start < each[1]]
        if not near:
            yield Miss("missed", gold.id, gold=((start, end),), kind=label)
            continue
        best = max(near, key=lambda each: (each[:2] == (start, end), min(end, each[1]) - max(start, each[0])))
        free.remove(best)
        span, rule = best[:2], rules.get(best[:2], "")
        if span != (start, end):
            yield Miss("span", gold.id, ((start, end),), (span,), label, rule)
        if best[2] != label:
            yield Miss("label", gold.id, ((start, end),), (span,), label, rule, f"{label} got {best[2]}")
    for start, end, label in free:
        yield Miss("extra", gold.id, (), ((start, end),), label, rules.get((start, end), ""))


def _title_misses(gold: Annotated, predicted: Annotated) -> Iterator[Miss]:
    wanted, found = gold.titles or (), predicted.titles or ()
    paired = titles.pairs(wanted, found)
    mates, others = {pair.gold for pair in paired}, {pair.predicted for pair in paired}
    for place, title in enumerate(wanted):
        if place not in mates:
            note = f"of {title.name}"
            yield Miss("missed", gold.id, gold=((title.start, title.end),), kind=title.kind or "", note=note)
    for place, title in enumerate(found):
        if place not in others:
            span = ((title.start, title.end),)
            yield Miss("extra", gold.id, (), span, title.kind or "", title.rule, f"of {title.name}")
    for pair in paired:
        one, other = wanted[pair.gold], found[pair.predicted]
        both = Miss("", gold.id, ((one.start, one.end),), ((other.start, other.end),), one.kind or "", other.rule)
        if both.gold != both.predicted:
            yield _as(both, "span", "")
        right = titles.right_fields(one, other)
        for name in SORTS["titles"][3:]:
            if name not in right:
                yield _as(both, name, f"{name} {getattr(one, name) or ''!r} got {getattr(other, name) or ''!r}")


def _rules(names: Sequence[Name]) -> dict[Range, str]:
    return {(name.start, name.end): name.rule for name in names}


_FINDERS: dict[Layer, Callable[[Annotated, Annotated], Iterator[Miss]]] = {
    "quotes": _quote_misses,
    "dates": _date_misses,
    "entities": _name_misses,
    "titles": _title_misses,
}
