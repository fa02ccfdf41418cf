"""Names on the ordinary pages of news sites: sport, shopping, culture, local news."""

from __future__ import annotations

import pytest

import newskit

FOUND = {
    "person and a body behind and": (
        "Ohio Governor Mark Zorvel and Corland University president Anna Reese met on Monday.",
        {("person", "Mark Zorvel"), ("organization", "Corland University"), ("person", "Anna Reese")},
    ),
    "two bodies behind and": (
        "They came from the Corland Museum of Art and Zorvel Museum of Science in May.",
        {("organization", "Corland Museum of Art"), ("organization", "Zorvel Museum of Science")},
    ),
    "noun that begins a sentence and a body's name": (
        "Sugar Regulatory Administration officials left. They were late.",
        {("organization", "Sugar Regulatory Administration"), ("group", "Sugar Regulatory Administration officials")},
    ),
    "broadcaster's number": (
        "She left BBC Radio 1 and came to Channel 4 in May.",
        {("organization", "BBC Radio 1"), ("organization", "Channel 4")},
    ),
    "teams and positions": (
        "The Chiefs DT Carl Zorvel and Buccaneers WR Mike Enders met.",
        {("person", "Carl Zorvel"), ("person", "Mike Enders"), ("organization", "Buccaneers")},
    ),
    "labels of a table": ("HORSEPOWER: 181hp\nTORQUE: 151lb.\nGRIPES: Very small", set()),
    "labels of a transcript": (
        "BLITZO: I say no.\nZORBA: Why?\nBLITZO: Because.",
        {("person", "BLITZO"), ("person", "ZORBA")},
    ),
    "common abbreviations": ("The FAQs are about SEO, CPUs and EVs, R&D and R&B, and IoT.", set()),
    "plural of a body's acronym": (
        "Most of them had joined the Zorvel Defence Groups (ZDGs) by then.",
        {("organization", "Zorvel Defence Groups"), ("organization", "ZDGs")},
    ),
    "addresses": ("They met at 1124 Zorvel St., and on K St. at noon.", set()),
    "adjective that is a surname": ("Young sisters Celia and Nora left.", {("person", "Celia"), ("person", "Nora")}),
    "nickname with an apostrophe": ("They saw Lil’ Zorvel sing.", {("person", "Lil’ Zorvel")}),
    "possessor in capitals": ("PRINCESS DORA'S ‘GREY GOOSE’ SWEATER IS SOLD", {("person", "DORA")}),
    "apostrophe of a well-known firm": (
        "She works at McDonald's. The Ronald McDonald House closed then.",
        {("organization", "McDonald's")},
    ),
    "eve of a holiday": (
        "Eve Zorvel left on Christmas Eve. On New Year's Eve she was back.",
        {("person", "Eve Zorvel")},
    ),
    "what a trade made": ("Then she left nurse-turned-baker Nikkie Zorvel alone.", {("person", "Nikkie Zorvel")}),
    "surname that is a colour": (
        "They saw Peter Zorvel (Jeremy Allen White) there.",
        {("person", "Peter Zorvel"), ("person", "Jeremy Allen White")},
    ),
    "acronym that is a given name": ("Later CAM said it would go on.", {("organization", "CAM")}),
    "code behind a title": ("The media assistant ZQ430 was sold by Al Roe.", {("person", "Al Roe")}),
    "heading of common words": ("He left at noon.\n\nGroup Policy And Cooling System\n\nThen it rained.", set()),
}
"""Texts and the names in them but for places, by what they show."""


@pytest.fixture(scope="module")
def names_kit() -> newskit.Kit:
    return newskit.Kit(plugins=["newskit_titles", "newskit_names"], block=(), strict=True)


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_names_on_ordinary_pages(names_kit: newskit.Kit, text: str, expected: set[tuple[str, str]]) -> None:
    found = {(each.kind, each.name) for each in names_kit.extract(text).entities}
    assert {each for each in found if each[0] != "place"} == expected


def test_an_office_that_names_its_body_has_no_other(names_kit: newskit.Kit) -> None:
    """Where the body behind "of" is not read, the article's main body is not put in its place."""
    text = "Corland Bank closed. Shares in Corland Bank fell. Ann Zorvel, founder of The Hawker Online, left."
    (person,) = (each for each in names_kit.extract(text).entities if each.kind == "person")
    assert "Corland" not in (person.office or "")


def test_a_word_of_a_thousand_hyphens_costs_nothing_else(names_kit: newskit.Kit) -> None:
    document = names_kit.extract("Ann Keller saw " + "Ab-" * 1600 + "Ab there.")
    assert "Ann Keller" in {entity.name for entity in document.entities}
