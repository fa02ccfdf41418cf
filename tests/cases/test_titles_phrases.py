"""Titles: longer phrases, what stands between a name and its title, and words that are no title."""

from __future__ import annotations

import pytest

import newskit

Row = tuple[str, str, str, str | None, str | None, str | None, str]


@pytest.fixture(scope="module")
def titles_kit() -> newskit.Kit:
    return newskit.Kit(plugins=["newskit_titles"], block=(), strict=True)


PHRASES: dict[str, Row] = {
    "1 two roles, the second with a body": (
        "Former police officer and Navy veteran Ann Poe left.",
        "Former police officer and Navy veteran", "Former police officer and veteran", "Navy", None, None,
        "before name",
    ),
    "2 a fixed tail": (
        "He met Secretary General Ann Poe.", "Secretary General", "Secretary General", None, None, None, "before name",
    ),
    "3 an armed service": (
        "They heard retired Air Force general Ann Poe.", "retired Air Force general", "retired general", "Air Force",
        None, None, "before name",
    ),
    "4 a court's name": (
        "They heard Supreme Court justice Ann Poe.", "Supreme Court justice", "justice", "Supreme Court", None, None,
        "before name",
    ),
    "5 a capital alone is the role's": (
        "They met Finance minister Ann Poe.", "Finance minister", "Finance minister", None, None, None, "before name",
    ),
    "6 two fields": (
        "They met Peru's interior and overseas minister Ann Poe.", "Peru's interior and overseas minister",
        "interior and overseas minister", None, "Peru", None, "before name",
    ),
    "7 a city and its state": (
        "They met Tulsa, Okla., police officer Ann Poe.", "Tulsa, Okla., police officer", "police officer", None,
        "Tulsa, Okla.", None, "before name",
    ),
    "8 the subject of an expert's work": (
        "They met China expert Ann Poe.", "China expert", "China expert", None, None, None, "before name",
    ),
    "9 a person owns it": (
        "Jane Doe left. Doe's campaign manager, Ann Poe, stayed.", "Doe's campaign manager", "campaign manager", None,
        None, None, "name in apposition",
    ),
    "10 one of several": (
        "They met one of the family's lawyers, Ann Poe, there.", "one of the family's lawyers", "lawyers", None, None,
        None, "name in apposition",
    ),
    "11 a particle in the name": (
        "They met the defense minister, Ursula von Poe, there.", "the defense minister", "defense minister", None,
        None, None, "name in apposition",
    ),
    "12 based": (
        "Ann Poe, a Tulsa-based consultant, agreed.", "a Tulsa-based consultant", "consultant", None, "Tulsa", None,
        "after name",
    ),
    "13 adjectives in front of the body": (
        "Ann Poe, an analyst at the libertarian Acorn Institute, agreed.",
        "an analyst at the libertarian Acorn Institute", "analyst", "Acorn Institute", None, None, "after name",
    ),
    "14 a body and its place": (
        "Ann Poe, a professor at Acorn University in New Jersey, agreed.",
        "a professor at Acorn University in New Jersey", "professor", "Acorn University", "New Jersey", None,
        "after name",
    ),
    "15 at large, in a subject": (
        "Ann Poe, an instructor in English, agreed.", "an instructor in English", "instructor in English", None, None,
        None, "after name",
    ),
    "16 where somebody is to go": (
        "Ann Poe, Peru's ambassador to Norway, agreed.", "Peru's ambassador to Norway", "ambassador to Norway", None,
        "Peru", None, "after name",
    ),
    "17 a work": (
        "Ann Poe, author of The Long Road, agreed.", "author of The Long Road", "author of The Long Road", None, None,
        None, "after name",
    ),
    "18 the top of a party on a committee": (
        "Ann Poe, the top Democrat on the House Budget Committee, agreed.",
        "the top Democrat on the House Budget Committee", "top Democrat", "House Budget Committee", None, None,
        "after name",
    ),
    "19 plural that owns": (
        "Ann Poe, Farms’ campaign manager, agreed.", "Farms’ campaign manager", "campaign manager", "Farms", None,
        None, "after name",
    ),
    "20 a dash": (
        "Ann Poe -- a broker with Acme -- agreed.", "a broker with Acme", "broker", "Acme", None, None, "after name",
    ),
    "21 letters": ("They heard Ann Poe, QC, yesterday.", "QC", "QC", None, None, None, "after name"),
    "22 the verb of the sentence behind it": (
        "Ann Poe, president and chief executive of Acme Corp, stated it.",
        "president and chief executive of Acme Corp", "president and chief executive", "Acme Corp", None, None,
        "after name",
    ),
    "23 as": (
        "Ann Poe stepped down as the party's national chair.", "the party's national chair", "national chair", None,
        None, None, "after as",
    ),
    "24 as, of an object": (
        "They appointed Ann Poe as finance minister.", "finance minister", "finance minister", None, None, None,
        "after as",
    ),
    "25 described as": (
        "Al Roe described Ann Poe as a fine mayor.", "a fine mayor", "fine mayor", None, None, None, "described as",
    ),
    "26 as, in front": (
        "As governor of Ohio, Ann Poe vetoed it.", "governor of Ohio", "governor", None, "Ohio", None,
        "as before name",
    ),
    "27 as, behind a pronoun": (
        "She praised her years as secretary of state.", "secretary of state", "secretary of state", None, None, None,
        "as after pronoun",
    ),
    "28 a noun that tells when": (
        "Last year actor Ann Poe won.", "actor", "actor", None, None, None, "before name",
    ),
    "29 a noun of time that is a field": (
        "They met day trader Ann Poe.", "day trader", "day trader", None, None, None, "before name",
    ),
    "30 a party before a state": (
        "They met Republican Ohio Gov. Ann Poe.", "Republican Ohio Gov.", "Gov.", "Republican", "Ohio", None,
        "before name",
    ),
    "31 a war's veteran": (
        "They met Iraq War veteran Ann Poe.", "Iraq War veteran", "Iraq War veteran", None, None, None, "before name",
    ),
    "32 a noun before a lead with a capital": (
        "They heard an investigation former Secretary of State Ann Poe led.", "former Secretary of State",
        "former Secretary of State", None, None, None, "before name",
    ),
    "33 an expansion in brackets": (
        "Ann Poe, president of CEI (Italian Episcopal Conference), agreed.",
        "president of CEI (Italian Episcopal Conference)", "president", "CEI", None, None,
        "after name",
    ),
    "34 a bracket that is not closed": (
        "Ann Poe, president of Acme (Europe and", "president of Acme", "president", "Acme", None, None, "after name",
    ),
    "35 a short form in brackets that ends the text": (
        "Emmanuel Macron, president of France (AFP)", "president of France", "president", None, "France", None,
        "after name",
    ),
    "36 a body's short form in brackets that ends the text": (
        "They heard chairman of the Zorville Rowing Committee (ZRC)", "chairman of the Zorville Rowing Committee",
        "chairman", "Zorville Rowing Committee", None, None, "alone",
    ),
}  # fmt: skip
ALONE: dict[str, Row] = {
    "1 a headline's subject": (
        "Judge frees three men", "Judge", "Judge", None, None, None, "alone",
    ),
    "2 a headline's object": (
        "Senate panel grills Acme CEO: why now?", "Acme CEO", "CEO", "Acme", None, None, "alone",
    ),
    "3 a form of address": (
        '"Governor, I have to interrupt," he said.', "Governor", "Governor", None, None, None, "form of address",
    ),
    "4 two roles under one article": (
        "Later the former first lady and U.S. senator left.", "the former first lady and U.S. senator",
        "former first lady and senator", None, "U.S.", None, "alone",
    ),
    "5 a person's lawyer": (
        "Al Keller was away. Keller's lawyer answered.", "Keller's lawyer", "lawyer", None, None, None, "alone",
    ),
}  # fmt: skip
LAST_TOKENS: dict[str, tuple[str, str]] = {
    "1 a title in a place": ("A judge in Ohio left", "A judge"),
    "2 an article in front": ("The president of Acme left", "The president of Acme"),
}
NONE = {
    "1 an adjective": "He sent it from a private server in the general election.",
    "2 a noun in front of a noun": "His delegate lead grew.",
    "3 wished for": "She wants to be the nominee.",
    "4 a critic": "They heard Farlow critic Ann Poe.",
    "5 a firm": "He works for Turner Broadcasting.",
    "6 a body": "They met the General Assembly.",
    "7 a verb": "They will host Ann Poe there.",
    "8 a session": "They spoke again in Executive Session.",
    "9 may serve": "He asked whether Ann Poe could serve as president.",
    "10 a particle": "The film is by Del Toro.",
}


def row(title: newskit.Title) -> tuple[str, str, str | None, str | None, str | None, str]:
    return title.span.text, title.role, title.organization, title.place, title.within, title.rule


@pytest.mark.parametrize("case", PHRASES.values(), ids=PHRASES)
def test_phrases(titles_kit: newskit.Kit, case: Row) -> None:
    assert case[1:] in [row(title) for title in titles_kit.extract(case[0]).titles]


@pytest.mark.parametrize("case", ALONE.values(), ids=ALONE)
def test_alone(titles_kit: newskit.Kit, case: Row) -> None:
    (title,) = titles_kit.extract(case[0]).titles
    assert row(title) == case[1:]
    assert title.kind == "alone"


@pytest.mark.parametrize("last", [",", ".", "of", "The", "his"])
@pytest.mark.parametrize(("text", "title"), LAST_TOKENS.values(), ids=LAST_TOKENS)
def test_a_title_that_opens_the_text_is_the_same_whatever_ends_it(
    titles_kit: newskit.Kit, text: str, title: str, last: str
) -> None:
    assert [found.span.text for found in titles_kit.extract(f"{text} {last}").titles] == [title]


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_no_title(titles_kit: newskit.Kit, text: str) -> None:
    assert titles_kit.extract(text).titles == ()


@pytest.mark.parametrize("job", ["songwriter", "neuroscientist", "co-host", "midwife", "podcaster", "vice-principal"])
def test_occupations(titles_kit: newskit.Kit, job: str) -> None:
    (title,) = titles_kit.extract(f"Ann Poe, a {job} from Lima, agreed.").titles
    assert (title.role, title.place) == (job, "Lima")


@pytest.mark.parametrize("short", ["MEC", "Adv", "Adv."])
def test_short_forms(titles_kit: newskit.Kit, short: str) -> None:
    (title,) = titles_kit.extract(f"Later {short} Ann Poe agreed.").titles
    assert (title.span.text, title.kind) == (short, "before")


CLAIMED = {
    "1 the article's own": ("Ann Poe is the head of Acme.", False),
    "2 reported speech": ("Police said Ann Poe was the head of a ring.", True),
    "3 described": ("Al Roe described Ann Poe as a fine mayor.", True),
    "4 in apposition": ("Police said Ann Poe, the head of Acme, left.", False),
}


@pytest.mark.parametrize("case", CLAIMED.values(), ids=CLAIMED)
def test_claimed(titles_kit: newskit.Kit, case: tuple[str, bool]) -> None:
    (title,) = titles_kit.extract(case[0]).titles
    assert title.claimed is case[1]


def test_honorifics_name_no_office(titles_kit: newskit.Kit) -> None:
    titles = titles_kit.extract("Mr. Ann Poe and Dr. Roe met Sen. Al Keller and Professor Moore.").titles
    assert [(title.span.text, title.honorific) for title in titles] == [
        ("Mr.", True),
        ("Dr.", True),
        ("Sen.", False),
        ("Professor", False),
    ]
