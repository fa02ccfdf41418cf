"""Whom "he" and "she" stand for, and by what evidence."""

from __future__ import annotations

import pytest

import newskit
from newskit.linking import Genders
from newskit.text import female_share


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [("Susan", 0.9, 1), ("João", 0, 0.1), ("Kim", 0.3, 0.7), ("Anne-Marie", 0.9, 1), ("Jean-Zorb", 0.3, 0.7)],
)
def test_a_given_name_has_a_share_and_no_verdict(name: str, low: float, high: float) -> None:
    share = female_share(name)
    assert share is not None
    assert low <= share <= high


def test_a_name_that_is_not_listed_has_no_share() -> None:
    assert female_share("Zorvelina") is None


def pronouns(kit: newskit.Kit, text: str) -> dict[str, list[tuple[str, str]]]:
    entities = kit.extract(text).entities
    return {each.name: [(mention.span.text, mention.rule) for mention in each.pronouns] for each in entities}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Laura Roe met David Lind in Oslo. "It leaks," he said.', "David Lind"),
        ('David Lind met Laura Roe in Oslo. "It leaks," she said.', "Laura Roe"),
        ('The book was written by Laura Roe. "It took years," she said.', "Laura Roe"),
        ("The prize went to Laura Roe. She said it was late.", "Laura Roe"),
        ('Laura Roe came alone. "It leaks," he said.', None),
        ('Mr. Roe praised Mrs. Lind. "It leaks," she said.', "Lind"),
        # A woman without a name spoke last, and the pronoun is hers.
        ('Laura Roe left. "It leaks," a spokeswoman said. She said it was old.', None),
    ],
)
def test_the_speaker_of_a_pronoun(kit: newskit.Kit, text: str, speaker: str | None) -> None:
    quotes = [
        quote for quote in kit.extract(text).quotes if quote.source and quote.source.text.lower() in {"he", "she"}
    ]
    assert [quote.speaker and quote.speaker.name for quote in quotes] == [speaker]


def test_what_pronouns_tell_of_a_name_that_tells_nothing(kit: newskit.Kit) -> None:
    found = pronouns(
        kit, "Kim Lind came late. She was tired. David Poe met Kim Lind. He left. Kim Lind met David Poe. She left."
    )
    assert found["Kim Lind"] == [("She", "only person it fits")] * 2
    assert found["David Poe"] == [("He", "only person it fits")]


def test_a_guess_is_no_evidence_for_the_next_pronoun(kit: newskit.Kit) -> None:
    text = "Robin Lind met Robin Roe. She left. Robin Lind was tired."
    found = pronouns(kit, text)
    assert found["Robin Lind"] == [("She", "subject before it")]
    (entity, _) = kit.extract(text).entities
    assert Genders([entity]).likelihood(0, "male") > 0.5


def test_words_that_contradict_the_given_name_say_nothing(kit: newskit.Kit) -> None:
    found = pronouns(kit, "To see his mother, David Lind left. He was tired.")
    assert found["David Lind"][-1] == ("He", "only person it fits")


def test_pronouns_within_quotation_marks_are_not_the_articles(kit: newskit.Kit) -> None:
    assert pronouns(kit, 'Ann Roe came. "She was late," David Lind said.')["Ann Roe"] == []
