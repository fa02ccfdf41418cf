"""The features of the model by name, and that their places are those of the weights that ship."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from zlib import crc32

import pytest

import newskit
from newskit_quotes.codes import MASK, NOUGHT
from newskit_quotes.features import Read, Seen, as_values, compiled, features
from newskit_quotes.model import SCORERS, Scorer

TEXT = """“The bridge is shut for now,” Maria Ruiz, the mayor of Porto, said on Monday. “We have no money.”

According to the port, the ferry “will sail again”, and Ruiz thinks that it might be late, but did not say why.

The harbour will open in May, says Ruiz, who denied claims that it was sold. Her promise to pay was “brave”.
"""


def test_every_feature_has_a_name_of_its_own() -> None:
    names = Counter(feature.name for group in features().values() for feature in group)
    assert len(names) == names.total() == 129
    assert {"cue:word", "cue:lemma+tag+passive", "end:mark+after", "speech:always_1"} <= names.keys()


def test_every_scorer_has_features_and_no_number_twice() -> None:
    assert features().keys() - {"source_none"} == set(SCORERS) - {"layout"}
    for group in features().values():
        numbers = Counter(feature.number for feature in group)
        assert numbers.total() == len(numbers), group


def test_a_value_is_the_sum_of_the_columns() -> None:
    columns = sorted({column for feature in features()["left_start"] for column in feature.columns})
    codes = {column: 100 * place for place, column in enumerate(columns, 1)}
    values = compiled("left_start", " ".join(columns))(*codes.values())
    named = dict(zip([feature.name for feature in features()["left_start"]], values, strict=True))
    assert named["left_start:edge+verbs+gap"] == codes["edge"] + 3 * codes["verbs"] + 5 * codes["gap"] + 6
    assert max(values) <= MASK
    nearest = codes["tag"] + 3 * codes["edge"] + 5 * codes["gap"] + 13 * codes["nearest"] + 10
    assert named["left_start:tag+edge+gap+nearest"] == nearest


def test_a_column_that_no_feature_has_is_refused() -> None:
    with pytest.raises(ValueError, match=r"features\.txt: cue: no feature has the columns \['wrod'\]"):
        compiled("cue", " ".join({column for feature in features()["cue"] for column in feature.columns} | {"wrod"}))


def test_the_places_are_those_of_the_weights_that_ship(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: set[tuple[int, ...]] = set()
    reads, scores = Scorer.reads, Scorer.scores

    def keep(self: Scorer, columns: Seen) -> Read[int]:
        summed, values = reads(self, columns), as_values(columns)

        def read(*shared: int) -> Callable[..., int]:
            def score(*own: int) -> int:
                found = values(*shared)(*own)
                seen.add(found)
                score = summed(*shared)(*own)
                assert score == sum(self.table[value] - NOUGHT for value in found)
                return score

            return score

        return read

    def keep_layouts(self: Scorer, values: Sequence[int], sides: Sequence[int]) -> list[int]:
        turned = [tuple((value + side) & MASK for value in values) for side in sides]
        seen.update(turned)
        found = scores(self, values, sides)
        assert found == [sum(self.table[value] - NOUGHT for value in each) for each in turned]
        return found

    monkeypatch.setattr(Scorer, "reads", keep)
    monkeypatch.setattr(Scorer, "scores", keep_layouts)
    newskit.Kit(plugins=["newskit_structure", "newskit_quotes"], strict=True).extract(TEXT)
    # Of the code that the weights were trained with. Another sum asks for new weights (benchmarks/train_quotes.py).
    assert (len(seen), crc32(repr(sorted(seen)).encode())) == (58, 1423053204)
