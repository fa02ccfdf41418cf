"""Titles hold on any text: their parts are in it, and each one has a holder at most once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newskit

WORDS = st.sampled_from(
    [
        "President", "Mr.", "Ann", "Keller", "governor", "one", "of", "the", "and", "as", "served", "Acme", "Corp.",
        "Sens.", "Tulsa", "Okla.", ",", "-based", "D.C.", "’", "'s", "critic", "former", "nominee", "Democratic", "in",
        "campaign", "(", ")", "“", "”", ".", "54", "\n", "\n\n", "who", "is", "QC", "his", "co-host", "--", "author",
        "secretary", "general", "\ud800", "İ",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(WORDS, max_size=50).map(" ".join), st.lists(WORDS, max_size=50).map("".join))


@pytest.fixture(scope="module")
def names_kit() -> newskit.Kit:
    return newskit.Kit(plugins=["newskit_titles", "newskit_names"], block=(), strict=True)


@given(TEXTS)
def test_the_parts_of_a_title_are_words_of_it(names_kit: newskit.Kit, text: str) -> None:
    for title in names_kit.extract(text).titles:
        whole = "".join(title.span.text.split())
        for part in (title.organization, title.place, title.within):
            assert part is None or "".join(part.split()) in whole
        assert title.rule


@given(TEXTS)
def test_a_nominal_mention_is_one_person_s(names_kit: newskit.Kit, text: str) -> None:
    spans = [mention.span for entity in names_kit.extract(text).entities for mention in entity.nominal_mentions]
    assert len(spans) == len({(span.start, span.end) for span in spans})


@given(TEXTS)
def test_the_role_shown_is_of_a_title_that_is_no_honorific_and_no_claim(names_kit: newskit.Kit, text: str) -> None:
    for entity in names_kit.extract(text).entities:
        fit = [title.role for title in entity.titles if not title.honorific and not title.claimed]
        assert entity.role in (fit or [None])
