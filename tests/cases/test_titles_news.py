"""Titles: what news writes around an office: ages, years, firms behind their nouns, seats, titled owners."""

from __future__ import annotations

import pytest

import newskit

Row = tuple[str, str, str, str | None, str | None, str]


@pytest.fixture(scope="module")
def titles_kit() -> newskit.Kit:
    return newskit.Kit(plugins=["newskit_titles"], block=(), strict=True)


PARTS: dict[str, Row] = {
    "1 an age behind the article": (
        "Ann Poe, a 55-year-old nurse from Lima, left.",
        "a 55-year-old nurse from Lima", "nurse", None, "Lima", "after name",
    ),
    "2 an age behind an owner": (
        "Ann Poe, Acme's 37-year-old Asia manager, left.",
        "Acme's 37-year-old Asia manager", "manager", "Acme", "Asia", "after name",
    ),
    "3 a year": (
        "Ann Poe, the party's 1996 mayoral nominee, left.",
        "the party's 1996 mayoral nominee", "1996 mayoral nominee", None, None, "after name",
    ),
    "4 an ordinal": (
        "Ann Poe, the 9th District clerk, left.",
        "the 9th District clerk", "9th District clerk", None, None, "after name",
    ),
    "5 an adverb before an adjective": (
        "Ann Poe, a widely admired surgeon, left.",
        "a widely admired surgeon", "widely admired surgeon", None, None, "after name",
    ),
    "6 a superlative and a participle": (
        "Ann Poe, Acme's highest paid driver, left.",
        "Acme's highest paid driver", "highest paid driver", "Acme", None, "after name",
    ),
    "7 a participle behind an owner": (
        "Ann Poe, the club's departing head coach, left.",
        "the club's departing head coach", "departing head coach", None, None, "after name",
    ),
    "8 a verbal noun": (
        "Ann Poe, an early learning teacher, left.",
        "an early learning teacher", "early learning teacher", None, None, "after name",
    ),
    "9 a participle before a capital": (
        "Ann Poe, now a hired Acme lobbyist, left.",
        "a hired Acme lobbyist", "hired lobbyist", "Acme", None, "after name",
    ),
    "10 a noun that leads to another": (
        "Ann Poe, a student nurse, left.",
        "a student nurse", "student nurse", None, None, "after name",
    ),
    "11 elected is a verb": (
        "Ann Poe was elected president of Acme.",
        "president of Acme", "president", "Acme", None, "after verb",
    ),
    "12 second in command of a country's office": (
        "They met Assistant U.S. Attorney Ann Poe.",
        "Assistant U.S. Attorney", "Assistant Attorney", None, "U.S.", "before name",
    ),
    "13 an abbreviated state": (
        "They met former Fla. Gov. Ann Poe.",
        "former Fla. Gov.", "former Gov.", None, "Fla.", "before name",
    ),
    "14 a country and a party": (
        "They met U.S. Republican candidate Ann Poe.",
        "U.S. Republican candidate", "candidate", "Republican", "U.S.", "before name",
    ),
    "15 a people of two": (
        "Ann Poe, a Greek-Australian chemist, left.",
        "a Greek-Australian chemist", "chemist", None, "Greek-Australian", "after name",
    ),
    "16 a university is named by its place": (
        "They met Ohio State University professor Ann Poe.",
        "Ohio State University professor", "professor", "Ohio State University", None, "before name",
    ),
    "17 a mayor's place owns": (
        "They met Zorville's mayor, Ann Poe, there.",
        "Zorville's mayor", "mayor", None, "Zorville", "name in apposition",
    ),
    "18 a prize": (
        "They met Nobel Prize-winning economist Ann Poe.",
        "Nobel Prize-winning economist", "Nobel Prize-winning economist", None, None, "before name",
    ),
    "19 a body of two fields": (
        "They met Securities and Exchange Commission chairman Ann Poe.",
        "Securities and Exchange Commission chairman",
        "chairman", "Securities and Exchange Commission", None, "before name",
    ),
    "20 a list of fields": (
        "They met Culture, Media and Sport Secretary Ann Poe.",
        "Culture, Media and Sport Secretary", "Culture, Media and Sport Secretary", None, None, "before name",
    ),
    "21 a body with of that owns": (
        "The University of Zork's president, Ann Poe, left.",
        "The University of Zork's president", "president", "University of Zork", None, "name in apposition",
    ),
    "22 a common noun that owns, with an adjective": (
        "The injured woman's lawyer, Ann Poe, left.",
        "The injured woman's lawyer", "lawyer", None, None, "name in apposition",
    ),
    "23 two offices, the first with a tail": (
        "They met former Secretary of State and Democratic candidate Ann Poe.",
        "former Secretary of State and Democratic candidate",
        "former Secretary of State and candidate", "Democratic", None, "before name",
    ),
    "24 a body of plurals": (
        "They met Zorville Council of Farm Advisers chair Ann Poe.",
        "Zorville Council of Farm Advisers chair", "chair", "Zorville Council of Farm Advisers", None, "before name",
    ),
    "25 the seat of a body": (
        "Ann Poe, director of the Zork Clinic in Lima, left.",
        "director of the Zork Clinic in Lima", "director", "Zork Clinic", "Lima", "after name",
    ),
    "26 the seat of an office": (
        "Ann Poe, a judge in Ohio, left.",
        "a judge in Ohio", "judge", None, "Ohio", "after name",
    ),
    "27 a body and what it teaches": (
        "Ann Poe, a professor at Zork University in Linguistics, left.",
        "a professor at Zork University in Linguistics",
        "professor in Linguistics", "Zork University", None, "after name",
    ),
    "28 a firm behind its noun": (
        "Ann Poe, an analyst at security firm Zorvo, left.",
        "an analyst at security firm Zorvo", "analyst", "Zorvo", None, "after name",
    ),
    "29 a firm behind its noun and country": (
        "Ann Poe, an editor at Italian magazine Zorvo Weekly, left.",
        "an editor at Italian magazine Zorvo Weekly", "editor", "Zorvo Weekly", None, "after name",
    ),
    "30 a team begins with its place": (
        "Ann Poe was coach of the South Dakota Hornets.",
        "coach of the South Dakota Hornets", "coach", "South Dakota Hornets", None, "after verb",
    ),
    "31 a body with and": (
        "Ann Poe, a member of the Ways and Means Committee, left.",
        "a member of the Ways and Means Committee", "member", "Ways and Means Committee", None, "after name",
    ),
    "32 two fields of work": (
        "Ann Poe, director of printing and packaging, left.",
        "director of printing and packaging", "director of printing and packaging", None, None, "after name",
    ),
    "33 a field and a body": (
        "Ann Poe, head of water research and mapping at Acme, left.",
        "head of water research and mapping at Acme",
        "head of water research and mapping", "Acme", None, "after name",
    ),
    "34 a subject without an article": (
        "Ann Poe, an expert on volcanoes, left.",
        "an expert on volcanoes", "expert on volcanoes", None, None, "after name",
    ),
    "35 a number inside a name": (
        "Ann Poe, chair of the Lima 2019 Games Committee, left.",
        "chair of the Lima 2019 Games Committee", "chair", "Lima 2019 Games Committee", None, "after name",
    ),
    "36 a place based": (
        "Ann Poe, head of the D.C.-based Acme Institute, left.",
        "head of the D.C.-based Acme Institute", "head", "Acme Institute", None, "after name",
    ),
    "37 an adverb and a participle before a body": (
        "Ann Poe, head of the newly founded Acme LLC, left.",
        "head of the newly founded Acme LLC", "head", "Acme LLC", None, "after name",
    ),
    "38 what is a party's": (
        "Ann Poe, a candidate for the Democratic mayoral nomination, left.",
        "a candidate for the Democratic mayoral nomination",
        "candidate for mayoral nomination", "Democratic", None, "after name",
    ),
    "39 a firm named as an owner's office": (
        "Ann Poe, an official in Acme's planning division, left.",
        "an official in Acme's planning division", "official", "Acme's planning division", None, "after name",
    ),
    "40 a member of parliament": (
        "Ann Poe, a member of parliament, left.",
        "a member of parliament", "member of parliament", None, None, "after name",
    ),
    "41 only a place of an event": (
        "Ann Poe was mayor at a harvest festival rally.",
        "mayor", "mayor", None, None, "after verb",
    ),
}  # fmt: skip
"""Text, and the title in it: span, role, organization, place, rule."""

SEVERAL: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "1 a titled owner": (
        "Ann Poe, Mrs. Roe's head gardener, left.",
        [("Mrs. Roe's head gardener", "after name"), ("Mrs.", "before name")],
    ),
    "2 a titled person in a complement": (
        "Ann Poe, a spokesman for House Speaker Al Roe, left.",
        [("a spokesman for House Speaker Al Roe", "after name"), ("House Speaker", "before name")],
    ),
    "3 a governor in a complement": (
        "Ann Poe, an adviser to Ohio Gov. Al Roe's campaign, left.",
        [("an adviser to Ohio Gov. Al Roe's campaign", "after name"), ("Ohio Gov.", "before name")],
    ),
    "4 a candidate in a complement": (
        "Ann Poe, a spokesman for Democratic nominee Al Roe, left.",
        [("a spokesman for Democratic nominee Al Roe", "after name"), ("Democratic nominee", "before name")],
    ),
    "5 two titles of one person": (
        "They met Speaker of the House Rep. Ann Poe.",
        [("Speaker of the House", "before name"), ("Rep.", "before name")],
    ),
    "6 letters, then a title": (
        "Ann Poe, MD, a surgeon at Acme, left.",
        [("MD", "after name"), ("a surgeon at Acme", "after title")],
    ),
    "7 the name is behind": (
        "In a note to the Observer, her adviser, Ann Poe, agreed.",
        [("her adviser", "name in apposition")],
    ),
    "8 names behind a plural": (
        "They met bakers Ann Poe, Al Roe and Bob Doe.",
        [("bakers", "before name")],
    ),
}  # fmt: skip

NONE = {
    "1 foreseen": "Ann Poe may become the mayor.",
    "2 on a condition": "If Ann Poe is elected mayor, she stays.",
    "3 an adjective": "Ann Poe is hopeful.",
    "4 an adjective before a people": "The official Chinese agency agreed.",
    "5 an adjective before a country": "They named the major U.S. exporters.",
    "6 an adjective before a noun": "It was the general election.",
    "7 a part of the body": "She pointed at her head.",
    "8 a body's own name": "They asked the Department of Justice.",
    "9 a firm behind a plural": "They asked analysts Zorvo about it.",
    "10 a verb": "The film stars Ann Poe.",
    "11 a name that begins with an article": "She owns The Age Well Coach.",
}


@pytest.mark.parametrize("case", PARTS.values(), ids=PARTS)
def test_parts(titles_kit: newskit.Kit, case: Row) -> None:
    (title,) = titles_kit.extract(case[0]).titles
    assert (title.span.text, title.role, title.organization, title.place, title.rule) == case[1:]


@pytest.mark.parametrize("case", SEVERAL.values(), ids=SEVERAL)
def test_several(titles_kit: newskit.Kit, case: tuple[str, list[tuple[str, str]]]) -> None:
    assert [(title.span.text, title.rule) for title in titles_kit.extract(case[0]).titles] == case[1]


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_no_title(titles_kit: newskit.Kit, text: str) -> None:
    assert titles_kit.extract(text).titles == ()


def test_a_clause_is_no_complement(titles_kit: newskit.Kit) -> None:
    (title,) = titles_kit.extract("They accused the mayor of excluding Acme shops.").titles
    assert title.span.text == "the mayor"


@pytest.mark.parametrize("noun", ["front-runner", "left-back", "commander-in-chief", "litigator", "supremo"])
def test_nouns_of_news(titles_kit: newskit.Kit, noun: str) -> None:
    (title,) = titles_kit.extract(f"They met Zorville {noun} Ann Poe.").titles
    assert (title.role, title.organization) == (noun, "Zorville")


def test_a_noun_that_is_a_title_only_before_a_name(titles_kit: newskit.Kit) -> None:
    (title,) = titles_kit.extract("The film star left. They met film star Ann Poe.").titles
    assert (title.span.text, title.kind) == ("film star", "before")


CUT = (
    "Ann Poe, head of Acme and Zork Group for Lima, is director at Italian firm Zorvo in the Zork Clinic.",
    "The 55-year-old president of the Ohio and Lima Council for Roe's 1996 campaign, Ann Poe, is the chief U.S. envoy.",
    "They met Culture, Media and Sport Secretary Ann Poe, Mrs. Roe's adviser on Democratic nominee Al Roe and bakers",
)


@pytest.mark.parametrize("text", CUT)
def test_a_text_may_end_anywhere(titles_kit: newskit.Kit, text: str) -> None:
    words = text.split()
    for last in range(1, len(words)):
        for title in titles_kit.extract(" ".join(words[:last])).titles:
            assert title.role
