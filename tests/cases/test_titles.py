"""Titles: the phrase, the role, and the organisation and place in it."""

from __future__ import annotations

import pytest

import newskit

Row = tuple[str, str, str, str | None, str | None, str | None, str]


@pytest.fixture(scope="module")
def titles_kit() -> newskit.Kit:
    return newskit.Kit(plugins=["newskit_titles"], block=(), strict=True)


BEFORE: dict[str, Row] = {
    "a master of something": (
        "Harbour Master Ann Poe spoke.", "Harbour Master", "Harbour Master", None, None, None, "before name",
    ),
    "1 possessive place": (
        "Peru's Chief Cabinet Secretary Ann Poe spoke.",
        "Peru's Chief Cabinet Secretary", "Chief Cabinet Secretary", None, "Peru", None, "before name",
    ),
    "2 organisation, then the role's own words": (
        "Taliban Deputy Economy Minister Abdul Hakim Nazar left.",
        "Taliban Deputy Economy Minister", "Deputy Economy Minister", "Taliban", None, None, "before name",
    ),
    "3 former in front of the place": (
        "He met former French President Luc Moreau.",
        "former French President", "former President", None, "French", None, "before name",
    ),
    "4 role with a field behind of": (
        "U.S. Secretary of State Mary Allbrook flew home.",
        "U.S. Secretary of State", "Secretary of State", None, "U.S.", None, "before name",
    ),
    "5 abbreviations together": (
        "Lt. Gov. Jane Roe won.", "Lt. Gov.", "Lt. Gov.", None, None, None, "before name",
    ),
    "6 place before an abbreviation": (
        "Then U.S. Sen. Bob Dolan (R-Kan.) spoke.", "U.S. Sen.", "Sen.", None, "U.S.", None, "before name",
    ),
    "7 organisation with of": (
        "Bank of Norway governor Mark Carnegie left.",
        "Bank of Norway governor", "governor", "Bank of Norway", None, None, "before name",
    ),
    "8 ministry of a country": (
        "Today Japanese Foreign Ministry spokesman Taro Ito agreed.",
        "Japanese Foreign Ministry spokesman", "spokesman", "Foreign Ministry", "Japanese", None, "before name",
    ),
    "9 fixed title of two nouns": (
        "Texas Deputy Attorney General Ann Poe sued.",
        "Texas Deputy Attorney General", "Deputy Attorney General", None, "Texas", None, "before name",
    ),
    "10 name in apposition": (
        "The mayor of London, Sadie Kahn, agreed.", "The mayor of London", "mayor", None, "London", None,
        "name in apposition",
    ),
    "11 indefinite, in apposition": (
        "He called a tax lawyer, Ann Poe.", "a tax lawyer", "tax lawyer", None, None, None, "name in apposition",
    ),
    "15 an office of then": (
        "He met then-Chief Justice Ann Poe.",
        "then-Chief Justice", "then-Chief Justice", None, None, None, "before name",
    ),
    "16 an organisation with on": (
        "Council on Foreign Relations president Ann Poe spoke.",
        "Council on Foreign Relations president", "president", "Council on Foreign Relations", None, None,
        "before name",
    ),
    "17 a name right behind the field": (
        "Later Acme's head of research Ann Poe spoke.",
        "Acme's head of research", "head of research", "Acme", None, None, "before name",
    ),
    "18 a name behind an acronym in brackets": (
        "They heard chairman of the Zorville Rowing Committee (ZRC) Ann Poe.",
        "chairman of the Zorville Rowing Committee (ZRC)", "chairman", "Zorville Rowing Committee", None, None,
        "before name",
    ),
    "13 magistrates": (
        "On Friday U.S. Magistrate Judge Ann Poe ruled.",
        "U.S. Magistrate Judge", "Magistrate Judge", None, "U.S.", None, "before name",
    ),
    "14 no by-line": (
        "By Friday the storm had reached the coast, where\nMayor Ann Poe spoke.",
        "Mayor", "Mayor", None, None, None, "before name",
    ),
    "12 a longer plural": ("He met Sens. Ann Poe and Al Roe.", "Sens.", "Sens.", None, None, None, "before name"),
}  # fmt: skip
AFTER: dict[str, Row] = {
    "1 organisation and what it belongs to": (
        "Abdul Rahim, the Taliban's Foreign Ministry spokesman, told reporters.",
        "the Taliban's Foreign Ministry spokesman", "spokesman", "Foreign Ministry", None, "Taliban", "after name",
    ),
    "2 people's name and a field": (
        "Abdul Rahim, Afghani deputy minister of economy, undated",
        "Afghani deputy minister of economy", "deputy minister of economy", None, "Afghani", None, "after name",
    ),
    "3 company behind of": (
        "Mary Poe, chief executive of Acme Corp, said so.",
        "chief executive of Acme Corp", "chief executive", "Acme Corp", None, None, "after name",
    ),
    "4 behind an age": (
        "John Doe, 54, a retired nurse from Ohio, agreed.",
        "a retired nurse from Ohio", "retired nurse", None, "Ohio", None, "after name",
    ),
    "5 office with and in its name": (
        "Amy Chew, director of the Office of Parks and Budget, left.",
        "director of the Office of Parks and Budget", "director", "Office of Parks and Budget", None, None,
        "after name",
    ),
    "6 behind who is": (
        "Abdul Rahim, who is the finance minister, agreed.",
        "the finance minister", "finance minister", None, None, None, "after verb",
    ),
    "7 at a university": (
        "Ann Poe, an economist at Acorn University, agreed.",
        "an economist at Acorn University", "economist", "Acorn University", None, None, "after name",
    ),
    "8 in brackets": (
        "Ann Poe (president of Acme) agreed.", "president of Acme", "president", "Acme", None, None, "parenthesis",
    ),
    "9 a form of address as a job": (
        "Ann Poe, assistant professor of history, agreed.",
        "assistant professor of history", "assistant professor of history", None, None, None, "after name",
    ),
    "10 at large": (
        "Ann Poe, editor at large at Acorn News, agreed.",
        "editor at large at Acorn News", "editor at large", "Acorn News", None, None, "after name",
    ),
    "11 an adverb behind the verb": (
        "Ann Poe was also a senator.", "a senator", "senator", None, None, None, "after verb",
    ),
    "17 for what a person owns": (
        "Ann Poe, deputy manager for Al Roe's 2004 Democratic presidential campaign, left.",
        "deputy manager for Al Roe's 2004 Democratic presidential campaign", "deputy manager",
        "Al Roe's 2004 Democratic presidential campaign", None, None, "after name",
    ),
    "18 what an expert knows and the line of business": (
        "They met Ann Poe, now a consultant on Peru in the private sector.",
        "a consultant on Peru in the private sector", "consultant on Peru in the private sector", None, None, None,
        "after name",
    ),
    "19 a country between the words of the role": (
        "They met Ann Poe, chief UK economist at Acme Corp.",
        "chief UK economist at Acme Corp", "chief economist", "Acme Corp", "UK", None, "after name",
    ),
    "13 behind a suffix": (
        "Al Poe Jr., the union's president, left.",
        "the union's president", "president", None, None, None, "after name",
    ),
    "14 behind a by-line": (
        "By Ann Poe and Al de la Roe\nZorville Times Staff Writer\nPERUVILLE (ZT) _ It rained.",
        "Zorville Times Staff Writer", "Staff Writer", "Zorville Times", None, None, "behind by-line",
    ),
    "15 an agency behind a by-line": (
        "BY ANN POE\nAssociated Press Writer", "Associated Press Writer", "Writer", "Associated Press", None, None,
        "behind by-line",
    ),
    "16 a country of birth": (
        "Ann Poe, the Nigerian-born economist, left.",
        "the Nigerian-born economist", "economist", None, "Nigerian", None, "after name",
    ),
    "12 not closed by a mark": (
        "Ann Poe, a member of Acme all her life, left.", "a member of Acme", "member", "Acme", None, None, "after name",
    ),
}  # fmt: skip
ALONE: dict[str, Row] = {
    "1 organisation": (
        "Asked again, the Taliban spokesperson responded.",
        "the Taliban spokesperson", "spokesperson", "Taliban", None, None, "alone",
    ),
    "2 bare office": ("Later the senator left.", "the senator", "senator", None, None, None, "alone"),
    "3 unnamed body": (
        "We asked the company's president.", "the company's president", "president", None, None, None, "alone",
    ),
}  # fmt: skip
SEVERAL = {
    "1 two roles and one organisation": (
        "Al Poe, former chairman and chief executive of Acme, left.", ["former chairman and chief executive of Acme"],
    ),
    "2 one after another": ("The Rev. Dr. Ann Poole prayed.", ["Rev. Dr."]),
    "4 a person in another's title": (
        "Ann Poe, an aide to Prime Minister Al Roe, left.", ["an aide to Prime Minister Al Roe", "Prime Minister"],
    ),
    "5 a possessor in another's title": (
        "A former chairman of President Roe's Council of Elders left.",
        ["A former chairman of President Roe's Council of Elders", "President"],
    ),
    "6 a second name in apposition": (
        "They met the firm's chairman, Al Poe, and president, Ann Roe.", ["the firm's chairman", "president"],
    ),
    "3 two people": ("Prime Minister Ann Roe met Chancellor Max Bern.", ["Prime Minister", "Chancellor"]),
}  # fmt: skip
NONE = {
    "1 a verb": "They head home.",
    "2 several people": "Officials and ministers met.",
    "3 a job alone": "A teacher is what the town needs.",
    "4 an honorific with no name": "It was a mother of a storm.",
    "5 a surname": "It was a struggle that King cast in other terms.",
}


def row(title: newskit.Title) -> tuple[str, str, str | None, str | None, str | None, str]:
    return title.span.text, title.role, title.organization, title.place, title.within, title.rule


@pytest.mark.parametrize("case", BEFORE.values(), ids=BEFORE)
def test_before_a_name(titles_kit: newskit.Kit, case: Row) -> None:
    (title,) = titles_kit.extract(case[0]).titles
    assert row(title) == case[1:]
    assert title.kind == "before"


@pytest.mark.parametrize("case", AFTER.values(), ids=AFTER)
def test_after_a_name(titles_kit: newskit.Kit, case: Row) -> None:
    (title,) = titles_kit.extract(case[0]).titles
    assert row(title) == case[1:]
    assert title.kind == "after"


@pytest.mark.parametrize("case", ALONE.values(), ids=ALONE)
def test_alone(titles_kit: newskit.Kit, case: Row) -> None:
    (title,) = titles_kit.extract(case[0]).titles
    assert row(title) == case[1:]
    assert title.kind == "alone"


@pytest.mark.parametrize("case", SEVERAL.values(), ids=SEVERAL)
def test_several(titles_kit: newskit.Kit, case: tuple[str, list[str]]) -> None:
    assert [title.span.text for title in titles_kit.extract(case[0]).titles] == case[1]


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_no_title(titles_kit: newskit.Kit, text: str) -> None:
    assert titles_kit.extract(text).titles == ()


def test_a_title_runs_over_a_hard_line_break(titles_kit: newskit.Kit) -> None:
    (title,) = titles_kit.extract(
        "\t LIMA, Peru (AP) _ On Friday Finance\nMinister Simon Acuna left\nthe\nroom."
    ).titles
    assert (title.span.text, title.role) == ("Finance\nMinister", "Finance Minister")
