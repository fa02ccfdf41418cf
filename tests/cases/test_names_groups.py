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
    "4 members of a party": ("Republicans refused.", {"Republicans": ["name"]}),
    "13 a compound": ("She spoke to Cuban-Americans.", {"Cuban-Americans": ["name"]}),
}
DESCRIBED = {
    "7 party": ("Some Republican lawmakers left.", ["Republican lawmakers"]),
    "8 a person's": ("Ann Keller supporters left.", ["Ann Keller supporters"]),
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
