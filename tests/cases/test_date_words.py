"""TIMEX3 values as people say them, and what has no words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit import Span, TimeExpression, TimeType
from newskit.formats.date_words import in_words

SPAN = Span(0, 1, "x")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2025-02-17", "17 February 2025"),
        ("2025-02", "February 2025"),
        ("2025", "2025"),
        ("198", "the 1980s"),
        ("19", "the 20th century"),
        ("10", "the 11th century"),
        ("20", "the 21st century"),
        ("2004-SU", "summer 2004"),
        ("XXXX-WI", "winter"),
        ("2025-Q2", "the second quarter of 2025"),
        ("2025-H1", "the first half of 2025"),
        ("2025-W08", "the week of 17 February 2025"),
        ("2025-W08-WE", "the weekend of 22 February 2025"),
        ("XXXX-WXX-2", "Tuesday"),
        ("XXXX-12-25", "25 December"),
        ("2025-02-17TEV", "17 February 2025, evening"),
        ("2025-02-17T15:00", "17 February 2025, 15:00"),
        ("T09", "09:00"),
        ("2025-02-17T15:00Z", "17 February 2025, 15:00 UTC"),
        ("PAST_REF", "in the past"),
        ("PRESENT_REF", "now"),
        ("FUTURE_REF", "in the future"),
        ("P1W", "a week"),
        ("P3D", "3 days"),
        ("PXY", "some years"),
        ("P2.5Y", "2.5 years"),
        ("P1Y6M", "a year 6 months"),
        ("PT1H", "an hour"),
        ("PT2H30M", "2 hours 30 minutes"),
        ("P2DE", "2 decades"),
        ("P3CE", "3 centuries"),
    ],
)
def test_values_in_words(value: str, said: str) -> None:
    assert in_words(TimeExpression(SPAN, "DATE", value)) == said


@pytest.mark.parametrize(
    ("value", "mod", "said"),
    [
        ("2025-02", "START", "the start of February 2025"),
        ("P10Y", "APPROX", "about 10 years"),
        ("P3D", "EQUAL_OR_MORE", "at least 3 days"),
        ("2025", "SOMETHING", "2025"),
    ],
)
def test_what_modifies_a_value_is_said(value: str, mod: str, said: str) -> None:
    assert in_words(TimeExpression(SPAN, "DATE", value, mod)) == said


@pytest.mark.parametrize(
    ("value", "quant", "freq", "said"),
    [
        ("XXXX-WXX-2", "EVERY", None, "every Tuesday"),
        ("P1D", "EVERY", None, "every day"),
        ("P1Y", "EACH", "2X", "2 times each year"),
        ("P1W", None, "1X", "once every week"),
    ],
)
def test_what_comes_again(value: str, quant: str | None, freq: str | None, said: str) -> None:
    assert in_words(TimeExpression(SPAN, "SET", value, quant=quant, freq=freq)) == said


@pytest.mark.parametrize("value", ["", "P", "PT", "9999-W53", "2025-W99", "soon", "2025-02-17Tx", "TXX"])
def test_what_has_no_words_stays_as_it_is(value: str) -> None:
    assert in_words(TimeExpression(SPAN, "DATE", value)) == value


@given(st.text("0123456789XPTWESUMOYDQH-:.ZC", max_size=14), st.sampled_from(["DATE", "SET", "DURATION", "TIME"]))
def test_no_value_fails(value: str, kind: TimeType) -> None:
    assert isinstance(in_words(TimeExpression(SPAN, kind, value)), str)
