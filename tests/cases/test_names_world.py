"""Names of bodies, places and people as newspapers of the world write them."""

from __future__ import annotations

import pytest

import newskit

CASES: dict[str, tuple[str, dict[str, list[str]]]] = {
    "initials run together": (
        "She met the chief minister MK Arivazh there.",
        {"person": ["MK Arivazh"]},
    ),
    "police rank": ("It was said by PC Dave Marl on Monday.", {"person": ["Dave Marl"]}),
    "no police rank": ("She bought PC World on Monday.", {"organization": ["PC World"]}),
    "name and a title's word": ("She met Hossein Amir Zorvelian there.", {"person": ["Hossein Amir Zorvelian"]}),
    "elided particle": ("It was Jeanne d’Arc Zorvela who left.", {"person": ["Jeanne d’Arc Zorvela"]}),
    "surname like a small word": ("Former clerk Victor So Ka-ming was jailed.", {"person": ["Victor So Ka-ming"]}),
    "particles behind a title": ("Then Mr von Zorvel left the room.", {"person": ["von Zorvel"]}),
    "government of somebody": (
        "They left the Government of Daniel Zorvel in May.",
        {"person": ["Daniel Zorvel"]},
    ),
    "institute called after somebody": (
        "He left the Ann Keller Institute for Gender and Social Upkeep in May.",
        {"organization": ["Ann Keller Institute for Gender and Social Upkeep"]},
    ),
    "body for something": (
        "He left the Zorvel Council for Trade in May.",
        {"organization": ["Zorvel Council for Trade"]},
    ),
    "long name of an authority": (
        "It was said by the National Emergency Crises and Disasters Management Authority that the road was open.",
        {"organization": ["National Emergency Crises and Disasters Management Authority"]},
    ),
    "broadcaster of two figures": ("He told Channel 13 so.", {"organization": ["Channel 13"]}),
    "unknown firm in writing": ("It was late, Zorvelix said in a release.", {"organization": ["Zorvelix"]}),
    "town of several words": ("They flew to San Pedro Sula on Monday.", {"place": ["San Pedro Sula"]}),
    "law": ("He was charged under the Administration of Civil Justice Act in May.", {}),
    "thing": ("It was cut from the Zorvelan festival in May.", {}),
    "plural of a word in capitals": ("They met the SEZs and the NGOs in May.", {}),
    "small first letter": ("He told eBay so on Monday.", {"organization": ["eBay"]}),
    "product of a firm": ("She bought a Samsung Zorva there.", {}),
    "body of a party": ("It was chosen by the Mizra movement in May.", {"organization": ["Mizra"]}),
    "given name put in by the paper": (
        "She said that “[Ann] Zorvelo knows” what (Juan) Mizra does.",
        {"person": ["Ann Zorvelo", "Juan Mizra"]},
    ),
    "short sentence in marks": ("“Ann Keller is bad,” she said.", {"person": ["Ann Keller"]}),
    "title of a work in marks": ("She read “Ann Keller in the Old Town”, a book.", {}),
    "form of address with stops": ("Its chief H.E. Omar Al Zorvel came.", {"person": ["Omar Al Zorvel"]}),
    "one of a faith": ("As a devout Christian Zorvel Roe prayed.", {"person": ["Zorvel Roe"]}),
    "body of people who do something": (
        "The Singers' Guild met, and the Beekeepers’ Association left.",
        {"organization": ["Singers' Guild", "Beekeepers’ Association"]},
    ),
    "school of a saint": (
        "It was St. Zorvel's Girls' Secondary that won.",
        {"organization": ["St. Zorvel's Girls' Secondary"]},
    ),
    "club like a town": ("They travel to second-tier Zorvel Town in May.", {"organization": ["Zorvel Town"]}),
    "river by its bridge": ("The bridge over the Zorvel is shut.", {"place": ["Zorvel"]}),
    "sign of a share with its exchange": ("Then Zorvel (ZRV.OL) fell.", {"organization": ["Zorvel"]}),
    "local of a union": ("He left Zorvelers Local 12 in May.", {"organization": ["Zorvelers Local 12"]}),
    "rank of a district": (
        "It was SDPO (Zorvel) Ravi Keller who came.",
        {"person": ["Ravi Keller"]},
    ),
    "Chinese name like a month": ("Then Lei Jun left.", {"person": ["Lei Jun"]}),
    "initials of who is not named": ("He was identified as Z.R.K. on Monday.", {"person": ["Z.R.K."]}),
    "line-up with numbers": (
        "Peru: 15-Ned Zorvel, 9-Nic Mizra-Bell.",
        {"place": ["Peru"], "person": ["Ned Zorvel", "Nic Mizra-Bell"]},
    ),
    "surname of two cities": (
        "Then Jamie George-Allen left, and George-Allen wept.",
        {"person": ["Jamie George-Allen"]},
    ),
    "small word behind a title": ("Skipper Will Zorvel-Roe returns.", {"person": ["Will Zorvel-Roe"]}),
    "body of a part of the world": ("It was ZRBA Africa that said so.", {"organization": ["ZRBA Africa"]}),
    "small word that an acronym counts": (
        "It was Bakers for Zorvel (BFZ) that left.",
        {"organization": ["Bakers for Zorvel"]},
    ),
    "country of a result": ("It was Ann Keller (GER) who won.", {"person": ["Ann Keller"]}),
    "who heads a station": (
        "Head of Zorvel Hill School Zoro Mizra said so.",
        {"organization": ["Zorvel Hill School"], "person": ["Zoro Mizra"]},
    ),
    "short form of an office": ("It was the Inspector-General of Police (IGP) who left.", {}),
    "family name like a pronoun": ("The visit by He Zorfeng is over.", {"person": ["He Zorfeng"]}),
    "town like a given name that speaks": (
        "The school in Shirley is shut. Officials in Shirley said so.",
        {"place": ["Shirley"]},
    ),
    "surname behind another given name": ("Ann and Paul Keller left.", {"person": ["Ann Keller", "Paul Keller"]}),
    "month before a surname": ("Ann Keller left. In May Keller said so.", {"person": ["Ann Keller"]}),
    "nickname in marks": ("Ann Keller, known as “Birdie”, left, and Birdie wept.", {"person": ["Ann Keller"]}),
    "formula behind a prophet": ("It was the Prophet Muhammad (PBUH) who lived there.", {"person": ["Muhammad"]}),
    "letters of an honour": ("It was Ann Keller, Z.C.S.K., who left.", {"person": ["Ann Keller"]}),
    "office of a body of the world": ("The plan of Petronas was late.", {"organization": ["Petronas"]}),
}


@pytest.fixture(scope="module")
def names_kit() -> newskit.Kit:
    return newskit.Kit(plugins=["newskit_titles", "newskit_names"], block=[])


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_names_of_the_world(names_kit: newskit.Kit, case: tuple[str, dict[str, list[str]]]) -> None:
    text, expected = case
    doc = names_kit.extract(text)
    found: dict[str, list[str]] = {}
    for entity in doc.entities:
        found.setdefault(entity.kind, []).append(entity.name)
    assert found == expected
