"""Score person-title pairs against the gold set.

Usage: ``score_titles.py PREDICTED.jsonl [GOLD.jsonl …]``. ``PREDICTED`` is what ``newskit extract --format jsonl``
writes; documents are matched by ``id``, and ``text`` must be the text that was annotated. Without ``GOLD`` both files
in ``gold/`` are read. Every gold document must be there, unless ``--only-predicted`` is given. ``--errors N`` lists the
first N of each sort of error on standard error.

A pair is a title and the person who holds it. Predicted pairs are the titles whose ``entity`` is not null and those
that an entity lists in its ``titles``; titles of nobody are neither right nor wrong, since the gold set holds pairs
only. The holder is right where the entity has a mention that overlaps the gold holder, or bears the gold name.

``span``   F1 of pairs: the title's span is exactly the gold's, and the holder is right.
``facts``  F1 of pairs: the title's span overlaps the gold's (each used once, the best overlap first), the holder is
           right, and so are role, organization and place, all three.
``given_found``  for each field the share of the pairs found (overlap and holder right) in which it is right; ``three``
           is role, organization and place together.

Organization, place and within are compared without letter case, article and the shape of marks; in the role also
without prepositions, possessives and words that only tell when it is held ("former", "then", "retired", "longtime").
``attached`` leaves out titles that stand alone (of the predicted those that say so in ``kind``), ``plain`` those that
are an honorific only ("Mr.", "Dr.", "Sir"), on both sides. Only recall is given for each kind, since a prediction need
not say its kind. Prints one JSON object.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent
FIELDS = ("role", "organization", "place", "within")
HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "mx", "messrs", "mme", "dr", "sir", "madam", "lord", "lady", "rev"})
ARTICLES = frozenset({"a", "an", "the"})
FUNCTION_WORDS = ARTICLES | frozenset(
    {"of", "for", "at", "in", "from", "to", "on", "with", "by", "and", "as", "his", "her", "their", "its", "our", "my"}
)
HELD_WHEN = frozenset(
    {
        "former",
        "formerly",
        "ex",
        "then",
        "now",
        "current",
        "currently",
        "incoming",
        "outgoing",
        "late",
        "longtime",
        "onetime",
        "retired",
    }
)


class Pair(NamedTuple):
    """A title, its fields in the form in which they are compared, and its holder."""

    span: tuple[int, int]
    kind: str | None
    fields: dict[str, tuple[str, ...]]
    words: str
    holder: tuple[int, int]
    name: str
    mentions: tuple[tuple[int, int], ...] = ()


def words_of(value: str | None, leave_out: frozenset[str] = ARTICLES) -> tuple[str, ...]:
    """Return the words of a field without case, possessive marks and the words to leave out."""
    plain = re.sub(r"['\u2019]s?(?!\w)", " ", (value or "").casefold())
    plain = plain.replace("\u2019", "'").replace("\u2018", "'")
    return tuple(word for word in re.findall(r"[^\W_]+(?:['.&-][^\W_]+)*", plain) if word not in leave_out)


def role_words(value: str | None) -> tuple[str, ...]:
    """Return the words of a role that tell what the office is."""
    plain = re.sub(r"\b(then|ex)-", r"\1 ", value or "", flags=re.IGNORECASE)
    return words_of(plain, FUNCTION_WORDS | HELD_WHEN)


def fields_of(values: dict[str, str | None]) -> dict[str, tuple[str, ...]]:
    """Return the fields of a title in the form in which they are compared."""
    return {name: (role_words if name == "role" else words_of)(values.get(name)) for name in FIELDS}


def gold_pairs(document: dict[str, Any], text: str) -> list[Pair]:
    """Return the pairs of a gold document, the words taken from the text."""

    def at(span: list[int] | None) -> str | None:
        return None if span is None else text[span[0] : span[1]]

    pairs = []
    for title in document["titles"]:
        values = {name: at(title[name]) for name in FIELDS if name != "role"}
        values["role"] = " ".join(text[a:b] for a, b in title["role"])
        span = (title["start"], title["end"])
        a, b = title["holder"]
        name = at(title["name"]) or ""
        pairs.append(Pair(span, title["kind"], fields_of(values), text[slice(*span)], (a, b), name))
    return pairs


def predicted_pairs(document: dict[str, Any]) -> list[Pair]:
    """Return the pairs of a predicted document: each title with each entity that holds it, in the order of the text."""
    titles, entities = document.get("titles", []), document.get("entities", [])
    held = {(number, title["entity"]) for number, title in enumerate(titles) if title.get("entity") is not None}
    held |= {(number, holder) for holder, entity in enumerate(entities) for number in entity.get("titles", [])}
    pairs = []
    for number, holder in sorted(held):
        title, entity = titles[number], entities[holder]
        mentions = tuple((m["start"], m["end"]) for m in entity.get("mentions", []))
        span = (title["start"], title["end"])
        words = document["text"][slice(*span)]
        pairs.append(Pair(span, title.get("kind"), fields_of(title), words, (0, 0), entity.get("name", ""), mentions))
    return pairs


def overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Return how many code points two spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def same_holder(gold: Pair, predicted: Pair) -> bool:
    """Tell whether the predicted entity is the person who holds the gold title."""
    near = any(overlap(gold.holder, mention) for mention in predicted.mentions)
    return near or words_of(gold.name) == words_of(predicted.name)


def match(gold: list[Pair], predicted: list[Pair], close: Callable[[Pair, Pair], float]) -> list[tuple[Pair, Pair]]:
    """Pair gold and predicted one to one by falling closeness; closeness 0 and a wrong holder never match."""
    candidates = [
        (-close(g, p), i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(predicted)
        if close(g, p) > 0 and same_holder(g, p)
    ]
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    matched = []
    for _, i, j in sorted(candidates):
        if i not in used_gold and j not in used_predicted:
            used_gold.add(i)
            used_predicted.add(j)
            matched.append((gold[i], predicted[j]))
    return matched


def exact(gold: Pair, predicted: Pair) -> float:
    """Return 1 for the same span, else 0."""
    return float(gold.span == predicted.span)


def intersection_over_union(gold: Pair, predicted: Pair) -> float:
    """Return the share of the code points of either title that are in both."""
    shared = overlap(gold.span, predicted.span)
    return shared / (gold.span[1] - gold.span[0] + predicted.span[1] - predicted.span[0] - shared)


def percent(part: int, whole: int) -> float:
    """Return a share in per cent, 0 where there is nothing to share."""
    return round(100 * part / whole, 1) if whole else 0.0


def f1(right: int, predicted: int, gold: int) -> dict[str, float]:
    """Return precision, recall and F1 in per cent."""
    return {"P": percent(right, predicted), "R": percent(right, gold), "F": percent(2 * right, predicted + gold)}


def three_right(gold: Pair, predicted: Pair) -> bool:
    """Tell whether role, organization and place all agree."""
    return all(gold.fields[name] == predicted.fields[name] for name in FIELDS[:3])


def score(documents: list[tuple[list[Pair], list[Pair]]]) -> dict[str, Any]:
    """Return the measures over gold and predicted pairs, given document by document."""
    found, same_span = [], []
    for gold, predicted in documents:
        found += match(gold, predicted, intersection_over_union)
        same_span += match(gold, predicted, exact)
    golds = [g for gold, _ in documents for g in gold]
    count = sum(len(predicted) for _, predicted in documents)
    result: dict[str, Any] = {"gold": len(golds), "predicted": count, "span": f1(len(same_span), count, len(golds))}
    result["facts"] = f1(sum(three_right(g, p) for g, p in found), count, len(golds))
    result["given_found"] = {
        name: percent(sum(g.fields[name] == p.fields[name] for g, p in found), len(found)) for name in FIELDS
    }
    result["given_found"]["three"] = percent(sum(three_right(g, p) for g, p in found), len(found))
    result["span_recall"] = {
        kind: percent(sum(g.kind == kind for g, _ in same_span), sum(g.kind == kind for g in golds))
        for kind in ("before", "after", "alone")
    }
    return result


def is_honorific(pair: Pair) -> bool:
    """Tell whether the title is an honorific and nothing else."""
    words = words_of(pair.words)
    return bool(words) and HONORIFICS.issuperset(words)


def kept(documents: list[tuple[list[Pair], list[Pair]]], keep: Callable[[Pair], bool]) -> list[Any]:
    """Return the documents with only those pairs on both sides that are to be kept."""
    return [(list(filter(keep, gold)), list(filter(keep, predicted))) for gold, predicted in documents]


def list_errors(documents: list[tuple[list[Pair], list[Pair]]], most: int) -> None:
    """Print the first errors of each sort: missed, wrong span, wrong field, and pairs that are not in the gold."""
    errors: dict[str, list[str]] = {"missed": [], "span": [], "fields": [], "spurious": []}
    for gold, predicted in documents:
        found = match(gold, predicted, intersection_over_union)
        errors["missed"] += [f"{g.words!r} of {g.name}" for g in gold if all(g is not x for x, _ in found)]
        errors["spurious"] += [f"{p.words!r} of {p.name}" for p in predicted if all(p is not x for _, x in found)]
        errors["span"] += [f"{g.words!r} got {p.words!r}" for g, p in found if g.span != p.span]
        errors["fields"] += [
            f"{g.words!r} {name}: {' '.join(g.fields[name])!r} got {' '.join(p.fields[name])!r}"
            for g, p in found
            for name in FIELDS[:3]
            if g.fields[name] != p.fields[name]
        ]
    for sort, lines in errors.items():
        print(f"{sort}: {len(lines)}", *lines[:most], sep="\n  ", file=sys.stderr)


def read(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def main() -> int:
    """Read gold and predictions, print the scores, return the exit status."""
    parser = argparse.ArgumentParser(description="Score person-title pairs against the gold set.")
    parser.add_argument("predicted", type=Path)
    parser.add_argument("gold", type=Path, nargs="*", default=sorted((HERE / "gold").glob("titles-*.jsonl")))
    parser.add_argument(
        "--only-predicted", action="store_true", help="leave out gold documents that have no prediction"
    )
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="list N errors of each sort")
    arguments = parser.parse_args()
    predictions = {document["id"]: document for document in read(arguments.predicted)}
    documents: list[tuple[list[Pair], list[Pair]]] = []
    missing: list[str] = []
    for gold in (document for path in arguments.gold for document in read(path)):
        predicted = predictions.get(gold["id"])
        if predicted is None:
            missing.append(gold["id"])
            continue
        text = predicted["text"]
        whole = gold.get("sha256") or hashlib.sha256(gold["text"].encode()).hexdigest()
        if hashlib.sha256(text.encode()).hexdigest() != whole:
            print(f"{gold['id']}: the text is not the one that was annotated", file=sys.stderr)
            return 1
        documents.append((gold_pairs(gold, text), predicted_pairs(predicted)))
    if missing and not arguments.only_predicted:
        print(f"not predicted: {', '.join(missing)}", file=sys.stderr)
        return 1
    rows = {
        "all": documents,
        "attached": kept(documents, lambda pair: pair.kind != "alone"),
        "plain": kept(documents, lambda pair: not is_honorific(pair)),
    }
    print(json.dumps({"documents": len(documents), **{name: score(row) for name, row in rows.items()}}, indent=1))
    if arguments.errors:
        list_errors(documents, arguments.errors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
