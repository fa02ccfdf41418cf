"""The forms of attributions: all of them come out, and no decision reads what people call them."""

from __future__ import annotations

import attrs
import pytest

import newskit
from newskit_quotes import records

TEXTS = [
    "“The bridge is shut for now,” Maria Ruiz said.\n\n“It will open in May. We have the money and the people.”",
    "“The bridge,” Maria Ruiz said on Monday, “will open in May.”\n\n“Nobody will have to wait for it any longer.”",
    "Maria Ruiz said: “The bridge will open in May, and we have the money for it.”\n\n“We will not be late again.”",
    "Maria Ruiz said that the bridge would open in May.",
    "The bridge will open in May, Maria Ruiz said.",
    "The bridge, according to Maria Ruiz, was never checked.",
    "“The river takes what it wants, and it gives nothing back.” – Maria Ruiz\n\n“It has always been so with rivers.”",
    "Maria Ruiz is the mayor.\n\nWill it open in May?\n\n“It will, and that is sure.”\n\nWho pays?\n\n“We all do.”",
    "She nodded. “The bridge will open in May, and the money is here.”",
    "Maria Ruiz said that the bridge would open in May.\n\n“We have the money for it, and we have the people.”",
    "RUIZ: Will the bridge open in May?\n\nPOE: It will, and I said that in March.\n\nRUIZ: So you did.",
]


@pytest.fixture(scope="module", params=[True, False], ids=["model", "rules"])
def kit(request: pytest.FixtureRequest) -> newskit.Kit:
    plugins = ["newskit_titles", "newskit_names", "newskit_quotes"]
    return newskit.Kit(plugins=plugins, options={"newskit_quotes": {"model": request.param}})


def quotes(kit: newskit.Kit) -> list[newskit.Quote]:
    return [quote for text in TEXTS for quote in kit.extract(text).quotes]


def test_every_form_comes_out(kit: newskit.Kit) -> None:
    assert {quote.rule for quote in quotes(kit)} == set(records.LABELS.values())


def test_labels_are_for_people(kit: newskit.Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    before = quotes(kit)
    renamed = {form: f"label {number}" for number, form in enumerate(records.LABELS)}
    expected = {records.LABELS[form]: renamed[form] for form in renamed}
    for form, label in renamed.items():
        monkeypatch.setitem(records.LABELS, form, label)
    assert quotes(kit) == [attrs.evolve(quote, rule=expected[quote.rule]) for quote in before]
    assert any(len(quote.content) > 1 for quote in before)
