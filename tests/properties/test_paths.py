"""A property may draw the path of a file: where the tests run must not decide whether they pass."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import newskit


@given(st.just(__file__))
def test_a_drawn_path_is_a_text_like_any_other(kit: newskit.Kit, text: str) -> None:
    assert kit.extract(text).text == text
