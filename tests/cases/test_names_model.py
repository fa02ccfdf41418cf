"""The model of names: the likeliest tags, names from tags, and that it sums what it is trained on."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

import newskit
from newskit_names import model
from newskit_names.lexicon import lexicon
from newskit_names.model import TAGS, WEIGHTS
from newskit_names.options import OwnNames
from newskit_names.recognizer import Recognizer
from newskit_names.tagging import Found, Tagging, spans

WEIGHT = st.integers(-3, 3)
ROW = st.tuples(*[WEIGHT] * 3)


@given(scores=st.lists(ROW.map(list), min_size=1, max_size=4), follow=st.tuples(ROW, ROW, ROW))
def test_no_other_tags_are_likelier(scores: list[list[int]], follow: tuple[tuple[int, ...], ...]) -> None:
    def summed(tags: tuple[int, ...]) -> int:
        steps = sum(follow[after][before] for before, after in itertools.pairwise(tags))
        return steps + sum(row[tag] for row, tag in zip(scores, tags, strict=True))

    most = max(map(summed, itertools.product(range(3), repeat=len(scores))))
    assert summed(tuple(model.best(scores, follow))) == most


def test_names_from_tags() -> None:
    tags = [TAGS.index(tag) for tag in "PpnPOoolL"]
    assert list(spans(tags, range(10, 19))) == [
        Found(10, 12, "person"),
        Found(13, 14, "person"),
        Found(14, 17, "organization"),
        Found(17, 18, "place"),
        Found(18, 19, "place"),
    ]


def test_a_token_has_the_weights_of_its_features() -> None:
    known = lexicon(OwnNames())
    table = model.weights(WEIGHTS[True], known)
    seen: list[bool] = []

    @newskit.extractor(newskit.Entity, reads=(newskit.Title,), name="look")
    def look(doc: newskit.Doc) -> list[newskit.Entity]:
        recognizer = Recognizer(doc, known, table)
        tagging = Tagging(doc, recognizer.candidates, {"Zorville": "place"}, recognizer.segmenter.role_tokens, table)
        tokens = itertools.chain.from_iterable(tagging.stretches())
        seen.extend(tagging.score(index) == model.unpacked(table.sum(tagging.features(index))) for index in tokens)
        return []

    class Plugin:
        __name__ = "look"

        @newskit.hookimpl
        def newskit_extractors(self) -> list[newskit.Extractor]:
            return [look]

    text = "Ann Roe of the Zorvel Water Board (ZWB) met Mizra in Zorville, Peru. The ZWB and Kent and Zorb Police left."
    newskit.Kit(plugins=["newskit_titles"], add=[Plugin()], strict=True).extract(text)
    assert seen
    assert all(seen)
