"""Groups: how the named and the described ones become entities and speakers; the records have the plain cases."""

from __future__ import annotations

import pytest

import newskit


@pytest.fixture(scope="module")
def names_kit() -> newskit.Kit:
    return newskit.Kit(plugins=["newskit_titles", "newskit_names"], block=(), strict=True)


def groups(doc: newskit.Document) -> dict[str, list[tuple[str, str]]]:
    return {e.name: [(m.span.text, m.rule) for m in e.mentions] for e in doc.entities if e.kind == "group"}


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
