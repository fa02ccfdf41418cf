"""Names that small and common words hide, or that stand apart from the name in full: nicknames, Md, So, Gift."""

from __future__ import annotations

import pytest

import newskit

PEOPLE = [
    # a nickname in marks or brackets stands for its bearer alone, unless it is another's name
    ("Alexandra “Zorvy” Barton drives a bus. Zorvy sings.", {"Alexandra “Zorvy” Barton": 2}),
    ("Gerald 'Chip' Barton rows. On Monday Chip won.", {"Gerald 'Chip' Barton": 2}),
    ("Benjamin (Ben) Keller left. Ben wept.", {"Benjamin (Ben) Keller": 2}),
    (
        "Benjamin (Ben) Keller left. His son Ben Keller stayed. Ben wept.",
        {"Benjamin (Ben) Keller": 1, "Ben Keller": 2},
    ),
    # common words that are given names, where a sentence begins
    ("Gift Ngoma said it was late.", {"Gift Ngoma": 1}),
    ("Patience Gift, a plumber, was late.", {"Patience Gift": 1}),
    ("Will Power, a plumber, was late.", {"Will Power": 1}),
    ("Gift shops, 45 of them, were late.", {}),
    # small words that are surnames
    ("Jacky So Yun-yuk left. The judge told So to stay. So it goes.", {"Jacky So Yun-yuk": 2}),
    ("Speaker You Si-kun spoke. On Wednesday, You met them. You never know.", {"You Si-kun": 2}),
    ("Yvonne So left. So said it was late. So said the mayor.", {"Yvonne So": 2}),
    # the noun of a body that is a surname
    ("Rev. Hope Church opened the door. Church wept.", {"Hope Church": 2}),
    ("Dr Eva Bank wept.", {"Eva Bank": 1}),
    ("Grace Church opened in May.", {}),
    ("Ana dos Zorvel Roe sings. Dos Zorvel wept.", {"Ana dos Zorvel Roe": 2}),
    # months before particles
    ("Jan de Zorvel and Ann Roe left.", {"Jan de Zorvel": 1, "Ann Roe": 1}),
    # abbreviations before a name, and Md, which is one
    ("Health CS Ann Keller left. Interior PS Al Barton stayed.", {"Ann Keller": 1, "Al Barton": 1}),
    ("Sinn Féin TD Ann Keller left.", {"Ann Keller": 1}),
    ("Her father Md Rahim Ali left.", {"Md Rahim Ali": 1}),
    ("The MD Rahim Ali left.", {"Rahim Ali": 1}),
    # names in -ing, which are no verbs
    ("Tsering Zorvel left.", {"Tsering Zorvel": 1}),
    ("Chasing Ann Keller, he left.", {"Ann Keller": 1}),
    # a place before a full name
    ("In London David Keller wept.", {"David Keller": 1}),
    ("In New York Tom Keller wept.", {"Tom Keller": 1}),
    ("She played Paris Keller.", {"Paris Keller": 1}),
    ("Ana de Souza e Silva left. De Souza e Silva wept.", {"Ana de Souza e Silva": 2}),
]


@pytest.mark.parametrize(("text", "people"), PEOPLE)
def test_people_whom_small_and_common_words_hide(text: str, people: dict[str, int]) -> None:
    found = {each.name: len(each.mentions) for each in newskit.extract(text).entities if each.kind == "person"}
    assert found == people


@pytest.mark.parametrize(
    "text",
    [
        "They asked Gen Z and Gen Zers.",
        "It costs Rs 174 now.",
        "His album, “Jack in the Box”, is new.",
        "The iwi, Ngāti Zorvel, agreed.",
        "The report found Latent Zorvelphobia.",
        "China Zorvel agreed.",
        "They met politicians like Zorvel Council leader.",
        "In the end ZFC B lost.",
    ],
)
def test_who_is_nobody(text: str) -> None:
    assert not [each.name for each in newskit.extract(text).entities if each.kind == "person"]


def test_towns_with_an_arabic_article_in_a_list() -> None:
    found = newskit.extract("It rained in Fujairah, Al Zorva, Dubai, Sharjah, Al Glint, and Abu Dhabi.").entities
    assert {each.kind for each in found} == {"place"}
