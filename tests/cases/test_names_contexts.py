"""What the clause around a name, its marks and the rest of the article say of its kind."""

from __future__ import annotations

import pytest

import newskit

Found = dict[str, list[str]]
CONTEXTS: dict[str, tuple[str, Found]] = {
    "a given name as a subject": ("He said that Rosa has decided to leave.", {"person": ["Rosa"]}),
    "a parliament by its people": ("It met the Hungarian Parliament.", {"organization": ["Hungarian Parliament"]}),
    "curly marks in a firm's name": ("He ate at McDonald’s on Monday.", {"organization": ["McDonald’s"], "person": []}),
    "an auction house's name that is a person's": (
        "Mr. Christie spoke. Then Christie's aides met.", {"organization": [], "person": ["Christie", "Christie"]},
    ),
    "small words that begin sentences": (
        "Among Rosa Marin’s friends was Al Roe.", {"person": ["Rosa Marin", "Al Roe"]},
    ),
    "a verb that begins a sentence": ("Entrusting Rosa Marin with it was wise.", {"person": ["Rosa Marin"]}),
    "a people's member": ("They praised the Texan.", {"person": [], "organization": []}),
    "an adjective that begins a sentence": (
        "They met Rosa Marin. Crooked Rosa Marin left.", {"person": ["Rosa Marin", "Rosa Marin"]},
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def names_kit() -> newskit.Kit:
    return newskit.Kit(plugins=["newskit_titles", "newskit_names"], block=(), strict=True)


@pytest.mark.parametrize("case", CONTEXTS.values(), ids=CONTEXTS)
def test_contexts(names_kit: newskit.Kit, case: tuple[str, Found]) -> None:
    text, expected = case
    found: Found = {kind: [] for kind in expected}
    for entity in names_kit.extract(text).entities:
        if entity.kind in found:
            found[entity.kind].extend(mention.span.text for mention in entity.mentions)
    assert found == expected
