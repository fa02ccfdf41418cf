"""The titles as ``newskit bench`` counts them, against the gold set's own scorer, on random pairs."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from newskit.bench import titles
from newskit.bench.annotated import annotated
from newskit.bench.tally import total


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCORER = load(Path(__file__).parents[2] / "benchmarks" / "score_titles.py")
WORDS = ("Mr.", "the", "ex-chief", "of", "Oslo's", "Port", "Board", "former", "Ann", "Roe", "mayor", "and")
texts = st.lists(st.sampled_from(WORDS), min_size=12, max_size=12).map(" ".join)
spans = st.tuples(st.integers(0, 34), st.integers(1, 12)).map(lambda pair: [pair[0], pair[0] + pair[1]])
kinds = st.sampled_from(["before", "after", "alone"])
maybe = st.none() | spans
gold_title = st.builds(
    lambda span, **fields: {"start": span[0], "end": span[1], **fields},
    spans,
    kind=kinds,
    holder=spans,
    name=spans,
    role=st.lists(spans, max_size=2),
    organization=maybe,
    place=maybe,
    within=maybe,
)
words = st.none() | st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join)
found_title = st.builds(
    lambda span, **fields: {"start": span[0], "end": span[1], **fields},
    spans,
    kind=kinds,
    entity=st.none() | st.integers(0, 1),
    role=words,
    organization=words,
    place=words,
    within=words,
)
entity = st.builds(
    lambda name, mentions, held: {
        "name": name,
        "mentions": [{"start": start, "end": end} for start, end in mentions],
        "titles": held,
    },
    st.sampled_from(["Ann Roe", "the Roe", "Port"]),
    st.lists(spans, max_size=2),
    st.lists(st.integers(0, 3), max_size=1),
)
articles = st.builds(
    lambda text, gold, found, entities: (
        {"text": text, "titles": gold},
        {
            "text": text,
            "titles": found,
            "entities": [{**each, "titles": [n for n in each["titles"] if n < len(found)]} for each in entities],
        },
    ),
    texts,
    st.lists(gold_title, max_size=5),
    st.lists(found_title, max_size=5),
    st.lists(entity, min_size=2, max_size=2),
)


def restated(documents: list[tuple[Any, Any]]) -> dict[str, Any]:
    kept = SCORER.kept
    attached, plain = (
        kept(documents, lambda p: p.kind != "alone"),
        kept(documents, lambda p: not SCORER.is_honorific(p)),
    )
    rows = {"all": documents, "attached": attached, "plain": plain}
    return {name: SCORER.score(row) for name, row in rows.items()}


@given(st.lists(articles, min_size=1, max_size=3))
def test_titles_are_counted_as_the_gold_set_counts_them(pairs: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    wanted = restated([(SCORER.gold_pairs(gold, gold["text"]), SCORER.predicted_pairs(found)) for gold, found in pairs])
    read = [(gold["text"], annotated(gold).titles or (), annotated(found).titles or ()) for gold, found in pairs]
    scores: Any = titles.scores(total(titles.tallies(*each) for each in read))
    for row, expected in wanted.items():
        counted = scores[row]
        assert (counted["gold"], counted["pred"]) == (expected["gold"], expected["predicted"])
        assert (counted["span"], counted["facts"]) == (expected["span"], expected["facts"])
        for shares in ("given_found", "span_recall"):  # the scorer says 0 of nothing
            assert {name: share or 0.0 for name, share in counted[shares].items()} == expected[shares]
