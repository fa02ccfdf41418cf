"""What stands beside a token: a text may begin and end anywhere, and its last token tells nothing of its first."""

from __future__ import annotations

import attrs
import pytest
from columns import Column, OutsideError, refusing_columns
from conftest import FIRST_PARTY
from hypothesis import assume, given
from hypothesis import strategies as st
from written import texts_of_tests

import newskit
from newskit.text import Ground

_MANY = 80
"""Tokens of a text of the tests that is tried in all its prefixes and suffixes."""

_PEOPLE = "Ann Poe|Emmanuel Macron|Roe|Mr.|Dr.|Lt. Gov.|Jr.|King|Dean|J.|QC|AFP|ABC|SFC|D-Ohio|Zorb|NATO|Acme Corp."
_TITLES = (
    "president|spokesman|mayor|head|judge|Judge|chief executive|chairman|founder|Democratic|co-host|vice|of|for|as|at|"
    "based|-based|year-old|old|55|former|one|his|The|the|a|and|&|elected|serve|work|may|become|is|was|later|Ohio|Norway|"
    "Committee|Council|Bank|Ministry|town|family|company"
)
_CUES = (
    "said|says|told|announced|according to|according|asked|quoted|cited|saying|highlighting|hoping|claims|denied|named|"
    "that|who|which|whether|by|to|in|with|but|not|did|he|she|they|I|interview|Applauding the plan|from"
)
_DATES = (
    "March|May|Tuesday|Monday|2021|1990s|3|12:30|p.m.|noon|now|century|quarter|week|weeks|days|days later|last|this|"
    "next|past|early|mid-|since|until|ago|on|events|tomorrow|today|few|hot|no|beyond|fall|century|first|many"
)
_MARKS = "\"|“|”|‘|’|'|``|''|(|)|[|]|,|.|;|:|-|--|–|—|…|...|?|!|$|#|/|%|'s|’s|\n|\n\n"
_LAST = (*_MARKS.split("|"), "and", "of", "as", "be", "old", "said", "was", "19", "AUX", "that", "The", "his")
_REST = "\n\nNobody in the street could see what the two of them had in mind, and so it went on in the same way"


OPENINGS = (
    "Applauding the risks of the plan, the mayor left on Monday.",
    "Saying that the port was safe, the mayor of Lima left.",
    "said Ann Poe, the mayor of Lima.",
    "According to Ann Poe, the port is safe.",
    "Quoted by the paper, Ann Poe left.",
    "says the mayor the port is safe.",
    "warned the mayor that the port was shut, Ann Poe left.",
    "named Ann Poe the head of the port.",
    "the president of Acme Corp. left.",
    "president of Norway (AFP)",
    "head of the port, Ann Poe left.",
    ", Okla., police officer Ann Poe left.",
    "-- Judge Ann Poe left.",
    "a judge in Ohio left.",
    "serve as president of Norway.",
    "'' Ann Poe said.",
    "of tomorrow the mayor said nothing.",
    "of Acme, a town in Ohio, left.",
    "2021 was the year of the storm.",
)
TRIGGERS = [word for words in (_PEOPLE, _TITLES, _CUES, _DATES, _MARKS) for word in words.split("|")]
SENTENCES = st.lists(st.sampled_from(TRIGGERS), min_size=1, max_size=12).map(" ".join)
TEXTS = st.sampled_from(texts_of_tests()) | SENTENCES


@pytest.fixture(scope="module", params=[True, False], ids=["model", "rules"])
def strict_kit(request: pytest.FixtureRequest) -> newskit.Kit:
    return newskit.Kit(plugins=FIRST_PARTY, block=(), options={"newskit_quotes": {"model": request.param}}, strict=True)


def cut_texts(text: str) -> list[str]:
    """Return a text with each of its prefixes and suffixes at the bounds of tokens, of a long one the outermost."""
    tokens = Ground(text).tokens
    ends, starts = tokens.ends[:_MANY], tokens.starts[-_MANY:]
    return sorted({text, *(text[:end] for end in ends), *(text[start:] for start in starts)})


@given(TEXTS)
def test_a_text_may_begin_and_end_anywhere(strict_kit: newskit.Kit, text: str) -> None:
    cuts = cut_texts(text)
    with refusing_columns():
        for cut in cuts:
            strict_kit.extract(cut, published="2025-02-18")


@pytest.mark.parametrize("opening", OPENINGS)
def test_the_last_token_of_a_text_tells_nothing_of_what_opens_it(strict_kit: newskit.Kit, opening: str) -> None:
    assert_same_for_every_last_token(strict_kit, opening)


@given(TEXTS, st.integers(0, 12))
def test_the_last_token_of_a_text_tells_nothing_of_its_first_sentence(
    strict_kit: newskit.Kit, text: str, first: int
) -> None:
    starts = [0, *Ground(text).tokens.starts]
    opening = text[starts[min(first, len(starts) - 1)] :]
    # A mark far behind may end a quotation that is left open.
    assume(all(each.closed for each in Ground(f"{opening}{_REST}").quotations))
    assert_same_for_every_last_token(strict_kit, opening)


def assert_same_for_every_last_token(kit: newskit.Kit, text: str) -> None:
    """Check that what is found in a text does not change with the last token of a paragraph far behind it."""

    def found(last: str) -> list[object]:
        document = kit.extract(f"{text}{_REST} {last}", published="2025-02-18")
        spans = [(title, title.span) for title in document.titles]
        spans += [(date, date.span) for date in document.dates]
        spans += [(without_pronouns(quote), quote.content[0]) for quote in document.quotes]
        return [annotation for annotation, span in spans if span.start < len(text)]

    expected = found("then")
    for last in _LAST:
        assert found(last) == expected, last


def without_pronouns(quote: newskit.Quote) -> newskit.Quote:
    """Return a quote whose speaker has no pronouns: one far behind is his too.

    How sure the speaker is whom "she" stands for goes by all of those, of the other gender too.
    """
    speaker = quote.speaker and attrs.evolve(quote.speaker, pronouns=())
    if quote.source is None or quote.source.text.lower() not in ("he", "she"):
        return attrs.evolve(quote, speaker=speaker)
    return attrs.evolve(quote, speaker=speaker, confidence=0.5, speaker_confidence=None)


def test_a_column_refuses_what_lies_before_the_text() -> None:
    words = Column(["Ann", "Poe"])
    for index in (-1, slice(-1, 1), slice(0, -1)):
        with pytest.raises(OutsideError):
            words[index]
    assert words[:2] == words[0:] == ["Ann", "Poe"]


def test_every_extractor_runs_on_columns_that_refuse() -> None:
    made = newskit.Kit(plugins=FIRST_PARTY, block=(), strict=True)
    text = 'Ann Poe, mayor of Lima, said on Monday that "the port is safe".'
    with refusing_columns():
        ground = Ground(text)
        assert type(ground.tokens.words) is type(ground.tokens.starts) is type(ground.tags) is Column
        document = made.extract(text)
    assert all((document.parts, document.dates, document.titles, document.entities, document.quotes))
    assert document == made.extract(text)
