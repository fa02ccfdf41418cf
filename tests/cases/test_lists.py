"""The long word lists are in order, so that a reader finds a word, and no entry stands twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from lists import ROOT, lists, ordered


@pytest.mark.parametrize("path", lists(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_long_list_is_in_order(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text == ordered(text), "python tests/lists.py puts it in order"


def test_the_order_of_a_list() -> None:
    written = "# Harbours.\nold: of old\nnew: of today\nnew Zorvo\nold Lima\nold Lima\nnew Acme\nold Acme\n"
    assert ordered(written) == "# Harbours.\nold: of old\nnew: of today\n\nold Acme\nold Lima\nnew Acme\nnew Zorvo\n"
