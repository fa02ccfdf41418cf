"""Holders: whose a title is, whom a title alone stands for, and the role that is shown.

The titles of one person are in order of aptness.
"""

from __future__ import annotations

import pytest

import newskit


@pytest.fixture(scope="module")
def names_kit() -> newskit.Kit:
    return newskit.Kit(plugins=["newskit_titles", "newskit_names"], block=(), strict=True)


def person(doc: newskit.Document, name: str) -> newskit.Entity:
    (found,) = [entity for entity in doc.entities if entity.kind == "person" and entity.name == name]
    return found


HELD = {
    "1 a state between": (
        "Rep. Ann Keller of Maryland, the panel's chairwoman, left.", ["Rep.", "the panel's chairwoman"],
    ),
    "2 a bracket between": ("Sen. Ann Keller (R-Ohio), a former prosecutor, left.", ["Sen.", "a former prosecutor"]),
    "3 two verbs": ("Ann Keller, a physicist who is director of Acme, left.", ["director of Acme", "a physicist"]),
    "4 words between": ("Ann Keller was forced last week to step down as mayor.", ["mayor"]),
    "5 tenure": ("They praised Ann Keller's tenure as mayor.", ["mayor"]),
    "7 an apposition before the verb": (
        "Ann Keller, a lawyer from Ohio, is the new director of Acme.",
        ["the new director of Acme", "a lawyer from Ohio"],
    ),
    "8 a clause before the verb": ("Ann Keller, who met Al Roe in May, was a senator.", ["a senator"]),
    "9 an age and a town before the verb": ("Ann Keller, 54, of Toledo, is a retired nurse.", ["a retired nurse"]),
    "10 a participle before the verb": ("Ann Keller, speaking at noon in Reno, is the mayor.", ["the mayor"]),
    "11 another subject before the name": ("They saw that Al, with Ann Keller, in Reno, was a senator.", []),
    "12 a title inside another": (
        "Ann Keller, a former aide to Mr. Roe and a professor of law, left.",
        ["a professor of law", "a former aide to Mr. Roe"],
    ),
    "17 an office before the verb": (
        "Ann Keller, formerly president of Acme Foods, has been named chairman.",
        ["chairman", "president of Acme Foods"],
    ),
    "19 has become": ("Ann Keller has become the Trust's first chairman.", ["the Trust's first chairman"]),
    "18 a clause before the verb": ("They praised Ann Keller, and Al, of Reno, was chairman.", []),
    "20 a body's name behind": (
        "They met Ann Keller, the leader of Peru's biggest union Zork, there.",
        ["the leader of Peru's biggest union Zork"],
    ),
    "21 an infinitive behind": ("They told the mayor to apologise to the cook, Ann Keller, there.", ["the cook"]),
    "13 a people between": ("They met its director, Peruvian-born Ann Keller, there.", ["its director"]),
    "14 a nation's": ("They met its director, Peru's Ann Keller, there.", ["its director"]),
    "15 one who behaves": ("On Monday a subdued Prime Minister Ann Keller left.", ["subdued Prime Minister"]),
    "16 one supposed": ("They feared what a President Ann Keller would do.", []),
    "22 the end of what stands before the subject": ("Asked about the mayor, Ann Keller said it was late.", []),
    "23 a title that opens the sentence": ("The mayor of Reno, Ann Keller said it was late.", ["The mayor of Reno"]),
    "24 an opening with as": ("As a nurse in Reno, Ann Keller said it was late.", ["a nurse in Reno"]),
    "25 a form of address between": ("Asked about the mayor, Ms Ann Keller said it was late.", ["Ms"]),
    "26 a name that tells which": (
        "Bo Moore left. Ann Keller, a local Moore volunteer who was elected as a delegate, wept.",
        ["a delegate", "a local Moore volunteer"],
    ),
    "27 who says all round it": ("Ann Keller, her lawyer said, is in Reno.", []),
    "6 another title in between": (
        "Al Roe's running mate, Ohio Gov. Ann Keller, left.", ["Ohio Gov.", "Al Roe's running mate"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", HELD.values(), ids=HELD)
def test_held(names_kit: newskit.Kit, case: tuple[str, list[str]]) -> None:
    held = person(names_kit.extract(case[0]), "Ann Keller").titles
    assert [title.span.text for title in held] == case[1]


def test_a_plural_is_shared_over_brackets(names_kit: newskit.Kit) -> None:
    doc = names_kit.extract("They heard Sens. Ann Keller (D-Ohio), Al Moore (R-Iowa) and Jane Porter of Maine.")
    assert [[title.span.text for title in entity.titles] for entity in doc.entities if entity.kind == "person"] == [
        ["Sens."]
    ] * 3


MEANT = {
    "3 a headline": (
        "Acme CEO quits over fire\n\nIt was a long night. Acme CEO Ann Keller told reporters.",
        ("Acme CEO", "named later"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", MEANT.values(), ids=MEANT)
def test_meant(names_kit: newskit.Kit, case: tuple[str, tuple[str, str]]) -> None:
    doc = names_kit.extract(case[0])
    meant = [(mention.span.text, mention.rule) for mention in person(doc, "Ann Keller").nominal_mentions]
    assert case[1] in meant


def test_another_office_of_the_noun_is_not_meant(names_kit: newskit.Kit) -> None:
    doc = names_kit.extract("It rained. It snowed. It hailed. Vice President Ann Keller came. Then the president left.")
    assert person(doc, "Ann Keller").nominal_mentions == ()


def test_the_holder_named_last_is_meant(names_kit: newskit.Kit) -> None:
    doc = names_kit.extract("Sen. Ann Keller met Sen. Al Moore. Keller was tired. It rained. Then the senator left.")
    assert [mention.span.text for mention in person(doc, "Ann Keller").nominal_mentions] == ["the senator"]


def test_the_party_tells_nominees_apart(names_kit: newskit.Kit) -> None:
    doc = names_kit.extract(
        "Democratic nominee Ann Keller met Republican nominee Al Moore. Moore spoke. It rained. "
        "The Democratic nominee left."
    )
    assert [mention.span.text for mention in person(doc, "Ann Keller").nominal_mentions] == ["The Democratic nominee"]


ROLES = {
    "1 no honorific": ("Mr. Keller left.", None),
    "2 an honorific and an office": ("Mr. Keller left. Mr. Keller, the mayor of Lima, slept.", "mayor"),
    "3 no claim": ("Police said Ann Keller was the head of a ring.", None),
    "4 an office held now": ("Former Secretary of State Ann Keller, the mayor, left.", "mayor"),
    "5 a former one, no other": ("Former Secretary of State Ann Keller left.", "Former Secretary of State"),
}  # fmt: skip


@pytest.mark.parametrize("case", ROLES.values(), ids=ROLES)
def test_the_role_shown(names_kit: newskit.Kit, case: tuple[str, str | None]) -> None:
    (entity,) = [each for each in names_kit.extract(case[0]).entities if each.kind == "person"]
    assert entity.role == case[1]
