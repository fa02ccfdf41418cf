"""Laws of the quotes plugin on any text: nothing raises, spans fit, and the rules alone keep the same laws."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import newskit

WORDS = ["said", "Lopez", "that", "the", "bridge", "according", "to", "she", "told", ",", ".", ":", '"', "“", "”", "''"]
WORDS += [
    "—",
    "\n\n",
    "claim",
    "who",
    "was",
    "expected",
    "and",
    "but",
    "did",
    "not",
    "A:",
    "on",
    "Monday",
    "'s",
    "(",
    ")",
]
newslike = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)


@pytest.fixture(scope="module", params=[True, False], ids=["model", "rules"])
def kit(request: pytest.FixtureRequest) -> newskit.Kit:
    options = {"newskit_quotes": {"model": request.param}}
    return newskit.Kit(plugins=["newskit_quotes"], options=options, strict=True)


@settings(deadline=None)
@given(text=newslike | st.text(max_size=200))
@example(text="said that and")
@example(text="said said said claim said Lopez said ( Lopez")
@example(text="Lopez said the new mayor (")
@example(text="He was expected by")
def test_nothing_raises_and_every_piece_is_text(kit: newskit.Kit, text: str) -> None:
    for quote in kit.extract(text).quotes:
        assert quote.rule
        assert 0 <= quote.confidence <= 1
        assert [(span.start, span.end) for span in quote.content] == sorted((s.start, s.end) for s in quote.content)
        assert all(one.end <= two.start for one, two in zip(quote.content, quote.content[1:], strict=False))


@settings(deadline=None)
@given(text=newslike)
def test_the_same_text_gives_the_same_quotes(kit: newskit.Kit, text: str) -> None:
    assert kit.extract(text).quotes == kit.extract(text).quotes
