"""The measures against a plain re-statement of their definitions, on random annotations of random texts."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from newskit.bench import dates, entities, quotes
from newskit.bench.annotated import annotated
from newskit.bench.confidence import at_threshold, expected_calibration_error, judged, reliability
from newskit.bench.tally import Tally, bootstrap, total

LENGTH = 24
ranges = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 9)).map(lambda pair: [pair[0], pair[0] + pair[1]])
texts = st.text("ab1 .\"“”,'", min_size=LENGTH, max_size=LENGTH)
quote = st.fixed_dictionaries(
    {
        "content": st.lists(ranges, min_size=1, max_size=2),
        "kind": st.sampled_from(["direct", "mixed", "indirect", ""]),
        "source": st.lists(ranges, max_size=1),
        "confidence": st.floats(0, 1),
    }
)
timex = st.fixed_dictionaries(
    {"span": ranges, "type": st.sampled_from(["DATE", "SET", None]), "value": st.sampled_from(["P1D", " p1d", None])}
).map(lambda timex: {**timex, "start": timex["span"][0], "end": timex["span"][1]})
name = st.builds(
    lambda span, label: {"start": span[0], "end": span[1], "label": label},
    ranges,
    st.sampled_from(["person", "ORGANIZATION", "place", "GPE", "LOCATION", "group"]),
)


def documents(layer: str, item: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Some articles, each as a text with gold and predicted annotations of one layer."""
    side = st.lists(item, max_size=6)
    return st.lists(
        st.builds(lambda text, gold, found: (text, {layer: gold}, {layer: found}), texts, side, side),
        min_size=1,
        max_size=3,
    )


def prf(right_predicted: int, predicted: int, right_gold: int, gold: int) -> dict[str, float]:
    precision = right_predicted / predicted if predicted else 0.0
    recall = right_gold / gold if gold else 0.0
    f1 = 200 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"P": round(100 * precision, 1), "R": round(100 * recall, 1), "F": round(f1, 1)}


def letters(text: str, spans: list[list[int]]) -> set[int]:
    return {place for start, end in spans for place in range(start, end) if text[place : place + 1].isalnum()}


def marked(text: str, spans: list[list[int]]) -> bool:
    around = "".join(text[max(start - 1, 0) : end + 1] for start, end in spans)
    return any(mark in around for mark in ('"', "“", "”", "''"))


def side_of(text: str, listed: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found = []
    for each in listed:
        kind = each["kind"] or ("direct" if marked(text, each["content"]) else "indirect")
        item = {"letters": letters(text, each["content"]), "source": letters(text, each["source"]), "kind": kind}
        found.append(item | {"stated": bool(each["source"]), "iou": 0.0, "said": each["confidence"], "mate": None})
    return [item for item in found if item["letters"]]


def paired(text: str, gold: dict[str, Any], found: dict[str, Any]) -> tuple[list[Any], list[Any]]:
    """Pair as the definition says: again and again the closest two of what is left."""
    mine, theirs = side_of(text, gold["quotes"]), side_of(text, found["quotes"])
    while True:
        best = (0.0, -1, -1)
        for i, one in enumerate(mine):
            for j, other in enumerate(theirs):
                if one["mate"] is None and other["mate"] is None and one["letters"] & other["letters"]:
                    iou = len(one["letters"] & other["letters"]) / len(one["letters"] | other["letters"])
                    best = max(best, (iou, i, j))
        if best[0] == 0:
            return mine, theirs
        one, other = mine[best[1]], theirs[best[2]]
        one["mate"], other["mate"], one["iou"], other["iou"] = other, one, best[0], best[0]
        right = bool(one["source"] & other["source"]) if one["source"] else not other["stated"]
        one["right"] = other["right"] = right


def restated_quotes(articles: list[tuple[str, dict[str, Any], dict[str, Any]]]) -> dict[str, Any]:
    sides = [paired(*each) for each in articles]
    union = [[set().union(*(item["letters"] for item in side)) for side in both] for both in sides]
    shared = sum(len(gold & found) for gold, found in union)
    found_letters, gold_letters = sum(len(found) for _, found in union), sum(len(gold) for gold, _ in union)
    result: dict[str, Any] = {"char": prf(shared, found_letters, shared, gold_letters)}
    for kind in ("all", "direct", "mixed", "indirect"):
        gold, found = ([i for both in sides for i in both[s] if kind in ("all", i["kind"])] for s in (0, 1))
        measures = {
            "exact": lambda item: item["letters"] == item["mate"]["letters"],
            "near": lambda item: item["iou"] >= 0.8,
            "half": lambda item: item["iou"] >= 0.5,
            "attr": lambda item: item["iou"] >= 0.5 and item["right"],
            "attr_near": lambda item: item["iou"] >= 0.8 and item["right"],
        }
        counts = {
            name: (sum(bool(i["mate"]) and right(i) for i in found), sum(bool(i["mate"]) and right(i) for i in gold))
            for name, right in measures.items()
        }
        right, half = counts["attr"][1], counts["half"][1]
        result[kind] = {
            "gold": len(gold),
            "pred": len(found),
            **{name: prf(theirs, len(found), mine, len(gold)) for name, (theirs, mine) in counts.items()},
            "speaker_acc": round(100 * right / half, 1) if half else None,
        }
    return result


def both(text: str, gold: dict[str, Any], found: dict[str, Any]) -> tuple[Any, Any]:
    return annotated({"text": text, **gold}), annotated(found, text=text)


@given(documents("quotes", quote))
def test_quotes_are_counted_as_defined(articles: list[Any]) -> None:
    matched = [quotes.match(g.text, g.quotes or (), f.quotes or ()) for g, f in (both(*each) for each in articles)]
    assert quotes.scores(total(map(quotes.tallies, matched))) == restated_quotes(articles)


@given(documents("quotes", quote), st.floats(0, 1))
def test_confidence_is_judged_as_defined(articles: list[Any], threshold: float) -> None:
    matched = [quotes.match(g.text, g.quotes or (), f.quotes or ()) for g, f in (both(*each) for each in articles)]
    judgements = [judgement for each in matched for judgement in judged(each)]
    sides = [paired(*each)[1] for each in articles]
    wanted = [(i["said"], bool(i["mate"] and i["iou"] >= 0.5 and i["right"])) for side in sides for i in side]
    assert judgements == wanted
    table = reliability(judgements)
    assert sum(each.quotes for each in table) == len(judgements)
    assert 0 <= expected_calibration_error(table) <= 1
    kept = [
        (text, gold, {"quotes": [q for q in found["quotes"] if q["confidence"] >= threshold]})
        for text, gold, found in articles
    ]
    certain = restated_quotes(kept)["direct"]["attr"]
    assert sum((at_threshold(each, threshold, ("direct",)) for each in matched), Tally()).to_dict() == certain


def overlap(one: dict[str, Any], other: dict[str, Any]) -> int:
    return len(set(range(one["start"], one["end"])) & set(range(other["start"], other["end"])))


def restated_dates(articles: list[tuple[str, dict[str, Any], dict[str, Any]]]) -> dict[str, Any]:
    count = dict.fromkeys(("gold", "pred", "strict", "relaxed", "value", "type"), 0)
    for _, gold, found in articles:
        free = sorted(found["dates"], key=lambda each: each["start"])
        count["gold"] += len(gold["dates"])
        count["pred"] += len(free)
        for one in gold["dates"]:
            close = [place for place, other in enumerate(free) if overlap(one, other)]
            if not close:
                continue
            other = free.pop(max(close, key=lambda place: (overlap(one, free[place]), place)))
            count["relaxed"] += 1
            count["strict"] += one["span"] == other["span"]
            count["type"] += one["type"] == other["type"]
            count["value"] += (one["value"] is None) == (other["value"] is None)
    result: dict[str, Any] = {"gold": count["gold"], "pred": count["pred"]}
    for measure in ("strict", "relaxed", "value", "type"):
        result[measure] = prf(count[measure], count["pred"], count[measure], count["gold"])
    result["value_acc"] = round(100 * count["value"] / count["relaxed"], 1) if count["relaxed"] else None
    return result


@given(documents("dates", timex))
def test_dates_are_counted_as_defined(articles: list[Any]) -> None:
    sums = total(dates.tallies(g.dates or (), f.dates or ()) for g, f in (both(*each) for each in articles))
    assert dates.scores(sums) == restated_dates(articles)
    kinds = {kind for kind, _, measure in (key.partition(".") for key in sums) if measure}
    assert sum(sums[f"{kind}.value"].right_gold for kind in kinds) == sums["value"].right_gold


@given(documents("entities", name))
def test_entities_are_counted_as_defined(articles: list[Any]) -> None:
    sums = total(entities.tallies(g.entities or (), f.entities or ()) for g, f in (both(*each) for each in articles))
    wanted = {}
    places = ("place", "GPE", "LOCATION")
    for kind, labels in {
        "all": ("person", "ORGANIZATION", *places),
        "person": ("person",),
        "organization": ("ORGANIZATION",),
        "place": places,
    }.items():
        count = [0, 0, 0, 0]
        for _, *sides in articles:
            gold, found = (
                {
                    (each["start"], each["end"], "place" if each["label"] in places else each["label"])
                    for each in side["entities"]
                    if each["label"] in labels
                }
                for side in sides
            )
            bare_gold, bare_found = ({each[:2] for each in side} for side in (gold, found))
            for place, more in enumerate((len(gold), len(found), len(gold & found), len(bare_gold & bare_found))):
                count[place] += more
        wanted[kind] = {
            "gold": count[0],
            "pred": count[1],
            "labelled": prf(count[2], count[1], count[2], count[0]),
            "span": prf(count[3], count[1], count[3], count[0]),
        }
    assert entities.scores(sums) == wanted


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(10, 20)), min_size=1, max_size=20), st.integers(0, 5))
def test_an_interval_is_repeatable_and_within_what_documents_say(rows: list[tuple[int, int]], seed: int) -> None:
    def share(sums: Any) -> float:
        return float(sums[0] / sums[1])

    low, high = bootstrap(rows, share, resamples=50, seed=seed)
    assert (low, high) == bootstrap(rows, share, resamples=50, seed=seed)
    shares = [right / count for right, count in rows]
    assert min(shares) <= low <= high <= max(shares)
