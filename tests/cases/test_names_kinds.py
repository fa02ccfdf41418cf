"""Names that world news showed as another kind, or in two: clubs, foreign bodies, plates, spellings."""

from __future__ import annotations

import pytest

import newskit

FOUND = {
    "foreign noun of a body": (
        "Asociación de Mujeres Zorbas said so.",
        {("organization", "Asociación de Mujeres Zorbas")},
    ),
    "club": ("FC Marisk won.", {("organization", "FC Marisk")}),
    "joint venture": ("Tenders went to Zahara JV in March.", {("organization", "Zahara JV")}),
    "ampersand without spaces": ("AT&T said so.", {("organization", "AT&T")}),
    "plate of a vehicle": ("Police seek a van with the plate KBX 412T.", set()),
    "several words behind the": ("They signed the Zorbek Accords on Monday. It was late.", set()),
    "a product of a firm": ("Police took his white Hyundai Zorvantra.", {("organization", "Hyundai Zorvantra")}),
    "a firm before a name": (
        "Shares of EduZorb fell. They heard EduZorb Marla Poe on Monday.",
        {("organization", "EduZorb"), ("person", "Marla Poe")},
    ),
    "a month that is a name": ("It was signed by Zhang Jun, the chairman, on 3 Jun.", {("person", "Zhang Jun")}),
    "a country that ends a sentence": (
        "He was jailed in the U.S. Vicente Zorvado left.",
        {("person", "Vicente Zorvado")},
    ),
    "two spellings of one": ("Tomas Pena won. They thanked Tomás Peña.", {("person", "Tomás Peña")}),
    "thing behind articles": (
        "Ann Zorboid left. The Zorboid broke. He bought a Zorboid, and the Zorboid is old. Zorboids are dear.",
        {("person", "Ann Zorboid")},
    ),
}


@pytest.fixture(scope="module")
def names_kit() -> newskit.Kit:
    return newskit.Kit(plugins=["newskit_titles", "newskit_names"], block=(), strict=True)


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_names_of_other_kinds(names_kit: newskit.Kit, text: str, expected: set[tuple[str, str]]) -> None:
    found = {(each.kind, each.name) for each in names_kit.extract(text).entities}
    assert {each for each in found if each[0] != "place"} == expected
