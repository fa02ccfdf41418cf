from __future__ import annotations

import pytest

from newskit.bench import not_speech, quotes
from newskit.bench.annotated import Attribution, annotated
from newskit.bench.confidence import expected_calibration_error, reliability
from newskit.bench.tally import Share, Tally, bootstrap
from newskit.errors import InputError

TEXT = "The “rowboat” tax is dead, said Ann Roe. “We won,” she added. Her “gold plan” stays."


def spot(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def test_a_share_is_rounded_from_its_counts() -> None:
    assert Share(57, 80).rounded() == round(100 * 57 / 80, 1)
    assert Share().rounded() is None
    assert Tally().to_dict() == {"P": 0.0, "R": 0.0, "F": 0.0}
    with pytest.raises(ValueError, match="no rows"):
        bootstrap([], sum)


def test_a_stretch_in_no_attribution_is_not_speech() -> None:
    said = Attribution((spot("“We won,”"),), "direct", source=(spot("she"),))
    tax = Attribution((spot("The “rowboat” tax is dead"),), "mixed")
    plan = Attribution((spot("Her “gold plan” stays"),), "mixed")
    assert not_speech.tally(TEXT, [said, tax], [said, tax]) == Tally.of(1, 1, 1)
    assert not_speech.tally(TEXT, [said, tax], [said]) == Tally.of(1, 2, 1)
    assert not_speech.tally(TEXT, [said, tax], [said, tax, plan]) == Tally.of(0, 0, 1)
    assert not_speech.tally(TEXT, [], [], most=1) == Tally.of(1, 1, 1)


def test_a_missing_source_is_right_when_the_gold_has_none() -> None:
    bare, named = Attribution((spot("We won"),), "direct"), Attribution((spot("We won"),), "direct", speaker="Ann Roe")
    sourced = Attribution((spot("We won"),), "direct", source=(spot("Ann Roe"),))
    assert quotes.source_right(TEXT, bare, bare)
    assert not quotes.source_right(TEXT, bare, named)
    assert quotes.source_right(TEXT, sourced, named)
    assert not quotes.source_right(TEXT, sourced, bare)


def test_calibration_is_the_mean_distance_of_said_and_right() -> None:
    table = reliability([(0.95, True), (0.95, False), (0.25, False), (1.0, True)])
    assert [(each.low, each.quotes, round(each.right, 2)) for each in table] == [(0.2, 1, 0.0), (0.9, 3, 0.67)]
    assert expected_calibration_error(table) == pytest.approx((0.25 + 3 * abs(2.9 / 3 - 2 / 3)) / 4)
    assert expected_calibration_error(()) == 0


@pytest.mark.parametrize(
    ("record", "field"),
    [
        ({"text": 3}, "text"),
        ({}, "text"),
        ({"text": "", "quotes": {}}, "quotes"),
        ({"text": "", "dates": [{"start": 1}]}, "dates[0]"),
        ({"text": "", "quotes": [{"content": [[0, 1]]}, {"content": [[3, 2]]}]}, "quotes[1].content"),
        ({"text": "", "entities": [7]}, "entities[0]"),
    ],
)
def test_a_bad_record_names_its_field(record: dict[str, object], field: str) -> None:
    with pytest.raises(InputError) as caught:
        annotated(record)
    assert caught.value.field == field
