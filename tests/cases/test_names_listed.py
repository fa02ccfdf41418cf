"""A name of several words that a list has is found where it stands, whatever its words are otherwise."""

from __future__ import annotations

import pytest

import newskit
from newskit.text import classes, entries

KIT = newskit.Kit(plugins=["newskit_titles", "newskit_names"], block=(), strict=True)
FOUND = {
    "a small word behind the first": ("They rode with Transport for London.", "organization Transport for London"),
    "a small word in a headline": ("Transport for London Loses Case In Lima", "organization Transport for London"),
    "a possessive": ("He insured it at Lloyd’s of London then.", "organization Lloyd’s of London"),
    "a land behind a firm": ("She works for Airtel Kenya now.", "organization Airtel Kenya"),
    "a form of address first": ("They drank with Dr. Reddy's people.", "organization Dr. Reddy's"),
    "a word that begins no name": ("Once Caldas won again.", "organization Once Caldas"),
    "letters in brackets": ("The JD(S) leader left.", "organization JD(S)"),
    "figures": ("They heard Maroon 5 sing.", "organization Maroon 5"),
    "a town of a small word": ("It rained in Port Said.", "place Port Said"),
    "an island of a feast": ("It rained on Christmas Island.", "place Christmas Island"),
    "an island of a prince": ("It rained on Prince Edward Island.", "place Prince Edward Island"),
    "more behind it": ("They met the Hawke's Bay Regional Council.", "organization Hawke's Bay Regional Council"),
    "a person behind it": ("They met Airtel Kenya Ann Keller there.", "organization Airtel Kenya"),
    "others of a list": ("They heard Kings of Leon, Zorvo, and Coal Moss.", "organization Kings of Leon"),
    "the number of a name in no list": ("She leads the Four Harbours Trust.", "organization Four Harbours Trust"),
}
NOT_SO = {
    "an office of a listed name's words": ("Chinese Foreign Affairs Minister Wei Roe left.", "Foreign Affairs"),
    "a number that begins a sentence": ("Four Harbours Trust nurses left.", "Four Harbours Trust"),
    "common words in a headline": ("Breaking the Silence on Abuse In Lima", "Breaking the Silence"),
    "part of a word": ("They saw Port Saidler.", "Port Said"),
}


def found(text: str) -> set[str]:
    return {f"{each.kind} {mention.span.text}" for each in KIT.extract(text).entities for mention in each.mentions}


@pytest.mark.parametrize(("text", "name"), FOUND.values(), ids=FOUND)
def test_a_listed_name_is_whole(text: str, name: str) -> None:
    assert name in found(text)


@pytest.mark.parametrize(("text", "name"), NOT_SO.values(), ids=NOT_SO)
def test_no_listed_name(text: str, name: str) -> None:
    assert not any(each.endswith(f" {name}") for each in found(text))


def test_every_listed_organization_of_several_words_is_whole() -> None:
    several = [name for name in entries("newskit_names", "organizations.txt") if " " in name and name[:4] != "The "]
    assert len(several) > 3000
    assert [name for name in several if f"organization {name}" not in found(f"They work for {name} at home.")] == []


def test_every_listed_place_of_several_words_is_whole() -> None:
    named = classes("newskit.text", "places.txt")
    several = [name for kind in ("country", "state", "region", "city") for name in named[kind] if " " in name]
    assert len(several) > 400
    missed = [name for name in several if f"place {name}" not in found(f"They lived in {name} for years.")]
    assert missed == ["The Hague"]  # its article is left out, as always
