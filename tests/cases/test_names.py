"""Names: people, organisations and places, their chains, titles and nominal mentions."""

from __future__ import annotations

import pytest

import newskit


@pytest.fixture(scope="module")
def names_kit() -> newskit.Kit:
    return newskit.Kit(plugins=["newskit_titles", "newskit_names"], block=(), strict=True)


def mentions(doc: newskit.Document, kind: str) -> list[str]:
    found = [m.span for e in doc.entities if e.kind == kind for m in e.mentions]
    return [span.text for span in sorted(found, key=lambda span: span.start)]


def chains(doc: newskit.Document, kind: str) -> dict[str, list[str]]:
    return {e.name: [m.span.text for m in e.mentions] for e in doc.entities if e.kind == kind}


PEOPLE = {
    "1 a surname that is a rank": ("John Major said the talks would go on. Major left.", ["John Major", "Major"]),
    "2 a given name that is an office": ("Dean Smith, the club's coach, was tired.", ["Dean Smith"]),
    "3 a surname that is a title": ("They asked Rodney King, and King answered.", ["Rodney King", "King"]),
    "4 a surname that is an office": ("Elizabeth Bishop wrote; Bishop later read it.", ["Elizabeth Bishop", "Bishop"]),
    "5 an office before a name": ("Judge Reinhold Brandt refused.", ["Reinhold Brandt"]),
    "6 a monarch": ("King Abdullah met Queen Rania on Monday.", ["Abdullah", "Rania"]),
    "7 a title inside a name": ("Martin Luther King Jr. was born there.", ["Martin Luther King Jr."]),
    "8 Dutch and Spanish particles": (
        "Ludwig van der Berg and Maria de la Cruz won.", ["Ludwig van der Berg", "Maria de la Cruz"],
    ),
    "9 Arabic particles": (
        "Muqtada al-Tamimi spoke before Osama bin Rashid did.", ["Muqtada al-Tamimi", "Osama bin Rashid"],
    ),
    "10 apostrophes and hyphens": (
        "Sinead O'Malley told Jean-Paul D'Arcy to wait.", ["Sinead O'Malley", "Jean-Paul D'Arcy"],
    ),
    "11 initials": (
        "J. R. R. Harding and George H. W. Barnes signed.", ["J. R. R. Harding", "George H. W. Barnes"],
    ),
    "12 a numeral": ("Dr. John A. Kenneth Doe III, of Boston, said so.", ["John A. Kenneth Doe III"]),
    "13 a nickname": ('Earvin "Buddy" Harmon scored, and Harmon ran.', ['Earvin "Buddy" Harmon', "Harmon"]),
    "14 a suffix behind a comma": ("Lt. Gen. Robert Van Pelt, Jr. commanded.", ["Robert Van Pelt, Jr."]),
    "15 East Asian given names": ("Ban Soo-jin met Cho Min-ho in Seoul.", ["Ban Soo-jin", "Cho Min-ho"]),
    "16 possessives": ("Mary McDermott's lawyer, Ann Frank, agreed.", ["Mary McDermott", "Ann Frank"]),
    "17 two given names and one surname": ("Laura and Michelle Moore left.", ["Laura", "Michelle Moore"]),
    "18 people before a name": ("It was Swiss Thomas Keller who won.", ["Thomas Keller"]),
    "19 a name over a line break": ("On Friday the boat of Robert\nKeller sank near the\nport.", ["Robert\nKeller"]),
    "20 a household": ("Critics of the Clayton administration met.", ["Clayton"]),
    "21 people of two words before a name": ("It was South African Robin Bird who won.", ["Robin Bird"]),
    "an unknown name whose end stands alone": (
        "It was Marlow Zwick. On Monday, Zwick left.", ["Marlow Zwick", "Zwick"],
    ),
    "the same where it begins a sentence": ("Zelimo Kwast won. On Monday, Kwast left.", ["Zelimo Kwast", "Kwast"]),
    "what begins a sentence before a known name": (
        "Senior Kwast won. On Monday, Ann Kwast met Kwast.", ["Kwast", "Ann Kwast", "Kwast"],
    ),
    "22 behind an organisation's spokesman": ("White House spokesman Al Keller left.", ["Al Keller"]),
}  # fmt: skip
ORGANIZATIONS = {
    "trade behind a person's name": ("The shoes are made by Rosa Marin Footwear.", ["Rosa Marin Footwear"]),
    "trade behind an unknown name": ("Zorvel Construction said so.", ["Zorvel Construction"]),
    "1 company form": ("Shares of Zorblatt Corp. fell.", ["Zorblatt Corp."]),
    "2 of, and": ("The Ministry of Trade and Industry agreed.", ["Ministry of Trade and Industry"]),
    "3 before the body": ("The Toys and Games Commission sued.", ["Toys and Games Commission"]),
    "4 ampersand": ("He works at Smith & Wellington Partners.", ["Smith & Wellington Partners"]),
    "5 named by place": ("He met Japanese Foreign Ministry officials.", ["Japanese Foreign Ministry"]),
    "6 possessive brand": ("It was sold at Sotheby's on Friday.", ["Sotheby's"]),
    "7 known acronym": ("A plan for NATO failed.", ["NATO"]),
    "8 ordinal in front": ("The 8th Circuit Court ruled.", ["8th Circuit Court"]),
    "9 behind a known one": ("The U.N. Security Council met.", ["U.N. Security Council"]),
    "10 behind a person": ("The Clayton White House agreed.", ["White House"]),
    "11 a body and its fields": (
        "He left the Acorn Center for Law and Technology.",
        ["Acorn Center for Law and Technology"],
    ),
    "12 in capitals": ("He sued the UNITED NATIONS again.", ["UNITED NATIONS"]),
}
PLACES = {
    "1 dateline in capitals": ("ZORVILLE, Peru (AP) _ The mayor left.", ["ZORVILLE", "Peru"]),
    "2 before a state": ("She lives in Zorville, Ohio.", ["Zorville", "Ohio"]),
    "3 abbreviated state": ("She was raised in Reston, Va., and left.", ["Reston", "Va."]),
    "4 region": ("Talks on Central Asia and the Middle East.", ["Central Asia", "Middle East"]),
    "5 river": ("They crossed the Zor River at night.", ["Zor River"]),
    "6 compound": ("It was a Paris-based group.", ["Paris"]),
    "7 country behind an organisation": ("It was in Nazi Germany.", ["Germany"]),
    "8 party and state": ("Sen. Ann Keller, R-Miss., agreed.", ["Miss."]),
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


CHAINS = {
    "1 surname": (
        "Ann Keller spoke. Keller left.",
        "person", {"Ann Keller": [("Ann Keller", "full name"), ("Keller", "surname")]},
    ),
    "2 middle initial": (
        "Ann Keller spoke. Ann B. Keller left.",
        "person", {"Ann B. Keller": [("Ann Keller", "full name"), ("Ann B. Keller", "name parts")]},
    ),
    "3 two people of one surname": (
        "Ann Keller met Robert Keller.",
        "person", {"Ann Keller": [("Ann Keller", "full name")], "Robert Keller": [("Robert Keller", "full name")]},
    ),
    "4 relative": (
        "Robert Keller and his wife, Jane, left.",
        "person", {"Robert Keller": [("Robert Keller", "full name")], "Jane": [("Jane", "name")]},
    ),
    "5 acronym": (
        "The National Toy Commission (NTC) met. The NTC agreed.",
        "organization",
        {"National Toy Commission": [("National Toy Commission", "name"), ("NTC", "acronym"), ("NTC", "same name")]},
    ),
    "6 known alias": (
        "The United States agreed, and the U.S. paid.",
        "place", {"United States": [("United States", "name"), ("U.S.", "known alias")]},
    ),
    "7 short name": (
        "Zorblatt Systems Corp. fell. Zorblatt Systems agreed.",
        "organization",
        {"Zorblatt Systems Corp.": [("Zorblatt Systems Corp.", "name"), ("Zorblatt Systems", "short name")]},
    ),
    "9 a couple's forms of address": (
        "Al Keller met Ann Keller. Mrs. Keller spoke. Mr. Keller left.",
        "person",
        {
            "Al Keller": [("Al Keller", "full name"), ("Keller", "surname")],
            "Ann Keller": [("Ann Keller", "full name"), ("Keller", "surname")],
        },
    ),
    "10 a relative and a form of address": (
        "Ann Keller, her son, Al Keller, and his aunt, Eva Roe, left. Ms. Keller and Mr. Keller drove.",
        "person",
        {
            "Ann Keller": [("Ann Keller", "full name"), ("Keller", "surname")],
            "Al Keller": [("Al Keller", "full name"), ("Keller", "surname")],
            "Eva Roe": [("Eva Roe", "full name")],
        },
    ),
    "11 without the Arabic article": (
        "Bashar al-Assad left. Assad smiled. Then al-Assad spoke.",
        "person",
        {"Bashar al-Assad": [("Bashar al-Assad", "full name"), ("Assad", "surname"), ("al-Assad", "surname")]},
    ),
    "12 a father of the same name": (
        "Al Keller left. His father, Al Keller Sr., stayed. Al Keller Sr. smiled.",
        "person",
        {
            "Al Keller": [("Al Keller", "full name")],
            "Al Keller Sr.": [("Al Keller Sr.", "full name"), ("Al Keller Sr.", "same name")],
        },
    ),
    "8 given name": (
        "Laura Keller sang. Laura smiled.",
        "person", {"Laura Keller": [("Laura Keller", "full name"), ("Laura", "given name")]},
    ),
    "surname with its particle": (
        "Ann van der Zorvel spoke. Van der Zorvel left.",
        "person", {"Ann van der Zorvel": [("Ann van der Zorvel", "full name"), ("Van der Zorvel", "surname")]},
    ),
    "the two last parts of a name": (
        "Mario Vargas Zorvel spoke. Critics say Vargas Zorvel left.",
        "person", {"Mario Vargas Zorvel": [("Mario Vargas Zorvel", "full name"), ("Vargas Zorvel", "surname")]},
    ),
    "surname with its particle first": (
        "They met El Zorvel. Mohamed El Zorvel wept.",
        "person", {"Mohamed El Zorvel": [("El Zorvel", "full name"), ("Mohamed El Zorvel", "name parts")]},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CHAINS.values(), ids=CHAINS)
def test_chains(names_kit: newskit.Kit, case: tuple[str, str, dict[str, list[tuple[str, str]]]]) -> None:
    text, kind, expected = case
    doc = names_kit.extract(text)
    found = {e.name: [(m.span.text, m.rule) for m in e.mentions] for e in doc.entities if e.kind == kind}
    assert found == expected


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


NOMINAL = {
    "1 a family of nouns and a shared body": (
        "Abdul Rahim, the Taliban's Foreign Ministry spokesman, left. Asked why, the Taliban spokesperson waited.",
        [("the Taliban spokesperson", "same role and organisation")],
    ),
    "2 the bare office": ("Sen. Ann Keller spoke. Later the senator left.", [("the senator", "same role")]),
    "4 a nickname of the party": (
        "Republican nominee Ann Keller spoke. Later the GOP candidate left.",
        [("the GOP candidate", "same role and organisation")],
    ),
    "5 a body said of the only holder": (
        "Sen. Ann Keller spoke. Later the Ohio senator left.",
        [("the Ohio senator", "same role")],
    ),
    "6 not whom the possessive means": ("Lawyer Ann Keller came. Her lawyer spoke.", []),
    "3 predicate of a pronoun": (
        "Ann Keller spoke. Before that she was a senator.",
        [("a senator", "predicate of a pronoun")],
    ),
    "3 another body": ("Acme spokesman Al Keller left. Later the Taliban spokesman waited.", []),
    "4 not before its holder is named": (
        "It rained. It snowed. It hailed. First the senator left. Sen. Ann Keller spoke.",
        [],
    ),
    "4b but in the lead, which names people late": (
        "First the senator left. Sen. Ann Keller spoke.",
        [("the senator", "named later")],
    ),
}


@pytest.mark.parametrize("case", NOMINAL.values(), ids=NOMINAL)
def test_nominal_mentions(names_kit: newskit.Kit, case: tuple[str, list[tuple[str, str]]]) -> None:
    doc = names_kit.extract(case[0])
    (person,) = [entity for entity in doc.entities if entity.kind == "person"]
    assert [(mention.span.text, mention.rule) for mention in person.nominal_mentions] == case[1]


def test_a_plural_title_is_held_by_each_of_the_names(names_kit: newskit.Kit) -> None:
    result = names_kit.extract("The law was written by Sens. Ann Keller, Al Dorset and Mary Brandt.")
    people = [entity for entity in result.entities if entity.kind == "person"]
    assert [[title.span.text for title in person.titles] for person in people] == [["Sens."]] * 3
