"""Names: people, organisations and places, and the titles of people; the records have the plain cases."""

from __future__ import annotations

import pytest

import newskit


@pytest.fixture(scope="module")
def names_kit() -> newskit.Kit:
    return newskit.Kit(plugins=["newskit_titles", "newskit_names"], block=(), strict=True)


def mentions(doc: newskit.Document, kind: str) -> list[str]:
    found = [m.span for e in doc.entities if e.kind == kind for m in e.mentions]
    return [span.text for span in sorted(found, key=lambda span: span.start)]


PEOPLE = {
    "2 a given name that is an office": ("Dean Smith, the club's coach, was tired.", ["Dean Smith"]),
    "3 a surname that is a title": ("They asked Rodney King, and King answered.", ["Rodney King", "King"]),
    "4 a surname that is an office": ("Elizabeth Bishop wrote; Bishop later read it.", ["Elizabeth Bishop", "Bishop"]),
    "6 a monarch": ("King Abdullah met Queen Rania on Monday.", ["Abdullah", "Rania"]),
    "10 apostrophes and hyphens": (
        "Sinead O'Malley told Jean-Paul D'Arcy to wait.", ["Sinead O'Malley", "Jean-Paul D'Arcy"],
    ),
    "12 a numeral": ("Dr. John A. Kenneth Doe III, of Boston, said so.", ["John A. Kenneth Doe III"]),
    "19 a name over a line break": ("On Friday the boat of Robert\nKeller sank near the\nport.", ["Robert\nKeller"]),
    "the same where it begins a sentence": ("Zelimo Kwast won. On Monday, Kwast left.", ["Zelimo Kwast", "Kwast"]),
    "22 behind an organisation's spokesman": ("White House spokesman Al Keller left.", ["Al Keller"]),
}  # fmt: skip
ORGANIZATIONS = {
    "trade behind a person's name": ("The shoes are made by Rosa Marin Footwear.", ["Rosa Marin Footwear"]),
    "10 behind a person": ("The Clayton White House agreed.", ["White House"]),
}
PLACES = {
    "5 river": ("They crossed the Zor River at night.", ["Zor River"]),
    "7 country behind an organisation": ("It was in Nazi Germany.", ["Germany"]),
    "9 place before its people": ("Most Kosovo Albanians left.", ["Kosovo"]),
    "11 what an office is directed at": (
        "Ann Keller, ambassador to the United States, met Al Roe, an expert on Iran.",
        ["United States", "Iran"],
    ),
    "10 a place with a common first word": ("New York Mayor Ann Keller agreed.", ["New York"]),
}


@pytest.mark.parametrize("case", PEOPLE.values(), ids=PEOPLE)
def test_people(names_kit: newskit.Kit, case: tuple[str, list[str]]) -> None:
    assert mentions(names_kit.extract(case[0]), "person") == case[1]


@pytest.mark.parametrize("case", ORGANIZATIONS.values(), ids=ORGANIZATIONS)
def test_organizations(names_kit: newskit.Kit, case: tuple[str, list[str]]) -> None:
    assert mentions(names_kit.extract(case[0]), "organization") == case[1]


@pytest.mark.parametrize("case", PLACES.values(), ids=PLACES)
def test_places(names_kit: newskit.Kit, case: tuple[str, list[str]]) -> None:
    assert mentions(names_kit.extract(case[0]), "place") == case[1]


@pytest.mark.parametrize(
    "text",
    [
        "The rain fell on Monday in March.",
        "Japanese and French people met.",
        "Police said so. Thousands left.",
        "They saw \"Macbeth,\" and ``Jane Moore,'' twice.",
        "Pier is safe\n\nThe pier is safe, it was said.",
        "Neighbours said so. Choreographers agreed.",
        "",
    ],
    ids=[
        "1 days and months",
        "2 peoples",
        "3 sentence starts",
        "4 works in quotation marks",
        "a noun",
        "people by trade",
        "5 nothing",
    ],
)
def test_no_names(names_kit: newskit.Kit, text: str) -> None:
    assert names_kit.extract(text).entities == ()


HOLDERS = {
    "1 before": ("Finance Minister Ann Keller spoke.", ["Finance Minister"]),
    "2 after": ("Ann Keller, a lawyer at Acorn University, spoke.", ["a lawyer at Acorn University"]),
    "3 behind an age": ("Ann Keller, 54, a retired nurse, spoke.", ["a retired nurse"]),
    "4 who was": ("Ann Keller, who was the finance minister, spoke.", ["the finance minister"]),
    "5 several": (
        "Ann Keller, chairwoman of Acme and a lawyer, spoke.",
        ["chairwoman of Acme", "a lawyer"],
    ),
    "6 in apposition": ("The mayor of London, Ann Keller, spoke.", ["The mayor of London"]),
    "7 none": ("Ann Keller met the mayor.", []),
}


@pytest.mark.parametrize("case", HOLDERS.values(), ids=HOLDERS)
def test_holders(names_kit: newskit.Kit, case: tuple[str, list[str]]) -> None:
    doc = names_kit.extract(case[0])
    (person,) = [entity for entity in doc.entities if entity.kind == "person"]
    assert [title.span.text for title in person.titles] == case[1]


def test_a_plural_title_is_held_by_each_of_the_names(names_kit: newskit.Kit) -> None:
    result = names_kit.extract("The law was written by Sens. Ann Keller, Al Dorset and Mary Brandt.")
    people = [entity for entity in result.entities if entity.kind == "person"]
    assert [[title.span.text for title in person.titles] for person in people] == [["Sens."]] * 3
