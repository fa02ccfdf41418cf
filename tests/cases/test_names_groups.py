"""Groups: peoples, faiths, parties, and plural phrases with a name in them."""

from __future__ import annotations

import pytest

import newskit


@pytest.fixture(scope="module")
def names_kit() -> newskit.Kit:
    return newskit.Kit(plugins=["newskit_titles", "newskit_names"], block=(), strict=True)


def groups(doc: newskit.Document) -> dict[str, list[tuple[str, str]]]:
    return {e.name: [(m.span.text, m.rule) for m in e.mentions] for e in doc.entities if e.kind == "group"}


NAMED = {
    "1 a people": ("The Palestinians agreed. Palestinians marched.", {"Palestinians": ["name", "same name"]}),
    "2 a people of two words": ("Some South Koreans agreed.", {"South Koreans": ["name"]}),
    "3 a faith": ("He spoke to Muslims and Jews.", {"Muslims": ["name"], "Jews": ["name"]}),
    "4 members of a party": ("Republicans refused.", {"Republicans": ["name"]}),
    "5 a party in a chamber": ("The House Democrats left early.", {"House Democrats": ["name"]}),
    "6 an adjective that is the people": ("He said the French were late.", {"French": ["name"]}),
    "7 such an adjective before a noun": ("He said the French government was late.", {}),
    "8 a common noun within a sentence": ("On that cold evening the Socialists won again.", {"Socialists": ["name"]}),
    "9 a common noun that begins one": ("Socialists won.", {}),
    "10 a people of a people": ("Most Bosnian Serbs left.", {"Bosnian Serbs": ["name"]}),
    "11 a team": ("He plays for the Cleveland Indians.", {}),
    "12 a country": ("He was born in the Philippines.", {}),
    "13 a compound": ("She spoke to Cuban-Americans.", {"Cuban-Americans": ["name"]}),
    "14 inhabitants of a state": ("It rained on Texans.", {"Texans": ["name"]}),
}
DESCRIBED = {
    "1 nationality": ("Japanese officials left.", ["Japanese officials"]),
    "2 organisation": ("He met Justice Department lawyers.", ["Justice Department lawyers"]),
    "3 several modifiers": ("Two senior Afghan Taliban officials left.", ["Afghan Taliban officials"]),
    "4 words between": ("U.S. military officials left.", ["U.S. military officials"]),
    "5 possessive": ("Iran's leaders left.", ["Iran's leaders"]),
    "6 joined nationalities": ("Israeli and Lebanese negotiators met.", ["Israeli and Lebanese negotiators"]),
    "7 party": ("Some Republican lawmakers left.", ["Republican lawmakers"]),
    "8 a person's": ("Ann Keller supporters left.", ["Ann Keller supporters"]),
    "9 no name in it": ("Senior officials left.", []),
    "10 a title of those named behind it": ("Republican senators Ann Keller and Al Roe left.", []),
    "11 a day behind it": ("Japanese officials Monday left.", ["Japanese officials"]),
    "12 things": ("Japanese cars sold well.", []),
}


@pytest.mark.parametrize("case", NAMED.values(), ids=NAMED)
def test_named_groups(names_kit: newskit.Kit, case: tuple[str, dict[str, list[str]]]) -> None:
    found = groups(names_kit.extract(case[0]))
    assert {name: [rule for _, rule in mentions] for name, mentions in found.items()} == case[1]


@pytest.mark.parametrize("case", DESCRIBED.values(), ids=DESCRIBED)
def test_described_groups(names_kit: newskit.Kit, case: tuple[str, list[str]]) -> None:
    assert list(groups(names_kit.extract(case[0]))) == case[1]


def test_one_wording_is_one_group(names_kit: newskit.Kit) -> None:
    found = groups(names_kit.extract("Japanese officials left. Later the Japanese officials came back."))
    assert found == {
        "Japanese officials": [("Japanese officials", "described group"), ("Japanese officials", "same words")]
    }


def test_the_name_in_a_described_group_is_an_entity_of_its_own(names_kit: newskit.Kit) -> None:
    found = [(entity.kind, entity.name) for entity in names_kit.extract("Acme Corp. engineers left.").entities]
    assert found == [("group", "Acme Corp. engineers"), ("organization", "Acme Corp.")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [("Republicans said that the law was bad.", "Republicans"), ("Japanese officials said that it rained.", None)],
    ids=["named", "described"],
)
def test_only_a_named_group_is_a_speaker(kit: newskit.Kit, text: str, speaker: str | None) -> None:
    (quote,) = kit.extract(text).quotes
    assert (quote.speaker and quote.speaker.name) == speaker
    assert quote.source_type == "unnamed group"
